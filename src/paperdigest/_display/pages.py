"""Notebook views of digests, papers and sections."""

import html
from collections.abc import Iterator, Sequence
from itertools import islice

from paperdigest._display.markup import (
    cut,
    escaped,
    escaped_lines,
    fitting,
    framed,
    linked,
    safe_url,
)
from paperdigest._display.shapes import DigestShape, MediaShape, PaperShape, SectionShape
from paperdigest._display.text import shortened
from paperdigest._text.counts import counted

#: The most papers of one view, and per paper the most links and fields, sections, and code points
#: in all of its sections.
_PAPERS, _FACTS, _SECTIONS, _TEXT = 50, 12, 40, 5_000


def digest_page(digest: DigestShape, start: int = 0) -> str:
    """Return a view of a digest, from one of its papers on.

    Args:
        digest: The digest.
        start: The index of the first paper to show.
    """
    papers = [_paper(paper) for paper in islice(digest.papers, start, start + _PAPERS)]
    shown = list(fitting(papers))
    return framed([_heading(digest), *shown, *_rest(digest, start, start + len(shown))])


def paper_page(paper: PaperShape) -> str:
    """Return a view of a paper, with its sections unfolded."""
    return framed([_paper(paper, " open")])


def section_page(section: SectionShape) -> str:
    """Return a view of a section, unfolded."""
    return framed([_sections([section], " open")])


def _heading(digest: DigestShape) -> str:
    days = " to ".join(str(day) for day in (digest.date, digest.end_date) if day) or "no date"
    count = f"{len(digest.papers):,} {'paper' if len(digest.papers) == 1 else 'papers'}"
    return (
        f'<div class="pd-head"><b>{escaped(digest.title or "(no title)")}</b>'
        f'<span class="pd-dim">{days}</span><span class="pd-dim">{count}</span></div>'
    )


def _rest(digest: DigestShape, start: int, end: int) -> Iterator[str]:
    """Yield a line that says which papers are shown and how to see the others, if there are any."""
    count = len(digest.papers)
    if start == 0 and end == count:
        return
    which = f"Papers {start + 1:,} to {end:,} of {count:,}." if start < end else "No papers here."
    more = f" <code>digest.view({end})</code> shows the next ones." if end < count else ""
    yield f'<div class="pd-dim pd-head"><span>{which}{more}</span></div>'


def _paper(paper: PaperShape, unfolded: str = "") -> str:
    title = linked(escaped(paper.title or "(no title)"), paper.url, css="pd-title")
    facts = "".join(f"<span>{fact}</span>" for fact in _facts(paper))
    return (
        f'<div class="pd-paper">{_thumbnail(paper)}<div class="pd-body"><div>{title}</div>'
        f'<div class="pd-dim pd-facts">{facts}</div>'
        f"{_sections(paper.sections, unfolded) if paper.sections else ''}</div></div>"
    )


def _thumbnail(paper: PaperShape) -> str:
    """Return the first image, small; it is the one thing that a view loads."""
    for item in paper.media:
        address = safe_url(item.url) if item.kind == "image" else None
        if address is not None:
            return (
                f'<div class="pd-thumb"><img src="{html.escape(address)}" '
                f'alt="{escaped(item.alt, 80)}" loading="lazy" referrerpolicy="no-referrer"></div>'
            )
    return ""


def _facts(paper: PaperShape) -> Iterator[str]:
    """Yield the values of a paper besides its title, as HTML."""
    if paper.votes is not None:
        yield f'<span class="pd-tag" title="{counted(paper.votes, "votes")}">▲ {paper.votes}</span>'
    if paper.authors:
        every = escaped(", ".join(paper.authors), 1_500)
        yield f'<span title="{every}">{escaped(shortened(paper.authors))}</span>'
    if paper.arxiv_id:
        yield linked(escaped(paper.arxiv_id), f"https://arxiv.org/abs/{paper.arxiv_id}")
    if paper.category:
        yield f'<span class="pd-tag">{escaped(paper.category, 80)}</span>'
    if paper.published:
        yield f'<span title="published">{paper.published}</span>'
    for link in paper.links[:_FACTS]:
        yield linked(escaped(link.label or "link", 80), link.url)
    for item in islice(_videos(paper), _FACTS):
        yield linked("video", item.url)
    for field in paper.fields[:_FACTS]:
        yield f"{escaped(field.label, 80)}: {escaped(field.value, 120)}"


def _videos(paper: PaperShape) -> Iterator[MediaShape]:
    return (item for item in paper.media if item.kind == "video")


def _sections(sections: Sequence[SectionShape], unfolded: str) -> str:
    """Return sections in one fold, which their labels head."""
    labels = [section.label for section in sections if section.label]
    head = " · ".join(labels) or counted(len(sections), "sections")
    left = _TEXT
    pieces: list[str] = []
    for section in sections[:_SECTIONS]:
        if left <= 0:
            break
        text = cut(section.text, left)
        left -= len(text)
        label = f"<b>{escaped(section.label, 120)}</b> " if section.label else ""
        pieces.append(f'<div class="pd-text">{label}{escaped_lines(text)}</div>')
    if len(pieces) < len(sections):
        more = counted(len(sections) - len(pieces), "sections")
        pieces.append(f'<div class="pd-dim">and {more} more</div>')
    body = "".join(pieces)
    return f"<details{unfolded}><summary>{escaped(head, 120)}</summary>{body}</details>"
