"""Editing papers that are rows of a table, and papers under headings of groups."""

import datetime
from typing import Any

import attrs
import pytest

from paperdigest import Digest, Field, Link, Media, Paper, Section, parse_digest, serialize_digest
from tests.samples import EXAMPLES, refusal

DAILY = """\
## Papers for 2024-09-06

| Title | Authors | Summary |
|-------|---------|---------|
| One
  title (Read more on [arXiv](https://arxiv.org/abs/2409.00001) or [HuggingFace](https://huggingface.co/papers/2409.00001))| Ada, Alan | Short | and sharp. |
| Two (Read more on [HuggingFace](https://huggingface.co/papers/2409.00002))|  |  |
| Three | Grace | Plain. |
"""
WEEK = """\
## Top AI Papers of the Week (May 22-28) - 2023
| **Paper**  | **Links** |
| ------------- | ------------- |
| 1) **Alpha** - prose. <br>● Label: more. <br>● last | [Paper](https://arxiv.org/abs/2305.00001), [Tweet](https://x.com/1) |
| 2) Beta - words | [Code](https://c.org) |
"""
TOPICS = """\
## Updated on 2026.06.29

## Vision

|Publish Date|Title|Authors|PDF|Code|
|---|---|---|---|---|
|**2026-06-28**|**A**|Ada et.al.|[2606.00001](http://arxiv.org/abs/2606.00001)|**[link](https://github.com/a/b)**|
|**2026-06-27**|**B**|Bo et.al.|[2606.00002](http://arxiv.org/abs/2606.00002)|null|

## Language

|Publish Date|Title|Authors|PDF|Code|
|---|---|---|---|---|
|**2026-06-26**|**C**|Cy et.al.|[2606.00003](http://arxiv.org/abs/2606.00003)|null|
"""


def edit(text: str, index: int, /, **changes: Any) -> str:
    """Write a text again with one paper changed, and hold it against what is read back."""
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[index], **changes)
    written = serialize_digest(edited)
    assert parse_digest(written) == edited
    return written


def sections(text: str, index: int, section: int, /, **changes: Any) -> tuple[Section, ...]:
    """Return the sections of a paper with one of them changed."""
    paper = parse_digest(text).papers[index]
    return paper.replace_section(paper.sections[section], **changes).sections


@pytest.mark.parametrize(
    ("text", "index", "changes", "old", "new"),
    [
        (DAILY, 0, {"title": "First"}, "One\n  title", "First"),
        (DAILY, 0, {"url": "https://arxiv.org/abs/1.2"}, "arXiv](https://arxiv.org/abs/2409.00001", "arXiv](https://arxiv.org/abs/1.2"),
        (DAILY, 0, {"authors": ["Ada", "Emmy"]}, "Alan", "Emmy"),
        (DAILY, 0, {"authors": []}, " Ada, Alan ", "  "),
        (DAILY, 1, {"authors": ["Emmy"]}, "2409.00002))|  |", "2409.00002))| Emmy  |"),
        (DAILY, 1, {"sections": [Section("Summary", "Yes.")]}, "|  |  |", "|  | Yes.  |"),
        (DAILY, 0, {"sections": [Section("Summary", "No.")]}, "Short | and sharp.", "No."),
        (DAILY, 0, {"links": [Link("HF", "https://h.org")]}, "[HuggingFace](https://huggingface.co/papers/2409.00001)", "[HF](https://h.org)"),
        (DAILY, 0, {"links": []}, " or [HuggingFace](https://huggingface.co/papers/2409.00001)", ""),
        (DAILY, 1, {"url": "https://arxiv.org/abs/2409.00002"}, "on [HuggingFace](https://huggingface.co/papers/2409.00002)", "on [arXiv](https://arxiv.org/abs/2409.00002) or [HuggingFace](https://huggingface.co/papers/2409.00002)"),
        (DAILY, 2, {"url": "https://arxiv.org/abs/2409.00003"}, "| Three |", "| Three (Read more on [arXiv](https://arxiv.org/abs/2409.00003))|"),
        (WEEK, 0, {"title": "Gamma"}, "Alpha", "Gamma"),
        (WEEK, 0, {"sections": sections(WEEK, 0, 0, text="new.")}, "prose.", "new."),
        (WEEK, 0, {"sections": sections(WEEK, 0, 1, text="less.")}, "more.", "less."),
        (WEEK, 0, {"sections": sections(WEEK, 0, 1, label="Mark")}, "Label", "Mark"),
        (WEEK, 0, {"sections": sections(WEEK, 0, 2, label="End")}, "● last", "● End: last"),
        (WEEK, 0, {"links": [Link("Post", "https://x.com/1")]}, "Tweet", "Post"),
        (WEEK, 0, {"links": []}, ", [Tweet](https://x.com/1)", ""),
        (WEEK, 0, {"url": "https://a.org"}, "https://arxiv.org/abs/2305.00001", "https://a.org"),
        (WEEK, 1, {"links": [Link("Demo", "https://c.org")]}, "Code", "Demo"),
        (WEEK, 1, {"url": "https://d.org", "links": [Link("Code", "https://d.org")]}, "c.org", "d.org"),
        (WEEK, 1, {"url": "https://d.org"}, "[Code](https://c.org)", "[Paper](https://d.org), [Code](https://c.org)"),
        (TOPICS, 0, {"title": "Z"}, "**A**", "**Z**"),
        (TOPICS, 0, {"published": datetime.date(2026, 1, 1)}, "2026-06-28", "2026-01-01"),
        (TOPICS, 0, {"url": "http://arxiv.org/abs/2606.00009"}, "[2606.00001](http://arxiv.org/abs/2606.00001)", "[2606.00009](http://arxiv.org/abs/2606.00009)"),
        (TOPICS, 0, {"links": ()}, "**[link](https://github.com/a/b)**", "null"),
        (TOPICS, 1, {"links": [Link("link", "https://g.org")]}, "2606.00002)|null", "2606.00002)|**[link](https://g.org)**"),
        (TOPICS, 1, {"authors": ("Bo, Cy",)}, "Bo et.al.", "Bo, Cy"),
    ],
)  # fmt: skip
def test_edit_of_a_row_changes_its_own_piece_only(
    text: str, index: int, changes: dict[str, Any], old: str, new: str
) -> None:
    """Law 5 for rows: changing an attribute changes its piece of the row, nothing else."""
    assert text.count(old) == 1
    assert edit(text, index, **changes) == text.replace(old, new)


def test_order_of_sections_in_a_cell() -> None:
    """The sections of a cell can be put in another order."""
    paper = parse_digest(WEEK).papers[0]
    written = edit(WEEK, 0, sections=[paper.sections[0], paper.sections[2], paper.sections[1]])
    assert "prose. <br>● last <br>● Label: more. |" in written


def test_category_of_a_paper_under_a_group() -> None:
    """A paper whose category changes gets a heading of its own, and the next one its old one."""
    written = edit(TOPICS, 0, category="Robots")
    head, table = "|Publish Date|Title|Authors|PDF|Code|", "|---|---|---|---|---|"
    assert f"\n## Robots\n\n{head}\n{table}\n|**2026-06-28**|**A**|" in written
    assert f"\n## Vision\n\n{head}\n{table}\n|**2026-06-27**|**B**|" in written


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_paper_without_category_below_a_group(index: int) -> None:
    """A row cannot leave a group, since no heading without a category is there to follow."""
    group = parse_digest(TOPICS).papers[index].category
    reason = rf"papers\[{index}\]\.category: None would be read back as '{group}', its group"
    with pytest.raises(ValueError, match=reason):
        edit(TOPICS, index, category=None)


def test_papers_change_groups() -> None:
    """Papers that change places keep their categories by headings where need be."""
    digest = parse_digest(TOPICS)
    moved = attrs.evolve(digest, papers=digest.papers[::-1])
    assert parse_digest(serialize_digest(moved)) == moved


def test_last_paper_of_a_group_takes_its_heading_along() -> None:
    """A group whose papers all go has no heading, and the next group keeps its own."""
    digest = parse_digest(TOPICS)
    written = serialize_digest(digest.replace(papers=digest.papers[2:]))
    start, end = TOPICS.index("## Vision"), TOPICS.index("## Language")
    assert written == TOPICS[:start] + TOPICS[end:]
    written = serialize_digest(digest.replace(papers=digest.papers[:2]))
    assert written == TOPICS[:end].rstrip() + "\n"


def test_new_paper_in_a_table_follows_its_rows() -> None:
    """A row that is put in is written like the rows that are there."""
    digest = parse_digest(WEEK)
    new = Paper("New", "https://n.org", sections=[Section(None, "Words.")])
    written = serialize_digest(digest.insert(1, new))
    assert "\n| 2) **New** - Words. | [Paper](https://n.org) |\n| 3) Beta" in written


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (DAILY, {"title": "a | b"}),
        (DAILY, {"votes": 3}),
        (DAILY, {"media": [Media("image", "/a.png")]}),
        (WEEK, {"authors": ["Ada"]}),
        (TOPICS, {"url": None}),
    ],
)
def test_what_a_row_cannot_hold_is_refused(text: str, changes: dict[str, Any]) -> None:
    """A row that could not be read back is refused with the attribute named."""
    (attribute,) = changes
    index = 2 if text is DAILY else 0
    with pytest.raises(ValueError, match=rf"papers\[{index}\]\.{attribute}"):
        edit(text, index, **changes)


@pytest.mark.parametrize(
    ("day", "cell"), [(None, ""), (datetime.date(2025, 1, 2), "2 January 2025")]
)
def test_a_date_in_any_table_is_edited_in_place(day: datetime.date | None, cell: str) -> None:
    """A date of a text of no family is written as it was, and its cell may become empty."""
    row = "| A Study of {} | {} | Ada Byron | [pdf](https://arxiv.org/abs/2403.0000{}) |\n"
    text = (
        "# Papers\n\n| Title | Date | Authors | Link |\n|---|---|---|---|\n"
        + row.format("Birds", "4 March 2024", 1)
        + row.format("Trees", "5 March 2024", 2)
    )
    digest = parse_digest(text)
    assert digest.papers[0].published == datetime.date(2024, 3, 4)
    changed = digest.replace_paper(digest.papers[0], published=day)
    assert serialize_digest(changed) == text.replace("4 March 2024", cell)


def test_a_date_that_is_none_is_edited_as_the_field_it_is() -> None:
    """What is in the cell for the date and is no date is a field, and edited in its place."""
    text = (
        "## Updated on 2025.09.15\n\n## A\n\n|Publish Date|Title|Authors|PDF|Code|\n"
        "|---|---|---|---|---|\n"
        "|**soon**|**T**|Ada et.al.|[2401.00001](http://arxiv.org/abs/2401.00001v1)|null|\n"
    )
    digest = parse_digest(text)
    paper = attrs.evolve(digest.papers[0], fields=[Field("Publish Date", "later")])
    edited = attrs.evolve(digest, papers=[paper])
    assert serialize_digest(edited) == text.replace("soon", "later")


@pytest.mark.parametrize("paper", ["[pdf]({})", "[![pdf](https://img.org/a.svg)]({})", "{}"])
def test_links_of_several_cells(paper: str) -> None:
    """A link is changed once, in its own cell, where several cells of a table may hold links."""
    address, code = "https://arxiv.org/abs/1412.6980", "https://github.com/a/"
    text = "# List, 3 March 2025\n\n| Title | Paper | Code |\n|---|---|---|\n" + "".join(
        f"| {name}dam | {paper.format(address + number)} | [code]({code}{number}) |\n"
        for number, name in zip("012", "ABC", strict=True)
    )
    links = [Link("code", "https://gitlab.com/a")]
    assert edit(text, 0, url="https://a.org/2.pdf", links=links) == text.replace(
        f"{address}0", "https://a.org/2.pdf"
    ).replace(f"{code}0", "https://gitlab.com/a")


@pytest.mark.parametrize("example", ["daily-ai-papers", "daily-ai-papers-2024", "cv-arxiv-daily"])
def test_a_bar_in_a_cell(example: str) -> None:
    """A bare bar would end the cell of a new value for other readers, so that it has a backslash."""
    digest = parse_digest(EXAMPLES[example])
    for title in ("A | b", "A `|` b", r"A \\| b", "|"):
        reason = r"has a bare |, which ends a cell of a table; write \| instead"
        edited = digest.replace_paper(digest.papers[0], title=title)
        assert refusal(edited) == [f"Digest.papers[0].title: {title!r} {reason}"]
    edited = digest.replace_paper(digest.papers[0], title=r"A \| b `\|`")
    assert parse_digest(serialize_digest(edited), dialect=digest.dialect) == edited


def test_bars_that_are_there_stay() -> None:
    """A bare bar in a value that was read stays, in an edit and in the dialect's own form."""
    digest = parse_digest(DAILY)
    paper = digest.papers[0]
    assert paper.sections[0].text == "Short | and sharp."
    edited = digest.replace_paper(paper, title="Five")
    for canonical in (False, True):
        text = serialize_digest(edited, canonical=canonical)
        assert "| Short | and sharp. |" in text
        assert parse_digest(text) == edited
    reason = r"has a bare |, which ends a cell of a table; write \| instead"
    assert refusal(digest.replace_paper(paper, sections=[Section("Summary", "One | two")])) == [
        f"Digest.papers[0].sections[0]: Section(label='Summary', text='One | two') {reason}"
    ]
    assert refusal(
        Digest("Papers", papers=[Paper("A", authors=["B", "C | D"])]), "daily-ai-papers"
    ) == [f"Digest.papers[0].authors[1]: 'C | D' {reason}"]
    lists = parse_digest("## Daily Papers\n\n### A\n")
    assert "### A | b" in serialize_digest(lists.replace_paper(lists.papers[0], title="A | b"))


def test_a_bar_that_is_there_stays_in_an_edited_section() -> None:
    """A section with a bare bar in its text can get another label."""
    week = f"{WEEK}| 3) **A** - Idea. <br>● Label: this | that | [Paper](https://a.org) |\n"
    paper = parse_digest(week).papers[2]
    assert paper.sections[1] == Section("Label", "this | that")
    changed = sections(week, 2, 1, label="Other")
    assert edit(week, 2, sections=changed) == week.replace("Label: this", "Other: this")
