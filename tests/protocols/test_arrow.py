"""Tables in Arrow, as the libraries take them that people use."""

import datetime
import json
import re
from typing import Any, get_type_hints

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given

from paperdigest import Digest, Link, Paper, Section, parse_digest, rows
from paperdigest._protocols import arrow
from paperdigest._protocols.tables import PER, Per
from tests.samples import EXAMPLES
from tests.strategies import digests

DIGEST = parse_digest(EXAMPLES["daily-papers"])
each_per = pytest.mark.parametrize("per", PER)

#: The types of columns, as Arrow has them, by the types of attributes.
TYPES: dict[object, Any] = {
    int | None: pa.int64(),
    datetime.date | None: pa.date32(),
    tuple[str, ...]: pa.list_(pa.string()),
}
HINTS = {**get_type_hints(Paper), **get_type_hints(Digest)}


def type_of(name: str) -> Any:
    """Return the type that a column has to have."""
    if name.endswith("_index"):
        return pa.int64()
    return TYPES.get(HINTS.get(name), pa.string())


@each_per
@given(digests())
def test_arrow_holds_the_rows(per: Per, digest: Digest) -> None:
    """A table in Arrow has the rows, their columns in order, and the types that are documented."""
    table = rows([digest, digest], per=per)
    if re.search("[\ud800-\udfff]", json.dumps(list(table), ensure_ascii=False, default=str)):
        with pytest.raises(pa.ArrowInvalid, match="half of a surrogate pair"):
            pa.table(table)
        return
    found = pa.table(table)
    assert found.to_pylist() == list(table)
    assert found.schema == pa.schema([(name, type_of(name)) for name in table.columns])


@each_per
def test_no_papers_give_the_same_columns(per: Per) -> None:
    """Without rows, every library has the columns with their types."""
    nothing = rows([], per=per)
    full = pa.table(rows(DIGEST, per=per)).schema
    assert pa.table(nothing).schema == full
    assert pa.table(rows(Digest(), per=per)).schema == full
    assert pl.DataFrame(nothing).schema == pl.DataFrame(rows(DIGEST, per=per)).schema
    assert list(pd.DataFrame(nothing, columns=nothing.columns).columns) == full.names
    relation = duckdb.sql("select * from nothing")
    assert relation is not None
    assert relation.columns == full.names


def test_a_digest_goes_as_it_is() -> None:
    """A digest is a table of its papers for polars, pyarrow and DuckDB."""
    digest = DIGEST
    expected = list(rows(digest))
    assert pl.DataFrame(digest).to_dicts() == expected
    assert pa.table(digest).to_pylist() == expected
    found = duckdb.sql("select title, votes, date, len(authors) from digest where votes > 40")
    assert found is not None
    assert found.fetchall() == [
        ("Attention Is All You Need", 48, datetime.date(2025, 2, 17), 8),
    ]


def test_several_digests_go_as_rows() -> None:
    """Several digests are one table, as often as it is asked for."""
    many = rows([DIGEST, DIGEST])
    for _ in range(2):
        assert pl.DataFrame(many).height == 8
        found = duckdb.sql("select sum(digest_index), count(*) from many")
        assert found is not None
        assert found.fetchall() == [(4, 8)]
    frame = pd.DataFrame(many)
    assert list(frame.columns) == list(many.columns)
    assert frame.votes.sum() == 2 * sum(paper.votes or 0 for paper in DIGEST.papers)
    assert frame.authors[0] == list(DIGEST.papers[0].authors)


def test_a_reader_gets_the_types_that_it_asks_for() -> None:
    """A reader can ask for other types, as the protocol has it."""
    wanted = pa.table(DIGEST).schema.set(8, pa.field("votes", pa.int32()))
    assert pa.table(DIGEST, schema=wanted).schema.field("votes").type == pa.int32()


def test_rows_are_taken_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are handed over some at a time, and none is made before it is asked for."""
    monkeypatch.setattr(arrow, "_BATCH", 3)
    reader = pa.RecordBatchReader.from_stream(rows(DIGEST))
    assert [batch.num_rows for batch in reader] == [3, 1]


@pytest.mark.parametrize(
    ("paper", "per", "place"),
    [
        (Paper("a\ud800"), "paper", "title of digest 0, paper 0"),
        (Paper("A", authors=["b", "c\udfff"]), "paper", "authors of digest 0, paper 0"),
        (Paper("A", sections=[Section(None, "\ud83d")]), "section", "section_text of digest 0"),
    ],
)
def test_half_a_surrogate_pair_is_named(paper: Paper, per: Per, place: str) -> None:
    """Arrow holds UTF-8, which has no surrogates: the error says where one is."""
    with pytest.raises(pa.ArrowInvalid, match=f"{place}.* holds half of a surrogate pair"):
        pa.table(rows(Digest(papers=[paper]), per=per))
    assert list(rows(Digest(papers=[paper]), per=per))


def test_large_votes_fit() -> None:
    """The largest number of votes is an integer in Arrow, too."""
    most = 10**18 - 1
    assert pa.table(Digest(papers=[Paper("A", votes=most)]))["votes"].to_pylist() == [most]


def test_a_subclass_is_a_digest() -> None:
    """A class of one's own with the attributes of a digest is a table, too."""

    class Mine(Digest):
        __slots__ = ()

    assert pa.table(Mine(papers=[Paper("A", links=[Link("b", "c")])])).num_rows == 1
