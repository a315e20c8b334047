"""Editing: what the methods of several values share."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def index_of(items: Sequence[_T], wanted: _T) -> int:
    """Find an item, the very same one before one that is equal."""
    for index, item in enumerate(items):
        if item is wanted:
            return index
    if wanted in items:
        return items.index(wanted)
    raise ValueError(f"{wanted!r:.80} is not in this {type(wanted).__name__.lower()}'s owner")
