"""What a dialect's table lets one expect of a text."""

import re

import attrs

from paperdigest._dialect import Dialect, Kind, Rule

_APOSTROPHES = str.maketrans("‘’ʼ`´′＇", "'''''''")


def straight(label: str) -> str:
    """Give a label with straight apostrophes.

    Example:
        >>> straight("What’s New")
        "What's New"
    """
    return label.translate(_APOSTROPHES)


@attrs.frozen(eq=False)
class Expected:
    """What a dialect's table lets one expect.

    Attributes:
        dialect: The dialect.
        heading: How a digest heading is written; ``None`` where the dialect has none.
        dated: Whether a heading has a date.
        linked: Whether papers have links.
        votes: Whether papers have votes.
        authors: Whether papers have authors.
        sections: Whether papers have sections.
        labels: The labels that the dialect knows.
        damaged_label: Finds one of them where no rule reads it; ``None`` where none is known.
        contents: Finds the titles in a table of contents.
        separators: Matches a line that may stand anywhere.
    """

    dialect: Dialect
    heading: str | None
    dated: bool
    linked: bool
    votes: bool
    authors: bool
    sections: bool
    labels: frozenset[str]
    damaged_label: re.Pattern[str] | None
    contents: re.Pattern[str] | None
    separators: re.Pattern[str]

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
        return cls(
            dialect,
            next((_sample(rule) for rule in heads), None),
            any({"date", "range"} & _groups(rule) for rule in heads),
            holds("link", "url"),
            holds("votes", "votes"),
            holds("authors", "authors"),
            holds("section", "text") or any(cell.kind == "section" for cell in dialect.cells),
            frozenset(label for rule in rules for label in rule.known),
            _damaged_label([label for rule in rules for label in rule.known]),
            re.compile(dialect.contents, re.MULTILINE) if dialect.contents else None,
            # Thematic breaks and HTML mean nothing in any dialect.
            re.compile(
                "|".join([
                    r"[ \t]*$", r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$", r"[ \t]*</?[a-zA-Z!]",
                    *(f"(?:{rule.pattern})" for rule in rules if rule.kind == "rule"),
                ])
            ),
        )  # fmt: skip


def _groups(rule: Rule) -> set[str]:
    return set(re.compile(rule.pattern).groupindex)


def _sample(rule: Rule) -> str:
    """Show a heading, such as ``## Title (2024-08-26)``."""
    template = rule.templates[0] if rule.templates else "a heading"
    sample = template.replace("{title}", "Title").replace("{date}", "2024-08-26")
    return sample.replace("{range}", "August 20 - August 26").replace("{year}", "2024")


def _damaged_label(labels: list[str]) -> re.Pattern[str] | None:
    if not labels:
        return None
    names = "|".join(re.escape(label).replace("'", "['‘’ʼ`´′＇]") for label in labels)
    return re.compile(
        rf"(?P<open>\*{{0,3}})(?P<space>[ \t]*)(?P<label>{names})(?P<space2>[ \t]*)"
        r"(?P<close>\*{0,3})[ \t]*[:：](?P<space3>[ \t]*)(?P<close2>\*{0,3})",
        re.IGNORECASE,
    )
