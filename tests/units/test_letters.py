"""Papers in newsletters, exported chats, minutes and programmes, among much other text."""

import pytest

from paperdigest._units.lines import lines_of
from tests.units.test_papers import PEOPLE, check, text_of, url

PROSE = (
    "Rivers are slow in most places, and so are we when we walk along them in the rain and "
    "count every stone that we see on the way home.\n\n"
)
#: The top of a letter in plain text.
LETTER = (
    "View this letter in your browser (https://mail.example/v)\n\n**THE RIVER POST**\n\n"
    "Issue 12 | January 5, 2026 | 900 readers\n\n" + PROSE
)


def test_minutes_of_a_reading_group() -> None:
    """A line that says who presents a paper is no title, and the names behind it are its authors."""
    text = text_of(
        "### 2.{N} {T}\n\nPresented by Kim. {A} (preprint) {U}\n\n**Gist.** It is short.\n\n- Good.\n\n"
    )
    papers = check(text)
    assert [[name.split(" (")[0] for name in paper.authors] for paper in papers] == [
        list(people) for people in PEOPLE
    ]


def test_underlined_headings_with_links() -> None:
    """A linked title that is underlined is a heading, and the names below it are its authors."""
    unit = "[{T}]({U})\n-----------\n\nby {A} · ICML 2025\n\nWords on it.\n\nStill useful.\n\n"
    papers = check(text_of(unit), authors=True)
    assert all("Still useful." in str(paper.sections) for paper in papers)


@pytest.mark.parametrize("line", [f"[PDF]({url(1)})", f"[PDF]({url(1)}) [Code]({url(2)})"])
def test_links_above_a_break_are_no_heading(line: str) -> None:
    """A link of one word, and several links, are no heading above dashes."""
    assert next(each.level for each in lines_of(f"{line}\n---\n")) == 0


def test_what_unfolds_a_list_is_no_paper() -> None:
    """A summary that shows all papers is over them and is none."""
    unit = "<details>\n<summary><b>{T}</b></summary>\n\n*{A}*\n[abs]({U})\n\n> Words.\n\n</details>\n\n"
    part = "## Rivers\n\n<details open>\n<summary>Show / hide 5 papers</summary>\n\n"
    check(text_of(unit, f"# Radar\n\n{part}") + "</details>\n")
