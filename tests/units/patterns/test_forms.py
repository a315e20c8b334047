"""Forms of the lines with titles."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperdigest._units.patterns.forms import form, match_form, may_start, strict
from paperdigest._units.patterns.leads import forms_for
from paperdigest._units.search.lines import lines_of

#: The pieces of the lines.
PIECES = [
    "A", "Study", "of", "rivers", "Ada", "Byron", "van", "de", "Beek", "O’Hara", "et al", "J.", "小明", "王",
    ",", ".", "?", "!", "(", ")", "（", "[", "](https://a.example)", " - ", " – ", " by ", " · ", "*", "**", "_", '"', "“", "”",
    ":", "2024", "(2024)", "ICML 2024", "Mar 4", "2024-03-04", "<b>", "</b>", "`", "and", ";", " ", " ", " ", "\t", "\n  ", "-", "🔥", "1.",
]  # fmt: skip

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
    "address:",
    "[!",
    "!!!",
    "???",
    "x",
]


@pytest.mark.parametrize("lead", LEADS)
def test_each_start_has_forms_with_a_title(lead: str) -> None:
    """Every form of every start matches a title, strictly and as a rule."""
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
        ("- A Study of Rivers, ICML-24 [[pdf](u)]", "A Study of Rivers"),
        ("- A Study of Rivers, TPAMI [[pdf](u)]", "A Study of Rivers"),
        ("- Where Do Rivers Go? Ada Byron, *ICML 2024*", "Where Do Rivers Go?"),
        ("- Slow vs. Wide Rivers, Ada Byron, *ICML*", "Slow vs. Wide Rivers"),
        ("- Rivers: Part II — A Long View, Ada Byron, *ICML*", "Rivers: Part II — A Long View"),
        ("- Rivers (Extended Version), Ada Byron, *ICML*", "Rivers (Extended Version)"),
        (
            "- RiverNet: Slow Streams, Wide Lakes, and Beyond, Ada Byron, *ICML*",
            "RiverNet: Slow Streams, Wide Lakes, and Beyond",
        ),
        ("- [ICML 2024] A Study of Rivers, Ada Byron. [[pdf](u)]", "A Study of Rivers"),
        ("- “Slow Rivers” in Small Maps, Ada Byron, *ICML*", "“Slow Rivers” in Small Maps"),
        ('- "Slow Rivers" in Small Maps, Ada Byron, *ICML*', '"Slow Rivers" in Small Maps'),
        (
            "- Byron A (2019) Do Rivers Rest? Lessons from Wide Plains. *Nature* 3:1.",
            "Do Rivers Rest? Lessons from Wide Plains",
        ),
    ],
)
def test_where_titles_end(line: str, title: str) -> None:
    """Marks, links, and full stops at its end are not part of a title."""
    (found,) = lines_of(line)
    matches = [strict(name).match(line, found.words) for name in forms_for(found.key.lead)]
    assert title in [match["title"] for match in matches if match]


@given(line=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
@example("A Study of Rivers, **Ada Byron**")
@example("A Study of Rivers? *Ada Byron*")
@example("A Study of Rivers? Ada Byron")
@example("A Study of Rivers (van Beek, J.)")
@example("A Study of Rivers by Ada et al.")
@example("A Study of Rivers - 小明")
@example("Ada Byron, J. van Beek. A Study of Rivers.")
@example("**ICML 2024** A Study of Rivers")
@example("Ada Byron; Beek, J. \n  A Study of rivers.")
def test_what_rules_a_form_out_rules_it_out(line: str) -> None:
    """A form that is not tried on a line would not have matched it."""
    for found in lines_of(line):
        words = line[found.words : found.end]
        for lead in LEADS:
            for name in forms_for(lead):
                match = match_form(name, line, found.words, found.end)
                wanted = strict(name).match(line, found.words)
                assert (match and match.regs) == (wanted and wanted.regs)
                assert wanted is None or may_start(name, words, goes_on="\n" in line)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("A hat that has a path https://example.org/a", "A hat that has a path"),
        ("Alpha and beta arXiv:2408.12637", "Alpha and beta"),
        ("An arXiv:tool of http habits", "An arXiv:tool of http habits"),
        ("A path [Code](https://example.org/a)", "A path"),
    ],
)
def test_plain_titles_end_before_addresses_and_links(line: str, title: str) -> None:
    """A title may contain letters and spaces that could start an address or a link."""
    found = strict("plain").match(line)
    assert found is not None
    assert found["title"] == title


def test_a_year_between_names_and_a_title_in_quotes() -> None:
    """A year in brackets before a title in quotes is not part of the names."""
    line = 'Byron, Ada; Gauss, Carl (2015). "**Bees Count to Four**". Nest Research.'
    found = match_form("names*+quoted", line, 0, len(line))
    assert found is not None
    assert found["authors"] == "Byron, Ada; Gauss, Carl"


def test_a_title_in_bold_is_not_plain() -> None:
    """A title that is set off is not one without marks, though names follow it."""
    title = "A Study of Rivers with Slow Water in the Old North"
    line = f"[2408.12001](https://a.example) **{title}** — Ada Byron, Carl Gauss"
    assert match_form("main link+plain, names", line, 0, len(line)) is None
    assert match_form("main link+bold", line, 0, len(line)) is not None


def test_a_title_without_marks_has_no_link_in_it() -> None:
    """Names after a link do not make the link a part of the title."""
    line = "Slow Rivers Freeze First [[pdf](https://arxiv.org/abs/2408.12000)] - Ada Byron"
    assert match_form("plain, names", line, 0, len(line)) is None
    named = line.replace(" [[", " - Emmy North [[")
    match = match_form("plain, names", named, 0, len(named))
    assert match is not None
    assert match["title"] == "Slow Rivers Freeze First"
