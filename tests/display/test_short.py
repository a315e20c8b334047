"""The `repr` of values: one line, whatever they hold."""

import datetime

import pytest
from hypothesis import given

from paperdigest import Digest, Field, Link, Media, Paper, Section, parse_digest
from tests.strategies import digests


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Digest(), "Digest()"),
        (
            Digest("Daily Papers", datetime.date(2024, 8, 26), papers=[Paper("A"), Paper("B")]),
            "Digest(title='Daily Papers', date=datetime.date(2024, 8, 26), papers=<2 papers>)",
        ),
        (
            Paper("A", "https://a.org", 3, ["Ada"], sections=[Section("L", "t")]),
            "Paper(title='A', url='https://a.org', votes=3, authors=('Ada',), sections=<1 section>)",
        ),
        (Paper("A", authors=["Ada", "Alan"]), "Paper(title='A', authors=('Ada', 'Alan'))"),
        (Paper("", authors="ABCD"[:0].split()), "Paper(title='')"),
        (Paper("A", authors=list("ABCD")), "Paper(title='A', authors=<4 authors>)"),
        (Paper("A", media=[Media("image", "a")]), "Paper(title='A', media=<1 media>)"),
        (Section(None, "text"), "Section(text='text')"),
        (Section("L", "x" * 80), f"Section(label='L', text='{'x' * 80}')"),
        (Section("L", "x" * 81), f"Section(label='L', text='{'x' * 79}…')"),
        (Media("video", "a.mp4"), "Media(kind='video', url='a.mp4')"),
        (Field("Relevance", "9"), "Field(label='Relevance', value='9')"),
        (Link("", "a"), "Link(label='', url='a')"),
    ],
    ids=repr,
)
def test_repr(value: object, shown: str) -> None:
    """The attributes that say something are shown, long texts cut and items counted."""
    assert repr(value) == shown


@given(digests())
def test_repr_is_one_short_line(digest: Digest) -> None:
    """Whatever a value holds, its `repr` is one line of a few hundred characters at most."""
    values: list[object] = [digest, *digest.papers]
    values += [item for paper in digest.papers for item in (*paper.sections, *paper.media)]
    for value in values:
        assert len(repr(value).splitlines()) == 1
        assert len(repr(value)) < 2_500


def test_repr_of_a_long_digest() -> None:
    """Ten thousand papers are a number."""
    text = "## Daily Papers (2024-08-26)\n\n" + "### [A](https://example.org/a)\n\n" * 10_000
    assert repr(parse_digest(text)) == (
        "Digest(title='Daily Papers', date=datetime.date(2024, 8, 26), papers=<10000 papers>)"
    )
