"""Lines of papers right above their titles."""

import re
from collections.abc import Sequence
from functools import cache

from paperdigest._units.patterns.above import ABOVE
from paperdigest._units.search.lines import Line


@cache
def _above(kind: str) -> re.Pattern[str]:
    return re.compile(ABOVE[kind], re.MULTILINE)


def kind_above(text: str, titles: Sequence[Line]) -> str:
    """Return what is in the line right above every title; empty if it differs.

    Args:
        text: The text with plain line endings.
        titles: The titles of all papers, in the order of the text.
    """
    if len(titles) < 2 or any(line.alone or line.start == 0 for line in titles):
        return ""
    starts = [start_of_line_above(text, line.start) for line in titles]
    last = text.rstrip()
    last_line = last.rfind("\n") + 1
    for kind in ABOVE:
        pattern = _above(kind)
        # If the last paper ends with such a line, so may the others.
        if all(pattern.match(text, at) for at in starts) and not pattern.match(text, last_line):
            return kind
    return ""


def start_of_line_above(text: str, start: int) -> int:
    """Return where the line above a line starts."""
    return text.rfind("\n", 0, start - 1) + 1
