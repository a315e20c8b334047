"""Values as dictionaries of plain values, for JSON, YAML and the like."""

import datetime
from typing import Literal, NotRequired, TypeAlias, TypedDict, cast, overload

from paperdigest._model.values import (
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Section,
)
from paperdigest._protocols.attributes import FORMAT, attributes_of

Value: TypeAlias = Digest | Paper | Section | Media | Field | Link
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | None"


class SectionDict(TypedDict):
    """A section as a dictionary; see :class:`Section`."""

    label: NotRequired[str | None]
    text: NotRequired[str]


class MediaDict(TypedDict):
    """An image or a video as a dictionary; see :class:`Media`."""

    kind: Literal["image", "video"]
    url: str
    alt: NotRequired[str]


class FieldDict(TypedDict):
    """A field as a dictionary; see :class:`Field`."""

    label: str
    value: str


class LinkDict(TypedDict):
    """A link as a dictionary; see :class:`Link`."""

    label: str
    url: str


class PaperDict(TypedDict):
    """A paper as a dictionary; see :class:`Paper`.

    ``to_dict`` writes every key. ``from_dict`` ignores ``arxiv_id``, which follows from the links
    and fields.
    """

    title: str
    url: NotRequired[str | None]
    arxiv_id: NotRequired[str | None]
    votes: NotRequired[int | None]
    authors: NotRequired[list[str]]
    category: NotRequired[str | None]
    media: NotRequired[list[MediaDict]]
    sections: NotRequired[list[SectionDict]]
    fields: NotRequired[list[FieldDict]]
    links: NotRequired[list[LinkDict]]
    published: NotRequired[str | None]


class DigestDict(TypedDict):
    """A digest as a dictionary; see :class:`Digest`. Dates are written as in ``2024-08-26``.

    ``to_dict`` writes every key. ``format`` is the format with its version, and ``dialect`` the
    dialect that the digest was parsed in; ``from_dict`` needs neither. The command line adds
    ``file``, the name of the file, which ``from_dict`` ignores.
    """

    format: NotRequired[Literal["paperdigest/1"]]
    dialect: NotRequired[str | None]
    file: NotRequired[str | None]
    title: NotRequired[str | None]
    date: NotRequired[str | None]
    end_date: NotRequired[str | None]
    papers: NotRequired[list[PaperDict]]


@overload
def to_dict(value: Digest) -> DigestDict: ...
@overload
def to_dict(value: Paper) -> PaperDict: ...
@overload
def to_dict(value: Section) -> SectionDict: ...
@overload
def to_dict(value: Media) -> MediaDict: ...
@overload
def to_dict(value: Field) -> FieldDict: ...
@overload
def to_dict(value: Link) -> LinkDict: ...
def to_dict(
    value: Value,
) -> DigestDict | PaperDict | SectionDict | MediaDict | FieldDict | LinkDict:
    """Return a value as a dictionary of plain values.

    It contains dictionaries, lists, strings, integers and ``None``. Dates are strings in ISO 8601,
    and tuples are lists. The dictionary of a digest also names its format and the dialect that it
    was parsed in, and that of a paper has its arXiv identifier. :func:`json_schema` returns the
    JSON Schema of it. Attributes that a derived class adds are left out.

    Args:
        value: A digest, a paper, or a part of a paper.

    Returns:
        A new dictionary. ``from_dict`` turns it back into an equal value.

    Raises:
        TypeError: It is another kind of value.

    Example:
        >>> import datetime
        >>> to_dict(Digest("Daily Papers", datetime.date(2024, 8, 26)))["date"]
        '2024-08-26'
        >>> to_dict(Section("Idea", "A smaller model."))
        {'label': 'Idea', 'text': 'A smaller model.'}
    """
    if not is_value(value):
        kinds = ", ".join(kind.__name__ for kind in VALUES)
        expected = f"pass one of {kinds}; for several values, call it for each"
        raise TypeError(f"value: {type(value).__name__} found; {expected}")
    found = _plain(value)
    if isinstance(value, Digest):
        found = {"format": FORMAT, "dialect": _dialect_of(value), **found}
    return cast(DigestDict, found)


def _plain(value: Value) -> dict[str, Plain]:
    """Return the attributes of a value and of its items, at most three levels deep.

    Those that a derived class adds are left out: ``from_dict`` makes no value of it.
    """
    found: dict[str, Plain] = {}
    kind = next(kind for kind in VALUES if isinstance(value, kind))
    for each in attributes_of(kind):
        held: object = getattr(value, each.name)
        if each.many:
            items = cast("tuple[Value, ...]", held)
            found[each.name] = (
                [_plain(item) for item in items]
                if each.of_values
                else list(cast("tuple[str, ...]", items))
            )
        elif isinstance(held, datetime.date):
            found[each.name] = held.isoformat()
        else:
            found[each.name] = cast(Plain, held)
    return found


def _dialect_of(digest: Digest) -> str | None:
    """Return the name of the dialect that a digest was parsed in."""
    return digest.dialect.name if digest.dialect else None


VALUES: tuple[type[Value], ...] = (Digest, Paper, Section, Media, Field, Link)


def is_value(value: object) -> bool:
    """Return whether there is a dictionary of something."""
    return isinstance(value, VALUES)
