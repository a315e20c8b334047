"""A paper that is a table row, after an edit: only the changed cells are rewritten."""

from collections.abc import Iterator

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Cell
from paperdigest._grammar.schema import PAPER, VALUES
from paperdigest._model.values import Paper
from paperdigest._writing.edits.found_rows import found_row_edits
from paperdigest._writing.edits.in_place import item_in_place, names_in_place
from paperdigest._writing.edits.located import Edit, LocatedPaper
from paperdigest._writing.forms.writer import items_of, write_cell, write_head

#: The attributes that have a group of their own in a row, apart from authors, and those groups.
_IN_ROWS = {each.name: each.group for each in PAPER if each.in_head and not each.many} | {
    "arxiv_id": "id"
}

#: The attributes that the cells of a row may contain.
_IN_CELLS = (
    "url",
    *(each.name for each in PAPER if each.kind and (each.spare_label or not each.in_head)),
)


def row_edits(located: LocatedPaper, new: Paper, number: int) -> Iterator[Edit]:
    """Return the edits of a paper that is a table row."""
    if is_made(located.dialect):
        return found_row_edits(located, new)
    return _written_row_edits(located, new, number)


def _written_row_edits(located: LocatedPaper, new: Paper, number: int) -> Iterator[Edit]:
    """Yield the edits of a row that its dialect can write again as a whole."""
    head, old = located.head, located.paper
    edits: list[Edit] = []
    whole = False
    cells = {cell.name for cell in located.dialect.cells}
    for attribute in PAPER:
        group = _IN_ROWS.get(attribute.name)
        if group is None or group in cells or group not in head.spans:
            continue
        before, after = getattr(old, attribute.name), getattr(new, attribute.name)
        if before != after:
            start, end = head.spans[group]
            empty = after == attribute.empty
            written = "" if empty else attribute.respell(located.text[start:end], after)
            edits.append((start, end, written))
            whole = whole or not written
    if old.authors != new.authors:
        names = _edits_of_names(located, new)
        edits += names
        whole = whole or not names
    changed = any(getattr(new, name) != getattr(old, name) for name in _IN_CELLS)
    for cell in located.dialect.cells if changed else ():
        written = write_cell(new, cell, located.style)
        if written == write_cell(old, cell, located.style):
            continue
        inside = _inside_cell(located, new, cell)
        if inside is not None:
            edits += inside
        elif cell.name in head.spans and (written or _is_bare(located, cell)):
            start, end = head.spans[cell.name]
            edits.append((start, end, _in_cell(located.text, start, end, written)))
        else:
            whole = True
    if whole:
        shown = located.number(number)
        yield head.start, head.end, write_head(new, located.dialect, located.style, shown) or ""
    else:
        # Each cell for links has given the edits of all links.
        yield from dict.fromkeys(edits)


def _edits_of_names(located: LocatedPaper, new: Paper) -> list[Edit]:
    """Return the edit of the authors in a row, if a part of it holds them alone."""
    head = located.record[0]
    if "authors" not in head.spans:
        return []
    start, end = head.spans["authors"]
    names = names_in_place(located.text[start:end], new.authors, head.entry.rule)
    return [(start, end, _in_cell(located.text, start, end, names))]


def _in_cell(text: str, start: int, end: int, written: str) -> str:
    """Put a space before what is written in an empty cell."""
    return f" {written}" if start == end and text[start - 1 : start] == "|" else written


def _is_bare(located: LocatedPaper, cell: Cell) -> bool:
    """Return whether a cell may become empty: it has no links, and no emphasis that would stay."""
    if cell.rules:
        return False
    start, end = located.head.spans[cell.name]
    before, after = located.text[:start].rstrip(" \t"), located.text[end:].lstrip(" \t")
    return before.endswith("|") and after.startswith("|")


def _inside_cell(located: LocatedPaper, new: Paper, cell: Cell) -> list[Edit] | None:
    """Return the edits within a cell, or ``None`` where it has to be rewritten."""
    attribute = VALUES.get(cell.kind or "")
    if attribute is None:
        return _cell_edits(located, new, "link" if cell.kind is None else cell.kind)
    value = getattr(new, attribute.name)
    if value == getattr(located.paper, attribute.name):
        return _cell_edits(located, new, "field")
    pieces = located.pieces(attribute.kind or "", 0)
    if not pieces or value is None:
        return None
    start, end = pieces[0].spans["text"]
    return [(start, end, attribute.respell(located.text[start:end], value))]


def _cell_edits(located: LocatedPaper, new: Paper, kind: str) -> list[Edit] | None:
    """Return the edits within a cell, or ``None`` where it has to be rewritten."""
    old_items, items = items_of(located.paper, kind), items_of(new, kind)
    if len(old_items) != len(items):
        return None
    edits: list[Edit] = []
    main = located.pieces("url")
    if kind == "link" and located.paper.url != new.url:
        kept = located.pieces("link", 0)
        if not main or new.url is None:
            return None
        if not kept or kept[0].start != main[0].start:
            edits.append((*main[0].spans["url"], new.url))
        elif new.links[0].url != new.url:
            return None
    for index, (old, item) in enumerate(zip(old_items, items, strict=True)):
        if old != item:
            inside = item_in_place(located.text, located.pieces(kind, index), old, item)
            if inside is None:
                return None
            edits += inside
    return edits
