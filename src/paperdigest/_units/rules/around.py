"""Rules for what is around papers: groups, chapters, and what ends an item."""

import re
from collections.abc import Set as AbstractSet

from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.before import BEFORE, NUMBER
from paperdigest._units.patterns.set_off import LINK_TEXT
from paperdigest._units.patterns.shapes import OUTSIDE_FOLD

_DIGITS = re.compile(r"[0-9]+")
#: A link to the top of the page, after a heading.
_BACK = r"[ \t]*+\(?\[{1,2}[^\[\]\n]*+\]{1,2}\(#[^()\n]*+\)\)?[ \t]*+"
#: What is around the words of a heading that links to its entry in a table of contents.
_TARGET = r"\]\(#[^()\n]*+\)[ \t]*+"
_LINKED = rf"(?:\[(?=[^\[\]\n]++{_TARGET}$))?+"


def group_rules(*, setext: bool, tight: bool, parts: str, bold: bool) -> list[Rule]:
    """Return the rules for headings over papers.

    Args:
        setext: Whether headings are underlined.
        tight: Whether headings have no space after their mark.
        parts: A pattern of headings that are parts of papers.
        bold: Whether bold lines are above items.
    """
    other = rf"(?!{parts}[ \t]*$)" if parts else ""
    gap = r"[ \t]*+(?=[^\s#])" if tight else r"[ \t]++"
    rules = [
        Rule(
            "group",
            "## {category}",
            pattern=rf"[ ]{{0,3}}(?P<level>#{{1,6}}){gap}{other}{BEFORE}{NUMBER}(?:\*\*(?=[^*\n]*+\*\*[ \t]*$))?"
            rf"{_LINKED}(?P<category>(?:(?!(?:\*\*|#++)[ \t]*$|{_BACK}$|{_TARGET}$)[^\n])++)"
            rf"(?:{_TARGET})?+(?:\*\*)?[ \t#]*+(?:{_BACK})?+$",
            before=1,
        )
    ]
    if setext:
        rules.append(
            Rule(
                "group",
                pattern=rf"(?![ \t#>|\-*+=]|[^\n]*://){BEFORE}{NUMBER}(?P<category>[^\n]*[^\s])[ \t]*\n(?:=+|-{{3,}})[ \t]*$",
                level=2,
            )
        )
    if bold:
        rules.append(
            Rule(
                "group",
                pattern=rf"\*\*{BEFORE}(?P<category>[^*\n:：]{{1,60}})[:：]?\*\*[:：]?[ \t]*$(?=\s{{1,4}}[ ]?(?:[-*+]|[0-9]{{1,4}}[.)])[ \t])",
                level=7,
            )
        )
    rules.append(
        Rule(
            "group",
            pattern=rf"[ \t]*+<(?:h[1-6])\b[^>\n]*+>{BEFORE}(?P<category>[^<\n]++)</h[1-6]>[ \t]*$",
            level=2,
        )
    )
    return rules


def chapter_rules(
    headings: AbstractSet[str], over: AbstractSet[str], shallow: AbstractSet[str]
) -> list[Rule]:
    """Return the rules for code and for chapters without papers.

    Args:
        headings: The headings of such chapters.
        over: Headings over papers that name no group.
        shallow: Headings of such chapters that end at any other heading.
    """
    rules = [
        # Fenced code is deeper than anything else, so it belongs to the block around it.
        Rule(
            "skip",
            pattern=r"[ ]{0,3}(?P<mark>`{3,8}|~{3,8})[^\n]*+\n(?:(?![ ]{0,3}(?P=mark))[^\n]*+\n)*+[ ]{0,3}(?P=mark).*",
            level=9,
        )
    ]
    if over:
        rules.append(Rule("skip", pattern=rf"#{{1,6}}{_any_of(over)}"))
    if shallow:
        rules.append(Rule("skip", pattern=rf"(?P<level>#{{1,6}}){_any_of(shallow)}", level=6))
    if headings:
        rules.append(Rule("skip", pattern=rf"(?P<level>#{{1,6}}){_any_of(headings)}"))
    return rules


def _any_of(headings: AbstractSet[str]) -> str:
    """Return a pattern of some headings, in which numbers may differ: edits may change counts."""
    words = {_DIGITS.sub("[0-9]+", re.escape(each)) for each in headings}
    return rf"[ \t]++(?:{'|'.join(sorted(words))})[ \t]*$"


def end_rules(indent: int, *, paragraphs: bool, folds: bool) -> list[Rule]:
    """Return the rules for what ends a paper that is a list item: another item, or a paragraph.

    An item with a label, or with a link such as "PDF", belongs to the paper.

    Args:
        indent: How deep the papers are indented; items above them are groups.
        paragraphs: Whether other papers are paragraphs, whose prose may be the next paragraph.
        folds: Whether other papers are folds, which may have items in them.
    """
    outside = OUTSIDE_FOLD if folds else ""
    over = [
        Rule(
            "group",
            pattern=r"[ ]?(?:[-*+•]|[0-9]{1,4}[.)])[ \t]++[*_]{0,3}(?P<category>[^\n\[\]]*[^\s*_:：\[\]])[*_:：]{0,4}[ \t]*$",
        )
    ]
    return [
        *(over if indent else ()),
        Rule(
            "skip",
            pattern=rf"{outside}[ ]?(?:[-*+•]|[0-9]{{1,4}}[.)])[ \t]++(?=[^\s])(?![*_]{{0,3}}[^\n:：*_\[\]|<>]{{1,40}}[*_]{{0,3}}[:：])"
            rf"(?!\[{LINK_TEXT}\]\()",
            level=8,
        ),
        *(() if paragraphs else (Rule("skip", pattern=r"[ \t]*+(?=\n[^\W\d_])", level=8),)),
    ]
