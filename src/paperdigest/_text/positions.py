r"""Where in a text something stands, for a person, an editor and a terminal.

Lines end at ``\n``, ``\r\n`` and ``\r`` only. An offset counts code points from 0, and a byte order
mark is a code point like any other. A range of offsets is half-open.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

_LINE_END = re.compile(r"\r\n?|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# An excerpt is at least this wide, so that the widest cell (\U000e0001) fits beside its context.
_LEAST_WIDTH = 30
# Code points looked at on each side of the spot, for each display column: marks take no column.
_REACH = 8


@attrs.frozen
class Position:
    r"""A place between two code points of a text.

    Attributes:
        offset: Code points from the start of the text, from 0.
        line: The line, from 1.
        column: The code point of the line, from 1.
        utf16: UTF-16 code units from the start of the line, from 0. A character beyond U+FFFF
            counts two, a lone surrogate one.

    Example:
        >>> LineIndex("a\n😀b").position(3)
        Position(offset=3, line=2, column=2, utf16=2)
    """

    offset: int
    line: int
    column: int
    utf16: int

    @property
    def lsp(self) -> tuple[int, int]:
        """Line and character, both from 0, as the Language Server Protocol 3.17 counts them.

        Example:
            >>> Position(offset=3, line=2, column=2, utf16=2).lsp
            (1, 2)
        """
        return self.line - 1, self.utf16


class _Later:
    """What a range is made of when its positions are first asked for.

    Attributes:
        _span: The lines of the text, and the offsets; ``None`` once it has its positions, so that
            no text stays in memory for it.
    """

    __slots__ = ("_span",)
    if TYPE_CHECKING:
        _span: tuple["LineIndex", int, int] | None


@attrs.frozen
class Range(_Later):
    r"""A stretch of a text, shown as ``line:column`` of its start.

    Attributes:
        start: The place before its first code point.
        end: The place after its last one.

    Example:
        >>> str(LineIndex("one\ntwo").range(4, 7))
        '2:1'
    """

    start: Position
    end: Position

    def __str__(self) -> str:
        return f"{self.start.line}:{self.start.column}"

    if not TYPE_CHECKING:

        def __getattr__(self, name):  # noqa: ANN001, ANN204 - type checkers see the attributes
            if name not in ("start", "end"):
                raise AttributeError(
                    f"'Range' object has no attribute {name!r}", name=name, obj=self
                )
            if self._span is not None:
                lines, start, end = self._span
                object.__setattr__(self, "start", lines.position(start))
                object.__setattr__(self, "end", lines.position(end))
                _set_span(self, None)
            return object.__getattribute__(self, name)


_new_range, _set_span = object.__new__, _Later.__dict__["_span"].__set__


class LineIndex:
    r"""The lines of a text, or of a part of one.

    The first position takes time in proportion to the text; each then takes a binary search,
    however long its line.

    Args:
        text: The text that offsets index.
        offset: Where it starts in the text that positions are of.
        line: How many lines end before it there.
        column: How many code points, none beyond U+FFFF, stand before it in its first line.

    Example:
        >>> lines = LineIndex("one\r\ntwo")
        >>> lines.count
        2
        >>> lines.line_span(1)
        (0, 3)
    """

    __slots__ = ("_before", "_counted", "_text")

    def __init__(self, text: str, *, offset: int = 0, line: int = 0, column: int = 0) -> None:
        self._text = text
        self._before = (offset, line, column)
        self._counted: tuple[list[int], list[int]] | None = None

    @property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where its lines start, and where its characters beyond U+FFFF stand."""
        if self._counted is None:
            self._counted = _line_starts(self._text), _astral(self._text)
        return self._counted

    @property
    def count(self) -> int:
        r"""The number of lines, one more than line ends: the text after the last is a line too.

        Example:
            >>> LineIndex("").count, LineIndex("one\n").count
            (1, 2)
        """
        return len(self._places[0])

    def position(self, offset: int) -> Position:
        r"""Return the position at an offset.

        A line end belongs to the line it ends, the middle of ``\r\n`` too.

        Args:
            offset: Code points from the start of the text, up to its length.

        Returns:
            The position, as a person and as an editor count it.

        Raises:
            IndexError: ``offset`` is outside the text.

        Example:
            >>> LineIndex("one\ntwo").position(5)
            Position(offset=5, line=2, column=2, utf16=1)
        """
        _check_offset(self._text, offset)
        starts, astral = self._places
        line = bisect_right(starts, offset)
        start = starts[line - 1]
        wide = bisect_left(astral, offset) - bisect_left(astral, start) if astral else 0
        before, lines, columns = self._before
        column = offset - start + (columns if line == 1 else 0)
        return Position(before + offset, lines + line, column + 1, column + wide)

    def range(self, start: int, end: int) -> Range:
        """Return the range between two offsets.

        Args:
            start: The offset of its first code point.
            end: The offset after its last one.

        Returns:
            The range.

        Raises:
            IndexError: An offset is outside the text.
            ValueError: ``end`` is before ``start``.

        Example:
            >>> print(LineIndex("one two").range(4, 7))
            1:5
        """
        _check_order(start, end)
        return Range(self.position(start), self.position(end))

    def later(self, start: int, end: int) -> Range:
        """Return the range between two offsets that are known to be right.

        It looks for its positions when they are first asked for.
        """
        found: Range = _new_range(Range)
        _set_span(found, (self, start, end))
        return found

    def line_span(self, line: int) -> tuple[int, int]:
        r"""Return where a line starts and stops, without its line end.

        Args:
            line: The line, from 1.

        Returns:
            The offset of its first code point and the offset after its last one.

        Raises:
            IndexError: There is no such line.

        Example:
            >>> LineIndex("one\r\ntwo").line_span(2)
            (5, 8)
        """
        starts, _ = self._places
        if not 1 <= line <= len(starts):
            raise IndexError(f"line {line} is outside the text, which has {len(starts)}")
        start = starts[line - 1]
        if line == len(starts):
            return start, len(self._text)
        end = starts[line] - 1
        if self._text.startswith("\r\n", end - 1):
            end -= 1
        return start, end


def excerpt(text: str, start: int, end: int, *, width: int = 100) -> str:
    r"""Show the line a range starts on, and under it a mark from its start to its end.

    The mark stands under the right column for wide, combining and emoji characters. A control
    character shows as its picture or its escape, a lone surrogate as U+FFFD, and a tab as four
    spaces: tab stops count from the start of the line, which a clipped excerpt does not show. Time
    depends on ``width``, not on the length of the line.

    Args:
        text: The text.
        start: The offset to mark.
        end: The offset after the last code point to mark. What lies beyond the line is not marked.
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
    _check_offset(text, start)
    _check_offset(text, end)
    _check_order(start, end)
    if text.startswith("\r\n", start - 1):
        start -= 1  # Between the two halves of a line end is still the end of the line.

    width = max(width, _LEAST_WIDTH)
    low, high = _window(text, start, width * _REACH)
    cells = _cells(text[low:high])
    # A cell may hold several code points, and the range start or end within it.
    offsets = list(accumulate((cell.length for cell in cells), initial=low))
    spot = bisect_right(offsets, start) - 1
    stop = bisect_left(offsets, min(end, high))
    if start == high:
        cells.append(_Cell("", 1, 0))  # The mark needs a column to stand in.
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
    """What a reader sees as one character: as shown, its columns, its code points."""

    shown: str
    width: int
    length: int


def _line_starts(text: str) -> list[int]:
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    lengths = map(len, plain.split("\n"))
    # Each line starts one code point, its line end, behind the line before it.
    starts = [start + line for line, start in enumerate(accumulate(lengths, initial=0))]
    starts.pop()
    return starts


def _astral(text: str) -> list[int]:
    """Return where characters stand that take two UTF-16 code units.

    To encode a text tells whether it has some, several times as fast as to look for them.
    """
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return []
    return [character.start() for character in _ASTRAL.finditer(text)]


def _check_offset(text: str, offset: int) -> None:
    if not 0 <= offset <= len(text):
        raise IndexError(f"offset {offset} is outside the text, which ends at {len(text)}")


def _check_order(start: int, end: int) -> None:
    if end < start:
        raise ValueError(f"the range ends at {end}, before its start {start}")


def _window(text: str, spot: int, reach: int) -> tuple[int, int]:
    """Return the part of the line around ``spot`` within ``reach`` code points on each side."""
    low = max(spot - reach, 0)
    low = max(low, text.rfind("\n", low, spot) + 1, text.rfind("\r", low, spot) + 1)
    line_end = _LINE_END.search(text, spot, spot + reach)
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
    r"""Return the columns a terminal takes for one cluster, or for an escape shown in its place.

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
        columns: Where each cell starts, then where the last one stops.
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
