"""Headings within list items, which are text of the item (CommonMark 0.31, section 5.2)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

Match = re.Match[str]


# Compiled when first needed: most texts have no indented headings.
@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"[ ]*+(?:[-*+]|[0-9]{1,9}[.)])(?:[ ]{1,4}(?=[^ \n])|[ \n])")


@cache
def _block() -> re.Pattern[str]:
    return re.compile(r"#{1,6}[ \t\n]|>")


def outside_items(normalized: str, heads: Iterable[Match]) -> Iterator[Match]:
    r"""Leave out headings within a list item, by their indentation.

    Args:
        normalized: The text with plain line endings.
        heads: Matches in order, each with the line ending before it.

    Example:
        >>> text = "\n# a\n\n- b\n\n  # c\n\n # d\n"
        >>> [head[0] for head in outside_items(text, re.finditer(r"\n *#.*", text))]
        ['\n# a', '\n # d']
    """
    seen = 0  # where the last heading starts
    column = 0  # where the text of the current item starts, 0 outside of items
    for head in heads:
        start = head.start() + 1
        if not normalized.startswith(" ", start):
            column = 0
            yield head
        elif _item().match(normalized, start):
            yield head  # an item of its own, in a list below another one
        else:
            found = _item_above(normalized, seen, start)
            column = column if found is None else found
            indent = 4 - len(normalized[start : start + 4].lstrip(" "))
            if not 0 < column <= indent:
                column = 0
                yield head
        seen = start


def _item_above(normalized: str, top: int, start: int) -> int | None:
    """Return the column of text in the item that goes on down to a line, or 0 if there is none.

    Lines above ``top`` do not count. Return ``None`` if the other lines do not decide.
    """
    begun = False  # whether the line below can only go on with a paragraph of the item
    while start > top:
        end = start - 1
        start = normalized.rfind("\n", 0, end) + 1
        if start == end or normalized[start:end].isspace():
            if begun:
                return 0
        elif found := _item().match(normalized, start):
            return found.end() - start
        elif normalized.startswith(" ", start):
            begun = False
        elif _block().match(normalized, start):
            return 0
        else:
            begun = True
    return None
