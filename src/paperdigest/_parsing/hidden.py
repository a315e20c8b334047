"""Fenced code and HTML comments: text in every dialect, on which no rule is tried.

CommonMark 0.31, sections 4.5 and 4.6. The first line of such a block is a line like any other,
since a dialect may mark its lines with a comment; what follows, up to the end of its last line, is
hidden from the rules. A block that is never closed hides nothing: the specification lets it run to
the end of the text, and one slip would hide all that follows.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from paperdigest._grammar.tables import Match, Regex

#: From the end of the first line of a block to the end of its last one.
Span = tuple[int, int]


# Compiled when first needed: most texts have neither code nor comments. A fence may be after
# the mark of a list item. Any text may follow it, except backticks if it is made of them.
@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"^(?P<indent>[ ]{0,3}(?:(?:[-*+]|[0-9]{1,9}[.)])[ ]{1,4})*+)"
        r"(?:(?P<ticks>`{3,}+)[^`\n]*$|(?P<waves>~{3,}+)|(?P<comment><!--))",
        re.MULTILINE,
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"^(?P<indent>[ ]*+)(?P<fence>`{3,}+|~{3,}+)[ \t]*$", re.MULTILINE)


#: A character that is found more often than this is frequent.
_FEW = 32

#: In a text that is no longer, such as a paper, it is faster to look for each character at once.
_SHORT = 4_096

_MARKS = ("```", "<!--", "~~~")


def may_hide(normalized: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether a part of a text can have code or a comment, in almost no time.

    Example:
        >>> may_hide("a `b` c"), may_hide("~~~")
        (False, True)
    """
    end = len(normalized) if end is None else end
    if end - start <= _SHORT:
        part = normalized[start:end]
        return (
            ("`" in part and "```" in part)
            or ("<" in part and "<!--" in part)
            or ("~" in part and "~~~" in part)
        )
    return any(_holds(normalized, mark, start, end) for mark in _MARKS)


def _holds(normalized: str, mark: str, start: int, end: int) -> bool:
    """Return whether a mark is in a part of a text.

    Looking for a single character is by far the fastest. So each of the first two is looked for
    alone, unless it is frequent. Several characters at once are found faster from the end.
    """
    for place, character in enumerate(mark[:2]):
        at = start - 1
        for _ in range(_FEW):
            at = normalized.find(character, at + 1, end)
            if at < 0:
                return False
            if normalized.startswith(mark, at - place, end):
                return True
    return normalized.rfind(mark, start, end) >= 0


def hidden_spans(normalized: str, start: int = 0, end: int | None = None) -> Sequence[Span]:
    r"""Return the spans that are hidden from the rules, in order.

    Example:
        >>> text = "a\n```python\n# b\n```\nc\n"
        >>> [text[start:end] for start, end in hidden_spans(text)]
        ['\n# b\n```']
    """
    end = len(normalized) if end is None else end
    if not may_hide(normalized, start, end):
        return ()
    closings = _Closings(normalized, start, end)
    spans: list[Span] = []
    at = start
    comments = True  # whether any comment may still be closed
    while opening := _opening().search(normalized, at, end):
        first = _line_end(normalized, opening.end(), end)
        last = -1
        at = first
        if opening["comment"] is None:
            nested = bool(opening["indent"].strip())
            last = closings.after(first, opening["ticks"] or opening["waves"], nested=nested)
        elif comments:
            # The comment may end in its own line: `<!-->` is one, too.
            close = normalized.find("-->", opening.start("comment") + 2, end)
            comments = close >= 0
            last = _line_end(normalized, close, end) if comments else -1
        if last > first:
            spans.append((first, last))
            at = last
    return spans


def visible(
    regex: Regex,
    normalized: str,
    at: int = 0,
    end: int | None = None,
    *,
    hides: bool = True,
) -> Iterator[Match]:
    """Yield the matches of an expression, except those that start in code or in a comment.

    Args:
        regex: The expression.
        normalized: The text with plain line endings.
        at: The offset to search from.
        end: The offset to stop at; the end of the text by default.
        hides: Whether the text can have code or comments.
    """
    end = len(normalized) if end is None else end
    if hides and (spans := hidden_spans(normalized, at, end)):
        return _between(regex, normalized, at, end, spans)
    return regex.finditer(normalized, at, end)


def _between(
    regex: Regex, normalized: str, at: int, end: int, spans: Sequence[Span]
) -> Iterator[Match]:
    coming = iter(spans)
    start, stop = next(coming)
    found = regex.search(normalized, at, end)
    while found:
        while stop <= found.start():
            start, stop = next(coming, (end + 1, end + 1))
        if found.start() >= start:
            at = stop
        else:
            yield found
            at = found.end() if found.end() > found.start() else found.end() + 1
        found = regex.search(normalized, at, end)


class _Closings:
    """The lines that can close a fence, those of one kind together.

    After a line that is too short, the search goes on at the next longer one. So a search takes at
    most as many steps as the fence has marks, and all searches together as many as the text has
    characters.
    """

    def __init__(self, normalized: str, start: int, end: int) -> None:
        self._text = normalized
        self._end = end
        self._lines: dict[tuple[str, bool], list[tuple[int, int]]] = {
            (mark, nested): [] for mark in "`~" for nested in (False, True)
        }
        for line in _closing().finditer(normalized, start, end):
            found = (line.start(), line.end("fence") - line.start("fence"))
            self._lines[line["fence"][0], True].append(found)
            if line.end("indent") - line.start() <= 3:
                self._lines[line["fence"][0], False].append(found)
        self._longer = {kind: _next_longer(lines) for kind, lines in self._lines.items()}

    def after(self, at: int, fence: str, *, nested: bool) -> int:
        """Return the end of the line that closes a fence, or -1 if there is none.

        Args:
            at: The offset to search from.
            fence: The marks of the fence.
            nested: Whether it is in a list item, where the last line may be indented as well.
        """
        from bisect import bisect_left

        kind = (fence[0], nested)
        lines = self._lines[kind]
        number = bisect_left(lines, (at,))
        while number < len(lines):
            start, length = lines[number]
            if length >= len(fence):
                return _line_end(self._text, start, self._end)
            number = self._longer[kind][number]
        return -1


def _next_longer(lines: Sequence[tuple[int, int]]) -> list[int]:
    found = [len(lines)] * len(lines)
    waiting: list[int] = []
    for number, (_, length) in enumerate(lines):
        while waiting and lines[waiting[-1]][1] < length:
            found[waiting.pop()] = number
        waiting.append(number)
    return found


def _line_end(normalized: str, at: int, end: int) -> int:
    found = normalized.find("\n", at, end)
    return end if found < 0 else found
