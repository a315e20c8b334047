"""Rules for the headings of papers."""

from paperdigest import Digest
from tests.dialects import read

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
