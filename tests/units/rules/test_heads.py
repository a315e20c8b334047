"""Rules for the headings of papers."""

import pytest

from paperdigest import Digest
from tests.dialects import read
from tests.units.test_papers import check, text_of

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
        "{N}. _`SC '1{N}`_ **[{T}]({U})**\n   - *{A}*\n",
    ],
)
def test_a_venue_in_code_with_emphasis(unit: str) -> None:
    """A venue in code may have any emphasis, and is not a title."""
    check(text_of(unit), authors=True)


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


def test_a_title_in_bold_after_its_identifier() -> None:
    """If names follow some titles in bold, the marks are still not part of a title."""
    unit = "{N}. [2408.1200{N}]({U}) **{T}** — {A} *et al.* (9 pages) :+1:\n"
    for paper in check(text_of(unit)):
        assert len(paper.authors) == 2
