"""Aligns the papers of a digest with those of its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from paperdigest._grammar.schema import PAPER
from paperdigest._model.origin import Origin
from paperdigest._model.values import Paper

#: The attributes that tell a paper from others.
_TELLING = tuple(each.name for each in PAPER if each.many)


def standing_for(papers: Sequence[Paper], origins: Sequence[Origin]) -> list[int | None]:
    """Return for each paper of a digest the index of its paper in a text, ``None`` if it is new.

    A paper that knows its origin is that one. One without an origin, which was built again or read
    from JSON, is the one with the same values, else the one with the same link or title, else the
    one between the same neighbours, if they have something in common.
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
        if places and any(paper._origin is None for paper in papers):
            left = sorted(places.values())
            _align(papers, {index: origins[index].parse() for index in left}, order)
    return order


def _align(papers: Sequence[Paper], left: dict[int, Paper], order: list[int | None]) -> None:
    """Align papers without an origin with those papers of the text that are left."""
    keys: tuple[Callable[[Paper], Paper | str | None], ...] = (
        lambda paper: paper,
        lambda paper: paper.url,
        lambda paper: paper.title,
    )
    for key in keys:
        same: dict[Paper | str | None, list[int]] = {}
        for index in reversed(left):
            same.setdefault(key(left[index]), []).append(index)
        for at, paper in enumerate(papers):
            value = key(paper)
            if order[at] is None and paper._origin is None and value and same.get(value):
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
    """Yield runs of papers without a block, with their neighbours."""
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
