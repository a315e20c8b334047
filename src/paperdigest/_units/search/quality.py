"""How much what a form finds in a line looks like a title.

Names, labels, days and links to other things are found in the same places as titles. Each such
doubt has a function here, and the first one that applies decides. If none does, the words of the
title decide.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from paperdigest._units.patterns.days import MONTH, WEEKDAY, day_in
from paperdigest._units.patterns.forms import may_start
from paperdigest._units.patterns.people import SURNAME_FIRST, SURNAMES
from paperdigest._units.patterns.shapes import WIDE
from paperdigest._units.patterns.titles import LAST_INITIAL, NAMES, is_names, is_person, is_several
from paperdigest._units.patterns.words import is_shallow, roles_of
from paperdigest._units.search.evidence import LABEL, is_publisher
from paperdigest._units.search.lines import Line

#: The fewest words of a bold title with a colon; fewer are a label.
_LONG_LABEL = 4
#: The most bold words before a link that may name a group of papers.
_SHORT = 2
#: The most words in a nickname, and the fewest in the title after it.
_NICK, _TITLE = 3, 3
#: The most characters in a label.
_LABEL = 30
#: The most characters after a plain title, not counting links: in a paragraph, and in an item.
_REST_OF_PARAGRAPH, _REST_OF_ITEM = 40, 300

_LINK_AFTER = re.compile(r"[ \t]++(?:[-–—|·][ \t]++)?\[(?P<title>[^\[\]\n]++)\]\(")
_LINK_AFTER_COLON = re.compile(
    r"[ \t]*+[:：][ \t]++[*_]{0,2}\[(?P<title>[^\[\]\n]++)\]\(<?(?=http)"
)
#: Quotes around a whole title.
_QUOTED = re.compile(r'["“«][^"”»]*["”»][.,]?')
#: Words after quotes that may be part of the title.
_GOES_ON = re.compile(r"[ ](?!(?:at|by|in)[ ])[^\W\d_]")
_LINK = re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]*\)")
_SURNAME = re.compile(SURNAME_FIRST)
#: An initial, as in names before a title.
_INITIAL = re.compile(r"\b[A-Z]\.(?=[ ,&-]|$)|\bet al\b")
#: A venue before names.
_VENUE = re.compile(
    r"\A(?:ar[Xx]iv|[A-Z][A-Za-z&]{1,14}(?:[ ]?['’][0-9]{2}|[ ][12][0-9]{3}|(?<=[A-Z]))),[ ]"
)
_WIDE = re.compile(WIDE)
#: What may be between a title and names.
_DASH = re.compile(r"[ ](?:[-–—]{1,2}|by)[ ](?=\**[A-Z\xc0-\u024f])")
#: Brackets at the end of a title.
_LAST_BRACKETS = re.compile(r"[ ][(（](?P<words>[^()（）]{5,400})[)）]$")
#: A year before a title.
_YEAR_FIRST = re.compile(r"\((?:19|20)[0-9]{2}\)")
#: A count of things: ``3 papers``.
_COUNT = re.compile(r"[0-9]{1,2} ")


@cache
def _day_first() -> re.Pattern[str]:
    """Return the expression of a day at the start, compiled when first needed: few lines have one."""
    return re.compile(rf"(?:{WEEKDAY})?(?:{MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {MONTH})[ \t,:：–—-]++")


@cache
def _surnames() -> re.Pattern[str]:
    """Return the expression of surnames alone, compiled when first needed."""
    return re.compile(SURNAMES)


class Reading:
    """What a form finds in a line.

    Attributes:
        text: The text with plain line endings.
        line: The line.
        form: The name of the form.
        match: The match.
        title: The title in it.
        quality_of: Returns how much a text looks like a title; it may keep what it returned.
        colon: Whether a colon ends the title or follows it.
    """

    __slots__ = ("colon", "form", "line", "match", "quality_of", "text", "title")

    def __init__(
        self,
        text: str,
        line: Line,
        form: str,
        match: re.Match[str],
        quality_of: Callable[[str], float],
    ) -> None:
        self.text = text
        self.line = line
        self.form = form
        self.match = match
        self.title: str = match["title"]
        self.quality_of = quality_of
        end = match.end("title")
        after = text[end : end + 3].lstrip(" *_")
        self.colon = ":" in (self.title.rstrip()[-1:] + after[:1]).replace("：", ":")

    @property
    def words(self) -> str:
        """The words of the line."""
        return self.text[self.line.words : self.line.end]

    @property
    def rest(self) -> str:
        """What follows the match in the line."""
        return self.text[self.match.end() : self.line.end]

    @property
    def quality(self) -> float:
        """How much the title looks like one, by its words alone."""
        return self.quality_of(self.title)


def quality_in(found: Reading) -> float:
    """Return how much what was found looks like a title, from 0 to 1."""
    for doubt in _doubts_about(found.form):
        quality = doubt(found)
        if quality is not None:
            return quality
    return found.quality


def _not_a_nickname(found: Reading) -> float | None:
    """Doubt a nickname that is a label or a chapter, or longer than its title."""
    nick = found.match["mark5"] or found.match["mark7"]
    long = len(nick.split()) > _NICK or len(found.title.split()) < _TITLE
    return 0.0 if roles_of(nick) or is_shallow(nick) or long else None


def _not_names_first(found: Reading) -> float | None:
    """Doubt a title after text that should be names but is not."""
    names = found.match["authors"].strip(" .,")
    names += "." if LAST_INITIAL.search(names) else ""
    if not is_names(names + ", "):
        match = NAMES.match(names)
        end = match.end() if match else 0
        # A few letters of another script are a word.
        whole = end >= max(1, len(names) - 4) and not _WIDE.search(names, end)
        quoted = "+quot" in found.form and _SURNAME.match(names)
        dated = found.form.startswith(("names, year", "names. year+quot"))
        if not whole and not quoted and not (dated and names[:1].isupper()):
            return 0.0
        if (
            not whole
            and _surnames().fullmatch(found.title.rstrip(" ."))
            and found.quality_of(names) == 1.0
        ):
            return 0.0  # the title is before the year, and surnames are after it
    # A title that is names means that they go on, or that the title is before the year.
    named = is_names if "year" in found.form else is_person if "sentence" in found.form else None
    return 0.0 if named is not None and named(_VENUE.sub("", found.title)) else None


def _year_first(found: Reading) -> float | None:
    """Doubt a title with a year before it, which another form may leave out."""
    return 0.5 * found.quality if _YEAR_FIRST.match(found.title) else None


def _day_of_a_person(found: Reading) -> float | None:
    """Doubt a day with a name: that of a speaker."""
    words = found.words
    day = _day_first().match(words) if may_start("day+", words) else None
    return 0.0 if day is not None and is_person(words[day.end() :].strip()) else None


def _sentence_without_names(found: Reading) -> float | None:
    """Doubt a sentence without names or a venue after it."""
    rest = found.rest.strip()
    return None if rest[:1] in ("*", "_") or NAMES.match(rest) else 0.0


def _long_rest(found: Reading) -> float | None:
    """Doubt a plain title with much text after it, unless its line is a heading."""
    if found.line.mark.startswith("#"):
        return None
    most = _REST_OF_ITEM if found.line.mark else _REST_OF_PARAGRAPH
    return 0.0 if len(_LINK.sub("", found.rest.strip())) > most else None


def _heading_of_a_group(found: Reading) -> float | None:
    """Doubt a heading with a day, and one that is a label."""
    if not found.line.level:
        return None
    if day_in(found.title):
        return 0.3 * found.quality
    return 0.0 if len(found.title.split()) <= 3 and roles_of(found.title) else None


def _label_first(found: Reading) -> float | None:
    """Doubt a text that begins with a known label."""
    label = LABEL.match(found.title)
    known = label is not None and len(label["label"]) < _LABEL and roles_of(label["label"])
    return 0.0 if known else None


def _reference(found: Reading) -> float | None:
    """Doubt names with initials, and maybe what follows them."""
    # The form leaves out the full stop at the end.
    title = f"{found.title}." if LAST_INITIAL.search(found.title) else found.title
    if not _INITIAL.search(title, 0, 40):
        return None
    cited = NAMES.match(title)
    if cited is None or (cited.end() < len(title) and not _INITIAL.search(cited[0])):
        return None
    return 0.1


def _names_inside(found: Reading) -> float | None:
    """Doubt a plain title with names in it, which other forms parse apart."""
    title = found.title
    dash = _DASH.search(title)
    if dash is not None and is_names(title[dash.end() :]):
        return 0.2 * found.quality
    last = _LAST_BRACKETS.search(title)
    if last is not None and is_several(last["words"]):
        return 0.2 * found.quality
    names = NAMES.match(title) if "," in title else None
    first = names is not None and "," in names["names"] and names.end() < len(title)
    return 0.3 * found.quality if first else None


def _before_a_link(found: Reading) -> float | None:
    """Doubt a word or two in bold before a linked title: they may be its authors or its topic."""
    if len(found.title.split()) > _SHORT:
        return None
    linked = _LINK_AFTER.match(found.text, found.match.end())
    if linked is None or found.quality_of(linked["title"]) <= found.quality:
        return None
    return 0.2


def _before_a_title(found: Reading) -> float | None:
    """Doubt words with a colon before a link to a paper whose text looks like a full title."""
    linked = _LINK_AFTER_COLON.match(found.text, found.match.end("title"))
    if linked is None or not is_publisher(found.text, linked.end()):
        return None
    return 0.2 * found.quality if found.quality_of(linked["title"]) == 1.0 else None


def _all_in_quotes(found: Reading) -> float | None:
    """Doubt a plain title that is in quotes as a whole, which another form parses without them."""
    return 0.3 * found.quality if _QUOTED.fullmatch(found.title) else None


def _first_words_in_quotes(found: Reading) -> float | None:
    """Doubt quotes around the first words of a heading whose title goes on after them."""
    if not found.line.level or not _GOES_ON.match(found.rest) or NAMES.match(found.rest.strip()):
        return None
    return 0.3 * found.quality


def _emphasised_label(found: Reading) -> float | None:
    """Doubt a text in bold or italics with a colon, above all a short one, as a label."""
    if not found.colon:
        return None
    words = found.title.rstrip(":： ")
    linked = found.rest.lstrip(" *_:：").startswith(("[", "http", "<http"))
    long = len(words.split()) >= _LONG_LABEL
    return (0.3 if not long else 1.0 if linked else 0.7) * found.quality_of(words)


def _link_in_page(found: Reading) -> float | None:
    """Doubt a link to another place of the page."""
    return 0.0 if found.match["url"].startswith("#") else None


def _count(found: Reading) -> float | None:
    """Doubt a text that starts with a count."""
    return 0.6 * found.quality if _COUNT.match(found.title) else None


_Doubt = Callable[[Reading], float | None]

#: The doubts in the order in which they are tried, each with an expression for names of forms.
_DOUBTS: Sequence[tuple[str, _Doubt]] = [
    (r"nick", _not_a_nickname),
    (r".*plain$", _all_in_quotes),
    (r"(?:quoted|quotes|guillemets)$", _first_words_in_quotes),
    (r"(?:bold )?names", _not_names_first),
    (r"", _year_first),
    (r"", _day_of_a_person),
    (r"sentence$", _sentence_without_names),
    (r".*plain$", _long_rest),
    (r"", _heading_of_a_group),
    (r"(?:plain|sentence|plain, names)$", _label_first),
    (r"(?!.*names)", _reference),
    (r"plain$", _names_inside),
    (r"plain$", _before_a_title),
    (r"bold$", _before_a_link),
    (r"(?:(?:html )?bold|italic)$", _emphasised_label),
    (r".*link$", _link_in_page),
    (r"plain$", _count),
]


@cache
def _doubts_about(form: str) -> Sequence[_Doubt]:
    return [doubt for forms, doubt in _DOUBTS if re.match(forms, form)]
