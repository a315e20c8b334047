"""Text that follows from the papers: laws about other text look past it."""

import re

from paperdigest import Dialect
from paperdigest._model.source import normalize
from paperdigest._parsing.scanner import blocks
from paperdigest._writing.pieces.numbers import numbers_of


def unnumbered(text: str, dialect: Dialect) -> str:
    """Return a text, or that of one paper, without the numbers of its papers."""
    normalized = normalize(text)
    papers = [block for block in blocks(dialect, normalized) if block.kind == "paper"]
    heads = [(block.entry, block.head) for block in papers]
    if first := dialect._compiled.block_head.regex.match(normalized):
        # At the top of a text it may be a heading of a digest.
        heads.insert(0, (dialect._compiled.block_head.entry(first), first))
    kept: list[str] = []
    at = 0
    for entry, head in heads:
        for start, end in numbers_of(dialect, entry, head):
            if start >= at:
                kept.append(text[at:start])
                at = end
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
