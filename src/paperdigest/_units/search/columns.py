"""What the columns of a table of papers hold, which its header shows, or else its cells."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.before import BEFORE, NUMBER
from paperdigest._units.patterns.people import CITED_SURNAMES, SURNAME_FIRST, YEAR_OF_PAPER
from paperdigest._units.patterns.shapes import BADGE, HTML_TAG, STARS, TARGET, TEXT
from paperdigest._units.patterns.titles import NAMES, is_names, quality_of
from paperdigest._units.patterns.words import names_a_speaker, roles_of

CELL = r"(?:[^|\\\n]|\\[^\n])*+"
_HOST = re.compile(HOST)
_MARKUP = re.compile(rf"!?\[!?\[?[^\[\]\n]*\]?(?:\([^()\s]*\))?\]?\([^()\s]*\)|{HTML_TAG}|[*_`]")
#: Badges before a title, which link to its program.
BADGES = rf"(?:\[{BADGE}\]\([^()\s]*+\)[ \t]*+)*+"
#: A venue in brackets before a link.
TAG = r"(?:\[[^\[\]\n|]{1,40}\][ \t]*+(?=\[))?+"
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|\\]*\\\|)?([^\[\]|]+)\]\]")
#: What a cell may hold instead of a title.
NO_TITLE = (
    r"(?:[^\w\n|\[(\"“「《]{0,6}(?:[*_][^*_|\n]*[*_]|~~[^~|\n]*~~|(?i:ot|orientation|오리엔테이션|オリエンテーション|sem encontro|a definir|por definir|coming soon|tb[acd]|n/?a|none|cancell?ed|no (?:meeting|session|seminar|class|talk|paper)|kick-?off(?:, no paper)?|lightning talks?|(?:opening|closing)(?: remarks)?|[(]?(?:spring |winter |reading )?(?:break|recess)[)]?|organi[sz]ational(?: meeting)?|easter|thanksgiving|holidays?"
    r"|(?:[^\n|\[(]{0,16}のため)?お?休み|vacation|sin sesión|pas de séance|ausgefallen|休会|休み|停课|휴회|휴강|[-–—])[*_]{0,2}(?:[ ]?[(（][^()|\n]*[)）])?[^\w\n|\[(]{0,6}))"
)
_COUNT = re.compile(r"#|no\.?|nr\.?|idx|index|id|序号|번호|番号", re.IGNORECASE)
#: What is between names and a title: a full stop, a year, or the marks of the title.
_AFTER_NAMES = rf"\.?(?:{YEAR_OF_PAPER}[.:,]?[ ]|[ ]?(?:(?<=\.)[ ]|(?<=[ ])(?=[*_\"“\[])|[.,][^|\n\"“\]]{{0,30}}[ ](?=[\"“])))(?P<title>[^|]{{10}})"
#: A title in quotes after names with a surname first.
_QUOTED = re.compile(rf"{SURNAME_FIRST}[^\n|*_(\[\]\"“]{{1,400}}[\"“](?P<title>[^|]{{10}})")
#: The end of a link whose text ends with a title in quotes.
_LINK_END = re.compile(r"[\"”]\]\(")
#: The share of rows that must have links to papers, so that no other sign is needed for the other
#: rows, and for the whole table.
_MOST, _NEARLY = 0.7, 0.9
#: How much a column must look like titles if its label is another one.
_ENOUGH = 0.8
#: How much titles must look like titles if only the labels show that the rows are papers: plain
#: ones, and links in a column with a label such as "Paper".
_LOOKS, _LINKED_LOOKS = 0.9, 0.5


# Compiled when first needed: many texts have no tables.
@cache
def _title_link() -> re.Pattern[str]:
    return re.compile(
        rf"{BADGES}{BEFORE}{NUMBER}{STARS}{TAG}\[(?!!)(?P<title>{TEXT})\]\({TARGET}\)"
    )


@cache
def _surnames() -> re.Pattern[str]:
    return re.compile(f"(?P<names>{CITED_SURNAMES})")


@cache
def _after_names() -> re.Pattern[str]:
    return re.compile(_AFTER_NAMES)


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
    """One or more tables with the same number of columns.

    Attributes:
        columns: The columns.
        headers: The headers, as they are written.
        needs_link: Whether a row must have a link to a publisher.
        linked: Whether titles are links, so that emphasised words and ``TBD`` are not titles.
        notes: Whether titles are links to other notes, with the title after a bar.
        open: Whether there are no bars around the rows.
        sure: Whether nearly all rows have a link to a publisher, and a title.
        cited: Whether names are before the titles in their cells.
        tell: A lookahead that tells rows of this table from those of another one with the same
            number of columns; empty if there is none.
    """

    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    needs_link: bool = False
    linked: bool = False
    notes: bool = False
    open: bool = False
    sure: bool = False
    cited: bool = False
    tell: str = ""


#: Some rows of a table.
Sample = Sequence[Sequence[str]]


def read_table(labels: Sequence[str], rows: Sample) -> Rows | None:
    """Return a table by its labels and some of its rows, or ``None`` if these are not papers."""
    kinds = [_kind(label, [row[at] for row in rows]) for at, label in enumerate(labels)]
    title = _title_column(kinds, rows)
    if title is None:
        return None
    kinds = [
        _kind_of_other(labels[at], [row[at] for row in rows]) if kind == "title" else kind
        for at, kind in enumerate(kinds)
    ]
    kinds[title] = "title"
    # Dates next to a speaker are those of meetings. Of several dates, the first is the paper's.
    own = 0 if names_a_speaker(labels) else 1
    dates = [at for at, kind in enumerate(kinds) if kind == "published"]
    for at in dates[own:]:
        kinds[at] = "field"
    titles = [row[title] for row in rows]
    looks = _titles(titles)
    links = sum(bool(_HOST.search("|".join(row))) for row in rows) / len(rows)
    named = "authors" in kinds and any(row[kinds.index("authors")] for row in rows)
    cited = "authors" not in kinds and 2 * sum(_cited(each) != each for each in titles) >= len(rows)
    spoken = any(map(_speaks_of_papers, labels))
    linked = "paper" in roles_of(labels[title]) and all(map(_title_link().match, titles))
    if not (named or cited or links or (spoken and looks >= (_LINKED_LOOKS if linked else _LOOKS))):
        return None
    return Rows(
        tuple(Column(kind, label) for kind, label in zip(kinds, labels, strict=True)),
        (),
        needs_link=not spoken and not named and not cited and links < _MOST,
        linked=_are_links(titles),
        notes=any(_NOTE_LINK.match(each) for each in titles),
        sure=links >= _NEARLY <= looks,
        cited=cited,
    )


def _title_column(kinds: Sequence[str], rows: Sample) -> int | None:
    """Return the column with the titles: by its label, or else the one that looks most like titles."""
    looks = [_titles([row[at] for row in rows]) for at in range(len(kinds))]
    titled = [at for at, kind in enumerate(kinds) if kind == "title"]
    if titled:
        return max(titled, key=looks.__getitem__)
    others = ("field", "section", "paper", "links")
    best = max(
        ((looks[at], at) for at, kind in enumerate(kinds) if kind in others), default=(0.0, 0)
    )
    return best[1] if best[0] >= _ENOUGH else None


def _speaks_of_papers(label: str) -> bool:
    """Return whether the label of a column shows that the rows of its table are papers."""
    if {"authors", "identifier"} & roles_of(label):
        return True
    return any(word in label.casefold() for word in ("paper", "论文", "論文", "논문"))


def _are_links(titles: Sequence[str]) -> bool:
    """Return whether most cells are links, not counting cells with something other than a title."""
    others = sum(bool(_nothing().fullmatch(each)) for each in titles)
    links = sum(bool(_title_link().match(each)) for each in titles)
    return 0 < 5 * links >= 3 * (len(titles) - others)


def _cited(cell: str) -> str:
    """Return the text of a cell after names and maybe a year; all of it if it has no names."""
    start = cell.startswith("[")
    names = NAMES.match(cell, start) or _surnames().match(cell)
    found = _after_names().match(cell, names.end("names")) if names else None
    found = found or _QUOTED.match(cell, start)
    if found is None:
        return cell
    title = cell[found.start("title") :]
    return _LINK_END.split(title)[0] if start else title


def _kind(label: str, cells: Sequence[str]) -> str:
    roles = roles_of(label)
    filled = [
        cell
        for cell in cells
        if cell and not re.fullmatch(r"[-–—:/ ]*|n/?a|null|:\w+:", cell, re.IGNORECASE)
    ]
    linked = _linked(filled)
    words = [bare(cell) for cell in filled]
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
    if "paper" in roles and not any(words):
        return "paper"
    if "links" in roles:
        return "links"
    if "section" in roles:
        return "section"
    if filled and not roles and sum(map(is_names, words)) * 3 >= 2 * len(filled):
        return "authors"
    if not roles and words and sum(map(len, words)) >= 90 * len(words):
        return "section"
    return "field"


def _kind_of_other(label: str, cells: Sequence[str]) -> str:
    """Return what a second column holds whose words look like titles."""
    filled = [cell for cell in cells if cell]
    linked = 2 * _linked(filled) >= len(filled) > 0
    return "paper" if linked and "paper" in roles_of(label) else "field"


def _linked(cells: Sequence[str]) -> int:
    """Return how many cells have a link."""
    return sum("](" in cell or "://" in cell or "href" in cell for cell in cells)


def bare(cell: str) -> str:
    """Return the words of a cell: the text of a link to a paper or a note, or all without markup."""
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
    return sum(quality_of(bare(_cited(cell))) for cell in filled) / len(filled) if filled else 0.0
