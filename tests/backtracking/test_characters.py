"""Sets of characters, against `re` itself."""

import re
import sys

import pytest

from paperdigest._backtracking.characters import (
    ALL,
    category,
    classes,
    example,
    made_of,
    span,
    without_case,
)
from paperdigest._backtracking.tree import Chars, parse

EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))


def set_of(pattern: str) -> int:
    """Return the set of an expression for one character, as `re` matches it."""
    found = 0
    for run in re.finditer(f"(?:{pattern})+", EVERYTHING):
        found |= span(run.start(), run.end() - 1)
    return found


@pytest.mark.parametrize(
    "pattern",
    [
        "a", "[^a]", ".", "(?s:.)", "[a-f0-9]", r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r"[^\w.-]", r"[\d\s]",
        r"(?a:\w)", r"(?a:\D)", "(?i:a)", "(?i:[^a])", "(?i:[k-s])", "(?i:é)", "(?i:ß)", "(?i:σ)", "(?i:İ)", "(?i:ı)",
        "(?i:µ)", "(?i:ﬅ)", "(?i:[À-ÿ])", "(?i:[^s])", "(?i:Ა)", "(?i:𐐨)", r"(?i:\w)", "[^\U0010ffff]",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_set_is_what_re_matches(pattern: str) -> None:
    """A set holds the very characters that `re` matches, case and all."""
    parsed = parse(pattern)
    assert isinstance(parsed.root, Chars)
    assert parsed.sets[parsed.root.index] == set_of(pattern)


def test_every_case_is_known() -> None:
    """For each character, those that differ in case are the ones that `re` treats as the same."""
    cased = [each for each in EVERYTHING if each.lower() != each or each.upper() != each]
    assert ord(max(cased)) < 0x1F000
    together = "".join(cased)
    for each in cased:
        own = re.findall(f"(?i:{re.escape(each)})", together)
        assert without_case(ord(each), ord(each)) == sum(1 << ord(other) for other in own), each


def test_categories() -> None:
    """A capital letter stands for all other characters."""
    assert category("d", ascii_only=False) | category("D", ascii_only=False) == ALL
    assert category("s", ascii_only=True) & category("S", ascii_only=True) == 0


def test_classes_are_disjoint_and_make_up_each_set() -> None:
    """Each set is made of whole classes."""
    sets = [span(97, 110), span(100, 120), ALL & ~span(10, 10)]
    parts = classes(sets)
    assert sum(parts) == ALL
    for each in sets:
        mask = made_of(each, parts)
        assert sum(part for index, part in enumerate(parts) if mask >> index & 1) == each


def test_an_example_is_readable() -> None:
    """A letter is shown where there is one, else whatever there is."""
    assert example(ALL) == "a"
    assert example(span(0x21, 0x23)) == "!"
    assert example(span(0x3B1, 0x3C9)) == "α"
