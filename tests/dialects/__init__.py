"""What each built-in dialect reads: a test for each fact about a family."""

from typing import Any

import attrs

from paperdigest import DialectName, Digest, Paper, detect_dialect
from tests.laws import check_text


def read(text: str, dialect: DialectName | None = None) -> Digest:
    """Parse a text as one digest, and hold it to all laws."""
    return check_text(text, dialect)


def recognised(text: str) -> str:
    """Return the name of the dialect of a text, which has to be certain."""
    found = detect_dialect(text)
    assert found.certain, found.reasons
    return found.dialect.name


def filled(paper: Paper) -> dict[str, Any]:
    """Return the values of a paper that are not empty, as plain as can be."""
    values: dict[str, Any] = {
        each.name: getattr(paper, each.name) for each in attrs.fields(Paper) if each.eq
    } | {
        "authors": list(paper.authors),
        "media": [item.url for item in paper.media],
        "sections": [(item.label, item.text) for item in paper.sections],
        "fields": [(item.label, item.value) for item in paper.fields],
        "links": [(item.label, item.url) for item in paper.links],
    }
    return {name: value for name, value in values.items() if value not in (None, [])}
