"""Papers of the week: a year of weekly tables in one text, newest first."""

import datetime
from collections.abc import Sequence

import pytest

from paperdigest import Paper, parse_digests, serialize_digest
from paperdigest._dialects import dialect_named
from tests.dialects import filled, read, recognised

HEADER = "| **Paper**  | **Links** |\n| ------------- | ------------- |\n"
PAPER = "[Paper](https://arxiv.org/abs/2606.00001)"


def week(*rows: str, heading: str = "(June 21 - June 28) - 2026") -> str:
    """Write one week."""
    return f"## Top AI Papers of the Week {heading}\n{HEADER}" + "".join(f"{row}\n" for row in rows)


def row(text: str) -> Paper:
    """Read one row."""
    (paper,) = read(week(text), "papers-of-the-week").papers
    return paper


def sections(prose: str) -> Sequence[tuple[str | None, str]]:
    """Read the prose of a row."""
    paper = row(f"| 1) **Nick** - {prose} | {PAPER} |")
    return [(section.label, section.text) for section in paper.sections]


def test_a_row() -> None:
    """The nickname is the title; the prose, its bullets and the links follow."""
    assert filled(
        row(
            "| 1) **Nick** - prose about it. <br>● Label: more prose. <br>● Another Label: more. "
            f"| {PAPER}, [Tweet](https://x.com/a/status/1) |"
        )
    ) == {
        "title": "Nick",
        "url": "https://arxiv.org/abs/2606.00001",
        "sections": [
            (None, "prose about it."),
            ("Label", "more prose."),
            ("Another Label", "more."),
        ],
        "links": [("Tweet", "https://x.com/a/status/1")],
    }


def test_a_digest_a_week() -> None:
    """One text holds many weeks, newest first, after a list of contents that holds none."""
    text = (
        "# Papers\n\n## 2026\n\n- [Top AI Papers of the Week (June 21 - June 28)](./#top)\n\n---\n\n"
        + week(f"| 1) **A** - a | {PAPER} |", f"| 2) **B** - b | {PAPER} |")
        + "\n---\n\n"
        + week(f"| 1) **C** - c | {PAPER} |", heading="(June 14 - June 20) - 2026")
    )
    assert recognised(text) == "papers-of-the-week"
    digests = parse_digests(text)
    assert "".join(map(serialize_digest, digests)) == text
    assert [[paper.title for paper in each.papers] for each in digests] == [["A", "B"], ["C"]]
    assert [each.title for each in digests] == ["Top AI Papers of the Week"] * 2


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [
        ("(June 21 - June 28) - 2026", "2026-06-21", "2026-06-28"),
        ("(May 22-28) - 2023", "2023-05-22", "2023-05-28"),
        ("(Mar 20-Mar 26) - 2023", "2023-03-20", "2023-03-26"),
        ("(Feb 13 - 19) - 2023", "2023-02-13", "2023-02-19"),
        ("(December 30 - January 5) - 2025", "2024-12-30", "2025-01-05"),
        ("(Jan 1-8) – 2023", "2023-01-01", "2023-01-08"),
        ("(June 21 - June 28)", None, None),
        ("(June 31 - July 4) - 2026", None, None),
        ("- 2026", None, None),
        ("", None, None),
    ],
)
def test_the_days_of_a_week(heading: str, first: str | None, last: str | None) -> None:
    """The year belongs to the last day, over the New Year too; without a year there are no days."""
    digest = read(week(heading=heading), "papers-of-the-week")
    days = [day.isoformat() if day else None for day in (digest.date, digest.end_date)]
    assert days == [first, last]


@pytest.mark.parametrize(
    "title", ["Top AI Papers of the Week", "Top ML Papers of the Week", "ML Papers of The Week"]
)
def test_the_title(title: str) -> None:
    """The field was called ML before it was called AI."""
    text = f"## {title} (June 21 - June 28) - 2026\n{HEADER}| 1) **A** - a | {PAPER} |\n"
    digest = read(text)
    assert recognised(text) == "papers-of-the-week"
    assert (digest.title, digest.date) == (title, datetime.date(2026, 6, 21))


@pytest.mark.parametrize(
    ("start", "title", "prose"),
    [
        ("1) **Nick** - prose", "Nick", "prose"),
        ("1) **Nick**- prose", "Nick", "prose"),
        ("1) **Nick**: prose", "Nick", "prose"),
        ("1) **Nick** – prose", "Nick", "prose"),
        ("1) **Nick** -5 degrees", "Nick", "-5 degrees"),
        ("1) **Nick** -prose", "Nick", "prose"),
        ("1) **Nick**-prose", "Nick", "-prose"),
        ("1) *8Nick** - prose", "8Nick", "prose"),
        ("1) *Nick* by *him* - prose", "*Nick* by *him*", "prose"),
        ("10) **Nick** prose", "Nick", "prose"),
        ("1. **Nick** - prose", "Nick", "prose"),
        ("**Nick** - prose", "Nick", "prose"),
        ("1) ****Nick**** - prose", "Nick", "prose"),
        ("1) **A* by Nick** - prose", "A* by Nick", "prose"),
        ("1) Nick  prose - with a hyphen", "Nick", "prose - with a hyphen"),
        ("1) Nick - prose  with two spaces", "Nick", "prose  with two spaces"),
        ("1) Well-known Nick: a study - prose", "Well-known Nick: a study", "prose"),
        ("1) A* - prose", "A*", "prose"),
    ],
)
def test_where_a_title_ends(start: str, title: str, prose: str) -> None:
    """Bold type, the first two spaces or the first hyphen between spaces end a title."""
    paper = row(f"| {start} | {PAPER} |")
    assert paper.title == title
    assert [(section.label, section.text) for section in paper.sections] == [(None, prose)]


def test_a_title_alone() -> None:
    """A row may have no prose, and no links."""
    assert filled(row(f"| 1) Nick | {PAPER} |"))["title"] == "Nick"
    assert filled(row("| 1) **Nick** - prose |  |")) == {
        "title": "Nick",
        "sections": [(None, "prose")],
    }
    assert filled(row("| 1) **Nick** - prose |")) == {
        "title": "Nick",
        "sections": [(None, "prose")],
    }


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (
            "a [link](https://example.org/a_(b)) in it",
            [(None, "a [link](https://example.org/a_(b)) in it")],
        ),
        ("p(x|y) and a | b", [(None, "p(x|y) and a | b")]),
        ("one <br>● Two: three", [(None, "one"), ("Two", "three")]),
        ("one <br><br>● Two: three", [(None, "one"), ("Two", "three")]),
        ("one <br/> ● Two: three", [(None, "one"), ("Two", "three")]),
        ("one <br>• Two: three", [(None, "one"), ("Two", "three")]),
        ("one <br>● no label", [(None, "one"), (None, "no label")]),
        ("one <br>● Time: at 12:30: noon", [(None, "one"), ("Time", "at 12:30: noon")]),
        ("one <br>● Two: p(x|y)", [(None, "one"), ("Two", "p(x|y)")]),
        ("<br>● Two: three", [("Two", "three")]),
        ("one <br>● a < b: three", [(None, "one"), (None, "a < b: three")]),
        (f"one <br>● {'x' * 60}: three", [(None, "one"), ("x" * 60, "three")]),
        (f"one <br>● {'x' * 61}: three", [(None, "one"), (None, f"{'x' * 61}: three")]),
    ],
)
def test_prose(prose: str, expected: Sequence[tuple[str | None, str]]) -> None:
    """What comes before the first break has no label; a label has at most 60 characters."""
    assert sections(prose) == expected


@pytest.mark.parametrize(
    ("links", "url", "others"),
    [
        ("[Paper](a), [Tweet](b)", "a", [("Tweet", "b")]),
        ("[Paper](a) [Tweet](b)", "a", [("Tweet", "b")]),
        ("[Paper](a)[Tweet](b)", "a", [("Tweet", "b")]),
        ("[Paper](a), [Tweet)](b)", "a", [("Tweet", "b")]),
        ("[Paper](a), [Code (new)](b)", "a", [("Code (new)", "b")]),
        ("[Paper](a), [Tweet)](b", "a", [("Tweet", "b")]),
        ("[Paper](a), [Tweet] (b)", "a", [("Tweet", "b")]),
        ("[Paper](a), [Tweet](b", "a", [("Tweet", "b")]),
        ("[Paper](a_(b)), [Code](c)", "a_(b)", [("Code", "c")]),
        ("[Paper 1](a), [Paper 2](b)", "a", [("Paper 1", "a"), ("Paper 2", "b")]),
        ("[System Card](a), [Tweet](b)", "a", [("System Card", "a"), ("Tweet", "b")]),
        ("[Report](a)", "a", [("Report", "a")]),
        ("soon", None, []),
    ],
)
def test_links(links: str, url: str | None, others: Sequence[tuple[str, str]]) -> None:
    """The first link is the main one, and is beside it too where its label is not Paper."""
    paper = row(f"| 1) **Nick** - prose | {links} |")
    assert paper.url == url
    assert [(link.label, link.url) for link in paper.links] == others


@pytest.mark.parametrize("end", [" |", "|", " |  ", ""])
def test_the_end_of_a_row(end: str) -> None:
    """The last bar may be missing."""
    assert row(f"| 1) **Nick** - prose | {PAPER}{end}").url == "https://arxiv.org/abs/2606.00001"


def test_the_identifier_of_any_link() -> None:
    """The identifier is that of the first link to arXiv, main or other."""
    text = f"| 1) **Nick** - prose | [Report](https://example.org/r), {PAPER} |"
    assert (row(text).url, row(text).arxiv_id) == ("https://example.org/r", "2606.00001")


def test_a_chapter_between() -> None:
    """A chapter that is no week holds no papers."""
    text = week(f"| 1) **A** - a | {PAPER} |") + f"\n## More\n\n| 1) **B** - b | {PAPER} |\n"
    assert [paper.title for paper in read(text).papers] == ["A"]


def test_rows_alone_are_recognised() -> None:
    """Where the heading is lost, the rows tell the family."""
    assert recognised(f"| 1) **A** - a | {PAPER} |\n") == "papers-of-the-week"
    assert (
        recognised(f"{HEADER}| 2) A  b | [Report](https://example.org/r) |\n")
        == "papers-of-the-week"
    )


def test_the_written_form() -> None:
    """Two digests, their days and papers are written as the family writes them."""
    text = (
        week(
            f"| 1) **Nick** - prose <br>● Label: more | {PAPER}, [Code](https://example.org/c) |",
            heading="(December 30 - January 5, 2025)",
        )
        .replace(", 2025)", ") - 2025")
        .replace(f"2025\n{HEADER}", f"2025\n{HEADER}")
    )
    digest = read(text)
    assert (
        serialize_digest(digest, canonical=True, dialect=dialect_named("papers-of-the-week"))
        == text
    )
