"""The scanner: which rule claims which piece, shown with dialects made for the purpose."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Cell, Dialect, Rule
from paperdigest._dialects import builtin_dialects, general
from paperdigest._model.source import normalize
from paperdigest._parsing.scanner import blocks, pieces, sole_head, strip_span
from tests.samples import each_dialect
from tests.strategies import hostile, texts, texts_in

NOTES = Dialect(
    "notes",
    rules=[
        Rule("digest", pattern="# Notes of(?P<date>.*)"),
        Rule("group", pattern="=[ ](?P<category>.*)"),
        Rule("skip", pattern="## none.*"),
        Rule("paper", pattern="##[ ](?P<title>.+)"),
        Rule("end", pattern="#[ ].*"),
        Rule("votes", pattern="Stars (?P<votes>.*)"),
        Rule("field", pattern="(?P<label>[a-z]);(?P<value>.*)", late=True),
        Rule("section", pattern="(?P<label>One|Two) --", labels=("One", "Two")),
        Rule("section", pattern=r"\+(?=[ ])"),
        Rule("markup", pattern="<fold>"),
        Rule("rule", pattern="===+$"),
    ],
)

TABLE = Dialect(
    "table",
    rules=[Rule("paper", "| {title} | {prose} | {extra} |", pattern=r"\|(?P<title>[^|\n]+)\|(?P<prose>[^|\n]*)(?:\|(?P<extra>[^|\n]*))?\|$")],
    cells=[
        Cell("extra", kind="field", label="Extra"),
        Cell(
            "prose",
            kind="section",
            rules=[
                Rule("link", "<{url}>", pattern=r"<(?P<url>[^<>|\n]*)>"),
                Rule("section", "~{label}~{text}", pattern="~(?P<label>[^~|]*)~"),
            ],
        ),
    ],
)  # fmt: skip


def heads_of(text: str, dialect: Dialect = NOTES) -> list[tuple[str, str, str | None]]:
    """Return kind, first line and category of the blocks of a text."""
    normalized = normalize(text)
    return [
        (block.kind, normalized[block.start : block.end].split("\n")[0], block.category)
        for block in blocks(dialect, normalized)
    ]


def kinds_of(text: str, dialect: Dialect = NOTES) -> list[str]:
    """Return the kinds of the blocks of a text."""
    return [kind for kind, _, _ in heads_of(text, dialect)]


def pieces_of(text: str, dialect: Dialect = NOTES) -> list[tuple[str, str]]:
    """Return kind and text, up to the next piece for a section, of the pieces of the first paper."""
    block = next(block for block in blocks(dialect, text) if block.kind == "paper")
    found = pieces(dialect, text, block.entry, block.head, block.end)
    return [
        (entry.kind, text[start:stop] if entry.has_text else match[0])
        for entry, match, start, stop in found
    ]


class TestBlocks:
    """Heads cut a text into blocks."""

    @each_dialect
    @given(data=st.data())
    def test_a_block_runs_to_the_next_one(self, dialect: Dialect, data: st.DataObject) -> None:
        """Blocks follow each other from the first head to the end of the text, each with its head."""
        normalized = normalize(data.draw(texts_in(dialect) | texts()))
        found = list(blocks(dialect, normalized))
        for one, other in pairwise(found):
            assert one.end == other.start
        if found:
            assert found[-1].end == len(normalized)
        for block in found:
            assert block.start == block.head.start(block.entry.start) < block.end
            assert block.head.end() <= block.end
            assert normalized[: block.start][-1:] in ("\n", "\ufeff", "")

    def test_a_text_without_heads_has_no_blocks(self) -> None:
        """What comes before the first head is in no block."""
        assert heads_of("a\nb") == []
        assert heads_of("") == []
        assert [block.start for block in blocks(NOTES, "a\n## A\n")] == [2]

    def test_a_head_may_be_the_first_line(self) -> None:
        """The first line is a line like the others, after a byte order mark too."""
        assert heads_of("## A\n## B") == [("paper", "## A", None), ("paper", "## B", None)]
        assert heads_of("\ufeff## A") == [("paper", "## A", None)]
        assert heads_of("x## A") == []
        assert heads_of("\ufeff\ufeff## A") == []

    def test_the_first_rule_that_fits_counts(self) -> None:
        """The order of the rules decides where two match."""
        assert kinds_of("## none at all\n## A\n# Notes of 2024-08-26\n# Other") == [
            "skip", "paper", "digest", "end"
        ]  # fmt: skip

    def test_a_group_gives_its_papers_their_category(self) -> None:
        """A category holds up to the next group or digest heading; an empty one is none."""
        text = "## A\n= x\n## B\n## C\n= y \n## D\n=  \n## E\n= z\n# Notes of 2024-08-26\n## F"
        assert [category for kind, _, category in heads_of(text) if kind == "paper"] == [
            None, "x", "x", "y", None, None
        ]  # fmt: skip

    def test_a_chapter_ends_the_papers(self) -> None:
        """After a chapter no papers are read, up to the next digest heading."""
        text = (
            "# Notes of 2024-08-27\n## A\n# Licence\n## B\n= x\n## C\n# Notes of 2024-08-26\n## D"
        )
        assert kinds_of(text) == [
            "digest", "paper", "end", "end", "group", "end", "digest", "paper"
        ]  # fmt: skip

    def test_a_preamble_holds_no_papers(self) -> None:
        """A chapter before the first heading holds none, where there is a heading."""
        assert kinds_of("# About\n## A\n# Notes of 2024-08-26\n## B") == [
            "end", "end", "digest", "paper"
        ]  # fmt: skip

    def test_without_a_heading_the_first_chapter_ends_nothing(self) -> None:
        """Where a text has no digest heading, the first chapter may be a damaged one."""
        assert kinds_of("# Notse of 2024-08-26\n## A\n# Licence\n## B") == [
            "end", "paper", "end", "end"
        ]  # fmt: skip

    def test_a_group_without_words_is_no_category(self) -> None:
        """A category that takes no part in the match of its rule is none, and ends the one above."""
        rules = [
            Rule("group", pattern="=(?P<category>[ ].*)?$"),
            Rule("paper", pattern="##[ ](?P<title>.+)"),
        ]
        found = heads_of("= x\n## A\n=\n## B\n", Dialect("groups", rules=rules))
        assert [category for _, _, category in found] == ["x", "x", None, None]

    def test_what_stands_deeper_is_a_part(self) -> None:
        """Below a paper or a chapter nothing deeper starts a block; a rule without level always does."""
        outline = Dialect(
            "outline",
            rules=[
                Rule("group", pattern="=====[ ](?P<category>.*)"),
                Rule("end", pattern="(?P<level>#+) Appendix"),
                Rule("paper", pattern="(?P<level>#+)[ ](?P<title>.+)"),
            ],
        )
        text = "# A\n## B\n===== x\n## C\n### D\n## E\n# Appendix\n## F\n# G\n"
        assert [line for _, line, _ in heads_of(text, outline)] == [
            "# A", "===== x", "## C", "## E", "# Appendix", "# G"
        ]  # fmt: skip


class TestPieces:
    """Lines and cells of a paper."""

    def test_lines_before_the_first_section(self) -> None:
        """All rules are read before the first section; what none claims is passed over."""
        assert pieces_of("## A\n\nStars 3\nwhatever\nb; c\n  Stars 4\n") == [
            ("votes", "\nStars 3"),
            ("field", "\nb; c"),
        ]

    def test_a_section_runs_to_the_next_piece(self) -> None:
        """A section's text ends at the next section, at markup, at a late rule, or with the paper."""
        assert pieces_of("## A\n+ a\nb\n+ c\n<fold>\nd\n+ e\nf; g\n## B") == [
            ("section", "a\nb"),
            ("section", "c"),
            ("markup", "\n<fold>"),
            ("section", "e"),
            ("field", "\nf; g"),
        ]

    def test_after_the_first_section_other_rules_are_text(self) -> None:
        """Only rules that are late end a section's text."""
        assert pieces_of("## A\n+ a\nStars 3\n") == [("section", "a\nStars 3\n")]

    def test_a_rule_between_papers_ends_the_paper(self) -> None:
        """What comes after it belongs to no paper."""
        assert pieces_of("## A\n+ a\n====\n+ b\n") == [("section", "a"), ("rule", "\n====")]
        assert pieces_of("## A\n===\nStars 3\n") == [("rule", "\n===")]

    def test_a_fixed_label_counts_once_and_in_its_place(self) -> None:
        """A label that comes again, or after one that follows it, is text."""
        assert pieces_of("## A\nOne -- a\nOne -- b\nTwo -- c\nOne -- d\n") == [
            ("section", "a\nOne -- b"),
            ("section", "c\nOne -- d\n"),
        ]
        assert pieces_of("## A\nTwo -- c\nOne -- d\n+ e") == [
            ("section", "c\nOne -- d"),
            ("section", "e"),
        ]

    def test_a_label_without_a_place_is_text(self) -> None:
        """Where labels have fixed places, one that has none starts no section and ends none."""
        rules = [
            Rule("paper", pattern="##[ ](?P<title>.+)"),
            Rule("votes", pattern="Stars (?P<votes>.*)"),
            Rule("section", pattern="(?P<label>One|Two|Six) --", labels=("One", "Two")),
            Rule("section", pattern=r"\+(?=[ ])"),
        ]
        notes = Dialect("places", rules=rules)
        assert pieces_of("## A\nSix -- a\nStars 3\nOne -- b\nSix -- c", notes) == [
            ("votes", "\nStars 3"),
            ("section", "b\nSix -- c"),
        ]
        for before in ("", "Six -- a\n"):
            assert pieces_of(f"## A\n{before}+ b\nSix -- c\nOne -- d\nTwo -- e", notes) == [
                ("section", "b\nSix -- c"),
                ("section", "d"),
                ("section", "e"),
            ]

    def test_links_behind_a_link(self) -> None:
        """Links are after a link in its line, also below a section; after other pieces none is."""
        rules = [
            Rule("paper", pattern="##[ ](?P<title>.+)"),
            Rule("link", pattern="<(?P<url>[^>\n]*)>", late=True),
            Rule("link", pattern="[ ]<(?P<url>[^>\n]*)>", inline=True),
            Rule("field", pattern="(?P<label>[a-z]);(?P<value>[a-z]*)", late=True),
            Rule("section", pattern=r"\+(?=[ ])"),
        ]
        notes = Dialect("links", rules=rules)
        for section in ([], [("section", "z")]):
            text = "## A\n+ z\n" if section else "## A\n"
            assert pieces_of(f"{text}<b> <c> d <e>\nf; <g>\nh;i <j>\n", notes) == [
                *section,
                ("link", "\n<b>"),
                ("link", " <c>"),
                ("field", "\nf;"),
                ("field", "\nh;i"),
            ]

    def test_what_stands_behind_a_head_ends_with_its_block(self) -> None:
        """A piece after a head does not run into the next block."""
        rules = [
            Rule("paper", pattern="##[ ](?P<title>[A-Z])"),
            Rule("link", pattern="[ ]<(?P<url>[^>]*)>", inline=True),
        ]
        notes = Dialect("inline", rules=rules)
        assert pieces_of("## A <b\n## B>", notes) == []
        assert pieces_of("## A <a> <b\n## B>", notes) == [("link", " <a>")]

    def test_a_paper_without_pieces(self) -> None:
        """A paper may be its head alone."""
        assert pieces_of("## A") == []
        assert pieces_of("## A\n\nfree text\n") == []

    def test_cells_of_a_row(self) -> None:
        """A cell has what its rules claim, and its rest is of the cell's own kind."""
        assert pieces_of("| A | b <c> d ~e~ f | g |", TABLE) == [
            ("section", " b "),
            ("link", "<c>"),
            ("section", "f "),
            ("field", " g "),
        ]
        assert pieces_of("| A | b |", TABLE) == [("section", " b ")]
        assert pieces_of("| A |  | |", TABLE) == [("section", "  "), ("field", " ")]

    def test_a_cell_may_come_first_or_be_missing(self) -> None:
        """A row may start with a cell; a cell that is not there does not hide those after it."""
        row = Rule(
            "paper",
            pattern=r"(?P<prose>[^|\n]*)\|(?P<extra><[^|\n]*>\|)?(?P<note>[^|\n]*)\|(?P<title>[^|\n]+)$",
        )
        cells = [Cell(name, kind="section") for name in ("prose", "extra", "note")]
        notes = Dialect("rows", rules=[row], cells=cells)
        assert pieces_of("a|b|T", notes) == [("section", "a"), ("section", "b")]
        assert pieces_of("a|<b>|c|T", notes) == [
            ("section", "a"), ("section", "<b>|"), ("section", "c")
        ]  # fmt: skip

    def test_what_matches_nothing_is_asked_once(self) -> None:
        """An inline rule that only looks ahead takes nothing, and does not go on for ever."""
        rules = [
            Rule("paper", pattern="## (?P<title>A)"),
            Rule("markup", pattern="(?=b)", inline=True),
        ]
        assert pieces_of("## Ab", Dialect("ahead", rules)) == [("markup", "")]

    @each_dialect
    @given(data=st.data())
    def test_pieces_stand_in_order_within_their_block(
        self, dialect: Dialect, data: st.DataObject
    ) -> None:
        """No piece overlaps another, and none leaves its paper."""
        normalized = normalize(data.draw(texts_in(dialect) | hostile()))
        for block in blocks(dialect, normalized):
            if block.kind != "paper":
                continue
            at = block.start if block.entry.cells else block.head.end()
            for entry, match, start, stop in pieces(
                dialect, normalized, block.entry, block.head, block.end
            ):
                begin, end = (start, stop) if entry.rest else match.span()
                if entry.has_text and not entry.rest:
                    assert begin <= start == end <= stop
                    end = stop
                assert at <= begin <= end <= block.end
                at = end


@pytest.mark.parametrize("dialect", builtin_dialects())
@given(data=st.data())
def test_a_text_that_is_one_block(dialect: Dialect, data: st.DataObject) -> None:
    """A text has a sole head just where its blocks are one, from its start on."""
    whole = normalize(data.draw(texts_in(dialect) | texts()))
    found = list(blocks(dialect, whole))
    for text in (whole, *(whole[block.start : block.end] for block in found)):
        inside = list(blocks(dialect, text))
        alone = sole_head(dialect, text)
        if len(inside) == 1 and inside[0].start == 0:
            assert alone is not None
            assert (alone[0], alone[1].span()) == (inside[0].entry, inside[0].head.span())
        else:
            assert alone is None


@pytest.mark.parametrize("start", ["\ufeff", "\n", "    ", "Words.\n"])
def test_what_stands_before_a_head_is_no_part_of_its_block(start: str) -> None:
    """A text with anything before its head, or with another head in it, has no sole head."""
    assert sole_head(NOTES, "## A\n+ b\n") is not None
    assert sole_head(NOTES, f"{start}## A\n+ b\n") is None
    assert sole_head(NOTES, "## A\n+ b\n## C\n") is None


def test_two_blocks_have_no_sole_head() -> None:
    """That holds too where some blocks are parts of others."""
    assert sole_head(general.DIALECT, "# A\n\n# B\n") is None


def test_a_byte_order_mark_is_no_part_of_a_block() -> None:
    """The block starts after the mark."""
    assert sole_head(general.DIALECT, "# A\n") is not None
    assert sole_head(general.DIALECT, "\ufeff# A\n") is None


@pytest.mark.parametrize(
    ("text", "start", "stop", "expected"),
    [
        ("a  b  ", 1, 6, (3, 4)),
        ("a", 0, 1, (0, 1)),
        ("  ", 0, 2, (0, 0)),
        ("ab  ", 2, 4, (2, 2)),
        ("", 0, 0, (0, 0)),
        ("\u3000a\x1c", 0, 3, (1, 2)),
    ],
)
def test_a_span_without_white_space(
    text: str, start: int, stop: int, expected: Sequence[int]
) -> None:
    """A span is stripped like the text in it; it is empty at its start where nothing is left."""
    assert strip_span(text, start, stop) == expected


@given(hostile(), st.data())
def test_a_stripped_span_holds_the_stripped_text(text: str, data: st.DataObject) -> None:
    """What is in a stripped span is what `str.strip` leaves."""
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    first, last = strip_span(text, start, stop)
    assert text[first:last] == text[start:stop].strip()
    assert start <= first <= last <= stop
