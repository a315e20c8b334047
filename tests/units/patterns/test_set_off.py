"""How titles are set off in their lines."""

import pytest

from tests.dialects import read
from tests.units.test_papers import TITLES, check, text_of, titles


@pytest.mark.parametrize(
    "venue",
    [
        "FAST'22",
        "B&B '19",
        "P&Q’21",
        "ICAB2021",
        "ICAB 2021 Workshop",
        "ICAB 2021, Spotlight",
        "ICAB'21 Best Paper Award",
        "Rivers 2023 Datasets and Benchmarks Track",
    ],
)
@pytest.mark.parametrize("unit", ["- [{T} ({V})]({U})\n", "- **{T} ({V})** [[pdf]({U})]\n"])
def test_a_venue_in_brackets_ends_a_title(unit: str, venue: str) -> None:
    """A venue with its year and the kind of the paper, in brackets in a link or in bold, ends a title."""
    check(text_of(unit.replace("{V}", venue)))


@pytest.mark.parametrize("words", ["2021 in Review", "Part 2", "1990-2020", "MAP2"])
def test_other_words_in_brackets_are_part_of_a_title(words: str) -> None:
    """Brackets without a year of four digits, or with other words after it, do not end a title."""
    text = text_of("- [{T} (FAST 2022)]({U})\n")
    digest = read(text.replace(f"{TITLES[1]} (FAST 2022)", f"{TITLES[1]} ({words})"))
    assert titles(digest)[1] == f"{TITLES[1]} ({words})"
