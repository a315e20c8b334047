"""Rules for the headings of papers."""

import pytest

from paperdigest import Digest
from tests.dialects import read
from tests.units.test_papers import TITLES, check, text_of

URL = "https://arxiv.org/abs/2408.12637"


def titles(digest: Digest) -> list[str]:
    """Return the titles of all papers."""
    return [paper.title for paper in digest.papers]


def test_headings_that_show_no_paper_are_not_papers() -> None:
    """If most headings have a link to a paper below, but not all, the others are groups."""
    text = "# Notes\n\n" + "".join(
        f"## A Study of {name} Rivers\n\nWords on it.\n\n[PDF]({URL})\n\n"
        if name
        else "## Words between Rivers and Rain\n\nOnly words.\n\n"
        for name in ("Slow", "Wide", "", "Old", "", "Deep", "", "")
    )
    found = titles(read(text))
    assert found == [f"A Study of {name} Rivers" for name in ("Slow", "Wide", "Old", "Deep")]


@pytest.mark.parametrize(
    "unit",
    [
        "{N}. ***`[OSDI '1{N}]`*** **[{T}]({U})** [[Code](https://github.com/a/b)]\n   - *{A}* (Lake)\n\n",
        "{N}. **`[OSDI '1{N}]`** **[{T}]({U})**\n",
        "{N}. _`SC '1{N}`_ **[{T}]({U})**\n   - *{A}*\n",
    ],
)
def test_a_venue_in_code_with_emphasis(unit: str) -> None:
    """A venue in code may have any emphasis, and is not a title, though some papers have no link."""
    text = text_of(unit) + "6. ***`[ATC '22]`*** **Lakes in Spring and Autumn**\n"
    assert titles(read(text)) == [*TITLES, "Lakes in Spring and Autumn"]


@pytest.mark.parametrize(
    "unit",
    [
        "- *NeurIPS 202{N}* **[{T}]({U})**\n",
        "- _(SC '1{N})_ [{T}]({U})\n",
        "- *ICML 202{N}* **{T}** [[pdf]({U})]\n",
    ],
)
def test_a_venue_in_italics_before_a_title(unit: str) -> None:
    """A venue in italics before a title that is set off is not the title."""
    check(text_of(unit))


@pytest.mark.parametrize("title", ["Paper Boats", "Code Red", "Link Prediction", "Home Ranges"])
def test_titles_that_begin_like_the_text_of_a_link(title: str) -> None:
    """A title of two words may begin with one that links to a paper or its code have, too."""
    text = text_of("- [{T}]({U}), {A}\n")
    assert titles(read(text.replace(TITLES[1], title))) == [TITLES[0], title, *TITLES[2:]]


@pytest.mark.parametrize("label", ["Paper", "Code", "Project Page", "PDF Link", "Paper (ICML)"])
def test_the_text_of_a_link_is_no_title(label: str) -> None:
    """An item that is only a link to a paper or its code is not a paper."""
    text = text_of("- [{T}]({U}), {A}\n")
    assert titles(read(text + f"- [{label}](https://arxiv.org/abs/2408.12000)\n")) == list(TITLES)
