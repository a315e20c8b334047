"""The public attributes of a value's class, as every format reads them.

This is the one place that looks at the classes. Dictionaries, the JSON Schema, the models of
pydantic and the columns of tables are made of what it finds.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import NoneType
from typing import Literal, TypeVar, get_args, get_origin

import attrs

_V = TypeVar("_V")

#: The attributes that follow from others and are written too, by class and by the attribute that
#: each is written after. They are ignored when they are read.
_DERIVED: Mapping[str, Mapping[str, str]] = {"Paper": {"url": "arxiv_id"}}

#: The format of a digest's dictionary, and the version of the format. The number grows when a key
#: changes its meaning or goes; a key that is added does not change what the others mean.
FORMAT = "paperdigest/1"

#: The keys of the dictionary of a value besides its attributes, by class.
_MARKS: Mapping[str, tuple[str, ...]] = {"Digest": ("format", "dialect", "file")}


@attrs.frozen
class Attribute:
    """The description of a public attribute of a value.

    Attributes:
        name: Its name.
        kind: The type of its value, or of each item: ``str``, ``int``, ``datetime.date``, an enum
            or the class of a value.
        many: Whether it is a tuple.
        optional: Whether it may be ``None``.
        required: Whether it has no default.
        default: Its default; ``None`` if it is required.
        derived: Whether it follows from others and cannot be set.
        choices: All the texts that it may be; empty where it may be any.
    """

    name: str
    kind: type
    many: bool = False
    optional: bool = False
    required: bool = False
    default: object = None
    derived: bool = False
    choices: tuple[str, ...] = ()

    @property
    def of_values(self) -> bool:
        """Whether it holds values, which have attributes themselves."""
        return attrs.has(self.kind)


def attributes_of(cls: type) -> tuple[Attribute, ...]:
    """Return the public attributes of a value's class, those that are derived too, in order.

    Example:
        >>> from paperdigest import Paper
        >>> [each.name for each in attributes_of(Paper)][:3]
        ['title', 'url', 'arxiv_id']
    """
    return _attributes_of(cls)


# There are six classes of values; a class of somebody else's own does not make the cache grow.
@lru_cache(maxsize=32)
def _attributes_of(cls: type) -> tuple[Attribute, ...]:
    derived = _by_class(cls, _DERIVED, {})
    found: list[Attribute] = []
    for field in attrs.fields(cls):
        found.append(_attribute(field))
        if field.name in derived:
            found.append(Attribute(derived[field.name], str, optional=True, derived=True))
    return tuple(found)


def _attribute(field: "attrs.Attribute[object]") -> Attribute:
    kind: object = field.type
    inner = get_args(kind)
    optional = NoneType in inner
    if optional:
        (kind,) = (each for each in inner if each is not NoneType)
    choices: tuple[str, ...] = ()
    many = get_origin(kind) is tuple
    if many:
        kind = get_args(kind)[0]
    elif get_origin(kind) is Literal:
        kind, choices = str, get_args(kind)
    if not isinstance(kind, type):
        raise TypeError(f"{field.name}: no format knows a {kind}; describe it in {__name__}")
    required = field.default is attrs.NOTHING
    default = None if required else field.default
    return Attribute(field.name, kind, many, optional, required, default, choices=choices)


def set_attributes(cls: type) -> tuple[Attribute, ...]:
    """Return the attributes of a class that its constructor takes."""
    return tuple(each for each in attributes_of(cls) if not each.derived)


def marks_of(cls: type) -> tuple[str, ...]:
    """Return the keys of a value's dictionary that are not attributes but describe its origin."""
    return _by_class(cls, _MARKS, ())


def _by_class(cls: type, known: Mapping[str, _V], default: _V) -> _V:
    """Return what is known of a class, or of the one that it is derived from."""
    names = (each.__name__ for each in cls.__mro__)
    return next((known[name] for name in names if name in known), default)
