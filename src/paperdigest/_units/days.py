"""Whether a text holds a day, or a range of days.

The shapes of days take long to compile. Most texts that are asked about have no year, and all days
have one.
"""

import re
from functools import cache

from paperdigest._units.shapes import DAY, DAYS, WEEKDAY

_YEAR = re.compile(r"[0-9]{4}|[0-9]{1,2} [A-Z][a-z.]{2,9} [0-9]{2}[ \t]*$", re.MULTILINE)


def day_in(text: str) -> re.Match[str] | None:
    """Return the first day in a text.

    Example:
        >>> day_in("Read on 2024-08-26")[0], day_in("Read on a Monday")
        ('2024-08-26', None)
    """
    return _day().search(text) if _YEAR.search(text) else None


def starts_with_day(text: str) -> bool:
    """Return whether a text starts with a day."""
    return _YEAR.search(text) is not None and _first_day().match(text) is not None


def range_in(text: str) -> re.Match[str] | None:
    """Return the first range of days in a text."""
    return _range().search(text) if _YEAR.search(text) else None


@cache
def _day() -> re.Pattern[str]:
    return re.compile(DAY, re.MULTILINE)


@cache
def _first_day() -> re.Pattern[str]:
    return re.compile(rf"{WEEKDAY}?{DAY}", re.MULTILINE)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(DAYS, re.MULTILINE)
