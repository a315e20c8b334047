"""How titles are set off in their lines."""

import pytest

from paperdigest import serialize_digest
from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, check, text_of, titles


@pytest.mark.parametrize(
    "venue",
    [
        "FAST'22",
        "B&B '19",
        "P&Q’21",
        "ICAB2021",
        "ICAB 2021 Workshop",
        "ICAB 2021, Spotlight",
        "ICAB'21 Best Paper Award",
        "Rivers 2023 Datasets and Benchmarks Track",
    ],
)
@pytest.mark.parametrize("unit", ["- [{T} ({V})]({U})\n", "- **{T} ({V})** [[pdf]({U})]\n"])
def test_a_venue_in_brackets_ends_a_title(unit: str, venue: str) -> None:
    """A venue with its year and the kind of the paper, in brackets in a link or in bold, ends a title."""
    check(text_of(unit.replace("{V}", venue)))


@pytest.mark.parametrize("words", ["2021 in Review", "Part 2", "1990-2020", "MAP2"])
def test_other_words_in_brackets_are_part_of_a_title(words: str) -> None:
    """Brackets without a year of four digits, or with other words after it, do not end a title."""
    text = text_of("- [{T} (FAST 2022)]({U})\n")
    digest = read(text.replace(f"{TITLES[1]} (FAST 2022)", f"{TITLES[1]} ({words})"))
    assert titles(digest)[1] == f"{TITLES[1]} ({words})"


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ('* **Nick{N}**: "{T}", *ICAB, 2023*. [[pdf]({U})]\n', '"Not Now": {}'),
        ('* "{T}," Rivers, 2023. [[pdf]({U})]\n', '"Not Now" and {}'),
        ('* {A}, "{T}," in *Rivers*, 2023. [[pdf]({U})]\n', '"Not Now"? {}'),
        ('* ["{T}"]({U}) (2023)\n', 'A "Not Now" {}'),
        ("* “{T}”, *Rivers*, 2023. [[pdf]({U})]\n", "“Not Now”: {}"),
        ("* “{T}”, *Rivers*, 2023. [[pdf]({U})]\n", "{} and “Later”"),
    ],
)
def test_a_title_in_quotes_with_quotes_in_it(unit: str, title: str) -> None:
    """A title in quotes may start with words in quotes, and has any in curly ones or in a link."""
    text = text_of(unit)
    digest = read(text.replace(TITLES[1], title.format(TITLES[1])))
    assert titles(digest) == (TITLES[0], title.format(TITLES[1]), *TITLES[2:])


@pytest.mark.parametrize(
    "title",
    [
        '"Not Now": Slow Rivers in Spring',
        '"Not Now": Frozen Rivers of the Far North',
        "“Not Now”: Frozen Rivers and their Names",
        "«Not Now»: Frozen Rivers under Snow",
        '"Not Now": A Study of "Later"',
        '"Not Now" and "Never"',
        "“Not Now” Again and Again",
        "«Not Now» Means Later",
    ],
)
def test_a_heading_that_starts_with_words_in_quotes(title: str) -> None:
    """The title goes on after the quotes, with a colon or without, whatever words have capitals."""
    text = text_of("## {T}\n\n*{A}* · [pdf]({U})\n\n- Words on it.\n\n")
    assert titles(read(text.replace(TITLES[1], title)))[1] == title


@pytest.mark.parametrize("after", ["", " by {A}", " {A}", " in ICAB 2024"])
def test_what_is_after_a_heading_in_quotes(after: str) -> None:
    """Names or a venue after the quotes are not part of the title."""
    check(text_of(f'## "{{T}}"{after}\n\n[pdf]({{U}})\n\n- Words on it.\n\n'))


@pytest.mark.parametrize("title", ['A Note on "Slow Rivers"', "A Note on “Slow” and “Late”"])
@pytest.mark.parametrize(
    "unit",
    [
        "**{T}**\n_{A}_\n[pdf]({U})\n\n",
        "- **{T}.** {A}. [pdf]({U})\n",
        "- {T} [pdf]({U})\n",
        "|{T}|[pdf]({U})|\n",
        "|**{T}**|[pdf]({U})|\n",
    ],
)
def test_words_in_quotes_at_the_end_of_a_title(unit: str, title: str) -> None:
    """The last quote belongs to the title if the first one does."""
    header = "|Title|Paper|\n|---|---|\n" if unit.startswith("|") else ""
    text = text_of(unit, f"# Papers\n\n{header}")
    assert titles(read(text.replace(TITLES[1], title))) == (TITLES[0], title, *TITLES[2:])


@pytest.mark.parametrize(
    "title",
    [
        "Floods of the U.S. heartland, extended",
        "Floods in the U.S. Midwest",
        "Floods vs. heat",
    ],
)
@pytest.mark.parametrize("after", ["*Rivers*, 12(3). {U}", "Rivers, 12(3). {U}", "{U}"])
def test_a_full_stop_inside_a_title(title: str, after: str) -> None:
    """A word after the full stops of an abbreviation goes on with the title; an address does not."""
    text = text_of("- {A1}, & Lind, J. (2016). {T}. " + after + "\n")
    digest = read(text.replace(TITLES[1], title))
    assert titles(digest) == (TITLES[0], title, *TITLES[2:])


def test_an_address_after_an_abbreviation() -> None:
    """An address or marks after the last full stop of an abbreviation are not part of the title."""
    text = text_of("- Frost, C. (2016). {T}. {U}\n")
    digest = read(text.replace(f"{TITLES[1]}.", "Floods of the U.S."))
    assert titles(digest)[1] == "Floods of the U.S"


@pytest.mark.parametrize(
    "unit",
    [
        "- [{T}] [[paper]]({U}) [[code]](https://github.com/a/b{N})\n",
        "* [{T}][[pdf]({U})] [Rivers 2017]\n",
        "{N}. [{T}]. [arXiv]({U}), [code](https://github.com/a/b{N})\n",
        "- [{T}][paper]({U})\n",
        "- [{T}] (2021) [[pdf]]({U})\n",
        "- [{T}] ([arXiv]({U}))\n",
        "- [{T}] - <{U}>\n",
        "- [{T}] [![arXiv](https://badges.example/x.svg)]({U})\n",
        "- [**{T}**] [[pdf]]({U})\n",
        "- **[{T}]** [[pdf]]({U})\n",
        "### [{T}] [[pdf]]({U})\n\nWords on it.\n\n",
    ],
)
@pytest.mark.parametrize("count", [5, 1])
def test_a_title_in_brackets_that_link_to_nothing(unit: str, count: int) -> None:
    """Brackets before a link with a short text hold a title, even if they link to nothing."""
    check(text_of(unit, "# Papers\n\n", count), count=count)


def test_a_tag_before_a_link_is_no_title() -> None:
    """Brackets before a link with a long text are a tag, even if they hold several words."""
    check(text_of("- [Rivers 2020 Oral] [{T}]({U})\n"))


@pytest.mark.parametrize("end", [".pdf", ".PDF", ".pptx", ".html", ".md", " (ICAB 2019).pdf"])
@pytest.mark.parametrize(
    "unit",
    [
        "* [{T}{E}](https://github.com/a/b/blob/master/Rivers/{N}.pdf) <br /> \n",
        "{N}. [**{T}{E}**](https://a.example/{N}.pdf)\n",
        "- `New` [{T}{E}](https://a.example/{N}.pdf) - some words\n",
        "- [[SnowNet] {T}{E}](https://a.example/{N}.pdf)\n",
    ],
)
def test_the_type_of_a_file_is_no_part_of_a_title(unit: str, end: str) -> None:
    """A link whose text is the name of a file gives the title without the type of the file."""
    text = text_of(unit.replace("{E}", end))
    digest = read(text)
    assert titles(digest) == TITLES
    edited = digest.replace_paper(digest.papers[0], title="A Study of Snow")
    assert serialize_digest(edited) == text.replace(TITLES[0], "A Study of Snow")


def test_a_full_stop_inside_a_linked_title() -> None:
    """A full stop before other words is part of the title."""
    text = text_of("- [{T}]({U})\n")
    for title in ("Rivers.pdf Is Not a File", "Teaching with Rivers.jl"):
        assert titles(read(text.replace(TITLES[1], title)))[1] == title


@pytest.mark.parametrize(("name", "title"), [("DeepSnow", ""), ("xDeepFM", ""), ("Re", "[Re] ")])
def test_a_short_name_before_a_linked_title(name: str, title: str) -> None:
    """A short name with two capitals in brackets is not part of the title."""
    digest = read(text_of(f"- [[{name}] {{T}}]({{U}})\n"))
    assert titles(digest) == tuple(f"{title}{each}" for each in TITLES)


@pytest.mark.parametrize("venue", ["ICAB 2021", "Rivers and Lakes 2021", "SNOW'21", "2021"])
@pytest.mark.parametrize(
    "unit",
    [
        "- [{T}, {A}, {V}] [[Paper]]({U}) [[Code]](https://github.com/a/b{N})\n",
        "✔️ [{T}, {A}, {V}] [[Paper]({U})]\n\n",
        "{N}. **[{T}, {A}, {V}]** [pdf]({U})\n",
        "- [**{T}**, {A}, {V}] <{U}>\n",
    ],
)
def test_names_and_a_venue_after_a_title_in_brackets(unit: str, venue: str) -> None:
    """Names and a venue with its year end a title in brackets that link to nothing."""
    check(text_of(unit.replace("{V}", venue)), authors=True)


def test_titles_in_brackets_without_links() -> None:
    """Names and a venue after titles in brackets show papers, even without links."""
    digest = read(text_of("- [{T}, {A}, ICAB 2021]\n"))
    assert titles(digest) == TITLES
    assert [paper.authors for paper in digest.papers] == list(PEOPLE)


def test_titles_in_brackets_of_which_some_have_names() -> None:
    """A comma in brackets that no names follow is part of the title."""
    text = text_of("- [{T}, {A}, ICAB 2021] [[pdf]]({U})\n")
    other = "Rivers, Lakes, and Ponds of 2021"
    digest = read(text.replace(f"{TITLES[1]}, {', '.join(PEOPLE[1])}, ICAB 2021", other))
    assert titles(digest) == (TITLES[0], other, *TITLES[2:])
    assert [bool(paper.authors) for paper in digest.papers] == [True, False, True, True, True]


@pytest.mark.parametrize("more", [", Not Lakes", ", No Lakes, No Ponds", ""])
@pytest.mark.parametrize("after", ["{A1} et al.", "{A1}, J. North et al.", "River Lab", "{A}"])
def test_a_comma_in_a_title_before_a_year(after: str, more: str) -> None:
    """Words between a comma and a year in brackets without a space before it are part of the title."""
    digest = read(text_of(f"- {{T}}{more}(2014), {after} [[pdf]]({{U}})\n"))
    assert titles(digest) == tuple(f"{title}{more}" for title in TITLES)
    assert all(bool(paper.authors) == after.startswith("{") for paper in digest.papers)


@pytest.mark.parametrize("quote", ['"{}"', "“{}”"])
@pytest.mark.parametrize(
    "rest",
    [
        ": Slow Rivers on Fast Hardware",
        ": Quiet Learning Rules for Deep Ponds",
        ": Why Rivers Freeze",
        ": Mapping Streams",
    ],
)
def test_a_title_that_goes_on_after_quotes(quote: str, rest: str) -> None:
    """A colon and words after the closing quotes are part of the title."""
    title = quote.format("Please Don't Wake the Otters") + rest
    text = text_of("- {T} [[Paper]({U})] [[Code](https://github.com/a/b)]\n")
    assert titles(read(text.replace(TITLES[1], title)))[1] == title


@pytest.mark.parametrize("rest", [": Ada Byron, Emmy North", ": Ada Byron", ": ICML 2021"])
def test_a_colon_before_other_values_after_quotes(rest: str) -> None:
    """Names or a venue after the closing quotes and a colon are not part of the title."""
    check(text_of(f'- "{{T}}"{rest} [[Paper]({{U}})]\n'))


@pytest.mark.parametrize(
    "unit",
    [
        '<p><b>{T}</b><br>\n<i>{A}</i><br>\n<a href="{U}">pdf</a></p>\n\n',
        '<p><a href="{U}">{T}</a><br>\n<i>{A}</i></p>\n\n',
    ],
)
def test_a_tag_inside_a_title(unit: str) -> None:
    """A title in HTML may have a word in italics, as the names of species are."""
    title = f"Ancient <i>Rivula</i> of {TITLES[1]}"
    digest = read(text_of(unit).replace(TITLES[1], title))
    assert titles(digest) == (TITLES[0], title, *TITLES[2:])


@pytest.mark.parametrize("unit", ["**{T}**\n_{A}_\n[pdf]({U})\n\n", "- **{T}.** {A}. [pdf]({U})\n"])
def test_words_in_italics_at_the_end_of_a_title_in_bold(unit: str) -> None:
    """The star that closes italics belongs to the title."""
    title = f"{TITLES[1]} in *Spring*"
    assert titles(read(text_of(unit).replace(TITLES[1], title)))[1] == title


@pytest.mark.parametrize(
    "venue",
    [
        " (2021), SNOW'21",
        " (2021), SNOW 2021",
        " (2021), arxiv",
        " (2021), TSE",
        " (SNOW 2021)",
        ", SNOW’21",
    ],
)
def test_a_venue_between_a_title_without_marks_and_names(venue: str) -> None:
    """A venue, maybe after a year in brackets, is part of neither the title nor the names."""
    papers = check(text_of(f"- {{T}}{venue}, {{A}} [[pdf]]({{U}})\n"), authors=True)
    value = venue.rsplit(", ", maxsplit=1)[-1].strip(" ()")
    for paper in papers:
        assert [each.value for each in paper.fields if each.label == "Venue"] == [value]


def test_an_acronym_at_the_end_of_a_title_before_names() -> None:
    """An acronym after a comma is part of the title, unless a year in brackets is before it."""
    digest = read(text_of("- {T}, BERT, {A} [[pdf]]({U})\n"))
    assert titles(digest) == tuple(f"{title}, BERT" for title in TITLES)
    assert [paper.authors for paper in digest.papers] == list(PEOPLE)
