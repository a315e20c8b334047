"""Cells of HTML tables: a value that goes leaves its cell, and a new one goes into its column."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from paperdigest._model.source import normalize
from paperdigest._parsing.elements import paired, tags
from paperdigest._parsing.record import Piece
from paperdigest._writing.pieces.splice import Span

_CELLS = ("td", "th")
#: The tag of a cell, with the white space next to it.
_TAG = re.compile(r"\s*</?t[dh]\b[^<>]*+>\s*", re.IGNORECASE)
#: What is in a cell beside its values, but says nothing: tags, white space and marks.
_SILENT = re.compile(r"(?:<(?!img\b|video\b)/?[a-z][^<>]*+>|[^\w<>])*+", re.IGNORECASE)

#: What separates two pieces.
_SEPARATOR = re.compile(r"\s*+(?:[-–—·•|｜,;:/]|<br[ ]?/?>)*+\s*+", re.IGNORECASE)


class Column(NamedTuple):
    """The column that a paper has a value in.

    Attributes:
        kind: The kind of the rule that reads it.
        label: Its label, or an empty text.
        at: The index of the column.
        width: How many columns the row has.
    """

    kind: str
    label: str
    at: int
    width: int


def columns_of(text: str, pieces: Sequence[Piece]) -> Iterator[Column]:
    """Yield the columns with values of one kind, in the row of a paper.

    Args:
        text: The text of the paper.
        pieces: Its pieces.
    """
    cells = cells_in(text)
    there: dict[int, list[Piece]] = {}
    for piece in pieces if cells else ():
        index = cell_of(cells, piece)
        if index is not None:
            there.setdefault(index, []).append(piece)
    for index, inside in there.items():
        kind = inside[0].entry.kind
        if all(piece.entry.kind == kind for piece in inside):
            labels = (text[slice(*piece.spans.get("label", (0, 0)))] for piece in inside)
            yield from (Column(kind, label, index, len(cells)) for label in labels)


def column_for(columns: Iterable[Column], kind: str, label: str) -> Column | None:
    """Return the column for a value: that of its label, or else the only one of its kind."""
    found = [each for each in columns if each.kind == kind]
    named = [each for each in found if each.label == label]
    places = {each[2:] for each in named or found}
    return (named or found)[0] if len(places) == 1 else None


def cells_in(text: str) -> Sequence[Span]:
    """Return where the contents of the cells of a text are, in order.

    Example:
        >>> cells_in("<tr><td>a</td><td></td></tr>")
        [(8, 9), (18, 18)]
    """
    if "<t" not in text and "<T" not in text:
        return ()
    found = (tag for tag in tags(normalize(text)) if tag.name in _CELLS)
    return sorted((first.end, last.start) for first, last in paired(found) if first and last)


def cell_of(cells: Sequence[Span], piece: Piece) -> int | None:
    """Return the index of the cell that the values of a piece are in, if one holds them all."""
    spans = [span for span in piece.spans.values() if span[0] < span[1]] if cells else []
    if not spans:
        return None
    start, end = min(spans)[0], max(last for _, last in spans)
    index = bisect_right(cells, start, key=itemgetter(0)) - 1
    return index if index >= 0 and end <= cells[index][1] else None


def is_theirs(text: str, cell: Span, pieces: Sequence[Piece]) -> bool:
    """Return whether pieces that are in a cell are all of it, or reach out of it.

    A piece that has words outside of the cell, such as a label in another one, is not in it alone.
    """
    first, last = cell
    outside: list[Span] = []
    for piece in pieces:
        outside += [(piece.start, max(piece.start, first)), (min(piece.end, last), piece.end)]
    reaches = any(start < end for start, end in outside)
    around = [] if reaches else [(first, pieces[0].start), (pieces[-1].end, last)]
    return all(is_silent(text, part) for part in (*outside, *around))


def content_of(written: str) -> str:
    r"""Return what a piece writes into its cell.

    Example:
        >>> content_of("</td>\n<td>Mara Lind")
        'Mara Lind'
    """
    return next(filter(None, reversed(_TAG.split(written))), "")


def is_silent(text: str, span: Span) -> bool:
    """Return whether a place has no words, only tags and marks."""
    return bool(_SILENT.fullmatch(text, *span))


def overlaps(cell: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """Return the parts of some places that are in a cell."""
    clipped = ((max(start, cell[0]), min(end, cell[1])) for start, end in spans)
    return [(start, end) for start, end in clipped if start < end]


def removals_in(text: str, cell: Span, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that take pieces out of a cell, which stays.

    Args:
        text: The text.
        cell: The place of its content.
        spans: The places of the pieces in it, in order.
    """
    first, last = cell
    ends = [first, *(at for span in spans for at in span), last]
    if all(is_silent(text, span) for span in zip(ends[::2], ends[1::2], strict=True)):
        yield first, last, ""
        return
    leads, at = True, first
    for start, end in spans:
        leads = leads and is_silent(text, (at, start))
        at = end
        if leads:
            # What follows becomes the first thing in the cell.
            yield start, next(_SEPARATOR.finditer(text, end)).end(), ""
        else:
            yield first + len(text[first:start].rstrip()), end, ""
