"""Which lines of a text are chosen as its papers."""

import pytest

from paperdigest import parse_digest
from paperdigest._units.search.choice import Choice, choose
from paperdigest._units.search.lines import lines_of

URL = "https://arxiv.org/abs/2408.12637"
_TITLES = ("A Study of Slow Rivers", "Counting Stones with Small Networks", "What Otters Teach Us")


def chosen(text: str) -> Choice:
    """Return the choice for a text."""
    return choose(text, lines_of(text))


def test_headings_with_papers_below_a_list_of_them() -> None:
    """Lines above all headings do not belong to one."""
    text = "".join(f"- [{title}]({URL})\n" for title in _TITLES) + "".join(
        f"\n## {title} Again\n\nAuthors: Ada Byron\n" for title in _TITLES
    )
    assert {unit.key.mark for unit in chosen(text).units} == {"-", "##"}


@pytest.mark.parametrize(
    "text",
    [
        "".join(
            f"<details>\n<summary>North {at}</summary>\n\n"
            + "".join(f"- [{title} {at}]({URL})\n" for title in _TITLES)
            + "\n</details>\n\n"
            for at in range(3)
        ),
        "".join(
            f"- **Group {at} of [rivers]({URL})**\n"
            + "".join(f"  - [{title} {at}]({URL})\n" for title in _TITLES)
            for at in range(3)
        ),
        "".join(
            f"**Group {at} of rivers**\n\n"
            + "".join(f"- [{title} {at}]({URL})\n" for title in _TITLES)
            + "\n"
            for at in range(3)
        ),
    ],
)
def test_what_is_over_several_papers_is_a_group(text: str) -> None:
    """Summaries, items and bold lines above lists of papers are not papers."""
    found = chosen(text)
    assert {unit.key.mark for unit in found.units} == {"-"}
    assert len(found.lines) == 9


def notes(above: str, after: str = "", title: str = " of All the Slow and Wide Rivers") -> str:
    """Return a list of linked titles without a publisher."""
    items = [
        f"- [{each}{title}](https://blog.example/{at}){after}\n" for at, each in enumerate(_TITLES)
    ]
    return f"# Notes\n\n{above}\n\n" + "".join(items)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (notes("Papers that we read."), 3),
        (notes("What we read.", " (2024)"), 3),
        (notes("What we read."), 0),
        (notes("Papers that we read.", title=""), 0),
        (notes("Papers that we read.").replace("https://blog.example/", "#"), 0),
        (notes("Papers that we read.").replace("- [", "["), 0),
    ],
)
def test_titles_without_publishers(text: str, count: int) -> None:
    """Long linked titles are papers only if the text or their years say so."""
    assert len(chosen(text).lines) == count


def test_a_sentence_over_a_list_is_no_paper() -> None:
    """It does not own the rows of a table either, which look like paragraphs."""
    items = "".join(f"* {title} ({URL})\n" for title in _TITLES)
    found = chosen(f"Rivers\n======\n\nWe meet here.\n\n### Ideas\n\nAdd yours below!\n\n{items}")
    assert {unit.key.mark for unit in found.units} == {"-"}


def test_a_group_beside_a_unit_needs_few_links() -> None:
    """Items that do not begin as the papers do are papers if they link to one."""
    items = "".join(f"- **{title}** [[pdf]({URL})]\n" for title in _TITLES * 3)
    others = "".join(f"- [tool {at}](https://example.org/{at})\n" for at in range(4))
    found = chosen(
        f"# Rivers\n\n{items}- [Maps of Lakes]({URL}) - Ada Byron\n\n## Tools\n\n{others}"
    )
    assert [(unit.key.lead, unit.needs) for unit in found.units] == [("**", ""), ("[", "line")]


def test_an_odd_line_within_a_paragraph_is_no_title() -> None:
    """If nearly all titles start paragraphs, one that does not is a note below another paper."""
    papers = "".join(
        f"**{title}**\nAda Byron, Carl Gauss\n[[PDF]({URL})]\n\n" for title in _TITLES * 4
    )
    found = chosen(papers.replace(")]\n\n", ")]\n**Best paper award**\n\n", 1))
    assert [unit.alone for unit in found.units] == [True]


def test_a_chapter_below_the_last_paper() -> None:
    """Neither its heading nor a list below it makes groups of the headings of papers."""
    papers = "".join(f"### {title}\n\nAuthors: Ada Byron\n\n{URL}\n\n" for title in _TITLES)
    below = f"#### Also seen\n\n- A Map of Lakes ({URL})\n- Ponds in Winter ({URL})\n"
    assert [unit.key.mark for unit in chosen(f"# Rivers\n\n{papers}{below}").units] == ["###"]


def test_a_heading_over_a_nested_list_among_many_items() -> None:
    """A heading without a link over one of many items is that of a group."""
    first = (
        f"## Prizes of the ICML 2020\n\n* The best paper\n  * [Maps of Lakes and Ponds]({URL})\n\n"
    )
    items = "".join(f"* [{title} {at}]({URL})\n" for title in _TITLES for at in range(3))
    assert {unit.key.mark for unit in chosen(f"# Rivers\n\n{first}## Others\n\n{items}").units} == {
        "-"
    }


def test_headings_over_links_hide_no_linked_titles() -> None:
    """A heading over one list is not a paper, but the titles in the list are."""
    links = "".join(f"- [{title}]({URL})\n" for title in _TITLES[:2])
    words = "".join(f"A sentence on water, number {at}.\n\n" for at in range(9))
    found = chosen(f"### What we learned about water\n\n{links}\n{words}")
    assert {unit.key.mark for unit in found.units} <= {"-", "###"}


def test_paragraphs_above_papers_do_not_borrow_their_links() -> None:
    """The links in a list of papers in bold do not make papers of the sentences right above it."""
    papers = "".join(
        f'**May {at}**: "{title}" by Ada Byron and Carl Gauss, [ICML 2023]({URL})\n\n- Host: Ann\n\n'
        for at, title in enumerate(_TITLES * 2, 1)
    )
    text = f"# Club\n\nWe meet on Mondays in the old hall.\n\nHosts: Ann Lee and Bo Li\n\n***\n\n{papers}"
    assert {unit.key.lead for unit in chosen(text).units} == {"**"}


def test_rulers_and_options_start_no_paper() -> None:
    """A ruler with words, and the options of a command, are not titles of what is below them."""
    text = "-------- The first README --------\n\nProgram: bees\nAuthor: Ada Byron\n\nBees count.\n"
    assert not chosen(text).units


def cited(names: str) -> str:
    """Return a list of papers with names before linked titles."""
    return "".join(f"- {names} [{title}]({URL}).\n" for title in _TITLES)


def test_items_that_show_no_paper() -> None:
    """Items in a chapter of their own are not papers, though they begin in another way."""
    software = "- [otters](https://github.com/a/otters) package\n"
    text = f"# Rivers\n\n## Software\n\n{software}\n## Lakes\n\n{cited('Byron, A. (2021).')}"
    assert chosen(text).chapters == {"Software"}
    assert [paper.title for paper in parse_digest(text).papers] == list(_TITLES)


@pytest.mark.parametrize(
    ("above", "after", "bare"),
    [("My Posts", "", True), ("Ponds", "", False), ("My Posts", ", Ada Byron, Carl Gauss", False)],
)
def test_a_year_in_a_chapter_of_other_things(above: str, after: str, bare: bool) -> None:
    """A year makes no paper of a post, but names do."""
    posts = "".join(
        f"- [Ponds in {year}](https://blog.example/{year}){after}\n" for year in (2022, 2023)
    )
    papers = "".join(f"- [{title}]({URL})\n" for title in _TITLES)
    found = chosen(f"# Rivers\n\n## {above}\n\n{posts}\n## Lakes\n\n{papers * 3}")
    assert found.chapters == ({above} if bare else set())


def test_items_of_papers_below_headings() -> None:
    """Items below a heading are parts of its paper, though other papers are items too."""
    papers = "".join(
        f"## {at}. {title}\n\nAuthors: Ada Byron\n\n{URL}\n\n- It has a map\n- It has a list\n\n"
        for at, title in enumerate(_TITLES)
    )
    more = "".join(f"- **{title} Again** [pdf]({URL})\n" for title in _TITLES)
    found = chosen(f"# Rivers\n\n{papers}## Also seen\n\n{more}")
    assert not found.chapters
    assert {unit.key.mark for unit in found.units} == {"##1", "-"}
