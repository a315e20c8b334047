"""The text of papers besides their values: what nearly all say, and what is about one alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from paperdigest._model.origin import Origin
from paperdigest._parsing.record import Piece, own_end
from paperdigest._writing.pieces.numbers import numbers_of
from paperdigest._writing.pieces.splice import Span

#: A word or a sign such as an emoji. A tag without attributes is neither: it is layout.
_SAYING = re.compile(r"</?[A-Za-z][A-Za-z0-9]*[ ]?/?>|(\w+|[^\x00-\xff\s])")
_DIGIT = re.compile(r"[0-9]")


class Literal(NamedTuple):
    """Text of a paper that is not a value.

    Attributes:
        piece: The piece that has it, or ``None`` if no rule matched it.
        span: Its place.
        words: The words and signs in it.
        is_label: Whether it stands before the first value of its piece.
    """

    piece: Piece | None
    span: Span
    words: frozenset[str]
    is_label: bool

    @property
    def source(self) -> object:
        """What it is compared with: other text of its rule, or all text that no rule matched."""
        return None if self.piece is None else id(self.piece.entry.rule)


class Usual:
    """The text besides their values that nearly all papers have.

    Args:
        papers: The literal text of each paper.
    """

    def __init__(self, papers: Sequence[Sequence[Literal]]) -> None:
        self._papers = Counter[object]({None: len(papers)})
        self._words = Counter[tuple[object, str]]()
        for literals in papers:
            self._papers.update({each.source for each in literals} - {None})
            self._words.update({(each.source, word) for each in literals for word in each.words})

    def has(self, literal: Literal) -> bool:
        """Return whether a text is not about one paper alone: of a single one, labels in words."""
        papers = self._papers[literal.source]
        if papers == 1:
            has_digits = any(map(_DIGIT.search, literal.words))
            return not literal.words or (literal.is_label and not has_digits)
        return self.say(literal.source, literal.words)

    def say(self, source: object, words: Iterable[str]) -> bool:
        """Return whether nearly all papers have words in text of one source."""
        papers = self._papers[source]
        return all(4 * self._words[source, word] >= 3 * papers for word in words)

    def is_left(self, literal: Literal) -> bool:
        """Return whether a text has words that few papers say, which are about those alone."""
        papers = self._papers[literal.source]
        said = (self._words[literal.source, word] for word in literal.words)
        return any(0 < 4 * count < 3 * papers for count in said)


def literals_of(origin: Origin, record: Sequence[Piece], *, counts: bool) -> Iterator[Literal]:
    """Yield the text of a paper that is not a value, nor an identifier or a number that counts.

    Args:
        origin: The paper.
        record: Its pieces.
        counts: Whether numbers count the papers.
    """
    text, head = origin.text, record[0]
    numbers = numbers_of(origin.dialect, head.entry, head.match) if counts else []
    known = origin.parse().arxiv_id
    if known is not None:
        text = text.replace(known, " " * len(known))
    at, own = 0, own_end(origin.text, record, found=True)
    for piece in record[:1] if head.entry.cells else record:
        if piece.start >= own:
            break
        yield _literal(text, None, at, piece.start)
        at = piece.start
        spans = [span for name, span in piece.spans.items() if not name.startswith("mark")]
        spans += numbers if piece is head else ()
        values = sorted(spans) if piece.entry.kind != "markup" else ()
        for index, (start, end) in enumerate(values):
            yield _literal(text, piece, at, start, is_label=index == 0)
            at = max(at, end)
        yield _literal(text, piece, at, piece.end)
        at = max(at, piece.end)
    yield _literal(text, None, at, max(at, own))
    for number, cell in head.entry.cells if head.entry.cells else ():
        if cell.table is None:
            continue
        at, end = head.match.span(number)
        for piece in record[1:]:
            if at <= piece.start < end:
                yield _literal(text, None, at, piece.start)
                at = piece.end
        yield _literal(text, None, at, max(at, end))


def _literal(
    text: str, piece: Piece | None, start: int, end: int, *, is_label: bool = False
) -> Literal:
    return Literal(piece, (start, end), words_in(text, start, end), is_label)


def words_in(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words and signs in a part of a text."""
    words = (found[1] for found in _SAYING.finditer(text, start, end))
    return frozenset(filter(None, words))
