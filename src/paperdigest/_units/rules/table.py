"""From units to a dialect: an ordinary table of rules, made once for all texts of the same shape."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise, takewhile, zip_longest
from typing import Any, NamedTuple, cast

from paperdigest._grammar.dialect import Dialect, made_by
from paperdigest._grammar.patterns import proven
from paperdigest._text.votes import VOTES
from paperdigest._units.patterns.days import day_in
from paperdigest._units.patterns.forms import NAMES_FIRST
from paperdigest._units.patterns.shapes import BARS, VOTES_SIGN, VOTES_WORD
from paperdigest._units.patterns.titles import is_person
from paperdigest._units.patterns.words import (
    is_chapter,
    is_shallow,
    names_a_speaker,
    names_no_group,
    roles_of,
)
from paperdigest._units.rules.around import chapter_rules, end_rules, group_rules
from paperdigest._units.rules.below import line_rules
from paperdigest._units.rules.contents import Below, Names
from paperdigest._units.rules.heads import paper_rules
from paperdigest._units.rules.inline import inline_rules
from paperdigest._units.rules.names import has_turned_names
from paperdigest._units.rules.page_rules import page_rules
from paperdigest._units.rules.row_rules import prose_cells, row_rules
from paperdigest._units.rules.surnames import places_of_surnames
from paperdigest._units.search.chapters import words_of
from paperdigest._units.search.choice import Choice
from paperdigest._units.search.columns import Column, Rows
from paperdigest._units.search.evidence import has_byline, label_of
from paperdigest._units.search.lines import Key, Line
from paperdigest._units.search.page import Page
from paperdigest._units.search.unit import Unit

NAME = "general"
DESCRIPTION = "One-off digests of any layout: headings, lists or tables with labelled values."

#: How many labels of one kind, and how many headings, a table names. Each of them is tried in every
#: line; a text with more hardly uses them as labels.
_MOST = 24
#: How many titles are checked for names and days below them.
_LOOKED_AT = 40
#: A labelled value or a link, a bar or a dot, and another one; its label, if it has one.
_SIDE_BY_SIDE = re.compile(
    r"(?:[A-Z][\w /-]{0,24}(?:\*\*)?:(?:\*\*)?[ ][^\n|·•｜\[\]]{1,80}?[ ][|·•｜][ ][^\w\n\[]{0,8}"
    r"(?:(?P<label>[A-Z][\w /-]{0,24}?)(?:\*\*)?:|\[)"
    r"|\]\([^()\s]*\)[ ][|·•｜][ ][^\w\n\[]{0,8}(?P<after>[A-Z][\w /-]{0,24}?)(?:\*\*)?:)"
)
_PIPED = re.compile(r"<https?://[^\s<>|]+\|[^<>|\n]+>")
#: A tag that holds values after a title.
_TAG = re.compile(r"<(?:a|i|em|sub|sup|small|span|u)[ >]")
_SIGNS = re.compile(r"^[^\w\n]+")
#: The fewest values side by side that show how a text is written.
_FEW = 2
_THUMBS = re.compile(rf"{VOTES_SIGN}[ \t]*[0-9]|^\W{{0,6}}{VOTES} {VOTES_WORD}", re.MULTILINE)


class Shape(NamedTuple):
    """What a table is made of.

    Attributes:
        page: Where the title and the date are.
        units: The units.
        below: The contents of a paper.
        chapters: Headings of chapters without papers.
        setext: Whether headings are underlined.
        tight: Whether headings have no space after their mark.
        bold: Whether bold lines are above items that are papers.
        tables: The tables whose rows are papers.
        over: Headings over papers that do not name a group.
        shallow: Headings of chapters without papers that end at any other heading.
    """

    page: Page
    units: tuple[Unit, ...]
    below: Below
    chapters: frozenset[str] = frozenset()
    setext: bool = False
    tight: bool = False
    bold: bool = False
    tables: tuple[Rows, ...] = ()
    over: frozenset[str] = frozenset()
    shallow: frozenset[str] = frozenset()

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle plain tuples, since each paper that is pickled by itself carries its shape."""
        return _restored, tuple(map(_plain, self))


def _plain(value: object) -> object:
    """Return a value with plain tuples in place of named ones, which pickle to more bytes."""
    if not isinstance(value, tuple):
        return value
    return tuple(map(_plain, cast("tuple[object, ...]", value)))


def _restored(*values: Any) -> Shape:  # noqa: ANN401
    plain = Shape(*values)
    return plain._replace(
        page=Page(*plain.page),
        units=tuple(Unit(Key(*unit[0]), *unit[1:]) for unit in plain.units),
        below=Below(Names(*plain.below[0]), *plain.below[1:]),
        tables=tuple(
            Rows(tuple(Column(*each) for each in rows[0]), *rows[1:]) for rows in plain.tables
        ),
    )


def table_for(shape: Shape) -> Dialect:
    """Return the dialect of a shape. It is pickled as the shape."""
    return made_by(_table_for, shape)


@lru_cache(maxsize=32)
def _table_for(shape: Shape) -> Dialect:
    # Its patterns consist of literal text and of pieces that a test proves to be safe.
    with proven():
        return _made(shape)


def _made(shape: Shape) -> Dialect:
    mixed = any(unit.key.mark == "-" for unit in shape.units)
    folds = any(unit.key.mark == "<summary>" for unit in shape.units)
    papers = [
        rule
        for unit in shape.units
        for rule in paper_rules(
            unit,
            written=unit.key.marks == shape.units[0].key.marks,
            mixed=mixed,
            leads=[
                other.key.lead
                for other in shape.units
                if other.key != unit.key and other.key.marks == unit.key.marks
            ],
            surnames=shape.below.names.surnames,
            folds=folds,
        )
    ]
    rows, cells = (
        row_rules(shape.tables, surnames="cited" in shape.below.names.surnames)
        if shape.tables
        else ([], [])
    )
    if any(unit.prose for unit in shape.units):
        cells = [*cells, *prose_cells()]
    item = shape.below.item
    paragraphs = any(not unit.key.mark for unit in shape.units)
    parts = "|".join(re.escape(part) for part in shape.below.parts)
    rules = [
        *page_rules(shape.page),
        *chapter_rules(shape.chapters, shape.over, shape.shallow),
        *(rows if not papers else ()),
        *papers,
        *(rows if papers else ()),
        *group_rules(
            setext=shape.setext,
            tight=shape.tight,
            parts=f"(?:{parts})" if parts else "",
            bold=shape.bold,
        ),
        *(end_rules(shape.units[0].key.indent, paragraphs=paragraphs, folds=folds) if item else ()),
        *line_rules(shape.below),
        *inline_rules(shape.below),
    ]
    return Dialect(NAME, rules, cells=cells, description=DESCRIPTION)


def shape_of(
    text: str, page: Page, choice: Choice, lines: Sequence[Line], tables: Sequence[Rows]
) -> Shape:
    """Return what the table for a text is made of."""
    keys = {unit.key for unit in choice.units}
    heads = {line.start for line in choice.lines}
    headings = [line for line in lines if line.level]
    inside = [line for line in lines if not line.level]
    chapters, over, shallow = set(choice.chapters), set[str](), set[str]()
    for line in headings:
        words = words_of(text, line)
        if line.key in keys:
            if line.start not in heads and is_chapter(words):
                chapters.add(words)
        elif is_shallow(words):
            shallow.add(words)
        elif is_chapter(words):
            chapters.add(words)
        elif names_no_group(_SIGNS.sub("", words)):
            over.add(words)
    labels = [(line, label_of(text, line)) for line in inside]
    known = [(line, label, roles_of(label) if label else ()) for line, label in labels]
    return Shape(
        page,
        choice.units,
        _below(text, choice, lines, known),
        _a_few(chapters),
        setext=any(line.mark in ("=", "--") for line in headings),
        tight=any(line.lead == "#" for line in inside),
        bold=any(unit.key.mark == "-" for unit in choice.units)
        and any(line.lead == "**" and not line.mark and not roles for line, _, roles in known),
        tables=tuple(tables),
        over=_a_few(over),
        shallow=_a_few(shallow),
    )


def _below(
    text: str,
    choice: Choice,
    lines: Sequence[Line],
    known: Sequence[tuple[Line, str, Collection[str]]],
) -> Below:
    """Return the contents of the papers of a text.

    Args:
        text: The text.
        choice: Its units.
        lines: Its lines.
        known: The lines that are not headings, each with its label and the roles of that label.
    """
    beside = [match["label"] or match["after"] or "" for match in _SIDE_BY_SIDE.finditer(text)]
    barred = len(beside) >= _FEW
    found = [(label, roles) for _, label, roles in known]
    found += [(label, roles_of(label)) for label in set(beside) if barred]
    labels: dict[str, set[str]] = {}
    for label, roles in found:
        for role in roles:
            labels.setdefault(role, set()).add(label)
    units = choice.units
    rows = (text.count("|", line.start, line.end) for line, _, _ in known if line.mark == "|")
    return Below(
        _names(text, choice, lines),
        labels=tuple((role, tuple(sorted(each)[:_MOST])) for role, each in sorted(labels.items())),
        item=any(each.key.mark == "-" for each in units[:1]),
        quote=any(each.key.quote for each in units),
        html=any(part.startswith("<") for each in units for part in each.key[2:])
        or any(_TAG.search(text, line.start, line.end) for line in choice.lines[:50]),
        cells=sum(bars == BARS for bars in rows) >= 2,
        thumbs=_THUMBS.search(text) is not None,
        parts=_parts(text, choice, lines),
        indented=any(
            each.key.mark.startswith("<") or each.key.lead.startswith(("<", "!!!", "???"))
            for each in units
        )
        or _are_indented(choice, lines),
        piped=_PIPED.search(text) is not None,
        barred=barred,
        counted=any(each.key[2:] == ("-", "title:") for each in units),
        dated=_has_days(text, choice, lines)
        and not names_a_speaker(label for _, label, _ in known if label),
        apart=any(each.key.mark != "-" for each in units),
    )


def _names(text: str, choice: Choice, lines: Sequence[Line]) -> Names:
    """Return where the papers of a text have names."""
    units = choice.units
    before = bool(units) and units[0].forms[0].startswith(NAMES_FIRST)
    below = _has_bylines(text, choice, lines)
    return Names(
        before=before,
        # A paper that is a single line has nothing below its title.
        in_line=not before and (not below or _has_single_lines(choice, lines)),
        emphasised=not before and any(each.emphasised for each in units),
        below=below,
        further=_has_names_below(text, choice, lines),
        surnames=places_of_surnames(text),
        turned=has_turned_names(text),
    )


def _parts(text: str, choice: Choice, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the headings inside papers: those that repeat, if papers are headings too."""
    unit = choice.units[0] if choice.units else None
    if unit is None or not unit.key.mark.startswith("#"):
        return ()
    # They are deeper than the titles, unless titles and other values are headings with labels.
    least = unit.key.mark.count("#") + (unit.key.lead != "title:")
    keys = {each.key for each in choice.units}
    inside = (line for line in lines if line.level >= least and line.key not in keys)
    found = Counter(words_of(text, line) for line in inside)
    return tuple(sorted(words for words, count in found.items() if count >= 2)[:_MOST])


def _a_few(headings: AbstractSet[str]) -> frozenset[str]:
    """Return at most as many headings as a table names."""
    return frozenset(sorted(headings)[:_MOST])


def _has_bylines(text: str, choice: Choice, lines: Sequence[Line]) -> bool:
    """Return whether names are right below most titles of the largest unit."""
    heads = {line.start for line in choice.lines}
    # A title right above another one shows nothing.
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if line.start in heads and below.start not in heads
    ][:_LOOKED_AT]
    found: dict[Key, list[bool]] = {}
    for line, below in pairs:
        found.setdefault(line.key, []).append(has_byline(text, line, below))
    most = max(found.values(), key=len) if found else []
    return 5 * sum(most) >= 3 * len(most) > 0 and 2 * len(most) >= len(pairs)


def _has_single_lines(choice: Choice, lines: Sequence[Line]) -> bool:
    """Return whether a title is right below another one, so that a paper has no other lines."""
    heads = {line.start for line in choice.lines}
    return any(line.start in heads and below.start in heads for line, below in pairwise(lines))


def _are_indented(choice: Choice, lines: Sequence[Line]) -> bool:
    """Return whether the lines right below most titles without a mark are indented."""
    heads = {line.start for line in choice.lines if not line.mark}
    pairs = [(line, below) for line, below in pairwise(lines) if line.start in heads][:_LOOKED_AT]
    return 5 * sum(below.indent > line.indent + 1 for line, below in pairs) >= 3 * len(pairs) > 0


def _has_days(text: str, choice: Choice, lines: Sequence[Line]) -> bool:
    """Return whether a day is in the line of a title or right below one."""
    heads = {line.start for line in choice.lines}
    pairs = [(line, below) for line, below in zip_longest(lines, lines[1:]) if line.start in heads]
    return any(day_in(text[line.start : (below or line).end]) for line, below in pairs[:_LOOKED_AT])


def _has_names_below(text: str, choice: Choice, lines: Sequence[Line]) -> bool:
    """Return whether a line of names is a few lines below most titles, but not right below."""
    heads = {line.start for line in choice.lines}
    starts = [at for at, line in enumerate(lines) if line.start in heads][:_LOOKED_AT]
    found = 0
    for at in starts:
        below = list(takewhile(lambda line: line.start not in heads, lines[at + 1 : at + 5]))
        found += any(
            not line.level and is_person(text[line.words : line.end].strip(" *_.\\"))
            for line in below[1:]
        )
    return 5 * found >= 3 * len(starts) > 0


def nothing(page: Page) -> Dialect:
    """Return the dialect of a text without papers, which parses its title and date."""
    return table_for(Shape(page, (Unit(Key(0, 0, "###", "["), ("link",), "line"),), Below()))


#: The shape of new papers in a text without papers.
STANDARD = Shape(
    Page(heading="#", dated="heading"),
    (
        Unit(Key(0, 0, "###", "["), ("link",)),
        Unit(Key(0, 0, "###", "w"), ("plain",), "shown"),
    ),
    Below(labels=(("section", ("Abstract", "Summary")),)),
)


def standard(page: Page) -> Dialect:
    """Return the dialect that writes papers into a text without any.

    Args:
        page: Where the title and the date are.
    """
    return table_for(STANDARD._replace(page=page))
