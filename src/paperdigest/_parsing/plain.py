"""Parsing a plain paper in one go, as most papers are, and any other one piece by piece.

The first way gives what the walk in ``pieces`` and the functions in ``readers`` give, in less time:
nothing is called for a section, which most pieces are. The second is for all other papers: one with
code or comments, one with values side by side in a line, and one of a dialect whose rules are tried
one by one. A test compares both ways over every dialect.
"""

from sys import intern

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.tables import Entry
from paperdigest._model.items import make_section
from paperdigest._model.origin import Origin
from paperdigest._model.paper import Paper
from paperdigest._parsing.draft import begin_paper, finish_paper
from paperdigest._parsing.pieces import FOLLOWED, row_pieces
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
        origin: What the paper and its sections know as their block.
        dialect: What it is written in.
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


def parse_plain(  # noqa: C901, PLR0917 - a call for each piece would take as long as its rule
    origin: Origin | None,
    dialect: Dialect,
    text: str,
    normalized: str,
    head: Head,
    category: str | None,
) -> Paper | None:
    """Return the paper that a text is, or ``None`` if it is not plain.

    Args:
        origin: What the paper and its sections know as their block.
        dialect: What it is written in.
        text: The text.
        normalized: The text with plain line endings, without code and comments.
        head: The rule of its head and what that matched.
        category: The category of its group.
    """
    compiled = dialect._compiled
    entry, match = head
    table, late = compiled.lines, compiled.late_lines
    if entry.cells:
        draft = begin_paper(origin, category)
        read_head(draft, entry, match)
        for each, found, start, end in row_pieces(normalized, entry, match):
            READERS[each.kind](draft, each, found, text[start:end])
        return finish_paper(draft)
    if not table.entries:
        return None
    followed = () if compiled.inline is None else FOLLOWED
    at = match.end()
    if followed and normalized[at : at + 1] not in "\n":
        return None
    draft = begin_paper(origin, category)
    read_head(draft, entry, match)

    # The lines before the first section.
    entries = table.entries
    for match in table.regex.finditer(normalized, at):
        entry = entries[match.lastindex or 0]
        kind = entry.kind
        if kind == "section":
            rank = entry.place_of(match) if entry.places else -1
            if entry.places and rank < 0:
                continue
            break
        attribute = entry.value
        if attribute is None:
            READERS[kind](draft, entry, match, "")
        else:  # as `_read_value` does
            value = attribute.read(match[entry.held] or "", entry.separator)
            setattr(draft, attribute.name, value)
        if kind in followed and normalized[(at := match.end()) : at + 1] not in "\n":
            return None
        if kind == "rule":
            return finish_paper(draft)
    else:
        return finish_paper(draft)

    # The sections, and the lines that end their texts.
    sections, entries = draft.sections, late.entries
    begun: Entry | None = entry
    label, at = intern(entry.label_in(match)) or None, match.end()
    for match in late.regex.finditer(normalized, at):
        entry = entries[match.lastindex or 0]
        start, end = match.span()
        kind = entry.kind
        if kind == "section":
            if entry.places:
                place = entry.place_of(match)
                if place <= rank:
                    continue
                rank = place
            if begun is not None:
                sections.append(make_section(label, text[at:start].strip(), origin, len(sections)))
            label = intern(entry.label_in(match)) or None
            begun, at = entry, end
            continue
        if begun is not None:
            sections.append(make_section(label, text[at:start].strip(), origin, len(sections)))
            begun = None
        READERS[kind](draft, entry, match, "")
        if kind == "rule":
            return finish_paper(draft)
        if kind in followed and normalized[end : end + 1] not in "\n":
            return None
    if begun is not None:
        sections.append(make_section(label, text[at:].strip(), origin, len(sections)))
    return finish_paper(draft)
