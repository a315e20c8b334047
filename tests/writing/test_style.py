"""The habits of a text."""

from paperdigest import parse_digest
from paperdigest._writing.style import Habits


def test_the_line_end_is_that_of_the_first_text() -> None:
    """New lines end as those of the text of the first paper do."""
    text = "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\nVote: 3\n"
    (plain,) = parse_digest(text).papers
    (other,) = parse_digest(text.replace("\n", "\r\n")).papers
    assert plain._origin is not None
    assert other._origin is not None
    assert Habits((plain._origin, other._origin)).line_end == "\n"
    assert Habits((other._origin, plain._origin)).line_end == "\r\n"
    assert Habits((other._origin,)).line_end == "\r\n"
    assert Habits().line_end == "\n"
    assert Habits((), "\r").line_end == Habits((), "\r").style.line_end == "\r"
    assert Habits((other._origin,), "\r").style.line_end == "\r\n"
