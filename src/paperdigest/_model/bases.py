"""The base classes of values, which carry the origin of a value apart from its attributes.

It is kept in slots of classes that attrs does not know. So it is hidden from tools that walk the
attributes of a value, and is not an argument of constructors. An edit passes it on in one of two
ways. Most methods of a paper or a digest, and `copy.replace`, make the new value with its origin.
All others, and those of derived classes, end in `attrs.evolve`, which passes only the attributes to
the class, so a new value checks whether it is called from there. The value before is the one that
`attrs.evolve` holds, whatever it calls it. If a value comes from elsewhere, the serializer finds
its counterpart by alignment.
"""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

import attrs

from paperdigest._model.chunks import Chunks
from paperdigest._model.origin import Document, Origin
from paperdigest._model.validation import names_of
from paperdigest._protocols.described import Described

_T = TypeVar("_T")

_EVOLVE = attrs.evolve.__code__
_OWN = frozenset({"__attrs_post_init__", "__init__"})


def evolved_from(value: _T) -> _T | None:
    """Return the value that `attrs.evolve` is making a new one from, if that is the case."""
    frame = sys._getframe(1)
    while frame.f_code.co_name in _OWN and frame.f_back is not None:
        frame = frame.f_back
    if frame.f_code is not _EVOLVE:
        return None
    held = frame.f_locals.values()
    return next((each for each in held if isinstance(each, type(value))), None)


class Value(Described):
    """The base of all classes of values."""

    __slots__ = ()

    def __repr__(self) -> str:
        from paperdigest._display.short import short_repr

        return short_repr(self)


class WithOrigin(Value):
    """The base of a value that knows the block of text that it was parsed from.

    Attributes:
        _origin: The block of the paper that it was parsed from, directly or before edits.
        _pristine: Whether it is unchanged since it was parsed.
    """

    __slots__ = ("__weakref__", "_origin", "_pristine")
    if TYPE_CHECKING:
        _origin: Origin | None
        _pristine: bool

    def __attrs_post_init__(self) -> None:
        """Take over the origin of the value that this one is made from."""
        self._succeed(evolved_from(self))

    def _succeed(self, before: "WithOrigin | None") -> None:
        _set_origin(self, None if before is None else before._origin)
        _set_pristine(self, False)


_set_origin, _set_pristine = (
    WithOrigin.__dict__["_origin"].__set__,
    WithOrigin.__dict__["_pristine"].__set__,
)


class PartWithOrigin(WithOrigin):
    """The base of a part of a paper.

    Attributes:
        _index: Its index in the paper.
    """

    __slots__ = ("_index",)
    if TYPE_CHECKING:
        _index: int

    def _succeed(self, before: WithOrigin | None) -> None:
        _set_index(self, before._index if isinstance(before, PartWithOrigin) else 0)
        super()._succeed(before)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the origin along with the attributes."""
        hidden = {"_origin": self._origin, "_index": self._index, "_pristine": self._pristine}
        return _restored, (*state_of(self), hidden)


_set_index = PartWithOrigin.__dict__["_index"].__set__


class PaperWithOrigin(WithOrigin):
    """The base of a paper.

    Attributes:
        _before: The paper as it was parsed, if it was changed since and that is still known.
    """

    __slots__ = ("_before",)
    if TYPE_CHECKING:
        _before: Self | None

    def _succeed(self, before: WithOrigin | None) -> None:
        was = before if isinstance(before, PaperWithOrigin) else None
        _set_before(self, was if was is None or was._pristine else was._before)
        super()._succeed(before)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the origin along with the attributes, from which it can be parsed again."""
        hidden = {"_origin": self._origin, "_before": None, "_pristine": self._pristine}
        return _restored, (*state_of(self), hidden)


_set_before = PaperWithOrigin.__dict__["_before"].__set__


class DigestWithOrigin(Value):
    """The base of a digest, which knows the text that it was parsed from.

    Attributes:
        _document: The text that it was parsed from, directly or before edits.
        _pristine: Whether it is unchanged since it was parsed.
        _chunks: Its papers, if one of them was changed last.
    """

    __slots__ = ("__weakref__", "_chunks", "_document", "_pristine")
    if TYPE_CHECKING:
        _chunks: Chunks[Any] | None
        _document: Document | None
        _pristine: bool

    def __attrs_post_init__(self) -> None:
        """Take over the origin of the digest that this one is made from."""
        before = evolved_from(self)
        document = None if before is None else before._document
        hide(self, _document=document, _pristine=False, _chunks=None)


def hide(value: WithOrigin | DigestWithOrigin, **hidden: object) -> None:
    """Set the origin of a value."""
    for name, each in hidden.items():
        object.__setattr__(value, name, each)


def _restored(kind: type[_T], known: Mapping[str, object], hidden: Mapping[str, object]) -> _T:
    return rebuilt(kind, {**known, **hidden})


def state_of(value: _T, *, but: str = "") -> tuple[type[_T], dict[str, object]]:
    """Return the class of a value and its attributes, including those of a derived class.

    Args:
        value: The value.
        but: The name of an attribute that is left out.
    """
    kind = type(value)
    names = names_of(cast("type[attrs.AttrsInstance]", kind))
    known = {name: getattr(value, name) for name in names if name != but}
    if kind.__dictoffset__:  # a derived class without slots
        known |= value.__dict__
    return kind, known


def rebuilt(kind: type[_T], known: Mapping[str, object]) -> _T:
    """Return a value with attributes that were checked when it was first made."""
    value = object.__new__(kind)
    for name, each in known.items():
        object.__setattr__(value, name, each)
    return value
