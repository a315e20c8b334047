"""Dialects of one's own: a few lines that describe a digest, and what is told when they are wrong."""

import copy
import pickle
import re
from collections.abc import Callable
from typing import get_args

import attrs
import pytest

from paperdigest import (
    Cell,
    Dialect,
    Digest,
    Field,
    Link,
    Paper,
    Rule,
    Section,
    diagnose,
    parse_digest,
    serialize_digest,
    tokenize,
)
from paperdigest._dialects import builtin_dialects
from paperdigest._grammar.schema import GROUPS, Kind
from tests.samples import each_dialect

NOTES = Dialect(
    "notes",
    rules=[
        Rule("digest", "# Notes of {date}"),
        Rule("group", "== {category}"),
        Rule("paper", ("## {n}. {title} <{url}>", "## {n}. {title}"), before=1),
        Rule("authors", ("Authors: {authors}", "作者：{authors}", "*{authors}*"), separator="; "),
        Rule("votes", ("Stars: {votes}", "{votes} stars")),
        Rule("link", "=> {url} {label}"),
        Rule("link", "PDF: {url}", label="PDF", main=True),
        Rule("field", ("@{label}: {value}", "{label} = {value}"), late=True),
        Rule("section", ("{label} -- {text}", "**{label}**: {text}"), before=1),
        Rule("section", "{text}"),
        Rule("divider", "~~~"),
    ],
)
TEXT = """# Notes of 26 August 2024

== Vision

## 1. A <Study> <https://example.org/a>
Authors: Ada Byron; Gauss, C. F.
Stars: 12
=> https://example.org/code Code
PDF: https://example.org/a.pdf
@Pages: 9

A text that stands alone,
over two lines.

Idea -- Smaller.
**Result**: Faster.
Mood = happy

## 2. B
作者：Emmy Noether
3 stars
PDF: https://example.org/b.pdf
~~~

That is all.
"""


def test_a_dialect_in_a_few_lines() -> None:
    """Templates alone describe titles, labels in several spellings, cells, links and sections."""
    digest = parse_digest(TEXT, dialect=NOTES)
    assert serialize_digest(digest) == TEXT
    assert "".join(token.text for token in tokenize(TEXT, dialect=NOTES)) == TEXT
    assert digest.date is not None
    assert digest.date.isoformat() == "2024-08-26"
    first, second = digest.papers
    assert (first.title, first.url, first.category) == (
        "A <Study>",
        "https://example.org/a",
        "Vision",
    )
    assert (first.authors, first.votes) == (("Ada Byron", "Gauss, C. F."), 12)
    assert [(link.label, link.url) for link in first.links] == [
        ("Code", "https://example.org/code"),
        ("PDF", "https://example.org/a.pdf"),
    ]
    assert [(field.label, field.value) for field in first.fields] == [
        ("Pages", "9"),
        ("Mood", "happy"),
    ]
    assert first.sections == (
        Section(None, "A text that stands alone,\nover two lines."),
        Section("Idea", "Smaller."),
        Section("Result", "Faster."),
    )
    assert (second.title, second.url) == ("B", "https://example.org/b.pdf")
    assert (second.authors, second.votes, second.sections) == (("Emmy Noether",), 3, ())


def test_it_is_written_too() -> None:
    """What a dialect reads it writes, by the first of its templates that has all values."""
    dialect = Dialect(
        "short",
        [
            Rule("digest", ("# {title} {date}", "# {title}")),
            Rule("paper", ("## {title} <{url}>", "## {title}"), before=1),
            Rule("authors", ("By {authors}", "作者：{authors}")),
            Rule("section", "{label}: {text}", before=1),
        ],
    )
    paper = Paper(
        "A", "https://example.org/a", authors=["Ada Byron"], sections=[Section("Idea", "Small.")]
    )
    text = serialize_digest(Digest("Notes", papers=[paper, Paper("B")]), dialect=dialect)
    assert text == "# Notes\n\n## A <https://example.org/a>\nBy Ada Byron\n\nIdea: Small.\n\n## B\n"
    assert parse_digest(text, dialect=dialect) == Digest("Notes", papers=[paper, Paper("B")])


def test_levels() -> None:
    """What is deeper than a paper or chapter belongs to it; a group's length tells the level."""
    dialect = Dialect(
        "levels",
        [
            Rule("skip", pattern=r"(?P<level>#+)[ ]About.*"),
            Rule("paper", pattern=r"(?P<level>#+)[ ]Paper (?P<title>.+)"),
            Rule("group", pattern=r"(?P<level>#+)[ ](?P<category>.+)"),
            Rule("paper", "- {title}", level=8),
            Rule("section", "#### {label}\n{text}"),
        ],
    )
    text = (
        "# Vision\n## Paper A\n- not this\n#### Why\nBecause.\n### Paper not this\n## About\n- not this\n"
        "### Language\n# More\n- B\n- C\n"
    )
    papers = parse_digest(text, dialect=dialect).papers
    assert [(paper.title, paper.category) for paper in papers] == [
        ("A", "Vision"),
        ("B", "More"),
        ("C", "More"),
    ]
    assert papers[0].sections[0].label == "Why"


def test_inline() -> None:
    """Rules may be after a head or a link, in the same line; after a link, those of links and names."""
    dialect = Dialect(
        "inline",
        [
            Rule("paper", pattern=r"- (?P<title>[^,\n]+)"),
            Rule("authors", ", by {authors};", inline=True),
            Rule("link", pattern=r"[ ]*\[(?P<label>\w+)\]\((?P<url>\S+)\)", inline=True),
            Rule("section", ": {text}", inline=True),
            Rule("link", pattern=r"(?P<label>\w+) at (?P<url>[^\s]+)"),
            Rule("votes", "{votes} votes"),
        ],
    )
    text = "- A, by Ada Byron; [x](u) [y](v): It is\nsmall.\n- B\nHome at h [x](u), by Emmy Noether; votes\n3 votes\n"
    first, second = parse_digest(text, dialect=dialect).papers
    assert (first.title, first.authors) == ("A", ("Ada Byron",))
    assert [link.url for link in first.links] == ["u", "v"]
    assert first.sections == (Section(None, "It is\nsmall."),)
    assert [link.label for link in second.links] == ["Home", "x"]
    assert (second.votes, second.authors) == (3, ("Emmy Noether",))


def test_separators() -> None:
    """Names are parted by the separator that is given: a mark, a word, or the first of several."""
    rules = [
        Rule("paper", "## {title}"),
        Rule("authors", "A: {authors}", separator=" and "),
        Rule("authors", "B: {authors}", separator="/"),
        Rule("authors", "C: {authors}", separator=("; ", " with ")),
        Rule("authors", "D: {authors}", separator=None),
    ]
    dialect = Dialect("names", rules)
    for line, names in {
        "A: Andy Hand and Ada, Countess and (X and Y)": ("Andy Hand", "Ada, Countess", "(X and Y)"),
        "B: Ada/Carl": ("Ada", "Carl"),
        "C: Ada; Withold with Carl": ("Ada", "Withold", "Carl"),
        "D: Ada, Carl; and more": ("Ada, Carl; and more",),
    }.items():
        paper = parse_digest(f"## T\n{line}\n", dialect=dialect).papers[0]
        assert paper.authors == names
    text = serialize_digest(Digest(papers=[Paper("T", authors=["Ada", "Carl"])]), dialect=dialect)
    assert text == "## T\nA: Ada and Carl\n"


def test_a_group_that_takes_no_part() -> None:
    """A group of a pattern that matched nothing gives no value, and no error."""
    optional = r"(?:(?P<{}>\d)\d)?"
    dialect = Dialect(
        "optional",
        [
            Rule("group", pattern="=" + optional.format("category")),
            Rule(
                "paper",
                pattern="#" + "".join(map(optional.format, ("title", "url", "authors", "votes"))),
            ),
            Rule("votes", pattern="v" + optional.format("votes")),
            Rule("authors", pattern="a" + optional.format("authors")),
            Rule("category", pattern="c" + optional.format("category")),
            Rule("field", pattern="f" + optional.format("label") + optional.format("value")),
            Rule("link", pattern="l" + optional.format("label") + optional.format("url")),
            Rule("media", pattern="m" + optional.format("url") + optional.format("alt")),
            Rule("copy", pattern="i" + optional.format("label") + optional.format("copy")),
            Rule("section", pattern="s" + optional.format("label")),
        ],
    )
    text = "=\n#\nv\na\nc\nf\nl\nm\ni\ns\n"
    assert parse_digest(text, dialect=dialect).papers == (Paper("", sections=[Section()]),)


def test_a_name_twice_means_the_same_twice() -> None:
    """A name that occurs twice in a template has to be the same text in both places."""
    dialect = Dialect(
        "twice", [Rule("paper", "<{title}> {title}"), Rule("votes", "{votes}={votes}")]
    )
    papers = parse_digest("<A> A\n3=3\n<B> C\n", dialect=dialect).papers
    assert papers == (Paper("A", votes=3),)


@pytest.mark.parametrize(
    ("template", "text", "paper"),
    [
        ("## {votes} {title}", "## 3 A B\n", Paper("A B", votes=3)),
        ("## {votes} {category} {title}", "##  3  cs.CL A B\n", Paper("A B", votes=3, category="cs.CL")),
        ("- {title}: {votes} {category}", "- A B: 3 cs.CL\n", Paper("A B", votes=3, category="cs.CL")),
    ],
)  # fmt: skip
def test_white_space_ends_a_value(template: str, text: str, paper: Paper) -> None:
    """A value that white space ends holds the word before it, whatever is before that."""
    dialect = Dialect("words", [Rule("paper", template)])
    assert parse_digest(text, dialect=dialect).papers == (paper,)


RULE_ERRORS = {
    "no kind": (lambda: Rule("papr", "## {title}"), r"Rule\('papr'\): 'papr' found; expected one of 'digest', .*'divider'; did you mean 'paper'\?$"),  # type: ignore[arg-type]
    "no template": (lambda: Rule("paper"), r"Rule\('paper'\): it has no template and no pattern; pass one of them"),
    "no title": (lambda: Rule("paper", "## {name}"), r"Rule\('paper'\)\.templates: '## \{name\}' has no \{title\}; put it where the value is$"),
    "no title in the second": (lambda: Rule("paper", ("## {title}", "## {name}")), "'## {name}' has no {title}"),
    "no url": (lambda: Rule("link", "{label}"), "has no {url}"),
    "no votes": (lambda: Rule("votes", pattern="Vote: (?P<vote>.+)"), "has no group 'votes'"),
    "no label": (lambda: Rule("field", pattern="= (?P<value>.+)"), "has no group 'label', which a field needs, or label="),
    "no label for labels": (lambda: Rule("section", pattern="- ", labels=["A"]), "has no group 'label', which labels="),
    "a group for the text": (lambda: Rule("section", pattern="- (?P<text>.+)"), "the text of a section is what follows the match"),
    "the same group twice": (lambda: Rule("paper", pattern="(?P<title>a)(?P<title>b)"), "redefinition of group name 'title'"),
    "matches nothing": (lambda: Rule("paper", pattern="(?P<title>.*)"), r"matches the empty text; require at least one character"),
    "matches nothing by its template": (lambda: Rule("paper", "{title?}"), r"matches the empty text"),
    "backtracks": (lambda: Rule("paper", pattern=r"## (?P<title>(?:\w+\s?)+)$"), r"in more than one way .* may backtrack without bound"),
    "no expression": (lambda: Rule("paper", pattern="## (?P<title>.+"), "is not a regular expression: missing"),
    "a template of other names": (lambda: Rule("paper", "## {title} <{url}>", pattern="## (?P<title>.+)"), r"writes \{url\}, which the pattern does not read; put \(\?P<url>"),
    "a fix of other names": (lambda: Rule("paper", pattern="## (?P<title>.+)", fix="## {title} {url}"), r"writes \{url\}"),
    "nothing between": (lambda: Rule("paper", "## {title}{url}"), r"there is nothing between \{title\} and \{url\}"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "message"), RULE_ERRORS.values(), ids=RULE_ERRORS)
def test_a_rule_that_could_not_be_read_with(make: Callable[[], object], message: str) -> None:
    """What is wrong with a rule is told when it is made, with the reason and a way out."""
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Rule("papr", "## {title}"),  # type: ignore[arg-type]
            f"Rule('papr'): 'papr' found; expected one of {str(get_args(Kind))[1:-1]}; "
            "did you mean 'paper'?",
        ),
        (
            lambda: Rule("paper"),
            "Rule('paper'): it has no template and no pattern; pass one of them",
        ),
        (
            lambda: Rule("votes", pattern="Vote: (?P<vote>.+)"),
            "Rule('votes').pattern: 'Vote: (?P<vote>.+)' has no group 'votes'; put (?P<votes>...) in "
            "it",
        ),
        (
            lambda: Rule("field", pattern="= (?P<value>.+)"),
            "Rule('field').pattern: '= (?P<value>.+)' has no group 'label', which a field needs, or "
            "label=...",
        ),
        (
            lambda: Rule("section", pattern="-", labels=["A"]),
            "Rule('section').pattern: '-' has no group 'label', which labels=... needs",
        ),
        (
            lambda: Rule("section", pattern="- (?P<text>.+)"),
            "Rule('section').pattern: '- (?P<text>.+)' has a group 'text'; the text of a section is "
            "what follows the match, so leave the group out",
        ),
        (
            lambda: Rule("votes", "{n} {votes} {text} {url}", pattern="(?P<votes>x)"),
            "Rule('votes'): the template '{n} {votes} {text} {url}' writes {url}, which the pattern "
            "does not read; put (?P<url>...) in the pattern",
        ),
        (
            lambda: Rule("votes", pattern="(?P<votes>x*)"),
            "Rule('votes').pattern: '(?P<votes>x*)' matches the empty text; require at least one character",
        ),
        (
            lambda: Dialect("x", [Rule("paper", "## {title} ({venue})")]),
            "Dialect('x'): a group 'venue' means nothing; expected one of "
            f"{', '.join(sorted(GROUPS))}, or "
            "cells=[Cell('venue', ...)] for one in a paper rule; did you mean 'value'?",
        ),
        (
            lambda: Dialect("x", [Rule("paper", "## {title}")], contents="x*"),
            "Dialect('x').contents: 'x*' matches the empty text; require at least one character",
        ),
    ],
)
def test_a_refusal_word_for_word(make: Callable[[], object], message: str) -> None:
    """A message names the rule or the dialect, shows what is wrong in it, and says what to give."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make()


PAPER = Rule("paper", "## {title}")
DIALECT_ERRORS = {
    "no paper": (lambda: Dialect("x", [Rule("votes", "Vote: {votes}")]), r"Dialect\('x'\)\.rules: no rule of kind 'paper'; add one"),
    "no rules": (lambda: Dialect("x", []), "no rule of kind 'paper'"),
    "a cell of no group": (lambda: Dialect("x", [PAPER], cells=[Cell("venue")]), r"Dialect\('x'\)\.cells: no paper rule has a group 'venue'; put \(\?P<venue>"),
    "a cell in another rule": (lambda: Dialect("x", [PAPER, Rule("markup", "({venue})")], cells=[Cell("venue")]), "no paper rule has a group 'venue'"),
    "a group of no meaning": (lambda: Dialect("x", [Rule("paper", "## {title} ({venue})")]), r"Dialect\('x'\): a group 'venue' means nothing; .* cells=\[Cell\('venue', ...\)\]"),
    "a group of no meaning in a cell": (lambda: Dialect("x", [Rule("paper", "## {title} ({venue})")], cells=[Cell("venue", rules=[Rule("markup", "<{x}>")])]), "a group 'x' means nothing"),
    "contents": (lambda: Dialect("x", [PAPER], contents="- .+"), r"Dialect\('x'\)\.contents: '- \.\+' has no group 'title'"),
    "contents that are no expression": (lambda: Dialect("x", [PAPER], contents="("), "is not a regular expression"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "message"), DIALECT_ERRORS.values(), ids=DIALECT_ERRORS)
def test_a_dialect_that_could_read_nothing(make: Callable[[], object], message: str) -> None:
    """What is wrong with a dialect is told when it is made."""
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@each_dialect
def test_dialects_are_values(dialect: Dialect, protocol: int) -> None:
    """A dialect pickles, copies, compares and hashes by its description, used or not."""
    parse_digest("## Daily Papers (2024-08-26)\n", dialect=dialect)
    for twin in (
        pickle.loads(pickle.dumps(dialect, protocol)),
        copy.copy(dialect),
        copy.deepcopy(dialect),
        attrs.evolve(dialect),
    ):
        assert twin == dialect
        assert hash(twin) == hash(dialect)
        assert parse_digest("### [A](b)\n", dialect=twin) == parse_digest(
            "### [A](b)\n", dialect=dialect
        )
    assert attrs.evolve(dialect, name="other") != dialect


def test_the_patterns_of_a_rule_follow_from_its_templates() -> None:
    """Each template gives a pattern: for its labels, and for the whole line unless it is inline."""
    rule = Rule("section", "{label}: {text}", labels=("Idea", "Result"))
    assert rule.patterns == ("(?P<label>Idea|Result):",)
    assert Rule("votes", ("Vote: {votes}!", "{votes} votes!")).patterns == (
        r"Vote:(?P<votes>.*)![ \t]*$",
        r"(?P<votes>.*)(?<![^ \t\n])votes![ \t]*$",
    )
    inline = Rule("votes", "Vote: {votes}!", inline=True)
    assert inline.pattern == r"[ \t]*+Vote:(?P<votes>(?:(?!!).)*+)!"


def test_rules_are_values() -> None:
    """Rules and cells compare and hash; one that is evolved reads what its new template says."""
    rule = Rule("votes", ["Vote: {votes}"])
    assert rule == Rule("votes", "Vote: {votes}")
    assert hash(rule) == hash(Rule("votes", "Vote: {votes}"))
    assert rule != Rule("votes", "Votes: {votes}")
    assert attrs.evolve(rule, templates="Stars: {votes}") == Rule("votes", "Stars: {votes}")
    assert (
        attrs.evolve(rule, templates="Stars: {votes}").pattern
        == Rule("votes", "Stars: {votes}").pattern
    )
    assert pickle.loads(pickle.dumps(rule)).patterns == rule.patterns
    cell = Cell("a", rules=[rule])
    assert (cell, hash(cell)) == (Cell("a", rules=(rule,)), hash(Cell("a", rules=(rule,))))


def test_signs_may_be_a_list() -> None:
    """Whatever is given as a list is kept as a tuple, so that a dialect can be hashed."""
    assert hash(Dialect("x", [PAPER], signs=[(3, "^## x")]))


def test_the_built_in_dialects_have_names_of_their_own() -> None:
    """No two built-in dialects share a name, and every rule of theirs is of a kind."""
    names = [dialect.name for dialect in builtin_dialects()]
    assert len(set(names)) == len(names)
    kinds: set[Kind] = {rule.kind for dialect in builtin_dialects() for rule in dialect.rules}
    assert {"paper", "section", "skip"} < kinds


def test_all_of_a_dialect_is_pickled() -> None:
    """No attribute is lost on the way."""
    dialect = Dialect(
        "x",
        [Rule("paper", "## {title} ({venue})")],
        cells=[Cell("venue", kind="section")],
        signs=[(3, "^x")],
        first=0,
        preface="a",
        between="b",
        contents="- (?P<title>.+)",
    )
    assert pickle.loads(pickle.dumps(dialect)) == dialect


EMPTY = {
    "# ": "# {title}",
    "#  \t": "# {title}",
    "- ****": "- **{title}**",
    "- [](u)": "- [{title}]({url})",
    "- [ ](u)": "- [{title}]({url})",
    "| | u |": "| {title} | {url} |",
    "*  <u>": "* {title} <{url}>",
}


@pytest.mark.parametrize(("line", "template"), EMPTY.items())
def test_a_title_is_empty_only_where_its_template_says_so(line: str, template: str) -> None:
    """A line without a title is no paper, unless the template has `{title?}`: then it is told."""
    strict = Dialect("x", [Rule("paper", template)])
    assert parse_digest(line, dialect=strict).papers == ()
    open_ = Dialect("x", [Rule("paper", template.replace("{title}", "{title?}"))])
    assert [paper.title for paper in parse_digest(line, dialect=open_).papers] == [""]
    assert "no-title" in [each.code for each in diagnose(line, dialect=open_)]


@pytest.mark.parametrize(
    "pattern",
    ["# (?P<title>.*)", "# (?P<title>(?:a|b)?)$", "# (?P<title>(?=x)?y*)", "#(?P<title>)a"],
)
def test_a_pattern_that_can_give_an_empty_title_is_refused(pattern: str) -> None:
    """The message says what to write; a template with `{title?}`, or a fix with it, allows it."""
    with pytest.raises(ValueError, match=r"can give an empty title; let the group hold a char"):
        Rule("paper", pattern=pattern)
    Rule("paper", "# {title?}", pattern=pattern)
    Rule("paper", pattern=pattern, flaw="x", fix="# {title?}")
    Rule("digest", pattern=pattern)


@pytest.mark.parametrize(
    "pattern", ["# (?P<title>.+)", r"# (?P<title>(?=\S).*)", r"(?P<mark>#)(?P<title>(?P=mark)x)"]
)
def test_a_pattern_whose_title_has_a_character_is_taken(pattern: str) -> None:
    """What holds a character in its own group gives no empty title."""
    assert Rule("paper", pattern=pattern).pattern == pattern


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("- **{title}**", "- **A** [x](u), 3\n- **B**, 3 [x](u)\n- **C**\n"),
        ("- {title} <{votes}>", "- A <1> [x](u), 3\n- B <1>, 3 [x](u)\n- C <1>\n"),
    ],
)
def test_a_head_leaves_what_is_behind_it_to_inline_rules(template: str, text: str) -> None:
    """A head that ends in marks may be followed by anything that inline rules match."""
    rules = [
        Rule("paper", template),
        Rule("link", " [{label}]({url})", inline=True),
        Rule("published", pattern=r", (?P<published>[0-9]+)", inline=True),
    ]
    papers = parse_digest(text, dialect=Dialect("x", rules)).papers
    assert [paper.title for paper in papers] == ["A", "B", "C"]
    assert papers[0].links == (Link("x", "u"),)
    assert papers[0].fields == (Field("Published", "3"),)
    assert papers[1].fields == (Field("Published", "3"),)


def test_a_main_link_is_written_behind_a_head() -> None:
    """An inline rule for main links writes one into the line of the head, before other links."""
    rules = [
        Rule("paper", "- **{title}**"),
        Rule("link", " [{label}]({url})", inline=True, main=True),
    ]
    dialect = Dialect("x", rules)
    digest = parse_digest("- **A**\n- **B** [x](u)\n", dialect=dialect)
    changed = digest.replace_paper(digest.papers[0], url="v", links=[Link("y", "w")])
    assert serialize_digest(changed) == "- **A** [Link](v) [y](w)\n- **B** [x](u)\n"


LINKED = "- A [b] Study [[pdf](u)] [[code](v)]\n- More [[x](y)]: a link\n- [[pdf](u)]\n- C\n"


@pytest.mark.parametrize("template", ["[[{label}]({url})]", " [[{label}]({url})]"])
def test_a_title_leaves_the_links_behind_it(template: str) -> None:
    """A title ends where nothing follows but links that the dialect has inline rules for."""
    rules = [Rule("paper", "- {title}"), Rule("link", template, inline=True)]
    digest = parse_digest(LINKED, dialect=Dialect("x", rules))
    titles = [paper.title for paper in digest.papers]
    assert titles == ["A [b] Study", "More [[x](y)]: a link", "[[pdf](u)]", "C"]
    assert digest.papers[0].links == (Link("pdf", "u"), Link("code", "v"))
    assert serialize_digest(digest) == LINKED
    whole = parse_digest(LINKED, dialect=Dialect("x", rules[:1])).papers[0]
    assert whole.title == "A [b] Study [[pdf](u)] [[code](v)]"
