"""What surrounds parsing: tokens, places, diagnostics, repairs, edits, canonical writing."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import attrs
import invented
import measure
import plain

from paperdigest import (
    Digest,
    Media,
    Paper,
    Section,
    Token,
    diagnose,
    locate,
    parse_digest,
    repair,
    serialize_digest,
    tokenize,
)

_MAIN = "daily-papers"
_PAPERS = 9_000

_Edit = Callable[[Digest], Digest]
_NAMES = [
    "arxiv_id",
    *(each.name for each in attrs.fields(Paper) if not each.name.startswith("_")),
]


def figures(texts: Sequence[str], count: int) -> Iterator[measure.Figure]:
    """Yield the figures.

    Args:
        texts: Digests of the main family.
        count: How often to measure.
    """
    yield from _reading(texts, count)
    yield from _writing(texts, count)
    yield measure.Figure("memory kept by locate : memory of the texts", kept_places(texts), 0.01)
    for name, function in (("", replace_each), (", each taken from the last digest", replace_at)):
        value = replaced(function, _PAPERS, max(count // 5, 1))
        yield measure.Figure(f"9,000 papers replaced one by one : 900{name}", value, 13.0)


def _by_once(
    jobs: dict[str, tuple[measure.Job, float]], texts: Sequence[str], count: int, unit: float
) -> Iterator[measure.Figure]:
    """Measure jobs by what `parse_digest` once took for the texts, taking the plain script's time.

    Args:
        jobs: Each with its limit.
        texts: What the script reads.
        count: How often to measure.
        unit: The time of `parse_digest` by that of the script.
    """
    every: dict[str, measure.Job] = {name: job for name, (job, _) in jobs.items()}
    times = measure.rounds(every | {"script": (plain.read, texts)}, count)
    for name, (_, limit) in jobs.items():
        yield measure.Figure(name, measure.ratio(times, name, "script") / unit, limit)


def _reading(texts: Sequence[str], count: int) -> Iterator[measure.Figure]:
    jobs: dict[str, tuple[measure.Job, float]] = {
        "list(tokenize) : parse_digest once": ((_tokens, texts), 1.25),
        "diagnose : parse_digest once": ((diagnose, texts), 3.0),
        "repair : parse_digest once": ((repair, texts), 3.0),
        "parse, and locate every value : parse_digest once": ((_located, texts), 3.0),
    }
    yield from _by_once(jobs, texts, count, plain.ONCE[_MAIN])


def _tokens(text: str) -> list[Token]:
    return list(tokenize(text))


def _located(text: str) -> None:
    locate_all(parse_digest(text))


def locate_all(digest: Digest) -> int:
    """Locate every value of every paper, down to each author and the text of each section.

    Returns:
        How many places were found.
    """
    found = 0
    name: Any
    for paper in digest.papers:
        for name in _NAMES:
            value = getattr(paper, name)
            if name == "sections":
                for section in paper.sections:
                    found += locate(section, "label") is not None
                    found += locate(section, "text") is not None
            elif isinstance(value, tuple):
                for index in range(len(value)):
                    found += locate(paper, name, index) is not None
            elif value is not None:
                found += locate(paper, name) is not None
    return found


def kept_places(texts: Sequence[str]) -> float:
    """Return the memory that locating every value leaves behind, by the memory of the texts."""
    digests = [parse_digest(text) for text in texts]
    # The values are read when they are first looked at; what is made once belongs to no text.
    for digest in digests:
        hash(digest)
    locate_all(digests[0])
    gc.collect()
    tracemalloc.start()
    for digest in digests:
        locate_all(digest)
    gc.collect()
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return memory / sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def _writing(texts: Sequence[str], count: int) -> Iterator[measure.Figure]:
    digests = [parse_digest(text) for text in texts]
    edits: dict[str, tuple[_Edit, float]] = {
        "a paper removed": (removed, 1.2),
        "a paper inserted": (inserted, 1.2),
        "papers reversed": (turned, 1.2),
        "all titles changed": (renamed, 2.0),
    }
    jobs: dict[str, tuple[measure.Job, float]] = {
        f"{name}, written : parse_digest once": ((partial(_written, edit), digests), limit)
        for name, (edit, limit) in edits.items()
    }
    jobs["canonical writing : parse_digest once"] = ((_canonical, digests), 3.0)
    yield from _by_once(jobs, texts, count, plain.ONCE[_MAIN])
    lone = [serialize_digest(alone(digest)) for digest in digests if digest.papers]
    digests = [parse_digest(text) for text in lone]
    single: dict[str, _Edit] = {"votes": voted, "title": retitled, "section": resaid}
    jobs = {
        f"{name} edited, written : parse_digest of that paper once": (
            (partial(_written, edit), digests),
            2.5,
        )
        for name, edit in single.items()
    }
    yield from _by_once(jobs, lone, count, plain.ONCE["one paper"])


def _written(edit: _Edit, digest: Digest) -> str:
    return serialize_digest(edit(digest))


def _canonical(digest: Digest) -> str:
    return serialize_digest(digest, canonical=True)


_NEW = Paper(
    "A paper that was built by hand",
    url="https://example.org/by-hand",
    votes=3,
    authors=("Ada Lovelace", "Alan Turing"),
    media=(Media("image", "https://example.org/by-hand.png", ""),),
    sections=(Section("What's New", "Something."), Section("Performance Highlights", "Much.")),
)


def removed(digest: Digest) -> Digest:
    """Return a digest without the paper in its middle."""
    return digest.remove(digest.papers[len(digest.papers) // 2]) if digest.papers else digest


def inserted(digest: Digest) -> Digest:
    """Return a digest with a paper more in its middle."""
    return digest.insert(len(digest.papers) // 2, _NEW)


def turned(digest: Digest) -> Digest:
    """Return a digest whose last paper comes first."""
    return attrs.evolve(digest, papers=digest.papers[::-1])


def renamed(digest: Digest) -> Digest:
    """Return a digest in which every title is another one."""
    papers = tuple(attrs.evolve(paper, title=f"{paper.title} 2") for paper in digest.papers)
    return attrs.evolve(digest, papers=papers)


def alone(digest: Digest) -> Digest:
    """Return a digest with its first paper only."""
    return attrs.evolve(digest, papers=digest.papers[:1])


def voted(digest: Digest) -> Digest:
    """Return a digest whose first paper has other votes."""
    return digest.replace_paper(digest.papers[0], votes=(digest.papers[0].votes or 0) + 1)


def retitled(digest: Digest) -> Digest:
    """Return a digest whose first paper has another title."""
    return digest.replace_paper(digest.papers[0], title=f"{digest.papers[0].title} 2")


def resaid(digest: Digest) -> Digest:
    """Return a digest whose first paper has another text in its last section."""
    paper = digest.papers[0]
    if not paper.sections:
        return retitled(digest)
    last = paper.sections[-1]
    changed = (*paper.sections[:-1], attrs.evolve(last, text=f"{last.text} More."))
    return digest.replace_paper(paper, sections=changed)


def replaced(function: _Edit, count: int, tries: int) -> float:
    """Return the time of replacing so many papers one by one, by that of a tenth of them."""
    digests = [parse_digest(invented.rows(number)) for number in (count // 10, count)]
    small, large = measure.least(function, digests, tries)
    return large / small


def replace_each(digest: Digest) -> Digest:
    """Replace each paper of a digest, one after another."""
    for votes, paper in enumerate(digest.papers):
        digest = digest.replace_paper(paper, votes=votes)
    return digest


def replace_at(digest: Digest) -> Digest:
    """Do the same, looking at the papers of each digest, so that they are made a tuple again."""
    for index in range(len(digest.papers)):
        digest = digest.replace_paper(digest.papers[index], votes=index)
    return digest
