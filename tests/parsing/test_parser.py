"""The parser: what each kind of rule gives a paper and a digest, shown with dialects made for it."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Cell,
    Dialect,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    parse_digest,
)
from paperdigest._parsing.record import Piece, read_again
from paperdigest._text.votes import read_votes
from tests.samples import EXAMPLES, each_dialect
from tests.strategies import damaged, texts_in

HEAD = Rule("paper", pattern="##[ ](?P<title>.+)")


def read(text: str, *rules: Rule, cells: tuple[Cell, ...] = ()) -> Paper:
    """Read one paper, with a head and some other rules."""
    own = rules if any(rule.kind == "paper" for rule in rules) else (HEAD, *rules)
    (paper,) = parse_digest(text, dialect=Dialect("test", rules=own, cells=cells)).papers
    return paper


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("0", 0),
        ("34", 34),
        ("007", 7),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("0" * 19, None),
        ("", None),
        ("-", None),
        ("-1", None),
        ("+1", None),
        ("1_000", None),
        ("1,000", 1000),
        ("1,00", None),
        ("1.0", None),
        ("１", None),
        ("²", None),
        ("٣", None),
    ],
)
def test_votes(text: str, votes: int | None) -> None:
    """A count is of the digits 0 to 9, maybe in groups of three, and of 18 at most."""
    assert read_votes(text) == votes


class TestPaper:
    """What the pieces of a paper's block give it."""

    def test_a_title_over_lines(self) -> None:
        """A line break within a title, with the white space around it, is one space."""
        rule = Rule("paper", pattern="##[ ](?P<title>[^!#]+)!")
        for text in ("## A b\n   c !", "## A b \t\n\n c !", "## A b\r\n  c !", "## A b\rc !"):
            assert read(text, rule).title == "A b c"

    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
    def test_a_rule_for_any_line_takes_no_blank_one(self, ending: str) -> None:
        """A line of white space, or of nothing but a line ending of any kind, gives no paper."""
        dialect = Dialect("any", rules=[Rule("paper", pattern="(?P<title>.+)")])
        text = ending.join(["A", "", "  ", " B", ""])
        digest = parse_digest(text, dialect=dialect)
        assert [paper.title for paper in digest.papers] == ["A", "B"]

    def test_a_head_may_hold_url_and_authors(self) -> None:
        """Values may be in the head; an empty URL is none."""
        rule = Rule("paper", pattern=r"##(?P<title>[^<\n]+)<(?P<url>[^>\n]*)>(?P<authors>.*)")
        assert read("## A <b> C, D", rule) == Paper("A", "b", authors=("C", "D"))
        assert read("## A <>", rule) == Paper("A")

    def test_a_head_may_hold_votes_and_a_category(self) -> None:
        """Votes and category may be in the head; one that is not there is none, group or not."""
        rules = (
            Rule("group", pattern="=(?P<category>.*)"),
            Rule(
                "paper",
                pattern=r"##(?P<title>[^(<\n]+)(?:[(](?P<votes>[^)\n]*)[)])?(?:<(?P<category>.*)>)?",
            ),
        )
        assert read("=x\n## A (3)<y>", *rules) == Paper("A", votes=3, category="y")
        assert read("=x\n## A ( 3 )< y >", *rules) == Paper("A", votes=3, category="y")
        assert read("=x\n## A", *rules) == Paper("A")

    def test_what_takes_no_part_is_no_value(self) -> None:
        """A group of a line that takes no part in its match gives no text."""
        rules = (
            Rule("field", pattern="f(?P<value> .*)?$", label="Score"),
            Rule("votes", pattern="v(?P<votes> .*)?$"),
            Rule("authors", pattern="a(?P<authors> .*)?$"),
            Rule("category", pattern="c(?P<category> .*)?$"),
            Rule("media", pattern=r"i(?P<url>[^ \n]*)(?P<alt>[ ].*)?$"),
            Rule("section", pattern=r"\+(?P<label>[a-z]+)?:"),
            Rule("link", pattern=r"l(?P<label>[ ].*)?<(?P<url>[^<>\n]*)>$"),
        )
        assert read("## A\nf\nv\na\nc\ni1\nl<b>\n+:t\n", *rules) == Paper(
            "A",
            media=[Media("image", "1")],
            links=[Link("", "b")],
            fields=[Field("Score", "")],
            sections=[Section(None, "t")],
        )

    def test_the_last_of_several_counts(self) -> None:
        """If votes, authors or a category occur twice, the last ones count."""
        rules = (
            Rule("votes", pattern="v (?P<votes>.*)"),
            Rule("authors", pattern="a (?P<authors>.*)"),
            Rule("category", pattern="c (?P<category>.*)"),
        )
        paper = read("## A\nv 1\na B\nc d\nv 2\na E,F\nc g\n", *rules)
        assert paper == Paper("A", votes=2, authors=["E", "F"], category="g")

    def test_a_category_of_ones_own_counts_more_than_that_of_the_group(self) -> None:
        """The paper's own category is before that of its group."""
        rules = (
            Rule("group", pattern="=(?P<category>.*)"),
            Rule("category", pattern="c(?P<category>.*)"),
        )
        assert read("=x\n## A\n", *rules).category == "x"
        assert read("=x\n## A\nc y\n", *rules).category == "y"
        assert read("=x\n## A\nc \n", *rules).category is None

    def test_media_of_both_kinds(self) -> None:
        """A rule says which kind of media it reads; a URL said twice in a row is one."""
        rules = (
            Rule("media", pattern="i (?P<url>[^ \n]*)(?: (?P<alt>.*))?"),
            Rule("media", pattern="v (?P<url>.*)", media="video"),
        )
        assert read("## A\ni a b c \ni a d\nv a\nv a\ni a\ni \n", *rules).media == (
            Media("image", "a", "b c"),
            Media("video", "a"),
            Media("image", "a"),
        )

    def test_fields_and_sections_with_labels_of_their_rules(self) -> None:
        """The label is in the text or in the rule; white space for a label is not a label."""
        rules = (
            Rule("field", pattern="f (?P<value>.*)", label="Score"),
            Rule("field", pattern="(?P<label>[a-z ]*);(?P<value>.*)"),
            Rule("section", pattern="s ", label="Note"),
            Rule("section", pattern="[+](?P<label>[^:\n]*):"),
        )
        paper = read("## A\nf 9 \nx; y \n ; z\nf\n\ns t\n+ : u\n+v:\n", *rules)
        assert paper.fields == (Field("Score", "9"), Field("x", "y"))
        assert paper.sections == (Section("Note", "t"), Section(None, "u"), Section("v", ""))

    def test_links_need_no_label(self) -> None:
        """A link has a URL; its label may be empty, or be read by no group at all."""
        rules = (
            Rule("link", pattern=r"\[(?P<label>[^][\n]*)\]\((?P<url>[^)[\n]*)\)"),
            Rule("link", pattern=r"<(?P<url>[^<>\n]*)>"),
        )
        paper = read("## A\n[ b ](c)\n[](d)\n<e>\n[f]()\n<>\n", *rules)
        assert paper.links == (Link("b", "c"), Link("", "d"), Link("", "e"))
        assert paper.url is None

    def test_copies_and_markup_give_nothing(self) -> None:
        """What repeats a value or means nothing is no value."""
        rules = (Rule("copy", pattern="id (?P<copy>.*)"), Rule("markup", pattern="<fold>"))
        assert read("## A\nid 2408.12637\n<fold>\n", *rules) == Paper("A")

    def test_a_copy_with_a_label_is_a_field_where_it_repeats_nothing(self) -> None:
        """What is called a copy and is not in the main link is a field, if it has a label."""
        rules = (
            Rule("link", pattern="<(?P<url>.*)>", main=True),
            Rule("copy", pattern="(?P<label>[a-z]+)? is(?P<copy> .*)?$"),
        )
        assert read("## A\n<b/12>\nid is 12\nx is 13\n", *rules) == Paper(
            "A", "b/12", fields=[Field("x", "13")]
        )
        assert read("## A\nid is X\n is 12\ny is\n", *rules) == Paper(
            "A", fields=[Field("id", "X")]
        )


def test_the_record_tells_which_value_a_piece_gives() -> None:
    """A value of its own is number 0, an item its place in the tuple; a repeated medium is the same."""
    rules = (
        HEAD,
        Rule("votes", pattern="v (?P<votes>.*)"),
        Rule("authors", pattern="a (?P<authors>.*)"),
        Rule("category", pattern="c (?P<category>.*)"),
        Rule("media", pattern="i (?P<url>.*)"),
        Rule("link", pattern="<(?P<url>.*)>", main=True),
        Rule("copy", pattern="(?P<label>[a-z]+) is (?P<copy>.*)"),
        Rule("section", pattern=r"\+"),
    )
    dialect = Dialect("test", rules=rules)
    (paper,) = parse_digest(
        "## A\nv 1\na B\nc d\ni e\ni f\ni f\n<g>\n<h>\nx is y\nx is g\n+i\n",
        dialect=dialect,
    ).papers
    assert paper._origin is not None
    _, record = read_again(paper._origin)
    assert [(piece.attribute, piece.item) for piece in record] == [
        ("paper", 0), ("votes", 0), ("authors", 0), ("category", 0), ("media", 0), ("media", 1),
        ("media", 1), ("url", 0), ("link", 0), ("field", 0), ("copy", -1),
        ("section", 0),
    ]  # fmt: skip


class TestCells:
    """What the cells of a row give a paper."""

    ROW = Rule("paper", pattern=r"\|(?P<title>[^|\n]+)\|(?P<rest>[^|\n]*)\|$")
    LINK = Rule("link", pattern=r"\[(?P<label>[^][\n]*)\]\((?P<url>[^)[\n]*)\)")

    def cell(self, **options: Any) -> tuple[Cell]:
        """Make the cell."""
        return (Cell("rest", rules=[self.LINK], **options),)

    def test_the_first_link_is_the_main_one(self) -> None:
        """Where any link may be the main one, it is the first, and the others are links."""
        cells = self.cell(main="", main_label="Paper")
        paper = read("|A|[Paper](b) [Code](c)|", self.ROW, cells=cells)
        assert (paper.url, paper.links) == ("b", (Link("Code", "c"),))
        paper = read("|A|[Code](b) [Paper](c)|", self.ROW, cells=cells)
        assert (paper.url, paper.links) == ("b", (Link("Paper", "c"),))

    def test_a_main_link_keeps_its_label(self) -> None:
        """A main link with another label is among the others too where that is kept."""
        cells = self.cell(main="", main_label="Paper", keep_label=True)
        paper = read("|A|[Paper](b) [Code](c)|", self.ROW, cells=cells)
        assert (paper.url, paper.links) == ("b", (Link("Code", "c"),))
        paper = read("|A|[System Card](b) [Paper](c)|", self.ROW, cells=cells)
        assert (paper.url, paper.links) == ("b", (Link("System Card", "b"), Link("Paper", "c")))

    def test_a_main_link_by_its_address(self) -> None:
        """The main link is the first whose URL the cell asks for; there may be none."""
        cells = self.cell(main="https://arxiv")
        paper = read(
            "|A|[x](b) [y](https://arxiv.org/1) [z](https://arxiv.org/2)|", self.ROW, cells=cells
        )
        assert paper.url == "https://arxiv.org/1"
        assert paper.links == (Link("x", "b"), Link("z", "https://arxiv.org/2"))
        assert read("|A|[x](b) [y]()|", self.ROW, cells=cells) == Paper("A", links=[Link("x", "b")])

    def test_a_cell_without_main_link(self) -> None:
        """Where no link is the main one, all are links beside it."""
        assert read("|A|[x](b)|", self.ROW, cells=self.cell()) == Paper("A", links=[Link("x", "b")])

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("section", Paper("A", sections=[Section("L", "b")])),
            ("field", Paper("A", fields=[Field("L", "b")])),
            (None, Paper("A")),
        ],
    )
    def test_the_rest_of_a_cell(self, kind: Any, expected: Paper) -> None:
        """What no rule claims is a section, a field, or nothing; nothing where it is white space."""
        cells = (Cell("rest", kind=kind, label="L"),)
        assert read("|A| b |", self.ROW, cells=cells) == expected
        assert read("|A|  |", self.ROW, cells=cells) == Paper("A")


class TestHeading:
    """What a heading gives a digest."""

    def digest(self, text: str, pattern: str) -> Digest:
        """Read a digest whose heading has a pattern."""
        return parse_digest(
            text, dialect=Dialect("test", rules=[Rule("digest", pattern=pattern), HEAD])
        )

    def test_title_and_date(self) -> None:
        """Title and date are stripped; an empty title is none, and what is no date is none."""
        pattern = r"#(?P<title>[^(\n]*)\((?P<date>[^)\n]*)\)"
        assert self.digest("# A ( 26 Aug 2024 )", pattern) == Digest(
            "A", datetime.date(2024, 8, 26)
        )
        assert self.digest("# ()", pattern) == Digest()

    def test_a_heading_may_give_neither(self) -> None:
        """A heading may say nothing but that a digest starts."""
        assert self.digest("#!\n", "#!") == Digest()

    def test_a_range_of_days(self) -> None:
        """A range gives the first and the last day; its year may be beside it."""
        pattern = r"#(?P<range>[^/\n]*)(?:/[ ]*(?P<year>[0-9]{4}))?"
        first, last = datetime.date(2024, 12, 30), datetime.date(2025, 1, 5)
        assert self.digest("# December 30 - January 5 / 2025", pattern) == Digest(None, first, last)
        assert self.digest("# December 30 - January 5, 2025", pattern) == Digest(None, first, last)
        assert self.digest("# December 30 - January 5", pattern) == Digest()
        assert self.digest("# June / 2025", pattern) == Digest()

    def test_a_range_that_took_no_part(self) -> None:
        """Where a heading has no range this time, there are no days."""
        assert self.digest("# A", r"#(?P<title>[^(\n]*)(?:\((?P<range>.*)\))?$") == Digest("A")


@each_dialect
@given(data=st.data())
def test_every_value_has_its_piece(dialect: Dialect, data: st.DataObject) -> None:
    """Law 8: "For every value read there is the exact range it came from", in the parser's record."""
    text = data.draw(texts_in(dialect) | damaged(st.sampled_from(list(EXAMPLES.values()))))
    for seen in parse_digest(text, dialect=dialect).papers:
        origin = seen._origin
        assert origin is not None
        assert text.startswith(origin.text, origin.start)
        paper, record = read_again(origin)
        assert paper == seen
        assert record[0].attribute == "paper"
        starts = [piece.start for piece in record[1:]]
        assert starts == sorted(starts)
        for piece in record:
            assert 0 <= piece.start <= piece.end <= len(origin.text)
            said = {name: origin.text[slice(*span)] for name, span in piece.spans.items()}
            for name, value in value_at(paper, piece).items():
                assert said.get(name, "") == value, (piece.attribute, name)
        _check_items(paper, record)


def value_at(paper: Paper, piece: Piece) -> dict[str, str]:
    """Return what the spans of a piece should hold, as far as it is in the text as it is."""
    if piece.item < 0:
        return {}
    match piece.attribute:
        case "section":
            section = paper.sections[piece.item]
            shown = {"text": section.text}
            return shown | ({"label": section.label or ""} if "label" in piece.spans else {})
        case "field":
            value = next(
                each for each in ("value", "text", "copy", "published") if each in piece.spans
            )
            return {value: paper.fields[piece.item].value}
        case "link":
            return {"url": paper.links[piece.item].url}
        case "media":
            return {"url": paper.media[piece.item].url}
        case "url":
            return {"url": paper.url or ""}
        case _:
            return {}


def _check_items(paper: Paper, record: list[Piece]) -> None:
    """Check that every item of the tuples of a paper has a piece, in order."""
    for attribute, items in (
        ("section", paper.sections),
        ("field", paper.fields),
        ("link", paper.links),
        ("media", paper.media),
    ):
        found = {p.item for p in record if p.attribute == attribute and p.item >= 0}
        assert sorted(found) == list(range(len(items)))


@pytest.mark.parametrize("year", ["x", "²", "9" * 5000, "20245", "٢٠٢٤"])
def test_a_year_that_is_none(year: str) -> None:
    """What is where the year of a range belongs may be anything; then there are no days."""
    dialect = Dialect("years", [Rule("digest", "# {title} ({range}) {year}"), HEAD])
    digest = parse_digest(f"# T (May 22-28) {year}\n", dialect=dialect)
    assert (digest.title, digest.date) == ("T", None)
