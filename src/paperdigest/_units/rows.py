"""Tables whose rows are papers, and what their columns hold.

A header says what a column holds, and where it says little the cells do. A table's rules apply to
tables with its header. Where two headers have as many columns, their rules are merged, or a cell
tells the rows of one from those of the other. Any other table is passed over whole.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import product
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
from paperdigest._units.titles import NAMES, is_names, quality_of
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
#: What a cell holds instead of a title.
NO_TITLE = (
    r"(?:[^\w\n|\[(\"“「《]{0,6}[*_][^*_|\n]*[*_]|[^\w\n|\[(\"“「《]{0,6}(?i:coming soon|tb[acd]|n/?a|none|cancell?ed|no (?:meeting|session|class|talk|paper)|kick-?off(?:, no paper)?|lightning talks?|(?:opening|closing)(?: remarks)?|(?:spring |winter |reading )?(?:break|recess)|holidays?"
    r"|vacation|sin sesión|pas de séance|ausgefallen|休会|休み|停课|휴회|휴강|[-–—])(?:[ ]?[(（][^()|\n]*[)）])?[^\w\n|\[(]{0,6})"
)
_COUNT = re.compile(r"#|no\.?|nr\.?|idx|index|id|序号|번호|番号", re.IGNORECASE)
#: What is between names and a title: a point, a year, or the marks of the title.
_AFTER_NAMES = re.compile(
    r"\.?[ ]?(?:\([12][0-9]{3}\)[.:,]?[ ]|(?<=\.)[ ]|(?<=[ ])(?=[*_\"“\[]))(?P<title>[^|]{10})"
)
#: In what share of its rows a table shows papers, so that it needs no other sign.
_NEARLY = 0.9
#: A cell with a link, and one that starts with a number.
_LINKED, _COUNTED = r"[^|\n]*(?:\]\(|://)", r"[ \t*_`]*+[0-9]"
_SAMPLES, _MOST_COLUMNS, _MOST_TABLES = 12, 16, 12
#: How many rows of a table are compared with those of others, and how many headers a text may have.
_MOST_SAMPLES, _MOST_HEADERS = 48, 256


# Compiled when first asked for: many texts have no tables.
@cache
def _title_link() -> re.Pattern[str]:
    return re.compile(
        rf"{BADGES}{BEFORE}{NUMBER}{STARS}{TAG}\[(?!!)(?P<title>{TEXT})\]\({TARGET}\)"
    )


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(NO_TITLE)


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
        sure: Whether nearly all rows have a link to where papers are published, and a title.
        cited: Whether names are before the titles in their cells.
        tell: What a row starts with if it is of this table and not of the other one with as many
            columns; a pattern, empty if there is no other.
    """

    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    linked: bool = False
    links: bool = False
    notes: bool = False
    open: bool = False
    sure: bool = False
    cited: bool = False
    tell: str = ""


class Tables(NamedTuple):
    """The tables of papers in a text.

    Attributes:
        rows: What they hold.
        total: How many rows they have.
        titles: Some titles in them.
        open: The spans of those without bars around their rows.
        start: Where the first one starts; behind the text if there are none.
    """

    rows: Sequence[Rows]
    total: int
    titles: Sequence[str]
    open: Sequence[tuple[int, int]]
    start: int


#: Some rows of a table, and a table with some.
_Sample = Sequence[Sequence[str]]
_Sampled = tuple[Rows, _Sample]


def tables_in(text: str) -> Tables:
    """Return the tables of papers in a text."""
    found: dict[tuple[int, bool], list[_Sampled]] = {}
    count, headers, titles, spans = 0, 0, list[str](), list[tuple[int, int]]()
    start = len(text)
    if "|" not in text:
        return Tables((), 0, (), (), start)
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
        if any(header.strip() in each.headers for each, _ in found.get((size, is_open), ())):
            count += table["rows"].count("\n")
            start = min(start, table.start())
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
        if headers >= _MOST_HEADERS:
            continue
        headers += 1
        own = read._replace(headers=(header.strip(),), open=is_open)
        count += table["rows"].count("\n")
        title = [column.kind for column in own.columns].index("title")
        titles += [_bare(row[title]) for row in rows]
        start = min(start, table.start())
        spans += [table.span()] if is_open else []
        _add(found.setdefault((size, is_open), []), own, rows)
    every = [each for tables in found.values() for each, _ in tables]
    return Tables(every, count, titles, spans, start)


def _add(known: list[_Sampled], own: Rows, rows: _Sample) -> None:
    """Add a table to those with as many columns: to one of them, or as one more.

    Args:
        known: The tables, each with some of its rows.
        own: The table.
        rows: Some of its rows.
    """
    fitting = [at for at, (each, _) in enumerate(known) if _fits(each, rows)]
    merged = {at: both for at in fitting if (both := _merged(known[at][0], own))}
    whole = [at for at, both in merged.items() if _names_in(both) == _names_in(own)]
    tells = [_tells(sample, rows) for _, sample in known]
    starts = [tell for tell in tells if tell is not None]
    if not whole and len(starts) == len(known) and not (own.open and known):
        known[:] = [
            (each._replace(tell=each.tell + its), sample)
            for (each, sample), (its, _) in zip(known, starts, strict=True)
        ]
        known.append((own._replace(tell="".join(mine for _, mine in starts)), rows))
    elif merged:
        at = min(whole or merged)
        known[at] = merged[at], [*known[at][1], *rows][:_MOST_SAMPLES]


def _names_in(table: Rows) -> int:
    """Return how many columns hold names."""
    return sum(column.kind == "authors" for column in table.columns)


def _fits(table: Rows, rows: _Sample) -> bool:
    """Return whether rows are not told from those of a table by another one."""
    return not table.tell or all(re.match(table.tell, f"|{'|'.join(row)}") for row in rows)


def _merged(one: Rows, other: Rows) -> Rows | None:
    """Return tables with as many columns as one, unless their titles are in different columns."""
    columns = tuple(map(_column_of_both, one.columns, other.columns))
    if [each.kind for each in columns].count("title") != 1:
        return None
    return Rows(
        columns,
        one.headers + other.headers,
        one.linked or other.linked,
        one.links and other.links,
        one.notes or other.notes,
        one.open,
        one.sure and other.sure,
        one.cited or other.cited,
        one.tell,
    )


def _tells(one: _Sample, other: _Sample) -> tuple[str, str] | None:
    """Return what a row of one table starts with and a row of another does not, and the reverse."""
    for at, pattern in product(range(len(one[0])), (_LINKED, _COUNTED)):
        shown = {re.match(pattern, row[at]) is not None for row in one}
        hidden = {re.match(pattern, row[at]) is not None for row in other}
        if len(shown) == len(hidden) == 1 and shown != hidden:
            start = rf"[ \t]*+\|(?:{CELL}\|){{{at}}}{pattern}"
            with_it, without = f"(?={start})", f"(?!{start})"
            return (with_it, without) if True in shown else (without, with_it)
    return None


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


def _column_of_both(one: Column, other: Column) -> Column:
    if one == other:
        return one
    if one.kind == other.kind and one.kind in ("title", "authors", "number", "paper", "links"):
        return one
    return Column("any", "")


def _read(labels: Sequence[str], rows: _Sample) -> Rows | None:
    """Return a table by its labels and some of its rows, or ``None`` if these are no papers."""
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
    cited = 2 * sum(_cited(row[title]) != row[title] for row in rows) >= len(rows)
    if not (
        named or cited or links > 0 or (spoken and (looks >= 0.9 or (linked and looks >= 0.5)))
    ):
        return None
    columns = tuple(Column(kind, label) for kind, label in zip(kinds, labels, strict=True))
    titles = [row[title] for row in rows]
    return Rows(
        columns,
        (),
        linked=not spoken and not named and not cited and links < _NEARLY,
        links=_are_links(titles),
        notes=any(_NOTE_LINK.match(each) for each in titles),
        sure=links >= _NEARLY <= looks,
        cited=cited,
    )


def _are_links(titles: Sequence[str]) -> bool:
    """Return whether nearly all cells are links, but for those with something else than a title."""
    others = sum(bool(_nothing().fullmatch(each)) for each in titles)
    links = sum(bool(_title_link().match(each)) for each in titles)
    return 0 < 5 * links >= 4 * (len(titles) - others)


def _cited(cell: str) -> str:
    """Return the text of a cell after names, and maybe a year; all of it if it has none."""
    names = NAMES.match(cell)
    found = _AFTER_NAMES.match(cell, names.end("names")) if names else None
    return cell[found.start("title") :] if found else cell


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
    return sum(quality_of(_bare(_cited(cell))) for cell in filled) / len(filled) if filled else 0.0


def titles_among(titles: Sequence[str], text: str, starts: Sequence[tuple[int, int]]) -> bool:
    """Return whether the titles of a table are those of papers elsewhere in a text."""
    heads = " ".join(text[start:end] for start, end in starts).casefold()
    found = sum(title.casefold() in heads for title in titles if title)
    return bool(titles) and 2 * found >= len(titles)
