"""Parsing a plain paper in one go, as most papers are, and any other one piece by piece.

The first way gives what the walk in ``pieces`` and the functions in ``readers`` give, in less time:
nothing is called for a section, which most pieces are. The second is for all other papers: a row,
one with code or comments, one with values side by side in a line, and one of a dialect whose rules
are tried one by one. A test compares both ways over every dialect.
"""

from paperdigest._grammar.compiled import Compiled
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.tables import Entry, Match
from paperdigest._model.make import make_section
from paperdigest._model.origin import Origin
from paperdigest._parsing.draft import Draft, begin_paper, finish_paper
from paperdigest._parsing.pieces import FOLLOWED
from paperdigest._parsing.readers import READERS, Head, read_head, read_paper


class _NotPlainError(Exception):
    """A line of the paper has more values than the one it starts with."""


def read_values(
    origin: Origin | None,
    dialect: Dialect,
    text: str,
    normalized: str,
    head: Head,
    *,
    category: str | None,
    hides: bool,
) -> tuple[object, ...]:
    """Return the attributes of the paper that a text is, in the order of the class.

    Args:
        origin: What its sections know as their block.
        dialect: What it is written in.
        text: The text.
        normalized: The text with plain line endings.
        head: The rule of its head and what that matched.
        category: The category of its group.
        hides: Whether the text can have code or comments.
    """
    if not hides:
        found = read_plain(origin, dialect, text, normalized, head, category=category)
        if found is not None:
            return found
    draft = begin_paper(origin, text, category)
    return read_paper(draft, dialect, normalized, head, end=len(normalized), hides=hides)


def read_plain(
    origin: Origin | None,
    dialect: Dialect,
    text: str,
    normalized: str,
    head: Head,
    *,
    category: str | None,
) -> tuple[object, ...] | None:
    """Return the attributes of a paper, in the order of the class, or ``None`` if it is not plain.

    Args:
        origin: What its sections know as their block.
        dialect: What it is written in.
        text: The text.
        normalized: The text with plain line endings, without code and comments.
        head: The rule of its head and what that matched.
        category: The category of its group.
    """
    compiled = dialect._compiled
    entry, match = head
    if entry.cells or not compiled.lines.entries:
        return None
    draft = begin_paper(origin, text, category)
    read_head(draft, entry, match)
    try:
        if compiled.inline is not None:
            _require_line_end(normalized, match.end())
        begun = _read_lines(draft, compiled, normalized, match.end())
        if begun is not None:
            _read_sections(draft, compiled, normalized, *begun)
    except _NotPlainError:
        return None
    return finish_paper(draft)


def _require_line_end(normalized: str, at: int) -> None:
    if normalized[at : at + 1] not in "\n":
        raise _NotPlainError


def _read_lines(
    draft: Draft, compiled: Compiled, normalized: str, at: int
) -> tuple[Entry, Match, int] | None:
    """Read the lines before the first section.

    Returns:
        The rule of that section, what it matched and its place in the order of labels, or ``None``
        if there is none.
    """
    table = compiled.lines
    entries = table.entries
    for match in table.regex.finditer(normalized, at):
        entry = entries[match.lastindex or 0]
        kind = entry.kind
        if kind == "section":
            rank = entry.place_of(match) if entry.places else -1
            if entry.places and rank < 0:
                continue
            return entry, match, rank
        READERS[kind](draft, entry, match, 0, 0)
        if kind == "rule":
            return None
        if kind in FOLLOWED and compiled.inline is not None:
            _require_line_end(normalized, match.end())
    return None


def _read_sections(  # noqa: PLR0917
    draft: Draft,
    compiled: Compiled,
    normalized: str,
    begun: Entry,
    opened: Match,
    rank: int,
) -> None:
    """Read the sections from the first one on, and the lines that end their texts."""
    text, origin, sections = draft.text, draft.origin, draft.sections
    table, make = compiled.late_lines, make_section
    entries = table.entries
    section: Entry | None = begun
    label, at = begun.label_in(opened) or None, opened.end()
    for match in table.regex.finditer(normalized, at):
        entry = entries[match.lastindex or 0]
        kind = entry.kind
        if kind == "section" and entry.places:
            place = entry.place_of(match)
            if place <= rank:
                continue
            rank = place
        start, end = match.span()
        if section is not None:
            sections.append(make(label, text[at:start].strip(), origin, len(sections)))
        if kind == "section":
            section, at = entry, end
            label = entry.label_in(match) or None
            continue
        section = None
        READERS[kind](draft, entry, match, 0, 0)
        if kind == "rule":
            return
        if kind in FOLLOWED and compiled.inline is not None:
            _require_line_end(normalized, end)
    if section is not None:
        sections.append(make(label, text[at:].strip(), origin, len(sections)))
