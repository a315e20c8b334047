"""Overviews for a terminal."""

import datetime
from io import StringIO

from hypothesis import given

from paperdigest import Digest, Paper, parse_digest
from paperdigest._command.console import Output
from paperdigest._command.show import print_digest
from paperdigest._display.text import UNSAFE, printable, shortened
from tests.samples import each_example
from tests.strategies import digests


def test_overview_of_a_digest() -> None:
    """`print(digest)` shows title, days and count, then two lines for each paper."""
    digest = Digest(
        "Daily Papers",
        datetime.date(2024, 8, 26),
        datetime.date(2024, 8, 27),
        papers=[
            Paper("A", "https://arxiv.org/abs/1706.03762", 34, ["Ada", "Alan"]),
            Paper("", "https://example.org/b"),
            Paper("C", votes=5),
        ],
    )
    assert str(digest).splitlines() == [
        "Daily Papers · 2024-08-26 to 2024-08-27 · 3 papers",
        "",
        "  34  A",
        "      1706.03762 · Ada, Alan",
        "",
        "   -  (no title)",
        "      https://example.org/b",
        "",
        "   5  C",
        "      no link",
    ]


def test_overview_of_little() -> None:
    """What is not known is left out or said; where nothing has votes there is no column of them."""
    assert str(Digest()) == "no date · 0 papers"
    assert str(Digest(papers=[Paper("A")])) == "no date · 1 paper\n\n  A\n  no link"


def test_overview_of_a_paper() -> None:
    """`print(paper)` shows the title, and in a second line what is known beside it."""
    paper = Paper("A", "https://arxiv.org/abs/1706.03762", 1, ["Ada"])
    assert str(paper) == "A\n  1 vote · 1706.03762 · Ada"
    assert str(Paper("")) == "(no title)\n  no link"


def test_names_are_shortened_where_that_is_shorter() -> None:
    """Up to four names are given; of more, three and the count of the rest."""
    assert shortened([]) == ""
    assert shortened("ABCD") == "A, B, C, D"
    assert shortened("ABCDE") == "A, B, C and 2 more"


@each_example
def test_overview_is_that_of_the_command_line(text: str) -> None:
    """What `print` shows is what the command prints if there is no colour and much room."""
    digest = parse_digest(text)
    printed = StringIO()
    print_digest(digest, digest.papers, Output(printed, colour=False, width=10**6))
    lines = [line.rstrip() for line in str(digest).split("\n")]
    assert printed.getvalue().removesuffix("\n").split("\n") == lines


@given(digests())
def test_overview_is_safe_to_print(digest: Digest) -> None:
    """No overview holds a character that steers a terminal, but the line endings between its lines."""
    for line in (line for value in (digest, *digest.papers) for line in str(value).split("\n")):
        assert not UNSAFE.search(line)
        assert printable(line) == line
