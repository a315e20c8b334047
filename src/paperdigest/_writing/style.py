"""The habits of a text, learned from papers that stand in it."""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice

import attrs

from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Rule
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
        return _LearnedStyle(self.origins, self.line_end) if self.origins else Style(self.line_end)


class _LearnedStyle(Style):
    """How a text writes pieces, which it is asked for one paper after the other.

    Args:
        origins: Papers of one text, those first whose style counts most.
        line_end: How its lines end.
    """

    def __init__(self, origins: Iterable[Origin], line_end: str) -> None:
        super().__init__(line_end)
        self._left = islice(origins, _ENOUGH)
        self._seen: dict[Key, Form] = {}
        self._blanks: dict[tuple[Key, bool], int] = {}
        self._as_list: bool | None = None

    @cached_property
    def plain(self) -> Style:
        """The same line ends, and nothing that was learned from a text."""
        return Style(self.line_end)

    @property
    def as_list(self) -> bool:
        """Whether authors are list literals."""
        while self._as_list is None and self._learn():
            pass
        return self._as_list or False

    def form_seen(self, rule: Rule) -> Form | None:
        """Return how the text writes the pieces of a rule, where it has one."""
        key = key_of(rule)
        while key not in self._seen and self._learn():
            pass
        return self._seen.get(key)

    def blanks_seen(self, rule: Rule, *, again: bool) -> int | None:
        """Return how many blank lines the text has before a piece, where it has one."""
        pair = (key_of(rule), again)
        while pair not in self._blanks and self._learn():
            pass
        return self._blanks.get(pair)

    def _learn(self) -> bool:
        """Look at one more paper, if there is one."""
        origin = next(self._left, None)
        if origin is None:
            return False
        text = origin.text
        before: Piece | None = None
        for piece in read_again(origin)[1]:
            key = key_of(piece.entry.rule)
            if self._as_list is None and "authors" in piece.entry.groups:
                self._as_list = is_list(text[slice(*piece.spans["authors"])])
            if key not in self._seen and _is_sound(text, piece):
                form = Form.from_example(text, piece.start, piece.end, _values(piece))
                self._seen[key] = form
            pair = (key, before is not None and before.entry.kind == piece.entry.kind)
            if before is not None and pair not in self._blanks:
                gap = text[before.end : piece.start]
                if not gap.strip():
                    self._blanks[pair] = max(gap.count(self.line_end) - 1, 0)
            before = piece
        return True


def _is_sound(text: str, piece: Piece) -> bool:
    """Return whether a piece is an example to follow: no damaged form, its emphasis balanced.

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
