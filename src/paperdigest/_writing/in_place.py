"""A value that is changed in its own piece of a text."""

from collections.abc import Sequence

from paperdigest._grammar.rules import Rule
from paperdigest._parsing.record import Piece
from paperdigest._text.authors import (
    author_spans,
    is_list,
    quote,
    read_authors,
    separator_of,
    write_authors,
)
from paperdigest._writing.located import Edit
from paperdigest._writing.splice import aligned, splice
from paperdigest._writing.writer import Item, values_in

#: The groups that the value of a field may be in; ``copy`` is an identifier that is not the link's.
_VALUES_OF_FIELDS = ("value", "text", "copy")


def names_in_place(text: str, names: Sequence[str], rule: Rule) -> str:
    """Rewrite the authors in a line; those that stay keep their text."""
    as_list = is_list(text)
    found = [item for item in author_spans(text, rule.separator) if item[0]]
    order = aligned([name for name, _, _ in found], names)
    items: list[str] = []
    for index, name in zip(order, names, strict=True):
        if index is not None and found[index][0] == name:
            items.append(text[found[index][1] : found[index][2]])
        else:
            items.append(quote(name) if as_list else name)
    spans = [(start, end) for _, start, end in found]
    separator = ", " if as_list else separator_of(rule.separator)
    if len(spans) > 1:
        separator = text[spans[0][1] : spans[1][0]]
    if spans:
        spliced = splice(
            text, (0, len(text)), spans, order, separator=separator, keeps=lambda gap: False
        )
        written = spliced.join(items)
        if read_authors(written, rule.separator) == tuple(names):
            return written
    return write_authors(names, rule.separator, as_list=as_list)


def item_in_place(text: str, pieces: Sequence[Piece], old: Item, new: Item) -> list[Edit] | None:
    """Return the edits that make one item another, or ``None`` where it has to be rewritten."""
    edits: list[Edit] = []
    old_values, values = values_in(old), values_in(new)
    for name, value in values.items():
        if value == old_values[name]:
            continue
        names = _VALUES_OF_FIELDS if name == "value" else (name,)
        spans = [next(filter(None, map(p.spans.get, names)), None) for p in pieces]
        found = [span for span in spans if span is not None]
        if not found or not isinstance(value, str) or old_values[name] is None:
            return None
        for start, end in found:
            glued = start == end and not text[start - 1 : start].isspace() and name == "text"
            edits.append((start, end, f" {value}" if glued else value))
    return edits
