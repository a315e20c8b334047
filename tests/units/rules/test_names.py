"""Names in the lines of a paper."""

import re

import pytest

from paperdigest._units.patterns.people import PEOPLE
from tests.dialects import read
from tests.units.test_papers import PEOPLE as PEOPLE_OF
from tests.units.test_papers import TITLES, check, text_of, url


@pytest.mark.parametrize("more", [", +2 more", " +1 more", ", +12 others", ""])
def test_small_lines_of_names(more: str) -> None:
    """In a chat, ``-#`` makes a line small. The count of names that are left out is not a name."""
    unit = f"**{{T}}**\n-# {{A}}{more}\n> Words on it.\n<{{U}}>\n\n"
    for paper in check(text_of(unit), authors=True):
        assert [part.text for part in paper.sections] == ["> Words on it."]


def test_a_count_of_all_names_before_links() -> None:
    """A count after names in a line of other values is not the start of another value."""
    unit = "## [{T}]({U})\n\n👍 12 | 👥 {A1}, Ann Lee 等 14 人 | [PDF]({U}) | [Code](https://github.com/a/b)\n\n> Words.\n\n"
    papers = read(text_of(unit)).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == [
        (first, "Ann Lee 等 14 人") for first, _ in PEOPLE_OF
    ]


def test_a_journal_below_names() -> None:
    """A journal in italics with the day of its issue is not a name, though a link follows."""
    unit = "**{T}.**  \n{A1}  \n_River Stud._ 2026 Jan 6. PMID: [41{N}](https://pubmed.ncbi.nlm.nih.gov/41{N}/)\n\nWords.\n\n"
    papers = read(text_of(unit)).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == [(first,) for first, _ in PEOPLE_OF]


def test_names_below_some_titles_and_after_others() -> None:
    """Titles without a line below do not count against names there, and may have names after them."""
    below = text_of("* [240{N}.08249]({U}) **{T}**\n  {A1}\n", count=2)
    after = "".join(
        f"* [240{at}.01234](https://arxiv.org/abs/240{at}.01234) **{title}**, {PEOPLE_OF[at][0]}\n"
        for at, title in list(enumerate(TITLES))[2:]
    )
    papers = read(f"{below}\n## Left over\n\n{after}").papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == [(first,) for first, _ in PEOPLE_OF]


@pytest.mark.parametrize(
    "names",
    [
        "Ada Byron, S. M. Karim Haddad, Carl Frost",
        "Ada Byron, S. M. Karim Haddad and Carl Frost",
        "Ada Byron, S. M. Karim Haddad et al.",
        "Ada Byron, S. M. Karim Haddad",
        "Henrik Ø. Madsen 等",
    ],
)
def test_initials_before_two_names(names: str) -> None:
    """Initials that start a name do not end the one before it."""
    found = re.match(PEOPLE, names)
    assert found is not None
    assert found[0] == names


def test_initials_after_a_name() -> None:
    """Initials that end a name stay with it before a title."""
    found = re.match(PEOPLE, "Byron, A. Slow rivers in spring")
    assert found is not None
    assert found[0] == "Byron, A."


def test_a_journal_and_a_month_below_names() -> None:
    """A journal of two words with the month of its issue is not a name, where names are or are not."""
    unit = "**{T}.**  \n{A}.  \nRiver Letters, May 2021.  \n[[pdf]({U})]\n\n"
    missing = f"**{TITLES[4]}.**  \nRain Studies Quarterly, June 2020.  \n[[pdf]({url(4)})]\n"
    papers = read(text_of(unit, count=4) + missing).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == [*PEOPLE_OF[:4], ()]


@pytest.mark.parametrize("form", ["*{A}.*", "*{A}*", "_{A}_", "{A}", "{A} (*Hive 2021*)"])
def test_surnames_before_given_names(form: str) -> None:
    """Names joined as in BibTeX keep the comma after each surname; one alone needs emphasis."""
    names = (
        (("Byron, Ada", "de la North, Emmy"), "Byron, Ada and de la North, Emmy"),
        (("Frost, Carl K", "Lee, Min Soo", "Vale, Noor"), "Frost, Carl K; Lee, Min Soo; Vale, Noor"),
        (("Klein, Ida", "Ito, Ken and others"), "Klein, Ida & Ito, Ken and others"),
        (("Stone, Per",), "Stone, Per"),
    )  # fmt: skip
    entries = (
        f"1. **{title}.** Hive, 2021. [paper]({url(at)})\n\n    {form.format(A=names[at][1])}\n\n"
        for at, title in enumerate(TITLES[:4])
    )
    papers = read("# Reading\n\n" + "".join(entries)).papers
    assert [paper.title for paper in papers] == list(TITLES[:4])
    emphasised = form.startswith(("*", "_"))
    assert [paper.authors for paper in papers] == [
        *(each for each, _ in names[:3]),
        names[3][0] if emphasised else (),
    ]


@pytest.mark.parametrize(
    "award",
    [
        "***Distinguished Paper***",
        "**Best Paper Award**",
        "*Outstanding Paper*",
        "Test of Time Award",
    ],
)
def test_an_award_after_names(award: str) -> None:
    """An award below a title, after names in other lines and a venue, is not a name."""
    last = f"- Rain in Numbers [[Paper]({url(9)})]\n  - Frost, A., Vale, R. (*Hive 2021*) {award}\n"
    papers = read(text_of("- {T} [[Paper]({U})]\n") + last).papers
    assert papers[-1].title == "Rain in Numbers"
    assert papers[-1].authors == ("Frost, A.", "Vale, R.")


@pytest.mark.parametrize(
    "words",
    [
        "N/A",
        "—",
        "Unknown",
        "Not stated in the abstract",
        "None (under review)",
        "不明（匿名の査読）",
        "未知",
    ],
)
def test_authors_that_are_unknown(words: str) -> None:
    """Words that say that the authors are unknown are no name, and stay with their label."""
    for paper in check(text_of(f"## {{T}}\n\n- Authors: {words}\n- Link: {{U}}\n\n")):
        assert paper.authors == ()
        assert [(field.label, field.value) for field in paper.fields] == [("Authors", words)]


@pytest.mark.parametrize("name", ["Nonette Unknowing", "Nova Dash"])
def test_names_like_words_for_unknown(name: str) -> None:
    """A name may begin as such words do."""
    for paper in check(text_of(f"## {{T}}\n\n- Authors: {name}\n- Link: {{U}}\n\n")):
        assert paper.authors == (name,)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Byron, C. F. Frost  ", ("Ada Byron", "C. F. Frost")),
        ("Ada Byron, C. Frost ", ("Ada Byron", "C. Frost")),
        ("Byron, Ada, et al.  ", ("Byron, Ada", "et al.")),
        ("Byron, A. K., et al.  ", ("Byron, A. K.", "et al.")),
    ],
)
def test_names_before_a_line_break(line: str, names: tuple[str, ...]) -> None:
    """The spaces of a line break after names are not a part of them, nor the start of other words."""
    unit = "**{T}**  \n{A}  \n[Hive (2022)]({U})\n\n"
    last = f"**Rain in Numbers**  \n{line}\n[Hive (2021)]({url(9)})\n"
    papers = read(text_of(unit) + last).papers
    assert [paper.authors for paper in papers] == [*PEOPLE_OF, names]
    assert [paper.url for paper in papers] == [*map(url, (*range(5), 9))]
