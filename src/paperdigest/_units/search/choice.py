"""Which groups of lines are the papers of a text, and how sure that is."""

import math
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from paperdigest._text.counts import counted
from paperdigest._text.shown import shown
from paperdigest._units.patterns.forms import NAMES_FIRST, strict
from paperdigest._units.patterns.links import before_links
from paperdigest._units.patterns.titles import is_names, is_person, is_prose
from paperdigest._units.patterns.words import names_no_papers
from paperdigest._units.search.candidates import Candidate, candidates
from paperdigest._units.search.chapters import (
    NEARLY_ALL,
    around,
    bare_chapters,
    outside,
    outside_chapters,
    words_of,
)
from paperdigest._units.search.evidence import Evidence, label_of
from paperdigest._units.search.lines import Key, Line
from paperdigest._units.search.nesting import finest

#: How likely each line of a group must give a paper.
ENOUGH = 0.35
#: In what share of the lines of a group links count as in all of them.
_ALL = 0.95
#: How many of the paragraphs of a text must show a paper if it has few links to papers.
_MORE = 0.59
#: How many lines of a group beside a unit must show a paper: with links to papers, and without.
_FEW, _SOME_MORE = 0.1, 0.3
#: Beside a group so many times as long, paragraphs are no list: those that show papers, and others.
_RARE, _BESIDE = 8, 2

#: In how many lines of a list of many things there must be links to papers, how many lines it must
#: have, and how much they must look like titles.
_SOME, _SEVERAL, _SURE = 0.15, 6, 0.6

#: How many lines the page of one paper has at most, whose title is a paragraph.
_MOST_OF_ONE = 60

#: How many groups are compared with each other.
_MOST_GROUPS = 64

#: How many characters a line ending and a blank line have at most.
_SPACES = 4

#: How many paragraphs are looked at once more.
_LOOKED_AT = 16

_SPEAKS = re.compile(
    r"papers?\b|arxiv|preprint|publications\b|reading list|literature|论文|論文|文献|篇|논문",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(\**(?:19|20)[0-9]{2}(?:[.-][0-9]{1,2})?\**\)")
_EMPHASISED = re.compile(r"[ \t.,:;–—-]*([*_])(?![*_\s])[^*_\n]+\1")


class Unit(NamedTuple):
    """Lines of one shape that give papers.

    Attributes:
        key: How they begin.
        forms: The forms that they have, the most frequent first.
        needs: What must show that a line gives a paper: a link in the ``line`` or in those
            ``below``, a label or a link that only papers have (``shown``), or nothing.
        emphasised: Whether emphasised words after the title are names.
        mixed: Whether some of the lines are not papers: short ones without evidence.
        alone: Whether a blank line is above each.
        over: Whether some headings like it are right over others.
        above: The label of the first line of a paper, where it is above the one with the title.
        names_above: Whether names are in the line above the one with the title.
        prose: Whether prose is between the title and links at the end of the line.
    """

    key: Key
    forms: tuple[str, ...]
    needs: Literal["line", "below", "shown", ""] = ""
    emphasised: bool = False
    mixed: bool = False
    alone: bool = True
    over: bool = False
    above: str = ""
    names_above: bool = False
    prose: bool = False


class Choice(NamedTuple):
    """The units of a text.

    Attributes:
        units: The units, the likeliest first.
        lines: The lines that give papers, as far as they were looked at.
        score: How likely each gives a paper, from 0 to 1; of the nearest one if none is enough.
        reason: What speaks for that, or what is missing.
        chapters: Headings over lines of this shape that show no papers, where nearly all others do.
    """

    units: tuple[Unit, ...]
    lines: Sequence[Line]
    score: float
    reason: str
    chapters: frozenset[str] = frozenset()


def choose(text: str, lines: Sequence[Line]) -> Choice:
    """Return the units of a text.

    Args:
        text: The text with plain line endings.
        lines: Its lines.
    """
    open_lines = list(outside_chapters(text, lines))
    choice = _choose(text, open_lines)
    bare = choice.chapters
    if choice.units or not bare:
        return choice
    # A list of many things: where papers are few of them, they have headings of their own.
    narrow = _choose(text, list(outside(text, open_lines, bare)))
    if narrow.units:
        return narrow._replace(chapters=narrow.chapters | bare)
    return choice._replace(chapters=frozenset())


def _choose(text: str, open_lines: Sequence[Line]) -> Choice:
    """Return the units of some lines; if there are none, with headings over what is no paper."""
    evidence = Evidence(text, open_lines)
    found = sorted(candidates(evidence), key=_weight, reverse=True)
    likely = [each for each in found if _is_likely(evidence, each)][:_MOST_GROUPS]
    chosen = finest(evidence, likely)
    taken = [each for each in chosen if _is_much(each, chosen, open_lines)]
    while chosen and not taken:
        # A few lines below others, or above them, hid a group that is much.
        likely = [each for each in likely if each not in chosen and len(each.lines) > 1]
        chosen = finest(evidence, likely)
        taken = [each for each in chosen if _is_much(each, chosen, open_lines)]
    if len(taken) > 1:
        most = max(len(each.lines) for each in taken)
        labelled = any(each.key.lead == "title:" for each in taken)
        taken = [
            each
            for each in taken
            if each.key.mark
            or (_RARE if each.evidence >= _MORE and not labelled else _BESIDE) * len(each.lines)
            >= most
        ]
    taken = [each for each in taken if not _borrows(evidence, each, taken)]
    if not taken:
        taken = [each for each in found if _are_notes(text, each)][:1]
    if not taken:
        best = max(found, key=_nearness, default=None)
        linked = [each for each in found if each.quality >= _SURE and len(each.lines) >= _SEVERAL]
        bare = frozenset(bare_chapters(evidence, linked, _SOME))
        return Choice((), (), best.score if best else 0.0, _lack(text, best), bare)
    inside = [each for each in likely if each not in chosen]
    rest = _without(found, [*taken, *inside])
    taken += [each for each in rest if _goes_along(each, taken)]
    others = _without(rest, taken)
    units = tuple(_unit(evidence, each, others) for each in taken)
    best = taken[0]
    title = strict(best.forms[0]).match(text, best.lines[0].words)
    first = title["title"].strip() if title else text[best.lines[0].words : best.lines[0].end]
    reason = f"{counted(sum(len(each.lines) for each in taken), 'papers')}, such as {shown(first)}"
    everything = sorted(line for each in taken for line in each.lines)
    # Notes have no other evidence than their titles.
    score = best.score or ENOUGH * best.quality
    bare = frozenset([*bare_chapters(evidence, taken), *around(evidence, taken)])
    return Choice(units, everything, min(1.0, score), reason, bare)


def _without(groups: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """Return groups without some others, which are among them."""
    left_out = set(map(id, others))
    return [each for each in groups if id(each) not in left_out]


def _is_likely(evidence: Evidence, each: Candidate) -> bool:
    """Return whether lines of a group give papers; paragraphs must show more than marked lines."""
    if each.score < ENOUGH or each.quality < 0.4:
        return False
    if not each.links and "link" in each.forms[0] and _is_below_other_things(evidence, each):
        return False
    return bool(each.key.mark) or each.evidence >= _MORE or _is_linked(evidence, each)


def _is_below_other_things(evidence: Evidence, each: Candidate) -> bool:
    """Return whether the heading over a group names what lists hold beside papers, such as courses."""
    first = each.lines[0].start
    head = next(
        (line for line in reversed(evidence.lines) if line.level and line.start < first), None
    )
    return head is not None and names_no_papers(words_of(evidence.text, head))


def _is_linked(evidence: Evidence, each: Candidate) -> bool:
    """Return whether the text has about a link to a paper for each line of a group."""
    return 2 * evidence.links_in_all() >= len(each.lines)


def _weight(each: Candidate) -> float:
    return each.score * math.sqrt(len(each.lines))


def _nearness(each: Candidate) -> tuple[float, float]:
    """Return how near a group comes; where none shows a paper, the one that repeats most."""
    return _weight(each), each.quality * math.sqrt(len(each.lines))


def _is_much(each: Candidate, taken: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Return whether a group is more than a few references in a text about something else."""
    size = sum(len(other.lines) for other in taken)
    if size >= 5:
        return True
    if len(each.lines) == 1 and each.lines[0].level == 1:
        return each.below >= 1.0 and each.quality > 0.5
    if each.key.mark.startswith(("#", "=", "--")):
        return each.below >= 0.75 or each.links >= 0.8
    if len(each.lines) == 1 and (
        each.below < 0.9 or len(lines) > _MOST_OF_ONE
        if not each.key.mark
        else each.below < 1.0 and each.own < 0.6
    ):
        return False  # a sentence with a link, or above one
    if each.below >= 0.9 and each.own < 0.9:
        return True
    return size * 8 >= sum(line.mark != "|" for line in lines) and each.evidence >= 0.6


def _borrows(evidence: Evidence, each: Candidate, taken: Sequence[Candidate]) -> bool:
    """Return whether paragraphs show papers only by lines of a likelier group further down."""
    if each.key.mark or each.own >= each.below:
        return False
    heads = {
        line.start for other in taken if _weight(other) > _weight(each) for line in other.lines
    }
    if not heads:
        return False
    own = {line.start for line in each.lines[:_LOOKED_AT]}
    places = [at for at, line in enumerate(evidence.lines) if line.start in own]
    shown = sum(evidence.below(at, heads) for at in places)
    return shown < ENOUGH * len(places)


def _goes_along(each: Candidate, taken: Sequence[Candidate]) -> bool:
    """Return whether a group is of the kind of one that was taken, with words that begin otherwise."""
    if (
        each.quality < 0.5
        or each.evidence < (_FEW if each.links else _SOME_MORE)
        or not any(each.key.marks == other.key.marks for other in taken)
    ):
        return False
    # Of a paragraph the lines below may show the next paper.
    return bool(each.key.mark) or each.own >= 0.6


def _are_notes(text: str, each: Candidate) -> bool:
    """Return whether linked titles without any other evidence are those of papers."""
    form = each.forms[0]
    if "link" not in form or len(each.lines) < 3 or each.quality < 0.85 or each.key.mark == "":
        return False
    titles: list[str] = []
    for line in each.lines[:24]:
        match = strict(form).match(text, line.words, line.end)
        if match is not None and not match["url"].startswith("#"):
            titles.append(match["title"])
    words = sum(len(title.split()) for title in titles) / max(len(titles), 1)
    dated = sum(bool(_YEAR.search(text, line.start, line.end)) for line in each.lines)
    speaks = len(_SPEAKS.findall(text, 0, 4000))
    return len(titles) >= 3 and words >= 5 and (speaks >= 1 or 3 * dated >= len(each.lines))


def _unit(evidence: Evidence, each: Candidate, others: Sequence[Candidate]) -> Unit:
    """Describe a group.

    Args:
        evidence: The text.
        each: The group.
        others: Groups that give no papers.
    """
    needs: Literal["line", "below", ""] = ""
    text = evidence.text
    # Titles that all are links to something else are no papers for a year behind them.
    elsewhere = not each.links and "link" in each.forms[0]
    if (
        _is_linked(evidence, each)
        and 0 < each.evidence < NEARLY_ALL
        and (each.hints < _ALL or elsewhere)
    ):
        needs = "line" if each.own >= each.below else "below"
    elif each.links > _ALL and any(
        other.key.marks == each.key.marks and not other.evidence for other in others
    ):
        # Other lines with the same mark are no papers, and none of these lacks a link.
        needs = "line"
    return Unit(
        each.key,
        each.forms,
        needs,
        emphasised=_has_names(text, each),
        mixed=not needs and each.evidence < 0.99,
        alone=10 * sum(_is_below_blank(text, line) for line in each.lines) >= 9 * len(each.lines),
        over=each.over,
        above=_label_above(evidence, each) if each.key.lead == "title:" else "",
        names_above=not each.key.mark and _is_below_names(evidence, each),
        prose=_has_prose(text, each),
    )


def _is_below_blank(text: str, line: Line) -> bool:
    """Return whether a blank line is right above a line."""
    above = text[max(line.start - _SPACES, 0) : line.start]
    return above.replace(" ", "").endswith("\n\n") or line.start < _SPACES


def _is_below_names(evidence: Evidence, each: Candidate) -> bool:
    """Return whether names start the paragraphs in which most lines of a group are the next line."""
    own = {line.start for line in each.lines}
    found = sum(
        above.alone
        and not line.alone
        and is_person(evidence.text[above.start : above.end].strip(" *_.\\"))
        for above, line in pairwise(evidence.lines)
        if line.start in own
    )
    return 5 * found >= 4 * len(own)


def _label_above(evidence: Evidence, each: Candidate) -> str:
    """Return the label of the line that starts papers above their titles, an empty text if none does."""
    own = {line.start for line in each.lines}
    text, tops = evidence.text, list[str]()
    top, last = "", None
    for line in evidence.lines:
        label = label_of(text, line)
        ruled = last is not None and not text[last.start : last.end].strip("-")
        starts = line.alone or last is None or line.mark != last.mark or last.level > 0 or ruled
        if line.start in own:
            tops.append("" if starts else top)
            top = ""
        elif starts:
            top = label
        elif not label:
            top = ""
        last = line
    best = max(set(tops), key=lambda label: (tops.count(label), label))
    return best if 5 * tops.count(best) >= 4 * len(tops) else ""


def _has_names(text: str, each: Candidate) -> bool:
    """Return whether emphasised words after the titles of a group are mostly names."""
    emphasised = named = 0
    for line in each.lines[:: max(1, len(each.lines) // 40)]:
        match = strict(each.forms[0]).match(text, line.words, line.end)
        found = _EMPHASISED.match(text, match.end(), line.end) if match else None
        if found is not None:
            emphasised += 1
            named += is_names(found[0].strip(" ,.:;–—-"))
    return 2 * named > emphasised


def _has_prose(text: str, each: Candidate) -> bool:
    """Return whether prose is between the titles of a group and links at the ends of their lines."""
    if each.forms[0].startswith(NAMES_FIRST):
        return False
    found = 0
    lines = each.lines[:_LOOKED_AT]
    for line in lines:
        title = strict(each.forms[0]).match(text, line.words, line.end)
        prose = _prose().match(text, title.end(), line.end) if title else None
        found += prose is not None and is_prose(prose["prose"])
    return 2 * found > len(lines)


# Compiled when first asked for: few lists have prose before links.
@cache
def _prose() -> re.Pattern[str]:
    return re.compile(before_links("ends"))


def _lack(text: str, best: Candidate | None) -> str:
    """Return what is missing for papers."""
    if best is None:
        return "no lines are alike"
    line = text[best.lines[0].start : best.lines[0].end].strip()
    if best.evidence < ENOUGH:
        return (
            f"the nearest line, {shown(line)}, has no link to a paper, no names of authors and no "
            "label such as 'Authors:'"
        )
    if best.quality < 0.4:
        return f"the nearest line, {shown(line)}, has no title"
    return f"the nearest line, {shown(line)}, is a small part of the text"
