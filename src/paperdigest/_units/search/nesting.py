"""Groups of lines above others: headings over papers, and papers over their own lines."""

from bisect import bisect_left
from collections.abc import Sequence

from paperdigest._units.search.candidates import Candidate
from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.lines import ITEMS, Line
from paperdigest._units.search.titled import gives_titles

#: How much the lines of a group must show papers by themselves, and how many times as many there
#: must be, so that headings over some of them name groups.
_SURE, _MANY = 0.8, 4
#: How many further papers may follow the last one of another kind.
_FURTHER = 3
#: What marks lines inside ``<details>`` that are below their summary.
_IN_CARDS = ITEMS | {"<p>", "<div>", "<li>", "<br>"}


def finest(evidence: Evidence, likely: Sequence[Candidate]) -> list[Candidate]:
    """Return the groups that are neither headings over papers nor lines inside papers."""
    dropped: set[int] = set()
    for at, outer in enumerate(likely):
        if at in dropped:
            continue
        inside: list[int] = []
        own = _Blocks(outer, evidence.lines)
        for number, inner in enumerate(likely):
            if number != at and number not in dropped and _is_above(outer, inner):
                count, blocks = own.over(inner.lines)
                named = gives_titles(evidence, outer, inner)
                if count and not named and _is_group(outer, inner, count, blocks):
                    dropped.add(at)
                    break
                if count and _is_inside(evidence, own, inner):
                    inside.append(number)
        else:
            dropped.update(inside)
    return [each for at, each in enumerate(likely) if at not in dropped]


def _is_inside(evidence: Evidence, blocks: "_Blocks", inner: Candidate) -> bool:
    """Return whether most lines of a group are in some blocks; if some have links, only they count.

    Paragraphs that start papers after the last paragraph of another kind are no part of its paper.
    """
    lines = [line for line in inner.lines if evidence.has_link(line)] or inner.lines
    count, within = blocks.over(lines)
    if within == 1 < blocks.size and count >= _FURTHER and not inner.key.mark:
        return False
    return 2 * count > len(lines)


def _is_group(outer: Candidate, inner: Candidate, count: int, blocks: int) -> bool:
    """Return whether the lines of one group are over papers of another, and not papers themselves.

    Args:
        outer: The group above.
        inner: The group below.
        count: How many lines of the inner group are below lines of the outer one.
        blocks: How many lines of the outer group have some below them.
    """
    heading = outer.lines[0].level
    if _introduces(outer, inner):
        return True
    # Items that do not link to papers, over labelled titles.
    if outer.key.mark == "-" and not outer.links and inner.key.lead == "title:" != outer.key.lead:
        return True
    # Items that show no papers by themselves, over titles that do.
    if not heading and not outer.own and inner.own >= _SURE and inner.quality > outer.quality:
        return True
    if heading and outer.own >= 0.6 and outer.links >= 0.5:
        return False
    if len(outer.lines) > 1 and not inner.lines[0].level and inner.score < 0.7 * outer.score:
        return False
    # A list below the last paper alone does not make all headings groups.
    most = 2 * blocks >= len(outer.lines) or count > len(outer.lines)
    # Few headings without links, over some of many items that show papers by themselves.
    if (
        heading
        and not outer.links
        and inner.own >= _SURE
        and len(inner.lines) >= _MANY * len(outer.lines)
    ):
        return True
    if most and (count >= 1.5 * blocks or (heading and inner.lines[0].level)):
        return True
    return 2 * blocks >= len(outer.lines) and inner.quality > 0.6 > outer.quality


def _introduces(outer: Candidate, inner: Candidate) -> bool:
    """Return whether one group is sentences over lists of another that show papers themselves."""
    return (
        not outer.key.mark
        and outer.key.lead != "address:"
        and inner.key.mark in ITEMS
        and outer.own == 0
        and inner.own > outer.below
    )


def _is_above(outer: Candidate, inner: Candidate) -> bool:
    """Return whether lines of one group can be above those of another."""
    above, below = outer.lines[0], inner.lines[0]
    if above.level:
        return not below.level or below.level > above.level
    if above.quote > below.quote or below.level:
        return False
    if above.mark in ("<summary>", "<details>") and below.mark in _IN_CARDS:
        return True
    if inner.key.lead == "title:" and not inner.key.mark and not outer.key.mark:
        return outer.key.lead != "title:"  # the title again, in another language
    if below.indent > above.indent:
        return True
    if _introduces(outer, inner):
        return True
    return not above.mark and above.lead[:2] == "**" and below.lead[:2] != "**"


class _Blocks:
    """What is below each line of a group, up to the next line that ends it.

    Args:
        group: The group.
        lines: All lines of the text.
    """

    def __init__(self, group: Candidate, lines: Sequence[Line]) -> None:
        own = {line.start for line in group.lines}
        level, indent = group.lines[0].level, group.lines[0].indent
        item = group.key.mark == "-"
        # Any heading that is not deeper ends a block too, and so does any item.
        self._starts = [
            line.start
            for line in lines
            if line.start in own
            or (line.level > 0 and (not level or line.level <= level))
            or (item and line.mark in ITEMS and line.indent <= indent)
        ]
        self._own = own
        self.size = len(own)

    def over(self, lines: Sequence[Line]) -> tuple[int, int]:
        """Count the lines that are in a block, and the blocks that they are in."""
        found = [bisect_left(self._starts, line.start) - 1 for line in lines]
        within = [at for at in found if at >= 0 and self._starts[at] in self._own]
        return len(within), len(set(within))
