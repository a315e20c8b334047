"""What a value was read from, apart from its attributes.

It stands in slots of base classes that attrs knows nothing of, so that no tool that walks the
attributes of a value sees it and no constructor takes it. The library's own methods, `copy.replace`
and `attrs.evolve` hand it on. All of them come down to `attrs.evolve`, which calls the class with
its attributes and tells it nothing else, so a new value looks whether it is called from there.
Where a value comes from somewhere else, the serializer finds the one it stands for by alignment.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from paperdigest._model.origin import Document, Origin
from paperdigest._protocols.validated import Validated

_T = TypeVar("_T")

_EVOLVE = attrs.evolve.__code__
_OWN = frozenset({"__attrs_post_init__", "__init__"})


def evolved_from(value: _T) -> _T | None:
    """Return the value that a new one is being made of by `attrs.evolve`, if it is."""
    frame = sys._getframe(1)
    while frame.f_code.co_name in _OWN and frame.f_back is not None:
        frame = frame.f_back
    if frame.f_code is not _EVOLVE:
        return None
    before: object = frame.f_locals.get("inst")
    return before if isinstance(before, type(value)) else None


class Read(Validated):
    """A value of a text.

    Attributes:
        _origin: The block of the paper that it was read from, or made of by editing.
        _pristine: Whether it is as it was read.
    """

    __slots__ = ("_origin", "_pristine")
    if TYPE_CHECKING:
        _origin: Origin | None
        _pristine: bool

    def __attrs_post_init__(self) -> None:
        """Take over what the value was read from that this one is made of."""
        before = evolved_from(self)
        hide(self, _origin=None if before is None else before._origin, _pristine=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what the value was read from along with its attributes."""
        return _restored, (*state_of(self), {"_origin": self._origin, "_pristine": self._pristine})


class ReadPart(Read):
    """A part of a paper.

    Attributes:
        _index: Which one of the paper it is.
    """

    __slots__ = ("_index",)
    if TYPE_CHECKING:
        _index: int

    def __attrs_post_init__(self) -> None:
        """Take over what the part was read from that this one is made of."""
        before = evolved_from(self)
        hide(self, _index=0 if before is None else before._index)
        super().__attrs_post_init__()

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what the part was read from along with its attributes."""
        hidden = {"_origin": self._origin, "_index": self._index, "_pristine": self._pristine}
        return _restored, (*state_of(self), hidden)


class ReadDigest(Validated):
    """A digest of a text.

    Attributes:
        _document: The text that it was read from, or made of by editing.
        _pristine: Whether it is as it was read.
    """

    __slots__ = ("_document", "_pristine")
    if TYPE_CHECKING:
        _document: Document | None
        _pristine: bool

    def __attrs_post_init__(self) -> None:
        """Take over what the digest was read from that this one is made of."""
        before = evolved_from(self)
        hide(self, _document=None if before is None else before._document, _pristine=False)


def hide(value: Read | ReadDigest, **hidden: object) -> None:
    """Set what a value was read from."""
    for name, each in hidden.items():
        object.__setattr__(value, name, each)


def _restored(kind: type[_T], known: Mapping[str, object], hidden: Mapping[str, object]) -> _T:
    return rebuilt(kind, {**known, **hidden})


def state_of(value: object) -> tuple[type, dict[str, object]]:
    """Return the class of a value and its attributes, also those that a derived class has."""
    kind = cast("type[attrs.AttrsInstance]", type(value))
    known = {each.name: getattr(value, each.name) for each in attrs.fields(kind)}
    return kind, known | getattr(value, "__dict__", {})


def rebuilt(kind: type[_T], known: Mapping[str, object]) -> _T:
    """Return a value that has attributes; they were checked when it was first made."""
    value = object.__new__(kind)
    for name, each in known.items():
        object.__setattr__(value, name, each)
    return value
