"""Tags that an edit would part from each other."""

import pytest

from paperdigest import parse_digest, serialize_digest
from paperdigest._writing.tags import parted_tags
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
        ("<p><b>a</b></p>", "</p>a<p></b>", ["</b>", "<p>"]),
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
    line = "'</i>' would be left alone in the text, without the tag that belongs to it after the edit of papers[0].authors"
    assert refusal(digest.replace_paper(digest.papers[0], authors=())) == [f"Digest.papers: {line}"]
