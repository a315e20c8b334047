"""From a value to its piece of text: which form it is written in."""

import datetime

import pytest

from paperdigest import (
    Dialect,
    DialectName,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    parse_digest,
    serialize_digest,
)

URL = "http://arxiv.org/abs/2606.00001"


def built(paper: Paper, dialect: Dialect | DialectName = "daily-papers") -> str:
    """Write a digest of one paper, and hold it against what is read back."""
    digest = Digest(papers=[paper])
    written = serialize_digest(digest, dialect=dialect)
    assert parse_digest(written, dialect=dialect) == digest
    return written


def test_every_value_of_a_paper_has_its_line() -> None:
    """The reference dialect writes the values of a paper in its order, whatever they are."""
    paper = Paper(
        "A",
        "https://a.org",
        0,
        authors=["B", "C"],
        category="cs.CL",
        media=[Media("video", "/v.mp4"), Media("image", "/i.png", "alt")],
        sections=[Section("L", "one."), Section(None, "two."), Section("M", "")],
        fields=[Field("Venue", "x"), Field("Place", "9")],
        links=[Link("Code", "https://c.org"), Link("", "https://d.org")],
    )
    assert built(paper) == (
        "### [A](https://a.org)\n\n[Watch Video](/v.mp4)\n\n![alt](/i.png)\n\nVote: 0\n\n"
        "Authors: B, C\n\nCategory: cs.CL\n\nVenue: x\nPlace: 9\n\n"
        "[Code](https://c.org)\n[](https://d.org)\n\n- **L**: one.\n- two.\n- **M**: \n"
    )


def test_markup_stands_in_every_paper() -> None:
    """What belongs to a paper and means nothing is written each time; labels keep their order."""
    paper = Paper(
        "A",
        "https://a.org",
        authors=["B", "C"],
        category="cs.CL",
        sections=[Section("TL;DR", "s"), Section("Method", "m"), Section("Result", "r")],
    )
    assert built(paper, "daily-arxiv") == (
        "<div id='cs.CL'></div>\n\n# cs.CL [[Back]](#toc)\n\n\n"
        "### [1] [A](https://a.org)\n*B,C*\n\nMain category: cs.CL\n\nTL;DR: s\n\n\n"
        "<details>\n  <summary>Details</summary>\nMethod: m\n\nResult: r\n\n</details>\n"
    )


def test_an_identifier_is_written_where_it_is_known() -> None:
    """The copy of an identifier is where the link tells it, and not where it does not."""
    known = Paper("A", "https://arxiv.org/abs/2408.12637", authors=["B"])
    assert built(known, "gpt-paper-assistant") == (
        '## 0. [A](https://arxiv.org/abs/2408.12637) <a id="link0"></a>\n'
        "**ArXiv ID:** 2408.12637\n**Authors:** B\n"
    )
    assert built(Paper("A", "https://a.org"), "gpt-paper-assistant") == (
        '## 0. [A](https://a.org) <a id="link0"></a>\n'
    )


def test_a_row_of_a_table_has_a_cell_for_each_value() -> None:
    """A row shows the identifier of the link, or else the link, and what its cells hold."""
    paper = Paper("A", URL, category="V", authors=["B, C"], published=datetime.date(2026, 6, 28))
    assert built(paper, "cv-arxiv-daily").splitlines()[-1] == (
        f"|**2026-06-28**|**A**|B, C|[2606.00001]({URL})|null|"
    )
    links = [Link("code", "https://c.org"), Link("", "https://d.org")]
    paper = Paper("A", "https://a.org", category="V", links=links)
    assert built(paper, "cv-arxiv-daily").splitlines()[-1] == (
        "||**A**||[https://a.org](https://a.org)|**[code](https://c.org)** **[](https://d.org)**|"
    )


@pytest.mark.parametrize(
    ("paper", "cells"),
    [
        (Paper("A", "https://a.org"), "**A** | [Paper](https://a.org) |"),
        (Paper("A"), "**A** |  |"),
        (
            Paper("A", "https://a.org", links=[Link("Code", "https://a.org")]),
            "**A** | [Code](https://a.org) |",
        ),
        (
            Paper("A", "https://a.org", links=[Link("Code", "https://c.org")]),
            "**A** | [Paper](https://a.org), [Code](https://c.org) |",
        ),
        (
            Paper("A", "https://a.org", sections=[Section(None, "one.")]),
            "**A** - one. | [Paper](https://a.org) |",
        ),
        (
            Paper("A", "https://a.org", sections=[Section(None, "one."), Section("L", "two.")]),
            "**A** - one. <br>● L: two. | [Paper](https://a.org) |",
        ),
        (
            Paper("A", "https://a.org", sections=[Section("L", "one."), Section(None, "two.")]),
            "**A** - <br>● L: one. <br>● two. | [Paper](https://a.org) |",
        ),
    ],
)
def test_the_cells_of_a_week(paper: Paper, cells: str) -> None:
    """The main link is first unless another link tells it; labelled prose is in points."""
    assert built(paper, "papers-of-the-week").splitlines()[-1] == f"| 1) {cells}"


def test_the_form_that_holds_most_is_taken() -> None:
    """Of several heads the one that holds most values is written, of equal ones the first."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "# {title}"),
            Rule("paper", "## {title} ({votes}) in {category}"),
            Rule("paper", "### {title} ({votes})"),
            Rule("paper", "#### {title} by {authors}", separator="; "),
            Rule("paper", "##### {title} [{votes}]"),
        ],
    )
    assert built(Paper("A"), dialect) == "# A\n"
    assert built(Paper("A", votes=0), dialect) == "### A (0)\n"
    assert built(Paper("A", votes=3, category="x"), dialect) == "## A (3) in x\n"
    assert built(Paper("A", authors=["B, C", "D"]), dialect) == "#### A by B, C; D\n"


def test_a_section_is_written_by_its_label() -> None:
    """A rule for one label writes no other, and text alone has a form without a label."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "# {title}"),
            Rule("section", "Summary: {text?}", label="Summary"),
            Rule("section", "Aim: {text?}", label="Aim"),
            Rule("section", "* {label}: {text?}"),
            Rule("section", "- {text?}"),
        ],
    )
    sections = [
        Section("Aim", "a"),
        Section("Other", "o"),
        Section(None, "t"),
        Section("Summary", "s"),
    ]
    assert built(Paper("A", sections=sections), dialect) == (
        "# A\nAim: a\n* Other: o\n- t\nSummary: s\n"
    )


def test_a_new_paper_has_the_blank_lines_of_the_text() -> None:
    """Blank lines before a piece and between pieces of a kind are those of the text."""
    text = (
        "## Daily Papers\n\n### [A](https://a.org)\nVote: 1\n![](/a.png)\n\n[Watch Video](/a.mp4)\n"
        "\n\nVenue: x\n\nPlace: 9\n- *L*: one\n\n- two\n"
    )
    digest = parse_digest(text)
    new = Paper(
        "N",
        "https://n.org",
        2,
        media=[Media("image", "/n.png"), Media("video", "/n.mp4")],
        fields=[Field("A", "b"), Field("C", "d")],
        sections=[Section("M", "three"), Section(None, "four")],
    )
    written = serialize_digest(digest.insert(1, new))
    assert parse_digest(written) == digest.insert(1, new)
    assert written.removeprefix(text) == (
        "\n### [N](https://n.org)\n![](/n.png)\n\n[Watch Video](/n.mp4)\nVote: 2\n"
        "\n\nA: b\n\nC: d\n- *M*: three\n"
        "\n- four\n"
    )


def test_a_date_is_left_out_of_a_paper() -> None:
    """A dialect without headings writes its papers alone."""
    dialect = Dialect("notes", [Rule("paper", "# {title}")])
    digest = Digest("T", datetime.date(2024, 1, 2), papers=[Paper("A")])
    assert serialize_digest(digest, dialect=dialect, lossy=True) == "# A\n"


def test_a_value_is_written_once() -> None:
    """Where several rules have a form for a value, the first one writes it."""
    rules = [Rule("paper", "# {title}"), Rule("votes", "+{votes}"), Rule("votes", "Votes: {votes}")]
    digest = Digest(papers=[Paper("A", votes=3)])
    assert serialize_digest(digest, dialect=Dialect("notes", rules)) == "# A\n+3\n"


def test_a_form_that_lacks_a_value_is_passed_over() -> None:
    """A value is written by the first template whose names all have values."""
    pattern = r"(?:(?P<label>[A-Z]\w+): |On )(?P<published>[0-9-]+)$"
    dated = Rule("published", ("{label}: {published}", "On {published}"), pattern=pattern)
    dialect = Dialect("x", [Rule("paper", "# {title}"), dated])
    digest = parse_digest("# A\n", dialect=dialect)
    changed = digest.replace_paper(digest.papers[0], published=datetime.date(2024, 3, 1))
    assert "On 2024-03-01" in serialize_digest(changed)
