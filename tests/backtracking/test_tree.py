"""Trees of expressions: that they mean what `re` means."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._backtracking.tree import (
    Chars,
    Repeat,
    Seq,
    UnknownError,
    Until,
    parse,
    without_end,
)
from tests.backtracking.matcher import matches
from tests.backtracking.tables import HARMFUL, HARMLESS
from tests.backtracking.test_ambiguity import expressions


@given(pattern=expressions(), text=st.text("abc", max_size=8))
def test_a_tree_matches_what_re_matches(pattern: str, text: str) -> None:
    """A matcher that walks the tree agrees with `re`."""
    matches(pattern, text)


@pytest.mark.parametrize("pattern", HARMLESS, ids=repr)
def test_a_tree_of_the_tables(pattern: str) -> None:
    """A matcher that walks the tree agrees with `re`, apart from words' boundaries."""
    for text in ("", "a", "x", "ab;", "- [a](b) x", "a\nb", "## A <b>"):
        matches(pattern.replace(r"\b", "").replace(r"(?<=\n)", ""), text)
    assert all(re.compile(each) for group in HARMFUL.values() for each in group)


def test_up_to_a_text() -> None:
    """Characters up to a text are known as such, and nothing else is."""
    found = parse("(?:(?!ab|c).)*").root
    assert isinstance(found, Until)
    assert [len(text) for text in found.texts] == [2, 1]
    for pattern, lengths in {
        "(?:(?!ab|a).)*": [2, 1],
        "(?:(?!(?:a|bc)(?:d|ef)).)*": [2, 3, 3, 4],
        "(?:(?!(?<![^ ])by(?![^ ])|by -(?![^ ])|x$).)*": [4, 5, 2],
        "(?:(?!(?=a)).)*": [1],
    }.items():
        found = parse(pattern).root
        assert isinstance(found, Until), pattern
        assert sorted(map(len, found.texts)) == sorted(lengths), pattern
    many = "(?:a|bc)" * 6
    for pattern in (
        f"(?:(?!{many}).)*",
        "(?:(?!a(?=b)c).)*",
        "(?:(?!a(?<=b)c).)*",
        "(?:(?!(?<=a)).)*",
    ):
        assert isinstance(parse(pattern).root, Repeat), pattern
    for pattern in (
        "(?:(?!a+).)*",
        "(?:(?=ab).)*",
        "(?:(?!ab)..)*",
        "(?:(?!ab)(?:c|dd))*",
        "(?:(?!).)*",
        "(?:.(?!ab))*",
    ):
        assert isinstance(parse(pattern).root, Repeat), pattern


@pytest.mark.parametrize(
    ("pattern", "rest"),
    [
        ("a.*$", "a"), ("a.*", "a"), ("a(?P<x>.*)$", "a"), ("a.*+$", "a"), ("a.+$", "a."), (".*", ""), ("a.*b$", None),
        ("a[^a]*$", None), ("a.*\\Z", None), ("a.{0,9}$", None), ("a(?:.*|b)$", None), ("a.*(?=b)", None), ("a", None),
        ("", None), ("$", None), ("a(?:.b)*", None), ("a.*(?!\\n)", None),
    ],
)  # fmt: skip
def test_what_cannot_fail_any_more(pattern: str, rest: str | None) -> None:
    """What takes whatever follows is left out, since nothing is tried again once it is reached."""
    parsed = parse(pattern)
    wanted = parse(pattern if rest is None else rest)
    found = without_end(parsed)
    items = found.items if isinstance(found, Seq) else (found,)
    expected = wanted.root.items if isinstance(wanted.root, Seq) else (wanted.root,)
    assert len(items) == len(expected)
    assert [parsed.sets[e.index] for e in items if isinstance(e, Chars)] == [
        wanted.sets[e.index] for e in expected if isinstance(e, Chars)
    ]


def test_a_condition_is_unknown() -> None:
    """A condition on a group is not judged."""
    with pytest.raises(UnknownError):
        parse("(a)?(?(1)b|c)")
