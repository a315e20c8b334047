"""Shapes that the rules of the general dialect share: labels, links, titles, and what shows a paper."""

from paperdigest._dialects.general._words import (
    AUTHORS,
    CODE_HOST,
    NUMBER,
    PAPER_HOST,
    PEOPLE,
    SIGNS,
    TELLING,
    any_of,
)
from paperdigest._grammar.patterns import URL

NAME = "general"

#: What it is for.
DESCRIPTION = "One-off digests of any layout: headings, lists or tables with labelled values."

#: The first one is written; all are read.
BETWEEN_AUTHORS = (", ", " and ", "; ", " & ", "、", "，", "；")

STARS = r"\*{0,3}+"
BEFORE = rf"{SIGNS}{NUMBER}{SIGNS}"
BULLET = r"[ ]?(?:[-*+]|[0-9]{1,4}[.)])[ \t]++(?:\[[ xX]\][ \t]++)?+"
DASH = rf"(?:[-*+•>][ \t]++)?+{SIGNS}"

# A label and its colon: in any emphasis where the word is known, else bold, emphasised or plain.
OPEN, CLOSE = "[*_]{0,3}+", "[*_]{0,3}+[ \t]?[:：](?!//)[*_]{0,3}+"
#: Few lines have a colon near their start, so that most are passed over without asking for words.
COLON_AHEAD = r"(?=[^\n:：]{1,70}+[:：])"
WORD = r"(?P<label>[^\n:：*_\[\]|<>#`]{1,60}?)"
BOLD = rf"\*\*{WORD}(?:\*\*[ \t]?[:：]|[:：]\*\*)"

#: One to three words without emphasis.
CAPITAL = r"(?P<label>[^\W\d_a-z][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+)[:：](?!//)"

BREAK = r"(?:<br[ ]?/?>|\\)[ \t]*+$"
END = r"(?:<br[ ]?/?>|\\)?[ \t]*$"

TEXT = r"(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+"
LINK = rf"\[{TEXT}\]\((?!#){URL}\)"
TARGET = rf"[ \t]?<?(?P<url>(?![#)>]){URL})>?(?:[ \t]\"[^\"\n]*+\")?[ \t]?"
LINKED = (
    rf"(?!\[(?i:v?[0-9]++(?:\.[0-9]++)++|unreleased|back to top)\b)\[(?P<title>{TEXT})\]\({TARGET}\)"
    + STARS
)
#: A title up to links behind it, or to the end of the line.
TITLE = (
    r"(?P<title>(?![ \t])(?:(?!(?:[ \t]{0,3}[(|,–—-]{0,2}+[ \t]{0,2})\[{1,2}[^\[\]\n]*+\]\()"
    r"(?!\*\*[ \t]*$).)++)(?:\*\*)?"
)

# What shows that a title is that of a paper: a link, names behind it, or a line close below. Below a
# heading such a line stands at the margin, below a list item it may be indented.
LABEL = (
    rf"{DASH}(?:\*\*[^\n:：*|]{{1,40}}(?:\*\*[ \t]?[:：]|[:：]\*\*)|[*_][^\s:：*_|][^\n:：*_|]{{0,40}}[*_]?[:：]"
    r"|[^\W\d_][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+[:：](?!//))"
)
SHORT = any_of(
    "(?:paper |pdf |arxiv )?(?:link|url)",
    "paper",
    "pdf",
    "arxiv",
    "doi",
    "abs",
    "source",
    "论文",
    "链接",
    "링크",
    "논문",
    "原文",
)
SHOWS = (
    rf"(?:{DASH}{OPEN}(?:{AUTHORS}|{TELLING}){CLOSE}"
    rf"|{DASH}{OPEN}{SHORT}{CLOSE}[ \t]*+(?:\[[^\]\n]*+\]\(|<)?(?!{CODE_HOST})https?://"
    rf"|{DASH}(?:\[(?:{SHORT}|(?i:arxiv:)?[0-9.]{{6,12}})[^\w\]\n]{{0,4}}\]\(|<)?{PAPER_HOST}"
    rf"|{DASH}{OPEN}[Bb]y[ \t:]{{1,2}}(?=[A-Z]))"
)
PASSES = rf"(?:[ \t]*+$|!\[|{LABEL}|[*_]{{1,2}}[^\s*_][^\n]{{1,200}}[*_][ \t]*$|>)"


def _below(indent: str) -> str:
    """Return a look at the lines below: a few that may pass, then one that shows a paper."""
    return rf"(?=[^\n]*+(?:\n{indent}{PASSES}[^\n]*+){{0,8}}?\n{indent}{SHOWS})"


BELOW = _below("[ ]?")
INDENTED = _below(r"(?![-*+]|[0-9]{1,4}[.)])[ \t]{0,8}+")
BEHIND_NAMES = r"(?:,?[ \t][12][0-9]{3})?[)*_]{0,2}(?=[ \t]?(?:$|[-–—:|.,;(\[]))"
BEHIND = (
    r"(?=[ \t]?(?:[-–—:|,(*_]{1,3}[ \t]?(?:(?i:by)[ \t])?|(?i:by)[ \t])"
    rf"{PEOPLE}{BEHIND_NAMES})"
)
