"""What repeats a main link, when the link changes."""

import pytest

from paperdigest import parse_digest, serialize_digest
from paperdigest._writing.edits.located import LocatedPaper
from paperdigest._writing.edits.repeated import repeated
from paperdigest._writing.forms.style import Habits

_TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")


def relinked(entry: str, url: str, above: str = "# Nests\n\n") -> str:
    """Give the second of three papers another link, and return its text."""
    entries = [
        entry.format(title=title, url=f"https://arxiv.org/abs/2501.0000{n}", id=f"2501.0000{n}")
        for n, title in enumerate(_TITLES, 1)
    ]
    digest = parse_digest(above + "".join(entries))
    written = serialize_digest(digest.replace_paper(digest.papers[1], url=url))
    assert written.startswith(above + entries[0])
    assert written.endswith(entries[2])
    return written[len(above + entries[0]) : -len(entries[2])]


_NEW = "https://arxiv.org/abs/2502.54321"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "**{title}** ([arXiv:{id}]({url}))\n*Ada Byron*\nThey do so.\n\n",
            "**Ants Avoid Corners** ([arXiv:2502.54321](https://arxiv.org/abs/2502.54321))\n"
            "*Ada Byron*\nThey do so.\n\n",
        ),
        (
            "**{title}** ([arXiv:{id}v2]({url}v2))\n*Ada Byron*\nThey do so.\n\n",
            "**Ants Avoid Corners** ([arXiv:2502.54321](https://arxiv.org/abs/2502.54321))\n"
            "*Ada Byron*\nThey do so.\n\n",
        ),
        (
            "- [{id}]({url}) **{title}**\n",
            "- [2502.54321](https://arxiv.org/abs/2502.54321) **Ants Avoid Corners**\n",
        ),
        (
            "## {title}\n\n* **Link:** [{url}]({url})\n"
            "* **PDF:** [{id}](https://arxiv.org/pdf/{id})\n\nSee {id}.\n\n",
            "## Ants Avoid Corners\n\n* **Link:** [https://arxiv.org/abs/2502.54321]"
            "(https://arxiv.org/abs/2502.54321)\n"
            "* **PDF:** [2501.00002](https://arxiv.org/pdf/2501.00002)\n\nSee 2501.00002.\n\n",
        ),
    ],
    ids=["an identifier", "with a version", "before the title", "an address, and other values"],
)
def test_the_text_of_a_link_follows_it(entry: str, expected: str) -> None:
    """The old identifier or address is replaced in the text of the link, and in no value."""
    assert relinked(entry, _NEW) == expected


def test_the_text_of_a_link_in_a_row() -> None:
    """The text of a link in a cell follows it, too."""
    above = "# Nests\n\n| Title | Paper |\n|---|---|\n"
    assert relinked("| {title} | [{id}]({url}) |\n", _NEW, above) == (
        "| Ants Avoid Corners | [2502.54321](https://arxiv.org/abs/2502.54321) |\n"
    )


def test_text_beside_the_pieces_of_a_paper() -> None:
    """An identifier that no rule reads is replaced where it is no part of a longer one."""
    entry = (
        "## {title}\n\n[arXiv]({url})\n\n<!-- {id}, 9{id}, {url}, {url}/x -->\n\nThey do so.\n\n"
    )
    assert relinked(entry, _NEW) == entry.replace("9{id}", "92501.00002").format(
        title=_TITLES[1], url=_NEW, id="2502.54321"
    )


def test_an_identifier_that_has_no_successor_stays() -> None:
    """A new link without an identifier leaves the old one in the text, for `diagnose` to report."""
    entry = "**{title}** ([arXiv:{id}]({url}))\n*Ada Byron*\nThey do so.\n\n"
    assert relinked(entry, "https://example.org/a") == (
        "**Ants Avoid Corners** ([arXiv:2501.00002](https://example.org/a))\n"
        "*Ada Byron*\nThey do so.\n\n"
    )


def test_a_paper_without_a_link_repeats_none() -> None:
    """A first link replaces nothing."""
    text = "## Daily Papers (2024-08-26)\n\n### A 2501.00002\n\nVote: 3\n"
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[0], url=_NEW))
    assert "[A 2501.00002](https://arxiv.org/abs/2502.54321)" in written


def test_what_another_edit_replaces() -> None:
    """An identifier is left to the edit that replaces the text that it is in."""
    text = "## A\n\n[arXiv:2501.00002](https://arxiv.org/abs/2501.00002)\n\nThey do so.\n"
    (paper,) = parse_digest(text).papers
    assert paper._origin is not None
    located = LocatedPaper(paper._origin, Habits())
    start = paper._origin.text.index("2501")
    assert list(repeated(located, _NEW, [])) == [(start, start + 10, "2502.54321")]
    assert list(repeated(located, _NEW, [(start - 6, start + 10, "")])) == []
    assert list(repeated(located, _NEW, [(start - 6, start, "")])) != []
