"""Values of numpy and pandas, taken as Python's own."""

import datetime
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest
from pydantic import TypeAdapter

from paperdigest import (
    DialectName,
    Digest,
    Paper,
    diagnose,
    from_dict,
    parse_digest,
    parse_digests,
    read_digest,
    read_digests,
    serialize_digest,
    to_atom,
)
from tests.checking.test_diagnostics import SOUND

DAY, SECOND = datetime.date(2024, 8, 26), datetime.date(2024, 8, 27)


@pytest.mark.parametrize("number", [np.int64(3), np.int32(3), np.uint8(3)])
def test_integers_of_numpy(number: Any) -> None:
    """An integer of numpy is a count of votes, and one of Python from then on."""
    for paper in (
        Paper("A", votes=number),
        from_dict({"title": "A", "votes": number}, Paper),
    ):
        assert paper == Paper("A", votes=3)
        assert type(paper.votes) is int
        assert hash(paper) == hash(Paper("A", votes=3))


def test_days_of_pandas() -> None:
    """A day of pandas is a date, and one that is missing is none."""
    day: Any = pd.Timestamp("2024-08-26")
    nothing: Any = pd.NaT
    for digest in (Digest("A", day), from_dict({"title": "A", "date": day})):
        assert digest == Digest("A", DAY)
        assert type(digest.date) is datetime.date
    assert Digest("A", day, day).end_date == DAY
    assert Paper("A", published=day).published == DAY
    assert Digest("A", nothing) == from_dict({"title": "A", "date": nothing}) == Digest("A")


def test_days_of_pandas_in_an_edit() -> None:
    """An edit takes the days that the constructor takes, and makes them those of Python."""
    day: Any = pd.Timestamp("2024-08-26")
    digest = Digest("A", datetime.date(2024, 8, 25)).replace(date=day, end_date=day)
    assert (type(digest.date), type(digest.end_date)) == (datetime.date, datetime.date)
    assert digest == Digest("A", DAY, DAY)
    nothing: Any = pd.NaT
    assert digest.replace(date=nothing, end_date=nothing) == Digest("A")


def test_days_of_pandas_for_texts_without_a_date(tmp_path: Path) -> None:
    """What reads texts takes the days that the constructor takes; `NaT` is the same as no day."""
    day: Any = pd.Timestamp("2024-08-26")
    nothing: Any = pd.NaT
    path = tmp_path / "2024-08-27.md"
    path.write_text("### [A](https://example.org/a)\n")
    text = path.read_text()
    dialect: DialectName = "daily-papers"
    for found in (
        parse_digest(text, dialect=dialect, date=day),
        *parse_digests(text, dialect=dialect, date=day),
        read_digest(path, dialect=dialect, date=day),
        *read_digests(path, dialect=dialect, date=day),
    ):
        assert (found.date, type(found.date)) == (DAY, datetime.date)
    assert parse_digest(text, dialect=dialect, date=nothing).date is None
    assert diagnose(text, dialect=dialect, date=day) == diagnose(text, dialect=dialect, date=DAY)
    undated = Digest(papers=[Paper("A", "https://example.org/a")])
    assert to_atom(undated, date=day) == to_atom(undated, date=DAY)
    (many,) = read_digests(path, dialect=dialect, date=nothing)
    assert read_digest(path, dialect=dialect, date=nothing).date == many.date == SECOND


def test_names_of_numpy_and_pandas() -> None:
    """An array or a column of names gives authors, which are texts of Python from then on."""
    for names in (np.array(["Ada", "Bob"]), pd.Series(["Ada", "Bob"])):
        given: Any = names
        for paper in (
            Paper("A", authors=given),
            from_dict({"title": "A", "authors": given}, Paper),
            TypeAdapter(Paper).validate_python({"title": "A", "authors": given}),
        ):
            assert paper == Paper("A", authors=["Ada", "Bob"])
            assert {type(name) for name in paper.authors} == {str}
    single: Any = np.array("Ada")
    with pytest.raises(TypeError, match=r"Paper\.authors: 'Ada' is one string; pass a list"):
        Paper("A", authors=single)


@pytest.mark.parametrize(
    "value",
    [np.float64(3.0), np.bool_(True), np.array([3]), True, 3.0, "3"],
)
def test_what_is_no_count(value: Any) -> None:
    """What is no integer is not a count, whoever made it."""
    with pytest.raises(TypeError, match=r"Paper\.votes: .* is not an int; pass a count or None"):
        Paper("A", votes=value)


@pytest.mark.parametrize(
    "value",
    [
        pd.Timestamp("2024-08-26 10:00"),
        pd.Timestamp("2024-08-26", tz="UTC"),
        np.datetime64("2024-08-26"),
        datetime.datetime(2024, 8, 26),
    ],
)
def test_what_is_no_day(value: Any) -> None:
    """A time of day or another type is refused, and what to do is said."""
    with pytest.raises(TypeError, match=r"Digest\.date: .*; pass "):
        Digest("A", value)
    with pytest.raises(TypeError, match=r"Digest\.date: .*; pass "):
        Digest("A").replace(date=value)
    with pytest.raises(TypeError, match=r"date: .*; pass "):
        parse_digest("", date=value)


def test_a_frame_goes_back_into_a_digest() -> None:
    """Votes that were changed in a frame go back, and change their own piece of the text."""
    digest = parse_digest(SOUND)
    frame = pd.DataFrame({"votes": [paper.votes for paper in digest.papers]}) + 1
    papers = [
        attrs.evolve(paper, votes=votes)
        for paper, votes in zip(digest.papers, frame.votes, strict=True)
    ]
    assert serialize_digest(attrs.evolve(digest, papers=papers)) == SOUND.replace("34", "35")
