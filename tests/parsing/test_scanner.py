"""The scanner: where blocks start and end, shown with dialects made for the purpose."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Dialect, Rule
from paperdigest._dialects import builtin_dialects, general
from paperdigest._model.source import normalize
from paperdigest._parsing.scanner import blocks, sole_head, strip_span
from tests.parsing.notes import NOTES
from tests.samples import each_dialect
from tests.strategies import hostile, texts, texts_in


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


def test_a_text_with_two_heads_has_no_sole_one() -> None:
    """So it is in a dialect in which every heading is a head, too."""
    dialect = Dialect("plain", [Rule("paper", "## {title}")])
    assert sole_head(dialect, "## A\n") is not None
    assert sole_head(dialect, "## A\n\n## B\n") is None
