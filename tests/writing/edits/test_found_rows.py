"""Papers in rows of tables of no family: each value is edited in its cell, and new rows are alike."""

import datetime
from typing import Any

import pytest

from paperdigest import Field, Link, Paper, Section, parse_digest, serialize_digest
from tests.samples import refusal

_URL = "https://arxiv.org/abs/2502.{}"
_OTHER = "https://arxiv.org/abs/2503.99999"
_SLIDES = Link("slides", "https://example.org/s")


def _table(head: str, *rows: str) -> str:
    """Return a table with a head and rows, in which a point stands for the host of an address."""
    line = "|---" * (head.count("|") - 1)
    text = "".join(f"{row}\n" for row in (head, f"{line}|", *rows))
    return "# Nests, 2025-02-17\n\n" + text.replace("(.", "(https://arxiv.org/abs/2502.")


LINKED = _table(
    "| Paper | Authors |",
    "| [Deep Rivers](.11111) | Ann Bo, Cy Do |",
    "| [Counting Stones](.22222) | Ed Fo |",
    "| [Slow Otters Win](.33333) | Gil Hu |",
)
CODE = _table(
    "| Paper | Authors | Code |",
    "| [Deep Rivers](.11111) | Ann Bo, Cy Do | - |",
    "| [Counting Stones](.22222) | Ed Fo | [code](https://github.com/a/2) |",
    "| [Slow Otters Win](.33333) | Gil Hu | [code](https://github.com/a/3) |",
)
PDF = _table(
    "| Title | Authors | Link |",
    "| Deep Rivers | Ann Bo | [pdf](.11111) |",
    "| Counting Stones | Ed Fo | [pdf](.22222) |",
    "| Slow Otters Win | Gil Hu | - |",
)
MANY = _table(
    "| # | Title | Authors | Paper | Code | Votes |",
    "| 1 | **Deep Rivers** | Ann Bo | [2502.11111](.11111) | [code](https://github.com/a/1) | ⭐ 1,234 |",
    "| 2 | **Counting Stones** | Ed Fo | [2502.22222](.22222) | [code](https://github.com/a/2) | ⭐ 56 |",
    "| 3 | **Slow Otters Win** | Gil Hu | [2502.33333](.33333) | [code](https://github.com/a/3) | ⭐ 7 |",
)
BELOW = _table(
    "| Title | Venue | Links |",
    "| **Deep Rivers**<br>Ann Bo, Cy Do | CVPR | [arXiv](.11111), [code](https://github.com/a/1) |",
    "| **Counting Stones**<br>Ed Fo | ICLR | [arXiv](.22222) / [code](https://github.com/a/2) |",
    "| **Slow Otters Win**<br>Gil Hu | ICML | [arXiv](.33333), [code](https://github.com/a/3) |",
)
BARE = _table(
    "| Title | Date | Address | Summary |",
    "| Deep Rivers | 2025-02-03 | https://arxiv.org/abs/2502.11111 | They flow. |",
    "| Counting Stones | 2025-02-02 | https://arxiv.org/abs/2502.22222 | They are counted. |",
    "| Slow Otters Win | 2025-02-01 | https://arxiv.org/abs/2502.33333 | They win. |",
)


@pytest.mark.parametrize(
    ("text", "index", "changes", "old", "new"),
    [
        (LINKED, 1, {"url": _OTHER}, _URL.format("22222"), _OTHER),
        (LINKED, 1, {"url": None}, f"[Counting Stones]({_URL.format('22222')})", "Counting Stones"),
        (LINKED, 1, {"title": "Stones"}, "Counting Stones", "Stones"),
        (LINKED, 1, {"authors": ["Ed Fo", "Xi Yu"]}, "Ed Fo", "Ed Fo, Xi Yu"),
        (LINKED, 1, {"authors": []}, "| Ed Fo |", "|  |"),
        (LINKED, 1, {"links": [_SLIDES]}, "22222) ", "22222) [slides](https://example.org/s) "),
        (CODE, 1, {"url": _OTHER}, _URL.format("22222"), _OTHER),
        (CODE, 1, {"links": [_SLIDES]}, "[code](https://github.com/a/2)", "[slides](https://example.org/s)"),
        (CODE, 1, {"links": [Link("code", "https://github.com/a/2"), _SLIDES]}, "/a/2)", "/a/2), [slides](https://example.org/s)"),
        (CODE, 1, {"links": []}, "| [code](https://github.com/a/2) |", "| - |"),
        (CODE, 0, {"links": [_SLIDES]}, "| - |", "| [slides](https://example.org/s) |"),
        (PDF, 1, {"url": _OTHER}, _URL.format("22222"), _OTHER),
        (PDF, 1, {"url": None}, f"| [pdf]({_URL.format('22222')}) |", "| - |"),
        (PDF, 2, {"url": _OTHER}, "| - |", f"| [Link]({_OTHER}) |"),
        (PDF, 1, {"links": [_SLIDES]}, "22222) ", "22222), [slides](https://example.org/s) "),
        (MANY, 0, {"votes": 1235}, "1,234", "1,235"),
        (MANY, 1, {"votes": None}, "| ⭐ 56 |", "|  |"),
        (MANY, 1, {"title": "Stones"}, "Counting Stones", "Stones"),
        (MANY, 1, {"url": _OTHER}, f"[2502.22222]({_URL.format('22222')})", f"[2503.99999]({_OTHER})"),
        (MANY, 1, {"url": "https://a.org/b.pdf"}, _URL.format("22222"), "https://a.org/b.pdf"),
        (BELOW, 1, {"authors": ["Xi Yu", "Ed Fo"]}, "Ed Fo", "Xi Yu, Ed Fo"),
        (BELOW, 1, {"authors": []}, "<br>Ed Fo", ""),
        (BELOW, 1, {"links": []}, " / [code](https://github.com/a/2)", ""),
        (BELOW, 1, {"links": [Link("code", "https://github.com/a/2"), _SLIDES]}, "/a/2)", "/a/2) / [slides](https://example.org/s)"),
        (BELOW, 1, {"fields": [Field("Venue", "NeurIPS")]}, "ICLR", "NeurIPS"),
        (BELOW, 1, {"fields": []}, "| ICLR |", "|  |"),
        (BARE, 1, {"links": [_SLIDES]}, "22222 ", "22222 [slides](https://example.org/s) "),
        (BARE, 1, {"sections": [Section("Summary", "All of them.")]}, "They are counted.", "All of them."),
        (BARE, 1, {"published": datetime.date(2025, 3, 2)}, "2025-02-02", "2025-03-02"),
        (BARE, 1, {"published": None}, "| 2025-02-02 |", "|  |"),
    ],
)  # fmt: skip
def test_a_value_is_edited_in_its_cell(
    text: str, index: int, changes: dict[str, Any], old: str, new: str
) -> None:
    """An edit of a paper changes the cell that holds the value, and nothing else."""
    digest = parse_digest(text)
    assert text.count(old) == 1
    edited = digest.replace_paper(digest.papers[index], **changes)
    written = serialize_digest(edited)
    assert written == text.replace(old, new)
    assert parse_digest(written) == edited


def test_a_link_for_a_title_alone() -> None:
    """The title becomes a link where no other cell has links."""
    text = LINKED.replace(f"[Deep Rivers]({_URL.format('11111')})", "Deep Rivers")
    digest = parse_digest(text)
    assert digest.papers[0] == Paper("Deep Rivers", authors=["Ann Bo", "Cy Do"])
    edited = digest.replace_paper(digest.papers[0], url=_URL.format("11111"))
    assert serialize_digest(edited) == LINKED


_CODE = Link("code", "https://github.com/n/n")


@pytest.mark.parametrize(
    ("text", "values", "row"),
    [
        (LINKED, {}, f"| [Quick Foxes]({_OTHER}) |  |"),
        (LINKED, {"authors": ["Zed Yu"]}, f"| [Quick Foxes]({_OTHER}) | Zed Yu |"),
        (CODE, {}, f"| [Quick Foxes]({_OTHER}) |  | - |"),
        (CODE, {"links": [_CODE]}, f"| [Quick Foxes]({_OTHER}) |  | [code](https://github.com/n/n) |"),
        (PDF, {"authors": ["Zed Yu"]}, f"| Quick Foxes | Zed Yu | [pdf]({_OTHER}) |"),
        (BELOW, {"authors": ["Zed Yu"], "links": [_CODE]}, f"| **Quick Foxes**<br>Zed Yu |  | [arXiv]({_OTHER}) / [code](https://github.com/n/n) |"),
        (BARE, {"sections": [Section("Summary", "They run.")]}, f"| Quick Foxes |  | {_OTHER} | They run. |"),
    ],
)  # fmt: skip
def test_a_new_row_looks_like_the_others(text: str, values: dict[str, Any], row: str) -> None:
    """A new paper has its values in the cells in which the others have theirs."""
    digest = parse_digest(text).insert(1, Paper("Quick Foxes", _OTHER, **values))
    lines = text.splitlines()
    written = serialize_digest(digest)
    assert written.splitlines() == [*lines[:5], row, *lines[5:]]
    assert parse_digest(written) == digest


def test_a_new_row_in_a_table_with_numbers() -> None:
    """The identifier in a new row is its own, and numbers follow."""
    new = Paper("Quick Foxes", _OTHER, votes=9, links=[_CODE])
    written = serialize_digest(parse_digest(MANY).insert(1, new))
    lines = MANY.splitlines()
    row = f"| 2 | **Quick Foxes** |  | [2503.99999]({_OTHER}) | [code](https://github.com/n/n) | ⭐ 9 |"
    after = [line.replace("| 2 |", "| 3 |") for line in lines[5:6]]
    after += [line.replace("| 3 |", "| 4 |") for line in lines[6:]]
    assert written.splitlines() == [*lines[:5], row, *after]


def test_what_a_cell_says_of_another_paper_is_not_copied() -> None:
    """Words beside the links of a cell are about its paper alone."""
    text = CODE.replace("/a/2)", "/a/2) (old)").replace("/a/3)", "/a/3) (new)")
    new = Paper("Quick Foxes", _OTHER, links=[_CODE])
    written = serialize_digest(parse_digest(text).insert(1, new))
    assert f"\n| [Quick Foxes]({_OTHER}) |  | [code](https://github.com/n/n) |\n" in written


BESIDE = _table(
    "| Paper | Code |",
    "| [**Deep Rivers**](.11111) | https://github.com/a/1 |",
    "| [**Counting Stones**](.22222) | https://github.com/a/2 |",
    "| [**Slow Otters Win**](.33333) | soon |",
)


def test_a_link_beside_words_and_one_that_gets_a_label() -> None:
    """A link follows the words of its cell, and an address with a label becomes a link."""
    digest = parse_digest(BESIDE)
    edited = digest.replace_paper(digest.papers[2], links=[_SLIDES])
    assert serialize_digest(edited) == BESIDE.replace(
        "| soon |", "| soon [slides](https://example.org/s) |"
    )
    links = [Link("code", "https://github.com/a/2")]
    labelled = digest.replace_paper(digest.papers[1], links=links)
    assert serialize_digest(labelled) == BESIDE.replace(
        "https://github.com/a/2", "[code](https://github.com/a/2)"
    )


def test_a_list_below_a_table() -> None:
    """Papers in lines are edited in them where others are rows, and new ones are like their group."""
    rows = CODE.replace("-17\n\n", "-17\n\n## Table\n\n")
    items = "".join(
        f"- [{title}]({_URL.format(n)}) by Kim Lu\n  - Votes: 3\n"
        for title, n in (("Fast Turtles", 44444), ("Lazy Cats Sleep", 55555), ("Old Dogs", 66666))
    )
    text = f"{rows}\n## List\n\n{items}"
    digest = parse_digest(text)
    assert len(digest.papers) == 6
    voted = digest.replace_paper(digest.papers[5], votes=9)
    assert serialize_digest(voted) == f"{text[:-2]}9\n"
    new = Paper("Quick Foxes", _OTHER, authors=["Zed Yu"], category="List")
    assert serialize_digest(digest.insert(6, new)) == (
        f"{text}- [Quick Foxes]({_OTHER}) by Zed Yu\n"
    )


def test_what_rows_have_no_cell_for_is_refused() -> None:
    """A value without a cell is named."""
    digest = parse_digest(LINKED)
    assert refusal(digest.replace_paper(digest.papers[1], votes=3)) == [
        "Digest.papers[1].votes: 3 would be lost"
    ]
    assert refusal(digest.insert(1, Paper("Quick Foxes", _OTHER, votes=3))) == [
        "Digest.papers[1].votes: 3 would be lost"
    ]
    other = parse_digest(BARE)
    assert refusal(other.replace_paper(other.papers[1], authors=["Xi Yu"])) == [
        "Digest.papers[1].authors[0]: 'Xi Yu' would be lost"
    ]
    marked = parse_digest(BESIDE)
    assert "papers[1].url" in refusal(marked.replace_paper(marked.papers[1], url=None))[0]


@pytest.mark.parametrize("blank", ["-", "N/A", "❌", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_cell_without_a_value_is_like_others(blank: str, end: str) -> None:
    """A cell whose value goes gets what the text writes for none, with no space after it."""
    rows = [
        "Title | Venue | Code",
        "--- | --- | ---",
        f"[Deep Rivers]({_URL.format(11111)}) | CVPR | [code](https://github.com/a/1)",
        f"[Counting Stones]({_URL.format(22222)}) | {blank} | {blank}".rstrip(),
        f"[Slow Otters Win]({_URL.format(33333)}) | ICML | [code](https://github.com/a/3)",
    ]
    text = f"# Nests, 2025-02-17{end}{end}" + "".join(f"{row}{end}" for row in rows)
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[0], links=[]))
    assert written == text.replace("[code](https://github.com/a/1)", blank).replace(
        f"CVPR | {end}", f"CVPR |{' ' if blank else ''}{end}"
    )
    assert parse_digest(written).papers[0].links == ()
