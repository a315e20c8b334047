"""What digests cost that are kept, sent to another process, or held on to in part."""

import gc
import pickle
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from statistics import median

import measure
import plain

from paperdigest import Digest, parse_digest

_DIGESTS = 5_000
_POOL = 2


def figures(texts: Sequence[str], rows: str, count: int) -> Iterator[measure.Figure]:
    """Yield the figures.

    Args:
        texts: Digests of the main family.
        rows: A digest of thousands of papers.
        count: How often to measure.
    """
    many = (list(texts) * (_DIGESTS // len(texts) + 1))[:_DIGESTS]
    tries = max(count // 5, 1)
    value = kept(measure.read_values, many, tries)
    yield measure.Figure("5,000 digests kept : dropped", value, 1.3)
    value = kept(parse_digest, many, tries)
    yield measure.Figure("the same, values unread : dropped", value, 1.3)
    pooled, once = pool(many, tries)
    yield measure.Figure("process pool of 2 : parse_digest once", once, 0.75)
    yield measure.Figure("the same : one process, values unread", pooled, 0.75)
    digests = [parse_digest(text) for text in texts]
    sizes = [
        len(pickle.dumps(digest)) / len(text.encode("utf-8", "surrogatepass"))
        for digest, text in zip(digests, texts, strict=True)
    ]
    yield measure.Figure("pickle of a digest : its text, in bytes", median(sizes), 1.2)
    times = measure.rounds(
        {
            "pickle": (lambda digest: pickle.loads(pickle.dumps(digest)), digests),
            "script": (plain.read, texts),
        },
        count,
    )
    value = measure.ratio(times, "pickle", "script") / plain.ONCE["daily-papers"]
    yield measure.Figure("dumps and loads : parse_digest once", value, 1.5)
    yield measure.Figure("memory of one paper kept of thousands : its row", retained(rows), 20.0)


def kept(read: Callable[[str], Digest], texts: Sequence[str], count: int) -> float:
    """Return the time of parsing digests that are all kept, by that of dropping each at once."""
    ratios: list[float] = []
    for _ in range(count):
        gc.collect()
        start = time.perf_counter()
        for text in texts:
            read(text)
        between = time.perf_counter()
        digests = [read(text) for text in texts]
        end = time.perf_counter()
        assert len(digests) == len(texts)
        del digests
        ratios.append((end - between) / (between - start))
    return median(ratios)


def pool(texts: Sequence[str], count: int) -> tuple[float, float]:
    """Return the time of a pool of two that returns the digests.

    Returns:
        By that of one process, and by what `parse_digest` once took in one, from a plain script.
    """
    ratios: list[tuple[float, float]] = []
    with ProcessPoolExecutor(_POOL) as workers:
        papers = sum(len(digest.papers) for digest in workers.map(parse_digest, texts[:50]))
        for _ in range(count):
            times = [time.perf_counter()]
            sent = sum(map(_papers, workers.map(parse_digest, texts, chunksize=50)))
            times.append(time.perf_counter())
            here = sum(map(_papers, map(parse_digest, texts)))
            times.append(time.perf_counter())
            for text in texts:
                plain.read(text)
            times.append(time.perf_counter())
            assert sent == here >= papers
            pooled, alone, script = (end - start for start, end in pairwise(times))
            ratios.append((pooled / alone, pooled / script / plain.ONCE["daily-papers"]))
    return median(each for each, _ in ratios), median(each for _, each in ratios)


def _papers(digest: Digest) -> int:
    return len(digest.papers)


def retained(text: str) -> float:
    """Return the memory that one paper of a digest keeps alive, by the size of its own row.

    A row counts as a kibibyte at least, since no object is much smaller.
    """
    parse_digest(text)  # what is made once, such as tables, belongs to no paper
    gc.collect()
    tracemalloc.start()
    paper = parse_digest(_copy(text)).papers[-1]
    gc.collect()
    sys._clear_type_cache()  # it keeps the names of some thousand calls of methods
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    rows = [row for row in text.split("\n") if paper.title in row]
    return memory / max(sys.getsizeof(rows[0]), 1024)


def _copy(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
