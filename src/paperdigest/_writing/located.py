"""A paper as it stands in a text, and edits made to a part of that text."""

from collections.abc import Sequence
from functools import cached_property

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.origin import Origin
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece, read_again
from paperdigest._writing.style import Habits
from paperdigest._writing.writer import Style

#: From, to, and what stands there instead, in code points of the text.
Edit = tuple[int, int, str]


@attrs.frozen(eq=False)
class LocatedPaper:
    """A paper as it stands in a text.

    Attributes:
        origin: Where.
        paper: What is read there.
        record: Its pieces, the head first.
        habits: What tells how new pieces are written.
    """

    origin: Origin
    paper: Paper
    record: Sequence[Piece]
    habits: Habits

    @classmethod
    def of(cls, origin: Origin, habits: Habits) -> "LocatedPaper":
        """Read what stands at an origin."""
        paper, record = read_again(origin)
        return cls(origin, paper, record, habits)

    @property
    def style(self) -> Style:
        """How new pieces are written."""
        return self.habits.style

    @property
    def text(self) -> str:
        """The paper's block."""
        return self.origin.text

    @property
    def dialect(self) -> Dialect:
        """What it is written in."""
        return self.origin.dialect

    @cached_property
    def _by_item(self) -> dict[tuple[str, int | None], list[Piece]]:
        found: dict[tuple[str, int | None], list[Piece]] = {}
        for piece in self.record:
            found.setdefault((piece.attribute, piece.item), []).append(piece)
            found.setdefault((piece.attribute, None), []).append(piece)
        return found

    def pieces(self, attribute: str, index: int | None = None) -> list[Piece]:
        """Return the pieces of an attribute, or of one item of it."""
        return self._by_item.get((attribute, index), [])


def applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return a part of a text with edits made; those at one place in their order."""
    pieces: list[str] = []
    at = start
    for begin, past, written in sorted(edits, key=lambda edit: edit[:2]):
        pieces += (text[at:begin], written)
        at = max(at, past)
    pieces.append(text[at:end])
    return "".join(pieces)
