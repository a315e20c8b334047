"""What a paper repeats of its main link beside its values: the address, or the identifier in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from paperdigest._grammar.dialect import is_made
from paperdigest._parsing.record import own_end
from paperdigest._text.arxiv import first_arxiv_id
from paperdigest._writing.edits.located import Edit, LocatedPaper
from paperdigest._writing.pieces.splice import Span


def repeated(located: LocatedPaper, url: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits that make such text say a new link, where no other edit replaces it.

    Args:
        located: The paper.
        url: Its new main link.
        edits: The other edits.
    """
    old = located.paper.url
    if old is None:
        return
    pattern = rf"{re.escape(old)}(?!\w|[-/.?&=#]\w)"
    known, wanted = first_arxiv_id([old]), first_arxiv_id([url])
    if known is not None and wanted is not None:
        # A version is one of the old paper.
        pattern += rf"|(?<![\w.]){re.escape(known)}(?:v[0-9]+)?(?!\w)"
    says = re.compile(pattern)
    spans = sorted((start, end) for start, end, _ in edits)
    for start, end in _beside_values(located):
        for found in says.finditer(located.text, start, end):
            before = bisect_right(spans, (found.start(), len(located.text)))
            if not before or spans[before - 1][1] <= found.start():
                yield (*found.span(), url if found[0] == old else wanted or url)


def _beside_values(located: LocatedPaper) -> Iterator[Span]:
    """Yield the parts of a paper that are about no value but its main link, in order."""
    mains = located.pieces("url")
    if located.dialect.cells:
        for piece in mains:
            start, end = piece.spans["url"]
            yield piece.start, start
            yield end, piece.end
        return
    at = 0
    for piece in located.record:
        spans = [(piece.start, piece.end)]
        if piece.attribute in ("paper", "url"):
            spans = [span for name, span in piece.spans.items() if name != "label"]
        elif piece.entry.kind in ("markup", "divider"):
            spans = []
        for start, end in sorted(spans):
            yield at, start
            at = max(at, end)
    yield at, own_end(located.text, located.record, found=is_made(located.dialect))
