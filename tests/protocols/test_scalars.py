"""Numbers and days of other libraries."""

import datetime

import pytest

from paperdigest._protocols.scalars import as_date, as_integer

DAY = datetime.date(2024, 8, 26)
UTC = datetime.UTC


class NaT(datetime.datetime):
    """A day that is none, as pandas has it: it equals nothing."""

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DAY, DAY),
        (datetime.datetime(2024, 8, 26), DAY),
        (datetime.datetime(2024, 8, 26, 0, 0, 1), datetime.datetime(2024, 8, 26, 0, 0, 1)),
        (datetime.datetime(2024, 8, 26, tzinfo=UTC), datetime.datetime(2024, 8, 26, tzinfo=UTC)),
        (NaT(1, 1, 1), None),
        ("2024-08-26", "2024-08-26"),
        (None, None),
    ],
)
def test_days(value: object, expected: object) -> None:
    """Midnight without a time zone is a day; any other time of day is none."""
    assert as_date(value) == expected


class Counted:
    def __index__(self) -> int:
        return 34


class Array(Counted):
    def __len__(self) -> int:
        return 1


ARRAY = Array()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3, 3), (True, True), (Counted(), 34), (ARRAY, ARRAY), (3.0, 3.0), ("3", "3"), (None, None)],
)
def test_integers(value: object, expected: object) -> None:
    """What Python treats as an index is an integer; an array of one is not."""
    found = as_integer(value)
    assert found == expected
    assert type(found) is type(expected)
