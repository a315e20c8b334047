"""Tables whose rows are papers, and what their columns hold.

A header says what a column holds, and where it says little the cells do. A table's rules apply to
tables with its header; where two headers have as many columns, the difference is decided by the
cells alone. Any other table is passed over whole.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from paperdigest._units.shapes import (
    BADGE,
    BEFORE,
    HOST,
    NUMBER,
    STARS,
    TARGET,
    TEXT,
)
from paperdigest._units.titles import is_names, quality_of
from paperdigest._units.words import names_a_speaker, roles_of

_TABLE = re.compile(
    r"^[ \t]*\|(?P<header>[^\n]*)\n(?P<line>[ \t]*\|[ \t:|]*-[ \t:|-]*)$(?P<rows>(?:\n[ \t]*\|[^\n]*+)*+)",
    re.MULTILINE,
)
#: The line below the header of a table without bars around its rows (GitHub Flavored Markdown, 4.10).
OPEN_LINE = r"[ \t]*+:?-++:?[ \t]*+\|[ \t:|-]*+"
#: How a row of such a table starts: as no other block.
OPEN_ROW = r"(?![ \t]*+(?:[|#>]|[-*+][ \t]))(?=[^\n|]*+\|)"
_OPEN_TABLE = re.compile(
    rf"^{OPEN_ROW}(?P<header>[^\n]*+)\n{OPEN_LINE}$(?P<rows>(?:\n{OPEN_ROW}[^\n]*+)*+)",
    re.MULTILINE,
)
CELL = r"(?:[^|\\\n]|\\[^\n])*+"
_SPLIT = re.compile(r"(?:[^|\\\n]|\\[^\n])*+")
_HOST = re.compile(HOST)
_MARKUP = re.compile(r"!?\[!?\[?[^\[\]\n]*\]?(?:\([^()\s]*\))?\]?\([^()\s]*\)|<[^>\n]*>|[*_`]")
#: Badges before a title, which link to its program.
BADGES = rf"(?:\[{BADGE}\]\([^()\s]*+\)[ \t]*+)*+"
#: A venue in brackets before a link.
TAG = r"(?:\[[^\[\]\n|]{1,40}\][ \t]*+(?=\[))?+"
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|\\]*\\\|)?([^\[\]|]+)\]\]")
_COUNT = re.compile(r"#|no\.?|nr\.?|idx|index|id|序号|번호|番号", re.IGNORECASE)
_SAMPLES, _MOST_COLUMNS, _MOST_TABLES = 12, 16, 12


# Compiled when first asked for: many texts have no tables.
@cache
def _title_link() -> re.Pattern[str]:
    return re.compile(
        rf"{BADGES}{BEFORE}{NUMBER}{STARS}{TAG}\[(?!!)(?P<title>{TEXT})\]\({TARGET}\)"
    )


class Column(NamedTuple):
    """What a column holds.

    Attributes:
        kind: ``title``, ``authors``, ``votes``, ``category``, ``published``, ``number``, ``paper``
            for the main link, ``links``, ``section``, ``field``, or ``any`` where two headers
            disagree.
        label: Its label.
    """

    kind: str
    label: str


class Rows(NamedTuple):
    """Tables with as many columns.

    Attributes:
        columns: The columns.
        headers: The headers, as they are written.
        linked: Whether a row must have a link to where papers are published.
        links: Whether titles are links, so that words in emphasis and ``TBD`` are not titles.
        notes: Whether titles are links to other notes, with the title behind a bar.
        open: Whether no bars are around the rows.
    """

    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    linked: bool = False
    links: bool = False
    notes: bool = False
    open: bool = False


def rows_in(text: str) -> tuple[list[Rows], int, list[str], list[tuple[int, int]]]:
    """Return the tables of papers in a text, how many rows they have, and some titles in them.

    Last come the spans of those without bars around their rows.
    """
    found: dict[tuple[int, bool], Rows] = {}
    count, titles, spans = 0, list[str](), list[tuple[int, int]]()
    if "|" not in text:
        return [], 0, [], []
    for table in (*_TABLE.finditer(text), *_OPEN_TABLE.finditer(text)):
        if len(found) >= _MOST_TABLES:
            break
        is_open = table.re is _OPEN_TABLE
        header = table["header"].rstrip()
        labels = [
            re.sub(r"[*_`]|</?(?:b|i|strong|em|sub|font|center|div)\b[^>]*>", "", each).strip()
            for each in _cells(header)
        ]
        size = len(labels)
        known = found.get((size, is_open))
        if known is not None and header.strip() in known.headers:
            count += table["rows"].count("\n")
            spans += [table.span()] if is_open else []
            continue
        lines = [row.lstrip() for row in table["rows"].split("\n")[1 : _SAMPLES + 1]]
        rows = [_cells(row if is_open else row[1:]) for row in lines]
        # A comment may be behind the last bar.
        rows = [
            row[:size]
            for row in rows
            if len(row) == size or (len(row) == size + 1 and row[-1].startswith("[//]"))
        ]
        if not rows or not 1 <= size <= _MOST_COLUMNS:
            continue
        read = _read(labels, rows)
        if read is None:
            continue
        columns, linked, links, notes, sample = read
        count += table["rows"].count("\n")
        titles += sample
        spans += [table.span()] if is_open else []
        if known is None:
            found[size, is_open] = Rows(columns, (header.strip(),), linked, links, notes, is_open)
        else:
            merged = tuple(map(_merged, known.columns, columns))
            if [each.kind for each in merged].count("title") == 1:
                found[size, is_open] = Rows(
                    merged,
                    (*known.headers, header.strip()),
                    known.linked or linked,
                    known.links and links,
                    known.notes or notes,
                    is_open,
                )
    return list(found.values()), count, titles, spans


def _cells(row: str) -> list[str]:
    cells: list[str] = []
    at, size = 0, len(row)
    while at <= size:
        found = _SPLIT.match(row, at)
        assert found is not None  # it may be empty
        cells.append(found[0].strip())
        at = found.end() + 1
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def _merged(one: Column, other: Column) -> Column:
    if one == other:
        return one
    if one.kind == other.kind and one.kind in ("title", "authors", "number", "paper", "links"):
        return one
    return Column("any", "")


def _read(
    labels: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[tuple[Column, ...], bool, bool, bool, list[str]] | None:
    """Return the columns of a table of papers, whether its rows need links, and some titles.

    Before the titles: whether those are links, and whether they are links to other notes.
    """
    kinds = [_kind(label, [row[at] for row in rows]) for at, label in enumerate(labels)]
    titled = [at for at, kind in enumerate(kinds) if kind == "title"]
    if not titled:
        scores = [
            (_titles([row[at] for row in rows]), at)
            for at, kind in enumerate(kinds)
            if kind in ("field", "section", "paper", "links")
        ]
        best = max(scores, default=(0.0, 0))
        if best[0] < 0.8:
            return None
        titled = [best[1]]
    title = max(titled, key=lambda at: _titles([row[at] for row in rows]))
    kinds = [
        _kind_of_other(labels[at], [row[at] for row in rows]) if kind == "title" else kind
        for at, kind in enumerate(kinds)
    ]
    kinds[title] = "title"
    # Beside a speaker, dates are those of meetings; of several dates the first is the paper's.
    own = 0 if names_a_speaker(labels) else 1
    dates = [at for at, kind in enumerate(kinds) if kind == "published"]
    for at in dates[own:]:
        kinds[at] = "field"
    links = sum(bool(_HOST.search("|".join(row))) for row in rows) / len(rows)
    named = "authors" in kinds and any(row[kinds.index("authors")] for row in rows)
    spoken = any({"authors", "identifier"} & roles_of(label) for label in labels) or any(
        "paper" in label.casefold() or "论文" in label or "論文" in label or "논문" in label
        for label in labels
    )
    linked = all(_title_link().match(row[title]) for row in rows) and "paper" in roles_of(
        labels[title]
    )
    looks = _titles([row[title] for row in rows])
    if not (named or links > 0 or (spoken and (looks >= 0.9 or (linked and looks >= 0.5)))):
        return None
    columns = tuple(Column(kind, label) for kind, label in zip(kinds, labels, strict=True))
    titles = [row[title] for row in rows]
    linking = 5 * sum(bool(_title_link().match(each)) for each in titles) >= 4 * len(titles)
    need = not spoken and not named and links < 0.9
    notes = any(_NOTE_LINK.match(each) for each in titles)
    return columns, need, linking, notes, [_bare(each) for each in titles]


def _kind(label: str, cells: Sequence[str]) -> str:
    roles = roles_of(label)
    filled = [
        cell
        for cell in cells
        if cell and not re.fullmatch(r"[-–—:/ ]*|n/?a|null|:\w+:", cell, re.IGNORECASE)
    ]
    linked = _linked(filled)
    bare = [_bare(cell) for cell in filled]
    counts = not label.strip("# ") or _COUNT.fullmatch(label.strip())
    if counts and all(re.fullmatch(r"\W*[0-9]*\W*", cell) for cell in cells):
        return "number"
    if "title" in roles and _titles(filled) >= 0.5:
        return "title"
    if "paper" in roles and _titles(filled) >= (0.8 if linked < len(filled) else 0.5):
        return "title"
    for role in ("authors", "votes", "category", "published"):
        if role in roles and not (role in ("votes", "published") and linked):
            return role
    if linked * 2 >= max(len(filled), 1) and filled:
        return "paper" if "paper" in roles or "title" in roles else "links"
    if "paper" in roles and not any(bare):
        return "paper"
    if "links" in roles:
        return "links"
    if "section" in roles:
        return "section"
    if filled and not roles and sum(map(is_names, bare)) * 3 >= 2 * len(filled):
        return "authors"
    if not roles and bare and sum(map(len, bare)) >= 90 * len(bare):
        return "section"
    return "field"


def _kind_of_other(label: str, cells: Sequence[str]) -> str:
    """Return what a column holds whose words could be titles, beside the column of titles."""
    filled = [cell for cell in cells if cell]
    linked = 2 * _linked(filled) >= len(filled) > 0
    return "paper" if linked and "paper" in roles_of(label) else "field"


def _linked(cells: Sequence[str]) -> int:
    """Return how many cells have a link."""
    return sum("](" in cell or "://" in cell or "href" in cell for cell in cells)


def _bare(cell: str) -> str:
    found = _title_link().match(cell)
    if found:
        return found["title"]
    note = _NOTE_LINK.match(cell)
    if note:
        return note[1]
    return _MARKUP.sub(
        " ", cell.split("<br", maxsplit=1)[0] if not cell.startswith(("!", "[!")) else cell
    ).strip()


def _titles(cells: Sequence[str]) -> float:
    filled = [cell for cell in cells if cell]
    return sum(quality_of(_bare(cell)) for cell in filled) / len(filled) if filled else 0.0


def titles_among(titles: Sequence[str], text: str, starts: Sequence[tuple[int, int]]) -> bool:
    """Return whether the titles of a table are those of papers elsewhere in a text."""
    heads = " ".join(text[start:end] for start, end in starts).casefold()
    found = sum(title.casefold() in heads for title in titles if title)
    return bool(titles) and 2 * found >= len(titles)
