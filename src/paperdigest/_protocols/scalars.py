"""Numbers and days of other libraries, converted to those of Python."""

import datetime
from typing import SupportsIndex


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
