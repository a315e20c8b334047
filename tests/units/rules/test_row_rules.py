"""Rules for rows that are papers."""

import pytest

from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, check, text_of, url


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


@pytest.mark.parametrize(
    "year", [" 2021.", " (2021).", " (2021)", ", 2021b:", ", in press.", " (to appear)."]
)
@pytest.mark.parametrize(
    "names",
    [
        "Byron & Noether",
        "Byron, Gauss & Noether",
        "Byron, Gauss, and Noether",
        "van der Meer",
        "Byron et al.",
        "Ada Byron, Carl Gauss",
    ],
)
@pytest.mark.parametrize("title", ["[{T}]({U})", "{T} [pdf]({U})"])
def test_names_and_a_year_before_a_title(title: str, names: str, year: str) -> None:
    """Names before the year of a paper are its authors, even surnames alone."""
    before = "# Club\n\n| Date | Presenter | Paper |\n|---|---|---|\n"
    text = text_of(f"| {{N}} May | Ann | {names}{year} {title} |\n", before)
    text += "| 7 May | Ben | ~~Old Rivers in New Maps~~ |\n| 8 May | Ben | TBD |\n"
    expected = tuple(names.replace(", and", ",").replace(" &", ",").split(", "))
    for paper in check(text):
        assert paper.authors == expected


def test_a_journal_before_a_title() -> None:
    """The name of a journal of one word is no surname."""
    before = "# Club\n\n| Date | Presenter | Paper |\n|---|---|---|\n"
    text = text_of("| {N} May | Ann | {A}. [{T}]({U}) |\n", before)
    text += "| 7 May | Ben | Nature 2021. [Old Rivers](https://arxiv.org/abs/2408.12637) |\n"
    assert read(text).papers[-1].authors == ()
