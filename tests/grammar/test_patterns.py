"""Patterns: what follows from a template, and what is refused."""

import contextlib
import random
import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperdigest import Cell, Dialect, Digest, Rule, parse_digest, serialize_digest
from paperdigest._backtracking.ambiguity import Tried, ambiguity
from paperdigest._dialects import family_dialects
from paperdigest._grammar.patterns import (
    PLAIN,
    URL,
    check_pattern,
    proven,
    run_up_to,
    title_may_be_empty,
    tokens_of,
)
from paperdigest._grammar.templates import names_in, pattern_of
from tests.backtracking.tables import HARMFUL, HARMLESS
from tests.grammar import check_options_of

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


@pytest.mark.parametrize("pattern", HARMLESS, ids=repr)
def test_a_harmless_pattern(pattern: str) -> None:
    """What is proven not to backtrack too much is taken."""
    check_pattern(pattern, "Rule.pattern")


@pytest.mark.parametrize(
    "pattern", [each for group in HARMFUL.values() for each in group], ids=repr
)
def test_a_harmful_pattern(pattern: str) -> None:
    """What may backtrack too much is refused, with a way out."""
    with pytest.raises(
        ValueError, match=r"^Rule\.pattern: .* (possessive|such as|leave out|at least one)"
    ):
        check_pattern(pattern, "Rule.pattern")


def test_a_proven_pattern_is_not_looked_at() -> None:
    """Tables that a test checks are taken as they are, and only within the block that says so."""
    with proven():
        assert check_pattern("(?P<x>a+)+;", "Rule.pattern") == {"x"}
    with pytest.raises(ValueError, match="possessive"):
        check_pattern("(?P<x>a+)+;", "Rule.pattern")


def all_patterns() -> Iterator[tuple[str, str, Tried]]:
    """Yield the patterns of the built-in tables, and where each is tried."""
    for dialect in family_dialects():
        for rule in dialect.rules:
            for pattern in rule.patterns:
                yield f"{dialect.name} {rule.kind}", pattern, "once" if rule.inline else "at lines"
        for cell in dialect.cells:
            for rule in cell.rules:
                yield f"{dialect.name} {cell.name}", rule.pattern, "everywhere"
            if cell.main:
                yield f"{dialect.name} main", cell.main, "once"
        for _, sign in dialect.signs:
            yield f"{dialect.name} sign", sign, "at lines"
        if dialect.contents:
            yield f"{dialect.name} contents", dialect.contents, "at lines"


@pytest.mark.parametrize(("name", "pattern", "tried"), list(all_patterns()))
def test_the_patterns_of_the_families(name: str, pattern: str, tried: Tried) -> None:
    """Every pattern of a family passes the check that users' patterns pass."""
    check_pattern(pattern, name, tried)


@pytest.mark.parametrize("dialect", list(family_dialects()), ids=attrgetter("name"))
def test_the_rules_of_the_families(dialect: Dialect) -> None:
    """Every option of a family means what it says, as if a user had passed it."""
    check_options_of(dialect)


@given(text=st.text("(Read ab\n", max_size=30), stop=st.sampled_from(["(Read", "a", "(", "ab"]))
def test_a_run_up_to_a_text(text: str, stop: str) -> None:
    """The run takes what a tempered dot takes, and is proven not to backtrack."""
    found = re.match(run_up_to(*stop), text)
    wanted = re.match(rf"(?:(?!{re.escape(stop)}).)*+", text)
    assert found is not None
    assert wanted is not None
    assert found[0] == wanted[0]
    assert check_pattern(f"x{run_up_to(*stop)};", "Rule.pattern") == frozenset()


@pytest.mark.parametrize("pattern", NONE)
def test_a_pattern_that_matches_nothing(pattern: str) -> None:
    """A pattern that an empty line matches is refused."""
    with pytest.raises(
        ValueError,
        match=r"^Rule\.pattern: .* matches the empty text; require at least one character",
    ):
        check_pattern(pattern, "Rule.pattern")


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_pattern_that_is_none(pattern: str) -> None:
    """What is not a regular expression is refused, with the reason."""
    with pytest.raises(ValueError, match=r"^Rule\.pattern: .* is not a regular expression: "):
        check_pattern(pattern, "Rule.pattern")


@pytest.mark.parametrize(("pattern", "reason"), UNFIT.items())
def test_a_pattern_that_cannot_stand_in_a_table(pattern: str, reason: str) -> None:
    """What counts groups, or sets flags for a whole expression, is refused, with a way out."""
    with pytest.raises(ValueError, match=reason):
        check_pattern(pattern, "Rule.pattern")


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("(a+)+;", "(a++)+;"),
        ("(?:a|a)*b", "(?:a|a)*+b"),
        ("(?:aa?)*b", "(?:aa?+)*b"),
        ("(?:a{1,2})*b", "(?:a{1,2}+)*b"),
        ("(?:(?:a|ab)(?:b|c)?)*d", "(?:(?>(?:a|ab)(?:b|c)?)x)*d"),
        (r"a*a*;", "a*+;"),
        (r"\[[^\]]*\]x", r"\[[^\[\]\n]*\]x"),
        ("a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?;", "a{0,18};"),
    ],
)
def test_the_advice_holds(bad: str, good: str) -> None:
    """What the message says to write is taken."""
    with pytest.raises(ValueError, match="such as"):
        check_pattern(bad, "Rule.pattern")
    check_pattern(good, "Rule.pattern")


def test_the_names_of_the_groups() -> None:
    """The names are given, once checked."""
    assert check_pattern("(?P<a>x)(?P<b>y)", "Rule.pattern") == {"a", "b"}


def test_a_long_pattern_is_shown_in_part() -> None:
    """A message stays readable."""
    with pytest.raises(ValueError, match=r"^.{100,500}$"):
        check_pattern("x" * 1000 + "(a+)+;", "Rule.pattern")


@pytest.mark.filterwarnings("ignore::FutureWarning")
@given(st.text(st.sampled_from("ab()[]{}|*+?.\\^$-,:<>=!P#1 "), max_size=20))
def test_any_pattern_is_taken_or_refused(pattern: str) -> None:
    """Whatever is given, the outcome is names or a ValueError; the tokens are the whole pattern."""
    assert "".join(token for token, _ in tokens_of(pattern)) == pattern
    with contextlib.suppress(ValueError):
        assert check_pattern(pattern, "Rule.pattern") == frozenset()


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
        ("{url} / {votes}", "https://a.org/b / 3", {"url": "https://a.org/b", "votes": "3"}),
        ("{url} / {votes}", "/c/d.png / 3", {"url": "/c/d.png", "votes": "3"}),
        ("{url} / {votes}", " / 3", {"url": "", "votes": "3"}),
        ("{url} - {votes}", "https://a-b.org/c - 3", {"url": "https://a-b.org/c", "votes": "3"}),
        ("{url} : {votes}", "https://a.org : 3", {"url": "https://a.org", "votes": "3"}),
        ("{url} | {votes}", "https://a.org| 3", {"url": "https://a.org", "votes": "3"}),
        ("{url}, {votes}", "https://a.org, 3", {"url": "https://a.org", "votes": "3"}),
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
        ("- {title} {url}", "- A b c", {"title": "A b", "url": "c"}),
        ("- {title} {url}", "- A b ", {"title": "A", "url": "b"}),
        ("{title}: {url}", "A: B: https://a.org/b", {"title": "A: B", "url": "https://a.org/b"}),
        ("| {title} | {url} |", "|A|https://a.org/b|", {"title": "A", "url": "https://a.org/b"}),
        ("{title} by {authors}", "A by Gadsby and B", {"title": "A", "authors": "Gadsby and B"}),
        ("{title} by {authors}", "Standby by B", {"title": "Standby", "authors": "B"}),
        ("{authors} in {title}", "Main in B", {"authors": "Main", "title": "B"}),
        ("# {date} {title}", "# 2024-08-26 A B", {"date": "2024-08-26", "title": "A B"}),
        ("{label} ({value})", "A (b) (c)", {"label": "A", "value": "b) (c"}),
        ("{label} - {value}", "A-B - c", {"label": "A-B", "value": "c"}),
        ("{title} #{n}", "A #1 #2", {"title": "A #1", "n": "2"}),
        ("{alt} by {authors}", "A [b] by C", {"alt": "A [b]", "authors": "C"}),
        (
            "{title} [{label}]({url}) {votes}",
            "A [b [c]](d_(e)) 5",
            {"title": "A", "label": "b [c]", "url": "d_(e)", "votes": "5"},
        ),
        ("{title}\n{date}", "A \n2024-08-26", {"title": "A", "date": "2024-08-26"}),
        ("{title} ({votes})", "f(x) is A (5)", {"title": "f(x) is A", "votes": "5"}),
        ("{title} ({votes})", "On f(x)", None),
    ],
)
def test_a_template_reads_what_it_writes(
    template: str, line: str, values: dict[str, str] | None
) -> None:
    """The pattern of a template takes a whole line, with a group for each name."""
    pattern = pattern_of(template)
    assert check_pattern(pattern, "Rule.pattern") - {"mark_title"} == names_in(template)
    found = re.compile(pattern, re.MULTILINE).fullmatch(line)
    read = found and {name: found[name].strip() for name in names_in(template)}
    assert read == values


def test_a_value_that_has_to_be_there() -> None:
    """The value of a field is not empty, so that its rule leaves a label alone to others."""
    rule = Rule("field", "**{label}:** {value}")
    assert re.match(rule.pattern, "**Idea:**  ") is None
    assert re.match(rule.pattern, "**Idea:** x")
    assert re.match(Rule("field", "**{label}:** {value?}").pattern, "**Idea:**")


def test_a_label_of_a_link_may_hold_a_colon() -> None:
    """The text behind the label of a link ends it; that of a section ends at its colon."""
    found = re.match(Rule("link", "- {label}: <{url}>").pattern, "- Code: new: <https://a.org>")
    assert found is not None
    assert found["label"] == "Code: new"
    assert re.match(Rule("field", "- {label} = {value}").pattern, "- Code: new = 1") is None


@given(kind=st.sampled_from(["field", "link"]), pieces=st.lists(st.sampled_from(["{label}", "{value}", "{url}", "<", ": ", " ", "**", "- ", ")"]), min_size=1, max_size=7))  # fmt: skip
def test_no_template_of_a_kind_backtracks(kind: str, pieces: list[str]) -> None:
    """What a kind asks of its values keeps the time of a pattern to that of the line."""
    try:
        rule = Rule(kind, "".join(pieces), label=None if "{label}" in pieces else "A")  # type: ignore[arg-type]
    except ValueError:
        return
    assert ambiguity(rule.pattern, "at lines") is None, rule


def test_a_template_of_a_section() -> None:
    """The text is what follows; labels can be given; a text alone starts at the margin."""
    assert pattern_of("- **{label}**: {text}") == r"\- \*\*(?P<label>[^\n:：*]{1,80}+)\*\*:"
    assert pattern_of("{label}: {text}", ["A", "B."]) == r"(?P<label>A|B\.):"
    assert pattern_of("{text}") == PLAIN


@pytest.mark.parametrize(
    ("template", "pattern"),
    [
        ("{votes} - {text}", r"(?P<votes>.*)\-(?![^ \t\n])"),
        ("{title} X {votes}", r"(?P<title>.*)(?<![^ \t\n])X(?![^ \t\n])(?P<votes>.*)$"),
        (
            "{authors} X {votes}",
            r"(?P<authors>(?:(?!(?<![^ \t\n])X(?![^ \t\n])).)*+)(?<![^ \t\n])X(?![^ \t\n])(?P<votes>.*)$",
        ),
        ("{authors}\t{votes}", "(?P<authors>(?:(?!\\\t).)*+)\\\t(?P<votes>.*)$"),
        ("X{votes}X", r"X(?P<votes>.*)X[ \t]*$"),
        ("({url})", rf"\((?P<url>{URL})\)[ \t]*$"),
    ],
)
def test_the_pattern_of_a_template(template: str, pattern: str) -> None:
    """One value takes what is left, the others end before the text after them; letters count."""
    assert pattern_of(template) == pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"## (?P<title>.+)\n",
        r"## (?P<title>.+)\n\n",
        r"## (?P<title>\w+)\s*+",
        r"## (?P<title>[^#]+)",
        r"## (?P<title>.+)(?:\n|$)",
        r"## (?P<title>\S+)\s(?=A)",
        r"## (?P<title>\w+)\W?",
    ],
)
def test_a_pattern_that_may_take_a_line_ending(pattern: str) -> None:
    """A match ends before the line ending, or the next line would not be found; the message says how."""
    message = (
        f"Rule('paper').pattern: {pattern!r} may end with a line ending, without which the next "
        "line is not found; leave it out, and where a set of characters has it, exclude it, such "
        r"as [ \t] for \s and [^#\n] for [^#]"
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        Rule("paper", "## {title}", pattern=pattern)
    with pytest.raises(ValueError, match="may end with a line ending"):
        Rule("votes", pattern=pattern.replace("title", "votes"), inline=True)


@pytest.mark.parametrize(
    "pattern",
    [
        r"## (?P<title>\w+)\s*$",
        r"## (?P<title>.+)(?=\n)",
        r"## (?P<title>.+)\n(?P<authors>.*)",
        r"## (?P<title>\w+)[^\n]*",
        r"## (?P<title>[^#]+)#",
        r"## (?P<title>\w+)(?:\n---)?",
    ],
)
def test_a_pattern_that_leaves_the_line_ending(pattern: str) -> None:
    """A line ending may be within a match, or be looked at, or be before an empty line."""
    dialect = Dialect("d", [Rule("paper", "## {title}", pattern=pattern)])
    end = "#" if pattern.endswith("#") else "\nx" if "authors" in pattern else ""
    text = f"## A{end}\n## B{end}\n\n\n## C{end}\n"
    assert len(parse_digest(text, dialect=dialect).papers) == 3


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_section_whose_text_is_in_the_next_line(between: str) -> None:
    """A section without a text does not take the label of the next one for its text."""
    section = Rule("section", f"**{{label}}**{between}{{text}}", before=1)
    assert section.pattern == r"\*\*(?P<label>[^\n:：*]{1,80}+)\*\*[ \t]*$"
    dialect = Dialect("d", [Rule("paper", "## {title}"), section])
    text = f"## A\n\n**B**\n\n**C**{between}c\n"
    (paper,) = parse_digest(text, dialect=dialect).papers
    assert [(each.label, each.text) for each in paper.sections] == [("B", ""), ("C", "c")]
    changed = serialize_digest(Digest(papers=[paper.replace(votes=None)]), dialect=dialect)
    assert parse_digest(changed, dialect=dialect).papers == (paper,)
    assert pattern_of("{title}\n{text}") == "(?P<title>.*)$"


def test_values_side_by_side_are_refused() -> None:
    """Where nothing is between two values, nobody can tell them apart."""
    with pytest.raises(ValueError, match=r"there is nothing between \{title\} and \{url\}"):
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
    """Where something may follow, a value ends before the text after it, if there is some."""
    match = re.match(pattern_of(template, whole=False), line)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (
            "x(a+)+;",
            "R.pattern: 'x(a+)+;' matches 'a' in more than one way inside a repeat, and may "
            r"backtrack without bound; make what is repeated possessive, such as \w++ for \w+ or "
            "(?:a|b)*+ for (?:a|b)*, or atomic, such as (?>...)",
        ),
        (
            r"\**[^*|]*\**;",
            r"R.pattern: '\\**[^*|]*\\**;' takes quadratic time or longer in a text that repeats '*', "
            "since two of its repeats match that; exclude its first character from the second one, or "
            r"make what is repeated possessive, such as \w++ for \w+ or "
            "(?:a|b)*+ for (?:a|b)*",
        ),
        (
            "- [^;]*;",
            r"R.pattern: '- [^;]*;' is tried at many places, and matches '\n- a' from each of them on, so "
            "it takes quadratic time; let it stop where it may begin, such as "
            r"[^\[\]\n]* for [^\]]*, or set a bound, such as {0,200}",
        ),
        (
            r"(a)\1",
            r"R.pattern: '(a)\\1' has '\\1' at 3; the numbers of groups change in a table; refer "
            "to a group by its name, (?P=name)",
        ),
        (
            "(a)(?(1)b)",
            "R.pattern: '(a)(?(1)b)' has '(?(1)' at 3; the numbers of groups change in a table; write both "
            "cases as alternatives",
        ),
        (
            "(?x)a",
            "R.pattern: '(?x)a' has '(?x)' at 0; write the expression without verbose mode",
        ),
        (
            "(?i)a",
            "R.pattern: '(?i)a' has '(?i)' at 0; the table sets the flags; set them for a part "
            "only, as in (?i:...)",
        ),
        ("a*", "R.pattern: 'a*' matches the empty text; require at least one character"),
    ],
)
def test_a_refusal_says_what_to_do(pattern: str, message: str) -> None:
    """The message shows the pattern, the place in it, and the way out."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        check_pattern(pattern, "R.pattern")


def test_an_empty_line_may_match_a_part() -> None:
    """A pattern matches nothing where it matches an empty line, also between two line endings."""
    assert check_pattern("^a$", "R") == frozenset()
    with pytest.raises(ValueError, match="matches the empty text"):
        check_pattern("^$", "R")


DRAWN = ["{title}", "{url}", "{label}", "{date}", "{n}", "{alt}", "{authors}", "{votes}", "{title?}", " ", " ", " by ", "<", "(", ")", ">", "[", "](", "!", ": ", "|", " | ", "**", "#", "- ", "at", "1", "=", "\n", "{text}"]  # fmt: skip


@given(pieces=st.lists(st.sampled_from(DRAWN), min_size=1, max_size=9), inline=st.booleans())
@example(pieces=["{title}", "\n", "{title}"], inline=False)
@example(pieces=["{title}", " ", "{alt}"], inline=True)
@example(pieces=["{title}", " ", "{alt}", "!"], inline=True)
@example(pieces=["{alt}", "{n}", "{votes}", "[", "{title}", "](", "{votes}", "!"], inline=False)
def test_no_template_backtracks(pieces: list[str], inline: bool) -> None:
    """The pattern of any template that a rule takes is proven to take time that grows with the line."""
    template = "".join(pieces).strip("\n")
    kind: Literal["link", "field"] = "link" if "{url}" in template else "field"
    try:
        rule = Rule(kind, template, label="A", inline=inline)
    except ValueError:
        return
    assert ambiguity(rule.pattern, "once" if inline else "at lines") is None, rule


@pytest.mark.parametrize("whole", [True, False])
def test_hardly_a_template_is_refused(whole: bool) -> None:
    """Of many templates, the same ones in each run, all patterns are proven as they are made."""
    source = random.Random(14)
    made = 0
    for _ in range(400):
        template = "".join(source.choices(DRAWN, k=source.randint(1, 9))).strip("\n")
        with contextlib.suppress(ValueError):
            pattern = pattern_of(template, whole=whole)
            made += 1
            assert ambiguity(pattern, "at lines" if whole else "once") is None, template
    assert made > 250


@pytest.mark.parametrize(
    "template",
    [
        "{title} by {url}",
        "{title}\n{date}",
        "{votes}at!{n}: {url}",
        "](<date>#{url} 1 ",
        "{authors}\n- {title}",
        "{date}**{url}",
        "[{arxiv}] {title} (https://arxiv.org/abs/{arxiv})",
        "{n}. {title} - {authors} ({date}) <{url}>",
        "| {n} | {date} | {title} | {authors} | [{label}]({url}) |",
        "**{title}**, {authors}, {venue}, {date}. {url}",
        "{title}: {url} ({votes} votes)",
        "{date} {label} {title} {url}",
        "### {n}) {title} [{label}]({url}) #{votes}",
        "{title} | {authors} | {url}",
        "{label}: {title} by {authors} at {venue} in {date}: {url}",
        "{title} {n} {date} {label}",
    ],
)
def test_a_usual_template_is_taken(template: str) -> None:
    """The pattern of a template that somebody may write is proven."""
    assert ambiguity(pattern_of(template), "at lines") is None


def test_a_template_without_a_proof_is_refused() -> None:
    """The message shows the template and a text that it is slow for, and says how to write it."""
    message = (
        r"Rule('paper').templates: '{title}]({alt}: \n)' cannot be parsed in a time that grows with "
        r"the text alone, as in one that repeats '](a'; write text between its values that "
        "they do not hold, such as ' - ' or ' | ', or pass pattern=..."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        Rule("paper", "{title}]({alt}: \n)")


@pytest.mark.parametrize(
    ("template", "kind", "text", "values"),
    [
        ("[{label}]({url})", "link", "[A](b) and [C [d]](e)", [("A", "b"), ("C [d]", "e")]),
        ("<{url}>", "link", "<a> and <b>", [("", "a"), ("", "b")]),
        ("{label}={value};", "field", "a=1; b=2;", [("a", "1"), ("b", "2")]),
        ("**{label}** ({value})", "field", "**a** (1) **b** (2)", [("a", "1"), ("b", "2")]),
    ],
)
def test_a_template_in_a_cell(
    template: str, kind: Literal["link", "field"], text: str, values: list[tuple[str, str]]
) -> None:
    """In a cell a template is found anywhere, as often as it is there, in linear time."""
    rules = [Rule("paper", "| {title} | {more} |")]
    cell = Cell("more", rules=[Rule(kind, template)], join=" ")
    dialect = Dialect("d", rules, cells=[cell])
    assert ambiguity(cell.rules[0].pattern, "everywhere") is None
    (paper,) = parse_digest(f"| A | {text} |\n", dialect=dialect).papers
    found = paper.links if kind == "link" else paper.fields
    assert [tuple(attrs.astuple(each)) for each in found] == values
    if kind == "link":
        digest = Digest(papers=[paper.replace(title="B")])
        assert (
            parse_digest(serialize_digest(digest, dialect=dialect), dialect=dialect).papers
            == digest.papers
        )


@given(pieces=st.lists(st.sampled_from(DRAWN), min_size=1, max_size=7))
def test_no_template_in_a_cell_backtracks(pieces: list[str]) -> None:
    """A template that a cell takes is proven to be found in a time that grows with the text."""
    template = "".join(pieces).strip("\n")
    kind: Literal["link", "field"] = "link" if "{url}" in template else "field"
    try:
        cell = Cell("more", rules=[Rule(kind, template, label="A")])
    except ValueError:
        return
    assert ambiguity(cell.rules[0].pattern, "everywhere") is None, cell


def test_a_template_that_starts_with_a_value_in_a_cell() -> None:
    """The message says to write text before a value."""
    with pytest.raises(ValueError, match=r"^Cell\('more'\).rules: Rule\('votes'\).templates: .*write text before its values"):  # fmt: skip
        Cell("more", rules=[Rule("votes", "{votes} votes")])


def test_a_group_that_is_not_there_is_never_empty() -> None:
    """A pattern without the group gives no empty value."""
    assert not title_may_be_empty("# x")
