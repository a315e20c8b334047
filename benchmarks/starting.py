"""What the first use costs: the import, the first text, and a text of no family."""

from collections.abc import Iterator

import invented
import measure
import plain

from paperdigest import Digest

# The package imports its parts when they are first used: this one brings all that parsing needs.
_USE = "from paperdigest import parse_digest"
_BASE = "import attrs, regex"


def figures(text: str, count: int) -> Iterator[measure.Figure]:
    """Yield the figures.

    Args:
        text: A digest of the main family.
        count: How often to measure.
    """
    value = measure.import_ratio(_USE, _BASE, count)
    yield measure.Figure(f"{_USE} : {_BASE}", value, 1.15)
    value = measure.fresh_ratio((_USE, _parse(text)), ("", _USE), count)
    yield measure.Figure("first parse : import", value, 0.25)
    # Each of them is new, since what is found in a text is kept for the next time.
    strange = [invented.of_no_family(len(text), seed) for seed in range(20 * (count + 1))]
    value = first_parse(strange[0], count) / plain.ONCE["first parse"]
    yield measure.Figure("first parse, no family : first parse once", value, 3.0)
    jobs: dict[str, measure.Job] = {
        "strange": (_read_next, [iter(strange)] * 20),
        "script": (plain.read, [text] * 20),
    }
    value = measure.ratio(measure.rounds(jobs, count), "strange", "script")
    value /= plain.ONCE["daily-papers"]
    yield measure.Figure("parse_digest, no family : once, same length", value, 3.0)


def first_parse(text: str, count: int) -> float:
    """Return the time of the first parse, by that of importing what it needs."""
    return measure.fresh_ratio((_USE, _parse(text)), ("", _BASE), count)


def _read_next(texts: Iterator[str]) -> Digest:
    return measure.read_values(next(texts))


def _parse(text: str) -> str:
    return f"parse_digest({text!r})"
