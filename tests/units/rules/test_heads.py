"""Rules for the headings of papers."""

import pytest

from paperdigest import Digest, Paper, diagnose, serialize_digest
from tests.dialects import read
from tests.units.test_papers import TITLES, check, text_of, url

URL = "https://arxiv.org/abs/2408.12637"


def titles(digest: Digest) -> list[str]:
    """Return the titles of all papers."""
    return [paper.title for paper in digest.papers]


def test_headings_that_show_no_paper_are_not_papers() -> None:
    """If most headings have a link to a paper below, but not all, the others are groups."""
    text = "# Notes\n\n" + "".join(
        f"## A Study of {name} Rivers\n\nWords on it.\n\n[PDF]({URL})\n\n"
        if name
        else "## Words between Rivers and Rain\n\nOnly words.\n\n"
        for name in ("Slow", "Wide", "", "Old", "", "Deep", "", "")
    )
    found = titles(read(text))
    assert found == [f"A Study of {name} Rivers" for name in ("Slow", "Wide", "Old", "Deep")]


@pytest.mark.parametrize(
    "unit",
    [
        "{N}. ***`[OSDI '1{N}]`*** **[{T}]({U})** [[Code](https://github.com/a/b)]\n   - *{A}* (Lake)\n\n",
        "{N}. **`[OSDI '1{N}]`** **[{T}]({U})**\n",
        "{N}. _`SC '1{N}`_ **[{T}]({U})**\n   - *{A}*\n",
    ],
)
def test_a_venue_in_code_with_emphasis(unit: str) -> None:
    """A venue in code may have any emphasis, and is not a title, though some papers have no link."""
    text = text_of(unit) + "6. ***`[ATC '22]`*** **Lakes in Spring and Autumn**\n"
    assert titles(read(text)) == [*TITLES, "Lakes in Spring and Autumn"]


@pytest.mark.parametrize(
    "unit",
    [
        "- *NeurIPS 202{N}* **[{T}]({U})**\n",
        "- _(SC '1{N})_ [{T}]({U})\n",
        "- *ICML 202{N}* **{T}** [[pdf]({U})]\n",
    ],
)
def test_a_venue_in_italics_before_a_title(unit: str) -> None:
    """A venue in italics before a title that is set off is not the title."""
    check(text_of(unit))


@pytest.mark.parametrize("title", ["Paper Boats", "Code Red", "Link Prediction", "Home Ranges"])
def test_titles_that_begin_like_the_text_of_a_link(title: str) -> None:
    """A title of two words may begin with one that links to a paper or its code have, too."""
    text = text_of("- [{T}]({U}), {A}\n")
    assert titles(read(text.replace(TITLES[1], title))) == [TITLES[0], title, *TITLES[2:]]


@pytest.mark.parametrize("label", ["Paper", "Code", "Project Page", "PDF Link", "Paper (ICML)"])
def test_the_text_of_a_link_is_no_title(label: str) -> None:
    """An item that is only a link to a paper or its code is not a paper."""
    text = text_of("- [{T}]({U}), {A}\n")
    assert titles(read(text + f"- [{label}](https://arxiv.org/abs/2408.12000)\n")) == list(TITLES)


@pytest.mark.parametrize(
    "unit",
    [
        "▲ 77{N}\n### [{T}]({U})\n\nWords.\n\n",
        "77{N} upvotes\n- [{T}]({U})\n\n",
        "**Votes:** 77{N}\n**[{T}]({U})**\n{A}\n\n",
    ],
)
def test_votes_above_titles(unit: str) -> None:
    """Votes in the line above each title are those of the paper below, and follow its edits."""
    text = text_of(unit)
    papers = check(text)
    assert [paper.votes for paper in papers] == [771, 772, 773, 774, 775]
    digest = read(text)
    edited = serialize_digest(digest.replace_paper(papers[1], votes=999))
    assert edited == text.replace("772", "999")
    new = serialize_digest(digest.insert(1, Paper("Tides at Night", url(9), votes=30)))
    assert [paper.votes for paper in read(new).papers] == [771, 30, 772, 773, 774, 775]


def test_days_above_titles() -> None:
    """The first of the days above titles is not the date of the page."""
    digest = read(text_of("2025-03-0{N}\n### [{T}]({U})\n\nWords.\n\n"))
    assert digest.date is None
    assert [paper.published and paper.published.day for paper in digest.papers] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "unit",
    [
        "**[arXiv 2408.{N}]({U})**\n**{T}**\n{A}\nComments: {N} pages\n\n",
        "**[2024/6{N}]({U})** ([PDF]({U}.pdf))  \n**{T}**  \n{A}  \n_Rivers_ · ice\n\n> Words.\n\n",
        "[W-{N}]({U}) | [slides](w{N}.key) | [PDF]({U}.pdf)\\\n**{T}**\\\n{A}\n\n",
        "[hal-0412345{N}]({U}) [[PDF]({U}.pdf)]\n### {T}\n{A}\n\nWords.\n\n",
    ],
)
def test_addresses_above_titles(unit: str) -> None:
    """The address above each title is that of the paper below, whatever links follow it."""
    text = text_of(unit)
    papers = check(text, authors=True)
    edited = read(text).replace_paper(papers[1], url=url(9))
    assert serialize_digest(edited) == text.replace(url(1), url(9))


def test_images_above_titles_belong_to_no_paper() -> None:
    """An image above each title has no place in the head of a paper, so it is reported."""
    text = text_of("![river](river-{N}.png)\n### [{T}]({U})\n\nWords.\n\n")
    assert all(not paper.media for paper in check(text))
    strays = [each.message for each in diagnose(text) if each.code == "stray-text"]
    assert strays == [
        f"'![river](river-{number}.png)' is not part of any paper; move it below a title, "
        "or remove it"
        for number in range(1, 6)
    ]


def test_an_address_above_a_title_with_a_link() -> None:
    """If titles are links, addresses above them are reported, and other papers do not get them."""
    text = text_of("[PDF]({U}.pdf)\n### *[{T}]({U})*, {A}\n\nWords.\n\n")
    assert all(not paper.links for paper in check(text, authors=True))
    assert sum(each.code == "stray-text" for each in diagnose(text)) == 5


#: Plain titles in items, with addresses below.
BELOW = "- {T}\n  - {U}\n  - 河の話。\n"


@pytest.mark.parametrize("words", ["先週の残り", "From last week", "지난번에 빠뜨린 논문들"])
def test_words_before_one_linked_title(words: str) -> None:
    """Words with a colon before a linked title are no title, even if all other titles are plain."""
    link = "https://arxiv.org/abs/2309.00001"
    text = text_of(BELOW) + f"- {words}: [Old Rivers in New Maps]({link})\n"
    last = read(text).papers[-1]
    assert (last.title, last.url) == ("Old Rivers in New Maps", link)
    assert titles(read(text)) == [*TITLES, "Old Rivers in New Maps"]


@pytest.mark.parametrize(
    "day", ["2024년 3월 4일 (월) 오후 8시", "2024年3月4日（月）午後8時", "2024年3月4日 下午8时30分"]
)
def test_the_day_of_a_meeting(day: str) -> None:
    """An item that is a day with its hour is no paper."""
    assert titles(read(text_of(BELOW, f"# River notes\n\n- {day}\n\n## Papers\n\n"))) == list(
        TITLES
    )


@pytest.mark.parametrize(
    "names",
    [
        "Ada Byron, Emmy Noether, ETH",
        "Ada Byron, Emmy Noether et al., ETH",
        "Ada Byron and Emmy Noether",
    ],
)
def test_names_and_an_institution_in_brackets_after_one_title(names: str) -> None:
    """Several names in brackets are no part of a title, even if all other titles have none."""
    link = "https://arxiv.org/abs/2309.00001"
    text = text_of(BELOW) + f"- Old Rivers in New Maps ({names})\n  - {link}\n"
    last = read(text).papers[-1]
    assert (last.title, last.url) == ("Old Rivers in New Maps", link)
    assert [name.removesuffix(" et al.") for name in last.authors] == ["Ada Byron", "Emmy Noether"]


def test_prose_after_names_in_a_link() -> None:
    """Prose between a link that has names in it and other links is a section."""
    prose = "a study that follows each river for a year and counts what it carries"
    text = text_of(
        f"- [{{T}}, {{A}}, ICML 2024]({{U}}) - {prose} [[code](https://github.com/a/b)]\n"
    )
    for paper in check(text, authors=True):
        assert [part.text for part in paper.sections] == [prose]
