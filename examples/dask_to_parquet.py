"""Write the papers of all digests in a folder to Parquet, on a cluster of two processes.

python examples/dask_to_parquet.py FOLDER TARGET
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import dask.bag
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster

from paperdigest import Rows, read_digests, rows


def rows_in(paths: Iterable[str]) -> Rows:
    """Return the rows of a partition of the files."""
    return rows(read_digests(paths, digests_only=True))


def write_parquet(folder: str, target: str, partition_size: int = 100) -> None:
    """Write a file of Parquet for each partition of the files."""
    paths = sorted(map(str, Path(folder).rglob("*.md")))
    nothing = rows([])  # has the columns with their types
    files = dask.bag.from_sequence(paths, partition_size=partition_size)
    frame = files.map_partitions(rows_in).to_dataframe(
        meta=pd.DataFrame(nothing, columns=nothing.columns)
    )
    frame.to_parquet(target, schema=pa.table(nothing).schema, write_index=False)


def main(folder: str, target: str) -> None:
    """Write the papers, read them back and count them."""
    workers = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with workers as cluster, Client(cluster):
        write_parquet(folder, target)
    print(pq.read_table(target).num_rows, "papers")


if __name__ == "__main__":
    main(*sys.argv[1:])
