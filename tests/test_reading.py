"""Reading: one digest or many, in a dialect that is named, given or recognised."""

import datetime
import pickle
import re
from collections.abc import Callable
from functools import partial
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
    diagnose,
    parse_digest,
    parse_digests,
    read_digests,
    serialize_digest,
    serialize_digests,
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
    """Papers that are before any heading are not taken as those of the heading below."""
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
    """Reading depends on the text and on nothing else.

    The name of the general dialect asks for rules that are made for the text.
    """
    text = data.draw(texts_in(dialect))
    assert parse_digests(text, dialect=dialect) == parse_digests(text, dialect=dialect)
    named = parse_digest(text, dialect=dialect.name)  # type: ignore[arg-type]
    assert named == parse_digest(text, dialect=dialect.name)  # type: ignore[arg-type]
    assert named == parse_digest(text, dialect=named.dialect)
    if dialect.name != "general":
        assert named == parse_digest(text, dialect=dialect)


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
    """A date that the caller gives is where the text gives none, and is not written."""
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
        ("## Notes for \n\n| A | B | c |\n", "daily-ai-papers"),
        ("| 1) **A** -\n", "papers-of-the-week"),
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


WEEKS = "".join(
    f"## Top AI Papers of the Week ({days})\n| **Paper** | **Links** |\n|---|---|\n"
    f"| 1) **A** - b | [Paper](https://example.org/{number}) |\n\n"
    for number, days in enumerate(["December 25 - 31", "May 22-28", "December 30 - January 5"])
)


def test_the_year_of_days_without_one() -> None:
    """Each heading of a year gets its days; of a range over New Year the last day is in it."""
    assert [digest.date for digest in parse_digests(WEEKS)] == [None, None, None]
    digests = parse_digests(WEEKS, year=2023)
    assert [(str(each.date), str(each.end_date)) for each in digests] == [
        ("2023-12-25", "2023-12-31"),
        ("2023-05-22", "2023-05-28"),
        ("2022-12-30", "2023-01-05"),
    ]
    assert "".join(map(serialize_digest, digests)) == serialize_digests(digests) == WEEKS
    assert parse_digest(WEEKS, year=2023).end_date == datetime.date(2023, 12, 31)
    codes = {found.code for each in digests for found in diagnose(each)}
    assert not codes & {"no-date", "incomplete-date", "repeated-heading"}
    assert "repeated-heading" not in {found.code for found in diagnose(WEEKS)}
    day = parse_digest("## Daily Papers (Aug 26)\n", year=2024, date=datetime.date(2000, 1, 1)).date
    assert day == DAY


def test_an_edit_keeps_days_without_a_year() -> None:
    """Days of the year that was given are written without it, and others with theirs."""
    (_, week, _) = parse_digests(WEEKS, year=2023)
    text = serialize_digest(week)
    retitled = serialize_digest(attrs.evolve(week, title="ML Papers of the Week"))
    assert retitled == text.replace("Top AI Papers", "ML Papers")
    later = datetime.date(2023, 5, 29), datetime.date(2023, 6, 4)
    moved = attrs.evolve(week, date=later[0], end_date=later[1])
    assert serialize_digest(moved) == text.replace("May 22-28", "May 29-June 4")
    next_year = attrs.evolve(
        week, date=later[0].replace(year=2024), end_date=later[1].replace(year=2024)
    )
    written = serialize_digest(next_year)
    assert "2024" in written
    assert parse_digest(written, year=2023) == parse_digest(written) == next_year
    day = parse_digest("## Daily Papers (Aug 26)\n", year=2024)
    assert (
        serialize_digest(attrs.evolve(day, date=DAY.replace(day=3))) == "## Daily Papers (Aug 3)\n"
    )
    assert "2025-08-26" in serialize_digest(attrs.evolve(day, date=DAY.replace(year=2025)))
    assert pickle.loads(pickle.dumps(week)) == week


@pytest.mark.parametrize(
    ("year", "error", "message"),
    [
        ("2023", TypeError, "year: '2023' is not an int; pass a year, such as 2024"),
        (True, TypeError, "year: True is not an int; pass a year, such as 2024"),
        (0, ValueError, "year: 0 is out of range; pass a year from 1 to 9999"),
        (10_000, ValueError, "year: 10000 is out of range; pass a year from 1 to 9999"),
    ],
)
def test_a_year_that_is_none(year: Any, error: type[Exception], message: str) -> None:
    """What is no year is refused, whatever the text is."""
    for call in (parse_digest, parse_digests, partial(read_digests, [])):
        args = () if isinstance(call, partial) else ("",)
        with pytest.raises(error, match=f"^{re.escape(message)}$"):
            call(*args, year=year)
