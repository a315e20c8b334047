"""A whole text: built from papers, and put together again where papers came, went or moved."""

import datetime
import re

import attrs
import pytest

from paperdigest import (
    Cell,
    Dialect,
    Digest,
    Link,
    Paper,
    Rule,
    Section,
    from_json,
    parse_digest,
    parse_digests,
    serialize_digest,
    serialize_digests,
    to_json,
)
from paperdigest._grammar.patterns import proven
from tests.samples import EXAMPLES, refusal

DAY = datetime.date(2024, 1, 2)
TABLE = "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
TOPICS = (
    "## Updated on 2026.06.29\n\n"
    f"## V\n\n{TABLE}"
    "|**2026-06-28**|**A**|Ada|[1](http://arxiv.org/abs/1)|null|\n"
    "|**2026-06-27**|**B**|Bo|[2](http://arxiv.org/abs/2)|null|\n\n"
    f"## L\n\n{TABLE}"
    "|**2026-06-26**|**C**|Cy|[3](http://arxiv.org/abs/3)|null|\n"
)
SCORED = (
    "# Personalized Daily Arxiv Papers 2025-11-05\n\n"
    '## 0. [A](https://a.org) <a id="link0"></a>\n**ArXiv ID:** 2408.00001\n\n---\n\n'
    '## 1. [B](https://b.org) <a id="link1"></a>\n\n\n---\n\n'
    '## 2. [C](https://c.org) <a id="link2"></a>\n\n---\n\n# Prompt\n'
)
WEEKS = (
    "## Daily Papers (2024-08-27)\n\n### A\n\n\n### B\n\n"
    "## Daily Papers (2024-08-26)\n\n### C\n\n### D\n\n\n\n### E\n"
)


# A text of its own


def test_papers_of_a_built_digest_stand_apart() -> None:
    """Heading and papers are a blank line apart, and the text ends with its last line."""
    digest = Digest("Daily Papers", DAY, papers=[Paper("A"), Paper("B", votes=1)])
    assert serialize_digest(digest) == (
        "## Daily Papers (2024-01-02)\n\n### A\n\n### B\n\nVote: 1\n"
    )
    assert serialize_digest(Digest(papers=[Paper("A")])) == "### A\n"
    assert serialize_digest(Digest()) == ""


def test_a_separator_and_a_number_for_each_paper() -> None:
    """Papers are counted from the first number of the dialect, with its separator between."""
    papers = [Paper(name, f"https://{name}.org") for name in "abc"]
    assert serialize_digest(
        Digest("Papers", DAY, papers=papers), dialect="gpt-paper-assistant"
    ) == (
        "# Papers 2024-01-02\n\n"
        '## 0. [a](https://a.org) <a id="link0"></a>\n\n---\n\n'
        '## 1. [b](https://b.org) <a id="link1"></a>\n\n---\n\n'
        '## 2. [c](https://c.org) <a id="link2"></a>\n'
    )


def test_a_table_has_its_head() -> None:
    """The head of a table is before its first row, apart from a heading that there is."""
    table = "| Title | Authors | Summary |\n|-------|---------|---------|\n"
    papers = [Paper("A", "https://arxiv.org/abs/1", authors=["X"]), Paper("B")]
    rows = "| A (Read more on [arXiv](https://arxiv.org/abs/1))| X |  |\n| B |  |  |\n"
    digest = Digest("Papers", DAY, papers=papers)
    written = serialize_digest(digest, dialect="daily-ai-papers")
    assert written == f"## Papers for 2024-01-02\n\n{table}{rows}"
    bare = serialize_digest(Digest(papers=papers), dialect="daily-ai-papers")
    assert bare == f"{table}{rows}"


def test_a_table_has_the_line_ends_of_its_papers() -> None:
    r"""The head of a table ends its lines as the rows do that it is built for."""
    text = (
        "## Papers for 2024-09-06\r\n\r\n| Title | Authors | Summary |\r\n"
        "|-------|---------|---------|\r\n| A | X | Y. |\r\n"
    )
    digest = parse_digest(text)
    built = Digest("Papers", datetime.date(2024, 9, 6), papers=digest.papers)
    assert serialize_digest(built, dialect="daily-ai-papers") == text


def test_a_group_for_each_category() -> None:
    """A group's heading is where the category changes, with a table of its own."""
    papers = [
        Paper(name, f"http://arxiv.org/abs/{name}", category=category)
        for name, category in (("1", "V"), ("2", "V"), ("3", "L"))
    ]
    digest = Digest("Updated", DAY, papers=papers)
    assert serialize_digest(digest, dialect="cv-arxiv-daily") == (
        "## Updated on 2024-01-02\n\n"
        f"## V\n\n{TABLE}"
        "||**1**||[http://arxiv.org/abs/1](http://arxiv.org/abs/1)|null|\n"
        "||**2**||[http://arxiv.org/abs/2](http://arxiv.org/abs/2)|null|\n\n"
        f"## L\n\n{TABLE}"
        "||**3**||[http://arxiv.org/abs/3](http://arxiv.org/abs/3)|null|\n"
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_text_of_its_own_has_one_line_ending(line_end: str) -> None:
    """What is written anew has the line endings of the text before, or else those of its sections."""
    text = EXAMPLES["daily-papers-odd"].replace("\n", line_end)
    digest = parse_digest(text)
    by_hand = from_json(to_json(digest))
    other = Digest("Daily Papers", DAY)
    for written in (
        serialize_digest(digest, canonical=True),
        serialize_digest(digest, dialect="general", lossy=True),
        serialize_digest(by_hand),
        serialize_digests([other, by_hand]),
        serialize_digests([other, digest], canonical=True),
    ):
        assert set(re.findall(r"\r\n|\n|\r", written)) == {line_end}
    assert parse_digest(serialize_digest(digest, canonical=True)) == digest


def test_a_paper_of_one_line_has_the_line_endings_of_its_text() -> None:
    """A line that is added to a paper of one line ends as the other lines of the text do."""
    text = "## Daily Papers (2024-08-26)\r\n\r\n### [A](https://a.org)"
    digest = parse_digest(text)
    edited = digest.replace_paper(digest.papers[0], votes=3)
    assert serialize_digest(edited) == f"{text}\r\n\r\nVote: 3"


def test_a_group_has_the_line_ends_of_its_papers() -> None:
    """Rows that are put under a new heading keep their bytes, and the heading ends as they do."""
    text = TOPICS.replace("\n", "\r\n")
    digest = parse_digest(text)
    built = Digest("Updated", datetime.date(2026, 6, 29), papers=digest.papers)
    written = serialize_digest(built, dialect="cv-arxiv-daily")
    assert written == text.replace("2026.06.29", "2026-06-29")


def test_no_separator_stands_before_a_group() -> None:
    """A group's heading takes the place of the separator, and one without category may be empty."""
    dialect = Dialect(
        "notes",
        [
            Rule("digest", "= {title}"),
            Rule("group", "[{category?}]", pattern=r"\[(?P<category>[^\]\n]*)\]$", before=2),
            Rule("paper", "# {title}", before=1),
            Rule("divider", "***"),
        ],
        between="***",
    )
    papers = [Paper("A", category="x"), Paper("B", category="x"), Paper("C", category="y")]
    digest = Digest("T", papers=[*papers, Paper("D")])
    assert serialize_digest(digest, dialect=dialect) == (
        "= T\n\n\n[x]\n\n# A\n\n***\n\n# B\n\n\n[y]\n\n# C\n\n\n[]\n\n# D\n"
    )


def test_losses_of_heading_and_papers_stand_together() -> None:
    """What the heading and what a paper would lose is listed in one refusal."""
    digest = Digest("A list", papers=[Paper("[A](b)")])
    assert refusal(digest) == [
        "Digest.title: 'A list' needs a date beside it in daily-papers; set its date, or pass dialect='general'",
        "Digest.papers[0].title: '[A](b)' would be read back as 'A'",
        "Digest.papers[0].url: None would be read back as 'b'",
    ]
    digest = Digest(date=DAY, papers=[Paper("A", votes=1), Paper("B", votes=2)])
    assert refusal(digest, "daily-ai-papers") == [
        "Digest.date: datetime.date(2024, 1, 2) needs a title beside it in daily-ai-papers; set its title, or pass dialect='general'",
        "Digest.papers[0].votes: 1 would be lost",
        "Digest.papers[1].votes: 2 would be lost",
    ]


# A text that is there


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("## Daily Papers\n", "## Daily Papers\n\n### N\n"),
        ("## Daily Papers", "## Daily Papers\n\n### N\n"),
        ("## Daily Papers\r\n", "## Daily Papers\r\n\r\n### N\r\n"),
        ("## Daily Papers\r", "## Daily Papers\r\r### N\r"),
        ("## Daily Papers\n\nWords.\n", "## Daily Papers\n\nWords.\n\n### N\n"),
        ("## Daily Papers\n  \t\n## License\n", "## Daily Papers\n\n### N\n  \t\n## License\n"),
        ("## Daily Papers\n\n# B\n\n# C\n", "## Daily Papers\n\n### N\n\n# B\n\n# C\n"),
        ("## B\n\n## Daily Papers\n\nC.\n", "## B\n\n## Daily Papers\n\nC.\n\n### N\n"),
        ("## B\n\n## Daily Papers\n", "## B\n\n## Daily Papers\n\n### N\n"),
        ("Words.", "Words.\n\n### N\n"),
        ("Words.  \n", "Words.\n\n### N  \n"),
        ("## Daily Papers (2024-01-02)  \n", "## Daily Papers (2024-01-02)  \n\n### N\n"),
        ("\ufeff", "\ufeff### N\n"),
        ("\ufeff\n\n", "\ufeff### N\n\n"),
        ("\n\n", "### N\n\n"),
        ("", "### N\n"),
    ],
)
def test_where_the_first_paper_goes(text: str, written: str) -> None:
    """A first paper is after what is under the heading, before the chapters after it."""
    digest = parse_digest(text, dialect="daily-papers").insert(0, Paper("N"))
    assert serialize_digest(digest) == written


def test_a_first_row_stands_under_its_table() -> None:
    """The first row of a table is directly under the table's head."""
    table = "| Title | Authors | Summary |\n|-------|---------|---------|\n"
    for text in (
        f"## Papers for 2024-09-06\n\n{table}",
        f"{table}\n## Notes\n\nWords.\n",
        f"# Notes\n\n{table}",
    ):
        digest = parse_digest(text, dialect="daily-ai-papers").insert(0, Paper("N"))
        assert serialize_digest(digest) == text.replace(table, f"{table}| N |  |  |\n")


def test_a_first_paper_stands_under_the_last_group() -> None:
    """A first paper of a category is after the heading of the group that is there."""
    text = "# cs.CL [[Back]](#toc)\n\n# cs.CV [[Back]](#toc)\n"
    new = Paper("N", "https://n.org", category="cs.CV")
    assert serialize_digest(parse_digest(text, dialect="daily-arxiv").insert(0, new)) == (
        f"{text}\n\n### [1] [N](https://n.org)\n\nMain category: cs.CV\n"
    )


def test_a_first_row_stands_under_its_group() -> None:
    """Chapters before a group do not end the papers, so that its first row is under it."""
    text = "# About\n\n## V\n"
    new = Paper("N", "http://arxiv.org/abs/9", category="V")
    written = serialize_digest(parse_digest(text, dialect="cv-arxiv-daily").insert(0, new))
    assert written.startswith(text)
    assert "**N**" in written


@pytest.mark.parametrize(
    ("order", "written"),
    [
        ("BA", "### B\n\n\n### A"),
        ("AnB", "### A\n\n\n### n\n\n\n### B"),
        ("nAB", "### n\n\n\n### A\n\n\n### B"),
        ("B", "### B"),
        ("AA", "### A\n\n\n### A"),
        ("nn", "### n\n\n\n### n"),
    ],
)
def test_new_papers_stand_apart_as_the_others_do(order: str, written: str) -> None:
    """What is put in is as far from its neighbours as the first two papers of the text."""
    first = parse_digests(WEEKS)[0]
    papers = {"A": first.papers[0], "B": first.papers[1], "n": Paper("n")}
    text = serialize_digest(attrs.evolve(first, papers=[papers[name] for name in order]))
    assert text == f"## Daily Papers (2024-08-27)\n\n{written}\n\n"


def test_what_stands_between_papers_stays_where_it_is() -> None:
    """Papers of the second digest of a text change places, and the lines between them do not."""
    second = parse_digests(WEEKS)[1]
    written = serialize_digest(attrs.evolve(second, papers=second.papers[::-1]))
    assert written == "## Daily Papers (2024-08-26)\n\n### E\n\n### D\n\n\n\n### C\n"
    edited = serialize_digest(second.replace_paper(second.papers[1], votes=3))
    assert edited == ("## Daily Papers (2024-08-26)\n\n### C\n\n### D\n\nVote: 3\n\n\n\n### E\n")


def test_papers_of_several_digests_read_as_one() -> None:
    """A digest that was read across several headings can be edited as one."""
    digest = parse_digest(WEEKS)
    assert [paper.title for paper in digest.papers] == list("ABCDE")
    assert serialize_digest(digest.remove(digest.papers[0])) == WEEKS.replace("### A\n\n\n", "")
    assert serialize_digest(digest.remove(digest.papers[4])) == WEEKS.replace("\n\n\n\n### E", "")


def test_a_date_given_beside_the_text_is_no_loss() -> None:
    """Papers come and go in a text whose date was given with it."""
    digest = parse_digest("### A\n", dialect="daily-papers", date=DAY)
    assert serialize_digest(digest.insert(0, Paper("N"))) == "### N\n\n### A\n"


def separate(names: str) -> str:
    """Write the scored digest with the papers of these names, in this order, n for a new one."""
    digest = parse_digest(SCORED)
    papers = dict(zip("ABC", digest.papers, strict=True)) | {"n": Paper("N", "https://n.org")}
    return serialize_digest(attrs.evolve(digest, papers=[papers[name] for name in names]))


def test_a_separator_goes_with_a_paper() -> None:
    """A divider is no text to keep: it goes with the paper, and comes with a new one."""
    head, a, b, c = (part.strip() for part in SCORED.replace("---\n\n# P", "# P").split("## "))
    a, b, c = (f"## {part.removesuffix('---').strip()}" for part in (a, b, c.split("\n\n")[0]))
    tail = "\n\n---\n\n# Prompt\n"
    new = '## {}. [N](https://n.org) <a id="link{}"></a>'
    assert separate("ABC") == SCORED
    assert separate("AC") == numbered(f"{head}\n\n{a}\n\n---\n\n{c}{tail}")
    assert separate("B") == numbered(f"{head}\n\n{b}{tail}")
    assert separate("CBA") == numbered(f"{head}\n\n{c}\n\n---\n\n{b}\n\n\n---\n\n{a}{tail}")
    assert separate("An") == f"{head}\n\n{a}\n\n---\n\n{new.format(1, 1)}{tail}"
    assert separate("nC") == numbered(f"{head}\n\n{new.format(0, 0)}\n\n---\n\n{c}{tail}")


def numbered(text: str) -> str:
    """Return a text whose papers are numbered from 0 on."""
    for index, number in enumerate(re.findall(r"(?m)^## (\d)", text)):
        head = re.compile(rf"(?m)^## {number}(.*)link{number}(?=.*$)")
        at = [match.start() for match in re.finditer(r"(?m)^## \d", text)][index]
        text = text[:at] + head.sub(rf"## {index}\1link{index}", text[at:], count=1)
    return text


def test_words_between_papers_stay() -> None:
    """What comes between papers beside their separator stays where a paper goes."""
    text = SCORED.replace("\n\n\n---\n", "\n\n---\n\n<!-- more -->\n\n---\n")
    digest = parse_digest(text)
    assert [paper.title for paper in digest.papers] == ["A", "B", "C"]
    rest = serialize_digest(digest.remove(digest.papers[2]))
    assert "<!-- more -->" in rest
    alone = serialize_digest(attrs.evolve(digest, papers=digest.papers[:1]))
    assert "<!-- more -->" in alone


def test_a_separator_for_a_second_paper() -> None:
    """A text with one paper shows no separator, so that the second is put after the dialect's."""
    text = SCORED[: SCORED.index("---\n\n## 1")] + "# Prompt\n"
    digest = parse_digest(text)
    written = serialize_digest(digest.insert(1, Paper("N", "https://n.org")))
    assert written == text.replace(
        "\n\n# Prompt",
        '\n\n---\n\n## 1. [N](https://n.org) <a id="link1"></a>\n\n# Prompt',
    )


def topics(order: str, **changed: Paper) -> str:
    """Write the grouped digest with the papers of these names, in this order."""
    digest = parse_digest(TOPICS)
    papers = dict(zip("ABC", digest.papers, strict=True)) | changed
    return serialize_digest(attrs.evolve(digest, papers=[papers[name] for name in order]))


def row(name: str, day: str, number: int) -> str:
    """Write a row of the grouped digest."""
    return f"|**{day}**|**{name[0]}**|{name}|[{number}](http://arxiv.org/abs/{number})|null|\n"


ADA, BO, CY = row("Ada", "2026-06-28", 1), row("Bo", "2026-06-27", 2), row("Cy", "2026-06-26", 3)
NEW = "||**N**||[http://arxiv.org/abs/9](http://arxiv.org/abs/9)|null|\n"
TITLE = "## Updated on 2026.06.29\n\n"


def test_rows_change_places_in_their_group() -> None:
    """Rows of one group change places under its heading, without another heading."""
    assert topics("ABC") == TOPICS
    assert topics("BAC") == f"{TITLE}## V\n\n{TABLE}{BO}{ADA}\n## L\n\n{TABLE}{CY}"


@pytest.mark.parametrize(
    ("order", "category", "written"),
    [
        ("ABNC", "V", f"## V\n\n{TABLE}{ADA}{BO}{NEW}\n## L\n\n{TABLE}{CY}"),
        ("ANBC", "V", f"## V\n\n{TABLE}{ADA}{NEW}{BO}\n## L\n\n{TABLE}{CY}"),
        ("NABC", "V", f"## V\n\n{TABLE}{NEW}{ADA}{BO}\n## L\n\n{TABLE}{CY}"),
        ("ABCN", "L", f"## V\n\n{TABLE}{ADA}{BO}\n## L\n\n{TABLE}{CY}{NEW}"),
        ("ABCN", "M", f"## V\n\n{TABLE}{ADA}{BO}\n## L\n\n{TABLE}{CY}\n## M\n\n{TABLE}{NEW}"),
        (
            "ABCNN",
            "M",
            f"## V\n\n{TABLE}{ADA}{BO}\n## L\n\n{TABLE}{CY}\n## M\n\n{TABLE}{NEW}{NEW}",
        ),
        (
            "ANBC",
            "M",
            f"## V\n\n{TABLE}{ADA}\n## M\n\n{TABLE}{NEW}\n## V\n\n{TABLE}{BO}\n## L\n\n{TABLE}{CY}",
        ),
    ],
)
def test_a_new_row_gets_a_heading_where_need_be(order: str, category: str, written: str) -> None:
    """A new row is in the group that is there, or under a heading of its own."""
    new = Paper("N", "http://arxiv.org/abs/9", category=category)
    assert topics(order, N=new) == TITLE + written


def test_a_row_of_another_group_gets_its_heading() -> None:
    """A row whose category changes is under it, and takes the heading of a group of its own."""
    digest = parse_digest(TOPICS)
    a, b, c = digest.papers
    heads = f"## V\n\n{TABLE}", f"## L\n\n{TABLE}"
    assert serialize_digest(digest.replace_paper(c, category="V")) == (
        f"{TITLE}{heads[0]}{ADA}{BO}{CY}"
    )
    assert serialize_digest(digest.replace_paper(b, category="L")) == (
        f"{TITLE}{heads[0]}{ADA}\n{heads[1]}{BO}{CY}"
    )
    assert serialize_digest(digest.replace_paper(a, category="M")) == (
        f"{TITLE}## M\n\n{TABLE}{ADA}\n{heads[0]}{BO}\n{heads[1]}{CY}"
    )
    assert serialize_digest(digest.replace_paper(c, category="M")) == (
        f"{TITLE}{heads[0]}{ADA}{BO}\n## M\n\n{TABLE}{CY}"
    )
    every = [attrs.evolve(paper, category="M") for paper in digest.papers]
    assert serialize_digest(attrs.evolve(digest, papers=every)) == (
        f"{TITLE}## M\n\n{TABLE}{ADA}{BO}{CY}"
    )
    assert serialize_digest(digest.replace_paper(a, title="Z", category="V")) == TOPICS.replace(
        "**A**", "**Z**"
    )
    assert serialize_digest(digest.remove(c)) == f"{TITLE}{heads[0]}{ADA}{BO}"
    assert serialize_digest(digest.replace_paper(b, votes=None)) == TOPICS


def test_a_table_head_between_rows_starts_no_group() -> None:
    """A row that is put in after a table of the same group needs no heading."""
    text = f"{TITLE}## V\n\n{TABLE}{ADA}\n{TABLE}{BO}"
    new = Paper("N", "http://arxiv.org/abs/9", category="V")
    digest = parse_digest(text)
    assert serialize_digest(digest.insert(2, new)) == f"{text}{NEW}"
    assert serialize_digest(digest.insert(0, new)) == text.replace(ADA, f"{NEW}{ADA}")


def test_a_separator_of_several_signs_goes_with_a_paper() -> None:
    """A divider is known by its line, however many signs are in it."""
    dialect = Dialect(
        "notes", [Rule("paper", "# {title}", before=1), Rule("divider", "* * *")], between="* * *"
    )
    text = "# A\n\n* * *\n\n# B\n\n* * *\n\n# C\n"
    digest = parse_digest(text, dialect=dialect)
    rest = digest.remove(digest.papers[1])
    assert serialize_digest(rest) == "# A\n\n* * *\n\n# C\n"


def test_each_loss_of_several_edited_papers_is_listed() -> None:
    """Edited papers that cannot be written are listed each with its place in the digest."""
    digest = parse_digest("## Daily Papers\n\n### A\n\n### B\n\n### C\n")
    papers = [
        digest.papers[0],
        attrs.evolve(digest.papers[1], sections=[Section("a*b", "c")]),
        attrs.evolve(digest.papers[2], links=[Link("a]", "https://a.org")]),
    ]
    lines = refusal(attrs.evolve(digest, papers=papers))
    assert [line.split(":")[0] for line in lines] == [
        "Digest.papers[1].sections[0]",
        "Digest.papers[2].links[0]",
    ]
    moved = refusal(attrs.evolve(digest, papers=papers[::-1]))
    assert [line.split(":")[0] for line in moved] == [
        "Digest.papers[0].links[0]",
        "Digest.papers[1].sections[0]",
    ]


def test_a_head_that_takes_the_end_of_its_line() -> None:
    """An edit that would glue the next head to such a head is refused, and loses no paper.

    Such a rule is refused when it is made, so this is the second line of defence.
    """
    with proven():
        paper = Rule("paper", "## {title}", pattern=r"##[ ](?P<title>.+)\n", before=1)
    dialect = Dialect("notes", [paper, Rule("votes", "+{votes}")])
    digest = parse_digest("## A\n\n+3\n## B\n", dialect=dialect)
    assert [paper.title for paper in digest.papers] == ["A", "B"]
    with pytest.raises(ValueError, match=r"Paper\(title='B'\) would be lost after"):
        serialize_digest(digest.replace_paper(digest.papers[0], votes=None))
    edited = digest.replace_paper(digest.papers[0], votes=4)
    assert serialize_digest(edited) == "## A\n\n+4\n## B\n"


def test_rows_without_a_topic_have_the_head_of_their_table() -> None:
    """A table is written under the heading of its topic, or under that of the digest."""
    head = "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
    paper = Paper("A", "https://arxiv.org/abs/1412.6980", published=datetime.date(2024, 8, 26))
    row = "|**2024-08-26**|**A**||[1412.6980](https://arxiv.org/abs/1412.6980)|null|\n"
    for papers, written in (
        ([paper], f"{head}{row}"),
        ([paper.replace(category="Vision")], f"## Vision\n\n{head}{row}"),
        ([paper, paper.replace(category="Vision")], f"{head}{row}\n## Vision\n\n{head}{row}"),
    ):
        digest = Digest("Updated", datetime.date(2024, 8, 27), papers=papers)
        text = serialize_digest(digest, dialect="cv-arxiv-daily")
        assert text == f"## Updated on 2024-08-27\n\n{written}"
        assert parse_digest(text, dialect="cv-arxiv-daily") == digest


def test_white_space_behind_a_label_belongs_to_its_paper() -> None:
    """A section without text keeps the space after its label where its paper moves."""
    first, second = "### [A](a)\n\n- **L**: ", "### [B](b)\n\n- **M**: c"
    text = f"## Daily Papers\n\n{first}\n\n{second}\n"
    digest = parse_digest(text)
    moved = digest.replace(papers=digest.papers[::-1])
    assert serialize_digest(moved) == f"## Daily Papers\n\n{second}\n\n{first}\n"


SHELF = Dialect(
    "shelf",
    [
        Rule("digest", "# {title}"),
        Rule("group", "## {category}", before=1),
        Rule("skip", pattern=r"\|[ ]?(?:Name|:?-)[^\n]*(?:\n\|[-|]+[ ]?$)?"),
        Rule("paper", "| {title} | {note?} |", pattern=r"\|(?P<title>[^|\n]+)\|(?P<note>[^|\n]*)\|[ ]?$"),
    ],
    cells=[Cell("note", kind="section")],
    preface="\n| Name | Note |\n|---|---|",
)  # fmt: skip


def test_rows_under_a_new_group_have_the_head_of_a_table() -> None:
    """Each group of rows has a table of its own, with the head that the text or the dialect has."""
    papers = [Paper(name, category=category) for name, category in ("ax", "bx", "cy")]
    written = serialize_digest(Digest("T", papers=papers), dialect=SHELF)
    head = "| Name | Note |\n|---|---|\n"
    assert written == f"# T\n\n## x\n\n{head}| a |  |\n| b |  |\n\n## y\n\n{head}| c |  |\n"
    text = "# T\n\n|Name|Rest|\n|--|--|\n| a |  |\n| b |  |\n"
    digest = parse_digest(text, dialect=SHELF)
    a, b = digest.papers
    table = "|Name|Rest|\n|--|--|\n"
    assert serialize_digest(digest.replace_paper(b, category="x")) == (
        f"# T\n\n{table}| a |  |\n\n## x\n\n{table}| b |  |\n"
    )
    windows = parse_digest(text.replace("\n", "\r\n"), dialect=SHELF)
    assert serialize_digest(windows.replace_paper(windows.papers[1], category="x")) == (
        f"# T\n\n{table}| a |  |\n\n## x\n\n{table}| b |  |\n".replace("\n", "\r\n")
    )
    with pytest.raises(ValueError, match=r"papers\[0\]\.category: 'x' needs a heading"):
        serialize_digest(digest.replace_paper(a, category="x"))


def test_words_in_a_group_stay_with_it() -> None:
    """The heading of a group with words under it stays where it is."""
    table = "| Name | Note |\n|---|---|\n"
    text = f"# T\n\n## x\n\n{table}| a |  |\n\n## y\n\nWords.\n\n{table}| b |  |\n"
    digest = parse_digest(text, dialect=SHELF)
    assert serialize_digest(digest.replace_paper(digest.papers[1], category="z")) == (
        f"# T\n\n## x\n\n{table}| a |  |\n\n## y\n\nWords.\n\n{table}\n## z\n\n{table}| b |  |\n"
    )


def test_a_category_that_no_heading_can_hold_is_refused() -> None:
    """A category that would not be read back from a heading like those of the text is refused."""
    digest = parse_digest(TOPICS)
    with pytest.raises(ValueError, match=r"papers\[2\]\.category"):
        serialize_digest(digest.replace_paper(digest.papers[2], category="Updated on 2024-01-01"))


def test_no_table_without_rows_is_left_above_a_new_group() -> None:
    """If the first row opens a group, the head of its table goes with it."""
    table = "| Title | Link | Votes |\n|---|---|---|\n"
    row = "| {} | [x](https://arxiv.org/abs/2401.0000{}) | 3 |\n"
    rows = row.format("Alpha", 1) + row.format("Beta", 2)
    digest = parse_digest(f"# Papers 2024-01-02\n\n{table}{rows}")
    papers = [attrs.evolve(paper, category="cs.CL") for paper in digest.papers]
    written = serialize_digest(attrs.evolve(digest, papers=papers))
    assert written == f"# Papers 2024-01-02\n\n## cs.CL\n\n{table}{rows}"
    assert [paper.category for paper in parse_digest(written).papers] == ["cs.CL", "cs.CL"]
