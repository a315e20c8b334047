"""Tokens: a partition of the text into pieces of one kind each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from paperdigest._detect import resolve_dialect
from paperdigest._dialect import Dialect
from paperdigest._named import named
from paperdigest._scanner import Block, Found, blocks, pieces
from paperdigest._source import require_text, shadow_of

#: A kind, the text, from where to where.
_Piece = tuple[str, str, int, int]


class Token(NamedTuple):
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
    return named(Token, chain.from_iterable(_runs(text, resolve_dialect(text, dialect)[0])))


def _runs(text: str, dialect: Dialect) -> Iterator[list[_Piece]]:
    """Give what the tokens are made of, all of a block at once.

    One loop without calls, since a text has many tokens.
    """
    shadow = shadow_of(text)
    at = 0  # up to where there are tokens
    for block in blocks(dialect, shadow):
        run: list[_Piece] = []
        for entry, match, first, last in _found(dialect, shadow, block):
            begin = match.start(entry.start)
            if at < begin:
                gap = text[at:begin]
                run.append(("blank" if gap.isspace() else "other", gap, at, begin))
                at = begin
            values: Sequence[tuple[str, int]] = entry.values
            span: Callable[[int], tuple[int, int]] = match.span
            if entry.cells:
                values, span = _row(dialect, shadow, block)
            for kind, number in values:
                start, end = span(number) if number else (first, last)
                value = text[start:end]
                bare = value.strip()
                if not bare or start < at:
                    continue
                if bare is not value:  # what has nothing to strip is given back itself
                    start += len(value) - len(value.lstrip())
                if at < start:
                    run.append(("markup", text[at:start], at, start))
                at = start + len(bare)
                run.append((kind, bare, start, at))
            if at < match.end():
                rest = text[at : match.end()].rstrip()
                if rest:
                    run.append(("markup", rest, at, at + len(rest)))
                    at += len(rest)
        yield run
    if at < len(text):
        gap = text[at:]
        yield [("blank" if gap.isspace() else "other", gap, at, len(text))]


def _found(dialect: Dialect, shadow: str, block: Block) -> Iterable[Found]:
    """Give the head of a block and the pieces below it."""
    entry, head = block.entry, block.head
    if block.kind != entry.kind:
        return ()  # a paper where no papers are read
    first = (entry, head, 0, 0)
    if block.kind != "paper" or entry.cells:
        return (first,)
    return chain((first,), pieces(dialect, shadow, entry, head, block.stop))


def _row(
    dialect: Dialect, shadow: str, block: Block
) -> tuple[list[tuple[str, int]], Callable[[int], tuple[int, int]]]:
    """Give the values of a row and of its cells in the order of the text, and what tells where."""
    entry, head = block.entry, block.head
    found = [(head.span(number), kind) for kind, number in entry.values]
    for inner, match, start, stop in pieces(dialect, shadow, entry, head, block.stop):
        found += [
            (match.span(number) if number else (start, stop), kind) for kind, number in inner.values
        ]
    found.sort()
    spans = [(0, 0), *(span for span, _ in found)]
    return [(kind, number) for number, (_, kind) in enumerate(found, 1)], spans.__getitem__
