"""A paper's text: what is edited in it, and what is said of one that no text can hold."""

import pytest

from paperdigest import Dialect, Digest, Paper, Rule, parse_digest, serialize_digest


def test_a_paper_that_lacks_more_than_one_value_has_no_form() -> None:
    """Where no single value would do, the refusal names the paper's title."""
    dialect = Dialect("notes", [Rule("paper", "## {title} <{url}> by {authors}")])
    with pytest.raises(ValueError, match=r"\.title: 'A' with these values has no form in notes"):
        serialize_digest(Digest(papers=[Paper("A")]), dialect=dialect)
    with pytest.raises(ValueError, match=r"\.url: nothing is not enough: notes has no form"):
        serialize_digest(Digest(papers=[Paper("A", authors=["B"])]), dialect=dialect)
    with pytest.raises(ValueError, match=r"\.authors: \(\) is not enough: notes has no form"):
        serialize_digest(Digest(papers=[Paper("A", "https://a.org")]), dialect=dialect)


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
    """Where the main link stands below the title, its line goes with it."""
    text = (
        "# Today\n\n## Adam\n\nAuthors: Diederik P. Kingma, Jimmy Ba\n"
        "Link: https://arxiv.org/abs/1412.6980\n\nSummary: Moments.\n"
    )
    digest = parse_digest(text, dialect="general")
    assert digest.papers[0].url == "https://arxiv.org/abs/1412.6980"
    written = serialize_digest(digest.replace(digest.papers[0], url=None))
    assert written == text.replace("\nLink: https://arxiv.org/abs/1412.6980", "")


def test_a_link_that_is_not_closed_goes() -> None:
    """A damaged heading is written anew, since no part of it could go alone."""
    text = "## Daily Papers\n\n### [A](https://a.org\n\nVote: 3\n"
    digest = parse_digest(text)
    written = serialize_digest(digest.replace(digest.papers[0], url=None))
    assert written == "## Daily Papers\n\n### A\n\nVote: 3\n"
