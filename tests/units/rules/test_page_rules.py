"""The title and the date of a digest, by the rules for a page."""

import datetime

import pytest

from paperdigest import Digest, Paper, parse_digest, serialize_digest
from tests.units.test_papers import check, text_of

DAY = datetime.date(2024, 9, 30)
#: Headings with a day, and their titles.
HEADINGS = {
    "# Rivers, 2024-09-30": "Rivers",
    "## Rivers, 2024-09-30": "Rivers",
    "### Rivers of 2024-09-30": "Rivers",
    "## 2024-09-30": None,
    "### 2024-09-30": None,
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_mark_of_a_heading_is_no_part_of_its_title(heading: str) -> None:
    """The mark of a heading is never part of the title, whatever level the rules expect."""
    for other in HEADINGS:
        dialect = parse_digest(text_of("- [{T}]({U})\n", f"{other}\n\n")).dialect
        title = parse_digest(f"{heading}\n", dialect=dialect).title
        assert title in (HEADINGS[heading], None)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_page_without_papers(heading: str) -> None:
    """A text without papers has the same title and date if the dialect is named."""
    text = f"{heading}\n"
    assert parse_digest(text) == Digest(HEADINGS[heading], DAY)
    named = parse_digest(text, dialect="general")
    assert named == Digest(HEADINGS[heading], DAY)
    new = Paper("Maps without Borders", authors=["Ada Byron"])
    edited = named.insert(0, new)
    assert parse_digest(serialize_digest(edited), dialect="general") == edited


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_last_paper_of_a_page_is_removed(heading: str) -> None:
    """The text that is left, without papers, has the same title and date."""
    text = text_of("**[{T}]({U})** ⬆️ {N}\n\n> Words on it.\n\n", f"{heading}\n\n")
    check(text)
    digest = parse_digest(text).replace(papers=[])
    assert parse_digest(serialize_digest(digest)) == Digest(HEADINGS[heading], DAY)


#: Headings that say which week it is, and what is left of them without the day.
WEEKS = {
    "# Rivers — Week of September 30, 2024": "# Rivers",
    "# Rivers (week of 2024-09-30)": "# Rivers",
    "# Rivers: for the week ending September 30, 2024": "# Rivers",
    "# Rivers Week of September 30th, 2024": "# Rivers",
    "# Rivers for the week of 2024-09-30": "# Rivers",
    "# Rivers of the week of 2024-09-30": "# Rivers of the week",
    "# Week of September 30, 2024": "",
}


@pytest.mark.parametrize("heading", WEEKS)
def test_the_week_is_no_part_of_the_title(heading: str) -> None:
    """Words such as "week of" belong to the day after them: they stay with it, and go with it."""
    text = text_of("- [{T}]({U})\n", f"{heading}\n\n")
    check(text)
    digest = parse_digest(text)
    left = WEEKS[heading]
    assert (digest.title, digest.date) == (left.removeprefix("# ") or None, DAY)
    assert heading in serialize_digest(digest.replace(date=DAY.replace(day=29))).replace("29", "30")
    without = serialize_digest(digest.replace(date=None))
    assert without == text.replace(f"{heading}\n\n", f"{left}\n\n" if left else "")
