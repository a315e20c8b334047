"""The dialect of a text of no family, found by what repeats in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import Dialect
from paperdigest._text.counts import counted
from paperdigest._text.shown import shown
from paperdigest._units.rules.table import nothing, shape_of, table_for
from paperdigest._units.search.choice import choose
from paperdigest._units.search.html_rows import with_rows
from paperdigest._units.search.lines import Line, is_restructured, lines_of
from paperdigest._units.search.page import OF_GROUPS, Page, page_of
from paperdigest._units.search.rows import tables_in, titles_among


class Found(NamedTuple):
    """What was found in a text.

    Attributes:
        dialect: The rules that read it; where nothing in it gives papers, its title and date alone.
        papers: Whether anything gives papers.
        score: How sure that is, from 0 to 1.
        reason: What speaks for it, or what is missing.
    """

    dialect: Dialect
    papers: bool
    score: float
    reason: str


_SHOWN = re.compile(r"[^\n]")
_RESTRUCTURED = "the text is reStructuredText; convert it to markdown"


def find(normalized: str, hidden: Sequence[tuple[int, int]] = ()) -> Found:
    """Return the dialect of a text.

    Args:
        normalized: The text with plain line endings.
        hidden: The spans of code and comments.
    """
    visible = _without(normalized, hidden)
    if is_restructured(normalized):
        return Found(nothing(page_of(visible, len(visible))), False, 0.0, _RESTRUCTURED)
    lines = lines_of(normalized, hidden)
    found = tables_in(normalized)
    tables, count = found.rows, found.total
    if found.open:  # rows without bars around them look like paragraphs
        starts = [start for start, _ in found.open]
        at = (bisect_right(starts, line.start) - 1 for line in lines)
        lines = [
            line
            for line, place in zip(lines, at, strict=True)
            if place < 0 or line.start >= found.open[place][1]
        ]
    choice = choose(normalized, with_rows(normalized, lines))
    if tables and choice.units:
        heads = [(line.start, line.end) for line in choice.lines]
        if titles_among(found.titles, normalized, heads):
            tables = ()
        elif 4 * count < len(heads):
            tables = tuple(each for each in tables if each.sure)
        elif count > len(heads) and choice.lines[0].level and _are_over_rows(choice.lines, lines):
            choice = choice._replace(units=())
    first = choice.lines[0] if choice.units else None
    starts_at = min(first.start if first else len(visible), found.start if tables else len(visible))
    page = _page_above(visible, starts_at)
    if first and normalized.count("\n", 0, first.start) == page.above and page.heading:
        # The first heading is a paper's.
        above = page_of(visible[: first.start], first.start)
        page = above._replace(days=page.days, titled=False)
    if not choice.units and not tables:
        return Found(nothing(page), False, choice.score, choice.reason)
    if tables and not choice.units:
        choice = choice._replace(
            score=1.0,
            reason=f"{counted(count, 'papers')} in rows, such as {shown(found.titles[0])}",
        )
    shape = shape_of(normalized, page, choice, lines, tables)
    return Found(table_for(shape), True, choice.score, choice.reason)


def _page_above(text: str, start: int) -> Page:
    """Return where a text gives its title and date, above its first paper.

    Args:
        text: The text, with blanks in place of what is hidden.
        start: Where its first paper starts.
    """
    page = page_of(text, start)
    if page.heading in OF_GROUPS and not page.dated and start < len(text):
        at = _start_of_line(text, page.above)
        if _is_of_group(text, at, start, page.heading):
            return page_of(text[:at], at)._replace(days=page.days)
    return page


def _start_of_line(text: str, number: int) -> int:
    """Return where the line with a number starts, counted from 0."""
    at = 0
    for _ in range(number):
        at = text.index("\n", at) + 1
    return at


def _is_of_group(text: str, at: int, start: int, mark: str) -> bool:
    """Return whether the first heading of a text is that of a group.

    Papers are right below it, and it is not the only heading of its level over some.

    Args:
        text: The text.
        at: Where the heading starts.
        start: Where its first paper starts.
        mark: Its mark.
    """
    end = text.find("\n", at)
    if end < 0 or text[end:start].strip() or text.startswith(f"{mark} ", start):
        return False
    return text.find(f"\n{mark} ", start) >= 0


def _without(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    """Return a text with blanks in place of what is hidden, but for line endings."""
    pieces: list[str] = []
    at = 0
    for start, end in hidden:
        pieces += [text[at:start], _SHOWN.sub(" ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _are_over_rows(heads: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Return whether rows of tables are below most of some headings, within their chapters."""
    level = max(head.level for head in heads)
    rows = [line.start for line in lines if line.mark == "|"]
    ends = [line.start for line in lines if 0 < line.level <= level]
    over = 0
    for head in heads:
        after = bisect_right(ends, head.start)
        end = ends[after] if after < len(ends) else lines[-1].end
        over += bisect_right(rows, head.start) < bisect_right(rows, end)
    return 2 * over >= len(heads)
