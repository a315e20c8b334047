"""Shapes of papers in texts of an unknown layout: an example of each, and what is parsed from it."""

from collections.abc import Sequence

import pytest

from paperdigest import Digest, Paper, detect_dialect, diagnose
from paperdigest._dialects import GENERAL
from paperdigest._units.find import find
from tests.dialects import read

#: Titles of invented papers.
TITLES = (
    "A Study of Slow Rivers",
    "Counting Stones with Small Networks",
    "What Otters Teach Us about Search",
    "Maps without Borders and Scales",
    "Learning to Listen in the Rain",
)
PEOPLE = (
    ("Ada Byron", "Emmy North"),
    ("Carl Frost", "Maya Stone"),
    ("Ines Vale", "Hugo Lind"),
    ("Noor Haddad", "Paul Reed"),
    ("Rosa Klein", "Ben Ashby"),
)


def url(at: int) -> str:
    """Return the address of an invented paper."""
    return f"https://arxiv.org/abs/2408.{12000 + at}"


def text_of(unit: str, before: str = "# River notes\n\n", count: int = 5) -> str:
    """Return a text with some papers in one shape.

    Args:
        unit: The shape: ``T`` for the title, ``U`` for the address, ``A`` for the names, ``N`` for
            a number, in braces.
        before: What is above them.
        count: How many.
    """
    return before + "".join(
        unit.format(T=TITLES[at], U=url(at), A=", ".join(PEOPLE[at]), A1=PEOPLE[at][0], N=at + 1)
        for at in range(count)
    )


def titles(digest: Digest) -> tuple[str | None, ...]:
    """Return the titles of all papers."""
    return tuple(paper.title for paper in digest.papers)


def check(text: str, *, authors: bool = False, count: int = 5) -> Sequence[Paper]:
    """Check the laws for a text, and compare what is parsed with its values."""
    digest = read(text)
    assert titles(digest) == TITLES[:count]
    assert [paper.url for paper in digest.papers] == [url(at) for at in range(count)]
    if authors:
        assert [paper.authors for paper in digest.papers] == list(PEOPLE[:count])
    found = detect_dialect(text)
    assert (found.dialect.name, found.certain) == (GENERAL, False)
    assert found.score > 0.3
    return digest.papers


@pytest.mark.parametrize(
    "unit",
    [
        "- {T} [[arXiv]({U})] [[code](https://github.com/a/b{N})]\n",
        "- {T} [[arXiv]]({U})\n",
        "* [{T}]({U})\n",
        "{N}. [{T}]({U}) (2024)\n",
        "- **{T}** [[paper]({U})]\n",
        "- [ ] [{T}]({U})\n",
        "- ### {T}\n  url:: {U}\n",
        "- {T} ({U})\n",
        "### [\\[PDF\\] {T}]({U})\n\nSome words on it.\n\n",
        "## #{N} {T}\n\nURL: {U}\n\nTL;DR: It is short.\n\n",
        "`2024-0{N}` | [{T}]({U}) | ICML\n\n",
        "**【ICML 2024】{T}**\n\n论文链接：{U}\n\n",
        "- [arXiv 2024.12]({U}), **Nick{N}**: {T}\n",
        "* [:scroll:]({U}) {T}\n",
        '- <a id="x{N}"></a> [{T}]({U})\n',
        "### [{T}]({U})\n\nSome words on it.\n\n",
        "## {N}. {T}\n\n[PDF]({U}) | [Code](https://github.com/a/b{N})\n\n",
        "## Title: {T}\n\n**Link**: [PDF]({U})\n\n",
        "### Title:\n{T}\n\n**Link**: [PDF]({U})\n\n",
        "# {T}\n\n**Link**: [PDF]({U})\n\n**Idea**: It is short.\n\n",
        "**[{T}]({U})**\n\nSome words on it.\n\n",
        "> **{T}**\n> [Paper]({U})\n\n",
        "{T}\n---\n\n[Paper]({U})\n\n",
        '<li><a href="{U}">{T}</a></li>\n',
    ],
)
def test_titles_and_links(unit: str) -> None:
    """Titles with links: after them, around them, before them, or in a line below."""
    check(text_of(unit))


@pytest.mark.parametrize(
    "unit",
    [
        "- **{T}** (2015), {A} [[pdf]({U})]\n",
        "- **{T}** - {A}. [[pdf]]({U})\n",
        "- **{T}.** *{A}* [[paper]({U})]\n",
        "- {A} .[{T}]({U}) .\n",
        "- [{T}]({U}) - {A}\n",
        "{N}. [{T}]({U})\n\n   {A}\n\n   J Neural. 2023;5(2):1-9. PMID: 123\n\n",
        "{N}. [{T}]({U})\n\n   {A}\n\n   Nat Rivers. 2023 Mar 4;5(2):1-9. PMID: 123\n\n",
        "### {T}\n\n*{A}*\n\n*Stanford University, Google Research*\n\n[paper]({U})\n\n",
        "- **{T}**\n  - {A}\n  - Slow River Institute, Small Labs\n  - [paper]({U})\n",
        "### {T}\n\n*{A}*, 3. März 2023\n\n[Paper]({U})\n\n",
        "**{N}. {T}** ([arXiv]({U}))\n\n_{A}_\n\nSome words on it.\n\n",
        "[{N}] {A}. {T}[J]. ICML, 2024. [PDF]({U})\n\n",
        "### [{T}]({U})\n\n**Authors:** {A}\n\n",
        "### {T}\n\n- **Authors**: {A}\n- **Link**: {U}\n\n",
        "### {T}\n\n- 作者: {A}\n- 论文/Paper: [PDF]({U})\n\n",
        "### {T}\n\n<b>Authors</b>: {A}\n\n<b>Link</b>: {U}\n\n",
        "<details><summary><strong>{T}</strong> - {A} - [[pdf]({U})]</summary>\n\nWords.\n\n</details>\n\n",
        "## {T}\n\n| | |\n|---|---|\n| **Authors** | {A} |\n| **Paper** | [PDF]({U}) |\n\n",
        "**{T}**  \n{A}  \n[pdf]({U})\n\n",
        "## {N}. [{T}]({U})\n\n👍 {N}4 | 💬 3 | **Authors:** {A} | **Seen:** Monday\n\n> It is short.\n\n",
        "### 2024-08-0{N} — {T}\n\n* Speaker: Kim\n* Paper: {A}, [arXiv]({U})\n* Notes: [pad](https://a.example/{N})\n\n",
    ],
)
def test_names(unit: str) -> None:
    """Names after a title, before it, or in a line below."""
    check(text_of(unit), authors=True)


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("| Title | Conf | Code | Stars |\n|---|---|---|---|\n", "| [{T}]({U}) | ICML | - | 7 |\n"),
        ("| Title | Venue | Date |\n|:--|:-:|--:|\n", "| [{T}]({U}) | CVPR | 2024-08 |\n"),
        ("| Title | Paper |\n|---|---|\n", "| {T} | [link]({U}) |\n"),
        ("|論文|一言|\n|---|---|\n", "|[{T}]({U})|短い|\n"),
        (
            "| Title | Paper |\n|---|---|\n",
            "| {T} | [![Paper](https://img.shields.io/badge/a.svg)]({U}) |\n",
        ),
        (
            "| Paper | Code |\n|---|---|\n",
            "| ![star](https://img.shields.io/s{N}) <br> [**{T}**]({U}) | no |\n",
        ),
        ("| # | Paper | Notes |\n|---|---|---|\n", '| {N} | <a href="{U}">{T}</a> | short |\n'),
    ],
)
def test_tables(header: str, unit: str) -> None:
    """Rows of tables whose header says little."""
    check(text_of(unit, "# River notes\n\n" + header))


def test_several_tables_are_one_list() -> None:
    """Tables with the same number of columns share rules; where headers differ, cells decide."""
    row = "| [{T}]({U}) | {A} |\n"
    text = (
        text_of(row, "# R\n\n## North\n\n| Title | Authors |\n|---|---|\n", 2)
        + "\n## South\n\n| Title | Where |\n|---|---|\n| [Maps of All Small Islands](https://doi.org/10.1/abc) | [x](https://a.example) |\n"
        + "\n## East\n\n| Title | Authors |\n|---|---|\n| [Songs of the Eastern Birds](https://doi.org/10.1/abd) | Ada Byron |\n"
    )
    digest = read(text)
    assert titles(digest) == (
        *TITLES[:2],
        "Maps of All Small Islands",
        "Songs of the Eastern Birds",
    )
    assert [paper.category for paper in digest.papers] == ["North", "North", "South", "East"]


def test_headers_without_one_title_are_passed_over() -> None:
    """A table whose titles are in another column than those of the first adds no rules."""
    text = (
        text_of("| [{T}]({U}) | ICML 2024 |\n", "# R\n\n| Title | Venue |\n|---|---|\n", 4)
        + "\n| Venue | Title |\n|---|---|\n| ICML 2024 | [Maps of All Small Islands](https://doi.org/10.1/abc) |\n"
    )
    assert titles(read(text))[:4] == TITLES[:4]


def test_rows_that_repeat_the_papers_below_are_an_index() -> None:
    """An index of the papers is not a list of its own."""
    index = text_of("| [{T}](#p{N}) | ICML 2024 |\n", "# R\n\n| Title | Venue |\n|---|---|\n")
    check(index + text_of("\n## {T}\n\n- **Authors**: {A}\n- **Link**: {U}\n", ""), authors=True)


def test_rows_with_the_titles_of_papers_are_an_index() -> None:
    """Rows whose header speaks of papers are an index too, if the papers themselves are elsewhere."""
    index = text_of("| {T} | {A1} |\n", "# R\n\n| Paper | Speaker |\n|---|---|\n")
    check(index + text_of("\n## {T}\n\n- **Authors**: {A}\n- **Link**: {U}\n", ""), authors=True)


def test_rows_go_before_a_few_items() -> None:
    """If most papers are rows, a few linked items next to them are not papers."""
    rows = text_of("| [{T}]({U}) | ICML 2024 |\n", "# R\n\n| Title | Venue |\n|---|---|\n")
    items = "- the survey is at https://arxiv.org/abs/1111.11111\n- and the data\n"
    assert titles(read(f"{rows}\n{items}")) == TITLES


def test_few_papers_in_a_list_of_many_things() -> None:
    """If most items are not papers, only those below a heading of their own are."""
    tools = "".join(
        f"- [Tool {at}](https://github.com/a/tool{at}) - It is a tool.\n" for at in range(9)
    )
    text = text_of("- [{T}]({U})\n", "# Rivers\n\n## Papers\n\n", 3)
    for many in (
        f"{text}\n## Frameworks\n\n{tools}",
        f"{text}\n## More\n\n### Frameworks\n\n{tools}",
    ):
        assert titles(read(many)) == TITLES[:3]
    assert not read(f"# Rivers\n\n## Frameworks\n\n{tools}").papers


def test_one_paper_among_tools_and_words_makes_no_list() -> None:
    """Without the headings over tools, the rest must still be more than a reference."""
    words = "We say a good deal about rivers, at length.\n\n" * 12
    paper = text_of("- [{T}]({U})\n", f"# Rivers\n\n{words}## Sources\n\n", 1)
    tools = "".join(f"- [Slow tool {at}](https://github.com/a/tool{at})\n" for at in range(5))
    assert not read(f"{paper}\n## Frameworks\n\n{tools}").papers


def test_sections_above_papers_are_groups() -> None:
    """Headings over the headings of papers are their categories."""
    unit = "### [{T}]({U})\n\nWords on it.\n\n"
    text = text_of(unit, "# R\n\n## North\n\n", 3) + text_of(unit, "## South\n\n", 2)
    assert [paper.category for paper in read(text).papers] == ["North"] * 3 + ["South"] * 2


@pytest.mark.parametrize(
    "title",
    [
        "Contact2Grasp: Hands that Know",
        "CiteLLM: Who Said It First",
        "How to Turn Graphs into Models",
        "A Survey of Better Prompts",
    ],
)
def test_words_of_chapters_in_titles(title: str) -> None:
    """A title may begin or end as the heading of a chapter does."""
    text = text_of("### [{T}]({U})\n\nWords.\n\n", count=4) + f"### [{title}]({url(9)})\n\nWords.\n"
    assert titles(read(text)) == (*TITLES[:4], title)


@pytest.mark.parametrize(
    ("address", "identifier"),
    [
        ("https://doi.org/10.48550/arXiv.2408.12637", "2408.12637"),
        ("https://papers.cool/arxiv/2408.12637", "2408.12637"),
        ("https://alphaxiv.org/abs/2408.12637", "2408.12637"),
        ("https://openreview.net/forum?id=abc", None),
        ("https://aclweb.org/anthology/P19-1001", None),
        ("https://www.usenix.org/conference/osdi24/x", None),
        ("https://ojs.aaai.org/index.php/AAAI/article/view/1", None),
        ("https://iclr.cc/virtual/2024/poster/1", None),
        ("https://papers.nips.cc/paper/2019/hash/a.html", None),
        ("https://openaccess.thecvf.com/content/x.html", None),
        ("https://dl.acm.org/doi/10.1145/1", None),
        ("https://ieeexplore.ieee.org/document/1", None),
        ("https://www.biorxiv.org/content/10.1101/1", None),
        ("https://papers.ssrn.com/sol3/papers.cfm?id=1", None),
        ("https://hal.science/hal-01", None),
    ],
)
def test_publishers(address: str, identifier: str | None) -> None:
    """A link to a publisher is the main one, whatever is next to it."""
    text = "# R\n\n" + "".join(
        f"- **{title}** [[code](https://github.com/a/b)] [[paper]({address})]\n" for title in TITLES
    )
    digest = read(text)
    assert titles(digest) == TITLES
    assert {paper.url for paper in digest.papers} == {address}
    assert {paper.arxiv_id for paper in digest.papers} == {identifier}


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("Just words.\n", "the nearest line, 'Just words.', has no link to a paper"),
        ("* * *\n\n- \n", "no lines are alike"),
        (
            "# Tool\n\n" + "- Fix a crash in the reader of files\n" * 4,
            "the nearest line, '- Fix a crash in the reader of files', has no link to a paper, no "
            "names of authors and no label such as 'Authors:'",
        ),
        (
            "# Tool\n\n"
            + "We say a good deal about the tool, at length.\n\n" * 40
            + "It rests on [A Study of Slow Rivers](https://arxiv.org/abs/2408.12637).\n",
            "the nearest line",
        ),
    ],
)
def test_what_is_missing(text: str, lack: str) -> None:
    """A text without papers says which line came nearest, and what that lacks."""
    found = find(text)
    assert not found.papers
    assert lack in found.reason
    assert found.score < 0.75
    digest = read(text)
    assert not digest.papers


def test_a_text_without_papers_has_a_title_and_a_date() -> None:
    """A page without a list of papers still has a title and a date."""
    digest = read("# Changes of the tool, 2024-08-26\n\n- Fix a crash in the reader of files\n")
    assert (digest.title, str(digest.date), digest.papers) == (
        "Changes of the tool",
        "2024-08-26",
        (),
    )


def test_a_guess_is_reported() -> None:
    """The papers of a text of an unknown layout are reported as a guess."""
    text = text_of("* [{T}]({U})\n")
    assert "uncertain-dialect" in [each.code for each in diagnose(text)]


def test_a_link_with_a_sign_is_no_title() -> None:
    """Before some titles a sign links to a copy of the paper, though others are links alone."""
    lines = [f"[{title}]({url(at)})" for at, title in enumerate(TITLES)]
    signed = [f"[:scroll:]({at}.pdf) {line}" for at, line in enumerate(lines[2:])]
    text = "".join(f"* {line}\n" for line in [*lines[:2], *signed])
    check(f"# River notes\n\n{text}")


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("# River notes\n\n", "### [{T}](<{U}>)\n\n"),
        ("# River notes\n\n", "- **[{T}](<{U}>)**\n"),
        ("# River notes\n\n", "- **{T}**, {A}. [[pdf](<{U}>)]\n"),
        ("| Title | Venue |\n| --- | --- |\n", "| [{T}](<{U}>) | ICML |\n"),
    ],
)
def test_a_link_between_angle_brackets(before: str, unit: str) -> None:
    """The angle brackets around the target of a link are not part of its URL."""
    check(text_of(unit, before))
