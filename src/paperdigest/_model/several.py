"""Digests given one by one or together."""

from collections.abc import Iterable, Iterator
from typing import cast

from paperdigest._model.digest import Digest
from paperdigest._model.paper import Paper


def each_digest(digests: object) -> Iterator[Digest]:
    """Yield the digests that an argument holds: itself, or its items.

    Raises:
        TypeError: There is something else; the message names its place.
    """
    if isinstance(digests, Digest):
        yield digests
        return
    if isinstance(digests, str | bytes) or not isinstance(digests, Iterable):
        raise _refused("digests", digests, "a Digest, or a list of them")
    for index, each in enumerate(cast("Iterable[object]", digests)):
        if not isinstance(each, Digest):
            raise _refused(f"digests[{index}]", each, "a Digest")
        yield each


def _refused(place: str, value: object, expected: str) -> TypeError:
    fix = "; put papers into one: Digest(papers=[...])" if isinstance(value, Paper) else ""
    return TypeError(f"{place}: {type(value).__name__} found; expected {expected}{fix}")
