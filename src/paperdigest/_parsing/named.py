"""Named tuples, made of plain ones by the thousand."""

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TypeVar

_T = TypeVar("_T", bound=tuple[object, ...])


def named(kind: type[_T], rows: Iterable[tuple[object, ...]]) -> Iterator[_T]:
    """Return what ``kind._make`` does of each row, without a call of a Python function for it.

    Example:
        >>> from typing import NamedTuple
        >>> Point = NamedTuple("Point", [("x", int), ("y", int)])
        >>> list(named(Point, [(1, 2), (3, 4)]))
        [Point(x=1, y=2), Point(x=3, y=4)]
    """
    return map(tuple.__new__, repeat(kind), rows)  # pyright: ignore
