r"""The oddities of daily papers: each was met in the wild, and each has a test of its own.

Every sentence is written for these tests.
"""

import datetime

import pytest

from paperdigest import Media, Paper, parse_digest, parse_digests, serialize_digest

DAY = datetime.date(2024, 8, 26)


def read(lines: str) -> Paper:
    """Read the lines of one paper, and check that they come back."""
    text = f"## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\n{lines}"
    digest = parse_digest(text, dialect="daily-papers")
    assert serialize_digest(digest) == text
    (paper,) = digest.papers
    assert (digest.date, paper.title, paper.url) == (DAY, "A", "https://example.org/a")
    return paper


def sections(lines: str) -> list[tuple[str | None, str]]:
    """Read the sections of one paper."""
    return [(section.label, section.text) for section in read(lines).sections]


def titles(text: str) -> list[str]:
    """Read the titles of all papers."""
    return [paper.title for paper in parse_digest(text, dialect="daily-papers").papers]


# What is around the papers


def test_preamble() -> None:
    """What comes before the first heading holds no papers, and chapters of it no dates."""
    text = (
        "# Daily Papers\n\n## About\n\n### Where it comes from\n\nFrom a desk.\n\n## Old (2020)\n\n"
        "## Daily Papers (2024-08-26)\n\n### [A](a)\n"
    )
    digest = parse_digest(text)
    assert (digest.title, digest.date) == ("Daily Papers", DAY)
    assert [paper.title for paper in digest.papers] == ["A"]


def test_preamble_without_a_heading_below() -> None:
    """Where no heading follows, the chapter before the papers is a heading that nobody reads."""
    digest = parse_digest("# Papers of the day\n\n### [A](a)\n", dialect="daily-papers")
    assert (digest.title, digest.date) == (None, None)
    assert [paper.title for paper in digest.papers] == ["A"]


@pytest.mark.parametrize(
    "chapter", ["## License", "# License", "## Citation", "##\tLizenz", "## 라이선스"]
)
def test_licence_chapter(chapter: str) -> None:
    """A chapter after the papers ends the last section, and holds no papers."""
    text = f"## Daily Papers (2024-08-26)\n\n### [A](a)\n\n- b\n\n{chapter}\n\n### [C](c)\n\n- d\n"
    (paper,) = parse_digest(text).papers
    assert [section.text for section in paper.sections] == ["b"]


def test_papers_after_a_licence_and_another_heading() -> None:
    """A digest heading starts papers again, whatever was before it."""
    text = "## Daily Papers\n\n### [A](a)\n\n## License\n\n### [B](b)\n\n## Daily Papers\n\n### [C](c)\n"
    assert titles(text) == ["A", "C"]


def test_two_headings() -> None:
    """Two headings in one text are two digests, and one digest with the papers of both."""
    text = (
        "## Daily Papers (2024-08-27)\n\n### [A](a)\n\n## Daily Papers (2024-08-26)\n\n### [B](b)\n"
    )
    first, second = parse_digests(text)
    assert (first.date, titles(serialize_digest(first))) == (datetime.date(2024, 8, 27), ["A"])
    assert (second.date, titles(serialize_digest(second))) == (DAY, ["B"])
    assert titles(text) == ["A", "B"]


@pytest.mark.parametrize(
    "heading",
    [
        "## Daily Papers",
        "##  Daily Papers ",
        "##\tDaily Papers (2024-08-26)",
        "## Daily Papers(2024-08-26)",
    ],
)
def test_spaces_in_the_heading(heading: str) -> None:
    """White space between the parts of a heading means nothing."""
    digest = parse_digest(f"{heading}\n\n### [A](a)\n")
    assert digest.title == "Daily Papers"
    assert digest.date == (DAY if "(" in heading else None)


# Dates


@pytest.mark.parametrize(
    "spelling",
    [
        "2024-08-26", "2024-8-26", "2024.08.26", "2024/08/26", "August 26, 2024", "August 26 2024",
        "Aug 26, 2024", "Aug. 26, 2024", "26 Aug 2024", "26 August 2024", "August 26th, 2024", "08/26/2024",
        "8/26/2024", "26/08/2024", "Monday, August 26, 2024", "2024년 8월 26일", "2024年8月26日", " 2024-08-26 ",
    ],
)  # fmt: skip
def test_dates_in_all_spellings(spelling: str) -> None:
    """A date is read however it is spelled, and written as it was."""
    text = f"## Daily Papers ({spelling})\n\n### [A](a)\n"
    digest = parse_digest(text)
    assert (digest.title, digest.date) == ("Daily Papers", DAY)
    assert serialize_digest(digest) == text


@pytest.mark.parametrize(
    "spelling",
    ["August 2024", "Aug 26", "26 Aug", "2024", "2024-08", "08-26", "Monday", "August 32, 2024", "2024-13-01",
     "2024-02-30", "soon", "", "2024-08-26 or so", "2024-08-26, 2024-08-27"],
)  # fmt: skip
def test_an_incomplete_date_is_none(spelling: str) -> None:
    """What is no whole date is None, and never filled up from today; the title stays what it is."""
    text = f"## Daily Papers ({spelling})\n\n### [A](a)\n"
    digest = parse_digest(text)
    assert (digest.title, digest.date, len(digest.papers)) == ("Daily Papers", None, 1)
    assert serialize_digest(digest) == text


def test_a_heading_of_another_name() -> None:
    """A chapter with a date in parentheses is a digest heading, whatever its name."""
    digest = parse_digest(
        "## 오늘의 논문 (August 26, 2024)\n\n### [A](a)\n", dialect="daily-papers"
    )
    assert (digest.title, digest.date) == ("오늘의 논문", DAY)


# The heading of a paper


@pytest.mark.parametrize(
    "title",
    [
        "When to Answer [IDK]", "[A] and [B]", "A] and [C", "`f(x)` in `C++`", "16$\\times$16 Words (Draft)",
        "A: B, C & D | E", "**Bold** and _other_", "a_b*c", "# 1", "\\[A\\]", "<b>A</b>", "論文 \u2028 A", "🙂", "(A)",
    ],
)  # fmt: skip
def test_titles_with_brackets_and_code(title: str) -> None:
    """A title may hold brackets, balanced or not, and is given as written."""
    text = f"## Daily Papers\n\n### [{title}](https://example.org/a)\n"
    (paper,) = parse_digest(text).papers
    assert (paper.title, paper.url) == (title, "https://example.org/a")


def test_a_title_without_link() -> None:
    """A paper may have no link; the heading is its title then."""
    (paper,) = parse_digest("## Daily Papers\n\n### A Paper, [draft]\n").papers
    assert (paper.title, paper.url) == ("A Paper, [draft]", None)


def test_an_empty_title() -> None:
    """A link without words is a paper without title."""
    (paper,) = parse_digest("## Daily Papers\n\n### [](https://example.org/a)\n").papers
    assert (paper.title, paper.url) == ("", "https://example.org/a")


def test_an_empty_link() -> None:
    """A link that leads nowhere is none."""
    (paper,) = parse_digest("## Daily Papers\n\n### [A]()\n").papers
    assert (paper.title, paper.url) == ("A", None)


def test_a_link_that_is_not_closed() -> None:
    """A parenthesis that was forgotten makes the link a damaged one, and not a part of the title."""
    (paper,) = parse_digest("## Daily Papers\n\n### [A](https://example.org/a\n\nVote: 3\n").papers
    assert (paper.title, paper.url, paper.votes) == ("A", "https://example.org/a", 3)


def test_a_link_with_parentheses() -> None:
    """Parentheses in pairs belong to the URL."""
    (paper,) = parse_digest("## Daily Papers\n\n### [A](https://example.org/a_(b)_(c))\n").papers
    assert paper.url == "https://example.org/a_(b)_(c)"


def test_a_deeper_heading_is_no_paper() -> None:
    """Only headings of the third level are papers."""
    assert titles("## Daily Papers\n\n### [A](a)\n\n#### [B](b)\n") == ["A"]


def test_a_paper_right_after_a_section() -> None:
    """A heading needs no blank line before it."""
    text = "## Daily Papers\n### [A](a)\n- b\n### [C](c)\n- d\n"
    first, second = parse_digest(text).papers
    assert [section.text for section in (*first.sections, *second.sections)] == ["b", "d"]


# Votes


@pytest.mark.parametrize(
    ("line", "votes"),
    [
        ("Vote: 34", 34), ("Vote: 0", 0), ("Vote:34", 34), ("Vote:  34  ", 34), ("Votes: 34", 34), ("Vote: 007", 7),
        ("Vote: -", None), ("Vote:", None), ("Vote: many", None), ("Vote: -3", None), ("Vote: 3.5", None),
        ("Vote: １２", None), ("Vote: " + "9" * 30, None),
    ],
)  # fmt: skip
def test_votes(line: str, votes: int | None) -> None:
    """Votes are a number; a dash, nothing, or what is no count is None. No line is not a section."""
    paper = read(f"{line}\n\n- b\n")
    assert paper.votes == votes
    assert paper.fields == ()
    assert [section.text for section in paper.sections] == ["b"]


def test_no_vote_line() -> None:
    """Where no line gives votes, none are known."""
    assert read("Authors: Ada Lovelace\n").votes is None


# Authors


def test_list_literal_authors() -> None:
    """Authors may be a Python list literal; the quotes and backslashes are its own."""
    paper = read("Authors: ['Ada Lovelace', \"Pat O'Neil\", 'Turing, Jr.', 'D\\'Arcy']\n")
    assert paper.authors == ("Ada Lovelace", "Pat O'Neil", "Turing, Jr.", "D'Arcy")


def test_authors_with_and_without_spaces() -> None:
    """Names are between commas; a plus sign for those left out is a name as written."""
    assert read("Authors: Ada Lovelace,Alan Turing , +\n").authors == (
        "Ada Lovelace",
        "Alan Turing",
        "+",
    )


@pytest.mark.parametrize("line", ["Authors:", "Authors: ", "Authors: []", ""])
def test_no_authors(line: str) -> None:
    """A line without names, an empty list, and no line at all are no authors."""
    assert read(f"{line}\n\n- b\n").authors == ()


# Media


def test_image() -> None:
    """An image has a URL and what stands for it where it cannot be shown."""
    assert read("![]( https://example.org/a.png )\n").media == (
        Media("image", "https://example.org/a.png"),
    )
    assert read("![그림 1](a.png)\n").media == (Media("image", "a.png", "그림 1"),)


def test_relative_image() -> None:
    """The path of an image may be relative, and is given as written."""
    assert read("![](/avatars/a.svg)\n").media == (Media("image", "/avatars/a.svg"),)


def test_video_link() -> None:
    """A link to watch is a video."""
    assert read("[Watch Video](https://example.org/a.mp4)\n").media == (
        Media("video", "https://example.org/a.mp4"),
    )


@pytest.mark.parametrize(
    "tag",
    [
        '<video controls src="https://example.org/a.mp4"></video>',
        '<div><video controls src="https://example.org/a.mp4" muted="false"></video></div>',
        "<video src='https://example.org/a.mp4'>",
    ],
)
def test_video_tag(tag: str) -> None:
    """A video tag is a video, in a box or not."""
    assert read(f"{tag}\n").media == (Media("video", "https://example.org/a.mp4"),)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_video_link_and_tag_with_one_url_are_one(gap: str) -> None:
    """A link and a tag below it with the same URL are one video said twice."""
    paper = read(f'[Watch Video](a.mp4){gap}<div><video src="a.mp4"></video></div>\n')
    assert paper.media == (Media("video", "a.mp4"),)


def test_two_videos() -> None:
    """A link and a tag with different URLs are two videos."""
    assert read('[Watch Video](a.mp4)\n<video src="b.mp4"></video>\n').media == (
        Media("video", "a.mp4"),
        Media("video", "b.mp4"),
    )


def test_malformed_video_link() -> None:
    """A video link whose parentheses were forgotten is a video all the same."""
    assert read("[Watch Video]https://example.org/a.mp4\n").media == (
        Media("video", "https://example.org/a.mp4"),
    )


def test_an_image_without_url() -> None:
    """An image that is nowhere is none."""
    assert read("![]()\n").media == ()


# Sections


@pytest.mark.parametrize(
    "bullet",
    [
        "- **What's New**: b", "- ***What's New***: b", "- ***What's New*: b", "- **What's New*: b", "- *What's New**: b",
        "- *What's New*: b", "- **What's New:** b", "- **What's New**:b", "-  **What's New** :  b  ", "- **What's New**： b",
        "- **What's New：** b",
    ],
)  # fmt: skip
def test_emphasis_of_labels(bullet: str) -> None:
    """A label is in emphasis of any strength, balanced or not, its colon in it or after it."""
    assert sections(f"{bullet}\n") == [("What's New", "b")]


def test_bold_italic_labels() -> None:
    """`***Label***` is a label without its stars."""
    assert sections("- ***What's New***: b\n- ***Technical Details***: c\n") == [
        ("What's New", "b"),
        ("Technical Details", "c"),
    ]


def test_unbalanced_labels() -> None:
    """`***Label*:` is a label without its stars."""
    assert sections("- ***What's New*: b\n") == [("What's New", "b")]


def test_curly_apostrophe() -> None:
    """A curly apostrophe in a label is given as written."""
    assert sections("- **What’s New**: b\n") == [("What’s New", "b")]


def test_bullets_without_label() -> None:
    """A bullet without emphasis and colon at its start is a section without label."""
    assert sections("- b\n- **c** d\n- e: f\n- g **h**: i\n") == [
        (None, "b"),
        (None, "**c** d"),
        (None, "e: f"),
        (None, "g **h**: i"),
    ]


def test_an_empty_bullet() -> None:
    """A bullet or a label with nothing after it is a section of no text."""
    assert sections("-\n- **B**:\n- \n") == [(None, ""), ("B", ""), (None, "")]


def test_a_dash_that_is_no_bullet() -> None:
    """A dash without a space is a part of the text."""
    assert sections("- b\n-c\n--d\n") == [(None, "b\n-c\n--d")]


def test_nested_bullets() -> None:
    """Bullets within a bullet are its text, with the white space before them."""
    assert sections("- **B**: c:\n  - d\n    - **E**: f\n\t- g\n- h\n") == [
        ("B", "c:\n  - d\n    - **E**: f\n\t- g"),
        (None, "h"),
    ]


def test_numbered_lines_in_a_bullet() -> None:
    """Numbered lines within a bullet are its text, at the start of the line too."""
    assert sections("- **B**: c:\n1. **D**: e\n2) f\n- g\n") == [
        ("B", "c:\n1. **D**: e\n2) f"),
        (None, "g"),
    ]


def test_run_on_lines() -> None:
    """Text runs on over further lines, and over blank ones."""
    assert sections("- **B**: c\nd\n\ne\n\n\nf\n- g\n") == [("B", "c\nd\n\ne\n\n\nf"), (None, "g")]


def test_a_paragraph_at_the_end_of_the_last_section() -> None:
    """A paragraph after a blank line belongs to the section before it, at the end of a paper too."""
    assert sections("- b\n\nAll of this is a draft.\n\n") == [
        (None, "b\n\nAll of this is a draft.")
    ]


def test_label_lines_in_a_section() -> None:
    """What looks like votes, authors or a field is text once sections have begun."""
    paper = read("Vote: 3\n\n- **B**: c\nVote: 4\nAuthors: D\nKey: value\n![](e.png)\n")
    assert (paper.votes, paper.authors, paper.fields, paper.media) == (3, (), (), ())
    assert paper.sections[0].text == "c\nVote: 4\nAuthors: D\nKey: value\n![](e.png)"


def test_short_labelled_values() -> None:
    """A short labelled line before the sections is a field; one that has an attribute is none."""
    paper = read("Vote: 3\nAuthors: Ada Lovelace\nCategory: cs.CL\nPublished: 2024-08-25\n\n- b\n")
    assert [(field.label, field.value) for field in paper.fields] == [("Published", "2024-08-25")]
    assert (paper.votes, paper.authors, paper.category) == (3, ("Ada Lovelace",), "cs.CL")


def test_links_on_their_own_lines() -> None:
    """A link that is alone is a link beside the main one; the video link is media."""
    paper = read("[Code](https://example.org/code)\n[Watch Video](a.mp4)\n\n- b\n")
    assert [(link.label, link.url) for link in paper.links] == [
        ("Code", "https://example.org/code")
    ]


def test_free_text_before_the_sections() -> None:
    """What no rule claims belongs to the paper's text and to none of its values."""
    paper = read("Some words by the editor, who is tired.\n\n- b\n")
    assert paper == Paper("A", "https://example.org/a", sections=paper.sections)
    assert [section.text for section in paper.sections] == ["b"]


# Line endings and characters

WHOLE = (
    "## Daily Papers (2024-08-26)\n\n### [A](a)\n\n![](b.png)\n\nVote: 3\n\nAuthors: C, D\n\n"
    "- **E**: f\n- g\n\n### [H](h)\n\n- i\n"
)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends(end: str) -> None:
    r"""\r\n and a lone \r end lines just as \n does."""
    text = WHOLE.replace("\n", end)
    assert parse_digest(text) == parse_digest(WHOLE)
    assert serialize_digest(parse_digest(text)) == text


def test_mixed_line_ends() -> None:
    """Line endings may change within a text; each comes back as it was."""
    lines = WHOLE.split("\n")
    ends = ["\n", "\r\n", "\r"] * len(lines)
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    assert parse_digest(text) == parse_digest(WHOLE)
    assert serialize_digest(parse_digest(text)) == text


def test_line_ends_within_a_section() -> None:
    """A section's text has its line endings as written."""
    (section,) = parse_digest("### [A](a)\r\n\r\n- b\r\n  - c\rd\n").papers[0].sections
    assert section.text == "b\r\n  - c\rd"


def test_byte_order_mark() -> None:
    """A byte order mark is no part of the heading, and comes back."""
    text = "\ufeff" + WHOLE
    assert parse_digest(text) == parse_digest(WHOLE)
    assert serialize_digest(parse_digest(text)) == text


def test_no_final_newline() -> None:
    """The last line needs no line ending, whatever is on it."""
    for text in (WHOLE.rstrip("\n"), "## Daily Papers (2024-08-26)", "### [A](a)\n\nVote: 3"):
        assert parse_digest(text) == parse_digest(text + "\n")
        assert serialize_digest(parse_digest(text)) == text


@pytest.mark.parametrize("character", "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
def test_other_separators_are_no_line_ends(character: str) -> None:
    """U+2028 and its like end no line: what follows is neither heading nor bullet nor votes."""
    paper = read(f"Vote: 3\n\n- b{character}- c{character}### [D](d){character}Vote: 4\n")
    assert paper.votes == 3
    assert [section.text for section in paper.sections] == [
        f"b{character}- c{character}### [D](d){character}Vote: 4"
    ]


def test_nul_and_lone_surrogates() -> None:
    """What no file in UTF-8 could hold is text like any other."""
    assert sections("- \0 b \ud800\n- \udfff\n") == [(None, "\0 b \ud800"), (None, "\udfff")]


def test_white_space_around_values() -> None:
    """Outer white space is stripped from values, of any kind, and comes back in the text."""
    paper = read("Authors: \u3000Ada Lovelace\t, Alan Turing\xa0\n\n-   b \u2003\n\t\n")
    assert paper.authors == ("Ada Lovelace", "Alan Turing")
    assert [section.text for section in paper.sections] == ["b"]
