"""Diagnostics about the text between the pieces of a paper."""

import re

from paperdigest._checking.report import Report, Span
from paperdigest._grammar.expected import Expected
from paperdigest._parsing.scanner import strip_span
from paperdigest._text.shown import shown

OPEN_LINK = re.compile(r"\]\([^\s()]*+$|\]https?://[^\s()]*+", re.MULTILINE)


def check_gap(report: Report, expected: Expected, normalized: str, code: str, gap: Span) -> None:
    """Check the text in a gap, apart from separators.

    Args:
        report: Collects the diagnostics.
        expected: The expectations of the dialect.
        normalized: The text with plain line endings.
        code: The code to report: ``stray-text`` before the first section, else ``unknown-line``.
        gap: The start and end of the gap.
    """
    span = stray_span(expected, normalized, *gap)
    if span is None:
        return
    link = OPEN_LINK.search(normalized, *span) if code == "stray-text" else None
    if link:
        line = normalized.rfind("\n", span[0], link.start()) + 1
        span = strip_span(normalized, line or span[0], link.end())
        message = f"{shown(normalized[slice(*span)])} is not a link; write [text](URL)"
        report.add("unclosed-link", span, message)
        return
    found = shown(normalized[slice(*span)])
    if code == "stray-text":
        message = f"{found} is not part of any value; make it a section, or remove it"
    else:
        message = f"{found} is kept, but is not part of any value"
    report.add(code, span, message)


def stray_span(expected: Expected, normalized: str, start: int, end: int) -> Span | None:
    """Return the text in a gap without the separators around it."""
    first = last = -1
    at = start
    while at < end:
        line_end = normalized.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if not expected.separates(normalized, at, line_end):
            first = at if first < 0 else first
            last = line_end
        at = line_end + 1
    span = strip_span(normalized, first, last) if first >= 0 else (0, 0)
    return None if span[0] == span[1] else span
