"""Digests as tables: the columns, which follow from the attributes, and the rows."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias, cast, get_args

import attrs

from paperdigest._protocols.attributes import Attribute, attributes_of

#: The kinds of items that make a row.
Per: TypeAlias = Literal["paper", "section", "field", "author", "link", "media"]

Cell: TypeAlias = str | int | datetime.date | list[str] | None
Row: TypeAlias = dict[str, Cell]

PER: tuple[Per, ...] = get_args(Per)

#: The attributes of a paper whose items have rows of their own.
_ITEMS = {
    "section": "sections",
    "field": "fields",
    "author": "authors",
    "link": "links",
    "media": "media",
}

#: The columns that rows of items have for their paper.
_PAPER_OF_ITEM = ("title", "url", "arxiv_id")


@attrs.frozen
class Column:
    """One column of a table.

    Attributes:
        name: Its name.
        kind: The type of its cells, or of each item in them: ``str``, ``int`` or ``datetime.date``.
        many: Whether its cells are lists.
    """

    name: str
    kind: type
    many: bool = False


@attrs.frozen
class _Part:
    """The columns that follow from one class: the index of a value, and its attributes."""

    index: Column
    columns: tuple[tuple[str, Column], ...]

    def cells(self, value: object, index: int) -> Row:
        """Return the cells of one value."""
        row: Row = {self.index.name: index}
        for attribute, column in self.columns:
            held: object = getattr(value, attribute) if attribute else value
            row[column.name] = cast(
                Cell, list(cast("tuple[str, ...]", held)) if column.many else held
            )
        return row

    def __iter__(self) -> Iterator[Column]:
        yield self.index
        for _, column in self.columns:
            yield column


def columns_of(cls: type, per: Per) -> tuple[Column, ...]:
    """Return the columns of a table of digests, in order.

    Args:
        cls: The class of the digests.
        per: The kind of item that makes a row.
    """
    return tuple(column for part in _parts(cls, per) for column in part)


def rows_of(digests: Iterable[object], cls: type, per: Per) -> Iterator[Row]:
    """Yield the rows of a table of digests, one after the other.

    Args:
        digests: The digests.
        cls: The class of the digests.
        per: The kind of item that makes a row.
    """
    of_digest, of_paper, *of_item = _parts(cls, per)
    for at, digest in enumerate(digests):
        head = of_digest.cells(digest, at)
        papers = cast("Sequence[object]", getattr(digest, "papers"))  # noqa: B009
        for index, paper in enumerate(papers):
            row = head | of_paper.cells(paper, index)
            if not of_item:
                yield row
                continue
            for number, item in enumerate(getattr(paper, _ITEMS[per])):
                yield row | of_item[0].cells(item, number)


# There is one class of digests; the cache holds an entry for each kind of row.
@lru_cache(maxsize=16)
def _parts(cls: type, per: Per) -> tuple[_Part, ...]:
    digest = attributes_of(cls)
    (papers,) = (each for each in digest if each.name == "papers")
    paper = attributes_of(papers.kind)
    names = {"title": "digest_title"}
    of_digest = _part("digest", digest, names)
    if per == "paper":
        of_paper = _part("paper", paper, {})
        summary = ("summary", Column("summary", str))
        return of_digest, attrs.evolve(of_paper, columns=(*of_paper.columns, summary))
    of_paper = _part("paper", [each for each in paper if each.name in _PAPER_OF_ITEM], {})
    (items,) = (each for each in paper if each.name == _ITEMS[per])
    if not items.of_values:
        return of_digest, of_paper, _Part(_index(per), (("", Column(per, items.kind)),))
    attributes = attributes_of(items.kind)
    of_item = _part(per, attributes, {each.name: f"{per}_{each.name}" for each in attributes})
    return of_digest, of_paper, of_item


def _part(what: str, attributes: Sequence[Attribute], names: dict[str, str]) -> _Part:
    columns = [
        (each.name, Column(names.get(each.name, each.name), each.kind, each.many))
        for each in attributes
        if not each.of_values
    ]
    return _Part(_index(what), tuple(columns))


def _index(what: str) -> Column:
    return Column(f"{what}_index", int)
