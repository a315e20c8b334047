"""From a text to its blocks: where digests, groups, papers and chapters start and end.

The scanner knows no dialect and makes no values. The rules of a dialect show it where the heads of
blocks are. `pieces` parses the block of one paper.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import repeat
from typing import NamedTuple, TypeVar

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.tables import Entry, Table
from paperdigest._parsing.chapters import settle
from paperdigest._parsing.hidden import may_hide, visible
from paperdigest._parsing.nested import outside_items

Match = re.Match[str]

_T = TypeVar("_T", bound=tuple[object, ...])


class Block(NamedTuple):
    """The part of a text that a head starts.

    Attributes:
        kind: The kind of its rule. A paper where no papers are parsed is an ``end`` too.
        entry: Its rule.
        head: The match of that rule.
        start: The start of the head, without the line ending before it.
        end: The start of the next block.
        category: The category of its group.
    """

    kind: str
    entry: Entry
    head: Match
    start: int
    end: int
    category: str | None


def named(kind: type[_T], rows: Iterable[tuple[object, ...]]) -> Iterator[_T]:
    """Return what ``kind._make`` makes of each row, without calling a Python function for each.

    Example:
        >>> from typing import NamedTuple
        >>> Point = NamedTuple("Point", [("x", int), ("y", int)])
        >>> list(named(Point, [(1, 2), (3, 4)]))
        [Point(x=1, y=2), Point(x=3, y=4)]
    """
    return map(tuple.__new__, repeat(kind), rows)  # pyright: ignore


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without outer white space; an empty one at its start if nothing is left.

    Example:
        >>> strip_span("a  b  ", 1, 6)
        (3, 4)
    """
    value = text[start:end]
    bare = value.strip()
    if len(bare) == len(value):
        return start, end
    if not bare:
        return start, start
    start += len(value) - len(value.lstrip())
    return start, start + len(bare)


def blocks(dialect: Dialect, normalized: str, *, cut: bool = False) -> Iterator[Block]:
    """Return the blocks of a text, from the first head on.

    Args:
        dialect: The dialect of the text.
        normalized: The text with plain line endings.
        cut: Whether it was cut out, so that its start is not that of its digest.
    """
    return named(Block, block_rows(dialect, normalized, cut=cut))


def block_rows(
    dialect: Dialect, normalized: str, *, hides: bool = True, cut: bool = False
) -> Iterator[tuple[str, Entry, Match, int, int, str | None]]:
    """Yield the blocks of a text as plain tuples, for callers that unpack them at once.

    Args:
        dialect: The dialect of the text.
        normalized: The text with plain line endings.
        hides: Whether it can have code or comments.
        cut: Whether it was cut out, so that its start is not that of its digest.
    """
    heads: Sequence[tuple[Entry, Match]] = _heads(dialect, normalized, hides=hides, cut=cut)
    if dialect._compiled.outlined:
        heads = list(_outline(heads))
    unread: AbstractSet[int]
    heads, unread = settle(dialect, normalized, heads)
    if dialect._compiled.looks_ahead:
        heads = _heads_of_blocks(dialect, normalized, heads)
    category: str | None = None
    starts = [head.start(entry.start) for entry, head in heads]
    ends = [*starts[1:], len(normalized)]
    for (entry, head), start, end in zip(heads, starts, ends, strict=False):
        kind: str = entry.kind
        if kind == "paper":
            if start in unread:
                kind = "end"
        elif kind == "digest":
            category = None
        elif kind == "group":
            category = (head[entry.category] or "").strip() or None
        yield kind, entry, head, start, end, category


def sole_head(dialect: Dialect, normalized: str) -> tuple[Entry, Match] | None:
    """Return the head of a text that is one block, or ``None`` for any other text."""
    return _sole(dialect, normalized, _first_head(dialect._compiled.first_head, normalized))


def _sole(
    dialect: Dialect, normalized: str, found: tuple[Entry, Match] | None
) -> tuple[Entry, Match] | None:
    """Return the first head of a text, or ``None`` if more blocks follow."""
    if found is None:
        return None
    more = dialect._compiled.outlined
    if not more and (head := dialect._compiled.heads.regex.search(normalized, found[1].end())):
        indented = normalized.startswith(" ", head.start() + 1)
        if not indented and not dialect.rules_of("end") and not may_hide(normalized):
            return None
        more = True
    return None if more and len(list(block_rows(dialect, normalized))) > 1 else found


def paper_head(dialect: Dialect, normalized: str) -> tuple[tuple[Entry, Match] | None, bool]:
    """Return the head of the paper that a text may be, and whether that holds in any other text.

    It does not hold if its head is indented, and so may be text of a list item above it, or if a
    chapter or an indented heading is below its first section, and so may be a line of that, or the
    start of code.
    """
    found = _first_head(dialect._compiled.block_head, normalized)
    if found is None or found[0].kind != "paper":
        return None, True
    hides = may_hide(normalized)
    sure = not hides and not normalized.startswith(" ")
    if dialect._compiled.outlined:
        return _sole(dialect, normalized, found), sure
    text = -1
    regex = dialect._compiled.heads.regex
    heads = list(visible(regex, normalized, found[1].end(), hides=hides))
    for head in heads if dialect.cells else _shown(normalized, heads):
        if dialect._compiled.heads.entry(head).kind != "end":
            return None, True
        if text < 0:
            text = _first_section(dialect, normalized, found[1].end())
        if head.start() < text:
            return None, True
        sure = False
    return found, sure and not heads


def _first_section(dialect: Dialect, normalized: str, at: int) -> int:
    """Return where the first section of a paper starts, or the end of its text."""
    for match in visible(dialect._compiled.lines.regex, normalized, at):
        if dialect._compiled.lines.entry(match).kind == "section":
            return match.start()
    return len(normalized)


def _first_head(table: Table, normalized: str) -> tuple[Entry, Match] | None:
    """Return the head that a text or a block starts with."""
    head = table.regex.match(normalized)
    if head is None or normalized.startswith("\ufeff"):
        return None
    entry = table.entry(head)
    return None if head.start(entry.start) > 0 else (entry, head)


def _heads(
    dialect: Dialect, normalized: str, *, hides: bool, cut: bool
) -> list[tuple[Entry, Match]]:
    """Return the matches of the rules that start blocks."""
    found: list[tuple[Entry, Match]] = []
    at = 1 if normalized.startswith("\ufeff") else 0
    table = dialect._compiled.block_head if cut else dialect._compiled.first_head
    first = table.regex.match(normalized, at)
    if first:
        found.append((table.entry(first), first))
        at = first.end()
    entry_of = dialect._compiled.heads.entry
    rest = visible(dialect._compiled.heads.regex, normalized, at, hides=hides)
    if not dialect.cells:
        rest = _shown(normalized, list(rest))
    return found + [(entry_of(match), match) for match in rest]


def _shown(normalized: str, heads: Sequence[Match]) -> Iterator[Match]:
    """Leave out the heads that are text of list items; a row is never one."""
    for head in heads:
        if normalized[head.start() + 1] == " ":
            return outside_items(normalized, heads)
    return iter(heads)


def _heads_of_blocks(
    dialect: Dialect, normalized: str, heads: Sequence[tuple[Entry, Match]]
) -> Sequence[tuple[Entry, Match]]:
    """Leave out the heads of papers that look ahead beyond the next head.

    The block of a paper is parsed by itself, so what makes its head a head must be in the block.
    """
    kept: list[tuple[Entry, Match]] = []
    table = dialect._compiled.block_head
    end = len(normalized)
    for entry, head in reversed(heads):
        start = head.start(entry.start)
        if entry.kind == "paper":
            alone = table.regex.match(normalized, start, end)
            if alone is None or table.entry(alone).kind != "paper":
                continue
        kept.append((entry, head))
        end = start
    return kept[::-1]


def _outline(found: Sequence[tuple[Entry, Match]]) -> Iterator[tuple[Entry, Match]]:
    """Leave out what is deeper than the paper or chapter above it, which it belongs to."""
    depth = 0
    for entry, head in found:
        level = len(head[entry.level]) if entry.level else entry.rule.level
        if not 0 < depth < level:
            inside = entry.rule.level or level
            depth = inside if entry.kind in ("paper", "skip", "end") else 0
            yield entry, head
