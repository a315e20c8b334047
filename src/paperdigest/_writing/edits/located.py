"""A paper with its place in a text, and edits of a part of that text."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.schema import VALUES
from paperdigest._model.origin import Origin
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper, Section
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.readers import first_head
from paperdigest._parsing.record import Piece, read_again
from paperdigest._writing.forms.style import Habits, LearnedStyle
from paperdigest._writing.pieces.numbers import numbers_of

#: The kinds of lines that set their own attribute, whatever else the paper contains.
ALONE = frozenset(kind for kind, each in VALUES.items() if not (each.spare_label or each.derived))

#: Start and end in code points, and the new text.
Edit = tuple[int, int, str]


class LocatedPaper:
    """A paper with its place in a text.

    Args:
        origin: The block the paper was parsed from.
        habits: The style of new pieces.
        before: The parsed paper, if it is already known.
        others: Papers that are located already, so that each is parsed once.

    Attributes:
        paper: The parsed paper.
        head: The first of its pieces.
    """

    # Before Python 3.12 a cached property takes a lock, which costs more than parsing most pieces.
    __slots__ = (
        "_by_kind", "_found", "_others", "_pieces", "_record", "habits", "head", "origin", "paper"
    )  # fmt: skip

    def __init__(
        self,
        origin: Origin,
        habits: Habits,
        before: Paper | None = None,
        others: "dict[Origin, LocatedPaper] | None" = None,
    ) -> None:
        self.origin = origin
        self.habits = habits
        self._record: Sequence[Piece] | None = None
        if before is not None and before._origin is origin:
            entry, head = first_head(origin.dialect, normalize(origin.text))
            self.paper = before
            self.head = Piece("paper", 0, (entry, head, 0, 0), origin.text)
        else:
            self.paper, self._record = read_again(origin)
            self.head = self._record[0]
        self._found: list[Found] | None = None
        self._by_kind: dict[str, list[Found]] = {}
        self._others: dict[Origin, LocatedPaper] = {} if others is None else others
        self._pieces: dict[tuple[str, int | None], list[Piece]] | None = None

    @property
    def found(self) -> list[Found]:
        """The pieces after the head, not yet turned into values."""
        if self._found is None:
            entry, head, _, _ = self.head.found
            normalized = head.string
            self._found = list(pieces(self.dialect, normalized, entry, head, len(normalized)))
        return self._found

    @property
    def after_head(self) -> list[Piece]:
        """The same pieces with their places, but not with the values that they give."""
        return [Piece("", -1, found, self.text) for found in self.found]

    @property
    def record(self) -> Sequence[Piece]:
        """The pieces of the paper, the head first."""
        if self._record is None:
            self._record = read_again(self.origin)[1]
        return self._record

    def number(self, otherwise: int) -> str:
        """Return its number in the text, or another one for a head that has none."""
        found = numbers_of(self.dialect, self.head.entry, self.head.match)
        return self.text[slice(*found[0])] if found else str(otherwise)

    @property
    def style(self) -> LearnedStyle:
        """The style of new pieces."""
        return self.habits.style

    @property
    def text(self) -> str:
        """The paper's block."""
        return self.origin.text

    @property
    def dialect(self) -> Dialect:
        """The dialect of the text."""
        return self.origin.dialect

    def pieces(self, attribute: str, index: int | None = None) -> list[Piece]:
        """Return the pieces of an attribute, or of one item of it."""
        alone = attribute in ALONE and index is None
        if alone or (attribute == "section" and not self.dialect.cells):
            found = self._of_kind(attribute)
            rows = enumerate(found) if index is None else [(index, found[index])]
            return [Piece(attribute, 0 if alone else at, each, self.text) for at, each in rows]
        if self._pieces is None:
            self._pieces = {}
            for piece in self.record:
                self._pieces.setdefault((piece.attribute, piece.item), []).append(piece)
                self._pieces.setdefault((piece.attribute, None), []).append(piece)
        return self._pieces.get((attribute, index), [])

    def _of_kind(self, kind: str) -> list[Found]:
        """Return the pieces of one kind, looked for once."""
        found = self._by_kind.get(kind)
        if found is None:
            found = self._by_kind[kind] = [each for each in self.found if each[0].kind == kind]
        return found

    def holds(self, section: Section) -> bool:
        """Return whether a section was parsed here, or made from one that was."""
        return section._origin is self.origin or section._origin == self.origin

    def another(self, origin: Origin) -> "LocatedPaper":
        """Return another paper, one of whose sections moves here; or this one, if it is this."""
        if origin == self.origin:
            return self
        there = self._others.get(origin)
        if there is None:
            there = self._others[origin] = LocatedPaper(origin, self.habits)
        return there


@attrs.frozen(eq=False)
class Change:
    """A paper to be written in place of another one.

    Attributes:
        located: The paper as it was read.
        new: The edited paper.
        names: The names of the attributes that differ.
        end: The end of the text to write: that of its own text, or of its block.
        number: Its number, for a head that has none and gets one.
        category: The category of the group that it belongs to.
    """

    located: LocatedPaper
    new: Paper
    names: AbstractSet[str]
    end: int
    number: int
    category: str | None


def applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return a part of a text with edits made; those at one place in their order."""
    pieces: list[str] = []
    at = start
    for begin, past, written in sorted(edits, key=itemgetter(0, 1)):
        pieces += (text[at:begin], written)
        at = max(at, past)
    pieces.append(text[at:end])
    return "".join(pieces)
