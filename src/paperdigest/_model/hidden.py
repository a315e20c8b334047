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

_T = TypeVar("_T")

_Read = TypeVar("_Read", bound="Read")

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


class Read:
    """A value of a text: a paper or one of its sections.

    Attributes:
        _origin: The block of the paper that it was read from, or made of by editing.
        _index: Which section of the paper it is.
        _pristine: Whether it is as it was read.
    """

    __slots__ = ("_index", "_origin", "_pristine")
    if TYPE_CHECKING:
        _origin: Origin | None
        _index: int
        _pristine: bool

    def __attrs_post_init__(self) -> None:
        """Take over what the value was read from that this one is made of."""
        before = evolved_from(self)
        if before is None:
            hide(self, None)
        else:
            hide(self, before._origin, before._index)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what the value was read from along with its attributes."""
        known, more = state_of(self)
        return _restored, (
            type(self), known, more, self._origin, self._index, self._pristine,
        )  # fmt: skip


def hide(value: Read, origin: Origin | None, index: int = 0, *, pristine: bool = False) -> None:
    """Set what a value was read from."""
    _set_origin(value, origin)
    _set_index(value, index)
    _set_pristine(value, pristine)


_set_origin = Read.__dict__["_origin"].__set__
_set_index = Read.__dict__["_index"].__set__
_set_pristine = Read.__dict__["_pristine"].__set__


def _restored(  # noqa: PLR0917
    kind: type[_Read],
    known: Mapping[str, object],
    more: Mapping[str, object],
    origin: Origin | None,
    index: int,
    pristine: bool,
) -> _Read:
    value = rebuilt(kind, known, more)
    hide(value, origin, index, pristine=pristine)
    return value


def state_of(value: object) -> tuple[dict[str, object], dict[str, object]]:
    """Return the attributes of a value, and what a class derived from its own has besides."""
    kind = cast("type[attrs.AttrsInstance]", type(value))
    known = {each.name: getattr(value, each.name) for each in attrs.fields(kind)}
    return known, getattr(value, "__dict__", {})


def rebuilt(kind: type[_T], known: Mapping[str, object], more: Mapping[str, object]) -> _T:
    """Return a value as it was when ``state_of`` took it apart; it was checked then."""
    value = object.__new__(kind)
    for name, each in (*known.items(), *more.items()):
        object.__setattr__(value, name, each)
    return value


class ReadDigest:
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
        hide_document(self, None if before is None else before._document)


def hide_document(digest: ReadDigest, document: Document | None, *, pristine: bool = False) -> None:
    """Set what a digest was read from."""
    object.__setattr__(digest, "_document", document)
    object.__setattr__(digest, "_pristine", pristine)
