"""Positions count as people and editors do."""

import copy
import pickle
import re
import sys

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._text.positions import LineIndex, Position, Range

PIECES = [
    "\n",
    "\r",
    "\r\n",
    "\t",
    "a",
    "\x0b",
    "\x85",
    "\u2028",
    "한",
    "😀",
    "\ud800",
    "\udc00",
    "\0",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters()).map("".join)


def naive_position(text: str, offset: int) -> Position:
    """Walk the text as the specification of lines says."""
    line, start = 1, 0
    for end in re.finditer(r"\r\n|\r|\n", text):
        if end.end() <= offset:
            line, start = line + 1, end.end()
    before = text[start:offset]
    utf16 = len(before.encode("utf-16-le", "surrogatepass")) // 2
    return Position(offset, line, len(before) + 1, utf16)


@given(TEXTS)
def test_a_position_counts_lines_code_points_and_utf16_units(text: str) -> None:
    """Every offset has the position that walking the text gives."""
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        assert lines.position(offset) == naive_position(text, offset)


@given(TEXTS)
def test_a_line_starts_after_each_line_ending(text: str) -> None:
    """Each line starts after the line ending before it, and no other place has column 1."""
    lines = LineIndex(text)
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    places = map(lines.position, range(len(text) + 1))
    assert [place.offset for place in places if place.column == 1] == starts
    assert [lines.position(start).line for start in starts] == list(range(1, len(starts) + 1))


def test_other_separators_end_no_line() -> None:
    """The eight other characters at which str.splitlines cuts belong to their line."""
    text = "a\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029b"
    assert LineIndex(text).position(len(text)).line == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("a", 1), ("a\n", 2), ("\r\n", 2), ("\n\r", 3), ("\r\r\n\n", 4)],
)
def test_the_text_after_the_last_line_end_is_a_line(text: str, count: int) -> None:
    """There is one line more than line endings, be it empty."""
    assert LineIndex(text).position(len(text)).line == count


def test_the_middle_of_a_line_end_is_on_the_line_it_ends() -> None:
    r"""The offset between \r and \n is no new line."""
    assert LineIndex("ab\r\nc").position(3) == Position(3, 1, 4, 3)
    assert LineIndex("ab\r\nc").position(4) == Position(4, 2, 1, 0)


def test_a_byte_order_mark_is_a_code_point() -> None:
    """A BOM takes a column like any other code point."""
    assert LineIndex("\ufeffa").position(1) == Position(1, 1, 2, 1)


def test_utf16_units() -> None:
    """An astral character counts two units and a lone surrogate one, in any order."""
    text = "😀\n😀\ud83d\ude00한"
    assert [LineIndex(text).position(offset).utf16 for offset in range(2, 7)] == [0, 2, 3, 4, 5]


def test_lsp_counts_both_from_zero() -> None:
    """The Language Server Protocol counts lines and UTF-16 units from 0."""
    assert LineIndex("a\n😀b").position(3).lsp == (1, 2)
    assert LineIndex("").position(0).lsp == (0, 0)


def test_a_range_is_two_positions_and_shows_its_start() -> None:
    """A range has both places, and str gives line:column of the first."""
    lines = LineIndex("one\ntwo three")
    found = lines.range(8, 13)
    assert found == Range(lines.position(8), lines.position(13))
    assert str(found) == "2:5"
    assert lines.range(4, 4).start == lines.range(4, 4).end


@pytest.mark.parametrize("offset", [-1, 4, sys.maxsize])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    """Offsets from 0 to the length of the text have a position, and no others."""
    message = f"offset {offset} is outside the text, which ends at 3"
    with pytest.raises(IndexError, match=message):
        LineIndex("one").position(offset)


def test_a_range_that_ends_before_its_start_is_refused() -> None:
    """A range does not run backwards."""
    with pytest.raises(ValueError, match="the range ends at 1, before its start 2"):
        LineIndex("one").range(2, 1)


def test_a_range_that_looks_later_is_the_same() -> None:
    """A range finds its positions when they are first asked for, and equals one that has them."""
    lines = LineIndex("one\ntwo")
    for ask in (str, repr, hash, lambda place: place.start, pickle.dumps, copy.copy):
        later = lines.later(4, 7)
        ask(later)
        assert later == lines.range(4, 7)
        assert hash(later) == hash(lines.range(4, 7))
    later = pickle.loads(pickle.dumps(lines.later(4, 7)))
    assert (later.end, later.start) == (lines.position(7), lines.position(4))
    assert copy.deepcopy(lines.later(4, 7)) == lines.range(4, 7)


def test_a_range_has_its_attributes_only() -> None:
    """What is no attribute of a range is an error, and no attribute can be set."""
    for place in (LineIndex("a").later(0, 1), LineIndex("a").range(0, 1)):
        with pytest.raises(AttributeError, match="'Range' object has no attribute 'middle'"):
            place.middle  # type: ignore[attr-defined]  # noqa: B018
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            place.start = Position(0, 1, 1, 0)  # type: ignore[misc]


def test_a_range_may_be_looked_up_twice() -> None:
    """Where two threads ask for the same range at once, the later one finds what is there."""
    later = LineIndex("one\ntwo").later(4, 7)
    place = later.start
    assert type(later).__getattr__(later, "start") is place  # type: ignore[attr-defined]


def test_a_range_keeps_no_text() -> None:
    """A range that has looked up its positions no longer holds the lines they are in."""
    lines = LineIndex("one\ntwo")
    before = sys.getrefcount(lines)
    places = [lines.later(0, 3) for _ in range(5)]
    assert sys.getrefcount(lines) == before + 5
    assert {str(place) for place in places} == {"1:1"}
    assert sys.getrefcount(lines) == before


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.data())
def test_positions_in_a_part_are_those_in_the_whole(text: str, data: st.DataObject) -> None:
    """The lines of a part that starts a line count from where it is in the whole text."""
    whole = LineIndex(text)
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    line = data.draw(st.integers(0, len(starts) - 1))
    offset = starts[line]
    part = LineIndex(text[offset:], offset=offset, line=line)
    at = data.draw(st.integers(0, len(text) - offset))
    assert part.position(at) == whole.position(offset + at)


def test_a_part_may_start_within_a_line() -> None:
    """What comes before a part in its first line, such as a byte order mark, counts there only."""
    whole, part = LineIndex("\ufeffa\nb"), LineIndex("a\nb", offset=1, column=1)
    assert [part.position(at) for at in range(4)] == [whole.position(at + 1) for at in range(4)]
