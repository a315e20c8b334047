"""What may be printed, and where lines break."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._command.text import (
    clusters,
    glyphs,
    text_width,
    without_commands,
    wrapped,
)
from paperdigest._display.text import Styled, printable

TEXTS = st.text(st.sampled_from("ab c:#[]\n\t한👩\u200d🔬é\u0301\u202e\u200e\u061c\x1b\0\ud800∫語"))


def lines_of(text: str, width: int, indent: int = 0) -> list[str]:
    """Return a text wrapped at a width."""
    lines = wrapped(glyphs([Styled(text)]), width, indent)
    return ["".join(glyph.text for glyph in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\r\tc\x7f\x9b", r"a\nb\r\tc\x7f\x9b"),
        ("\u200e\u200f\u061c\u202e\u2066", r"\u200e\u200f\u061c\u202e\u2066"),
        ("\u2028\u2029\ufeff\u200b\ud800", r"\u2028\u2029\ufeff\u200b\ud800"),
        ("한글 e\u0301 👩\u200d🔬", "한글 e\u0301 👩\u200d🔬"),
    ],
)
def test_what_is_not_seen_shows_as_an_escape(text: str, shown: str) -> None:
    """Control, bidirectional and invisible characters show as escapes; joiners stay."""
    assert printable(text) == shown


@given(st.one_of(st.text(), TEXTS))
def test_no_text_holds_control_characters(text: str) -> None:
    """What is printed of any text holds no control character, and no mark of a direction."""
    for character in printable(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
        }
        assert character not in "\u061c\u200e\u200f"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", r"\x3a:error::x"),
        (" \t::set-output name=a::b", " \t" + r"\x3a:set-output name=a::b"),
        ("a ##[error]b", r"a \x23#[error]b"),
        ("##vso[task.complete]", r"\x23#vso[task.complete]"),
        ("##teamcity[x]", r"\x23#teamcity[x]"),
        ("a\n::b", "a\n" + r"\x3a:b"),
        ("a::b ## c [d] :e", "a::b ## c [d] :e"),
    ],
)
def test_no_line_is_a_workflow_command(line: str, shown: str) -> None:
    """A line that a host would take as a command has an escape where the command begins."""
    assert without_commands(line) == shown
    assert without_commands(shown) == shown


def test_a_width_counts_what_is_seen() -> None:
    """Wide characters and emoji take two columns, marks none."""
    assert text_width("abc") == 3
    assert text_width("한글") == 4
    assert text_width("e\u0301") == 1
    assert text_width("👩\u200d🔬!") == 3
    assert clusters("abc") == "abc"
    assert list(clusters("e\u0301x")) == ["e\u0301", "x"]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three  ", 8, ["one two", "three"]),
        ("  margin words", 9, ["  margin", "words"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a bcdefgh", 4, ["a", "bcde", "fgh"]),
        ("언어 모델을 위한", 7, ["언어", "모델을", "위한"]),
        ("大規模言語モデル", 5, ["大規", "模言", "語モ", "デル"]),
        ("한", 1, ["한"]),
        ("한글", 1, ["한", "글"]),
    ],
)
def test_lines_break_at_words_and_wide_characters(
    text: str, width: int, expected: list[str]
) -> None:
    """A line breaks at a space, beside a wide character, or else within a word."""
    assert lines_of(text, width) == expected


def test_further_lines_leave_room_for_their_indent() -> None:
    """The lines after the first are narrower by the indent, but by half of the width at most."""
    assert lines_of("one two three", 7, 4) == ["one two", "thre", "e"]
    assert lines_of("abcdefghij", 4, 9) == ["abcd", "ef", "gh", "ij"]


@given(st.one_of(st.text(), TEXTS), st.integers(2, 30), st.integers(0, 40))
def test_wrapping_loses_spaces_only(text: str, width: int, indent: int) -> None:
    """Wrapped lines hold all that is not a space, and none is wider than there are columns."""
    lines = lines_of(text, width, indent)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")
    assert all(text_width(line) <= width for line in lines)
