"""Dictionaries: values as plain values, and back."""

import datetime
import json
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import given

import paperdigest
from paperdigest import Digest, Link, Media, Paper, Section, from_dict, parse_digest, to_dict
from paperdigest._formats.dictionaries import VALUES
from paperdigest._protocols.attributes import FORMAT, attributes_of
from tests.strategies import digests

DAY = datetime.date(2024, 8, 26)
TEXT = "## Daily Papers (2024-08-26)\n\n### [A](https://arxiv.org/abs/2408.12637)\n\nVote: 3\n"


def is_plain(value: object) -> bool:
    """Return whether something is what JSON has, exactly: no date, no tuple, no class of ours."""
    if type(value) is dict:
        return all(type(key) is str and is_plain(each) for key, each in value.items())
    if type(value) is list:
        return all(map(is_plain, value))
    return value is None or type(value) in (str, int)


@given(digests())
def test_there_and_back(digest: Digest) -> None:
    """What goes out comes back, of a digest, its papers and their parts."""
    assert from_dict(to_dict(digest)) == digest
    for paper in digest.papers:
        assert from_dict(to_dict(paper), Paper) == paper
        parts: list[Any] = [*paper.sections, *paper.media, *paper.fields, *paper.links]
        for part in parts:
            assert from_dict(to_dict(part), type(part)) == part


@given(digests())
def test_nothing_but_plain_values(digest: Digest) -> None:
    """A dictionary holds nothing that JSON has not."""
    assert is_plain(to_dict(digest))


def test_a_digest_says_how_it_was_read() -> None:
    """The dictionary of a digest names the format and the dialect; one made by hand has no dialect."""
    found = to_dict(parse_digest(TEXT))
    assert (found["format"], found["dialect"]) == (FORMAT, "daily-papers")
    assert to_dict(Digest("A"))["dialect"] is None


def test_what_a_derived_class_adds_is_left_out() -> None:
    """The dictionary of a derived class is that of its base, so that it can be read."""

    @attrs.frozen
    class Rated(Paper):
        score: int = 0

    paper = Rated("A", "https://arxiv.org/abs/2408.12637", score=3)
    plain = Paper("A", paper.url)
    assert to_dict(paper) == to_dict(plain)
    assert from_dict(to_dict(Digest(papers=[paper]))).papers == (plain,)


def test_a_paper_has_its_identifier() -> None:
    """The identifier follows from the links; it is written, and ignored where it is read."""
    found = to_dict(parse_digest(TEXT).papers[0])
    assert found["arxiv_id"] == "2408.12637"
    assert from_dict({**found, "arxiv_id": None}, Paper).arxiv_id == "2408.12637"


def test_an_example_in_full() -> None:
    """The keys are the attributes, dates are ISO 8601, tuples are lists."""
    paper = Paper(
        "A", "https://example.org/a", 3, ["Ada"], "cs.CL",
        [Media("image", "a.png", "B")], [Section("C", "D")], links=[Link("Code", "c")],
        published=DAY,
    )  # fmt: skip
    found = to_dict(Digest("T", DAY, DAY, [paper]))
    keys = ["title", "url", "arxiv_id", "votes", "authors", "category", "media", "sections"]
    keys += ["fields", "links", "published"]
    (first,) = found["papers"]
    assert list(first)[: len(keys)] == keys  # what is added later comes after them
    assert {**found, "papers": [{key: first[key] for key in keys}]} == {  # type: ignore[literal-required]
        "format": "paperdigest/1",
        "dialect": None,
        "title": "T",
        "date": "2024-08-26",
        "end_date": "2024-08-26",
        "papers": [
            {
                "title": "A",
                "url": "https://example.org/a",
                "arxiv_id": None,
                "votes": 3,
                "authors": ["Ada"],
                "category": "cs.CL",
                "media": [{"kind": "image", "url": "a.png", "alt": "B"}],
                "sections": [{"label": "C", "text": "D"}],
                "fields": [],
                "links": [{"label": "Code", "url": "c"}],
                "published": "2024-08-26",
            }
        ],
    }


@pytest.mark.parametrize("kind", VALUES)
def test_every_attribute_is_typed(kind: type) -> None:
    """The typed dictionaries have the keys that are written, and require what has no default."""
    typed = getattr(paperdigest, f"{kind.__name__}Dict")
    names = [each.name for each in attributes_of(kind)]
    marks = ["format", "dialect", "file"] if kind is Digest else []
    assert list(get_type_hints(typed)) == [*marks, *names]
    assert set(typed.__required_keys__) == {x.name for x in attributes_of(kind) if x.required}
    public = {each.name for each in attrs.fields(kind) if not each.name.startswith("_")}
    assert public == set(names) - {"arxiv_id"}


@pytest.mark.parametrize("value", [[Digest()], "A", None, 3, object()], ids=type)
def test_what_is_no_value(value: object) -> None:
    """Other things have no dictionary, and the message says what has."""
    with pytest.raises(TypeError, match=r"^value: \w+ found; pass one of Digest, Paper, Section, "):
        to_dict(value)  # type: ignore[call-overload]


def test_the_source_is_not_in_it() -> None:
    """A dictionary is as long as what it says, and holds no text or rule of a dialect."""
    assert len(json.dumps(to_dict(parse_digest(TEXT)))) < 500
