"""Arguments of rules, cells and dialects: what is wrong is told when they are made, by name."""

import pickle
import re
from collections.abc import Callable
from typing import Any, get_args

import attrs
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from paperdigest import (
    Cell,
    Dialect,
    Rule,
    diagnose,
    parse_digest,
    parse_digests,
    serialize_digest,
    tokenize,
)
from paperdigest._grammar.arguments import _FOR, _NOT_FOR
from paperdigest._grammar.schema import NEEDED, CellKind, Kind

PAPER = Rule("paper", "## {title} <{url}>")

#: A call, the error, and its message from the start.
REFUSED: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    "a kind that is near": (lambda: Rule("sektion", "- {text}"), ValueError, "Rule('sektion'): 'sektion' found; expected one of "),  # type: ignore[arg-type]
    "a kind that is no str": (lambda: Rule(3, "- {text}"), TypeError, "Rule(3): 3 found; expected one of "),  # type: ignore[arg-type]
    "a name that is near": (lambda: Rule("votes", "+ {vote}"), ValueError, "Rule('votes').templates: '+ {vote}' has no {votes}; write it instead of {vote}"),
    "an expression as a template": (lambda: Rule("section", r"(?P<label>\w+): "), ValueError, "Rule('section').templates: '(?P<label>\\\\w+): ' is a regular expression; pass it as pattern=, and a template beside it"),
    "a brace that is open": (lambda: Rule("paper", "* {title"), ValueError, "Rule('paper').templates: '* {title' has '{title' without a closing brace; write {title}"),
    "a format": (lambda: Rule("paper", "# {title!r}"), ValueError, "Rule('paper').templates: '# {title!r}' has '{title!r}'; only {name} and {name?} are allowed, so write {title}"),
    "an optional name that is open": (lambda: Rule("paper", "* {title?"), ValueError, "Rule('paper').templates: '* {title?' has '{title?' without a closing brace; write {title?}"),
    "a template that ends a line": (lambda: Rule("paper", "* {title}\n"), ValueError, "Rule('paper').templates: '* {title}\\n' starts or ends with a line ending; leave it out, and pass before=1"),
    "a carriage return": (lambda: Rule("paper", "## {title}\r\n{url}"), ValueError, "Rule('paper').templates: '## {title}\\r\\n{url}' has a carriage return, which no rule matches; write \\n alone"),
    "labels without a place": (lambda: Rule("section", "{text}", labels="Idea"), ValueError, "Rule('section').templates: '{text}' has no {label}, which labels=... needs; write it where the label is"),
    "a field without a label": (lambda: Rule("field", "= {value}"), ValueError, "Rule('field').templates: '= {value}' has no {label}, which a field needs; write it where the label is, or pass label=..."),
    "a name twice": (lambda: Rule("paper", "## {title} {title}"), ValueError, "Rule('paper').templates: '## {title} {title}' has {title} twice, and what it writes is not read; leave one out, or pass pattern=... with (?P=title) for the second"),
    "a name twice with white space around": (lambda: Rule("paper", "## {title} - {title}"), ValueError, "Rule('paper').templates: '## {title} - {title}' has {title} twice"),
    "templates that are numbers": (lambda: Rule("paper", 3), TypeError, "Rule('paper').templates: 3 is an int; expected a str or a list of str"),  # type: ignore[arg-type]
    "a template that is a number": (lambda: Rule("paper", ["## {title}", 3]), TypeError, "Rule('paper').templates[1]: 3 is an int; expected a str"),  # type: ignore[list-item]
    "a pattern that is a number": (lambda: Rule("paper", pattern=3), TypeError, "Rule('paper').pattern: 3 is an int; expected a str or None"),  # type: ignore[arg-type]
    "blank lines that are text": (lambda: Rule("paper", "* {title}", before="1"), TypeError, "Rule('paper').before: '1' is a str; expected an int"),  # type: ignore[arg-type]
    "blank lines that are a bool": (lambda: Rule("paper", "* {title}", before=True), TypeError, "Rule('paper').before: True is a bool; expected an int"),
    "too many blank lines": (lambda: Rule("paper", "* {title}", before=10**9), ValueError, "Rule('paper').before: 1000000000 is out of range; expected 0 to 100"),
    "fewer than no blank lines": (lambda: Rule("section", "* {text}", between=-1), ValueError, "Rule('section').between: -1 is out of range; expected 0 to 100"),
    "a label that is a number": (lambda: Rule("field", "* {value}", label=3), TypeError, "Rule('field').label: 3 is an int; expected a str or None"),  # type: ignore[arg-type]
    "no separator": (lambda: Rule("authors", "by {authors}", separator=()), ValueError, "Rule('authors').separator: () cannot separate names; pass the text between two names"),
    "a blank separator": (lambda: Rule("authors", "by {authors}", separator=" "), ValueError, "Rule('authors').separator: ' ' cannot separate names"),
    "a separator that is a number": (lambda: Rule("authors", "by {authors}", separator=3), TypeError, "Rule('authors').separator: 3 is an int; expected a str, a tuple of str, or None"),  # type: ignore[arg-type]
    "a separator of numbers": (lambda: Rule("authors", "by {authors}", separator=(3,)), TypeError, "Rule('authors').separator[0]: 3 is an int; expected a str"),  # type: ignore[arg-type]
    "another kind of media": (lambda: Rule("media", "<{url}>", media="gif"), ValueError, "Rule('media').media: 'gif' found; expected one of 'image', 'video'"),  # type: ignore[arg-type]
    "late that is a number": (lambda: Rule("votes", "+{votes}", late=1), TypeError, "Rule('votes').late: 1 is an int; expected True, False or None"),  # type: ignore[arg-type]
    "inline that is a number": (lambda: Rule("votes", "+{votes}", inline=1), TypeError, "Rule('votes').inline: 1 is an int; expected True or False"),  # type: ignore[arg-type]
    "a head behind a blank line": (lambda: Rule("paper", "* {title}", after_blank=True), ValueError, "Rule('paper').after_blank: means nothing for a rule of kind 'paper'"),
    "a media kind for votes": (lambda: Rule("votes", "+{votes}", media="video"), ValueError, "Rule('votes').media: means nothing for a rule of kind 'votes'; it is for media"),
    "a label with a line ending": (lambda: Rule("field", "* {value}", label="A\nB"), ValueError, "Rule('field').label: 'A\\nB' has a line ending or white space around it; use one line and strip it"),
    "a label with white space": (lambda: Rule("section", "{label}: {text}", labels=["A "]), ValueError, "Rule('section').labels: 'A ' has a line ending or white space around it; use one line and strip it"),
    "a cell's label": (lambda: Cell("a", kind="field", label=" A"), ValueError, "Cell('a').label: ' A' has a line ending or white space around it; use one line and strip it"),
    "a cell's label of the main link": (lambda: Cell("a", main_label="\n"), ValueError, "Cell('a').main_label: '\\n' has a line ending or white space around it; use one line and strip it"),
    "labels for a link": (lambda: Rule("link", "{label}: {url}", labels=["A"]), ValueError, "Rule('link').labels: means nothing for a rule of kind 'link'; it is for section"),
    "behind a blank line and in line": (lambda: Rule("votes", "+{votes}", inline=True, after_blank=True), ValueError, "Rule('votes').after_blank: means nothing where inline=True"),
    "a cell's kind that is near": (lambda: Cell("a", kind="feld"), ValueError, "Cell('a').kind: 'feld' found; expected one of 'section', 'field', 'published', None; did you mean 'field'?"),  # type: ignore[arg-type]
    "a cell's name that is none": (lambda: Cell("a b"), ValueError, "Cell('a b').name: it is not a valid name of a group"),
    "a cell's name that is a number": (lambda: Cell(3), TypeError, "Cell.name: 3 is an int; expected the name of a group"),  # type: ignore[arg-type]
    "a cell's rules that are text": (lambda: Cell("a", rules=["a"]), TypeError, "Cell('a').rules[0]: 'a' is a str; expected a Rule"),  # type: ignore[list-item]
    "a cell's rules that are one text": (lambda: Cell("a", rules="abc"), TypeError, "Cell('a').rules: 'abc' is a str; expected a list of Rule"),  # type: ignore[arg-type]
    "a block in a cell": (lambda: Cell("a", rules=[PAPER]), ValueError, "Cell('a').rules: 'paper' cannot be in a cell with this kind; use rules of the lines in a paper"),
    "a late line in a cell": (lambda: Cell("a", rules=[Rule("votes", "+{votes}", inline=True)]), ValueError, "Cell('a').rules: 'votes' cannot be in a cell with this labels, after_blank or inline"),
    "a cell without label": (lambda: Cell("a", kind="field"), ValueError, "Cell('a').label: a field needs one; pass label=..."),
    "a main link that is no expression": (lambda: Cell("a", main="("), ValueError, "Cell('a').main"),
    "a main link that backtracks": (lambda: Cell("a", main="(?:a+)+$"), ValueError, "Cell('a').main"),
    "a cell's join": (lambda: Cell("a", join=3), TypeError, "Cell('a').join: 3 is an int; expected a str"),  # type: ignore[arg-type]
    "a cell's keep_label": (lambda: Cell("a", keep_label=3), TypeError, "Cell('a').keep_label: 3 is an int; expected True or False"),  # type: ignore[arg-type]
    "rules that are text": (lambda: Dialect("x", ["..."]), TypeError, "Dialect('x').rules[0]: '...' is a str; expected a Rule"),  # type: ignore[list-item]
    "rules in a set": (lambda: Dialect("x", {Rule("paper", "# {title}")}), TypeError, "Dialect('x').rules: {Rule("),
    "rules that are one text": (lambda: Dialect("x", "abc"), TypeError, "Dialect('x').rules: 'abc' is a str; expected a list of Rule"),  # type: ignore[arg-type]
    "a rule alone": (lambda: Dialect("x", PAPER), TypeError, "Dialect('x').rules: Rule("),  # type: ignore[arg-type]
    "a name that is a number": (lambda: Dialect(3, [PAPER]), TypeError, "Dialect.name: 3 is an int; expected a name"),  # type: ignore[arg-type]
    "no name": (lambda: Dialect(" ", [PAPER]), ValueError, "Dialect.name: it is empty; pass a name"),
    "cells that are text": (lambda: Dialect("x", [PAPER], cells=["title"]), TypeError, "Dialect('x').cells[0]: 'title' is a str; expected a Cell"),  # type: ignore[list-item]
    "two cells of a name": (lambda: Dialect("x", [PAPER], cells=[Cell("title"), Cell("title")]), ValueError, "Dialect('x').cells: two have the name 'title'; keep one"),
    "signs without weights": (lambda: Dialect("x", [PAPER], signs=["## x"]), TypeError, "Dialect('x').signs[0]: '## x' found; pass a pair of a weight and a regular expression, such as (3, '^## Daily Papers')"),  # type: ignore[list-item]
    "signs that are one text": (lambda: Dialect("x", [PAPER], signs="## x"), TypeError, "Dialect('x').signs: '## x' is a str; expected a list of pairs"),  # type: ignore[arg-type]
    "a weight that is text": (lambda: Dialect("x", [PAPER], signs=[("3", "x")]), TypeError, "Dialect('x').signs[0][0]: '3' is a str; expected an int"),  # type: ignore[list-item]
    "a sign that is no expression": (lambda: Dialect("x", [PAPER], signs=[(3, "(")]), ValueError, "Dialect('x').signs[0]"),
    "a sign with a group": (lambda: Dialect("x", [PAPER], signs=[(3, "a(b)")]), ValueError, "Dialect('x').signs[0]: 'a(b)' has a group, which a sign cannot have; write (?:...)"),
    "a first number that is text": (lambda: Dialect("x", [PAPER], first="x"), TypeError, "Dialect('x').first: 'x' is a str; expected an int"),  # type: ignore[arg-type]
    "a preface that is a number": (lambda: Dialect("x", [PAPER], preface=3), TypeError, "Dialect('x').preface: 3 is an int; expected a str"),  # type: ignore[arg-type]
}  # fmt: skip


@pytest.mark.parametrize(("make", "error", "message"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_by_name(
    make: Callable[[], object], error: type[Exception], message: str
) -> None:
    """The message names the class, the argument and what was found, and says what to give."""
    with pytest.raises(error, match=f"^{re.escape(message)}"):
        make()


def test_a_dialect_shows_data_only() -> None:
    """What a dialect is compiled to is no attribute of it, and not public."""
    shown = {name for name in dir(Dialect) if not name.startswith("_")}
    data = {each.name for each in attrs.fields(Dialect)}
    assert shown | data == {
        "name", "rules", "cells", "signs", "first", "preface", "between", "contents", "totals",
        "description",
            "rules_of", "source",
    }  # fmt: skip
    dialect = Dialect("x", [PAPER])
    parse_digest("## A <b>\n", dialect=dialect)
    assert repr(dialect) == "Dialect(name='x', rules=<1 rule>)"


def test_a_rule_shows_its_source() -> None:
    """The `repr` of a rule and of a cell is the source that makes it, without any default."""
    rule = Rule("paper", "# {title} | {more}", before=1)
    assert repr(rule) == 'Rule("paper", "# {title} | {more}", before=1)'
    cell = Cell("more", rules=[Rule("link", "[{label}]({url})")])
    assert repr(cell) == 'Cell("more", rules=(Rule("link", "[{label}]({url})"),))'


def test_a_long_rule_is_written_over_several_lines() -> None:
    """The source of a dialect gives a long rule a line for each argument, and a pattern its parts."""
    pattern = rf"- (?P<title>(?:(?!{'a' * 40}).)++)(?:{'b' * 30} (?P<votes>[0-9]++))?+$"
    other = f"={'c' * 80}(?P<title>.++)"
    rules = [
        Rule("paper", ["- {title}", "- {title} {votes}"], pattern=pattern, before=1),
        Rule("paper", "= {title}", pattern=other),
        Rule("section", "d" * 80 + "{text}"),
    ]
    dialect = Dialect("long", rules)
    written = dialect.source()
    assert eval(written, {"Dialect": Dialect, "Rule": Rule}) == dialect
    assert max(map(len, written.split("\n"))) <= 120
    assert written.startswith(
        f"""\
Dialect(
    "long",
    [
        Rule(
            "paper",
            ("- {{title}}", "- {{title}} {{votes}}"),
            pattern=(
                "- "
                "(?P<title>(?:(?!{"a" * 40}).)++)"  # title
                "(?:{"b" * 30} "
                "(?P<votes>[0-9]++)"  # votes
                ")?+$"
            ),
            before=1,
        ),
"""
    )


ANYTHING: st.SearchStrategy[Any] = st.sampled_from(
    [None, 0, 1, 2, -1, 10**30, True, False, 1.5, "", " ", "x", "1", "\n", "image", "video", (), [], ("a",),
     ["a", "b"], ("; ", " and "), (1,), b"x", {}, object, "## {title}", "{title", "unclosed-link", "(", "a*"]
)  # fmt: skip
TEMPLATES = st.sampled_from([
    "## {title}", "## {title} <{url}>", "| {title} | {more} |", "# {date}", "# {title} ({range}) {year}", "+{votes}",
    "by {authors}", "in {category}", "on {published}", "<{url}>", "[{label}]({url})", "{label}: {value}",
    "{label} -- {text}", "- {text}", "id {copy}", "---", "{title", "{text}", "{votes}", "", "{n}. {title}",
])  # fmt: skip
PATTERNS = st.sampled_from([
    None, None, None, r"(?P<mark>\*+)(?P<label>\w+)(?P=mark):", r"(?P<title>.+)", r"#(?P<title>.*)$", "(", "x", "(?P<x>a)",
    r"(?P<level>#+) (?P<category>.+)$", "(?P<votes>[0-9]+)", "(a)(b)", "(?P<url>x)?y", "(?:a+)+$", "<(?P<url>[^>]+)>",
])  # fmt: skip
_KINDS: tuple[Kind, ...] = get_args(Kind)
OPTIONS = {
    "label": st.sampled_from(["A", None]), "labels": st.sampled_from([(), ["A", "B"]]), "known": st.just(("A",)),
    "media": st.sampled_from(["image", "video"]), "before": st.integers(0, 3), "between": st.integers(0, 2),
    "late": st.sampled_from([None, True, False]), "inline": st.booleans(), "level": st.integers(0, 3),
    "main": st.booleans(), "after_blank": st.booleans(), "separator": st.sampled_from([", ", None, ("; ", " and ")]),
    "flaw": st.sampled_from(["unclosed-link", "own-code", "", "\n", "a b"]), "fix": st.just("## {title}"),
}  # fmt: skip


def attempted(make: Callable[..., Any], *values: Any, **options: Any) -> Any:
    """Return what is made, or ``None`` where it is refused, which names the class."""
    try:
        return make(*values, **options)
    except (TypeError, ValueError) as error:
        refusal = str(error)
    assert re.match(rf"{make.__name__}\b", refusal), refusal
    return None


def arguments(
    draw: st.DrawFn, options: dict[str, st.SearchStrategy[Any]], most: int
) -> dict[str, Any]:
    """Draw a few options, most of them of their type."""
    names = draw(st.lists(st.sampled_from(sorted(options)), max_size=most, unique=True))
    odd = draw(st.integers(0, 15)) == 0
    return {name: draw(ANYTHING if odd else options[name]) for name in names}


@st.composite
def rules(draw: st.DrawFn) -> Rule | None:
    """Draw a rule, from arguments that may be refused."""
    kind = draw(st.sampled_from(_KINDS))
    needed = f"{{{NEEDED[kind]}}}" if kind in NEEDED else ""
    fitting = "{label}: {value}" if kind == "field" else f"{kind} {needed}".strip()
    odd = draw(st.integers(0, 15))
    pattern = draw(PATTERNS) if odd < 4 else None
    templates = draw(st.just(fitting) | TEMPLATES | st.lists(TEMPLATES, max_size=2))
    if odd == 5:
        templates = draw(ANYTHING)
    meant = {
        name: each
        for name, each in OPTIONS.items()
        if odd == 6 or (kind not in _NOT_FOR.get(name, ()) and kind in _FOR.get(name, (kind,)))
    }
    return attempted(Rule, kind, templates, pattern=pattern, **arguments(draw, meant, 3))  # type: ignore[no-any-return]


def drawn_dialect(draw: st.DrawFn, one: st.SearchStrategy[Rule | None]) -> Dialect | None:
    """Draw a dialect, from rules that were not refused and from arguments that may be."""
    made = [PAPER, *filter(None, draw(st.lists(one, max_size=6)))]
    inner = list(filter(None, draw(st.lists(one, max_size=3))))
    cell_options = {
        "kind": st.sampled_from([*get_args(CellKind), None]), "label": st.just("L"),
        "rules": st.just(inner), "join": st.just(", "), "main": st.sampled_from(["", "b", "("]),
        "main_label": st.just("P"), "keep_label": st.booleans(),
    }  # fmt: skip
    options: dict[str, st.SearchStrategy[Any]] = {
        "signs": st.sampled_from([[(3, "^x")], [(3, "(")], ["x"]]), "first": st.integers(0, 3),
        "preface": st.sampled_from(["", "P", "\nP"]), "between": st.sampled_from(["", "---"]),
        "contents": st.sampled_from([None, "- (?P<title>.+)", "-"]),
    }  # fmt: skip
    if draw(st.integers(0, 3)) == 0:
        cell = attempted(Cell, "more", **arguments(draw, cell_options, 4))
        if cell is not None:
            made.append(Rule("paper", "| {title} | {more} |"))
            return attempted(Dialect, "drawn", made, cells=[cell])  # type: ignore[no-any-return]
    return attempted(Dialect, "drawn", made, **arguments(draw, options, 2))  # type: ignore[no-any-return]


#: Patterns that were once taken: they need exponential or quadratic time, or match nothing.
SLOW = [
    r"(?s:(?:.|\n)*)", "(?:[aа]x|[bа]x)*;", "(?:a+){1,30}", "a?" * 30, "a*a*a*a*;", ".*a.*a.*a.*;", "(", "(?:a+)+$",
]  # fmt: skip


@pytest.mark.parametrize("pattern", SLOW)
def test_a_slow_pattern_is_refused_by_every_argument(pattern: str) -> None:
    """Each argument that takes a pattern refuses a slow one, and the message starts with its name."""
    makers: dict[str, Callable[[], object]] = {
        "Rule('skip').pattern": lambda: Rule("skip", pattern=pattern),
        "Cell('T').main": lambda: Cell("T", main=pattern),
        "Dialect('x').signs[0]": lambda: Dialect("x", [PAPER], signs=[(1, pattern)]),
        "Dialect('x').contents": lambda: Dialect("x", [PAPER], contents=pattern),
        "Dialect('x').totals": lambda: Dialect("x", [PAPER], totals=pattern),
    }
    for name, make in makers.items():
        with pytest.raises(ValueError, match=f"^{re.escape(name)}: "):
            make()


TEXT = (
    "# 2024-08-26\n\n# T (May 22-28) 2024\n\n## A <b>\n+3\nby Ada, Alan\nin x\non 2024-08-26\non x\n<c>\n[d](e)\nf: g\n"
    "h -- i\n- j\n*A*: k\n\npaper B\nvotes 3\nauthors X and Y\nsection z\n| A | <b> |\n## C\n---\n1. D\nmarkup\nrule\nlink u\n"
)


@given(data=st.data())
def test_arguments_are_refused_at_once_or_never_fail(data: st.DataObject) -> None:
    """What is not refused where it is made, by a `ValueError` or `TypeError`, reads and writes any text."""
    dialect = drawn_dialect(data.draw, rules())  # type: ignore[arg-type]
    event("refused" if dialect is None else "made")
    if dialect is None:
        return
    assert pickle.loads(pickle.dumps(dialect)) == dialect
    assert hash(dialect) == hash(dialect)
    for text in ("", TEXT, TEXT.replace("\n", "\r\n"), "\n\n".join(TEXT.split("\n"))):
        digest = parse_digest(text, dialect=dialect)
        assert serialize_digest(digest) == text
        assert "".join(map(serialize_digest, parse_digests(text, dialect=dialect))) == text
        assert "".join(token.text for token in tokenize(text, dialect=dialect)) == text
        diagnose(text, dialect=dialect)
        try:
            written = serialize_digest(digest, canonical=True)
        except ValueError:
            continue
        assert parse_digest(written, dialect=dialect) == digest


@pytest.mark.parametrize("code", ["", "\n", "a b", "a,b", "\x00", "\u202e"])
def test_a_code_is_a_printable_word(code: str) -> None:
    """The code of a diagnostic is printed on its line and named in lists of options."""
    with pytest.raises(ValueError, match="is not a code"):
        Rule("votes", "V {votes}", flaw=code)
    assert Rule("votes", "V {votes}", flaw="own-code").flaw == "own-code"
