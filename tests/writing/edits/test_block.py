"""One paper's block after an edit: what changes in it, to the letter."""

from typing import Any

import attrs
import pytest

from paperdigest import (
    Cell,
    Dialect,
    Digest,
    DigestWriteError,
    Field,
    Link,
    Media,
    Rule,
    Section,
    parse_digest,
    serialize_digest,
)
from paperdigest._parsing.pieces import pieces
from tests.samples import EXAMPLES

PLAIN = """\
## Daily Papers

### A

Venue: x

- a
- **L**: b
"""
SCORED = """\
# Personalized Daily Arxiv Papers 2025-11-05

## 7. [A](https://a.org) <a id="link7"></a>
**Authors:** X

**Relevance:** 3

## 8. B <a id="link8"></a>
"""
GROUPED = """\
# cs.CL [[Back]](#toc)


### [4] [A](https://a.org)
*Ada Lovelace,Alan Turing*

Main category: cs.CL

TL;DR: S.


<details>
  <summary>Details</summary>
Motivation: M.

Result: R.

</details>
"""


def edit(text: str, index: int = 0, /, dialect: Dialect | None = None, **changes: Any) -> str:
    """Write a text again with one paper changed."""
    digest = parse_digest(text, dialect=dialect)
    edited = digest.replace_paper(digest.papers[index], **changes)
    written = serialize_digest(edited)
    assert parse_digest(written, dialect=digest.dialect) == edited
    return written


@pytest.mark.parametrize(
    ("line", "separator", "names", "written"),
    [
        ("X; Y; Z", "; ", ["X", "Z"], "X; Z"),
        ("X; Y; Z", "; ", ["X", "W", "Z"], "X; W; Z"),
        ("X;Y;  Z", ";", ["X", "Y", "Z", "W"], "X;Y;  Z;W"),
        ("X  ;  Y", ";", ["X", "Y", "Z"], "X  ;  Y  ;  Z"),
        ("X", "; ", ["X", "W"], "X; W"),
        ("X", "; ", ["W"], "W"),
        ("X and Y", (" and ", ", "), ["X", "Y", "Z"], "X and Y and Z"),
        ("X, Y", (" and ", ", "), ["X", "Y", "Z"], "X, Y, Z"),
        ("X", (" and ", ", "), ["X", "Z"], "X and Z"),
        ("X, , Y", ", ", ["X", "Z"], "X, , Z"),
        ("  X ; Y", ";", ["Y", "X"], "  Y ; X"),
        ("['X', 'Y']", ", ", ["X", "Z"], "['X', 'Z']"),
        ("['X']", ", ", ["X", "Z"], "['X', 'Z']"),
        ("['X']", "; ", ["X", "Z"], "['X', 'Z']"),
        ("[\"X\",'Y']", ", ", ["X", "Y", "Z"], "[\"X\",'Y','Z']"),
        ("[\"X\", 'Y']", ", ", ["Y", "X"], "['Y', \"X\"]"),
        ("['X', 'Y']", ", ", ["Y"], "['Y']"),
        ("['X']", ", ", ["Y, Jr."], "['Y, Jr.']"),
        ("X, Y", ", ", ["X", "Y, Jr."], "['X', 'Y, Jr.']"),
        ("X; Y", "; ", ["X", "Y; Z"], "['X', 'Y; Z']"),
        ("X", "; ", ["X", "A, B"], "X; A, B"),
        ("X, Y", None, ["Y, Z"], "Y, Z"),
        ('["X"]', "; ", ["X", "Z"], "[\"X\", 'Z']"),
        ("[]", ", ", ["X"], "['X']"),
    ],
)
def test_authors_change_in_their_line(
    line: str, separator: str | None, names: list[str], written: str
) -> None:
    """Names that stay keep their quotes, new ones get them in a list; the separator is the line's."""
    dialect = Dialect(
        "notes", [Rule("paper", "# {title}"), Rule("authors", "by {authors}", separator=separator)]
    )
    assert edit(f"# A\nby {line}\n", dialect=dialect, authors=names) == f"# A\nby {written}\n"


@pytest.mark.parametrize(
    ("head", "changes", "written"),
    [
        ("### C", {"url": "https://c.org"}, "### [C](https://c.org)"),
        ("### C", {"url": "https://c.org", "title": "D"}, "### [D](https://c.org)"),
        ("### C", {"title": "D"}, "### D"),
        ("###  C  ", {"title": "D"}, "###  D  "),
        ("### [B](https://b.org)", {"url": None}, "### B"),
        ("### [B](https://b.org)  ", {"url": None}, "### B  "),
        ("###  [B](https://b.org)", {"url": None, "title": "D"}, "###  D"),
        ("### [B]( https://b.org )", {"url": "https://c.org"}, "### [B]( https://c.org )"),
        ("### [B]( https://b.org )", {"url": None}, "### B"),
        ("### [B](https://b.org)", {"title": ""}, "### [](https://b.org)"),
    ],
)
def test_a_heading_changes_where_it_can(head: str, changes: dict[str, Any], written: str) -> None:
    """Title and link change in the heading; a link that goes leaves its text."""
    text = f"## Daily Papers\n\n{head}\n\nVote: 3\n\n### E\n"
    assert edit(text, **changes) == text.replace(head, written)


@pytest.mark.parametrize(
    ("index", "changes", "old", "new"),
    [
        (0, {"url": None}, "[A](https://a.org)", "A"),
        (0, {"url": "https://x.org"}, "https://a.org", "https://x.org"),
        (0, {"title": "[x] y"}, "[A]", "[[x] y]"),
        (1, {"url": "https://b.org"}, "8. B", "8. [B](https://b.org)"),
        (1, {"authors": ["Q"]}, '"link8"></a>', '"link8"></a>\n**Authors:** Q'),
        (0, {"fields": [Field("Relevance", "9")]}, "Relevance:** 3", "Relevance:** 9"),
        (0, {"fields": [Field("Novelty", "3")]}, "Relevance:** 3", "Novelty:** 3"),
        (0, {"sections": [Section("Abstract", "T.")]}, "** X", "** X\n\n**Abstract:** T."),
        (0, {"sections": [Section("Aim", "T.")]}, "** X", "** X\n\n**Aim:** T."),
    ],
)
def test_a_scored_paper_changes_in_place(
    index: int, changes: dict[str, Any], old: str, new: str
) -> None:
    """The number and the anchor of a heading stay, and a new piece is where its kind does."""
    assert edit(SCORED, index, **changes) == SCORED.replace(old, new)


def test_a_heading_written_anew_keeps_its_number() -> None:
    """Where a link that goes cannot just leave its text, the heading is rewritten as numbered."""
    text = GROUPED.replace("](https://a.org)", "](https://a.org)  ")
    written = edit(text, url=None)
    assert written == text.replace("[A](https://a.org)", "A")
    dialect = Dialect(
        "notes",
        [
            Rule(
                "paper",
                "{n}: <{url}> {title}",
                pattern=r"(?P<n>\d+): <(?P<url>\S+)> (?P<title>.+)$",
            ),
            Rule("paper", "{n}. {title}", pattern=r"(?P<n>\d+)\. (?P<title>.+)$"),
        ],
    )
    text = "7: <https://a.org> A\n"
    assert edit(text, dialect=dialect, url=None) == "7. A\n"
    assert edit(text, dialect=dialect, url="https://b.org", title="B") == "7: <https://b.org> B\n"
    assert edit("7. A\n", dialect=dialect, url="https://b.org") == "7: <https://b.org> A\n"


OWN_LINK = Dialect(
    "own",
    [
        Rule("digest", "# {title}"),
        Rule(
            "paper",
            ("## {title} [{votes}] ({category})", "## {title} [{votes}]", "## [{title}]({url})", "## {title}"),
            before=1,
        ),
        Rule("link", "Link: <{url}>", main=True),
        Rule("category", "Field: {category}"),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "changes", "written"),
    [
        ("## A\nLink: <a>\n", {"votes": 3, "url": "b"}, "## A [3]\nLink: <b>\n"),
        ("## A\nLink: <a>\n", {"votes": 3, "url": None}, "## A [3]\n"),
        ("## [A](a)\n", {"votes": 3}, "## A [3]\nLink: <a>\n"),
        ("## A [3] (x)\n", {"votes": None}, "## A\nField: x\n"),
    ],
    ids=["another link", "no link", "a link that moves", "a category that moves"],
)
def test_what_a_heading_written_anew_has_no_place_for(
    text: str, changes: dict[str, Any], written: str
) -> None:
    """A value that the new form of a heading does not hold goes to a line of its own."""
    assert edit(text, dialect=OWN_LINK, **changes) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Vote:", "Vote: 5"),
        ("Votes:-", "Votes: 5"),
        ("Vote: 3", "Vote: 5"),
        ("Vote:  3 ", "Vote:  5 "),
        ("Vote:3", "Vote: 5"),
    ],
)
def test_votes_stand_a_space_behind_their_label(line: str, written: str) -> None:
    """A number is put where the old one was, after a space where there was none."""
    text = f"## Daily Papers\n\n### A\n\n{line}\n"
    assert edit(text, votes=5) == text.replace(line, written)


def test_a_value_stands_without_a_space_where_the_dialect_has_none() -> None:
    """A space is put after a colon alone."""
    dialect = Dialect(
        "notes",
        [Rule("paper", "# {title}"), Rule("votes", "+{votes}"), Rule("category", "in {category}")],
    )
    text = "# A\n+3\nin x\n"
    assert edit(text, dialect=dialect, votes=4, category="y") == "# A\n+4\nin y\n"
    assert edit(text, dialect=dialect, votes=None) == "# A\nin x\n"
    assert edit("# A\nin x\n", dialect=dialect, votes=0) == "# A\n+0\nin x\n"
    assert edit("# A\n+3\n", dialect=dialect, category="y") == "# A\n+3\nin y\n"
    assert edit(text, dialect=dialect, category=None) == "# A\n+3\n"


@pytest.mark.parametrize(
    ("line", "changes", "written"),
    [
        ("- **L**:", {"text": "new"}, "- **L**: new"),
        ("- **L**: ", {"text": "new"}, "- **L**: new"),
        ("- **L**:x", {"text": "new"}, "- **L**:new"),
        ("- **L**: x", {"text": ""}, "- **L**: "),
        ("-", {"text": "new"}, "- new"),
        ("- **L**:", {"label": "M"}, "- **M**:"),
        ("- **L**:x", {"label": "M"}, "- **M**:x"),
        ("-   x", {"label": "M"}, "- **M**: x"),
        ("- *L*:  x", {"label": "M", "text": "new"}, "- *M*:  new"),
    ],
)
def test_a_section_changes_in_its_line(line: str, changes: dict[str, Any], written: str) -> None:
    """Text is put where the old one was, after a space where nothing parts it from its mark."""
    text = f"## Daily Papers\n\n### A\n\n{line}\n"
    (section,) = parse_digest(text).papers[0].sections
    assert edit(text, sections=[attrs.evolve(section, **changes)]) == text.replace(line, written)


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"fields": [Field("Place", "x")]}, "Venue: x", "Place: x"),
        ({"fields": [Field("Venue", "y"), Field("Z", "w")]}, "Venue: x", "Venue: y\nZ: w"),
        ({"fields": [Field("Z", "w"), Field("Venue", "x")]}, "Venue: x", "Z: w\nVenue: x"),
        ({"fields": []}, "\n\nVenue: x", ""),
        ({"votes": 0}, "### A", "### A\n\nVote: 0"),
        ({"votes": 1, "authors": ["M"]}, "### A", "### A\n\nVote: 1\n\nAuthors: M"),
        ({"category": "q"}, "### A", "### A\n\nCategory: q"),
        ({"media": [Media("image", "/x.png")]}, "### A", "### A\n\n![](/x.png)"),
        (
            {"media": [Media("video", "/x.mp4"), Media("image", "/x.png")], "votes": 2},
            "### A",
            "### A\n\n[Watch Video](/x.mp4)\n\n![](/x.png)\n\nVote: 2",
        ),
        ({"url": "https://a.org", "links": [Link("C", "https://c.org")]},
            "### A\n\nVenue: x", "### [A](https://a.org)\n\nVenue: x\n\n[C](https://c.org)"),
        ({"sections": []}, "\n\n- a\n- **L**: b", ""),
    ],
)  # fmt: skip
def test_what_comes_and_goes_stands_where_its_kind_does(
    changes: dict[str, Any], old: str, new: str
) -> None:
    """A new piece is after what the dialect writes before it; one that goes leaves no gap."""
    assert edit(PLAIN, **changes) == PLAIN.replace(old, new)


def test_sections_keep_their_text_in_another_order() -> None:
    """Sections change places, come twice, or are two changes of the same one."""
    a, b = parse_digest(PLAIN).papers[0].sections
    lines = "- a\n- **L**: b"
    for sections, written in (
        ([b, Section("N", "z"), a], "- **L**: b\n- **N**: z\n- a"),
        ([a, a, b], "- a\n- a\n- **L**: b"),
        ([attrs.evolve(b, text="1"), attrs.evolve(b, text="2")], "- **L**: 1\n- **L**: 2"),
        ([b], "- **L**: b"),
        ([Section("L", "b"), Section(None, "a")], "- **L**: b\n- a"),
        ([Section(None, "c"), b], "- c\n- **L**: b"),
    ):
        assert edit(PLAIN, sections=sections) == PLAIN.replace(lines, written)


def test_a_section_of_another_paper_keeps_its_form() -> None:
    """A section that is put in from another text of the dialect is changed in its own form."""
    other = "## Daily Papers\n\n### B\n\n- c\n- ***M***:   d\n"
    odd = parse_digest(other).papers[0].sections[1]
    sections = parse_digest(PLAIN).papers[0].sections
    written = edit(PLAIN, sections=[odd, *sections])
    assert written == PLAIN.replace("- a\n", "- ***M***:   d\n- a\n")
    changed = edit(PLAIN, sections=[sections[0], attrs.evolve(odd, text="e"), sections[1]])
    assert changed == PLAIN.replace("- a\n", "- a\n- ***M***:   e\n")


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"authors": ["Ada Lovelace", "Alan Turing", "G"]}, "Turing", "Turing,G"),
        ({"authors": ["Alan Turing"]}, "Ada Lovelace,", ""),
        ({"authors": []}, "\n*Ada Lovelace,Alan Turing*", ""),
        ({"title": "B"}, "[A]", "[B]"),
        ({"url": None}, "[A](https://a.org)", "A"),
        ({"category": "cs.CV"}, "cs.CL", "cs.CV"),
    ],
)
def test_a_grouped_paper_changes_in_place(changes: dict[str, Any], old: str, new: str) -> None:
    """What is on a line of its own changes there, around what is beside it."""
    assert edit(GROUPED, **changes) == GROUPED.replace(old, new)


def test_a_value_that_stands_twice_changes_twice() -> None:
    """Votes that a text repeats are the same in both places after an edit."""
    text = "## Daily Papers\n\n### A\n\nVote: 3\n\nVote: 3\n\n- a\n"
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[0], votes=4))
    assert parse_digest(written).papers[0].votes == 4
    assert written == text.replace("Vote: 3", "Vote: 4")


def test_what_an_edit_cannot_hold_is_listed() -> None:
    """A link whose label would close it early is refused where it is."""
    digest = parse_digest("## Daily Papers\n\n### [A](https://a.org)\n\n[C](https://c.org)\n")
    edited = digest.replace_paper(digest.papers[0], links=[Link("C]", "https://c.org")])
    with pytest.raises(ValueError, match=r"papers\[0\]\.links\[0\]: Link\(label='C\]'"):
        serialize_digest(edited)
    assert serialize_digest(edited, lossy=True) == "## Daily Papers\n\n### [A](https://a.org)\n"


def test_media_that_stay_keep_their_form() -> None:
    """An image keeps the blanks in its own line when it is changed, or when others come and go."""
    odd = "![](/a.png)\n\n![old]( /b.png )"
    text = PLAIN.replace("Venue: x", odd)
    first, second = parse_digest(text).papers[0].media
    other = Media("video", "/c.mp4")
    for media, written in (
        ([first, attrs.evolve(second, alt="new")], odd.replace("old", "new")),
        ([second], "![old]( /b.png )"),
        ([second, first], "![old]( /b.png )\n\n![](/a.png)"),
        ([first, other, second], "![](/a.png)\n\n[Watch Video](/c.mp4)\n\n![old]( /b.png )"),
    ):
        assert edit(text, media=media) == text.replace(odd, written)


def test_a_section_of_another_paper_may_change_its_form() -> None:
    """A section from elsewhere that gets a label is rewritten in the style of its new place."""
    odd = parse_digest("## Daily Papers\n\n### B\n\n-   c\n").papers[0].sections[0]
    sections = parse_digest(PLAIN).papers[0].sections
    written = edit(PLAIN, sections=[*sections, attrs.evolve(odd, label="M")])
    assert written == PLAIN.replace("**L**: b\n", "**L**: b\n- **M**: c\n")


def test_a_line_stands_where_the_dialect_has_it() -> None:
    """A line that is put in has its blank line, and is before the divider."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "# {title}"),
            Rule("divider", "---"),
            Rule("category", "in {category}", before=1),
            Rule("votes", "+{votes}", before=1),
            Rule("link", "see {url} ({label})", before=1, between=0),
        ],
    )
    text = "# A\n\nin x\n\n---\n\n# B\n"
    assert edit(text, dialect=dialect, votes=3) == text.replace("in x", "in x\n\n+3")
    links = [Link("C", "/c"), Link("D", "/d")]
    written = edit(text, dialect=dialect, links=links)
    assert written == text.replace("in x", "in x\n\nsee /c (C)\nsee /d (D)")
    assert edit("# A\n\n---\n\n# B\n", dialect=dialect, category="y").startswith("# A\n\nin y\n")


ROWS = Dialect(
    "rows",
    [
        Rule("paper", "| {title} | {authors} | {mood} |"),
        Rule("paper", "| {title} | {votes} |"),
        Rule("paper", "| {title} |"),
    ],
    cells=[Cell("mood", kind="field", label="Mood")],
)


@pytest.mark.parametrize(
    ("row", "changes", "written"),
    [
        ("|  A  |", {"authors": ["B"], "fields": [Field("Mood", "good")]}, "| A | B | good |"),
        ("|  A  |  3  |", {"votes": 4}, "|  A  |  4  |"),
        ("|  A  |  3  |", {"votes": None}, "| A |"),
        ("|  A  |  3  |", {"votes": 0, "title": "B"}, "|  B  |  0  |"),
        ("|  A  |  B  |  bad  |", {"fields": [Field("Mood", "good")]}, "|  A  |  B  |  good  |"),
        ("|  A  |  B  |  bad  |", {"title": "C", "authors": ["D"]}, "|  C  |  D  |  bad  |"),
    ],
)
def test_a_row_changes_in_its_cells(row: str, changes: dict[str, Any], written: str) -> None:
    """A value changes in its cell; a row of another form is written if there is none for it."""
    text = f"| Z |\n{row}\n"
    assert edit(text, 1, dialect=ROWS, **changes) == f"| Z |\n{written}\n"


WEEK = """\
## Top AI Papers of the Week (May 22-28) - 2023
| **Paper**  | **Links** |
| ------------- | ------------- |
| 7) **Alpha** - prose. <br>● Label: more. | [Paper](https://arxiv.org/abs/2305.00001), [Tweet](https://x.com/1) |
| 8) **Beta** - words | [Code](https://c.org), [Demo](https://d.org) |
| 9) **Gamma** | |
"""


@pytest.mark.parametrize(
    ("index", "changes", "old", "new"),
    [
        (0, {"title": "A", "url": "https://z.org"}, "Alpha", "A"),
        (1, {"links": [Link("Code", "https://c.org"), Link("Talk", "https://t.org")]},
            "[Demo](https://d.org)", "[Talk](https://t.org)"),
        (1, {"links": [Link("Code", "https://c.org")]}, ", [Demo](https://d.org)", ""),
        (0, {"url": None, "links": []}, "[Paper](https://arxiv.org/abs/2305.00001), [Tweet](https://x.com/1)", ""),
    ],
)  # fmt: skip
def test_the_links_of_a_row(index: int, changes: dict[str, Any], old: str, new: str) -> None:
    """Links change in their cell, and the number of the row stays."""
    written = edit(WEEK, index, **changes)
    url = "https://arxiv.org/abs/2305.00001"
    expected = WEEK.replace(url, changes["url"]) if changes.get("url") else WEEK
    assert written.replace("|  |", "| |") == expected.replace(old, new).replace("|  |", "| |")


def test_nothing_is_written_for_an_edit_back() -> None:
    """A paper that is changed and changed back has its own text."""
    for text in (PLAIN, SCORED, GROUPED, WEEK):
        digest = parse_digest(text)
        paper = digest.papers[0]
        changed = digest.replace_paper(paper, title="Z")
        back = changed.replace_paper(changed.papers[0], title=paper.title)
        assert serialize_digest(back) == text
    assert serialize_digest(Digest()) == ""


def test_a_paper_that_sections_come_from_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the sections, not with their square, wherever they move."""
    lines = "".join(f"- **L{number}**: a\n" for number in range(20))
    digest = parse_digest(f"## Daily Papers\n\n### A\n\n{lines}\n### B\n\n### C\n")
    first, *rest = digest.papers
    parsed: list[str] = []

    def counted(dialect: Dialect, text: str, *more: Any) -> Any:
        parsed.append(text)
        return pieces(dialect, text, *more)

    monkeypatch.setattr("paperdigest._writing.edits.located.pieces", counted)
    moved = [first.replace(sections=first.sections * 2)]
    moved += [paper.replace(sections=first.sections) for paper in rest]
    edited = digest.replace(papers=moved)
    assert parse_digest(serialize_digest(edited)) == edited
    assert sum(lines in text for text in parsed) == 2  # for its own edit, and for the others


def test_of_values_that_disagree_the_one_that_counts_is_edited() -> None:
    """Where two lines say different votes, the last one counts, and it alone is rewritten."""
    text = "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\nVote: 3\n\nVote: 4\n"
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[0], votes=5)
    assert serialize_digest(edited) == text.replace("4\n", "5\n")


def test_a_value_that_no_rule_writes() -> None:
    """What a rule can parse and nothing shows how to write is refused."""
    rules = [
        Rule("paper", "## {title}", before=1),
        Rule("votes", pattern="Points: (?P<votes>[0-9]+)$"),
    ]
    own = Dialect("own", [*rules, Rule("section", "{text}")])
    digest = parse_digest("## A\n\nWords.\n", dialect=own)
    with pytest.raises(ValueError, match=r"papers\[0\]\.votes: 5 would be lost"):
        serialize_digest(digest.replace_paper(digest.papers[0], votes=5))


def test_a_value_in_a_cell_goes() -> None:
    """A day in a cell of a table goes, and the cell stays."""
    text = EXAMPLES["cv-arxiv-daily"]
    digest = parse_digest(text)
    assert digest.papers[0].published is not None
    edited = digest.replace_paper(digest.papers[0], published=None)
    assert parse_digest(serialize_digest(edited), dialect="cv-arxiv-daily") == edited


def test_a_head_that_is_written_again_keeps_its_number() -> None:
    """A number that no rule has a group for is kept, too, even if it is not the paper's place."""
    text = "### 7. Ada Byron. [Rivers Run Slow](https://arxiv.org/abs/2408.10000)\n"
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[0], authors=())
    assert serialize_digest(edited) == text.replace("Ada Byron. ", "")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_title_above_an_indented_head_is_checked_in_its_text(end: str) -> None:
    """A title that makes a list item is refused where the paper below would be text of it."""
    dialect = Dialect("any", rules=[Rule("paper", "{title}!", pattern="(?P<title>.+)")])
    text = f"A{end}{end}    B{end}"
    digest = parse_digest(text, dialect=dialect)
    assert [paper.title for paper in digest.papers] == ["A", "B"]
    edited = digest.replace_paper(digest.papers[0], title="C")
    assert serialize_digest(edited) == text.replace("A", "C")
    with pytest.raises(ValueError, match="cannot express this digest"):
        serialize_digest(digest.replace_paper(digest.papers[0], title="- C"))


def test_an_indented_head_is_checked_in_its_text() -> None:
    """A title that would become text of the list item above it is refused."""
    dialect = Dialect("any", rules=[Rule("paper", "{title}!", pattern="(?P<title>.+)")])
    digest = parse_digest("- A\n  - B\n", dialect=dialect)
    edited = digest.replace_paper(digest.papers[1], title="- C")
    assert serialize_digest(edited) == "- A\n  - C\n"
    with pytest.raises(ValueError, match="cannot express this digest"):
        serialize_digest(digest.replace_paper(digest.papers[1], title="C"))


_MARKED = "**Ada Byron**, [Carl Gauss](https://example.org)†"


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (("Ada Byron", "Carl Gauss", "Emmy Noether"), f"{_MARKED}, Emmy Noether"),
        (("Emmy Noether", "Ada Byron", "Carl Gauss"), f"Emmy Noether, {_MARKED}"),
        (("Carl Gauss",), "[Carl Gauss](https://example.org)†"),
        (("Carl Gauss", "Ada Byron"), "[Carl Gauss](https://example.org)†, **Ada Byron**"),
        (("Mary Lee", "Carl Gauss"), "**Mary Lee**, [Carl Gauss](https://example.org)†"),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "- [A Study of Rivers](https://arxiv.org/abs/2401.00001)\n  - **Authors:** {names}\n",
        "### A Study of Rivers\n\nAuthors: {names}\n\nhttps://arxiv.org/abs/2401.00001\n\n",
        "| A Study of Rivers | {names} | [pdf](https://arxiv.org/abs/2401.00001) |\n",
    ],
    ids=["an item", "a label", "a row"],
)
def test_marks_come_and_go_with_their_name(line: str, names: tuple[str, ...], written: str) -> None:
    """Emphasis, a link or a sign of a footnote stays around its name, wherever that goes."""
    head = "| Title | Authors | Paper |\n|---|---|---|\n" if line.startswith("|") else ""
    text = f"# Rivers\n\n{head}{line.format(names=_MARKED) * 3}"
    assert parse_digest(text).papers[0].authors == ("Ada Byron", "Carl Gauss")
    assert edit(text, 0, authors=names) == text.replace(_MARKED, written, 1)


@pytest.mark.parametrize("label", ["", "**Authors:** "], ids=["in the head", "labelled"])
def test_marks_around_several_names_stay(label: str) -> None:
    """Emphasis around all names is that of the line, and not of the first or the last one."""
    between = f"\n  - {label}" if label else ", "
    entry = (
        f"- [A Study of Rivers](https://arxiv.org/abs/2401.00001){between}*Ada Byron, Carl Gauss*\n"
    )
    text = "# Rivers\n\n" + entry * 3
    written = edit(text, 0, authors=("Carl Gauss", "Emmy Noether"))
    assert written == text.replace("*Ada Byron, Carl Gauss*", "*Carl Gauss, Emmy Noether*", 1)


def test_names_in_the_head_and_below_it() -> None:
    """Of names in two places the last ones count, and both go where there are none any more."""
    head = r"# (?:(?P<authors>[A-Z]\w++ [A-Z]\w++)\. )?(?P<title>[A-Z][^\n.]*+)"
    dialect = Dialect(
        "notes", [Rule("paper", "# {title}", pattern=head), Rule("authors", "by {authors}")]
    )
    text = "# Ada Byron. A Study\nby Ada Byron\n\n# Emmy Noether. Another Study\n"
    other = edit(text, dialect=dialect, authors=("Carl Gauss",))
    assert other == text.replace("by Ada Byron", "by Carl Gauss")
    assert edit(text, dialect=dialect, authors=()) == "# A Study\n\n# Emmy Noether. Another Study\n"


@pytest.mark.parametrize(
    "before",
    ["[code](https://github.com/a/b{i}) ", "[ICML](https://example.org/{i}) - ", "Topic {i}: "],
)
def test_a_head_is_not_written_again_without_its_other_text(before: str) -> None:
    """A title that the text before it gives no place is refused; that text is never dropped."""
    lines = [
        f"- {before.format(i=i)}[A Study of Rivers {i}](https://arxiv.org/abs/2401.0000{i})\n"
        for i in range(4)
    ]
    text = "# Reading list\n\n" + "".join(lines)
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[0], title="A New Study of Rivers")
    assert serialize_digest(edited) == text.replace("A Study of Rivers 0", "A New Study of Rivers")
    with pytest.raises(DigestWriteError, match=r"papers\[0\]\.title: 'X' would"):
        serialize_digest(digest.replace_paper(digest.papers[0], title="X"))


@pytest.mark.parametrize("below", ["", "> a\n", "> a\nX: b\n"])
def test_a_head_loses_the_tag_that_it_ends_in(below: str) -> None:
    """A line that needs a blank line above, or a tag, gets one where the head loses that tag."""
    rules = [
        Rule("paper", "? {title}\n{votes} votes <{category}>"),
        Rule("paper", "? {title}"),
        Rule("category", "> {category}", after_blank=True),
        Rule("field", "X: {value}", label="X"),
    ]
    dialect = Dialect("tagged", rules)
    text = f"? A\n3 votes <a>\n{below}"
    digest = parse_digest(text, dialect=dialect)
    edited = digest.replace_paper(digest.papers[0], votes=None)
    assert serialize_digest(edited) == f"? A\n\n> a\n{below[4:]}"


def test_a_line_between_a_tag_and_what_relies_on_it() -> None:
    """Lines that need a blank line get one where a link comes between them and a tag."""
    rules = [
        Rule("paper", "? {title} <{authors?}>"),
        Rule("link", "[{label}]({url})", after_blank=True),
        Rule("section", "{text}"),
        Rule("markup", "always", after_blank=True),
    ]
    dialect = Dialect("tagged", rules)
    digest = parse_digest("? A <Ada>\nalways\n", dialect=dialect)
    edited = digest.replace_paper(digest.papers[0], links=[Link("Code", "https://c.org/1")])
    expected = "? A <Ada>\n\n[Code](https://c.org/1)\n\nalways\n"
    assert serialize_digest(edited) == expected


@pytest.mark.parametrize(
    ("entry", "changes", "old", "new"),
    [
        (
            "## {title}\n\n👍 1{n} | [Paper]({url}) | [Code](https://example.org/{n})\n\n",
            {"votes": None},
            "👍 12 | [Paper]",
            "[Paper]",
        ),
        (
            "{n}. **{title}** by Ada Byron\n   [arXiv]({url}) | [code](https://example.org/{n})\n",
            {"url": None},
            "[arXiv](https://arxiv.org/abs/2501.00002) | [code]",
            "[code]",
        ),
        (
            "{n}. **[{title}]({url})** by Ada Byron\n"
            "   [data](https://example.org/d{n}) | [code](https://example.org/{n})\n   They do so.\n",
            {"links": []},
            "\n   [data](https://example.org/d2) | [code](https://example.org/2)",
            "",
        ),
    ],
    ids=["votes before links", "the main link before others", "all links"],
)
def test_the_first_piece_of_a_line_is_removed(
    entry: str, changes: dict[str, Any], old: str, new: str
) -> None:
    """What follows it stays on its line, without what separated the two; an empty line goes."""
    titles = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")
    text = "# Nests\n\n" + "".join(
        entry.format(title=title, url=f"https://arxiv.org/abs/2501.0000{n}", n=n)
        for n, title in enumerate(titles, 1)
    )
    for end in ("\n", "\r\n"):
        digest = parse_digest(text.replace("\n", end))
        written = serialize_digest(digest.replace_paper(digest.papers[1], **changes))
        assert written == text.replace(old, new).replace("\n", end)


@pytest.mark.parametrize(
    "text",
    [
        "# Nests\n\n"
        "- [Bees Count to Four](https://arxiv.org/abs/2501.00001)\n  - Upvotes: {}\n"
        "- [Ants Avoid Corners](https://arxiv.org/abs/2501.00002)\n  - Upvotes: 1,003\n",
        "# Nests\n\n| Title | Votes |\n|---|---|\n"
        "| [Bees Count to Four](https://arxiv.org/abs/2501.00001) | {} |\n"
        "| [Ants Avoid Corners](https://arxiv.org/abs/2501.00002) | 1,003 |\n",
    ],
    ids=["lines", "rows"],
)
def test_votes_keep_the_mark_between_thousands(text: str) -> None:
    """A number of votes is written as the one that it replaces is."""
    digest = parse_digest(text.format("12,345"))
    assert serialize_digest(digest.replace_paper(digest.papers[0], votes=2346)) == text.format(
        "2,346"
    )
