"""Tables whose rows are papers: where they are, and which of them have the same rules.

The rules of a table apply to all tables with its header. If two headers have the same number of
columns, their tables are merged, or a cell tells the rows of one from those of the other. All other
tables are skipped as a whole.
"""

import re
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from paperdigest._units.search.columns import CELL, Column, Rows, Sample, bare, read_table

_TABLE = re.compile(
    r"^[ \t]*\|(?P<header>[^\n]*)\n(?P<line>[ \t]*\|[ \t:|]*-[ \t:|-]*)$(?P<rows>(?:\n[ \t]*\|[^\n]*+)*+)",
    re.MULTILINE,
)
#: The line below the header of a table without bars around its rows (GFM, section 4.10).
OPEN_LINE = r"[ \t]*+:?-++:?[ \t]*+\|[ \t:|-]*+"
#: The start of a row of such a table, which is not that of any other block.
OPEN_ROW = r"(?![ \t]*+(?:[|#>]|[-*+][ \t]))(?=[^\n|]*+\|)"
_OPEN_TABLE = re.compile(
    rf"^{OPEN_ROW}(?P<header>[^\n]*+)\n{OPEN_LINE}$(?P<rows>(?:\n{OPEN_ROW}[^\n]*+)*+)",
    re.MULTILINE,
)
#: Marks around the labels of columns.
_IN_LABELS = re.compile(r"[*_`]|</?(?:b|i|strong|em|sub|font|center|div)\b[^<>\n]*+>")
_SPLIT = re.compile(r"(?:[^|\\\n]|\\[^\n])*+")
#: A cell with a link, and one that starts with a number.
_LINKED, _COUNTED = r"[^|\n]*(?:\]\(|://)", r"[ \t*_`]*+[0-9]"
_SAMPLES, _MOST_COLUMNS, _MOST_TABLES = 12, 16, 12
#: How many rows of a table are compared with those of others, and how many headers a text may have.
_MOST_SAMPLES, _MOST_HEADERS = 48, 256


class Tables(NamedTuple):
    """The tables of papers in a text.

    Attributes:
        rows: What they hold.
        total: How many rows they have.
        titles: Some titles in them.
        open: The spans of those without bars around their rows.
        start: Where the first one starts; the end of the text if there are none.
        left: How many rows were left out, since the text has too many headers.
    """

    rows: Sequence[Rows]
    total: int
    titles: Sequence[str]
    open: Sequence[tuple[int, int]]
    start: int
    left: int


#: A table, with some of its rows.
_Sampled = tuple[Rows, Sample]


def tables_in(text: str) -> Tables:
    """Return the tables of papers in a text."""
    found: dict[tuple[int, bool], list[_Sampled]] = {}
    count, headers, left = 0, 0, 0
    titles, spans = list[str](), list[tuple[int, int]]()
    start = len(text)
    if "|" not in text:
        return Tables((), 0, (), (), start, 0)
    for table in (*_TABLE.finditer(text), *_OPEN_TABLE.finditer(text)):
        if len(found) >= _MOST_TABLES:
            break
        is_open = table.re is _OPEN_TABLE
        header = table["header"].rstrip()
        labels = [_IN_LABELS.sub("", each).strip() for each in _cells(header)]
        size = len(labels)
        if any(header.strip() in each.headers for each, _ in found.get((size, is_open), ())):
            count += table["rows"].count("\n")
            start = min(start, table.start())
            spans += [table.span()] if is_open else []
            continue
        lines = [row.lstrip() for row in table["rows"].split("\n")[1 : _SAMPLES + 1]]
        rows = [_cells(row if is_open else row[1:]) for row in lines]
        # A comment may follow the last bar.
        rows = [
            row[:size]
            for row in rows
            if len(row) == size or (len(row) == size + 1 and row[-1].startswith("[//]"))
        ]
        if not rows or not 1 <= size <= _MOST_COLUMNS:
            continue
        if headers >= _MOST_HEADERS:
            left += table["rows"].count("\n")
            continue
        read = read_table(labels, rows)
        if read is None:
            continue
        headers += 1
        own = read._replace(headers=(header.strip(),), open=is_open)
        count += table["rows"].count("\n")
        title = [column.kind for column in own.columns].index("title")
        titles += [bare(row[title]) for row in rows]
        start = min(start, table.start())
        spans += [table.span()] if is_open else []
        _add(found.setdefault((size, is_open), []), own, rows)
    every = [each for tables in found.values() for each, _ in tables]
    return Tables(every, count, titles, spans, start, left)


def _add(known: list[_Sampled], own: Rows, rows: Sample) -> None:
    """Add a table to those with the same number of columns: merge it into one of them, or append it.

    Args:
        known: Those tables, each with some of its rows.
        own: The table.
        rows: Some of its rows.
    """
    fitting = [at for at, (each, _) in enumerate(known) if _fits(each, rows)]
    merged = {at: both for at in fitting if (both := _merged(known[at][0], own))}
    whole = [at for at, both in merged.items() if _names_in(both) == _names_in(own)]
    tells = [_tells(sample, rows) for _, sample in known]
    starts = [tell for tell in tells if tell is not None]
    if not whole and len(starts) == len(known) and not (own.open and known):
        known[:] = [
            (each._replace(tell=each.tell + its), sample)
            for (each, sample), (its, _) in zip(known, starts, strict=True)
        ]
        known.append((own._replace(tell="".join(mine for _, mine in starts)), rows))
    elif merged:
        at = min(whole or merged)
        known[at] = merged[at], [*known[at][1], *rows][:_MOST_SAMPLES]


def _names_in(table: Rows) -> int:
    """Return how many columns hold names."""
    return sum(column.kind == "authors" for column in table.columns)


def _fits(table: Rows, rows: Sample) -> bool:
    """Return whether rows start as those of a table do, if that tells it from another one."""
    return not table.tell or all(re.match(table.tell, f"|{'|'.join(row)}") for row in rows)


def _merged(one: Rows, other: Rows) -> Rows | None:
    """Merge two tables, or return ``None`` if their titles are in different columns."""
    columns = tuple(map(_column_of_both, one.columns, other.columns))
    if [each.kind for each in columns].count("title") != 1:
        return None
    return Rows(
        columns,
        one.headers + other.headers,
        one.needs_link or other.needs_link,
        one.linked and other.linked,
        one.notes or other.notes,
        one.open,
        one.sure and other.sure,
        one.cited or other.cited,
        one.tell,
    )


def _tells(one: Sample, other: Sample) -> tuple[str, str] | None:
    """Return a pattern for each of two tables that its rows have and those of the other do not."""
    for at, pattern in product(range(len(one[0])), (_LINKED, _COUNTED)):
        shown = {re.match(pattern, row[at]) is not None for row in one}
        hidden = {re.match(pattern, row[at]) is not None for row in other}
        if len(shown) == len(hidden) == 1 and shown != hidden:
            start = rf"[ \t]*+\|(?:{CELL}\|){{{at}}}{pattern}"
            with_it, without = f"(?={start})", f"(?!{start})"
            return (with_it, without) if True in shown else (without, with_it)
    return None


def _cells(row: str) -> list[str]:
    cells: list[str] = []
    at, size = 0, len(row)
    while at <= size:
        found = _SPLIT.match(row, at)
        assert found is not None  # it may be empty
        cells.append(found[0].strip())
        at = found.end() + 1
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def _column_of_both(one: Column, other: Column) -> Column:
    if one == other:
        return one
    if one.kind == other.kind and one.kind in ("title", "authors", "number", "paper", "links"):
        return one
    return Column("any", "")


def titles_among(titles: Sequence[str], text: str, starts: Sequence[tuple[int, int]]) -> bool:
    """Return whether the titles of a table are those of papers elsewhere in a text."""
    heads = " ".join(text[start:end] for start, end in starts).casefold()
    found = sum(title.casefold() in heads for title in titles if title)
    return bool(titles) and 2 * found >= len(titles)
