"""Numbers and days of other libraries."""

import datetime

import pytest

from paperdigest._protocols.scalars import (
    as_date,
    as_integer,
    as_list,
    day_in_data,
    integer_in_data,
    items_in_data,
)

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


class Column:
    """A column of another library, such as that of pandas."""

    def tolist(self) -> list[str]:
        return ["a", "b"]


COLUMN = Column()


def test_arrays() -> None:
    """An array gives its items as a list; anything else is what it was."""
    assert as_list(COLUMN) == ["a", "b"]
    assert as_list("ab") == "ab"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3, 3), (3.0, 3), (3.5, 3.5), (float("inf"), float("inf")), (True, True), ("3", "3")],
)
def test_integers_in_data(value: object, expected: object) -> None:
    """A float without a fraction is an integer, which JSON may write so."""
    found = integer_in_data(value)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024-08-26", DAY), ("20240826", DAY), ("today", "today"), (20240826, 20240826), (DAY, DAY)],
)
def test_days_in_data(value: object, expected: object) -> None:
    """A text in ISO 8601 is a day; a number is none."""
    assert day_in_data(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(["a"], ("a",)), (("a",), ("a",)), (COLUMN, ("a", "b")), ("a", "a"), ({"a": 1}, {"a": 1})],
)
def test_items_in_data(value: object, expected: object) -> None:
    """Lists and arrays have items; a text, an object and a set have none."""
    assert items_in_data(value) == expected
    assert items_in_data({"a"}) == {"a"}
