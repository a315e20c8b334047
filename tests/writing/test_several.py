"""Several digests in one text."""

import datetime

import pytest
from hypothesis import given

from paperdigest import (
    Dialect,
    Digest,
    Paper,
    Rule,
    Section,
    parse_digests,
    serialize_digest,
    serialize_digests,
)
from tests.samples import each_example
from tests.strategies import damaged, hostile, texts

OLD = "## Daily Papers (2024-08-26)\n\n### [A](a)\n\nVote: 3\n\n- ***Idea***: b\n"
NEW = Digest(
    "Daily Papers", datetime.date(2024, 8, 27), papers=[Paper("B", sections=[Section("Idea", "c")])]
)
WRITTEN = "## Daily Papers (2024-08-27)\n\n### B\n\n- ***Idea***: c\n"


@given(damaged(texts()) | texts() | hostile())
def test_what_was_parsed_is_written_as_it_was(text: str) -> None:
    """Law 3, lossless: the digests of a text, written together, are the text."""
    assert serialize_digests(parse_digests(text)) == text


@each_example
def test_digests_are_read_back(text: str) -> None:
    """Law 4, faithful: digests of a text in another order are read back as they are."""
    digests = parse_digests(text)
    dialect = digests[0].dialect
    written = serialize_digests(digests[::-1])
    assert parse_digests(written, dialect=dialect) == digests[::-1]


@pytest.mark.parametrize("above", ["", "# Papers\n\nWords.\n\n", "Words.\n\n", "\ufeffWords.\n\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_new_issue_goes_below_the_preamble(above: str, end: str) -> None:
    """A new issue is above the older ones, below what comes above them, and in their style."""
    text = (above + OLD + "\n" + OLD.replace("26", "25") + "\n# License\n\nMIT\n").replace(
        "\n", end
    )
    older = parse_digests(text, dialect="daily-papers")
    expected = text.replace(above.replace("\n", end), "", 1)
    new = (above + WRITTEN + "\n").replace("\n", end)
    assert serialize_digests([NEW, *older]) == new + expected


def test_a_new_issue_has_the_heading_of_the_older_ones() -> None:
    """The heading, the headings of groups and the heads of tables are like those of the text."""
    head = "|Publish Date|Title|Authors|PDF|Code|\n|:--|:--|:--|:--|:--|\n"
    row = "|**2024-08-26**|**A**|Ada|[2408.00001](http://arxiv.org/abs/2408.00001)|null|\n"
    old = f"# Daily\n\n## Updated on 2024.08.26\n\n### Vision\n\n{head}{row}"
    old = old.replace("### Vision", "##  Vision")
    date = datetime.date(2024, 8, 27)
    (digest,) = parse_digests(old)
    new = Digest("Updated", date, papers=[digest.papers[0].replace(category="Robots")])
    assert serialize_digests([new, digest]) == (
        f"# Daily\n\n## Updated on 2024.08.27\n\n##  Robots\n\n{head}{row}\n{old[9:]}"
    )
    untitled = Digest(None, date, papers=[Paper("B")])
    text = "## Daily Papers (August 26, 2024)\n\n### A\n\nVote: 3\n"
    written = serialize_digests([untitled, *parse_digests(text)])
    assert written == f"## (August 27, 2024)\n\n### B\n\n{text}"
    headless = parse_digests("### [A](https://a.org)\n\nVote: 3\n")
    with pytest.raises(ValueError, match="would parse 1 digests, not 2"):
        serialize_digests([NEW, *headless])


def test_an_issue_behind_others_is_set_apart() -> None:
    """What ends without a blank line gets one before the next digest, and no more than one."""
    for text in (OLD, OLD.rstrip(), OLD + "\n"):
        written = serialize_digests([*parse_digests(text), NEW])
        assert written == f"{OLD}\n{WRITTEN}"


def test_a_preamble_of_the_first_one_stays() -> None:
    """What comes above the first digest stays there; one more would be text of a paper."""
    one, two = (parse_digests(f"{words}\n\n{OLD}")[0] for words in ("One.", "Two."))
    assert serialize_digests([one, NEW]) == f"One.\n\n{OLD}\n{WRITTEN}"
    with pytest.raises(ValueError, match=r"sections\[0\]: .* would be read back as .*Two"):
        serialize_digests([one, two])


def test_an_edited_issue_keeps_its_neighbors() -> None:
    """Law 5, local: an edit of one digest changes no byte of the others."""
    text = "Words.\n\n" + OLD.replace("26", "27") + "\n" + OLD
    first, second = parse_digests(text)
    edited = second.replace_paper(second.papers[0], votes=4)
    before, after = text.rsplit("Vote: 3", 1)
    assert serialize_digests([first, edited]) == f"{before}Vote: 4{after}"


def test_other_dialects_and_losses() -> None:
    """All digests are written in one dialect; what it cannot hold is refused or left out."""
    digests = [*parse_digests(OLD), NEW]
    with pytest.raises(ValueError, match=r"papers\[0\]\.votes: 3 would be lost"):
        serialize_digests(digests, dialect="daily-ai-papers")
    written = serialize_digests(digests, dialect="daily-ai-papers", lossy=True)
    read = parse_digests(written, dialect="daily-ai-papers")
    assert [len(each.papers) for each in read] == [1, 1]
    assert serialize_digests(digests, canonical=True) == (
        serialize_digest(digests[0], canonical=True)
        + "\n"
        + serialize_digest(NEW, dialect="daily-papers")
    )
    assert serialize_digests([NEW]) == serialize_digest(NEW)
    assert serialize_digests([]) == ""


def test_digests_without_heading_are_refused() -> None:
    """Digests that nothing tells apart would be read as one."""
    with pytest.raises(ValueError, match="would parse 1 digests, not 2; set a title or a date"):
        serialize_digests([Digest(papers=[Paper("A")]), Digest(papers=[Paper("B")])])
    dialect = Dialect("notes", [Rule("digest", "= {title}"), Rule("paper", "* {title}")])
    older = parse_digests("Words.\n= C\n* D\n", dialect=dialect)
    new = Digest(papers=[Paper("A")])
    assert serialize_digests([new, *older]) == "Words.\n* A\n\n= C\n* D\n"


def test_what_is_no_digest_is_refused() -> None:
    """What holds no digests is a TypeError that names it."""
    with pytest.raises(TypeError, match=r"digests\[1\]: Paper found; expected a Digest"):
        serialize_digests([NEW, Paper("A")])  # type: ignore[list-item]
