"""A paper that is a row of a table of an unknown layout, after an edit.

Each value is replaced in its own cell, and each link in the one that it is in. What the cells say
beside their values stays.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from paperdigest._grammar.rules import Cell
from paperdigest._grammar.schema import PAPER, VALUES, Manner
from paperdigest._model.values import Link, Paper
from paperdigest._parsing.record import Piece
from paperdigest._writing.edits.in_place import item_in_place, names_in_place
from paperdigest._writing.edits.located import Edit, LocatedPaper, applied
from paperdigest._writing.forms.writer import write_cell, write_item
from paperdigest._writing.pieces.splice import Span, aligned

#: The attributes that are one value in a group of a row, besides the title and its link.
_SINGLE = [
    each for each in PAPER if each.in_head and not each.many and each.name not in ("title", "url")
]
_WORD = re.compile(r"\w")
#: The end of a cell.
_BAR = re.compile(r"(?<!\\)\||[\r\n]|\Z")
#: What separates cells.
_BARS = re.compile(r"(?<!\\)\|")
#: A cell that has no value: none, a dash or another sign, or a word for it.
_NO_VALUE = re.compile(r"[-–—_/.?xX✗✘❌]{0,3}|(?i:n/?a|none|null)")
#: How many rows show what such cells have.
_ENOUGH = 30


def found_row_edits(located: LocatedPaper, new: Paper) -> Iterator[Edit]:
    """Yield the edits of a paper that is a row."""
    head, old, text = located.head, located.paper, located.text
    for attribute in _SINGLE:
        before, after = getattr(old, attribute.name), getattr(new, attribute.name)
        if before == after or attribute.group not in head.spans:
            continue
        start, end = head.spans[attribute.group]
        if start < end and after is not None:
            yield start, end, attribute.respell(text[start:end], after)
        else:
            yield _put(located, start, end, attribute.write(after, Manner()))
    if old.authors != new.authors:
        yield from _edits_of_names(located, new)
    for cell in located.dialect.cells:
        written = write_cell(new, cell, located.style) if cell.kind else ""
        if (
            cell.kind
            and cell.name in head.spans
            and written != write_cell(old, cell, located.style)
        ):
            start, end = head.spans[cell.name]
            attribute_of_cell = VALUES.get(cell.kind)
            value = getattr(new, attribute_of_cell.name) if attribute_of_cell else None
            if attribute_of_cell and value is not None and start < end:
                written = attribute_of_cell.respell(text[start:end], value)
            yield _put(located, start, end, written)
    yield from _RowLinks(located, new).edits()


def _put(located: LocatedPaper, start: int, end: int, written: str) -> Edit:
    """Return the edit that puts a value in the place of another one, or of none, in its cell.

    Signs beside a value, such as those of emphasis, go with a value that has nothing in its place.
    A cell without a value gets what the text writes in such cells of its column.
    """
    text = located.text
    left = max(text.rfind("|", 0, start), text.rfind("\n", 0, start)) + 1
    found = _BAR.search(text, end)
    right = found.start() if found else end
    if written and start < end:
        return start, end, written
    if _WORD.search(text[left:start]) or _WORD.search(text[end:right]):
        apart = start == end > 0 and not text[start - 1].isspace()
        return start, end, f" {written}" if apart else written
    written = f" {written or _blank(located, left)} "
    # The last cell may have no bar after it.
    return left, right, written if text[right : right + 1] == "|" else written.rstrip()


def _blank(located: LocatedPaper, left: int) -> str:
    """Return what other rows write in a cell that has no value, such as a dash.

    Args:
        located: The paper.
        left: Where its cell starts.
    """
    line = located.text.rfind("\n", 0, left) + 1
    column = len(_BARS.findall(located.text, line, left))
    for origin in islice(located.habits.origins, _ENOUGH):
        row = origin.text.lstrip().partition("\n")[0]
        cells = [cell.strip() for cell in _BARS.split(row)]
        if column < len(cells) and _NO_VALUE.fullmatch(cells[column]):
            return cells[column]
    return ""


def _edits_of_names(located: LocatedPaper, new: Paper) -> Iterator[Edit]:
    """Yield the edit of the authors, which have a cell or follow the title in its own."""
    text = located.text
    pieces = [located.head, *located.pieces("authors")]
    piece = next((each for each in pieces if "authors" in each.spans), None)
    if piece is None:
        return
    start, end = piece.spans["authors"]
    if new.authors:
        names = names_in_place(text[start:end], new.authors, piece.entry.rule)
        yield _put(located, start, end, names)
    elif piece is located.head:
        yield _put(located, start, end, "")
    else:
        yield len(text[: piece.start].rstrip(" \t")), piece.end, ""


class _RowLinks:
    """The links of a row: that of its title, and those in its cells.

    Args:
        located: The paper as it was read.
        new: The edited paper.
    """

    def __init__(self, located: LocatedPaper, new: Paper) -> None:
        self._located = located
        self._old, self._new = located.paper, new
        spans = located.head.spans
        self._title = spans["title"]
        self._cells = [
            cell for cell in located.dialect.cells if cell.kind is None and cell.name in spans
        ]
        #: The cells apart from that of the title.
        self._columns = [cell for cell in self._cells if self._is_apart(spans[cell.name])]
        #: What is in each cell: the index of a link and its piece, -1 for the main link.
        self._there: dict[str, list[tuple[int, Piece]]] = {cell.name: [] for cell in self._cells}
        found = [(-1, piece) for piece in located.pieces("url") if piece is not located.head]
        for index in range(len(self._old.links)):
            found += [(index, piece) for piece in located.pieces("link", index)]
        for index, piece in sorted(found, key=lambda each: each[1].start):
            assert piece.entry.cell is not None
            self._there[piece.entry.cell.name].append((index, piece))

    def _is_apart(self, span: Span) -> bool:
        start, end = self._title
        return "|" in self._located.text[end : span[0]] or span[1] < start

    def edits(self) -> Iterator[Edit]:
        """Yield the edits of the title and the links."""
        text, head, url = self._located.text, self._located.head, self._new.url
        start, end = self._title
        title = self._new.title
        main: str | None = None
        if url != self._old.url and "url" in head.spans:
            first, last = head.spans["url"]
            if url is not None:
                yield first, last, url
            elif text[start - 1 : start] + text[end:first] + text[last : last + 1] == "[]()":
                start, end = start - 1, last + 1
        elif url is not None and self._old.url is None:
            takes = [cell for cell in self._columns if cell.main is not None]
            main = min(takes, key=lambda cell: cell.main != "").name if takes else None
            title = title if takes else f"[{title}]({url})"
        if title != text[start:end]:
            yield start, end, title
        links = self._new.links
        order = self._order()
        homes = self._homes(order)
        for cell in self._cells:
            had = self._there[cell.name]
            wanted = [-1] if cell.name == main else [at for at, _ in had if at < 0 and url]
            places = [place for place, home in enumerate(homes) if home == cell.name]
            kept: list[tuple[int | None, Link]] = [
                (at, Link(cell.main_label or "Link", url or "")) for at in wanted
            ]
            kept += [(order[place], links[place]) for place in places]
            yield from self._cell_edits(cell, kept)

    def _order(self) -> list[int | None]:
        """Return the index of the old link of each new one, by value or else by label."""
        old, new = self._old.links, self._new.links
        if set(old) & set(new) or len(set(old)) < len(old):
            return aligned(old, new)
        return aligned([each.label for each in old], [each.label for each in new])

    def _homes(self, order: Sequence[int | None]) -> list[str]:
        """Return the cell of each new link: its own, that of the link before it, or the last."""
        cells = {at: name for name, there in self._there.items() for at, _ in there}
        spans = self._located.head.spans
        last = max(self._columns or self._cells, key=lambda cell: spans[cell.name][0], default=None)
        home = last.name if last else ""
        homes: list[str] = []
        for index in order:
            home = home if index is None else cells.get(index, home)
            homes.append(home)
        return homes

    def _cell_edits(self, cell: Cell, links: Sequence[tuple[int | None, Link]]) -> Iterator[Edit]:
        """Yield the edits of the links in one cell.

        Args:
            cell: The cell.
            links: The links that it will have, each with the index of the old one that it was.
        """
        text, had = self._located.text, self._there[cell.name]
        pieces: dict[int | None, Piece] = dict(had)
        written = [self._written(cell, pieces.get(at), at, link) for at, link in links]
        if [at for at, _ in links] == [at for at, _ in had]:
            for (_, piece), each in zip(had, written, strict=True):
                if text[piece.start : piece.end] != each:
                    yield piece.start, piece.end, each
            return
        joint = cell.join
        if len(had) > 1:
            joint = text[had[0][1].end : had[1][1].start]
        elif had and text[had[0][1].end - 1].isalnum():
            joint = " "  # a comma would be a part of a bare address
        if had:
            yield _put(self._located, had[0][1].start, had[-1][1].end, joint.join(written))
            return
        start, end = self._located.head.spans[cell.name]
        if _WORD.search(text, start, end):
            yield end, end, f" {joint.join(written)}"
        else:
            yield _put(self._located, start, end, joint.join(written))

    def _main_edits(self, piece: Piece, url: str) -> Iterator[Edit]:
        """Yield the edits of the main link, and of its label where that is the identifier."""
        yield (*piece.spans["url"], url)
        label, old, new = piece.spans.get("label"), self._old.arxiv_id, self._new.arxiv_id
        if label is not None and new is not None and self._located.text[slice(*label)] == old:
            yield (*label, new)

    def _written(self, cell: Cell, piece: Piece | None, at: int | None, link: Link) -> str:
        """Return the text of a link, that of the old one with the edits of its values."""
        located = self._located
        if piece is not None and at is not None:
            edits: list[Edit] | None
            if at < 0:
                edits = list(self._main_edits(piece, link.url))
            else:
                edits = item_in_place(located.text, [piece], self._old.links[at], link)
            if edits is not None:
                return applied(located.text, piece.start, piece.end, edits)
        rules = [rule for rule in cell.rules if rule.kind == "link"]
        found = write_item(link, rules, located.style)
        return found[1] if found else ""
