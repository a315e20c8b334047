"""Code that every type checker accepts, and the types that it infers."""

import copy
import datetime
import sys
from collections.abc import Iterator
from typing import Literal, assert_type

import attrs

from paperdigest import (
    Cell,
    Detection,
    Diagnostic,
    Diagnostics,
    Dialect,
    DialectName,
    Digest,
    DigestSyntaxError,
    Field,
    Link,
    Media,
    Paper,
    Range,
    Rule,
    Section,
    Token,
    detect_dialect,
    diagnose,
    dialects,
    from_json,
    locate,
    parse_digest,
    parse_digests,
    repair,
    serialize_digest,
    to_dict,
    to_json,
    tokenize,
)


def parsed(text: str, name: DialectName) -> Digest:
    """Parse in a dialect by its name, whole and in pieces."""
    assert_type(parse_digests(text, dialect=name), tuple[Digest, ...])
    assert_type(tokenize(text, dialect="daily-papers"), Iterator[Token])
    assert_type(detect_dialect(text), Detection)
    assert_type(dialects(), tuple[Dialect, ...])
    try:
        return parse_digest(text, dialect=name, strict=True, date=datetime.date(2024, 8, 26))
    except DigestSyntaxError as error:
        assert_type(error.diagnostics, tuple[Diagnostic, ...])
        return parse_digest(text)


def values(digest: Digest) -> None:
    """Read the attributes of values."""
    assert_type(digest.title, str | None)
    assert_type(digest.date, datetime.date | None)
    assert_type(digest.dialect, Dialect | None)
    assert_type(digest.papers, tuple[Paper, ...])
    for paper in digest.papers:
        assert_type(paper.votes, int | None)
        assert_type(paper.authors, tuple[str, ...])
        assert_type(paper.arxiv_id, str | None)
        assert_type(paper.sections, tuple[Section, ...])
        for medium in paper.media:
            assert_type(medium.kind, Literal["image", "video"])
        assert_type(locate(paper, "votes"), Range | None)
        assert_type(locate(paper, "authors", 0), Range | None)


def kinds(text: str) -> list[str]:
    """Compare the kind of a token with the kinds there are."""
    return [token.text for token in tokenize(text) if token.kind == "title"]


def edited(digest: Digest, paper: Paper) -> str:
    """Edit in each way there is."""
    assert_type(digest.replace_paper(paper, votes=3), Digest)
    assert_type(digest.replace(title="Papers"), Digest)
    assert_type(paper.replace(votes=3), Paper)
    assert_type(attrs.evolve(paper, votes=3), Paper)
    if sys.version_info >= (3, 13):
        assert_type(copy.replace(paper, votes=3, title="A"), Paper)
        assert_type(copy.replace(digest, papers=()), Digest)
    return serialize_digest(digest, dialect="general", lossy=True)


def built() -> Digest:
    """Build values; lists are taken for tuples."""
    return Digest(
        "Daily Papers",
        datetime.date(2024, 8, 26),
        papers=[
            Paper(
                "A",
                "https://example.org/a",
                votes=3,
                authors=["Ada Byron"],
                sections=[Section("Idea", "Smaller.")],
                media=[Media("image", "a.png")],
                fields=[Field("Venue", "A workshop")],
                links=[Link("Code", "https://example.org/code")],
            )
        ],
    )


def own_dialect() -> Dialect:
    """Describe a dialect."""
    rules = [Rule("digest", "# {title}"), Rule("paper", "| {title} | {venue} |")]
    return Dialect("own", rules, cells=[Cell("venue", "field", "Venue")])


def checked(text: str) -> str:
    """Check and fix a text."""
    found = diagnose(text)
    assert_type(found, Diagnostics)
    for each in found:
        assert_type(each, Diagnostic)
        assert_type(each.code, str)
    return repair(text)


def carried(digest: Digest) -> Digest:
    """Carry values out and in."""
    titles = [paper["title"] for paper in to_dict(digest).get("papers", [])]
    assert_type(titles, list[str])
    return from_json(to_json(digest))
