"""Tables: many rules as one regular expression, which shows the rule that matched."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Protocol

from paperdigest._grammar.patterns import proven, tokens_of
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import BLOCKS, IN_HEAD, NEEDED, TOKENS, VALUES, Attribute

#: The groups that are values to a tokenizer, with the kinds of their tokens. A ``copy`` that
#: differs from the original becomes a field.
_KINDS = {**{name: name for name in TOKENS}, "copy": "value"}


Match = re.Match[str]


class Regex(Protocol):
    """A regular expression, or rules that are tried like one."""

    def match(self, text: str, at: int = ..., end: int = ..., /) -> Match | None:
        """Return the match at a place."""
        ...

    def search(self, text: str, at: int = ..., end: int = ..., /) -> Match | None:
        """Return the first match in a part of a text."""
        ...

    def finditer(self, text: str, at: int = ..., end: int = ..., /) -> Iterator[Match]:
        """Yield the matches in a part of a text."""
        ...


class Entry:
    """A rule in a table, with the numbers of its groups there; 0 if it has no such group.

    Attributes:
        rule: The rule.
        kind: Its kind.
        separator: The text between names.
        groups: All its named groups.
        values: The kinds of the tokens of its values, and their groups, in order; 0 for the text
            of a section or of the rest of a cell, which no group holds.
        start: The empty group at its start, after the line ending before it, or 0 if there is no
            line ending before it.
        places: The labels of fixed place, each with the number of those before it.
        cell: Its cell, if it is in one.
        cells: For the rule of a row: its cells, each with the number of its group.
        rest: Whether it is the text of a cell that no rule claims.
        has_text: Whether it has a text that no group holds: that of a section, or such a rest.
        title: The group of a title.
        url: The group of a URL.
        label: The group of a label.
        alt: The group of the alternative text of an image.
        category: The group of a category.
        held: The group for the kind of the rule.
        attribute: The attribute that this group holds.
        value: The same, if it has no value when the group has none.
        in_head: The attributes whose groups are in the head of a paper, with those.
        own_label: The label of a rule that has no group for it.
        is_main: Returns whether a link to a URL may be the main one.
    """

    __slots__ = (
        "alt", "attribute", "category", "cell", "cells", "groups", "has_text", "held", "in_head",
        "is_main", "kind", "label", "level", "own_label", "places", "rest", "rule", "separator",
        "start", "title", "url", "value", "values",
    )  # fmt: skip

    def __init__(
        self,
        rule: Rule,
        groups: Mapping[str, int],
        start: int = 1,
        *,
        rank: int = 0,
        cell: Cell | None = None,
        cells: Mapping[str, "CellTable"] | None = None,
    ) -> None:
        self.rule = rule
        self.kind = rule.kind
        self.separator = rule.separator
        self.level = groups.get("level", 0)
        self.groups = {name: number for name, number in groups.items() if name != "level"}
        self.start = start
        self.places = {label: rank + index for index, label in enumerate(rule.labels)}
        self.cell = cell
        self.cells: Sequence[tuple[int, CellTable]] = [
            (number, cells[name]) for name, number in groups.items() if cells and name in cells
        ]
        self.rest = cell is not None and rule not in cell.rules
        self.values = [
            (_KINDS[name], number)
            for name, number in groups.items()
            if name in _KINDS and not (cells and name in cells)
        ]
        self.has_text = self.rest or rule.kind == "section"
        if self.has_text:
            self.values.append((NEEDED.get(rule.kind, "text"), 0))
        self.title = groups.get("title", 0)
        self.url = groups.get("url", 0)
        self.category = groups.get("category", 0)
        self.label = groups.get("label", 0)
        self.alt = groups.get("alt", 0)
        self.held = groups.get(NEEDED.get(rule.kind, ""), 0)
        self.attribute = VALUES.get(rule.kind)
        sure = self.attribute and not self.attribute.spare_label and not self.attribute.derived
        self.value = self.attribute if sure else None
        self.in_head: Sequence[tuple[Attribute, int]] = [
            (each, groups[each.group])
            for each in (IN_HEAD if rule.kind == "paper" else ())
            if each.group in groups and not (cells and each.group in cells)
        ]
        self.own_label = rule.label or None
        self.is_main: Callable[[str], object] | None = None
        if rule.main:
            self.is_main = bool
        elif cell is not None and cell.main is not None:
            self.is_main = re.compile(cell.main).match

    def label_in(self, match: Match) -> str:
        """Return the label of what the rule matched, or an empty text if it has none."""
        return (match[self.label] or "").strip() if self.label else self.own_label or ""

    def place_of(self, match: Match) -> int:
        """Return the place of that label in the fixed order of labels, or -1 if it has none."""
        return self.places.get(match[self.label], -1)


class CellTable:
    """The rules within a cell, and the one for text that none of them matches."""

    __slots__ = ("cell", "rest", "table")

    def __init__(self, cell: Cell, table: "Table | None", rest: Entry | None) -> None:
        self.cell = cell
        self.table = table
        self.rest = rest


class Table:
    """Rules as one regular expression.

    Every rule has a group that takes part in its matches, so ``entries[match.lastindex]`` is the
    rule that matched. The first two entries are those of groups that belong to no rule.
    """

    __slots__ = ("entries", "regex")

    def __init__(self, regex: Regex, entries: Sequence[Entry]) -> None:
        self.regex = regex
        self.entries = entries

    def entry(self, match: Match) -> Entry:
        """Return the entry of the rule that matched."""
        return self.entries[match.lastindex or 0]

    def run(self, text: str, at: int, end: int) -> Iterator[tuple[Entry, Match]]:
        """Yield the matches that are one after the other from a place, each with its rule."""
        match = self.regex.match(text, at, end)
        while match:
            yield self.entry(match), match
            if match.end() == at:
                return
            at = match.end()
            match = self.regex.match(text, at, end)


#: Matches before a line whose rule asks for a blank line above: that line, or the end of a tag, but
#: not an empty line of a quotation.
AFTER_BLANK = r"(?:[ \t]*\n|(?<=[^\s>]>\n)|(?<=[^\s>]> \n))"


# The standard `re`, not `regex`: it is three times as fast with these tables over the corpus, and
# they need nothing more. `regex` serves for Unicode text segmentation.
def table_of(
    rules: Sequence[Rule],
    *,
    at_line_start: bool,
    cell: Cell | None = None,
    cells: Mapping[str, CellTable] | None = None,
    patterns_of: Callable[[Rule], Sequence[str]] = attrgetter("patterns"),
) -> Table:
    r"""Join rules in one regular expression, in which the first rule that fits matches.

    At a line start each match begins with the ``\n`` before its line; ``re`` looks for such a
    literal much faster than for ``^``. No group is around a rule, so that ``re`` sees which
    rules the next character rules out, and searches for what all of them start with, as in
    ``\n#``. An empty group at its end shows which rule matched, unless a group of its own does.
    Headings may be indented by up to three spaces.
    """
    alternatives: list[str] = []
    headings: list[str] = []  # the last alternatives, if they are headings
    entries: list[Entry] = []
    first = int(at_line_start)  # the group where most rules start, after the line ending
    last = first  # the number of the last group
    rank = 0
    for rule in rules:
        for pattern in patterns_of(rule):
            tokens = [token for token, _ in tokens_of(pattern)]
            numbers, count = numbered(tokens)
            blank = f"{AFTER_BLANK}()" if rule.after_blank else ""
            start = last + 1 if blank else first
            before = last + bool(blank)
            groups = {name: before + number for name, number in numbers.items()}
            end = "" if _has_sure_group(tokens) else "()"
            last = before + count + len(end) // 2
            entry = Entry(rule, groups, start, rank=rank, cell=cell, cells=cells)
            entries += [entry] * (last + 1 - len(entries))
            gap = r"[ \t]*+" if rule.kind == "section" else ""
            alternative = f"{blank}{_alone(_renamed(tokens, last))}{gap}{end}"
            if rule.kind in BLOCKS and pattern.startswith("#"):
                headings.append(alternative)
            else:
                alternatives += [*_indented(headings), alternative]
                headings.clear()
        rank += len(rule.labels)
    alternatives += _indented(headings)
    line_end = r"\n()" if at_line_start else ""
    body = "|".join(alternatives) or r"(?!)"
    return Table(re.compile(f"{line_end}(?:{body})", re.MULTILINE), entries)


def _indented(headings: Sequence[str]) -> Sequence[str]:
    """Let headings be indented by up to three spaces (CommonMark 0.31, section 4.2)."""
    return [rf"[ ]{{0,3}}+(?:{'|'.join(headings)})"] if headings else ()


def cell_table_of(cell: Cell) -> CellTable:
    """Compile the rules of a cell."""
    rest = None
    if cell.kind is not None:
        group = NEEDED.get(cell.kind, "value")
        with proven():
            rule = Rule(cell.kind, label=cell.label or "", pattern=f"(?P<{group}>.+)")
        rest = Entry(rule, {}, cell=cell)
    table = table_of(cell.rules, at_line_start=False, cell=cell) if cell.rules else None
    return CellTable(cell, table, rest)


def numbered(tokens: Iterable[str]) -> tuple[dict[str, int], int]:
    """Return the numbers of the named groups of a pattern, and how many groups it has.

    `re` knows them too, but compiling what becomes a part of the table anyway takes long.
    """
    groups = [token for token in tokens if token == "(" or token.startswith("(?P<")]
    names = {token[4:-1]: at for at, token in enumerate(groups, 1) if token != "("}
    return names, len(groups)


def _renamed(tokens: Sequence[str], number: int) -> str:
    """Return a pattern whose names are its own among others, which may use the same ones.

    A group loses its name, unless the pattern refers to it.
    """
    used = {token[4:-1] for token in tokens if token.startswith("(?P=")}
    renamed: list[str] = []
    for token in tokens:
        name = token[4:-1]
        if token.startswith("(?P="):
            renamed.append(f"(?P={name}_{number})")
        elif token.startswith("(?P<"):
            renamed.append(f"(?P<{name}_{number}>" if name in used else "(")
        else:
            renamed.append(token)
    return "".join(renamed)


def _has_sure_group(tokens: Iterable[str]) -> bool:
    """Return whether a group, not within another one, takes part in every match."""
    depth, group, sure = 0, False, False  # whether a group has just ended, and whether one is sure
    for text in tokens:
        if depth == 0:
            if text == "|":
                return False
            sure |= group and text[0] not in "?*{"
            group = text == "(" or text.startswith("(?P<")
        if text == ")":
            depth -= 1
        elif text[0] == "(" and text[-1] != ")":
            depth += 1
    return sure or group


def _alone(pattern: str) -> str:
    """Put a pattern in parentheses if it could run into its neighbours."""
    return f"(?:{pattern})" if "|" in pattern else pattern
