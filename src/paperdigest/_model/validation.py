"""Checks of values, with errors that name the class, the attribute and the reason."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, SupportsIndex, TypeVar, cast

import attrs

from paperdigest._text.shown import shown
from paperdigest._text.votes import MAX_VOTE_DIGITS

_T = TypeVar("_T")


def refused(
    error: type[ValueError | TypeError], owner: object, attribute: str, value: object, reason: str
) -> ValueError | TypeError:
    """Return the error that names an attribute, its value and the reason."""
    return error(f"{type(owner).__name__}.{attribute}: {shown(value)} {reason}")


def require_stripped(owner: object, attribute: str, value: object) -> str:
    """Return a ``str`` without white space around it, or raise."""
    if not isinstance(value, str):
        raise refused(TypeError, owner, attribute, value, "is not a str; pass text")
    if value != value.strip():
        raise refused(
            ValueError,
            owner,
            attribute,
            value,
            "has white space around it, which is not kept; strip it",
        )
    return value


def require_line(owner: object, attribute: str, value: object) -> str:
    """Return one stripped line, or raise."""
    text = require_stripped(owner, attribute, value)
    if "\n" in text or "\r" in text:
        raise refused(ValueError, owner, attribute, value, "has a line ending; use one line")
    return text


_Validator = Callable[[object, "attrs.Attribute[str]", object], None]


def check_text(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    """Check an attribute that is stripped text."""
    require_stripped(owner, attribute.name, value)


def check_line(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    """Check an attribute that is one stripped line."""
    require_line(owner, attribute.name, value)


def check_filled(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    """Check an attribute that is one stripped line and not empty."""
    if not require_line(owner, attribute.name, value):
        what = "None or some text" if attribute.default is None else "some text"
        raise refused(ValueError, owner, attribute.name, value, f"is empty; pass {what}")


def check_url(owner: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    """Check an attribute that is a URL: one line without white space."""
    check_filled(owner, attribute, value)
    if isinstance(value, str) and len(value.split(None, 1)) > 1:
        raise refused(
            ValueError,
            owner,
            attribute.name,
            value,
            "has white space; percent-encode it (RFC 3986)",
        )


def check_media_kind(
    owner: object, attribute: "attrs.Attribute[Literal['image', 'video']]", value: object
) -> None:
    """Check the kind of media."""
    if value not in ("image", "video"):
        raise refused(
            ValueError, owner, attribute.name, value, "is not a kind; expected image or video"
        )


def check_count(owner: object, attribute: "attrs.Attribute[int | None]", value: object) -> None:
    """Check a count, such as the votes."""
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise refused(
            TypeError, owner, attribute.name, value, "is not an int; pass a count or None"
        )
    if value < 0:
        raise refused(ValueError, owner, attribute.name, value, "is negative; pass a count or None")
    if value >= 10**MAX_VOTE_DIGITS:
        reason = f"{owner.__class__.__name__}.{attribute.name}: a count has at most"
        raise ValueError(f"{reason} {MAX_VOTE_DIGITS} digits")


def is_day(value: object) -> bool:
    """Return whether a value is a ``date`` and not a ``datetime``."""
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def wrong_day(value: object) -> str:
    """Return the reason why a value is not a date, and advice."""
    if isinstance(value, datetime.datetime):
        return "has a time of day; pass its date, as in value.date()"
    if isinstance(value, str):
        return "is a str; expected a date, such as datetime.date(2024, 8, 26)"
    if isinstance(value, list | tuple):
        return "is not a datetime.date; pass papers by name, as in papers=[...]"
    return "is not a datetime.date; pass a date or None"


def require_dating(date: datetime.date | None, year: object) -> datetime.date | None:
    """Return the date of texts that have none, which may be ``None`` as the year may be, or raise.

    Raises:
        TypeError: One of them is of another kind.
        ValueError: No ``date`` has this year.
    """
    day = as_day(date)
    if day is not None and not is_day(day):
        raise TypeError(f"date: {shown(date)} {wrong_day(date)}")
    if year is None:
        return day
    if not isinstance(year, int) or isinstance(year, bool):
        raise TypeError(f"year: {year!r} is not an int; pass a year, such as 2024")
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise ValueError(
            f"year: {year} is out of range; pass a year from {datetime.MINYEAR} to "
            f"{datetime.MAXYEAR}"
        )
    return day


def require_start(start: object) -> None:
    """Raise for anything but the index of a first paper.

    Raises:
        TypeError: It is not an ``int``.
        ValueError: It is negative.
    """
    if not isinstance(start, int) or isinstance(start, bool):
        raise TypeError(f"start: {start!r} is not an int; pass the index of a paper, such as 50")
    if start < 0:
        raise ValueError(f"start: {start} is negative; count from the first paper, which is 0")


def check_date(
    owner: object, attribute: "attrs.Attribute[datetime.date | None]", value: object
) -> None:
    """Check a date: a ``date`` and not a ``datetime``."""
    if value is None:
        return
    if not is_day(value):
        raise refused(TypeError, owner, attribute.name, value, wrong_day(value))


def check_items(
    kind: type[_T],
) -> Callable[[object, "attrs.Attribute[tuple[_T, ...]]", Sequence[object]], None]:
    """Make a validator for a tuple of ``kind``."""

    def check(
        owner: object, attribute: "attrs.Attribute[tuple[_T, ...]]", value: Sequence[object]
    ) -> None:
        if value == ():
            return
        require_tuple(owner, attribute.name, value)
        for item in value:
            if not isinstance(item, kind):
                reason = f"is not a {kind.__name__}; pass a tuple or list of {kind.__name__} only"
                if issubclass(type(item), dict):
                    reason += ", or the whole data to from_dict"
                raise refused(TypeError, owner, attribute.name, item, reason)

    return check


def check_names(
    owner: object, attribute: "attrs.Attribute[tuple[str, ...]]", value: Sequence[object]
) -> None:
    """Check names of authors: stripped lines that are not empty."""
    require_tuple(owner, attribute.name, value)
    for item in value:
        if type(item) is str and item and item.strip() == item and item.isprintable():
            continue  # nearly every name, with no further call
        if not require_line(owner, attribute.name, item):
            raise refused(ValueError, owner, attribute.name, item, "is empty; leave it out")


def as_day(value: datetime.date | None) -> datetime.date | None:
    """Convert a day of pandas to one of Python, and ``NaT`` to ``None``.

    The check refuses anything else. A ``datetime`` of Python's own is not a day: there is
    ``value.date()`` for that.
    """
    if value is None or type(value) in (datetime.date, datetime.datetime):
        return value
    from paperdigest._protocols.scalars import as_date

    return as_date(value)  # type: ignore[return-value]


def as_count(value: SupportsIndex | None) -> int | None:
    """Convert an integer of numpy to one of Python; the check refuses anything else."""
    if value is None or type(value) is int:
        return value
    from paperdigest._protocols.scalars import as_integer

    return as_integer(value)  # type: ignore[return-value]


#: What can be iterated but is not a list of values.
_NO_LIST = (str, bytes, set, frozenset, Mapping)


def as_tuple(items: Iterable[_T]) -> tuple[_T, ...]:
    """Convert a list or an array to a tuple. The check reports anything else."""
    if type(items) is tuple:
        return cast("tuple[_T, ...]", items)
    if type(items) is list:
        return tuple(cast("list[_T]", items))
    from paperdigest._protocols.scalars import as_list

    listed = cast("Iterable[_T]", as_list(items))
    if isinstance(listed, _NO_LIST) or not hasattr(listed, "__iter__"):
        return listed  # type: ignore[return-value]
    return tuple(listed)


def as_values(kind: type[_T], items: Iterable[_T]) -> tuple[_T, ...]:
    """Convert a list to a tuple, and dictionaries such as `attrs.asdict` makes to values.

    A dictionary with other keys, or without one that is needed, is left for the check, which
    reports it.
    """
    found = as_tuple(items)
    if type(found) is tuple and any(isinstance(item, dict) for item in found):
        return tuple([_value(kind, item) for item in found])
    return found


def _value(kind: type[_T], item: _T) -> _T:
    if not issubclass(type(item), dict):
        return item
    known = cast("dict[str, object]", item)
    fields = attrs.fields(kind)  # type: ignore[arg-type]
    needed = {each.name for each in fields if each.default is attrs.NOTHING}
    return kind(**known) if needed <= known.keys() <= {each.name for each in fields} else item


def require_tuple(owner: object, attribute: str, value: object) -> None:
    """Raise for anything but a tuple, such as one string or something not iterable."""
    if not isinstance(value, tuple):
        found = "is not a collection"
        if isinstance(value, str | bytes):
            found = "is one string"
        elif issubclass(type(value), set | frozenset):
            found = "has no defined order"
        elif issubclass(type(value), Mapping):
            found = "is a mapping"
        reason = f"{found}; pass a list or tuple of values"
        raise refused(TypeError, owner, attribute, value, reason)


@lru_cache(maxsize=32)  # there are six classes of values, and those that users derive
def names_of(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Return the names of the attributes of a class."""
    return tuple(each.name for each in attrs.fields(kind))


#: The attributes of a paper that follow from others, and from which.
FOLLOWING = {"arxiv_id": "url", "summary": "sections"}


def require_attributes(kind: type[attrs.AttrsInstance], changes: Iterable[str]) -> None:
    """Raise for an attribute that a class does not have.

    Raises:
        TypeError: There is no such attribute, or it follows from another one; the message names
            the one to replace, if there is one that is close, or all.
    """
    known = names_of(kind)
    for name in changes:
        if name not in known:
            from paperdigest._text.closest import hint

            origin = FOLLOWING.get(name)
            if origin in known:
                raise TypeError(f"{kind.__name__}.{name} follows from {origin}; replace that")
            raise TypeError(
                f"{kind.__name__} has no attribute {name!r} to replace; {hint(name, known)}"
            )
