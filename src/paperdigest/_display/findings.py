"""Notebook views of the dialect and the diagnostics of a text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from paperdigest._display.markup import escaped, fitting, framed
from paperdigest._display.shapes import DetectionShape, DiagnosticShape
from paperdigest._text.counts import counted

#: The most diagnostics of one view.
_MOST = 100

_NOUNS = {"error": "errors", "warning": "warnings", "info": "notes"}


def severities(diagnostics: Iterable[DiagnosticShape]) -> str:
    """Return the number of diagnostics of each severity, or "nothing found"."""
    counts = Counter(found.severity.value for found in diagnostics)
    parts = [counted(counts[each], noun) for each, noun in _NOUNS.items() if counts[each]]
    return ", ".join(parts) or "nothing found"


def diagnostics_page(diagnostics: Sequence[DiagnosticShape]) -> str:
    """Return a table of diagnostics."""
    rows = list(fitting(_row(found) for found in islice(diagnostics, _MOST)))
    table = f"<table>{''.join(rows)}</table>" if rows else ""
    left = len(diagnostics) - len(rows)
    more = f'<div class="pd-dim">and {left:,} more</div>' if left else ""
    head = f'<div class="pd-head"><b>{severities(diagnostics)}</b></div>'
    return framed([head, table, more])


def _row(found: DiagnosticShape) -> str:
    fix = ' <span class="pd-dim">(can be fixed)</span>' if found.fix else ""
    severity = found.severity.value
    return (
        f'<tr><td class="pd-dim pd-place">{found.range}</td>'
        f'<td class="pd-severity pd-{severity}">{severity}</td>'
        f"<td><code>{escaped(found.code, 80)}</code> {escaped(found.message, 500)}{fix}</td></tr>"
    )


def detection_page(detection: DetectionShape) -> str:
    """Return a view of a detection: the dialect, how sure it is, and why."""
    dialect = detection.dialect
    sure = "certain" if detection.certain else "a guess" if detection.reasons else "not recognised"
    reasons = "".join(f"<div><code>{escaped(each)}</code></div>" for each in detection.reasons[:20])
    return framed([
        f'<div class="pd-head"><b>{escaped(dialect.name, 80)}</b>'
        f'<span class="pd-dim">{sure}</span></div>',
        f"<div>{escaped(dialect.description)}</div>{reasons}",
    ])  # fmt: skip
