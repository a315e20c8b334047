"""Lines that begin alike, and how likely it is that each of them gives a paper.

A group is asked three things on a few of its lines: does one form fit them, are what it finds titles,
and does what stands in the line or close below show that they are those of papers.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from paperdigest._units.forms import forms_for, strict
from paperdigest._units.lines import ITEMS, Line
from paperdigest._units.shapes import BEHIND_NAMES, DAY, HOST, PEOPLE, WIDE, any_of
from paperdigest._units.words import CHIEF, is_chapter, is_link_word, is_telling, roles_of

#: How many lines of a group are looked at, and how many below each.
_SAMPLES, _BELOW = 24, 14
#: How many forms the lines of a group may have.
_MOST_FORMS = 3

_HOST = re.compile(HOST)
#: An identifier without a link: ``doi: 10.1145/...``, ``arXiv:2408.12637``, ``PMID: 123``.
_IDENTIFIER = re.compile(
    r"\b(?:doi:[ ]?10\.[0-9]{4,}/|arXiv:[ ]?[0-9]{4}\.[0-9]{4}|PMID:[ ]?[0-9]{5})", re.IGNORECASE
)
_PEOPLE = re.compile(rf"(?:[Bb]y[ :]+)?[*_(]*(?P<names>{PEOPLE})[*_).,]*")
_BYLINE = re.compile(
    rf"[ \t]*+(?:>[ \t]?)?(?:[-*+•][ \t]++)?(?:<[a-z]+\b[^>\n]*+>)*+(?![*_]{{0,2}}{WIDE})[*_]{{0,2}}{PEOPLE}[*_]{{0,2}}{BEHIND_NAMES}",
    re.MULTILINE,
)
_LABEL = re.compile(
    r"[^\w\n*<|:：]*+(?:[*_]{1,3}|<[a-z]+\b[^>\n]*+>)*+(?P<label>[^\n:：*_\[\]|<>#`】]{1,50}?)"
    r"(?:】|[*_]{1,3}[ \t]?[–—-][ \t]|(?:[*_]{1,3}|</[a-z]+>)*[ \t]?[:：](?!//)|[*_]{2,3}[ \t]*+$|[ \t]*+\|)"
)
_LABELLED = re.compile(r"[*_]{0,3}[^*_\n]*[*_:：]{0,3}[ \t]?[:：]")
#: A link to a change of a program, as in a changelog.
_CHANGE = re.compile(
    r"/(?:commit|pull|issues|compare|merge_requests)/[0-9a-f]|[(\[ ]#[0-9]{2,6}[)\] ,]|CVE-[0-9]{4}"
)
_CHIEF_LINK = re.compile(rf"\[[^\w\n]{{0,4}}(?i:{any_of(CHIEF)})[^\w\n]{{0,4}}\]\(")
_LINK = re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]*\)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?P<id>[^\]\n]+)\]:[ \t]*<?(?P<url>[^\s>]+)", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[(?P<id>[^\]\n]+)\]")
#: A venue with its year, or a number of pages: what stands in a column or line of its own.
_PLACE = re.compile(r"[A-Z][\w&'./-]*(?:[ ][A-Z][\w&'./-]*){0,2}[ ',]+(?:(?:19|20)?[0-9]{2})")
#: Names with a year, before a title.
_CITED = re.compile(r"[^()\n]{3,80}[ ]\((?:19|20)[0-9]{2}[a-z]?\)(?:[:.,]|$)")
_TITLED = frozenset({"w", "**", "__", "*", "_"})
_TITLE_LABEL = re.compile(
    r"[*_]{0,3}(?:[Tt]itle|Titel|Titre|T[íi]tulo|Titolo|Paper(?: [Tt]itle)?|标题|標題|题目|论文(?:标题|题目)?|제목|タイトル)[*_]{0,3}"
    r"(?:[ \t]?[:：][*_]{0,3}(?![ \t]*+(?:\[|<?http))|[ \t]*+$)",
    re.MULTILINE,
)
_DAY = re.compile(DAY)
#: A heading that only counts: ``Paper 3``, ``论文一``.
_NUMBERED = re.compile(
    r"(?:paper|article|entry|no\.?|论文|論文|논문|文章|第)?[ \t#]*(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[篇章]?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*_`]|<[^>\n]*>")
_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_VENUE = re.compile(
    r"(?<![0-9./-])(?:19|20)[0-9]{2}(?![0-9./-])|'[0-9]{2}\b|et\.? al|arxiv", re.IGNORECASE
)
_DATE = re.compile(
    r"(?:\W|\b(?:[0-9]{1,4}(?:st|nd|rd|th)?|of|to|and|week|month|year|day|today|q[1-4]|v[0-9.]+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|[年月日년월일周週])+",
    re.IGNORECASE,
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


class Evidence:
    """What shows that a line gives a paper.

    Args:
        text: The text with plain line ends.
        lines: Its lines.
    """

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self._hosts = [found.start() for found in _HOST.finditer(text)]
        self._hosts += [found.start() for found in _IDENTIFIER.finditer(text)]
        self._hosts.sort()
        if "]:" in text:
            self._hosts = sorted([*self._hosts, *_references(text)])

    def links_in_all(self) -> int:
        """Return how many links to papers there are."""
        return len(self._hosts)

    def has_link(self, line: Line) -> bool:
        """Tell whether a line has a link to where papers are published."""
        at = bisect_left(self._hosts, line.start)
        return at < len(self._hosts) and self._hosts[at] < line.end

    def block(self, index: int) -> Iterator[Line]:
        """Yield the lines that belong to one: up to the next of its kind or above it."""
        head = self.lines[index]
        depth = head.level
        item = head.mark in ITEMS
        end = head.end
        for line in self.lines[index + 1 : index + 1 + _BELOW]:
            if line.quote < head.quote or (head.quote and "\n\n" in self.text[end : line.start]):
                return
            end = line.end
            if line.level:
                if not depth or line.level <= depth:
                    return
            elif item:
                if line.indent <= head.indent and (
                    line.mark in ITEMS or (line.alone and line.quote == head.quote)
                ):
                    return
            elif (
                not depth
                and line.key == head.key
                and (line.alone or line.lead == "**")
                and not self._is_label(line)
            ):
                return
            yield line

    def _is_label(self, line: Line) -> bool:
        return _LABELLED.match(self.text, line.words, line.end) is not None

    def below(self, index: int) -> float:
        """Return how much the lines below show a paper, from 0 to 1."""
        shown = 0.0
        for line in self.block(index):
            link = self.has_link(line)
            label = _LABEL.match(self.text, line.words, line.end)
            if label is not None:
                name = label["label"].strip()
                if "authors" in roles_of(name):
                    if (
                        _PEOPLE.match(
                            text := self.text[label.end() : line.end].strip(" *_:：\t|\\")
                        )
                        or "," in text
                    ):
                        shown = 1.0
                elif (
                    is_telling(name)
                    and (link or not roles_of(name) <= {"paper", "title", "identifier"})
                ) or (link and "paper" in roles_of(name)):
                    shown = 1.0
            if link:
                first = self.text[line.words : line.end]
                if (
                    first.startswith(("[", "<http", "http", "(", "*"))
                    or "](" in first[:60]
                    or first[:24].count("http")
                    or _CHIEF_LINK.search(first)
                ):
                    shown = max(shown, 0.9)
                else:
                    shown = max(shown, 0.3)
            elif shown < 0.6 and is_names(self.text[line.words : line.end]):
                shown = max(shown, 0.6)
            if shown >= 1.0:
                break
        return shown


def _references(text: str) -> Iterator[int]:
    """Yield where links to papers stand that are defined elsewhere (CommonMark 0.31, 4.7)."""
    defined = {found["id"] for found in _DEFINITION.finditer(text) if _HOST.match(found["url"])}
    for found in _REFERENCE.finditer(text) if defined else ():
        if found["id"] in defined:
            yield found.start()


def label_of(text: str, line: Line) -> str:
    """Return the label of a line, an empty text where it has none."""
    found = _LABEL.match(text, line.words, line.end)
    return found["label"].strip() if found else ""


def has_byline(text: str, above: Line, line: Line) -> bool:
    """Tell whether the line below a title is names, maybe one alone, and what may follow names."""
    gap = text.count("\n", above.end, line.start)
    if gap > 2 or line.level:
        return False
    return _BYLINE.match(text, line.start, line.end) is not None


def is_names(text: str) -> bool:
    """Tell whether a text is names alone: several, or some in italics."""
    text = text.strip()
    found = _PEOPLE.match(text)
    if found is None or len(text) - found.end() > 1:
        return False
    return bool(re.search(r"[,;、，&]| and |et al", text)) or text[0] in "*_"


def quality_of(title: str) -> float:
    """Return how much a text looks like a title, from 0 to 1."""
    bare = _MARKS.sub("", title).strip()
    if (
        not bare
        or is_link_word(bare)
        or is_chapter(bare)
        or bare[-1] in ":："
        or _DATE.fullmatch(bare)
        or _NUMBERED.fullmatch(bare)
    ):
        return 0.0
    if _PLACE.fullmatch(bare) or _CITED.match(bare):
        return 0.1
    words = _WORDS.findall(bare)
    wide = sum(character > "\u2e7f" for character in bare)
    count = len(words) + wide // 2
    if count > 45 or "](" in bare or "://" in bare:
        return 0.1
    found = _PEOPLE.match(bare)
    if found is not None and found.end() == len(bare) and "," in bare:
        return 0.1
    return 1.0 if count >= 4 else 0.75 if count >= 2 else 0.5


def candidates(evidence: Evidence) -> Iterator[Candidate]:
    """Yield the groups of lines that may give papers."""
    text = evidence.text
    groups: dict[tuple[int, int, str, str], list[int]] = {}
    over: set[tuple[int, int, str, str]] = set()
    for index, line in enumerate(evidence.lines):
        if line.mark == "|" or line.mark.startswith("</") or not line.lead:
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
        elif line.mark == "<dd>" or not (
            line.mark
            or line.alone
            or line.lead[:2] in ("**", "__")
            or line.lead in ("<b>", "<strong>", "<b", "<strong")
            # Of lines that follow each other each has a link.
            or (evidence.has_link(line) and not text.startswith(("http", "<http"), line.words))
        ):
            continue
        groups.setdefault(key, []).append(index)
    for key, members in groups.items():
        step = max(1, len(members) // _SAMPLES)
        found = _judged(evidence, key, members, members[::step][:_SAMPLES])
        if found is not None:
            yield attrs.evolve(found, over=key in over)


def _judged(
    evidence: Evidence,
    key: tuple[int, int, str, str],
    members: Sequence[int],
    samples: Sequence[int],
) -> Candidate | None:
    """Return a group with the few forms that fit most of its lines."""
    text, lines, size = evidence.text, evidence.lines, len(samples)
    fits: dict[str, list[float]] = {}
    for name in forms_for(key[3]):
        regex = strict(name)
        found: list[float] = []
        for index in samples:
            line = lines[index]
            match = regex.match(text, line.words)
            found.append(_quality_in(text, line, name, match) if match is not None else -1.0)
        fits[name] = found
    chosen: list[str] = []
    open_samples = set(range(size))
    qualities = [0.0] * size
    while open_samples and len(chosen) < _MOST_FORMS:
        gains = {
            name: sum(max(found[at], 0.0) for at in open_samples)
            for name, found in fits.items()
            if name not in chosen
        }
        best, gain = "", 0.0
        for name, each in gains.items():  # the likelier forms stand first
            if each > gain * 1.3:
                best, gain = name, each
        if not best or (chosen and gain < max(1.0 if size > 4 else 0.5, 0.08 * size)):
            break
        chosen.append(best)
        for at in [at for at in open_samples if fits[best][at] > 0]:
            qualities[at] = fits[best][at]
            open_samples.discard(at)
    if not chosen:
        return None
    if "link" in chosen and 5 * sum(fit > 0 for fit in fits.get("dated link", ())) >= size:
        chosen = ["dated link", *(name for name in chosen if name != "dated link")]
    chosen.sort(key=lambda name: not name.endswith("wrapped"))  # a plain title fits them too
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


def _quality_in(text: str, line: Line, name: str, match: re.Match[str]) -> float:
    title: str = match["title"]
    if not name.startswith("names") and is_names(text[line.words : line.end]):
        return 0.05
    behind = text[match.end() : match.end() + 3]
    if behind.lstrip(" *_")[:1] in (":", "：") and roles_of(title):
        return 0.0
    if name.startswith("names") and not is_names(match["authors"].strip(" .,") + ", "):
        names = match["authors"].strip(" .,")
        found = _PEOPLE.match(names)
        whole = found is not None and found.end() >= len(names) - 4
        if not whole and ("year" not in name or not names[:1].isupper()):
            return 0.0
    if name == "sentence":
        rest = text[match.end() : line.end].strip()
        if not (rest[:1] in ("*", "_") or _PEOPLE.match(rest)):
            return 0.0
    if name.endswith("plain") and line.end - match.end() > 0 and not line.mark.startswith("#"):
        rest = text[match.end() : line.end].strip()
        if len(_LINK.sub("", rest)) > (40 if not line.mark else 300):
            return 0.0
    if line.level and _DAY.search(title):
        return 0.3 * quality_of(title)
    if line.level and roles_of(title) and len(title.split()) <= 3:
        return 0.0
    if name == "italic" and not line.mark and "](" not in text[match.end() : line.end]:
        return 0.0
    label = _LABEL.match(title)
    if (
        label is not None
        and name in ("plain", "sentence", "plain, names")
        and len(label["label"]) < 30
        and roles_of(label["label"])
    ):
        return 0.0
    bold = name in ("bold", "html bold")
    if bold and ":" in (title.rstrip()[-1:] + behind.lstrip()[:1]).replace("：", ":"):
        return 0.0 if roles_of(title) else 0.3 * quality_of(title.rstrip(":： "))
    if name.endswith("link") and match["url"].startswith("#"):
        return 0.0
    if name == "plain" and title[0].isdigit() and title[1:3].strip("0123456789")[:1] == " ":
        return 0.6 * quality_of(title)
    return quality_of(title)


def shown_in(text: str, line: Line, name: str) -> float:
    """Return how much a line without a link to a paper shows one: names, a venue."""
    match = strict(name).match(text, line.words, line.end)
    if match is None or _CHANGE.search(text, line.words, line.end):
        return 0.0
    rest = text[match.end() : line.end].strip(" \t-–—:|,.(*_")
    shown = 0.0
    if _PEOPLE.match(rest.removeprefix("by ")):
        shown += 0.6
    if name.startswith("names"):
        shown += 0.4
    if _VENUE.search(text, line.words, line.end):
        shown += 0.3
    return min(shown, 1.0)
