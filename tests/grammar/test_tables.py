"""Tables: many rules as one expression, which tells the rule that matched."""

import re

import pytest

from paperdigest import Cell, Dialect, Rule
from paperdigest._dialects import builtin_dialects
from paperdigest._grammar.patterns import tokens_of
from paperdigest._grammar.schema import IN_HEAD, VALUES, Kind
from paperdigest._grammar.tables import (
    Entry,
    _alone,
    _has_sure_group,
    _renamed,
    cell_table_of,
    numbered,
    table_of,
)

GROUPS = ("title", "url", "category", "label", "alt", "level")
HEAD = tuple(each.group for each in IN_HEAD if each.group not in GROUPS)
OTHERS = (*HEAD, "value", "copy", "date", "mark", "id", "n")


def cut(pattern: str) -> list[str]:
    """Return the tokens of a pattern."""
    return [token for token, _ in tokens_of(pattern)]


def kinds_of(named: dict[str, Rule], text: str) -> list[tuple[str | None, str]]:
    """Return name and text, from its start on, of what a table of rules matches in a text."""
    table = table_of(list(named.values()), at_line_start=True)
    names = {id(rule): name for name, rule in named.items()}
    found = [(table.entry(match), match) for match in table.regex.finditer(text)]
    return [
        (names[id(entry.rule)], text[match.start(entry.start) : match.end()])
        for entry, match in found
    ]


@pytest.mark.parametrize(
    ("pattern", "sure"),
    [
        ("(?P<a>x)", True),
        ("(x)", True),
        ("(?P<a>x)y", True),
        ("(?P<a>x)+y", True),
        ("a(?P<a>x)b(?P<b>y)?c", True),
        ("(?P<a>(?:x|y))z", True),
        ("(?P<a>x)(?:a|b)", True),
        ("x", False),
        ("(?:x)", False),
        ("(?=x)y", False),
        ("(?P<a>x)?", False),
        ("(?P<a>x)*y", False),
        ("(?P<a>x){0,1}y", False),
        ("(?:(?P<a>x))y", False),
        ("(?:(?P<a>x)|y)z", False),
        ("(?P<a>x)|y", False),
        ("y|(?P<a>x)", False),
        ("(?P<a>x)(?P=a)|y", False),
        ("(?P<a>x)?(?P=a)", False),
        (r"\(x\)", False),
        ("[(]x", False),
        ("(?#(x)y", False),
        ("((?:x)?)y", True),
        ("(?:(?:x)(y))?z", False),
    ],
)
def test_a_group_that_takes_part_in_every_match(pattern: str, sure: bool) -> None:
    """A group is sure where it is on the top level, is not optional, and has no alternative."""
    assert _has_sure_group(cut(pattern)) is sure


@pytest.mark.parametrize("dialect", builtin_dialects(), ids=lambda dialect: dialect.name)
def test_groups_have_the_numbers_that_re_gives_them(dialect: Dialect) -> None:
    """What is counted is what `re` would say of each pattern."""
    rules = [*dialect.rules, *(rule for cell in dialect.cells for rule in cell.rules)]
    odd = [r"\(?P<a>(x)", "[(](?P<a>x)", "(?#(x)(?P<a>(?:y)(?=z))", "x"]
    for pattern in [*(pattern for rule in rules for pattern in rule.patterns), *odd]:
        compiled = re.compile(pattern)
        assert numbered(cut(pattern)) == (dict(compiled.groupindex), compiled.groups)


def test_groups_lose_their_names_unless_they_are_referred_to() -> None:
    """A name that the pattern refers to gets a number, so that it is its own in a table."""
    assert _renamed(cut("(?P<a>x)(?P<b>y)(?P=a)(z)"), 7) == "(?P<a_7>x)(y)(?P=a_7)(z)"


def test_only_alternatives_need_parentheses() -> None:
    """A pattern is put in a group where it could run into what is beside it."""
    assert _alone("a|b") == "(?:a|b)"
    assert _alone("(?:ab)") == "(?:ab)"


@pytest.mark.parametrize("kind", ["markup", "section"])
def test_an_entry_without_groups(kind: str) -> None:
    """The number of a group is 0 where a rule has none of that name."""
    entry = Entry(Rule(kind, pattern="x"), {})  # type: ignore[arg-type]
    assert {name: getattr(entry, name) for name in GROUPS} == dict.fromkeys(GROUPS, 0)
    assert (entry.held, entry.attribute, entry.in_head) == (0, None, [])
    assert (entry.groups, entry.start, entry.places, entry.cells) == ({}, 1, {}, [])
    assert (entry.cell, entry.rest, entry.own_label, entry.is_main) == (None, False, None, None)
    assert entry.has_text is (kind == "section")
    assert entry.values == ([("text", 0)] if kind == "section" else [])


def test_an_entry_with_every_group() -> None:
    """Each group has its number; what holds a value is one to a tokenizer, but for cells."""
    numbers = {name: number for number, name in enumerate((*GROUPS, *OTHERS), 2)}
    rule = Rule("paper", pattern="".join(f"(?P<{name}>x)" for name in numbers))
    entry = Entry(rule, numbers)
    assert {name: getattr(entry, name) for name in GROUPS} == {n: numbers[n] for n in GROUPS}
    assert entry.groups == {n: number for n, number in numbers.items() if n != "level"}
    values = [*GROUPS[:5], *HEAD, "value", "copy", "date"]
    values = ["value" if name == "copy" else name for name in values]
    assert [name for name, _ in entry.values] == values
    assert [(each.name, number) for each, number in entry.in_head] == [
        (each.name, numbers[each.group]) for each in IN_HEAD
    ]
    assert Entry(Rule("section", pattern="(?P<label>A)", labels=["A"]), {}).places == {"A": 0}
    title = cell_table_of(Cell("title"))
    entry = Entry(rule, numbers, 3, cells={"title": title})
    assert (entry.start, entry.cells) == (3, [(2, title)])
    assert [name for name, _ in entry.values] == values[1:]


@pytest.mark.parametrize("kind", VALUES)
def test_an_entry_knows_the_group_that_its_kind_is_about(kind: Kind) -> None:
    """The attribute that a kind of rule gives is read from one group."""
    group = VALUES[kind].group
    entry = Entry(Rule(kind, f"= {{{group}}}"), {group: 3})
    assert (entry.held, entry.attribute) == (3, VALUES[kind])


def test_the_main_link_of_a_cell() -> None:
    """Any URL may be that of a main link; in a cell, what the cell asks for."""
    link = Rule("link", pattern=r"<(?P<url>[^<>\n]*)>")
    main = Entry(Rule("link", pattern=r"<(?P<url>[^<>\n]*)>", main=True), {"url": 2}).is_main
    assert main is not None
    assert (main("a"), main("")) == (True, False)
    asked = Entry(link, {"url": 2}, cell=Cell("c", rules=[link], main="b")).is_main
    assert asked is not None
    assert asked("b")
    assert not asked("ab")
    assert Entry(link, {"url": 2}, cell=Cell("c", rules=[link])).is_main is None


def test_the_rest_of_a_cell() -> None:
    """What no rule of a cell claims has a text of its own: a value of a field, or a section's."""
    link = Rule("link", pattern=r"<(?P<url>[^<>\n]*)>")
    compiled = cell_table_of(Cell("c", kind="field", label="L", rules=[link]))
    assert compiled.rest is not None
    assert (compiled.rest.rest, compiled.rest.own_label) == (True, "L")
    assert compiled.rest.values == [("value", 0)]
    assert compiled.table is not None
    match = compiled.table.regex.search("a<b>")  # a line ending need not be before it
    assert match is not None
    assert compiled.table.entry(match).cell is compiled.cell
    assert compiled.table.entry(match).rest is False
    compiled = cell_table_of(Cell("c", kind="section"))
    assert compiled.rest is not None
    assert (compiled.rest.values, compiled.rest.own_label) == ([("text", 0)], None)
    assert compiled.table is None
    assert cell_table_of(Cell("c", rules=[link])).rest is None


def test_each_match_tells_its_rule() -> None:
    """Whatever groups the rules have, and whichever of them take part, the rule is known."""
    rules = {
        "plain": Rule("markup", pattern="a"),
        "optional": Rule("markup", pattern="b(?P<mark>x)?"),
        "sure": Rule("markup", pattern="c(?P<mark>x)"),
        "one of two": Rule("markup", pattern="d(?:(?P<mark>x)|y)"),
        "referred to": Rule("markup", pattern="e(?P<mark1>x)(?P<mark2>y)?(?P=mark1)"),
        "alternatives": Rule("markup", pattern="f|g(?P<mark>x)"),
        "own name": Rule("markup", pattern="(?P<mark>[*]*)h(?P=mark)$"),
        "same name": Rule("markup", pattern="(?P<mark>_*)i(?P=mark)$"),
    }
    text = "".join(
        f"\n{line}"
        for line in ["a", "b", "bx", "cx", "dx", "dy", "exx", "exyx", "f", "gx", "*h*", "_i_", "a"]
    )
    assert kinds_of(rules, text) == [
        ("plain", "a"), ("optional", "b"), ("optional", "bx"), ("sure", "cx"), ("one of two", "dx"),
        ("one of two", "dy"), ("referred to", "exx"), ("referred to", "exyx"), ("alternatives", "f"),
        ("alternatives", "gx"), ("own name", "*h*"), ("same name", "_i_"), ("plain", "a"),
    ]  # fmt: skip


def test_a_rule_that_asks_for_a_blank_line() -> None:
    """It is read after a blank line or a tag only, and starts after the line ending before it."""
    rules = {
        "any": Rule("markup", pattern="a(?P<mark>x)?"),
        "blank": Rule("markup", pattern="b(?P<mark>x)?", after_blank=True),
        "sure": Rule("markup", pattern="c(?P<mark>x)(?P<mark2>y)?$", after_blank=True),
        "last": Rule("markup", pattern="d(?P<mark>x)$"),
    }
    text = "\nb\ncx\n\nb\n \t\nbx\n<p>\nb\n<p> \ncx\n\ncxy\nax\ndx"
    assert kinds_of(rules, text) == [
        ("blank", "b"), ("blank", "bx"), ("blank", "b"), ("sure", "cx"), ("sure", "cxy"),
        ("any", "ax"), ("last", "dx"),
    ]  # fmt: skip


def test_labels_are_ranked_over_all_rules() -> None:
    """The place of a label counts those of the rules before."""
    rules = [
        Rule("section", pattern="(?P<label>A|B):", labels=("A", "B")),
        Rule("section", pattern="-"),
        Rule("section", pattern="(?P<label>C):", labels=("C",)),
        Rule("section", pattern="(?P<label>D|E):", labels=("D", "E")),
    ]
    table = table_of(rules, at_line_start=True)
    places = [entry.places for entry in dict.fromkeys(table.entries)]
    assert places == [{"A": 0, "B": 1}, {}, {"C": 2}, {"D": 3, "E": 4}]
    assert isinstance(table.regex, re.Pattern)
    assert len(table.entries) == table.regex.groups + 1


def test_a_table_without_rules_matches_nothing() -> None:
    """Where there is no rule, nothing is found, whatever the text holds."""
    for at_line_start in (True, False):
        table = table_of([], at_line_start=at_line_start)
        assert table.regex.search("\na\nXXXX\n") is None


def test_line_ends_are_seen_by_a_pattern() -> None:
    """In a rule `$` stands for the end of a line, and a section takes the space after its match."""
    rules = {"m": Rule("markup", pattern="a$"), "s": Rule("section", pattern="b")}
    assert kinds_of(rules, "\na\nab\nb \tc\na") == [("m", "a"), ("s", "b \t"), ("m", "a")]
