"""Signs and numbers before a title."""

import re

import pytest

from paperdigest._units.patterns.before import BEFORE, NUMBER, NUMBERS, SIGNS_BEFORE
from paperdigest._units.search.lines import lines_of

#: A number, and its name.
NUMBERED = [
    ("circled", "① "),
    ("Chinese", "三、"),
    ("Chinese, of a paper", "第3篇："),
    ("with a mark", "12. "),
    ("with a mark", "[7] "),
    ("with a mark", "Paper 3: "),
    ("with a mark", "4 - "),
    ("after 'No.'", "No.9 "),
    ("in brackets", "[12]"),
    ("with letters", "[A12] "),
    ("without a space", "3."),
    ("of arXiv", "2408.12637 - "),
    ("of arXiv", "arXiv:2408.12637v2: "),
    ("of an issue", "#12 "),
]

#: Signs, and their names, with what a line has before them.
SIGNS = [
    ("emoji", "🔥 "),
    ("mark of a heading in an item", "### "),
    ("mark of a quote in an item", "> "),
    ("shortcode of an emoji", ":star: "),
    ("anchor", '<a id="rivers"></a>'),
    ("line break", "<br>"),
    ("box to tick", "[x] "),
    ("key in bold", "**[A1]** "),
    ("struck out link", "~~"),
    ("time", "10:30-11:00 "),
    ("link to a note", "[[2024-08-26]] "),
    ("highlight", "=="),
    ("number in bold", "**[12]** "),
    ("identifier in bold", "**w20317** "),
    ("identifier in bold", "**2024/803**: "),
    ("identifier in bold", "**arXiv:2408.12637** – "),
    ("identifier in bold", "**#31** "),
    ("year in italics", "*(2024)* "),
    ("badge", "![new](badge.svg) "),
    ("escaped tag", r"\[ICML\] "),
    ("escaped star", r"\* "),
    ("image", '<img src="a.png"> '),
    ("empty span", '<span class="a"></span> '),
    ("shortcode of a page", '{{< badge "new" >}} '),
    ("keys of a keyboard", "<kbd>ICML</kbd> "),
    ("shortcode of a page", "{% include a.html %} "),
]


def test_each_pattern_has_an_example() -> None:
    """No number or sign is left out of these tests."""
    assert {name for name, _ in NUMBERED} == set(NUMBERS)
    assert {name for name, _ in SIGNS} == set(SIGNS_BEFORE)


@pytest.mark.parametrize(("name", "number"), NUMBERED)
def test_numbers(name: str, number: str) -> None:
    """Each number is found by its own pattern, and the words of the line start after it."""
    text = f"{number}Rivers in Maps"
    for pattern in (NUMBERS[name], NUMBER):
        match = re.match(pattern, text)
        assert match is not None
        assert match[0] == number
    (line,) = lines_of(text)
    assert text[line.words :] == "Rivers in Maps"


@pytest.mark.parametrize(("name", "sign"), SIGNS)
def test_signs(name: str, sign: str) -> None:
    """Each sign is found by its own pattern, and the words of the line start after it."""
    title = "[Rivers in Maps](u)" if name == "struck out link" else "**Rivers in Maps**"
    text = f"- {sign}{title}"
    for pattern in (SIGNS_BEFORE[name], BEFORE):
        match = re.compile(pattern).match(text, 2)
        assert match is not None
        assert match[0] == sign
    (line,) = lines_of(text)
    assert text[line.words :] == title


@pytest.mark.parametrize(
    "title", ["3D Rivers", "2024 in Maps", "#rivers", "1984", "[Re] Rivers", "12 Rivers"]
)
def test_what_is_no_number(title: str) -> None:
    """A number without a mark is part of the title."""
    match = re.match(NUMBER, title)
    assert match is not None
    assert not match[0]
