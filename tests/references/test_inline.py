"""The words of a line of markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._references.inline import Piece, pieces, plain
from tests.strategies import hostile


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Attention Is All You Need", "Attention Is All You Need"),
        ("**Bold** and *slanted* and ***both***", "Bold and slanted and both"),
        ("_a_ __b__ snake_case_name", "a b snake_case_name"),
        ("A* and B*, f* g*", "A* and B*, f* g*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*open and **open", "*open and **open"),
        ("**a** b** **c", "a b** **c"),
        (r"1\. \*not\* a \\ list", r"1. *not* a \ list"),
        (r"C:\new", r"C:\new"),
        ("`x*y*` and `", "x*y* and `"),
        ("R&amp;D &lt;3 &#8212; &nothing; &", "R&D <3 — &nothing; &"),
        ("[A](https://a.org) and ![b](c.png)", "A and b"),
        ("[a] (b) [c](d e)", "[a] (b) [c](d e)"),
        (r'[a [b] *c*](<u> "t") ![](x) \[d](e)', "a [b] c  [d](e)"),
        ("$O(n^2)$ time, $5 and $6", "$O(n^2)$ time, $5 and $6"),
        (r"$\alpha_{1}*2*$", r"$\alpha_{1}*2*$"),
        (r"Schr\"odinger, Poincar\'e and Erd\H{o}s", "Schrödinger, Poincaré and Erdős"),
        (r"{\'E}tale na\"{i}ve {\v{s}} {\L}ukasz S\o{}ren", "Étale naïve š Łukasz Søren"),
        (r"\"Attention\" is \'all\' that\'s", "\"Attention\" is 'all' that's"),
        (r"\command{x} {y} \c", r"\command{x} {y} \c"),
        ("<b>Bold</b> CO<SUB>2</sub>, <span style='x'>a</span>b<br/>c", "Bold CO2, ab c"),
        ("x < y and y > z, a<b and b>c", "x < y and y > z, a<b and b>c"),
        (r"What <think> is, `<b>` \<i>", r"What <think> is, <b> <i>"),
        ("", ""),
    ],
)
def test_words(line: str, expected: str) -> None:
    """Emphasis, escapes, entities, code, links and tags go; what marks nothing stays."""
    assert plain(line) == expected


def test_formulas_are_told() -> None:
    """A formula is a piece of its own, with its dollars."""
    found = [piece for piece in pieces("In $n^2$ for $5 and $ 6 $") if piece.math]
    assert found == [Piece("$n^2$", True)]


@given(hostile() | st.text(alphabet="*_$`\\[]()& aé;#x1", max_size=60))
def test_no_word_is_lost(line: str) -> None:
    """Letters and digits outside of links, entities and tags come out as they went in, in order."""
    if not set("&(\\<") & set(line):
        kept = [character for character in line if character.isalnum()]
        assert [character for character in plain(line) if character.isalnum()] == kept


@pytest.mark.parametrize(
    "sign",
    ["*", "_", "* a", "**a ", "$", "$a", "`", "[", "[a](", "&", "\\", "$ ", "<", "<b a=", "<b "],
)
def test_signs_in_great_numbers(sign: str) -> None:
    """A long line of signs is read in one go: this would take minutes if it were not."""
    assert len(plain(sign * 100_000)) <= 100_000 * len(sign)
