"""Tables for other libraries: the Arrow PyCapsule interface.

Polars, pyarrow, DuckDB and others take whatever has ``__arrow_c_stream__``:
https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import ModuleType

from paperdigest._protocols.extras import optional
from paperdigest._protocols.tables import Cell, Column, Row, columns_of, rows_of

#: How many rows are handed over at once.
_BATCH = 4096


def digest_stream(digest: object, cls: type, requested_schema: object = None) -> object:
    """Return the papers of one digest as a stream of Arrow, with the columns of a class."""
    return stream(rows_of([digest], cls, "paper"), columns_of(cls, "paper"), requested_schema)


def stream(rows: Iterable[Row], columns: Sequence[Column], requested_schema: object) -> object:
    """Return a capsule with a stream of Arrow.

    Args:
        rows: The rows; they are taken when the stream is read, some thousands at a time.
        columns: The columns.
        requested_schema: A capsule with the schema that the reader would like best, or ``None``.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    arrow = optional("pyarrow", "arrow", "A table in Arrow")
    schema = arrow.schema([(each.name, _type(arrow, each)) for each in columns])
    reader = arrow.RecordBatchReader.from_batches(schema, _batches(arrow, schema, rows))
    capsule: object = reader.__arrow_c_stream__(requested_schema)
    return capsule


def _type(arrow: ModuleType, column: Column) -> object:
    types = {str: arrow.string(), int: arrow.int64(), datetime.date: arrow.date32()}
    found = types[column.kind]
    return arrow.list_(found) if column.many else found


def _batches(arrow: ModuleType, schema: object, rows: Iterable[Row]) -> Iterator[object]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        try:
            yield arrow.RecordBatch.from_pylist(batch, schema=schema)
        except UnicodeEncodeError:
            raise ValueError(_surrogate_in(batch)) from None


def _surrogate_in(batch: Sequence[Row]) -> str:
    """Return the place of a cell that UTF-8 cannot encode."""
    name, row = next(
        (name, row) for row in batch for name, cell in row.items() if _has_surrogate(cell)
    )
    place = f"{name} of digest {row['digest_index']}, paper {row['paper_index']}"
    return f"{place}, holds half of a surrogate pair, which Arrow cannot hold"


def _has_surrogate(cell: Cell) -> bool:
    text = "".join(cell) if isinstance(cell, list) else str(cell)
    return any("\ud800" <= character <= "\udfff" for character in text)
