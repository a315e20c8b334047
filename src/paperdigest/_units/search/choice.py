"""Which groups of lines are the papers of a text, and how sure that is."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from paperdigest._text.counts import counted
from paperdigest._text.shown import shown
from paperdigest._units.patterns.forms import strict
from paperdigest._units.patterns.words import names_no_papers
from paperdigest._units.search.above import kind_above
from paperdigest._units.search.candidates import Candidate, candidates
from paperdigest._units.search.chapters import (
    around,
    bare_chapters,
    outside,
    outside_chapters,
    words_of,
)
from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.lines import Line
from paperdigest._units.search.nesting import finest
from paperdigest._units.search.titled import with_titles
from paperdigest._units.search.unit import Unit, is_linked, unit_of

# Each limit was set on lists of papers and on other texts, so that it lies between the two.

#: The least score of a group that is papers, and how much its lines must look like titles.
ENOUGH, _LIKE_TITLES = 0.35, 0.4
#: The share of paragraphs that must show a paper if the text has few links to papers.
_MORE = 0.59
#: The share of lines of a further group that must show a paper: with links to papers, and without.
_FEW, _SOME_MORE = 0.1, 0.3
#: How much the lines of such a group must look like titles, and its paragraphs show papers by
#: themselves.
_HALF, _BY_ITSELF = 0.5, 0.6
#: Paragraphs are not a list if another group has more than so many times as many lines: if they
#: show papers, and if they do not.
_TIMES_IF_SHOWN, _TIMES = 8, 2

#: This many papers are a list, whatever else the text is about.
_LIST = 5
#: If there are fewer: the share of headings that must show papers below, or have links to papers.
_BELOW_HEADINGS, _IN_HEADINGS = 0.75, 0.8
#: The same for items and paragraphs.
_BELOW_OTHERS, _IN_OTHERS = 0.9, 0.9
#: The same for other lines: at least one in so many lines of the text must be a paper.
_ONE_IN = 8

#: A list of many things: the share of lines that link to papers, the fewest lines, and how much
#: they must look like titles.
_SOME, _SEVERAL, _SURE = 0.15, 6, 0.6

#: The most lines on a page about one paper, if its title is a paragraph.
_MOST_OF_ONE = 60

#: The most groups that are compared with each other.
_MOST_GROUPS = 64

#: How many paragraphs are checked again.
_LOOKED_AT = 16

_SPEAKS = re.compile(
    r"papers?\b|arxiv|preprint|publications\b|reading list|literature|论文|論文|文献|篇|논문",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(\**(?:19|20)[0-9]{2}(?:[.-][0-9]{1,2})?\**\)")


class Choice(NamedTuple):
    """The units of a text.

    Attributes:
        units: The units, the most likely first.
        lines: The lines that are papers.
        score: How likely each of them is a paper, from 0 to 1; without units, that of the best group.
        reason: What was found, or what is missing.
        chapters: Headings over lines that look the same but are not papers.
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
    # In a list of many things, the few papers have headings of their own.
    narrow = _choose(text, list(outside(text, open_lines, bare)))
    if narrow.units:
        return narrow._replace(chapters=narrow.chapters | bare)
    return choice._replace(chapters=frozenset())


def _choose(text: str, open_lines: Sequence[Line]) -> Choice:
    """Return the units of some lines; without any, ``chapters`` has the headings without papers."""
    evidence = Evidence(text, open_lines)
    found = sorted(candidates(evidence), key=_weight, reverse=True)
    likely = [each for each in found if _is_likely(evidence, each)][:_MOST_GROUPS]
    chosen = finest(evidence, likely)
    taken = [each for each in chosen if _is_much(each, chosen, open_lines)]
    while chosen and not taken:
        # A few lines above or below a larger group hid it.
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
            or (_TIMES_IF_SHOWN if each.evidence >= _MORE and not labelled else _TIMES)
            * len(each.lines)
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
    taken = [with_titles(evidence, each, found) for each in taken]
    units = tuple(unit_of(evidence, each, others) for each in taken)
    best = taken[0]
    title = strict(best.forms[0]).match(text, best.lines[0].words)
    first = title["title"].strip() if title else text[best.lines[0].words : best.lines[0].end]
    reason = f"{counted(sum(len(each.lines) for each in taken), 'papers')}, such as {shown(first)}"
    everything = sorted(line for each in taken for line in each.lines)
    labelled = all(each.key.lead == "title:" for each in taken)
    if kind := kind_above(text, everything, labelled=labelled):
        units = tuple(unit._replace(right_above=kind) for unit in units)
    # Notes have no evidence except their titles.
    score = best.score or ENOUGH * best.quality
    bare = frozenset([*bare_chapters(evidence, taken), *around(evidence, taken)])
    return Choice(units, everything, min(1.0, score), reason, bare)


def _without(groups: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """Return groups without some of them."""
    left_out = set(map(id, others))
    return [each for each in groups if id(each) not in left_out]


def _is_likely(evidence: Evidence, each: Candidate) -> bool:
    """Return whether the lines of a group are likely papers. Paragraphs must show it better."""
    if each.score < ENOUGH or each.quality < _LIKE_TITLES:
        return False
    if not each.links and "link" in each.forms[0] and _is_below_other_things(evidence, each):
        return False
    return bool(each.key.mark) or each.evidence >= _MORE or is_linked(evidence, each)


def _is_below_other_things(evidence: Evidence, each: Candidate) -> bool:
    """Return whether the heading over a group names other things than papers, such as courses."""
    first = each.lines[0].start
    head = next(
        (line for line in reversed(evidence.lines) if line.level and line.start < first), None
    )
    return head is not None and names_no_papers(words_of(evidence.text, head))


def _weight(each: Candidate) -> float:
    return each.score * math.sqrt(len(each.lines))


def _nearness(each: Candidate) -> tuple[float, float]:
    """Return how near a group comes to papers; if none shows any, more lines are nearer."""
    return _weight(each), each.quality * math.sqrt(len(each.lines))


def _is_much(each: Candidate, taken: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Return whether a group is a list of papers, not a few references in another text."""
    size = sum(len(other.lines) for other in taken)
    if size >= _LIST or each.key.lead == "listed:":
        return True
    alone = len(each.lines) == 1
    if alone and each.lines[0].level == 1:  # the title of a page about one paper
        return each.below >= 1.0 and each.quality > _HALF
    if each.key.mark.startswith(("#", "=", "--")):
        return each.below >= _BELOW_HEADINGS or each.links >= _IN_HEADINGS
    if alone and _is_sentence(each, lines):
        return False
    if each.below >= _BELOW_OTHERS and each.own < _IN_OTHERS:
        return True
    in_all = sum(line.mark != "|" for line in lines)
    return size * _ONE_IN >= in_all and each.evidence >= _BY_ITSELF


def _is_sentence(each: Candidate, lines: Sequence[Line]) -> bool:
    """Return whether a group of one line is a sentence with a link in it or below it."""
    if each.key.mark:
        return each.below < 1.0 and each.own < _BY_ITSELF
    return each.below < _BELOW_OTHERS or len(lines) > _MOST_OF_ONE


def _borrows(evidence: Evidence, each: Candidate, taken: Sequence[Candidate]) -> bool:
    """Return whether only lines of a more likely group below make paragraphs look like papers."""
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
    """Return whether a group is like one of those taken, except in how its words begin."""
    if (
        each.quality < _HALF
        or each.evidence < (_FEW if each.links else _SOME_MORE)
        or not any(each.key.marks == other.key.marks for other in taken)
    ):
        return False
    # The lines below a paragraph may belong to the next paper.
    return bool(each.key.mark) or each.own >= _BY_ITSELF


def _are_notes(text: str, each: Candidate) -> bool:
    """Return whether linked titles are those of papers although nothing else shows it."""
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


def _lack(text: str, best: Candidate | None) -> str:
    """Return why there are no papers."""
    if best is None:
        return "no lines are alike"
    line = text[best.lines[0].start : best.lines[0].end].strip()
    if best.evidence < ENOUGH:
        return (
            f"the nearest line, {shown(line)}, has no link to a paper, no names of authors and no "
            "label such as 'Authors:'"
        )
    if best.quality < _LIKE_TITLES:
        return f"the nearest line, {shown(line)}, has no title"
    return f"the nearest line, {shown(line)}, is a small part of the text"
