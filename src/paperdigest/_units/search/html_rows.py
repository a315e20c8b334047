"""Rows of tables in HTML, each as one line whose words are the title of the paper in the row.

HTML, section 4.9: a row is a ``tr``, its cells are ``td``, or ``th`` in the head of a table. Each
cell may be on a line of its own, so one line stands for the row, from its tag to the cell with the
title: the cell in the column that looks most like titles.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from paperdigest._units.patterns.shapes import HTML_TAG
from paperdigest._units.patterns.titles import quality_of
from paperdigest._units.search.lines import Line, line_at

#: The start of a row, which may be on the line of its table.
ROW_START = r"[ \t]*+(?:<(?:table|tbody)\b[^>\n]*+>[ \t]*+)*+<tr\b[^>\n]*+>"
_ROW = re.compile(rf"^{ROW_START}", re.MULTILINE)
_TABLE = re.compile(r"<table\b")
_CELL = re.compile(r"[ \t]*+<t[dh]\b[^>\n]*+>\s*+(?:<(?:p|div|center)\b[^>\n]*+>\s*+)?+")
_TAGS = re.compile(HTML_TAG)
#: What ends the first line of a cell.
_END = re.compile(r"</?(?:br|div|p|t[dr])\b")
#: The start of the mark of a row. The number of cells before the one with the title follows it.
ROW = "<tr+"
#: How many characters a row may have.
_LONGEST = 4_000
#: How many rows of a table are checked.
_SAMPLES = 24
#: How much a column must look like titles.
_ENOUGH = 0.6


def with_rows(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a text, with one for each row of its tables in HTML.

    Args:
        text: The text with plain line endings.
        lines: Its lines.
    """
    known = {line.start: line for line in lines} if "<tr" in text else {}
    rows = [row for row in _rows(text) if row.start in known] if known else []
    if not rows:
        return lines
    tables = [found.start() for found in _TABLE.finditer(text)]
    found: list[Line] = []
    for _, table in groupby(rows, key=lambda row: bisect_right(tables, row.start)):
        found += _titled(text, list(table), known)
    starts = [line.start for line in found]
    ends = {row.start: row.end for row in rows}
    kept: list[Line] = []
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        if at < 0 or line.start >= ends[starts[at]]:
            kept.append(line)
        elif line.start >= found[at].end:
            kept.append(line._replace(mark="|"))  # another cell of the row
    return sorted([*kept, *found])


class _Row(NamedTuple):
    """A row of a table.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        cells: Where the contents of each of its cells start.
    """

    start: int
    end: int
    cells: Sequence[int]


def _rows(text: str) -> Iterator[_Row]:
    """Yield the rows that are not heads of tables."""
    starts = [found.start() for found in _ROW.finditer(text)]
    for start, following in pairwise([*starts, len(text)]):
        last = text.find("</tr>", start, following)
        end = min(last if last >= 0 else following, start + _LONGEST)
        if "<th" in text[start:end]:
            continue
        cells = [found.end() for found in _CELL.finditer(text, start, end)]
        if cells:
            yield _Row(start, end, cells)


def _titled(text: str, rows: Sequence[_Row], known: Mapping[int, Line]) -> Iterator[Line]:
    """Yield a line for each row of a table, if one of its columns holds titles."""
    samples = rows[:: max(1, len(rows) // _SAMPLES)]
    most = max(len(row.cells) for row in samples)
    # Columns count from the last cell, since a cell that spans several rows is only in the first.
    quality, last = max(
        (sum(_quality(text, row, len(row.cells) - at) for row in samples) / len(samples), at)
        for at in range(1, most + 1)
    )
    for row in rows if quality >= _ENOUGH else ():
        start, _, cells = row
        column = len(cells) - last
        # If the title is in the first cell and on the line of the row, that line does already.
        if column >= 0 and (column or "\n" in text[start : cells[column]]):
            at = cells[column]
            end = text.find("\n", at)
            line = line_at(text, at, len(text) if end < 0 else end, known[start].number, alone=True)
            if line is not None and line.lead:
                yield line._replace(start=start, quote=0, indent=0, mark=f"{ROW}{column}>")


def _quality(text: str, row: _Row, at: int) -> float:
    """Return how much the first line of a cell looks like a title, from 0 to 1."""
    if at < 0:
        return 0.0
    start = row.cells[at]
    end = _END.search(text, start, row.end)
    words = " ".join(_TAGS.sub(" ", text[start : end.start()]).split()) if end else ""
    return quality_of(words) if len(words.split()) > 2 else 0.0
