"""Numbers, days and arrays of other libraries, converted to those of Python."""

import datetime
from collections.abc import Mapping, Sequence
from typing import SupportsIndex, cast


def as_date(value: object) -> object:
    """Return the day of a date, or the argument itself if it is not a date.

    A ``datetime`` at midnight without a time zone, as pandas has for a day, is that day; the
    ``NaT`` of pandas is not a day.

    Example:
        >>> as_date(datetime.datetime(2024, 8, 26))
        datetime.date(2024, 8, 26)
    """
    if isinstance(value, datetime.datetime):
        if value != value:  # noqa: PLR0124 - NaT, which is a datetime and equals nothing
            return None
        if value.time() == datetime.time.min and value.tzinfo is None:
            return value.date()
    return value


def as_integer(value: object) -> object:
    """Return a number that counts as ``int``, such as one of numpy's, or what was given.

    Example:
        >>> as_integer(True)
        True
    """
    if value is None or isinstance(value, int):
        return value  # to ask for the protocol takes far longer
    if not isinstance(value, SupportsIndex) or hasattr(value, "__len__"):
        return value
    return value.__index__()


def as_list(value: object) -> object:
    """Return the items of an array of numpy or a column of pandas as a list, or what was given.

    Example:
        >>> as_list(("a", "b"))
        ('a', 'b')
    """
    to_list: object = getattr(value, "tolist", None)
    return to_list() if callable(to_list) else value


def day_in_data(value: object) -> object:
    """Return the day of a date or of its text in ISO 8601, or what was given.

    Example:
        >>> day_in_data("2024-08-26")
        datetime.date(2024, 8, 26)
    """
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            return value
    return as_date(value)


def integer_in_data(value: object) -> object:
    """Return an integer, also of a float that is one, or what was given.

    JSON has one type of numbers, so its integers may be written as ``34.0``.

    Example:
        >>> integer_in_data(34.0)
        34
    """
    return int(value) if isinstance(value, float) and value.is_integer() else as_integer(value)


def items_in_data(value: object) -> object:
    """Return the items of a list, a tuple or an array as a tuple, or what was given.

    Example:
        >>> items_in_data(["a", "b"]), items_in_data("ab")
        (('a', 'b'), 'ab')
    """
    if isinstance(value, str | bytes | bytearray | Mapping):
        return cast(object, value)
    listed = as_list(value)
    return tuple(cast("Sequence[object]", listed)) if isinstance(listed, Sequence) else value
