"""Try to break the laws with real digests, drawn dialects and drawn patterns, and count the tries.

    python -m fuzz.adversary [TASK...] [--count N | --full] [--seconds S] [--seed N] [--jobs N]
                             [--folder FOLDER]

Each task makes tries until it has made as many as asked for, or the time is up. With ``--full``
these are some hundred thousand of each, which take hours; ``--jobs`` shares them between processes.
Where a law is broken it goes on, and prints what was found once. Without a folder of digests the
project's examples are used. Of a long digest, most tries take a few papers that follow each other,
so that every paper of every text is as likely to be met. The tasks:

    edits        one or two edits of a digest: read back, local, every other paper keeps its bytes
    conversions  a digest in another dialect: faithful, canonical, or with a loss
    places       where each value of a digest is
    repairs      a damaged digest: checked, fixed once, and as it was where nothing is to fix
    dialects     a drawn dialect with a text of its own, and edits of that
    patterns     a drawn expression: refused, or fast on texts that make others slow
"""

import argparse
import contextlib
import math
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import attrs

from fuzz.check import check_edit, check_local_edit
from fuzz.edits import Edits
from fuzz.inputs import EXAMPLES, PIECES
from paperdigest import Dialect, Digest, Rule, dialects, parse_digest, serialize_digest
from tests import laws

#: A try: it returns what it counts, and raises where a law is broken.
Try = Callable[[], Counter[str]]

#: How an expression repeats a part.
REPEATS = ("", "", "*", "+", "?", "*+", "++", "{1,9}", "{2,}", "*?")

#: How much time of the processor an expression may take for a text of 1,000 characters, in seconds.
PATIENCE = 2.0


def read_all(folders: Sequence[Path]) -> list[str]:
    """Return the texts of all markdown files, the small ones first."""
    paths = sorted(path for folder in folders for path in folder.rglob("*.md"))
    return sorted((path.read_bytes().decode("utf-8", "replace") for path in paths), key=len)


#: A digest, with its text and its dialect.
Chosen = tuple[str, Digest, Dialect]

#: Up to so many characters, a text is taken as a whole.
SHORT = 4_000

#: How many papers of a longer one are taken.
FEW = 3

#: How many dialects are drawn of rules that are drawn once: to make a rule takes longest.
DRAWN_AT_ONCE = 100

#: From how many rules.
DRAWN_RULES = 40

#: How many others there are of each, with other rules of the same, in another order, and its text.
OTHERS = 4

#: How many edits are made in each of these dialects.
IN_DIALECT = 9

#: The laws that a dialect may break. Nobody but its author knows whether a drawn fix makes sense.
OF_DIALECTS = (
    laws.check_partition,
    laws.check_lossless,
    laws.check_tokens_of_values,
    laws.check_places,
    laws.check_diagnostics,
    laws.check_honest,
)


def digests_in(texts: Sequence[str], source: random.Random) -> Iterator[Chosen]:
    """Yield the digests of texts, again and again; of a long one mostly a part."""
    digests: dict[str, Digest] = {}
    while True:
        for text in texts:
            if text not in digests:
                digests[text] = parse_digest(text)
            digest = digests[text]
            if digest.dialect is None or not digest.papers:
                continue
            if len(text) <= SHORT or source.random() < SHORT / len(text):
                yield text, digest, digest.dialect
            elif part := part_of(digest, source):
                yield part


def part_of(digest: Digest, source: random.Random) -> Chosen | None:
    """Return some papers of a digest that follow each other, as one; ``None`` if they are none."""
    at = source.randrange(len(digest.papers))
    few = attrs.evolve(digest, papers=digest.papers[at : at + FEW])
    try:
        text = serialize_digest(few)
    except ValueError:
        return None
    part = parse_digest(text)
    return (text, part, part.dialect) if part.dialect is not None and part.papers else None


def edits(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield edits."""
    for text, digest, dialect in digests_in(texts, source):
        draw = Edits(source, text)
        for _ in range(10):
            make = source.choice((check_edit, check_local_edit))
            yield partial(_edited, make, text, digest, dialect, draw)


def _edited(
    make: Callable[[str, Digest, Dialect, Edits], str],
    text: str,
    digest: Digest,
    dialect: Dialect,
    draw: Edits,
) -> Counter[str]:
    return Counter([f"edits {make(text, digest, dialect, draw)}"])


def conversions(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield digests and dialects to write them in."""
    for _, digest, _ in digests_in(texts, source):
        for dialect in source.sample(dialects(), len(dialects())):
            for law in laws.OF_DIGESTS:
                yield partial(_converted, law, digest, dialect)


def _converted(
    law: Callable[[Digest, Dialect], object], digest: Digest, dialect: Dialect
) -> Counter[str]:
    law(digest, dialect)
    return Counter(["conversions"])


def places(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield texts, in their own dialect and in another."""
    for text, digest, dialect in digests_in(texts, source):
        yield partial(_placed, text, digest, dialect)
        other = source.choice(dialects())
        yield partial(_placed, text, parse_digest(text, dialect=other), other)


def _placed(text: str, digest: Digest, dialect: Dialect) -> Counter[str]:
    laws.check_places(text, dialect)
    laws.check_tokens_of_values(text, dialect)
    several = sum(len(getattr(paper, name)) for paper in digest.papers for name in laws.ITEMS)
    labels = sum(len(paper.sections) for paper in digest.papers)
    return Counter({"places": len(digest.papers) * (1 + len(laws.SINGLE)) + several + labels})


def repairs(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield damaged digests."""
    for text, _, dialect in digests_in(texts, source):
        for _ in range(5):
            chosen = source.choice((None, dialect))
            yield partial(_repaired, damaged(text, source), chosen)


def damaged(text: str, source: random.Random) -> str:
    """Return a text with some characters gone, doubled or others put in."""
    for _ in range(source.randrange(1, 6)):
        at = source.randrange(len(text) + 1)
        gone = source.choice((0, 0, 1, 2, 20))
        put = source.choice(
            ("", source.choice(PIECES), text[at : at + 5], source.choice("*#[]()|:-\n"))
        )
        text = text[:at] + put + text[at + gone :]
    return text


def _repaired(text: str, dialect: Dialect | None) -> Counter[str]:
    laws.check_repair(text, dialect)
    laws.check_diagnostics(text, dialect)
    laws.check_lossless(text, dialect)
    return Counter(["repairs"])


def drawn_dialects(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield runs of Hypothesis over drawn dialects."""
    while True:
        yield partial(_drawn, source.randrange(10**9))


def _drawn(number: int) -> Counter[str]:
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    from tests.grammar.test_arguments import drawn_dialect, rules
    from tests.strategies import texts_in

    found: Counter[str] = Counter()
    pool: list[Rule] = []
    few = settings(
        max_examples=DRAWN_RULES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @seed(number)
    @few
    @given(rules())
    def draw_rules(rule: Rule | None) -> None:
        if rule is not None:
            pool.append(rule)

    @seed(number)
    @settings(few, max_examples=DRAWN_AT_ONCE)
    @given(st.data())
    def draw_dialects(data: st.DataObject) -> None:
        dialect = drawn_dialect(data.draw, st.sampled_from(pool))  # type: ignore[arg-type]
        if dialect is None:
            found["dialects refused"] += 1
            return
        text = data.draw(texts_in(dialect, max_papers=2))
        source = random.Random(number + found["dialects"])
        check(dialect, text, source)
        for other in others_of(dialect, pool, source):
            check(other, text, source)

    def check(dialect: Dialect, text: str, source: random.Random) -> None:
        found["dialects"] += 1
        for law in OF_DIALECTS:
            law(text, dialect)
        digest = parse_digest(text, dialect=dialect)
        laws.check_canonical(digest, dialect)
        draw = Edits(source, text)
        for _ in range(IN_DIALECT):
            found[f"edits {check_edit(text, digest, dialect, draw)}"] += 1

    draw_rules()
    draw_dialects()
    return found


def others_of(dialect: Dialect, pool: Sequence[Rule], source: random.Random) -> Iterator[Dialect]:
    """Yield dialects with some of the rules of one, and others, in another order."""
    first, *rest = dialect.rules
    for _ in range(OTHERS):
        rules = [*rest, *source.sample(pool, source.randrange(3))]
        some = [first, *source.sample(rules, source.randint(len(rules) // 2, len(rules)))]
        with contextlib.suppress(ValueError):  # refused
            yield attrs.evolve(dialect, rules=source.sample(some, len(some)))


def patterns(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield drawn expressions."""
    while True:
        yield partial(_matched, pattern(source))


def pattern(source: random.Random, depth: int = 3) -> str:
    """Draw an expression of few characters, with all that makes one slow."""
    atoms = ("a", "b", "ab", "[ab]", ".", r"\w", "[^a]", ";", r"\s", "а")
    parts = []
    for _ in range(source.randrange(1, 4)):
        part = source.choice(atoms)
        if depth and source.random() < 0.5:
            inner = pattern(source, depth - 1)
            other = pattern(source, depth - 1)
            part = source.choice(
                (f"(?:{inner})", f"(?:{inner}|{other})", f"(?>{inner})", f"(?={inner})a")
            )
        elif len(part) > 1 and part[0] not in "[\\":
            part = f"(?:{part})"
        parts.append(part + source.choice(REPEATS))
    return "".join(parts)


def _matched(expression: str) -> Counter[str]:
    try:
        Rule("votes", pattern=f"V{expression};(?P<votes>[0-9])$")
    except ValueError:
        return Counter(["patterns refused"])
    compiled = re.compile(f"V{expression};(?P<votes>[0-9])$", re.MULTILINE)
    for unit in ("a", "b", "ab", "ba", "aab", " ", "а"):
        for end in ("", "!", ";"):
            with patience(expression):
                compiled.match("V" + unit * (1_000 // len(unit)) + end)
    return Counter(["patterns accepted"])


@contextlib.contextmanager
def patience(what: str) -> Iterator[None]:
    """Raise where something takes too long."""

    def give_up(_: int, __: FrameType | None) -> None:
        raise laws.LawBrokenError(f"slow: {what}")

    if sys.platform == "win32":  # which has no such signal
        yield
        return
    signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


TASKS: dict[str, Callable[[Sequence[str], random.Random], Iterator[Try]]] = {
    "edits": edits,
    "conversions": conversions,
    "places": places,
    "repairs": repairs,
    "dialects": drawn_dialects,
    "patterns": patterns,
}


#: How many tries a full run makes.
FULL = {
    "edits": 710_000,
    "conversions": 940_000,
    "places": 9_830_000,
    "repairs": 260_000,
    "dialects": 420_000 * IN_DIALECT,
    "patterns": 100_000,
}


class Job(NamedTuple):
    """A share of a task."""

    task: str
    folders: Sequence[Path]
    seed: int
    most: float
    seconds: float


def run(job: Job) -> tuple[Counter[str], dict[str, str]]:
    """Make tries, and return what they counted and what they found, by place."""
    texts = read_all(job.folders)
    source = random.Random(job.seed)
    source.shuffle(texts)
    tries = TASKS[job.task](texts, source)
    counted: Counter[str] = Counter()
    found: dict[str, str] = {}
    until = time.monotonic() + job.seconds
    for number in count(1):
        try:
            counted += next(tries)()
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            place = [f"{each.name}:{each.lineno}" for each in frames[-2:]]
            key = " ".join([type(error).__name__, *place, str(error).partition("\n")[0][:80]])
            if key not in found:
                found[key] = str(error)
                print(f"BROKEN at try {number}: {key}\n{str(error)[:4000]}\n", flush=True)
        if tries_of(counted) >= job.most or time.monotonic() > until:
            break
    return counted, found


def tries_of(counted: Counter[str]) -> int:
    """Return how many tries were made; to draw a dialect is none."""
    return sum(number for what, number in counted.items() if not what.startswith("dialects"))


def shared(job: Job, jobs: int) -> tuple[Counter[str], dict[str, str]]:
    """Make the tries of a job in some processes."""
    if jobs == 1:
        return run(job)
    share = job._replace(most=job.most / jobs)
    counted: Counter[str] = Counter()
    found: dict[str, str] = {}
    # Started afresh, since a copy of a process would have what this one has compiled and drawn.
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        seeds = [job.seed + 1_000_003 * number for number in range(jobs)]
        for one, other in pool.map(run, [share._replace(seed=seed) for seed in seeds]):
            counted += one
            found |= other
    return counted, found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tasks; 1 where a law is broken."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.adversary", description=__doc__)
    parser.add_argument("task", nargs="*", choices=[*TASKS, []], help="what to run; all of them")
    parser.add_argument("--count", type=int, default=10_000, help="tries of each task")
    parser.add_argument("--full", action="store_true", help="the tries of a full run")
    parser.add_argument("--seconds", type=float, help="most time of a task; 600, in full any")
    parser.add_argument("--seed", type=int, default=0, help="what draws")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes share a task")
    parser.add_argument("--folder", type=Path, action="append", help="digests, with subfolders")
    chosen = parser.parse_args(arguments)
    folders = [EXAMPLES, *(chosen.folder or [])]
    seconds = chosen.seconds or (math.inf if chosen.full else 600.0)
    broken = 0
    for task in chosen.task or TASKS:
        start = time.monotonic()
        most = FULL[task] if chosen.full else chosen.count
        counted, found = shared(Job(task, folders, chosen.seed, most, seconds), chosen.jobs)
        numbers = ", ".join(f"{number:,} {what}" for what, number in sorted(counted.items()))
        print(
            f"{task}: {numbers}; {len(found)} broken laws "
            f"({len(read_all(folders))} texts, {time.monotonic() - start:.0f} s)",
            flush=True,
        )
        broken += len(found)
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
