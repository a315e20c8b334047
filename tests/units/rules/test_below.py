"""The lines of a paper: prose in tags and next to items, and text without meaning."""

import pytest

from tests.dialects import read
from tests.units.test_papers import TITLES, check, text_of, titles

LABELS = ("Title", "Authors", "Urls", "Summary")
PROSE = "We follow the river for a year and count what it carries."


@pytest.mark.parametrize(
    ("unit", "prose"),
    [
        ("## [{T}]({U})\n\n<p>%s</p>\n\n", "<p>%s</p>"),
        ("- [ ] [{T}]({U}) — {A}\n  <br><sub>%s</sub>\n", "<sub>%s</sub>"),
        ("- [{T}]({U})\n  <small>%s</small>\n", "<small>%s</small>"),
        (
            '### [{T}]({U})\n\n<div class="a"><em>%s</em></div>\n\n',
            '<div class="a"><em>%s</em></div>',
        ),
        (
            '<tr>\n<td>{N}</td>\n<td><a href="{U}"><b>{T}</b></a></td>\n<td>%s</td>\n</tr>\n',
            "<td>%s</td>",
        ),
    ],
)
def test_a_sentence_in_a_tag_is_prose(unit: str, prose: str) -> None:
    """A sentence in a tag is a section, and the tag is part of its text, so that it stays closed."""
    before = "# River notes\n\n" + "<table>\n" * unit.startswith("<tr>")
    words = f"{PROSE} " * 4  # what is short may be a title
    for paper in check(text_of(unit % words, before)):
        assert [(part.label, part.text) for part in paper.sections] == [(None, prose % words)]


@pytest.mark.parametrize("words", ["new", "No 4 of 12", "a poster of the second day in the hall"])
def test_a_few_words_in_a_tag_are_no_prose(words: str) -> None:
    """Text that is short or not a sentence is not a section."""
    for paper in check(text_of(f"- [{{T}}]({{U}})\n  <sub>{words}</sub>\n")):
        assert not paper.sections


@pytest.mark.parametrize(
    "unit",
    [
        "**{T}**  \n*{A}*  \n[arXiv]({U})\n\n%s\n\n",
        "#### {T}\n\n{A} · [2408.12637]({U})\n\n%s\n\n",
    ],
)
def test_prose_beside_items(unit: str) -> None:
    """Prose of papers that are not items is not indented, even if more papers are items."""
    text = text_of(unit % PROSE, "# River notes\n\n## Talks\n\n", 2) + "## Posters\n\n"
    text += "".join(
        f"- [{title}](https://arxiv.org/abs/2408.1{at}637)\n"
        for at, title in enumerate(TITLES[2:] + tuple(f"{title} Again" for title in TITLES))
    )
    papers = read(text).papers
    assert [paper.title for paper in papers[:5]] == list(TITLES)
    for paper in papers[:2]:
        assert [part.text for part in paper.sections] == [PROSE]


def test_a_paragraph_ends_items() -> None:
    """If all papers are items, a paragraph below the last one is not part of its text."""
    text = text_of("- [{T}]({U})\n  - {A}\n") + "\nSee you at the river next week.\n"
    assert not any(paper.sections for paper in check(text))


@pytest.mark.parametrize(
    "code", ['{{< badge "new" >}}', "{{% rating 4 %}}", "{% include a.html %}"]
)
def test_shortcodes_say_nothing(code: str) -> None:
    """What Hugo or Jekyll replaces is not prose, a name or part of a title."""
    written = code.replace("{", "{{").replace("}", "}}")
    for unit in (
        "## {T}\n\n%s %s\n\n{A}\n\n[PDF]({U})\n\n",
        "## %s %s {T}\n\n{A}\n\n[PDF]({U})\n\n",
    ):
        for paper in check(text_of(unit % (written, written)), authors=True):
            assert not paper.sections


def test_prose_after_a_wide_colon() -> None:
    """The colon of Chinese and Japanese has no space after it."""
    text = text_of("- [{T}]({U})：论文构建了一个新的数据集。\n")
    for paper in check(text):
        assert [part.text for part in paper.sections] == ["论文构建了一个新的数据集。"]
    assert titles(read(text)) == TITLES


@pytest.mark.parametrize("number", ["", "1. "])
def test_labels_that_are_headings_beside_that_of_the_title(number: str) -> None:
    """If each value is below a heading with its label, only the label of the title starts a paper."""
    values = ("{T}", "{A}", "{U} , Code: None", PROSE)
    unit = "# Paper:{N}\n\n"
    for at, (label, value) in enumerate(zip(LABELS, values, strict=True), 1):
        unit += f"#### {number and f'{at}. '}{label}: \n{value}\n\n"
    text = text_of(unit, "")
    assert read(text).title is None
    for paper in check(text, authors=True):
        assert paper.category is None
        assert [(part.label, part.text) for part in paper.sections] == [("Summary", PROSE)]


@pytest.mark.parametrize(
    "line",
    [
        "- URLs: {U}, https://github.com/a/b{N}",
        "- URLs: {U}, Github: https://github.com/a/b{N}",
        "- Link: {U}; Github: <https://github.com/a/b{N}>",
        "- URLs: Paper: {U}, Github: https://github.com/a/b{N}.",
        "- URLs: [arXiv]({U}), Github: https://github.com/a/b{N}",
    ],
)
def test_addresses_side_by_side(line: str) -> None:
    """The first address is the main link, without the comma after it, and the others are links."""
    unit = f"## {{T}}\n\n- Authors: {{A}}\n{line}\n\n"
    for at, paper in enumerate(check(text_of(unit), authors=True), 1):
        (link,) = paper.links
        assert link.url.rstrip(".") == f"https://github.com/a/b{at}"
        assert link.label == ("Github" if "Github" in line else "")


def test_a_program_before_the_paper() -> None:
    """The label of an address shows that it is not the main link, even if it comes first."""
    unit = "- **{T}** Code: https://github.com/a/b{N}, Paper: {U}\n"
    for at, paper in enumerate(check(text_of(unit)), 1):
        assert [(link.label, link.url) for link in paper.links] == [
            ("Code", f"https://github.com/a/b{at}")
        ]


def test_no_address() -> None:
    """A label of links without an address gives no link."""
    text = text_of("- Title: {T}\n- Authors: {A}\n- URLs: None\n\n", count=3)
    assert [(paper.title, paper.url) for paper in read(text).papers] == [
        (title, None) for title in TITLES[:3]
    ]


@pytest.mark.parametrize(
    "line",
    [
        "🔗 [PDF](https://paper.example.ru/{N}) (a journal of rivers, volume 5, issue {N})",
        "🔗 https://paper.example.ru/{N} (a journal of rivers, volume 5, issue {N})",
        "- 🔗 <https://paper.example.ru/{N}>",
    ],
)
def test_the_sign_of_a_link(line: str) -> None:
    """A link after this sign is the main link of a paper, whatever its host is and whatever follows."""
    text = text_of("### {N}. {T}\n\n👥 {A}\n🔗 [arXiv]({U}) | [code](https://github.com/a/b)\n\n")
    text += f"### 6. Old Rivers in New Maps\n\n👥 Ada Byron, Carl Gauss\n{line.format(N=7)}\n💡 Words.\n"
    paper = read(text).papers[-1]
    assert paper.url == "https://paper.example.ru/7"
    assert paper.authors == ("Ada Byron", "Carl Gauss")


@pytest.mark.parametrize("link", ["[code](https://gitlab.com/a/b)", "https://github.com/a/b"])
def test_a_program_after_the_sign_of_a_link(link: str) -> None:
    """The link of a program is no main link even there."""
    for paper in check(text_of(f"### {{N}}. {{T}}\n\n👥 {{A}}\n🔗 {link}\n🔗 {{U}}\n\n")):
        assert [each.url for each in paper.links] == [link.strip("[]()code")]
