"""A paper that is a row of an HTML table, after an edit: each value is in its own column."""

from collections.abc import Iterator, Sequence

from paperdigest._grammar.rules import Rule
from paperdigest._parsing.record import Piece
from paperdigest._writing.edits.located import Edit, LocatedPaper
from paperdigest._writing.edits.removals import removals
from paperdigest._writing.forms.writer import Item, values_in
from paperdigest._writing.pieces.cells import cell_of, cells_in, columns_of, content_of, is_silent


def is_html_row(located: LocatedPaper) -> bool:
    """Return whether a paper is a row of an HTML table, with its title in one of the cells."""
    cells = cells_in(located.text)
    return len(cells) > 1 and cell_of(cells, located.head) is not None


def html_row_edits(
    located: LocatedPaper,
    groups: Sequence[Sequence[Piece]],
    order: Sequence[int | None],
    items: Sequence[Item],
    written: Sequence[tuple[Rule, str]],
) -> Iterator[Edit]:
    """Yield the edits of a list in a row of an HTML table, each item in its cell.

    Args:
        located: The paper.
        groups: The pieces of each old item.
        order: The index of the old item of each new one.
        items: The new items.
        written: The text of each, with its rule.
    """
    gone = [group for index, group in enumerate(groups) if index not in order]
    yield from removals(located.text, [piece for group in gone for piece in group])
    new: list[tuple[str, str]] = []
    for index, item, (_, text) in zip(order, items, written, strict=True):
        if index is None:
            new.append((values_in(item).get("label") or "", text))
            continue
        start, end = groups[index][0].start, groups[index][-1].end
        if text != located.text[start:end]:
            yield start, end, text
    yield from added_in_row(located, written[0][0].kind if written else "", new)


def added_in_row(
    located: LocatedPaper, kind: str, added: Sequence[tuple[str, str]]
) -> Iterator[Edit]:
    """Yield the edits that add values to a row of an HTML table, in the columns of such values.

    A value without a column is left out, since nothing shows where it could go.

    Args:
        located: The paper.
        kind: The kind of the rule of the values.
        added: The label and the text of each.
    """
    text, cells = located.text, cells_in(located.text)
    columns = list(columns_of(text, located.after_head))
    written: dict[int, list[str]] = {}
    for label, value in added:
        column = located.style.column_for(kind, label)
        if column is not None and column.width == len(cells):
            written.setdefault(column.at, []).append(content_of(value))
    for index, values in written.items():
        start, end = cells[index]
        if is_silent(text, (start, end)):
            yield start, end, " ".join(values)
        elif any(each.kind == kind and each.at == index for each in columns):
            end = len(text[:end].rstrip())
            yield end, end, " ".join(["", *values])
