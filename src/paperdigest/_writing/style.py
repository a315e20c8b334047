"""The habits of a text, learned from papers that stand in it."""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice

import attrs

from paperdigest._grammar.forms import Form
from paperdigest._model.origin import Origin
from paperdigest._model.source import line_end_of
from paperdigest._parsing.record import Piece, read_again
from paperdigest._text.authors import is_list
from paperdigest._writing.writer import Key, Style, key_of

#: How many papers are looked at: habits show in the first few.
_ENOUGH = 4


@attrs.frozen(eq=False)
class Habits:
    """Where to learn the style of a text, if it is needed.

    Attributes:
        origins: Papers of one text, those first whose style counts most.
        default_end: How lines end where no paper shows it.
    """

    origins: tuple[Origin, ...] = ()
    default_end: str = "\n"

    @cached_property
    def line_end(self) -> str:
        """How lines end."""
        texts = (origin.text for origin in self.origins)
        return next(
            (line_end_of(text) for text in texts if "\n" in text or "\r" in text), self.default_end
        )

    @cached_property
    def style(self) -> Style:
        """The style, the dialect's own where there is no paper."""
        return learn_style(self.origins, self.line_end)


def learn_style(origins: Iterable[Origin], line_end: str) -> Style:
    """Learn the style of a text.

    Args:
        origins: Papers of one text, those first whose style counts most.
        line_end: How its lines end.
    """
    forms: dict[Key, Form] = {}
    blanks: dict[tuple[Key, bool], int] = {}
    as_list: bool | None = None
    for origin in islice(origins, _ENOUGH):
        text = origin.text
        before: Piece | None = None
        for piece in read_again(origin)[1]:
            key = key_of(piece.entry.rule)
            if as_list is None and "authors" in piece.spans:
                as_list = is_list(text[slice(*piece.spans["authors"])])
            if key not in forms and _is_sound(text, piece):
                forms[key] = Form.from_example(text, piece.start, piece.end, _values(piece))
            if before is not None:
                pair = (key, before.entry.kind == piece.entry.kind)
                if pair not in blanks:
                    gap = text[before.end : piece.start]
                    if not gap.strip():
                        blanks[pair] = max(gap.count(line_end) - 1, 0)
            before = piece
    return Style(line_end, forms, blanks, as_list or False)


def _is_sound(text: str, piece: Piece) -> bool:
    """Tell whether a piece is an example to follow: no damaged form, its emphasis balanced.

    What has a mark with a word, such as the title of a link or a number, is one of its own.
    What a cell holds beside its rules is none: it says nothing of how the other values stand there.
    """
    cell = piece.entry.cell
    if cell is not None and piece.entry.rule not in cell.rules:
        return False
    marks = {text[slice(*span)] for name, span in piece.spans.items() if name.startswith("mark")}
    own = any(character.isalnum() for mark in marks for character in mark)
    return piece.entry.rule.flaw is None and bool(piece.spans) and len(marks) <= 1 and not own


def _values(piece: Piece) -> dict[str, tuple[int, int]]:
    """Return the spans that hold values; marks of emphasis stay as they are."""
    return {name: span for name, span in piece.spans.items() if not name.startswith("mark")}
