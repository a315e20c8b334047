"""Rules for the lines of a paper that are rows of a table, or links in HTML."""

from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.links import ANCHOR_LABEL
from paperdigest._units.patterns.people import OF_AUTHORS, OF_VENUE, PEOPLE
from paperdigest._units.patterns.shapes import END, SIGNS
from paperdigest._units.rules.names import LAST_TAG, of_names


def cell_rules(authors: str) -> list[Rule]:
    """Return the rules for tables with a label and a value in each row.

    Args:
        authors: The pattern of the labels of authors.
    """
    cell = r"[ \t]*+\|[ \t]*+"
    start = rf"(?:>[ ]?)?\|(?![ \t:|-]*$)[ \t]*+{SIGNS}[*_]{{0,3}}"
    return [
        of_names(rf"{start}{authors}[*_]{{0,3}}{cell}(?P<authors>[^|\n]*)\|[ \t]*$", late=True),
        Rule(
            "link",
            pattern=rf"{start}(?P<label>[^|*\n]*+)[*_]{{0,3}}{cell}(?:\[[^\]\n]*\]\()?<?(?P<url>https?://[^\s|()<>]++)[^|\n]*\|[ \t]*$",
            main=True,
            late=True,
        ),
        Rule(
            "field",
            pattern=rf"{start}(?P<label>[^|*\n]*[^|*\s])[*_]{{0,3}}{cell}(?P<value>[^|\n]*)\|[ \t]*$(?!\n[>\s]*\|[ \t:|-]*-[ \t:|-]*$)",
            late=True,
        ),
    ]


def anchor_rules() -> list[Rule]:
    """Return the rules for links and names in HTML that start a line."""
    tags = r"[ \t]*+(?:<(?!a\b)[a-z]+\b[^>\n]*+>[ \t]*+)*+[^\w<\n]{0,4}"

    def anchor(url: str) -> str:
        return (
            rf"{tags}{ANCHOR_LABEL}<a\b[^>\n]*?\bhref=[\"'](?P<url>{url}[^\"'\s<>#]*+)[\"'][^>\n]*+>"
            r"(?P<label>[^<\n]*+)</a>"
        )

    return [
        of_names(rf"[ \t]*+{OF_AUTHORS}", late=True),
        # Several, of which the first is a link.
        of_names(
            rf"[ \t]*+(?=<a[ ][^>\n]*+>[^<\n]*+</a>(?:<sup>[^<\n]*+</sup>|[^\w\s<,])?+(?:,|[ ]and)[ ])"
            rf"(?P<authors>{PEOPLE}){LAST_TAG}{END}",
            late=True,
        ),
        Rule("link", pattern=anchor(f"(?={HOST})"), main=True, late=True),
        Rule("link", pattern=anchor("(?!#)"), late=True),
        of_names(
            rf"(?=[ \t]*+<){tags}(?P<authors>{PEOPLE})(?=[.,]?[ \t]*+</)(?!{OF_VENUE})", late=True
        ),
    ]
