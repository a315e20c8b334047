"""Data read back: what is taken, and what is wrong with it, all at once and by its path."""

import contextlib
import datetime
import pickle
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, DigestDataError, Field, Link, Media, Paper, Section, from_dict
from paperdigest._formats.dictionaries import to_dict
from tests.protocols.test_scalars import NaT
from tests.strategies import digests

DAY = datetime.date(2024, 8, 26)


def errors_in(data: object, kind: type = Digest) -> tuple[str, ...]:
    """Return what is wrong with data."""
    with pytest.raises(DigestDataError) as caught:
        from_dict(data, kind)
    return caught.value.errors


WRONG = [
    ({"title": 3}, "title: expected a string or null, got 3"),
    ({"title": " A"}, "title: ' A' has white space around it, which is not kept; strip it"),
    ({"title": ""}, "title: '' is empty; pass None or some text"),
    ({"date": "2024-13-01"}, "date: expected a date such as '2024-08-26' or null, got '2024-13-01'"),
    ({"date": 20240826}, "date: expected a date such as '2024-08-26' or null, got 20240826"),
    ({"date": datetime.datetime(2024, 8, 26, 12)}, "date: expected a date such as '2024-08-26' or null, got datetime.datetime(2024, 8, 26, 12, 0)"),
    ({"end_date": "2024-08-26"}, "end_date: '2024-08-26' has no first day; pass date too, or only date for a single day"),
    ({"papers": None}, "papers: expected a list of objects, got null"),
    ({"papers": {}}, "papers: expected a list of objects, got an object"),
    ({"papers": "A"}, "papers: expected a list of objects, got 'A'"),
    ({"papers": [3]}, "papers[0]: expected an object with the keys of a paper, got 3"),
    ({"papers": [[]]}, "papers[0]: expected an object with the keys of a paper, got a list"),
    ({"papers": [{}]}, "papers[0].title: is missing; expected a string"),
    ({"papers": [{"title": None}]}, "papers[0].title: expected a string, got null"),
    ({"papers": [{"title": "A", "votes": "many"}]}, "papers[0].votes: expected an integer or null, got 'many'"),
    ({"papers": [{"title": "A", "votes": True}]}, "papers[0].votes: expected an integer or null, got true"),
    ({"papers": [{"title": "A", "votes": 3.5}]}, "papers[0].votes: expected an integer or null, got 3.5"),
    ({"papers": [{"title": "A", "votes": -1}]}, "papers[0].votes: -1 is negative; pass a count or None"),
    ({"papers": [{"title": "A", "authors": "Ada"}]}, "papers[0].authors: expected a list of strings, got 'Ada'"),
    ({"papers": [{"title": "A", "authors": ["Ada", 3]}]}, "papers[0].authors[1]: expected a string, got 3"),
    ({"papers": [{"title": "A", "authors": ["Ada", ""]}]}, "papers[0].authors: '' is empty; leave it out"),
    ({"papers": [{"title": "A", "arxiv_id": 3}]}, "papers[0].arxiv_id: expected a string or null, got 3"),
    ({"papers": [{"title": "A", "media": [{"kind": "audio", "url": "a"}]}]}, "papers[0].media[0].kind: expected 'image' or 'video', got 'audio'"),
    ({"papers": [{"title": "A", "links": [{"label": "B"}]}]}, "papers[0].links[0].url: is missing; expected a string"),
    ({"papers": [{"title": "A", "published": "today"}]}, "papers[0].published: expected a date such as '2024-08-26' or null, got 'today'"),
    ({"paper": []}, "paper: unknown key of a digest; did you mean 'papers'?"),
    ({"papers": [{"title": "A", "vote": 3}]}, "papers[0].vote: unknown key of a paper; did you mean 'votes'?"),
    ({"papers": [{"title": "A", "links": [{"url": "u", "label": "", "zz": 1}]}]}, "papers[0].links[0].zz: unknown key of a link; expected one of 'label', 'url'"),
    ({3: "A"}, "3: unknown key of a digest; expected one of 'title', 'date', 'end_date', 'papers', 'format', 'dialect', 'file'"),
    ({"format": "paperdigest/2"}, "format: expected 'paperdigest/1', got 'paperdigest/2'; a newer version of paperdigest may know it"),
    ({"format": 1}, "format: expected 'paperdigest/1', got 1"),
    ({"dialect": 1}, "dialect: expected a string or null, got 1"),
    ({"file": 1}, "file: expected a string or null, got 1"),
    (
        [],
        "expected an object with the keys of a digest, got a list; "
        "pass each of its items to from_dict",
    ),
    ("x" * 100, "expected an object with the keys of a digest, got '" + "x" * 56 + "..."),
    (10**5000, "expected an object with the keys of a digest, got a very long integer"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "message"), WRONG, ids=[message[:60] for _, message in WRONG])
def test_what_is_wrong_is_named(data: object, message: str) -> None:
    """A message names the path, what was expected and what was found."""
    assert errors_in(data) == (message,)


def test_everything_at_once() -> None:
    """All errors are told in one go, and sorted by the place where they are noticed."""
    data = {"title": 3, "papers": [{"titel": "A"}, {"title": "B "}, {"title": "C", "votes": "x"}]}
    assert [error.partition(":")[0] for error in errors_in(data)] == [
        "title",
        "papers[0].titel",
        "papers[0].title",
        "papers[1].title",
        "papers[2].votes",
    ]


def test_a_wrong_part_hides_no_other() -> None:
    """Beside a value of the wrong type, one that the class refuses is told too."""
    data = {"title": " A", "votes": "x", "links": [{"label": " B", "url": "a b"}]}
    assert [error.partition(":")[0] for error in errors_in(data, Paper)] == [
        "votes",
        "links[0].label",
        "links[0].url",
        "title",
    ]


BEFORE = "end_date: '2024-08-25' is before the first day, 2024-08-26; pass date <= end_date"


@pytest.mark.parametrize(
    ("data", "places"),
    [
        ({"title": " A"}, ["title", "end_date"]),
        ({"papers": [{"title": " A"}]}, ["papers[0].title", "end_date"]),
        ({"titel": "A"}, ["titel", "end_date"]),
        ({"date": "today"}, ["date"]),
        ({"date": None, "title": 3}, ["title", "end_date"]),
    ],
)
def test_what_is_wrong_between_two_attributes(data: dict[str, object], places: list[str]) -> None:
    """A range that ends before it starts is named beside other errors, if its days are days."""
    found = errors_in({"date": "2024-08-26", "end_date": "2024-08-25", **data})
    assert [error.partition(":")[0] for error in found] == places
    if "date" not in data:
        assert found[-1] == BEFORE


def test_many_errors_are_shown_in_part() -> None:
    """The text shows the first twenty; `errors` has them all. It survives a pickle."""
    with pytest.raises(DigestDataError) as caught:
        from_dict({"papers": [{}] * 25})
    error = caught.value
    assert len(error.errors) == 25
    assert str(error).split("\n")[0] == "25 errors in the data"
    assert str(error).endswith("papers[19].title: is missing; expected a string\n  and 5 more")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.errors, str(again)) == (type(error), error.errors, str(error))
    assert str(DigestDataError(["a: b"])) == "1 error in the data\n  a: b"


def test_what_may_be_missing() -> None:
    """What has a default may be missing, so that data of older versions is read."""
    assert from_dict({}) == Digest()
    assert from_dict({"title": "A"}, Paper) == Paper("A")
    assert from_dict({}, Section) == Section()


def test_what_is_taken_beside_plain_values() -> None:
    """Dates, tuples, other mappings and values themselves are taken as they are."""
    data: Mapping[str, object] = MappingProxyType(
        {"date": DAY, "papers": ({"title": "A", "fields": (Field("B", "C"),)}, Paper("D"))}
    )
    papers = [Paper("A", fields=[Field("B", "C")]), Paper("D")]
    assert from_dict(data) == Digest(None, DAY, None, papers)
    assert from_dict({"date": datetime.datetime(2024, 8, 26)}).date == DAY
    assert from_dict({"date": NaT(1, 1, 1)}).date is None
    assert from_dict({"title": "A", "votes": 34.0}, Paper) == Paper("A", votes=34)


class Counted:
    """An integer of another library, such as numpy's."""

    def __index__(self) -> int:
        return 34


def test_integers_of_others() -> None:
    """What counts as an integer by Python's protocol is one."""
    assert from_dict({"title": "A", "votes": Counted()}, Paper).votes == 34


@pytest.mark.parametrize("kind", [int, dict, "Paper", None])
def test_a_class_that_is_no_value(kind: object) -> None:
    """Only the classes of values can be read."""
    with pytest.raises(TypeError, match=r"^kind: .* found; expected one of Digest, Paper"):
        from_dict({}, kind)  # type: ignore[call-overload]


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("title", "papers", "votes", "date", "links", "label", "url", "x")),
            inner,
        )
    ),
    max_leaves=8,
)


@given(PLAIN, st.sampled_from((Digest, Paper, Section, Media, Field, Link)))
def test_any_data_is_read_or_refused(data: object, kind: type[Any]) -> None:
    """Whatever data is, it is read or refused with errors that have a message each."""
    with contextlib.suppress(DigestDataError):
        value: Any = from_dict(data, kind)
        assert from_dict(to_dict(value), kind) == value
        return
    assert all(errors_in(data, kind))


@given(digests(), st.data())
def test_one_thing_wrong_is_one_error(digest: Digest, data: st.DataObject) -> None:
    """One attribute of the wrong type in sound data is one error, at the path of that attribute."""
    plain = to_dict(digest)
    if not plain["papers"]:
        return
    at = data.draw(st.integers(0, len(plain["papers"]) - 1))
    paper = plain["papers"][at]
    name = data.draw(st.sampled_from(sorted(paper)))
    paper[name] = 3.5  # type: ignore[literal-required]
    (error,) = errors_in(plain)
    assert error.startswith(f"papers[{at}].{name}: expected ")
    assert error.endswith(", got 3.5")


def test_a_paper_where_a_digest_is_expected() -> None:
    """The error says which kind to pass, and nothing about the other keys."""
    with pytest.raises(
        DigestDataError, match="url: is a key of a paper; pass kind=Paper"
    ) as raised:
        from_dict(to_dict(Paper("A")))
    assert len(raised.value.errors) == 1
