"""The checks of values: what they say, word for word."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from paperdigest import Digest, Field, Link, Media, Paper, Section
from paperdigest._model.validation import check_items


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Paper(3), TypeError, "Paper.title: 3 is not a str; pass text"),  # type: ignore[arg-type]
        (
            lambda: Section("A", " b"),
            ValueError,
            "Section.text: ' b' has white space around it, which is not kept; strip it",
        ),
        (lambda: Paper("a\nb"), ValueError, r"Paper.title: 'a\nb' has a line ending; use one line"),
        (lambda: Field("", "b"), ValueError, "Field.label: '' is empty; pass some text"),
        (
            lambda: Link("a", "b c"),
            ValueError,
            "Link.url: 'b c' has white space; percent-encode it (RFC 3986)",
        ),
        (
            lambda: Media("sound", "a"),  # type: ignore[arg-type]
            ValueError,
            "Media.kind: 'sound' is not a kind; expected image or video",
        ),
        (
            lambda: Paper("A", votes="3"),  # type: ignore[arg-type]
            TypeError,
            "Paper.votes: '3' is not an int; pass a count or None",
        ),
        (
            lambda: Paper("A", votes=-1),
            ValueError,
            "Paper.votes: -1 is negative; pass a count or None",
        ),
        (
            lambda: Paper("A", votes=10**18),
            ValueError,
            "Paper.votes: a count has at most 18 digits",
        ),
        (
            lambda: Digest(date="today"),  # type: ignore[arg-type]
            TypeError,
            "Digest.date: 'today' is a str; expected a date, such as datetime.date(2024, 8, 26)",
        ),
        (
            lambda: Digest("A", datetime.date(2024, 8, 26), datetime.date(2024, 8, 25)),
            ValueError,
            "Digest.end_date: '2024-08-25' is before the first day, 2024-08-26; pass date <= end_date",
        ),
        (
            lambda: Paper("A", links=["b"]),  # type: ignore[list-item]
            TypeError,
            "Paper.links: 'b' is not a Link; pass a tuple or list of Link only",
        ),
        (
            lambda: Paper("A", links="b"),  # type: ignore[arg-type]
            TypeError,
            "Paper.links: 'b' is one string; pass a list or tuple of values",
        ),
        (
            lambda: Paper("A", links=3),  # type: ignore[arg-type]
            TypeError,
            "Paper.links: 3 is not a collection; pass a list or tuple of values",
        ),
        (
            lambda: Paper("A", authors=3),  # type: ignore[arg-type]
            TypeError,
            "Paper.authors: 3 is not a collection; pass a list or tuple of values",
        ),
        (
            lambda: Paper("A", authors={"Ada"}),
            TypeError,
            "Paper.authors: {'Ada'} has no defined order; pass a list or tuple of values",
        ),
        (
            lambda: Digest(papers=frozenset()),
            TypeError,
            "Digest.papers: frozenset() has no defined order; pass a list or tuple of values",
        ),
        (
            lambda: Paper("A", sections={}),
            TypeError,
            "Paper.sections: {} is a mapping; pass a list or tuple of values",
        ),
        (
            lambda: Digest(papers=[Paper("A"), {"votes": 3}]),  # type: ignore[list-item]
            TypeError,
            "Digest.papers: {'votes': 3} is not a Paper; pass a tuple or list of Paper only, or the "
            "whole data to from_dict",
        ),
        (lambda: Paper("A", authors=[""]), ValueError, "Paper.authors: '' is empty; leave it out"),
        (
            lambda: Digest().remove(Paper("A")),
            ValueError,
            "Paper 'A' is not in this digest; remove() returns a new digest, take the paper from that",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    make: Callable[[], Any], error: type[Exception], message: str
) -> None:
    """The message names class and attribute, shows the value, and says what to give instead."""
    with pytest.raises(error) as caught:
        make()
    assert str(caught.value) == message


@pytest.mark.parametrize("order", [1, -1])
def test_dictionaries_beside_values_are_converted(order: int) -> None:
    """Dictionaries become values wherever they are among values."""
    papers: list[Any] = [{"title": "A", "votes": 3}, Paper("B")][::order]
    assert Digest(papers=papers).papers == (Paper("A", votes=3), Paper("B"))[::order]


def test_a_long_value_is_cut() -> None:
    """What is shown of a value has 80 characters at most, and both of its ends."""
    just, more = "x" * 76 + "\n", "x" * 77 + "\n"
    for value, shown in [(just, repr(just)), (more, f"'{'x' * 50}...{'x' * 23}\\n'")]:
        with pytest.raises(ValueError, match=re.escape(f"Paper.title: {shown} has white space")):
            Paper(value)


def test_the_items_of_a_tuple_are_of_one_type() -> None:
    """A check for items takes them of its type alone, and asks for a tuple first."""

    @attrs.frozen
    class Numbers:
        """Some numbers."""

        all: Any = attrs.field(validator=check_items(int))

    assert Numbers((1, 2)).all == (1, 2)
    message = "Numbers.all: 'a' is not a int; pass a tuple or list of int only"
    with pytest.raises(TypeError, match=f"^{message}$"):
        Numbers((1, "a"))
    message = "Numbers.all: 3 is not a collection; pass a list or tuple of values"
    with pytest.raises(TypeError, match=f"^{message}$"):
        Numbers(3)
