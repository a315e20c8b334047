"""Headings within list items."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import parse_digest, serialize_digest
from paperdigest._parsing.nested import outside_items

_HEADING = re.compile(r"\n[ ]{0,3}#+ .*")


def _left(text: str) -> list[str]:
    return [head[0].strip() for head in outside_items(text, _HEADING.finditer(text))]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\n- a\n\n  # b\n", []),
        ("\n- a\n  # b\n\n  # c\n", []),
        ("\n- a\n # b\n", ["# b"]),
        ("\n- a\n\n # b\n\n  # c\n", ["# b", "# c"]),
        ("\n-\n  # b\n", []),
        ("\n-\n # b\n", ["# b"]),
        ("\n-    a\n\n  # b\n", ["# b"]),
        ("\n1. a\n\n  # b\n\n   # c\n", ["# b", "# c"]),
        ("\n1. a\n\n   # b\n", []),
        ("\n - a\n\n  # b\n\n   # c\n", ["# b", "# c"]),
        ("\n - a\n\n   # c\n", []),
        ("\n- a\nruns on\n  # b\n", []),
        ("\n- a\n\nWords.\n\n  # b\n", ["# b"]),
        ("\n- a\n\n  Words.\n\n  # b\n", []),
        ("\n- a\n# b\n\n  # c\n", ["# b", "# c"]),
        ("\n- a\n> b\n\n  # c\n", ["# c"]),
        ("\n  # a\n  # b\n", ["# a", "# b"]),
        ("\n- a\n\n  # b\n\n# c\n\n  # d\n", ["# c", "# d"]),
    ],
)
def test_a_heading_belongs_to_an_item_by_its_indentation(text: str, left: list[str]) -> None:
    """A heading is text of the item above where it is at least as deep as the item's text."""
    assert _left(text) == left


@given(st.lists(st.sampled_from(["- a", "  # b", "   # c", "# d", " # e", "f", "", "  g"])))
def test_nothing_else_is_left_out(lines: list[str]) -> None:
    """Headings at the margin all stay, and whether one stays follows from the lines above it."""
    text = "\n" + "\n".join(lines) + "\n"
    every = [head[0].strip() for head in _HEADING.finditer(text)]
    left = _left(text)
    assert left.count("# d") == every.count("# d")
    for end in range(len(lines)):
        some = _left("\n" + "\n".join(lines[:end]) + "\n")
        assert left[: len(some)] == some


def test_a_long_item_is_walked_once() -> None:
    """Each line is looked at once, however many headings are in an item."""
    text = "\n- a\n" + "\n  # b\n\n  words\n" * 50_000
    assert _left(text) == []


def test_a_heading_in_a_bullet_is_text_of_its_section() -> None:
    """A section keeps headings that are indented with its text, and the paper below is read."""
    text = (
        "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\n- **Idea**: one\n\n"
        "  ### Details\n\n  ## More\n\n  two\n\n ### [B](https://example.org/b)\n"
    )
    digest = parse_digest(text)
    assert [paper.title for paper in digest.papers] == ["A", "B"]
    assert digest.papers[0].sections[0].text == "one\n\n  ### Details\n\n  ## More\n\n  two"
    assert serialize_digest(digest) == text
    section = attrs.evolve(digest.papers[0].sections[0], text="x\n\n  ### Other")
    longer = attrs.evolve(digest.papers[0], sections=[section])
    written = serialize_digest(attrs.evolve(digest, papers=[longer, digest.papers[1]]))
    assert parse_digest(written).papers[0] == longer
