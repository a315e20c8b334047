"""cv-arxiv-daily: tables by topic, one paper a row."""

import datetime

import attrs
import pytest

from paperdigest import parse_digest, serialize_digest
from tests.dialects import filled, read, recognised

TABLE = "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
ROW = (
    "|**2026-06-28**|**A Title**|First Author et.al.|[2606.00001](http://arxiv.org/abs/2606.00001)|"
    "**[link](https://github.com/a/b)**|\n"
)
BULLET = (
    "- 2026-06-28, **A Title**, First Author et.al., Paper: "
    "[http://arxiv.org/abs/2606.00001](http://arxiv.org/abs/2606.00001)"
)


def topic(rows: str, heading: str = "## Updated on 2026.06.29\n") -> str:
    """Write a digest of one topic."""
    return f"{heading}\n## SLAM\n\n{TABLE}{rows}"


def test_a_row() -> None:
    """A row gives title, authors, links, and its own date as a field; the heading the category."""
    text = topic(ROW)
    assert recognised(text) == "cv-arxiv-daily"
    digest = read(text)
    assert (digest.title, digest.date) == ("Updated", datetime.date(2026, 6, 29))
    assert [filled(paper) for paper in digest.papers] == [
        {
            "title": "A Title",
            "url": "http://arxiv.org/abs/2606.00001",
            "authors": ["First Author et.al."],
            "category": "SLAM",
            "published": datetime.date(2026, 6, 28),
            "links": [("link", "https://github.com/a/b")],
        }
    ]


@pytest.mark.parametrize("code", ["null", "", " ", "None"])
def test_no_code(code: str) -> None:
    """A row without code has no other links."""
    text = topic(ROW.replace("**[link](https://github.com/a/b)**", code))
    assert read(text).papers[0].links == ()


def test_the_authors_are_one_value() -> None:
    """The authors' cell is one author as written, with a comma in it too."""
    text = topic(ROW.replace("First Author", "Author, First, Jr."))
    assert read(text).papers[0].authors == ("Author, First, Jr. et.al.",)


def test_a_bar_in_a_title() -> None:
    """A title may hold a bar, and brackets."""
    text = topic(ROW.replace("A Title", "p(x|y) | [z] **a**"))
    assert read(text).papers[0].title == "p(x|y) | [z] **a**"


@pytest.mark.parametrize(
    ("behind", "links"),
    [
        ("", []),
        (
            ", Code: **[https://github.com/a/b](https://github.com/a/b)**",
            [("Code", "https://github.com/a/b")],
        ),
        (", Code: [https://a.org](https://a.org)", [("Code", "https://a.org")]),
        (", **[link](https://a.org)**", [("link", "https://a.org")]),
    ],
)
def test_bullets(behind: str, links: list[tuple[str, str]]) -> None:
    """Some pages have bullets for rows, where the label of a link is before it."""
    text = topic(f"{BULLET}{behind}\n")
    paper = {name: value for name, value in filled(read(text).papers[0]).items() if name != "links"}
    assert paper == {
        "title": "A Title",
        "url": "http://arxiv.org/abs/2606.00001",
        "authors": ["First Author et.al."],
        "category": "SLAM",
        "published": datetime.date(2026, 6, 28),
    }
    assert filled(read(text).papers[0]).get("links", []) == links
    assert recognised(f"{BULLET}{behind}\n") == "cv-arxiv-daily"


def test_categories() -> None:
    """Each topic gives its papers their category; the digest's heading gives none."""
    text = f"## Updated on 2026.06.29\n{ROW}\n## SLAM\n\n{TABLE}{ROW}{ROW}\n## SFM\n\n{TABLE}{ROW}"
    assert [paper.category for paper in read(text).papers] == [None, "SLAM", "SLAM", "SFM"]


def test_a_table_of_contents() -> None:
    """No papers are made of the contents, of the table's header, or of the way back to the top."""
    text = (
        "---\nlayout: default\n---\n\n## Updated on 2026.06.29\n> Usage: [here](./docs/README.md#usage)\n\n"
        "<details>\n  <summary>Table of Contents</summary>\n  <ol>\n    <li><a href=#slam>SLAM</a></li>\n"
        f"  </ol>\n</details>\n\n## SLAM\n\n{TABLE}{ROW}\n"
        "<p align=right>(<a href=#updated-on-20260629>back to top</a>)</p>\n\n"
        "[shield]: https://img.shields.io/x.svg\n"
    )
    assert [paper.title for paper in read(text).papers] == ["A Title"]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("## Updated on 2026.06.29", datetime.date(2026, 6, 29)),
        ("## Updated on 2026-06-29", datetime.date(2026, 6, 29)),
        ("## Updated on June", None),
        ("## Updated", None),
        ("> Updated on 2022.12.02", datetime.date(2022, 12, 2)),
        (">Updated on 2022-12-02", datetime.date(2022, 12, 2)),
    ],
)
def test_the_date(heading: str, day: datetime.date | None) -> None:
    """The heading's date is the digest's; what is no whole date is none."""
    digest = parse_digest(topic(ROW, f"{heading}\n"), dialect="cv-arxiv-daily")
    assert (digest.date, len(digest.papers)) == (day, 1)


def test_an_edit_of_a_bullet() -> None:
    """A link is edited where it is, with its label before it."""
    text = topic(f"{BULLET}, Code: **[https://a.org](https://a.org)**\n")
    digest = parse_digest(text)
    (paper,) = digest.papers
    changed = attrs.evolve(paper, links=[attrs.evolve(paper.links[0], label="Page", url="b")])
    written = serialize_digest(attrs.evolve(digest, papers=[changed]))
    assert written == text.replace("Code:", "Page:").replace("](https://a.org)", "](b)")


def test_words_in_a_quote_are_no_heading() -> None:
    """A quote that says when a page was updated is its heading only where a date follows."""
    assert (
        parse_digest(topic(ROW, "> Updated on Sundays\n"), dialect="cv-arxiv-daily").title is None
    )


@pytest.mark.parametrize("title", ["A**, B", "A, Paper: B", "**A** and **B**"])
def test_a_title_in_a_bullet(title: str) -> None:
    """A title may hold what comes after a title."""
    text = topic(BULLET.replace("A Title", title) + "\n")
    assert read(text).papers[0].title == title


@pytest.mark.parametrize(
    "unit", ["*", "**,", "**|a|", "**|a|[b](c)|", "|", ", Paper: [a](b)", "**, a"]
)
@pytest.mark.parametrize("start", ["|", "|**2026-06-28**|**", "- 2026-06-28, **a", "- **"])
def test_a_long_line(start: str, unit: str) -> None:
    """The time for a line grows with its length, whatever it repeats."""
    text = f"{start}{unit * 40_000}\n"
    assert serialize_digest(parse_digest(text, dialect="cv-arxiv-daily")) == text


def test_rows_alone_are_recognised() -> None:
    """Where the heading is lost, a row tells the family."""
    assert recognised(ROW) == "cv-arxiv-daily"


def test_spaces_in_a_row() -> None:
    """White space around cells and links means nothing."""
    text = topic(
        "|**2026-06-28**|**A Title**| First Author et.al. | **[2606.00001](http://arxiv.org/abs/2606.00001)** |null|  \n"
    )
    paper = read(text).papers[0]
    assert (paper.authors, paper.arxiv_id) == (("First Author et.al.",), "2606.00001")
