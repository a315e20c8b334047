"""What a line must hold for a pattern to match there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import detect_dialect
from paperdigest._dialects import builtin_dialects
from paperdigest._grammar import required as module
from paperdigest._grammar.required import NOTHING, Required, Sieve, required
from paperdigest._units.patterns.forms import sieve_for, strict
from paperdigest._units.patterns.leads import forms_for
from tests.samples import EXAMPLES
from tests.units.invented import texts_of_units

#: Patterns of all kinds, each for one line.
PATTERNS = [
    *(pattern for each in builtin_dialects() for rule in each.rules for pattern in rule.patterns),
    *(
        pattern
        for text in EXAMPLES.values()
        for rule in detect_dialect(f"{text}\n\n\n").dialect.rules
        for pattern in rule.patterns
    ),
]


@pytest.mark.parametrize(
    ("pattern", "needs", "inked"),
    [
        ("abc", [("abc",)], True),
        ("a.c", [("a",), ("c",)], True),
        ("ab?c", [("a",), ("c",)], True),
        ("ab+c", [("ab",), ("c",)], True),
        ("a{2}b{0,3}", [("aa",)], True),
        ("a{,3}", [], False),
        ("{a}", [("{a}",)], True),
        (r"\*\x41\u0042\U00000043\t", [("*ABC\t",)], True),
        ("x|yz", [("x", "yz")], True),
        ("(?:x|yz)?", [], False),
        ("x|", [], False),
        ("(?P<a>b)c", [("b",), ("c",)], True),
        ("(?=a)b", [("a",), ("b",)], True),
        ("(?!a)b(?<!c)(?<=d)", [("b",)], True),
        ("(?i:a|by)c", [("a", "A", "by", "bY", "By", "BY"), ("c",)], True),
        ("(?i:and)c", [("c",)], True),
        ("(?:a(?:\n)?)b", [("a",)], True),
        ("(?:<a>\\s)?<b>", [("<b>", "<a>")], True),
        ("(?:<a>\\s)?[^\\s]", [], False),
        ("(?:\\s)?<b>", [], False),
        ("(?s:a.)b", [], True),
        ("(?P<a>b)(?P=a)c", [("b",)], True),
        ("(?#note)b", [("b",)], True),
        ("[ab]c", [("c",), ("a", "b")], True),
        ("[a-z]", [], True),
        ("[\\w]", [], True),
        ("[a-c-]", [], True),
        ("[ a]", [], False),
        (r"[^\s]", [], True),
        (r"[^a\n]b", [("b",)], True),
        ("[^a]b", [], False),
        ("[\\sa]b", [], False),
        ("[\\x00-\\x7f]b", [], False),
        ("a\nb", [("a",)], True),
        (r"a\nb", [("a",)], True),
        (r"a\x0ab", [("a",)], True),
        (r"a\sb", [("a",)], True),
        ("a(?:b\nc)+d", [("a",), ("b",)], True),
        ("a(?:b\n(?:c|d)[)]|e)f", [("a",), ("b", "e")], True),
        ("a\n(b)|c", [("a", "c")], True),
        (r"(?!a\)(?:b|[)])|c)d", [("d",)], True),
        (r"\S", [], True),
        (r"^a$", [("a",)], True),
        (r"[ \t]*", [], False),
    ],
)
def test_needs_of_a_pattern(pattern: str, needs: list[tuple[str, ...]], inked: bool) -> None:
    """What every match holds in its first line is required, and no more."""
    found = required(pattern)
    assert sorted(map(sorted, found.needs)) == sorted(map(sorted, needs))
    assert found.inked is inked


def test_the_rarest_needs_come_first() -> None:
    """Few needs are kept, those first that rule out most lines."""
    assert required(".".join(["a", "bcd", "ef", "(?:g|h)", "i"])).needs == (("bcd",), ("ef",))


def test_pieces_are_one_pattern() -> None:
    """A pattern in pieces requires what it does as a whole, also where a line ends in a piece."""
    assert required("a(?:x)", "bc.d") == required("a(?:x)bc.d")
    assert required("a(?:x)", "bc.d").needs == (("bc",), ("a",))
    assert required("a\n", "b") == required("a\nb")


def test_a_group_that_comes_again_is_walked_once() -> None:
    """Long groups are known from pattern to pattern, and what is known stays bounded."""
    group = "(?:abcdefghijklmnopqrstuvwxyz|[0-9]{4,4}-[0-9]{2}|ABC)"
    module._known.clear()
    first = required(f"{group}x")
    assert sum(map(len, module._known.values())) == 1
    assert (
        required(f"y{group}x").needs == (*first.needs, ("y",))
        or ("y",) in required(f"y{group}x").needs
    )
    assert sum(map(len, module._known.values())) == 1
    for number in range(module._MOST_KNOWN + 1):
        required(f"(?:{number:05}abcdefghijklmnopqrstuvwxyz|b)")
    assert len(module._known) <= module._MOST_KNOWN


LINES = [line for text in EXAMPLES.values() for line in text.split("\n")]
CHARACTERS = "ab*_[](){}<>|#-–:：.,!?/'\"“ \t1924Aé論httpsPaper"


@given(
    pattern=st.sampled_from(PATTERNS),
    line=st.sampled_from(LINES) | st.text(CHARACTERS, max_size=30),
    below=st.sampled_from(["", "\n", "\nb: c\n", "\n\n# A\n"]),
)
def test_where_a_pattern_matches_the_line_holds_what_it_requires(
    pattern: str, line: str, below: str
) -> None:
    """No line is ruled out in which a rule of any table matches."""
    text = f"\n{line}{below}"
    if re.compile(pattern, re.MULTILINE).match(text, 1):
        held = text[1:].split("\n", maxsplit=1)[0]
        found = required(pattern)
        assert all(any(each in held for each in need) for need in found.needs)
        assert held.strip() or not found.inked


@given(text=texts_of_units())
def test_no_form_is_ruled_out_that_fits(text: str) -> None:
    """A line leaves each form of a title that it has."""
    for lead in ("[", "**", "w", '"', "<", "0", "("):
        for line in text.split("\n"):
            left = sieve_for(lead).fitting(line)
            for name in forms_for(lead):
                assert name in left or not strict(name).match(line)


def test_a_sieve_leaves_what_a_line_allows() -> None:
    """What requires nothing is always left; what requires anything never is of a blank line."""
    sieve = Sieve([("any", NOTHING), ("ink", Required((), True)), ("a", required("a"))])
    assert sieve.fitting("") == sieve.fitting(" \t") == ["any"]
    assert sieve.fitting("b") == ["any", "ink"]
    assert sieve.fitting("cat") == ["any", "ink", "a"]


def test_a_sieve_stays_small() -> None:
    """However many kinds of lines there are, few are remembered."""
    letters = [chr(0x4E00 + number) for number in range(10)]
    sieve = Sieve((each, required(each)) for each in letters)
    for number in range(1024):
        line = "".join(each for bit, each in enumerate(letters) if number >> bit & 1)
        assert "".join(sieve.fitting(line)) == line
    assert len(sieve._kinds) <= module._MOST_KINDS
