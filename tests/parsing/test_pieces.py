"""The pieces of a paper: which rule claims which line or cell."""

from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Cell, Dialect, Rule
from paperdigest._model.source import normalize
from paperdigest._parsing.pieces import pieces
from paperdigest._parsing.scanner import blocks
from tests.parsing.notes import NOTES, TABLE
from tests.samples import each_dialect
from tests.strategies import hostile, texts_in

LINK = r"\[(?P<label>[^]\n]*)\]\((?P<url>[^)\s]*)\)"


def pieces_of(text: str, dialect: Dialect = NOTES) -> list[tuple[str, str]]:
    """Return kind and text, up to the next piece for a section, of the pieces of the first paper."""
    block = next(block for block in blocks(dialect, text) if block.kind == "paper")
    found = pieces(dialect, text, block.entry, block.head, block.end)
    return [
        (entry.kind, text[start:stop] if entry.has_text else match[0])
        for entry, match, start, stop in found
    ]


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

    def test_inline_rules_may_go_on_in_the_next_line(self) -> None:
        """What they take there is no line of its own too."""
        rules = [
            Rule("paper", "## {title}"),
            Rule("link", "[{label}]({url})", pattern=LINK, late=True),
            Rule("link", "[{label}]({url})", inline=True),
            Rule("authors", pattern=r"\n_(?P<authors>[^_\n]+)_", inline=True),
            Rule("field", pattern=r"_(?P<value>[^_\n]+)_$", label="Note", late=True),
            Rule("section", "+ {text}"),
        ]
        dialect = Dialect("notes", rules)
        link, names = "[b](https://b.org)", "\n_Ada Byron, Emmy N_"
        taken = [("link", link), ("authors", names)]
        assert pieces_of(f"## A {link}{names}\n", dialect) == taken
        line = ("link", "\n[a](https://a.org)")
        assert pieces_of(f"## A{line[1]}{link}{names}\n", dialect) == [line, *taken]
        section = ("section", "c")
        assert pieces_of(f"## A\n+ c{line[1]}{link}{names}\n", dialect) == [section, line, *taken]

    def test_after_the_first_section_other_rules_are_text(self) -> None:
        """Only rules that are late end a section's text."""
        assert pieces_of("## A\n+ a\nStars 3\n") == [("section", "a\nStars 3\n")]

    def test_a_divider_ends_the_paper(self) -> None:
        """What comes after it belongs to no paper."""
        assert pieces_of("## A\n+ a\n====\n+ b\n") == [("section", "a"), ("divider", "\n====")]
        assert pieces_of("## A\n===\nStars 3\n") == [("divider", "\n===")]

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
        """Links are after a link or a field in its line, also below a section, up to other words."""
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
                ("link", " <g>"),
                ("field", "\nh;i"),
                ("link", " <j>"),
            ]

    def test_links_behind_votes(self) -> None:
        """Votes that do not end their line leave its links to inline rules."""
        rules = [
            Rule("paper", pattern="##[ ](?P<title>.+)"),
            Rule("votes", pattern=r"\+(?P<votes>[0-9]++)", late=True),
            Rule("link", pattern="[ ]<(?P<url>[^>\n]*)>", inline=True),
        ]
        notes = Dialect("votes", rules=rules)
        assert pieces_of("## A\n+12 <b> <c>\n", notes) == [
            ("votes", "\n+12"),
            ("link", " <b>"),
            ("link", " <c>"),
        ]

    def test_names_behind_votes(self) -> None:
        """What follows votes in their line is read, and a section is not."""
        rules = [
            Rule("paper", pattern="##[ ](?P<title>.+)"),
            Rule("votes", pattern="[+](?P<votes>[0-9]+)", late=True),
            Rule("authors", pattern="[ ]by (?P<authors>[^\n,]+)", inline=True),
            Rule("section", pattern="[ ]:", inline=True),
            Rule("section", pattern=r"~"),
        ]
        notes = Dialect("votes", rules=rules)
        for section in ([], [("section", "z")]):
            text = "## A\n~z\n" if section else "## A\n"
            assert pieces_of(f"{text}+4 by Ada\n+5 : b\n", notes) == [
                *section,
                ("votes", "\n+4"),
                ("authors", " by Ada"),
                ("votes", "\n+5"),
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
