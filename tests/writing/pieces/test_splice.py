"""Lists put together again after items were moved, dropped and added."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._writing.pieces.splice import aligned, splice

TEXT = "<a, b; c. d>"
SPANS = [(1, 2), (4, 5), (7, 8), (10, 11)]


def spliced(
    order: Sequence[int | None],
    items: Sequence[str],
    *,
    separator: str = " + ",
    keeps: Callable[[str], bool] = lambda gap: False,
    text: str = TEXT,
    spans: Sequence[tuple[int, int]] = SPANS,
) -> str:
    return splice(text, (0, len(text)), spans, order, separator=separator, keeps=keeps).join(items)


def test_unchanged_list_is_the_same_text() -> None:
    """A list in its old order keeps all that is between its items."""
    assert spliced([0, 1, 2, 3], "abcd") == TEXT


def test_moved_items_leave_what_stands_between() -> None:
    """What comes between two places stays there when items change places."""
    assert spliced([3, 2, 1, 0], "dcba") == "<d, c; b. a>"


def test_dropped_item_takes_its_separator_along() -> None:
    """Of the two separators beside an item that goes, one goes with it."""
    assert spliced([0, 2, 3], "acd") == "<a, c. d>"
    assert spliced([1, 2, 3], "bcd") == "<b; c. d>"
    assert spliced([0, 1, 2], "abc") == "<a, b; c>"


def test_dropped_item_leaves_what_is_more_than_a_separator() -> None:
    """What is beside an item that goes stays where it is more than a separator."""

    def keeps(gap: str) -> bool:
        return ";" in gap

    assert spliced([0, 2, 3], "acd", keeps=keeps) == "<a; c. d>"
    assert spliced([2, 3], "cd", keeps=keeps) == "<; c. d>"
    assert spliced([0], "a", keeps=keeps) == "<a; >"
    assert spliced([], "", keeps=keeps) == "<; >"


def test_remains_stand_side_by_side() -> None:
    """What is left of several items that go is in its order, with nothing between."""

    def keeps(gap: str) -> bool:
        return True

    assert spliced([], "", keeps=keeps) == "<, ; . >"
    assert spliced([3], "d", keeps=keeps) == "<, ; . d>"
    assert spliced([0], "a", keeps=keeps) == "<a, ; . >"
    assert spliced([0, 3], "ad", keeps=keeps) == "<a, ; . d>"


def test_as_many_items_as_there_are_places() -> None:
    """A spliced list takes just the items that it was made for."""
    for items in ("a", "abcde"):
        with pytest.raises(ValueError, match="zip"):
            spliced([0, 1, 2, 3], items)


def test_equal_remains_stand_once() -> None:
    """Two equal remains become one when the item between them is removed."""
    text, spans = "a\n# x\nb\n# x\nc", [(0, 1), (6, 7), (12, 13)]
    assert splice(text, (0, 13), spans, [0, 2], separator="\n").join("ac") == "a\n# x\nc"


def test_new_items_are_joined() -> None:
    """A new item is after the separator, wherever it comes."""
    assert spliced([None, 0, 1, 2, 3], "xabcd") == "<x + a, b; c. d>"
    assert spliced([0, None, 1, 2, 3], "axbcd") == "<a + x, b; c. d>"
    assert spliced([0, 1, 2, 3, None], "abcdx") == "<a, b; c. d + x>"


def test_all_new_items_replace_all_old_ones() -> None:
    """Where no old item stays, the new ones go where the old ones were."""
    assert spliced([None, None], "xy") == "<x + y>"


def test_items_for_an_empty_list() -> None:
    """A list that had no items gets them after what is in its region."""
    assert splice("<>", (0, 1), [], [None, None], separator=", ").join("xy") == "<x, y"


def test_aligned_pairs_equal_items_then_places() -> None:
    """Equal items are the same; what is left changes in order; the rest is new."""
    assert aligned("abcd", "abcd") == [0, 1, 2, 3]
    assert aligned("abcd", "acd") == [0, 2, 3]
    assert aligned("abc", "axbc") == [0, None, 1, 2]
    assert aligned("abcd", "dcba") == [3, 2, 1, 0]
    assert aligned("abc", "axc") == [0, 1, 2]
    assert aligned("ab", "xyz") == [0, 1, None]
    assert aligned("", "x") == [None]
    assert aligned("caab", "dab") == [0, 2, 3]


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_aligned_uses_each_old_item_once(old: list[int], new: list[int]) -> None:
    """No old item is two new ones, and equal lists are aligned item by item."""
    order = aligned(old, new)
    used = [index for index in order if index is not None]
    assert len(order) == len(new)
    assert len(used) == len(set(used))
    assert len(used) == min(len(old), len(new))
    assert aligned(old, old) == list(range(len(old)))


@given(st.permutations(range(4)))
def test_every_order_keeps_the_text_between(order: list[int]) -> None:
    """Whatever the order, taking the items out leaves the same text."""
    assert spliced(list(order), ["_"] * 4) == "<_, _; _. _>"
