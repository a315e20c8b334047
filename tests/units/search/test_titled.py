"""Headings with labelled titles below."""

import pytest

from paperdigest import serialize_digest
from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, check, text_of, url

SHORT = ("RiverNet", "Stones", "Otter search", "Maps", "Rain")


def of_headings(unit: str) -> str:
    """Return a text with short headings over papers in one shape, in which ``S`` is the heading."""
    return "# River notes\n\n" + "".join(
        unit.format(S=short, T=title, U=url(at), A=", ".join(names), N=at + 1)
        for at, (short, title, names) in enumerate(zip(SHORT, TITLES, PEOPLE, strict=True))
    )


@pytest.mark.parametrize(
    "label", ["論文", "タイトル", "论文题目", "논문", "논문 제목", "Paper Title", "Title"]
)
@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## {{N}}. {{S}}\n\n", "- %s: **{{T}}**\n- 著者: {{A}}\n- PDF: {{U}}"),
        ("## {{S}}\n", "**%s**: {{T}}\n\n**作者**：{{A}}\n\n[PDF]({{U}})"),
        ("### {{S}}\n\n", "* **%s:** [{{T}}]({{U}})\n* **Authors:** {{A}}"),
        ("## [{{S}}]({{U}})\n\n", "- %s: {{T}}\n- Authors: {{A}}"),
    ],
)
def test_a_labelled_title_below_a_short_heading(heading: str, title: str, label: str) -> None:
    """The title is the one with the label, and deeper headings are sections of its paper."""
    unit = f"{heading}{title % label}\n\n#### Was es ist\n\nWords on it.\n\n".format()
    text = of_headings(unit)
    for paper in check(text, authors=True):
        assert [(part.label, part.text) for part in paper.sections] == [
            ("Was es ist", "Words on it.")
        ]
    digest = read(text)
    edited = digest.replace_paper(digest.papers[1], title="Nets That Count Stones")
    assert serialize_digest(edited) == text.replace(TITLES[1], "Nets That Count Stones")


def test_a_translation_below_a_title() -> None:
    """If headings look like titles, a labelled title below is another one of the same paper."""
    unit = "## {T}\n\n- 标题: 缓慢的河流研究{N}\n- 作者: {A}\n- 链接: {U}\n\n"
    assert check(text_of(unit), authors=True)


def test_a_few_labelled_titles() -> None:
    """If most headings have no such line below, they are the titles."""
    text = of_headings("## {S}\n\n- Authors: {A}\n- Link: {U}\n\n")
    text = text.replace("## Maps\n\n", f"## Maps\n\n- Title: {TITLES[3]}\n")
    assert [paper.title for paper in read(text).papers] == list(SHORT)
