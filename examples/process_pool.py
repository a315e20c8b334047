"""Count the votes of all papers in a folder, with a process for each processor.

python examples/process_pool.py FOLDER
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from paperdigest import read_digest


def votes_in(path: Path) -> Counter[str]:
    """Return the votes of the papers in a file, by title."""
    return Counter({paper.title: paper.votes or 0 for paper in read_digest(path).papers})


def votes_of(paths: Iterable[Path]) -> Iterator[Counter[str]]:
    """Yield the votes in each of many files."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(votes_in, paths, chunksize=16)


def main(folder: str) -> None:
    """Print the three papers with most votes."""
    votes: Counter[str] = Counter()
    for found in votes_of(sorted(Path(folder).rglob("*.md"))):
        votes.update(found)
    for title, count in votes.most_common(3):
        print(count, title)


if __name__ == "__main__":
    main(*sys.argv[1:])
