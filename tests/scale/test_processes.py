"""Digests in a pool of processes."""

import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from paperdigest import Digest, detect_dialect, parse_digest, read_digest, serialize_digest
from tests.samples import EXAMPLES, ROOT, each_example

PATHS = sorted((ROOT / "examples").glob("*.md"))


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Two processes that share nothing with this one."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as found:
        yield found


def edited(digest: Digest) -> Digest:
    """Change one title, in another process."""
    return digest.replace_paper(digest.papers[0], title="Another title")


def test_a_pool_reads_what_one_process_reads(pool: ProcessPoolExecutor) -> None:
    """What comes back from a pool is equal, and still has its text."""
    texts = [path.read_bytes().decode() for path in PATHS]
    found = list(pool.map(read_digest, PATHS, chunksize=3))
    assert found == [read_digest(path) for path in PATHS]
    assert list(map(serialize_digest, found)) == texts


def test_an_edit_in_a_pool_stays_local(pool: ProcessPoolExecutor) -> None:
    """A digest that was edited in another process is written as one that was edited here."""
    digests = [read_digest(path) for path in PATHS]
    there = list(pool.map(edited, digests))
    assert there == list(map(edited, digests))
    assert [serialize_digest(each) for each in there] == [
        serialize_digest(edited(each)) for each in digests
    ]


def test_errors_come_back(pool: ProcessPoolExecutor, tmp_path: Path) -> None:
    """An error that is raised in a pool comes out here with its file."""
    (tmp_path / "a.md").write_bytes(b"\xff")
    with pytest.raises(OSError, match="it is not UTF-8") as caught:
        pool.submit(read_digest, tmp_path / "a.md").result()
    assert caught.value.filename == str(tmp_path / "a.md")


@each_example
def test_pickles_are_small(text: str) -> None:
    """The pickle of a digest is about its text, that of a paper about its part of it.

    A dialect that was made for a text goes with each, as what distinguishes it from others.
    """
    digest = parse_digest(text)
    size = len(text.encode())
    made = len(pickle.dumps(digest.dialect)) if detect_dialect(text).guessed else 0
    assert made < 600
    assert len(pickle.dumps(digest)) < size + 600 + made
    assert sum(len(pickle.dumps(paper)) for paper in digest.papers) < size + (250 + made) * len(
        digest.papers
    )


def test_a_pickle_does_not_grow_with_its_neighbours() -> None:
    """The pickle of a paper is the same size in a text of three papers and of three hundred."""
    head, *papers = EXAMPLES["daily-papers"].split("\n### ")
    few = parse_digest("\n### ".join([head, *papers[:3]]))
    many = parse_digest("\n### ".join([head, *papers[:3] * 100]))
    assert len(pickle.dumps(many.papers[1])) < 1.1 * len(pickle.dumps(few.papers[1])) + 100
