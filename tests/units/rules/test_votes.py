"""Votes in the lines and rows of papers: which numbers are parsed, and how they are replaced."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import DigestWriteError, Paper, diagnose, parse_digest, serialize_digest
from tests.dialects import read
from tests.units.test_papers import check, text_of

#: Papers with votes: in a line of their own, after the title, and in a row.
LINES = (
    "## {T}\n\n**Votes:** %s\n**Link:** {U}\n\nWords on it.\n\n",
    "## [{T}]({U})\n\n👍 %s\n\nWords on it.\n\n",
    "## [{T}]({U})\n\n%s votes\n\nWords on it.\n\n",
    "- [{T}]({U})\n  - **Upvotes**: %s\n",
    "- [{T}]({U}) ⬆️ %s\n",
    "- [{T}]({U}) - %s votes\n",
    "- **[{T}]({U})** [%s votes] by {A}\n",
    "- [{T}]({U}) - {A} [👍 %s]\n",
)
ROW = "| [{T}]({U}) | {A} | %s |\n"
UNITS = (*LINES, ROW)
HEADER = "# Rivers\n\n| Title | Authors | Votes |\n|---|---|---|\n"

#: A digit, and what is between the digits of a number.
_DIGIT = re.compile(r"[0-9]|[.,'’/][0-9]")


def _text(unit: str, votes: str) -> str:
    return text_of(unit % votes, HEADER if unit == ROW else "# Rivers\n\n")


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("written", "votes"), [("12", 12), ("1,234", 1234), ("1 234", 1234)])
def test_votes(unit: str, written: str, votes: int) -> None:
    """A number is parsed as a whole, with or without marks between groups of three digits."""
    assert {paper.votes for paper in check(_text(unit, written))} == {votes}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("written", ["1.5k", "12/20", "1'234", "10-15"])
def test_no_votes(unit: str, written: str) -> None:
    """Text that only starts with a number is not votes."""
    assert {paper.votes for paper in check(_text(unit, written))} == {None}


@pytest.mark.parametrize("count", ["(▲ 9)", "(👍 9)", "[▲ 9]", "(:thumbsup: 9)", "(9 votes)"])
def test_one_digit_after_names(count: str) -> None:
    """A single digit after names is votes too, and a new paper can have some."""
    text = text_of(f"- [{{T}}]({{U}}) - {{A}} {count}\n")
    papers = check(text)
    assert {paper.votes for paper in papers} == {9}
    assert not [name for paper in papers for name in paper.authors if "9" in name]
    new = Paper("Slow Rivers", "https://arxiv.org/abs/2401.09999", 5, ["Ada Byron"])
    edited = serialize_digest(parse_digest(text).insert(1, new))
    assert f"- [Slow Rivers]({new.url}) - Ada Byron {count.replace('9', '5')}\n" in edited


@pytest.mark.parametrize("count", ["(%s votes)", "(▲ %s)", "[%s likes]", "- %s votes"])
@pytest.mark.parametrize("link", ["- [{T}]({U})", "- **[{T}]({U})**"])
def test_a_count_is_no_title(link: str, count: str) -> None:
    """A short name that is a link is the title, not the votes after it."""
    names = ("Adam", "BERT", "LoRA")
    text = "# Rivers\n\n" + "".join(
        f"{link.format(T=name, U=f'https://arxiv.org/abs/2401.0000{at}')} {count % at}\n"
        for at, name in enumerate(names, 1)
    )
    assert [(paper.title, paper.votes) for paper in parse_digest(text).papers] == [
        (name, at) for at, name in enumerate(names, 1)
    ]


def test_labelled_text_that_is_no_votes() -> None:
    """Text after a label of votes is kept as a field if it is not a number."""
    for paper in check(_text(LINES[0], "1.5k")):
        assert [(each.label, each.value) for each in paper.fields] == [("Votes", "1.5k")]


@pytest.mark.parametrize("cell", ["**12**", "👍 12", "12 👍", "12 likes"])
def test_signs_beside_votes_in_a_cell(cell: str) -> None:
    """Signs, and the word for votes, may be next to the number in its cell."""
    assert {paper.votes for paper in check(_text(ROW, cell))} == {12}


@pytest.mark.parametrize("cell", ["-3", "1.5k", "many"])
def test_a_cell_without_a_number(cell: str) -> None:
    """Votes are the whole cell. Text that is not a number is reported, and an edit replaces it."""
    text = _text(ROW, cell)
    paper = check(text)[0]
    assert paper.votes is None
    wrong = [each for each in diagnose(text) if each.code == "bad-votes"]
    assert [text[each.start : each.end] for each in wrong] == [cell] * 5
    digest = read(text)
    edited = serialize_digest(digest.replace_paper(digest.papers[0], votes=5))
    assert edited == text.replace(f"| {cell} |", "| 5 |", 1)


@pytest.mark.parametrize("cell", ["-", "", "n/a"])
def test_a_cell_for_unknown_votes(cell: str) -> None:
    """A sign for unknown votes, or an empty cell, is not reported."""
    assert not [each for each in diagnose(_text(ROW, cell)) if each.code == "bad-votes"]


@given(
    st.sampled_from(UNITS),
    st.lists(st.sampled_from(["1", "07", "345", "2024", "k"]), min_size=1, max_size=3),
    st.sampled_from(["", ",", ".", " ", "'", "/", ":", "+", "-", ", "]),
    st.integers(0, 10**9),
)
def test_a_replaced_number_is_all_of_it(unit: str, parts: list[str], mark: str, votes: int) -> None:
    """If votes are replaced, no digit of the old number is left next to the new one."""
    text = _text(unit, mark.join(parts))
    digest = parse_digest(text)
    old = [paper.votes for paper in digest.papers]
    try:
        edited = serialize_digest(digest.replace_paper(digest.papers[0], votes=votes))
    except DigestWriteError:
        return
    assert parse_digest(edited, dialect=digest.dialect).papers[0].votes == votes
    if old[0] not in (None, votes):
        # A comma and a space may come before votes: what is before them is then something else.
        start = _text(unit, "?").index("?")
        places = [start, *(at.end() for at in re.finditer(", ", edited) if at.end() > start)]
        spellings = {f"{votes:,}".replace(",", each) for each in ("", mark)}
        assert any(
            edited.startswith(each, at) and not _DIGIT.match(edited, at + len(each))
            for at in places
            for each in spellings
        )
