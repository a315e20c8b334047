"""Texts: one line ending for the rules, the same offsets for everybody."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._model.source import line_end_of, normalize, require_text
from tests.strategies import hostile, texts

TEXTS = texts() | hostile() | st.text(st.sampled_from("\r\n a\u2028\x0b\x85"))


@given(TEXTS)
def test_a_normalized_has_the_same_offsets(text: str) -> None:
    r"""All but a \r is in the normalized where it is in the text."""
    normalized = normalize(text)
    assert len(normalized) == len(text)
    for own, other in zip(text, normalized, strict=True):
        assert own in (other, "\r")


@given(TEXTS)
def test_a_normalized_has_the_same_lines(text: str) -> None:
    r"""Lines end at \n, \r\n and \r in the text, and at \n alone in the normalized."""
    normalized = normalize(text)
    assert "\r" not in normalized
    lines = [line.rstrip(" ") for line in re.split(r"\r\n|\r|\n", text)]
    assert [line.rstrip(" ") for line in normalized.split("\n")] == lines


def test_a_text_without_carriage_returns_is_its_own_normalized() -> None:
    r"""A text that has no \r is not copied."""
    text = "one\ntwo\u2028three"
    assert normalize(text) is text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "\n"),
        ("one", "\n"),
        ("one\ntwo\r\n", "\n"),
        ("one\r\ntwo\n", "\r\n"),
        ("one\rtwo\n", "\r"),
        ("one\r", "\r"),
        ("\rone\n", "\r"),
        ("\r\none\n", "\r\n"),
        ("\none\r\n", "\n"),
        ("one\r\r\n", "\r"),
        ("one\n\r", "\n"),
        ("one\u2028two\x85three\x0b", "\n"),
    ],
)
def test_the_line_end_of_a_text_is_its_first(text: str, expected: str) -> None:
    r"""The first line ending counts, \n if there is none."""
    assert line_end_of(text) == expected


@given(TEXTS)
def test_text_is_taken(text: str) -> None:
    """Any str is text."""
    require_text(text)


@pytest.mark.parametrize("value", [b"a", bytearray(b"a"), memoryview(b"a")])
def test_bytes_are_to_be_decoded(value: Any) -> None:
    """The message for bytes names their type and says how to decode them."""
    with pytest.raises(TypeError) as caught:
        require_text(value)
    assert str(caught.value) == (
        f"text: {type(value).__name__} found, str expected; decode it, as in data.decode('utf-8')"
    )


@pytest.mark.parametrize("value", [None, 3, ["a"], object()])
def test_files_are_to_be_read(value: Any) -> None:
    """The message for anything else names its type and says how to read a file."""
    with pytest.raises(TypeError) as caught:
        require_text(value)
    assert str(caught.value) == (
        f"text: {type(value).__name__} found, str expected; for a file, call read_digest(path)"
    )
