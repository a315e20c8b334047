"""The rules for the title and the date of a digest, where a page has them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from paperdigest._grammar.patterns import TOP
from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.days import DAY, DAYS, WEEKDAY
from paperdigest._units.patterns.shapes import SIGNS
from paperdigest._units.search.page import DATE_KEY, FENCE, IS, TITLE_LABEL, Page

#: Which week it is, before its day: after a dash or the like, after other words, or at the start.
_WEEK = (
    r"(?:[ \t]?[-–—|:：,，·(\[（【][ \t]?(?i:for )?(?i:the )?|(?<!the)(?<!The)[ \t](?i:for the )?|(?<=#[ \t]))"
    r"(?i:week (?:of|ending|starting))[ \t]"
)
_SEPARATOR = rf"(?:{_WEEK}|(?:[ \t]?[-–—|:：,，·@][ \t]?|[ \t](?i:for|of|on|from|dated|vom|du|del|за|от)[ \t]|[ \t])?[(\[（【]?[ \t]?)"
#: The words of a title and what separates them from a date; the date; and days or a date.
_BEFORE_DATE = rf"(?P<title>[^\n]{{0,160}}?){_SEPARATOR}"
_DATE = rf"{WEEKDAY}?(?P<date>{DAY})"
_ANY_DAYS = rf"(?P<range>{DAYS})", _DATE
#: Days as they are written where no text shows how.
_ADDED_DAYS = r"[0-9]{4}-[0-9]{2}-[0-9]{2} to [0-9]{4}-[0-9]{2}-[0-9]{2}"
_OTHERS = rf"(?:(?!{FENCE}|title{IS}|{DATE_KEY}{IS})[^\n]*+\n){{0,20}}+"
_TITLE_LINE = rf"title{IS}[\"']?(?P<title>[^\n]*?[^\s\"'])[\"']?[ \t]*\n"
_DATE_LINE = rf"{DATE_KEY}{IS}[\"']?(?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})[^\n]*+\n"
_END = rf"(?:(?!{FENCE})[^\n]*+\n){{0,40}}+{FENCE}[ \t]*$"
#: The patterns of front matter with a title, by where the date is.
_FRONTS = {
    "front": (
        rf"{FENCE}[ \t]*\n{_OTHERS}{_TITLE_LINE}{_OTHERS}{_DATE_LINE}{_END}",
        rf"{FENCE}[ \t]*\n{_OTHERS}{_DATE_LINE}{_OTHERS}{_TITLE_LINE}{_END}",
    ),
    "title": tuple(
        rf"{FENCE}[ \t]*\n{_OTHERS}title{IS}(?>[\"']?(?P<title>[^\n]{{0,160}}?){_SEPARATOR}{days})[^\n]*+\n{_END}"
        for days in _ANY_DAYS
    ),
    "named": (rf"{FENCE}[ \t]*\n{_OTHERS}{_TITLE_LINE}{_END}",),
}
#: Front matter with a date.
_DATED_FRONT = (
    rf"{FENCE}[ \t]*\n(?:(?!{FENCE}|{DATE_KEY}{IS})[^\n]*+\n){{0,20}}+{_DATE_LINE}"
    rf"(?:(?!{FENCE})[^\n]*+\n){{0,20}}+{FENCE}[ \t]*$"
)


class _Heading(NamedTuple):
    """How a heading is written, as patterns.

    Attributes:
        start: What is before its words.
        words: Its words.
        closing: What may follow them in the line.
        under: The line below it that makes it a heading, if there is one.
    """

    start: str = ""
    # Possessive, so that the end of the line is tried only once after a run of spaces.
    words: str = r"(?:[^ \t\n]++|[ \t]++(?!$|\[?!\[))++"
    closing: str = ""
    under: str = ""

    @property
    def title(self) -> str:
        """The pattern of a title that is all of its words."""
        return rf"{self.start}{SIGNS}(?P<title>(?=[^\s]){self.words})"

    @property
    def end(self) -> str:
        """The pattern of its end."""
        return rf"[ \t]*+{self.closing}{self.under}"


def page_rules(page: Page) -> list[Rule]:
    """Return the rules for the heading of a digest."""
    rules = [Rule("digest", pattern=pattern) for pattern in _patterns(page)]
    for level in page.days:
        pattern = rf"(?P<level>{level})[ \t]++{SIGNS}(?P<title>[^\n]{{0,20}}?){_SEPARATOR}{_DATE}[^\n]{{0,12}}$"
        rules.append(Rule("digest", pattern=pattern))
    if page.titled:
        pattern = (
            rf"{TOP}#[ \t]++(?P<title>[^\n]{{0,280}}?)(?:,[ \t])?(?P<range>{_ADDED_DAYS})[ \t]*$"
        )
        rules.append(Rule("digest", ("# {title}, {range}", "# {range}"), pattern=pattern))
        pattern = rf"{TOP}#[ \t]++(?P<title>[^\n]{{0,280}}?)(?:,[ \t])?(?P<date>{DAY})?[ \t]*$"
        templates = ("# {title}, {date}", "# {title}", "# {date}")
        rules.append(Rule("digest", templates, pattern=pattern))
    return rules


def _patterns(page: Page) -> Iterator[str]:
    """Yield the patterns of the title and the date at the top."""
    above = TOP + rf"(?:[^\n]*+\n){{{page.above}}}" if page.above else TOP
    heading = _heading_of(page.heading)
    end = f"{heading.end}$"
    if page.dated == "above":
        if page.heading:
            yield rf"{TOP}{_DATED_FRONT}(?:\n(?!#)[^\n]*){{0,40}}?\n{heading.title}{end}"
        yield TOP + _DATED_FRONT
        if page.heading:
            yield rf"{TOP}(?:[^\n]*+\n){{0,{page.above}}}?{heading.title}{end}"
    elif page.dated in _FRONTS:
        if page.dated == "named":  # a date may be added
            yield from (TOP + front for front in _FRONTS["front"])
        yield from (TOP + front for front in _FRONTS[page.dated])
        if page.dated == "front":  # an edit may take out one of the two
            yield from (TOP + front for front in (*_FRONTS["named"], _DATED_FRONT))
        elif page.dated == "title":
            yield TOP + _FRONTS["named"][0]
    elif page.dated == "heading":
        title = rf"{_SEPARATOR}(?P<title>(?=[^\W\d_]){heading.words}){end}"
        for days in _ANY_DAYS:
            yield rf"{above}{heading.start}{SIGNS}[\[(（【]?{days}[\])）】]?{title}"
            yield rf"{above}{heading.start}(?>{SIGNS}{_BEFORE_DATE}{days})[^\n]*+{heading.under}$"
    elif page.dated == "below":
        gap = page.gap - 1 - bool(heading.under)
        between = rf"{heading.end}(?:\n[^\n]*+){{{gap}}}\n"
        for days in _ANY_DAYS:
            yield rf"{above}{heading.title}{between}[^\n]{{0,200}}?{days}[^\n]*+$"
    elif page.heading:
        # The heading of this text has no date, but an edit may add one.
        for days in (f"(?P<range>{_ADDED_DAYS})", f"(?P<date>{DAY})"):
            yield rf"{above}{heading.start}{SIGNS}(?P<title>[^\n]{{0,280}}?),[ \t]{days}{end}"
    if page.heading not in ("", "**") and page.dated not in ("above", *_FRONTS):
        # An edit may take out the date; a line in bold needs one to be a heading.
        yield f"{above}{heading.title}{end}"


def _heading_of(mark: str) -> _Heading:
    """Return how a heading is written.

    Args:
        mark: What marks it, as in ``Page.heading``.
    """
    if not mark:
        return _Heading()
    if mark == "h1":
        words = r"(?:[^ \t\n<]++|<(?!/h1>[ \t]*+$)|[ \t]++(?!$|</h1>[ \t]*+$))++"
        return _Heading(r"[ \t]*+<h1\b[^>\n]*+>[ \t]*+", words, r"(?:</h1>)?[ \t]*+")
    if mark == "title:":
        return _Heading(TITLE_LABEL)
    if mark == "**":
        return _Heading(r"\*\*", r"(?:[^ \t\n*]++|[ \t]++(?!$))++", r"\*\*")
    # Badges before and after the words are not part of the title.
    start = rf"[ \t]*+{mark}(?!#)[ \t]*+" if mark[0] == "#" else ""
    start += r"(?:\[?!\[[^\]\n]*+\]\([^()\s]*+\)(?:\]\([^()\s]*+\))?[ \t]++(?=[^\s]))*+"
    under = "" if mark[0] == "#" else rf"\n{re.escape(mark)}++[ \t]*+"
    return _Heading(start, closing=r"(?:\[?!\[[^\n]*+)?", under=under)
