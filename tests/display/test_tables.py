"""The notebook view of rows."""

from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, Paper, Section, rows
from paperdigest._protocols.tables import PER, Per
from tests.display.pages import page_of
from tests.strategies import digests

PAPERS = [
    Paper("A", votes=3, authors=["Ada", "Bob"], sections=[Section("Idea", "One.\n\nTwo.")]),
    Paper("B"),
]


def test_rows() -> None:
    """A table has the names of the columns and a line for each row; a missing value is empty."""
    page = page_of(rows(Digest("Ponds", papers=PAPERS)))
    assert page.words.startswith("2 rowsdigest_indexdigest_titledate")
    assert "A3Ada, BobIdea: One. Two." in page.words
    assert page.words.endswith("0Ponds1B")


def test_no_rows() -> None:
    """Without rows, the table still has the names of the columns."""
    assert page_of(rows([], per="author")).words.startswith("0 rowsdigest_index")


def test_many_rows() -> None:
    """A table shows the first rows, and counts the others."""
    long = Digest(papers=[Paper("x" * 1_000)] * 3_000)
    words = page_of(rows(long)).words
    assert words.endswith("and 2,980 more")
    assert "x" * 79 + "…" in words
    assert "x" * 80 not in words


@given(st.lists(digests(), max_size=2), st.sampled_from(PER))
def test_markup_in_rows(several: list[Digest], per: Per) -> None:
    """Whatever the values hold, a table shows it as text."""
    page_of(rows(several, per=per))
