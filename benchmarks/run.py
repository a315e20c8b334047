"""Measure `paperdigest` beside other libraries: ``python benchmarks/run.py --help``.

Absolute times say little, so every figure is a ratio of times taken by turns in one process. The
texts are real digests where there is a folder of them, else the project's own examples, repeated.
"""

import argparse
import json
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import measure
import peers
import plain

from paperdigest import detect_dialect, parse_digest, serialize_digest, tokenize

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
MAIN = "daily-papers"
C, RUST = "cmarkgfm (C)", "pyromark (Rust)"
C_TABLES = "cmarkgfm with tables (C)"  # without, it takes the rows of a table for a paragraph
COMPILED = (C, C_TABLES, RUST)

#: How often the examples are repeated where there is no corpus.
_REPEATS = 60

#: How many characters are read at least, so that a folder of one text is not measured cold.
_LEAST = 500_000

#: Pieces that are repeated into texts that are hard for careless readers.
HOSTILE = {
    "brackets": "[" * 200,
    "links without end": "### [a](" * 25,
    "nested links": "](" * 100,
    "stars": "- **" * 50,
    "quotes in a list": "Authors: ['a\n" * 20,
    "headings": "### A\n" * 40,
    "empty lines": "\n" * 200,
    "rows": "| (Read more " * 20,
    "one line": "word " * 40,
    "digits": "Vote: " + "9" * 200,
}


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


def texts_of(folder: str, corpus: Path | None) -> list[str]:
    """Return the digests of a family, those of a corpus if it has some."""
    listed = None if corpus is None else corpus / folder / "expected.jsonl"
    if listed is not None and listed.exists():
        lines = listed.read_text(encoding="utf-8").splitlines()
        return [_read(listed.parent / json.loads(line)["file"]) for line in lines]
    examples = [_read(path) for path in sorted((ROOT / "examples").glob("*.md"))]
    return [text for text in examples if detect_dialect(text).dialect.name == folder] * _REPEATS


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def links_of(texts: Sequence[str]) -> Iterator[list[str]]:
    """Return the papers' main links of each text."""
    return ([p.url for p in parse_digest(text).papers if p.url] for text in texts)


def speed(corpus: Path | None, count: int, found: dict[str, peers.Peer]) -> Iterator[Figure]:
    """Measure reading and cutting of the main family beside every peer."""
    texts = texts_of(MAIN, corpus)
    jobs: dict[str, measure.Job] = {
        "parse": (parse_digest, texts),
        "tokenize": (lambda text: list(tokenize(text)), texts),
        "plain": (plain.read, texts),
    }
    for peer in found.values():
        peer.check(texts, links_of(texts))
    compiled = {name: (found[name].parse, texts) for name in COMPILED if name in found}
    pure = {name: (peer.parse, texts) for name, peer in found.items() if name not in COMPILED}
    times = measure.rounds(jobs | compiled, count)
    for name in compiled:
        yield Figure(f"parse_digest : {name}", measure.ratio(times, "parse", name), 1.0)
    for name, job in pure.items():
        few = measure.rounds({"parse": jobs["parse"], name: job}, max(count // 3, 1))
        yield Figure(f"{name} : parse_digest", measure.ratio(few, name, "parse"), 20.0, least=True)
    yield Figure("parse_digest : plain re script", measure.ratio(times, "parse", "plain"), 3.5)
    if C in compiled:
        yield Figure(f"list(tokenize) : {C}", measure.ratio(times, "tokenize", C), 1.5)


def writing(corpus: Path | None, count: int) -> Iterator[Figure]:
    """Measure writing what was read, as it is and with one title changed in each digest."""
    texts = texts_of(MAIN, corpus)
    digests = [parse_digest(text) for text in texts]
    edited = [each.replace(each.papers[0], title="Changed") for each in digests if each.papers]
    times = measure.rounds(
        {
            "parse": (parse_digest, texts),
            "unedited": (serialize_digest, digests),
            "edited": (serialize_digest, edited),
        },
        count,
    )
    for name, limit in (("unedited", 0.15), ("edited", 0.3)):
        value = measure.ratio(times, name, "parse")
        yield Figure(f"serialize_digest, {name} : parse_digest", value, limit)


def families(corpus: Path | None, count: int, found: Sequence[peers.Peer]) -> Iterator[Figure]:
    """Measure reading of the other families beside some peers."""
    for folder in ("daily-ai-papers", "daily-arxiv", "gpt-paper-assistant", "seed"):
        texts = texts_of(folder, corpus)
        if not texts:
            continue
        texts *= -(-_LEAST // sum(map(len, texts)))
        jobs: dict[str, measure.Job] = {"parse": (parse_digest, texts)}
        for peer in found:
            peer.check(texts, links_of(texts))
            jobs[peer.name] = (peer.parse, texts)
        times = measure.rounds(jobs, count * 3)
        for peer in found:
            value = measure.ratio(times, "parse", peer.name)
            yield Figure(f"parse_digest : {peer.name}, {folder}", value, 1.5)


def growths(corpus: Path | None, count: int) -> Iterator[Figure]:
    """Measure how time grows as a text is doubled three times."""
    texts = {"digests joined": "\n".join(texts_of(MAIN, corpus))}
    texts |= {name: piece * 200 for name, piece in HOSTILE.items()}
    for name, text in texts.items():
        value = measure.growth(parse_digest, text, count)
        yield Figure(f"time for 2n : time for n, {name}", value, 2.3)


def figures(corpus: Path | None, count: int) -> Iterator[Figure]:
    """Yield every figure as soon as it is measured."""
    found = peers.available()
    yield from speed(corpus, count, found)
    yield from writing(corpus, count)
    if C in found:
        yield from families(corpus, count, [found[C], found[C_TABLES]])
    value = measure.memory(parse_digest, texts_of(MAIN, corpus))
    yield Figure("memory of the values : memory of the texts", value, 2.5)
    yield from growths(corpus, max(count // 3, 1))
    value = measure.import_ratio("import paperdigest", "import attrs, regex", count)
    yield Figure("import paperdigest : import attrs, regex", value, 1.25)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--corpus",
        type=Path,
        default=CORPUS if CORPUS.is_dir() else None,
        help="a folder with a folder of digests for each family",
    )
    parser.add_argument("--rounds", type=int, default=15, help="how often to measure")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw the speeds as bars")
    chosen = parser.parse_args(arguments)
    source = "digests of the corpus" if chosen.corpus else "the project's own examples, repeated"
    print(f"Python {platform.python_version()}, {source}\n")
    print(f"{'figure':<56}{'limit':>8}{'value':>8}  reached")
    found: list[Figure] = []
    for figure in figures(chosen.corpus, chosen.rounds):
        print(figure, flush=True)
        found.append(figure)
    missing = set(COMPILED) - set(peers.available())
    if missing:
        print(f"\nNot installed, so not measured: {', '.join(sorted(missing))} (extra: bench)")
    if chosen.json:
        rows = [each._asdict() | {"reached": each.reached} for each in found]
        chosen.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    if chosen.picture:
        import picture

        picture.draw({each.name: each.value for each in found}, chosen.picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
