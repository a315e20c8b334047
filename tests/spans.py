"""Where values are in a text, and where two texts differ."""

import re
from collections.abc import Sequence
from typing import Any

from paperdigest import Paper, locate
from paperdigest._model.source import normalize

#: A half-open range of code points.
Span = tuple[int, int]


def span_of(value: Any, attribute: Any = None, index: int | None = None) -> Span:
    """Return where a value is in its text, which it has to."""
    place = locate(value, attribute, index)
    assert place is not None, (value, attribute, index)
    return place.start.offset, place.end.offset


def own_text(text: str, paper: Paper) -> str:
    """Return the piece of a text that a paper was read from, which there has to be."""
    return text[slice(*span_of(paper))]


def occurrences(text: str, value: str, within: Span) -> list[Span]:
    """Return all places of a value, which may be said twice."""
    found = re.finditer(re.escape(value), text[: within[1]])
    return [match.span() for match in found if match.start() >= within[0]]


def with_head(text: str, start: int) -> int:
    """Return where the head of a table starts above its first row, otherwise the row's own start."""
    head = re.search(r"^.*\|.*\n[ \t]*\|?[ |:-]*-[ |:-]*\n\Z", text[:start], re.MULTILINE)
    return head.start() if head else start


def with_heading(text: str, start: int) -> int:
    """Return where the heading right above a place starts, with an anchor, otherwise the place."""
    above = normalize(text[:start])
    head = re.search(r"^(?:<div .*\s+^)?#+ .*\n\s*\Z", above, re.MULTILINE)
    return head.start() if head else start


def differs_within(old: str, new: str, holes: Sequence[Span]) -> bool:
    """Return whether two texts are the same outside of some parts of the old one."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(set(holes)):
        kept.append(old[at:start])
        at = max(at, end)
    if not kept:
        return old == new
    first, *between = kept
    last = old[at:]
    # Anything may be in a hole, so the first place where a part goes on is as good as any other.
    at, stop = len(first), len(new) - len(last)
    if at > stop or not (new.startswith(first) and new.endswith(last)):
        return False
    for part in between:
        found = new.find(part, at, stop)
        if found < 0:
            return False
        at = found + len(part)
    return True


def is_put_in(short: str, long: str, span: Span) -> bool:
    """Return whether a text is another one with something put in, within a span of the short one."""
    before = common(short, long)
    after = common(short[::-1], long[::-1])
    first, last = len(short) - after, before
    return first <= last and first <= span[1] and last >= span[0]


def common(one: str, other: str) -> int:
    """Return how long two texts are the same from their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def different_parts(old: str, new: str) -> tuple[str, str]:
    """Return the parts of two texts that differ, with a little around them."""
    before = common(old, new)
    after = common(old[before:][::-1], new[before:][::-1])
    start = max(before - 20, 0)
    return old[start : len(old) - after + 20], new[start : len(new) - after + 20]
