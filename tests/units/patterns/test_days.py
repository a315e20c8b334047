"""Days in a text, and what is compiled to find them."""

import pytest

from paperdigest._units.patterns.days import day_in, range_in, starts_with_day


@pytest.mark.parametrize(
    "text",
    [
        "2024-08-26",
        "8/26/2024",
        "2024年8月26日",
        "Aug 26th, 2024",
        "26 August 2024",
        "26. août 2024",
    ],
)
def test_days_are_found_anywhere(text: str) -> None:
    """A day in any spelling is found in a text, and a text may start with it."""
    found = day_in(f"Read on {text}, at home")
    assert found is not None
    assert found[0] == text
    assert starts_with_day(f"{text}: a study")
    assert not starts_with_day(f"On {text}: a study")


@pytest.mark.parametrize("text", ["", "On a Monday", "August 26", "In 2024", "arXiv 2408.12637"])
def test_what_lacks_a_part_is_no_day(text: str) -> None:
    """A year alone, or a day without one, is not found."""
    assert day_in(text) is None
    assert not starts_with_day(text)
    assert range_in(text) is None


def test_ranges_of_days_end_with_a_year() -> None:
    """A range is found if its last day has a year."""
    assert range_in("# Papers (May 22-28, 2023)")
    assert range_in("# Papers (May 22-28)") is None
    assert range_in("# Papers (May 22, 2023)") is None
