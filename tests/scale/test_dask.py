"""Digests on Dask, in this process; a cluster runs in the test of the recipes."""

import datetime
from pathlib import Path
from typing import Any

import dask
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from examples.dask_to_parquet import write_parquet
from paperdigest import read_digests, rows
from tests.checking.test_diagnostics import SOUND
from tests.files.conftest import write
from tests.samples import ROOT


def parquet(folder: Path, target: Path, size: int) -> Any:
    """Write the papers of a folder to Parquet as the recipe does, and read them back."""
    with dask.config.set(scheduler="synchronous"):
        write_parquet(str(folder), str(target), size)
    return pq.read_table(target)


@pytest.mark.parametrize("size", [1, 4, 100])
def test_parquet_holds_the_papers(size: int, tmp_path: Path) -> None:
    """However the files are spread, Parquet has each paper with the types of the rows."""
    found = parquet(ROOT / "examples", tmp_path, size)
    expected = rows(read_digests(ROOT / "examples"))
    assert found.num_rows == len(expected)
    assert found.schema.remove_metadata() == pa.table(expected).schema
    names = [name for name in expected.columns if name != "digest_index"]  # counts in a partition
    # Of more than ten files, the eleventh is read before the second.
    assert sorted(map(str, found.select(names).to_pylist())) == sorted(
        str({name: row[name] for name in names}) for row in expected
    )


def test_partitions_without_papers(tmp_path: Path) -> None:
    """A partition without a digest changes neither the columns nor their types."""
    for name, text in (("a.md", "# About\n"), ("b/2024-08-26.md", SOUND), ("c.md", "# About\n")):
        write(tmp_path / "files" / name, text)
    found = parquet(tmp_path / "files", tmp_path / "out", 1)
    assert found.column("date").to_pylist() == [datetime.date(2024, 8, 26)]
    assert found.schema.remove_metadata() == pa.table(rows([])).schema
