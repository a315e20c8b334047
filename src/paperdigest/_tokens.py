"""Tokens: a partition of the text into pieces of one kind each."""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

import attrs

from paperdigest._detect import resolve_dialect
from paperdigest._dialect import Dialect, Entry
from paperdigest._make import maker
from paperdigest._scanner import Block, Match, blocks, pieces, strip_span
from paperdigest._source import require_text, shadow_of

#: What a token is called whose group has a name of its own in its dialect.
_KINDS = {
    "copy": "markup",
    "mark": "markup",
    "mark2": "markup",
    "mark3": "markup",
    "id": "markup",
    "n": "markup",
}


Span = tuple[str, int, int]


@attrs.frozen(weakref_slot=False)
class Token:
    """A piece of a text.

    Attributes:
        kind: What it is: ``title``, ``date``, ``range``, ``year``, ``url``, ``votes``, ``authors``,
            ``category``, ``alt``, ``label``, ``value``, ``text`` (of a section), ``markup`` (what
            stands around these), ``blank`` (white space between pieces), or ``other`` (what no rule
            claims).
        text: The piece.
        start: Where it starts, in code points from 0.
        end: Where it ends, exclusive.
    """

    kind: str
    text: str
    start: int
    end: int


make_token: Callable[[str, str, int, int], Token] = maker(Token)


def tokenize(text: str, *, dialect: Dialect | str | None = None) -> Iterator[Token]:
    r"""Cut a text into tokens.

    The tokens partition the text: joined, they are the text, whatever it holds.

    Args:
        text: Any text.
        dialect: The dialect or its name; recognised where not given.

    Returns:
        The tokens in order.

    Raises:
        TypeError: ``text`` is not a ``str``.
        ValueError: There is no dialect of that name.

    Example:
        >>> text = "### [A](https://example.org/a)\n\nVote: 34\n"
        >>> [token.text for token in tokenize(text, dialect="daily-papers")]
        ['### [', 'A', '](', 'https://example.org/a', ')', '\n\n', 'Vote: ', '34', '\n']
    """
    require_text(text)
    chosen = resolve_dialect(text, dialect)
    return _tokens(text, chosen)


def _tokens(text: str, dialect: Dialect) -> Iterator[Token]:
    shadow = shadow_of(text)
    values: dict[Entry, list[tuple[str, int]]] = {}
    at = 0
    for block in blocks(dialect, shadow):
        for kind, start, end in _spans(dialect, shadow, block, values):
            if start < at:
                continue
            if at < start:
                yield _unclaimed(text, at, start)
            yield make_token(kind, text[start:end], start, end)
            at = end
    if at < len(text):
        yield _unclaimed(text, at, len(text))


def _unclaimed(text: str, start: int, end: int) -> Token:
    piece = text[start:end]
    return make_token("blank" if piece.isspace() else "other", piece, start, end)


def _spans(
    dialect: Dialect, shadow: str, block: Block, values: dict[Entry, list[tuple[str, int]]]
) -> list[Span]:
    """Give what the rules claim in a block, in order.

    Args:
        dialect: What the text is written in.
        shadow: The text with plain line ends.
        block: The block.
        values: The kinds and groups of the rules that were met; what is missing is put in.
    """

    def add(spans: list[Span], entry: Entry, match: Match, inner: Sequence[Span] = ()) -> None:
        groups = values.get(entry)
        if groups is None:
            groups = values[entry] = _values_of(entry)
        found = [(kind, *match.span(number)) for kind, number in groups]
        if inner:
            found = sorted([*found, *inner], key=itemgetter(1))
        at = match.start(entry.start)
        for kind, start, end in found:
            if start < at:
                continue
            if start < end and (shadow[start].isspace() or shadow[end - 1].isspace()):
                start, end = strip_span(shadow, start, end)  # noqa: PLW2901 - the same span
            if start < end:
                if at < start:
                    spans.append(("markup", at, start))
                spans.append((kind, start, end))
                at = end
        start, end = strip_span(shadow, at, match.end())
        if start < end:
            spans.append(("markup", at, end))

    spans: list[Span] = []
    if block.kind != block.entry.kind:
        return spans  # a paper where no papers are read
    inner: list[Span] = []
    row = bool(block.entry.cells)
    if not row:
        add(spans, block.entry, block.head)
    if block.kind == "paper":
        into = inner if row else spans
        for entry, match, start, end in pieces(
            dialect, shadow, block.entry, block.head, block.stop
        ):
            if match is not None:
                add(into, entry, match)
            if match is None or entry.kind == "section":
                kind = "value" if entry.kind == "field" else "text"
                start, end = strip_span(shadow, start, end)  # noqa: PLW2901 - the same span
                if start < end:
                    into.append((kind, start, end))
    if row:
        add(spans, block.entry, block.head, inner)
    return spans


def _values_of(entry: Entry) -> list[tuple[str, int]]:
    """Give the kinds of a rule's values and their groups, without those of its cells."""
    cells = {number for number, _ in entry.cells}
    return [
        (_KINDS.get(name, name), number)
        for name, number in entry.groups.items()
        if number not in cells
    ]
