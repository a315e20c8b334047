"""A paper's lists after an edit: its sections, media, fields and links."""

from collections.abc import Iterator, Sequence

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Rule
from paperdigest._model.source import end_of_line
from paperdigest._model.values import Paper, Section
from paperdigest._parsing.record import Piece
from paperdigest._writing.edits.beside import beside, in_its_place, joined
from paperdigest._writing.edits.html_rows import html_row_edits, is_html_row
from paperdigest._writing.edits.in_place import item_in_place
from paperdigest._writing.edits.located import Edit, LocatedPaper, applied
from paperdigest._writing.edits.new_lines import Place, in_style, place_among
from paperdigest._writing.forms.writer import Item, items_of, write_item
from paperdigest._writing.pieces.splice import Span, aligned, splice


def list_edits(
    located: LocatedPaper, new: Paper, rules: Sequence[Rule], *, anew: bool
) -> Iterator[Edit | Piece]:
    """Yield the edits of a list of sections, media, fields or links, and the pieces that go.

    Args:
        located: The paper as it was read.
        new: The edited paper.
        rules: The rules for the items of the list.
        anew: Whether to write the space between the items from the templates of the dialect.
    """
    kind = rules[0].kind
    old_items, items = items_of(located.paper, kind), items_of(new, kind)
    order = _order(located, old_items, items)
    if order == list(range(len(old_items))):  # none came, went or moved
        changes = [
            (group, *_item_text(located, item, rules, group))
            for index, (old, item) in enumerate(zip(old_items, items, strict=True))
            if item is not old and item != old
            for group in (located.pieces(kind, index),)
        ]
        if not anew or all(rule is group[0].entry.rule for group, rule, _ in changes):
            for group, _, text in changes:
                in_line = kind in ("link", "field") and is_made(located.dialect)
                whole = group[0].start, group[-1].end, text
                yield in_its_place(group, text) if in_line else whole
            return
    groups = [located.pieces(kind, index) for index in range(len(old_items))]
    rules = in_style(located, rules)
    written = [
        _item_text(located, item, rules, groups[index] if index is not None else ())
        for index, item in zip(order, items, strict=True)
    ]
    kept = [index for index in order if index is not None]
    if kept == sorted(kept) and is_html_row(located):
        yield from html_row_edits(located, groups, order, items, written)
        return
    if kind in ("link", "field") and not anew:
        within = beside(located, new, order, written, groups)
        if within is not None:
            yield from within
            return
        written = list(joined(located, written))
    if groups and items and not anew:
        spans = [(group[0].start, group[-1].end) for group in groups]
        texts = [text for _, text in written]
        if spaces := _spaces_after(located.text, spans[-1][1]):
            spans[-1] = spans[-1][0], spans[-1][1] + len(spaces)
            at = len(spans) - 1
            texts = [
                f"{text}{spaces}" if index == at else text
                for index, text in zip(order, texts, strict=True)
            ]
        came = [rule for index, (rule, _) in zip(order, written, strict=True) if index is None]
        separator = located.style.apart((came or rules)[0], "", again=True)
        yield _spliced(located.text, spans, order, texts, separator)
        return
    yield from (piece for group in groups for piece in group)
    if written:
        yield from _spaced(located, new, groups[0][0].start if groups else None, written)


def _spaces_after(text: str, end: int) -> str:
    """Return the white space at the end of a line after an item, which belongs to that."""
    spaces = text[end : end_of_line(text, end)]
    return "" if spaces.strip() else spaces


def _spliced(
    text: str,
    spans: Sequence[Span],
    order: Sequence[int | None],
    written: Sequence[str],
    separator: str,
) -> Edit:
    """Return the edit that replaces old items by new ones, with the text between them."""
    region = spans[0][0], spans[-1][1]
    return *region, splice(text, region, spans, order, separator=separator).join(written)


def _spaced(
    located: LocatedPaper, new: Paper, start: int | None, written: Sequence[tuple[Rule, str]]
) -> Iterator[Edit]:
    """Yield the edits that add pieces with the space between them that the dialect has.

    Args:
        located: The paper.
        new: The edited paper.
        start: The start of the pieces that they replace, if there were any.
        written: The text of each, with its rule.
    """
    style = located.style
    if start is None:
        place = place_among(located, new, written[0][0])
    else:
        above = len(located.text[:start].rstrip())
        place = Place(above, style.apart(written[0][0], "", again=False))
    if place is None:
        return
    pieces = [place.before]
    for index, (rule, text) in enumerate(written):
        if index:  # a tag above the first one may go
            pieces.append(style.apart(rule, written[index - 1][1], again=True))
        pieces.append(text)
    yield place.at, place.at, "".join([*pieces, place.after])


def _order(located: LocatedPaper, old: Sequence[Item], new: Sequence[Item]) -> list[int | None]:
    """Return the index of the old item of each new one: by its origin, then by its value."""
    order: list[int | None] = [None] * len(new)
    unused = set(range(len(old)))
    for place, item in enumerate(new):
        if isinstance(item, Section) and located.holds(item) and item._index in unused:
            order[place] = item._index
            unused.remove(item._index)
    places = [place for place, index in enumerate(order) if index is None]
    if not places:
        return order
    left = sorted(unused)
    found = aligned([old[index] for index in left], [new[place] for place in places])
    for place, index in zip(places, found, strict=True):
        order[place] = None if index is None else left[index]
    return order


def _item_text(
    located: LocatedPaper, item: Item, rules: Sequence[Rule], pieces: Sequence[Piece]
) -> tuple[Rule, str]:
    """Write an item of a list, from its own text if it has one, and return the rule for it."""
    there = located
    if not pieces and isinstance(item, Section):
        origin = item._origin
        if origin is not None and origin.dialect == located.dialect:
            there = located.another(origin)
            pieces = there.pieces("section", item._index)
    if pieces:
        old = items_of(there.paper, pieces[0].attribute)[pieces[0].item]
        edits = item_in_place(there.text, pieces, old, item)
        if edits is not None:
            text = applied(there.text, pieces[0].start, pieces[-1].end, edits)
            return pieces[0].entry.rule, text
    # Without a form, reading back shows what is missing.
    return write_item(item, rules, located.style) or (rules[0], "")
