"""Which value is to blame where a paper cannot be written, and what the refusal says of it."""

import datetime
from typing import Any

import pytest

from paperdigest import Dialect, Digest, Field, Paper, Rule, Section, parse_digest, serialize_digest
from paperdigest._writing.checks.blame import blamed, traced
from paperdigest._writing.checks.compare import Difference
from tests.samples import EXAMPLES, refusal

#: The votes are read from a line that ends the names.
NOTES = Dialect(
    "notes",
    [
        Rule("paper", "## {title}"),
        Rule("authors", "by {authors}", pattern=r"by (?P<authors>.+)(?=\n\n|\n*\Z)"),
        Rule("votes", "+{votes}"),
        Rule("section", "{label}: {text}"),
        Rule("end", "# End"),
    ],
)


def lines(text: str, dialect: Dialect | None = None, /, **changes: Any) -> list[str]:
    """Return what is said of an edit of the first paper of a text."""
    digest = parse_digest(text, dialect=dialect)
    return refusal(digest.replace_paper(digest.papers[0], **changes))


def test_the_value_that_was_edited_is_to_blame() -> None:
    """Where only other values would be lost, the edited value is named, and can be left out."""
    text = "## A\nby Ada, Bo\n"
    digest = parse_digest(text, dialect=NOTES)
    edited = digest.replace_paper(digest.papers[0], votes=3)
    line = "votes: 3 cannot be written here: then authors[0]: 'Ada' would be lost"
    assert refusal(edited) == [f"Digest.papers[0].{line}"]
    assert serialize_digest(edited, lossy=True) == text
    both = edited.replace_paper(edited.papers[0], title="B")
    assert refusal(both) == [f"Digest.papers[0].{line}"]


def test_what_follows_from_an_edit_is_not_listed() -> None:
    """A title that ends its cell is named alone, not the names that would move with it."""
    pattern = r"(?P<title>[^/\n]+)/(?P<authors>.+)"
    dialect = Dialect("cells", [Rule("paper", "{title} / {authors}", pattern=pattern)])
    assert lines("A / Ada\n", dialect, title="A / b") == [
        "Digest.papers[0].title: 'A / b' would be read back as 'A'"
    ]


def test_an_edit_that_makes_no_paper() -> None:
    """A value that makes the text of a paper something else is named, and not its sections."""
    head = Rule("paper", "# {title} {votes}", pattern=r"# (?P<title>[^|\n]+) (?P<votes>[0-9])$")
    dialect = Dialect("notes", [head, Rule("section", "{label}: {text}")])
    text = "# A 3\nIdea: B\n"
    assert lines(text, dialect, title="A | b") == [
        "Digest.papers[0].title: 'A | b' would be read as something else in notes"
    ]
    assert lines(text, dialect, votes=10) == [
        "Digest.papers[0].votes: 10 cannot be written here: "
        "then title: 'A' would be read as something else in notes"
    ]


def test_values_that_only_together_cannot_be_written() -> None:
    """Where each new value could be written alone, all that would be lost is listed."""
    head = Rule("paper", "# {title} {votes}", pattern=r"# (?!B 3)(?P<title>.+) (?P<votes>[0-9])$")
    dialect = Dialect("notes", [head, Rule("section", "{text}")])
    assert lines("# A 1\n", dialect, title="B", votes=3) == [
        "Digest.papers[0].title: 'B' would be read as something else in notes"
    ]


def test_a_value_of_another_attribute() -> None:
    """A field that would be a section is refused with that section, and nothing else is listed."""
    digest = parse_digest(EXAMPLES["gpt-paper-assistant"])
    fields = (*digest.papers[0].fields, Field("Venue", "ICML 2025"))
    assert refusal(digest.replace_paper(digest.papers[0], fields=fields)) == [
        "Digest.papers[0].fields[2]: Field(label='Venue', value='ICML 2025') would be read back as "
        "Section(label='Venue', text='ICML 2025'); put it into sections"
    ]


def test_a_dialect_with_one_author() -> None:
    """Where a row holds one name, two names are refused as such."""
    reason = "would be read back as one name; cv-arxiv-daily holds one author of a paper"
    (line,) = lines(EXAMPLES["cv-arxiv-daily"], authors=["A B", "Z N"])
    assert line == f"Digest.papers[0].authors: ('A B', 'Z N') {reason}"
    new = Digest(papers=[Paper("A", "https://a.org", authors=["A B", "Z N"])])
    assert refusal(new, "cv-arxiv-daily") == [line]


@pytest.mark.parametrize(
    ("name", "old", "new", "lost", "found"),
    [
        ("votes", 1, 2, [], []),
        ("votes", 1, None, ["authors"], ["authors"]),
        ("votes", 1, 2, ["authors"], ["votes"]),
        ("authors", ("A",), ("A", "B"), ["votes"], ["authors"]),
        ("authors", ("A", "B"), ("B",), ["votes"], ["votes"]),
    ],
)
def test_blame(name: str, old: object, new: object, lost: list[str], found: list[str]) -> None:
    """A new value is to blame; where a value went, what is lost is named."""
    differences = [Difference(each, None, 3) for each in lost]
    assert [each.attribute for each in blamed(name, old, new, differences)] == found


def test_a_value_that_went_is_the_cause() -> None:
    """Where a value is taken out, what is lost is listed with the value that it needs."""
    found = blamed("votes", 1, None, [Difference("url", None, "x")])
    assert [str(each) for each in found] == ["url: 'x' would be lost after the edit of votes"]


_ITEMS = "".join(
    f"- [A Study of Rivers {n}](https://arxiv.org/abs/2408.1000{n})\n" for n in range(5)
)


def test_a_group_that_would_cover_papers_below() -> None:
    """A category is refused for the papers that its heading would cover, and then left out."""
    digest = parse_digest(f"# List\n\n{_ITEMS}")
    edited = digest
    for index in (1, 2):
        edited = edited.replace_paper(edited.papers[index], category="Water")
    advice = "set a category of papers[3], or move this paper to the end"
    assert refusal(edited) == [
        f"Digest.papers[{index}].category: 'Water' needs a heading, which would cover papers[3] "
        f"too; {advice}"
        for index in (1, 2)
    ]
    assert serialize_digest(edited, lossy=True) == digest._document.text  # type: ignore[union-attr]
    for index in (3, 4):
        edited = edited.replace_paper(edited.papers[index], category="Water")
    assert "\n\n## Water\n\n- [A Study of Rivers 1]" in serialize_digest(edited)
    first, second, *rest = digest.papers
    moved = digest.replace(papers=[first, *rest, second.replace(category="Water")])
    assert "\n## Water\n\n- [A Study of Rivers 1]" in serialize_digest(moved)


def test_a_heading_that_would_be_read_as_a_paper() -> None:
    """Where headings are papers, a category cannot have one, so it is refused or left out."""
    text = "# Nests, 2025-02-17\n\n" + "".join(
        f"## {title}\n\n**Authors**: Ada Byron\n\n**Link**: https://arxiv.org/abs/2501.0000{n}\n\n"
        for n, title in enumerate(("Deep Rivers", "Counting Stones", "Slow Otters Win"))
    )
    digest = parse_digest(text)
    for index in (0, 2):
        edited = digest.replace_paper(digest.papers[index], category="Water")
        assert refusal(edited) == [
            f"Digest.papers[{index}].category: 'Water' needs a heading, which would be read as "
            "something else here; leave it out, or name it in a section or field"
        ]
        assert serialize_digest(edited, lossy=True) == text


_LINES = "".join(
    f"A Study of {name}\n----\n*Ada Byron, Carl Gauss* (2024-11-0{n})\n"
    f"[pdf](https://arxiv.org/abs/2411.0000{n})\n\nWords.\n\n"
    for n, name in enumerate(("Rivers", "Rain", "Snow"), 1)
)


def test_the_edit_that_changes_how_the_rest_is_read() -> None:
    """What another value loses is told with the edit that it comes from."""
    digest = parse_digest(f"Nests\n=====\n\n{_LINES}")
    edited = digest.replace_paper(digest.papers[1], url=None)
    read = "Digest.date: None would be read back as datetime.date(2024, 11, 1) after the edit of"
    assert refusal(edited)[0] == f"{read} papers[1].url"
    for index in (0, 2):
        edited = edited.replace_paper(edited.papers[index], url=None, votes=3)
    assert refusal(edited)[0] == f"{read} papers[0].url, papers[0].votes, papers[1].url and 2 more"
    assert refusal(digest.replace_paper(digest.papers[1], authors=())) == [
        "Digest.papers[1].published: datetime.date(2024, 11, 2) would be lost after the edit of "
        "authors",
        "Digest.papers[1].sections[0]: Section(text='Words.') would be read back as "
        "Section(text='(2024-11-02)') after the edit of authors",
    ]
    assert refusal(digest.replace_paper(digest.papers[1], title="# Rain")) == [
        "Digest.papers[1].title: '# Rain' would be read as something else in general"
    ]


def test_values_that_were_edited_have_no_other_cause() -> None:
    """A value of a heading that is itself edited is told without the other edits."""
    text = "## A\n\n## B\n"
    dialect = Dialect("heads", [Rule("digest", "# {title}"), Rule("paper", "## {title}")])
    digest = parse_digest(text, dialect=dialect)
    edited = digest.replace(title="T", date=datetime.date(2024, 8, 26))
    lost = [(None, Difference("title", None, "T")), (0, Difference("title", None, "A"))]
    assert [each.cause for _, each in traced(lost, edited)] == ["", "title, date"]
    assert [each.cause for _, each in traced(lost, Digest("T"))] == ["", ""]
    assert traced([], edited) == []


def test_items_that_stay_are_not_to_blame() -> None:
    """Of the items that would be lost, those that are new are named."""
    lost = [Difference("authors", at, name) for at, name in enumerate("AB")]
    assert blamed("authors", ("A",), ("A", "B"), lost) == lost[1:]
    assert blamed("authors", ("A", "B"), ("B", "A"), lost) == lost


_QUESTIONS = "".join(
    f"### Paper {n}: {title}\n- **arXiv:** [2508.1600{n}](https://arxiv.org/abs/2508.1600{n})\n"
    "- **Authors:** Yda Zorn, Axel Buus\n- **What is new?** A needle waits for a thread.\n\n"
    for n, title in enumerate(("Threads and Needles", "Buttons and Loops", "Pockets"), 1)
)


def test_a_text_without_its_bullet_is_refused() -> None:
    """It would be a part of the item above; one with a bullet, or below a blank line, is not."""
    digest = parse_digest(f"# Paper club 2025-08-19\n\n{_QUESTIONS}")
    paper = digest.papers[1]
    (section,) = paper.sections
    assert section.text == "- **What is new?** A needle waits for a thread."
    bare, marked = Section(None, "A loop waits."), Section(None, "- **Why?** A loop waits.")
    assert refusal(digest.replace_paper(paper, sections=[bare])) == [
        f"Digest.papers[1].sections[0]: {bare!r} would run into the line above; "
        "begin its text with '- '"
    ]
    new = Paper("Yarn", "https://arxiv.org/abs/2508.16009", authors=["Cato Dyhr"])
    assert refusal(digest.insert(1, new.replace(sections=[bare])))[0].startswith(
        f"Digest.papers[1].sections[0]: {bare!r} cannot be written like another paper here"
    )
    old = serialize_digest(digest)
    written = serialize_digest(digest.replace_paper(paper, sections=[marked]))
    assert written == _with_second(old, section.text, marked.text)
    apart = parse_digest(old.replace("Buus\n- **What", "Buus\n\n- **What"))
    written = serialize_digest(apart.replace_paper(apart.papers[1], sections=[bare]))
    assert written == _with_second(serialize_digest(apart), section.text, bare.text)


def _with_second(text: str, old: str, new: str) -> str:
    """Replace the second of three equal parts of a text."""
    first, second, third, rest = text.split(old)
    return f"{first}{old}{second}{new}{third}{old}{rest}"
