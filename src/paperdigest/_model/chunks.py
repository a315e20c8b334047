"""A sequence of which one item at a time is changed, for a digest whose papers are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar, overload

_T = TypeVar("_T")

#: How many items a chunk has: about the square root of the papers of a long digest.
_SIZE = 96


class Chunks(Sequence[_T]):
    """A sequence that never changes, cut into chunks.

    A changed copy shares all chunks but one with it. So changing the papers of a digest one by one
    takes time that grows with the papers, and hardly with the square of their number.

    Example:
        >>> chunks = chunked(("a", "b", "c"))
        >>> list(chunks.replaced(1, "x")), list(chunks)
        (['a', 'x', 'c'], ['a', 'b', 'c'])
    """

    __slots__ = ("_chunks",)

    def __init__(self, chunks: Iterable[tuple[_T, ...]]) -> None:
        self._chunks = tuple(chunks)

    def replaced(self, index: int, item: _T) -> "Chunks[_T]":
        """Return a copy with another item at an index, which is not negative."""
        number, at = divmod(index, _SIZE)
        chunks = list(self._chunks)
        chunks[number] = (*chunks[number][:at], item, *chunks[number][at + 1 :])
        return Chunks(chunks)

    def whole(self) -> tuple[_T, ...]:
        """Return all items, much faster than item by item."""
        items: list[_T] = []
        for chunk in self._chunks:
            items += chunk
        return tuple(items)

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_T, ...]: ...
    def __getitem__(self, index: int | slice) -> _T | tuple[_T, ...]:
        if isinstance(index, slice):
            return self.whole()[index]
        number, at = divmod(range(len(self))[index] if index < 0 else index, _SIZE)
        return self._chunks[number][at]

    def __iter__(self) -> Iterator[_T]:
        return chain.from_iterable(self._chunks)

    def __len__(self) -> int:
        return sum(map(len, self._chunks))


def chunked(items: tuple[_T, ...]) -> Chunks[_T]:
    """Cut a tuple into chunks."""
    return Chunks(items[start : start + _SIZE] for start in range(0, len(items), _SIZE))
