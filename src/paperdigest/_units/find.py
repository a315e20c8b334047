"""The dialect of a text of an unknown layout, found by what repeats in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import Dialect
from paperdigest._text.counts import counted
from paperdigest._text.shown import shown
from paperdigest._units.rules.table import nothing, shape_of, table_for
from paperdigest._units.search.above import start_of_line_above
from paperdigest._units.search.choice import Choice, choose
from paperdigest._units.search.columns import Rows
from paperdigest._units.search.html_rows import with_rows
from paperdigest._units.search.lines import Line, is_restructured, lines_of
from paperdigest._units.search.page import Page, page_above, page_of
from paperdigest._units.search.rows import Tables, tables_in, titles_among


class Found(NamedTuple):
    """What was found in a text.

    Attributes:
        dialect: The rules that parse it. Without papers, they parse its title and date alone.
        papers: Whether it has papers.
        score: How sure that is, from 0 to 1.
        reason: What was found, or what is missing.
        page: Where the title and the date are.
    """

    dialect: Dialect
    papers: bool
    score: float
    reason: str
    page: Page


_SHOWN = re.compile(r"[^\n]")
_RESTRUCTURED = "the text is reStructuredText; convert it to markdown"


def find(normalized: str, hidden: Sequence[tuple[int, int]] = ()) -> Found:
    """Return the dialect of a text.

    Args:
        normalized: The text with plain line endings.
        hidden: The spans of code and comments.
    """
    text = _without(normalized, hidden)
    if is_restructured(text):
        page = page_of(text, len(text))
        return Found(nothing(page), False, 0.0, _RESTRUCTURED, page)
    tables = tables_in(text)
    lines = _outside(tables.open, lines_of(text))
    choice = choose(text, with_rows(text, lines))
    rows, choice = _settled(text, lines, tables, choice)
    first = choice.lines[0].start if choice.units else len(text)
    if choice.units and choice.units[0].right_above:
        first = start_of_line_above(text, first)
    page = page_above(text, min(first, tables.start if rows else len(text)))
    if choice.units and text.count("\n", 0, first) == page.above and page.heading:
        # The first heading is a paper's.
        page = page_of(text[:first], first)._replace(days=page.days, titled=False)
    if not choice.units and not rows:
        return Found(nothing(page), False, choice.score, choice.reason, page)
    shape = shape_of(text, page, choice, lines, rows)
    return Found(table_for(shape), True, choice.score, choice.reason, page)


def _outside(spans: Sequence[tuple[int, int]], lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out the rows of open tables, which have no bars around them and look like paragraphs."""
    if not spans:
        return lines
    starts = [start for start, _ in spans]
    places = (bisect_right(starts, line.start) - 1 for line in lines)
    return [
        line
        for line, place in zip(lines, places, strict=True)
        if place < 0 or line.start >= spans[place][1]
    ]


def _settled(
    text: str, lines: Sequence[Line], tables: Tables, choice: Choice
) -> tuple[Sequence[Rows], Choice]:
    """Decide between rows of tables and other lines, if both may be papers.

    Returns:
        The tables whose rows are papers, and the choice of other lines.
    """
    rows, heads = tables.rows, choice.lines
    if not rows:
        return (), choice
    if choice.units:
        if titles_among(tables.titles, text, [(head.start, head.end) for head in heads]):
            return (), choice  # the tables are an index of the papers below
        if 4 * tables.total < len(heads):
            return [each for each in rows if each.sure], choice
        if tables.total <= len(heads) or not (heads[0].level and _are_over_rows(heads, lines)):
            return rows, choice
    reason = f"{counted(tables.total, 'papers')} in rows, such as {shown(tables.titles[0])}"
    if tables.left:
        reason += f", and leaves out {counted(tables.left, 'rows')} below too many other headers"
    return rows, choice._replace(units=(), score=1.0, reason=reason)


def _are_over_rows(heads: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Return whether rows of tables are in the chapters of most headings."""
    level = max(head.level for head in heads)
    rows = [line.start for line in lines if line.mark == "|"]
    ends = [line.start for line in lines if 0 < line.level <= level]
    over = 0
    for head in heads:
        after = bisect_right(ends, head.start)
        end = ends[after] if after < len(ends) else lines[-1].end
        over += bisect_right(rows, head.start) < bisect_right(rows, end)
    return 2 * over >= len(heads)


def _without(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    """Return a text with blanks in place of what is hidden, except line endings."""
    pieces: list[str] = []
    at = 0
    for start, end in hidden:
        pieces += [text[at:start], _SHOWN.sub(" ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])
