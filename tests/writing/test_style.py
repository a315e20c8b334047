"""The habits of a text."""

import datetime

from paperdigest import Dialect, Paper, Rule, parse_digest, serialize_digest
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


def test_a_value_keeps_the_label_that_its_text_has() -> None:
    """A date that is put in gets the label, the bullet and the emphasis of the dates there."""
    block = "## A Study of {0}\n\n- **Date**: 2024-03-0{1}\n- **Link**: https://arxiv.org/abs/2403.0000{1}\n"
    digest = parse_digest(
        "# Reading list\n\n" + block.format("Birds", 1) + "\n" + block.format("Trees", 2)
    )
    new = Paper("New", "https://arxiv.org/abs/2403.00009", published=datetime.date(2024, 1, 2))
    assert "- **Date**: 2024-01-02\n" in serialize_digest(digest.insert(1, new))


def test_a_head_without_the_names_that_it_may_have() -> None:
    """Papers whose heads could hold names, and hold none, do not show how names are written."""
    dialect = Dialect(
        "drawn",
        [
            Rule("paper", "- {title}", pattern=r"- (?:(?P<authors>[^:\n]++): )?+(?P<title>.+)$"),
            Rule("authors", "  by {authors}"),
        ],
    )
    digest = parse_digest("- A\n- B\n", dialect=dialect)
    new = Paper("C", authors=("Ada Byron",))
    assert serialize_digest(digest.insert(1, new)) == "- A\n- C\n  by Ada Byron\n- B\n"


def test_what_is_said_behind_a_value_is_no_form_of_it() -> None:
    """A new value takes over the words behind those of its kind only if several papers have them."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "- {title}"),
            Rule("votes", "  votes: {votes}", pattern=r"  votes: (?P<votes>[0-9]+)[^\n]*$"),
        ],
    )

    def line(*behind: str) -> str:
        text = "".join(f"- P{at}\n  votes: {at}{each}\n" for at, each in enumerate(behind, 1))
        digest = parse_digest(text, dialect=dialect)
        written = serialize_digest(digest.insert(len(behind), Paper("New", votes=77)))
        return written[written.index("  votes: 77") :]

    assert line(" of 100", " of 100") == "  votes: 77 of 100\n"
    assert line(" of 100", " of 120") == "  votes: 77\n"
    assert line(" of 100") == "  votes: 77\n"
    assert line(" so far") == "  votes: 77 so far\n"
