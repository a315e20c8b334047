"""Pieces of a paper that are taken out, with what separates them from others."""

import re
from collections.abc import Iterator, Sequence

from paperdigest._parsing.record import Piece
from paperdigest._writing.edits.located import Edit
from paperdigest._writing.pieces.cells import cell_of, cells_in, is_theirs, overlaps, removals_in
from paperdigest._writing.pieces.cores import SEPARATORS, are_pair, closes, core_of, opens
from paperdigest._writing.pieces.splice import Span

#: The end of a line and what starts the next one: its indent, and marks of quotes and items.
_LEAD = re.compile(r"\s*[\r\n](?:[ \t]*+>)*+[ \t]*+(?:[-*+•][ \t]++)?+")
#: What separates two pieces of a line.
_SEPARATOR = re.compile(rf"[ \t]*+[{SEPARATORS}]*+[ \t]*+")
#: The same before the rest of a line that is more than marks: words, or signs such as emoji.
_BEFORE_MORE = re.compile(rf"{_SEPARATOR.pattern}(?=[^\r\n]*?(?:\w|[^\x00-\xff\s]))")
#: The same signs.
_SPACES = " \t" + SEPARATORS.replace("\\", "")
#: The end of a line, or of the element that a value is in.
_ENDS = re.compile(r"[ \t]*+(?:[\r\n]|\Z|</|<br\b)")
#: A full stop after a value.
_STOP = re.compile(r"[.](?=\s|\Z)")
#: What a further link starts with.
_LINK = re.compile(r"[(\[（【!]*\[|<a\b|<?https?:")


def removals(text: str, pieces: Sequence[Piece]) -> Iterator[Edit]:
    """Yield the edits that take pieces out of a text.

    A line that has nothing else goes as a whole. In any other, brackets that would be empty go too,
    and one separator stays between the pieces on both sides. A cell of an HTML table stays, since
    those after it would get into the wrong columns.
    """
    cells = cells_in(text) if pieces else ()
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
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and _SEPARATOR.fullmatch(text, core_of(runs[-1][-1])[1], core_of(piece)[0]):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for run in runs:
        start, end = run[0].start, run[-1].end
        above = len(text[:start].rstrip())
        lead = _LEAD.match(text, above)
        if lead is None or lead.end() >= end:
            lead = None
            begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        elif _BEFORE_MORE.match(text, end):
            begin = lead.end()
        else:
            yield above, end, ""
            continue
        core = max(core_of(run[0])[0], begin), core_of(run[-1])[1]
        yield *_cut(text, core, begin, is_link=run[-1].entry.kind == "link"), ""


def _cut(text: str, core: Span, begin: int, *, is_link: bool) -> Span:
    """Return the part of a text that goes with a value in a line that has more.

    Args:
        text: The text.
        core: The place of the value, without what is around it.
        begin: Where the line begins, after its lead.
        is_link: Whether it is a link.
    """
    start, end = core
    while True:
        left, right = _spaces_around(text, start, end, begin)
        if left > begin and are_pair(text[left - 1], text[right : right + 1]):
            start, end = left - 1, right + 1  # nothing is left in these brackets
        else:
            break
    if left > begin and text[left:start].isspace() and _STOP.match(text, end):
        end += 1  # it ends the value, as another one ends what is before it
        left, right = _spaces_around(text, start, end, begin)
    if _ENDS.match(text, right):
        return left, len(text[:right].rstrip(" \t")) if right > end else end
    if left == begin or opens(text[left - 1]) or closes(text[right]):
        return left, right
    if right == end or (is_link and _LINK.match(text, right)):
        return start, right  # what follows is one more of the same list
    return left, end


def _spaces_around(text: str, start: int, end: int, begin: int) -> Span:
    """Return a part of a line with the separators around it."""
    while start > begin and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return start, end
