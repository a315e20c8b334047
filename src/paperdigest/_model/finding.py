"""Finding an item by its label or title."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

_APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")


class _Labelled(Protocol):
    @property
    def label(self) -> str | None: ...


_Item = TypeVar("_Item", bound=_Labelled)


def find_labelled(items: Iterable[_Item], label: object) -> _Item | None:
    """Return the first item with a label. Case, apostrophes and emphasis do not matter.

    Raises:
        TypeError: The label is not a ``str``.
    """
    if not isinstance(label, str):
        found = type(label).__name__
        raise TypeError(f"label: {found} found, str expected; pass the label, such as 'Code'")
    wanted = folded(label)
    for item in items:
        if item.label is not None and folded(item.label) == wanted:
            return item
    return None


def require_wanted(name: str, value: object) -> None:
    """Raise for anything to look for that is neither a ``str`` nor ``None``.

    Raises:
        TypeError: It has another type.
    """
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name}: {type(value).__name__} found, str expected; pass it as text")


def flat(text: str) -> str:
    r"""Return a text with each run of white space as one space.

    Example:
        >>> flat(" A\n title ")
        'A title'
    """
    return " ".join(text.split())


def folded(text: str) -> str:
    """Return a key that is equal for two spellings of the same label or title.

    Example:
        >>> folded("**What’s  New**:") == folded("what's new")
        True
    """
    bare = text.translate(_APOSTROPHES).replace("*", "").strip(" \t\n_:：")
    return flat(bare).casefold()
