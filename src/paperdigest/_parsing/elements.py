"""Tags of HTML, and the elements that they open and close."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from paperdigest._parsing.hidden import visible

#: A tag, and whether it closes an element; or code in a line, which has no tags.
_TAG = re.compile(r"`[^`\n]*+`|<(/?)([A-Za-z][A-Za-z0-9]*+)(?:\s[^<>]*+)?(?<!/)>")
#: The elements without content, which nothing closes.
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


class Tag(NamedTuple):
    """A tag that opens or closes an element.

    Attributes:
        start: The offset of its start.
        end: The offset of its end.
        name: The name of the element, in lower case.
        closes: Whether it closes the element.
    """

    start: int
    end: int
    name: str
    closes: bool


def tags(normalized: str) -> Iterator[Tag]:
    """Yield the tags of a text, but not those in code or comments."""
    for found in visible(_TAG, normalized):
        name = (found[2] or "").lower()
        if name and name not in _VOID:
            yield Tag(found.start(), found.end(), name, bool(found[1]))


def paired(found: Iterable[Tag]) -> Iterator[tuple[Tag | None, Tag | None]]:
    """Yield the tags that open and close each element; ``None`` where one is missing.

    An element that nothing closes ends with the one around it.

    Example:
        >>> pairs = paired(tags("<ul><li>a</ul></p>"))
        >>> [tuple(tag and tag.name for tag in pair) for pair in pairs]
        [('li', None), ('ul', 'ul'), (None, 'p')]
    """
    opened: list[Tag] = []
    names: Counter[str] = Counter()
    for tag in found:
        if not tag.closes:
            opened.append(tag)
            names[tag.name] += 1
            continue
        if not names[tag.name]:
            yield None, tag
            continue
        while True:
            last = opened.pop()
            names[last.name] -= 1
            if last.name == tag.name:
                break
            yield last, None
        yield last, tag
    for last in opened:
        yield last, None
