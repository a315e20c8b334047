"""The reference dialect: the forms that the head of a paper takes."""

import datetime
from typing import Any

import attrs
import pytest

from paperdigest import Digest, Paper, diagnose, serialize_digest
from tests.dialects import filled, read

URL = "https://example.org/a"
NEW = "https://example.org/new"


def _digest(head: str) -> Digest:
    return read(f"## Daily Papers (2024-08-26)\n\n{head}\n\nVote: 3\n\n- **Idea**: Small.\n")


def _paper(head: str) -> Paper:
    (paper,) = _digest(head).papers
    assert (paper.votes, len(paper.sections)) == (3, 1)
    return paper


FORMS = [
    f"### [A]({URL})",
    f"### [A](<{URL}>)",
    f'### [A]({URL} "title")',
    f"### [A]({URL} 'title')",
    f"### [A](<{URL}> (title))",
    f"### [A](  {URL}  )",
    f"### [A]({URL}) ###",
    f"###   [A]({URL})   #  ",
    f" ### [A]({URL})",
    f"  ### [A]({URL})",
    f"   ### [A]({URL})",
    f"### 2.1 [A]({URL})",
    f"### 12) [A]({URL})",
    f"### 📄 [A]({URL})",
    f"### **[A]({URL})**",
    f"### 3. **[A]({URL})** #",
]


@pytest.mark.parametrize("head", FORMS)
def test_a_head_in_any_form_of_commonmark(head: str) -> None:
    """The title and the link are read, and an edit keeps what is around them."""
    digest = _digest(head)
    (paper,) = digest.papers
    assert (paper.title, paper.url) == ("A", URL)
    assert {found.code for found in diagnose(digest)} <= {"no-authors"}
    changes: list[dict[str, Any]] = [{"url": NEW}, {"title": "New"}, {"url": NEW, "title": "New"}]
    for change in changes:
        changed = attrs.evolve(digest, papers=[attrs.evolve(paper, **change)])
        written = head.replace(URL, change.get("url", URL)).replace(
            "[A]", f"[{change.get('title', 'A')}]"
        )
        assert serialize_digest(changed) == serialize_digest(digest).replace(head, written)


@pytest.mark.parametrize("head", FORMS)
def test_a_form_that_is_one_paper_s_own_is_not_repeated(head: str) -> None:
    """A paper that is added has no number and no link title of another one."""
    digest = _digest(head)
    written = serialize_digest(attrs.evolve(digest, papers=[*digest.papers, Paper("New", NEW)]))
    assert written.startswith(serialize_digest(digest))
    added = written[len(serialize_digest(digest)) :]
    assert not {"title", "2.1", "12)", "3."} & set(
        added.replace('"', " ").replace("'", " ").split()
    )


@pytest.mark.parametrize(
    ("url", "read_as"),
    [
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/a_(b_(c_(d)))", "https://example.org/a_(b_(c_(d)))"),
        (r"https://example.org/a_\(b", r"https://example.org/a_\(b"),
        ("<https://example.org/a_(b>", "https://example.org/a_(b"),
    ],
)
def test_parentheses_in_a_url(url: str, read_as: str) -> None:
    """Parentheses in a URL are balanced or escaped, but for one in angle brackets."""
    assert _paper(f"### [A]({url})").url == read_as


@pytest.mark.parametrize(
    "behind",
    [" [pdf](b) [code](c)", ", [pdf](b), [code](c)", " | [[pdf](b)] | [[code](c)]", " ([pdf](b)) · ([code](c))"],
)  # fmt: skip
def test_links_behind_the_main_one(behind: str) -> None:
    """Links after the main one are links of the paper, and each is edited in its place."""
    digest = _digest(f"### [A]({URL}){behind}")
    (paper,) = digest.papers
    assert (paper.title, paper.url) == ("A", URL)
    assert filled(paper)["links"] == [("pdf", "b"), ("code", "c")]
    first = attrs.evolve(paper.links[0], url="new")
    changed = attrs.evolve(paper, links=[first, paper.links[1]])
    written = serialize_digest(attrs.evolve(digest, papers=[changed]))
    assert written == serialize_digest(digest).replace("(b)", "(new)")


@pytest.mark.parametrize("dash", [" - ", " – ", " — "])
@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Ada Lovelace, Alan M. Turing", ["Ada Lovelace", "Alan M. Turing"]),
        ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("Émilie O'Neil-Byron et al.", ["Émilie O'Neil-Byron et al."]),
    ],
)
def test_names_behind_the_link(dash: str, names: str, authors: list[str]) -> None:
    """Names after a dash are the authors, and are edited where they are."""
    digest = _digest(f"### 2.1 [A]({URL}){dash}{names}")
    (paper,) = digest.papers
    assert list(paper.authors) == authors
    changed = attrs.evolve(digest, papers=[attrs.evolve(paper, authors=["Grace Hopper"])])
    assert serialize_digest(changed) == serialize_digest(digest).replace(names, "Grace Hopper")


@pytest.mark.parametrize(
    "behind", [" - worth reading", " - Oral", " and more", "!", " - see [b", " (2024)"]
)
def test_other_words_behind_the_link_are_told(behind: str) -> None:
    """What is neither a link nor names stays, and a diagnostic shows it."""
    digest = _digest(f"### [A]({URL}){behind}")
    (paper,) = digest.papers
    assert (paper.title, paper.url, paper.authors, paper.links) == ("A", URL, (), ())
    assert {"stray-text", "unclosed-link"} & {found.code for found in diagnose(digest)}


@pytest.mark.parametrize(
    "line", ["[a](b) [c](d)", "[a](b) | [c](d)", "[[a](b)] [c](d)", "[a](b), [c](d)"]
)
def test_several_links_in_a_line(line: str) -> None:
    """A line of links gives all of them."""
    (paper,) = read(f"## Daily Papers (2024-08-26)\n\n### [A]({URL})\n\n{line}\n").papers
    links = [("a", "b"), ("c", "d")] if line[1] != "[" else []
    assert [(link.label, link.url) for link in paper.links] == links


def test_a_heading_without_link_loses_its_closing_marks() -> None:
    """The marks that close a heading are no part of its title."""
    assert _paper("### A # B ##").title == "A # B"
    assert _paper("### A#").title == "A#"


@pytest.mark.parametrize(
    "line",
    [
        "<iframe src='https://example.org/x.mp4'></iframe>",
        '<iframe width="560" src="https://example.org/x.mp4" allowfullscreen></iframe>',
        "<div><iframe src='https://example.org/x.mp4'></iframe></div>",
        '<video src="https://example.org/x.mp4"></video>',
    ],
)
def test_a_frame_is_a_video(line: str) -> None:
    """A frame within the page shows a video, as a video's own tag does."""
    (paper,) = read(f"## Daily Papers (2024-08-26)\n\n### [A]({URL})\n\n{line}\n").papers
    assert [(item.kind, item.url) for item in paper.media] == [
        ("video", "https://example.org/x.mp4")
    ]


def test_a_heading_of_the_first_level() -> None:
    """A heading of any words with a date gives title and date at the first level too."""
    text = (
        "# Rivers of the day (2024-11-07)\n\nWhat we read.\n\n"
        "### [Bees Count to Four](https://arxiv.org/abs/2411.00001)\n\nVote: 48\n\nAuthors: Ada Byron\n"
    )
    digest = read(text, "daily-papers")
    assert (digest.title, str(digest.date)) == ("Rivers of the day", "2024-11-07")
    assert [paper.votes for paper in digest.papers] == [48]


@pytest.mark.parametrize(
    ("heading", "title", "edited"),
    [
        ("## Daily Papers (2024-08-26) 🎉", "Daily Papers", "## Daily Papers (2024-09-01) 🎉"),
        ("## Daily Papers (2024-08-26)!", "Daily Papers", "## Daily Papers (2024-09-01)!"),
        (
            "## Daily Papers (2024-08-26) [up](#a)",
            "Daily Papers",
            "## Daily Papers (2024-09-01) [up](#a)",
        ),
        ("## Daily Papers: 2024-08-26", "Daily Papers", "## Daily Papers: 2024-09-01"),
        ("## Daily Papers – Aug 26, 2024", "Daily Papers", "## Daily Papers – Sep 1, 2024"),
        ("# What I Read (2024-08-26) 🎉", "What I Read", "# What I Read (2024-09-01) 🎉"),
        ("# Daily Papers, 2024-08-26", "Daily Papers", "# Daily Papers, 2024-09-01"),
        ("## Daily Papers, August 26, 2024", "Daily Papers", "## Daily Papers, September 1, 2024"),
        ("## Daily Papers of 2024-08-26", "Daily Papers", "## Daily Papers of 2024-09-01"),
        ("# 2024-08-26", None, "# 2024-09-01"),
        ("## August 26, 2024", None, "## September 1, 2024"),
    ],
)
def test_headings_of_digests(heading: str, title: str | None, edited: str) -> None:
    """A date needs no brackets behind the usual title, or alone; signs may follow it."""
    text = f"{heading}\n\n### [A]({URL})\n\nVote: 3\n"
    digest = read(text, "daily-papers")
    assert (digest.title, digest.date) == (title, datetime.date(2024, 8, 26))
    new = digest.replace(date=datetime.date(2024, 9, 1))
    assert serialize_digest(new) == text.replace(heading, edited)
