"""What ends a title without marks."""

import re

import pytest

from paperdigest._units.patterns.ends import END_OF_TITLE, ENDS, TAIL
from paperdigest._units.patterns.forms import strict

#: What follows a title, and the name of that end.
AFTER = [
    ("venue and year in brackets", "(ICML 2024)"),
    ("venue and year in brackets", "[NeurIPS '23] [[pdf](u)]"),
    ("venue and year in brackets", "（2024）"),
    ("venue and year in brackets", "(2024) 🟢"),
    ("venue and year in brackets", "(ICML 2024) :star: :star:"),
    ("names in round brackets", "(Byron et al.) https://arxiv.org/abs/2408.12637"),
    ("names in round brackets", "(Byron, North, et al.)"),
    ("year in brackets before a group", "(2024), River Lab [[pdf](u)]"),
    ("venue in italics", ", *ICML 2024*"),
    ("venue in italics", ". In *Journal of Rivers*, 2024 [[pdf](u)]"),
    ("venue in italics", ", *ICML 2024* Oral"),
    ("venue after 'in'", ", in Proceedings of Rivers 2024. [[pdf](u)]"),
    ("venue in capitals", ", ICML-24 [[pdf](u)]"),
    ("venue in capitals", ", TPAMI"),
    ("group or minutes in brackets", "(Byron+)"),
    ("group or minutes in brackets", "(5 minute read)"),
    ("kind of a paper in brackets", "(Oral) [[pdf](u)]"),
    ("kind of a paper in brackets", "（评分 7）"),
    ("tag", "<sub>2024</sub>"),
    ("tag", ", <em>ICML</em>"),
    ("venue in code", "`ICML` [[pdf](u)]"),
    ("year", ", Mar 2024 [[pdf](u)]"),
    ("venue and year", ". ICML 2024 [[pdf](u)]"),
    ("venue and year", ", Nature Rivers '24"),
    ("hashtags", "#rivers #maps"),
    ("Chinese brackets", "【代码】"),
    ("label of a link", "paper: https://arxiv.org/abs/2408.12637"),
    ("label of a link", ", Project: <https://a.example>, PDF: <https://arxiv.org/abs/2408.12637>"),
    ("label of a link", "论文：[arXiv](u)"),
    ("link to a demo", "- Audio Demos at https://example.org: https://arxiv.org/abs/2408.12637"),
    ("link to a demo", "(code at https://github.com/a/b)"),
    ("bar", "| [pdf](u)"),
    ("number of a reference", "[12]"),
    ("footnote", "[^1]"),
    ("sign in brackets", "(🔥 new)"),
    ("missing link", "（链接待补）"),
    ("names in brackets", "[Ada Byron, Emmy Noether] [[pdf](u)]"),
    ("link, address or identifier", "[[pdf](u)]"),
    ("link, address or identifier", "- 📄 [pdf](u)"),
    ("link, address or identifier", "-> https://arxiv.org/abs/2408.12637"),
    ("link, address or identifier", '<a href="u">pdf</a>'),
    ("link, address or identifier", "![badge](u)"),
    ("link, address or identifier", "arXiv:2408.12637"),
    ("link, address or identifier", "<br>Ada Byron"),
]


def test_each_end_has_an_example() -> None:
    """No end is left out of these tests."""
    assert {name for name, _ in AFTER} == set(ENDS)


@pytest.mark.parametrize(("name", "after"), AFTER)
def test_what_ends_a_title(name: str, after: str) -> None:
    """Each end is found by its own pattern, and the title ends there."""
    assert re.match(ENDS[name], after, re.MULTILINE), name
    assert re.match(END_OF_TITLE, after, re.MULTILINE)
    space = "" if after[0] in ",." else " "
    match = strict("plain").match(f"A Study of Rivers{space}{after}")
    assert match is not None
    assert match["title"] == "A Study of Rivers"


@pytest.mark.parametrize(
    "title",
    [
        "Rivers (and Lakes) in Maps",
        "Rivers, Lakes, and Seas",
        "Lakes in 2024 and Later",
        "A Study of C# Programs",
        "Rivers - A Survey",
        "Rivers: Maps of 2024",
        "Rivers [Extended] in Maps",
        "Learning from 3.5 Rivers",
    ],
)
def test_what_is_part_of_a_title(title: str) -> None:
    """Brackets, commas, dashes and years inside a title do not end it."""
    match = strict("plain").match(f"{title} [[pdf](u)]")
    assert match is not None
    assert match["title"] == title


@pytest.mark.parametrize(
    "tail", ["", " 🔥", " 🔥 12", " :star:", " {#rivers}", " ##", " ⭐ :fire:"]
)
def test_what_says_nothing_at_the_end(tail: str) -> None:
    """Emoji with a count, shortcodes and closing marks are not part of a title."""
    assert re.fullmatch(TAIL, tail)
    match = strict("plain").match(f"A Study of Rivers{tail}")
    assert match is not None
    assert match["title"] == "A Study of Rivers"
