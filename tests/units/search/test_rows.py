"""What the columns of tables of papers hold."""

import pytest

from paperdigest import parse_digest, serialize_digest
from paperdigest._units.search.rows import tables_in
from tests.units.test_papers import check, text_of

_URL = "https://arxiv.org/abs/2408.12637"


def kinds(text: str) -> list[tuple[str, ...]]:
    """Return what the columns hold, table by table."""
    return [tuple(column.kind for column in table.columns) for table in tables_in(text).rows]


def table(header: str, row: str, *, count: int = 3) -> str:
    """Return a table with some equal rows."""
    size = header.count("|") - 1
    return f"{header}\n|{'---|' * size}\n" + f"{row}\n" * count + "\n"


def test_headers_say_what_cells_hold() -> None:
    """Labels show which columns hold titles, names, votes, numbers and categories."""
    row = f"| 1 | [A Study of Rivers]({_URL}) | Ada Byron | 7 | Water |"
    assert kinds(table("| # | Title | Authors | Votes | Topic |", row)) == [
        ("number", "title", "authors", "votes", "category")
    ]


def test_cells_tell_what_headers_do_not() -> None:
    """Names and long texts need no label, and titles may be below "Article"."""
    long = (
        "It says at length what rivers do when nobody looks at them, and that is not much at all."
    )
    row = f"| [A Study of Rivers]({_URL}) | Ada Byron, Emmy North | {long} It ends here. | x |"
    assert kinds(table("| Article | ML | XX | YY |", row)) == [
        ("title", "authors", "section", "field")
    ]


def test_a_date_is_that_of_the_paper_but_beside_a_speaker() -> None:
    """The first column of dates is the paper's; the dates of talks are not when papers came out."""
    row = f"| [A Study of Rivers]({_URL}) | 2024-08-26 | 2024-08-27 | Ada Byron |"
    assert kinds(table("| Title | Date | Released | Authors |", row)) == [
        ("title", "published", "field", "authors")
    ]
    assert kinds(table("| Title | Date | Released | Speaker |", row)) == [
        ("title", "field", "field", "field")
    ]


def test_a_row_may_have_no_bar_at_its_end() -> None:
    """The last cell ends at its bar or with the line."""
    assert kinds(
        "| Title | Authors\n|---|---|\n" + f"| [A Study of Rivers]({_URL}) | Ada Byron\n" * 2
    ) == [("title", "authors")]


def test_headers_that_agree_are_one_table() -> None:
    """If two headers differ only in words, a column keeps its kind; otherwise it may hold anything."""
    row = f"| [A Study of Rivers]({_URL}) | Ada Byron, Emmy North | ICML |"
    one, two = "| Title | Authors | Venue |", "| Title | Author | Task |"
    (found,) = tables_in(table(one, row) + table(two, row)).rows
    assert [column.kind for column in found.columns] == ["title", "authors", "any"]
    assert len(found.headers) == 2


def test_only_so_many_shapes_of_tables() -> None:
    """Of a great many tables in a text, the first dozen are parsed."""
    row = f"| [A Study of Rivers]({_URL}) |"
    text = "".join(
        table("| Title |" + " X |" * at, row + " - |" * at, count=2) for at in range(1, 15)
    )
    assert len(kinds(text)) == 12


def test_a_column_without_what_it_is_for() -> None:
    """A column is for links if its header says so, even if its cells are empty or have none yet."""
    row = f"| [A Study of Rivers]({_URL}) | |"
    assert kinds(table("| Title | Paper |", row)) == [("title", "paper")]
    assert kinds(table("| Title | Links |", f"| [A Study of Rivers]({_URL}) | soon |")) == [
        ("title", "links")
    ]


def rows(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Return title, link and names of the papers in a text."""
    return [(paper.title, paper.url, paper.authors) for paper in parse_digest(text).papers]


ONE, TWO = "https://arxiv.org/abs/2408.12637", "https://arxiv.org/abs/2408.12638"
BOTH = ("Ada Byron", "Emmy North")


def test_tables_with_as_many_columns_and_titles_elsewhere() -> None:
    """A cell with a link, or with a number first, tells the rows of one table from those of others."""
    text = (
        "# Rivers\n\n"
        + table("| # | Paper | Year | Links |", f"| 1 | A Study of Rivers | 2024 | [pdf]({ONE}) |")
        + table("| Venue | Title | Code | Authors |", f"| ICML | [Maps of Lakes]({TWO}) | - | Ada Byron, Emmy North |")
        + table("| Title | Paper | Cited | Note |", f"| Ponds at Night in Winter | [link]({ONE}) | [3](https://a.org) | good |")
    )  # fmt: skip
    assert set(rows(text)) == {
        ("A Study of Rivers", ONE, ()), ("Maps of Lakes", TWO, BOTH), ("Ponds at Night in Winter", ONE, ()),
    }  # fmt: skip
    assert len(rows(text)) == 9


def test_tables_that_nothing_tells_apart() -> None:
    """Rows that fit two tables are parsed by the first one, and the text is written back."""
    text = (
        "# Rivers\n\n"
        + table("| Paper | Place |", f"| A Study of Rivers | [pdf]({ONE}) |")
        + table("| Place | Paper |", f"| Long Winding Rivers | [Maps of Lakes]({TWO}) |")
    )
    assert ("A Study of Rivers", ONE, ()) in rows(text)
    assert serialize_digest(parse_digest(text)) == text


@pytest.mark.parametrize(
    "cell",
    [
        "Byron, A. and North, E. (2017). A Study of Rivers. *Journal of Lakes* 8(4). [doi]({url})",
        "Byron, A., North, E. *A Study of Rivers* [pdf]({url})",
        'Byron, A. & North, E. "A Study of Rivers", Lakes, 2017. [pdf]({url})',
        "Byron, A., North, E. [A Study of Rivers]({url}). ICML 2017",
    ],
)  # fmt: skip
@pytest.mark.parametrize("header", ["| Reference | Why |", "Reference | Why"])
def test_names_before_a_title_in_its_cell(cell: str, header: str) -> None:
    """Names in a cell are those of the paper whose title follows them."""
    bars = header.startswith("|")
    row = cell.format(url=ONE) + " | basic words"
    line = "|---|---|" if bars else "--- | ---"
    text = f"# Rivers\n\n{header}\n{line}\n" + (f"| {row} |\n" if bars else f"{row}\n") * 3
    assert rows(text) == [("A Study of Rivers", ONE, ("Byron, A.", "North, E."))] * 3
    assert serialize_digest(parse_digest(text)) == text


def test_a_table_beside_a_long_list() -> None:
    """A table whose rows all link to papers is parsed, though a list has many more."""
    items = "".join(f"- **River Number {at} in Winter** [[pdf]({ONE}{at})]\n" for at in range(20))
    row = f"| slow | A Study of Rivers [pdf]({TWO}) | 2024 |"
    text = f"# Rivers\n\n{items}\n## Others\n\n" + table("| Idea | Paper | Year |", row)
    assert [title for title, _, _ in rows(text)].count("A Study of Rivers") == 3
    assert len(rows(text)) == 23


def test_a_last_column_of_prose_beside_a_wider_table() -> None:
    """Prose in a last column does not include the cells of a table with more columns."""
    text = (
        "# Rivers\n\n"
        + table("| 标题 | 论文 | 备注 |", f"| A Study of Rivers | [link]({ONE}) | well written |")
        + table("| 会议 | 方法 | 论文 | arXiv |", f"| ICML | RiverNet | Maps of Lakes and Ponds | [1]({TWO}) |")
    )  # fmt: skip
    assert set(rows(text)) == {
        ("A Study of Rivers", ONE, ()), ("Maps of Lakes and Ponds", TWO, ()),
    }  # fmt: skip


def test_an_escaped_bar_in_a_linked_title() -> None:
    """A bar with a backslash before it is part of a title in bold that is a link."""
    row = f"| **[Rivers \\| Lakes: Two Sides]({ONE})** | 2025-02-26 | good |"
    text = "# Rivers\n\n" + table("| **Title** | **Date** | **Comment** |", row)
    assert rows(text) == [("Rivers \\| Lakes: Two Sides", ONE, ())] * 3


def test_a_text_has_so_many_headers() -> None:
    """Further headers of tables are left out, so that time grows with the text."""
    row = f"| x | [A Study]({ONE}) |"
    text = "".join(table(f"| T{at} | Paper |", row, count=1) for at in range(300))
    (found,) = tables_in(text).rows
    assert len(found.headers) == 256


@pytest.mark.parametrize(
    "nothing", ["TBD", "*kick-off, no paper*", "❌ cancelled (strike)", "spring break 🌷", "OT"]
)
def test_rows_without_a_paper(nothing: str) -> None:
    """A remark on a day without a paper is not a title, though a schedule has many such days."""
    row, other = f"| 1 Feb | [A Study of Rivers]({ONE}) |", f"| 8 Feb | {nothing} |"
    text = table("| Date | Paper |", f"{row}\n{row}\n{other}")
    assert rows(text) == [("A Study of Rivers", ONE, ())] * 6


def test_a_sign_after_a_title_in_a_cell() -> None:
    """A sign at the end of a cell, such as that of an award, is not part of the title."""
    rows = "".join(
        f"| 202{at} | {title}{sign} | Ada Byron | [PDF](https://arxiv.org/abs/2401.0000{at}) |\n"
        for at, (title, sign) in enumerate(
            [("A Study of Slow Rivers", " 🏆"), ("Bees Count to Four", "🏅 "), ("Ants Rest", "")]
        )
    )
    papers = parse_digest(f"# L\n\n| Year | Title | Authors | Link |\n|-|-|-|-|\n{rows}").papers
    assert [paper.title for paper in papers] == [
        "A Study of Slow Rivers",
        "Bees Count to Four",
        "Ants Rest",
    ]


def test_a_quoted_title_in_a_cell() -> None:
    """Quotes around a title are not part of it; those around its first words are."""
    cells = (
        f'| "A Study of Rivers" [[paper]({ONE})] |',
        f'| "Slow" Rivers and Lakes [[paper]({ONE})] |',
    )
    titles = [title for title, _, _ in rows(table("| Paper |", "\n".join(cells)))]
    assert titles == ["A Study of Rivers", '"Slow" Rivers and Lakes'] * 3


def test_a_short_list_beside_a_table() -> None:
    """Rows of a table do not count when a list must be a large part of a text."""
    row = f"| [A Study of Rivers]({ONE}) | 2024 |"
    items = f"- [ ] [Maps of Lakes and Ponds]({TWO})\n- [ ] [Ponds in Winter]({TWO})\n"
    found = rows(table("| Paper | Year |", row, count=12) + f"## To read\n\n{items}")
    assert [title for title, _, _ in found][12:] == ["Maps of Lakes and Ponds", "Ponds in Winter"]


@pytest.mark.parametrize(
    "cell",
    [
        'Byron, Ada, and Emmy North. "[{T}]({U})." ICAB, 2016.',
        "Byron, Ada, and Emmy North. “[{T}]({U}),” Rivers, 2016.",
        'Byron, Ada, and Emmy North. "{T}." ICAB, 2016. [pdf]({U})',
        'Byron, Ada, Emmy North. "[{T}]({U})". Rivers',
        'Ada Byron and Emmy North. "[{T}]({U})." ICAB, 2016.',
        'Ada Byron and Emmy North. "{T}." ICAB, 2016. [pdf]({U})',
    ],
)
def test_names_before_a_title_in_quotes(cell: str) -> None:
    """In a cell with a citation, the linked or quoted text is the title, and names are before it."""
    row = f"|Nick{{N}}|{cell}|[Python](https://github.com/a/b{{N}})|\n"
    header = "# Papers\n\n|Name|Paper|Code|\n|:--|:--|:--|\n"
    papers = check(text_of(row, header))
    first = "Byron, Ada" if cell.startswith("Byron") else "Ada Byron"
    assert all(paper.authors == (first, "Emmy North") for paper in papers)


@pytest.mark.parametrize("header", ["| Year | Article | Code |", "| Year | Reports | Code |"])
def test_rows_without_a_link_to_a_publisher_among_others(header: str) -> None:
    """If most rows link to papers, each row is a paper: old ones often link elsewhere."""
    others = ("Maps of Lakes", "[Ponds at Night](https://example.org/ponds.ps)")
    linked = [f"[A Study of Rivers {at}]({ONE}{at})" for at in range(8)]
    text = header + "\n|---|---|---|\n"
    text += "".join(
        f"| {1989 + at} | {each} | No |\n" for at, each in enumerate([*others, *linked])
    )
    assert rows(text) == [
        ("Maps of Lakes", None, ()), ("Ponds at Night", "https://example.org/ponds.ps", ()),
        *((f"A Study of Rivers {at}", f"{ONE}{at}", ()) for at in range(8)),
    ]  # fmt: skip
