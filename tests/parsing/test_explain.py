"""Explanations: which rule took which line."""

import pytest
from hypothesis import given

from paperdigest import Cell, Dialect, Rule, explain_digest
from paperdigest._dialects import family_dialects
from tests.strategies import hostile


def test_each_line_is_explained() -> None:
    """A line has the rules that took something from it; a section's text, and what none took, is told."""
    text = "Hello.\n### [A](b)\n\nVote: 3\n- **X**: one\n  two\n\n# End\n"
    lines = explain_digest(text, dialect="daily-papers")
    assert [line.text for line in lines] == text.split("\n")
    assert [line.taken for line in lines] == [
        "no rule", "paper title='A' url='b'", "blank", "votes votes='3'",
        "section label='X' text='one\\n  two'", "text", "blank", "end", "blank",
    ]  # fmt: skip
    assert [line.is_read for line in lines] == [False, *[True] * 8]
    assert str(lines[3]) == "   4 Vote: 3 <- votes votes='3'"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_has_no_line_ending(line_end: str) -> None:
    """The text of a line is that of the caller, without its line ending and nothing in its place."""
    lines = ["### [A](b)", "", "Vote: 3 ", "", ""]
    found = explain_digest(line_end.join(lines), dialect="daily-papers")
    assert [line.text for line in found] == lines
    assert [line.taken for line in found][::2] == [
        "paper title='A' url='b'",
        "votes votes='3'",
        "blank",
    ]


def test_a_row_has_several() -> None:
    """In a row each cell's rules are beside that of the row."""
    dialect = Dialect(
        "x",
        [Rule("paper", "| {title} | {more} |")],
        cells=[Cell("more", kind="section", rules=[Rule("link", r"<{url}>", pattern=r"<(?P<url>[^<>\n]*)>")])],
    )  # fmt: skip
    (line,) = explain_digest("| A | see <b> |", dialect=dialect)
    assert [each.rule.kind for each in line.matches] == ["paper", "section", "link"]
    assert [dict(each.values) for each in line.matches] == [
        {"title": "A"},
        {"text": "see"},
        {"url": "b"},
    ]


@pytest.mark.parametrize("dialect", list(family_dialects()), ids=lambda dialect: dialect.name)
@given(text=hostile())
def test_any_text_is_explained(dialect: Dialect, text: str) -> None:
    """The lines are those of the text, whatever it holds."""
    lines = explain_digest(text, dialect=dialect)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    joined = "\n".join(line.text for line in lines)
    assert joined == text.replace("\r\n", "\n").replace("\r", "\n")


def test_a_paper_that_is_not_read() -> None:
    """What looks like a paper below the end of a digest is explained by no rule."""
    rules = [Rule("end", "# About"), Rule("digest", "# {title}"), Rule("paper", "## {title}")]
    lines = explain_digest("# T\n## A\n# About\n## B\n", dialect=Dialect("own", rules))
    assert [line.taken for line in lines[:2]] == ["digest title='T'", "paper title='A'"]
    assert not lines[3].matches


def test_the_repr_of_a_line_is_short() -> None:
    """It has the number of the matches, and not the patterns of their rules."""
    line = explain_digest("## Daily papers\n")[0]
    assert len(repr(line)) < 100
