"""What a dialect's table lets one expect of a text."""

import re
from collections.abc import Sequence

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import Kind

_APOSTROPHES = "‘’ʼ`´′＇"
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))

#: Lines that mean nothing in any dialect: empty, a thematic break, HTML.
_SEPARATORS = (r"[ \t]*+$", r"[ \t]*+([-*_])(?:[ \t]*+\1){2,}+[ \t]*+$", r"[ \t]*+<[/!a-zA-Z]")


def straight(label: str) -> str:
    """Return a label with straight apostrophes.

    Example:
        >>> straight("What’s New")
        "What's New"
    """
    return label.translate(_STRAIGHT)


@attrs.frozen(eq=False)
class Expected:
    """What a dialect's table lets one expect.

    Attributes:
        family: Whether the dialect describes one family, whose digests all hold the same; else it
            says what may stand in a text, and not what should.
        heading: How a digest heading is written; ``None`` where the dialect has none.
        dated: Whether a heading has a date.
        linked: Whether papers have links.
        votes: Whether papers have votes.
        authors: Whether papers have authors.
        sections: Whether papers have sections.
        labels: The labels that the dialect knows.
        labelled: Matches what stands before the text of a section with such a label.
        damaged_label: Finds one of them where no rule reads it; ``None`` where none is known.
        contents: Finds the titles in a table of contents.
        separators: Match lines that may stand anywhere.
    """

    family: bool
    heading: str | None
    dated: bool
    linked: bool
    votes: bool
    authors: bool
    sections: bool
    labels: frozenset[str]
    labelled: tuple[re.Pattern[str], ...]
    damaged_label: re.Pattern[str] | None
    contents: re.Pattern[str] | None
    separators: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, dialect: Dialect) -> "Expected":
        """Look into a dialect's table."""
        rules = (*dialect.rules, *(rule for cell in dialect.cells for rule in cell.rules))

        def holds(kind: Kind, group: str) -> bool:
            return any(
                rule.kind == kind or (rule.kind == "paper" and group in _groups(rule))
                for rule in rules
            )

        heads = dialect.rules_of("digest")
        rule_lines = [line for rule in rules if rule.kind == "rule" for line in rule.patterns]
        return cls(
            family=bool(dialect.signs),
            heading=next((_sample(rule) for rule in heads), None),
            dated=any({"date", "range"} & _groups(rule) for rule in heads),
            linked=holds("link", "url"),
            votes=holds("votes", "votes"),
            authors=holds("authors", "authors"),
            sections=holds("section", "text")
            or any(cell.kind == "section" for cell in dialect.cells),
            labels=frozenset(label for rule in rules for label in rule.known),
            labelled=tuple(
                re.compile(pattern)
                for rule in rules
                if rule.known and "label" in _groups(rule)
                for pattern in rule.patterns
            ),
            damaged_label=_damaged_label([label for rule in rules for label in rule.known]),
            contents=re.compile(dialect.contents, re.MULTILINE) if dialect.contents else None,
            separators=tuple(
                re.compile(line, re.MULTILINE) for line in (*_SEPARATORS, *rule_lines)
            ),
        )

    def separates(self, normalized: str, start: int, end: int) -> bool:
        """Tell whether a line may stand anywhere."""
        return any(line.match(normalized, start, end) for line in self.separators)


def _groups(rule: Rule) -> set[str]:
    return {name for pattern in rule.patterns for name in re.compile(pattern).groupindex}


def _sample(rule: Rule) -> str:
    """Show a heading, such as ``## Title (2024-08-26)``."""
    template = rule.templates[0] if rule.templates else "a heading"
    for name, value in (
        ("title", "Title"),
        ("date", "2024-08-26"),
        ("range", "August 20 - August 26"),
        ("year", "2024"),
    ):
        template = template.replace(f"{{{name}}}", value).replace(f"{{{name}?}}", value)
    return template


def _damaged_label(labels: Sequence[str]) -> re.Pattern[str] | None:
    if not labels:
        return None
    names = "|".join(re.escape(label).replace("'", f"['{_APOSTROPHES}]") for label in labels)
    return re.compile(
        rf"(?P<open>\*{{0,3}})[ \t]*+(?P<label>{names})[ \t]*+(?P<close>\*{{0,3}})[ \t]*+[:：]"
        r"(?P<gap>[ \t]*+)(?P<close2>\*{0,3})",
    )
