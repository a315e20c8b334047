"""The expectations for a text of a dialect, derived from the dialect's table."""

import re
from collections.abc import Mapping, Sequence

import attrs

from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import VALUES, Attribute, Kind

_APOSTROPHES = "‘’ʼ`´′＇"
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))

#: Lines that mean nothing in any dialect: empty, a thematic break, HTML, the definition of a link
#: (CommonMark 0.31, section 4.7).
_SEPARATORS = (
    r"[ \t]*+$",
    r"[ \t]*+([-*_])(?:[ \t]*+\1){2,}+[ \t]*+$",
    r"[ \t]*+<[/!a-zA-Z]",
    r"[ ]{0,3}\[(?!\^)[^\[\]\n]++\]:[ \t]*+[^\s]++(?:[ \t]++[\"'(][^\n]*)?[ \t]*$",
)


def straight(label: str) -> str:
    """Return a label with straight apostrophes.

    Example:
        >>> straight("What’s New")
        "What's New"
    """
    return label.translate(_STRAIGHT)


@attrs.frozen(eq=False)
class Expected:
    """The expectations for a text of a dialect.

    Attributes:
        family: Whether the dialect describes one family, whose digests all hold the same. Otherwise
            it describes what a text may contain, not what it should.
        heading: A digest heading with a date, and with ``{title}`` in place of its title; empty if
            no template gives one, ``None`` if the dialect has no rule for one.
        dated: Whether a heading has a date.
        linked: Whether papers have links.
        votes: Whether papers have votes.
        authors: Whether papers have authors.
        sections: Whether papers have sections.
        labels: The labels of sections that the dialect knows.
        value_labels: The labels of lines with a value, such as ``Vote``, with its attribute; none
            if the dialect does not describe a family.
        labelled: Match the start of a section with such a label, up to its text.
        damaged_label: Finds a known label that no rule matches, or ``None`` without known labels.
        unread_label: The same after white space.
        contents: Finds the titles in a table of contents.
        separators: Match lines that may occur anywhere.
    """

    family: bool
    heading: str | None
    dated: bool
    linked: bool
    votes: bool
    authors: bool
    sections: bool
    labels: frozenset[str]
    value_labels: Mapping[str, Attribute]
    labelled: tuple[re.Pattern[str], ...]
    damaged_label: re.Pattern[str] | None
    unread_label: re.Pattern[str] | None
    contents: re.Pattern[str] | None
    separators: tuple[re.Pattern[str], ...]

    @classmethod
    def of(
        cls, rules: Sequence[Rule], cells: Sequence[Cell], contents: str | None, *, family: bool
    ) -> "Expected":
        """Derive the expectations from a dialect's table.

        Args:
            rules: Its rules.
            cells: Its cells.
            contents: Its expression for a line of a table of contents.
            family: Whether it describes one family.
        """
        top = [rule for rule in rules if rule.kind == "digest"]
        dated = any({"date", "range"} & _groups(rule) for rule in top)
        rules = (*rules, *(rule for cell in cells for rule in cell.rules))

        def holds(kind: Kind, group: str) -> bool:
            return any(
                rule.kind == kind or (rule.kind == "paper" and group in _groups(rule))
                for rule in rules
            )

        damaged = _damaged_label([label for rule in rules for label in rule.known])
        dividers = [line for rule in rules if rule.kind == "divider" for line in rule.patterns]
        return cls(
            family=family,
            heading=_sample(top, dated=dated) if top else None,
            dated=dated,
            linked=holds("link", "url"),
            votes=holds("votes", "votes"),
            authors=holds("authors", "authors"),
            sections=holds("section", "text") or any(cell.kind == "section" for cell in cells),
            labels=frozenset(label for rule in rules for label in rule.known),
            value_labels={
                label: VALUES[rule.kind]
                for rule in rules
                if family and rule.kind in VALUES and not VALUES[rule.kind].derived
                for template in rule.templates
                if (label := template.partition("{")[0].strip(" *:"))
            },
            labelled=tuple(
                re.compile(pattern)
                for rule in rules
                if rule.known and "label" in _groups(rule)
                for pattern in rule.patterns
            ),
            damaged_label=re.compile(damaged) if damaged else None,
            unread_label=re.compile(rf"\s*+{damaged}") if damaged else None,
            contents=re.compile(contents, re.MULTILINE) if contents else None,
            separators=tuple(re.compile(line, re.MULTILINE) for line in (*_SEPARATORS, *dividers)),
        )

    def sample(self, title: str | None) -> str:
        """Return a digest heading with a date, such as ``## Title (2024-08-26)``, or nothing.

        Args:
            title: Its title, if it is known.
        """
        return (self.heading or "").replace("{title}", title or "Title")

    def separates(self, normalized: str, start: int, end: int) -> bool:
        """Return whether a line may occur anywhere."""
        return any(line.match(normalized, start, end) for line in self.separators)


def _groups(rule: Rule) -> set[str]:
    return {name for pattern in rule.patterns for name in re.compile(pattern).groupindex}


def _sample(rules: Sequence[Rule], *, dated: bool) -> str:
    """Return a heading, such as ``## {title} (2024-08-26)``, by the first template that fits."""
    templates = [re.sub(r"\?\}", "}", each) for rule in rules for each in rule.templates]
    wanted = ("{date}", "{range}") if dated else ("",)
    found = (each for part in wanted for each in templates if part in each)
    template = next(found, "")
    days = "August 20 - August 26" + ("" if "{year}" in template else ", 2024")
    for name, value in ("date", "2024-08-26"), ("range", days), ("year", "2024"):
        template = template.replace(f"{{{name}}}", value)
    return template


def _damaged_label(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    names = "|".join(re.escape(label).replace("'", f"['{_APOSTROPHES}]") for label in labels)
    return (
        rf"(?P<open>\*{{0,3}})[ \t]*+(?P<label>{names})[ \t]*+(?P<close>\*{{0,3}})[ \t]*+[:：]"
        r"(?P<gap>[ \t]*+)(?P<close2>\*{0,3})"
    )
