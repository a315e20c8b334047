"""Rules for rows that are papers."""

import pytest

from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, url


@pytest.mark.parametrize("venue", [". ICML '24", ". *Journal of Rivers*", ". arXiv", ".", ""])
def test_names_on_the_second_line_of_a_cell(venue: str) -> None:
    """Names follow the title after a line break, and a venue may follow the names."""
    rows = "".join(
        f"| {at + 1} | [{title}]({url(at)})<br>{', '.join(names)}{venue} | room {at} |\n"
        for at, (title, names) in enumerate(zip(TITLES, PEOPLE, strict=True))
    )
    others = (
        f"| 6 | Rivers That Sing at Night<br>Ada Byron et al.{venue.removeprefix('.')} | hybrid |\n"
    )
    header = "| Week | Paper | Notes |\n|---|---|---|\n"
    papers = read(f"# Reading group\n\n{header}{rows}{others}").papers
    assert [paper.title for paper in papers] == [*TITLES, "Rivers That Sing at Night"]
    assert [paper.authors for paper in papers] == [*PEOPLE, ("Ada Byron et al.",)]


def test_a_sentence_on_the_second_line_of_a_cell() -> None:
    """Two words with capitals and a sentence after them are no names."""
    rows = "".join(
        f"| {at + 1} | [{title}]({url(at)})<br>Slow Rivers. They freeze from the shore. |\n"
        for at, title in enumerate(TITLES)
    )
    papers = read(f"# Reading group\n\n| Week | Paper |\n|---|---|\n{rows}").papers
    assert [paper.authors for paper in papers] == [()] * len(TITLES)
