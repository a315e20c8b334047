"""One digest of several, with each paper once."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, Field, Link, Paper, Section, merge, parse_digest, serialize_digest
from paperdigest._model.finding import folded
from tests.strategies import digests

DAY = datetime.date(2024, 8, 26)
ARXIV = "https://arxiv.org/abs/1706.03762"


def test_a_paper_of_several_digests_is_there_once() -> None:
    """Papers are the same by identifier, else by link, else by title; the first one stays."""
    one = Digest("A", DAY, papers=[Paper("A", f"{ARXIV}v1", 1), Paper("B", "b"), Paper("C")])
    two = Digest("B", papers=[Paper("Z", "z", links=[Link("PDF", ARXIV)]), Paper("Y", "b")])
    three = Digest(papers=[Paper("*c*"), Paper("B"), Paper("D", "d")])
    merged = merge(one, two, three)
    assert (merged.title, merged.date) == ("A", DAY)
    assert merged.papers == (*one.papers, Paper("B"), Paper("D", "d"))


@given(st.lists(digests(), min_size=1, max_size=3))
def test_merging_again_changes_nothing(drawn: list[Digest]) -> None:
    """What was merged holds each paper once, so that merging it again changes nothing."""
    merged = merge(*drawn)
    assert merge(merged, *drawn) == merge(merged) == merged
    for digest in drawn:
        for paper in digest.papers:
            assert any(_are_same(paper, other) for other in merged.papers)


def _are_same(paper: Paper, other: Paper) -> bool:
    if paper.arxiv_id and other.arxiv_id:
        return paper.arxiv_id == other.arxiv_id
    if paper.url and other.url:
        return paper.url == other.url
    if folded(paper.title) or folded(other.title):
        return folded(paper.title) == folded(other.title)
    return paper == other


def test_papers_without_link_and_title_are_the_same_if_they_are_equal() -> None:
    """Papers that nothing names are not dropped, unless all that is known of them is the same."""
    papers = (
        Paper("", sections=[Section("A", "one")]),
        Paper("", sections=[Section("B", "two")]),
        Paper("*"),
        Paper("**"),
        Paper("", votes=0),
        Paper(""),
    )
    assert merge(Digest(papers=papers), Digest(papers=papers)).papers == papers


def test_papers_with_two_identifiers_are_two() -> None:
    """The main link counts only where one of two papers has no identifier."""
    one, two = (Paper("A", "a", links=[Link("PDF", f"{ARXIV[:-1]}{n}")]) for n in (1, 2))
    assert merge(Digest(papers=[one, two])).papers == (one, two)
    assert merge(Digest(papers=[Paper("B", "a"), one])).papers == (Paper("B", "a"),)


def test_papers_keep_their_text() -> None:
    """The first digest keeps its bytes, and each paper of the others its own."""
    text = "Words.\n\n## Daily Papers (2024-08-26)\n\n### [A](a)\n\nA note.\n"
    other = "## Daily Papers (2024-08-27)\n\n### [A](a)\n\n### [B](b)\n\nAnother note.\n"
    merged = merge(parse_digest(text), parse_digest(other))
    assert serialize_digest(merged) == f"{text}\n### [B](b)\n\nAnother note.\n"


def test_digests_are_merged_one_by_one_or_together() -> None:
    """Digests may be separate arguments, or lists, or an iterator."""
    one, two = (Digest(title, papers=[Paper(title)]) for title in "AB")
    merged = Digest("A", papers=[Paper("A"), Paper("B")])
    assert merge(one, two) == merge([one, two]) == merge(iter((one, two))) == merged
    assert merge([], one, [two, one]) == merged


@pytest.mark.parametrize(
    ("digests", "error", "message"),
    [
        ((), ValueError, "digests: none found; pass at least one, which takes the papers"),
        (([],), ValueError, "digests: none found; pass at least one, which takes the papers"),
        ((Digest(), "A"), TypeError, "digests: str found; expected a Digest, or a list of them"),
        (([Digest(), "A"],), TypeError, r"digests\[1\]: str found; expected a Digest"),
    ],
)
def test_only_digests_are_merged(
    digests: tuple[Digest, ...], error: type[Exception], message: str
) -> None:
    """What is no digest is named, and without any there is nothing to return."""
    with pytest.raises(error, match=f"^{message}$"):
        merge(*digests)


def test_a_paper_with_an_identifier_is_not_one_of_the_same_title() -> None:
    """Titles count only where neither of two papers has a link or an identifier."""
    one = Paper("A", links=[Link("PDF", ARXIV)])
    assert one.arxiv_id
    assert one.url is None
    assert merge(Digest(papers=[one, Paper("A")])).papers == (one, Paper("A"))


def test_papers_whose_identifier_is_in_a_field() -> None:
    """A field and a link with the same identifier are those of the same paper."""
    one = Digest(papers=[Paper("A", fields=[Field("arXiv", "1706.03762")])])
    two = Digest(papers=[Paper("The A", ARXIV)])
    assert merge(one, two).papers == one.papers
