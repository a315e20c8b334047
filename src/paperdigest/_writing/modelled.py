"""A new paper written like another paper of its text, whose values it replaces.

The rules that are found in a text parse it. They do not show how its author would write one more
paper: with which bullet, in which order, between which tags. An existing paper does. Its text,
without what is about that paper alone, is edited like any other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import is_made
from paperdigest._model.origin import Group, Origin
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece, own_end, pieces_of
from paperdigest._parsing.scanner import paper_head
from paperdigest._writing.compare import MANY, SINGLE, changed_names
from paperdigest._writing.edits import edited
from paperdigest._writing.located import Edit, LocatedPaper, applied, numbers_of
from paperdigest._writing.splice import Span
from paperdigest._writing.style import Habits

#: How many papers are tried as models.
_ENOUGH = 6
#: How long a model may be, since each new paper takes time in proportion to it.
_LONGEST = 10_000
#: A word or a sign such as an emoji. A tag without attributes is neither: it is layout.
_SAYING = re.compile(r"</?[A-Za-z][A-Za-z0-9]*[ ]?/?>|(\w+|[^\x00-\xff\s])")
#: What separates two pieces of a line.
_SEPARATOR = re.compile(r"[ \t]*[-–—·|,;:]*[ \t]*")


class _Literal(NamedTuple):
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


class Models:
    """The papers of a text that show how a new one is written.

    Args:
        habits: The habits of the text.
    """

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        shown: list[tuple[Origin, list[Piece], list[_Literal]]] = []
        for origin in habits.origins[:_ENOUGH]:
            if is_made(origin.dialect) and len(origin.text) <= _LONGEST:
                record = pieces_of(origin)
                if not record[0].entry.cells:  # rows have a form of their own
                    shown.append((origin, record, list(_literals(origin, record))))
        usual = _Usual([literals for _, _, literals in shown])
        self._models: list[Origin] = []
        for origin, record, literals in shown:
            text = _bare(origin.text, record, [each for each in literals if not usual.has(each)])
            if text and paper_head(origin.dialect, normalize(text))[0] is not None:
                self._models.append(type(origin)(text, 0, 0, origin.dialect, None))

    def drafts(self, paper: Paper, number: int, category: str | None) -> Iterator[str]:
        """Yield texts for a paper without one, starting with those of the papers most like it.

        Args:
            paper: The paper.
            number: Its number, if heads have one.
            category: The category of the group that it belongs to.
        """
        group = None if category is None else Group("", 0, 0, (0, 0), category)
        models = [
            LocatedPaper(type(each)(each.text, 0, 0, each.dialect, group), self._habits)
            for each in self._models
        ]
        for located in sorted(models, key=lambda each: _unlike(each.paper, paper)):
            changed = changed_names(located.paper, paper)
            text = edited(located, paper, changed, len(located.text), number)
            old, new = located.paper.arxiv_id, paper.arxiv_id
            if old is not None and old in text and old != new:
                if new is None:
                    continue
                text = text.replace(old, new)
            found, _ = paper_head(located.dialect, normalize(text))
            spans = [] if found is None else numbers_of(located.dialect, *found)
            yield applied(text, 0, len(text), [(*span, str(number)) for span in spans])


class _Usual:
    """The text besides their values that nearly all papers have.

    Args:
        papers: The literal text of each paper.
    """

    def __init__(self, papers: Sequence[Sequence[_Literal]]) -> None:
        self._papers = Counter[object]({None: len(papers)})
        self._words = Counter[tuple[object, str]]()
        for literals in papers:
            self._papers.update({each.source for each in literals} - {None})
            self._words.update({(each.source, word) for each in literals for word in each.words})

    def has(self, literal: _Literal) -> bool:
        """Return whether a text is not about one paper alone."""
        papers = self._papers[literal.source]
        if papers == 1:  # only labels are sure not to be
            return literal.is_label or not literal.words
        words = ((literal.source, word) for word in literal.words)
        return all(4 * self._words[each] >= 3 * papers for each in words)


def _literals(origin: Origin, record: Sequence[Piece]) -> Iterator[_Literal]:
    """Yield the text of a paper that is not a value, except its number and its identifier."""
    text, head = origin.text, record[0]
    numbers = numbers_of(origin.dialect, head.entry, head.match)
    known = origin.parse().arxiv_id
    if known is not None:
        text = text.replace(known, " " * len(known))
    at = 0
    for piece in record:
        if piece.entry.kind == "divider":
            break
        yield _literal(text, None, at, piece.start)
        at = piece.start
        spans = [*numbers, *piece.spans.values()] if piece is head else piece.spans.values()
        values = sorted(spans) if piece.entry.kind != "markup" else ()
        for index, (start, end) in enumerate(values):
            yield _literal(text, piece, at, start, is_label=index == 0)
            at = max(at, end)
        yield _literal(text, piece, at, piece.end)
        at = max(at, piece.end)
    yield _literal(text, None, at, max(at, own_end(text, record)))


def _literal(
    text: str, piece: Piece | None, start: int, end: int, *, is_label: bool = False
) -> _Literal:
    words = (found[1] for found in _SAYING.finditer(text, start, end))
    return _Literal(piece, (start, end), frozenset(filter(None, words)), is_label)


def _bare(text: str, record: Sequence[Piece], strange: Sequence[_Literal]) -> str:
    """Return the own text of a paper without what is about it alone.

    Returns:
        An empty text if such a thing is in its head.
    """
    pieces = [each.piece for each in strange]
    if record[0] in pieces:
        return ""
    # A value goes together with the text next to it, and is written in the dialect's own form.
    spans = {
        each.span if each.piece is None else (each.piece.start, each.piece.end) for each in strange
    }
    return applied(text, 0, own_end(text, record), [_cut(text, *span) for span in spans])


def _cut(text: str, start: int, end: int) -> Edit:
    """Return the edit that removes lines, or a part of one. What separates two parts stays."""
    end = start + len(text[start:end].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if text[end : end + 1] in ("", "\n", "\r"):
        return len(text[:start].rstrip()), end, ""
    start = len(text[:start].rstrip(" \t"))
    separator = next(_SEPARATOR.finditer(text, start, end))[0] or " "
    return start, end, "" if text[end].isspace() else separator


def _unlike(one: Paper, other: Paper) -> tuple[int, int]:
    """Return how much two papers differ in which values they have, and in how many."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in (*SINGLE, *MANY)]
    missing = sum((a in (None, ())) != (b in (None, ())) for a, b in pairs)
    many = [(getattr(one, name), getattr(other, name)) for name in MANY]
    return missing, sum(abs(len(a) - len(b)) for a, b in many)
