"""Learning a dialect: what an example gives, and what is refused."""

import datetime
import re

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from paperdigest import (
    Cell,
    Dialect,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    learn_dialect,
    parse_digest,
    serialize_digest,
)
from paperdigest._dialects import family_dialects
from paperdigest._learning.lines import labelled, link_around
from tests.samples import EXAMPLES

A, B = "https://example.org/a", "https://example.org/b"
ADA = ("Ada Byron", "Carl Gauss")
#: What the source of a dialect uses.
NAMES = {"Dialect": Dialect, "Rule": Rule, "Cell": Cell}

#: A text of two papers in each form, and the example from it.
FORMS: dict[str, tuple[str, Paper]] = {
    "a numbered heading": (
        f"# T\n\n## 1. A Study\n\n**arXiv**: [1]({A})  \n**Authors**: Ada Byron, Carl Gauss et al.  \n\nText.\n\n## 2. More\n\n**arXiv**: [2]({B})  \n",
        Paper("A Study", A),
    ),
    "a linked heading": (f"# T\n\n### [A Study]({A})\n\nText.\n\n### [More]({B})\n", Paper("A Study", A)),
    "a link alone": (f"# T\n\n[A Study]({A})\n\n- one\n\n[More]({B})\n\n- two\n", Paper("A Study", A)),
    "a bold line": (f"**A Study**\n\n- Paper: {A}\n- Code: None\n\n**More**\n\n- Paper: {B}\n", Paper("A Study", A)),
    "a row": (
        f"# T\n\n| Title | Paper | Note |\n|---|---|---|\n| A Study | [![p](i.png)]({A}) | new |\n| More | [![p](i.png)]({B}) | old |\n",
        Paper("A Study", A),
    ),
    "a linked row": (f"| Title | Authors |\n|---|---|\n| [A Study]({A}) | Ada Byron, Carl Gauss |\n| [More]({B}) | Emmy |\n", Paper("A Study", A, authors=ADA)),
    "everything in a line": (
        f"1. [**A Study.**]({A}) _Ada Byron, Carl Gauss._ Venue 2023.\n2. [**More.**]({B}) _Emmy Noether._ Elsewhere 2024.\n3. [**Bare.**]({B})\n",
        Paper("A Study", A, authors=ADA),
    ),
    "votes in the head": (f"* A Study <{A}> +12 (new)\n* More <{B}> +3 (old)\n", Paper("A Study", A, votes=12)),
    "a date behind the title": (f"- [A Study (**2015.06**)]({A})\n- [More (**2016.01**)]({B})\n", Paper("A Study", A)),
    "words between": (f"- A Study by them at {A}\n- More by us at {B}\n", Paper("A Study", A)),
    "stars behind the title": (f"### 1. A Study ⭐⭐\n\nPDF: {A} here\n\n### 2. More ⭐\n\nPDF: {B} here\n", Paper("A Study", A)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "example"), FORMS.values(), ids=FORMS)
def test_one_example_reads_the_others(text: str, example: Paper) -> None:
    """From one paper the others are read too, and the text is written back."""
    learned = learn_dialect("x", text, [example])
    papers = learned.digest.papers
    assert [(paper.title, paper.url) for paper in papers[:2]] == [("A Study", A), ("More", B)]
    assert papers[0].authors == example.authors
    assert papers[0].votes == example.votes
    assert serialize_digest(learned.digest) == text
    assert parse_digest(text, dialect=learned.dialect) == learned.digest
    assert learned.differences == ()


@pytest.mark.parametrize(("text", "example"), FORMS.values(), ids=FORMS)
def test_the_source_makes_the_dialect(text: str, example: Paper) -> None:
    """What is printed is Python that makes the same dialect."""
    learned = learn_dialect("x", text, [example])
    assert eval(str(learned), dict(NAMES)) == learned.dialect


@pytest.mark.parametrize("dialect", list(family_dialects()), ids=lambda dialect: dialect.name)
def test_the_source_of_a_family(dialect: Dialect) -> None:
    """The source of a built-in dialect makes it again, cells and options and all."""
    assert eval(dialect.source(), dict(NAMES)) == dialect


def test_values_below_the_title() -> None:
    """Authors, votes, links and fields are learned from the lines below, with their separators."""
    text = (
        f"= A Study\nby Ada Byron; Carl Gauss\n12 likes\nat {A}\ncode -> {B}\nvenue = Here\nPros: fast\nCons: slow\n\n"
        "= More\nby Emmy Noether; Ada Byron\n3 likes\ncode -> c\nvenue = There\n"
    )
    example = Paper(
        "A Study",
        A,
        authors=ADA,
        votes=12,
        links=[Link("code", B)],
        fields=[Field("venue", "Here")],
    )
    learned = learn_dialect("x", text, [example])
    first, second = learned.digest.papers
    assert (first.votes, first.links, first.fields) == (
        12,
        (Link("code", B),),
        (Field("venue", "Here"),),
    )
    assert [(each.label, each.text) for each in first.sections] == [
        ("Pros", "fast"),
        ("Cons", "slow"),
    ]
    assert second == Paper(
        "More", authors=("Emmy Noether", "Ada Byron"), votes=3, links=[Link("code", "c")], fields=[Field("venue", "There")]
    )  # fmt: skip


def test_headings() -> None:
    """The first heading is the digest's, with its date; others are groups, or parts of papers."""
    text = "# Notes (2024-08-26)\n\n## One\n\n### A Study\n\n#### Idea\n\nText.\n\n## Two\n\n### More\n\n#### Idea\n\nText.\n"
    digest = learn_dialect("x", text, [Paper("A Study")]).digest
    assert (digest.title, digest.date) == ("Notes", datetime.date(2024, 8, 26))
    assert [paper.category for paper in digest.papers] == ["One", "Two"]
    assert [each.label for paper in digest.papers for each in paper.sections] == ["Idea", "Idea"]
    assert (
        learn_dialect("x", "# N 2024-99-99\n\n## A\n", [Paper("A")]).digest.title == "N 2024-99-99"
    )
    assert learn_dialect("x", "# On 2024-08-26 we met\n\n## A\n", [Paper("A")]).digest.date is None


def test_without_an_example() -> None:
    """Papers that are recognised without help are the examples."""
    text = (
        f"## Daily Papers (2024-08-26)\n\n### [A Study]({A})\n\nText.\n\n### [More]({B})\n\nText.\n"
    )
    learned = learn_dialect("x", text)
    assert [paper.title for paper in learned.digest.papers] == ["A Study", "More"]


def test_what_is_left_is_told() -> None:
    """Lines that no rule takes, and values that are read otherwise, are told and printed."""
    text = "Hello.\n\n" * 7 + "# T\n\n## A Study\n\nBy Ada Byron et al.\n"
    learned = learn_dialect(
        "x", text, [Paper("A Study", "https://example.org/not-there", authors=["Ada Byron"])]
    )
    assert [line.number for line in learned.unread] == [1, 3, 5, 7, 9, 11, 13, 17]
    assert learned.differences == ("A Study: url is read as None",)
    assert learned.digest.papers[0].authors == ("Ada Byron",)
    assert str(learned).startswith(
        "# Parses 1 paper. Not fully parsed: 8 lines.\n# A Study: url is read as None\n# 1: Hello.\n"
    )
    assert "# ...\nDialect(" in str(learned)


@pytest.mark.parametrize(
    ("papers", "error", "message"),
    [
        ([Paper("Other")], ValueError, "papers: the title 'Other' is not in the text; write"),
        ([], ValueError, "papers: none was found in the text; pass one"),
        (["A"], TypeError, r"papers\[0\]: 'A' is a str; expected a Paper"),
        (Paper("A"), TypeError, r"papers: one Paper found; pass a list, \[Paper\(...\)\]"),
        (None, TypeError, r"papers: NoneType found; pass a list, \[Paper\(...\)\], or leave it out"),
    ],
)  # fmt: skip
def test_what_is_refused(papers: list[Paper], error: type[Exception], message: str) -> None:
    """What cannot be learned from is refused, with what to give."""
    with pytest.raises(error, match=message):
        learn_dialect("x", "Nothing to see. A\n", papers)


LINES = st.sampled_from(["# A", "## A", "- A", "| A | b |", "**A**", "A", "1. A, B. C", "[A](b)", "", "x: y", "**x:** y", "---", "```", "text A text", "A (2) b", "B, C | 2", "  2 2024-03-01", "A. B. 2, b", "<b>A</b> b"])  # fmt: skip


@given(
    lines=st.lists(LINES, max_size=9),
    url=st.sampled_from([None, "b", "c"]),
    authors=st.sampled_from([(), ("B",), ("B", "C")]),
    votes=st.sampled_from([None, 2]),
    published=st.sampled_from([None, datetime.date(2024, 3, 1)]),
)
def test_whatever_is_learned_writes_the_text_back(
    lines: list[str],
    url: str | None,
    authors: tuple[str, ...],
    votes: int | None,
    published: datetime.date | None,
) -> None:
    """Any text and example give a dialect that loses nothing, or a ValueError that says why."""
    text = "\n".join(lines)
    try:
        example = Paper("A", url, votes, authors, published=published)
        learned = learn_dialect("x", text, [example])
    except ValueError as refused:
        message = str(refused)
        event("refused")
    else:
        message = ""
    if message:
        assert message.startswith("papers: ")
        return
    assert "A" in [paper.title for paper in learned.digest.papers]
    assert serialize_digest(learned.digest) == text


def test_values_that_no_rule_can_tell_apart() -> None:
    """Values with nothing between them are refused, in words that say what to do."""
    message = "papers: no rule can tell the values of 'A' from each other; leave some of them out"
    with pytest.raises(ValueError, match=message):
        learn_dialect("x", "- AB\n", [Paper("A", authors=["B"])])
    with pytest.raises(ValueError, match=r"Dialect\.name: it is empty"):
        learn_dialect("", "- A\n", [Paper("A")])


def test_pieces_of_lines() -> None:
    """Labels in any emphasis and links around a URL are found."""
    assert labelled("**Idea**: x") == ("**", "**:")
    assert labelled("  - Idea: x") == ("  - ", ":")
    assert labelled("no label") is None
    assert link_around("[a](u)", 4, 5) == (0, 6)
    assert link_around("a](u)", 3, 4) is None
    assert link_around("<u>", 1, 2) is None


def test_values_that_are_not_in_the_text() -> None:
    """What an example has and the text lacks is not looked for further."""
    text = "# On 26 August 2024 we met\n\n## A Study\n\nText.\n"
    example = Paper("A Study", votes=7, links=[Link("code", B)], fields=[Field("x", "y")])
    learned = learn_dialect("x", text, [example])
    assert [paper.title for paper in learned.digest.papers] == ["A Study"]
    assert learned.digest.date is None
    assert learned.differences == (
        "A Study: votes is read as None",
        "A Study: the field 'x' is not read",
        "A Study: the link 'code' is not read",
    )


@pytest.mark.parametrize("near", ["", "| A B | 2 |\n"])
def test_a_title_that_no_rule_can_hold(near: str) -> None:
    """A title that the rule for its line does not read is refused, with one that is near."""
    text = f"| Title | N |\n|---|---|\n| A*B | 1 |\n{near}"
    hint = "; a title that is read is 'A B'" if near else ""
    message = f"papers: no rule could be made for the title 'A*B'{hint}; write it as it is"
    with pytest.raises(ValueError, match=re.escape(message)):
        learn_dialect("x", text, [Paper("A*B")])


#: What rows hold beside a title, and the example.
ROWS: dict[str, tuple[str, Paper]] = {
    "a title over two lines": (
        f"| T | L |\n|---|---|\n| A\n  Study | [x]({A}) |\n| More | [x]({B}) |\n| Much\n  more | |\n",
        Paper("A Study", A),
    ),
    "prose": (
        f"| T | L |\n|---|---|\n| 1) **A Study** - A f(x|y) here. | [x]({A}) |\n| 2) More - B | [x]({B}) |\n| 3) **Much more**  C | |\n",
        Paper("A Study", A),
    ),
    "links after words": (
        f"| T | N |\n|---|---|\n| A Study (Read on [x]({A}) or [y]({B}))| a |\n| More (Read on [x]({B}))| b |\n| Much more | c |\n",
        Paper("A Study", A),
    ),
    "a link after other words": (
        f"| T |\n|---|\n| A Study: see [x]({A}) |\n| More: read [x]({B}) |\n| Much more |\n",
        Paper("A Study", A),
    ),
    "two spaces": (
        f"| T | L |\n|---|---|\n| A Study  a b | [x]({A}) |\n| More  b | [x]({B}) |\n| Much more | |\n",
        Paper("A Study", A),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "example"), ROWS.values(), ids=ROWS)
def test_rows_hold_more_than_titles(text: str, example: Paper) -> None:
    """A title in a row may go on in the next line, and prose or links may be behind it."""
    learned = learn_dialect("x", text, [example])
    papers = learned.digest.papers
    assert [paper.title for paper in papers] == ["A Study", "More", "Much more"]
    assert [paper.url for paper in papers] == [A, B, None]
    assert serialize_digest(learned.digest) == text
    assert eval(str(learned), dict(NAMES)) == learned.dialect
    first = papers[0].replace(title="Another")
    written = serialize_digest(learned.digest.replace(papers=[first, *papers[1:]]))
    assert parse_digest(written, dialect=learned.dialect).papers == (first, *papers[1:])


def test_prose_in_a_row_is_a_section() -> None:
    """The text behind a title is a section, with its bars; of two links the label is kept."""
    (first, *_) = learn_dialect("x", *example_of("prose")).digest.papers
    assert [section.text for section in first.sections] == ["A f(x|y) here."]
    (first, *_) = learn_dialect("x", *example_of("links after words")).digest.papers
    assert first.links == (Link("y", B),)


def example_of(name: str) -> tuple[str, list[Paper]]:
    """Return a text of rows and its example."""
    text, example = ROWS[name]
    return text, [example]


def test_a_title_over_two_lines_of_a_list() -> None:
    """A title that goes on in the next line of its item is learned, and is one line as a value."""
    text = f"- A Study\n  of Otters <{A}>\n- More <{B}>\n- Much\n  more <{B}>\n"
    learned = learn_dialect("x", text, [Paper("A Study of Otters", A)])
    titles = [paper.title for paper in learned.digest.papers]
    assert titles == ["A Study of Otters", "More", "Much more"]
    assert serialize_digest(learned.digest) == text


def test_main_links_of_two_sites() -> None:
    """Where two examples have their main links in one column, but at different sites, both count."""
    other = "https://example.com/b"
    text = f"| T | L |\n|---|---|\n| A Study | [x]({A}) |\n| More | [x]({other}) |\n"
    learned = learn_dialect("x", text, [Paper("A Study", A), Paper("More", other)])
    assert [paper.url for paper in learned.digest.papers] == [A, other]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_learned(name: str) -> None:
    """One or two papers of an example text give a dialect that reads the others."""
    digest = parse_digest(EXAMPLES[name])
    papers = [paper for paper in digest.papers if paper.title]
    found: list[float] = []
    for chosen in ([papers[0]], [papers[0], papers[len(papers) // 2]]):
        examples = [Paper(p.title, p.url, authors=p.authors, votes=p.votes) for p in chosen]
        learned = learn_dialect("x", EXAMPLES[name], examples)
        assert serialize_digest(learned.digest) == EXAMPLES[name]
        titles = {paper.title for paper in learned.digest.papers}
        found.append(sum(paper.title in titles for paper in papers) / len(papers))
    assert max(found) >= 0.95


@pytest.mark.parametrize("end", ["\n", ""])
def test_words_right_above_the_table_of_an_example(end: str) -> None:
    """They are in no row, so the table is learned without them, up to the end of the text."""
    text = (
        "# T\n\nWhat we vote on:\n| Title | Votes |\n|---|---|\n| A Study of Rivers | 3 |\n"
        f"| A Study of Lakes | 4 |{end}"
    )
    learned = learn_dialect("club", text, papers=[Paper("A Study of Rivers", votes=3)])
    papers = parse_digest(text, dialect=learned.dialect).papers
    assert [(paper.title, paper.votes) for paper in papers] == [
        ("A Study of Rivers", 3),
        ("A Study of Lakes", 4),
    ]


def test_values_that_the_text_does_not_give() -> None:
    """Names and a day that no line has give no rules, and the report says so."""
    text = "# T\n\n## A Study\n\nby Ada Byron\n\n## More\n\nby Emmy Noether\n"
    paper = Paper("A Study", authors=["Carl Gauss"], published=datetime.date(2024, 8, 26))
    learned = learn_dialect("club", text, papers=[paper])
    assert not learned.dialect.rules_of("published")
    assert not learned.dialect.rules_of("authors")
    assert "published is read as None" in str(learned)


@pytest.mark.parametrize(
    "head", ["- [{i}]({u}) {t}", "### {i} - {t}\n\n{u}\n", "**[{i}]({u})** {t}\n"]
)
def test_an_identifier_before_the_title(head: str) -> None:
    """An arXiv identifier before a title is that of each paper, and is written with new ones."""
    address = "https://arxiv.org/abs/"
    items = [("Bees Count", "2401.00012"), ("Ants Turn", "1802.00345"), ("Moths Fly", "2312.67890")]
    text = "# L\n\n" + "".join(
        head.format(t=title, i=number, u=address + number) + "\n" for title, number in items
    )
    learned = learn_dialect("x", text, [Paper(items[0][0], address + items[0][1])])
    digest = parse_digest(text, dialect=learned.dialect)
    assert [(paper.title, paper.arxiv_id) for paper in digest.papers] == items
    more = digest.insert(0, Paper("Wasps Build", f"{address}2402.00001"))
    written = serialize_digest(more)
    assert (
        head.partition("\n")[0].format(t="Wasps Build", i="2402.00001", u=f"{address}2402.00001")
        in written
    )
    assert parse_digest(written, dialect=learned.dialect) == more


def test_an_identifier_before_a_title_with_words_behind() -> None:
    """What follows the title may differ, and so may the identifier."""
    address = "https://arxiv.org/abs/"
    items = [("Bees Count", "2401.00012", "twice"), ("Ants Turn", "cs/9901001", "in part")]
    text = "# L\n\n" + "".join(
        f"- [{number}]({address}{number}) {title} (read {how})\n" for title, number, how in items
    )
    learned = learn_dialect("x", text, [Paper(items[0][0], address + items[0][1])])
    digest = parse_digest(text, dialect=learned.dialect)
    assert [(paper.title, paper.arxiv_id) for paper in digest.papers] == [
        (title, number) for title, number, _ in items
    ]
    edited = digest.replace_paper(digest.papers[1], title="Ants March")
    assert serialize_digest(edited) == text.replace("Ants Turn", "Ants March")


@pytest.mark.parametrize("ending", ["  \n", "\r\n", "\r"])
def test_headings_are_found_whatever_ends_their_lines(ending: str) -> None:
    """White space at the end of a heading and other line endings change nothing that is learned."""
    text = f"# Club, 4 March 2025\n\n## Models\n\n1. A Study <{A}>\n\n## Games\n\n1. More <{B}>\n"
    plain = learn_dialect("x", text, [Paper("A Study", A)])
    assert plain.digest.date == datetime.date(2025, 3, 4)
    assert [paper.category for paper in plain.digest.papers] == ["Models", "Games"]
    learned = learn_dialect("x", text.replace("\n", ending), [Paper("A Study", A)])
    assert (learned.digest, str(learned)) == (plain.digest, str(plain))


SCORES = (
    "| Score | Paper | Who | Note |\n|---|---|---|---|\n"
    f"| 12 pts | **[A Study]({A})** `cs.LG` | *Ada Byron, Carl Gauss* | Small. |\n"
    f"| 3 pts | **[More]({B})** `cs.CL` | *Emmy Noether* | Big. |\n"
    f"| | [Much more]({B}) | | |\n"
)


@pytest.mark.parametrize("label", ["Note", "Remark"])
def test_all_values_of_a_row(label: str) -> None:
    """The example says whether a cell is a section, and a category is found behind the title."""
    example = Paper("A Study", A, 12, ADA, "cs.LG", sections=[Section(label, "Small.")])
    learned = learn_dialect("x", SCORES, [example])
    assert learned.differences == ()
    assert learned.digest.papers == (
        example,
        Paper("More", B, 3, ["Emmy Noether"], "cs.CL", sections=[Section(label, "Big.")]),
        Paper("Much more", B),
    )
    example = example.replace(sections=(), fields=[Field(label, "Small.")])
    assert learn_dialect("x", SCORES, [example]).digest.papers[0] == example


@pytest.mark.parametrize(
    ("paper", "row"),
    [
        (Paper("New", A, 5), f"| 5 pts | **[New]({A})** |  |  |"),
        (Paper("New", A, authors=ADA), f"|  | **[New]({A})** | *Ada Byron, Carl Gauss* |  |"),
        (Paper("New", A, category="cs.AI"), f"|  | **[New]({A})** `cs.AI` |  |  |"),
    ],
)
def test_marks_in_a_row_are_written(paper: Paper, row: str) -> None:
    """A new row has the marks and words around the values that it has, and no others."""
    example = Paper("A Study", A, 12, ADA, "cs.LG")
    digest = learn_dialect("x", SCORES, [example]).digest
    assert f"\n{row}\n" in serialize_digest(digest.insert(1, paper))


def test_marks_around_a_title_in_a_row() -> None:
    """A title in bold is written in bold, and so is a category with a column of its own."""
    text = "| T | C |\n|---|---|\n| **A Study** | (AI) |\n| **More** | (ML) |\n"
    digest = learn_dialect("x", text, [Paper("A Study", category="AI")]).digest
    assert [paper.category for paper in digest.papers] == ["AI", "ML"]
    more = digest.insert(2, Paper("New", category="CV"))
    assert serialize_digest(more) == f"{text}| **New** | (CV) |\n"


@pytest.mark.parametrize("line", ["Topic: {}", "[{}]", "- **Topic:** `{}`"])
def test_a_category_below_a_title(line: str) -> None:
    """A line with the category of the example is one of each paper."""
    text = f"## A Study\n\nOn AI.\n{line.format('AI')}\n\n## More\n\nOn ML.\n{line.format('ML')}\n"
    learned = learn_dialect("x", text, [Paper("A Study", category="AI")])
    assert [paper.category for paper in learned.digest.papers] == ["AI", "ML"]
    assert learned.differences == ()


@pytest.mark.parametrize("line", ["{}", "- {}", "{}.", "More on {}", "[{}] and more"])
def test_a_category_that_nothing_tells_from_text(line: str) -> None:
    """A line that could be any text is not one of the category, and the report says so."""
    text = f"## A Study\n\n{line.format('AI')}\n\n## More\n\nText.\n"
    learned = learn_dialect("x", text, [Paper("A Study", category="AI")])
    assert learned.differences == ("A Study: category is read as None",)
    assert learned.digest.papers[1].sections == (Section(None, "Text."),)


def test_every_value_that_is_parsed_differently_is_told() -> None:
    """Whatever an example has and the dialect does not parse is named, of items each one."""
    example = Paper(
        "A Study", votes=0, category="AI", media=[Media("image", "i.png"), Media("video", "v.mp4", "See")],
        sections=[Section("Idea", "x"), Section(None, "Text.")], links=[Link("", B)],
    )  # fmt: skip
    learned = learn_dialect("x", "## A Study\n\n## More\n", [example])
    assert learned.differences == (
        "A Study: votes is read as None",
        "A Study: category is read as None",
        "A Study: the image 'i.png' is not read",
        "A Study: the video 'See' is not read",
        "A Study: the section 'Idea' is not read",
        "A Study: the section 'Text.' is not read",
        f"A Study: the link {B!r} is not read",
    )
    assert "# A Study: the section 'Idea' is not read\n" in str(learned)


FOUNT = (
    f"★ *A Study* — Ada Byron, Carl Gauss (2025-05-01)\n↳ {A} | 🗳 7\nShort.\n\n"
    f"★ *More* — Cy Day (2025-05-02)\n↳ {B} | 🗳 2\nLong.\n"
)


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(
    "other", [Paper("More", B, 2), Paper("More", authors=["Cy Day"]), Paper("More")]
)
def test_an_example_that_is_read_needs_no_rules(other: Paper, reverse: bool) -> None:
    """Another example adds no rules where those of one with more values read it as it is given."""
    first = Paper("A Study", A, 7, ADA, published=datetime.date(2025, 5, 1))
    alone = learn_dialect("x", FOUNT, [first])
    examples = [other, first] if reverse else [first, other]
    assert learn_dialect("x", FOUNT, examples) == alone
    assert alone.digest.papers[1].authors == ("Cy Day",)
    text = f"- A Study\n  by Ada Byron; Carl Gauss\n  at {A}\n- More\n  by Cy Day\n  at {B}\n"
    examples = [Paper("A Study", A, authors=ADA), other.replace(votes=None)]
    assert learn_dialect("x", text, examples) == learn_dialect("x", text, examples[:1])


def test_examples_that_need_rules_share_what_they_can() -> None:
    """Two forms give two rules for heads, but one for the lines that both have."""
    text = f"- A Study\n  by Ada Byron; Carl Gauss\n  at {A}\n\n### More\n  by Cy Day\n  at {B}\n"
    examples = [Paper("A Study", A, authors=ADA), Paper("More", B, authors=["Cy Day"])]
    learned = learn_dialect("x", text, examples)
    assert learned.digest.papers == tuple(examples)
    assert len(learned.dialect.rules_of("paper")) == 2
    assert len(learned.dialect.rules_of("authors")) == 1


def test_an_example_that_other_rules_read_otherwise_is_told() -> None:
    """Values that no rule of any example reads are told for each example."""
    examples = [Paper("A Study", A, 8), Paper("More", B, 3)]
    learned = learn_dialect("x", FOUNT, examples)
    assert learned.differences == (
        "A Study: votes is read as None",
        "More: votes is read as None",
    )


def test_main_links_of_two_sites_beside_other_links() -> None:
    """Where a cell has several links, the sites of all examples that need it tell the main one."""
    other, code = "https://example.com/b", "https://example.net/c"
    text = f"| T | L |\n|---|---|\n| A Study | [c]({code}) [x]({A}) |\n| More | [c]({code}) [x]({other}) |\n"
    learned = learn_dialect("x", text, [Paper("A Study", A), Paper("More", other)])
    assert [paper.url for paper in learned.digest.papers] == [A, other]
    assert [paper.links for paper in learned.digest.papers] == [(Link("c", code),)] * 2


def test_names_and_words_in_a_cell() -> None:
    """A cell with names is read as names, words and all; one with a category and words is a field."""
    text = "| T | N | C |\n|---|---|---|\n| A Study | Ada Byron et al. | on AI |\n| More | Emmy N. | on ML |\n"
    example = Paper("A Study", authors=["Ada Byron"], category="AI")
    learned = learn_dialect("x", text, [example])
    assert learned.differences == (
        "A Study: authors is read as ('Ada Byron et al.',)",
        "A Study: category is read as None",
    )
    assert learned.digest.papers[1] == Paper(
        "More", authors=["Emmy N."], fields=[Field("C", "on ML")]
    )
