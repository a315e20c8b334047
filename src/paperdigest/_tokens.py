"""Tokens: a partition of the text into pieces of one kind each."""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

import attrs

from paperdigest._detect import resolve_dialect
from paperdigest._dialect import Dialect, Entry
from paperdigest._make import maker
from paperdigest._scanner import Match, blocks, pieces, strip_span
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
        >>> [(token.kind, token.text) for token in tokenize(text) if token.kind != "markup"]
        [('title', 'A'), ('url', 'https://example.org/a'), ('blank', '\n\n'), ('votes', '34'), ('blank', '\n')]
    """
    require_text(text)
    chosen = resolve_dialect(text, dialect)
    return _tokens(text, chosen)


def _tokens(text: str, dialect: Dialect) -> Iterator[Token]:
    at = 0
    for kind, start, end in _spans(dialect, shadow_of(text)):
        if start < at or start == end:
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


def _spans(dialect: Dialect, shadow: str) -> Iterator[Span]:
    """Give what the rules claim, in order."""
    for block in blocks(dialect, shadow):
        if block.kind != "paper":
            if block.kind == block.entry.kind:
                yield from _parts(shadow, block.entry, block.head, ())
        elif block.entry.cells:
            inner: list[Span] = []
            for entry, match, start, end in pieces(
                dialect, shadow, block.entry, block.head, block.stop
            ):
                if match is not None:
                    inner.extend(_parts(shadow, entry, match, ()))
                if match is None or entry.kind == "section":
                    kind = "value" if entry.kind == "field" else "text"
                    inner.append((kind, *strip_span(shadow, start, end)))
            yield from _parts(shadow, block.entry, block.head, inner)
        else:
            yield from _parts(shadow, block.entry, block.head, ())
            for entry, match, start, end in pieces(
                dialect, shadow, block.entry, block.head, block.stop
            ):
                if match is not None:
                    yield from _parts(shadow, entry, match, ())
                    if entry.kind == "section":
                        yield ("text", *strip_span(shadow, start, end))


def _parts(shadow: str, entry: Entry, match: Match, inner: Sequence[Span]) -> Iterator[Span]:
    """Give the values in a match and the markup around them.

    Args:
        shadow: The text with plain line ends.
        entry: The rule.
        match: What it matched.
        inner: What was found in the cells of a row.
    """
    cells = {number for number, _ in entry.cells}
    values = [
        (_KINDS.get(name, name), *strip_span(shadow, *match.span(number)))
        for name, number in entry.groups.items()
        if number not in cells and match.start(number) >= 0
    ]
    if inner:
        values = sorted([*values, *inner], key=itemgetter(1))
    at = match.start(entry.start)
    for kind, start, end in values:
        if start < at or start == end:
            continue
        if at < start:
            yield "markup", at, start
        yield kind, start, end
        at = end
    if at < match.end():
        yield "markup", at, match.end()
