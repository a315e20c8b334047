"""Try to break the laws with real digests, drawn dialects and drawn patterns, and count the tries.

    python -m fuzz.adversary [TASK...] [--count N] [--seconds S] [--seed N] [--folder FOLDER]

Each task makes tries until it has made as many as asked for, or the time is up. Where a law is
broken it goes on, and prints what was found once. Without a folder of digests the project's
examples are used. The tasks:

    edits        one or two edits of a digest: read back, local, every other paper keeps its bytes
    conversions  a digest in another dialect: faithful, canonical, or with a loss
    places       where each value of a digest is
    repairs      a damaged digest: checked, fixed once, and as it was where nothing is to fix
    dialects     a drawn dialect with a text of its own, and edits of that
    patterns     a drawn expression: refused, or fast on texts that make others slow
"""

import argparse
import contextlib
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType

from fuzz.check import check_edit, check_local_edit
from fuzz.edits import Edits
from fuzz.inputs import EXAMPLES, PIECES
from paperdigest import Dialect, Digest, Rule, dialects, parse_digest
from tests import laws

#: A try: it returns what it counts, and raises where a law is broken.
Try = Callable[[], Counter[str]]

#: How an expression repeats a part.
REPEATS = ("", "", "*", "+", "?", "*+", "++", "{1,9}", "{2,}", "*?")

#: How long an expression may take for a text of 1,000 characters or so, in seconds.
PATIENCE = 2.0


def read_all(folders: Sequence[Path]) -> list[str]:
    """Return the texts of all markdown files, the small ones first."""
    paths = sorted(path for folder in folders for path in folder.rglob("*.md"))
    return sorted((path.read_bytes().decode("utf-8", "replace") for path in paths), key=len)


def digests_in(texts: Sequence[str]) -> Iterator[tuple[str, Digest, Dialect]]:
    """Yield the digests of texts, again and again, with their dialects."""
    while True:
        for text in texts:
            digest = parse_digest(text)
            if digest.dialect is not None and digest.papers:
                yield text, digest, digest.dialect


def edits(texts: Sequence[str], source: random.Random) -> Iterator[Try]:
    """Yield edits, more of a short text than of a long one."""
    for text, digest, dialect in digests_in(texts):
        draw = Edits(source, text)
        for _ in range(max(2, min(20, 400_000 // len(text)))):
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
    for _, digest, _ in digests_in(texts):
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
    for text, digest, dialect in digests_in(texts):
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
    for text, _, dialect in digests_in(texts):
        for _ in range(max(1, min(20, 100_000 // len(text)))):
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

    from tests.grammar.test_arguments import drawn_dialect
    from tests.strategies import texts_in

    found: Counter[str] = Counter()

    @seed(number)
    @settings(
        max_examples=10,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        dialect = drawn_dialect(data.draw)  # type: ignore[arg-type]
        if dialect is None:
            found["dialects refused"] += 1
            return
        found["dialects"] += 1
        text = data.draw(texts_in(dialect, max_papers=2))
        for law in laws.OF_TEXTS:
            # Nobody but its author knows whether a drawn fix makes sense.
            if law is not laws.check_repair:
                law(text, dialect)
        digest = parse_digest(text, dialect=dialect)
        laws.check_canonical(digest, dialect)
        draw = Edits(random.Random(number), text)
        for _ in range(8):
            found[f"edits {check_edit(text, digest, dialect, draw)}"] += 1

    run()
    return found


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
        parts.append(
            part + source.choice(("", "", "*", "+", "?", "*+", "++", "{1,9}", "{2,}", "*?"))
        )
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
    signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


TASKS: dict[str, Callable[[Sequence[str], random.Random], Iterator[Try]]] = {
    "edits": edits,
    "conversions": conversions,
    "places": places,
    "repairs": repairs,
    "dialects": drawn_dialects,
    "patterns": patterns,
}


def run(tries: Iterator[Try], most: int, seconds: float) -> tuple[Counter[str], dict[str, str]]:
    """Make tries, and return what they counted and what they found, by place."""
    counted: Counter[str] = Counter()
    found: dict[str, str] = {}
    until = time.monotonic() + seconds
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
        if sum(counted.values()) >= most or time.monotonic() > until:
            break
    return counted, found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tasks; 1 where a law is broken."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.adversary", description=__doc__)
    parser.add_argument("task", nargs="*", choices=[*TASKS, []], help="what to run; all of them")
    parser.add_argument("--count", type=int, default=10_000, help="tries of each task")
    parser.add_argument("--seconds", type=float, default=600.0, help="most time for each task")
    parser.add_argument("--seed", type=int, default=0, help="what draws")
    parser.add_argument("--folder", type=Path, action="append", help="digests, with subfolders")
    chosen = parser.parse_args(arguments)
    texts = read_all([EXAMPLES, *(chosen.folder or [])])
    broken = 0
    for task in chosen.task or TASKS:
        start = time.monotonic()
        tries = TASKS[task](texts, random.Random(chosen.seed))
        counted, found = run(tries, chosen.count, chosen.seconds)
        numbers = ", ".join(f"{number:,} {what}" for what, number in sorted(counted.items()))
        seconds = time.monotonic() - start
        print(
            f"{task}: {numbers}; {len(found)} broken laws ({len(texts)} texts, {seconds:.0f} s)",
            flush=True,
        )
        broken += len(found)
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
