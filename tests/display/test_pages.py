"""Notebook views of digests, papers and sections."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, Field, Link, Media, Paper, Section, parse_digest
from paperdigest._display.markup import BUDGET, fitting, safe_url
from tests.display.pages import page_of
from tests.samples import each_example
from tests.strategies import HOSTILE, digests

PAPER = Paper(
    "Attention",
    "https://arxiv.org/abs/1706.03762",
    34,
    list("ABCDE"),
    "cs.CL",
    [Media("video", "https://example.org/a.mp4"), Media("image", "a.png", "alt")],
    [Section("What's New", "One.\n  - Two."), Section(None, "Three.")],
    [Field("Relevance", "9")],
    [Link("Code", "https://example.org/code"), Link("", "https://example.org/b")],
)
DIGEST = Digest("Daily Papers", datetime.date(2024, 8, 26), papers=[PAPER])


def test_digest() -> None:
    """A digest shows its title, days and count, and of each paper all that is known."""
    page = page_of(DIGEST)
    assert page.words == (
        "Daily Papers2024-08-261 paper"
        "Attention▲ 34A, B, C and 2 more1706.03762cs.CLCodelinkvideoRelevance: 9"
        "What's NewWhat's New One.\n  - Two.Three."
    )
    assert page.images == ["a.png"]
    assert page.links == [
        "https://arxiv.org/abs/1706.03762",
        "https://arxiv.org/abs/1706.03762",
        "https://example.org/code",
        "https://example.org/b",
        "https://example.org/a.mp4",
    ]


def test_published() -> None:
    """The day of publication is among the facts of a paper."""
    page = page_of(PAPER.replace(published=datetime.date(2024, 8, 23)))
    assert "cs.CL2024-08-23Code" in page.words


def test_all_authors_on_hover() -> None:
    """The authors are shortened, and all of them are in the title of the piece."""
    assert '<span title="A, B, C, D, E">A, B, C and 2 more</span>' in PAPER._repr_html_()


def test_folds() -> None:
    """In a digest the sections are folded; a paper or a section alone is unfolded."""
    assert "<details><summary>" in DIGEST._repr_html_()
    assert "<details open><summary>" in PAPER._repr_html_()
    assert "<details open><summary>" in PAPER.sections[0]._repr_html_()
    assert page_of(PAPER.sections[0]).words == "What's NewWhat's New One.\n  - Two."
    assert page_of(PAPER.sections[1]).words == "1 sectionThree."


def test_little() -> None:
    """What is not known is left out or said."""
    assert page_of(Digest(end_date=None)).words == "(no title)no date0 papers"
    assert page_of(Paper("")).words == "(no title)"
    assert page_of(Paper("A", media=[Media("image", "data:image/png,x")])).images == []


def test_a_long_digest() -> None:
    """Ten thousand papers show the first ones, say how many there are and how to go on."""
    digest = Digest("Daily Papers", papers=[PAPER] * 10_000)
    words = page_of(digest).words
    assert "10,000 papers" in words
    assert words.endswith("Papers 1 to 50 of 10,000. digest.view(50) shows the next ones.")
    assert page_of(digest.view(9_990)).words.endswith("Papers 9,991 to 10,000 of 10,000.")
    assert page_of(digest.view(10_000)).words.endswith("No papers here.")


def test_large_papers() -> None:
    """However long the texts are, a view stays small and shows one paper at least."""
    sections = [Section("L" * 999, '"' * 9_999)] * 99
    links = [Link("'" * 999, "https://example.org/" + "&" * 480)] * 99
    fields = [Field("<" * 999, ">" * 999)] * 99
    paper = Paper('"' * 9_999, links[0].url, 1, ['"' * 999] * 9, None, (), sections, fields, links)
    digest = Digest("<" * 9_999, papers=[paper] * 9)
    assert "Papers 1 to 1 of 9." in page_of(digest).words
    assert "and 99 sections more" not in page_of(paper).words
    assert "and 98 sections more" in page_of(paper).words
    many = Paper("A", sections=[Section("L", "t")] * 99)
    assert page_of(many).words.endswith("and 59 sections more")


def test_what_fits() -> None:
    """Pieces are taken as long as their bytes fit; the first one always is."""
    assert list(fitting([])) == []
    assert list(fitting(["é" * BUDGET, "a"])) == ["é" * BUDGET]
    assert list(fitting(["a" * BUDGET, "b"])) == ["a" * BUDGET]
    assert list(fitting(["a" * (BUDGET - 1), "b", "c"])) == ["a" * (BUDGET - 1), "b"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "\x01javascript:alert(1)", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "mailto:a@b", "java\tscript:x", "//example.org/a",
        "\\\\example.org\\a", "/\\example.org", "a:b", "http:a", "https:", "https://a.org/\ud800",
        "https://a.org/\x00", "", None, "https://a.org/" + "a" * 500, "javascript&colon;x:y",
    ],
)  # fmt: skip
def test_addresses_that_are_not_linked(url: str | None) -> None:
    """Only http, https and relative addresses are, whatever a browser would make of the others."""
    assert safe_url(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c:d",
        "HTTP://example.org",
        "../a.md#c",
        "/a",
        "a_(b).png",
        "#a:b",
        "?a:b",
    ],
)
def test_addresses_that_are_linked(url: str) -> None:
    """Addresses of the web and relative ones are linked as they are."""
    assert safe_url(url) == url


@given(digests(max_papers=5))
def test_any_digest(digest: Digest) -> None:
    """Whatever a digest holds, its views hold allowed tags only, and nothing runs or loads."""
    for value in (digest, *digest.papers, *(s for paper in digest.papers for s in paper.sections)):
        page_of(value)


#: What breaks out of markup where something is not escaped.
BREAKING = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)",
    "</style><script>", "</details></div>", "<!--", "-->", "<![CDATA[", "<?php", "&lt;script&gt;",
    "&#60;script&#62;", "`${alert(1)}`", "$\\href{javascript:alert(1)}{x}$", "{{7*7}}", "\ud800",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "\u202e", "\0", "\x1b[2J",
)  # fmt: skip


@given(st.lists(st.sampled_from((*BREAKING, *HOSTILE)), min_size=1, max_size=4).map("".join))
def test_markup_in_values(hostile: str) -> None:
    """Markup in any value is shown as text."""
    line = "".join(hostile.split()).replace("\n", "") or "x"
    section = Section(line, hostile.strip())
    paper = Paper(
        line,
        line,
        None,
        [line],
        line,
        [Media("image", line, line), Media("video", line)],
        [section],
        [Field(line, line)],
        [Link(line, line)],
    )
    for value in (Digest(line, papers=[paper]), paper, section):
        page_of(value)


@each_example
def test_examples(text: str) -> None:
    """The view of each example shows the title of its first paper."""
    digest = parse_digest(text)
    assert digest.papers[0].title in page_of(digest).words
