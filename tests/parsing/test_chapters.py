"""Chapters: which ones end a digest, and which are lines of a paper."""

import pytest

from paperdigest import Dialect, Rule, diagnose, parse_digest, serialize_digest
from paperdigest._dialects import dialect_named
from paperdigest._parsing.chapters import features, settle
from paperdigest._parsing.scanner import blocks

HEADING = "## Daily Papers (2024-08-26)\n"


def paper(name: str, inner: str = "") -> str:
    """Return the text of a paper."""
    return (
        f"\n### [{name}](https://example.org/{name})\n\nVote: 3\n\nAuthors: Ada Byron\n\n"
        f"- **What's New**: one{inner}\n- **Technical Details**: two\n"
    )


def codes(text: str) -> list[str]:
    """Return the codes of the errors in a text."""
    return [each.code for each in diagnose(text) if each.severity == "error"]


@pytest.mark.parametrize(
    "inner", ["\n# of parameters is 3", "\n\n# Number of parameters\n\nIt is 3."]
)
@pytest.mark.parametrize("at", range(3))
def test_a_line_within_a_section_ends_nothing(inner: str, at: int) -> None:
    """Where a paper goes on below a line that looks like a chapter, the line is part of its text."""
    parts = [paper(name, inner if number == at else "") for number, name in enumerate("abc")]
    digest = parse_digest(HEADING + "".join(parts), strict=True)
    assert [each.title for each in digest.papers] == ["a", "b", "c"]
    assert [len(each.sections) for each in digest.papers] == [2, 2, 2]
    assert digest.papers[at].sections[0].text == f"one{inner}"
    for number, each in enumerate(digest.papers):
        edited = serialize_digest(digest.replace_paper(each, votes=4))
        assert edited == HEADING + "".join(
            part.replace("Vote: 3", "Vote: 4") if number == other else part
            for other, part in enumerate(parts)
        )
        left = serialize_digest(digest.remove(each))
        assert parse_digest(left).papers == tuple(p for p in digest.papers if p is not each)


def test_a_sentence_at_the_end_of_a_paper_is_its_text() -> None:
    """A line right below others that starts in lower case goes on with them, and papers follow."""
    text = HEADING + paper("a") + "# of parameters is 3\n" + paper("b")
    digest = parse_digest(text, strict=True)
    assert digest.papers[0].sections[1].text == "two\n# of parameters is 3"
    assert len(digest.papers) == 2
    last = parse_digest(HEADING + paper("a") + "# of parameters is 3\n")
    assert last.papers[0].sections[1].text == "two\n# of parameters is 3"


def test_papers_go_on_after_a_chapter() -> None:
    """A chapter between papers of one shape ends the paper above and not the digest."""
    text = (
        HEADING + paper("a") + "\n## More papers\n\nAll day long.\n" + paper("b") + "\n# Licence\n"
    )
    digest = parse_digest(text, strict=True)
    assert [each.title for each in digest.papers] == ["a", "b"]
    assert digest.papers[0].sections[1].text == "two"
    assert serialize_digest(digest) == text
    both = HEADING + paper("a") + "\n# One\n\n# Two\n" + paper("b")
    assert [each.title for each in parse_digest(both).papers] == ["a", "b"]


def test_papers_before_the_heading_are_read() -> None:
    """A preamble may hold papers of the shape of those below the heading."""
    text = "# Today\n" + paper("a") + "\n" + HEADING + paper("b")
    assert [each.title for each in parse_digest(text).papers] == ["a", "b"]


def test_links_to_the_same_host_go_on() -> None:
    """Links to where the other papers are published are papers, without any line below them."""
    text = f"{HEADING}\n### [a](https://example.org/a)\n\n# More\n\n### [b](https://{{}}/b)\n"
    assert len(parse_digest(text.format("example.org"), strict=True).papers) == 2
    other = text.format("example.com")
    assert len(parse_digest(other).papers) == 1
    assert codes(other) == ["unread-paper"]


@pytest.mark.parametrize(
    "after",
    [
        "\n## Tools\n\n### [c](https://example.com/c)\n\n- fast\n",
        "\n## Tools\n\n### [c](d)\n\nColour: red\n",
    ],
)
def test_other_things_after_a_chapter_are_no_papers(after: str) -> None:
    """What has another shape than the papers is not read, and that is an error."""
    text = HEADING + paper("a") + paper("b") + after
    assert len(parse_digest(text).papers) == 2
    assert codes(text) == ["unread-paper"]


def test_a_heading_unlike_those_of_the_papers_is_no_error() -> None:
    """A heading without link says nothing where papers are links."""
    text = HEADING + paper("a") + "\n## About\n\n### Contact\n\nWrite to us.\n"
    assert len(parse_digest(text, strict=True).papers) == 1


def test_rows_after_a_chapter_are_told() -> None:
    """Rows below a chapter may be those of another table; where they look like papers, that is an error."""
    row = "| {0} (Read more on [arXiv](https://arxiv.org/abs/2409.0000{0}))| Ada | One. |\n"
    text = "## Papers for 2024-09-06\n\n" + row.format(1) + "\n## Later\n\n" + row.format(2)
    assert [each.title for each in parse_digest(text).papers] == ["1"]
    assert codes(text) == ["unread-paper"]


def test_a_chapter_below_a_row_is_no_line_of_it() -> None:
    """A row is one line, whatever comes below it."""
    row = "| 1 (Read more on [arXiv](https://arxiv.org/abs/2409.00001))| Ada | One. |\n"
    text = "## Papers for 2024-09-06\n\n" + row + "# of rows is 1\n"
    assert parse_digest(text).papers[0].sections[0].text == "One."


def test_a_new_label_tells_whether_a_paper_goes_on() -> None:
    """An edit that changes which chapters are lines is held against the whole text."""
    text = HEADING + paper("a") + "\n## More\n" + paper("b").replace("example.org", "example.com")
    digest = parse_digest(text)
    assert len(digest.papers) == 2
    first = digest.papers[0]
    bare = digest.replace_paper(first, votes=None, authors=[], sections=[])
    with pytest.raises(ValueError, match="papers"):
        serialize_digest(bare)


def test_texts_without_chapters_are_left_alone() -> None:
    """Where no chapter ends papers, every head counts."""
    text = HEADING + paper("a") + paper("b")
    dialect = dialect_named("daily-papers")
    heads = [(each.entry, each.head) for each in blocks(dialect, text)]
    assert settle(dialect, text, heads) == (heads, frozenset())


def test_a_chapter_with_a_name_ends_the_papers() -> None:
    """A rule that shows its chapter ends the digest whatever follows, and nothing is amiss there."""
    notes = Dialect(
        "notes",
        [
            Rule("paper", "## [{title}]({url})"),
            Rule("votes", "Vote: {votes}"),
            Rule("end", "# Samples"),
            Rule("end", pattern="# .*"),
        ],
    )
    text = "## [a](https://example.org/a)\nVote: 3\n# {}\n## [b](https://example.org/b)\nVote: 4\n"
    for name, count in (("Samples", 1), ("More", 2)):
        assert len(parse_digest(text.format(name), dialect=notes, strict=True).papers) == count


def test_a_chapter_before_the_papers_ends_nothing() -> None:
    """Papers below a first chapter are read, and those of another shape in a later one are not."""
    text = (
        f"{HEADING}\n## Overview\n\nWords.\n{paper('a')}{paper('b')}"
        "\n## License\n\n### [L](https://other.org/l)\n"
    )
    digest = parse_digest(text)
    assert [each.title for each in digest.papers] == ["a", "b"]
    assert codes(text) == ["unread-paper"]
    left = serialize_digest(digest.remove(digest.papers[0]))
    assert [each.title for each in parse_digest(left).papers] == ["b"]


def test_links_that_are_no_papers_below_a_first_chapter() -> None:
    """A link within the site or to a place in the page makes no paper below a first chapter."""
    text = f"{HEADING}\n## Files\n\n### [L](./license.md)\n\n### M\n"
    assert parse_digest(text).papers == ()


def test_a_named_chapter_before_all_papers() -> None:
    """Below a chapter that its rule names nothing is read; below another first one papers are."""
    notes = Dialect(
        "notes",
        [
            Rule("end", "# Samples"),
            Rule("end", pattern="# More.*"),
            Rule("digest", "# {title}"),
            Rule("paper", "## [{title}]({url})"),
        ],
    )
    samples = "# Notes\n# Samples\n## [b](https://example.org/b)\n"
    assert parse_digest(samples, dialect=notes).papers == ()
    text = f"{samples}# Notes again\n# More\n## [c](https://example.org/c)\n"
    assert [paper.title for paper in parse_digest(text, dialect=notes).papers] == ["c"]


def test_links_say_nothing_of_a_papers_shape() -> None:
    """What papers have in common is their votes, names, category and labels."""
    dialect = Dialect(
        "plain",
        [Rule("paper", "## {title}"), Rule("link", "+ <{url}>"), Rule("votes", "Votes: {votes}")],
    )
    lines = "\n+ <https://example.org/a>\nVotes: 3\n"
    assert features(dialect, lines, 0, len(lines)) == {("votes", "")}
