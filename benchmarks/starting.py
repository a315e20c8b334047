"""What the first use costs: the import, the first text, and a text of no family."""

from collections.abc import Iterator

import invented
import measure

from paperdigest import parse_digest

_USE = "import paperdigest"


def figures(text: str, count: int) -> Iterator[measure.Figure]:
    """Yield the figures.

    Args:
        text: A digest of the main family.
        count: How often to measure.
    """
    value = measure.import_ratio(_USE, "import attrs, regex", count)
    yield measure.Figure("import paperdigest : import attrs, regex", value, 1.15)
    value = measure.fresh_ratio((_USE, _parse(text)), ("", _USE), count)
    yield measure.Figure("first parse : import", value, 0.25)
    strange = invented.of_no_family(len(text))
    value = measure.fresh_ratio((_USE, _parse(strange)), (_USE, _parse(text)), count)
    yield measure.Figure("first parse, no family : first parse", value, 3.0)
    jobs: dict[str, measure.Job] = {
        "strange": (parse_digest, [strange] * 20),
        "known": (parse_digest, [text] * 20),
    }
    value = measure.ratio(measure.rounds(jobs, count), "strange", "known")
    yield measure.Figure("parse_digest, no family : of a family, same length", value, 3.0)


def _parse(text: str) -> str:
    return f"paperdigest.parse_digest({text!r})"
