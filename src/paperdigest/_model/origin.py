"""The origin of values: the block of a paper, and the text that it is in.

A digest keeps its text and the offsets of its papers' blocks. When the papers are first accessed,
the text is cut into the blocks. So a paper that you keep keeps no text but its own, and a digest
keeps its text once.
"""

import datetime
from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple, Self

from paperdigest._dialects import dialect_named, dialect_of
from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import normalize

#: The title, the first and the last day of a digest.
Words = tuple[str | None, datetime.date | None, datetime.date | None]


class Group(NamedTuple):
    """The heading of a group of papers.

    Attributes:
        text: The heading.
        start: The offset of its start in the text that was parsed.
        line: The number of lines before it.
        span: The span of the category in the heading.
        category: The category of the papers below it.
    """

    text: str
    start: int
    line: int
    span: tuple[int, int]
    category: str | None


class Origin:
    """The block of text that a paper was parsed from, which can parse it.

    It keeps nothing of what it parses: sections know their block, so they would never be freed
    without the garbage collector.

    Attributes:
        text: The block, from the paper's head to the next block.
        start: The offset of its start in the text that was parsed.
        line: The number of lines before it.
        dialect: The dialect that it was parsed in.
        group: The heading of its group.
    """

    __slots__ = ("dialect", "group", "line", "start", "text")

    def __init__(
        self, text: str, start: int, line: int, dialect: Dialect, group: Group | None
    ) -> None:
        self.text = text
        self.start = start
        self.line = line
        self.dialect = dialect
        self.group = group

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Origin):
            return NotImplemented
        mine = self.start, self.line, self.text, self.group, self.dialect
        return mine == (other.start, other.line, other.text, other.group, other.dialect)

    def __hash__(self) -> int:
        return hash((self.start, self.line, self.text))

    @property
    def category(self) -> str | None:
        """The category of its group."""
        return self.group.category if self.group else None

    def alone(self, text: str, group: Group | None = None) -> Self:
        """Return the origin of a text in the same dialect that is not a part of another one."""
        return type(self)(text, 0, 0, self.dialect, group)

    def parse(self) -> Any:  # noqa: ANN401 - its class imports this one
        """Return the paper."""
        raise NotImplementedError

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the name of a built-in dialect instead of its rules."""
        dialect = _key(self.dialect)
        return _restored, (type(self), self.text, self.start, self.line, dialect, self.group)


def _restored(  # noqa: PLR0917
    kind: type[Origin],
    text: str,
    start: int,
    line: int,
    dialect: Dialect | str,
    group: Group | None,
) -> Origin:
    return kind(text, start, line, dialect_of(dialect), group)


def _key(dialect: Dialect) -> Dialect | str:
    """Return the name of a dialect if that is enough to find it, else the dialect."""
    try:
        known = dialect_named(dialect.name)
    except ValueError:
        return dialect
    return dialect.name if dialect is known else dialect


class _Cut(NamedTuple):
    """A text cut into the blocks of its papers and what is between them.

    Attributes:
        origins: The blocks.
        between: The texts before, between and after them.
    """

    origins: tuple["Origin", ...]
    between: tuple[str, ...]

    def joined(self) -> str:
        """Return the text."""
        pieces = [""] * (len(self.origins) + len(self.between))
        pieces[::2] = self.between
        pieces[1::2] = [origin.text for origin in self.origins]
        return "".join(pieces)


class Document:
    """The text that a digest was parsed from.

    Attributes:
        dialect: The dialect that it was parsed in.
        date: The date that the caller passed for a text without one.
        year: The year that the caller passed for days without one.
        guessed: Whether no sign of a dialect was found in the text.
        words: The values of its heading.
        groups: The headings of their groups, or empty if there are no groups.
        kind: The class of the blocks.
        start: The offset of its start in the text that was parsed.
        line: The number of lines before it.
    """

    def __init__(  # noqa: PLR0917
        self,
        text: str,
        dialect: Dialect,
        date: datetime.date | None,
        year: int | None,
        guessed: bool,
        words: Words,
        cuts: tuple[int, ...],
        groups: tuple[Group | None, ...],
        kind: type[Origin],
        start: int,
        line: int,
    ) -> None:
        """Store a text, and the starts and ends of its papers' blocks, alternating."""
        self._held: tuple[str, tuple[int, ...]] | _Cut = text, cuts
        self.dialect = dialect
        self.date = date
        self.year = year
        self.guessed = guessed
        self.words = words
        self.groups = groups
        self.kind = kind
        self.start = start
        self.line = line

    @property
    def text(self) -> str:
        """The text, joined again if it was cut."""
        held = self._held
        return held.joined() if isinstance(held, _Cut) else held[0]

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """The spans of its papers' blocks."""
        starts = [origin.start - self.start for origin in self.origins]
        return [
            (start, start + len(origin.text))
            for start, origin in zip(starts, self.origins, strict=True)
        ]

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The blocks of its papers, cut out on first access, when they replace the text."""
        held = self._held
        if not isinstance(held, _Cut):
            self._held = held = self._cut(*held)
        return held.origins

    def _cut(self, text: str, cuts: tuple[int, ...]) -> _Cut:
        make, dialect, base = self.kind, self.dialect, self.start
        count = normalize(text).count
        groups = self.groups or repeat(None)
        origins: list[Origin] = []
        between: list[str] = []
        at = counted = 0
        line = self.line
        ends = iter(cuts)
        for start, end, group in zip(ends, ends, groups, strict=False):
            line += count("\n", counted, start)
            counted = start
            origins.append(make(text[start:end], base + start, line, dialect, group))
            between.append(text[at:start])
            at = end
        return _Cut(tuple(origins), (*between, text[at:]))

    def index_of(self, origin: Origin) -> int:
        """Return the index of the block that starts where another one does, if there is one."""
        from bisect import bisect_right

        return bisect_right(self.origins, origin.start, key=_start) - 1

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the text without its blocks, and the name of a built-in dialect."""
        held = self._held
        cuts = tuple(chain.from_iterable(self.spans)) if isinstance(held, _Cut) else held[1]
        given = (self.date, self.year, self.guessed)
        rest = (self.words, cuts, self.groups, self.kind, self.start, self.line)
        return _restored_document, (self.text, _key(self.dialect), *given, *rest)


def _start(origin: Origin) -> int:
    return origin.start


def _restored_document(text: str, dialect: Dialect | str, *rest: Any) -> Document:  # noqa: ANN401
    return Document(text, dialect_of(dialect), *rest)
