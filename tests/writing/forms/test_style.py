"""The habits of a text."""

import datetime

from paperdigest import Dialect, Link, Paper, Rule, parse_digest, serialize_digest
from paperdigest._writing.forms.style import Habits


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


def added_link(entry: str) -> str:
    """Give the second of three papers a link, and return what was its text."""
    titles = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")
    entries = [
        entry.format(title=title, url=f"https://arxiv.org/abs/2501.0000{at}", n=at)
        for at, title in enumerate(titles, 1)
    ]
    digest = parse_digest("# Nests\n\n" + "".join(entries))
    link = Link("Slides", "https://example.org/s.pdf")
    written = serialize_digest(digest.replace_paper(digest.papers[1], links=[link]))
    assert written.startswith("# Nests\n\n" + entries[0])
    assert written.endswith(entries[2])
    return written[len("# Nests\n\n" + entries[0]) : -len(entries[2])]


def test_an_address_that_is_shown_is_no_label() -> None:
    """Links that show their own address are no example for a link with a label."""
    written = added_link("## {title}\n\n* **Link:** [{url}]({url})\n* **Votes:** 3{n}\n\n")
    assert written.count("https://arxiv.org/abs/2501.00002") == 2
    assert "https://arxiv.org/abs/2501.00001" not in written


def test_a_score_before_a_link_is_not_written_again() -> None:
    """What a line says of a paper before its link stays there alone, even if papers share it."""
    written = added_link("## {title}\n\n**Score:** 7/10 · [PDF]({url})\n\nThey do so.\n\n")
    assert written.count("7/10") == 1
    assert written.count("[Slides](https://example.org/s.pdf)") == 1
