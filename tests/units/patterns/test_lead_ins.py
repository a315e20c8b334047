"""What leads in to titles in their lines."""

import pytest

from paperdigest._units.patterns.forms import match_form
from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, check, text_of, titles

#: Two names before a title in quotes, the first in bold.
UNIT = '[C{N}] **{A1}**, Ann Lee, "{T}," in *Rivers*, 2023. [[pdf]({U})]\n\n'


@pytest.mark.parametrize(
    "authors", ["**Ines Vale**", "**Ines Vale**\\*, Ann Lee", "Ines Vale *et al.*", "Ines Vale"]
)
def test_names_before_a_title_in_quotes(authors: str) -> None:
    """One author may be alone in bold, and "et al." may be in italics."""
    line = f'{authors}, "Rivers without Regret," in *Rivers*, 2023.'
    found = match_form("names*+quoted", line, 0, len(line))
    assert found is not None
    assert found["authors"] == authors


def test_et_al_in_italics_where_other_papers_have_several_authors() -> None:
    """It is part of the last name."""
    author = PEOPLE[2][0]
    digest = read(text_of(UNIT).replace(f"**{author}**, Ann Lee", f"{author} *et al.*"))
    assert titles(digest) == TITLES
    assert digest.papers[2].authors == (f"{author} *et al.*",)


@pytest.mark.parametrize(
    "venue", ["arXiv 2025.02", "arXiv 2025-12", "Preprint 2025/1", "arXiv 2025.02.11"]
)
@pytest.mark.parametrize(
    "unit",
    [
        "- **{V}**, {T}, [website](https://a.example) / [arXiv]({U})\n",
        "- **{V}** {T}, [arXiv]({U})\n",
        "{N}. {V}: [{T}]({U})\n",
        "- `{V}` {T}. [arXiv]({U})\n",
    ],
)
def test_the_month_of_a_venue_is_not_part_of_a_title(unit: str, venue: str) -> None:
    """A month or a day after the year of a venue belongs to the venue."""
    check(text_of(unit.replace("{V}", venue)))


def test_a_month_in_bold_before_a_title() -> None:
    """A month in bold with a comma behind it leads in to a title."""
    check(text_of("- **2025.02**, {T}, [arXiv]({U})\n"))


@pytest.mark.parametrize(
    "title", ['"[{T}]({U})."', '"[{T}]({U})",', "“[{T}]({U}).”", '"{T}." [pdf]({U})']
)
@pytest.mark.parametrize("authors", ["Byron, Ada, and Emmy North", "Byron, Ada, et al."])
def test_names_with_a_surname_first(authors: str, title: str) -> None:
    """Such names may be before a title in quotes, even if the quotes are around a link."""
    papers = check(text_of(f"- {authors}. {title} ICAB, 2016.\n"))
    assert all(paper.authors[0] == "Byron, Ada" for paper in papers)


@pytest.mark.parametrize("name", ["<u>Ines Vale</u>", "Ines Vale"])
def test_names_after_a_title_without_a_link_and_a_tag_in_bold(name: str) -> None:
    """A tag in bold may be before a title that ends at names, where other titles are links."""
    text = text_of("- **[ICAB'24]** [{T}]({U}). {A}.\n")
    digest = read(
        f"{text}- **[LAKES]** Lakes on Old Maps. {name}, Hugo Lind, and Jo Reed. *to appear*\n"
    )
    assert titles(digest) == (*TITLES, "Lakes on Old Maps")
    assert digest.papers[-1].authors == ("Ines Vale", "Hugo Lind", "Jo Reed")


@pytest.mark.parametrize(
    "unit",
    [
        "* 201{N} - **{G}** - [{T}]({U})\n",
        "- **{G}** · [{T}]({U}) (2020)\n",
        "* 201{N} | **{G}** | [{T}]({U})\n",
        "- **{G}** – [{T}]({U})\n",
        "- **{G}** [{T}]({U})\n",
    ],
)
def test_a_group_of_people_before_a_linked_title(unit: str) -> None:
    """A group in bold before a linked title is no title, whatever is between, wherever the link goes."""
    groups = ("River Labs", "Northgate", "Hive Group", "Northgate", "SRI")
    links = ("https://rivers.example/papers/a.pdf", "https://northgate.example/pubs/12.html")
    digest = read(
        "# Rivers\n\n"
        + "".join(
            unit.format(T=title, U=links[at % 3 == 2], G=groups[at], N=at)
            for at, title in enumerate(TITLES)
        )
    )
    assert titles(digest) == TITLES


def test_a_title_in_bold_before_a_link_after_a_dash() -> None:
    """A link after a title in bold and a dash is not the title."""
    check(text_of("- **{T}** - [Website of the River Group]({U})\n"))
