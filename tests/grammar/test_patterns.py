"""Patterns: what follows from a template, and what is refused."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._grammar.patterns import PLAIN, URL, check_pattern, names_in, pattern_of, tokens_of

GOOD = [
    "a",
    r"(?:.|\n)*b",
    "(?:a{1,2}+b|b)+",
    "a+b+",
    "a*b",
    "(?:ab)+",
    "(?:a|b)*c",
    "(?:a|b)+?c",
    r"(?:\d|[a-z])+",
    r"(?:\||x)*y",
    "(?:[|]|x)+",
    "(?:ab|cd)+",
    r"(?:\\|x)+",
    r"(?:\x41|b)+",
    r"(?:\u0041|b)+",
    r"(?:\N{EM DASH}|b)+",
    r"(?:\101|b)+",
    "(?:，|b)+",
    "(?:a++b)*c",
    "(?:a?+b)*c",
    "(?:a{2,3}+b)*c",
    "(?:a{3}b)*c",
    "(?:(?:a|b)c)*d",
    "(?>a+)*b",
    "(?:(?>a|ab)c)*d",
    "(?:(?=a+)b)*c",
    "(?:(?!a+)b)*c",
    r"(?:(?<=a|b)c)*d",
    r"(?:[^()]++|\([^()]*+\))*+x",
    "(?:a+b)*+c",
    "(?:a|a)*+c",
    "(a+){1,5}b",
    "(a+)?b",
    "(a+){2}b",
    r"[(a+)+]+",
    "[]a+]+",
    "[^]a+]+",
    r"[\]a+]+",
    r"\(a+\)+b",
    r"\\+x",
    "x{}*y",
    "x{a}*y",
    "x{,}y",
    "{+",
    "(?#(a+)x+",
    "(?P<a>x)(?P=a)+",
    "(?i:a)+",
    "^a$",
    "(?:a++b|c)*d",
    "(?:a?+b|c)*+d",
    "(?:a|b|c)*d",
    "(?:a{1}b)*c",
    "(?:a{2,2}b)*c",
    "(?:(?:ab){2}c)*d",
    "a+(?:b)*c",
    "(?:a+){3}b",
    "(?:ab++|ba)*c",
    "(?:a{0}b)*c",
    r"(?=\S)",
    "(?:aXb)+",
]
BAD = [
    "(a+)+",
    "(a*)*b",
    "(?:a+)*b",
    "((a+))+",
    "(?:a+b?)*c",
    "(a+){2,}",
    "(?:a+){,}b",
    "(a+)+?",
    "(?:a+?)*b",
    "(?:a|a)*b",
    "(?:a|ab)*c",
    "(?:aa?)*b",
    "(?:a{1,2})*b",
    "(?:a|)*b",
    "(?:|a)*b",
    "(?:.|a)*b",
    "(?:a*+b|b)+",
    "(?:a?+b|b)+",
    "(?:a{,2}+b|b)+",
    "(?:a{0,2}+b|b)+",
    r"(?:a|\Bb)*c",
    r"(?:a|\Z)*c",
    "(?:a|$)*c",
    r"(?:\w|\d)+",
    "(?:[a-c]|[c-e])+",
    "(?i:a|A)+",
    "(?:^a|b)*c",
    r"(?:\ba|b)*c",
    "(?:(?:a|b)+c)*d",
    "(?:(?:a)|b)*c",
    "(?:a?+b|b)*c",
    "(?:[^a]|[^b])+",
    "(?P<x>a+)+",
    "(?:a+(?:b)c)*d",
    "(?:(?:a+)(?:b))*c",
    "(?:a+b{2})*c",
    "(?:(?:a|.)b)*c",
    "(?:a|b|b)*c",
    "(?:a|b|a)*c",
    r"(?:\Ba|b)*c",
    r"(?:\Aa|b)*c",
    r"(?:b\Z|\Za)*c",
    "(?:$|b)*c",
    "(?:b|a*c)*d",
    "(?:b?|c)*d",
    "(?:a{,2})*d",
    "(?:a{0,}b)*d",
    "x(?=(a+)+b)",
    "(?>(a+)+b)",
    "(?:a*+|b+)*c",
    "(?:(?P<x>a+)(?P=x))*b",
]
NONE = ["", "a*", "a?", "^", "$", "a|", "(?:)", r"\s*", "(?=)", "(?!a)", ".*$", r"\Z", "(?P<a>.*)"]
BROKEN = [
    "(",
    "(?P<a",
    "[",
    "a**",
    r"a\\"[:-1],
    "(?P<a>x)(?P<a>y)",
    "(?P=a)",
    "(?<=a+)b",
    "a{2,1}",
    "(" * 9999,
]
UNFIT = {
    r"(a)\1": "by its name",
    r"(a)\12": "invalid group reference|by its name",
    "(a)(?(1)b)": "as alternatives",
    "(?P<a>a)(?(a)b)": "as alternatives",
    "(?x: a b )": "without verbose mode",
    "(?ix: a b )": "without verbose mode",
    "(?i)a": r"in \(\?i:\.\.\.\)",
    "(?ms)a": r"in \(\?i:\.\.\.\)",
}


@pytest.mark.parametrize("pattern", GOOD)
def test_a_pattern_that_matches_in_one_way(pattern: str) -> None:
    """A repetition may stand in another where it cannot give back what it took."""
    re.compile(pattern)
    check_pattern(pattern, "Rule")


@pytest.mark.parametrize("pattern", BAD)
def test_a_pattern_that_matches_in_many_ways(pattern: str) -> None:
    """What can be cut in more than one way is not repeated without bound, and the message says where."""
    re.compile(pattern)
    with pytest.raises(ValueError, match=r"^Rule\.pattern: .* repeats at \d+ .*possessive"):
        check_pattern(pattern, "Rule")


@pytest.mark.parametrize("pattern", NONE)
def test_a_pattern_that_matches_nothing(pattern: str) -> None:
    """A pattern that an empty line matches is refused."""
    with pytest.raises(
        ValueError, match=r"^Rule\.pattern: .* matches nothing at all; ask for some text"
    ):
        check_pattern(pattern, "Rule")


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_pattern_that_is_none(pattern: str) -> None:
    """What is no regular expression is refused, with the reason."""
    with pytest.raises(ValueError, match=r"^Rule\.pattern: .* is no regular expression: "):
        check_pattern(pattern, "Rule")


@pytest.mark.parametrize(("pattern", "reason"), UNFIT.items())
def test_a_pattern_that_cannot_stand_in_a_table(pattern: str, reason: str) -> None:
    """What counts groups, or sets flags for a whole expression, is refused, with a way out."""
    with pytest.raises(ValueError, match=reason):
        check_pattern(pattern, "Rule")


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("(a+)+", "(a++)+"),
        ("(?:a|a)*b", "(?:a|a)*+b"),
        ("(?:aa?)*b", "(?:aa?+)*b"),
        ("(?:a{1,2})*b", "(?:a{1,2}+)*b"),
        ("(?:a+?)*b", "(?>a+?)b"),
        ("(?:(?:a|b)+c)*d", "(?:(?:a|b)++c)*d"),
    ],
)
def test_possessive_makes_it_good(bad: str, good: str) -> None:
    """The advice of the message holds."""
    with pytest.raises(ValueError, match="possessive"):
        check_pattern(bad, "Rule")
    check_pattern(good, "Rule")


def test_the_names_of_the_groups() -> None:
    """The names are given, once checked."""
    assert check_pattern("(?P<a>x)(?P<b>y)", "Rule") == {"a", "b"}


def test_a_long_pattern_is_shown_in_part() -> None:
    """A message stays readable."""
    with pytest.raises(ValueError, match=r"^.{100,400}$"):
        check_pattern("x" * 1000 + "(a+)+", "Rule")


@pytest.mark.filterwarnings("ignore::FutureWarning")
@given(st.text(st.sampled_from("ab()[]{}|*+?.\\^$-,:<>=!P#1 "), max_size=20))
def test_any_pattern_is_taken_or_refused(pattern: str) -> None:
    """Whatever is given, the outcome is names or a ValueError; the tokens are the whole pattern."""
    assert "".join(token for token, _ in tokens_of(pattern)) == pattern
    with contextlib.suppress(ValueError):
        assert check_pattern(pattern, "Rule") == frozenset()


@pytest.mark.parametrize(
    ("template", "line", "values"),
    [
        ("Vote: {votes}", "Vote: 34", {"votes": "34"}),
        ("Vote: {votes}", "Vote:34", {"votes": "34"}),
        ("Vote: {votes}", "Vote:", {"votes": ""}),
        ("Vote: {votes}", " Vote: 34", None),
        ("  by {authors}", "  by A", {"authors": "A"}),
        ("  by {authors}", "by A", None),
        ("  {label}: {value}", "\tA: b", {"label": "A", "value": "b"}),
        ("- {title}", "- A", {"title": "A"}),
        ("- {title}", "-A", None),
        ("# {title}", "## A", None),
        ("## {title} <{url}>", "## A <B> <c_(d)>  ", {"title": "A <B>", "url": "c_(d)"}),
        ("[{title}]({url})", "[A [b](c)](d)", {"title": "A [b](c)", "url": "d"}),
        (
            "## {title} ({venue}) by {authors}",
            "## A (b) (c) by D by E",
            {"title": "A (b)", "venue": "c", "authors": "D by E"},
        ),
        (
            "| {title} | {authors} | {more} |",
            "| A | B | C | D |",
            {"title": "A", "authors": "B", "more": "C | D"},
        ),
        ("{label}: {value}", "A b: c: d", {"label": "A b", "value": "c: d"}),
        ("{label} -- {value}", "A -- b -- c", {"label": "A", "value": "b -- c"}),
        (
            "# {title} on {date}",
            "# A on B on 2024-08-26",
            {"title": "A on B", "date": "2024-08-26"},
        ),
        ("# {date} - {title}", "# 26 Aug 2024 - A - B", {"date": "26 Aug 2024", "title": "A - B"}),
        ("at {url} by {authors}", "at  a_(b)  by C", {"url": "a_(b)", "authors": "C"}),
        ("{n}. {title}", "12. A", {"n": "12", "title": "A"}),
        ("{n} / {title}", "12 / A", {"n": "12", "title": "A"}),
        ("=> {url} {label}", "=> a_(b) The label ", {"url": "a_(b)", "label": "The label"}),
        ("{n}. {title}", "x. A", None),
        ("{a} {b}", "x y z", {"a": "x", "b": "y z"}),
        ("<{a}> {a}", "<x> x", {"a": "x"}),
        ("<{a}> {a}", "<x> y", None),
        ("![{alt}]({url})", "![](a.png)", {"alt": "", "url": "a.png"}),
        ("a\n{title}", "a  \nB", {"title": "B"}),
        ("{title?}!", "!", {"title": ""}),
    ],
)
def test_a_template_reads_what_it_writes(
    template: str, line: str, values: dict[str, str] | None
) -> None:
    """The pattern of a template takes a whole line, with a group for each name."""
    pattern = pattern_of(template)
    assert check_pattern(pattern, "Rule") - {"mark_title"} == names_in(template)
    found = re.compile(pattern, re.MULTILINE).fullmatch(line)
    read = found and {name: found[name].strip() for name in names_in(template)}
    assert read == values


def test_a_template_of_a_section() -> None:
    """The text is what follows; labels can be given; a text alone starts at the margin."""
    assert pattern_of("- **{label}**: {text}") == r"\- \*\*(?P<label>[^\n:：*]{1,80}?)\*\*:"
    assert pattern_of("{label}: {text}", ["A", "B."]) == r"(?P<label>A|B\.):"
    assert pattern_of("{text}") == PLAIN


@pytest.mark.parametrize(
    ("template", "pattern"),
    [
        ("{votes} - {text}", r"(?P<votes>.*)\-(?=[ \t]|$)"),
        ("{title} X {votes}", r"(?P<title>.*)X(?=[ \t]|$)(?P<votes>.*)$"),
        (
            "{authors} X {votes}",
            r"(?P<authors>(?:(?!X(?=[ \t]|$)).)*+)X(?=[ \t]|$)(?P<votes>.*)$",
        ),
        ("{authors}\t{votes}", "(?P<authors>(?:(?!\\\t).)*+)\\\t(?P<votes>.*)$"),
        ("X{votes}X", r"X(?P<votes>.*)X[ \t]*$"),
        ("({url})", rf"\((?P<url>{URL})\)[ \t]*$"),
    ],
)
def test_the_pattern_of_a_template(template: str, pattern: str) -> None:
    """One value takes what is left, the others end before the text behind them; letters count."""
    assert pattern_of(template) == pattern


def test_values_side_by_side_are_refused() -> None:
    """Where nothing stands between two values, nobody can tell them apart."""
    with pytest.raises(ValueError, match=r"nothing stands between \{title\} and \{url\}"):
        pattern_of("{title}{url}")


@pytest.mark.parametrize(
    "template",
    [
        "{a} {b} {c} {d}",
        "| {a} | {b} | {c} |",
        "{title} by {a} at {b} in {c}.",
        "[{title}]({url}) {a} - {b}",
    ],
)
def test_a_template_is_read_in_one_walk(template: str) -> None:
    """No value but one can give back what it took, so that a line is not walked again and again."""
    assert pattern_of(template).removesuffix(".*)$").count(">.*)") <= 1


@pytest.mark.parametrize(
    ("template", "line", "found"),
    [
        ("by {authors}!", "by A! b!", "by A!"),
        ("{title} ({url})", "A (b) c (d)", "A (b)"),
        ("<{title}> {authors}", "<A> B", "<A> B"),
        (" at {url}", " at a b", " at a"),
        (" [{label}]({url})", " [A](b) [C](d)", " [A](b)"),
        (" [{label}]({url})", "[A](b)", "[A](b)"),
        (" by {authors} at {url}", "by A at b at c", "by A at b at c"),
    ],
)
def test_a_template_in_a_line(template: str, line: str, found: str) -> None:
    """Where something may follow, a value ends before the text behind it, if there is some."""
    match = re.match(pattern_of(template, whole=False), line)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (
            "x(a+)+",
            "R.pattern: 'x(a+)+' repeats at 5 what can match in more than one way, and may backtrack "
            r"without bound; make what is repeated possessive, such as \w++ for \w+ or "
            "(?:a|b)*+ for (?:a|b)*",
        ),
        (
            r"(a)\1",
            r"R.pattern: '(a)\\1' has '\\1' at 3; groups are counted anew in a table; refer to one by "
            "its name, (?P=name)",
        ),
        (
            "(a)(?(1)b)",
            "R.pattern: '(a)(?(1)b)' has '(?(1)' at 3; groups are counted anew in a table; write both "
            "cases as alternatives",
        ),
        (
            "(?x)a",
            "R.pattern: '(?x)a' has '(?x)' at 0; write the expression without verbose mode",
        ),
        (
            "(?i)a",
            "R.pattern: '(?i)a' has '(?i)' at 0; flags are those of the table; set them for a part, "
            "as in (?i:...)",
        ),
        ("a*", "R.pattern: 'a*' matches nothing at all; ask for some text"),
    ],
)
def test_a_refusal_says_what_to_do(pattern: str, message: str) -> None:
    """The message shows the pattern, the place in it, and the way out."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        check_pattern(pattern, "R")


def test_an_empty_line_may_match_a_part() -> None:
    """A pattern matches nothing where it matches an empty line, also between two line ends."""
    assert check_pattern("^a$", "R") == frozenset()
    with pytest.raises(ValueError, match="matches nothing at all"):
        check_pattern("^$", "R")
