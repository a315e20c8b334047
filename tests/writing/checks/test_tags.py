"""Tags that an edit would part from each other."""

import pytest

from paperdigest import parse_digest, serialize_digest
from paperdigest._writing.checks.tags import misplaced, parted_tags
from tests.samples import refusal

_TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")
ITEMS = "# Nests\n\n<ul>\n" + "".join(
    f'<li><b>{title}</b> (<a href="https://arxiv.org/abs/2501.0000{n}">paper</a>)<br>'
    "<i>Ada Byron, Carl Gauss</i></li>\n"
    for n, title in enumerate(("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs"))
) + "</ul>\n"  # fmt: skip
CARDS = "# Nests\n\n" + "".join(
    f"<details>\n<summary><b>{title}</b></summary>\n\n- [Link](https://arxiv.org/abs/2501.0000{n})\n\n"
    "They do.\n</details>\n\n"
    for n, title in enumerate(_TITLES)
)


@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        ("<b>a</b>", "<b>a", ["<b>"]),
        ("<b>a</b>", "a</B>", ["</b>"]),
        ("<b>a</b><b>c</b>", "<b>a</b>", []),
        ("<p><b>a</b></p>", "</p>a<p></b>", ["</p>", "<p>", "</b>"]),
        ("<ul><li>a</ul>", "<ul><li>a<li>b</ul>", []),
        ("<i>a</i><p>b", "<i>a</i><p>b<p>c", []),
        ("a</b>", "a", []),
        ("<b>a</b>", "<b>a</b> <c>", []),
        ("a", "<b>", []),
    ],
)
def test_tags_that_are_parted(old: str, new: str, alone: list[str]) -> None:
    """An element that a text always closes is still closed after an edit, at its own place."""
    assert [each.wanted for _, each in parted_tags(old, new)] == alone


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_paper_goes_with_the_elements_around_it(index: int) -> None:
    """The tag above the title of a paper is its own, so nothing of a card stays."""
    digest = parse_digest(CARDS)
    text = serialize_digest(digest.remove(digest.papers[index]))
    assert text.count("<details>") == text.count("</details>") == 2


def test_an_edit_that_would_leave_an_element_open_is_refused() -> None:
    """Names in italics cannot go if only one of their tags would go with them."""
    digest = parse_digest(ITEMS)
    assert refusal(digest.replace_paper(digest.papers[0], authors=())) == [
        "Digest.papers: '</i>' in line 4 would be left without its <i> after the edit of "
        "papers[0].authors; make this edit in the text itself"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("<b>\na</b>\n", "<b>\na\n", "in line 1 "),
        ("<b>\na\n</b>\n", "a\n</b>\n", "in line 3 "),
        ("c<b>\na\n</b>d\n", "e<b>\nf\n", ""),
        ("a\r\n<b>\r\nc</b>\r\n", "a\r\n<b>\r\nc\r\n", "in line 2 "),
    ],
)
def test_the_line_of_a_tag(old: str, new: str, place: str) -> None:
    """It is that in the text before the edit, if the tag can be found there."""
    [(_, found)] = parted_tags(old, new)
    name = "</b>" if found.wanted == "<b>" else "<b>"
    assert found.reason == (
        f"{place}would be left without its {name}; make this edit in the text itself"
    )


def test_a_paper_that_would_leave_its_list() -> None:
    """Where words after a table are read as a paper's, it cannot change places with others."""
    rows = "".join(
        f'<tr><td><a href="https://arxiv.org/abs/2501.0000{n}">{title}</a></td><td>Ada Byron</td></tr>\n'
        for n, title in enumerate(_TITLES)
    )
    digest = parse_digest(f"# Nests\n\n<table>\n{rows}</table>\n\nThat is all.\n")
    assert digest.papers[2].sections[0].text == "That is all."
    assert refusal(digest.replace(papers=digest.papers[::-1])) == [
        f"Digest.papers[{n}]: {title!r} would be outside of all elements, unlike the papers of "
        "the text; make this edit in the text itself"
        for n, title in ((1, _TITLES[1]), (2, _TITLES[0]))
    ]


def test_a_heading_within_a_list() -> None:
    """A heading of markdown cannot be an item of a list of HTML; the category can be left out."""
    digest = parse_digest(ITEMS)
    edited = digest.replace_paper(digest.papers[2], category="Birds")
    assert refusal(edited) == [
        "Digest.papers[2].category: 'Birds' needs a heading, which cannot be inside <ul>; end that "
        "element above the paper in the text itself, or leave the category out"
    ]
    assert serialize_digest(edited, lossy=True) == ITEMS


def test_a_heading_where_headings_are() -> None:
    """Headings may be within an element where others are, and outside of all elements."""
    items = [
        f"- [{title}](https://arxiv.org/abs/2501.0000{n}) by Ada Byron\n"
        for n, title in enumerate(_TITLES)
    ]
    inside = f"# Nests\n\n<div>\n\n## Bees\n\n{''.join(items)}\n</div>\n"
    digest = parse_digest(inside)
    written = serialize_digest(digest.replace_paper(digest.papers[2], category="Owls"))
    assert written == inside.replace(items[2], f"\n## Owls\n\n{items[2]}")


def test_an_element_around_one_paper() -> None:
    """A paper within an element can change places with one outside if both start alike."""
    items = [
        f"- [{title}](https://arxiv.org/abs/2501.0000{n}) by Ada Byron\n"
        for n, title in enumerate(_TITLES)
    ]
    around = "# Nests\n\n{}{}\n<details>\n<summary>More</summary>\n\n{}\n</details>\n"
    digest = parse_digest(around.format(*items))
    written = serialize_digest(digest.replace(papers=digest.papers[::-1]))
    assert written == around.format(*items[::-1])


def test_papers_that_would_not_be_read() -> None:
    """Where other papers would be read, reading back says so, and nothing is said of elements."""
    document = parse_digest(ITEMS)._document
    assert document is not None
    assert list(misplaced(document.dialect, ITEMS, ITEMS.replace("<ul>", ""), ())) == []
