"""What repeats in a text of an unknown layout, over many layouts."""

from collections.abc import Iterable

import pytest

from paperdigest import Digest, Paper, detect_dialect, parse_digest, serialize_digest
from tests import laws
from tests.units.layouts import LAYOUTS, Layout


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_papers_of_a_layout(layout: Layout) -> None:
    """The papers of each layout are found, as a guess, and all laws of texts and values hold."""
    digest = laws.check_text(layout.text)
    assert tuple(paper.title for paper in digest.papers) == layout.titles
    found = detect_dialect(layout.text)
    assert not found.certain
    assert found.score > 0
    for law in laws.OF_VALUES:
        law(digest)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_edits_of_a_layout(layout: Layout) -> None:
    """Any edit of a layout is faithful, by its rules and by those found anew, or refused."""
    digest = parse_digest(layout.text)
    assert digest.dialect is not None
    first, *rest = digest.papers
    edits: list[Digest] = [
        digest.replace(papers=[first.replace(title="Dropout, again"), *rest]),
        digest.replace(papers=[first.replace(votes=7), *rest]),
        digest.replace(papers=[*rest, first]),
        digest.replace(papers=rest),
        digest.insert(1, Paper("Dropout", "https://arxiv.org/abs/1207.0580")),
    ]
    for edited in edits:
        laws.check_edit(layout.text, digest, edited, digest.dialect)


@pytest.mark.parametrize("below", ["\n## Others\n\n", "\nOthers\n------\n\n"])
@pytest.mark.parametrize(
    "lines", ["- [{title}]({url})\n", "| [{title}]({url}) | 2024 |\n"], ids=["items", "rows"]
)
def test_papers_above_the_first_heading(lines: str, below: str) -> None:
    """A heading below papers is that of a group, and no paper is lost."""
    papers = [
        lines.format(title=f"A Study of Rivers {at}", url=f"https://arxiv.org/abs/2401.0000{at}")
        for at in range(8)
    ]
    head = "| Paper | Year |\n|---|---|\n" if lines.startswith("|") else ""
    text = f"{head}{''.join(papers[:4])}{below}{head}{''.join(papers[4:])}"
    digest = parse_digest(text)
    assert digest.title is None
    assert [paper.category for paper in digest.papers] == [None] * 4 + ["Others"] * 4
    assert len(parse_digest(f"{head}{''.join(papers)}{below}Words.\n").papers) == 8
    assert serialize_digest(digest) == text


_URL = "https://arxiv.org/abs/2401.00001"
_TITLES = ("Bees Count to Four in the Dark", "Ants Avoid Corners", "Owls Remember Old Songs")


def _listed(entry: str, titles: Iterable[str] = _TITLES) -> str:
    """Write an entry for each title."""
    return "".join(entry.format(title=title, url=_URL, n=at) for at, title in enumerate(titles))


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (_listed("## [{title}]({url})\n\nThey do.\n\n"), None),
        (_listed("- Slow water\n  - [{title}]({url})\n"), "Slow water"),
        (
            _listed("## 📄 {title}\n\n**Paper:** {url}\n**Authors:** Ada Byron, Carl Gauss\n\n")
            + "## Star History\n\n[![Chart](https://example.org/c.svg)](https://example.org)\n",
            None,
        ),
        (
            "## Citations\n\nCite us.\n\n## Contents\n\n* [Rivers](#rivers)\n\n### Rivers ([back](#contents))\n\n"
            + _listed("- [{title}]({url})\n"),
            "Rivers",
        ),
        (
            "## Contents\n\n* [Rivers](#rivers)\n\n## [Rivers](#contents)\n\n" + _listed("- [{title}]({url})\n"),
            "Rivers",
        ),
        (
            "## key\n\n> Byron, Ada, and Carl Gauss. “Bees Count to Four in the Dark.” *Hives* 63, no. 9 (2023). "
            f"[{_URL}]({_URL}).\n\n"
            + _listed("## key\n\n**Title**:: {title}\n**Authors**:: Ada Byron\n**Link**:: [DOI]({url})\n\n"),
            "key",
        ),
    ],
    ids=["the level of the title", "one below each item", "a chapter", "the contents", "links to the contents", "a citation"],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["#", "##"])
def test_what_is_around_papers(text: str, category: str | None, mark: str) -> None:
    """Lines above, below and between papers that look like them are not papers themselves."""
    digest = parse_digest(f"{mark} Nests\n\n{text}")
    assert digest.title == "Nests"
    assert [paper.title for paper in digest.papers] == list(_TITLES)
    assert {paper.category for paper in digest.papers} == {category}


def test_items_that_all_hint_at_papers() -> None:
    """If each item has a link to a paper or a venue, those without a link are papers too."""
    items = _listed("- {title}. Hives 2024. [[pdf]({url})]\n")
    others = _listed("- {title}. Hives 2023.\n", (f"{title}, Again" for title in _TITLES))
    assert len(parse_digest(f"# Nests\n\n{items}{others}").papers) == 6
    assert len(parse_digest(f"# Nests\n\n{items}- A map\n- A tool\n- A film\n").papers) == 3


def test_the_first_of_numbered_headings() -> None:
    """A numbered heading is a paper like those below it, even without a link to a publisher."""
    papers = "".join(
        f"### {at}. [{title}]({_URL if at else 'https://lab.example'}) (Lab)\n\nThey do.\n\n"
        for at, title in enumerate(_TITLES + _TITLES)
    )
    assert len(parse_digest(f"# Nests\n\n{papers}").papers) == 6


@pytest.mark.parametrize(("opening", "closing"), [("```", "```"), ("<!--", "-->")])
def test_a_table_in_code_or_a_comment_holds_no_papers(opening: str, closing: str) -> None:
    """Nothing is found in code and comments, since papers there are not parsed."""
    row = "| A Study of Rivers | Ada Byron | https://arxiv.org/abs/2408.12637 |\n"
    table = f"| Title | Authors | Link |\n|---|---|---|\n{row * 3}"
    text = f"# Readme\n\nwords\n\n{opening}\n{table}{closing}\n"
    found = detect_dialect(text)
    assert not parse_digest(text).papers
    assert (found.score, found.reasons) == (0.0, ())


def test_restructured_text_in_code_is_an_example() -> None:
    """A text in markdown has its papers, whatever language its code is in."""
    items = "".join(f"- **A Study of Rivers {n}**, Ada Byron, Carl Gauss\n" for n in range(3))
    code = "\n```\n.. note:: a\n\n.. image:: b\n\n.. code:: c\n```\n"
    assert len(parse_digest(f"# List\n\n{items}{code}").papers) == 3


def test_tables_win_over_headings_above_them() -> None:
    """If most headings have rows below, the reason counts the rows."""
    row = "| [A Study of Rivers {n}](https://arxiv.org/abs/2408.1{n:04}) | ICML |\n"
    chapters = "".join(
        f"## A Short History of Rivers {at}\n\n| Title | Venue |\n|---|---|\n"
        + "".join(row.format(n=9 * at + n) for n in range(9))
        + "\n"
        for at in range(4)
    )
    (reason,) = detect_dialect(f"# List\n\n{chapters}").reasons
    assert "36 papers in rows" in reason


def test_too_many_headers_are_told() -> None:
    """In a text with hundreds of headers, the rows below the last ones are left out and counted."""
    text = "".join(
        f"| Title {n} | Link |\n|---|---|\n| A Study of Rivers | https://arxiv.org/abs/2408.1{n:04} |\n\n"
        for n in range(260)
    )
    (reason,) = detect_dialect(text).reasons
    assert "256 papers in rows" in reason
    assert reason.endswith("leaves out 4 rows below too many other headers")


def test_titles_alone_are_a_weak_sign() -> None:
    """Linked titles on a page that speaks of papers are parsed, with a low score above 0."""
    titles = (
        "How Bees Count to Four",
        "Why Most Ants Avoid Corners",
        "What Old Wasps Still Remember",
    )
    items = "".join(f"- [{title}](notes/{n}.md)\n" for n, title in enumerate(titles))
    text = f"# Papers that I read\n\n{items}"
    found = detect_dialect(text)
    assert [paper.title for paper in parse_digest(text).papers] == list(titles)
    assert 0 < found.score < 0.5
