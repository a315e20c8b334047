"""Editing: what the methods of several values share."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import attrs

from paperdigest._text.closest import hint

_T = TypeVar("_T")


def index_of(items: Sequence[_T], wanted: _T, kind: type[_T], owner: str) -> int:
    """Find an item, the very same one before one that is equal.

    Raises:
        TypeError: It is of another type.
        ValueError: It is not among the items.
    """
    name = kind.__name__.lower()
    if not isinstance(wanted, kind):
        found = type(wanted).__name__
        raise TypeError(
            f"{name}: {found} found, {kind.__name__} expected; give one of {owner}.{name}s"
        )
    for index, item in enumerate(items):
        if item is wanted:
            return index
    if wanted in items:
        return items.index(wanted)
    raise ValueError(
        f"{name}: {wanted!r} is not in this {owner}; values never change, so take the {name} "
        f"from the {owner} that you edit"
    )


def require_attributes(kind: type[attrs.AttrsInstance], changes: Iterable[str]) -> None:
    """Refuse to set an attribute that a class has not.

    Raises:
        TypeError: There is no such attribute; the message names one that is close, or all.
    """
    known = [each.name for each in attrs.fields(kind) if not each.name.startswith("_")]
    for name in changes:
        if name not in known:
            raise TypeError(
                f"{kind.__name__} has no attribute {name!r} to replace; {hint(name, known)}"
            )
