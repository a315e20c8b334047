"""Counts of votes."""

import re

import pytest

from paperdigest._text.votes import VOTES, read_votes, respell_votes


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("0", 0),
        ("007", 7),
        ("1234", 1234),
        ("1,234", 1234),
        ("1.234.567", 1234567),
        ("12 345", 12345),
        ("12\xa0345", 12345),
        ("123,456,789,012,345,678", 123456789012345678),
    ],
)
def test_numbers(text: str, votes: int) -> None:
    """A number is all digits, or groups of three with the same mark between them."""
    assert read_votes(text) == votes
    found = re.match(VOTES, f"{text} in all")
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "1.2k", "1.2", "12k", "12 k", "3万", "12/20", "12%", "12+", "10-15", "10–15", "1,23", "1,2345",
        "1234,567", "0,123", "1,234.567", "1'234", "1 2345", "12:30", "12 34",
    ],
)  # fmt: skip
def test_what_starts_with_a_number(text: str) -> None:
    """Nothing is read of what only starts with digits: a rounded number, a range, a score."""
    assert read_votes(text) is None
    assert re.match(VOTES, text) is None


def test_too_many_digits() -> None:
    """A number has at most 18 digits, however they are grouped."""
    assert read_votes("9" * 19) is None
    assert read_votes("9" + ",999" * 6) is None


@pytest.mark.parametrize(
    ("spelling", "votes", "written"),
    [
        ("1,234", 2345, "2,345"),
        ("1.234", 1234567, "1.234.567"),
        ("12\xa0345", 12346, "12\xa0346"),
        ("1,234", 7, "7"),
        ("1234", 2345, "2345"),
        ("56", 2345, "2345"),
        ("1.2k", 2345, "2345"),
    ],
)
def test_numbers_are_written_like_others(spelling: str, votes: int, written: str) -> None:
    """A number gets the mark between groups of three that another one has, if it has one."""
    assert respell_votes(spelling, votes) == written
    assert read_votes(written) == votes
