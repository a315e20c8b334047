"""The line that a range starts on, with a mark under the range, as a terminal shows it."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

import attrs

from paperdigest._text.positions import LINE_END, check_offset, check_order

_SURROGATE = re.compile("[\ud800-\udfff]")

# An excerpt is at least this wide, so that the widest cell (\U000e0001) fits next to its context.
_LEAST_WIDTH = 30
# Code points on each side of the spot that are used for each display column: marks take no column.
_REACH = 8


def excerpt(text: str, start: int, end: int, *, width: int = 100) -> str:
    r"""Show the line a range starts on, and under it a mark from its start to its end.

    The mark is under the right column for wide, combining and emoji characters. A control
    character shows as its picture or its escape, a lone surrogate as U+FFFD, and a tab as four
    spaces: tab stops count from the start of the line, which a clipped excerpt does not show. Time
    depends on ``width``, not on the length of the line.

    Args:
        text: The text.
        start: The offset to mark.
        end: The offset after the last code point to mark. Text beyond the line is not marked.
        width: The display columns a line may take; the rest is clipped, with ``…`` in its place.
            At least 30 are taken.

    Returns:
        Two lines, the second one with ``^`` under the start and ``~`` up to the end.

    Raises:
        IndexError: An offset is outside the text.
        ValueError: ``end`` is before ``start``.

    Example:
        >>> print(excerpt("Vote: many\n", 6, 10))
        Vote: many
              ^~~~
    """
    check_offset(text, start)
    check_offset(text, end)
    check_order(start, end)
    if text.startswith("\r\n", start - 1):
        start -= 1  # Between the two halves of a line ending is still the end of the line.

    width = max(width, _LEAST_WIDTH)
    low, high = _window(text, start, width * _REACH)
    cells = _cells(text[low:high])
    # A cell may hold several code points, and the range start or end within it.
    offsets = list(accumulate((cell.length for cell in cells), initial=low))
    spot = bisect_right(offsets, start) - 1
    stop = bisect_left(offsets, min(end, high))
    if start == high:
        cells.append(_Cell("", 1, 0))  # The mark needs a column of its own.
    if low > 0 and text[low - 1] not in "\r\n":
        cells.insert(0, _Cell("…", 1, 0))
        spot, stop = spot + 1, stop + 1
    if high < len(text) and text[high] not in "\r\n":
        cells.append(_Cell("…", 1, 0))

    columns = list(accumulate((cell.width for cell in cells), initial=0))
    first, last = _visible(columns, spot, width)
    left = "…" if first > 0 else ""
    right = "…" if last < len(cells) else ""
    line = left + "".join(cell.shown for cell in cells[first:last]) + right
    indent = len(left) + columns[spot] - columns[first]
    marked = max(columns[min(stop, last)] - columns[spot], 1)
    return f"{line}\n{' ' * indent}^{'~' * (marked - 1)}"


@attrs.frozen
class _Cell:
    """A character as a reader sees it: as shown, its columns, its code points."""

    shown: str
    width: int
    length: int


def _window(text: str, spot: int, reach: int) -> tuple[int, int]:
    """Return the part of the line around ``spot`` within ``reach`` code points on each side."""
    low = max(spot - reach, 0)
    low = max(low, text.rfind("\n", low, spot) + 1, text.rfind("\r", low, spot) + 1)
    line_end = LINE_END.search(text, spot, spot + reach)
    return low, line_end.start() if line_end else min(spot + reach, len(text))


def _cells(text: str) -> list[_Cell]:
    """Cut a piece of a line into what a reader sees as characters."""
    import regex

    # UTF-8 has no lone surrogates, and a cluster could hold one.
    clusters: list[str] = regex.findall(r"\X", _SURROGATE.sub("\ufffd", text))
    return [_cell(cluster) for cluster in clusters]


def _cell(cluster: str) -> _Cell:
    shown = _visible_form(cluster) if len(cluster) == 1 else cluster
    return _Cell(shown, cluster_width(shown), len(cluster))


def _visible_form(character: str) -> str:
    """Show what has no look of its own, or would change how the terminal shows its neighbours."""
    code = ord(character)
    if character == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    # Format characters reorder or hide text: a bidirectional override, a zero width space.
    if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}:
        return character.encode("unicode_escape").decode("ascii")
    return character


def cluster_width(shown: str) -> int:
    r"""Return the columns that a terminal needs for one cluster, or for the escape in its place.

    Example:
        >>> cluster_width("a"), cluster_width("한"), cluster_width("e\u0301")
        (1, 2, 1)
    """
    if shown.isascii():
        return len(shown)
    # An emoji variation selector, and the two letters of a flag, make narrow characters wide.
    if "\ufe0f" in shown or (len(shown) > 1 and "\U0001f1e6" <= shown[0] <= "\U0001f1ff"):
        return 2
    return max(map(_character_width, shown))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _visible(columns: list[int], spot: int, width: int) -> tuple[int, int]:
    """Return the cells to show: all, or those around ``spot`` that leave room for each ``…``.

    Args:
        columns: The column at which each cell starts, then that at which the last one stops.
        spot: The cell to show in any case.
        width: The columns there are.

    Returns:
        The first cell to show and the one after the last.
    """
    total = columns[-1]
    if total <= width:
        return 0, len(columns) - 1
    left = min(max(columns[spot] - width // 2, 0), total - width)
    right = left + width
    first = bisect_left(columns, left + 1) if left > 0 else 0
    last = bisect_right(columns, right - 1) - 1 if right < total else len(columns) - 1
    return first, last
