"""A paper's block after an edit: only the changed pieces are rewritten."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import IN_HEAD, ITEMS, PAPER, VALUES, Attribute, Manner
from paperdigest._model.values import Paper, Section
from paperdigest._parsing.record import Piece
from paperdigest._text.authors import (
    author_spans,
    is_list,
    quote,
    read_authors,
    separator_of,
    write_authors,
)
from paperdigest._writing.located import Edit, LocatedPaper, applied
from paperdigest._writing.splice import aligned, splice
from paperdigest._writing.writer import (
    Item,
    items_of,
    values_in,
    write_cell,
    write_head,
    write_item,
    write_line,
    write_main_link,
)

#: The attributes that rules read on lines of their own, by the kind of the rule.
_IN_LINES = {**VALUES, **ITEMS}
_values_of = attrgetter(*[each.name for each in _IN_LINES.values()])

#: The attributes that have a group of their own in a row, apart from authors, and those groups.
_IN_ROWS = {each.name: each.group for each in PAPER if each.in_head and not each.many} | {
    "arxiv_id": "id"
}

#: The attributes that the cells of a row may contain.
_IN_CELLS = (
    "url",
    *(each.name for each in PAPER if each.kind and (each.spare_label or not each.in_head)),
)


def edited(located: LocatedPaper, new: Paper, end: int, *, anew: bool = False) -> str:
    """Write the text of a paper that was changed.

    Args:
        located: The paper as it was read.
        new: What it is to be.
        end: How far its text is wanted: to the end of its own, or of its block.
        anew: Whether to write its head anew where a value in it was changed.
    """
    edits = (
        _row_edits(located, new) if located.dialect.cells else _block_edits(located, new, anew=anew)
    )
    return applied(located.text, 0, end, list(edits))


def _block_edits(located: LocatedPaper, new: Paper, *, anew: bool) -> Iterator[Edit]:
    """Yield the edits of a paper that has lines, in the order in which the dialect writes them."""
    yield from _head_edits(located, new, anew=anew)
    old_values, values = _values_of(located.paper), _values_of(new)
    if old_values == values:
        return
    pairs = zip(_IN_LINES, old_values, values, strict=True)
    changed = {kind for kind, before, after in pairs if before != after}
    for attribute in _changed_in_head(located, new):
        changed.discard(attribute.kind or "")
        if not anew:
            yield from _edits_in_head(located, new, attribute)
    for kind, rules in located.dialect._compiled.by_kind.items():
        if kind in changed:
            edits = _line_edits if kind in VALUES else _list_edits
            yield from edits(located, new, rules[0])


def changes_head(located: LocatedPaper, new: Paper) -> bool:
    """Return whether a value changes that the head of a paper may hold."""
    old = located.paper
    changed = {each.group for each in IN_HEAD if getattr(old, each.name) != getattr(new, each.name)}
    return (new.title, new.url) != (old.title, old.url) or any(
        f"(?P<{group}>" in pattern
        for group in changed
        for rule in located.dialect.rules_of("paper")
        for pattern in rule.patterns
    )


def _changed_in_head(located: LocatedPaper, new: Paper) -> list[Attribute]:
    """Return the attributes that change where only the head of the paper holds them."""
    return [
        each
        for each in IN_HEAD
        if each.group in located.head.spans
        and getattr(located.paper, each.name) != getattr(new, each.name)
        and not located.pieces(each.kind or "")
    ]


def _edits_in_head(located: LocatedPaper, new: Paper, attribute: Attribute) -> Iterator[Edit]:
    """Yield the edit of a value in the head; none where only another form of the head has it."""
    start, end = located.head.spans[attribute.group]
    value: object = getattr(new, attribute.name)
    if start == end or value == attribute.empty:
        return
    text = located.text[start:end]
    if attribute.many:
        yield start, end, _names(text, new.authors, located.head.entry.rule)
    else:
        yield start, end, attribute.respell(text, value)


def _head_edits(located: LocatedPaper, new: Paper, *, anew: bool) -> Iterator[Edit]:
    """Yield the edits of the title and the main link, which may be on a line of its own."""
    old, text = located.paper, located.text
    if not anew and (new.title, new.url) == (old.title, old.url):
        return
    head = located.head
    if anew:
        number = text[slice(*head.spans.get("n", (0, 0)))]
        yield head.start, head.end, write_head(new, located.dialect, located.style, number) or ""
        return
    start, end = head.spans["title"]
    title = new.title
    if new.url != old.url:
        mains = [piece for piece in (head, *located.pieces("url")) if "url" in piece.spans]
        if new.url is None and head in mains:
            # A link becomes its text; the text around it stays.
            link_start, link_end = head.spans["url"]
            around = text[start - 1 : start], text[end:link_start], text[link_end : link_end + 1]
            if "".join(around) == "[]()":
                start, end = start - 1, link_end + 1
        elif new.url is None:
            yield from (_removal(located, piece) for piece in mains)
        elif mains:
            yield (*mains[0].spans["url"], new.url)
        elif line := write_main_link(new.url, located.dialect, located.style):
            at = _place_for(located, line[0])
            yield at, at, located.style.apart(line[0], again=False) + line[1]
        else:
            title = f"[{title}]({new.url})"
    if title != text[start:end]:
        yield start, end, title


def _line_edits(located: LocatedPaper, new: Paper, rule: Rule) -> Iterator[Edit]:
    """Yield the edits of a value on a line of its own."""
    attribute = VALUES[rule.kind]
    value: object = getattr(new, attribute.name)
    pieces = located.pieces(rule.kind)
    if value == attribute.empty:
        for piece in pieces:
            yield _removal(located, piece)
    elif pieces:
        # The last one counts; one that says something else has nothing to do with the edit.
        spans = [piece.spans[attribute.group] for piece in pieces]
        counts = located.text[slice(*spans[-1])]
        for start, end in spans:
            if located.text[start:end] != counts:
                continue
            if rule.kind == "authors":
                yield start, end, _names(counts, new.authors, rule)
            else:
                written = attribute.respell(counts, value)
                glued = located.text[start - 1 : start] == ":"
                yield start, end, f" {written}" if glued else written
    else:
        line = write_line(rule, new, located.style)
        if line is not None:
            at = _place_for(located, rule)
            yield at, at, located.style.apart(rule, again=False) + line


def _names(text: str, names: Sequence[str], rule: Rule) -> str:
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


def _list_edits(located: LocatedPaper, new: Paper, rule: Rule) -> Iterator[Edit]:
    """Yield the edit of a list of sections, media, fields or links."""
    old_items, items = items_of(located.paper, rule.kind), items_of(new, rule.kind)
    groups = [located.pieces(rule.kind, index) for index in range(len(old_items))]
    order = _order(located, old_items, items)
    rules = located.dialect.rules_of(rule.kind)
    if order == list(range(len(old_items))):  # none came, went or moved
        for group, old, item in zip(groups, old_items, items, strict=True):
            if item != old:
                yield group[0].start, group[-1].end, _item_text(located, item, rules, group)
        return
    if not items:
        for group in groups:
            for piece in group:
                yield _removal(located, piece)
        return
    texts = [
        _item_text(located, item, rules, groups[index] if index is not None else ())
        for index, item in zip(order, items, strict=True)
    ]
    separator = located.style.apart(rule, again=True)
    if groups:
        spans = [(group[0].start, group[-1].end) for group in groups]
        region = spans[0][0], spans[-1][1]
        yield (*region, splice(located.text, region, spans, order, separator=separator).join(texts))
    else:
        at = _place_for(located, rule)
        yield at, at, located.style.apart(rule, again=False) + separator.join(texts)


def _order(located: LocatedPaper, old: Sequence[Item], new: Sequence[Item]) -> list[int | None]:
    """Tell for each item which old one it is: by where it was read, then by its value."""
    order: list[int | None] = [None] * len(new)
    unused = set(range(len(old)))
    for place, item in enumerate(new):
        if isinstance(item, Section) and item._origin == located.origin and item._index in unused:
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
) -> str:
    """Write an item of a list, from its own text where it has one."""
    written: str | None = None
    there = located
    if not pieces and isinstance(item, Section):
        origin = item._origin
        if origin is not None and origin.dialect == located.dialect:
            there = located.another(origin)
            pieces = there.pieces("section", item._index)
    if pieces:
        old = items_of(there.paper, pieces[0].attribute)[pieces[0].item]
        edits = _item_edits(there.text, pieces, old, item)
        if edits is not None:
            written = applied(there.text, pieces[0].start, pieces[-1].end, edits)
    if written is None:
        found = write_item(item, rules, located.style)
        written = found[1] if found else ""  # reading back shows what is missing
    return written


def _item_edits(text: str, pieces: Sequence[Piece], old: Item, new: Item) -> list[Edit] | None:
    """Return the edits that make one item another, or ``None`` where it has to be rewritten."""
    edits: list[Edit] = []
    old_values, values = values_in(old), values_in(new)
    for name, value in values.items():
        if value == old_values[name]:
            continue
        spans = [
            p.spans.get(name) or p.spans.get("text" if name == "value" else "") for p in pieces
        ]
        found = [span for span in spans if span is not None]
        if not found or not isinstance(value, str) or old_values[name] is None:
            return None
        for start, end in found:
            glued = start == end and not text[start - 1 : start].isspace() and name == "text"
            edits.append((start, end, f" {value}" if glued else value))
    return edits


def _removal(located: LocatedPaper, piece: Piece) -> Edit:
    """Take a piece out with the white space before it."""
    return len(located.text[: piece.start].rstrip()), piece.end, ""


def _place_for(located: LocatedPaper, rule: Rule) -> int:
    """Return where the dialect puts a line: after the last piece that comes before it."""
    rules = located.dialect.rules
    place = rules.index(rule)
    at = located.head.end
    for found in located.found:
        if found[0].kind != "rule" and rules.index(found[0].rule) < place:
            at = Piece("", -1, found, located.text).end
    return at


def _row_edits(located: LocatedPaper, new: Paper) -> Iterator[Edit]:
    """Yield the edits of a paper that is a table row."""
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
            written = attribute.write(after, Manner())
            edits.append((*head.spans[group], written))
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
        elif cell.name in head.spans and written:
            start, end = head.spans[cell.name]
            edits.append((start, end, _in_cell(located.text, start, end, written)))
        else:
            whole = True
    if whole:
        number = located.text[slice(*head.spans.get("n", (0, 0)))]
        yield head.start, head.end, write_head(new, located.dialect, located.style, number) or ""
    else:
        yield from edits


def _edits_of_names(located: LocatedPaper, new: Paper) -> list[Edit]:
    """Return the edit of the authors in a row; none where no part of it holds them alone."""
    head = located.record[0]
    if "authors" not in head.spans:
        return []
    start, end = head.spans["authors"]
    names = _names(located.text[start:end], new.authors, head.entry.rule)
    return [(start, end, _in_cell(located.text, start, end, names))]


def _in_cell(text: str, start: int, end: int, written: str) -> str:
    """Put a space before what is written in an empty cell."""
    return f" {written}" if start == end and text[start - 1 : start] == "|" else written


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
            inside = _item_edits(located.text, located.pieces(kind, index), old, item)
            if inside is None:
                return None
            edits += inside
    return edits
