"""Reading a paper again, to see which piece of the text each of its values came from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.tables import Entry
from paperdigest._model.origin import Origin
from paperdigest._model.paper import Paper
from paperdigest._model.source import end_in, end_of_line, normalize
from paperdigest._parsing.draft import begin_paper
from paperdigest._parsing.elements import paired, tags
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.readers import Note, first_head, read_paper
from paperdigest._parsing.scanner import Match, named, strip_span

#: The kinds of pieces that give a paper no value.
_NO_VALUES = ("markup", "divider")


class _Note(NamedTuple):
    attribute: str
    item: int
    found: Found
    source: str


class Piece(_Note):
    """A piece of a text and the value that was read from it.

    Attributes:
        attribute: The attribute that it gives a value to, or the kind of its rule.
        item: The index of the value, if the attribute is a tuple; -1 if the piece gives no value of
            its own.
        found: The piece.
        source: The whole text.
    """

    __slots__ = ()

    @property
    def entry(self) -> Entry:
        """The rule of the piece."""
        return self.found[0]

    @property
    def match(self) -> Match:
        """The match of its rule."""
        return self.found[1]

    @property
    def text(self) -> tuple[int, int] | None:
        """The place of the stripped text of a section or of the rest of a cell."""
        entry, _, start, end = self.found
        return strip_span(self.source, start, end) if entry.has_text else None

    @property
    def start(self) -> int:
        """The offset of its start."""
        entry, match, _, _ = self.found
        text = self.text if entry.rest else None
        return text[0] if text else match.start(entry.start)

    @property
    def end(self) -> int:
        """The offset of its end, which for a section is that of its text."""
        entry, match, _, _ = self.found
        end = match.end()
        text = self.text
        if text is not None:
            end = text[1] if entry.rest else max(text[1], end)
        return end_in(self.source, end)

    @property
    def spans(self) -> "Spans":
        """The places of its stripped values, by their names."""
        return Spans(self)


class Spans(Mapping[str, tuple[int, int]]):
    """The places of the values of a piece, each looked for when first needed."""

    __slots__ = ("_piece",)

    def __init__(self, piece: Piece) -> None:
        self._piece = piece

    def __getitem__(self, name: str) -> tuple[int, int]:
        _, _, (entry, match, _, _), source = self._piece
        if name == "text" and entry.has_text:
            return self._piece.text or (0, 0)
        start, end = match.span(entry.groups[name])
        if start < 0:
            raise KeyError(name)
        return strip_span(source, start, end)

    def __iter__(self) -> Iterator[str]:
        entry, match, _, _ = self._piece.found
        yield from (name for name, number in entry.groups.items() if match.start(number) >= 0)
        if entry.has_text and "text" not in entry.groups:
            yield "text"

    def __len__(self) -> int:
        return sum(1 for _ in self)


def read_again(origin: Origin) -> tuple[Paper, list[Piece]]:
    """Return the paper at an origin and its pieces, its head first."""
    paper, notes = read_notes(origin)
    return paper, list(named(Piece, notes))


def read_notes(origin: Origin) -> tuple[Paper, list[Note]]:
    """Return the same, with each piece as a plain tuple."""
    normalized = normalize(origin.text)
    head = first_head(origin.dialect, normalized)
    draft = begin_paper(origin, origin.category)
    notes: list[Note] = []
    end = len(normalized)
    paper = read_paper(draft, origin.dialect, origin.text, normalized, head, end=end, record=notes)
    return paper, notes


def own_end(text: str, record: Sequence[Piece], *, found: bool) -> int:
    """Return where a paper's own text ends in its block; what follows is between papers.

    That is the end of its row, or of the line that ends with its last piece, where that is markup
    such as a closing tag; else its block goes to a divider or to its end, without the blank lines
    there. Where rules that were found take any tag, an element that the paper opens belongs to it,
    and one that it only closes does not.

    Args:
        text: The block.
        record: The pieces of the paper, its head first.
        found: Whether the rules were found in the text.
    """
    head, last = record[0], record[-1]
    if head.entry.cells:
        return head.end
    if last.entry.kind == "divider":
        text = text[: last.start]
        last = record[-2]
    # A last section without text ends after the space that follows its label.
    end = last.end if last.entry.kind == "markup" else max(len(text.rstrip()), last.end)
    if not found or "<" not in text:
        return end_of_line(text, end)
    value = next(piece.end for piece in reversed(record) if piece.entry.kind not in _NO_VALUES)
    return _balanced(text, value, end)


def _balanced(text: str, value: int, end: int) -> int:
    """Return the end of a paper with the elements that it opens, and no others.

    Args:
        text: Its block.
        value: The end of its last value.
        end: Its end as far as its pieces tell.
    """
    line = _line_end(text, value)
    elements = list(paired(tags(normalize(text))))
    own = [shut.end for open_, shut in elements if open_ and shut and open_.start < line]
    end = max([end, *own])
    last = stop = max(end, _line_end(text, end))
    for opening, closing in elements:
        if opening is None:
            if closing is not None and closing.start >= value:
                stop = min(stop, closing.start)  # it closes an element around the paper
        elif opening.start >= line and (closing is None or closing.end > end):
            stop = min(stop, opening.start)  # it opens an element around what comes after
    return last if stop == last else len(text[:stop].rstrip())


def _line_end(text: str, at: int) -> int:
    """Return the end of the line of an offset, without the white space there."""
    return at + len(text[at : end_of_line(text, at)].rstrip())


def pieces_of(origin: Origin) -> list[Piece]:
    """Return the pieces of the paper at an origin, its head first, without reading its values."""
    normalized = normalize(origin.text)
    entry, head = first_head(origin.dialect, normalized)
    found = pieces(origin.dialect, normalized, entry, head, len(normalized))
    return [Piece(each[0].kind, -1, each, origin.text) for each in ((entry, head, 0, 0), *found)]


def own_end_at(origin: Origin) -> int:
    """Return where the own text of the paper at an origin ends, without reading its values."""
    return own_end(origin.text, pieces_of(origin), found=is_made(origin.dialect))
