"""Text that follows from the papers: laws about other text look past it."""

import re

from paperdigest import Dialect
from paperdigest._model.source import normalize
from paperdigest._parsing.scanner import blocks


def unnumbered(text: str, dialect: Dialect) -> str:
    """Return a text without the numbers of its papers."""
    kept: list[str] = []
    at = 0
    for block in blocks(dialect, normalize(text)):
        for name in ("n", "anchor"):
            number = block.entry.groups.get(name) if block.kind == "paper" else None
            if number is not None and block.head.start(number) >= 0:
                kept.append(text[at : block.head.start(number)])
                at = block.head.end(number)
    return "".join([*kept, text[at:]])


def unlisted(text: str, dialect: Dialect) -> str:
    """Return a text without its table of contents and its totals."""
    normalized = normalize(text)
    papers = (block.start for block in blocks(dialect, normalized) if block.kind == "paper")
    end = next(papers, len(text))
    at, kept = 0, list[str]()
    spans = [
        match.span()
        for pattern in (dialect.contents, dialect.totals)
        if pattern
        for match in re.finditer(rf"\s*(?:{pattern})", normalized[:end], re.MULTILINE)
    ]
    for start, stop in sorted(spans):
        kept.append(text[at:start])
        at = stop
    return "".join([*kept, text[at:]])


def plain(text: str, dialect: Dialect) -> str:
    """Return a text without all that follows from its papers."""
    return unlisted(unnumbered(text, dialect), dialect)
