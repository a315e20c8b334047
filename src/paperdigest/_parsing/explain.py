"""Explanations: which rule of a dialect matched which line of a text."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping

import attrs

from paperdigest._dialects import DialectName
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.tables import Entry
from paperdigest._model.source import Source, end_in, normalize, require_text
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.scanner import block_rows
from paperdigest._text.shown import shown


@attrs.frozen
class RuleMatch:
    """A rule that matched in a line, and the values that it gave.

    Attributes:
        rule: The rule.
        values: The values, by the names of its groups; ``text`` is the text of a section.
    """

    rule: Rule
    values: Mapping[str, str]

    def __str__(self) -> str:
        values = (f"{name}={shown(value, 40)}" for name, value in self.values.items())
        return " ".join([self.rule.kind, *values])


@attrs.frozen
class ExplainedLine:
    """A line, and the rules that matched in it.

    Attributes:
        number: Its number, from 1.
        text: The line, without its line ending.
        matches: The matches of rules in it, in order.
        is_text: Whether it belongs to the text of a section that starts above it.
    """

    number: int
    text: str
    matches: tuple[RuleMatch, ...] = attrs.field(repr=lambda matches: f"<{len(matches)}>")
    is_text: bool

    @property
    def is_read(self) -> bool:
        """Whether a rule matched, or the line is blank."""
        return bool(self.matches) or self.is_text or not self.text.strip()

    @property
    def taken(self) -> str:
        """The matches in words, or ``no rule`` if there are none."""
        if self.matches:
            return ", ".join(map(str, self.matches))
        return "text" if self.is_text else "blank" if self.is_read else "no rule"

    def __str__(self) -> str:
        return f"{self.number:>4} {self.text:.60} <- {self.taken}"


def explain_digest(
    text: str, *, dialect: Dialect | DialectName | None = None
) -> tuple[ExplainedLine, ...]:
    r"""Return the lines of a text with the rules of a dialect that matched in each.

    Args:
        text: Any text.
        dialect: A dialect, or the name of a built-in one; detected by default.

    Returns:
        The lines of the text, in order.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``dialect`` is neither a dialect nor a name.
        ValueError: There is no dialect of that name.

    Example:
        >>> text = "### [A](https://example.org/a)\n\nVote: 34\n\nWhat is this?"
        >>> for line in explain_digest(text, dialect="daily-papers"):
        ...     print(line)
           1 ### [A](https://example.org/a) <- paper title='A' url='https://example.org/a'
           2  <- blank
           3 Vote: 34 <- votes votes='34'
           4  <- blank
           5 What is this? <- no rule
    """
    require_text(text)
    return tuple(explain_source(Source(text, resolve_dialect(text, dialect)[0])))


def explain_source(source: Source) -> Iterator[ExplainedLine]:
    """Yield the lines of a text with what matched in them."""
    normalized = normalize(source.text)
    lines = normalized.split("\n")
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    matches: list[list[RuleMatch]] = [[] for _ in lines]
    in_text = [False] * len(lines)
    for kind, entry, head, _, end, _ in block_rows(source.dialect, normalized):
        if kind != entry.kind:
            continue  # a paper where no papers are parsed
        found: list[Found] = [(entry, head, 0, 0)]
        if kind == "paper":
            found += pieces(source.dialect, normalized, entry, head, end)
        for each in found:
            begin, last = _span(each)
            first = bisect_right(starts, begin) - 1
            matches[first].append(RuleMatch(each[0].rule, _values(source.text, each)))
            for number in range(first + 1, bisect_right(starts, max(last - 1, begin))):
                in_text[number] = bool(lines[number].strip())
    for number, (line, start) in enumerate(zip(lines, starts, strict=True)):
        end = end_in(source.text, start + len(line))  # the line has a space for a carriage return
        own = source.text[start:end]
        yield ExplainedLine(number + 1, own, tuple(matches[number]), in_text[number])


def _span(found: Found) -> tuple[int, int]:
    """Return where a piece starts and ends, with the text of a section."""
    entry, match, start, end = found
    if entry.rest:
        return start, end
    return match.start(entry.start), max(match.end(), end)


def _values(text: str, found: Found) -> dict[str, str]:
    entry, match, start, end = found
    values = {name: match[number] for name, number in _groups(entry) if match[number]}
    if entry.has_text and text[start:end].strip():
        values["text"] = text[start:end]
    return {name: value.strip() for name, value in values.items()}


def _groups(entry: Entry) -> Iterator[tuple[str, int]]:
    yield from ((name, number) for name, number in entry.values if number)
