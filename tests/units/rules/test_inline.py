"""Values in the rest of a line, after a title, names or a link."""

import datetime

import pytest

from paperdigest import diagnose, parse_digest, serialize_digest
from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, check, text_of, url

#: What is before a value in the line of a paper.
UNITS = (
    "## {T}\n*{A}* %s\n[pdf]({U})\n\nWords on it.\n\n",
    "- [{T}]({U}) - {A} %s\n",
    "- [{T}]({U}) %s\n",
    "- {T} %s [pdf]({U})\n",
)
DAYS = ("2024-11-01", "2024/11/01", "1 Nov 2024", "Nov 1, 2024")


def _stray(text: str) -> list[str]:
    return [text[each.start : each.end] for each in diagnose(text) if each.code == "stray-text"]


@pytest.mark.parametrize(
    ("unit", "around"),
    [
        *((unit, around) for unit in UNITS for around in ("(%s)", "[%s]")),
        *((unit, around) for unit in UNITS[1:3] for around in ("- %s", ", %s", "· %s")),
    ],
)
@pytest.mark.parametrize("day", DAYS)
def test_days(unit: str, around: str, day: str) -> None:
    """A day after a title or names is that of the paper, not a venue."""
    text = text_of(unit % around % day)
    for paper in check(text, authors="{A}" in unit):
        assert paper.published == datetime.date(2024, 11, 1)
        assert not paper.fields
    assert not _stray(text)


@pytest.mark.parametrize("day", DAYS)
def test_a_day_is_replaced_as_it_is_written(day: str) -> None:
    """An edit of a day keeps its style and what is around it."""
    text = text_of(UNITS[0] % f"({day})")
    digest = read(text)
    paper = digest.papers[0]
    edited = serialize_digest(digest.replace_paper(paper, published=datetime.date(2023, 12, 2)))
    new = day.replace("2024", "2023").replace("11", "12").replace("Nov", "Dec")
    new = new.replace("01", "02").replace("1 ", "2 ").replace("1,", "2,")
    assert edited == text.replace(f"({day})", f"({new})", 1)


@pytest.mark.parametrize("month", ["(2024-11)", "[2024/11]", ", 2024.11"])
@pytest.mark.parametrize("unit", UNITS[1:3])
def test_months(unit: str, month: str) -> None:
    """A month is neither a day nor a venue; it is kept as a field."""
    for paper in check(text_of(unit % month)):
        assert paper.published is None
        assert [(each.label, each.value) for each in paper.fields] == [
            ("Published", month.strip("()[], "))
        ]


def test_days_of_talks() -> None:
    """If papers have speakers, a day is that of a talk."""
    text = text_of("- [{T}]({U}) (2024-11-0{N})\n  - Speaker: {A1}\n")
    assert {paper.published for paper in check(text)} == {None}


@pytest.mark.parametrize(
    ("venue", "value"),
    [
        ("(ICML 2024)", "ICML 2024"),
        ("[ICML 2024]", "ICML 2024"),
        ("`ICML 2024`", "ICML 2024"),
        (", ICML 2024", "ICML 2024"),
        (", ICML 2024.", "ICML 2024"),
        (", Nature 2024.", "Nature 2024"),
        ("2024 ICML", "2024 ICML"),
        ("(ICML 2024, oral)", "ICML 2024, oral"),
        (", ICML'24", "ICML'24"),
        ("(B&B’24)", "B&B’24"),
        ("[ICML2024]", "ICML2024"),
        ("(2024), TSE, *soon*", "TSE"),
        ("(2024), arxiv, *soon*", "arxiv"),
    ],
)
def test_venues(venue: str, value: str) -> None:
    """A venue has a year, and a closing bracket if it has an opening one."""
    text = text_of(UNITS[2] % venue)
    for paper in check(text):
        assert [each.value for each in paper.fields if each.label == "Venue"] == [value]
    assert "soon" in text or not _stray(text)


@pytest.mark.parametrize(
    "unit",
    [
        "- **{T}** (2023), SNOW'23, {A} [[pdf]]({U})[[code]](https://github.com/a/b)\n",
        "- **{T}** (2023), TSE, {A} [[pdf]]({U})\n",
        "- **{T}** (2023), {A} [[pdf]]({U})\n",
        "- [{T}]({U}), {A}, SNOW'23\n",
        "- [{T}]({U}), SNOW 2023, {A}\n",
        "{N}. **{T}**. {A} (2023) [pdf]({U})\n",
    ],
)
def test_surnames_first_in_the_line_of_a_title(unit: str) -> None:
    """Before "et al.", "and" or initials, a comma is inside a name, whatever is around the names."""
    names = {
        "Byron, Ada, et al.": ("Byron, Ada", "et al."),
        "North, Emmy K. et al.": ("North, Emmy K. et al.",),
        "Frost, Carl and Stone, Maya": ("Frost, Carl", "Stone, Maya"),
        "Vale, I. and Lind, H.": ("Vale, I.", "Lind, H."),
        "Haddad, Noor, and Paul Reed": ("Haddad, Noor", "Paul Reed"),
    }
    text = "# Rivers\n\n" + "".join(
        unit.format(T=TITLES[at], U=url(at), A=each, N=at + 1) for at, each in enumerate(names)
    )
    papers = read(text).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == list(names.values())


@pytest.mark.parametrize(
    "place",
    ["UR Riverton", "ETH Rivers, Norway", "River Hall, University of the North, Norway", "UR"],
)
@pytest.mark.parametrize(
    "unit",
    [
        "{N}. [{T}]({U}) by {A} (%s, 2021) [Code](https://github.com/a/b{N}) 🔥\n",
        "- [{T}]({U}) - {A} (%s, 2021)\n",
        "- **{T}**, {A} (%s, 2021) [pdf]({U})\n",
    ],
)
def test_a_place_and_a_year_after_names(unit: str, place: str) -> None:
    """Where the authors are from is no author, even if it looks like a name."""
    check(text_of(unit % place), authors=True)


def test_an_acronym_before_names() -> None:
    """An acronym or a journal before a name is not its surname."""
    text = text_of("- [{T}]({U}), {A}\n").replace(
        ", ".join(PEOPLE[1]), "HIVE, Ada and Rivers, Noor"
    )
    assert read(text).papers[1].authors == ()


@pytest.mark.parametrize("year", ["(2024)", "`2024`", "2024", ", 2024.", "· *2024*"])
def test_a_year_without_a_venue(year: str) -> None:
    """It is no venue, and names may follow it."""
    text = text_of(f"- **{{T}}** {year} [pdf]({{U}})\n")
    for paper in check(text):
        assert [(each.label, each.value) for each in paper.fields] == [("Year", "2024")]
    assert not _stray(text)
    named = check(text_of("- **{T}** (2024), *{A}* [pdf]({U})\n"), authors=True)
    assert [paper.fields[0].label for paper in named] == ["Year"] * 5


def test_no_venue() -> None:
    """A bracket that is not closed does not start a venue."""
    for paper in check(text_of(UNITS[2] % "(ICML 2024 and so on")):
        assert not paper.fields


@pytest.mark.parametrize("stars", ["(⭐ 321)", "⭐ 321", "- ★321", "· 🌟 321"])
@pytest.mark.parametrize("unit", [UNITS[2], "**{T}** %s\n{A}\n[pdf]({U})\n\n"])
def test_stars(unit: str, stars: str) -> None:
    """Stars are those of a repository, not votes, and are kept as a field."""
    text = text_of(unit % stars)
    for paper in check(text):
        assert paper.votes is None
        assert [(each.label, each.value) for each in paper.fields] == [("Stars", "321")]
    assert not _stray(text)


@pytest.mark.parametrize(
    "venue", ["Nature 521 (2015)", "NeurIPS (2014)", "Journal of the River 4 (2014)"]
)
def test_a_venue_before_its_year_in_brackets(venue: str) -> None:
    """A year in brackets after a venue, and maybe a volume, is part of it."""
    text = text_of(f'[{{N}}] {{A}}. "{{T}}." {venue}. {{U}}\n', "# Rivers\n\n")
    for paper in check(text, authors=True):
        assert [(each.label, each.value) for each in paper.fields] == [("Venue", venue)]
    assert not _stray(text)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("- [{T}]({U}) %s\n", "(Some Lab)"),
        ("- [{T}]({U}) %s [code](https://example.org/c)\n", "read in spring"),
        ("- [{T}]({U}) %s [code](https://example.org/c)\n", "`oral`"),
        ("- **{T}** %s [[pdf]({U})]\n", "**(some of it)**"),
    ],
)
def test_words_that_no_rule_reads(unit: str, words: str) -> None:
    """Words after a title that give no value are reported, each once."""
    text = text_of(unit % words)
    check(text)
    assert _stray(text) == [words] * 5


@pytest.mark.parametrize("signs", ["(🎉)", "|", "&nbsp; · &nbsp;", "🔥 –", "Code:"])
def test_signs_that_say_nothing(signs: str) -> None:
    """Signs, entities, and a label of the link after them, are not reported."""
    text = text_of(f"- [{{T}}]({{U}}) {signs} [code](https://example.org/c)\n")
    check(text)
    assert not _stray(text)


def test_surnames_between_a_link_and_a_year() -> None:
    """In a list with citations, words between a link and a year are surnames, except a journal."""
    text = (
        "# Reading log\n\n- How Do Bees Count? ([ICSE](https://arxiv.org/abs/2401.00001)), van der Berg et al., 2021\n"
        "- ants avoid corners at night ([arXiv](https://arxiv.org/abs/2401.00002)), Byron, Gauss, Noether, 2015 ⭐\n"
        "- Owls Map Quiet Rooms ([arXiv](https://arxiv.org/abs/2401.00003)), Byron et al., 2020\n"
        "- Moths Turn Left ([arXiv](https://arxiv.org/abs/2401.00004)), Gauss, 2020\n"
        "- Bats Sing Low ([arXiv](https://arxiv.org/abs/2401.00005)), Noether et al., 2020\n"
        "- Hens Plan Their Days ([pdf](https://arxiv.org/abs/2401.00006)), Nature, 2020\n"
    )
    assert [paper.authors for paper in parse_digest(text).papers] == [
        ("van der Berg et al.",), ("Byron", "Gauss", "Noether"), ("Byron et al.",), ("Gauss",), ("Noether et al.",), (),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unit",
    [
        "{N}. {T} (arXiv:2501.0000{N})\n",
        "- **{T}**, arXiv: 2501.0000{N}\n",
        "- **{T}** [arXiv:2501.0000{N}]\n",
        "## {T}\n\n- arXiv: 2501.0000{N}\n\nWords on it.\n\n",
        "## {T}\n\n**arXiv:** 2501.0000{N} [cs.CL]\n\nWords on it.\n\n",
    ],
)
def test_an_identifier_without_a_link(unit: str) -> None:
    """It becomes a field, and the paper has it. What to write for the missing link follows."""
    text = text_of(unit)
    papers = read(text).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.arxiv_id for paper in papers] == [f"2501.0000{at}" for at in range(1, 6)]
    assert [paper.fields[0].label for paper in papers] == ["arXiv"] * 5
    links = [each.message[-32:] for each in diagnose(text) if each.code == "no-link"]
    assert links == [f"https://arxiv.org/abs/2501.0000{at}" for at in range(1, 6)]
    assert not _stray(text)


@pytest.mark.parametrize("names", ["DeepSeek-AI", "LCM team, Loïc Barrault", "Qwen Team"])
@pytest.mark.parametrize("votes", [", 98 upvotes", " (98 votes)", " · 98 likes"])
def test_a_group_of_people_before_votes(names: str, votes: str) -> None:
    """It wrote the paper, so the votes after it are not taken for prose."""
    text = text_of(f"- [{{T}}]({{U}}) — {{A}}{votes}\n").replace("Carl Frost, Maya Stone", names)
    second = check(text)[1]
    assert (", ".join(second.authors), second.votes, second.sections) == (names, 98, ())
    venue = text.replace(names, "NeurIPS")
    assert not read(venue).papers[1].authors


def test_sentences_before_links() -> None:
    """Prose before links may be a single word in lower case with a full stop."""
    unit = "- **{T}** — %s. [Paper]({U}) · [Code](https://github.com/a/b)\n"
    said = ("finds slow rivers in old maps", "no", "counts the stones of a lake", "maybe")
    text = "".join(text_of(unit % each, "").splitlines(True)[at] for at, each in enumerate(said))
    for paper, each in zip(check(f"# River notes\n\n{text}", count=4), said, strict=True):
        assert [section.text for section in paper.sections] == [f"{each}."]


@pytest.mark.parametrize("before", ["- **[ICAB'24]** ", "{N}. ", "- "])
def test_an_underlined_name_after_a_link(before: str) -> None:
    """The tag of an underlined name is enough to separate it from a link whose text ends in a mark."""
    text = text_of(f"{before}[{{T}}?]({{U}}) <u>{{A1}}</u> and Emmy North.\n")
    for paper, people in zip(read(text).papers, PEOPLE, strict=True):
        assert paper.authors == (people[0], "Emmy North")


@pytest.mark.parametrize("label", ["website", "Project", "project page"])
@pytest.mark.parametrize("before", ["", "[code](https://github.com/a/b) / "])
def test_a_website_without_a_paper_is_the_main_link(label: str, before: str) -> None:
    """The website of a paper that is the last link of its item is the main link, if no paper is."""
    text = text_of("- **ICAB 2024**, {T}, [arXiv]({U})\n")
    site = f"{before}[{label}](https://a.example)"
    digest = read(text.replace(f"[arXiv]({url(1)})", site).replace(f"[arXiv]({url(4)})", site))
    assert [paper.url for paper in digest.papers][1::3] == ["https://a.example"] * 2


@pytest.mark.parametrize(
    "links",
    [
        "[website](https://a.example) / [arXiv]({U})",
        "[arXiv]({U}) / [website](https://a.example)",
        "[website](https://a.example)\n  - [arXiv]({U})",
        "[website](https://a.example)\n\n  {U}",
    ],
)
def test_a_website_next_to_a_paper_is_not_the_main_link(links: str) -> None:
    """The paper is the main link, before the website or after it, even in a line below."""
    check(text_of(f"- **{{T}}** {links}\n"))


@pytest.mark.parametrize(
    "other",
    [
        "([notes](notes/{N}.md))",
        "[[my take](../takes/{N})]",
        "[Notes](https://example.org/{N})",
        "[review](reviews/{N}.md) ([slides](talks/{N}.html))",
    ],
)
@pytest.mark.parametrize("main", ["[[arXiv]({U})]", "[link]({U})", "[Rivers 2024]({U})"])
def test_a_link_to_notes_before_the_one_to_the_paper(other: str, main: str) -> None:
    """Notes and other files next to the text are further links, wherever they are in the line."""
    for unit in (f"- {{T}} {other} {main}\n", f"- **{{T}}** {main} {other}\n"):
        for paper in check(text_of(unit)):
            assert len(paper.links) == other.count("](")


def test_another_file_is_the_main_link_if_only_code_follows() -> None:
    """A link to a file next to the text is the main one, unless another link may be that."""
    unit = "- {T} [read](papers/{N}.html) [arXiv]({U})\n"
    last = "- Rain in Numbers [read](papers/9.html) [code](https://github.com/a/b)\n"
    papers = read(text_of(unit) + last).papers
    assert [paper.url for paper in papers] == [*map(url, range(5)), "papers/9.html"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" - Sound Demos at https://example.org/rain : ", ""),
        (" – project page at https://example.org/rain, ", ""),
        (" [[arXiv](", ")] (code at https://example.org/rain)"),
    ],
)
def test_the_address_of_a_demo(before: str, after: str) -> None:
    """Words up to "at" and an address are a further link, which ends the title."""
    for paper in check(text_of(f"- {{T}}{before}{{U}}{after}\n")):
        (link,) = paper.links
        assert link.url == "https://example.org/rain"
        assert link.label in ("Sound Demos", "project page", "code")


@pytest.mark.parametrize(
    "journal", ["Quiet River Fluids", "Physical River Notes", "Slow Acta Aquatica"]
)
@pytest.mark.parametrize(
    "unit",
    [
        "{N}. **{T}**, *{A}*, {J}, 2021. \\[[paper]({U})\\]\n",
        "- **{T}**. _{A}_. {J}, 2021. [[pdf]({U})]\n",
        "- [{T}]({U}), *{A}*, {J} 2021\n",
    ],
)
def test_a_journal_after_names_in_italics(unit: str, journal: str) -> None:
    """Words with capitals after names in italics are not names too."""
    check(text_of(unit.replace("{J}", journal)), authors=True)


@pytest.mark.parametrize("title", ["{T}", "{T}, {T}", "{T}? A Study of {T}", "{T} (ST): {T}"])
@pytest.mark.parametrize(
    ("links", "others"),
    [
        (
            " , Project: <https://a.example/x>, PDF: <{U}> , Code: <https://github.com/a/b>",
            ["Project", "Code"],
        ),
        (", PDF: <{U}>, Website: <https://a.example/x>", ["Website"]),
        (" (Project Page: https://a.example/x, arXiv: {U})", ["Project Page"]),
        (", Demo: https://a.example/x; Paper: {U}", ["Demo"]),
        (" - Code: <https://github.com/a/b> | Preprint: <{U}>", ["Code"]),
    ],
)
def test_labelled_addresses(title: str, links: str, others: list[str]) -> None:
    """Addresses after labels are no part of the title, and that of the paper is the main link."""
    digest = read(text_of(f"- {title}{links}\n"))
    assert [paper.title for paper in digest.papers] == [title.format(T=each) for each in TITLES]
    for at, paper in enumerate(digest.papers):
        assert paper.url == url(at)
        assert [link.label for link in paper.links] == others


def test_a_labelled_website_without_a_paper() -> None:
    """Where nothing else is linked, the website is the main link, but a program is not."""
    text = text_of("- {T}, PDF: <{U}>\n")
    site = text.replace(f"PDF: <{url(1)}>", "Project: <https://a.example/x>")
    assert read(site).papers[1].url == "https://a.example/x"
    program = text.replace(f"PDF: <{url(1)}>", "Code: <https://a.example/x>")
    assert read(program).papers[1].url is None


@pytest.mark.parametrize("label", ["DOI: ", "<b>DOI:</b> ", "<strong>DOI</strong>: "])
@pytest.mark.parametrize("after", [" | posted 2024-02-03", " | posted 2024-02-03 | CC-BY 4.0"])
def test_a_labelled_link_in_a_paragraph_of_html(label: str, after: str) -> None:
    """A link after its label is the main one, and a few words after it are not prose."""
    papers = check(
        text_of(
            "<details>\n<summary><b>{T}</b></summary>\n\n<p><i>{A}</i></p>\n"
            f'<p>{label}<a href="{{U}}">10.1/{{N}}</a>{after}</p>\n<p>Words on slow rivers and on '
            "what they carry.</p>\n\n</details>\n\n"
        )
    )
    for paper in papers:
        assert [section.text for section in paper.sections] == [
            "<p>Words on slow rivers and on what they carry.</p>"
        ]
