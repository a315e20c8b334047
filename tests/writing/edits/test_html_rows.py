"""Papers that are rows of HTML tables: each value stays in its column."""

from collections.abc import Sequence
from typing import Any

import pytest

from paperdigest import Link, Paper, parse_digest, serialize_digest
from tests.samples import refusal

CODE = '<a href="https://github.com/nets/{name}">code</a>'
NETS = Link("code", "https://github.com/nets/new")
SLIDES = Link("slides", "https://nets.example.org/talk")
ROWS = (
    ("Ropes That Remember", "Lars Moe, Nils Oby", "17", CODE.format(name="rope")),
    ("Knots That Forget", "Pia Quam", "4", ""),
    ("Nets That Guess", "Rolf Sten, Tora Ulv", "25", CODE.format(name="net")),
)


def table(rows: Sequence[Sequence[str]] = ROWS, apart: str = "\n", votes: bool = True) -> str:
    """Write a table, with each cell on a line of its own or not."""
    texts = ["# Table of the day (2025-05-06)\n\n<table>\n"]
    for at, row in enumerate(rows, 1):
        title, *cells = row if votes else (*row[:2], *row[3:])
        link = f'<a href="https://arxiv.org/abs/2505.2222{at}">{title}</a>'
        texts.append(row_of([link, *cells], apart))
    return "".join([*texts, "</table>\n"])


def row_of(cells: Sequence[str], apart: str = "\n") -> str:
    """Write a row."""
    return apart.join(["<tr>", *(f"<td>{cell}</td>" for cell in cells), "</tr>"]) + "\n"


def changed(text: str, index: int, **changes: Any) -> tuple[list[str], list[str]]:
    """Return the lines that an edit of a paper takes out and puts in."""
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[index], **changes))
    assert len(written.splitlines()) == len(text.splitlines())
    pairs = zip(text.splitlines(), written.splitlines(), strict=True)
    old, new = zip(*((a, b) for a, b in pairs if a != b), strict=True)
    return list(old), list(new)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"authors": []}, "<td>Lars Moe, Nils Oby</td>", "<td></td>"),
        ({"links": []}, f"<td>{ROWS[0][3]}</td>", "<td></td>"),
    ],
)
def test_a_value_that_goes_leaves_its_cell(
    changes: dict[str, Any], old: str, new: str, end: str
) -> None:
    """The values after it stay in their columns."""
    assert changed(table().replace("\n", end), 0, **changes) == ([old], [new])


@pytest.mark.parametrize(
    ("index", "changes", "old", "new"),
    [
        (0, {"authors": []}, "<td>Lars Moe, Nils Oby</td>", "<td></td>"),
        (0, {"links": []}, f"<td>{ROWS[0][3]}</td>", "<td></td>"),
        (1, {"links": [NETS]}, "<td></td>", f"<td>{CODE.format(name='new')}</td>"),
        (
            1,
            {"links": [NETS, SLIDES]},
            "<td></td>",
            f"<td>{CODE.format(name='new')} "
            '<a href="https://nets.example.org/talk">slides</a></td>',
        ),
        (
            0,
            {"links": [Link("code", "https://github.com/nets/rope"), SLIDES]},
            f"<td>{ROWS[0][3]}</td>",
            f'<td>{ROWS[0][3]} <a href="https://nets.example.org/talk">slides</a></td>',
        ),
    ],
)
def test_a_row_on_one_line(index: int, changes: dict[str, Any], old: str, new: str) -> None:
    """A row on one line keeps its cells as well, and a new link goes into the column of links."""
    text = table(apart="", votes=False)
    (before,), (after,) = changed(text, index, **changes)
    assert after == before.replace(old, new)


def test_a_new_link_goes_into_its_column() -> None:
    """The cell was empty, and no other cell changes."""
    old, new = changed(table(), 1, links=[NETS])
    assert (old, new) == (["<td></td>"], [f"<td>{CODE.format(name='new')}</td>"])


def test_a_link_goes_into_the_column_of_its_label() -> None:
    """Where links have two columns, the label tells which one is meant."""
    demo = '<a href="https://demo.example.org/{}">demo</a>'
    rows = [(*row[:2], demo.format(at) if at else "", row[3]) for at, row in enumerate(ROWS)]
    text = table(rows)
    digest = parse_digest(text)
    ropes, knots, nets = digest.papers
    assert [link.label for link in nets.links] == ["demo", "code"]
    new = Link("demo", "https://demo.example.org/new")
    assert changed(text, 0, links=[new, *ropes.links]) == (
        ["<td></td>"], [f"<td>{demo.format('new')}</td>"],
    )  # fmt: skip
    assert changed(text, 1, links=[*knots.links, NETS]) == (
        ["<td></td>"], [f"<td>{CODE.format(name='new')}</td>"],
    )  # fmt: skip
    assert refusal(digest.replace_paper(knots, links=[*knots.links, SLIDES])) == [
        f"Digest.papers[1].links[1]: {SLIDES!r} would be lost"
    ]


def test_links_of_a_cell_come_and_go() -> None:
    """The cell has no separator left over."""
    three = " / ".join(
        f'<a href="https://nets.example.org/{name}">{name}</a>'
        for name in ("code", "data", "talk")
    )  # fmt: skip
    text = table([(*row[:3], three) for row in ROWS])
    code, data, talk = parse_digest(text).papers[0].links
    assert changed(text, 0, links=[talk])[1] == [
        '<td><a href="https://nets.example.org/talk">talk</a></td>'
    ]
    assert changed(text, 0, links=[code, talk])[1] == [
        '<td><a href="https://nets.example.org/code">code</a> / '
        '<a href="https://nets.example.org/talk">talk</a></td>'
    ]
    assert changed(text, 0, links=[talk.replace(url="https://nets.example.org/new")])[1] == [
        '<td><a href="https://nets.example.org/new">talk</a></td>'
    ]
    assert changed(text, 0, links=[data])[1] == [
        '<td><a href="https://nets.example.org/data">data</a></td>'
    ]
    assert changed(text, 0, links=[code, data])[1] == [
        '<td><a href="https://nets.example.org/code">code</a> / '
        '<a href="https://nets.example.org/data">data</a></td>'
    ]


def test_a_link_changes_while_another_comes() -> None:
    """Both stay in their cell."""
    new = Link("code", "https://github.com/nets/new")
    assert changed(table(), 0, links=[new, SLIDES])[1] == [
        f'<td>{CODE.format(name="new")} <a href="https://nets.example.org/talk">slides</a></td>'
    ]


def test_a_column_of_several_kinds_takes_no_link() -> None:
    """Nothing shows how a link would be written next to the names there."""
    cell = "{}<br>" + CODE.format(name="net")
    rows = [(row[0], cell.format(row[1]) if row[3] else "", row[2], "") for row in ROWS]
    assert parse_digest(table(rows, votes=False)).papers[0].authors == ("Lars Moe", "Nils Oby")
    digest = parse_digest(table(rows, votes=False))
    edited = digest.replace_paper(digest.papers[1], links=[NETS])
    assert refusal(edited) == [f"Digest.papers[1].links[0]: {NETS!r} would be lost"]


def test_authors_that_come_back() -> None:
    """A row without authors has a cell for them."""
    rows = [ROWS[0], (ROWS[1][0], "", *ROWS[1][2:]), ROWS[2]]
    old, new = changed(table(rows, votes=False), 1, authors=["Pia Quam"])
    assert (old, new) == (["<td></td>"], ["<td>Pia Quam</td>"])


def test_a_cell_that_says_something_else_is_no_place() -> None:
    """Only a cell without words takes a link, and only in a row with as many cells."""
    rows = [ROWS[0], (*ROWS[1][:3], "soon"), (*ROWS[2][:3],)]
    digest = parse_digest(table(rows))
    for at in (1, 2):
        edited = digest.replace_paper(digest.papers[at], links=[NETS])
        assert refusal(edited) == [f"Digest.papers[{at}].links[0]: {NETS!r} would be lost"]


def test_a_new_row_has_all_cells() -> None:
    """What is said of another paper alone leaves its cell, too."""
    url = "https://arxiv.org/abs/2601.00042"
    title = f'<a href="{url}">Ink and Silence</a>'
    paper = Paper("Ink and Silence", url, authors=["Noa Reed"])
    for new, cells in [
        (paper, ["Noa Reed", "", ""]),
        (paper.replace(links=[NETS]), ["Noa Reed", "", CODE.format(name="new")]),
        (paper.replace(authors=[]), ["", "", ""]),
    ]:
        written = serialize_digest(parse_digest(table()).insert(3, new))
        assert written == table().replace("</table>", f"{row_of([title, *cells])}</table>")
