"""Tables that are tried rule by rule: they find what one expression of all rules finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Rule, detect_dialect
from paperdigest._grammar.required import Sieve
from paperdigest._grammar.rules import Rule as AnyRule
from paperdigest._grammar.schema import BLOCKS
from paperdigest._grammar.steps import Steps, StepTable, beginning
from paperdigest._grammar.tables import Table, table_of
from tests.samples import EXAMPLES
from tests.units.invented import texts_of_units

CASES = [
    [Rule("markup", pattern="a$"), Rule("section", pattern="b"), Rule("markup", pattern="a.*")],
    [Rule("section", pattern="(?P<label>A|B):", labels=("A", "B")), Rule("section", pattern="-")],
    [Rule("section", pattern="c", after_blank=True), Rule("markup", pattern=r"[ \t]*\nd")],
    [Rule("paper", "# {title}"), Rule("group", "## {category}"), Rule("skip", pattern="x\ny")],
    [],
]


def found_by(table: Table, text: str, start: int, end: int) -> list[tuple[object, ...]]:
    """Return what a table finds in a part of a text: rules, places, values."""
    return [
        (
            table.entry(match).rule,
            match.span(),
            match.start(table.entry(match).start),
            {name: match[number] for name, number in table.entry(match).groups.items()},
            table.entry(match).places,
        )
        for match in table.regex.finditer(text, start, end)
    ]


def assert_alike(rules: list[AnyRule], text: str, start: int, end: int) -> None:
    """Assert that both kinds of tables find the same."""
    step, one = StepTable(rules, at_line_start=True), table_of(rules, at_line_start=True)
    expected = found_by(one, text, start, end)
    assert found_by(step, text, start, end) == expected
    first = step.regex.search(text, start, end)
    assert (first and first.span()) == (expected[0][1] if expected else None)
    for at_line_start in (True, False):
        step = StepTable(rules, at_line_start=at_line_start)
        one = table_of(rules, at_line_start=at_line_start)
        match, wanted = step.regex.match(text, start, end), one.regex.match(text, start, end)
        assert (match and match.span()) == (wanted and wanted.span())
        if match and wanted:
            assert step.entry(match).rule == one.entry(wanted).rule
            assert match.start(step.entry(match).start) == wanted.start(one.entry(wanted).start)


@given(
    rules=st.sampled_from(CASES),
    text=st.lists(st.sampled_from(["\n", "a", "b", "A:", "-", " ", "c", "d", "#", "x", "y"])),
    data=st.data(),
)
def test_rules_one_by_one_find_what_all_at_once_find(
    rules: list[AnyRule], text: list[str], data: st.DataObject
) -> None:
    """Each match has the same rule, place and values, in any part of a text."""
    whole = "".join(text)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole) + 1))
    assert_alike(rules, whole, start, end)


@given(text=texts_of_units())
def test_the_table_of_a_text_finds_the_same_one_by_one(text: str) -> None:
    """So it is for the heads and the lines of a dialect that was made for a text."""
    rules = detect_dialect(text).dialect.rules
    heads = [rule for rule in rules if rule.kind in BLOCKS]
    lines = [rule for rule in rules if rule.kind not in BLOCKS and not rule.inline]
    for some in (heads, lines):
        assert_alike(some, f"\n{text}", 0, len(text) + 1)


def test_a_rule_is_compiled_when_a_line_holds_what_it_requires() -> None:
    """A rule that no line can match costs next to nothing."""
    rules = [Rule("votes", "Votes: {votes}"), Rule("markup", pattern="a.*")]
    table = StepTable(rules, at_line_start=True)
    assert [match[0] for match in table.regex.finditer("\nab\nc")] == ["\nab"]
    assert isinstance(table.regex, Steps)
    compiled = {step.pattern: step.regex for step in table._of.values()}
    assert sorted(each is None for each in compiled.values()) == [False, True]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_only_dialects_that_are_made_for_a_text_are_tried_so(name: str) -> None:
    """A family is read with for long, so its table is one expression."""
    dialect = detect_dialect(EXAMPLES[name]).dialect
    assert isinstance(dialect._compiled.heads.regex, re.Pattern) is (dialect.name != "general")


def test_a_match_is_behind_a_line_ending() -> None:
    """Where rules start at line starts, a match takes the line ending before it."""
    table = StepTable([Rule("paper", "# {title}")], at_line_start=True)
    match = table.regex.match("\n# A\n")
    assert match is not None
    assert match.span() == (0, 4)
    assert table.regex.match("# A\n") is None


@given(st.text("ab;\n", max_size=12), st.integers(0, 3))
def test_runs_of_matches_are_alike(text: str, at: int) -> None:
    """One after the other from a place, rules one by one find what all at once find."""
    rules = [Rule("votes", pattern="(?P<votes>a)b?"), Rule("markup", pattern=r"\n?;|(?=b)")]
    end = len(text)
    found = [
        [(entry.rule, match.span()) for entry, match in table.run(text, at, end)]
        for table in (
            StepTable(rules, at_line_start=False), table_of(rules, at_line_start=False)
        )
    ]  # fmt: skip
    assert found[0] == found[1]


def test_a_match_of_nothing_ends_a_run() -> None:
    """What matches no character would match again at the same place, so nothing follows it."""
    rule = Rule("markup", pattern="a|(?=b)")
    for table in (
        StepTable([rule], at_line_start=False), table_of([rule], at_line_start=False)
    ):  # fmt: skip
        assert [match.span() for _, match in table.run("aab", 0, 3)] == [(0, 1), (1, 2), (2, 2)]


def test_a_line_with_many_pieces_is_searched_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a line holds is looked for again only where half of it is left."""
    table = StepTable([Rule("markup", pattern="a")], at_line_start=False)
    looked: list[int] = []
    fitting = Sieve.fitting

    def counted(sieve: Sieve[object], line: str) -> object:
        looked.append(len(line))
        return fitting(sieve, line)

    monkeypatch.setattr(Sieve, "fitting", counted)
    assert len(list(table.run("a" * 1000, 0, 1000))) == 1000
    assert len(looked) < 20
    assert sum(looked) < 3000


LONG = "(?:" + "|".join(f"word{number}" for number in range(200)) + ")"


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (f"- (?P<mark>[*_]){LONG}b", "- (?P<mark>[*_])"),
        (f"(?:a|b(?:c))+{LONG}", "(?:a|b(?:c))+"),
        (f"a(?:b{LONG})c{LONG}", "a"),
        (rf"a\((?={LONG}).*", r"a\("),
        (f"(?P<m>a)b(?P=m){LONG}", "(?P<m>a)b(?P=m)"),
        (f"{LONG}a", ""),
        (f"a{LONG}|b", ""),
        ("a(?:b)", ""),
        ("a" * 1000, ""),
    ],
)
def test_the_beginning_is_before_the_first_long_group(pattern: str, begins: str) -> None:
    """Short patterns, and those with alternatives, have none."""
    assert beginning(pattern) == begins


def test_a_long_pattern_is_compiled_where_its_beginning_matches() -> None:
    """Until then its expression is not made, and it matches as any other does."""
    table = StepTable([Rule("markup", pattern=f"- {LONG}$")], at_line_start=True)
    matches: list[str | None] = []
    compiled: list[bool] = []
    for line in ("+- word7", "- word7 b", "- word7"):
        found = table.regex.match(f"\n{line}")
        matches.append(found and found[0])
        compiled.append(table.regex._sieve.fitting(line)[0].regex is not None)
    assert matches == [None, None, "\n- word7"]
    assert compiled == [False, True, True]
