"""What the columns of tables of papers hold."""

from paperdigest._units.rows import rows_in

_URL = "https://arxiv.org/abs/2408.12637"


def kinds(text: str) -> list[tuple[str, ...]]:
    """Return what the columns hold, table by table."""
    return [tuple(column.kind for column in table.columns) for table in rows_in(text)[0]]


def table(header: str, row: str, *, count: int = 3) -> str:
    """Return a table with some equal rows."""
    size = header.count("|") - 1
    return f"{header}\n|{'---|' * size}\n" + f"{row}\n" * count + "\n"


def test_headers_say_what_cells_hold() -> None:
    """Labels tell titles, names, votes, numbers and categories."""
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
    """Where two headers differ in words alone, a column keeps its kind; else it may hold anything."""
    row = f"| [A Study of Rivers]({_URL}) | Ada Byron, Emmy North | ICML |"
    one, two = "| Title | Authors | Venue |", "| Title | Author | Task |"
    (found,) = rows_in(table(one, row) + table(two, row))[0]
    assert [column.kind for column in found.columns] == ["title", "authors", "any"]
    assert len(found.headers) == 2


def test_only_so_many_shapes_of_tables() -> None:
    """A text with a great many tables has its first dozen read."""
    row = f"| [A Study of Rivers]({_URL}) |"
    text = "".join(
        table("| Title |" + " X |" * at, row + " - |" * at, count=2) for at in range(1, 15)
    )
    assert len(kinds(text)) == 12


def test_a_column_without_what_it_is_for() -> None:
    """A header says that a column is for links where no cell has one yet, or is empty."""
    row = f"| [A Study of Rivers]({_URL}) | |"
    assert kinds(table("| Title | Paper |", row)) == [("title", "paper")]
    assert kinds(table("| Title | Links |", f"| [A Study of Rivers]({_URL}) | soon |")) == [
        ("title", "links")
    ]
