"""Rows of tables in HTML, each of which starts at the title of its paper."""

import pytest

from paperdigest import diagnose, parse_digest
from paperdigest._units.search.html_rows import with_rows
from paperdigest._units.search.lines import lines_of
from tests.units.test_papers import TITLES, check, text_of

ONE, OTHER = "A Study of Slow Rivers", "Bees Count to Four"


def marks(text: str) -> list[tuple[str, str]]:
    """Return the marks of the lines of a text and their words."""
    lines = with_rows(text, lines_of(text))
    return [(line.mark, text[line.words : line.end]) for line in lines]


def row(*cells: str) -> str:
    """Write a row with a line for each cell."""
    return "<tr>\n" + "".join(f"<td>{cell}</td>\n" for cell in cells) + "</tr>\n"


def test_a_row_starts_at_its_title() -> None:
    """The cells up to the title are one line with the tag of the row; the others do not start one."""
    assert marks(f"<table>\n{row('1', ONE, 'pdf')}{row('2', OTHER, 'pdf')}</table>\n") == [
        ("<table>", ""),
        ("<tr+1>", f"{ONE}</td>"),
        ("|", "pdf</td>"),
        ("</tr>", ""),
        ("<tr+1>", f"{OTHER}</td>"),
        ("|", "pdf</td>"),
        ("</tr>", ""),
        ("</table>", ""),
    ]


def test_each_table_has_its_own_column() -> None:
    """Titles may be in the first column of one table, and in the second column of another."""
    text = f"<table>\n{row(ONE, 'a')}</table>\n<table>\n{row('b', OTHER)}</table>\n"
    assert [mark for mark, _ in marks(text) if mark.startswith("<tr+")] == ["<tr+0>", "<tr+1>"]


@pytest.mark.parametrize(
    "text",
    [
        "words\n",
        "a row <tr> in a line\n",
        f"<table>\n<tr><td>{ONE}</td><td>a</td></tr>\n</table>\n",
        f"<table>\n<tr>\n<th>{ONE}</th>\n<th>Names</th>\n</tr>\n</table>\n",
        f"<table>\n{row('Yes', 'No')}{row('No', '3')}</table>\n",
        "<table>\n<tr>\n</tr>\n</table>\n",
        "<table>\n<tr>\n<td>A cell without an end in the row\n",
    ],
    ids=["no row", "no tag at a line start", "one line", "head", "no titles", "no cells", "open"],
)
def test_other_lines_stay(text: str) -> None:
    """Rows without titles, heads and rows on one line that start with the title are left alone."""
    lines = lines_of(text)
    assert with_rows(text, lines) == lines


def test_a_row_without_a_title_is_no_paper() -> None:
    """A row without a cell in the column of the titles, or with an empty one, is left alone."""
    text = f"<table>\n{row('1', ONE)}{row('2', OTHER)}{row('3')}{row('4', '')}{row('5', ONE)}</table>\n"
    assert sum(mark == "<tr+1>" for mark, _ in marks(text)) == 3


def test_the_head_of_a_table_is_no_paper() -> None:
    """The head of a table is not a paper, in one line or in several."""
    head = "<tr><th>Title</th><th>Link</th></tr>\n"
    rows = "".join(
        row(title, f'<a href="https://arxiv.org/abs/2401.0000{at}">pdf</a>')
        for at, title in enumerate((ONE, OTHER, "Ants Avoid Corners"))
    )
    digest = parse_digest(f"# Notes\n\n<table>\n{head}{rows}</table>\n")
    assert [paper.title for paper in digest.papers] == [ONE, OTHER, "Ants Avoid Corners"]


def test_a_cell_that_spans_rows_is_in_the_first_one() -> None:
    """The column of titles is counted from the last cell, since others may be missing."""
    text = (
        f'<table>\n<tr>\n<td rowspan="2">2024</td>\n<td>{ONE}</td>\n<td>pdf</td>\n</tr>\n'
        f"<tr>\n<td>{OTHER}</td>\n<td>pdf</td>\n</tr>\n<tr>\n<td>pdf</td>\n</tr>\n</table>\n"
    )
    assert [mark for mark, _ in marks(text) if mark.startswith("<tr+")] == ["<tr+1>", "<tr+0>"]


@pytest.mark.parametrize(
    "title",
    [
        '<a href="{U}">\n      <papertitle>{T}</papertitle>\n    </a>\n    <br>',
        '<a href="{U}"><papertitle>{T}</papertitle></a><br>',
        '<a href="{U}">\n      <span class="papertitle">{T}</span></a>\n    <br>',
        '<a href="{U}"><b>{T}</b></a>\n    <br>',
    ],
)
def test_a_cell_with_a_whole_paper(title: str) -> None:
    """On the page of a person, a row has a picture and a cell with all values of a paper."""
    unit = (
        '<tr>\n  <td><img src="{N}.png"></td>\n  <td width="75%">\n    ' + title + "\n"
        '    <a href="https://a.b">Ada Byron</a>*, <strong>Carl Gauss</strong>\n    <br>\n'
        "    <em>ICCV</em>, 2023\n    <br>\n"
        '    <a href="https://github.com/a/b">Project Page</a> / <a href="data/a.bib">bibtex</a>\n'
        "    <p></p>\n    <p>\n    Water of the north.\n    </p>\n  </td>\n</tr>\n\n"
    )
    text = text_of(unit, "# Ada\n\n## Publications\n\n<table><tbody>\n\n") + "</tbody></table>\n"
    for paper in check(text):
        assert paper.authors == ("Ada Byron", "Carl Gauss")
        assert [link.label for link in paper.links] == ["Project Page", "bibtex"]
        assert [part.text for part in paper.sections] == ["Water of the north."]
    assert "stray-text" not in {finding.code for finding in diagnose(text)}


def test_a_title_with_a_tag_of_its_own() -> None:
    """A title in a tag for titles needs no link, and the first name no link either."""
    unit = (
        '<tr>\n  <td><img src="{N}.png"></td>\n  <td>\n    <papertitle>{T}</papertitle>\n    <br>\n'
        '    Ada Byron, <a href="https://a.b">Carl Gauss</a>\n    <br>\n    <em>In review</em>\n'
        '    <a href="{U}">PDF</a>\n  </td>\n</tr>\n'
    )
    papers = parse_digest(text_of(unit, "# Ada\n\n<table>\n") + "</table>\n").papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert {paper.authors for paper in papers} == {("Ada Byron", "Carl Gauss")}
