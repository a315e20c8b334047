"""Reading: one digest or many, in a dialect that is named, given or recognised."""

import datetime
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    DialectName,
    Digest,
    Rule,
    parse_digest,
    parse_digests,
    serialize_digest,
    tokenize,
)
from paperdigest._dialects import builtin_dialects
from tests.samples import EXAMPLES, each_dialect, each_example
from tests.strategies import texts_in

TWO = (
    "Preamble.\n\n## Daily Papers (2024-08-27)\n\n### [A](a)\n\n### [B](b)\n\n"
    "## Daily Papers (2024-08-26)\n\n### [C](c)\n\n## License\n"
)
DAY = datetime.date(2024, 8, 26)


def test_one_digest_whatever_the_text_holds() -> None:
    """`parse_digest` gives the title and date of the first heading and the papers of all."""
    digest = parse_digest(TWO)
    assert (digest.title, digest.date) == ("Daily Papers", datetime.date(2024, 8, 27))
    assert [paper.title for paper in digest.papers] == ["A", "B", "C"]
    assert serialize_digest(digest) == TWO


def test_one_digest_for_each_heading() -> None:
    """`parse_digests` gives one digest for each heading; the first owns the preamble."""
    first, second = parse_digests(TWO)
    assert [paper.title for paper in first.papers] == ["A", "B"]
    assert [paper.title for paper in second.papers] == ["C"]
    assert second.date == DAY
    assert serialize_digest(first).startswith("Preamble.")
    assert serialize_digest(second).startswith("## Daily Papers (2024-08-26)\n")


def test_papers_before_the_first_heading_are_a_digest_of_their_own() -> None:
    """Papers that stand before any heading are not taken for those of the heading below."""
    text = "### [A](a)\n\n## Daily Papers (2024-08-26)\n\n### [B](b)\n"
    first, second = parse_digests(text)
    assert (first.title, first.date, first.papers[0].title) == (None, None, "A")
    assert (second.date, second.papers[0].title) == (DAY, "B")
    joined = parse_digest(text)
    assert (joined.title, joined.date, len(joined.papers)) == ("Daily Papers", DAY, 2)


def test_a_text_of_nothing() -> None:
    """A text without heading and papers is one empty digest."""
    assert parse_digest("") == Digest()
    assert parse_digests("") == (Digest(),)
    assert parse_digests("free text") == (Digest(),)


@each_dialect
@given(data=st.data())
def test_both_give_the_same_papers(dialect: Dialect, data: st.DataObject) -> None:
    """All the papers of all the digests are the papers of the one digest."""
    text = data.draw(texts_in(dialect))
    digest = parse_digest(text, dialect=dialect)
    digests = parse_digests(text, dialect=dialect)
    assert sum((each.papers for each in digests), ()) == digest.papers
    if len(digests) == 1:
        assert digests == (digest,)


@each_dialect
@given(data=st.data())
def test_reading_again_gives_the_same(dialect: Dialect, data: st.DataObject) -> None:
    """Reading depends on the text and on nothing else."""
    text = data.draw(texts_in(dialect))
    assert parse_digests(text, dialect=dialect) == parse_digests(text, dialect=dialect)
    assert parse_digest(text, dialect=dialect) == parse_digest(text, dialect=dialect.name)  # type: ignore[arg-type]


READERS: list[Callable[..., Any]] = [
    parse_digest,
    parse_digests,
    lambda text, **options: list(tokenize(text, **options)),
]


@pytest.mark.parametrize("read", READERS)
@each_example
def test_a_dialect_may_be_named_given_or_recognised(read: Callable[..., Any], text: str) -> None:
    """The name of a dialect, the dialect and `None` read the same where it is the right one."""
    recognised = read(text)
    dialect = parse_digest(text).dialect
    assert read(text, dialect=dialect) == recognised
    if dialect in builtin_dialects():
        assert read(text, dialect=dialect.name) == recognised


@pytest.mark.parametrize("read", READERS)
def test_a_dialect_that_is_not_there(read: Callable[..., Any]) -> None:
    """A name that no dialect has is refused; the message lists those there are."""
    with pytest.raises(
        ValueError, match=r"^dialect: 'markdown' is not built in; expected one of "
    ) as e:
        read("", dialect="markdown")
    assert all(repr(dialect.name) in str(e.value) for dialect in builtin_dialects())


def test_a_dialect_of_ones_own() -> None:
    """A dialect that somebody describes is read with like one that is built in."""
    notes = Dialect(
        "notes",
        rules=[
            Rule("digest", "# Notes of {date}"),
            Rule("paper", "## {title} <{url}>"),
            Rule("votes", "Stars: {votes}"),
            Rule("section", "{label} -- {text}"),
        ],
    )
    text = "# Notes of 26 Aug 2024\n\n## A <b>\n\nStars: 3\n\nIdea -- Smaller.\nAnd faster.\n"
    digest = parse_digest(text, dialect=notes)
    (paper,) = digest.papers
    assert (digest.title, digest.date) == (None, DAY)
    assert (paper.title, paper.url, paper.votes) == ("A", "b", 3)
    assert [(s.label, s.text) for s in paper.sections] == [("Idea", "Smaller.\nAnd faster.")]
    assert serialize_digest(digest) == text


def test_the_caller_may_know_the_date() -> None:
    """A date that the caller gives stands where the text gives none, and is not written."""
    text = "### [A](a)\n\n## Daily Papers (2024-08-27)\n\n### [B](b)\n\n## Daily Papers\n"
    assert parse_digest("### [A](a)\n", date=DAY).date == DAY
    assert [d.date for d in parse_digests(text, date=DAY)] == [DAY, datetime.date(2024, 8, 27), DAY]
    assert [d.date for d in parse_digests(text)] == [None, datetime.date(2024, 8, 27), None]
    for digest in parse_digests(text, date=DAY):
        assert serialize_digest(digest) in text


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_digest_reads_alone_as_it_does_in_the_whole(name: str) -> None:
    """What belongs to one digest, written by itself, is read as that digest."""
    for digest in parse_digests(EXAMPLES[name]):
        dialect = digest.dialect
        assert parse_digest(serialize_digest(digest), dialect=dialect) == digest


@pytest.mark.parametrize("end", ["\r\n", "\r", " \n"])
@each_dialect
@given(data=st.data())
def test_line_ends_mean_nothing(dialect: Dialect, end: str, data: st.DataObject) -> None:
    r"""A text is read the same whether its lines end in \n, in \r\n, in \r, or in white space."""
    text = data.draw(texts_in(dialect)).replace("\r\n", "\n").replace("\r", "\n")
    other = text.replace("\n", end)
    digest = parse_digest(other, dialect=dialect)
    papers = [
        attrs.evolve(
            paper,
            sections=[
                attrs.evolve(section, text=section.text.replace(end, "\n"))
                for section in paper.sections
            ],
        )
        for paper in digest.papers
    ]
    assert attrs.evolve(digest, papers=papers) == parse_digest(text, dialect=dialect)


@pytest.mark.parametrize("end", ["\r\n", " \n", "\t\n"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("-\n# A\n", "general"),
        ("Words.\n-\n# A\n", "general"),
        ("- **[A](https://arxiv.org/abs/1)**\n  - Authors: B\n-\n  - Votes: 3\n", "general"),
        ("## Notes for\n\n| A | B | c |\n", "daily-ai-papers"),
    ],
)
def test_what_is_nothing_stays_nothing(text: str, name: DialectName, end: str) -> None:
    """A bullet without text is no item, and a heading without date no digest, whatever follows it."""
    assert parse_digest(text.replace("\n", end), dialect=name) == parse_digest(text, dialect=name)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \t\n"])
@pytest.mark.parametrize(
    ("line", "name", "field"),
    [
        (f"Zeta: {'a' * 119}", "daily-papers", True),
        (f"Zeta: {'a' * 120}", "daily-papers", False),
        (f"*Zeta*:{'a' * 200}", "general", True),
        (f"*Zeta*:{'a' * 201}", "general", False),
        ("**Zeta:** short", "general", True),
        ("**Zeta:** Words.", "general", False),
    ],
)
def test_a_field_is_one_whatever_ends_its_line(
    line: str, name: DialectName, field: bool, end: str
) -> None:
    """White space at the end of a line counts neither for the length of a value nor for its last word."""
    text = f"### [A](a)\n\n{line}\n\nVotes: 3\n".replace("\n", end)
    fields = parse_digest(text, dialect=name).papers[0].fields
    assert [each.label for each in fields] == (["Zeta"] if field else [])


@each_dialect
@given(data=st.data())
def test_a_final_newline_means_nothing(dialect: Dialect, data: st.DataObject) -> None:
    """A text is read the same with white space at its end and without."""
    text = data.draw(texts_in(dialect)).rstrip()
    digest = parse_digest(text, dialect=dialect)
    for end in ("\n", "\r\n", "\n\n", " \n"):
        assert parse_digest(text + end, dialect=dialect) == digest
