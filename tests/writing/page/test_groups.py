"""Groups of papers: categories that are set, taken away and moved, with headings and table heads."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Dialect, Digest, Paper, Rule, diagnose, parse_digest, serialize_digest
from tests.samples import EXAMPLES

HEAD = "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
ROW = (
    "|**2026-06-2{0}**|**{0}**|Ada et.al.|[2606.0000{0}](http://arxiv.org/abs/2606.0000{0})|null|\n"
)


def rows(*numbers: int) -> str:
    """Return rows of a table."""
    return "".join(map(ROW.format, numbers))


TOPICS = (
    f"## Updated on 2026.06.29\n\n{HEAD}{rows(1)}\n## Vision\n\n{HEAD}{rows(2, 3)}\n"
    f"## Language\n\nWords.\n\n{HEAD}{rows(4)}"
)
SUBJECTS = "".join(
    f"<div id='{name}'></div>\n\n# {name} [[Back]](#toc)\n\n"
    f"### [{number}] [{number}](https://arxiv.org/abs/2606.0000{number})\n"
    f"*Ada*\n\nMain category: {name}\n\nTL;DR: Short.\n\n"
    for number, name in enumerate(["cs.CL", "cs.CL", "cs.CV"], 1)
)


@pytest.mark.parametrize("text", [TOPICS, SUBJECTS])
@given(st.data())
def test_every_category_can_be_set(text: str, data: st.DataObject) -> None:
    """Papers of any categories can be in any order, each row below a table's head."""
    digest = parse_digest(text)
    papers = data.draw(st.permutations(digest.papers))[data.draw(st.integers(0, 2)) :]
    categories = st.sampled_from(["Vision", "Robots", "cs.CV"])
    edited = digest.replace(
        papers=[
            paper.replace(category=data.draw(categories))
            if paper.category is None or data.draw(st.booleans())
            else paper
            for paper in papers
        ]
    )
    written = serialize_digest(edited)
    assert parse_digest(written, dialect=digest.dialect) == edited
    tables = [part.strip("\n") for part in written.split("\n\n") if "|**" in part]
    assert all(table.startswith(HEAD) for table in tables)


@pytest.mark.parametrize(
    ("text", "category", "above"),
    [
        ("", None, HEAD),
        ("", "Vision", f"## Vision\n\n{HEAD}"),
        ("## Updated on 2026.06.29\n", None, f"## Updated on 2026.06.29\n\n{HEAD}"),
        (f"## Vision\n\n{HEAD}", "Vision", f"## Vision\n\n{HEAD}"),
        ("## Vision\n", "Vision", f"## Vision\n\n{HEAD}"),
        (f"## Vision\n\n{HEAD}", "Robots", f"## Vision\n\n{HEAD}\n## Robots\n\n{HEAD}"),
        (f"{HEAD}\nWords.\n", None, f"{HEAD}\nWords.\n\n{HEAD}"),
    ],
)
def test_the_first_row_of_a_text(text: str, category: str | None, above: str) -> None:
    """The first row is put below the head of its table, and that below the heading of its group."""
    paper = Paper("A", "http://arxiv.org/abs/2606.00001", authors=["Ada"], category=category)
    digest = parse_digest(text, dialect="cv-arxiv-daily").insert(0, paper)
    written = serialize_digest(digest)
    assert written.startswith(f"{above}||**A**|Ada|")
    assert written.count("\n") == above.count("\n") + 1
    assert parse_digest(written, dialect="cv-arxiv-daily") == digest


def test_the_first_row_of_a_text_without_a_table() -> None:
    """In a dialect without groups, the first row brings the head of its table, too."""
    digest = parse_digest("## Papers for 2024-09-06\n").insert(0, Paper("A", authors=["Ada"]))
    assert serialize_digest(digest) == (
        "## Papers for 2024-09-06\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"
        "| A | Ada |  |\n"
    )


def test_a_group_that_cannot_end_is_left_out() -> None:
    """A dialect without headings that end a group loses it below which there is no category."""
    papers = [Paper("A", "https://a.org", category="X"), Paper("B", "https://b.org")]
    with pytest.raises(ValueError, match=r"papers\[1\]\.category: None would be read back as 'X"):
        serialize_digest(Digest("List", papers=papers), dialect="general")
    written = serialize_digest(Digest("List", papers=papers), dialect="general", lossy=True)
    assert [paper.category for paper in parse_digest(written, dialect="general").papers] == [
        None
    ] * 2


def test_a_group_with_words_that_cannot_end_is_refused() -> None:
    """A heading with words below it stays, so that its papers cannot lose its category."""
    table = "| Title | Link |\n|---|---|\n"
    text = f"# List\n\n## X\n\nWords.\n\n{table}| A Study | [pdf](https://arxiv.org/abs/2401.00001) |\n"
    digest = parse_digest(text, dialect="general")
    assert digest.papers[0].category == "X"
    edited = digest.replace_paper(digest.papers[0], category=None)
    with pytest.raises(ValueError, match="which lossy=True cannot leave out"):
        serialize_digest(edited, lossy=True)


NEW = Paper("New", "https://arxiv.org/abs/2501.00001")


def outline(text: str) -> list[str]:
    """Return the headings in a text of groups and papers."""
    return re.findall(r"^#+ .*?(?=$|\[\[|\]\()", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "at"), [(TOPICS, 1), (SUBJECTS, 1), (SUBJECTS, 0), (f"## Vision\n\n{HEAD}", 0)]
)
def test_a_paper_without_category_ends_no_group(text: str, at: int) -> None:
    """A paper without category cannot be below a heading, so it is refused, not given an empty one."""
    digest = parse_digest(text, dialect="cv-arxiv-daily" if "|" in text else "daily-arxiv")
    group = digest.papers[at].category if digest.papers else "Vision"
    edited = digest.insert(at + (text == TOPICS), NEW.replace(authors=["Ada"]))
    with pytest.raises(
        ValueError, match=rf"category: None would be read .* set category='{group}'"
    ):
        serialize_digest(edited)


def test_a_group_without_category_in_the_text() -> None:
    """A text that has a heading without category gets more of them where they are needed."""
    digest = parse_digest(SUBJECTS.replace("<div id='cs.CV'></div>\n\n# cs.CV", "#"))
    digest = digest.replace_paper(digest.papers[2], category=None)
    edited = digest.insert(1, NEW.replace(category="cs.CL")).insert(1, NEW)
    written = serialize_digest(edited)
    assert parse_digest(written) == edited
    assert outline(written) == [
        "# cs.CL ", "### [1] [1", "# ", "### [2] [New", "# cs.CL ", "### [3] [New", "### [4] [2",
        "# ", "### [5] [3",
    ]  # fmt: skip


def test_a_group_goes_on_with_papers_of_another_category() -> None:
    """A paper that says another category than its group's is in that group afterwards, too."""
    text = SUBJECTS.replace("category: cs.CL", "category: cs.AI")
    digest = parse_digest(text)
    written = serialize_digest(digest.insert(1, NEW.replace(category="cs.AI")))
    assert outline(written)[2:6] == ["# cs.AI ", "### [2] [New", "# cs.CL ", "### [3] [2"]


def test_papers_before_a_heading_of_their_group() -> None:
    """New papers right before the first one of their group are put below its heading."""
    digest = parse_digest(SUBJECTS)
    edited = digest
    for _ in range(2):
        edited = edited.insert(2, NEW.replace(category="cs.CV"))
    written = serialize_digest(edited)
    assert parse_digest(written) == edited
    assert outline(written)[4:] == ["# cs.CV ", "### [3] [New", "### [4] [New", "### [5] [3"]


def test_what_ends_a_group_stays_above_new_papers() -> None:
    """Text between a group and the heading of the next one stays before papers of the next."""
    text = TOPICS.replace("\n## Language", "\n*Up*\n\n## Language")
    row = "||**New**||[2501.00001](https://arxiv.org/abs/2501.00001)|null|\n"
    edited = parse_digest(text).insert(3, NEW.replace(category="Language"))
    assert serialize_digest(edited) == text.replace(rows(4), row + rows(4))


def test_a_paper_without_category_in_a_group_that_stays() -> None:
    """A group that cannot end is refused with the category to set, whether or not with a loss."""
    edited = parse_digest(EXAMPLES["one-off"]).insert(1, NEW)
    line = "Digest.papers[1].category: None would be read back as 'Vision', its group; set category='Vision'"
    for lossy, advice in ((False, "since lossy=True cannot leave all"), (True, "which lossy=True")):
        with pytest.raises(ValueError, match=advice) as refused:
            serialize_digest(edited, lossy=lossy)
        assert str(refused.value).split("\n  ")[1:] == [line]
    there = edited.replace_paper(edited.papers[1], category="Vision")
    assert parse_digest(serialize_digest(there)) == there


def test_a_heading_above_a_paper_of_lines() -> None:
    """A blank line is below a new heading, though none is above the papers of the dialect."""
    first, second = (
        f"**{title}**\nAda Byron\nhttps://arxiv.org/abs/2501.0000{n}\nIt flows to the sea.\n"
        for n, title in enumerate(("Deep Rivers", "Still Waters"))
    )
    text = f"# Nests, 2025-02-17\n\n{first}\n{second}"
    digest = parse_digest(text)
    written = serialize_digest(digest.replace_paper(digest.papers[1], category="Water"))
    assert written == f"# Nests, 2025-02-17\n\n{first}\n## Water\n\n{second}"


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["a blank line", "none"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paper_of_a_found_layout_changes_its_group(gap: str, end: str) -> None:
    """The heading of a new group looks like the others, and none is left without a paper."""
    line = "- [{}](https://arxiv.org/abs/2501.0000{}), Ada Byron\n"
    bees, ants, owls = (
        line.format(*each)
        for each in [("Bees Count to Four", 1), ("Ants Avoid Corners", 2), ("Owls Keep Songs", 3)]
    )

    def text(*groups: tuple[str, str]) -> str:
        parts = [f"## {name}{gap}{papers}" for name, papers in groups]
        return ("# Nests\n\n" + "\n".join(parts)).replace("\n", end)

    digest = parse_digest(text(("Insects", bees + ants), ("Birds", owls)))
    first, second, third = digest.papers
    for old, category, expected in [
        (first, "Math", [("Math", bees), ("Insects", ants), ("Birds", owls)]),
        (second, "Math", [("Insects", bees), ("Math", ants), ("Birds", owls)]),
        (third, "Songs", [("Insects", bees + ants), ("Songs", owls)]),
        (second, "Birds", [("Insects", bees), ("Birds", ants + owls)]),
        (third, "Insects", [("Insects", bees + ants + owls)]),
    ]:
        edited = digest.replace_paper(old, category=category)
        assert serialize_digest(edited) == text(*expected)


def test_bold_lines_above_items_are_headings() -> None:
    """A heading that is one only above an item is kept once, and is edited where it is."""
    line = "- [{}](https://arxiv.org/abs/2508.0800{}) ({})\n"
    letters, cards, pixels, voxels = (
        line.format(*each)
        for each in [
            ("Letters to a Parser", 1, "Lis Munk"),
            ("Postcards to a Tagger", 2, "Per Qvist"),
            ("Portraits of a Pixel", 3, "Rae Skov"),
            ("Sketches of a Voxel", 4, "Vibe Wulf"),
        ]
    )

    def text(*groups: tuple[str, str]) -> str:
        parts = [f"\n**{name}**\n\n{papers}" for name, papers in groups]
        return f"# Roundup, 2025-08-11\n{''.join(parts)}"

    digest = parse_digest(text(("NLP", letters + cards), ("CV", pixels + voxels)))
    one, two, three, four = digest.papers
    new = Paper("Ink", "https://arxiv.org/abs/2601.00042", authors=["Noa Reed"], category="RO")
    ink = line.format("Ink", 0, "Noa Reed").replace("2508.08000", "2601.00042")
    pixel = three.replace(category="NLP")
    for papers, expected in [
        ([two, three, four], [("NLP", cards), ("CV", pixels + voxels)]),
        ([two, one, three, four], [("NLP", cards + letters), ("CV", pixels + voxels)]),
        ([one, pixel, two, four], [("NLP", letters + pixels + cards), ("CV", voxels)]),
        ([one, two, new, three, four], [("NLP", letters + cards), ("RO", ink), ("CV", pixels + voxels)]),
        (
            [one.replace(category="Text"), two.replace(category="Text"), three, four],
            [("Text", letters + cards), ("CV", pixels + voxels)],
        ),
    ]:  # fmt: skip
        assert serialize_digest(digest.replace(papers=papers)) == text(*expected)


def subjects(*papers: tuple[str, int]) -> str:
    """Return a text with a list of groups, and papers with the category of their group."""
    names = [name for name, _ in papers]
    text = "<div id=toc></div>\n\n# Table of Contents\n\n"
    text += "".join(
        f"- [{each}](#{each}) [Total: {names.count(each)}]\n" for each in dict.fromkeys(names)
    )
    for number, (name, paper) in enumerate(papers, 1):
        if name not in names[: number - 1]:
            text += f"\n<div id='{name}'></div>\n\n# {name} [[Back]](#toc)\n"
        text += f"\n### [{number}] [T{paper}](https://arxiv.org/abs/2508.2100{paper})\n*Sif Tang,Ulla Vester*\n"
        text += f"\nMain category: {name}\n\nTL;DR: Short.\n"
    return text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_headings_follow_categories_that_papers_say_too(end: str) -> None:
    """If papers and headings agree, anchors, headings and totals follow the edit of a category."""
    text = subjects(("cs.CL", 1), ("cs.CL", 2), ("cs.CV", 3)).replace("\n", end)
    digest = parse_digest(text)
    one, two, three = digest.papers
    for papers, expected in [
        ([two, three, one.replace(category="cs.CV")], [("cs.CL", 2), ("cs.CV", 3), ("cs.CV", 1)]),
        ([one, two, three.replace(category="cs.CL")], [("cs.CL", 1), ("cs.CL", 2), ("cs.CL", 3)]),
        (
            [one.replace(category="cs.XX"), two.replace(category="cs.XX"), three],
            [("cs.XX", 1), ("cs.XX", 2), ("cs.CV", 3)],
        ),
        ([one, two.replace(category="cs.XX"), three], [("cs.CL", 1), ("cs.XX", 2), ("cs.CV", 3)]),
        ([three, one, two], [("cs.CV", 3), ("cs.CL", 1), ("cs.CL", 2)]),
        ([three], [("cs.CV", 3)]),
        ([one], [("cs.CL", 1)]),
    ]:
        written = serialize_digest(digest.replace(papers=papers))
        assert written == subjects(*expected).replace("\n", end)
        assert not [each for each in diagnose(written) if each.code == "conflicting-values"]


def test_a_group_without_a_form_is_refused() -> None:
    """In a dialect without a template for headings, a paper cannot get a category."""
    rules = [Rule("group", pattern=r"# (?P<category>\w+)"), Rule("paper", "## {title}", before=1)]
    digest = parse_digest("## A\n\n# X\n\nWords.\n\n## B\n", dialect=Dialect("shelf", rules))
    assert [paper.category for paper in digest.papers] == [None, "X"]
    with pytest.raises(ValueError, match=r"papers\[0\]\.category: 'Y' would be lost"):
        serialize_digest(digest.replace_paper(digest.papers[0], category="Y"))


def test_a_text_without_groups_gets_none() -> None:
    """In a text without headings, papers say their category in a line, and new ones do, too."""
    text = SUBJECTS.replace("\n# ", "\n")
    text = re.sub(r"<div.*\n\ncs.*\n\n", "", text)
    digest = parse_digest(text, dialect="daily-arxiv")
    written = serialize_digest(digest.replace_paper(digest.papers[0], category="cs.XX"))
    assert written == text.replace("cs.CL", "cs.XX", 1)
    written = serialize_digest(digest.insert(1, NEW.replace(category="cs.XX")))
    assert outline(written) == ["### [1] [1", "### [2] [New", "### [3] [2", "### [4] [3"]


def test_a_first_paper_with_a_new_category_above_all_groups() -> None:
    """A paper above all headings says its category in a line of its own."""
    head, first = "### [0] [0](https://arxiv.org/abs/2606.00000)\n*Ada*\n\n", "TL;DR: Short.\n\n"
    digest = parse_digest(f"{head}{first}{SUBJECTS}", dialect="daily-arxiv")
    written = serialize_digest(digest.replace_paper(digest.papers[0], category="cs.XX"))
    assert written == f"{head}Main category: cs.XX\n\n{first}{SUBJECTS}"


GROUPED = """# Links, 2025-07-14

## Learning

- [Gradients at Dusk](https://arxiv.org/abs/2507.10001), Pat Quill
- [Losses at Dawn](https://arxiv.org/abs/2507.10002), Sue Trent

## Systems

- [A Kernel of Glass](https://arxiv.org/abs/2507.10003), Una Voss

## Theory

- [Proofs by Candlelight](https://arxiv.org/abs/2507.10005), Abe Birch
"""


def part(name: str) -> str:
    """Return a group of the text with the white space above it."""
    start = GROUPED.index(f"\n## {name}")
    end = GROUPED.find("\n## ", start + 1)
    return GROUPED[start:] if end < 0 else GROUPED[start:end]


@pytest.mark.parametrize("end", ["", "\n---\n\nSent by a script.\n"])
def test_groups_without_papers_go(end: str) -> None:
    """A heading goes with the last paper of its group, whether that is moved or removed."""
    digest = parse_digest(f"{GROUPED}{end}")
    one, two, three, four = digest.papers
    learning, systems, theory = map(part, ["Learning", "Systems", "Theory"])
    title = "# Links, 2025-07-14\n"
    for papers, expected in [
        ([one, two, three], [learning, systems]),
        ([one, two], [learning]),
        ([one, two, four], [learning, theory]),
        ([three, four], [systems, theory]),
        ([four], [theory]),
        ([four, three], [theory, systems]),
        ([], []),
    ]:
        written = serialize_digest(digest.replace(papers=papers))
        assert written == f"{title}{''.join(expected)}{end}"


def test_words_of_a_group_stay_without_its_papers() -> None:
    """A heading with words below it stays, and so do words below a group whose heading goes."""
    words = GROUPED.replace("## Systems\n", "## Systems\n\nFast ones.\n")
    digest = parse_digest(words)
    paper = GROUPED[GROUPED.index("- [A Kernel") : GROUPED.index("\n## Theory")]
    without = serialize_digest(digest.remove(digest.papers[2]))
    assert without == words.replace(f"\n{paper}", "")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("# Club\n\nWe met.\n\n{}\n---\n\nBye.\n", "# Club\n\nWe met.\n\n---\n\nBye.\n"),
        ("# Club\n\nWe met.\n\n{}", "# Club\n\nWe met.\n"),
        ("{}\n---\n\nBye.\n", "---\n\nBye.\n"),
        ("{}", ""),
    ],
)
def test_no_blank_lines_are_left_of_all_papers(text: str, rest: str) -> None:
    """What is above and below the papers is as far apart as it was from them."""
    papers = GROUPED[GROUPED.index("- [G") : GROUPED.index("\n## Systems")]
    digest = parse_digest(text.format(papers))
    assert len(digest.papers) == 2
    assert serialize_digest(digest.replace(papers=[])) == rest


def test_the_head_of_a_table_stays_without_rows() -> None:
    """A table without a heading keeps its head, with no blank line more."""
    head = "# Lab, 2025-06-10\n\n| Title | Votes | Link |\n|---|---|---|\n"
    row = "| Slow Rivers | 3 | [pdf](https://arxiv.org/abs/2401.00001) |\n"
    digest = parse_digest(head + row)
    assert serialize_digest(digest.replace(papers=[])) == head


def test_a_group_whose_heading_is_a_title_elsewhere() -> None:
    """A heading of the first level is a title only where the text starts."""
    text = """# Papers of a Meeting

<a name="Water"></a>

# Water

**Slow Rivers Freeze First**

- Paper: https://arxiv.org/abs/2501.00001
- Code: https://github.com/ada/rivers

**Lakes Keep Their Heat**

- Paper: https://arxiv.org/abs/2501.00002

# Land

**Hills Move in Winter**

- Paper: https://arxiv.org/abs/2501.00003
"""
    digest = parse_digest(text)
    for at, category in ((0, "Water"), (2, "Land")):
        new = Paper("Fields Rest", "https://arxiv.org/abs/2501.00009", category=category)
        title = digest.papers[at].title
        entry = "**Fields Rest**\n\n- Paper: https://arxiv.org/abs/2501.00009\n\n"
        written = serialize_digest(digest.insert(at, new))
        assert written == text.replace(f"**{title}**", f"{entry}**{title}**")


def test_groups_that_are_no_categories() -> None:
    """Where no paper has the category of its group, a new category starts no group."""
    text = """# New submissions for Fri, 24 Mar 23

## Keyword: rivers

### Slow Rivers Freeze First
 - **Authors:** Ada Byron, Carl Gauss
 - **Subjects:** Physics (physics.geo-ph)
 - **Arxiv link:** https://arxiv.org/abs/2303.00001

### Fast Rivers Do Not
 - **Authors:** Emmy Noether, Alan Turing
 - **Subjects:** Robotics (cs.RO)
 - **Arxiv link:** https://arxiv.org/abs/2303.00002
"""
    digest = parse_digest(text)
    assert [paper.category for paper in digest.papers] == [
        "Physics (physics.geo-ph)",
        "Robotics (cs.RO)",
    ]
    link = "https://arxiv.org/abs/2303.00009"
    for at, category in enumerate(("Robotics (cs.RO)", "Physics (physics.geo-ph)", "Optics")):
        new = Paper("Lakes Keep Their Heat", link, authors=["Ada Byron"], category=category)
        lines = serialize_digest(digest.insert(at, new)).splitlines()
        assert [line for line in lines if line.startswith("## ")] == ["## Keyword: rivers"]
        assert f" - **Subjects:** {category}" in lines
