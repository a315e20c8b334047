"""Excerpts mark what a terminal shows."""

import re
import sys
import tracemalloc
import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._text.excerpts import excerpt
from tests.text.test_positions import TEXTS

# What one character looks like to a reader, and the columns a terminal treats as it.
COLUMNS = {
    "a": 1,
    " ": 1,
    "한": 2,
    "論": 2,
    "Ａ": 2,  # full width
    "ｱ": 1,  # half width
    "e\u0301": 1,
    "e\u0301\u0323": 1,
    "\u1112\u1161\u11ab": 2,  # a Hangul syllable in three code points
    "😀": 2,
    "👍🏽": 2,
    "👩\u200d👩\u200d👧": 2,
    "❤\ufe0f": 2,
    "1\ufe0f\u20e3": 2,
    "🇰🇷": 2,
    "ä": 1,
    "\u3000": 2,
}
# What is not shown as it is, and what stands for it.
SHOWN = {
    "\t": "    ",
    "\0": "␀",
    "\x1b": "␛",
    "\x7f": "␡",
    "\x85": r"\x85",
    "\x9b": r"\x9b",
    "\xad": r"\xad",
    "\u200b": r"\u200b",
    "\u2028": r"\u2028",
    "\u202e": r"\u202e",
    "\ufeff": r"\ufeff",
    "\U000e0001": r"\U000e0001",
    "\ud800": "\ufffd",
}
COLUMNS |= {character: len(shown) for character, shown in SHOWN.items()}

UNITS = st.lists(st.sampled_from(sorted(COLUMNS)), max_size=40)


def shown(units: list[str]) -> str:
    return "".join(SHOWN.get(unit, unit) for unit in units)


def columns(units: list[str]) -> int:
    return sum(COLUMNS[unit] for unit in units)


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("", 0, 0, "\n^"),
        ("abc", 0, 0, "abc\n^"),
        ("abc", 0, 1, "abc\n^"),
        ("abc", 1, 3, "abc\n ^~"),
        ("abc", 3, 3, "abc\n   ^"),
        ("one\ntwo\nthree", 4, 7, "two\n^~~"),
        ("one\ntwo\nthree", 5, 12, "two\n ^~"),  # The mark stops with the line.
        ("one\ntwo", 3, 4, "one\n   ^"),  # A line ending is marked after its line.
        ("one\r\ntwo", 3, 5, "one\n   ^"),
        ("one\r\ntwo", 4, 5, "one\n   ^"),  # Between its halves too.
        ("one\r\ntwo", 5, 8, "two\n^~~"),
        ("one\rtwo\r", 4, 8, "two\n^~~"),
        ("one\n", 4, 4, "\n^"),
        ("한글 a", 0, 1, "한글 a\n^~"),
        ("한글 a", 3, 4, "한글 a\n     ^"),
        ("cafe\u0301 x", 6, 7, "cafe\u0301 x\n     ^"),
        ("cafe\u0301 x", 4, 5, "cafe\u0301 x\n   ^"),  # A mark belongs to its letter.
        ("👩\u200d👩\u200d👧x", 5, 6, "👩\u200d👩\u200d👧x\n  ^"),
        ("👩\u200d👩\u200d👧x", 2, 3, "👩\u200d👩\u200d👧x\n^~"),
        ("\ta", 1, 2, "    a\n    ^"),
        ("\ud800a", 1, 2, "\ufffda\n ^"),
        ("\ud800\u0301a", 2, 3, "\ufffd\u0301a\n ^"),
        ("\u0301a", 0, 1, "\u0301a\n^"),  # A mark without a letter takes no column.
        ("🇰a", 1, 2, "🇰a\n ^"),  # Half a flag is a letter.
    ],
)
def test_an_excerpt_shows_a_line_and_marks_a_part(
    text: str, start: int, end: int, expected: str
) -> None:
    """The first line is the one the range starts on; the second marks its part of the range."""
    assert excerpt(text, start, end) == expected


@pytest.mark.parametrize("character", SHOWN)
def test_what_would_harm_a_terminal_is_shown_by_something_else(character: str) -> None:
    """Control and format characters, tabs and lone surrogates have a harmless form."""
    form = SHOWN[character]
    assert excerpt(f"a{character}b", 1, 2) == f"a{form}b\n ^{'~' * (len(form) - 1)}"


@given(UNITS, st.data())
def test_the_mark_stands_under_what_it_marks(units: list[str], data: st.DataObject) -> None:
    """A mark starts at the column where its first character does, and is as wide as all of them."""
    first = data.draw(st.integers(0, len(units)))
    last = data.draw(st.integers(first, len(units)))
    start, end = len("".join(units[:first])), len("".join(units[:last]))
    line, mark = excerpt("".join(units), start, end, width=1000).split("\n")
    assert line == shown(units)
    assert mark.index("^") == columns(units[:first])
    assert mark.lstrip() == "^".ljust(max(columns(units[first:last]), 1), "~")


@given(UNITS, st.integers(0, 60), st.data())
def test_a_clipped_line_fits_and_has_its_mark_in_place(
    units: list[str], width: int, data: st.DataObject
) -> None:
    """Clipping leaves whole characters, no more columns than there are, and the mark right."""
    spot = data.draw(st.integers(0, len(units)))
    start = len("".join(units[:spot]))
    line, mark = excerpt("".join(units), start, start, width=width).split("\n")
    low, high = -1, len(units) + 1
    for left in range(spot + 1):  # Which characters are shown: "…" stands for the others.
        for right in range(spot, len(units) + 1):
            whole = "…" * (left > 0) + shown(units[left:right]) + "…" * (right < len(units))
            if whole == line and mark == " " * ((left > 0) + columns(units[left:spot])) + "^":
                low, high = left, right
    assert 0 <= low <= spot <= high <= len(units)
    taken = columns(units[low:high]) + (low > 0) + (high < len(units))
    assert max(taken, len(mark)) <= max(width, 30)
    if columns(units) < max(width, 30):
        assert line == shown(units)
    else:
        assert taken >= max(width, 30) - 20  # Only a wide character beside "…" leaves room.


@given(TEXTS, st.integers(-5, 200), st.data())
def test_an_excerpt_of_any_text_can_be_printed(text: str, width: int, data: st.DataObject) -> None:
    """Any range of any text gives two lines of UTF-8 without control characters."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, mark = excerpt(text, start, end, width=width).split("\n")
    line.encode("utf-8")
    assert re.fullmatch(r" *\^~*", mark)
    for cluster in regex.findall(r"\X", line):
        assert unicodedata.category(cluster[0]) not in {"Cc", "Cs", "Zl", "Zp"}


def test_a_long_line_is_clipped_on_both_sides() -> None:
    """What does not fit is replaced by … on its side, and the spot stays in sight."""
    text = "0123456789" * 10
    assert excerpt(text, 0, 100, width=30) == f"{text[:29]}…\n^{'~' * 28}"
    assert excerpt(text, 50, 52, width=30) == f"…{text[36:64]}…\n{' ' * 15}^~"
    assert excerpt(text, 99, 100, width=30) == f"…{text[71:]}\n{' ' * 29}^"
    assert excerpt(text, 100, 100, width=30) == f"…{text[72:]}\n{' ' * 29}^"


@pytest.mark.parametrize("unit", ["a", "한", "e\u0301\u0323", "😀", "\0", "a\n", "\u0301", "🇰🇷"])
@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_an_excerpt_looks_at_a_bounded_part(unit: str, place: float) -> None:
    """A line of 10 million characters is neither cut up nor shown, wherever the spot is."""
    text = unit * (10_000_000 // len(unit))
    spot = int(place * len(text))
    excerpt(unit, 0, 0)  # what is loaded once belongs to no line
    tracemalloc.start()
    found = excerpt(text, spot, len(text), width=80)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000  # a copy of the line would take ten times as much
    assert len(found) < 3000


def test_the_mark_far_from_the_ends_of_a_line() -> None:
    """The mark is as long as its range where the line goes on beyond what is looked at."""
    assert excerpt("a" * 1000, 900, 905, width=30).split("\n")[1] == f"{' ' * 15}^~~~~"
    text = "0123456789" * 10
    assert excerpt(text, 50, 52, width=31) == f"…{text[36:65]}…\n{' ' * 15}^~"
    assert excerpt("한" + "a" * 29, 29, 30, width=30) == f"…{'a' * 29}\n{' ' * 29}^"
    assert excerpt("a\rb\rc", 4, 5) == "c\n^"


@pytest.mark.parametrize("marks", ["\u20dd", "\u200d\u0301"])
def test_marks_without_a_letter_take_no_column(marks: str) -> None:
    """An enclosing mark, or a joiner under an accent, leaves its column to what follows."""
    assert excerpt(f"{marks}a", len(marks), len(marks) + 1) == f"{marks}a\n^"


def test_marks_beyond_reach_are_left_out() -> None:
    """More marks than code points looked at leave the mark of the excerpt in place."""
    line, mark = excerpt("b" + "\u0301" * 5000 + "a" + "\u0301" * 5000, 5001, 5002).split("\n")
    assert line.startswith("…")
    assert line.endswith("…")
    assert "b" not in line
    assert mark == " ^"


@pytest.mark.parametrize(
    ("cluster", "width"),
    [
        ("🇦🇹", 2),  # the first letter that flags are made of
        ("🇿🇦", 2),  # and the last one
        ("a\u20dd", 1),  # a circle around a letter takes no column of its own
        ("\u20dd", 1),  # nor alone, where the mark needs one to be in
        ("ä\u0301", 1),
    ],
)
def test_the_columns_of_a_flag_and_of_a_circle(cluster: str, width: int) -> None:
    """Both ends of the letters of flags make flags, and enclosing marks take no column."""
    mark = "^" + "~" * (width - 1)
    assert excerpt(f"{cluster}x", 0, len(cluster)) == f"{cluster}x\n{mark}"


@pytest.mark.parametrize("character", ["\u2028", "\u2029"])
def test_other_line_ends_are_escaped(character: str) -> None:
    """A separator of lines or paragraphs would break the line that is shown."""
    shown_as = character.encode("unicode_escape").decode()
    assert excerpt(f"a{character}b", 2, 3) == f"a{shown_as}b\n{' ' * 7}^"


def test_a_line_as_wide_as_there_is_room_is_whole() -> None:
    """Only a line that is wider than the width is clipped, be it by one column."""
    text = "0123456789" * 3
    assert excerpt(text, 0, 1, width=30) == f"{text}\n^"
    assert excerpt(f"{text}x", 0, 1, width=30) == f"{text[:29]}…\n^"
    assert excerpt(f"{text}x", 30, 31, width=30) == f"…{text[2:]}x\n{' ' * 29}^"
    assert excerpt(f"{text}x", 16, 17, width=30) == f"…{text[2:]}x\n{' ' * 15}^"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (0, sys.maxsize)])
def test_an_offset_outside_the_text_is_refused(start: int, end: int) -> None:
    """There is no place before the start or after the end."""
    with pytest.raises(IndexError, match=r"is outside the text, which ends at 3"):
        excerpt("one", start, end)


def test_a_range_that_ends_before_its_start_is_refused() -> None:
    """There is nothing to mark where the end comes first."""
    with pytest.raises(ValueError, match="the range ends at 1, before its start 2"):
        excerpt("one", 2, 1)
