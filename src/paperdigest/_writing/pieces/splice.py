"""Lists in a text: reordered, removed and added items, and the text between them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

import attrs

Span = tuple[int, int]

#: What is at the start of a text below a blank line, or all of an empty one.
_APART = re.compile(r"\s*+\Z|[ \t]*+(?:\r\n?+|\n)[ \t]*+[\r\n]")


@attrs.frozen
class Spliced:
    """A list to be written.

    Attributes:
        head: The text before the first item.
        separators: The text before each further item; empty for the first.
        tail: The text after the last item.
    """

    head: str
    separators: tuple[str, ...]
    tail: str

    def join(self, items: Sequence[str]) -> str:
        """Return the text with these items in it."""
        pieces = [self.head]
        for separator, item in zip(self.separators, items, strict=True):
            pieces += (separator, item)
        pieces.append(self.tail)
        return "".join(pieces)


def splice(
    text: str,
    region: Span,
    spans: Sequence[Span],
    order: Sequence[int | None],
    *,
    separator: str,
    keeps: Callable[[str], bool] = lambda gap: bool(gap.strip()),
) -> Spliced:
    r"""Return the text between the items of a changed list.

    The text between two items stays where it is when items change places. If an item is removed,
    the white space next to it goes too, and any other text stays.

    Args:
        text: The text of the old list.
        region: The range of the list.
        spans: The ranges of its items, in order.
        order: For each item of the new list which old one it is, or ``None`` for a new one.
        separator: The text to put before a new item; the text between old ones is kept.
        keeps: Returns whether the text between two items is more than a separator.

    Example:
        >>> text, spans = "a, b; c.", [(0, 1), (3, 4), (6, 7)]
        >>> spliced = splice(
        ...     text, (0, 8), spans, [2, None, 0], separator=" + ", keeps=lambda gap: False
        ... )
        >>> spliced.join("cxa")
        'c + x, a.'
    """
    start, end = region
    if not spans:
        between = tuple("" if index == 0 else separator for index in range(len(order)))
        return Spliced(text[start:end], between, "")
    gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    head, tail = text[start : spans[0][0]], text[spans[-1][1] : end]
    staying = sorted(index for index in order if index is not None)
    if not staying:
        between = tuple("" if index == 0 else separator for index in range(len(order)))
        return Spliced(head, between, _kept(gaps, keeps) + tail)
    head += _kept(gaps[: staying[0]], keeps)
    tail = _kept(gaps[staying[-1] :], keeps) + tail
    kept = [
        gaps[a] if b == a + 1 else _kept(gaps[a:b], keeps) or gaps[a] for a, b in pairwise(staying)
    ]
    separators: list[str] = []
    seen = 0
    for place, index in enumerate(order):
        if place == 0:
            separators.append("")
        elif index is None or seen == 0:
            separators.append(separator)
        else:
            separators.append(kept[seen - 1])
        seen += index is not None
    return Spliced(head, tuple(separators), tail)


def _kept(gaps: Sequence[str], keeps: Callable[[str], bool]) -> str:
    """Return the gaps that hold something, each wording once, with no blank lines more."""
    kept = list({gap.strip(): gap for gap in gaps if keeps(gap)}.values())
    for at in range(1, len(kept)):
        if kept[at - 1].endswith(("\r", "\n")):
            kept[at] = kept[at].lstrip("\r\n")
    return "".join(kept)


def emptied(text: str, region: Span, left: str) -> tuple[int, int, str]:
    r"""Return the edit that replaces a list whose items all go by what is left of it.

    Args:
        text: The text.
        region: The range of the list.
        left: What is left; if that is nothing, blank lines are left on one side only.

    Example:
        >>> emptied("# Title\n\n- a\n- b\n", (9, 16), "")
        (7, 16, '')
    """
    start, end = region
    below = text[end:]
    if left.strip():
        return start, end, closed(left, below)
    start = len(closed(text[:start], below))
    if start == 0:
        end = len(text) - len(below.lstrip("\r\n"))
    return start, end, ""


def closed(text: str, below: str) -> str:
    """Return a text without white space at its end if nothing or a blank line is below it."""
    return text.rstrip() if _APART.match(below) else text


def cut_out(text: str, cuts: Sequence[Span], spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return a text without some of its parts, and where the other spans are then.

    Args:
        text: The text.
        cuts: The parts to leave out, in order.
        spans: Other spans, none of which starts or ends within such a part.

    Example:
        >>> cut_out("a, b, c", [(1, 4)], [(0, 1), (6, 7)])
        ('a, c', [(0, 1), (3, 4)])
    """
    ends = [0, *(end for _, end in cuts)]
    starts = [*(start for start, _ in cuts), len(text)]
    gone = list(accumulate((end - start for start, end in cuts), initial=0))

    def moved(at: int) -> int:
        return at - gone[bisect_right(ends, at) - 1]

    left = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return left, [(moved(start), moved(end)) for start, end in spans]


def aligned(old: Sequence[object], new: Sequence[object]) -> list[int | None]:
    """Return the index of the old item of each new one, by its value and then by its place.

    Equal items at both ends are the same. In between, an equal item is the same one. The other
    items are changes of the other old ones, in order; the rest are new.

    Example:
        >>> aligned("abcd", "axd")
        [0, 1, 3]
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    order: list[int | None] = [None] * len(new)
    order[:first] = range(first)
    order[len(new) - last :] = range(len(old) - last, len(old))
    left: dict[object, list[int]] = {}
    for index in range(len(old) - last - 1, first - 1, -1):
        left.setdefault(old[index], []).append(index)
    changed: list[int] = []
    for place in range(first, len(new) - last):
        same = left.get(new[place])
        if same:
            order[place] = same.pop()
        else:
            changed.append(place)
    rest = sorted(index for same in left.values() for index in same)
    for place, index in zip(changed, rest, strict=False):
        order[place] = index
    return order
