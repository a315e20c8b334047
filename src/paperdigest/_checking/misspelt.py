"""Diagnostics about labels and URLs that look mistyped, and so were not parsed as what they are."""

import re
from collections.abc import Sequence

from paperdigest._checking.report import Report
from paperdigest._grammar.expected import Expected
from paperdigest._model.values import Paper
from paperdigest._parsing.readers import Note
from paperdigest._parsing.record import Piece
from paperdigest._text.closest import MISTYPED, close_to
from paperdigest._text.shown import shown

#: How URLs of the web start.
WEB = ("https://", "http://")

_SCHEME = re.compile(r"([A-Za-z]{3,7})(?::/{0,3}|//)")


def check_fields(report: Report, expected: Expected, paper: Paper, record: Sequence[Note]) -> None:
    """Look for fields that may be values that the paper lacks, with a typing mistake in the label.

    Args:
        report: Collects the diagnostics.
        expected: The expectations of the dialect.
        paper: The paper.
        record: Its pieces.
    """
    if not paper.fields:
        return
    lacks = {
        label: attribute
        for label, attribute in expected.value_labels.items()
        if getattr(paper, attribute.name) == attribute.empty
    }
    if not lacks:
        return
    for note in record:
        if note[0] != "field":
            continue
        spans = Piece(*note).spans
        span = spans.get("label", (0, 0))
        found = report.text[slice(*span)]
        label = close_to(found, lacks, MISTYPED)
        if label is None:
            continue
        attribute = lacks[label]
        if attribute.read(report.text[slice(*spans["value"])], ", ") != attribute.empty:
            message = f"{shown(found)} is parsed as a field; did you mean {shown(label)}?"
            report.add("misspelt-label", span, message)


def check_scheme(report: Report, piece: Piece) -> None:
    """Check whether a URL starts almost as one of the web does.

    Args:
        report: Collects the diagnostics.
        piece: The piece that has the URL.
    """
    span = piece.spans["url"]
    url = report.text[slice(*span)]
    found = _SCHEME.match(url)
    if found is None or found[0].lower() in WEB:
        return
    if near := close_to(found[1], ("https", "http"), MISTYPED):
        meant = f"{near}://{url[found.end() :]}"
        message = f"{shown(url)} is not a URL of the web; did you mean {shown(meant)}?"
        report.add("misspelt-url", span, message)
