"""The laws of the design, over every dialect: what holds for any text, and for any value."""

import copy
import gc
import inspect
import io
import pickle
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from paperdigest import (
    Dialect,
    Digest,
    Token,
    parse_digest,
    parse_digests,
    serialize_digest,
    tokenize,
)
from tests.hostile import read
from tests.samples import EXAMPLES, each_dialect, each_example
from tests.strategies import damaged, dialects, digests, hostile, texts, texts_in


def any_text(dialect: Dialect) -> SearchStrategy[str]:
    """Draw any text: of any code points, in a dialect, or an example with some damage."""
    examples = damaged(st.sampled_from(list(EXAMPLES.values())))
    return texts() | texts_in(dialect) | hostile() | examples


in_every_dialect = each_dialect
#: Texts and the dialects to read them in; ``None`` recognises it.
drawn = dialects().flatmap(lambda each: st.tuples(any_text(each), st.just(each) | st.none()))


# Law 1


@in_every_dialect
@given(data=st.data())
def test_total(dialect: Dialect, data: st.DataObject) -> None:
    """Law 1: "Reading never raises on any `str`"; it gives a digest, and digests at least one."""
    text = data.draw(any_text(dialect))
    assert isinstance(parse_digest(text, dialect=dialect), Digest)
    assert all(isinstance(each, Digest) for each in parse_digests(text, dialect=dialect))
    assert parse_digests(text, dialect=dialect)
    assert all(isinstance(token, Token) for token in tokenize(text, dialect=dialect))


@given(drawn)
def test_total_where_the_dialect_is_recognised(drawn: tuple[str, Dialect | None]) -> None:
    """Law 1: "Reading never raises on any `str`", whatever dialect it is taken for."""
    parse_digest(drawn[0])
    parse_digests(drawn[0])
    list(tokenize(drawn[0]))


@pytest.mark.parametrize("read", [parse_digest, parse_digests, tokenize], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (b"## Daily Papers", r"bytes found, str expected; decode it, as in data.decode\('utf-8'\)"),
        (bytearray(), "bytearray found, str expected; decode it"),
        (memoryview(b""), "memoryview found, str expected; decode it"),
        (Path("a.md"), r"PosixPath found, str expected; for a file, call read_digest\(path\)"),
        (io.StringIO(), "StringIO found, str expected; for a file, call read_digest"),
        (None, "NoneType found, str expected"),
        (["a"], "list found, str expected"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused(
    read: Callable[[Any], object], value: object, advice: str
) -> None:
    """Law 1: "Not a `str`: `TypeError` that says what to do (decode it; or read the file)"."""
    with pytest.raises(TypeError, match=f"^text: {advice}"):
        read(value)


def test_a_subclass_of_str_is_text() -> None:
    """A `str` of a class of one's own is read like any other, and comes back."""

    class Text(str):
        __slots__ = ()

    text = Text("### [A](https://example.org/a)\n\nVote: 3\n")
    assert parse_digest(text).papers[0].votes == 3
    assert serialize_digest(parse_digest(text)) == text


# Laws 2 and 8


@in_every_dialect
@given(data=st.data())
def test_partition(dialect: Dialect, data: st.DataObject) -> None:
    """Law 2: '`"".join(t.text for t in tokenize(s)) == s`, and `s[t.start:t.end] == t.text`'."""
    text = data.draw(any_text(dialect))
    tokens = list(tokenize(text, dialect=dialect))
    assert "".join(token.text for token in tokens) == text
    at = 0
    for token in tokens:
        assert token.start == at < token.end
        assert text[token.start : token.end] == token.text
        at = token.end


@in_every_dialect
@given(data=st.data())
def test_placed(dialect: Dialect, data: st.DataObject) -> None:
    """Law 8, of tokens: for every value read there is a token with "the exact range it came from"."""
    text = data.draw(any_text(dialect))
    tokens: dict[str, list[str]] = {}
    for token in tokenize(text, dialect=dialect):
        # A title may break over lines; the break is one space in the value.
        words = " ".join(token.text.split()) if token.kind == "title" else token.text
        tokens.setdefault(token.kind, []).append(words)
    for digest in parse_digests(text, dialect=dialect):
        for kind, value in _read_values(digest):
            words = " ".join(value.split()) if kind == "title" else value
            assert words in tokens.get(kind, ()), (kind, value)


def _read_values(digest: Digest) -> Iterator[tuple[str, str]]:
    """Yield the values that stand in the text as they are, with the kind of their token."""
    if digest.title:
        yield "title", digest.title
    for paper in digest.papers:
        if paper.title:
            yield "title", paper.title
        yield from (("url", item.url) for item in (*paper.media, *paper.links))
        yield from (("text", section.text) for section in paper.sections if section.text)
        yield from (("value", field.value) for field in paper.fields if field.value)
        if paper.url:
            yield "url", paper.url
        if paper.category:
            yield "category", paper.category


# Law 3


@in_every_dialect
@given(data=st.data())
def test_lossless(dialect: Dialect, data: st.DataObject) -> None:
    """Law 3: "`serialize_digest(parse_digest(s)) == s`; `parse_digests` joined likewise. Any `s`"."""
    text = data.draw(any_text(dialect))
    assert serialize_digest(parse_digest(text, dialect=dialect)) == text
    assert "".join(map(serialize_digest, parse_digests(text, dialect=dialect))) == text


@given(drawn)
def test_lossless_where_the_dialect_is_recognised(drawn: tuple[str, Dialect | None]) -> None:
    """Law 3: "Any `s`", in whatever dialect it is taken for."""
    text, _ = drawn
    assert serialize_digest(parse_digest(text)) == text
    assert "".join(map(serialize_digest, parse_digests(text))) == text


@in_every_dialect
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "\0",
        "\ud800",
        "\r",
        "a\rb\r\nc\nd",
        "\ufeff## A\r\n",
        "a\u2028b\x85c",
        "### [a](b)",
    ],
)
def test_lossless_at_the_edges(dialect: Dialect, text: str) -> None:
    """Law 3: "mixed line ends, BOM, NUL, lone surrogates, U+2028, no final newline"."""
    assert serialize_digest(parse_digest(text, dialect=dialect)) == text
    assert "".join(map(serialize_digest, parse_digests(text, dialect=dialect))) == text


# Law 6


def all_values(digest: Digest) -> list[Any]:
    """Return the digest and every value in it."""
    found: list[Any] = [digest]
    for paper in digest.papers:
        found += [paper, *paper.media, *paper.sections, *paper.fields, *paper.links]
    return found


def rebuilt(value: Any) -> Any:
    """Make a value again from its public attributes, with the checks of the constructor."""
    parts = {}
    for attribute in attrs.fields(type(value)):
        if not attribute.name.startswith("_"):
            part = getattr(value, attribute.name)
            items = isinstance(part, tuple) and not all(isinstance(item, str) for item in part)
            parts[attribute.name] = tuple(map(rebuilt, part)) if items else part
    return type(value)(**parts)


@in_every_dialect
@given(data=st.data())
def test_what_is_read_the_constructors_take(dialect: Dialect, data: st.DataObject) -> None:
    """Law 6: "equality is about values, not about where they were read from".

    Reading makes values without the checks of their constructors, so each must pass them.
    """
    digest = parse_digest(data.draw(any_text(dialect)), dialect=dialect)
    for value in all_values(digest):
        again = rebuilt(value)
        assert again == value
        assert hash(again) == hash(value)
        assert repr(again) == repr(value)


@given(drawn, st.sampled_from(range(pickle.HIGHEST_PROTOCOL + 1)))
def test_copies_are_equal_and_keep_their_text(
    drawn: tuple[str, Dialect | None], protocol: int
) -> None:
    """Law 6: "Everything is immutable, hashable, picklable, deep-copyable"; copies keep the text."""
    text, dialect = drawn
    digest = parse_digest(text, dialect=dialect)
    copies = [
        copy.copy(digest),
        copy.deepcopy(digest),
        pickle.loads(pickle.dumps(digest, protocol)),
    ]
    for each in copies:
        assert each == digest
        assert hash(each) == hash(digest)
        assert serialize_digest(each) == text


@given(digests(), st.sampled_from(range(pickle.HIGHEST_PROTOCOL + 1)))
def test_values_made_by_hand_can_be_copied(digest: Digest, protocol: int) -> None:
    """Law 6: "Everything is immutable, hashable, picklable, deep-copyable", made by hand too."""
    for value in all_values(digest):
        for each in (copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v, protocol))):
            again = each(value)
            assert again == value
            assert hash(again) == hash(value)
            assert type(again) is type(value)


@each_example
def test_nothing_can_be_set_or_deleted(text: str) -> None:
    """Law 6: "Everything is immutable", every attribute of everything that is read."""
    for value in all_values(parse_digest(text)):
        for attribute in attrs.fields(type(value)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, attribute.name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(value, attribute.name)
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            value.something = 1
    token = next(tokenize(text))
    for name in (*Token._fields, "something"):
        with pytest.raises(AttributeError):
            setattr(token, name, None)


@each_example
def test_the_same_values_elsewhere_are_equal(text: str) -> None:
    """Law 6: "equality is about values, not about where they were read from"."""
    digest = parse_digest(text)
    elsewhere = parse_digest(f"\n\n{text}\n\n")
    assert elsewhere == digest
    assert {digest: 1}[elsewhere] == 1
    assert set(elsewhere.papers) == set(digest.papers)


def test_values_travel_across_processes() -> None:
    """Law 6: values are picklable: a pool of processes takes and gives them, and their text."""
    wholes = list(EXAMPLES.values())
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        read = list(pool.map(parse_digest, wholes))
        written = list(pool.map(serialize_digest, read))
    assert read == list(map(parse_digest, wholes))
    assert written == wholes


def test_many_threads_read_the_same() -> None:
    """Law 6: reading shares nothing that changes, also where a dialect is used for the first time."""
    wholes = list(EXAMPLES.values()) * 8
    expected = [parse_digests(text) for text in wholes]
    fresh: Dialect = pickle.loads(pickle.dumps(expected[0][0]))._origin.source.dialect

    def read(text: str) -> tuple[tuple[Digest, ...], Digest, str]:
        tokens = "".join(token.text for token in tokenize(text, dialect=fresh))
        return parse_digests(text), parse_digest(text, dialect=fresh), tokens

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(read, wholes))
    assert [digests for digests, _, _ in found] == expected
    assert [digest for _, digest, _ in found] == [parse_digest(t, dialect=fresh) for t in wholes]
    assert [tokens for _, _, tokens in found] == wholes


# Law 7


@pytest.mark.slow
@in_every_dialect
@each_example
def test_memory_is_linear(dialect: Dialect, text: str) -> None:
    """Law 7: "Time and memory grow in proportion to the text": four times the text, four times both."""
    peaks: list[int] = []
    read(text, dialect)
    for times in (2, 8):
        whole = text * times
        gc.collect()
        tracemalloc.start()
        read(whole, dialect)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 4 * 1.5 * peaks[0] + 20_000


@in_every_dialect
def test_no_recursion(dialect: Dialect) -> None:
    """Law 7: "No recursion on input": deep nesting is read with next to no stack."""
    read("## Daily Papers\n", dialect)
    nested = [
        (opening, opening * 5_000)
        for opening in ("(", "[", "<details>\n", "> ", "  - ", "**", "['")
    ]
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 40)
    try:
        for _, text in nested:
            read(f"### [{text}]({text})\n\nAuthors: {text}\n\n- **{text}**: {text}\n", dialect)
            read(text, dialect)
    finally:
        sys.setrecursionlimit(usual)
