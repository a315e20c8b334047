"""The title and the date of a digest: where a text gives them, and the rules that read them there.

A page gives its title in the first heading and its date anywhere at the top: in the heading, in a line
below, in the front matter. What is found becomes a rule for just that place.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from paperdigest._grammar.patterns import TOP
from paperdigest._grammar.rules import Rule
from paperdigest._units.days import day_in, holds_range
from paperdigest._units.shapes import DAY, DAYS, SIGNS, WEEKDAY

#: A heading with a year, as all days have one.
_YEAR_IN_HEADING = re.compile(r"^#{1,3}[ \t][^\n]*[0-9]{4}", re.MULTILINE)

#: How many lines at the top may give the title and the date.
_TOP = 60

#: How many lines at the top may hold the name of a letter in bold, and how long a line is that
#: tells its day.
_LETTER, _SHORT = 12, 80

#: What is around front matter in YAML or TOML, the keys of a date, and what is behind a key.
_FENCE = r"(?:---|\+\+\+)"
_DATE_KEY = r"(?:date|created|pubDate|publishDate)"
_IS = r"[ ]?[:=][ \t]*+"
_FRONT = re.compile(
    rf"\ufeff?{_FENCE}[ \t]*\n(?P<body>(?:(?!{_FENCE})[^\n]*+\n){{0,40}}+){_FENCE}[ \t]*(?:\n|\Z)"
)
_FRONT_DATE = re.compile(rf"^{_DATE_KEY}{_IS}[\"']?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}", re.MULTILINE)
_FRONT_TITLE = re.compile(rf"^title{_IS}[\"']?[^\n\"']*[^\s\"']", re.MULTILINE)
_HEADING = re.compile(
    r"[ \t]*+(?:(?P<mark>\#{1,3})(?:[ \t]++(?=[^\s])|(?=[^\s#]))|<(?P<tag>h1)\b[^>\n]*+>)(?P<words>[^\n]*)"
)
#: A line in bold, which may be a heading.
_BOLD = re.compile(r"\*\*[^*\n]+\*\*[ \t]*")
#: What is right before the day on which a page was made or updated, in a line of any length.
_WHEN = re.compile(
    r"(?i:updated?|modified|created|generated|compiled|fetched|retrieved|\bdate|更新(?:时间|日期)?)"
    rf"[^\w\n]{{1,6}}{WEEKDAY}?\Z"
)
#: What is before the day in a row of two cells, of which the first is a label.
_LABEL_CELL = re.compile(rf"[ \t]*\|[^|0-9\n\[]{{1,40}}\|[ \t*_`]*{WEEKDAY}?\Z")
#: How lines begin that are about something else than the page.
_LISTED = ("|", "- [", "* [", "![", "[!")
#: How many bars such a row has.
_BARS = 3
#: The label of a title that no heading gives, as in the head of a mail or of a page for Pelican.
_TITLE_LABEL = r"[*_]{0,3}(?:[Tt]itle|[Ss]ubject|TITLE|SUBJECT)[*_]{0,3}[:：][*_]{0,3}[ \t]++"
_TITLED = re.compile(_TITLE_LABEL + r"(?=[^\s])")
#: How a list item starts: below another heading than the title, its date is not that of the page.
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,4}[.)])[ \t]")
#: A heading that repeats no title: that of an introduction.
_OPENING = re.compile(
    r"(?:introduction|intro|overview|preface|einleitung|introducción|introdução|introduzione|前言|简介|引言"
    r"|はじめに|概要|서론|들어가며|소개)\W*",
    re.IGNORECASE,
)
_SEPARATOR = r"(?:[ \t]?[-–—|:：,，·@][ \t]?|[ \t](?i:for|of|on|from|dated|vom|du|del)[ \t]|[ \t])?[(\[（【]?[ \t]?"
_OTHERS = rf"(?:(?!{_FENCE}|title{_IS}|{_DATE_KEY}{_IS})[^\n]*+\n){{0,20}}+"
_TITLE_LINE = rf"title{_IS}[\"']?(?P<title>[^\n]*?[^\s\"'])[\"']?[ \t]*\n"
_DATE_LINE = rf"{_DATE_KEY}{_IS}[\"']?(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})[^\n]*+\n"
_END = rf"(?:(?!{_FENCE})[^\n]*+\n){{0,40}}+{_FENCE}[ \t]*$"
#: The patterns of front matter with a title, by where the date is.
_FRONTS = {
    "front": (
        rf"{_FENCE}[ \t]*\n{_OTHERS}{_TITLE_LINE}{_OTHERS}{_DATE_LINE}{_END}",
        rf"{_FENCE}[ \t]*\n{_OTHERS}{_DATE_LINE}{_OTHERS}{_TITLE_LINE}{_END}",
    ),
    "title": (
        rf"{_FENCE}[ \t]*\n{_OTHERS}title{_IS}[\"']?(?P<title>[^\n]{{0,160}}?){_SEPARATOR}{WEEKDAY}?(?P<date>{DAY})[^\n]*+\n{_END}",
    ),
    "named": (rf"{_FENCE}[ \t]*\n{_OTHERS}{_TITLE_LINE}{_END}",),
}


class Page(NamedTuple):
    """Where a page gives its title and date.

    Attributes:
        heading: What marks the heading: ``#`` to ``###``, ``h1``, ``=``, ``-``, ``**``, ``title:``
            for a label in the first line, or nothing.
        above: How many lines are above it.
        dated: Where the date is: ``heading``, ``range`` for days there, ``below``, ``above``
            for the front matter, or nowhere. If the front matter has the title, ``front`` for a
            line of its own there, ``title`` for that of the title, and ``named`` for nowhere.
        gap: How many lines are between the heading and the line of the date.
        plain: Whether the first line of text is the heading, which nothing marks.
        titled: Whether a first heading can be its title, and is not a paper's.
        days: The levels of headings further down that start with a date.
    """

    heading: str = ""
    above: int = 0
    dated: str = ""
    gap: int = 0
    days: tuple[str, ...] = ()
    titled: bool = True


def page_of(text: str, end: int) -> Page:
    """Return where a text gives its title and date.

    Args:
        text: The text with plain line endings.
        end: Where its first paper starts.
    """
    top = text.removeprefix("\ufeff")
    lines = top[:20_000].split("\n")[:_TOP]
    heading, at = "", 0
    fenced = seen = False
    front = _FRONT.match(top)
    first = front[0].count("\n") if front else 0
    past = text.count("\n", 0, end)
    for number, line in enumerate(lines):
        if number < first:
            continue
        if number > past:
            break  # a heading below papers is that of a group
        if line.startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or not line.strip():
            continue
        found = _HEADING.match(line)
        if found:
            heading, at = found["mark"] or "h1", number
            break
        if not seen and number < past and _TITLED.match(line):
            heading, at = "title:", number
            break
        seen = True
        below = lines[number + 1] if number + 1 < len(lines) else ""
        marked = line.startswith(("|", ">", "-", "*", "<", "[")) or "://" in line
        if not marked and re.fullmatch(r"=+[ \t]*|-{3,}[ \t]*", below):
            heading, at = below[0], number
            break
    days = tuple(sorted(set(_dated_headings(text, heading))))
    # Right below the front matter a heading repeats its title; any other is that of a part.
    if front and (named := _FRONT_TITLE.search(front["body"])):
        apart = any(line.strip() for line in lines[first:at]) or _opens(lines[at])
        apart |= end < len(text) and text.count("\n", 0, end) == at  # that of a paper
        if not heading or apart:
            dated = "front" if _FRONT_DATE.search(front["body"]) else ""
            return Page("", 0, dated or ("title" if day_in(named[0]) else "named"), 0, days)
    if front and _FRONT_DATE.search(front["body"]):
        return Page(heading, at, "above", 0, days)
    if not heading:
        words = next((number for number, line in enumerate(lines) if line.strip()), 0)
        line = lines[words] if lines else ""
        if _BOLD.fullmatch(line) and day_in(line):
            return Page("**", words, "range" if holds_range(line) else "heading", 0, days)
        if day_in(line) and not line.startswith(("|", "-", "*", ">", "<", "[")):
            return Page("", words, "heading", 0, days)
        for number, line in enumerate(lines[: min(past, _LETTER)]):
            gap = _day_below(lines, number) if _BOLD.fullmatch(line) else 0
            if gap:
                return Page("**", number, "below", gap, days)
        return Page("", 0, "", 0, days)
    if holds_range(lines[at]):
        return Page(heading, at, "range", 0, days)
    if day_in(lines[at]):
        return Page(heading, at, "heading", 0, days)
    headed = False
    for number in range(at + 1, min(at + 14, len(lines), max(past, at + 1))):
        line = lines[number]
        is_heading = _HEADING.match(line) is not None
        headed |= is_heading
        if headed and _ITEM.match(line):
            continue
        if heading[0] != "#" or not is_heading or len(line) < 80:
            found_day = day_in(line)
            if (
                found_day
                and (
                    len(line) - (found_day.end() - found_day.start()) <= 60
                    or _WHEN.search(line, 0, found_day.start())
                )
                and (not line.lstrip().startswith(_LISTED) or _is_value(line, found_day.start()))
            ):
                return Page(heading, at, "below", number - at, days)
        if line.startswith("#") and number > at + 8:
            break
    return Page(heading, at, "", 0, days)


def _day_below(lines: Sequence[str], at: int) -> int:
    """Return how many lines below the name of a letter its day is, in a short line; 0 if nowhere."""
    for gap, line in enumerate(lines[at + 1 : at + 4], 1):
        if line.strip():
            return gap if len(line) <= _SHORT and day_in(line) else 0
    return 0


def _is_value(line: str, day: int) -> bool:
    """Return whether a line is a row of a label and a day, which starts at a place."""
    return line.count("|") == _BARS and _LABEL_CELL.match(line, 0, day) is not None


def _opens(line: str) -> bool:
    """Return whether a line is the heading of an introduction."""
    found = _HEADING.match(line)
    return found is not None and _OPENING.fullmatch(found["words"].strip()) is not None


def _dated_headings(text: str, heading: str) -> "list[str]":
    if heading not in ("#", "##", "h1", "=", "", "###"):
        return []
    if not _YEAR_IN_HEADING.search(text):
        return []
    found = re.finditer(rf"^(#{{1,3}})[ \t]++[^\n]{{0,20}}?{DAY}[^\n]{{0,12}}$", text, re.MULTILINE)
    return [each[1] for each in found]


def page_rules(page: Page) -> list[Rule]:
    """Return the rules for the heading of a digest."""
    top = TOP
    above = top + rf"(?:[^\n]*+\n){{{page.above}}}" if page.above else top
    rules: list[Rule] = []
    mark = page.heading
    start = closing = under = ""
    # A run of white space is asked once whether the line ends behind it, not from each place in it.
    words = r"(?:[^ \t\n]++|[ \t]++(?!$|\[?!\[))++"
    if mark == "h1":
        start, closing = r"[ \t]*+<h1\b[^>\n]*+>[ \t]*+", r"(?:</h1>)?[ \t]*+"
        words = r"(?:[^ \t\n<]++|<(?!/h1>[ \t]*+$)|[ \t]++(?!$|</h1>[ \t]*+$))++"
    elif mark == "title:":
        start = _TITLE_LABEL
    elif mark == "**":
        start = closing = r"\*\*"
        words = r"(?:[^ \t\n*]++|[ \t]++(?!$))++"
    elif mark:
        # Badges before and behind the words are no part of the title.
        closing = r"(?:\[?!\[[^\n]*+)?"
        start = rf"[ \t]*+{mark}[ \t]*+" if mark[0] == "#" else ""
        start += r"(?:\[?!\[[^\]\n]*+\]\([^()\s]*+\)(?:\]\([^()\s]*+\))?[ \t]++(?=[^\s]))*+"
        under = "" if mark[0] == "#" else rf"\n{re.escape(mark)}++[ \t]*+"
    title = rf"{SIGNS}(?P<title>(?=[^\s]){words})"
    line_end = rf"[ \t]*+{closing}{under}"
    end, rest = f"{line_end}$", rf"[^\n]*+{under}$"
    if page.dated == "above":
        front = (
            rf"{_FENCE}[ \t]*\n(?:(?!{_FENCE}|{_DATE_KEY}{_IS})[^\n]*+\n){{0,20}}+{_DATE_LINE}"
            rf"(?:(?!{_FENCE})[^\n]*+\n){{0,20}}+{_FENCE}[ \t]*$"
        )
        if mark:
            rules.append(
                Rule(
                    "digest",
                    pattern=rf"{top}{front}(?:\n(?!#)[^\n]*){{0,40}}?\n{start}{title}{end}",
                )
            )
        rules.append(Rule("digest", pattern=top + front))
    elif page.dated in ("front", "title", "named"):
        fronts = _FRONTS[page.dated]
        if page.dated == "named":  # a date may be added
            fronts = (*_FRONTS["front"], *fronts)
        rules += [Rule("digest", pattern=top + each) for each in fronts]
    elif page.dated == "range":
        rules.append(
            Rule(
                "digest",
                pattern=rf"{above}{start}{SIGNS}(?P<title>[^\n]{{0,160}}?){_SEPARATOR}(?P<range>{DAYS})[^\n]*+$",
            )
        )
    elif page.dated == "heading":
        rules.append(
            Rule(
                "digest",
                pattern=rf"{above}{start}{SIGNS}[\[(（【]?{WEEKDAY}?(?P<date>{DAY})(?:[ ]?[~–-][ ]?[0-9]{{1,2}}[./-][0-9]{{1,2}})?[\])）】]?{_SEPARATOR}(?P<title>(?=[^\W\d_]){words}){end}",
            )
        )
        rules.append(
            Rule(
                "digest",
                pattern=rf"{above}{start}(?>{SIGNS}(?P<title>[^\n]{{0,160}}?){_SEPARATOR}{WEEKDAY}?(?P<date>{DAY})){rest}",
            )
        )
    elif page.dated == "below":
        gap = page.gap - 1 - bool(under)
        between = rf"{line_end}(?:\n[^\n]*+){{{gap}}}\n"
        rules.append(
            Rule(
                "digest",
                pattern=rf"{above}{start}{title}{between}[^\n]{{0,200}}?{WEEKDAY}?(?P<date>{DAY})[^\n]*+$",
            )
        )
    elif mark:
        # No heading of this text has a date, but one may be added.
        added = rf"{SIGNS}(?P<title>[^\n]{{0,280}}?),[ \t](?P<date>{DAY})"
        rules.append(Rule("digest", pattern=f"{above}{start}{added}{end}"))
        rules.append(Rule("digest", pattern=rf"{above}{start}{title}{end}"))
    for level in page.days:
        rules.append(
            Rule(
                "digest",
                pattern=rf"(?P<level>{level})[ \t]++{SIGNS}(?P<title>[^\n]{{0,20}}?){_SEPARATOR}{WEEKDAY}?(?P<date>{DAY})[^\n]{{0,12}}$",
            )
        )
    if not page.titled:
        return rules
    rules.append(
        Rule(
            "digest",
            ("# {title}, {date}", "# {title}", "# {date}"),
            pattern=rf"{top}#[ \t]++(?P<title>[^\n]{{0,280}}?)(?:,[ \t])?(?P<date>{DAY})?[ \t]*$",
        )
    )
    return rules
