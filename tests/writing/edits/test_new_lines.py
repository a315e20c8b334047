"""Where a line goes that a paper did not have."""

from typing import Any

import pytest

from paperdigest import Dialect, Link, Media, Rule, Section, parse_digest, serialize_digest
from tests.samples import refusal

_URL = "https://arxiv.org/abs/2501.0000{n}"
_TITLES = ("Bees Count to Four", "Ants Avoid Corners", "Owls Keep Old Songs")


def layout(entry: str, above: str = "# Nests\n\n", below: str = "") -> str:
    """Write an entry for each title."""
    entries = (
        entry.format(title=title, url=_URL.format(n=at), n=at)
        for at, title in enumerate(_TITLES, 1)
    )
    return above + "".join(entries) + below


def edit(text: str, dialect: Dialect | None = None, /, **changes: Any) -> str:
    """Change the second paper of a text, and write it."""
    digest = parse_digest(text, dialect=dialect)
    return serialize_digest(digest.replace_paper(digest.papers[1], **changes))


_CARD = (
    "<div>\n<h3>\n<b>{title}</b>\n</h3>\n<p>Ada Byron, Carl Gauss</p>\n"
    '<p><a href="{url}">arXiv</a></p>\n{below}</div>\n\n'
)


def test_no_markdown_goes_into_a_card_of_html() -> None:
    """Where all lines are elements, no paper shows how another one would be written."""
    digest = parse_digest(layout(_CARD.replace("{below}", "")))
    picture = Media("image", "https://example.org/ants.png")
    edited = digest.replace_paper(digest.papers[1], votes=9, media=[picture])
    assert refusal(edited) == [
        "Digest.papers[1].votes: 9 would be lost",
        f"Digest.papers[1].media[0]: {picture!r} would be lost",
    ]


_PICTURE = "![](https://example.org/ants.png)"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("entry", "line", "added"),
    [
        ("* [{title}]({url})\n  * Authors: Ada Byron\n", "* [Ants", f"  {_PICTURE}"),
        ("{n}. [{title}]({url})\n   - Authors: Ada Byron\n", "2. [Ants", f"   {_PICTURE}"),
        ("{n}. [{title}]({url})\n", "2. [Ants", f"   {_PICTURE}"),
        ("> **[{title}]({url})**\n> Authors: Ada Byron\n\n", "> **[Ants", f"> {_PICTURE}"),
        (
            "> - [{title}]({url})\n>   - Authors: Ada Byron\n\n",
            "> - [Ants",
            f">   {_PICTURE}",
        ),
        ("## [{title}]({url})\n\nAuthors: Ada Byron\n\n", "## [Ants", f"\n{_PICTURE}"),
    ],
    ids=["item", "number", "only heads", "quote", "item in a quote", "heading"],
)
def test_a_picture_stays_in_its_item_or_quote(entry: str, line: str, added: str, end: str) -> None:
    """It has the indent or the mark of a quote that the lines around it have."""
    text = layout(entry)
    written = edit(text.replace("\n", end), media=[Media("image", "https://example.org/ants.png")])
    (above,) = (each for each in text.split("\n") if each.startswith(line))
    assert written == text.replace(f"{above}\n", f"{above}\n{added}\n").replace("\n", end)


@pytest.mark.parametrize(
    ("text", "line", "added"),
    [
        (layout("- [{title}]({url})\n"), "[Ants Avoid Corners]", "  - **Votes:** 9"),
        (layout("{n}. **[{title}]({url})** by Ada Byron\n"), "2. ", "   - **Votes:** 9"),
        (
            layout("- [{title}]({url}) - Byron et al., ICML 2019\n"),
            "[Ants Avoid Corners]",
            "  - **Votes:** 9",
        ),
        (layout("- [{title}]({url})  \n  *ICML*, 2019.\n"), "[Ants", "  - **Votes:** 9"),
        (layout('[{n}] A. Byron. "{title}." ICML (2019). {url}\n'), "[2]", "\n**Votes:** 9"),
        (
            layout("<details>\n<summary><b>{title}</b></summary>\n\n- [Link]({url})\n</details>\n\n"),
            "<summary><b>Ants",
            "\n**Votes:** 9",
        ),
        (layout(_CARD.replace("{below}", "\nThey do.\n")), "<b>Ants Avoid Corners</b>\n</h3>", "\n**Votes:** 9"),
    ],
    ids=[
        "an item", "names behind", "a venue behind", "a hard break", "a reference", "a summary",
        "a heading over lines",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_votes_go_below_the_line_of_the_head(text: str, line: str, added: str, end: str) -> None:
    """New votes are below all of the head's line, or of its element, and no other byte changes."""
    last = line.rpartition("\n")[2]
    at = text.index("\n", text.index(line) + len(line) - len(last))
    expected = f"{text[:at]}\n{added}{text[at:]}"
    assert edit(text.replace("\n", end), votes=9) == expected.replace("\n", end)


def test_votes_go_below_words_that_go_on() -> None:
    """Prose that starts in the line of the head is not cut where its first line ends."""
    entry = "- [{title}]({url}): They do so in the dark, and\n  they do so in the rain.\n"
    written = edit(layout(entry), votes=9)
    assert "and\n  they do so in the rain.\n  - **Votes:** 9\n- [Owls" in written


def test_votes_go_below_names_in_the_next_line() -> None:
    """Names below a title that belong to its line stay right below it."""
    text = layout("**{n}. {title}** · [arXiv]({url})\n_Ada Byron, Carl Gauss_\nThey do it.\n\n")
    written = edit(text, votes=9)
    at = text.index("\nThey", text.index("Ants"))
    assert written == f"{text[:at]}\n\n**Votes:** 9\n{text[at:]}"


def test_white_space_at_the_end_of_a_line_stays_there() -> None:
    """Spaces at the end of the line above are part of that line, which does not change."""
    text = layout("- [{title}]({url})   \n")
    head = "- [Ants Avoid Corners](https://arxiv.org/abs/2501.00002)   \n"
    assert edit(text, votes=9) == text.replace(head, f"{head}  - **Votes:** 9\n")


@pytest.mark.parametrize(
    "text",
    [
        layout('<li><a href="{url}">{title}</a></li>\n', "<h1>Nests</h1>\n\n<ul>\n", "</ul>\n"),
        layout(
            '<tr>\n<td>{title}</td>\n<td>Ada Byron, Carl Gauss</td>\n<td><a href="{url}">pdf</a></td>\n</tr>\n',
            "# Nests\n\n<table>\n<tr><th>Title</th><th>Authors</th><th>Link</th></tr>\n",
            "</table>\n",
        ),
    ],
    ids=["items", "cells"],
)
def test_no_line_goes_between_items_or_cells_of_html(text: str) -> None:
    """HTML allows no words between items of a list or cells of a row, so such a line is refused."""
    digest = parse_digest(text)
    old = digest.papers[1]
    assert refusal(digest.replace_paper(old, votes=9)) == [
        "Digest.papers[1].votes: 9 would be lost"
    ]
    section = Section("Idea", "They count.")
    assert len(refusal(digest.replace_paper(old, sections=[section]))) == 1


#: Heads with prose in tags behind them, and a link on a line of its own.
TAGS = Dialect(
    "tags",
    [
        Rule("paper", "## {title}", pattern=r"##[ ](?P<title>[^\n<]+)"),
        Rule("markup", pattern=r"<[^\n<>]*>[^\n<>(]*", inline=True),
        Rule("votes", " (+{votes})", inline=True),
        Rule("link", "at {url}", main=True),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    "tag", ["<b>", "</b>", "<b>x</i>", "<b>x</b>", "<i><b>x</i>", "</b> x </b>"]
)
def test_tags_that_are_not_paired(tag: str) -> None:
    """A tag that is never closed, or never opened, holds no line."""
    text = f"## A\n## B{tag}\n## C\n"
    assert edit(text, TAGS, url="x") == text.replace(tag, f"{tag}\nat x")


def test_a_piece_of_a_line_goes_into_it() -> None:
    """What the dialect writes in the line of the head is no line."""
    assert edit("## A\n## B<i>x\n", TAGS, votes=3) == "## A\n## B<i>x (+3)\n"


def test_a_line_where_html_has_none_is_refused() -> None:
    """The main link is refused, too, where only a line below a cell could hold it."""
    digest = parse_digest("## A\n## B</td>\n", dialect=TAGS)
    edited = digest.replace_paper(digest.papers[1], url="x")
    assert refusal(edited) == ["Digest.papers[1].url: 'x' would be lost"]


@pytest.mark.parametrize(
    ("entry", "slides"),
    [
        (
            "- **{title}**, Ada Byron [[paper]({url})] [[code](https://example.org/{n})]\n",
            " [[Slides](https://example.org/s)]",
        ),
        ("- **{title}**, Ada Byron [[paper]({url})]\n", " [[Slides](https://example.org/s)]"),
        (
            "{n}. **{title}** by Ada Byron\n   [arXiv]({url}) | [code](https://example.org/{n})\n",
            " | [Slides](https://example.org/s)",
        ),
    ],
    ids=["links", "only the main link", "in the next line"],
)
def test_a_link_goes_on_the_line_of_the_links_there(entry: str, slides: str) -> None:
    """A link is put after the last one of a line where links share one, and looks like it."""
    text = layout(entry)
    digest = parse_digest(text)
    links = [*digest.papers[1].links, Link("Slides", "https://example.org/s")]
    second, third = text.index("Ants"), text.index("Owls")
    at = text.rindex(")", second, third) + (entry.count("[[") > 0) + 1
    assert edit(text, links=links) == text[:at] + slides + text[at:]


def test_votes_go_on_the_line_where_other_papers_have_them() -> None:
    """A paper without votes gets them as its neighbours have them, before the text below."""
    entry = "- **[{title}]({url})** (1{n} votes)\n  They do so.\n"
    text = layout(entry).replace(" (12 votes)", "")
    assert edit(text, votes=12) == layout(entry)


@pytest.mark.parametrize(
    ("changes", "line"),
    [({"votes": 9}, "**Votes:** 9"), ({"media": [Media("image", "a.png")]}, "![](a.png)")],
    ids=["votes", "image"],
)
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("**[{title}]({url})**\nAda Byron, Carl Gauss", "\n\nThey do so.\n\n"),
        ("### [{title}]({url})", "\nThey do so.\n\n"),
        ("📄 **{title}** (⭐ 32)\n👥 Ada Byron\n🔗 {url}", "\n\n"),
    ],
    ids=["names", "prose", "lines with signs"],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_that_would_part_a_paragraph(
    changes: dict[str, Any], line: str, above: str, below: str, line_end: str
) -> None:
    """It goes below the names, not between them and the title, and is a paragraph of its own."""
    text = layout(above + below).replace("\n", line_end)
    edited = edit(text, **changes).replace(line_end, "\n")
    title, url = _TITLES[1], _URL.format(n=2)
    wanted = f"{above.format(title=title, url=url)}\n\n{line}\n\n{below.lstrip()}"
    assert wanted in edited
    assert edited.replace(wanted, above.format(title=title, url=url) + below) == layout(
        above + below
    )


@pytest.mark.parametrize("end", [" \\", "  "], ids=["backslash", "spaces"])
def test_a_line_among_broken_lines(end: str) -> None:
    """It is one more of them, so that no paragraph is parted."""
    text = layout(
        f"**{{title}}**{end}\n*Ada Byron, Carl Gauss*{end}\n[[Paper]({{url}})]{end}\n6 Jun 2024\n\n"
    )
    link = f"[[Paper]({_URL.format(n=2)})]{end}\n"
    assert edit(text, votes=9) == text.replace(link, f"{link}**Votes:** 9{end}\n")


def test_a_label_below_one_whose_line_is_broken() -> None:
    """Both lines end with the break, and the one that was there does not change."""
    entry = "### {title}\n\n**Authors:** Ada Byron, Carl Gauss  \n**Link:** [PDF]({url})  \n\n"
    text = layout(entry + "They do so.\n\n")
    links = parse_digest(text).papers[1].links
    written = edit(text, links=[*links, Link("Slides", "https://example.org/s")])
    line = f"**Link:** [PDF]({_URL.format(n=2)})  \n"
    assert written == text.replace(line, f"{line}**Slides:** https://example.org/s  \n")


def test_a_section_below_one_with_spaces_at_its_end() -> None:
    """The spaces stay at the end of their line."""
    text = layout("## {title}\n\n{url}\n\n#### Question\n\nDo they? \n\n")
    digest = parse_digest(text)
    paper = digest.papers[1]
    more = [*paper.sections, Section("Answer", "They do.")]
    head, third = text.split("\n## Owls")
    assert serialize_digest(digest.replace_paper(paper, sections=more)) == (
        f"{head.rstrip(chr(10))}\n\n#### Answer\n\nThey do.\n\n## Owls{third}"
    )


def test_a_link_below_a_quote() -> None:
    """A blank line keeps it out of the quote, which would go on in it."""
    text = layout("- [{title}]({url})\n  > A classic.\n")
    end = text.index("classic.", text.index("Ants")) + len("classic.")
    links = [Link("code", "https://example.org/c")]
    assert edit(text, links=links) == (
        f"{text[:end]}\n\n  [code](https://example.org/c){text[end:]}"
    )
