"""Aligns the papers of a digest with those of its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import is_

import attrs

from paperdigest._grammar.schema import PAPER
from paperdigest._model.origin import Origin
from paperdigest._model.values import Digest, Paper
from paperdigest._writing.checks.compare import changed_names

#: The attributes that tell a paper from others.
_TELLING = tuple(each.name for each in PAPER if each.many)


def standing_for(papers: Sequence[Paper], origins: Sequence[Origin]) -> list[int | None]:
    """Return for each paper of a digest the index of its paper in a text, ``None`` if it is new.

    A paper that comes from the text is that one. One from another text in the same dialect is new,
    and brings its own text. Any other is the one with the same values, else the one with the same
    link or title. If it has no text at all, since it was built again or read from JSON, it can also
    be the one between the same neighbours, if they have something in common.
    """
    order: list[int | None] = list(range(len(origins)))
    if len(papers) == len(origins) and all(
        paper._origin is origin for paper, origin in zip(papers, origins, strict=True)
    ):
        return order
    here = {id(origin): index for index, origin in enumerate(origins)}
    order = [here.pop(id(paper._origin), None) for paper in papers]
    if here and None in order:
        places = {origins[index]: index for index in here.values()}
        for at, paper in enumerate(papers):
            if order[at] is None and paper._origin is not None:
                order[at] = places.pop(paper._origin, None)
        own = set(origins)
        strange = {
            at
            for at, paper in enumerate(papers)
            if paper._origin not in own and not _brings_text(paper, origins[0])
        }
        if places and strange:
            left = sorted(places.values())
            _align(papers, strange, {index: origins[index].parse() for index in left}, order)
    return order


def _brings_text(paper: Paper, origin: Origin) -> bool:
    """Return whether a paper has a text that can be put in beside that of another one."""
    own = paper._origin
    return own is not None and own.dialect == origin.dialect


def at_home(digest: Digest, order: Sequence[int | None], origins: Sequence[Origin]) -> Digest:
    """Return a digest in which papers from other texts are edits of those that they stand for."""
    papers = [
        paper if at is None else _edit_of(origins[at], paper)
        for paper, at in zip(digest.papers, order, strict=True)
    ]
    same = all(map(is_, papers, digest.papers))
    return digest if same else attrs.evolve(digest, papers=papers)


def _edit_of(origin: Origin, paper: Paper) -> Paper:
    if paper._origin is None or paper._origin is origin or paper._origin == origin:
        return paper
    parsed: Paper = origin.parse()
    changes = {name: getattr(paper, name) for name in changed_names(parsed, paper) - {"arxiv_id"}}
    return attrs.evolve(parsed, **changes) if changes else parsed


def _align(
    papers: Sequence[Paper],
    strange: AbstractSet[int],
    left: dict[int, Paper],
    order: list[int | None],
) -> None:
    """Align papers from elsewhere with those papers of the text that are left."""
    keys: tuple[Callable[[Paper], Paper | str | None], ...] = (
        lambda paper: paper,
        lambda paper: paper.url,
        lambda paper: paper.title,
    )
    for key in keys:
        same: dict[Paper | str | None, list[int]] = {}
        for index in reversed(left):
            same.setdefault(key(left[index]), []).append(index)
        for at in sorted(strange):
            value = key(papers[at])
            if order[at] is None and value and same.get(value):
                order[at] = same[value].pop()
                del left[order[at] or 0]
    indexes = sorted(left)
    for run, before, after in _runs(papers, order):
        between = indexes[bisect_right(indexes, before) : bisect_left(indexes, after)]
        pairs = zip(run, between, strict=False)
        found = [(at, index) for at, index in pairs if _alike(papers[at], left[index])]
        for at, index in found:
            order[at] = index


def _runs(
    papers: Sequence[Paper], order: Sequence[int | None]
) -> Iterator[tuple[list[int], int, float]]:
    """Yield runs of papers without any text, with their neighbours."""
    run: list[int] = []
    before = -1
    for at, index in enumerate(order):
        if index is not None:
            yield run, before, index
            run, before = [], index
        elif papers[at]._origin is None:
            run.append(at)
    yield run, before, float("inf")


def _alike(paper: Paper, other: Paper) -> bool:
    values = ((getattr(paper, name), getattr(other, name)) for name in _TELLING)
    return any(value and value == old for value, old in values)
