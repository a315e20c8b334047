"""Overviews for a terminal: plain text, safe to print."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from paperdigest._display.shapes import DigestShape, PaperShape
from paperdigest._text.counts import counted

_AUTHORS = 3

#: Characters that hide or reorder other text. Joiners stay: emoji and many scripts need them.
UNSAFE = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


class Styled(NamedTuple):
    """A piece of a line, with the name of its style."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """A line of an overview, with the indent of what follows where it is wrapped."""

    pieces: Sequence[Styled]
    indent: int = 0

    def __str__(self) -> str:
        """Return the line without styles, with control characters as escapes."""
        return _plain(self.pieces)


def digest_lines(digest: DigestShape, papers: Sequence[PaperShape] | None = None) -> Iterator[Line]:
    """Yield the lines that show a digest to a person.

    Args:
        digest: The digest.
        papers: The papers of it to show; all by default.
    """
    papers = digest.papers if papers is None else papers
    title = [Styled(digest.title, "strong"), Styled(" · ")] if digest.title else []
    days = " to ".join(str(day) for day in (digest.date, digest.end_date) if day) or "no date"
    total = counted(len(digest.papers), "papers")
    if len(papers) < len(digest.papers):
        total = f"{len(papers)} of {total}"
    yield Line([*title, Styled(f"{days} · {total}")], 2)
    known = [str(paper.votes) for paper in papers if paper.votes is not None]
    width = max(map(len, known), default=0)
    for paper in papers:
        yield Line([])
        yield from _paper_lines(paper, width)


def _paper_lines(paper: PaperShape, width: int) -> Iterator[Line]:
    """Yield two lines that show a paper, with the votes, if any, in a column of that width."""
    votes = "-" if paper.votes is None else str(paper.votes)
    margin = f"  {votes:>{width}}  " if width else "  "
    indent = len(margin)
    yield Line([Styled(margin, "number"), _title(paper)], indent)
    yield Line([Styled(" " * indent), *_facts(paper)], indent)


def paper_overview(paper: PaperShape) -> str:
    """Return a paper as ``str`` and ``print`` show it."""
    votes = "" if paper.votes is None else f"{counted(paper.votes, 'votes')} · "
    return f"{_plain([_title(paper)])}\n  {votes}{_plain(_facts(paper))}"


def _title(paper: PaperShape) -> Styled:
    return Styled(paper.title, "strong") if paper.title else Styled("(no title)", "faint")


def _facts(paper: PaperShape) -> Iterator[Styled]:
    """Yield the identifier or link, and the authors if any are known."""
    yield Styled(paper.arxiv_id or paper.url or "no link", "info")
    if paper.authors:
        yield Styled(f" · {shortened(paper.authors)}")


def _plain(pieces: Iterable[Styled]) -> str:
    return "".join(printable(piece.text) for piece in pieces)


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
