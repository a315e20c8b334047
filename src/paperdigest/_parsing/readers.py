"""From the pieces of a paper to its values.

A function reads a piece. It also returns what it read, for callers that need the piece of the text
that each value came from. So the serializer and the diagnostics see the same values as the parser.
"""

import re
from collections.abc import Callable, Mapping

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.schema import VALUES
from paperdigest._grammar.tables import Entry
from paperdigest._model.items import make_field, make_link, make_media, make_section
from paperdigest._model.paper import Paper
from paperdigest._parsing.draft import Draft, finish_paper
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.scanner import Match

#: A piece as it was read: the attribute that it gives a value to, or the kind of its rule; the
#: index in a tuple, -1 if it gives no value of its own; the piece; and the whole text.
Note = tuple[str, int, Found, str]

#: The first two of these.
_Given = tuple[str, int]

#: Marks a piece that is the main link and one of the other links too.
_MAIN_TOO = "main link"


#: A rule and its match.
Head = tuple[Entry, Match]


def first_head(dialect: Dialect, normalized: str) -> Head:
    """Return the head that the block of a paper starts with."""
    table = dialect._compiled.block_head
    head = table.regex.match(normalized)
    assert head is not None  # a block was cut where its head was found
    return table.entry(head), head


def read_paper(
    draft: Draft,
    dialect: Dialect,
    text: str,
    normalized: str,
    head: Head,
    *,
    end: int,
    record: list[Note] | None = None,
    hides: bool = True,
) -> Paper:
    """Return the paper that starts at a head.

    Args:
        draft: Collects the values, and becomes the paper.
        dialect: The dialect that the text is written in.
        text: The text.
        normalized: The text with plain line endings.
        head: The rule of the head and what it matched.
        end: The end of the paper's block.
        record: If given, collects what was read from each piece, in the order of the text.
        hides: Whether the text can have code or comments.
    """
    read_head(draft, *head)
    if record is not None:
        record.append(("paper", 0, (*head, 0, 0), text))
    for piece in pieces(dialect, normalized, *head, end, hides=hides):
        entry, match, start, stop = piece
        held = text[start:stop] if entry.has_text else ""
        given, index = READERS[entry.kind](draft, entry, match, held)
        if record is not None:
            if given == _MAIN_TOO:
                record.append(("url", 0, piece, text))
                given = "link"
            record.append((given, index, piece, text))
    return finish_paper(draft)


def read_head(draft: Draft, entry: Entry, head: Match) -> None:
    """Read the values in the head of a paper."""
    title: str = (head[entry.title] or "").strip()
    draft.title = " ".join(re.split(r"[ \t]*\n\s*", title)) if "\n" in title else title
    if entry.url:
        draft.url = head[entry.url] or None
    for attribute, group in entry.in_head:
        value = attribute.read(head[group] or "", entry.separator)
        setattr(draft, attribute.name, value)


def _read_value(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    """Read a value that has no spare field: the last one counts."""
    attribute = entry.attribute
    assert attribute is not None
    value = attribute.read(match[entry.held] or "", entry.separator)
    setattr(draft, attribute.name, value)
    return entry.kind, 0


def _read_value_or_field(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    """Read a value, or a field if the text has no such value."""
    attribute = entry.attribute
    assert attribute is not None
    text = (text if entry.rest else match[entry.held] or "").strip()
    value = attribute.read(text, entry.separator)
    if value is None:
        label = entry.label_in(match) or attribute.spare_label
        return _add_field(draft, label, text) if text else (entry.kind, -1)
    setattr(draft, attribute.name, value)
    return entry.kind, 0


def _read_section(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    value = text.strip()
    if not value and entry.rest:
        return "section", -1
    sections = draft.sections
    index = len(sections)
    sections.append(make_section(entry.label_in(match) or None, value, draft._origin, index))
    return "section", index


def _read_field(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    label = entry.label_in(match)
    if entry.rest:
        text = text.strip()
        return _add_field(draft, label, text) if text else ("field", -1)
    return _add_field(draft, label, (match[entry.held] or "").strip())


def _read_copy(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    if entry.label:
        text = (match[entry.held] or "").strip()
        if text and text not in (draft.url or ""):
            given = _add_field(draft, entry.label_in(match), text)
            return given if given[1] >= 0 else ("copy", -1)
    return "copy", -1


def _add_field(draft: Draft, label: str, text: str) -> _Given:
    if not label:
        return "field", -1
    draft.fields.append(make_field(label, text))
    return "field", len(draft.fields) - 1


def _read_media(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    url: str | None = match[entry.url]
    media, kind = draft.media, entry.rule.media
    if media and media[-1].url == url and media[-1].kind == kind:
        return "media", len(media) - 1
    if not url:
        return "media", -1
    alt = (match[entry.alt] or "").strip() if entry.alt else ""
    media.append(make_media(kind, url, alt))
    return "media", len(media) - 1


def _read_link(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    target: str | None = match[entry.url]
    if not target:
        return "link", -1
    label = entry.label_in(match)
    given = "link"
    if draft.url is None and entry.is_main is not None and entry.is_main(target):
        draft.url = target
        cell = entry.cell
        if cell is None or not cell.keep_label or label == cell.main_label:
            return "url", 0
        given = _MAIN_TOO
    elif entry.rule.main and target == draft.url:
        return "link", -1
    draft.links.append(make_link(label, target))
    return given, len(draft.links) - 1


def _read_nothing(draft: Draft, entry: Entry, match: Match, text: str) -> _Given:
    return entry.kind, -1


#: The function that reads a piece, by the kind of its rule, with the text that no group holds.
READERS: Mapping[str, Callable[[Draft, Entry, Match, str], _Given]] = {
    **{
        kind: _read_value_or_field if each.spare_label else _read_value
        for kind, each in VALUES.items()
    },
    "section": _read_section,
    "field": _read_field,
    "media": _read_media,
    "link": _read_link,
    "copy": _read_copy,
    "markup": _read_nothing,
    "divider": _read_nothing,
}
