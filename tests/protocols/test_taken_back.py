"""Values of numpy and pandas, taken as Python's own."""

import datetime
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest
from pydantic import TypeAdapter

from paperdigest import Digest, Paper, from_dict, parse_digest, serialize_digest
from tests.checking.test_diagnostics import SOUND

DAY = datetime.date(2024, 8, 26)


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


def test_a_frame_goes_back_into_a_digest() -> None:
    """Votes that were changed in a frame go back, and change their own piece of the text."""
    digest = parse_digest(SOUND)
    frame = pd.DataFrame({"votes": [paper.votes for paper in digest.papers]}) + 1
    papers = [
        attrs.evolve(paper, votes=votes)
        for paper, votes in zip(digest.papers, frame.votes, strict=True)
    ]
    assert serialize_digest(attrs.evolve(digest, papers=papers)) == SOUND.replace("34", "35")
