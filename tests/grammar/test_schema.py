"""The schema: a row for each attribute of a paper, and nothing that goes beside it."""

from typing import get_args, get_type_hints

import attrs
import pytest

from paperdigest import Paper, parse_digest
from paperdigest._dialects import builtin_dialects
from paperdigest._grammar.schema import (
    GROUPS,
    ITEMS,
    PAPER,
    VALUES,
    Attribute,
    CellKind,
    Kind,
    Manner,
)
from paperdigest._model.values import PaperChanges

STORED = [each for each in PAPER if not each.derived]


def test_the_schema_is_that_of_the_class() -> None:
    """The rows are the attributes of a paper, in their order, with what it has if there is none."""
    compared = [each for each in attrs.fields(Paper) if each.eq]
    assert [each.name for each in STORED] == [each.name for each in compared]
    for row, attribute in zip(STORED[1:], compared[1:], strict=True):
        assert row.empty == attribute.default


def test_what_replace_takes_is_the_schema() -> None:
    """Every attribute that a paper stores can be named where it is changed."""
    assert set(get_type_hints(PaperChanges)) == {each.name for each in STORED}


def test_what_follows_from_others_cannot_be_set() -> None:
    """A derived attribute is a property."""
    for each in PAPER:
        if each.derived:
            assert isinstance(vars(Paper)[each.name], property)


def test_every_kind_is_one() -> None:
    """The kinds of the schema are kinds of rules, each of one attribute; its groups mean something."""
    kinds = [each.kind for each in PAPER if each.kind]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= set(get_args(Kind))
    assert {each.group for each in PAPER if each.group} <= GROUPS
    assert set(kinds) == {*ITEMS, *VALUES}
    spare = {each.kind for each in PAPER if each.spare_label}
    assert set(get_args(CellKind)) == {"section", "field", *spare}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("votes", " 34 ", 34),
        ("votes", "many", None),
        ("category", " cs.CL ", "cs.CL"),
        ("category", " ", None),
        ("published", "26 Aug 2024", attrs.NOTHING),
        ("published", "soon", None),
        ("authors", "Ada, Alan", ("Ada", "Alan")),
    ],
)
def test_a_row_reads_what_it_writes(name: str, text: str, value: object) -> None:
    """A value that a row reads it writes, and reads again; what is none is empty."""
    row: Attribute = next(each for each in PAPER if each.name == name)
    read = row.read(text, ", ")
    if value is not attrs.NOTHING:
        assert read == value
    assert row.read(row.write(read, Manner()), ", ") == read


def test_a_manner_is_kept() -> None:
    """A value that is written in the place of another looks like it."""
    row = next(each for each in PAPER if each.name == "published")
    assert row.respell("26 Aug 2024", row.read("2025-09-03", None)) == "3 Sep 2025"


def test_every_attribute_is_empty_where_nothing_is_read() -> None:
    """A paper that is but a title has the attributes of one that was built so."""
    for dialect in builtin_dialects():
        for paper in parse_digest("### [A](b)\n", dialect=dialect).papers:
            assert paper == Paper("A", "b")
