"""A paper's text: what is edited in it, and what is said of one that no text can hold."""

import attrs
import pytest

from paperdigest import Cell, Dialect, Digest, Paper, Rule, Section, parse_digest, serialize_digest
from tests.samples import EXAMPLES, refusal


def test_every_value_that_a_head_needs_is_named() -> None:
    """Where a paper lacks several values, the refusal names those of the form that needs fewest."""
    rule = Rule(
        "paper", ["# {title} <{url}> by {authors} +{votes}", "# {title} by {authors} +{votes}"]
    )
    dialect = Dialect("notes", [rule])
    assert refusal(Digest(papers=[Paper("A")]), dialect) == [
        "Digest.papers[0].authors: () found; notes needs a value here",
        "Digest.papers[0].votes: None found; notes needs a value here",
    ]


def test_a_cell_that_a_row_needs_is_named_by_its_attribute() -> None:
    """A cell is no value, so what it holds is named: links, fields, sections, or the identifier."""
    dialect = Dialect(
        "notes",
        [Rule("paper", "| {id} | {title} | {a} | {b} |")],
        cells=[
            Cell("a", rules=[Rule("link", "[{label}]({url})")]),
            Cell("b", kind="field", label="B"),
        ],
    )
    assert refusal(Digest(papers=[Paper("A")]), dialect) == [
        "Digest.papers[0].url: None found; notes needs a value here",
        "Digest.papers[0].links: () found; notes needs a value here",
        "Digest.papers[0].fields: () found; notes needs a value here",
    ]


def test_a_dialect_without_a_template_writes_no_paper() -> None:
    """Where no rule has a template for a head, no value helps, and the paper is refused."""
    dialect = Dialect("notes", [Rule("paper", pattern="# (?P<title>.+)")])
    assert refusal(Digest(papers=[Paper("A")]), dialect) == [
        "Digest.papers[0].title: 'A' cannot be written: no rule in notes has a template for it"
    ]


def test_a_value_whose_line_is_another_block_is_named() -> None:
    """A value is refused by its name where its own line would start something else."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "## {title}"),
            Rule("end", pattern="# [0-9]+"),
            Rule("category", "# of {category}"),
            Rule("votes", "# {votes}"),
        ],
    )
    paper = Paper("A", votes=3, category="cs.CL")
    with pytest.raises(ValueError, match=r"\.votes: 3 would be read as something else") as refused:
        serialize_digest(Digest(papers=[paper]), dialect=dialect)
    assert "category" not in str(refused.value)
    written = serialize_digest(Digest(papers=[Paper("A", category="cs.CL")]), dialect=dialect)
    assert written == "## A\n# of cs.CL\n"


def test_a_link_on_a_line_of_its_own_goes() -> None:
    """Where the main link is below the title, its line goes with it."""
    text = (
        "# Today\n\n## Adam\n\nAuthors: Diederik P. Kingma, Jimmy Ba\n"
        "Link: https://arxiv.org/abs/1412.6980\n\nSummary: Moments.\n"
    )
    digest = parse_digest(text, dialect="general")
    assert digest.papers[0].url == "https://arxiv.org/abs/1412.6980"
    written = serialize_digest(digest.replace_paper(digest.papers[0], url=None))
    assert written == text.replace("\nLink: https://arxiv.org/abs/1412.6980", "")


def test_a_link_that_is_not_closed_goes() -> None:
    """A damaged heading is rewritten, since no part of it could go alone."""
    text = "## Daily Papers\n\n### [A](https://a.org\n\nVote: 3\n"
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[0], url=None))
    assert written == "## Daily Papers\n\n### A\n\nVote: 3\n"


CHAPTERS = Dialect(
    "notes",
    [
        Rule("paper", "## {title}"),
        Rule("end", pattern="# [0-9]+"),
        Rule("votes", "# {votes}"),
        Rule("category", "~ {category}"),
        Rule("authors", "# {authors}"),
        Rule("section", "- {text}"),
    ],
)


def test_each_value_that_is_another_block_is_named_once() -> None:
    """Of many values those that break the paper are named with their place, and no others."""
    sections = [Section(None, "a\n# 5"), Section(None, "b"), Section(None, "c\n## D")]
    paper = Paper("A", votes=3, category="x", authors=["7", "B"], sections=sections)
    assert refusal(Digest(papers=[paper]), CHAPTERS) == [
        "Digest.papers[0].votes: 3 would be read as something else in notes",
        "Digest.papers[0].authors[0]: '7' would be read as something else in notes",
        "Digest.papers[0].sections[0]: Section(text='a\\n# 5') "
        "would be read as something else in notes",
        "Digest.papers[0].sections[2]: Section(text='c\\n## D') "
        "would be read as something else in notes",
    ]
    written = serialize_digest(Digest(papers=[paper]), dialect=CHAPTERS, lossy=True)
    assert written == "## A\n~ x\n- b\n"


def test_a_category_that_is_another_block_is_named() -> None:
    """A category whose line ends the papers is named, and the votes beside it are not."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "## {title}"),
            Rule("end", pattern="# [0-9]+"),
            Rule("votes", "+{votes}"),
            Rule("category", "# {category}"),
        ],
    )
    paper = Paper("A", votes=3, category="7")
    assert refusal(Digest(papers=[Paper("B"), paper]), dialect) == [
        "Digest.papers[1].category: '7' would be read as something else in notes"
    ]
    kept = serialize_digest(Digest(papers=[paper]), dialect=dialect, lossy=True)
    assert kept == "## A\n+3\n"


def test_a_title_that_is_another_block_is_blamed_alone() -> None:
    """Where a paper is none even with its title alone, its other values are not blamed."""
    dialect = Dialect(
        "notes",
        [Rule("end", pattern="## End"), Rule("paper", "## {title}"), Rule("votes", "+{votes}")],
    )
    assert refusal(Digest(papers=[Paper("End", votes=3)]), dialect) == [
        "Digest.papers[0].title: 'End' would be read as something else in notes"
    ]


def test_a_value_is_blamed_beside_a_link_that_there_must_be() -> None:
    """Values are tried with the paper's link, which a dialect may ask for."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "## {title} <{url}>"),
            Rule("end", pattern=r"\+9"),
            Rule("votes", "+{votes}"),
        ],
    )
    assert refusal(Digest(papers=[Paper("A", "/a", votes=9)]), dialect) == [
        "Digest.papers[0].votes: 9 would be read as something else in notes"
    ]


def test_values_that_are_another_block_together_blame_the_title() -> None:
    """Where each value alone could be written, it is the paper that is refused."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "## {title}"),
            Rule("end", pattern=r"\+1\n~ x"),
            Rule("votes", "+{votes}"),
            Rule("category", "~ {category}"),
        ],
    )
    assert serialize_digest(Digest(papers=[Paper("A", votes=1)]), dialect=dialect) == "## A\n+1\n"
    assert refusal(Digest(papers=[Paper("A", votes=1, category="x")]), dialect) == [
        "Digest.papers[0].title: 'A' would be read as something else in notes"
    ]


def test_a_value_that_the_head_holds_is_blamed() -> None:
    """Without a form for title and link alone no value can be tried, so the title is named."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "## {title} by {authors}"),
            Rule("end", pattern="# .*"),
            Rule("votes", "# {votes}"),
        ],
    )
    assert refusal(Digest(papers=[Paper("A", votes=3, authors=["B"])]), dialect) == [
        "Digest.papers[0].title: 'A' would be read as something else in notes"
    ]


@pytest.mark.parametrize(
    ("paper", "line"),
    [
        (
            Paper("A", authors=["B"]),
            "url: None found; notes needs a value here",
        ),
        (
            Paper("A", "https://a.org"),
            "authors: () found; notes needs a value here",
        ),
        (
            Paper("", "https://a.org", authors=["B"]),
            "title: '' found; notes needs a value here",
        ),
    ],
)
def test_what_a_paper_lacks_is_told_in_full(paper: Paper, line: str) -> None:
    """The refusal of a paper without form names the value to give, and only that."""
    dialect = Dialect("notes", [Rule("paper", "## {title} <{url}> by {authors}")])
    assert refusal(Digest(papers=[paper]), dialect) == [f"Digest.papers[0].{line}"]


def test_the_number_of_a_paper_is_tried_as_it_is_written() -> None:
    """A line of a paper is read after a head with its own number."""
    dialect = Dialect(
        "notes",
        [
            Rule("paper", "## {n}. {title}", pattern=r"##[ ](?P<n>[0-9]+)\.[ ](?P<title>.+)$"),
            Rule("end", pattern="# .*"),
            Rule("votes", "# {votes}"),
        ],
        first=8,
    )
    written = serialize_digest(Digest(papers=[Paper("A"), Paper("B"), Paper("C")]), dialect=dialect)
    assert written == "## 8. A\n## 9. B\n## 10. C\n"
    assert refusal(Digest(papers=[Paper("A"), Paper("B", votes=3)]), dialect) == [
        "Digest.papers[1].votes: 3 would be read as something else in notes"
    ]


def test_a_paper_keeps_its_bytes_only_in_its_own_dialect() -> None:
    """A paper moved to a text of another dialect is rewritten, in an equal dialect it is kept."""
    text = "## Daily Papers\n\n### [A]( https://a.org )\n\nVotes:  3\n"
    paper = parse_digest(text).papers[0]
    notes = Dialect("notes", [Rule("paper", "## {title} <{url}>"), Rule("votes", "+{votes}")])
    again = Dialect("notes", [Rule("paper", "## {title} <{url}>"), Rule("votes", "+{votes}")])
    moved = serialize_digest(Digest(papers=[paper]), dialect=notes)
    assert moved == "## A <https://a.org>\n+3\n"
    odd = parse_digest("## A <https://a.org>  \n\n\n+ 3\n", dialect=notes).papers[0]
    assert (
        serialize_digest(Digest(papers=[odd]), dialect=again) == "## A <https://a.org>  \n\n\n+ 3\n"
    )
    assert serialize_digest(Digest(papers=[odd]), dialect=again, canonical=True) == moved
    assert serialize_digest(Digest(papers=[paper]), canonical=True) == (
        "### [A](https://a.org)\n\nVote: 3\n"
    )


def test_a_paper_that_follows_no_habit_is_written_in_the_form_of_its_dialect() -> None:
    """Where the style of a text cannot hold a new paper, the dialect's own form does."""
    text = "## Daily Papers\r\n\r\n### A\r\n\r\n- *L*: one.\r\n"
    new = Paper("B", sections=[Section("M", "* two.")])
    digest = parse_digest(text)
    written = serialize_digest(digest.insert(1, new))
    assert written == text + "\r\n### B\r\n\r\n- *M*: * two.\r\n"
    listed = parse_digest("## Daily Papers\r\n\r\n### A\r\n\r\nAuthors: ['X']\r\n")
    written = serialize_digest(listed.insert(1, Paper("B", authors=["Y"])))
    assert written.endswith("\r\n\r\n### B\r\n\r\nAuthors: ['Y']\r\n")


def test_what_is_put_in_ends_its_lines_like_the_text() -> None:
    """A heading rewritten, and the first paper of a digest, keep to the line ending of the text."""
    text = "## Daily Papers (2024-08-26)\r\n\r\n### [A](https://a.org)\r\n"
    untitled = attrs.evolve(parse_digest(text), title=None)
    assert serialize_digest(untitled) == text.replace("Daily Papers ", "")
    empty = parse_digest("## Daily Papers\r\n\r\n## License\r\n")
    assert serialize_digest(empty.insert(0, Paper("N", votes=2))) == (
        "## Daily Papers\r\n\r\n### N\r\n\r\nVote: 2\r\n\r\n## License\r\n"
    )


def test_a_title_above_code_is_changed() -> None:
    """Only the title changes in a paper with code, in which a line looks like a chapter."""
    text = "## Daily Papers\n\n### [A](https://a.org)\n\n- One.\n\n```\n# b\n```\n"
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[0], title="B")
    written = serialize_digest(edited)
    assert written == text.replace("[A]", "[B]")
    assert parse_digest(written) == edited


def test_a_title_that_would_be_a_link_is_refused() -> None:
    """A title that makes its heading another one is not written."""
    digest = parse_digest("## Daily Papers\n\n### A\n\n- One.\n")
    edited = digest.replace_paper(digest.papers[0], title="[B](https://b.org)")
    assert "would be read back as 'B'" in refusal(edited)[0]


def test_a_title_in_a_row_is_changed() -> None:
    """Only the title changes in a row of a table."""
    text = EXAMPLES["cv-arxiv-daily"]
    digest = parse_digest(text)
    old = digest.papers[0].title
    edited = digest.replace_paper(digest.papers[0], title="Another title")
    written = serialize_digest(edited)
    assert written == text.replace(old, "Another title", 1)
    assert parse_digest(written) == edited


def test_a_title_that_takes_a_part_of_another_value_is_refused() -> None:
    """A title that its own rule would end sooner is not written."""
    pattern = "## (?P<title>.+?) by (?P<authors>.+)"
    dialect = Dialect("notes", [Rule("paper", "## {title} by {authors}", pattern=pattern)])
    digest = parse_digest("## A by Ada\n", dialect=dialect)
    edited = digest.replace_paper(digest.papers[0], title="B by C")
    assert "would be read back as 'B'" in refusal(edited)[0]


def test_a_title_with_a_link_behind_it_is_refused() -> None:
    """A title whose end would be another link of the paper is not written."""
    digest = parse_digest("## Daily Papers\n\n### [A](https://a.org)\n\n- One.\n")
    edited = digest.replace_paper(digest.papers[0], title="B](https://b.org) [C")
    assert "would be read back as 'B'" in refusal(edited)[0]


def test_the_value_of_a_new_paper_that_has_no_form() -> None:
    """Where papers have no labels, the section with one is named, not the title, and left out."""
    cards = "".join(
        f"<details>\n<summary><b>{title}</b></summary>\n\n"
        f'<a href="https://arxiv.org/abs/2502.0000{n}">arXiv</a>\n\n'
        f"Authors: {name}\n\n{text}\n\n</details>\n\n"
        for n, (title, name, text) in enumerate(
            (("Deep Rivers", "Ann Bo", "A river is a graph."), ("Owls", "Ed Fo", "Owls win races."))
        )
    )
    digest = parse_digest(f"# Reading, 2025-02-17\n\n{cards}")
    sections = (Section(None, "Foxes are quick."), Section("Idea", "They run."))
    new = Paper("Foxes", "https://arxiv.org/abs/2502.00009", authors=("Zed Yu",), sections=sections)
    edited = digest.insert(2, new)
    assert refusal(edited) == [
        "Digest.papers[2].sections[1]: Section(label='Idea', text='They run.') cannot be written: "
        "no rule in general has a template for it"
    ]
    assert serialize_digest(edited, lossy=True) == (
        f"# Reading, 2025-02-17\n\n{cards}<details>\n<summary><b>Foxes</b></summary>\n\n"
        '<a href="https://arxiv.org/abs/2502.00009">arXiv</a>\n\nAuthors: Zed Yu\n\n'
        "Foxes are quick.\n\n</details>\n\n"
    )
