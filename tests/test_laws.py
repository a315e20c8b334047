"""The laws of the design, over every dialect: what holds for any text, and for any value."""

import gc
import inspect
import io
import pickle
import sys
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from paperdigest import (
    Dialect,
    Digest,
    Paper,
    Token,
    detect_dialect,
    diagnose,
    locate,
    parse_digest,
    parse_digests,
    serialize_digest,
    to_dict,
    tokenize,
)
from tests import laws
from tests.hostile import read
from tests.samples import EXAMPLES, each_dialect, each_example
from tests.strategies import damaged, dialects, digests, digests_in, hostile, texts, texts_in


def any_text(dialect: Dialect) -> SearchStrategy[str]:
    """Draw any text: of any code points, in a dialect, or an example with some damage."""
    examples = damaged(st.sampled_from(list(EXAMPLES.values())))
    return texts() | texts_in(dialect) | hostile() | examples


in_every_dialect = each_dialect
#: Texts and the dialects to read them in; ``None`` recognises it.
drawn = dialects().flatmap(lambda each: st.tuples(any_text(each), st.just(each) | st.none()))


# All laws


@in_every_dialect
@given(data=st.data())
def test_the_laws_of_texts(dialect: Dialect, data: st.DataObject) -> None:
    """All laws of texts hold for any text in any dialect."""
    laws.check_text(data.draw(any_text(dialect)), dialect)


@given(drawn)
def test_the_laws_of_texts_where_the_dialect_is_detected(drawn: tuple[str, Dialect | None]) -> None:
    """All laws of texts hold for any text, whatever dialect it is taken as."""
    laws.check_text(drawn[0])


@given(digests())
def test_the_laws_of_values(digest: Digest) -> None:
    """All laws of values hold for what is built by hand."""
    for law in laws.OF_VALUES:
        law(digest)


@each_dialect
@given(data=st.data())
def test_the_laws_of_digests(dialect: Dialect, data: st.DataObject) -> None:
    """All laws of digests hold for what is built by hand or parsed in any dialect, in each of them."""
    own = data.draw(st.just(dialect) | dialects())
    parsed = any_text(own).map(lambda text: parse_digest(text, dialect=own))
    digest = data.draw(digests() | digests_in(dialect) | parsed)
    for law in laws.OF_DIGESTS:
        law(digest, dialect)


@pytest.mark.parametrize(
    ("law", "broken"),
    [
        (laws.check_total, "texts.detect_dialect"),
        (laws.check_partition, "texts.tokenize"),
        (laws.check_lossless, "texts.serialize_digest"),
        (laws.check_tokens_of_values, "places.tokenize"),
        (laws.check_places, "places.locate"),
        (laws.check_diagnostics, "texts.diagnose"),
        (laws.check_honest, "texts.diagnose"),
        (laws.check_repair, "texts.repair"),
        (laws.check_values_of_texts, "values.to_dict"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_broken_law_is_noticed(law: Callable[..., object], broken: str) -> None:
    """Each law of texts raises where the function that it is about gives a wrong answer."""
    text, other = EXAMPLES["daily-papers"], EXAMPLES["daily-papers-odd"]
    answers: dict[str, Callable[..., object]] = {
        "detect_dialect": lambda text: attrs.evolve(detect_dialect(text), reasons=()),
        "tokenize": lambda text, **options: list(tokenize(text, **options))[9:],
        "serialize_digest": lambda digest: serialize_digest(digest).rstrip(),
        "locate": lambda value, name=None, index=None: locate(parse_digest(other).papers[0]),
        "diagnose": lambda text, **options: diagnose(other)[::-1] if text else (),
        "repair": lambda text, **options: text + "x",
        "to_dict": lambda digest: to_dict(Digest("Daily Papers", papers=[Paper("A")])),
    }
    text = "" if law is laws.check_honest else text
    law(text, None)
    with (
        patch(f"tests.laws.{broken}", answers[broken.split(".")[1]]),
        pytest.raises(laws.LawBrokenError),
    ):
        law(text, None)


def test_every_law_is_met() -> None:
    """No law is left out of the lists that the tests, the fuzzer and the corpus test go through."""
    named = {name for name in vars(laws) if name.startswith("check_")}
    listed = {law.__name__ for law in (*laws.OF_TEXTS, *laws.OF_VALUES, *laws.OF_DIGESTS)}
    assert named - listed == {"check_text", "check_range", "check_edit", "check_local"}


# Law 1


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


# Law 3


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
    """Law 3: "mixed line endings, BOM, NUL, lone surrogates, U+2028, no final newline"."""
    laws.check_text(text, dialect)


# Law 6


@each_example
def test_nothing_can_be_set_or_deleted(text: str) -> None:
    """Law 6: "Everything is immutable", every attribute of everything that is read."""
    value: Any
    for value in laws.values_in(parse_digest(text)):
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
    fresh: Dialect = pickle.loads(pickle.dumps(expected[0][0])).dialect

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
    # Rules that are made for a text are compiled, which takes two frames for each group in a group.
    sys.setrecursionlimit(len(inspect.stack(0)) + 120)
    try:
        for _, text in nested:
            read(f"### [{text}]({text})\n\nAuthors: {text}\n\n- **{text}**: {text}\n", dialect)
            read(text, dialect)
    finally:
        sys.setrecursionlimit(usual)
