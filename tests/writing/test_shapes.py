"""Every shape that a rule can parse, it can write: values in the head and behind others."""

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Cell,
    Dialect,
    Digest,
    DigestWriteError,
    Link,
    Paper,
    Rule,
    Section,
    parse_digest,
    serialize_digest,
)
from tests.drawn import Drawn, drawn
from tests.drawn_rows import drawn_rows

DAY = datetime.date(2024, 1, 2)

#: A main link on a line of its own, beside other links.
LINES = Dialect(
    "lines",
    [
        Rule("digest", "# {title}"),
        Rule("paper", "## {title}", before=1),
        Rule("votes", "Votes: {votes}"),
        Rule("link", "Paper: <{url}>", main=True),
        Rule("link", "- {label}: <{url}>"),
        Rule("section", "{label} -- {text}", before=1),
    ],
)

#: Values beside the title, where there are any.
BESIDE = Dialect(
    "beside",
    [
        Rule("digest", "# {title}"),
        Rule("paper", ("## {title} by {authors} ({votes})", "## {title} by {authors}"), before=1),
    ],
)

#: Several values on the line below the title.
BELOW = Dialect(
    "below",
    [
        Rule("digest", "# {title}"),
        Rule("paper", "{n}. {title}\n*{authors}* [[pdf]({url})], {published}", before=1),
    ],
)

#: Values that follow the names in their line.
BEHIND = Dialect(
    "behind",
    [
        Rule("digest", "# {title}"),
        Rule("paper", "{n}. {title}", before=1),
        Rule("authors", "*{authors}*", pattern=r"\*(?P<authors>[^*\n]+)\*"),
        Rule("link", " [[{label}]({url})]", inline=True),
        Rule("published", ", {published}", inline=True),
    ],
)


def rewritten(text: str, dialect: Dialect, **changes: object) -> str:
    """Parse a text, change its first paper, write it, and hold it against what is read back."""
    digest = parse_digest(text, dialect=dialect)
    paper = attrs.evolve(digest.papers[0], **changes)  # type: ignore[arg-type]
    digest = attrs.evolve(digest, papers=[paper, *digest.papers[1:]])
    written = serialize_digest(digest)
    assert parse_digest(written, dialect=dialect) == digest
    return written


def test_a_main_link_has_a_line_of_its_own() -> None:
    """A main link is written on its own line where the head has no place for it, once."""
    links = [Link("Code: new", "https://b.org")]
    paper = Paper("A", "https://a.org", 3, links=links, sections=[Section("Idea", "x")])
    digest = Digest("T", papers=[paper, Paper("B", "https://c.org"), Paper("C")])
    text = serialize_digest(digest, dialect=LINES)
    assert text == (
        "# T\n\n## A\nVotes: 3\nPaper: <https://a.org>\n- Code: new: <https://b.org>\n\n"
        "Idea -- x\n\n## B\nPaper: <https://c.org>\n\n## C\n"
    )
    assert parse_digest(text, dialect=LINES) == digest
    assert serialize_digest(parse_digest(text, dialect=LINES), canonical=True) == text


def test_a_main_link_may_have_a_label() -> None:
    """The label of a main link is no value, so that the rule's own or any other is written."""
    for rule, line in (
        (Rule("link", "- {label}: <{url}>", main=True), "- Link: <https://a.org>"),
        (Rule("link", "- {label}: <{url}>", main=True, label="PDF"), "- PDF: <https://a.org>"),
    ):
        dialect = Dialect("labels", [Rule("paper", "## {title}", before=1), rule])
        digest = Digest(papers=[Paper("A", "https://a.org")])
        assert serialize_digest(digest, dialect=dialect) == f"## A\n{line}\n"
    rules = [Rule("paper", "## {title}"), Rule("link", pattern="(?P<url>http.+)", main=True)]
    with pytest.raises(DigestWriteError, match=r"url: 'https://a\.org' would be lost"):
        serialize_digest(Digest(papers=[Paper("A", "https://a.org")]), dialect=Dialect("x", rules))


def test_a_main_link_is_added_on_its_own_line() -> None:
    """A main link that a paper did not have goes where the dialect has it."""
    text = "# T\n\n## A\nVotes: 3\n- Code: <https://b.org>\n\n## B\n"
    assert rewritten(text, LINES, url="https://a.org") == text.replace(
        "Votes: 3\n", "Votes: 3\nPaper: <https://a.org>\n"
    )


@pytest.mark.parametrize(
    ("changes", "head"),
    [
        ({"authors": ["C"]}, "## A by C (3)"),
        ({"votes": 4}, "## A by B, C (4)"),
        ({"votes": 4, "authors": ["C"], "title": "D"}, "## D by C (4)"),
        ({"votes": None}, "## A by B, C"),
    ],
)
def test_values_beside_the_title(changes: dict[str, object], head: str) -> None:
    """A value in the head of a paper is changed in place; without it, another form is written."""
    text = "# T\n\n## A by B, C (3)\n\nA note.\n\n## D by E\n"
    assert rewritten(text, BESIDE, **changes) == text.replace("## A by B, C (3)", head)


def test_a_value_is_added_beside_the_title() -> None:
    """Where another form of the head has a value, that form is written to add it."""
    assert rewritten("# T\n\n## A by B\n", BESIDE, votes=3) == "# T\n\n## A by B (3)\n"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"authors": ["D"]}, "*D* [[pdf](https://a.org)], 2023-08-01"),
        ({"published": DAY}, "*B, C* [[pdf](https://a.org)], 2024-01-02"),
        ({"url": "https://e.org"}, "*B, C* [[pdf](https://e.org)], 2023-08-01"),
    ],
)
def test_several_values_on_a_line(changes: dict[str, object], line: str) -> None:
    """Each of several values on the line below a title is parsed, and changed in its place."""
    text = "# T\n\n1. A\n*B, C* [[pdf](https://a.org)], 2023-08-01\n"
    old = text.splitlines()[-1]
    assert rewritten(text, BELOW, **changes) == text.replace(old, line)
    assert serialize_digest(parse_digest(text, dialect=BELOW), canonical=True) == text


def test_values_behind_names() -> None:
    """What follows a value in its line is written in that line: anew, added, or in their form."""
    links = [Link("pdf", "https://a.org")]
    paper = Paper("A", authors=["B", "C"], links=links, published=DAY)
    digest = Digest("T", papers=[paper, Paper("D")])
    text = "# T\n\n1. A\n*B, C* [[pdf](https://a.org)], 2024-01-02\n\n2. D\n"
    assert serialize_digest(digest, dialect=BEHIND) == text
    assert serialize_digest(parse_digest(text, dialect=BEHIND), canonical=True) == text
    bare = "# T\n\n1. A\n*B, C*\n\n2. D\n"
    assert rewritten(bare, BEHIND, links=links, published=DAY) == text


@given(drawn() | drawn_rows(), st.data())
def test_what_is_parsed_can_be_written(dialect: Drawn, data: st.DataObject) -> None:
    """A dialect writes whatever its rules have a place for, and reads it back as it was."""
    digest = data.draw(dialect.digests)
    text = serialize_digest(digest, dialect=dialect.dialect)
    read = parse_digest(text, dialect=dialect.dialect)
    assert read == digest
    assert serialize_digest(read, canonical=True) == text


@given(drawn() | drawn_rows(), st.data())
def test_what_is_parsed_can_be_changed(dialect: Drawn, data: st.DataObject) -> None:
    """Whatever a dialect has a place for can be put into a text of it, in place of other values."""
    digest = data.draw(dialect.digests)
    read = parse_digest(serialize_digest(digest, dialect=dialect.dialect), dialect=dialect.dialect)
    other = data.draw(dialect.digests)
    pairs = zip(read.papers, other.papers, strict=False)
    changed = [attrs.evolve(old, **values_of(new)) for old, new in pairs]
    rest = [*read.papers[len(changed) :], *other.papers[len(changed) :]]
    papers = data.draw(
        st.sampled_from((other.papers, changed, [*changed, *rest], [*rest, *changed[::-1]]))
    )
    edited = data.draw(
        st.sampled_from(
            (
                attrs.evolve(read, papers=papers),
                attrs.evolve(read, title=other.title, date=other.date, end_date=other.end_date),
            )
        )
    )
    assert parse_digest(serialize_digest(edited), dialect=dialect.dialect) == edited


def values_of(paper: Paper) -> dict[str, Any]:
    """Return the values of a paper by the names of its attributes."""
    return {each.name: getattr(paper, each.name) for each in attrs.fields(Paper) if each.eq}


def test_papers_without_a_category_follow_others() -> None:
    """Where a paper can have its category itself, no group is opened that the next is not in."""
    rules = [Rule("group", "# {category}"), Rule("category", "In {category}")]
    dialect = Dialect("groups", [Rule("paper", "## {title}", before=1), *rules])
    digest = Digest(papers=[Paper("A", category="V"), Paper("B")])
    text = serialize_digest(digest, dialect=dialect)
    assert text == "## A\nIn V\n\n## B\n"
    assert parse_digest(text, dialect=dialect) == digest


def test_a_new_form_of_a_head_has_its_own_bullet() -> None:
    """A head in another form keeps the bullet of the old one only where it is a head with it."""
    dialect = Dialect(
        "bullets", [Rule("paper", each) for each in ("+ [{title}]({url})", "- {title}.")]
    )
    digest = parse_digest("+ [A](https://a.org)\n+ [B](https://b.org)\n", dialect=dialect)
    changed = digest.replace_paper(digest.papers[0], url=None)
    assert serialize_digest(changed) == "- A.\n+ [B](https://b.org)\n"


def test_a_path_in_brackets_is_no_tag() -> None:
    """A line that takes the place of a path in angle brackets has its blank line above."""
    rules = [
        Rule("media", "M: <{url}>", after_blank=True),
        Rule("published", "P: {published}", after_blank=True),
    ]
    dialect = Dialect("blanks", [Rule("paper", "# {title}"), *rules])
    digest = parse_digest("# A\n\nM: </c/d.png>\n", dialect=dialect)
    changed = digest.replace_paper(digest.papers[0], media=[], published=datetime.date(2024, 8, 26))
    assert serialize_digest(changed) == "# A\n\nP: 2024-08-26\n"


def test_a_heading_of_a_group_leaves_the_head_to_a_link() -> None:
    """Of two forms, one that says the category as the heading above it does is no better."""
    rules = [Rule("paper", "## {title} in {category}"), Rule("paper", "## [{title}]({url})")]
    dialect = Dialect("forms", [*rules, Rule("group", "# {category}")])
    paper = Paper("A", "https://a.org", category="V")
    text = serialize_digest(Digest(papers=[paper]), dialect=dialect)
    assert text == "# V\n## [A](https://a.org)\n"
    assert parse_digest(text, dialect=dialect).papers == (paper,)


def test_what_applies_above_sections_is_written_above_them() -> None:
    """A rule for lines before the first section may come after the rules for sections."""
    rules = [Rule("section", "- {text}"), Rule("votes", "+{votes}")]
    dialect = Dialect("order", [Rule("paper", "## {title}", before=1), *rules])
    digest = Digest(papers=[Paper("A", votes=3, sections=[Section(None, "x")])])
    assert serialize_digest(digest, dialect=dialect) == "## A\n+3\n- x\n"


def test_the_form_of_a_head_that_holds_most() -> None:
    """Of two forms, the one is written that has what no other line has a place for."""
    heads = [Rule("paper", "## {title} ({votes})"), Rule("paper", "* {title} <{url}>")]
    dialect = Dialect("forms", [*heads, Rule("votes", "+{votes}")])
    digest = Digest(papers=[Paper("A", "https://a.org", 3)])
    assert serialize_digest(digest, dialect=dialect) == "* A <https://a.org>\n+3\n"


def test_a_template_in_a_cell_is_found_more_than_once() -> None:
    """A rule of a cell applies anywhere in the cell, also if its pattern follows from a template."""
    cell = Cell("links", rules=[Rule("link", "[{label}]({url})")], join=", ")
    dialect = Dialect("cells", [Rule("paper", "| {title} | {links} |")], cells=[cell])
    text = "| A | [Code](https://b.org), [Data](https://c.org) |\n"
    digest = parse_digest(text, dialect=dialect)
    assert [link.label for link in digest.papers[0].links] == ["Code", "Data"]
    assert serialize_digest(digest, canonical=True) == text
