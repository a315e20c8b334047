"""Plain papers, which are parsed in one go: the same values as by the walk through their pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Dialect, Paper, Rule, parse_digest
from paperdigest._dialects.daily_papers import DIALECT as DAILY_PAPERS
from paperdigest._model.origin import Origin
from paperdigest._model.source import normalize
from paperdigest._parsing.hidden import may_hide
from paperdigest._parsing.plain import parse_plain
from paperdigest._parsing.readers import first_head
from paperdigest._parsing.record import read_notes
from tests.drawn import drawn
from tests.drawn_rows import drawn_rows
from tests.parsing.notes import NOTES, TABLE
from tests.samples import EXAMPLES, each_dialect
from tests.strategies import damaged, hostile, texts_in

LINKS = Dialect(
    "links",
    rules=[
        Rule("paper", "## {title}"),
        Rule("link", "[{label}]({url})", pattern=r"\[(?P<label>[^]\n]*)\]\((?P<url>[^)\s]*)\)", late=True),
        Rule("link", "[{label}]({url})", inline=True),
        Rule("section", "+ {text}"),
        Rule("divider", "==="),
    ],
)  # fmt: skip


def origins_of(text: str, dialect: Dialect) -> tuple[Origin, ...]:
    """Return the blocks of the papers of a text."""
    document = parse_digest(text, dialect=dialect)._document
    return document.origins if document else ()


def plain(origin: Origin) -> Paper | None:
    """Return the paper at an origin, or ``None`` if it is not plain."""
    normalized = normalize(origin.text)
    head = first_head(origin.dialect, normalized)
    if may_hide(normalized):
        return None
    return parse_plain(origin, origin.dialect, origin.text, normalized, head, origin.category)


def check(text: str, dialect: Dialect) -> None:
    """Check that plain papers have the values that the walk gives them."""
    for origin in origins_of(text, dialect):
        found = plain(origin)
        walked, _ = read_notes(origin)
        if found is not None:
            assert found == walked
            for section, other in zip(found.sections, walked.sections, strict=True):
                assert (section._index, section._origin) == (other._index, origin)


@each_dialect
@given(data=st.data())
def test_both_ways_agree(dialect: Dialect, data: st.DataObject) -> None:
    """Both ways give the same values, for any text in any dialect."""
    examples = damaged(st.sampled_from(list(EXAMPLES.values())))
    check(data.draw(texts_in(dialect) | damaged(texts_in(dialect)) | hostile() | examples), dialect)


@given(drawn() | drawn_rows(), st.data())
def test_both_ways_agree_in_dialects_of_their_own(made: object, data: st.DataObject) -> None:
    """They do in dialects that are drawn, too."""
    dialect: Dialect = made.dialect  # type: ignore[attr-defined]
    check(data.draw(texts_in(dialect) | damaged(texts_in(dialect))), dialect)


@pytest.mark.parametrize(
    "text",
    [
        "## A",
        "## A\nStars 3\nwhatever\nb; c\n",
        "## A\n+ a\nb\n+ c\n<fold>\nd\n+ e\nf; g\n## B",
        "## A\nStars 3\n===\nStars 4\n",
        "## A\n+ a\n===\n+ b\n",
        "## A\nTwo -- c\nOne -- d\n+ e\n",
        "## A\nOne -- a\r\nOne -- b\rTwo -- c\n+\nd\n",
        "= c\n## A\nThree -- a\n",
    ],
)
def test_plain_papers(text: str) -> None:
    """Lines, sections, fixed labels and a divider are plain."""
    check(text, NOTES)
    assert None not in map(plain, origins_of(text, NOTES))


@pytest.mark.parametrize(
    "text",
    [
        "## A [b](c)",
        "## A\n[b](c) [d](e)",
        "## A\n+ a\n[b](c) [d](e)\n",
        "## A\n+ a\n```\n## c\n```\n",
    ],
)
def test_papers_that_are_not_plain(text: str) -> None:
    """A paper with values side by side in a line, or with code, is not plain."""
    check(text, LINKS)
    assert [plain(origin) for origin in origins_of(text, LINKS)] == [None]


def test_links_on_lines_of_their_own_are_plain() -> None:
    """Where nothing is behind them, links are plain before and after a section."""
    (origin,) = origins_of("## A\n[b](c)\n+ a\n[d](e)\n+ f\n[g](h)", LINKS)
    paper = plain(origin)
    assert paper is not None
    assert [link.label for link in paper.links] == ["b", "d", "g"]
    assert [section.text for section in paper.sections] == ["a", "f"]
    check(origin.text, LINKS)


def test_a_label_without_a_place_is_no_section() -> None:
    """Where the order of labels is fixed, any other label is passed over before the first section."""
    dialect = Dialect(
        "ordered",
        rules=[
            Rule("paper", "## {title}"),
            Rule("section", pattern="(?P<label>[a-z]+):", labels=("one", "two")),
        ],
    )
    (origin,) = origins_of("## A\nx: a\none: b\nx: c\ntwo: d\n", dialect)
    paper = plain(origin)
    assert paper is not None
    assert [(each.label, each.text) for each in paper.sections] == [
        ("one", "b\nx: c"),
        ("two", "d"),
    ]
    check(origin.text, dialect)


def test_a_row_is_plain() -> None:
    """A table row is parsed in one go."""
    (row,) = origins_of("| a | b |\n", TABLE)
    assert plain(row) is not None


def test_rules_that_are_tried_one_by_one_are_not_plain() -> None:
    """No paper in a text of no family is plain."""
    (unknown,) = (
        paper._origin
        for paper in parse_digest("# Papers\n\n1. [A](https://arxiv.org/abs/2408.12637)\n").papers
    )
    assert unknown is not None
    assert plain(unknown) is None


def test_the_examples_are_plain() -> None:
    """The papers of the reference dialect's example are parsed in one go."""
    origins = origins_of(EXAMPLES["daily-papers"], DAILY_PAPERS)
    assert origins
    assert None not in map(plain, origins)
