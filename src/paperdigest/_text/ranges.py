"""A date that becomes a range of days, and the other way round, in the format of the text."""

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress

from paperdigest._text.dates import read_date, read_range, respell, respell_range

_WORD = re.compile(r"[A-Za-z]{3,9}\.?,?[ \t]+")
_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
_TO = re.compile(r"[ \t]*(?:to|until|[-–—~]|->|→)[ \t]*")
_TAIL = re.compile(r"[^0-9]*[0-9]{1,2}(?:st|nd|rd|th)?(?P<rest>.*)", re.DOTALL)
_YEAR = re.compile(r"(?:,[ \t]*|[ \t])?[0-9]{4}\Z")


def as_range(spelling: str, start: datetime.date, end: datetime.date) -> str:
    """Write a range of days in the format of a date, without its weekday.

    Args:
        spelling: A date as somebody wrote it.
        start: The first day.
        end: The last day.

    Returns:
        A range that ``read_range`` reads. If the format has no range, it has that of ISO 8601.

    Example:
        >>> monday, sunday = datetime.date(2026, 1, 5), datetime.date(2026, 1, 11)
        >>> as_range("12 May 2025", monday, sunday), as_range("12.05.2025", monday, sunday)
        ('5-11 January 2026', '2026-01-05 to 2026-01-11')
    """
    day = read_date(spelling)
    between = "-" if start.month == end.month else " - "
    for one in _single_days(spelling, between):
        if day and read_range(one) == (day, day):
            with suppress(ValueError):
                return respell_range(one, start, end)
    return f"{start} to {end}"


def as_date(spelling: str, day: datetime.date) -> str:
    """Write a date in the format of a range of days.

    Args:
        spelling: A range as somebody wrote it.
        day: The date to write.

    Returns:
        A date that ``read_date`` reads. If the format has no date, it has that of ISO 8601.

    Example:
        >>> as_date("Aug 11 - Aug 17, 2025", datetime.date(2026, 1, 5))
        'Jan 5, 2026'
    """
    dates = (each for each in _first_days(spelling) if read_date(each))
    return respell(next(dates, ""), day)


def _single_days(spelling: str, between: str) -> Iterator[str]:
    """Yield texts that may be a range of the one day that a date is."""
    word = _WORD.match(spelling)
    if word and read_date(spelling[word.end() :]):
        spelling = spelling[word.end() :]
    for day in _DAY.finditer(spelling):
        yield f"{spelling[: day.end()]}{between}{day[0]}{spelling[day.end() :]}"
    yield f"{spelling} {'to' if spelling.isascii() else '~'} {spelling}"


def _first_days(spelling: str) -> Iterator[str]:
    """Yield texts that may be the first day of a range, with its month and year."""
    year = _YEAR.search(spelling)
    for to in _TO.finditer(spelling):
        first = spelling[: to.start()]
        tail = _TAIL.match(spelling, to.end())
        yield first
        yield f"{first}{year[0] if year else ''}"
        yield f"{first}{(tail and tail['rest']) or ''}"
