"""How well a form fits a line: whether what it finds is a title, and what else shows a paper."""

import re
from collections.abc import Sequence
from functools import cache

from paperdigest._units.days import day_in
from paperdigest._units.evidence import LABEL
from paperdigest._units.forms import (
    NAMES_FIRST,
    forms_for,
    match_form,
    may_start,
    sieve_for,
    strict,
)
from paperdigest._units.lines import Line
from paperdigest._units.shapes import MONTH, WEEKDAY
from paperdigest._units.titles import NAMES, is_names, is_person, quality_of
from paperdigest._units.words import roles_of

#: So many words in bold with a colon are a title, and fewer are a label.
_LONG_LABEL = 4

#: A link to a change of a program, as in a changelog.
_CHANGE = re.compile(
    r"/(?:commit|pull|issues|compare|merge_requests)/[0-9a-f]|[(\[ ]#[0-9]{2,6}[)\] ,]|CVE-[0-9]{4}"
)
#: The message of a change, with the part of a program first: ``deps: update the parser``.
_MESSAGE = re.compile(r"[a-z][a-z0-9_.,/ -]{0,30}:[ ][a-z]")
#: A title so short may be that of a group of papers, before a link.
_SHORT = 2
_LINK_BEHIND = re.compile(r"[ \t]++\[(?P<title>[^\[\]\n]++)\]\(")
_LINK = re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]*\)")
#: How a line is indented in which an item goes on.
_INDENTS = ("  ", " \t", "\t ", "\t\t")
#: How names in the style of a bibliography begin: ``Byron, Ada``.
_SURNAME = re.compile(r"[^\W\d_a-z][\w'’-]*+(?:[ ][\w'’-]++)?,[ ][^\W\d_a-z]")
#: An initial, as in names before a title.
_INITIAL = re.compile(r"\b[A-Z]\.(?=[ ,&-]|$)|\bet al\b")
_LAST_INITIAL = re.compile(r"[ ,.-][A-Z]\Z")
#: What may be between a title and names.
_DASH = re.compile(r"[ ](?:[-–—]{1,2}|by)[ ](?=\**[A-Z\xc0-\u024f])")
#: What is between a name and the next one.
_GOES_ON = re.compile(r"(?:\\?[*†‡])?(?:,|[ ]&|[ ]and\b)")
#: The year of a title that is before it.
_YEAR_FIRST = re.compile(r"\((?:19|20)[0-9]{2}\)")
_VENUE = re.compile(
    r"(?<![0-9./-])(?:19|20)[0-9]{2}(?!\.?[0-9]|[/-])|'[0-9]{2}\b|et\.? al|arxiv", re.IGNORECASE
)


@cache
def _day_first() -> re.Pattern[str]:
    """Match a day before anything else; compiled when first asked for, since most lines have none."""
    return re.compile(rf"(?:{WEEKDAY})?(?:{MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {MONTH})[ \t,:：–—-]++")


class _Known:
    """What several forms ask of the same lines and titles.

    Args:
        text: The text with plain line endings.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[int, bool] = {}
        self._qualities: dict[str, float] = {}

    def is_names(self, line: Line) -> bool:
        """Return whether a line is names alone."""
        found = self._names.get(line.words)
        if found is None:
            found = self._names[line.words] = is_names(self._text[line.words : line.end])
        return found

    def quality_of(self, title: str) -> float:
        """Return how much a text looks like a title, from 0 to 1."""
        found = self._qualities.get(title)
        if found is None:
            found = self._qualities[title] = quality_of(title)
        return found


class Fits:
    """How well forms fit lines.

    A form is tried when it is first asked for, and only in lines that hold what it requires: most
    never are, and one that is not tried is not compiled.

    Args:
        text: The text with plain line endings.
        lead: How the words of the lines begin.
        lines: The lines.

    Attributes:
        names: The names of the forms that some lines may have, the most likely first.
    """

    def __init__(self, text: str, lead: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._known: dict[tuple[str, int], float] = {}
        self._about = _Known(text)
        self._open: dict[str, set[int]] = {}
        fitting = sieve_for(lead).fitting
        for number, line in enumerate(lines):
            words = text[line.words : line.end]
            goes_on = text.startswith(_INDENTS, line.end + 1)
            further = text.find("\n", line.end + 1) if goes_on else line.end
            held = text[line.words : further if further >= 0 else len(text)]
            for name in fitting(held):
                if may_start(name, words, goes_on=goes_on):
                    self._open.setdefault(name, set()).add(number)
        self.names = [name for name in forms_for(lead) if name in self._open]

    def gain(self, name: str, numbers: Sequence[int], least: float) -> float:
        """Return how well a form fits some of the lines in all; 0 if that is not over a limit."""
        tried = self._open[name].intersection(numbers)
        if len(tried) <= least:
            return 0.0
        gain = sum(max(self.quality(name, number), 0.0) for number in tried)
        return gain if gain > least else 0.0

    def quality(self, name: str, number: int) -> float:
        """Return how much what a form finds in a line is like a title, or -1 if it finds nothing."""
        found = self._known.get((name, number))
        if found is None:
            found = -1.0
            if number in self._open.get(name, ()):
                line = self._lines[number]
                held = match_form(name, self._text, line.words, line.end)
                if held is not None:
                    found = _quality_in(self._text, line, name, held, self._about)
            self._known[name, number] = found
        return found


def _quality_in(text: str, line: Line, name: str, match: re.Match[str], known: _Known) -> float:
    title: str = match["title"]
    if name.startswith("nick"):
        nick = match["mark5"] or match["mark7"]
        if roles_of(nick) or len(nick.split()) > 3 or len(title.split()) < 3:
            return 0.0
    if not name.startswith(NAMES_FIRST) and known.is_names(line):
        return 0.05
    behind = text[match.end("title") : match.end() + 3].lstrip(" *_")
    colon = ":" in (title.rstrip()[-1:] + behind[:1]).replace("：", ":")
    if colon and roles_of(title):
        return 0.0
    if name.startswith("names"):
        names = match["authors"].strip(" .,")
        names += "." if _LAST_INITIAL.search(names) else ""
        if not is_names(names + ", "):
            found = NAMES.match(names)
            whole = found is not None and found.end() >= len(names) - 4
            quoted = "+quot" in name and _SURNAME.match(names)
            dated = name.startswith(("names, year", "names. year+quot"))
            if not whole and not quoted and not (dated and names[:1].isupper()):
                return 0.0
        if "year" in name and is_names(title):
            return 0.0  # what is before the year is the title
    if _YEAR_FIRST.match(title):
        return 0.5 * known.quality_of(title)  # another form may have a place for the year
    words = text[line.words : line.end]
    day = _day_first().match(words) if may_start("day+", words) else None
    if day is not None and is_person(words[day.end() :].strip()):
        return 0.0
    if name == "sentence":
        rest = text[match.end() : line.end].strip()
        if not (rest[:1] in ("*", "_") or NAMES.match(rest)):
            return 0.0
    if name.endswith("plain") and line.end - match.end() > 0 and not line.mark.startswith("#"):
        rest = text[match.end() : line.end].strip()
        if len(_LINK.sub("", rest)) > (40 if not line.mark else 300):
            return 0.0
    if line.level and day_in(title):
        return 0.3 * known.quality_of(title)
    if line.level and roles_of(title) and len(title.split()) <= 3:
        return 0.0
    if name == "italic" and not line.mark and "](" not in text[match.end() : line.end]:
        return 0.0
    label = LABEL.match(title)
    if (
        label is not None
        and name in ("plain", "sentence", "plain, names")
        and len(label["label"]) < 30
        and roles_of(label["label"])
    ):
        return 0.0
    cited = NAMES.match(title) if "names" not in name and _INITIAL.search(title, 0, 40) else None
    if cited is not None and (cited.end() == len(title) or _INITIAL.search(cited[0])):
        return 0.1  # names, and maybe what follows them
    if name == "plain" and (dash := _DASH.search(title)) and is_names(title[dash.end() :]):
        return 0.2 * known.quality_of(title)  # another form has a place for the names
    if name == "plain" and _is_behind_names(title):
        return 0.3 * known.quality_of(title)
    if (
        name == "bold"
        and ("," in title or _GOES_ON.match(text, match.end()))
        and (is_person(title) or is_person(f"{title}."))
    ):
        return 0.1  # a name, maybe the first of several
    if name == "bold" and len(title.split()) <= _SHORT:
        linked_title = _LINK_BEHIND.match(text, match.end())
        if linked_title and known.quality_of(linked_title["title"]) > known.quality_of(title):
            return 0.2  # who wrote what is linked, or what that is about
    if colon and name in ("bold", "html bold"):
        words = title.rstrip(":： ")
        linked = text[match.end() : line.end].lstrip(" *_:：").startswith(("[", "http", "<http"))
        likely = (1.0 if linked else 0.7) if len(words.split()) >= _LONG_LABEL else 0.3
        return likely * known.quality_of(words)
    if name.endswith("link") and match["url"].startswith("#"):
        return 0.0
    if name == "plain" and title[0].isdigit() and title[1:3].strip("0123456789")[:1] == " ":
        return 0.6 * known.quality_of(title)
    return known.quality_of(title)


def _is_behind_names(title: str) -> bool:
    """Return whether several names start what may be a title, which then follows them."""
    found = NAMES.match(title) if "," in title else None
    return found is not None and "," in found["names"] and found.end() < len(title)


def shown_in(text: str, line: Line, name: str) -> float:
    """Return how much a line without a link to a paper shows one: names, a venue."""
    match = strict(name).match(text, line.words, line.end)
    if (
        match is None
        or _CHANGE.search(text, line.words, line.end)
        or _MESSAGE.match(text, line.words, line.end)
    ):
        return 0.0
    rest = text[match.end() : line.end].strip(" \t-–—:|,.(*_")
    shown = 0.0
    if NAMES.match(rest.removeprefix("by ")):
        shown += 0.6
    if name.startswith("names"):
        shown += 0.4
    elif name.startswith(NAMES_FIRST):
        shown += 0.3
    if _VENUE.search(text, line.words, line.end):
        shown += 0.3
    return min(shown, 1.0)
