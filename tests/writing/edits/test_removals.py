"""Values that are taken out of a line: what goes with them, and what stays."""

from typing import Any

import pytest

from paperdigest import parse_digest, serialize_digest

A, B, C = (f"https://arxiv.org/abs/2508.1100{number}" for number in (1, 2, 3))
CODE, SLIDES = "https://github.com/wells/deep", "https://example.org/slides"


def edited(line: str, **changes: Any) -> str:
    """Return the line of the first of three papers after an edit."""
    texts = [line, line.replace(A, B), line.replace(A, C)]
    text = "# Reading list, 2025-08-20\n\n" + "".join(
        f"{each.replace('Wells', f'{title} Wells')}\n"
        for each, title in zip(texts, ("Deep", "Old", "Dry"), strict=True)
    )
    digest = parse_digest(text)
    new = digest.replace_paper(digest.papers[0], **changes)
    written = serialize_digest(new, dialect=digest.dialect)
    assert parse_digest(written, dialect=digest.dialect) == new
    start = len("# Reading list, 2025-08-20\n\n")
    end = len(text) - text.index("\n", start)
    assert written.startswith(text[:start])
    assert written.endswith(text[-end:])
    return written[start:-end]


IN_ONE = f"- **Wells** ([arXiv]({A}), [code]({CODE}))"
NAMED = f"- **Wells** (Greta Hein, [2508.11001]({A})): Water is found below the town."
COMMAS = f"- **Wells**, *Rie Sund, Tea Ulm*, [[paper]]({A}) [[code]]({CODE})"
DOTS = f"- 📄 **Wells** — [paper]({A}) · [code]({CODE}) · 👍 25"


@pytest.mark.parametrize(
    ("line", "changes", "written"),
    [
        (IN_ONE, {"links": []}, f"- **Deep Wells** ([arXiv]({A}))"),
        (IN_ONE, {"url": None}, f"- **Deep Wells** ([code]({CODE}))"),
        (IN_ONE, {"url": None, "links": []}, "- **Deep Wells**"),
        (
            NAMED,
            {"authors": []},
            f"- **Deep Wells** ([2508.11001]({A})): Water is found below the town.",
        ),
        (NAMED, {"url": None}, "- **Deep Wells** (Greta Hein): Water is found below the town."),
        (COMMAS, {"authors": []}, f"- **Deep Wells**, [[paper]]({A}) [[code]]({CODE})"),
        (COMMAS, {"url": None}, f"- **Deep Wells**, *Rie Sund, Tea Ulm*, [[code]]({CODE})"),
        (COMMAS, {"url": None, "links": []}, "- **Deep Wells**, *Rie Sund, Tea Ulm*"),
        (DOTS, {"url": None}, f"- 📄 **Deep Wells** — [code]({CODE}) · 👍 25"),
        (DOTS, {"links": []}, f"- 📄 **Deep Wells** — [paper]({A}) · 👍 25"),
        (DOTS, {"votes": None}, f"- 📄 **Deep Wells** — [paper]({A}) · [code]({CODE})"),
    ],
)
def test_brackets_stay_with_what_is_left_in_them(
    line: str, changes: dict[str, Any], written: str
) -> None:
    """Brackets around several values stay until they are empty, and one separator stays."""
    assert edited(line, **changes) == written


def test_empty_brackets_go() -> None:
    """Brackets go with the last value in them, and the text after them follows the title."""
    line = f"- [Wells]({A}) ([code]({CODE}), [slides]({SLIDES})): Water is found below the town."
    written = f"- [Deep Wells]({A}): Water is found below the town."
    assert edited(line, links=[]) == written


def test_no_space_is_left_at_the_end_of_an_element() -> None:
    """The end of an element of HTML ends a line, too."""
    line = f'<li><a href="{A}">Wells</a> by Alma Berg, Curt Dahl (15 votes)</li>'
    text = f"# Papers 2025-05-05\n\n<ul>\n{line}\n{line.replace(A, B)}\n</ul>\n"
    digest = parse_digest(text)
    first = digest.papers[0]
    written = serialize_digest(digest.replace_paper(first, fields=[], votes=None))
    assert f'<li><a href="{A}">Wells</a> by Alma Berg, Curt Dahl</li>\n' in written
