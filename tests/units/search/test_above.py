"""Lines of papers right above their titles."""

import pytest

from paperdigest._grammar.patterns import check_pattern
from paperdigest._units.patterns.above import ABOVE
from paperdigest._units.search.above import kind_above
from paperdigest._units.search.lines import lines_of
from tests.units.test_papers import TITLES, check, text_of


def kind_in(text: str) -> str:
    """Return what is above the headings of a text."""
    return kind_above(text, [line for line in lines_of(text) if line.mark == "##"])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("▲ 12{}", "votes"),
        ("**Votes:** 12{}", "votes"),
        ("12{} upvotes", "votes"),
        ("*2025-03-0{}*", "published"),
        ("[PDF](https://example.org/{})", "url"),
        ("<https://example.org/{}>", "url"),
        ("![a chart](chart-{}.png)", "image"),
        ("12{}", ""),
        ("Words on {}.", ""),
    ],
)
def test_the_kinds_of_lines(line: str, kind: str) -> None:
    """A line above every title may hold votes, a day, an address or an image."""
    text = "".join(f"{line.format(at)}\n## Title {at}\n\nProse.\n\n" for at in (1, 2, 3))
    assert kind_in(f"# Notes\n\n{text}") == kind


@pytest.mark.parametrize(
    "text",
    [
        "▲ 1\n## One\n",
        "## One\n▲ 1\n## Two\n",
        "▲ 1\n## One\n\n## Two\n",
        "▲ 3\n## One\n▲ 1\n## Two\n▲ 2\n",
        "▲ 3\n## One\n2025-03-01\n## Two\n",
    ],
)
def test_lines_that_belong_to_the_paper_above(text: str) -> None:
    """Only if all titles have such a line, and the last paper does not end with one, is it theirs."""
    assert kind_in(text) == ""


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("name", ["2024/11{N}", "rep/{N}"])
@pytest.mark.parametrize("label", ["**Title**", "*Title*", "Title"])
def test_the_link_of_a_heading_above_a_labelled_title(label: str, name: str, gap: str) -> None:
    """Its link is the main link of the paper, and links in items below belong to the paper too."""
    unit = (
        f"### [{name}]({{U}})\n{gap}- {label}: {{T}}\n- *Authors*: {{A}}\n"
        "- [PDF](https://example.org/{N}.pdf) · [versions](https://example.org/v/{N})\n\n"
    )
    for at, paper in enumerate(
        check(text_of(unit, "# River notes\n\n## New\n\n"), authors=True), 1
    ):
        assert [link.url for link in paper.links] == [
            f"https://example.org/{at}.pdf",
            f"https://example.org/v/{at}",
        ]
        assert paper.category == "New"


def test_a_link_of_a_heading_above_other_titles() -> None:
    """Without labels, a heading names a group."""
    text = text_of("### [Week {N}](https://example.org/weeks/{N})\n- [{T}]({U})\n\n")
    assert [paper.title for paper in check(text)] == list(TITLES)


@pytest.mark.parametrize("kind", ABOVE)
def test_the_patterns_take_linear_time(kind: str) -> None:
    """They are taken on trust when a text is parsed."""
    check_pattern(ABOVE[kind], kind)
