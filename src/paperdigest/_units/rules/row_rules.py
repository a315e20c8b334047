"""The rules for rows of tables that are papers."""

import re
from collections.abc import Sequence
from typing import Literal

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.before import BEFORE, NUMBER
from paperdigest._units.patterns.people import BETWEEN_AUTHORS, PEOPLE
from paperdigest._units.patterns.shapes import GAP, LINK_URL, STARS, TARGET
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
    rf"{BEFORE}{NUMBER}(?:\[[^\[\]\n|]{{1,40}}\](?![(\[])[ \t]*+(?=[^\s|]))?(?:<(?:b|strong|i|em)>|\*\*|__|[\"“](?=[^\"“”|\n]+[\"”]{_AFTER}))?(?P<title>(?![!<])(?:(?![\"”]{_AFTER}|\*\*[ \t]*+(?:\||<br|[\[(])|__[ \t]*+\||(?:{GAP})?+<|{GAP}\((?={PEOPLE}\)[ \t]*+\|)|[ ]?\(@[^()\n|]*\)[ \t]*+\||{GAP}[(\[](?:[A-Za-z][^()\[\]|\n]{{0,24}})?(?:(?:19|20)[0-9]{{2}}|['’][0-9]{{2}})[)\]][ \t]*+\||(?:{GAP})?+[(\[]{{0,2}}!?\[[^\[\]\n|]*\]{{1,2}}\()"
    rf"(?:[^|\\\n]|\\[^\n]))++)(?:\*\*|__|[\"”])?(?P<more>{CELL})"
)
#: A title that leads to another page of the site, where another cell has the address of the paper.
_LOCAL = rf"{BEFORE}{NUMBER}{STARS}{_LINK_TEXT}\((?!<?[a-z]++:|#)[^()\s]++\){STARS}(?P<more>{CELL})"
#: A link to another note, by its name and the title that is shown.
_NOTE = rf"\[\[(?:[^\[\]\n|\\]*+\\\|)?(?P<title>(?:[^\[\]\n|\\]|\\[^|\n])++)\]\](?P<more>{CELL})"
#: Names before a title, and maybe a year.
_NAMES = rf"{BEFORE}{NUMBER}(?P<authors>{PEOPLE})(?:[ ]?\([12][0-9]{{3}}\))?[.:,]?[ \t]++"
#: A title after names: set off, or up to a point or a link.
_CITED = (
    rf"{_NAMES}[*_\"“]{{0,2}}+(?P<title>(?![\[!<])[^|\n*_\"”\[]{{3,400}}?)"
    rf"(?:[*_\"”]{{1,2}}|[.](?=[ \t])|(?<=[?!])(?=[ \t])|(?=[ \t]*+(?:\||\[)))(?P<more>{CELL})"
)
#: A link with names before a title in quotes, and maybe a venue.
_CITED_LINK = (
    rf"{BEFORE}{NUMBER}\[(?P<authors>{PEOPLE})[.,:]?[^\[\]|\n\"“”]{{0,30}}[ ][\"“](?P<title>[^\[\]|\n\"“”]+?)[.,]?[\"”]\]"
    rf"\({TARGET}\)(?P<more>{CELL})"
)
#: What a cell holds beside its links, by the kind of its column.
_VALUES = {
    "number": CELL,
    "authors": rf"(?:<[a-z]+>|[*_](?=[^*_|\n]*[*_][ \t]*(?:\||$)))?(?P<authors>(?:[^|\\\n<]|\\[^\n])*+){CELL}",
    "votes": r"[^|\n0-9]*+(?P<votes>[0-9]*+)[^|\n]*+",
    "category": f"(?P<category>{CELL})",
}


def row_rules(tables: Sequence[Rows]) -> tuple[list[Rule], list[Cell]]:
    """Return the rules for rows, and the cells."""
    rules: list[Rule] = []
    cells: dict[str, Cell] = {}
    headers: dict[bool, list[str]] = {False: [], True: []}
    for table in tables:
        headers[table.open] += [re.escape(header) for header in table.headers]
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
            if name in cells:  # of another table with as many columns
                name = f"other{name}"
            last = at == len(table.columns) - 1
            read.append(
                rf"(?P<{name}>[^\n]*?)"
                if kind == "section" and last and len(tables) == 1
                else rf"(?P<{name}>{CELL})"
            )
            written.append(f"{{{name}?}}")
            cells[name] = _cell(name, column)
        title = kinds.index("title")
        need = rf"(?=[^\n]*{HOST})" if table.linked else ""
        if table.open and not need:
            need = r"(?=[^\n]*(?:\]\(|://))"  # else any sentence with bars is a row
        plain = rf"(?!{NO_TITLE}[ \t]*+\|){_PLAIN}" if table.links else _PLAIN
        kinds_of_title = (
            *(((_CITED_LINK, ""), (f"{_NAMES}{_LINKED}", ""), (_CITED, "")) if table.cited else ()),
            *(((_LOCAL, ""),) if {"paper", "links"} & set(kinds) else ()),
            (_LINKED, "[{title?}]({url})"),
            (_HTML, ""),
            *(((_NOTE, ""),) if table.notes else ()),
            (plain, "{title}"),
        )
        for pattern, template in kinds_of_title:
            read[title] = pattern
            written[title] = template
            row = r"[ \t]*+\|[ \t]*+".join(read)
            start, left, right = r"[ \t]*\|", "| ", " |"
            end = r"(?:\|[ \t]*+(?:\[//\][^\n|]*+)?$|(?<![|\s])[ \t]*$)"
            if table.open:
                start, left, right, end = OPEN_ROW, "", "", r"[ \t]*$"
            rules.append(
                Rule(
                    "paper",
                    left + " | ".join(written) + right if template else (),
                    pattern=rf"{table.tell}{start}(?![ \t:|-]*$){need}[ \t]*+{row}{end}",
                    separator=BETWEEN_AUTHORS,
                    level=8,
                )
            )
    names = Rule(
        "authors",
        pattern=rf"[(_*](?P<authors>{PEOPLE})(?:,?[ ](?:19|20)[0-9]{{2}}[a-z]?)?[)_*]",
        separator=BETWEEN_AUTHORS,
    )
    below = Rule(
        "authors",
        pattern=rf"(?:<br[ ]?/?>|[,–—-](?=[ \t][^|\n]*(?:,|et al|and[ ]|&)))[ \t]*+[*_]{{0,2}}(?:<(?:sub|small|i|em)>)?(?P<authors>{PEOPLE})[*_.]{{0,3}}(?=[ \t]*+(?:\||$|<br|</))",
        separator=BETWEEN_AUTHORS,
    )
    named = () if any(table.cited for table in tables) else (names, below)
    cells["more"] = Cell("more", rules=[*_links(), *named], join=", ", main=HOST)
    line = r"\n[ \t]*\|[ \t:|]*-[ \t:|-]*"
    known = "|".join(headers[False])
    known_open = "|".join(headers[True])
    return [
        *(
            [Rule("skip", pattern=rf"[ \t]*\|[ \t]*(?:{known})[ \t]*{line}$", level=8)]
            if known
            else ()
        ),
        *(
            [Rule("skip", pattern=rf"[ \t]*(?:{known_open})[ \t]*\n{OPEN_LINE}$", level=8)]
            if known_open
            else ()
        ),
        Rule("skip", pattern=rf"[ \t]*\|[^\n]*{line}$(?:\n[ \t]*\|[^\n]*+)*+", level=9),
        *rules,
    ], list(cells.values())


def prose_cells() -> list[Cell]:
    """Return the cells for what is behind a title in its line: prose, and links at the end.

    Behind a title that is a link, none of those is the main one.
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
    if column.kind == "links":
        return Cell(name, rules=_links(), join=", ", main=HOST)
    if column.kind == "any":
        return Cell(name, rules=_links(), join=", ", main=HOST)
    if column.kind == "section":
        return Cell(name, kind="section", label=column.label or None)
    kind: Literal["published", "field"] = "published" if column.kind == "published" else "field"
    return Cell(name, kind=kind, label=column.label or "-")
