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

import around
import invented
import keeping
import measure
import once
import peers
import plain
import starting

from paperdigest import detect_dialect, parse_digest, serialize_digest

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
MAIN = "daily-papers"
C, RUST, EVENTS = "cmarkgfm (C)", "pyromark (Rust)", "pyromark events (Rust)"
C_TABLES = "cmarkgfm with tables (C)"  # without, it takes the rows of a table for a paragraph
COMPILED = (C, C_TABLES, RUST, EVENTS)

#: How long parsing may take at most by the compiled peers, for each family.
FAMILIES = {
    MAIN: {C: 0.75, EVENTS: 1.0, RUST: 2.4},
    "gpt-paper-assistant": {C: 0.6, EVENTS: 1.0},
    "daily-arxiv": {C: 0.75, EVENTS: 1.2},
    "daily-ai-papers": {C: 1.5, C_TABLES: 0.75},
    "seed": {C: 0.75, EVENTS: 1.0},
}

#: How often the examples are repeated if there is no corpus.
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


def speed(
    corpus: Path | None, count: int, found: dict[str, peers.Peer]
) -> Iterator[measure.Figure]:
    """Measure parsing of the families beside every peer, and tokens of the main one."""
    for folder, limits in FAMILIES.items():
        texts = texts_of(folder, corpus)
        if not texts:
            continue
        texts *= -(-_LEAST // sum(map(len, texts)))
        jobs: dict[str, measure.Job] = {
            "parse": (measure.read_values, texts),
            "unread": (parse_digest, texts),
        }
        for name in limits.keys() & found.keys():
            found[name].check(texts, links_of(texts))
            jobs[name] = (found[name].timed, texts)
        times = measure.rounds(jobs, count)
        for name, limit in limits.items():
            if name in jobs:
                value = measure.ratio(times, "parse", name)
                yield measure.Figure(f"parse_digest : {name}, {folder}", value, limit)
                value = measure.ratio(times, "unread", name)
                yield measure.Figure(f"the same, values unread : {name}, {folder}", value, limit)


def pure(corpus: Path | None, count: int, found: dict[str, peers.Peer]) -> Iterator[measure.Figure]:
    """Measure parsing of the main family beside the peers in Python."""
    texts = texts_of(MAIN, corpus)
    for name, peer in found.items():
        if name in COMPILED:
            continue
        peer.check(texts, links_of(texts))
        jobs: dict[str, measure.Job] = {
            "parse": (measure.read_values, texts),
            name: (peer.timed, texts),
        }
        value = measure.ratio(measure.rounds(jobs, max(count // 3, 1)), name, "parse")
        yield measure.Figure(f"{name} : parse_digest", value, 20.0, least=True)


def measure_once(folder: Path, corpus: Path | None, count: int) -> None:
    """Measure what figures count from with another version of the package, on this machine."""
    main = texts_of(MAIN, corpus)
    digests = [parse_digest(text) for text in main]
    texts = {
        MAIN: main,
        "one paper": [serialize_digest(around.alone(each)) for each in digests if each.papers],
        "papers-of-the-week": [invented.weeks()],
        "cv-arxiv-daily": [invented.rows()],
        once.FIRST: main[:1],
    }
    plain.ONCE |= once.measured(folder, texts, count)
    shown = ", ".join(f"{name} {value:.2f}" for name, value in plain.ONCE.items())
    print(f"Once, by the plain scripts: {shown}\n")


def yardsticks(corpus: Path | None, count: int) -> Iterator[measure.Figure]:
    """Measure by plain scripts, and so by what `parse_digest` took before it was made faster."""
    families: list[tuple[str, list[str], float]] = [
        (MAIN, texts_of(MAIN, corpus), 1.0),
        ("papers-of-the-week", [invented.weeks()], 0.5),
        ("cv-arxiv-daily", [invented.rows()], 0.85),
    ]
    for family, texts, limit in families:
        jobs: dict[str, measure.Job] = {
            "read": (measure.read_values, texts),
            "unread": (parse_digest, texts),
            "script": (plain.SCRIPTS[family], texts),
        }
        times = measure.rounds(jobs, count)
        value = measure.ratio(times, "read", "script") / plain.ONCE[family]
        yield measure.Figure(f"parse_digest : parse_digest once, {family}", value, limit)
        value = measure.ratio(times, "unread", "script") / plain.ONCE[family]
        yield measure.Figure(f"the same, values unread : {family}", value, limit)


def writing(corpus: Path | None, count: int) -> Iterator[measure.Figure]:
    """Measure writing what was parsed, as it is."""
    texts = texts_of(MAIN, corpus)
    digests = [parse_digest(text) for text in texts]
    jobs: dict[str, measure.Job] = {
        "script": (plain.read, texts),
        "unedited": (serialize_digest, digests),
    }
    value = measure.ratio(measure.rounds(jobs, count), "unedited", "script") / plain.ONCE[MAIN]
    yield measure.Figure("serialize_digest, unedited : parse_digest once", value, 0.15)


def growths(corpus: Path | None, count: int) -> Iterator[measure.Figure]:
    """Measure how time grows as a text is doubled three times."""
    texts = {"digests joined": "\n".join(texts_of(MAIN, corpus))}
    texts |= {name: piece * 200 for name, piece in HOSTILE.items()}
    for name, text in texts.items():
        value = measure.growth(parse_digest, text, count)
        yield measure.Figure(f"time for 2n : time for n, {name}", value, 2.3)


def figures(corpus: Path | None, count: int) -> Iterator[measure.Figure]:
    """Yield every figure as soon as it is measured."""
    found = peers.available()
    yield from speed(corpus, count, found)
    yield from pure(corpus, count, found)
    yield from yardsticks(corpus, count)
    yield from writing(corpus, count)
    yield from around.figures(texts_of(MAIN, corpus), count)
    yield from keeping.figures(texts_of(MAIN, corpus), invented.rows(), count)
    # Before values were parsed on first access, a digest and its text took 2.6 times the text.
    value = measure.memory(measure.read_values, texts_of(MAIN, corpus))
    yield measure.Figure("memory of digests with all values : their texts", value, 2.6)
    value = measure.memory(parse_digest, texts_of(MAIN, corpus))
    yield measure.Figure("the same, values unread : their texts", value, 2.6)
    yield from growths(corpus, max(count // 3, 1))
    yield from starting.figures(texts_of(MAIN, corpus)[0], count)


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
    parser.add_argument(
        "--once",
        type=Path,
        metavar="FOLDER",
        help="the package of the version that some figures count from, to measure it here too",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw the speeds as bars")
    chosen = parser.parse_args(arguments)
    source = "digests of the corpus" if chosen.corpus else "the project's own examples, repeated"
    print(f"Python {platform.python_version()}, {source}\n")
    if chosen.once:
        measure_once(chosen.once, chosen.corpus, chosen.rounds)
    print(f"{'figure':<56}{'limit':>8}{'value':>8}  reached")
    found: list[measure.Figure] = []
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

        values = {each.name: each.value for each in found}
        picture.draw(values, peers.available().keys(), chosen.picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
