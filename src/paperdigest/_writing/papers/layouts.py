"""A paper without what is about it alone: the layout in which another one can be written."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from paperdigest._model.source import normalize
from paperdigest._parsing.elements import paired, tags
from paperdigest._parsing.record import Piece, own_end
from paperdigest._writing.edits.located import Edit, applied
from paperdigest._writing.papers.literals import Literal, Usual, words_in
from paperdigest._writing.pieces.cells import cells_in, overlaps, removals_in
from paperdigest._writing.pieces.cores import closes, core_of, opens, unmatched
from paperdigest._writing.pieces.splice import Span

#: What separates two pieces of a line.
_SEPARATOR = re.compile(r"[ \t]*[-–—·|,;:]*[ \t]*")
#: A remark in brackets with the marks around it, such as a venue and its year, but not a number.
_REMARK = re.compile(
    r"(?P<opening>[*_`]*)(?![(\[（【]\W?[0-9]{1,3}\W?[)\]）】])(?:\([^()\n]*\)|\[[^\[\]\n]*\](?!\()|（[^（）\n]*）|【[^【】\n]*】)"
    r"(?P<closing>[*_`]*)"
)


def layout_of(
    text: str,
    record: Sequence[Piece],
    literals: Sequence[Literal],
    usual: Usual,
    *,
    remarks: bool,
) -> str:
    """Return the own text of a paper without what is about it alone.

    Args:
        text: Its block.
        record: Its pieces, its head first.
        literals: Its text besides the values.
        usual: What nearly all papers say.
        remarks: Whether remarks in brackets are taken out of its head.

    Returns:
        An empty text if anything else about it alone is in its head.
    """
    strange = [each for each in literals if not usual.has(each)]
    pieces = [each.piece for each in strange]
    spans: set[Span] = set()
    leads: set[Span] = set()
    for each in strange:
        piece = each.piece
        if piece is None:
            spans.update(_whole(text, *each.span))
        elif piece is record[0]:
            found = list(_remarks(text, each, usual)) if remarks else []
            if not found:
                return ""
            leads.update(found)
        elif each.is_label and piece.entry.kind == "link" and pieces.count(piece) == 1:
            leads.add((piece.start, core_of(piece)[0]))  # words before a link, such as its venue
        elif piece.entry.kind == "markup":
            spans.add(_between_brackets(text, piece.start, piece.end))
        else:
            # A value goes with the text next to it, and is written in the dialect's own form.
            spans.add((piece.start, piece.end))
    cells = cells_in(text)
    if cells:
        places = sorted(spans)
        inside = ((cell, overlaps(cell, places)) for cell in cells)
        cuts = [cut for cell, there in inside if there for cut in removals_in(text, cell, there)]
    else:
        cuts = [_cut(text, *span) for span in spans]
    cuts += [(*span, "") for span in leads]
    return applied(text, 0, own_end(text, record, found=True), cuts)


def _remarks(text: str, literal: Literal, usual: Usual) -> Iterator[Span]:
    """Yield the remarks in brackets in a text, if nearly all papers say what else it says."""
    start, end = literal.span
    spans: list[Span] = []
    rest: set[str] = set()
    at = start
    for found in _REMARK.finditer(text, start, end):
        pairs = zip(found["opening"][::-1], found["closing"], strict=False)
        marks = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        first, last = found.end("opening") - marks, found.start("closing") + marks
        rest |= words_in(text, at, first)
        at = last
        # One space stays where one is on both sides.
        last += len(text[last:end]) - len(text[last:end].lstrip(".,: \t"))
        if last == at:
            first = start + len(text[start:first].rstrip(" \t"))
        spans.append((first, last))
    rest |= words_in(text, at, end)
    if usual.say(literal.source, rest):
        yield from spans


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what is between tags of elements that are only in part between two offsets."""
    ends = [start]
    for opening, closing in paired(tags(normalize(text[start:end]))):
        tag = closing if opening is None else opening
        if tag is not None and (opening is None or closing is None):
            ends += (start + tag.start, start + tag.end)
    ends = [*sorted(ends), end]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    for span in pairs:
        one, other = _between_brackets(text, *span)
        if text[one:other].strip():
            yield one, other


def _between_brackets(text: str, start: int, end: int) -> Span:
    """Return a part of a text without the brackets at its ends that have no other one there."""
    single = set(unmatched(text, start, end))
    end = start + len(text[start:end].rstrip())
    while end - 1 in single:
        end -= 1
    start = end - len(text[start:end].lstrip())
    while start in single:
        start += 1
    return start, end


def _cut(text: str, start: int, end: int) -> Edit:
    """Return the edit that removes lines, or a part of one. What separates two parts stays."""
    end = start + len(text[start:end].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if text[end : end + 1] in ("", "\n", "\r"):
        return len(text[:start].rstrip()), end, ""
    start = len(text[:start].rstrip(" \t"))
    separator = next(_SEPARATOR.finditer(text, start, end))[0] or " "
    between = text[start - 1] + text[end] == "><" or text.startswith("</", end)
    if opens(text[start - 1]):
        return start, end + len(text[end:]) - len(text[end:].lstrip(" \t")), ""
    if between or closes(text[end]):
        separator = ""  # nothing is to be separated where elements or brackets end or begin
    elif text[end].isspace():
        # The space stays there, and so does a separator that was on both sides.
        separator = separator.rstrip() if separator.strip() == text[end - 1] else ""
    return start, end, separator
