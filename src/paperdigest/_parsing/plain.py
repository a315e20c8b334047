"""Parsing a paper: a plain one, as most are, in one go, and any other one piece by piece.

The first way gives what the walk in ``pieces`` and the functions in ``readers`` give, in less time:
nothing is called for a section, which most pieces are. The second is for all other papers: those
with code or comments, with several values in a line, or of a dialect whose rules are tried one by
one. A test compares both ways over every dialect.
"""

from collections.abc import Sequence
from sys import intern

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.tables import Table
from paperdigest._model.items import make_section
from paperdigest._model.origin import Origin
from paperdigest._model.paper import Paper
from paperdigest._parsing.draft import Draft, begin_paper, finish_paper
from paperdigest._parsing.pieces import FOLLOWED, Begun, row_pieces
from paperdigest._parsing.readers import READERS, Head, read_head, read_paper


def parse_paper(
    origin: Origin | None,
    dialect: Dialect,
    text: str,
    normalized: str,
    head: Head,
    *,
    category: str | None,
    hides: bool,
) -> Paper:
    """Return the paper that a text is.

    Args:
        origin: The block that the paper and its sections come from.
        dialect: The dialect of the text.
        text: The text.
        normalized: The text with plain line endings.
        head: The rule of its head and what that matched.
        category: The category of its group.
        hides: Whether the text can have code or comments.
    """
    if not hides:
        found = parse_plain(origin, dialect, text, normalized, head, category)
        if found is not None:
            return found
    draft = begin_paper(origin, category)
    return read_paper(draft, dialect, text, normalized, head, end=len(normalized), hides=hides)


class _NotPlainError(Exception):
    """A line holds more than one value."""


def parse_plain(  # noqa: PLR0917
    origin: Origin | None,
    dialect: Dialect,
    text: str,
    normalized: str,
    head: Head,
    category: str | None,
) -> Paper | None:
    """Return the paper that a text is, or ``None`` if it is not plain.

    Args:
        origin: The block that the paper and its sections come from.
        dialect: The dialect of the text.
        text: The text.
        normalized: The text with plain line endings, without code and comments.
        head: The rule of its head and what that matched.
        category: The category of its group.
    """
    entry, match = head
    compiled = dialect._compiled
    if not entry.cells and not compiled.lines.entries:
        return None
    draft = begin_paper(origin, category)
    read_head(draft, entry, match)
    if entry.cells:
        for each, found, start, end in row_pieces(normalized, entry, match):
            READERS[each.kind](draft, each, found, text[start:end])
        return finish_paper(draft)
    followed = () if compiled.inline is None else FOLLOWED
    if followed and normalized[(at := match.end()) : at + 1] not in "\n":
        return None
    try:
        begun = _read_lines(draft, compiled.lines, normalized, match.end(), followed)
        if begun is not None:
            _read_sections(draft, compiled.late_lines, text, normalized, begun, followed)
    except _NotPlainError:
        return None
    return finish_paper(draft)


def _read_lines(
    draft: Draft, table: Table, normalized: str, at: int, followed: Sequence[str]
) -> Begun | None:
    """Parse the lines before the first section. Return that section, or ``None``."""
    entries = table.entries
    for match in table.regex.finditer(normalized, at):
        entry = entries[match.lastindex or 0]
        kind = entry.kind
        if kind == "section":
            rank = entry.place_of(match) if entry.places else -1
            if entry.places and rank < 0:
                continue
            return entry, match, rank
        attribute = entry.value
        if attribute is None:
            READERS[kind](draft, entry, match, "")
        else:  # as `_read_value` does
            value = attribute.read(match[entry.held] or "", entry.separator)
            setattr(draft, attribute.name, value)
        if kind in followed and normalized[(at := match.end()) : at + 1] not in "\n":
            raise _NotPlainError
        if kind == "divider":
            return None
    return None


def _read_sections(  # noqa: PLR0917 - a call for each section would take as long as its rule
    draft: Draft,
    table: Table,
    text: str,
    normalized: str,
    begun: Begun,
    followed: Sequence[str],
) -> None:
    """Parse the sections from the first one on, and the lines that end their texts."""
    entry, match, rank = begun
    origin, sections, entries = draft._origin, draft.sections, table.entries
    label: str | None = intern(entry.label_in(match))
    at, is_open = match.end(), True
    for match in table.regex.finditer(normalized, at):
        entry = entries[match.lastindex or 0]
        start, end = match.span()
        kind = entry.kind
        if kind == "section" and entry.places:
            place = entry.place_of(match)
            if place <= rank:
                continue
            rank = place
        if is_open:
            sections.append(
                make_section(label or None, text[at:start].strip(), origin, len(sections))
            )
        is_open = kind == "section"
        if is_open:
            number, at = entry.label, end  # as `label_in` does
            label = intern((match[number] or "").strip()) if number else entry.own_label
            continue
        READERS[kind](draft, entry, match, "")
        if kind == "divider":
            return
        if kind in followed and normalized[end : end + 1] not in "\n":
            raise _NotPlainError
    if is_open:
        sections.append(make_section(label or None, text[at:].strip(), origin, len(sections)))
