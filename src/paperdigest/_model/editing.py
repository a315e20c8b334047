"""Editing: helpers of the methods of several values."""

from collections.abc import Callable, Sequence
from itertools import compress, count, repeat
from operator import is_
from typing import TypeVar

from paperdigest._model.bases import WithOrigin
from paperdigest._text.shown import shown

_T = TypeVar("_T", bound=WithOrigin)

#: A function that returns the text by which a person identifies a value, or ``None``.
_Key = Callable[[_T], str | None]


def index_of(
    items: Sequence[_T],
    wanted: object,
    kind: type[_T],
    *,
    keys: Sequence[_Key[_T]],
    method: str,
    guess: int = 0,
) -> int:
    """Find an item: the same object, else its edited version, else an equal one.

    An item that was edited since is identified by the text that it was parsed from, or by its keys
    if it was built by hand. Either has to distinguish it from the others.

    Args:
        items: The items.
        wanted: The item to find.
        kind: Its class.
        keys: The functions that identify an item as a person does, the best first.
        method: The method that was called, such as ``Digest.remove``.
        guess: Its probable index.

    Raises:
        TypeError: It is of another type.
        ValueError: It is not among the items, or could be any of several.
    """
    if guess < len(items) and items[guess] is wanted:
        return guess
    owner, name = method.split(".")
    part = kind.__name__.lower()
    if not isinstance(wanted, kind):
        found = type(wanted).__name__
        raise TypeError(f"{part}: {found} found; pass a {kind.__name__} of {owner.lower()}.{part}s")
    at = next(compress(count(), map(is_, items, repeat(wanted))), None)
    if at is not None:
        return at
    origin = wanted._origin
    same = [at for at, item in enumerate(items) if origin is not None and _stand_for(item, wanted)]
    if len(same) == 1:
        return same[0]
    if wanted in items:
        return items.index(wanted)
    named = f"{kind.__name__} {shown(keys[-1](wanted))}"
    for key in keys:
        value = key(wanted)
        same = [
            at
            for at, item in enumerate(items)
            if value and key(item) == value and (origin is None or item._origin is None)
        ]
        if len(same) == 1:
            return same[0]
        if same:
            raise ValueError(
                f"{named} may be any of {len(same)} in this {owner.lower()}; take the one you mean "
                f"from {owner.lower()}.{part}s"
            )
    raise ValueError(
        f"{named} is not in this {owner.lower()}; {name}() returns a new {owner.lower()}, take the "
        f"{part} from that"
    )


def _stand_for(item: WithOrigin, wanted: WithOrigin) -> bool:
    """Return whether two values were made from the same one."""
    same = item._origin is wanted._origin or item._origin == wanted._origin
    return same and getattr(item, "_index", 0) == getattr(wanted, "_index", 0)


def require_item(item: object, kind: type[WithOrigin]) -> None:
    """Raise for anything but an item of a class.

    Raises:
        TypeError: It is of another type.
    """
    if not isinstance(item, kind):
        found = type(item).__name__
        raise TypeError(f"{kind.__name__.lower()}: {found} found; pass a {kind.__name__}")


def require_index(index: object) -> None:
    """Raise for anything but a place in a sequence.

    Raises:
        TypeError: It is not an ``int``.
    """
    if not hasattr(index, "__index__"):
        raise TypeError(f"index: {type(index).__name__} found; pass an int")
