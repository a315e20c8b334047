"""The rules for rows of tables that are papers."""

import re
from collections.abc import Sequence
from typing import Literal

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._text.votes import VOTES
from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.before import BEFORE, NUMBER
from paperdigest._units.patterns.lead_ins import LEAD_INS
from paperdigest._units.patterns.people import (
    BETWEEN_AUTHORS,
    CITED_SURNAMES,
    PEOPLE,
    SURNAME_FIRST,
    SURNAMES,
    YEAR_OF_PAPER,
)
from paperdigest._units.patterns.shapes import EMOJI, GAP, LINK_URL, STARS, TARGET, VOTES_WORD
from paperdigest._units.rules.names import of_names
from paperdigest._units.search.columns import BADGES, CELL, NO_TITLE, TAG, Column, Rows
from paperdigest._units.search.rows import OPEN_LINE, OPEN_ROW

#: The text of a link that is a title.
_LINK_TEXT = (
    r"\[(?!!)(?:\*\*)?(?P<title>(?:(?!\*\*\]\()(?:\\\||[^\[\]\n|]|\[[^\[\]\n]*+\]))++)(?:\*\*)?\]"
)
_LINKED = rf"{BADGES}{BEFORE}{NUMBER}{STARS}{TAG}{_LINK_TEXT}\({TARGET}\){STARS}(?P<more>{CELL})"
_HTML = rf"{BEFORE}(?:<(?:b|strong|i|em)>)?<a\b[^>\n|]*?\bhref=[\"'](?P<url>[^\"'\s<>]++)[\"'][^>\n|]*+>(?P<title>[^<\n|]++)</a>(?P<more>{CELL})"
#: What follows the closing quotes of a title.
_AFTER = r"[ \t]*+(?:\||<br|[\[(]|$)"
_PLAIN = (
    rf"{BADGES}{BEFORE}{NUMBER}(?:\[[^\[\]\n|]{{1,40}}\](?![(\[])[ \t]*+(?=[^\s|]))?(?:<(?:b|strong|i|em)>|\*\*|__|[\"“](?=[^\"“”|\n]+[\"”]{_AFTER}))?(?P<title>(?![!<])(?:(?![\"”]{_AFTER}|\*\*[ \t]*+(?:\||<br|[\[(])|__[ \t]*+\||(?:{GAP})?+(?:<|{EMOJI}++[ \t]*+\|)|{GAP}\((?={PEOPLE}\)[ \t]*+\|)|[ ]?\(@[^()\n|]*\)[ \t]*+\||{GAP}[(\[](?:[A-Za-z][^()\[\]|\n]{{0,24}})?(?:(?:19|20)[0-9]{{2}}|['’][0-9]{{2}})[)\]][ \t]*+\||(?:{GAP})?+[(\[]{{0,2}}!?\[[^\[\]\n|]*\]{{1,2}}\()"
    # Words in quotes keep their last quote.
    rf"(?:[\"“][^\"“”|\\\n\[<]++[\"”]|[^|\\\n]|\\[^\n]))++)(?:\*\*|__|[\"”])?(?P<more>{CELL})"
)
#: A title that links to another page of the site, if another cell has the address of the paper.
_LOCAL = rf"{BEFORE}{NUMBER}{STARS}{_LINK_TEXT}\((?!<?[a-z]++:|#)[^()\s]++\){STARS}(?P<more>{CELL})"
#: A link to another note: its name, and the title that is shown.
_NOTE = rf"\[\[(?:[^\[\]\n|\\]*+\\\|)?(?P<title>(?:[^\[\]\n|\\]|\\[^|\n])++)\]\](?P<more>{CELL})"
#: Names before a title, and maybe a year.
_NAMES = rf"{BEFORE}{NUMBER}(?P<authors>{PEOPLE}|{CITED_SURNAMES}){YEAR_OF_PAPER}?+[.:,]?[ \t]++"
#: A title after names: set off, or up to a full stop or a link.
_CITED = (
    rf"{_NAMES}[*_\"“]{{0,2}}+(?P<title>(?![\[!<])[^|\n*_\"”\[]{{3,400}}?)"
    rf"(?:[.,]?[*_\"”]{{1,2}}|[.](?=[ \t])|(?<=[?!])(?=[ \t])|(?=[ \t]*+(?:\||\[)))(?P<more>{CELL})"
)
#: A link in quotes after names in any order, and a title in quotes after names with a surname first.
_QUOTED_LINK = (
    rf"{BEFORE}{NUMBER}{LEAD_INS['names']}[\"“]{_LINK_TEXT}\({TARGET}\)[.,]?[\"”](?P<more>{CELL})"
)
_QUOTED = (
    rf"{BEFORE}{NUMBER}(?={SURNAME_FIRST}){LEAD_INS['names']}"
    rf"[\"“](?P<title>[^\[\]|\n\"“”]+?)[.,]?[\"”](?P<more>{CELL})"
)
#: A link with names before a title in quotes, and maybe a venue.
_CITED_LINK = (
    rf"{BEFORE}{NUMBER}\[(?P<authors>{PEOPLE})[.,:]?[^\[\]|\n\"“”]{{0,30}}[ ][\"“](?P<title>[^\[\]|\n\"“”]+?)[.,]?[\"”]\]"
    rf"\({TARGET}\)(?P<more>{CELL})"
)
#: A venue after the full stop of names, at the end of a cell.
_VENUE_AT_END = r"(?<=\.)[ \t]++[*_]{0,2}[A-Za-z][^|<\n.\[]{1,40}(?:\||$)"
#: Prose in the last column, which may have bars in it.
_PROSE = r"[^\n]*?"
#: The line below the header of a table.
_LINE = r"\n[ \t]*\|[ \t:|]*-[ \t:|-]*"
_SIGNS = rf"(?:{EMOJI}|[*_`]|[ \t])*+"
#: The patterns of cells that are a single value, by the kind of their column.
_VALUES = {
    "number": CELL,
    "authors": rf"(?:<[a-z]+>|[*_](?=[^*_|\n]*[*_][ \t]*(?:\||$)))?(?P<authors>(?:[^|\\\n<]|\\[^\n])*+){CELL}",
    # A number between signs. Any other text of the cell is reported.
    "votes": rf"{_SIGNS}(?P<votes>{VOTES}(?={_SIGNS}{VOTES_WORD}?{_SIGNS}(?:\||$))|{CELL}){CELL}",
    "category": f"(?P<category>{CELL})",
}


def row_rules(tables: Sequence[Rows], *, surnames: bool) -> tuple[list[Rule], list[Cell]]:
    """Return the rules for rows, and the cells.

    Args:
        tables: The tables.
        surnames: Whether names are surnames alone.
    """
    rules: list[Rule] = []
    cells: dict[str, Cell] = {}
    for table in tables:
        read, written = _columns(table, cells, alone=len(tables) == 1)
        rules += _rules_of_rows(table, read, written)
    names = () if any(table.cited for table in tables) else _names_in_cells(surnames=surnames)
    cells["more"] = Cell("more", rules=[*_links(), *names], join=", ", main=HOST)
    closed = [table for table in tables if not table.open]
    return [
        *_headers(closed, r"[ \t]*\|", _LINE),
        *_headers([table for table in tables if table.open], "", rf"\n{OPEN_LINE}"),
        Rule("skip", pattern=rf"[ \t]*\|[^\n]*{_LINE}$(?:\n[ \t]*\|[^\n]*+)*+", level=9),
        *rules,
    ], list(cells.values())


def _headers(tables: Sequence[Rows], bar: str, line: str) -> list[Rule]:
    """Return the rule for the headers of some tables, if there are any.

    Args:
        tables: The tables.
        bar: The pattern of the bar before a header.
        line: The pattern of the line below it.
    """
    headers = "|".join(re.escape(header) for table in tables for header in table.headers)
    pattern = rf"{bar}[ \t]*(?:{headers})[ \t]*{line}$"
    return [Rule("skip", pattern=pattern, level=8)] if headers else []


def _columns(table: Rows, cells: dict[str, Cell], *, alone: bool) -> tuple[list[str], list[str]]:
    """Return the pattern of each column of a table, and how it is written; both empty for the titles.

    Args:
        table: The table.
        cells: The cells by name, to which those of this table are added.
        alone: Whether there is no other table.
    """
    kinds = [column.kind for column in table.columns]
    read: list[str] = []
    written: list[str] = []
    for at, column in enumerate(table.columns):
        kind = column.kind
        if kind in _VALUES and kind not in kinds[:at]:
            read.append(_VALUES[kind])
            written.append("{n}" if kind == "number" else f"{{{kind}?}}")
            continue
        if kind == "title":
            read.append("")
            written.append("")
            continue
        name = f"{'open' if table.open else 'cell'}{len(table.columns)}_{at}"
        if name in cells:  # another table has as many columns
            name = f"other{name}"
        prose = kind == "section" and at == len(table.columns) - 1 and alone
        read.append(f"(?P<{name}>{_PROSE if prose else CELL})")
        written.append(f"{{{name}?}}")
        cells[name] = _cell(name, column)
    return read, written


def _rules_of_rows(table: Rows, read: list[str], written: list[str]) -> list[Rule]:
    """Return the rules for the rows of a table, one for each way to write a title.

    Args:
        table: The table.
        read: The patterns of its columns.
        written: How they are written.
    """
    kinds = [column.kind for column in table.columns]
    title = kinds.index("title")
    need = rf"(?=[^\n]*{HOST})" if table.needs_link else ""
    start, left, right = r"[ \t]*\|", "| ", " |"
    end = r"(?:\|[ \t]*+(?:\[//\][^\n|]*+)?$|(?<![|\s])[ \t]*$)"
    if table.open:
        # Without a link, any sentence with bars would be a row.
        need = need or r"(?=[^\n]*(?:\]\(|://))"
        start, left, right, end = OPEN_ROW, "", "", r"[ \t]*$"
    rules: list[Rule] = []
    for pattern, template in _titles_in_cells(table, kinds):
        columns = [*read[:title], pattern, *read[title + 1 :]]
        shown = " | ".join([*written[:title], template, *written[title + 1 :]])
        row = r"[ \t]*+\|[ \t]*+".join(columns)
        rules.append(
            Rule(
                "paper",
                left + shown + right if template else (),
                pattern=rf"{table.tell}{start}(?![ \t:|-]*$){need}[ \t]*+{row}{end}",
                separator=BETWEEN_AUTHORS,
                level=8,
            )
        )
    return rules


def _titles_in_cells(table: Rows, kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Return the patterns of titles in cells, each with its template, which may be empty."""
    plain = rf"(?!{NO_TITLE}[ \t]*+\|){_PLAIN}" if table.linked or table.cited else _PLAIN
    cited = (
        (_CITED_LINK, f"{_NAMES}{_LINKED}", _CITED, _QUOTED_LINK, _QUOTED) if table.cited else ()
    )
    local = (_LOCAL,) if {"paper", "links"} & set(kinds) else ()
    note = (_NOTE,) if table.notes else ()
    return [
        *((pattern, "") for pattern in (*cited, *local)),
        (_LINKED, "[{title?}]({url})"),
        *((pattern, "") for pattern in (_HTML, *note)),
        (plain, "{title}"),
    ]


def _names_in_cells(*, surnames: bool) -> list[Rule]:
    """Return the rules for names after a title: in brackets or emphasis, and below it.

    Args:
        surnames: Whether names are surnames alone, in brackets with a year.
    """
    around = rf"[(_*](?P<authors>{PEOPLE})(?:,?[ ](?:19|20)[0-9]{{2}}[a-z]?)?[)_*]"
    below = rf"(?:<br[ ]?/?>|(?<![^\W_])(?<![^\W_]\.)[,–—-](?=[ \t][^|\n]*(?:,|et al|and[ ]|&)))[ \t]*+[*_]{{0,2}}(?:<(?:sub|small|i|em)>)?(?P<authors>{PEOPLE})[*_.]{{0,3}}(?=[ \t]*+(?:\||$|<br|</)|{_VENUE_AT_END})"
    citation = rf"\((?P<authors>{SURNAMES}),?[ ](?:19|20)[0-9]{{2}}[a-z]?\)"
    return [of_names(each) for each in (around, below, *([citation] if surnames else ()))]


def prose_cells() -> list[Cell]:
    """Return the cells for what follows a title in its line: prose, and links at the end.

    ``others`` follows a title that is a link, so that none of its links is the main one.
    """
    return [
        Cell("prose", kind="section"),
        Cell("ends", rules=_links(), join=" ", main=""),
        Cell("others", rules=_links(), join=" "),
    ]


def _links() -> list[Rule]:
    return [
        Rule("link", pattern=rf"\[!\[(?P<label>[^\[\]\n]*+)\]\([^()\s]*+\)\]\((?P<url>{URL})\)"),
        Rule("markup", pattern=r"!\[[^\[\]\n]*+\]\([^()\s]*+\)"),
        Rule(
            "link",
            "[{label?}]({url})",
            pattern=rf"\[+(?P<label>[^\[\]\n]*+)\]+\({LINK_URL}\)\]*+",
        ),
        Rule(
            "link",
            pattern=r"<a\b[^>\n|]*?\bhref=[\"'](?P<url>[^\"'\s<>]++)[\"'][^>\n|]*+>(?P<label>[^<\n|]*+)</a>",
        ),
        Rule("link", pattern=r"<?(?P<url>https?://[^\s<>|()\[\]]++)>?"),
    ]


def _cell(name: str, column: Column) -> Cell:
    if column.kind == "paper":
        return Cell(name, rules=_links(), join=", ", main="", main_label=column.label)
    if column.kind in ("links", "any"):
        return Cell(name, rules=_links(), join=", ", main=HOST)
    if column.kind == "section":
        return Cell(name, kind="section", label=column.label or None)
    kind: Literal["published", "field"] = "published" if column.kind == "published" else "field"
    return Cell(name, kind=kind, label=column.label or "-")
