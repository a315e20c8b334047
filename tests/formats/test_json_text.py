"""JSON and JSON Lines, there and back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Digest,
    DigestDataError,
    Paper,
    Section,
    from_json,
    from_json_lines,
    to_dict,
    to_json,
    to_json_lines,
)
from tests.strategies import digests, texts

SURROGATES = st.text(st.sampled_from("a\ud800\udbff\udc00\udfff\U0001f600\x85\u2028"))


@given(digests(), st.sampled_from((None, 0, 2)))
def test_there_and_back(digest: Digest, indent: int | None) -> None:
    """What goes out as JSON comes back, and is what the dictionary says."""
    text = to_json(digest, indent=indent)
    assert from_json(text) == digest
    assert json.loads(text) == to_dict(digest)


@given(SURROGATES | texts())
def test_any_text(text: str) -> None:
    """Surrogates come back too, alone and beside each other, and nothing else ends a line."""
    section = Section(None, text.strip())
    written = to_json(section)
    assert from_json(written, Section) == section
    assert len(written.splitlines()) == 1


@given(st.text(st.characters()))
def test_half_a_character_can_be_encoded(text: str) -> None:
    """UTF-8 can encode the JSON of every text without two surrogate halves side by side."""
    text = text.strip()
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(joined) == len(text):
        data = to_json(Section(None, text)).encode("utf-8")
        assert from_json(data, Section).text == text


def test_letters_are_written_as_they_are() -> None:
    """Letters of all languages are in JSON as themselves."""
    assert to_json(Section("라벨", "é")) == '{"label": "라벨", "text": "é"}'
    assert to_json(Section(None, "a\ud800b")) == '{"label": null, "text": "a\\ud800b"}'


def test_bytes() -> None:
    """Bytes are UTF-8, with a byte order mark or without."""
    assert from_json('{"title": "é"}'.encode()).title == "é"
    assert from_json(b'\xef\xbb\xbf{"title": "A"}').title == "A"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the text is not JSON: Expecting value at column 1"),
        ('{\n"title" 3}', "the text is not JSON: Expecting ':' delimiter at line 2, column 9"),
        (
            "data/digest.json",
            "the text is not JSON: Expecting value at column 1; for a file, pass its text",
        ),
        (b"\xff", "the data is not UTF-8: byte 0xff at offset 0"),
        ("[" * 100_000, "the text is nested too deeply"),
        ('{"title": ' + "1" * 5000 + "}", "the text holds a very long integer"),
        (
            "[]",
            "expected an object with the keys of a digest, got a list; "
            "pass each of its items to from_dict",
        ),
        ('{"title": "A", "title": "B"}', "title: is there twice; leave one out"),
        (
            '{"papers": [{"title": "A", "votes": 1, "votes": 2}]}',
            "papers[0].votes: is there twice; leave one out",
        ),
        ('{"papers": [{"title": "A", "votes": NaN}]}', "papers[0].votes: expected an integer or null, got nan"),
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_wrong_is_named(text: str | bytes, message: str) -> None:
    """A text that is no JSON, or says a thing twice, is refused with the place."""
    with pytest.raises(DigestDataError) as caught:
        from_json(text)
    assert caught.value.errors == (message,)


def test_what_is_no_text() -> None:
    """A dictionary is not JSON yet."""
    with pytest.raises(TypeError, match=r"^text: dict found; expected str or bytes$"):
        from_json({})  # type: ignore[call-overload]


@given(st.lists(digests(max_papers=1), max_size=3))
def test_lines(items: list[Digest]) -> None:
    """Every value is one line, whatever it holds; blank lines are left out."""
    lines = list(to_json_lines(items))
    assert len(lines) == len(items)
    assert all(len(line.splitlines()) == 1 and line.endswith("}\n") for line in lines)
    assert list(from_json_lines([*lines, "\n", " "])) == items


def test_lines_of_papers() -> None:
    """Papers go on lines of their own, too; bytes are read as well."""
    papers = [Paper("A"), Paper("B")]
    data = [line.encode() for line in to_json_lines(papers)]
    assert list(from_json_lines(data, Paper)) == papers


def test_a_wrong_line_is_named() -> None:
    """The lines before a wrong one are read, and its number is told."""
    found = from_json_lines(['{"title": "A"}', "", '{"title": 3, "x": 1}'])
    assert next(found).title == "A"
    with pytest.raises(DigestDataError) as caught:
        next(found)
    assert [error.partition(":")[0] for error in caught.value.errors] == ["line 3", "line 3"]


def test_a_line_that_is_no_json_has_one_number() -> None:
    """The line is that of the file; within it, the column says where the flaw is."""
    with pytest.raises(DigestDataError) as caught:
        list(from_json_lines(["{}\n", "{title}\n"]))
    (error,) = caught.value.errors
    assert error.startswith("line 2: the text is not JSON: ")
    assert error.endswith(" at column 2")


@pytest.mark.parametrize("text", ["{}\n", b"{}\n"])
def test_one_text_is_not_its_lines(text: str) -> None:
    """A string would be taken as its characters."""
    with pytest.raises(TypeError, match=r"^lines: (str|bytes) found; pass lines, such as an open "):
        from_json_lines(text)


@pytest.mark.parametrize("lines", [3, Path("digests.jsonl")])
def test_a_path_is_not_lines(lines: Any) -> None:
    """Anything without lines is refused at once, before a value is taken."""
    advice = r"pass lines, such as an open file: with open\(path\) as lines$"
    with pytest.raises(TypeError, match=rf"^lines: \w+ found; {advice}"):
        from_json_lines(lines)


def test_a_line_of_another_type_is_named() -> None:
    """A line that is no text is told with its number."""
    lines: list[Any] = ["{}", 3]
    with pytest.raises(TypeError, match=r"^line 2: int found; expected str or bytes$"):
        list(from_json_lines(lines))


def test_one_value_as_json_lines() -> None:
    """A digest alone is one line."""
    assert list(to_json_lines(Digest("Monday"))) == list(to_json_lines([Digest("Monday")]))
