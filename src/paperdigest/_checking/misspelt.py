"""Diagnostics about labels and URLs that look mistyped, and so were not read as what they are."""

import re

from paperdigest._checking.report import Report
from paperdigest._grammar.expected import Expected
from paperdigest._grammar.schema import VALUES
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece
from paperdigest._text.closest import MISTYPED, close_to
from paperdigest._text.shown import shown

#: How URLs of the web start.
WEB = ("https://", "http://")

_SCHEME = re.compile(r"([A-Za-z]{3,7})(?::/{0,3}|//)")


def check_field(report: Report, expected: Expected, paper: Paper, field: Piece) -> None:
    """Look whether a field is a value that the paper lacks, with a letter wrong in its label.

    Args:
        report: Collects the diagnostics.
        expected: The expectations of the dialect.
        paper: The paper.
        field: The piece of the field.
    """
    span = field.spans.get("label", (0, 0))
    label = report.text[slice(*span)]
    known = {each.casefold(): each for each in expected.value_labels}
    near = close_to(label.casefold(), known, MISTYPED)
    if near is None:
        return
    attribute = VALUES[expected.value_labels[known[near]]]
    value = attribute.read(report.text[slice(*field.spans["value"])], ", ")
    if getattr(paper, attribute.name) == attribute.empty != value:
        message = f"{shown(label)} is parsed as a field; did you mean {shown(known[near])}?"
        report.add("misspelt-label", span, message)


def check_scheme(report: Report, piece: Piece) -> None:
    """Look whether a URL starts almost as one of the web does.

    Args:
        report: Collects the diagnostics.
        piece: The piece that has the URL.
    """
    span = piece.spans["url"]
    url = report.text[slice(*span)]
    found = _SCHEME.match(url)
    if found is None or found[0].lower() in WEB:
        return
    if near := close_to(found[1].lower(), ("https", "http"), MISTYPED):
        meant = f"{near}://{url[found.end() :]}"
        message = f"{shown(url)} is not a URL of the web; did you mean {shown(meant)}?"
        report.add("misspelt-url", span, message)
