"""Watch time grow with the text: ``python benchmarks/growth.py --help``.

Each job is done at a size and at eight times that size. Linear time grows eightfold, square time
64-fold; between them lies room for a busy machine. What is suspicious is measured again, more
often, before it counts. The command ends with an error where a job grows too fast.
"""

import argparse
import datetime
import pickle
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import around
import attrs
import invented
import measure

from paperdigest import (
    Digest,
    diagnose,
    locate,
    parse_digest,
    repair,
    serialize_digest,
    tokenize,
)
from paperdigest._dialects import builtin_dialects
from paperdigest._text.dates import read_date, read_range, respell
from paperdigest._text.positions import LineIndex

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.hostile import STRANGE, TEXTS, UNITS, openings, read, use
from tests.units.test_entries import ENTRIES, written

#: How much more time a job may take at eight times the size.
LIMIT = 8 * 2.5

#: The same where each of n edits makes a new tuple of n papers. Copying the references to them is
#: quick, and little beside the rest of an edit.
SQUARES = 8 * 3.0

#: Less time than this tells nothing.
_LEAST_SECONDS = 0.001


class Job(NamedTuple):
    """What is done at two sizes.

    Attributes:
        name: What to call it.
        use: What takes the time.
        make: Makes what it is done with, of a size.
        size: The larger size.
        limit: How much more time the larger size may take.
    """

    name: str
    use: Callable[[Any], object]
    make: Callable[[int], object]
    size: int
    limit: float = LIMIT


def too_fast(job: Job) -> str | None:
    """Tell how time grew where it grew too fast."""
    items = [job.make(job.size // 8), job.make(job.size)]
    found = [0.0, 0.0]
    for tries in (1, 3, 5):
        found = measure.least(job.use, items, tries)
        if found[1] < job.limit * max(found[0], _LEAST_SECONDS):
            return None
    return f"{job.name}: {found[1] / found[0]:.0f} times as long at eight times the size"


def hostile() -> Iterator[Job]:
    """Use each hostile text in each dialect."""
    for dialect in builtin_dialects():
        for name, (make, size) in TEXTS.items():
            yield Job(f"{name}, {dialect.name}", partial(use, dialect=dialect), make, size)


def _repeated(opening: str, unit: str, size: int, *, ending: str = "") -> str:
    return opening + unit * (size // len(unit)) + ending


def units() -> Iterator[Job]:
    """Read each unit, repeated, in each dialect."""
    for dialect in builtin_dialects():
        for unit in UNITS:
            make = partial(_repeated, "", unit)
            yield Job(f"{unit!r}, {dialect.name}", partial(read, dialect=dialect), make, 64_000)


def after_openings() -> Iterator[Job]:
    """Read each unit, repeated, where each dialect expects each of its values."""
    for dialect in builtin_dialects():
        for opening in openings(dialect):
            for unit in UNITS:
                make = partial(_repeated, opening, unit)
                name = f"{opening!r} and {unit!r}, {dialect.name}"
                yield Job(name, partial(read, dialect=dialect), make, 16_000)


#: What is repeated in place of a value of an entry: names, and what a pattern could stumble over.
_IN_ENTRIES = ("Ada Byron, ", "A. B., ", "ICML 2024 ", "word ", "[a](", "*a ", "a (b) ")


def entries() -> Iterator[Job]:
    """Find the papers of lists, one of which has a long value."""
    for name, (_, entry, _, _) in ENTRIES.items():
        for key in ("title", "names", "joined", "others", "prose"):
            if f"{{{key}}}" in entry:
                for unit in _IN_ENTRIES:
                    make = partial(_entry, name, key, unit)
                    yield Job(f"{name} with {unit!r} as {key}", parse_digest, make, 500)


def _entry(name: str, key: str, unit: str, count: int) -> str:
    return written(name, **{key: f"{unit * count}zz 5"})


def drawn() -> Iterator[Job]:
    """Read some units in a row, repeated, after an opening, all of them drawn."""
    chance = random.Random(1)
    for _ in range(2_000):
        dialect = chance.choice(builtin_dialects())
        opening = chance.choice(openings(dialect))
        unit = "".join(chance.choices(UNITS, k=chance.randint(2, 3)))
        make = partial(_repeated, opening, unit)
        name = f"{opening!r} and {unit!r}, {dialect.name}"
        yield Job(name, partial(read, dialect=dialect), make, 24_000)


def _papers(count: int) -> str:
    return "## Daily Papers\n" + "\n### [A](a)\n\nVote: 1\n\nAuthors: B, C\n\n- **D**: e\n" * max(
        count, 1
    )


def _damaged(count: int) -> str:
    return "## Daily Papers\n" + "\n### [A](a)\n\nVote: 1\n\nAuthors: B\n\n- ***D*: e\n" * count


def _digest(count: int) -> Digest:
    return parse_digest(_papers(count))


def _tables(count: int) -> str:
    """Write tables of papers, each with its own header, every other one with a number first."""
    paper = "[A Study](https://arxiv.org/abs/2401.00001)"
    return "".join(
        f"| T{at} | Paper | Year |\n|--|--|--|\n| {at if at % 2 else 'x'} | {paper} | 2024 |\n\n"
        for at in range(count)
    )


def _rows(count: int) -> Digest:
    return parse_digest(invented.rows(count))


def _edited(edit: Callable[[Digest], Digest], digest: Digest) -> str:
    return serialize_digest(edit(digest))


def _moved_sections(digest: Digest) -> Digest:
    """Put all sections into the first paper."""
    sections = tuple(section for paper in digest.papers for section in paper.sections)
    return digest.replace_paper(digest.papers[0], sections=sections)


def _spread(count: int) -> Digest:
    """Return papers each of which has one more section, of the first paper, which has them all."""
    long = "".join(f"- **L{number}**: a\n" for number in range(count))
    short = "".join(f"### [B{number}](b)\n\n- **L**: a\n\n" for number in range(count))
    digest = parse_digest(f"## Daily Papers (2024-08-26)\n\n### [A](a)\n\n{long}\n{short}")
    first, *rest = digest.papers
    moved = zip(rest, first.sections, strict=True)
    papers = [paper.replace(sections=[*paper.sections, each]) for paper, each in moved]
    return digest.replace(papers=[first.replace(sections=first.sections * 2), *papers])


def _revoted(digest: Digest) -> Digest:
    papers = [attrs.evolve(each, votes=2) for each in digest.papers]
    return attrs.evolve(digest, papers=papers)


def _locate_all(text: str) -> None:
    around.locate_all(parse_digest(text))


def _locate_backwards(digest: Digest) -> None:
    for paper in reversed(digest.papers):
        locate(paper, "title")


def _positions(line: str) -> None:
    index = LineIndex(line)
    for offset in range(0, len(line), 100):
        index.position(offset)


def _dates(text: str) -> None:
    read_date(text)
    read_range(text, 2026)
    respell(text, datetime.date(2024, 8, 26))


def values() -> Iterator[Job]:
    """Write, locate, and read dates."""
    edits: dict[str, Callable[[Digest], Digest]] = {
        "votes that were all changed": _revoted,
        "titles that were all changed": around.renamed,
        "papers in another order": around.turned,
        "one paper less": around.removed,
        "one paper more": around.inserted,
        "sections moved into one paper": _moved_sections,
    }
    for name, edit in edits.items():
        yield Job(f"write {name}", partial(_edited, edit), _digest, 400)
    yield Job("write sections of one paper in others, and twice", serialize_digest, _spread, 1_000)
    yield Job("write in canonical form", partial(serialize_digest, canonical=True), _digest, 400)
    yield Job("replace each paper in turn", around.replace_each, _rows, 2_000)
    yield Job("replace and look at all of them", around.replace_at, _rows, 2_000, SQUARES)
    yield Job("pickle", lambda digest: pickle.loads(pickle.dumps(digest)), _digest, 4_000)
    yield Job("diagnose", diagnose, _papers, 2_000)
    yield Job("repair", repair, _damaged, 2_000)
    yield Job("cut into tokens", lambda text: list(tokenize(text)), _papers, 4_000)
    yield Job("locate every value", _locate_all, _papers, 4_000)
    yield Job("locate in groups", _locate_all, invented.rows, 4_000)
    yield Job("locate from the last paper on", _locate_backwards, _digest, 4_000)
    yield Job("read a text of no family", parse_digest, invented.of_no_family, 200_000)
    for name, make in STRANGE.items():
        yield Job(f"find papers among {name}", parse_digest, make, 500)
    yield Job("read tables with headers of their own", parse_digest, _tables, 2_000)
    yield Job("positions all over one line", _positions, partial(_repeated, "", "😀"), 1_000_000)
    for frame in ("{}", "August{}26, 2024", "Aug 1{}- 2", "Mon, 1 May{}", "{}x"):
        start, end = frame.split("{}")
        for unit in ("1", " ", "a", "\0", "٣", "2024-", "August ", "1 Aug ", "- "):
            make = partial(_repeated, start, unit, ending=end)
            yield Job(f"the date {frame!r} of {unit!r}", _dates, make, 1_000_000)


PARTS: Mapping[str, Callable[[], Iterator[Job]]] = {
    "values": values, "units": units, "hostile": hostile, "drawn": drawn,
    "openings": after_openings, "entries": entries,
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    listed = "; ".join(f"{name}: {part.__doc__}" for name, part in PARTS.items())
    parser.add_argument("part", nargs="*", help=f"what to do, everything if not given. {listed}")
    chosen = parser.parse_args(arguments).part or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; give {', '.join(PARTS)}")
    failed = 0
    for name in chosen:
        count = bad = 0
        for job in PARTS[name]():
            count += 1
            told = too_fast(job)
            if told:
                bad += 1
                print(told, flush=True)
        print(f"{name}: {count} jobs, {bad} grow faster than the text", flush=True)
        failed += bad
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
