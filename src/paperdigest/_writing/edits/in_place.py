"""A value that is changed in its own piece of a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperdigest._grammar.rules import Rule
from paperdigest._parsing.record import Piece
from paperdigest._text.authors import (
    Separator,
    author_spans,
    is_list,
    marked_spans,
    quote,
    read_authors,
    separator_of,
    write_authors,
)
from paperdigest._writing.edits.located import Edit
from paperdigest._writing.forms.writer import Item, values_in
from paperdigest._writing.pieces.splice import aligned, splice

#: The groups that may hold the value of a field; ``copy`` is an identifier outside of the link.
_VALUES_OF_FIELDS = ("value", "text", "copy")


class _Name(NamedTuple):
    """A name in a line of authors.

    Attributes:
        name: The name.
        start: Where it starts.
        end: Where it ends.
        opens: The marks before it, such as those of emphasis or a link.
        closes: The marks after it, such as those and a sign of a footnote.
    """

    name: str
    start: int
    end: int
    opens: str
    closes: str


def _names_in(text: str, separator: Separator) -> Iterator[_Name]:
    """Yield the names in a line of authors, empty ones too."""
    marked = marked_spans(text, separator)
    for (name, start, end), (first, last) in zip(
        author_spans(text, separator), marked, strict=True
    ):
        yield _Name(name, start, end, text[first:start], text[end:last])


def names_in_place(text: str, names: Sequence[str], rule: Rule) -> str:
    """Rewrite the authors in a line; those that stay keep their text and the marks around it."""
    as_list = is_list(text)
    found = [item for item in _names_in(text, rule.separator) if item.name]
    if any(item.opens and not item.closes for item in found):
        # The marks are around several names.
        found = [item._replace(opens="", closes="") for item in found]
    order = aligned([item.name for item in found], names)
    items: list[str] = []
    for index, name in zip(order, names, strict=True):
        if index is None:
            items.append(quote(name) if as_list else name)
            continue
        item = found[index]
        kept = text[item.start : item.end] if item.name == name else None
        items.append(item.opens + (kept or (quote(name) if as_list else name)) + item.closes)
    spans = [(item.start - len(item.opens), item.end + len(item.closes)) for item in found]
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
    """Return the edits that turn one item into another, or ``None`` if it has to be rewritten."""
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
