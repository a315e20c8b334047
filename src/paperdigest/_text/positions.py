r"""Positions in a text, for people and for editors.

Lines end at ``\n``, ``\r\n`` and ``\r`` only. An offset counts code points from 0, and a byte order
mark is a code point like any other. A range of offsets is half-open.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

from paperdigest._protocols.described import Described

#: Matches a line ending.
LINE_END = re.compile(r"\r\n?|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@attrs.frozen
class Position(Described):
    r"""A place between two code points of a text.

    Attributes:
        offset: Code points from the start of the text, from 0.
        line: The line, from 1.
        column: The code point of the line, from 1.
        utf16: UTF-16 code units from the start of the line, from 0. A character beyond U+FFFF
            counts two, a lone surrogate one.

    Example:
        >>> from paperdigest import locate, parse_digest
        >>> paper = parse_digest("😀 one\n\n### [A](https://example.org/a)\n").papers[0]
        >>> locate(paper, "title").start
        Position(offset=12, line=3, column=6, utf16=5)
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
    """The data that a range makes its positions from when they are first needed.

    Attributes:
        _span: The lines of the text, and the offsets; ``None`` once it has its positions, so that
            no text stays in memory for it.
    """

    __slots__ = ("_span",)
    if TYPE_CHECKING:
        _span: tuple["LineIndex", int, int] | None


@attrs.frozen
class Range(_Later, Described):
    r"""A stretch of a text, shown as ``line:column`` of its start.

    Attributes:
        start: The place before its first code point.
        end: The place after its last one.

    Example:
        >>> from paperdigest import locate, parse_digest
        >>> paper = parse_digest("### [A](https://example.org/a)\n").papers[0]
        >>> print(locate(paper, "title"))
        1:6
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
        offset: The offset of its start in the text that positions are of.
        line: The number of lines that end before it there.
        column: The number of code points before it in its first line, none beyond U+FFFF.

    Example:
        >>> LineIndex("one\r\ntwo").position(5).line
        2
    """

    __slots__ = ("_before", "_counted", "_text")

    def __init__(self, text: str, *, offset: int = 0, line: int = 0, column: int = 0) -> None:
        self._text = text
        self._before = (offset, line, column)
        self._counted: tuple[list[int], list[int]] | None = None

    @property
    def _places(self) -> tuple[list[int], list[int]]:
        """The offsets of its lines and of its characters beyond U+FFFF."""
        if self._counted is None:
            self._counted = _line_starts(self._text), _astral(self._text)
        return self._counted

    def position(self, offset: int) -> Position:
        r"""Return the position at an offset.

        A line ending belongs to the line that it ends, and so does the middle of ``\r\n``.

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
        check_offset(self._text, offset)
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
        check_order(start, end)
        return Range(self.position(start), self.position(end))

    def later(self, start: int, end: int) -> Range:
        """Return the range between two offsets that are known to be right.

        It looks for its positions when they are first needed.
        """
        found: Range = _new_range(Range)
        _set_span(found, (self, start, end))
        return found


def _line_starts(text: str) -> list[int]:
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    lengths = map(len, plain.split("\n"))
    # Each line starts one code point, its line ending, after the line before it.
    starts = [start + line for line, start in enumerate(accumulate(lengths, initial=0))]
    starts.pop()
    return starts


def _astral(text: str) -> list[int]:
    """Return the offsets of the characters that need two UTF-16 code units.

    Encoding a text shows whether it has some, several times as fast as searching for them.
    """
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return []
    return [character.start() for character in _ASTRAL.finditer(text)]


def check_offset(text: str, offset: int) -> None:
    if not 0 <= offset <= len(text):
        raise IndexError(f"offset {offset} is outside the text, which ends at {len(text)}")


def check_order(start: int, end: int) -> None:
    if end < start:
        raise ValueError(f"the range ends at {end}, before its start {start}")
