"""Lines of papers right above their titles."""

import re
from collections.abc import Sequence
from functools import cache

from paperdigest._units.patterns.above import ABOVE
from paperdigest._units.search.lines import Line


@cache
def _above(kind: str) -> re.Pattern[str]:
    return re.compile(ABOVE[kind], re.MULTILINE)


def kind_above(text: str, titles: Sequence[Line], *, labelled: bool = False) -> str:
    """Return what is in the line right above every title; empty if it differs.

    Args:
        text: The text with plain line endings.
        titles: The titles of all papers, in the order of the text.
        labelled: Whether the titles have labels, so that headings above them have none.
    """
    if len(titles) < 2 or titles[0].start == 0:
        return ""
    starts = [start_of_line_above(text, line.start) for line in titles]
    for line, at in zip(titles, starts, strict=True):
        headed = text.startswith("#", at)
        if not labelled if headed else line.alone:
            return ""
    last = text.rstrip()
    last_line = last.rfind("\n") + 1
    for kind in ABOVE:
        pattern = _above(kind)
        # If the last paper ends with such a line, so may the others.
        if all(pattern.match(text, at) for at in starts) and not pattern.match(text, last_line):
            return kind
    return ""


def start_of_line_above(text: str, start: int) -> int:
    """Return where the line above a line starts, or the heading above a blank line."""
    above = text.rfind("\n", 0, start - 1) + 1
    if text[above:start].isspace():
        further = text.rfind("\n", 0, max(above - 1, 0)) + 1
        return further if text.startswith("#", further) else above
    return above
