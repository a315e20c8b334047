"""Where the title and the date of a digest are.

The title is in the first heading. The date may be anywhere at the top: in the heading, in a line
below, in the front matter.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from paperdigest._units.patterns.days import DAY, WEEKDAY, day_in, range_in
from paperdigest._units.patterns.shapes import BARS
from paperdigest._units.patterns.words import counts_papers

#: A heading with a year. All days have one.
_YEAR_IN_HEADING = re.compile(r"^#{1,3}[ \t][^\n]*[0-9]{4}", re.MULTILINE)

#: How many lines, and how many characters, the top of a page has.
_TOP, _LONGEST = 60, 20_000
#: How many lines below the heading the date may be; and the same across another heading.
_NEAR, _NEARER = 14, 8
#: The most other characters in a line with the date.
_BRIEF = 60

#: Within how many lines a letter has its name in bold, and the longest line with its day.
_LETTER, _SHORT = 12, 80

#: What is around front matter in YAML or TOML, the keys of a date, and what follows a key.
FENCE = r"(?:---|\+\+\+)"
DATE_KEY = r"(?:date|created|generated|published|pubDate|publishDate)"
IS = r"[ ]?[:=][ \t]*+"
_FRONT = re.compile(
    rf"\ufeff?{FENCE}[ \t]*\n(?P<body>(?:(?!{FENCE})[^\n]*+\n){{0,40}}+){FENCE}[ \t]*(?:\n|\Z)"
)
_FRONT_DATE = re.compile(rf"^{DATE_KEY}{IS}[\"']?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}", re.MULTILINE)
_FRONT_TITLE = re.compile(rf"^title{IS}[\"']?[^\n\"']*[^\s\"']", re.MULTILINE)
_HEADING = re.compile(
    r"[ \t]*+(?:(?P<mark>\#{1,3})(?:[ \t]++(?=[^\s])|(?=[^\s#]))|<(?P<tag>h1)\b[^>\n]*+>)(?P<words>[^\n]*)"
)
#: The marks of headings of groups, of which the first is not always the title of the page.
OF_GROUPS = ("##", "###")
#: What makes a heading of the line above it (CommonMark 0.31, section 4.3).
_UNDERLINE = re.compile(r"=+[ \t]*|-{3,}[ \t]*")
#: A line in bold, which may be a heading.
_BOLD = re.compile(r"\*\*[^*\n]+\*\*[ \t]*")
#: What is right before the day when a page was made or updated, in a line of any length.
_WHEN = re.compile(
    r"(?i:updated?|modified|created|generated|compiled|fetched|retrieved|\bdate|更新(?:时间|日期)?)"
    rf"[^\w\n]{{1,6}}{WEEKDAY}?\Z"
)
#: What is before and after the day if it is the first of several values in a line: a label, "week of",
#: "issue of", or nothing.
_FIRST = re.compile(
    rf"[ \t*_>]*+(?:[^\W\d_]{{2,16}}(?:[*_]*[:：][ \t*_]*|[ ](?:of|ending|starting)[ ]))?{WEEKDAY}?\Z"
)
#: The number of an issue before the day.
_ISSUE = re.compile(
    r"[^\w\n|]*(?i:issue|edition|ausgabe|numéro|número|edición|edição|выпуск)\b[^\n·|•]{0,30}\Z"
)
_APART = re.compile(r"[*_]*[ \t]*[·|•]")
#: What is before the day of something else: a conference, a deadline.
_EVENT = re.compile(
    r"(?i:conference|deadline|venue|\bheld)|开会|会议|会期|举办|举行|召开|截止|開催|学会|締切|개최|마감"
)
#: What is before the day in a table row of a label and a value.
_LABEL_CELL = re.compile(rf"[ \t]*\|[^|0-9\n\[]{{1,40}}\|[ \t*_`]*{WEEKDAY}?\Z")
#: How lines begin that are not about the page.
_LISTED = ("|", "- [", "* [", "![", "[!")
#: The label of a title that is not a heading, as in the head of a mail or of a page for Pelican.
TITLE_LABEL = r"[*_]{0,3}(?:[Tt]itle|[Ss]ubject|TITLE|SUBJECT)[*_]{0,3}[:：][*_]{0,3}[ \t]++"
_TITLED = re.compile(TITLE_LABEL + r"(?=[^\s])")
#: A word with a sign before it, as below a message.
_HASHTAG = re.compile(r"#[^\s#]")
#: A line in the head of a mail (RFC 5322, section 2.2).
_MAIL = re.compile(r"[*_]{0,3}[A-Z][A-Za-z-]{1,24}:[*_]{0,3}[ \t]")
#: The start of a list item. Below a heading other than the title, its date is not that of the page.
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,4}[.)])[ \t]")
#: The heading of an introduction, which does not repeat the title.
_OPENING = re.compile(
    r"(?:introduction|intro|overview|preface|einleitung|introducción|introdução|introduzione|前言|简介|引言"
    r"|はじめに|概要|서론|들어가며|소개)\W*",
    re.IGNORECASE,
)


class Page(NamedTuple):
    """Where the title and the date of a page are.

    Attributes:
        heading: What marks the heading: ``#`` to ``###``, ``h1``, ``=``, ``-``, ``**``, ``title:``
            for a label in the first line, or nothing.
        above: How many lines are above it.
        dated: Where the date, or a range of days, is: ``heading``, ``below``, ``above`` for a date
            in the front matter, or nothing. If the front matter has the title: ``front`` if it has
            the date in another line, ``title`` in the same line, and ``named`` if it has none.
        gap: How many lines below the heading the date is.
        titled: Whether a first heading can be the title of the page, not that of a paper.
        days: The marks of headings further down that start with a date.
    """

    heading: str = ""
    above: int = 0
    dated: str = ""
    gap: int = 0
    days: tuple[str, ...] = ()
    titled: bool = True


def page_of(text: str, end: int) -> Page:
    """Return where the title and the date of a text are.

    Args:
        text: The text with plain line endings.
        end: Where its first paper starts.
    """
    top = text.removeprefix("\ufeff")
    lines = top[:_LONGEST].split("\n")[:_TOP]
    front = _FRONT.match(top)
    first = front[0].count("\n") if front else 0
    past = text.count("\n", 0, end)
    heading, at = _heading_in(lines, first, past)
    days = tuple(sorted(set(_dated_headings(text, heading))))
    page = Page(heading, at, days=days, titled=not any(map(_counts, lines[first : past + 1])))
    if front:
        # A heading right below the front matter repeats its title; any other one names a part.
        apart = any(line.strip() for line in lines[first:at]) or _opens(lines[at])
        apart |= end < len(text) and at == past  # the heading is a paper
        of_group = heading in OF_GROUPS or text.count("\n# ") > 1
        apart |= of_group and not _repeats(front["body"], lines[at])
        dated = _dated_in_front(front["body"], repeated=bool(heading) and not apart)
        if dated == "above":
            return page._replace(dated=dated)
        if dated:
            return page._replace(heading="", above=0, dated=dated)
    if not heading or (heading in OF_GROUPS and _is_below_bold_day(lines, at)):
        return _without_heading(page._replace(heading="", above=0), lines, past)
    if _dated(lines[at]):
        return page._replace(dated="heading")
    gap = _gap_to_day(lines, heading, at, past)
    if not gap:
        return page
    return page._replace(dated="below", gap=gap)


def page_above(text: str, start: int) -> Page:
    """Return where the title and the date of a text are, above its first paper.

    Args:
        text: The text with plain line endings, with blanks in place of code and comments.
        start: Where its first paper starts.
    """
    page = page_of(text, start)
    if page.heading in OF_GROUPS and not page.dated and start < len(text):
        at = _start_of_line(text, page.above)
        if _is_of_group(text, at, start, page.heading):
            return page_of(text[:at], at)._replace(days=page.days)
    return page


def _dated(line: str) -> bool:
    """Return whether a line has a day, or a range of days."""
    return (day_in(line) or range_in(line)) is not None


def _start_of_line(text: str, number: int) -> int:
    """Return where a line starts, by its number from 0."""
    at = 0
    for _ in range(number):
        at = text.index("\n", at) + 1
    return at


def _is_of_group(text: str, at: int, start: int, mark: str) -> bool:
    """Return whether the first heading of a text is that of a group.

    The first paper is right below it, and more headings of its level are further down.

    Args:
        text: The text.
        at: Where the heading starts.
        start: Where the first paper starts.
        mark: The mark of the heading.
    """
    end = text.find("\n", at)
    if end < 0 or text[end:start].strip() or text.startswith(f"{mark} ", start):
        return False
    return text.find(f"\n{mark} ", start) >= 0


def _heading_in(lines: Sequence[str], first: int, past: int) -> tuple[str, int]:
    """Return what marks the heading of a page, and how many lines are above it.

    Args:
        lines: The lines at the top.
        first: The number of lines of the front matter.
        past: The number of the line of the first paper; headings below it are not checked.
    """
    fenced = seen = False
    for number, line in enumerate(lines[first : past + 1], first):
        if line.startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or not line.strip():
            continue
        found = _HEADING.match(line)
        tagged = found and seen and _HASHTAG.match(line) and lines[number - 1].strip()
        if found and not tagged and not counts_papers(found["words"]):
            return found["mark"] or "h1", number
        if not seen and number < past and _TITLED.match(line):
            return "title:", number
        seen = seen or _MAIL.match(line) is None
        below = lines[number + 1] if number + 1 < len(lines) else ""
        marked = line.startswith(("|", ">", "-", "*", "<", "[")) or "://" in line
        if not marked and _UNDERLINE.fullmatch(below):
            return below[0], number
    return "", 0


def _dated_in_front(front: str, *, repeated: bool) -> str:
    """Return where front matter has the date, as in ``Page.dated``; empty if it has no date or title.

    Args:
        front: The lines of the front matter.
        repeated: Whether a heading repeats the title.
    """
    dated = _FRONT_DATE.search(front) is not None
    title = None if repeated else _FRONT_TITLE.search(front)
    if title is None:
        return "above" if dated else ""
    if dated:
        return "front"
    return "title" if _dated(title[0]) else "named"


def _without_heading(page: Page, lines: Sequence[str], past: int) -> Page:
    """Return where a page without a heading has its title and date: in the first line or in bold."""
    at = next((number for number, line in enumerate(lines) if line.strip()), 0)
    line = lines[at]
    dated = _dated(line)
    if dated and _BOLD.fullmatch(line):
        return page._replace(heading="**", above=at, dated="heading")
    if dated and not line.startswith(("|", "-", "*", ">", "<", "[")):
        return page._replace(above=at, dated="heading")
    for number, name in enumerate(lines[: min(past, _LETTER)]):
        gap = _day_below(lines, number) if _BOLD.fullmatch(name) else 0
        if gap:
            return page._replace(heading="**", above=number, dated="below", gap=gap)
    return page


def _is_below_bold_day(lines: Sequence[str], at: int) -> bool:
    """Return whether the first line of a page is in bold and has a day, above its heading."""
    first = next(line for line in lines if line.strip())
    return at > 0 and _BOLD.fullmatch(first) is not None and day_in(first) is not None


def _gap_to_day(lines: Sequence[str], heading: str, at: int, past: int) -> int:
    """Return how many lines below a heading the day of the page is, or 0 if there is none."""
    headed = False
    for number in range(at + 1, min(at + _NEAR, len(lines), max(past, at + 1))):
        line = lines[number]
        is_heading = _HEADING.match(line) is not None
        headed |= is_heading
        if headed and _ITEM.match(line):
            continue
        long = heading[0] == "#" and is_heading and len(line) >= _SHORT
        if not long and _is_day_of_page(line):
            return number - at
        if line.startswith("#") and number > at + _NEARER:
            break
    return 0


def _is_day_of_page(line: str) -> bool:
    """Return whether a line has the day of the page: with few other words, or with a label for it."""
    day = range_in(line) or day_in(line)
    if day is None:
        return False
    brief = len(line) - (day.end() - day.start()) <= _BRIEF
    first = _FIRST.match(line, 0, day.start()) or _ISSUE.match(line, 0, day.start())
    first = first and _APART.match(line, day.end())
    if not brief and not first and not _WHEN.search(line, 0, day.start()):
        return False
    if _EVENT.search(line, 0, day.start()):
        return False
    return not line.lstrip().startswith(_LISTED) or _is_value(line, day.start())


def _day_below(lines: Sequence[str], at: int) -> int:
    """Return how many lines below the name of a letter a short line has its day, or 0 if none has."""
    for gap, line in enumerate(lines[at + 1 : at + 4], 1):
        if line.strip():
            return gap if len(line) <= _SHORT and day_in(line) else 0
    return 0


def _is_value(line: str, day: int) -> bool:
    """Return whether a line is a table row of a label and a day.

    Args:
        line: The line.
        day: Where the day starts.
    """
    return line.count("|") == BARS and _LABEL_CELL.match(line, 0, day) is not None


def _counts(line: str) -> bool:
    """Return whether a line is a heading that only counts a paper."""
    found = _HEADING.match(line)
    return found is not None and counts_papers(found["words"])


def _repeats(front: str, line: str) -> bool:
    """Return whether a heading has the words of the title in front matter."""
    title, found = _FRONT_TITLE.search(front), _HEADING.match(line)
    return title is None or found is None or found["words"].strip() in title[0]


def _opens(line: str) -> bool:
    """Return whether a line is the heading of an introduction."""
    found = _HEADING.match(line)
    return found is not None and _OPENING.fullmatch(found["words"].strip()) is not None


def _dated_headings(text: str, heading: str) -> list[str]:
    """Return the marks of the headings of a text that have a day near their start.

    A page whose title has a label, or hyphens below it, has no such headings.

    Args:
        text: The text.
        heading: What marks the heading of the page, as in ``Page.heading``.
    """
    if heading in ("-", "title:") or not _YEAR_IN_HEADING.search(text):
        return []
    return [found[1] for found in _day_in_heading().finditer(text)]


@cache
def _day_in_heading() -> re.Pattern[str]:
    return re.compile(rf"^(#{{1,3}})[ \t]++[^\n]{{0,20}}?{DAY}[^\n]{{0,12}}$", re.MULTILINE)
