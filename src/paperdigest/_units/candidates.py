"""Lines that begin alike, and how likely it is that each of them gives a paper.

A group is asked three things on a few of its lines: does one form fit them, are what it finds titles,
and does the text in the line or close below show that they are those of papers.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from paperdigest._units.evidence import LABEL, Evidence
from paperdigest._units.forms import forms_for, match_form, may_start, sieve_for, strict
from paperdigest._units.lines import Line
from paperdigest._units.shapes import DAY, MONTH, WEEKDAY
from paperdigest._units.titles import NAMES, is_names, is_person, quality_of
from paperdigest._units.words import roles_of

#: How many lines of a group are looked at.
_SAMPLES = 24
#: How many where nothing in them or below shows a paper at first sight.
_FEW = 6
#: How many forms the lines of a group may have.
_MOST_FORMS = 3
#: Forms that come first, since others fit what they do: which, the other, and in what share of
#: lines they must fit.
_NARROW = (("dated link", "link", 0.15), ("label+wrapped", "label+plain", 0.0))
#: How much better a less likely form must fit.
_BETTER = 1.3

#: So many words in bold with a colon are a title, and fewer are a label.
_LONG_LABEL = 4

#: A link to a change of a program, as in a changelog.
_CHANGE = re.compile(
    r"/(?:commit|pull|issues|compare|merge_requests)/[0-9a-f]|[(\[ ]#[0-9]{2,6}[)\] ,]|CVE-[0-9]{4}"
)
#: The message of a change, with the part of a program first: ``deps: update the parser``.
_MESSAGE = re.compile(r"[a-z][a-z0-9_.,/ -]{0,30}:[ ][a-z]")
_LINK = re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]*\)")
#: How a line is indented in which an item goes on.
_INDENTS = ("  ", " \t", "\t ", "\t\t")
_TITLED = frozenset({"w", "**", "__", "*", "_"})
_TITLE_LABEL = re.compile(
    r"[*_]{0,3}(?:[Tt]itle|Titel|Titre|T[íi]tulo|Titolo|Paper(?: [Tt]itle)?|标题|標題|题目|论文(?:标题|题目)?|제목|タイトル)[*_]{0,3}"
    r"(?:[ \t]?[:：][*_]{0,3}(?![ \t]*+(?:\[|<?http))|[ \t]*+$)",
    re.MULTILINE,
)
#: How lines begin that are a directive of reStructuredText, the text of a definition, or BibTeX.
_OTHER = frozenset(".:@")
_DAY = re.compile(DAY)
#: A thematic break (CommonMark 0.31, section 4.1).
_BREAK = re.compile(r"\*{3,}[ \t]*\Z")
#: How names in the style of a bibliography begin: ``Byron, Ada``.
_SURNAME = re.compile(r"[^\W\d_a-z][\w'’-]*+(?:[ ][\w'’-]++)?,[ ][^\W\d_a-z]")
#: An initial, as in names before a title.
_INITIAL = re.compile(r"\b[A-Z]\.(?=[ ,&-]|$)|\bet al\b")
_LAST_INITIAL = re.compile(r"[ ,.-][A-Z]\Z")
#: The year of a title that is before it.
_YEAR_FIRST = re.compile(r"\((?:19|20)[0-9]{2}\)")
#: A day before anything else.
_DAY_FIRST = re.compile(
    rf"(?:{WEEKDAY})?(?:{MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {MONTH})[ \t,:：–—-]++"
)
_VENUE = re.compile(
    r"(?<![0-9./-])(?:19|20)[0-9]{2}(?!\.?[0-9]|[/-])|'[0-9]{2}\b|et\.? al|arxiv", re.IGNORECASE
)


@attrs.frozen
class Candidate:
    """A group of lines that may give papers.

    Attributes:
        key: What they have in common.
        lines: The lines.
        forms: The names of the forms that fit most of them, the most frequent first.
        quality: How much what it finds looks like titles, from 0 to 1.
        own: How many of them show a paper in their own line, from 0 to 1.
        below: How many show one in the lines below.
        links: How many have a link to where papers are published.
        over: Whether other lines like them are headings right over headings.
    """

    key: tuple[int, int, str, str]
    lines: Sequence[Line]
    forms: tuple[str, ...]
    quality: float
    own: float
    below: float
    links: float
    over: bool = False

    @property
    def evidence(self) -> float:
        """How many show a paper, in one way or the other."""
        return max(self.own, self.below)

    @property
    def score(self) -> float:
        """How likely each line gives a paper."""
        return self.quality * self.evidence


def candidates(evidence: Evidence) -> Iterator[Candidate]:
    """Yield the groups of lines that may give papers."""
    text = evidence.text
    groups: dict[tuple[int, int, str, str], list[int]] = {}
    over: set[tuple[int, int, str, str]] = set()
    first = 0
    for index, line in enumerate(evidence.lines):
        if line.alone:
            first = index
        if (
            line.mark == "|"
            or line.mark.startswith(("</", "<th"))
            or not line.lead
            or (
                line.lead == "**"
                and (_DAY.match(text, line.words + 2) or _BREAK.match(text, line.words, line.end))
            )
        ):
            continue
        following = evidence.lines[index + 1].level if index + 1 < len(evidence.lines) else 0
        if line.level and 0 < following <= line.level:
            over.add(line.key)
            continue  # over nothing but other headings
        key = line.key
        if (
            line.lead in _TITLED
            and (
                line.level
                or ":" in text[line.words : line.words + 24]
                or "：" in text[line.words : line.words + 24]
            )
            and _TITLE_LABEL.match(text, line.words, line.end)
        ):
            key = (*key[:3], "title:")
        elif (
            line.mark == "<dd>"
            or (not line.mark and line.lead in _OTHER)
            or not (
                line.mark
                or line.alone
                or line.lead[:2] in ("**", "__")
                or line.lead in ("<b>", "<strong>", "<b", "<strong")
                # Of lines that follow each other each has a link.
                or (
                    evidence.has_link(line)
                    and not _is_labelled(text, line)
                    and not evidence.is_below_names(index, first)
                    and not text.startswith(("http", "<http"), line.words)
                )
            )
        ):
            continue
        groups.setdefault(key, []).append(index)
    for key, members in groups.items():
        step = max(1, len(members) // _SAMPLES)
        samples = members[::step][:_SAMPLES]
        if not any(
            evidence.has_link(evidence.lines[index]) or evidence.below(index) for index in samples
        ):
            samples = samples[:: max(1, len(samples) // _FEW)]  # hardly papers
        found = _judged(evidence, key, members, samples)
        if found is not None:
            yield attrs.evolve(found, over=key in over)


def _is_labelled(text: str, line: Line) -> bool:
    """Return whether a line is a labelled value of the paper above it, and no title."""
    label = LABEL.match(text, line.words, line.end)
    roles = roles_of(label["label"].strip()) if label else ()
    if label is None or not roles:
        return False
    rest = text[label.end() : line.end].lstrip(" *_")
    return "title" not in roles or rest.startswith(("http", "<http"))


def _judged(
    evidence: Evidence,
    key: tuple[int, int, str, str],
    members: Sequence[int],
    samples: Sequence[int],
) -> Candidate | None:
    """Return a group with the few forms that fit most of its lines."""
    text, lines, size = evidence.text, evidence.lines, len(samples)
    fits = _Fits(text, key[3], [lines[index] for index in samples])
    names = fits.names
    chosen: list[str] = []
    qualities = [0.0] * size
    rest = list(range(size))
    while rest and len(chosen) < _MOST_FORMS:
        best, gain = "", 0.0
        for name in names:  # the likelier forms come first
            if name not in chosen and (each := fits.gain(name, rest, gain * _BETTER)):
                best, gain = name, each
            if gain * _BETTER >= len(rest):
                break  # no other form can be so much better
        if not best or (chosen and gain < max(1.0 if size > 4 else 0.5, 0.08 * size)):
            break
        chosen.append(best)
        for at in rest:
            qualities[at] = max(fits.quality(best, at), 0.0)
        rest = [at for at in rest if qualities[at] == 0]
    if not chosen:
        return None
    for narrow, wide, share in _NARROW:
        if wide in chosen and narrow in names:
            fitting = sum(fits.quality(narrow, at) > 0 for at in range(size))
            if fitting > share * size:
                chosen = [narrow, *(name for name in chosen if name != narrow)]
    own = below = links = 0.0
    for index in samples:
        line = lines[index]
        link = evidence.has_link(line)
        links += link
        own += 1 if link else max(shown_in(text, line, name) for name in chosen)
        below += evidence.below(index)
    return Candidate(
        key,
        [lines[index] for index in members],
        tuple(chosen),
        sum(qualities) / size,
        own / size,
        below / size,
        links / size,
    )


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


class _Fits:
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
            for name in fitting(words):
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


def _quality_in(text: str, line: Line, name: str, match: re.Match[str], known: "_Known") -> float:
    title: str = match["title"]
    if name.startswith("nick"):
        nick = match["mark5"] or match["mark7"]
        if roles_of(nick) or len(nick.split()) > 3 or len(title.split()) < 3:
            return 0.0
    if not name.startswith("names") and known.is_names(line):
        return 0.05
    behind = text[match.end("title") : match.end() + 3].lstrip(" *_")
    if behind[:1] in (":", "：") and roles_of(title):
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
    day = _DAY_FIRST.match(text, line.words, line.end)
    if day is not None and is_person(text[day.end() : line.end].strip()):
        return 0.0
    if name == "sentence":
        rest = text[match.end() : line.end].strip()
        if not (rest[:1] in ("*", "_") or NAMES.match(rest)):
            return 0.0
    if name.endswith("plain") and line.end - match.end() > 0 and not line.mark.startswith("#"):
        rest = text[match.end() : line.end].strip()
        if len(_LINK.sub("", rest)) > (40 if not line.mark else 300):
            return 0.0
    if line.level and _DAY.search(title):
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
    if name == "plain" and _is_behind_names(title):
        return 0.3 * known.quality_of(title)
    bold = name in ("bold", "html bold")
    if bold and ":" in (title.rstrip()[-1:] + behind[:1]).replace("：", ":"):
        if roles_of(title):
            return 0.0
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
    elif name.startswith(("people", "persons")):
        shown += 0.3
    if _VENUE.search(text, line.words, line.end):
        shown += 0.3
    return min(shown, 1.0)
