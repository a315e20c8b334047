"""Code that every type checker accepts, and the types that it infers."""

import copy
import datetime
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, assert_type, get_args

import attrs
from hypothesis import strategies as st

from paperdigest import (
    Cell,
    CslItem,
    Detection,
    Diagnostic,
    Diagnostics,
    Dialect,
    DialectName,
    Digest,
    DigestSyntaxError,
    ExplainedLine,
    Field,
    LearnedDialect,
    Link,
    Media,
    Paper,
    PaperAttribute,
    Range,
    Rows,
    Rule,
    Section,
    SectionDict,
    Token,
    detect_dialect,
    diagnose,
    dialects,
    explain_digest,
    from_dict,
    from_json,
    from_json_lines,
    learn_dialect,
    locate,
    merge,
    parse_digest,
    parse_digests,
    read_digest,
    read_digests,
    repair,
    rows,
    serialize_digest,
    serialize_digests,
    to_atom,
    to_bibtex,
    to_csl,
    to_dict,
    to_json,
    to_json_lines,
    tokenize,
    write_digest,
)
from paperdigest.strategies import digest_texts, digests


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


def found(digest: Digest, paper: Paper) -> str:
    """Look for a part by its label, and for a paper by what identifies it."""
    assert_type(paper.section("Idea"), Section | None)
    assert_type(paper.field("Venue", Field("Venue", "none")), Field)
    assert_type(paper.link("Code"), Link | None)
    assert_type(digest.find(arxiv_id="1706.03762"), Paper | None)
    code = paper.link("Code")
    return code.url if code else paper.summary


def places(value: Digest | Paper | Section, paper: Paper, name: PaperAttribute) -> list[Range]:
    """Locate a value of one of several classes, and an attribute that is chosen as it runs."""
    assert_type(locate(value), Range | None)
    assert_type(locate(paper, name), Range | None)
    some = [locate(paper, each) for each in ("title", "votes")]
    every = [locate(paper, each) for each in get_args(PaperAttribute)]
    return [each for each in [*some, *every] if each]


def kinds(text: str) -> list[str]:
    """Compare the kind of a token with the kinds there are."""
    return [token.text for token in tokenize(text) if token.kind == "title"]


def edited(digest: Digest, paper: Paper) -> str:
    """Edit in each way there is."""
    assert_type(digest.replace_paper(paper, votes=3), Digest)
    assert_type(digest.replace(title="Papers"), Digest)
    assert_type(paper.replace(votes=3), Paper)
    assert_type(attrs.evolve(paper, votes=3), Paper)
    assert_type(digest.insert(0, paper).remove(paper), Digest)
    assert_type(paper.replace_section(paper.sections[0], text="A"), Paper)
    assert_type(merge(digest, digest), Digest)
    assert_type(merge([digest, digest]), Digest)
    assert_type(serialize_digests(digest), str)
    if sys.version_info >= (3, 13):
        assert_type(copy.replace(paper, votes=3, title="A"), Paper)
        assert_type(copy.replace(digest, papers=()), Digest)
    return serialize_digest(digest, dialect="general", lossy=True)


def built() -> Digest:
    """Build values; lists are taken as tuples."""
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


def files(folder: Path, digest: Digest) -> int:
    """Read and write files, by strings and by paths."""
    assert_type(read_digest(folder / "a.md"), Digest)
    assert_type(read_digest("a.md", dialect="daily-papers", date=datetime.date.today()), Digest)
    failed: list[OSError] = []
    several = read_digests([folder, "b.md"], on_error=failed.append, progress=print)
    assert_type(several, Iterator[Digest])
    write_digest(folder / "c.md", digest, replacing=digest)
    return len(failed)


def exported(digest: Digest, paper: Paper) -> str:
    """Pass values to other programs."""
    assert_type(rows([digest]), Rows)
    assert_type(rows(digest, per="section"), Rows)
    assert_type(to_csl([digest, paper]), list[CslItem])
    assert_type(list(from_json_lines(to_json_lines([digest]))), list[Digest])
    assert_type(from_dict(to_dict(paper), Paper), Paper)
    assert_type(to_dict(Section(None, "A")), SectionDict)
    assert_type(json_titles(digest), list[str])
    return to_bibtex(digest) + to_atom(digest) + serialize_digests([digest], dialect="general")


def json_titles(digest: Digest) -> list[str]:
    """Read a dictionary by its keys."""
    return [paper["title"] for paper in to_dict(digest).get("papers", [])]


def learned(text: str) -> Dialect:
    """Learn a dialect, and see what it is."""
    found = learn_dialect("own", text, [Paper("A")])
    assert_type(found, LearnedDialect)
    assert_type(explain_digest(text, dialect=found.dialect), tuple[ExplainedLine, ...])
    return found.dialect


def drawn() -> st.SearchStrategy[tuple[Digest, str]]:
    """Draw values and texts in tests."""
    return st.tuples(digests("daily-papers", max_papers=2), digest_texts(damaged=True))


def carried(digest: Digest) -> Digest:
    """Carry values out and in."""
    return from_json(to_json(digest))
