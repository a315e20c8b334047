"""Editing: what the methods of several values share."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import compress, count, repeat
from operator import is_
from typing import TypeVar

import attrs

from paperdigest._model.hidden import Read
from paperdigest._text.closest import hint

_T = TypeVar("_T", bound=Read)

#: What a person knows a value by: its text, and whether two values are told apart by it.
_Key = Callable[[_T], str | None]


def index_of(
    items: Sequence[_T],
    wanted: _T,
    kind: type[_T],
    *,
    keys: Sequence[_Key[_T]],
    method: str,
    guess: int = 0,
) -> int:
    """Find an item: the very one, else what was made of it by editing, else one that is equal.

    One that was edited since is known by the text that it was read from, and by its keys where it
    was built by hand; either has to tell it from the others.

    Args:
        items: Where to look.
        wanted: What to look for.
        kind: Its class.
        keys: What a person knows an item by, the best first.
        method: What was called, such as ``Digest.remove``.
        guess: Where it probably is.

    Raises:
        TypeError: It is of another type.
        ValueError: It is not among the items, or may be any of several.
    """
    owner, name = method.split(".")
    part = kind.__name__.lower()
    if not isinstance(wanted, kind):
        found = type(wanted).__name__
        raise TypeError(
            f"{part}: {found} found, {kind.__name__} expected; give one of {owner.lower()}.{part}s"
        )
    if guess < len(items) and items[guess] is wanted:
        return guess
    at = next(compress(count(), map(is_, items, repeat(wanted))), None)
    if at is not None:
        return at
    origin = wanted._origin
    same = [at for at, item in enumerate(items) if origin is not None and _stand_for(item, wanted)]
    if len(same) == 1:
        return same[0]
    if wanted in items:
        return items.index(wanted)
    shown = f"{kind.__name__} {keys[-1](wanted)!r:.80}"
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
                f"{shown} may be any of {len(same)} in this {owner.lower()}; take the one you mean "
                f"from {owner.lower()}.{part}s"
            )
    raise ValueError(
        f"{shown} is not in this {owner.lower()}; {name}() returns a new {owner.lower()}, take the "
        f"{part} from that"
    )


def _stand_for(item: Read, wanted: Read) -> bool:
    """Tell whether two values were made of the same one."""
    same = item._origin is wanted._origin or item._origin == wanted._origin
    return same and getattr(item, "_index", 0) == getattr(wanted, "_index", 0)


@lru_cache(maxsize=8)  # there are six classes of values
def _names_of(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(kind))


def require_attributes(kind: type[attrs.AttrsInstance], changes: Iterable[str]) -> None:
    """Refuse to set an attribute that a class has not.

    Raises:
        TypeError: There is no such attribute; the message names one that is close, or all.
    """
    known = _names_of(kind)
    for name in changes:
        if name not in known:
            raise TypeError(
                f"{kind.__name__} has no attribute {name!r} to replace; {hint(name, known)}"
            )
