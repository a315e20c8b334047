"""Digests as rows."""

import datetime
import re
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, Field, Link, Media, Paper, Rows, Section, rows
from paperdigest._protocols.attributes import set_attributes
from paperdigest._protocols.tables import PER, Per
from tests.strategies import digests

DAY = datetime.date(2024, 8, 26)
PAPER = Paper(
    "A",
    "https://arxiv.org/abs/1706.03762",
    3,
    ["Ada Lovelace", "Alan Turing"],
    "cs.CL",
    [Media("image", "a.png", "figure")],
    [Section("Idea", "Less."), Section(None, "More.")],
    [Field("Relevance", "9")],
    [Link("Code", "https://example.org")],
    DAY,
)
DIGEST = Digest("Daily Papers", DAY, None, [PAPER])
OF_DIGEST = {"digest_index": 0, "digest_title": "Daily Papers", "date": DAY, "end_date": None}
OF_PAPER = {
    **OF_DIGEST,
    "paper_index": 0,
    "title": "A",
    "url": "https://arxiv.org/abs/1706.03762",
    "arxiv_id": "1706.03762",
}

EXPECTED: dict[Per, list[dict[str, Any]]] = {
    "paper": [
        {
            **OF_PAPER,
            "votes": 3,
            "authors": ["Ada Lovelace", "Alan Turing"],
            "category": "cs.CL",
            "published": DAY,
            "summary": "Idea: Less.\n\nMore.",
        }
    ],
    "section": [
        {**OF_PAPER, "section_index": 0, "section_label": "Idea", "section_text": "Less."},
        {**OF_PAPER, "section_index": 1, "section_label": None, "section_text": "More."},
    ],
    "field": [{**OF_PAPER, "field_index": 0, "field_label": "Relevance", "field_value": "9"}],
    "author": [
        {**OF_PAPER, "author_index": 0, "author": "Ada Lovelace"},
        {**OF_PAPER, "author_index": 1, "author": "Alan Turing"},
    ],
    "link": [
        {**OF_PAPER, "link_index": 0, "link_label": "Code", "link_url": "https://example.org"}
    ],
    "media": [
        {
            **OF_PAPER,
            "media_index": 0,
            "media_kind": "image",
            "media_url": "a.png",
            "media_alt": "figure",
        }
    ],
}
each_per = pytest.mark.parametrize("per", PER)


@each_per
def test_rows_in_full(per: Per) -> None:
    """The rows of one paper, with every column in its order."""
    found = rows(DIGEST, per=per)
    names = list(EXPECTED[per][0])
    assert [{name: row[name] for name in names} for row in found] == EXPECTED[per]
    others = {each.name for each in set_attributes(Paper)} if per == "paper" else set()
    assert [name for name in found.columns if name in names] == names
    assert set(found.columns) - set(names) <= others
    assert [list(row) for row in found] == [list(found.columns)] * len(found)


@each_per
def test_columns_do_not_depend_on_rows(per: Per) -> None:
    """The columns are there without a digest, and without a paper in one."""
    for nothing in (rows([], per=per), rows(Digest(), per=per)):
        assert (list(nothing), len(nothing)) == ([], 0)
        assert nothing.columns == rows(DIGEST, per=per).columns


@given(digests(), digests())
def test_indexes_lead_back(one: Digest, two: Digest) -> None:
    """The indexes of a row lead to the paper and to its part, and each has one row."""
    several = [one, two]
    papers = [(d, p) for d, digest in enumerate(several) for p in range(len(digest.papers))]
    found: Any = list(rows(several))
    assert [(row["digest_index"], row["paper_index"]) for row in found] == papers
    for row in found:
        paper = several[row["digest_index"]].papers[row["paper_index"]]
        assert row["authors"] == list(paper.authors)
        assert [row[name] for name in ("title", "url", "arxiv_id", "votes", "summary")] == [
            paper.title, paper.url, paper.arxiv_id, paper.votes, paper.summary,
        ]  # fmt: skip
    for row in rows(several, per="section"):
        assert isinstance(row["digest_index"], int)
        assert isinstance(row["paper_index"], int)
        assert isinstance(row["section_index"], int)
        paper = several[row["digest_index"]].papers[row["paper_index"]]
        assert paper.sections[row["section_index"]].text == row["section_text"]
    assert len(rows(several, per="section")) == sum(
        len(paper.sections) for digest in several for paper in digest.papers
    )


def test_rows_are_made_anew() -> None:
    """Changing a row changes neither the digest nor the rows that come after."""
    table = rows(iter([DIGEST]))
    for row in table:
        row["authors"].clear()  # type: ignore[union-attr]
    assert list(table) == list(rows(DIGEST))
    assert DIGEST.papers[0].authors


@given(st.lists(digests(), max_size=3), st.sampled_from(PER), st.integers(-9, 9))
def test_rows_by_index(several: list[Digest], per: Per, at: int) -> None:
    """An index gives the row that iterating gives, and a slice a list of them."""
    table, found = rows(several, per=per), list(rows(several, per=per))
    assert (table[at:], table[:at], table[::-1]) == (found[at:], found[:at], found[::-1])
    if -len(found) <= at < len(found):
        assert table[at] == found[at]
    else:
        with pytest.raises(
            IndexError, match=f"^index: {at} is out of range; found {len(found)} row"
        ):
            table[at]


def test_an_index_that_is_none() -> None:
    """What is no index is refused as a list refuses it."""
    wrong: Any
    for wrong in ("title", 1.5):
        with pytest.raises(TypeError, match="cannot be interpreted as an integer"):
            rows(DIGEST)[wrong]


def test_pandas_takes_the_rows_as_records() -> None:
    """`from_records` makes the same frame as the constructor."""
    table = rows([DIGEST, DIGEST], per="author")
    expected = pd.DataFrame(table, columns=table.columns)
    pd.testing.assert_frame_equal(pd.DataFrame.from_records(table), expected)


def test_rows_show_what_they_are() -> None:
    """The representation tells how many rows there are, and of what."""
    assert repr(rows([DIGEST, DIGEST], per="author")) == "<4 rows of 2 digests, one per author>"
    single = Digest("A", papers=[Paper("B")])
    assert repr(rows(single)) == "<1 row of 1 digest, one per paper>"
    assert isinstance(rows([]), Rows)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("digest", "digests: str found; expected a Digest, or a list of them"),
        (
            PAPER,
            "digests: Paper found; expected a Digest, or a list of them; put papers into one: "
            "Digest(papers=[...])",
        ),
        (
            [DIGEST, PAPER],
            "digests[1]: Paper found; expected a Digest; put papers into one: Digest(papers=[...])",
        ),
    ],
)
def test_what_is_no_digest_is_refused(value: Any, message: str) -> None:
    """What is no digest is refused at once, with its place."""
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        rows(value)


def test_what_rows_cannot_stand_for() -> None:
    """Another thing to have rows for is refused with those that there are, and the nearest."""
    with pytest.raises(ValueError, match=r"per: 'papers' found; did you mean 'paper'"):
        rows(DIGEST, per="papers")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="per: 3 found; expected one of 'paper'"):
        rows(DIGEST, per=3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"per: \[\] found"):
        rows(DIGEST, per=[])  # type: ignore[arg-type]
