"""Measuring: ratios of times taken side by side, of memory, and of time as the text grows."""

import gc
import os
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import paperdigest
from paperdigest import Digest, parse_digest

#: A function and what to call it with, one by one; what it gives is dropped at once.
Job = tuple[Callable[[Any], object], Sequence[Any]]


class Figure(NamedTuple):
    """What was measured.

    Attributes:
        name: What is compared.
        value: The ratio.
        limit: What it is to reach.
        least: Whether the limit is the least it may be, and not the most.
    """

    name: str
    value: float
    limit: float
    least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the limit is kept."""
        return self.value >= self.limit if self.least else self.value <= self.limit

    def __str__(self) -> str:
        limit = f"{'>=' if self.least else '<='} {self.limit:g}"
        return f"{self.name:<56}{limit:>8}{self.value:>8.2f}  {'yes' if self.reached else 'no'}"


def read_values(text: str) -> Digest:
    """Parse a text, and look at all of its papers, which read their values only then."""
    digest = parse_digest(text)
    for paper in digest.papers:
        assert paper.title is not None
    return digest


def seconds(job: Job) -> float:
    """Return the processor time that a job takes; it does not pay for the garbage of another one.

    Other processes that keep the machine busy count for less there than on the clock.
    """
    function, items = job
    gc.collect()
    start = time.process_time()
    for item in items:
        function(item)
    return time.process_time() - start


def rounds(jobs: Mapping[str, Job], count: int) -> list[dict[str, float]]:
    """Return the times of jobs, all of them in every round, so that noise meets them alike."""
    for job in jobs.values():
        seconds(job)
    return [{name: seconds(job) for name, job in jobs.items()} for _ in range(count)]


def ratio(times: Iterable[Mapping[str, float]], name: str, other: str) -> float:
    """Return the median ratio of two jobs within a round."""
    return statistics.median(each[name] / each[other] for each in times)


def least(use: Callable[[Any], object], items: Sequence[Any], count: int) -> list[float]:
    """Return for each item the least time of several.

    The cyclic garbage collector rests, as in `timeit`: its full passes come in jumps, as the number
    of all objects of the process grows.
    """
    best = [float("inf")] * len(items)
    gc.disable()
    try:
        for _ in range(count):
            for index, each in enumerate(items):
                best[index] = min(best[index], seconds((use, [each])))
    finally:
        gc.enable()
    return best


def growth(read: Callable[[str], object], text: str, count: int) -> float:
    """Return the largest ratio of times where a text is doubled three times."""
    best = least(read, [text * factor for factor in (1, 2, 4, 8)], count)
    return max(after / before for before, after in pairwise(best))


def memory(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the memory of what is read from texts, by that of the texts, which nobody else keeps.

    Where what was read keeps its text, that counts too.
    """
    read(texts[0])  # what is made once, such as tables, belongs to no text
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    gc.collect()
    tracemalloc.start()
    values = [read(each.decode("utf-8", "surrogatepass")) for each in encoded]
    gc.collect()
    of_values = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(values) == len(texts)
    return of_values / sum(map(sys.getsizeof, texts))


def import_ratio(statement: str, other: str, count: int) -> float:
    """Return the median ratio of processor times of two imports, in fresh interpreters by turns."""
    return fresh_ratio(("", statement), ("", other), count)


def fresh_ratio(one: tuple[str, str], other: tuple[str, str], count: int) -> float:
    """Return the median ratio of processor times of two statements, each in fresh interpreters.

    Args:
        one: What is run before, and the statement that is measured.
        other: The same for the statement that it is measured by.
        count: How often to measure.
    """
    _fresh_time(*one)  # compiles what was changed since, as an installer does
    return statistics.median(_fresh_time(*one) / _fresh_time(*other) for _ in range(count))


def _fresh_time(before: str, statement: str) -> float:
    code = "\n".join((
        "import sys, time; sys.path.insert(0, sys.argv[1])",
        before,
        "start = time.process_time()",
        statement,
        "print(time.process_time() - start)",
    ))  # fmt: skip
    command = [sys.executable, "-c", code, str(Path(paperdigest.__file__).parents[1])]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout)
