"""A paper's block after an edit: only the changed pieces are rewritten."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import IN_HEAD, ITEMS, VALUES, Attribute
from paperdigest._grammar.templates import PLACEHOLDER
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece
from paperdigest._parsing.scanner import paper_head
from paperdigest._writing.edits.in_place import names_in_place
from paperdigest._writing.edits.lists import list_edits
from paperdigest._writing.edits.located import Change, Edit, LocatedPaper, applied
from paperdigest._writing.edits.new_lines import in_style, insertion
from paperdigest._writing.edits.removals import removals
from paperdigest._writing.edits.repeated import repeated
from paperdigest._writing.edits.rows import row_edits
from paperdigest._writing.forms.labelled import MARKER
from paperdigest._writing.forms.writer import (
    form_of_head,
    write_line,
    write_main_link,
)
from paperdigest._writing.pieces.cores import completed

#: The attributes that rules read on lines of their own, by the kind of the rule.
_IN_LINES = {**VALUES, **ITEMS}
#: What separates a value in a head from the title after it.
_BETWEEN = re.compile(r"[.,:;]?[ \t]+")
#: Text of a head, besides its values, that is more than marks: words, and signs such as emoji.
_SAYING = re.compile(r"\w+|[^\x00-\xff\s]")


def edited(change: Change, *, anew: bool = False) -> str:
    """Write the text of a paper that was changed.

    Args:
        change: The paper and its text.
        anew: Whether to write a head with a changed value, and the space between items, from the
            templates of the dialect.
    """
    located, new = change.located, change.new
    if located.head.entry.cells:
        edits = list(row_edits(located, new, change.number))
    else:
        found = list(_block_edits(change, anew=anew))
        gone = [each for each in found if isinstance(each, Piece)]
        edits = [each for each in found if not isinstance(each, Piece)]
        edits += removals(located.text, gone)
        edits += _blank_line(located, edits)
    if "url" in change.names and new.url is not None:
        edits += list(repeated(located, new.url, edits))
    return applied(located.text, 0, change.end, edits)


def _block_edits(change: Change, *, anew: bool) -> Iterator[Edit | Piece]:
    """Yield the edits of a paper that has lines, in the order in which the dialect writes them.

    A piece that goes is yielded itself, since what goes with it depends on which others go.
    """
    located, new, names = change.located, change.new, change.names
    changed = {kind for kind, each in _IN_LINES.items() if each.name in names}
    if anew and _changes_head(located, names):
        yield from _new_head(change, changed)
    else:
        if not names.isdisjoint(("title", "url")):
            yield from _head_edits(located, new)
        for attribute in _changed_in_head(located, names) if changed else ():
            alone = not located.pieces(attribute.kind or "")
            if alone:
                changed.discard(attribute.kind or "")
            if alone or getattr(new, attribute.name) == attribute.empty:
                yield from _edits_in_head(located, new, attribute)
    if not changed:
        return
    compiled = located.dialect._compiled
    for kind in compiled.kinds_in_order:
        if kind not in changed:
            continue
        if kind in VALUES:
            yield from _line_edits(located, new, compiled.by_kind[kind])
        else:
            yield from list_edits(located, new, compiled.by_kind[kind], anew=anew)


def _new_head(change: Change, changed: set[str]) -> Iterator[Edit | Piece]:
    """Yield the edits that write a head again, and the main link if the head has no place for it.

    The changed kinds then include what other lines have to hold, and leave out what the head holds.
    """
    located, new = change.located, change.new
    head = located.head
    written, names = _head_form(change)
    yield head.start, head.end, _bulleted(located, written)
    mains = located.pieces("url")
    if new.url is None:
        yield from (each for each in mains if each.start != head.start)
    elif any(piece.start != head.start for piece in mains):
        yield (*mains[-1].spans["url"], new.url)
    elif "url" not in names:
        yield from _main_link(located, new, new.url)
    for attribute in IN_HEAD:
        kind = attribute.kind or ""
        if attribute.group in head.spans and not located.pieces(kind):
            changed.discard(kind)
            if attribute.group not in names and getattr(new, attribute.name) != attribute.empty:
                changed.add(kind)


def _blank_line(located: LocatedPaper, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edit that puts a blank line above the first line, if the tag it needs is gone."""
    past = located.head.end
    if ">" not in located.text[max(past - 2, 0) : past]:
        return  # no tag was there
    line_end = located.style.line_end
    for entry, match, _, _ in located.found[:1]:
        start = match.start(entry.start)
        between = located.text[past:start]
        if entry.rule.after_blank and between.strip(" \t") == line_end:
            above = applied(located.text, 0, start, [each for each in edits if each[1] < start])
            if located.style.apart(entry.rule, above.rstrip(), again=False) != line_end:
                yield start, start, line_end


def _head_form(change: Change) -> tuple[str, AbstractSet[str]]:
    """Return a head as the dialect writes it, and the names of what it holds."""
    located = change.located
    shown = located.number(change.number)
    return form_of_head(change.new, located.dialect, located.style, shown) or ("", frozenset())


def drops_text(change: Change) -> bool:
    """Return whether a head that is written again would lack text that is not a value."""
    located = change.located
    if located.head.entry.cells or not _changes_head(located, change.names):
        return False
    head, text = located.head, located.text
    beside: list[str] = []
    at = head.start
    for start, end in sorted(head.spans.values()):
        beside += _SAYING.findall(text[at:start])
        at = max(at, end)
    beside += _SAYING.findall(text[at : head.end])
    # What the dialect writes next to a value goes with it.
    templates = [PLACEHOLDER.sub(" ", each) for each in head.entry.rule.templates]
    labels = {word for each in templates for word in _SAYING.findall(each)}
    words = iter(_SAYING.findall(_head_form(change)[0]))
    return not all(word in words for word in beside if word not in labels)


def _bulleted(located: LocatedPaper, written: str) -> str:
    """Return a new head with the bullet of the old one, if it is a head with that bullet too."""
    new, kept = MARKER.match(written), MARKER.match(located.text, located.head.start)
    if not (new and kept):
        return written
    alike = f"{kept[0]}{written[new.end() :]}"
    return written if paper_head(located.dialect, normalize(alike))[0] is None else alike


def _main_link(located: LocatedPaper, new: Paper, url: str) -> Iterator[Edit]:
    """Yield the edit that adds the main link on a line of its own, if the dialect has one."""
    line = write_main_link(url, located.dialect, located.style)
    added = insertion(located, new, *line) if line else None
    if added:
        yield added


def _changes_head(located: LocatedPaper, names: AbstractSet[str]) -> bool:
    """Return whether a value changes that may be in the head of a paper."""
    changed = {each.group for each in IN_HEAD if each.name in names}
    return not names.isdisjoint(("title", "url")) or any(
        f"(?P<{group}>" in pattern
        for group in changed
        for rule in located.dialect.rules_of("paper")
        for pattern in rule.patterns
    )


def _changed_in_head(located: LocatedPaper, names: AbstractSet[str]) -> list[Attribute]:
    """Return the attributes that change and that the head of the paper holds."""
    return [
        each
        for each, number in located.head.entry.in_head
        if each.name in names and located.head.match.start(number) >= 0
    ]


def _edits_in_head(located: LocatedPaper, new: Paper, attribute: Attribute) -> Iterator[Edit]:
    """Yield the edit of a value in the head, unless only another form of the head has it."""
    start, end = located.head.spans[attribute.group]
    value: object = getattr(new, attribute.name)
    if start < end < located.head.spans["title"][0] and value == attribute.empty:
        # Before the title a value goes with what is between the two.
        between = _BETWEEN.match(located.text, end)
        yield start, between.end() if between else end, ""
    if start == end or value == attribute.empty:
        return
    text = located.text[start:end]
    if attribute.many:
        yield start, end, names_in_place(text, new.authors, located.head.entry.rule)
    else:
        yield start, end, attribute.respell(text, value)


def _head_edits(located: LocatedPaper, new: Paper) -> Iterator[Edit | Piece]:
    """Yield the edits of the title and the main link, which may be on a line of its own."""
    old, text = located.paper, located.text
    head = located.head
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
            yield from mains
        elif mains:
            yield (*mains[0].spans["url"], new.url)
        elif added := list(_main_link(located, new, new.url)):
            yield from added
        else:
            title = f"[{title}]({new.url})"
    if title != text[start:end]:
        yield start, end, title


def _line_edits(located: LocatedPaper, new: Paper, rules: Sequence[Rule]) -> Iterator[Edit | Piece]:
    """Yield the edits of a value on a line of its own."""
    kind = rules[0].kind
    attribute = VALUES[kind]
    value: object = getattr(new, attribute.name)
    pieces = located.pieces(kind)
    if value == attribute.empty:
        yield from pieces
    elif pieces:
        # The last one counts. One with another value has nothing to do with the edit.
        places = [(piece, piece.spans[attribute.group]) for piece in pieces]
        counts = located.text[slice(*places[-1][1])]
        for piece, (start, end) in places:
            if located.text[start:end] != counts:
                continue
            if attribute.many:
                yield start, end, names_in_place(counts, new.authors, piece.entry.rule)
            else:
                written = attribute.respell(counts, value)
                glued = located.text[start - 1 : start] == ":"
                yield start, end, f" {written}" if glued else written
    else:
        styled = in_style(located, rules)
        written_by = ((rule, write_line(rule, new, located.style)) for rule in styled)
        new_line = next(((rule, line) for rule, line in written_by if line is not None), None)
        if new_line is not None:
            rule, line = new_line
            if rule.inline and is_made(located.dialect):
                line = completed(line)  # a form may have one bracket of two
            added = insertion(located, new, rule, line)
            if added:
                yield added
