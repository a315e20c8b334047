"""The proof that an expression does not backtrack too much, against tables and against a matcher."""

import re
from unittest.mock import patch

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from paperdigest._backtracking.ambiguity import Ambiguity, ambiguity
from tests.backtracking.matcher import steps
from tests.backtracking.tables import HARMFUL, HARMFUL_AT_LINES, HARMLESS


def test_the_tables_are_long() -> None:
    """A hundred of each are looked at, none twice."""
    harmful = [each for group in HARMFUL.values() for each in group]
    assert len(harmful) == len(set(harmful)) >= 100
    assert len(HARMLESS) == len(set(HARMLESS)) >= 100


@pytest.mark.parametrize(
    "pattern", [each for group in HARMFUL.values() for each in group], ids=repr
)
def test_a_harmful_expression(pattern: str) -> None:
    """What may backtrack too much is told, wherever it is tried."""
    re.compile(pattern)
    assert ambiguity(pattern) is not None
    assert ambiguity(pattern, "at lines") is not None
    assert ambiguity(pattern, "everywhere") is not None


@pytest.mark.parametrize("pattern", HARMFUL_AT_LINES, ids=repr)
def test_an_expression_that_goes_over_lines(pattern: str) -> None:
    """What is tried at each line and goes on over others takes time that grows with the square."""
    found = ambiguity(pattern, "at lines")
    assert found is not None
    assert found.growth == "searching"


@pytest.mark.parametrize("pattern", HARMLESS, ids=repr)
def test_a_harmless_expression(pattern: str) -> None:
    """What does not backtrack too much is proven not to."""
    re.compile(pattern)
    assert ambiguity(pattern, "at lines") is None
    assert ambiguity(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "growth"),
    [
        ("(?:a|ab|b)*c", "exponential"),
        ("a*a*b", "polynomial"),
        ("a[^;]*;", "searching"),
        ("a?" * 30 + "b", "factor"),
        ("(?:(?:cd)*(?:a|a)b){0,999};", "factor"),  # the loop within does not meet the one around
    ],
)
def test_how_the_time_grows(pattern: str, growth: str) -> None:
    """It is told how the time may grow, by the worst that is found."""
    found = ambiguity(pattern, "at lines")
    assert found is not None
    assert found.growth == growth


@pytest.mark.parametrize(
    "pattern",
    [
        "a{0}b", "(?!)a", "(?:a(?!))*b",  # nothing, and what never matches
        "x(?:a?)?(?:(?:c?)?b|d)",  # four ways to one place: as good as two
        "(?=(?:(?!xy).)*)a", "(?=(?:(?!xy).)+)a",  # a look ahead at what may be empty, or not
    ],
)  # fmt: skip
def test_a_rare_shape(pattern: str) -> None:
    """What is hardly ever written is judged as well."""
    re.compile(pattern)
    assert ambiguity(pattern, "at lines") is None


def test_no_proof_takes_more_than_its_steps() -> None:
    """What needs more steps than there are is not proven, and nothing raises."""
    pattern = "(?:[a-z]{1,9}-|[0-9]{3})" * 9
    assert ambiguity(pattern) is None
    for count in (0, 1, 10, 100, 1000):
        assert ambiguity(pattern, steps=count) == Ambiguity("unknown")


def test_what_cannot_be_judged_is_not_proven() -> None:
    """A condition, and groups that are nested too deep, are not judged."""
    assert ambiguity("(a)?(?(1)b|c)") == Ambiguity("unknown")
    with patch("paperdigest._backtracking.ambiguity.parse", side_effect=RecursionError):
        assert ambiguity("a") == Ambiguity("unknown")


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    """Draw an expression, which may be harmful."""
    atoms = st.sampled_from(["a", "b", "[ab]", "c", "[^a]", "[bc]", "ab", ".", "(?<!a)", "(?<=b)", "$", "(?:(?!ab).)*", "(?:(?!ab|bc).)*+", "(?=a|$)", "(?!b|$)", "(?:(?!b(?!a)).)*", "(?:(?!(?<!a)b).)*+"])  # fmt: skip
    kind = draw(st.integers(0, 9)) if depth else 0
    if kind < 2:
        return draw(atoms)
    inner = expressions(depth - 1)
    if kind < 5:
        return "".join(draw(st.lists(inner, min_size=2, max_size=3)))
    if kind < 6:
        return f"(?:{'|'.join(draw(st.lists(inner, min_size=2, max_size=3)))})"
    if kind < 9:
        often = draw(
            st.sampled_from(["*", "+", "?", "{0,3}", "*+", "++", "?+", "{2}", "*?", "{0,5}"])
        )
        return f"(?:{draw(inner)}){often}"
    return f"({draw(st.sampled_from(['?>', '?=', '?!']))}{draw(inner)})"


@given(
    pattern=expressions(),
    words=st.lists(st.text("abc", min_size=1, max_size=3), max_size=2),
    before=st.text("abc", max_size=2),
    behind=st.sampled_from(["", "a", "b", "d"]),
)
def test_what_is_proven_holds(pattern: str, words: list[str], before: str, behind: str) -> None:
    """A matcher that tries all ways takes about twice the steps for a text that is twice as long."""
    proven = ambiguity(pattern, steps=10**5) is None
    event("proven" if proven else "refused")
    assume(proven)
    for word in [*words, "a", "b"]:
        count = 60 // len(word)
        once = steps(pattern, before + word * count + behind, 20_000)
        twice = steps(pattern, before + word * 2 * count + behind, 20_000)
        assert twice <= 2.7 * once + 400


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+;", "a"),
        ("(?:ab|[ac]b)*;", "aba"),
        (r"\s*\s*;", " "),
        ("é*é*;", "é"),
        (r"[^\x00-\U0010fffe]*[\U0010ffff]*;", "\U0010ffff"),
    ],
)
def test_the_text_that_brings_it_about(pattern: str, text: str) -> None:
    """A text is shown that can be read, if there is one."""
    assert ambiguity(pattern) == Ambiguity(
        "exponential" if pattern[0] == "(" else "polynomial", text
    )
