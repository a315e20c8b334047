"""Lists in a text: reordered, removed and added items, and the text between them."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

Span = tuple[int, int]


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
        return Spliced(head, between, "".join(_kept(gaps, keeps)) + tail)
    head += "".join(_kept(gaps[: staying[0]], keeps))
    tail = "".join(_kept(gaps[staying[-1] :], keeps)) + tail
    kept = [
        gaps[a] if b == a + 1 else "".join(_kept(gaps[a:b], keeps)) or gaps[a]
        for a, b in pairwise(staying)
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


def _kept(gaps: Sequence[str], keeps: Callable[[str], bool]) -> list[str]:
    """Return the gaps that hold something, each wording once."""
    return list({gap.strip(): gap for gap in gaps if keeps(gap)}.values())


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
