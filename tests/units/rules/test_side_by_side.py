"""Labelled values side by side in a line."""

import datetime

import pytest

from paperdigest import diagnose, parse_digest, serialize_digest
from tests import laws

TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")


def written(line: str, link: str = "") -> str:
    """Return a text with such a line, and a line with a link if there is one, in each paper."""
    papers = (
        f"## {title}\n\n{line}\n{link}\nThey do so.\n\n".format(
            n=n, url=f"https://arxiv.org/abs/2401.0000{n}"
        )
        for n, title in enumerate(TITLES, 1)
    )
    return "# Nests\n\n" + "".join(papers)


LINES = {
    "dots": "**Score:** 8/10 · **Votes:** 1{n} · [PDF]({url}) · [HTML](https://arxiv.org/html/2401.0000{n})",
    "bars": "**Score**: 8/10 | **Votes**: 1{n} | [PDF]({url})",
    "plain": "Score: 8/10 | Votes: 1{n} | [PDF]({url})",
    "votes first": "**Votes:** 1{n} · **Score:** 8/10 · [PDF]({url})",
    "link first": "[PDF]({url}) · **Votes:** 1{n} · **Score:** 8/10",
    "signs": "🏆 **Score:** 8/10 · 👍 **Votes:** 1{n} · 📄 [PDF]({url})",
}


@pytest.mark.parametrize("name", LINES)
def test_values_side_by_side(name: str) -> None:
    """Each value has a label of its own, and no word of the line is passed over."""
    text = written(LINES[name])
    digest = laws.check_text(text)
    assert [paper.votes for paper in digest.papers] == [11, 12, 13]
    assert [[(each.label, each.value) for each in paper.fields] for paper in digest.papers] == [
        [("Score", "8/10")]
    ] * 3
    assert all(
        paper.url and paper.url.startswith("https://arxiv.org/abs/") for paper in digest.papers
    )
    assert {each.code for each in diagnose(text)} <= {"no-date", "uncertain-dialect", "no-authors"}
    first = digest.papers[0]
    edited = digest.replace_paper(first, votes=7, fields=[first.fields[0].replace(value="9/10")])
    assert serialize_digest(edited) == text.replace("11", "7", 1).replace("8/10", "9/10", 1)


def test_a_line_without_a_link() -> None:
    """The last value ends with its line, and dates and names are found by their labels too."""
    line = "**Authors:** Ada Byron, Carl Gauss | **Date:** 2024-08-2{n} | **Venue:** ICML"
    digest = parse_digest(written(line, "[PDF]({url})"))
    for number, paper in enumerate(digest.papers, 1):
        assert paper.authors == ("Ada Byron", "Carl Gauss")
        assert paper.published == datetime.date(2024, 8, 20 + number)
        assert [(each.label, each.value) for each in paper.fields] == [("Venue", "ICML")]


def test_a_list_between_dots_is_one_value() -> None:
    """What has no label of its own belongs to the value before it."""
    line = "**Ideas:** vision · language · robots"
    digest = parse_digest(written(line, "**Score:** 8/10 · **Votes:** 1{n}\n\n[PDF]({url})"))
    ideas = [paper.section("Ideas") for paper in digest.papers]
    assert {each and each.text for each in ideas} == {"vision · language · robots"}
    assert [paper.votes for paper in digest.papers] == [11, 12, 13]
