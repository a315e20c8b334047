"""Tags of HTML, and the elements that they open and close."""

import pytest

from paperdigest._parsing.elements import paired, tags


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>a</P>", ["p", "/p"]),
        ('<a href="x"\nid=y>', ["a"]),
        ("a <br> <img src=x> <hr>", []),
        ("<a/> <a b /> 1 < 2 > 3 <https://a.org>", []),
        ("`<p>` <p>", ["p"]),
        ("```\n<p>\n```\n</p>", ["/p"]),
        ("<!--\n<p>\n-->", []),
    ],
)
def test_tags(text: str, found: list[str]) -> None:
    """Code and comments hold no tags, and elements without content are not asked for."""
    assert ["/" * tag.closes + tag.name for tag in tags(text)] == found


def test_pairs() -> None:
    """A tag closes the last element of its name, and with it those in it that are still open."""
    pairs = paired(tags("<b><i></b></i><p><p></p>"))
    offsets = [tuple(tag and tag.start for tag in pair) for pair in pairs]
    assert offsets == [(3, None), (0, 6), (None, 10), (17, 20), (14, None)]
