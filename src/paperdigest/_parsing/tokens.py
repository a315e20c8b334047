"""Tokens: a partition of the text into pieces of one kind each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from paperdigest._dialects import DialectName
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.schema import TokenKind
from paperdigest._grammar.tables import Entry
from paperdigest._model.source import normalize, require_text
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.hidden import may_hide
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.scanner import Match, block_rows, named

#: A kind, the text, its start and its end.
_Piece = tuple[str, str, int, int]


class Token(NamedTuple):
    """A piece of a text.

    Attributes:
        kind: The kind: ``title``, ``url``, ``votes``, ``authors`` or another attribute of a paper;
            ``date``, ``range``, ``year``, ``label``, ``value``, ``alt``, ``text`` (of a section),
            ``markup`` (around all these), ``blank`` (white space), or ``other`` (no rule matches).
        text: The text of the token.
        start: The offset of its start, in code points from 0.
        end: The offset of its end, exclusive.
    """

    kind: TokenKind
    text: str
    start: int
    end: int


def tokenize(text: str, *, dialect: Dialect | DialectName | None = None) -> Iterator[Token]:
    r"""Tokenize a text.

    The tokens partition the text: join their texts, and you get it back.

    Args:
        text: Any text.
        dialect: A dialect, or the name of a built-in one; detected by default.

    Returns:
        An iterator over the tokens, in order. It is used up when you have looked at them once, so
        make a list to keep them.

    Raises:
        TypeError: ``text`` is not a ``str``, or ``dialect`` is neither a dialect nor a name.
        ValueError: No dialect has that name.

    Example:
        >>> text = "### [A](https://example.org/a)\n\nVote: 34\n"
        >>> [token.text for token in tokenize(text, dialect="daily-papers")]
        ['### [', 'A', '](', 'https://example.org/a', ')', '\n\n', 'Vote: ', '34', '\n']
    """
    require_text(text)
    return named(Token, chain.from_iterable(_runs(text, resolve_dialect(text, dialect)[0])))


class _Spans(NamedTuple):
    """The spans of the values in a row and its cells, with the method of a match."""

    span: Callable[[int], tuple[int, int]]


#: The kinds of the values of a row and of its cells, with their numbers, and where they are.
_Row = tuple[Sequence[tuple[str, int]], _Spans]


def _runs(text: str, dialect: Dialect) -> Iterator[list[_Piece]]:
    """Yield the parts of the tokens, those of a whole block at once."""
    normalized = normalize(text)
    at = 0  # up to where there are tokens
    hides = may_hide(normalized)
    for block, entry, head, _, block_end, _ in block_rows(dialect, normalized, hides=hides):
        if block != entry.kind:
            continue  # a paper where no papers are parsed
        found: Iterable[Found] = [(entry, head, 0, 0)]
        if entry.cells:
            inner = pieces(dialect, normalized, entry, head, block_end)
            run = _run(text, at, found, _row(entry, head, inner))
        else:
            if block == "paper":
                inner = pieces(dialect, normalized, entry, head, block_end, hides=hides)
                found = chain(found, inner)
            run = _run(text, at, found)
        if run:
            at = run[-1][3]
            yield run
    if at < len(text):
        gap = text[at:]
        yield [("blank" if gap.isspace() else "other", gap, at, len(text))]


def _run(text: str, at: int, found: Iterable[Found], row: _Row | None = None) -> list[_Piece]:
    """Return the parts of the tokens of a block.

    One loop without calls, since a text has many tokens.

    Args:
        text: The text.
        at: Where the tokens so far end.
        found: The pieces of the block.
        row: The values of its only piece, if it is a row.
    """
    run: list[_Piece] = []
    add = run.append
    for entry, match, first, last in found:
        begin = match.start(entry.start)
        if at < begin:
            gap = text[at:begin]
            add(("blank" if gap.isspace() else "other", gap, at, begin))
            at = begin
        values: Sequence[tuple[str, int]] = entry.values
        spans: Match | _Spans = match
        if row is not None:
            values, spans = row
        for kind, number in values:
            start, end = spans.span(number) if number else (first, last)
            value = text[start:end]
            bare = value.strip()
            if not bare or start < at:
                continue
            if bare is not value:  # strip() returns the same object if there is nothing to strip
                start += len(value) - len(value.lstrip())
            if at < start:
                add(("markup", text[at:start], at, start))
            at = start + len(bare)
            add((kind, bare, start, at))
        rest = text[at : match.end()].rstrip()
        if rest:
            end = at + len(rest)
            add(("markup", rest, at, end))
            at = end
    return run


def _row(entry: Entry, head: Match, inner: Iterable[Found]) -> _Row:
    """Return the values of a row and its cells in the order of the text, with their places."""
    found = [(*head.span(number), kind) for kind, number in entry.values]
    for each, match, first, last in inner:
        for kind, number in each.values:
            found.append((*match.span(number), kind) if number else (first, last, kind))
    found.sort()
    values = [(kind, number) for number, (_, _, kind) in enumerate(found, 1)]
    places = [(0, 0), *((start, end) for start, end, _ in found)]
    return values, _Spans(places.__getitem__)
