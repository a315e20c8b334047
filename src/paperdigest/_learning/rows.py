"""From the row of an example to the rule that parses rows, and to the cells that hold more."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import product

import attrs

from paperdigest._grammar.commonmark import LINK_ANYWHERE
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.templates import names_in
from paperdigest._learning.heads import WRAP
from paperdigest._learning.lines import is_fixed, literal, names_span, number_named
from paperdigest._learning.links import URL
from paperdigest._model.values import Field, Paper, Section
from paperdigest._text.dates import read_date
from paperdigest._text.votes import VOTES

_CELL = r"[^|\n]*+"
#: The last cell of a row may hold bars, as prose does, except the one that ends the row.
_LAST = r"(?:[^|\n]|\|(?![ \t]{0,8}+$))*+"
_ONE = rf"(?:[^|\n]|{WRAP})"
#: The marks allowed between a title and the text after it.
_MARKS = r"[*_]{0,4}+"
_LINK = re.compile(r"\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]*)\)")


@attrs.frozen
class _Rest:
    """The text after a title in its cell.

    Attributes:
        before: The text that starts it, in all rows that have it.
        text: The text after that.
        after: The marks that end it.
    """

    before: str
    text: str
    after: str = ""


@attrs.frozen
class _Column:
    """A cell as it is parsed and written.

    Attributes:
        pattern: Its pattern.
        ways: The templates of it, that with most values first.
    """

    pattern: str
    ways: tuple[str, ...]

    @classmethod
    def of(cls, pattern: str, cell: str, value: str, name: str) -> "_Column":
        """Return the column of a cell with one value. Text around it is not written without it."""
        if cell == value:
            return cls(pattern, (f"{{{name}?}}",))
        return cls(pattern, (cell.replace(value, f"{{{name}}}", 1), ""))

    @classmethod
    def marked(cls, cell: str, value: str, name: str) -> "_Column | None":
        """Return the column of a cell with a value and marks, or ``None`` if it has words."""
        before, found, after = cell.partition(value)
        around = "".join((before + after).split())
        if not found or re.search(r"[^\W_]", around):
            return None
        marks = re.escape("".join(dict.fromkeys(around)))
        held = rf"(?P<{name}>[^|\n{marks}]*+)"
        pattern = rf"[ \t{marks}]*+{held}[ \t{marks}]*+" if marks else held
        return cls.of(pattern, cell.strip(), value, name)


@attrs.frozen(slots=False)
class Row:
    """The row of an example.

    Attributes:
        line: The line of the row, or the lines.
        rows: All rows of its table, the header first.
        paper: The example.
        separator: The text between its authors.
        title: Its title as it is written.
    """

    line: str
    rows: Sequence[str]
    paper: Paper
    separator: str
    title: str

    def rule(self) -> Rule:
        """Return the rule for the row and for others like it; ``cells`` has its other cells."""
        ways = product(*(column.ways for column in self._columns))
        body = r"\|".join(column.pattern for column in self._columns)
        pattern = rf"\|(?![ \t:|-]*+$){body}\|?+[ \t]*$"
        templates = [f"| {' | '.join(cells)} |" for cells in ways]
        return Rule("paper", templates, pattern=pattern, separator=self.separator)

    def cells(self) -> Iterator[Cell]:
        """Yield the cells that are not attributes: links, prose, or a field named by the header."""
        labels = cells_of(self.rows[0])
        for index, cell in enumerate(self._texts):
            if index == self._titled:
                if self._rest is not None and not self._names_follow:
                    yield self._cell(index, self._rest.text, "", prose=True)
            elif self._columns[index].ways == (f"{{cell{index}?}}",):
                label = labels[index].strip() if index < len(labels) else ""
                items: Sequence[Section | Field] = (*self.paper.sections, *self.paper.fields)
                own = next((each for each in items if _text_of(each) == cell.strip()), None)
                prose = isinstance(own, Section)
                yield self._cell(index, cell, own.label or "" if own else label, prose=prose)

    def _cell(self, index: int, text: str, label: str, *, prose: bool) -> Cell:
        name = f"cell{index}"
        if "](" not in text:
            kind = "section" if prose else "field"
            return Cell(name, kind=kind, label=label or (None if prose else "-"))  # type: ignore[arg-type]
        url = self.paper.url
        links = list(_LINK.finditer(text))
        # If no row has another link to choose from, the address of this one does not matter.
        site = r"https?://[^/]*" if prose or self._has_several(index) else r"https?://"
        main = re.match(site, url) if url and url in text else None
        if prose and main:
            label = next((link["label"] for link in links if link["url"] == url), "")
        join = text[links[0].end() : links[1].start()] if prose and len(links) > 1 else " "
        return Cell(
            name,
            rules=[Rule("link", "[{label?}]({url})", pattern=LINK_ANYWHERE)],
            join=join,
            main=re.escape(main[0]) if main else None,
            main_label=label if main else "",
        )

    def _has_several(self, index: int) -> bool:
        """Return whether a cell has several links, in any row."""
        return any(
            each.count("](") > 1 for row in self.rows for each in cells_of(row)[index : index + 1]
        )

    @cached_property
    def _size(self) -> int:
        """How many cells the header has."""
        return len(cells_of(self.rows[0]))

    @cached_property
    def _texts(self) -> Sequence[str]:
        """The cells of the row. If it has more bars than the header, the others are prose."""
        cells = cells_of(self.line)
        titled = next(index for index, cell in enumerate(cells) if self.title in cell)
        more = max(len(cells) - self._size, 0)
        first = len(cells) - 1 - more if self._has_prose_last else titled
        past = first + 1 + more
        return [*cells[:first], "|".join(cells[first:past]), *cells[past:]]

    @cached_property
    def _has_prose_last(self) -> bool:
        """Whether the last cell of some rows is prose with bars, so that they have too many."""
        found = [cells for row in self.rows if len(cells := cells_of(row)) > self._size]
        return any("](" not in cells[-1] and cells[-1].strip() for cells in found)

    @cached_property
    def _titled(self) -> int:
        """The number of the cell with the title."""
        return next(index for index, cell in enumerate(self._texts) if self.title in cell)

    @cached_property
    def _columns(self) -> Sequence[_Column]:
        """The cells, as they are parsed and written."""
        found: list[_Column] = []
        held = frozenset({"authors"} if self._names_follow else ())
        for index, cell in enumerate(self._texts):
            name = f"cell{index}"
            last = index == len(self._texts) - 1 and self._has_prose_last
            column = (
                self._title_column(cell, name)
                if index == self._titled
                else self._typed(cell, held)
                or _Column(rf"(?P<{name}>{_LAST if last else _CELL})", (f"{{{name}?}}",))
            )
            held |= names_in(column.ways[0])
            found.append(column)
        return found

    def _typed(self, cell: str, held: Set[str]) -> _Column | None:
        """Return the column of a cell with an attribute that no earlier cell holds."""
        paper = self.paper
        if "authors" not in held and paper.authors and paper.authors[0] in cell:
            span = names_span(cell, paper.authors)
            column = span and _Column.marked(cell, cell[slice(*span)], "authors")
            return column or _Column(rf"(?P<authors>{_CELL})", ("{authors?}",))
        votes = re.search(r"[0-9]+", cell) if "votes" not in held and "](" not in cell else None
        if votes and (votes[0].lstrip("0") or "0") == str(paper.votes):
            pattern = rf"[^|\n0-9]*+(?P<votes>(?:{VOTES})?+){_CELL}"
            return _Column.of(pattern, cell.strip(), votes[0], "votes")
        day = None if "published" in held else paper.published
        if day and read_date(cell.strip()) == day:
            return _Column(rf"(?P<published>{_CELL})", ("{published?}",))
        category = None if "category" in held else paper.category
        return _Column.marked(cell, category, "category") if category else None

    def _title_column(self, cell: str, name: str) -> _Column:
        before, _, follows = cell.partition(self.title)
        number = r"[ \t]*+(?:[0-9]{1,9}+[.):]?+)?+" if re.search("[0-9]", before) else ""
        lead = rf"{number}[ \t*_]*+"
        closing = follows.lstrip("*_")
        marks = follows[: len(follows) - len(closing)]
        written = f"{number_named(before).lstrip()}{{title}}{marks}"
        if before.endswith("[") and closing.startswith(f"]({self.paper.url})"):
            title = rf"(?P<title>(?:(?!\]\(){_ONE})++)"
            more = self._after_link(closing.removeprefix(f"]({self.paper.url})"))
            pattern = rf"{lead}\[{title}\]\((?P<url>{URL})\){more.pattern}{_CELL}"
            return _Column(pattern, tuple(f"{written}]({{url}}){way}" for way in more.ways))
        if self._rest is None:
            pattern = rf"{lead}(?P<title>(?:[^|*\n]|{WRAP})++)[*_]*+[ \t]*+"
            return _Column(pattern, (written,))
        name = "authors" if self._names_follow else name
        links = "](" in self._rest.text
        start = literal(self._rest.before.strip())
        if start and self._rest.before[:1].isspace():
            start = rf"[ \t]{{1,8}}+{start}"
        if start and self._rest.before[-1:].isspace():
            start += r"(?=\s)"
        if not links:  # no title has two spaces
            start = rf"(?:{start}|[ \t]{{2,8}}+)" if start else r"[ \t]{2,8}+"
        title = rf"(?P<title>(?:(?!{_MARKS}(?:{start}|[ \t]{{0,8}}+\|)){_ONE})++)"
        # Prose may hold bars that nothing escapes.
        rest = (
            rf"(?P<{name}>{_CELL}))?+{_CELL}" if links else rf"(?P<{name}>[^\n]*?)|[ \t]{{0,8}}+)"
        )
        return _Column(
            rf"{lead}{title}{_MARKS}(?:{start}{rest}",
            (f"{written}{self._rest.before}{{{name}?}}{self._rest.after}",),
        )

    def _after_link(self, text: str) -> _Column:
        """Return the column for the text after a linked title: marks, and maybe the category."""
        bare = text.lstrip("*_")
        marks = text[: len(text) - len(bare)]
        category = self.paper.category
        before, found, after = bare.partition(category or "|")
        if not found or not is_fixed(before + after):
            return _Column("", (marks,))
        end = re.escape(after.strip()[:1])
        held = rf"{literal(before.strip())}(?P<category>[^|\n{end}]++)"
        written = f"{marks}{before}{{category}}{after.rstrip()}"
        return _Column(rf"[*_]*+[ \t]*+(?:{held})?+", (written, marks))

    @cached_property
    def _rest(self) -> _Rest | None:
        """The text after the title in its cell, if it is more than marks."""
        cell = self._texts[self._titled]
        before, _, follows = cell.partition(self.title)
        follows = follows.lstrip("*_")
        if is_fixed(follows) or before.endswith("["):
            return None
        if first := _LINK.search(follows):
            text = follows[: first.start()]
            if text.strip() and self._is_common(text.strip()):
                last = follows.rindex(")", 0, len(follows.rstrip()) - 1) + 1
                after = follows[last:].rstrip()
                return _Rest(text, follows[first.start() :], after if is_fixed(after) else "")
        marks = re.match(r"\s*(?:<br[ ]?/?>|[^\w\s]|_)+\s*|\s*", follows)
        start = marks[0] if marks else ""
        found = start.strip() or len(start) > 1
        return _Rest(start, follows[len(start) :]) if found else None

    @cached_property
    def _names_follow(self) -> bool:
        """Whether the authors are after the title."""
        first, last = self.paper.authors[:1], self.paper.authors[-1:]
        text = self._rest.text.strip() if self._rest else ""
        return bool(first) and text.startswith(first) and text.endswith(last)

    def _is_common(self, text: str) -> bool:
        """Return whether most rows have a text."""
        titles = [row for row in self.rows if not re.fullmatch(r"[ \t:|-]*", row)]
        return 2 * sum(text in row for row in titles) >= len(titles)


def _text_of(item: Section | Field) -> str:
    return item.text if isinstance(item, Section) else item.value


def joined(one: Cell | None, other: Cell) -> Cell:
    """Return what two examples show about a cell: its main link may be at either site."""
    if one is None or one.main is None or other.main is None:
        return one or other
    sites = dict.fromkeys([*one.main.split("|"), other.main])
    return attrs.evolve(one, main="|".join(sites))


def cells_of(line: str) -> list[str]:
    """Return the cells of a row."""
    return line.strip().removeprefix("|").removesuffix("|").split("|")
