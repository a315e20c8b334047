"""Descriptions of the groups of lines that are papers, from which their rules are made."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from paperdigest._units.patterns.forms import NAMES_FIRST, strict
from paperdigest._units.patterns.links import before_links
from paperdigest._units.patterns.titles import is_names, is_person, is_prose
from paperdigest._units.search.candidates import Candidate
from paperdigest._units.search.chapters import NEARLY_ALL
from paperdigest._units.search.evidence import Evidence, label_of
from paperdigest._units.search.lines import Key, Line

#: Links in this share of the lines of a group, or more, count as links in all of them.
_ALL = 0.95
#: The most characters in a line ending and a blank line.
_SPACES = 4

#: How many lines are checked again.
_LOOKED_AT = 16

_EMPHASISED = re.compile(r"[ \t.,:;–—-]*([*_])(?![*_\s])[^*_\n]+\1")


class Unit(NamedTuple):
    """Lines of one shape that are papers.

    Attributes:
        key: How they begin.
        forms: The forms of their titles, the most frequent first.
        needs: What must show that a line is a paper: a link in the ``line`` or in those ``below``,
            a label or a link that only papers have (``shown``), or nothing.
        emphasised: Whether emphasised words after the title are names.
        mixed: Whether some lines without evidence may not be papers.
        alone: Whether a blank line is above each.
        over: Whether some headings like these are right above other headings.
        above: The label of the first line of a paper, if that is above the line with the title.
        names_above: Whether names are in the line above the title.
        prose: Whether prose is between the title and links at the end of the line.
        right_above: What is in the line right above every title: ``votes``, a ``url``, the day that
            it was ``published``, an ``image``, or nothing.
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
    right_above: str = ""


def unit_of(evidence: Evidence, each: Candidate, others: Sequence[Candidate]) -> Unit:
    """Describe a group.

    Args:
        evidence: The text.
        each: The group.
        others: Groups that are not papers.
    """
    needs: Literal["line", "below", ""] = ""
    text = evidence.text
    # If all titles link to something else, a year after them does not make them papers.
    elsewhere = not each.links and "link" in each.forms[0]
    if (
        is_linked(evidence, each)
        and 0 < each.evidence < NEARLY_ALL
        and (each.hints < _ALL or elsewhere)
    ):
        needs = "line" if each.own >= each.below else "below"
    elif each.links > _ALL and any(
        other.key.marks == each.key.marks and not other.evidence for other in others
    ):
        # Other lines with the same mark are not papers, and all of these have links.
        needs = "line"
    return Unit(
        each.key,
        each.forms,
        needs,
        emphasised=_has_names(text, each),
        mixed=not needs and each.evidence < 0.99,
        alone=_are_alone(evidence, each),
        over=each.over,
        above=_label_above(evidence, each) if each.key.lead == "title:" else "",
        names_above=not each.key.mark and _is_below_names(evidence, each),
        prose=_has_prose(text, each),
    )


def _are_alone(evidence: Evidence, each: Candidate) -> bool:
    """Return whether a blank line is above nearly all lines of a group, and a heading above none."""
    starts = {line.start for line in each.lines}
    for above, line in pairwise(evidence.lines):
        if line.start in starts and above.level and above.end + 1 == line.start:
            return False
    return 10 * sum(_is_below_blank(evidence.text, line) for line in each.lines) >= 9 * len(starts)


def _is_below_blank(text: str, line: Line) -> bool:
    """Return whether a blank line is right above a line."""
    above = text[max(line.start - _SPACES, 0) : line.start]
    return above.replace(" ", "").endswith("\n\n") or line.start < _SPACES


def _is_below_names(evidence: Evidence, each: Candidate) -> bool:
    """Return whether most lines of a group are second lines of paragraphs that start with names."""
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
    """Return the label that starts most papers, above their titles; empty if there is none."""
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


# Compiled when first needed: few lists have prose before links.
@cache
def _prose() -> re.Pattern[str]:
    return re.compile(before_links("ends", r"[^()\n]{1,200}+"))


def is_linked(evidence: Evidence, each: Candidate) -> bool:
    """Return whether the text has at least half as many links to papers as a group has lines."""
    return 2 * evidence.links_in_all() >= len(each.lines)
