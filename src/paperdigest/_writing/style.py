"""The habits of a text, learned from its papers."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice

import attrs

from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import VALUES
from paperdigest._model.origin import Origin
from paperdigest._model.source import line_end_of, normalize
from paperdigest._parsing.record import Piece, read_again
from paperdigest._text.authors import is_list
from paperdigest._writing.writer import Key, Style, key_of

#: How many papers are looked at: habits show in the first few.
_ENOUGH = 4


@attrs.define(eq=False)
class Facts:
    """What one paper shows of the style of its text.

    Attributes:
        forms: The form of the pieces of each rule.
        blanks: The number of blank lines before them, the first time and again.
        as_list: Whether the authors are a list literal, or ``None`` if there are none.
    """

    forms: dict[Key, Form] = attrs.field(factory=dict[Key, Form])
    blanks: dict[tuple[Key, bool], int] = attrs.field(factory=dict[tuple[Key, bool], int])
    as_list: bool | None = None


@attrs.frozen(eq=False)
class Habits:
    """Where to learn the style of a text, if it is needed.

    Attributes:
        origins: Papers of one text.
        default_end: How lines end where no paper shows it.
        known: What papers show, each looked at once.
        first: The paper whose style counts most.
    """

    origins: tuple[Origin, ...] = ()
    default_end: str = "\n"
    known: dict[Origin, Facts] = attrs.field(factory=dict[Origin, Facts])
    first: Origin | None = None

    def after(self, origin: Origin) -> "Habits":
        """Return the habits of a text for one paper, whose own come first."""
        return Habits(self.origins, self.default_end, self.known, origin)

    def _in_order(self) -> Iterator[Origin]:
        return chain(() if self.first is None else (self.first,), self.origins)

    @cached_property
    def line_end(self) -> str:
        """How lines end."""
        texts = (origin.text for origin in self._in_order())
        return next(
            (line_end_of(text) for text in texts if "\n" in text or "\r" in text), self.default_end
        )

    @cached_property
    def style(self) -> Style:
        """The style, or the dialect's own style if there is no paper."""
        if self.first is None and not self.origins:
            return Style(self.line_end)
        return _LearnedStyle(self._in_order(), self.line_end, self.known)


class _LearnedStyle(Style):
    """How a text writes pieces, which it is asked for one paper after the other.

    Args:
        origins: Papers of one text, those first whose style counts most.
        line_end: How its lines end.
        known: What papers show, each looked at once.
    """

    def __init__(
        self, origins: Iterable[Origin], line_end: str, known: dict[Origin, Facts]
    ) -> None:
        super().__init__(line_end)
        self._plain = Style(line_end)
        self._left = islice(origins, _ENOUGH)
        self._known = known
        self._seen = Facts()

    @property
    def plain(self) -> Style:
        """The same line endings, and nothing that was learned from a text."""
        return self._plain

    @property
    def as_list(self) -> bool:
        """Whether authors are list literals."""
        while self._seen.as_list is None and self._learn():
            pass
        return self._seen.as_list or False

    def form_seen(self, rule: Rule) -> Form | None:
        """Return how the text writes the pieces of a rule, where it has one."""
        key = key_of(rule)
        while key not in self._seen.forms and self._learn():
            pass
        return self._seen.forms.get(key)

    def blanks_seen(self, rule: Rule, *, again: bool) -> int | None:
        """Return how many blank lines the text has before a piece, where it has one."""
        pair = (key_of(rule), again)
        while pair not in self._seen.blanks and self._learn():
            pass
        return self._seen.blanks.get(pair)

    def _learn(self) -> bool:
        """Look at one more paper, if there is one."""
        origin = next(self._left, None)
        if origin is None:
            return False
        facts = self._known.get(origin)
        if facts is None:
            facts = self._known[origin] = _facts(origin)
        seen = self._seen
        seen.forms = facts.forms | seen.forms
        seen.blanks = facts.blanks | seen.blanks
        seen.as_list = facts.as_list if seen.as_list is None else seen.as_list
        return True


def _facts(origin: Origin) -> Facts:
    """Return what a paper shows."""
    text = origin.text
    facts = Facts()
    before: Piece | None = None
    for piece in read_again(origin)[1]:
        key = key_of(piece.entry.rule)
        if facts.as_list is None and "authors" in piece.entry.groups:
            facts.as_list = is_list(text[slice(*piece.spans["authors"])])
        if key not in facts.forms and _is_sound(text, piece):
            facts.forms[key] = Form.from_example(text, piece.start, piece.end, _values(piece))
        pair = (key, before is not None and before.entry.kind == piece.entry.kind)
        if before is not None and pair not in facts.blanks:
            gap = text[before.end : piece.start]
            if not gap.strip():
                facts.blanks[pair] = max(normalize(gap).count("\n") - 1, 0)
        before = piece
    return facts


def _is_sound(text: str, piece: Piece) -> bool:
    """Return whether a piece is an example to follow: no damaged form, its emphasis balanced.

    What has a mark with a word, such as the title of a link or a number, is one of its own.
    The text of a cell besides its rules does not count, since it does not show the form of values.
    """
    cell = piece.entry.cell
    if cell is not None and piece.entry.rule not in cell.rules:
        return False
    marks = {text[slice(*span)] for name, span in piece.spans.items() if name.startswith("mark")}
    own = any(character.isalnum() for mark in marks for character in mark)
    return piece.entry.rule.flaw is None and bool(piece.spans) and len(marks) <= 1 and not own


def _values(piece: Piece) -> dict[str, tuple[int, int]]:
    """Return the spans that hold values; marks of emphasis stay, and the label of one value."""
    fixed = ("mark", "label") if piece.entry.kind in VALUES else ("mark",)
    return {name: span for name, span in piece.spans.items() if not name.startswith(fixed)}
