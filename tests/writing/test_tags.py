"""Tags that an edit would part from each other."""

import pytest

from paperdigest import parse_digest, serialize_digest
from paperdigest._writing.tags import parted_tags
from tests.samples import refusal

_TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")
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


def test_an_edit_that_would_leave_an_element_open_is_refused() -> None:
    """The tag above the title of a paper is not its own, so the last paper cannot go alone."""
    digest = parse_digest(CARDS)
    line = "'<details>' would be left alone in the text, without the tag that belongs to it"
    assert refusal(digest.remove(digest.papers[2])) == [f"Digest.papers: {line}"]
    first = serialize_digest(digest.remove(digest.papers[0]))
    assert first.count("<details>") == first.count("</details>") == 2
