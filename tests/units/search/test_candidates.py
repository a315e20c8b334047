"""How likely lines that begin alike are papers."""

import pytest

from paperdigest._units.search.candidates import Candidate, candidates
from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.lines import lines_of

URL = "https://arxiv.org/abs/2408.12637"


def best(text: str) -> Candidate:
    """Return the most likely group of lines in a text."""
    return max(candidates(Evidence(text, lines_of(text))), key=lambda each: each.score)


def test_linked_titles_are_likely() -> None:
    """A linked title to a publisher is as likely a paper as can be."""
    found = best(f"- [A Study of Slow Rivers]({URL})\n" * 3)
    assert (found.forms, found.score, found.links) == (("link",), 1.0, 1.0)


def test_a_year_in_a_linked_title_is_told_apart() -> None:
    """If titles end with a year in brackets, the form that leaves it out comes first."""
    assert best(f"- [A Study of Slow Rivers (2024)]({URL})\n" * 5).forms[0] == "dated link"


@pytest.mark.parametrize(
    "line",
    [
        "- [A Study of Slow Rivers](#rivers)",
        "- **Authors**: Ada Byron",
        f"- **Link**: {URL}",
        f"- Slow rivers are ([as we know]({URL})) " + "long and slow and wide and deep " * 12,
        f"- [PDF]({URL})",
    ],
)
def test_lines_without_a_title(line: str) -> None:
    """Links within the text, labels, and sentences are not titles."""
    assert all(each.score < 0.35 for each in candidates(Evidence(line, lines_of(f"{line}\n" * 4))))


def test_a_bold_name_with_a_colon_is_a_weak_title() -> None:
    """Bold words before a colon are more likely a label, even an unknown one."""
    found = best(f"<p><b>Some Very Odd Words:</b> text, at [last]({URL})\n" * 4)
    assert found.quality < 0.75


def test_names_before_a_title_show_a_paper() -> None:
    """A line without a link to a publisher shows a paper by its names and its year."""
    found = best(
        "- Ada Byron, Emmy North. [A Study of Slow Rivers](https://a.example/x), 2024\n" * 4
    )
    assert found.forms[0] == "people+link"
    assert found.own >= 0.4
    assert found.links == 0.0


def test_one_line_in_another_form() -> None:
    """In a list of linked titles, one line with a title in bold is enough for a form of its own."""
    lines = [
        f"1. ***`[OSDI '18]`*** **[A Study of River {number}]({URL})**" for number in range(15)
    ]
    lines[6] = "1. ***`[OSDI '18]`*** **A Study of Lakes**"
    assert best("\n".join(lines)).forms == ("tag+link", "tag+bold")


def test_short_names_over_titles_are_told_apart() -> None:
    """If some items have names and a title below a short name, their form comes first."""
    below = f"* Rivers [[Paper]]({URL})\n  * Ada Byron, Emmy North, A Study of Slow Rivers, ICML, 2024.\n"
    found = best(below * 4 + f"* A Study of Wide Rivers [[Paper]]({URL})\n" * 4)
    assert found.forms == ("alias+cited", "plain")


@pytest.mark.parametrize(
    ("more", "forms"),
    [
        (f"- RiverNet: Slow Rivers (2022), [[pdf]]({URL})", ("plain, names", "plain")),
        ("- RiverNet: Slow Rivers (2022)", ("plain, names",)),
        (f"- Deep Rivers (2022), Emmy North et al. [[pdf]]({URL})", ("plain, names",)),
    ],
)
def test_a_title_without_names_among_others(more: str, forms: tuple[str, ...]) -> None:
    """One title without names, but with a link to a paper, is one more form, in a long list too."""
    lines = [f"- A Study of River {n} (2021), Ada Byron et al. [[pdf]]({URL})" for n in range(30)]
    lines[7] = more
    assert best("\n".join(lines)).forms == forms


def test_links_that_are_defined_elsewhere() -> None:
    """Reference links count if they lead to publishers."""
    text = (
        f"- [A Study of Rivers][1]\n- [A Study of Rain][2]\n\n[1]: {URL}\n[2]: https://a.example\n"
    )
    evidence = Evidence(text, lines_of(text))
    assert [evidence.has_link(line) for line in evidence.lines[:2]] == [True, False]
