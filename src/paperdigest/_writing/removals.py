"""Pieces of a paper that are taken out, with the white space before them."""

import re
from collections.abc import Iterator, Sequence

from paperdigest._parsing.record import Piece
from paperdigest._writing.cells import cell_of, cells_in, is_theirs, overlaps, removals_in
from paperdigest._writing.located import Edit
from paperdigest._writing.splice import Span

#: The end of a line and what starts the next one: its indent, and marks of quotes and items.
_LEAD = re.compile(r"\s*[\r\n](?:[ \t]*+>)*+[ \t]*+(?:[-*+•][ \t]++)?+")
#: What separates two pieces of a line.
_SEPARATOR = re.compile(r"[ \t]*+[-–—·•|｜,;:]*+[ \t]*+")
#: The same before the rest of a line that is more than marks: words, or signs such as emoji.
_BEFORE_MORE = re.compile(rf"{_SEPARATOR.pattern}(?=[^\r\n]*?(?:\w|[^\x00-\xff\s]))")


def removals(text: str, pieces: Sequence[Piece]) -> Iterator[Edit]:
    """Yield the edits that take pieces out of a text.

    A line that has nothing else goes as a whole. What follows the first piece of a line stays
    there, without what separated the two. A cell of an HTML table stays, since those after it would
    get into the wrong columns.
    """
    cells = cells_in(text)
    inside: dict[int | None, list[Piece]] = {None: []}
    for piece in sorted(pieces, key=lambda piece: piece.start):
        inside.setdefault(cell_of(cells, piece), []).append(piece)
    loose = inside.pop(None)
    for index, there in inside.items():
        if index is not None and is_theirs(text, cells[index], there):
            spans = [(piece.start, piece.end) for piece in there]
            yield from removals_in(text, cells[index], overlaps(cells[index], spans))
        else:
            loose += there
    yield from _removals_from_lines(text, sorted(loose, key=lambda piece: piece.start))


def _removals_from_lines(text: str, pieces: Sequence[Piece]) -> Iterator[Edit]:
    """Yield the edits that take pieces out of lines.

    Args:
        text: The text.
        pieces: The pieces, in order.
    """
    spans: list[Span] = []
    for piece in pieces:
        if spans and _SEPARATOR.fullmatch(text, spans[-1][1], piece.start):
            spans[-1] = spans[-1][0], piece.end
        else:
            spans.append((piece.start, piece.end))
    for start, end in spans:
        above = len(text[:start].rstrip())
        lead, follows = _LEAD.match(text, above), _BEFORE_MORE.match(text, end)
        if lead and follows and lead.end() < end:
            yield lead.end(), follows.end(), ""
        else:
            yield above, end, ""
