"""Lines with labels that no paper of a text has yet."""

import datetime
from typing import Any

import pytest

from paperdigest import Dialect, Field, Link, Rule, Section, parse_digest, serialize_digest
from paperdigest._parsing.record import pieces_of
from paperdigest._writing.forms.labelled import LabelledLine

_TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")
_LINKS = {"links": [Link("Slides", "https://example.org/s")]}
_FIELDS = {"fields": [Field("Venue", "CVPR")]}
_FUNDING = "The Foundation for the Study of Small Animals That Count, and others"
_LONG = {"fields": [Field("Funding", _FUNDING)]}
_DAY = {"published": datetime.date(2025, 1, 2)}


def texts(entry: str, first: int = 1) -> list[str]:
    """Return the text of each entry."""
    return [
        entry.format(title=title, url=f"https://arxiv.org/abs/2501.0000{n}", n=n)
        for n, title in enumerate(_TITLES, first)
    ]


def lines_added(entry: str, first: int = 1, /, **changes: Any) -> str:
    """Change the second of three papers, and return the new text of it alone."""
    for end in ("\r\n", "\n"):
        entries = [each.replace("\n", end) for each in texts(entry, first)]
        digest = parse_digest(f"# Nests{end}{end}" + "".join(entries))
        written = serialize_digest(digest.replace_paper(digest.papers[1], **changes))
        before = f"# Nests{end}{end}{entries[0]}"
        assert written.startswith(before)
        assert written.endswith(entries[2])
        found = written[len(before) : -len(entries[2])]
    assert "\r" not in found
    return found


_ITEM = "* [{title}]({url})\n  * Authors: Ada Byron\n  * Upvotes: 1{n}\n  * Summary: They do so.\n"
_LIST = (
    "## [{title}]({url})\n\n- **Authors:** Ada Byron\n- **Venue:** ICML 20{n}0\n\nThey do so.\n\n"
)
_LINES = "## {title}\n\n{url}\n\n**Authors**: Ada Byron\n\n**TL;DR**: They do so.\n\n"
_BROKEN = "## [{title}]({url})\n\nAuthors: Ada Byron  \nVotes: 1{n}\n\nThey do so.\n\n"


@pytest.mark.parametrize(
    ("entry", "changes", "old", "new"),
    [
        (_ITEM, _LINKS, "12\n", "12\n  * Slides: https://example.org/s\n"),
        (_ITEM, _DAY, "12\n", "12\n  * Published: 2025-01-02\n"),
        (_ITEM, _FIELDS, "12\n", "12\n  * Venue: CVPR\n"),
        (_ITEM, _LONG, "12\n", f"12\n  * *Funding*: {_FUNDING}\n"),
        (_LIST, _DAY, "Byron\n", "Byron\n- **Published:** 2025-01-02\n"),
        (_LIST, {"votes": 9}, "- **Authors", "- **Votes:** 9\n- **Authors"),
        (_LIST, _LINKS, "Byron\n", "Byron\n- **Slides:** https://example.org/s\n"),
        (_LINES, _DAY, "**TL;DR", "**Published**: 2025-01-02\n\n**TL;DR"),
        (_BROKEN, _DAY, "12\n", "12  \nPublished: 2025-01-02\n"),
    ],
    ids=[
        "a link in items", "a day in items", "a field in items", "a field that looks like prose",
        "a day in a list", "votes first in a list", "a link in a list", "a day in lines", "line breaks",
    ],
)  # fmt: skip
def test_new_lines_look_like_those_there(
    entry: str, changes: dict[str, Any], old: str, new: str
) -> None:
    """A line has the indent, the bullet, the emphasis and the colon of others, and their gaps."""
    assert lines_added(entry, **changes) == texts(entry)[1].replace(old, new)


def test_a_section_is_a_paragraph_of_its_own() -> None:
    """A section is as far from the one above it as that one is from the line before it."""
    idea = Section("TL;DR", "They do so.")
    limits = Section("Limits", "Only at night.")
    assert lines_added(_LINES, sections=[idea, limits]) == (
        texts(_LINES)[1].replace("so.\n", "so.\n\n**Limits**: Only at night.\n")
    )


@pytest.mark.parametrize(
    ("entry", "first", "indent"),
    [
        ("{n}. **{title}** by Ada Byron\n   [arXiv]({url})\n", 1, 3),
        ("{n}. **[{title}]({url})**\n", 8, 3),
        ("{n}. **[{title}]({url})**\n", 10, 4),
        ("{n}. **[{title}]({url})**\n     They do so.\n", 1, 5),
        ("- **[{title}]({url})**\n", 1, 2),
    ],
    ids=["three", "a short number", "a long number", "an indent of its own", "a bullet"],
)
def test_new_lines_stay_in_their_item(entry: str, first: int, indent: int) -> None:
    """A line below a number is indented at least as far as the text after the number."""
    old = texts(entry, first)[1]
    head, _, rest = old.partition("\n")
    assert lines_added(entry, first, votes=9) == f"{head}\n{' ' * indent}- **Votes:** 9\n{rest}"


def test_lines_of_two_edits() -> None:
    """Lines that are added together keep their order, and one that is removed leaves none empty."""
    changes = {"votes": 9, "authors": []}
    entry = _LIST.replace("- **Venue", "- **Where:** Rome\n- **Venue")
    assert lines_added(entry, **changes) == texts(entry)[1].replace(
        "- **Authors:** Ada Byron", "- **Votes:** 9"
    )


_WIDE = "## {n}. {title}\n\n- 链接：{url}\n- 作者：王伟、李娜\n- 摘要：用网络数石头。\n\n"
_PLAIN = "### {n}. {title}\nURL: {url}\nUpvotes: 1{n}\n\nMain idea: They do so.\n\n"
_PROSE = "## {title}\n\n**Link:** {url}\n**Stimmen:** 1{n}\n\nSie tun es.\n\n"


@pytest.mark.parametrize(
    ("entry", "label", "text", "added"),
    [
        (_WIDE, "局限", "They do not.", "- 局限：They do not.\n\n"),
        (_WIDE, "Our take", "They do not.", "- **Our take:** They do not.\n\n"),
        (_PLAIN, "Limits", "Only at night.", "\n#### Limits\n\nOnly at night.\n\n"),
    ],
    ids=["as there", "in bold", "below a heading"],
)
def test_a_section_that_the_form_there_would_lose(
    entry: str, label: str, text: str, added: str
) -> None:
    """A section whose label is not read in the form of others is written in that of its rule."""
    digest = parse_digest("# Nests\n\n" + "".join(texts(entry)))
    sections = [*digest.papers[1].sections, Section(label, text)]
    assert lines_added(entry, sections=sections) == texts(entry)[1].removesuffix("\n") + added


def test_a_link_below_the_main_link() -> None:
    """A link goes below the line of the main link and looks like it."""
    assert lines_added(_PROSE, **_LINKS) == texts(_PROSE)[1].replace(
        "\n**Stimmen", "\n**Slides:** https://example.org/s\n**Stimmen"
    )


def test_a_value_with_a_colon_has_no_label() -> None:
    """What comes before a colon within a value is not its label."""
    dialect = Dialect("names", [Rule("paper", "- {title}"), Rule("authors", "by {authors}")])
    (paper,) = parse_digest("- A\nby Team: Ada Byron\n", dialect=dialect).papers
    assert paper._origin is not None
    assert [LabelledLine.of(piece) for piece in pieces_of(paper._origin)] == [None, None]


_BARE = "{n}. **{title}** ([arXiv]({url}))\n   *Ada Byron*\n   They do so, and they do it well.\n\n"
_ABOVE_PROSE = "**[{title}]({url})**\nAuthors: Ada Byron\nVotes: 1{n}\nThey do so, and well.\n\n"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"votes": 9}, "- **Votes:** 9"),
        (_DAY, "- **Published:** 2025-01-02"),
        ({"fields": [Field("Pages", "14")]}, "- **Pages:** 14"),
        (_LONG, f"- *Funding*: {_FUNDING}"),
    ],
    ids=["votes", "a day", "a field", "a field that looks like prose"],
)
def test_first_labels_of_a_text_are_alike(changes: dict[str, Any], line: str) -> None:
    """Labels in a text without any are bold, unless the line would be read as a section."""
    head = "**\n" if "\n" in line else "))\n"
    assert f"   {line}\n" in lines_added(_BARE, **changes).partition(head)[2]


def test_a_section_in_a_text_without_labels() -> None:
    """The label of a section looks like those of other lines."""
    prose = Section(None, "They do so, and they do it well.")
    added = lines_added(_BARE, sections=[prose, Section("Limits", "Only at night.")])
    assert added == texts(_BARE)[1].replace("well.\n", "well.\n   - **Limits:** Only at night.\n")


def test_a_number_with_a_plain_label_above_prose() -> None:
    """A number alone after a label is a field, also where prose follows in the next line."""
    added = lines_added(_ABOVE_PROSE, fields=[Field("Pages", "14")])
    assert added == texts(_ABOVE_PROSE)[1].replace("They", "Pages: 14\nThey")
