"""Finding items and papers by name."""

from typing import Any

import pytest
from hypothesis import given

from paperdigest import Digest, Field, Link, Paper, Section, parse_digest
from tests.samples import each_example
from tests.strategies import digests

PAPER = Paper(
    "**A**: the title",
    "https://arxiv.org/abs/1706.03762v7",
    sections=[Section(None, "none"), Section("What’s New", "new"), Section("what's new", "again")],
    fields=[Field("Publish Date", "2024-08-26")],
    links=[Link("", "a"), Link("**Code**", "https://example.org/code")],
)


@pytest.mark.parametrize(
    "label",
    ["What’s New", "what's new", "WHAT'S  NEW", "**What's New**", "***What's New*:", "What`s New"],
)
def test_section(label: str) -> None:
    """The first section with the label is found, whatever its case, apostrophe or emphasis."""
    assert PAPER.section(label) is PAPER.sections[1]


def test_field_and_link() -> None:
    """Fields and links are found likewise."""
    assert PAPER.field("publish date") is PAPER.fields[0]
    assert PAPER.link("CODE") is PAPER.links[1]
    assert PAPER.link("") is PAPER.links[0]


def test_defaults() -> None:
    """Where there is no such item the default comes back, and that is None by default."""
    assert PAPER.section("Whats New") is None
    assert PAPER.section("Limitations", "") == ""
    assert PAPER.field("Relevance", default=0) == 0
    assert PAPER.link("Video", default=PAPER.links[1]) is PAPER.links[1]


def test_a_label_is_text() -> None:
    """Something else for a label is refused, with what to do."""
    with pytest.raises(TypeError, match=r"label: int found, str expected; pass the label, such as"):
        PAPER.section(0)  # type: ignore[call-overload]


def test_summary() -> None:
    """The summary is every section with its label, and a blank line between two."""
    sections = [Section("L", "one\ntwo"), Section(None, "three"), Section("M", "")]
    assert Paper("A", sections=sections).summary == "L: one\ntwo\n\nthree\n\nM"
    assert Paper("A").summary == ""


def test_find() -> None:
    """A paper is found by identifier, link or title, or by several of them together."""
    digest = Digest(papers=[Paper("B"), PAPER])
    assert digest.find(arxiv_id="1706.03762") is PAPER
    assert digest.find(arxiv_id="1706.03762v1") is PAPER
    assert digest.find(url="https://arxiv.org/abs/1706.03762v7") is PAPER
    assert digest.find(title="a: The Title") is PAPER
    assert digest.find(title="b", url="https://example.org") is None
    assert digest.find(title="b", arxiv_id="1706.03762") is None


@pytest.mark.parametrize(
    "spelling",
    [
        "arXiv:1706.03762",
        "arxiv: 1706.03762v7",
        "ARXIV:1706.03762",
        "arXiv:1706.03762v7 [cs.CL]",
        " 1706.03762 ",
        "https://doi.org/10.48550/arXiv.1706.03762",
    ],
)
def test_find_by_an_identifier_in_any_spelling(spelling: str) -> None:
    """A paper is found by its identifier as references, arXiv and people write it."""
    assert Digest(papers=[Paper("B"), PAPER]).find(arxiv_id=spelling) is PAPER


def test_an_empty_identifier_finds_nothing() -> None:
    """No identifier is that of no paper, not even of one without."""
    digest = Digest(papers=[Paper("B"), PAPER])
    assert digest.find(arxiv_id="") is None
    assert digest.find(arxiv_id="arXiv:") is None


def test_find_needs_something() -> None:
    """To look for nothing is refused, with what to give."""
    with pytest.raises(TypeError, match="pass arxiv_id=, url= or title="):
        Digest().find()


@each_example
def test_dialect(text: str) -> None:
    """A digest that was read knows its dialect, and one built by hand has none."""
    digest = parse_digest(text)
    assert digest.dialect is not None
    assert parse_digest(text, dialect=digest.dialect) == digest
    assert Digest().dialect is None


@given(digests())
def test_everything_is_found(digest: Digest) -> None:
    """What is looked for by what it has is found, or an earlier one that has it too."""
    for paper in digest.papers:
        found = digest.find(title=paper.title)
        assert found is not None
        assert digest.papers.index(found) <= digest.papers.index(paper)
        for section in paper.sections:
            assert section.label is None or paper.section(section.label) is not None
        assert all(paper.field(field.label) is not None for field in paper.fields)


def test_a_digest_is_no_collection() -> None:
    """A digest has papers and is none: it is true without them, and has no length of its own."""
    assert bool(Digest()) is True
    assert not hasattr(Digest, "__len__")
    assert not hasattr(Digest, "__iter__")


def test_find_by_an_address_of_arxiv() -> None:
    """The identifier may be given as the URL that it is in."""
    digest = Digest(papers=[Paper("A", "https://arxiv.org/abs/1706.03762v7")])
    assert digest.find(arxiv_id="https://arxiv.org/pdf/1706.03762v1") == digest.papers[0]
    assert digest.find(arxiv_id="https://arxiv.org/abs/1706.03763") is None


def test_a_place_to_insert_at_is_a_number() -> None:
    """The error names the argument."""
    index: Any = "a"
    with pytest.raises(TypeError, match="index: str found; pass an int"):
        Digest().insert(index, Paper("A"))


@pytest.mark.parametrize(
    ("field", "identifier"),
    [
        (Field("arXiv", "1706.03762v7"), "1706.03762"),
        (Field("ArXiv ID", "cs/0612047"), "cs/0612047"),
        (Field("Source", "arXiv:1706.03762 [cs.CL]"), "1706.03762"),
        (Field("arXiv", "to appear"), None),
        (Field("Score", "1706.03762"), None),
    ],
)
def test_an_identifier_in_a_field(field: Field, identifier: str | None) -> None:
    """A field gives an identifier by its label or its value, if no link does."""
    digest = Digest(papers=[Paper("A", fields=[Field("Score", "9"), field])])
    assert digest.papers[0].arxiv_id == identifier
    assert (digest.find(arxiv_id="1706.03762") is not None) == (identifier == "1706.03762")
    linked = digest.papers[0].replace(url="https://arxiv.org/abs/2408.12637")
    assert linked.arxiv_id == "2408.12637"
