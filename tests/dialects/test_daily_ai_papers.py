"""daily-ai-papers: a table with one paper a row."""

import datetime

import pytest

from paperdigest import parse_digest, serialize_digest
from tests.dialects import filled, read, recognised

HEAD = "## Papers for 2025-05-21\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"
LINKS = (
    "(Read more on [arXiv](https://arxiv.org/abs/2505.00001) or "
    "[HuggingFace](https://huggingface.co/papers/2505.00001))"
)


def row(
    title: str = "A Title", summary: str = "All of it.", authors: str = "Ada Byron, Carl Gauss"
) -> str:
    """Write a table of one row."""
    return f"{HEAD}| {title} {LINKS}| {authors} | {summary} |\n"


def test_a_row() -> None:
    """The arXiv link is the main one, the other is beside it; the summary is a section."""
    assert recognised(row()) == "daily-ai-papers"
    digest = read(row())
    assert (digest.title, digest.date) == ("Papers", datetime.date(2025, 5, 21))
    assert [filled(paper) for paper in digest.papers] == [
        {
            "title": "A Title",
            "url": "https://arxiv.org/abs/2505.00001",
            "authors": ["Ada Byron", "Carl Gauss"],
            "sections": [("Summary", "All of it.")],
            "links": [("HuggingFace", "https://huggingface.co/papers/2505.00001")],
        }
    ]


@pytest.mark.parametrize(
    "title", ["A\n  Title", "A \n Title", "A\nTitle", "A\r\n  Title", "A\n\n  Title"]
)
def test_a_break_in_a_title(title: str) -> None:
    """The white space of a line break within a title is one space, and comes back as it was."""
    assert [paper.title for paper in read(row(title)).papers] == ["A Title"]


def test_two_breaks_in_a_title() -> None:
    """A title may break twice."""
    assert read(row("A\n  Longer\n  Title")).papers[0].title == "A Longer Title"


def test_bars_in_a_summary() -> None:
    """A bar that is not escaped belongs to the summary."""
    assert read(row(summary="p(x|y) and a | b")).papers[0].sections[0].text == "p(x|y) and a | b"


def test_empty_cells() -> None:
    """A row may have no authors and no summary."""
    found = filled(read(row(summary="", authors="")).papers[0])
    assert "authors" not in found
    assert "sections" not in found


def test_an_empty_table() -> None:
    """A day without papers is a digest without papers."""
    digest = read(HEAD)
    assert recognised(HEAD) == "daily-ai-papers"
    assert (digest.date, digest.papers) == (datetime.date(2025, 5, 21), ())


def test_a_fourth_column_of_links() -> None:
    """The oldest tables have the link in a column of its own."""
    text = (
        "## Papers for 2024-08-29\n\n| Title | Authors | Summary | Link |\n|---|---|---|---|\n"
        "| A Title | Ada Byron | All | of it. | [Read more](https://arxiv.org/abs/2408.00001) |\n"
    )
    assert [filled(paper) for paper in read(text).papers] == [
        {
            "title": "A Title",
            "url": "https://arxiv.org/abs/2408.00001",
            "authors": ["Ada Byron"],
            "sections": [("Summary", "All | of it.")],
        }
    ]


@pytest.mark.parametrize(
    ("links", "url", "others"),
    [
        (
            "(Read more on [arXiv](https://arxiv.org/abs/2505.00001))",
            "https://arxiv.org/abs/2505.00001",
            [],
        ),
        (
            "(Read more on [HF](b) or [arXiv](https://arxiv.org/abs/1))",
            "https://arxiv.org/abs/1",
            [("HF", "b")],
        ),
        ("(Read more on [HF](b))", None, [("HF", "b")]),
        ("(Read more [here](http://www.arxiv.org/abs/1))", "http://www.arxiv.org/abs/1", []),
    ],
)
def test_links(links: str, url: str | None, others: list[tuple[str, str]]) -> None:
    """The spellings of the links changed over the years."""
    paper = read(row().replace(LINKS, links)).papers[0]
    assert paper.title == "A Title"
    assert (paper.url, [(link.label, link.url) for link in paper.links]) == (url, others)


@pytest.mark.parametrize("lead", ["- read more", "– Read more", "read more"])
@pytest.mark.parametrize(
    "title", ["A Title", "A\n  Title", "A - Title (read this)", "A read more Title"]
)
def test_links_without_parentheses(title: str, lead: str) -> None:
    """The links may be after the title without parentheses."""
    text = (
        f"{HEAD}| {title} {lead} on [arXiv](https://arxiv.org/abs/2505.00001) or [HuggingFace](b) "
        "| Ada Byron | All of it. |\n"
    )
    (paper,) = read(text).papers
    assert filled(paper) == {
        "title": title.replace("\n ", ""),
        "url": "https://arxiv.org/abs/2505.00001",
        "authors": ["Ada Byron"],
        "sections": [("Summary", "All of it.")],
        "links": [("HuggingFace", "b")],
    }
    assert recognised(text.removeprefix(HEAD)) == "daily-ai-papers"


@pytest.mark.parametrize(
    "unit",
    ["(", "(read more ", " - read more on ", "- ", " ", "|", "a\n", "\n", "(Read more on [a](b))"],
)
def test_a_long_row(unit: str) -> None:
    """The time for a row grows with its length, whatever it repeats."""
    text = f"{HEAD}| a{unit * 30_000}\n"
    assert serialize_digest(parse_digest(text, dialect="daily-ai-papers")) == text


def test_rows_alone_are_recognised() -> None:
    """Where heading and header are lost, the rows tell the family."""
    assert recognised(row().removeprefix(HEAD)) == "daily-ai-papers"


def test_a_heading_of_the_first_level() -> None:
    """The heading of a page of its own may be of the first level."""
    text = row().replace("## Papers", "# Papers")
    digest = read(text)
    assert (digest.title, digest.date) == ("Papers", datetime.date(2025, 5, 21))
    new = digest.replace(date=datetime.date(2025, 5, 22))
    assert serialize_digest(new) == text.replace("2025-05-21", "2025-05-22")
