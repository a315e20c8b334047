"""Text that follows from the papers: numbers, tables of contents and totals follow an edit."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    Digest,
    Paper,
    Rule,
    diagnose,
    parse_digest,
    parse_digests,
    serialize_digest,
    serialize_digests,
)


def scored(names: str, first: int = 1, authors: str = "Ada, Bo") -> str:
    """Return a scored digest with papers of these names."""
    rows = list(enumerate(names, first))
    listed = "".join(
        f"{number}. [{name}](#user-content-link{number})\n**Authors:** {authors}\n\n"
        for number, name in rows
    )
    papers = "\n---\n\n".join(
        f'## {number}. [{name}](https://{name}.org) <a id="link{number}"></a>\n\n'
        f"**Authors:** {authors}\n"
        for number, name in rows
    )
    head = "# Personalized Daily ArXiv Papers 2025-04-28\n\nTotal arXiv papers: 357\n\n"
    contents = f"**Table of contents with paper titles:**\n\n{listed}---\n\n"
    return f"{head}Total relevant papers: {len(names)}\n\n{contents}{papers}"


def by_category(*names: str) -> str:
    """Return a digest with a paper for each name, in groups by category."""
    groups = dict.fromkeys(names)
    text = "<div id=toc></div>\n\n# Table of Contents\n\n"
    text += "".join(f"- [{each}](#{each}) [Total: {names.count(each)}]\n" for each in groups)
    number = 0
    for each in groups:
        text += f"\n<div id='{each}'></div>\n\n# {each} [[Back]](#toc)\n"
        for _ in range(names.count(each)):
            number += 1
            text += f"\n### [{number}] [T{number}](https://t.org/{number})\n*Ada*\n\n"
            text += f"Main category: {each}\n\nTL;DR: x\n"
    return text


@pytest.mark.parametrize("first", [0, 1, 9])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@given(data=st.data())
def test_papers_that_come_go_and_move(first: int, end: str, data: st.DataObject) -> None:
    """Numbers, anchors, the table of contents and the total are those of the new list."""
    digest = parse_digest(scored("abcd", first).replace("\n", end))
    order = data.draw(st.permutations(range(4)))[: data.draw(st.integers(1, 4))]
    papers = [digest.papers[at] for at in order]
    names = "".join("abcd"[at] for at in order)
    if data.draw(st.booleans()):
        papers.append(Paper("n", "https://n.org", authors=["Ada", "Bo"]))
        names += "n"
    written = serialize_digest(digest.replace(papers=papers))
    assert written == scored(names, first).replace("\n", end)
    assert not [found for found in diagnose(written) if found.code == "conflicting-values"]


def test_a_title_and_authors_in_the_table_of_contents() -> None:
    """What the table of contents repeats of a paper is edited there, too."""
    text = scored("ab")
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[1], title="Other *words*", authors=["Cy"])
    written = serialize_digest(edited)
    one, two, three, four, end = text.replace("[b]", "[Other *words*]").split("Ada, Bo")
    assert written == f"{one}Ada, Bo{two}Cy{three}Ada, Bo{four}Cy{end}"
    assert parse_digest(written) == edited
    voted = digest.replace_paper(digest.papers[1], url="https://c.org")
    assert serialize_digest(voted) == text.replace("https://b.org", "https://c.org")


def test_no_papers() -> None:
    """Without papers there is nothing to list, and the total is 0."""
    text = scored("ab")
    written = serialize_digest(parse_digest(text).replace(papers=[]))
    assert "Total relevant papers: 0\n" in written
    assert "titles:**\n\n---\n" in written
    prompt = f"{text}\n# Paper selection prompt\n\n1. [a](#link1)\n"
    assert serialize_digest(parse_digest(prompt).replace(papers=[])).count("1. [a](#") == 2


def test_totals_of_groups() -> None:
    """The total of a group is the number of papers in it, and a new group gets its line."""
    text = by_category("cs.CL", "cs.CL", "cs.CV")
    digest = parse_digest(text)
    less = serialize_digest(digest.remove(digest.papers[0]))
    assert "- [cs.CL](#cs.CL) [Total: 1]\n- [cs.CV](#cs.CV) [Total: 1]\n" in less
    assert "### [1] [T2]" in less
    assert "### [2] [T3]" in less
    none = serialize_digest(digest.remove(digest.papers[2]))
    assert none == by_category("cs.CL", "cs.CL")
    grouped = Dialect(
        "shelf",
        [Rule("group", "# {category}", before=1), Rule("paper", "## {title}", before=1)],
        totals=r"^\* (?P<category>\w+): (?P<n>[0-9]+) of \w+$",
    )
    shelf = parse_digest("* X: 1 of X\n\n# X\n\n## A\n\n## B\n", dialect=grouped)
    assert "* X: 1 of X\n" in serialize_digest(shelf.remove(shelf.papers[0]))  # was wrong before
    shelf = parse_digest("* X: 2 of X\n\n# X\n\n## A\n\n## B\n", dialect=grouped)
    moved = shelf.replace_paper(shelf.papers[1], category="Y")
    assert serialize_digest(moved) == "* X: 1 of X\n* Y: 1 of X\n\n# X\n\n## A\n\n# Y\n\n## B\n"
    bare = shelf.replace_paper(shelf.papers[0], title="C")
    assert serialize_digest(bare) == "* X: 2 of X\n\n# X\n\n## C\n\n## B\n"
    unlisted = parse_digest("# X\n\n## A\n\n## B\n", dialect=grouped)
    rest = serialize_digest(unlisted.remove(unlisted.papers[0]))
    assert rest == "# X\n\n## B\n"


def test_groups_come_and_go_in_the_list() -> None:
    """The list of groups follows their headings, and is empty without papers."""
    text = by_category("cs.CL", "cs.CV")
    digest = parse_digest(text)
    assert serialize_digest(digest.replace(papers=[])) == text[: text.index("\n\n- ")] + "\n"
    one = parse_digest(by_category("cs.CL"))
    more = one.insert(1, digest.papers[1])
    assert serialize_digest(more).startswith(text[: text.index("\n<div id='")])
    # A list in another order keeps it, and a number that was wrong stays.
    lines = "- [cs.CV](#cs.CV) [Total: 1]\n- [cs.CL](#cs.CL) [Total: 7]\n"
    start, end = text.index("- ["), text.index("\n<div id='")
    turned = parse_digest(f"{text[:start]}{lines}{text[end:]}")
    written = serialize_digest(turned.replace_paper(turned.papers[0], category="cs.AI"))
    assert f"\n{lines}- [cs.AI](#cs.AI) [Total: 1]\n" in written


def test_what_did_not_agree_stays() -> None:
    """Numbers that are not in order, a table that lists other titles and a wrong total stay."""
    text = scored("abc").replace("## 2.", "## 7.").replace("2. [b]", "2. [other]")
    text = text.replace("relevant papers: 3", "relevant papers: 5")
    digest = parse_digest(text)
    written = serialize_digest(digest.remove(digest.papers[0]))
    gone = text[text.index("## 1.") : text.index("## 7.")]
    assert written == text.replace(gone, "")
    told = [found.message for found in diagnose(written) if found.code == "conflicting-values"]
    assert "The total is 5, but the number of papers is 2; correct it" in told
    assert "The number 3 follows 7; number the papers in order" in told
    assert any("No paper has the title 'other'" in message for message in told)


def test_entries_without_an_order_keep_their_numbers() -> None:
    """Entries of a table of contents come and go, and keep numbers that could not follow."""
    text = scored("abc").replace("## 2.", "## 7.")
    digest = parse_digest(text)
    written = serialize_digest(digest.remove(digest.papers[0]))
    assert "titles:**\n\n2. [b](#user-content-link2)\n" in written
    assert "\n3. [c](#user-content-link3)\n" in written


def test_an_anchor_of_its_own() -> None:
    """A number stays where its anchor is another one."""
    text = scored("ab").replace('"link1"', '"link8"')
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[0], title="A"))
    assert written == text.replace("[a]", "[A]")


def test_a_number_without_end() -> None:
    """A number of thousands of digits counts nothing."""
    text = f"### [{'1' * 5000}] [A](https://a.org)\n"
    digest = parse_digest(text, dialect="daily-arxiv")
    assert serialize_digest(digest.insert(1, Paper("B"))).startswith(text)


def test_a_text_without_numbers() -> None:
    """Where a head has no number, none is written."""
    text = "# Personalized Daily ArXiv Papers 2025-04-28\n\n## [A](https://a.org)\n\n## 2. [B](https://b.org)\n"
    digest = parse_digest(text, dialect="gpt-paper-assistant")
    written = serialize_digest(digest.replace(papers=digest.papers[::-1]))
    assert "## [A](https://a.org)" in written
    assert "## 2. [B](https://b.org)" in written


def test_a_table_of_contents_with_one_entry() -> None:
    """One entry shows no separator, so that the next one starts a line of its own."""
    digest = parse_digest(scored("a"))
    more = digest.insert(1, Paper("b", "https://b.org", authors=["Ada", "Bo"]))
    written = serialize_digest(more)
    assert (
        "**Authors:** Ada, Bo\n2. [b](#user-content-link2)\n**Authors:** Ada, Bo\n\n---" in written
    )
    assert parse_digest(written) == more


def test_a_table_of_contents_without_authors() -> None:
    """A table of contents may list titles only."""
    text = scored("ab", authors="Ada").replace("1)\n**Authors:** Ada\n", "1)\n")
    text = text.replace("2)\n**Authors:** Ada\n", "2)\n")
    digest = parse_digest(text)
    moved = serialize_digest(digest.replace(papers=digest.papers[::-1]))
    assert "1. [b](#user-content-link1)\n\n2. [a](#user-content-link2)\n\n---" in moved


def test_a_digest_of_papers_of_another() -> None:
    """A digest that is put together numbers its papers from the dialect's first number on."""
    digest = parse_digest(scored("abcd"))
    chosen = Digest("Personalized Daily ArXiv Papers", papers=digest.papers[2:])
    written = serialize_digest(chosen, dialect="gpt-paper-assistant")
    assert '## 0. [c](https://c.org) <a id="link0"></a>' in written
    assert '## 1. [d](https://d.org) <a id="link1"></a>' in written


def test_a_new_issue_is_numbered_like_the_older_ones() -> None:
    """The first number is that of the text that the issue is put into."""
    older = parse_digests(scored("ab", 5))
    date = datetime.date(2025, 4, 29)
    new = Digest("Personalized Daily ArXiv Papers", date, papers=older[0].papers[1:])
    assert "## 5. [b]" in serialize_digests([new, *older]).split("2025-04-28")[0]


@pytest.mark.parametrize(
    ("numbers", "messages"),
    [
        ("123", []),
        ("111", []),
        ("1", []),
        ("124", ["The number 4 follows 2; number the papers in order"]),
        (
            "321",
            [
                "The number 2 follows 3; number the papers in order",
                "The number 1 follows 2; number the papers in order",
            ],
        ),
        (["1", "1" * 5000, "2"], []),
    ],
)
def test_numbers_are_in_order(numbers: list[str], messages: list[str]) -> None:
    """Papers have one number each or all the same; others conflict with their order."""
    text = "".join(f"### [{each}] [T](https://{at}.org)\n\n" for at, each in enumerate(numbers))
    found = diagnose(text, dialect="daily-arxiv")
    assert [each.message for each in found if each.code == "conflicting-values"] == messages


def test_a_wrong_total_of_a_group() -> None:
    """A total is held against the papers of its group."""
    text = by_category("cs.CL", "cs.CV").replace("[Total: 1]\n\n", "[Total: 3]\n\n")
    (found,) = (each for each in diagnose(text) if each.code == "conflicting-values")
    assert found.message == "The total is 3, but the number of papers in 'cs.CV' is 1; correct it"


def test_numbers_that_start_again_below_each_heading() -> None:
    """Each heading's papers are numbered by themselves, after an edit as before it."""
    week = "## Top ML Papers of the Week (May {0}-{1}) - 2024\n| **Paper**  | **Links** |\n| --- | --- |\n"
    rows = "".join(f"| {n}) **T{n}** - words | [Paper](https://t.org/{n}) |\n" for n in (1, 2, 3))
    text = f"{week.format(13, 19)}{rows}\n{week.format(6, 12)}{rows}"
    digest = parse_digest(text)
    assert len(digest.papers) == 6
    fewer = serialize_digest(digest.remove(digest.papers[1]))
    assert [line[2:4] for line in fewer.splitlines() if "words" in line] == [
        "1)",
        "2)",
        "1)",
        "2)",
        "3)",
    ]
    more = serialize_digest(digest.insert(4, Paper("New", "https://new.org")))
    assert [line[2:4] for line in more.splitlines() if line[3:4] == ")"] == [
        "1)", "2)", "3)", "1)", "2)", "3)", "4)",
    ]  # fmt: skip
    assert not [each for each in diagnose(more) if each.code == "conflicting-values"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_entries_without_authors(end: str) -> None:
    """An entry has no line for the authors of a paper without any, where it can do without."""
    digest = parse_digest(scored("ab").replace("\n", end))
    listed = (
        "1. [new](#user-content-link1)\n\n2. [a](#user-content-link2)\n**Authors:** Ada, Bo\n\n"
    )
    edited = digest.insert(0, Paper("new", "https://new.org"))
    written = serialize_digest(edited)
    assert listed.replace("\n", end) in written
    assert parse_digest(written) == edited
    again = parse_digest(written).insert(0, Paper("c", "https://c.org", authors=["Cy"]))
    entry = "1. [c](#user-content-link1)\n**Authors:** Cy\n\n2. [new](#user-content-link2)\n\n"
    assert entry.replace("\n", end) in serialize_digest(again)
    gone = serialize_digest(digest.replace_paper(digest.papers[0], authors=[]))
    assert f"[a](#user-content-link1){end}{end}2. [b]" in gone


def test_entries_with_authors() -> None:
    """An entry keeps its line for authors where every entry has to have one."""
    dialect = Dialect(
        "names",
        [Rule("paper", "## {title}"), Rule("authors", "by {authors}")],
        contents=r"^- (?P<title>[^\n]*)\n  of(?P<authors>[^\n]*)$",
    )
    digest = parse_digest("- A\n  of Ada\n\n## A\n\nby Ada\n", dialect=dialect)
    written = serialize_digest(digest.replace_paper(digest.papers[0], authors=[]))
    assert written == "- A\n  of \n\n## A\n"


def test_numbers_that_start_again_below_each_group() -> None:
    """Numbers of papers in a text of no family follow edits, and start again where they did."""
    text = (
        "# Papers\n\n## Rivers\n\n1. [Slow Rivers](https://arxiv.org/abs/2501.00001)\n"
        "2. [Deep Rivers](https://arxiv.org/abs/2501.00002)\n\n## Stones\n\n"
        "1. [Counting Stones](https://arxiv.org/abs/2501.00003)\n"
        "2. [Throwing Stones](https://arxiv.org/abs/2501.00004)\n"
    )
    digest = parse_digest(text)
    written = serialize_digest(digest.remove(digest.papers[0]))
    first = "1. [Slow Rivers](https://arxiv.org/abs/2501.00001)\n"
    assert written == text.replace(first, "").replace("2. [Deep", "1. [Deep")
