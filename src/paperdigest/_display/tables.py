"""The notebook view of rows."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import cast

from paperdigest._display.markup import escaped, fitting, framed
from paperdigest._text.counts import counted

#: The most rows of one view.
_MOST = 20

#: How much of a cell is shown, in code points.
_LONGEST = 80


def rows_page(columns: Sequence[str], rows: Iterable[Mapping[str, object]], count: int) -> str:
    """Return a table of the first rows.

    Args:
        columns: The names of the columns.
        rows: The rows, each a mapping of these names.
        count: The number of rows.
    """
    head = "".join(f"<th>{escaped(name)}</th>" for name in columns)
    shown = list(fitting(_row(columns, row) for row in islice(rows, _MOST)))
    table = f'<div class="pd-rows"><table><tr>{head}</tr>{"".join(shown)}</table></div>'
    left = count - len(shown)
    more = f'<div class="pd-dim">and {left:,} more</div>' if left else ""
    return framed([f'<div class="pd-head"><b>{counted(count, "rows")}</b></div>', table, more])


def _row(columns: Sequence[str], row: Mapping[str, object]) -> str:
    return f"<tr>{''.join(f'<td>{_cell(row[name])}</td>' for name in columns)}</tr>"


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(cast("list[str]", value))
    words = "" if value is None else str(value)
    return escaped(" ".join(words[: 4 * _LONGEST].split()), _LONGEST)
