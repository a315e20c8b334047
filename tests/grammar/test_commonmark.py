"""Links and headings as CommonMark 0.31 has them."""

import re

import pytest

from paperdigest import parse_digest
from paperdigest._grammar.commonmark import CLOSING, HEADING, LINK, LINKED_TITLE

#: The specification's examples of inline links that are in one line, by their numbers: the text,
#: and where its first link goes to; ``None`` where it holds no link. Nothing is unescaped.
EXAMPLES: list[tuple[int, str, str | None]] = [
    (482, '[link](/uri "title")', "/uri"),
    (483, "[link](/uri)", "/uri"),
    (484, "[](./target.md)", "./target.md"),
    (485, "[link]()", ""),
    (486, "[link](<>)", ""),
    (487, "[]()", ""),
    (488, "[link](/my uri)", None),
    (492, "[a](<b)c>)", "b)c"),
    (493, r"[link](<foo\>)", None),
    (494, "[a](<b)c", None),
    (494, "[a](<b)c>", None),
    (494, "[a](<b>c)", None),
    (495, r"[link](\(foo\))", r"\(foo\)"),
    (496, "[link](foo(and(bar)))", "foo(and(bar))"),
    (497, "[link](foo(and(bar))", None),
    (498, r"[link](foo\(and\(bar\))", r"foo\(and\(bar\)"),
    (499, "[link](<foo(and(bar)>)", "foo(and(bar)"),
    (500, r"[link](foo\)\:)", r"foo\)\:"),
    (501, "[link](#fragment)", "#fragment"),
    (501, "[link](https://example.com#fragment)", "https://example.com#fragment"),
    (501, "[link](https://example.com?foo=3#frag)", "https://example.com?foo=3#frag"),
    (502, r"[link](foo\bar)", r"foo\bar"),
    (503, "[link](foo%20b&auml;)", "foo%20b&auml;"),
    (504, '[link]("title")', '"title"'),
    (505, '[link](/url "title")', "/url"),
    (505, "[link](/url 'title')", "/url"),
    (505, "[link](/url (title))", "/url"),
    (506, r'[link](/url "title \"&quot;")', "/url"),
    (508, '[link](/url "title "and" title")', None),
    (509, "[link](/url 'title \"and\" title')", "/url"),
    (511, "[link] (/uri)", None),
    (512, "[link [foo [bar]]](/uri)", "/uri"),
    (513, "[link] bar](/uri)", None),
    (514, "[link [bar](/uri)", "/uri"),
    (515, r"[link \[bar](/uri)", "/uri"),
    (516, "[link *foo **bar** `#`*](/uri)", "/uri"),
    (517, "[![moon](moon.jpg)](/uri)", "/uri"),
    (518, "[foo [bar](/uri)](/uri)", "/uri"),
    (519, "[foo *[bar [baz](/uri)](/uri)*](/uri)", "/uri"),
    (521, "*[foo*](/uri)", "/uri"),
    (522, "[foo *bar](baz*)", "baz*"),
    (523, "*foo [bar* baz]", None),
    (524, '[foo <bar attr="](baz)">', None),
    (525, "[foo`](/uri)`", None),
    (526, "[foo<https://example.com/?search=](uri)>", None),
]


@pytest.mark.parametrize(
    ("text", "target"), [each[1:] for each in EXAMPLES], ids=[str(each[0]) for each in EXAMPLES]
)
def test_the_examples_of_the_specification(text: str, target: str | None) -> None:
    """The first link in each example goes where the specification says."""
    found = re.search(LINK, text)
    assert (found and found["url"]) == target


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[link [foo [bar]]](/uri)", "link [foo [bar]]"),
        ("[link [bar](/uri)", "bar"),
        (r"[link \[bar](/uri)", r"link \[bar"),
        ("[![moon](moon.jpg)](/uri)", "![moon](moon.jpg)"),
        (r"\[a [b](/uri)", "b"),
        ("[a `]` b](/uri)", "a `]` b"),
        ("[a ` b](/uri)", "a ` b"),
        ("[a < b](/uri)", "a < b"),
        ('[a <img alt="]"> b](/uri)', 'a <img alt="]"> b'),
        ("[[a](/uri)]", "a"),
    ],
)
def test_the_text_of_a_link(text: str, label: str) -> None:
    """The text of a link holds balanced brackets, and others in code, tags and escapes."""
    found = re.search(LINK, text)
    assert found is not None
    assert found["label"] == label


@pytest.mark.parametrize("target", ["</my uri>", "/url\u00a0'title'", "a(b(c(d(e(f))))"])
def test_what_is_no_target_here(target: str) -> None:
    """A target has no white space, not even in angle brackets, and nests as deep as is asked for."""
    assert re.search(LINK, f"[link]({target})") is None


@pytest.mark.parametrize(
    ("text", "title", "url"),
    [
        ("[link] bar](/uri)", "link] bar", "/uri"),
        ("[link [bar](/uri)", "link [bar", "/uri"),
        ("[a](/uri) [b](/other)", "a", "/uri"),
        ("[a](/my uri) [b](/other)", None, None),
    ],
)
def test_a_title_need_not_be_balanced(text: str, title: str | None, url: str | None) -> None:
    """Where a link is sure to start, its text goes up to the first bracket with a target."""
    found = re.match(LINKED_TITLE, text)
    assert (found and found["title"], found and found["url"]) == (title, url)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("foo", "foo"),
        ("foo ##", "foo"),
        ("foo ##########  ", "foo"),
        ("foo ### b", "foo ### b"),
        ("foo#", "foo#"),
        (r"foo \#", r"foo \#"),
        ("foo # ##", "foo #"),
    ],
)
def test_marks_that_close_a_heading(line: str, text: str) -> None:
    """Marks after white space at the end of a heading close it (section 4.2)."""
    found = re.match(f"(?P<text>{HEADING}){CLOSING}", line)
    assert found is not None
    assert found["text"] == text


@pytest.mark.parametrize(
    "unit",
    ["[", "[]", "[a](", "[](<", '[](a "', "[](a '", "[](a (", "[](\\(", "\\[", "`[", "[``", "<a [", '<a "[">',
     "<a:", "](", "[a](b ", "\\", "(", "[](((", "[]()", "[a]", "![](", " ", "[<a '"],
)  # fmt: skip
def test_a_search_ends_soon(unit: str) -> None:
    """Whatever is repeated, looking for links takes steps in proportion to the text."""
    # A search that starts anew at each unit and runs to the end would take hours.
    assert len(list(re.finditer(LINK, unit * 100_000))) in {0, 1, 100_000}


@pytest.mark.parametrize("indent", ["", " ", "  ", "   "])
def test_a_heading_may_be_indented(indent: str) -> None:
    """Up to three spaces before a heading mean nothing, in any dialect (section 4.2)."""
    text = f"{indent}## Daily Papers (2024-08-26)\n\n{indent}### [A](https://example.org/a)\n"
    digest = parse_digest(text)
    assert digest.title == "Daily Papers"
    assert [paper.title for paper in digest.papers] == ["A"]
    assert parse_digest("    " + text.replace("\n", "\n    ")).papers == ()
