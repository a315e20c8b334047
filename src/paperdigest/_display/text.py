"""Overviews for a terminal: plain text, safe to print."""

import re
from collections.abc import Iterable, Iterator

from paperdigest._display.shapes import DigestShape, PaperShape
from paperdigest._text.counts import counted

_AUTHORS = 3

#: Characters that hide or reorder other text. Joiners stay: emoji and many scripts need them.
UNSAFE = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


def digest_lines(digest: DigestShape) -> Iterator[str]:
    """Yield the lines that show a digest to a person."""
    yield " · ".join(digest_facts(digest))
    known = [str(paper.votes) for paper in digest.papers if paper.votes is not None]
    width = max(map(len, known), default=0)
    for paper in digest.papers:
        yield ""
        yield from paper_lines(paper, width)


def digest_facts(digest: DigestShape) -> Iterator[str]:
    """Yield the title if there is one, the days, and the number of papers."""
    if digest.title:
        yield printable(digest.title)
    yield " to ".join(str(day) for day in (digest.date, digest.end_date) if day) or "no date"
    yield counted(len(digest.papers), "papers")


def paper_lines(paper: PaperShape, width: int = 0) -> Iterator[str]:
    """Yield two lines that show a paper to a person.

    Args:
        paper: The paper.
        width: The width of the column of votes, or 0 if there is no such column.
    """
    votes = "-" if paper.votes is None else str(paper.votes)
    margin = f"  {votes:>{width}}  " if width else "  "
    yield margin + shown_title(paper)
    yield " " * len(margin) + " · ".join(_facts(paper))


def paper_overview(paper: PaperShape) -> str:
    """Return a paper as ``str`` and ``print`` show it."""
    votes = [] if paper.votes is None else [counted(paper.votes, "votes")]
    return f"{shown_title(paper)}\n  {' · '.join([*votes, *_facts(paper)])}"


def shown_title(paper: PaperShape) -> str:
    """Return the title in one safe line, or a placeholder."""
    return printable(paper.title) or "(no title)"


def _facts(paper: PaperShape) -> Iterator[str]:
    """Yield the identifier or link, and the authors if any are known."""
    yield printable(paper.arxiv_id or paper.url or "no link")
    if paper.authors:
        yield printable(shortened(paper.authors))


def shortened(names: Iterable[str]) -> str:
    """Name the first few and count the rest.

    Example:
        >>> shortened(["Ada", "Alan", "Grace", "Edsger", "Barbara"])
        'Ada, Alan, Grace and 2 more'
    """
    every = list(names)
    if len(every) <= _AUTHORS + 1:
        return ", ".join(every)
    return f"{', '.join(every[:_AUTHORS])} and {len(every) - _AUTHORS} more"


def printable(text: str) -> str:
    r"""Return a text with control characters as escapes.

    Example:
        >>> print(printable("\x1b[31mred"))
        \x1b[31mred
    """
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
