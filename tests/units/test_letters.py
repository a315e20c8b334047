"""Papers in newsletters, exported chats, minutes and programmes, among much other text."""

import pytest

from paperdigest import parse_digest
from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.lines import lines_of
from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, check, text_of, titles, url

PROSE = (
    "Rivers are slow in most places, and so are we when we walk along them in the rain and "
    "count every stone that we see on the way home.\n\n"
)
#: The top of a letter in plain text.
LETTER = (
    "View this letter in your browser (https://mail.example/v)\n\n**THE RIVER POST**\n\n"
    "Issue 12 | January 5, 2026 | 900 readers\n\n" + PROSE
)


def test_a_letter_in_plain_text() -> None:
    """Titles right above addresses are papers among paragraphs of prose; the name in bold has a day."""
    text = text_of("{T} ({N} minute read)\n{U}\n\n" + PROSE, LETTER)
    papers = check(text)
    assert all(paper.sections for paper in papers)
    digest = parse_digest(text)
    assert (digest.title, str(digest.date)) == ("THE RIVER POST", "2026-01-05")


def test_titles_over_addresses_alone() -> None:
    """Titles above addresses are papers even without any prose among them."""
    check(text_of("{T}\n{U}\n\n"))


def test_a_few_addresses_among_prose_are_no_papers() -> None:
    """Two lines above addresses in a text of other paragraphs are references."""
    text = "# A parser\n\n" + PROSE + text_of("{T}\n{U}\n\n" + PROSE, "", 2)
    assert not parse_digest(text).papers


@pytest.mark.parametrize(
    "top", ["**THE RIVER POST**\n\n", "**THE RIVER POST**\n\nWeekly\n\n2026-01-05\n\n"]
)
def test_a_bold_line_without_a_day_below_is_no_heading(top: str) -> None:
    """The name of a letter in bold is right above its day."""
    assert parse_digest(text_of("{T}\n{U}\n\n" + PROSE, "Words.\n\n" + top)).title is None


def test_an_exported_chat() -> None:
    """Titles in italics above links as chats write them are papers, and so are those in items."""
    text = "# #rivers\n\n_Exported 2026-01-05_\n\n**bot** 9:00\n\n" + text_of(
        ":eyes: *{T}*\n<{U}|arXiv> · <https://example.org/{N}.zip|data> · cs.LG\n> It is short.\n\n",
        "",
        3,
    )
    text += "".join(f"• {TITLES[at]} {url(at)}\n   Worth a slot.\n\n" for at in (3, 4))
    papers = check(text)
    assert [link.label for link in papers[0].links] == ["data"]
    digest = parse_digest(text)
    assert (digest.title, str(digest.date)) == ("#rivers", "2026-01-05")


def test_minutes_of_a_reading_group() -> None:
    """A line that says who presents a paper is not a title, and the names after it are its authors."""
    text = text_of(
        "### 2.{N} {T}\n\nPresented by Kim. {A} (preprint) {U}\n\n**Gist.** It is short.\n\n- Good.\n\n"
    )
    papers = check(text)
    assert [[name.split(" (")[0] for name in paper.authors] for paper in papers] == [
        list(people) for people in PEOPLE
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "**{N}\ufe0f\u20e3 {T}**\n> It is short.\n<{U}>\n\n",
        "**🔥 {T}**\n[arXiv]({U})\n\n",
        "**1{N}:00 · {T}**\n[arXiv]({U})\n\n",
        "* [link]({U}) {T} (Byron+) · {N} votes\n",
    ],
)
def test_what_is_no_part_of_a_title(unit: str) -> None:
    """Signs, keycaps and times in bold, and short names after a title are not part of it."""
    check(text_of(unit))


def test_a_tag_after_a_time() -> None:
    """A title after a time may start with a tag."""
    text = text_of("**1{N}:00 · [Re] {T}**\n[arXiv]({U})\n\n")
    assert titles(read(text)) == tuple(f"[Re] {title}" for title in TITLES)


@pytest.mark.parametrize("last", ['"It Holds": Proofs of Dams', '"I Rest" Is an Answer: Slow Dams'])
def test_a_part_of_a_title_in_quotes(last: str) -> None:
    """Words in quotes with the rest of the title after them are not the whole title."""
    text = text_of("- ### [{T}]({U})\n  url:: {U}\n", count=4)
    text += f"- ### {last}\n  url:: {url(4)}\n- stand-up with the team\n"
    assert titles(read(text)) == (*TITLES[:4], last)


@pytest.mark.parametrize("rest", ["Testing Any Dam", "The Long Road", "Dams of the North"])
def test_a_question_in_quotes_with_a_subtitle(rest: str) -> None:
    """A title goes on after a question in quotes, though a link follows."""
    last = f'"Do All Old Dams Hold?": {rest}'
    text = text_of("- {T} [[arXiv]({U})]\n", count=4) + f"- {last} [[arXiv]({url(4)})]\n"
    assert titles(read(text)) == (*TITLES[:4], last)


def test_votes_before_links() -> None:
    """Links to papers in a line of votes are parsed, and links to people are not links of the paper."""
    unit = "### {T}\n\n👍 {N} upvotes • 💬 1 • [HF]({U}) • [Code](https://github.com/a/b)\n\nWords.\n\n"
    papers = check(text_of(unit))
    assert [paper.votes for paper in papers] == [1, 2, 3, 4, 5]
    assert [link.label for link in papers[0].links] == ["Code"]
    unit = "### {T}\n\n👍 {N} · by [ada](https://example.org/ada)\n\n[arXiv]({U})\n\nWords.\n\n"
    assert [paper.votes for paper in check(text_of(unit))] == [1, 2, 3, 4, 5]
    unit = "### {T}\n\n**Votes:** {N} | [arXiv]({U})\n\nWords.\n\n"
    assert [paper.votes for paper in check(text_of(unit))] == [1, 2, 3, 4, 5]


def test_underlined_headings_with_links() -> None:
    """A linked title that is underlined is a heading, and the names below it are its authors."""
    unit = "[{T}]({U})\n-----------\n\nby {A} · ICML 2025\n\nWords on it.\n\nStill useful.\n\n"
    papers = check(text_of(unit), authors=True)
    assert all("Still useful." in str(paper.sections) for paper in papers)


@pytest.mark.parametrize("line", [f"[PDF]({url(1)})", f"[PDF]({url(1)}) [Code]({url(2)})"])
def test_links_above_a_break_are_no_heading(line: str) -> None:
    """A link of one word, or several links, above dashes are not a heading."""
    assert next(each.level for each in lines_of(f"{line}\n---\n")) == 0


def test_labels_of_a_page_are_no_papers() -> None:
    """Labelled values at the top are not papers if other lines show papers."""
    top = "# Alert\n**Query:** `(rivers OR dams) AND 2026[dp]`\n\n## Here\n\n"
    unit = "**{N}. {T}.**\n{A}\n_Rivers._ 2026 Jan 6. PMID: [123]({U})\n\nWords on it.\n\n"
    check(text_of(unit, top))


def test_what_unfolds_a_list_is_no_paper() -> None:
    """A summary that unfolds all papers is above them, and is not a paper."""
    unit = "<details>\n<summary><b>{T}</b></summary>\n\n*{A}*\n[abs]({U})\n\n> Words.\n\n</details>\n\n"
    part = "## Rivers\n\n<details open>\n<summary>Show / hide 5 papers</summary>\n\n"
    check(text_of(unit, f"# Radar\n\n{part}") + "</details>\n")


def test_words_before_a_link_with_a_title() -> None:
    """Words with a colon before a linked title are not a title."""
    unit = "Only one, but a good one: [{T}]({U}). It is long and slow.\n\n"
    check(text_of(unit))


def test_words_before_any_other_link() -> None:
    """A link that is not to a paper has no title."""
    text = "Read on: [A Long Tale of Rivers](https://example.org/a).\n\n"
    evidence = Evidence(text, lines_of(text))
    assert not evidence.links_in_all()
    assert not parse_digest(text).papers
