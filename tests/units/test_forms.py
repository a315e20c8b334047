"""Forms of the lines that give titles."""

import re

import pytest

from paperdigest._units.forms import form, forms_for, strict
from paperdigest._units.lines import lines_of

LEADS = [
    "[",
    "[[",
    "**",
    "*",
    '"',
    "“",
    "(",
    "`",
    "<b",
    "0",
    "【",
    "w",
    "title:",
    "[!",
    "!!!",
    "???",
    "x",
]


@pytest.mark.parametrize("lead", LEADS)
def test_each_start_has_forms_with_a_title(lead: str) -> None:
    """Every form of every start reads a title, strictly and as a rule."""
    for name in forms_for(lead):
        assert "title" in strict(name).groupindex
        assert "title" in re.compile(form(name).pattern, re.MULTILINE).groupindex
        assert "{title" in form(name).template


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("- [A Study of Rivers](https://a.example) - Ada", "A Study of Rivers"),
        ("- **A Study of Rivers** [[pdf](u)]", "A Study of Rivers"),
        ("- **A Study of Rivers.** *Ada*", "A Study of Rivers"),
        ('- "A Study of Rivers." Venue', "A Study of Rivers"),
        ("- “A Study of Rivers” (2024)", "A Study of Rivers"),
        ("- A Study of Rivers [[arXiv](u)]", "A Study of Rivers"),
        ("### A Study of Rivers 🔥", "A Study of Rivers"),
        ('<li><a href="https://a.example">A Study of Rivers</a>', "A Study of Rivers"),
    ],
)
def test_where_titles_end(line: str, title: str) -> None:
    """Marks, links, and points that end it are not parts of a title."""
    (found,) = lines_of(line)
    matches = [strict(name).match(line, found.words) for name in forms_for(found.key[3])]
    assert title in [match["title"] for match in matches if match]
