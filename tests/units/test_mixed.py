"""Lists with papers in two shapes."""

from itertools import combinations, pairwise

import pytest

from paperdigest import parse_digest, serialize_digest

TITLES = (
    "Learning to Fold Laundry with Sparse Rewards",
    "Careful Counting of Apples in Small Models",
    "HerbNet: Graph Transformers for Plant Discovery",
    "Towards Robust Maps of Quiet Rooms",
    "A Survey of Nest Building in Windy Places",
    "On the Limits of Folding Paper Birds",
)
NAMES = (
    "Ada Byron",
    "Emmy Noether",
    "Grace Hopper",
    "Alan Turing",
    "Rosa Park",
    "Jun Li",
    "Ada Byron",
)

#: Items, with the places of a title, an address, one name and another one, and a year.
ITEMS = {
    "link": "- [{t}]({u})",
    "link, names": "- [{t}]({u}), {a}, {b}",
    "link, venue": "- [{t}]({u}) - ICML {y}",
    "words, link": "- {t} [[pdf]({u})]",
    "words, links": "- {t} [[paper]({u})] [[code](https://github.com/a/b)]",
    "bold, names": "- **{t}**, {a} et al. [[pdf]({u})]",
    "bold, names in italics": "- **{t}.** *{a}, {b}.* ICML {y}. [[paper]({u})]",
    "tag, words": "- [ICML {y}] {t} [[pdf]({u})]",
    "venue, bold": "- (ICML {y}) **{t}** [[Paper]({u})]",
    "date, bold": "- [{y}/03] **{t}.** [[paper]({u})]",
    "link in bold": "- **[{t}]({u})** ({a}, {y})",
    "nick": "- **Nest{y}**: {t} [[pdf]({u})]",
    "names, link": "- {a}, {b}. [{t}]({u}). ICML {y}.",
    "quotes": '- "{t}", {a}, ICML {y}. [pdf]({u})',
    "words, names in italics": "- {t}. *{a}, {b}*. [[arXiv]({u})]",
    "line below": "- **{t}**\n  {a}, {b}. ICML {y}. [[pdf]({u})]",
}  # fmt: skip


def items(shape: str, titles: tuple[str, ...], number: int) -> str:
    """Write the items of some titles."""
    return "".join(
        ITEMS[shape].format(
            t=title, u=f"https://arxiv.org/abs/2{number}0{at}.0{at}23{at}", y=2020 + at,
            a=NAMES[at], b=NAMES[at + 1],
        ) + "\n"
        for at, title in enumerate(titles)
    )  # fmt: skip


#: Of these two, the second may be the first one without a link.
AMBIGUOUS = ("names, link", "words, names in italics")


@pytest.mark.parametrize(
    ("one", "other"), [pair for pair in combinations(ITEMS, 2) if pair != AMBIGUOUS]
)
def test_items_of_two_shapes(one: str, other: str) -> None:
    """The papers of both shapes are found, whichever most papers have."""
    for most, least in ((one, other), (other, one)):
        few = tuple(f"{title} Again" for title in TITLES[:3])
        text = (
            f"# Nests\n\n## Folding\n\n{items(most, TITLES, 1)}\n## Maps\n\n{items(least, few, 2)}"
        )
        digest = parse_digest(text)
        assert [paper.title for paper in digest.papers] == [*TITLES, *few]
        assert serialize_digest(digest) == text


#: Papers in blocks, lists and tables, with the same places and a number.
BLOCKS = {
    "linked heading": "### [{t}]({u})\n\n{a}, {b}\n\nWords about it.\n\n",
    "heading, fields": "### {t}\n\n- **Authors**: {a}, {b}\n- **Link**: {u}\n- **Summary**: Words.\n\n",
    "numbered heading": "### {n}. {t}\n\n*{a}*\n\n[arXiv]({u}) | [PDF]({u}v1)\n\nWords about it.\n\n",
    "bold paragraph": "**{t}**  \n*{a}, {b}*  \n[[pdf]({u})]\n\n",
    "linked bold paragraph": "**[{t}]({u})** — Words about it in a line.\n\n",
    "linked item": "- [{t}]({u}) - {a}\n",
    "bold item": "- **{t}**: [arXiv]({u})\n",
    "item, fields": "- **{t}**\n  - Authors: {a}, {b}\n  - Link: {u}\n",
    "numbered item": "{n}. [{t}]({u})\n",
    "details": "<details>\n<summary>{t}</summary>\n\n[PDF]({u})\n\nWords about it.\n\n</details>\n\n",
    "row": "| {t} | {a} | [pdf]({u}) |\n",
}


def blocks(shape: str, titles: tuple[str, ...], number: int) -> str:
    """Write some papers in a shape."""
    head = "| Title | Authors | Link |\n|--|--|--|\n" if shape == "row" else ""
    return head + "".join(
        BLOCKS[shape].format(
            t=title, u=f"https://arxiv.org/abs/2{number}0{at}.0{at}23{at}", n=at + 1,
            a=NAMES[at], b=NAMES[at + 1],
        )
        for at, title in enumerate(titles)
    )  # fmt: skip


@pytest.mark.parametrize(("one", "other"), list(combinations(BLOCKS, 2)))
def test_blocks_of_two_shapes(one: str, other: str) -> None:
    """The papers in two chapters of different shapes are found, whichever comes first."""
    for first, second in ((one, other), (other, one)):
        papers = f"{blocks(first, TITLES[:3], 1)}\n## Maps\n\n{blocks(second, TITLES[3:], 2)}"
        text = f"# Nests, 2024-08-26\n\nA list of papers.\n\n## Folding\n\n{papers}"
        digest = parse_digest(text)
        assert [paper.title for paper in digest.papers] == list(TITLES)
        assert serialize_digest(digest) == text


def test_linked_headings_over_tables() -> None:
    """A heading with a link over each of several tables is not a paper; the rows are."""
    chapters = ("Folding Laundry with Robots", "Maps of Quiet Rooms", "Counting of Apples")
    titles = [tuple(f"{title} for {chapter}" for title in TITLES[:3]) for chapter in chapters]
    text = "# Nests\n\n" + "\n".join(
        f"## [{chapter}](https://arxiv.org/abs/240{at}.01234)\n\n{blocks('row', titles[at], at + 3)}"
        for at, chapter in enumerate(chapters)
    )
    digest = parse_digest(text)
    assert [paper.title for paper in digest.papers] == [
        title for group in titles for title in group
    ]
    assert serialize_digest(digest) == text


def test_more_rows_in_another_chapter() -> None:
    """Headings with links below them stay papers if another chapter has more rows."""
    text = (
        f"# Nests\n\n## Folding\n\n{blocks('numbered heading', TITLES[:2], 1)}"
        f"## Maps\n\n{blocks('row', TITLES[2:], 2)}"
    )
    digest = parse_digest(text)
    assert [paper.title for paper in digest.papers] == list(TITLES)
    assert serialize_digest(digest) == text


def test_a_newsletter() -> None:
    """A paper of the week in a heading and short ones in bold lines are papers, and sponsors are not."""
    text = (
        "# The Nest #4\n\nHey all!\n\n🙏 **This issue is sponsored by Twigs** — buy twigs. [Try it](https://twigs.example.org)\n\n"
        "## Paper of the week\n\n### 🥇 Learning to Fold Laundry with Sparse Rewards\n*Ada Byron, Emmy Noether (Nest Lab)*\n\nIt folds.\n\n"
        "**Why it matters:** no teacher.\n\n**The catch:** slow.\n\n👉 [Paper](https://arxiv.org/abs/2404.11222) | [Code](https://github.com/a/b)\n\n## Quick reads\n\n"
        + "".join(f"**{at}. {title}** 🐛\nIt is short. [[paper]](https://arxiv.org/abs/2404.0{at}010)\n\n" for at, title in enumerate(TITLES[1:5]))
        + "## Tools\n\n- [twigdiff](https://github.com/a/twigdiff) – diffs of twigs.\n"
    )  # fmt: skip
    digest = parse_digest(text)
    assert [paper.title for paper in digest.papers if paper.url] == list(TITLES[:5])
    assert serialize_digest(digest) == text


def test_headings_paragraphs_and_items() -> None:
    """Notes in three layouts are all parsed, and labelled items below headings are not papers."""
    parts = (
        "Authors: Ada Byron, Rosa Park",
        "Venue: SOSP 2021",
        "Link: https://arxiv.org/abs/2101.01231",
        "Notes: fun",
    )
    text = (
        "# Papers\n\n## 2022\n\n"
        + "".join(f"#### {title} ★\n" + "".join(f"- {part}\n" for part in parts) + "\n" for title in TITLES[:3])
        + "## 2021\n\n"
        + "".join(f"{title} - Ada Byron, Rosa Park (OSDI'14) [pdf](https://arxiv.org/abs/2101.0{at}232)\n\n" for at, title in enumerate(TITLES[3:5]))
        + "## Nests\n\n"
        + "".join(f"{at}. {title} and {title[:5]}, SOSP 2017. [link](https://arxiv.org/abs/2101.0{at}233)\n" for at, title in enumerate(TITLES[:4]))
    )  # fmt: skip
    digest = parse_digest(text)
    found = [paper.title for paper in digest.papers]
    assert found == [*TITLES[:5], *(f"{title} and {title[:5]}" for title in TITLES[:4])]
    assert {paper.authors for paper in digest.papers[:5]} == {("Ada Byron", "Rosa Park")}
    assert serialize_digest(digest) == text


def test_items_beside_a_table_of_contents() -> None:
    """Links to places of the page are not grouped with the linked titles that begin like them."""
    papers = "".join(
        f"### {title}\nAda Byron, Rosa Park, CVPR 2022\n\n[arXiv](https://arxiv.org/abs/2101.0{at}235)\n\nGood.\n\n"
        for at, title in enumerate(TITLES[:4])
    )  # fmt: skip
    more = "".join(
        f"- [{title}](https://arxiv.org/abs/2101.0{at}236)\n" for at, title in enumerate(TITLES[4:])
    )
    contents = "- [3D](#3d)\n- [Nests](#nests)\n- [Pile](#pile)\n"
    digest = parse_digest(f"# Notes\n\n{contents}\n## 3D\n\n{papers}## Pile\n\n{more}")
    assert [paper.title for paper in digest.papers] == list(TITLES)
    assert [paper.authors for paper in digest.papers[:4]] == [("Ada Byron", "Rosa Park")] * 4


def test_items_after_a_list_in_html() -> None:
    """Items of markdown do not continue the last item of a list in HTML."""
    items = [
        "".join(
            f"- [{title}](https://arxiv.org/abs/2101.0{at}237)\n" for at, title in enumerate(part)
        )
        for part in (TITLES[:2], TITLES[4:])
    ]
    listed = "".join(
        f'<li><a href="https://arxiv.org/abs/2101.0{at}238">{title}</a> <i>(2024)</i></li>\n'
        for at, title in enumerate(TITLES[2:4])
    )
    text = (
        f"# Notes\n\n<details>\n<summary><b>One</b></summary>\n\n{items[0]}\n</details>\n\n<details>\n<summary><b>Two</b></summary>\n"
        f"<ul>\n{listed}</ul>\n</details>\n\n<details>\n<summary><b>Three</b></summary>\n\n{items[1]}\n</details>\n"
    )
    digest = parse_digest(text)
    assert [paper.title for paper in digest.papers] == list(TITLES)
    assert serialize_digest(digest) == text


def test_papers_without_words_below_those_with_them() -> None:
    """Short papers after the last long one are papers, and their names come after a translation."""
    long = "".join(
        f"**{at}、[AI] {title}**\n\n{NAMES[at]}, {NAMES[at + 1]}\n\n"
        f"> Words on it.\n\nhttps://arxiv.org/abs/2408.0{at}231\n\n"
        for at, title in enumerate(TITLES[:3])
    )
    short = "".join(
        f"[CV] {title}\n在小溪中寻找石头\n{NAMES[at]}, {NAMES[at + 1]}\nhttps://arxiv.org/abs/2408.0{at}231\n\n"
        for at, title in list(enumerate(TITLES))[3:]
    )
    papers = parse_digest(f"# Papers\n\n{long}另外几篇：\n\n{short}").papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.authors for paper in papers] == list(pairwise(NAMES))
    assert [paper.arxiv_id for paper in papers] == [f"2408.0{at}231" for at in range(len(TITLES))]


@pytest.mark.parametrize(
    "befores",
    [
        ("arXiv", "ICML-22", "NIPS-21", "20220429 arXiv", "20220408", "IJCAI-22"),
        ("arXiv",) * len(TITLES),
    ],
)
def test_days_and_venues_before_links(befores: tuple[str, ...]) -> None:
    """A venue without a year, a day, or both, before a linked title is not a title."""
    items = "".join(
        f"- {before} [{title} of the Quiet Otters](https://arxiv.org/abs/2202.0{at}231)\n"
        for at, (before, title) in enumerate(zip(befores, TITLES, strict=True))
    )
    words = "- Maps of Ponds in Older Books [[pdf](https://arxiv.org/abs/2201.01231)]\n"
    papers = parse_digest(f"# Papers\n\n{words}{items}").papers
    assert [paper.title for paper in papers] == [
        "Maps of Ponds in Older Books",
        *(f"{title} of the Quiet Otters" for title in TITLES),
    ]


@pytest.mark.parametrize("indent", ["", " ", "  "])
@pytest.mark.parametrize("link", ["", " (see [this](https://example.org/folds))"])
def test_items_in_folds(indent: str, link: str) -> None:
    """Items in the fold of a paper are its notes, and items outside of folds are papers."""
    address = "https://arxiv.org/abs/2401.0000"
    item = "- {t}: {u}\n"
    fold = (
        "<details>\n<summary> {t}: {u} (Click to Expand)</summary>\n\n"
        f"{indent}- It learns where the folds are{link}.\n{indent}- Fifteen times faster than by hand\n</details>\n\n"
    )
    units = (item, item, item + "\n", fold, fold, item)
    text = "# Notes\n\n" + "".join(
        unit.format(t=title, u=f"{address}{at}")
        for at, (unit, title) in enumerate(zip(units, TITLES, strict=True))
    )
    papers = parse_digest(text).papers
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.url for paper in papers] == [f"{address}{at}" for at in range(6)]
    assert [len(paper.sections) for paper in papers] == [0, 0, 0, 1, 1, 0]
