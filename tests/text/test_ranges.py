"""Ranges of days in the format of a date, and dates in the format of a range."""

import datetime

import pytest

from paperdigest._text.dates import read_date, read_range
from paperdigest._text.ranges import as_date, as_range

MONDAY, SUNDAY = datetime.date(2025, 12, 29), datetime.date(2026, 1, 4)


@pytest.mark.parametrize(
    ("spelling", "written"),
    [
        ("2025-08-11", "2025-12-29 to 2026-01-04"),
        ("12th May 2025", "29th December - 4th January 2026"),
        ("Tue, Aug 5, 2025", "Dec 29 - Jan 4, 2026"),
        ("05/13/2025", "2025-12-29 to 2026-01-04"),
        ("no date", "2025-12-29 to 2026-01-04"),
    ],
)
def test_a_range_in_the_format_of_a_date(spelling: str, written: str) -> None:
    """The range has the order, the names and the marks of the date, or is in ISO 8601."""
    assert as_range(spelling, MONDAY, SUNDAY) == written
    assert read_range(written) == (MONDAY, SUNDAY)


def test_a_long_range_has_both_years() -> None:
    """Where one year is not enough for a range, each day has its own."""
    first = datetime.date(2024, 1, 1)
    assert as_range("12 May 2025", first, SUNDAY) == "1 January 2024 to 4 January 2026"


@pytest.mark.parametrize(
    ("spelling", "written"),
    [
        ("Aug 11–17, 2025", "Jan 4, 2026"),
        ("28 July – 3 August 2025", "4 January 2026"),
        ("11 Aug 2025 - 17 Aug 2025", "4 Jan 2026"),
        ("Mon, Aug 11 - Sun, Aug 17, 2025", "Sun, Jan 4, 2026"),
        ("2025/08/11 ~ 08/17", "2026/01/04"),
        ("2025年8月11日-8月17日", "2026年1月4日"),
        ("no range", "2026-01-04"),
        ("no-range", "2026-01-04"),
    ],
)
def test_a_date_in_the_format_of_a_range(spelling: str, written: str) -> None:
    """The date has the order, the names and the marks of the range, or is in ISO 8601."""
    assert as_date(spelling, SUNDAY) == written
    assert read_date(written) == SUNDAY
