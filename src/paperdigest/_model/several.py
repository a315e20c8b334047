"""Digests given one by one or together."""

from collections.abc import Iterable, Iterator
from typing import cast

from paperdigest._model.digest import Digest


def each_digest(digests: object) -> Iterator[Digest]:
    """Yield the digests that an argument holds: itself, or its items.

    Raises:
        TypeError: There is something else; the message names its place.
    """
    if isinstance(digests, Digest):
        yield digests
        return
    if isinstance(digests, str | bytes) or not isinstance(digests, Iterable):
        found = type(digests).__name__
        raise TypeError(f"digests: {found} found; expected a Digest, or a list of them")
    for index, each in enumerate(cast("Iterable[object]", digests)):
        if not isinstance(each, Digest):
            found = type(each).__name__
            raise TypeError(f"digests[{index}]: {found} found; expected a Digest")
        yield each
