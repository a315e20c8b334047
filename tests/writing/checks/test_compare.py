"""What is said of values that are not read back."""

import datetime

import pytest

from paperdigest import Digest, Field, Link, Paper, Section, parse_digest, serialize_digest
from paperdigest._writing.checks.compare import (
    Difference,
    digest_differences,
    paper_differences,
)

DAY = datetime.date(2024, 8, 26)


def parsed(digest: Digest) -> Digest:
    """Return a digest that was parsed, equal to one that was built."""
    found = parse_digest(serialize_digest(digest), dialect="daily-papers")
    assert found == digest
    return found


def test_equal_papers_do_not_differ() -> None:
    """What is read back as it is, is no difference."""
    paper = Paper("A", votes=3, authors=["B", "B"], links=[Link("C", "d")])
    assert list(paper_differences(paper, paper)) == []
    digest = Digest("T", DAY, papers=[paper])
    assert list(digest_differences(digest, parsed(digest))) == []


def test_single_values_that_differ() -> None:
    """Each value that differs is shown with what is read instead."""
    wanted, read = Paper("A", "b", 3, category="c"), Paper("D", "e", 4, category="f")
    assert list(paper_differences(wanted, read)) == [
        Difference("title", None, "A", "D"),
        Difference("url", None, "b", "e"),
        Difference("votes", None, 3, 4),
        Difference("category", None, "c", "f"),
    ]


def test_as_many_items_differ_place_by_place() -> None:
    """Where as many are read, those that differ are shown by their places."""
    wanted, read = Paper("A", authors=["B", "C", "D"]), Paper("A", authors=["B", "E", "D"])
    assert list(paper_differences(wanted, read)) == [Difference("authors", 1, "C", "E")]


@pytest.mark.parametrize(
    ("wanted", "read", "expected"),
    [
        ("BCD", "BD", [Difference("authors", 1, "C", "D")]),
        ("BBC", "BC", [Difference("authors", 1, "B", "C")]),
        ("BC", "", [Difference("authors", 0, "B", None), Difference("authors", 1, "C", None)]),
        ("BC", "D", [Difference("authors", 0, "B", "D"), Difference("authors", 1, "C", None)]),
        ("BC", "BCD", [Difference("authors", None, ("B", "C"), ("B", "C", "D"))]),
    ],
)
def test_fewer_or_more_items(wanted: str, read: str, expected: list[Difference]) -> None:
    """Items that are not read are told one by one; where all are, and more, the whole is."""
    one, other = Paper("A", authors=list(wanted)), Paper("A", authors=list(read))
    assert list(paper_differences(one, other)) == expected


def test_digests_that_differ() -> None:
    """Title and days are told first, then the papers one by one, or the first one that lacks."""
    paper, other = Paper("A"), Paper("B")
    wanted = Digest("T", DAY, DAY, papers=[paper, paper])
    assert list(
        digest_differences(
            wanted, parsed(Digest("U", DAY - datetime.timedelta(1), papers=[paper, other]))
        )
    ) == [
        (None, Difference("title", None, "T", "U")),
        (None, Difference("date", None, DAY, DAY - datetime.timedelta(1))),
        (None, Difference("end_date", None, DAY, None)),
        (1, Difference("title", None, "A", "B")),
    ]
    assert list(digest_differences(wanted, parsed(Digest("T", DAY, papers=[paper])))) == [
        (None, Difference("end_date", None, DAY, None)),
        (None, Difference("papers", 1, paper, None)),
    ]


@pytest.mark.parametrize(
    ("wanted", "read", "words"),
    [
        ("AB", "AXB", "papers[1].title: 'B' would be read back as 'X'"),
        ("ABC", "AC", "papers[1]: Paper(title='B') would be lost"),
        ("ABC", "AB", "papers[2]: Paper(title='C') would be lost"),
        ("AB", "ABX", "papers[2]: None would be read back as Paper(title='X')"),
    ],
)
def test_more_or_fewer_papers(wanted: str, read: str, words: str) -> None:
    """Where other papers would be read, the first one that differs is told, and how."""
    one, other = (Digest("T", DAY, papers=map(Paper, titles)) for titles in (wanted, read))
    ((index, difference),) = digest_differences(one, parsed(other))
    assert index is None
    assert str(difference) == words


def test_fewer_papers_of_which_one_lacks_a_value() -> None:
    """Of a paper that would be read without a value, that value is told."""
    one = Digest("T", DAY, papers=[Paper("A", votes=3), Paper("B")])
    ((_, difference),) = digest_differences(one, parsed(Digest("T", DAY, papers=[Paper("A")])))
    assert str(difference) == "papers[0].votes: 3 would be read back as None"


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (Difference("votes", None, 3), "votes: 3 would be lost"),
        (Difference("votes", None, 3, 4), "votes: 3 would be read back as 4"),
        (Difference("votes", None, None, 4), "votes: None would be read back as 4"),
        (
            Difference("fields", 1, Field("A", "b")),
            "fields[1]: Field(label='A', value='b') would be lost",
        ),
        (Difference("url", None, None, reason="is not enough"), "url: None is not enough"),
        (Difference("title", None, "x" * 98), f"title: '{'x' * 98}' would be lost"),
        (Difference("title", None, "x" * 99), f"title: '{'x' * 96}... would be lost"),
        (
            Difference("title", None, f"{'x' * 200}a{'y' * 200}", f"{'x' * 200}b"),
            f"title: ...{'x' * 48}a{'y' * 48}... would be read back as ...{'x' * 48}b'",
        ),
        (
            Difference("sections", 2, Section("L", f"{'x' * 90}a"), Section("L", f"{'x' * 90}b")),
            f"sections[2].text: '{'x' * 90}a' would be read back as '{'x' * 90}b'",
        ),
        (
            Difference("links", 0, Link("a", f"{'x' * 90}a"), Link("a", f"{'x' * 90}b")),
            f"links[0].url: '{'x' * 90}a' would be read back as '{'x' * 90}b'",
        ),
        (Difference("votes", None, 3, cause="url"), "votes: 3 would be lost after the edit of url"),
        (
            Difference("votes", None, 3, 4, cause="url"),
            "votes: 3 would be read back as 4 after the edit of url",
        ),
        (
            Difference("sections", 0, Section("A", "a"), Section("B", "b")),
            "sections[0]: Section(label='A', text='a') would be read back as "
            "Section(label='B', text='b')",
        ),
    ],
)
def test_a_difference_in_words(difference: Difference, words: str) -> None:
    """A difference names the attribute, the value, cut where it is long, and what becomes of it."""
    assert str(difference) == words


def test_a_lost_text_without_a_label_comes_with_advice() -> None:
    """A section that no rule reads can get a label, or be added to another one."""
    lost = Difference("sections", 0, Section(text="Words."), paper=1)
    assert str(lost) == (
        "papers[1].sections[0]: Section(text='Words.') would be lost; give it a label, or add its "
        "text to another section"
    )
    assert str(Difference("sections", 0, Section("Idea", "Words."))).endswith("would be lost")


def test_a_lost_name_of_one_word_comes_with_advice() -> None:
    """A name of one word is often not told from other words, a full name is."""
    lost = Difference("authors", 1, "Plato", paper=0)
    assert str(lost) == (
        "papers[0].authors[1]: 'Plato' would be lost; write the full name, since one word may be "
        "anything here"
    )
    assert str(Difference("authors", 1, "Ada Byron")).endswith("would be lost")
