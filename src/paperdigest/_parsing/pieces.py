"""From the block of a paper to its pieces: which rule parses which lines or cells."""

from collections.abc import Iterator

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.tables import Entry, Match, Table
from paperdigest._parsing.hidden import visible

#: A rule, what it matched (the head, for the rest of a cell), and where the text is that no
#: group of the rule holds: that of a section, which runs to the next piece, or of that rest.
Found = tuple[Entry, Match, int, int]

#: The rule of a first section, what it matched, and its place in the order of labels.
Begun = tuple[Entry, Match, int]

#: The kinds of values that may follow a link in its line, and so may fields with a label.
_AFTER_LINKS = ("link", "authors", "votes")
#: The kinds of lines that may hold more: these after a link, anything after the others.
FOLLOWED = (*_AFTER_LINKS, "field", "published")


def pieces(
    dialect: Dialect, normalized: str, entry: Entry, head: Match, end: int, *, hides: bool = True
) -> list[Found]:
    """Return the pieces of the paper that starts at a head, in the order of the text.

    Args:
        dialect: The dialect of the text.
        normalized: The text with plain line endings.
        entry: The rule of the head.
        head: The match of that rule.
        end: The end of the paper's block.
        hides: Whether the text can have code or comments.
    """
    walk = _Walk(dialect, normalized, end, hides=hides)
    walk.go(entry, head)
    return walk.found


class _Walk:
    """A walk through the block of a paper.

    Args:
        dialect: The dialect of the text.
        normalized: The text with plain line endings.
        end: The end of the block.
        hides: Whether the text can have code or comments.

    Attributes:
        found: The pieces so far.
    """

    __slots__ = ("_compiled", "_end", "_hides", "_text", "found")

    def __init__(self, dialect: Dialect, normalized: str, end: int, *, hides: bool) -> None:
        self.found: list[Found] = []
        self._compiled = dialect._compiled
        self._text = normalized
        self._end = end
        self._hides = hides

    def go(self, entry: Entry, head: Match) -> None:
        """Find the pieces of the paper that starts at a head, in the order of the text."""
        if entry.cells:
            self.found.extend(row_pieces(self._text, entry, head))
            return
        begun: Begun | None = None
        at = head.end()
        if not self._text.startswith("\n", at) and (inline := self._compiled.inline):
            begun, at = self._after_head(inline, at)
        begun = begun or self._before_sections(at)
        if begun is not None:
            self._sections(*begun)

    def _after_head(self, inline: Table, at: int) -> tuple[Begun | None, int]:
        """Find the pieces in the line of the head, up to a section.

        Returns:
            The section, if there is one, and where the pieces end.
        """
        for entry, match in inline.run(self._text, at, self._end):
            if entry.kind == "section":
                return (entry, match, -1), match.end()
            self.found.append((entry, match, 0, 0))
            at = match.end()
        return None, at

    def _before_sections(self, at: int) -> Begun | None:
        """Find the pieces before the first section. Return that section, or ``None``."""
        add = self.found.append
        table = self._compiled.lines
        for match in visible(table.regex, self._text, at, self._end, hides=self._hides):
            if match.start() < at:
                continue
            entry = table.entry(match)
            kind = entry.kind
            if kind == "section":
                rank = entry.place_of(match) if entry.places else -1
                if entry.places and rank < 0:
                    continue
                return entry, match, rank
            add((entry, match, 0, 0))
            if kind == "divider":
                return None
            if kind in FOLLOWED:
                at = self._after(kind, match.end())
        return None

    def _sections(self, section: Entry | None, opened: Match, rank: int) -> None:
        """Find the sections from the first one on, and what ends their texts.

        Only rules that end a section's text are tried. A section with a fixed place in the order of
        labels counts once and in that place; elsewhere it is text. A divider ends the paper.
        """
        add = self.found.append
        at = opened.end()
        table = self._compiled.late_lines
        for match in visible(table.regex, self._text, at, self._end, hides=self._hides):
            if match.start() < at:
                continue
            entry = table.entry(match)
            kind = entry.kind
            if kind == "section" and entry.places:
                place = entry.place_of(match)
                if place <= rank:
                    continue
                rank = place
            if section is not None:
                add((section, opened, at, match.start()))
            if kind == "section":
                section, opened, at = entry, match, match.end()
                continue
            section = None
            add((entry, match, 0, 0))
            if kind == "divider":
                return
            if kind in FOLLOWED:
                at = self._after(kind, match.end())
        if section is not None:
            add((section, opened, at, self._end))

    def _after(self, kind: str, at: int) -> int:
        """Find what follows a value in its line. Return where that ends, maybe some lines below."""
        if self._text.startswith("\n", at) or (inline := self._compiled.inline) is None:
            return at
        for entry, match in inline.run(self._text, at, self._end):
            if entry.kind == "section" or (kind == "link" and not _may_follow_link(entry)):
                break
            self.found.append((entry, match, 0, 0))
            at = match.end()
        return at


def _may_follow_link(entry: Entry) -> bool:
    return entry.kind in _AFTER_LINKS or (entry.kind == "field" and entry.label > 0)


def row_pieces(normalized: str, row: Entry, head: Match) -> Iterator[Found]:
    """Yield the pieces in the cells of a table row, in the order of the text.

    Args:
        normalized: The text with plain line endings.
        row: The rule of the row.
        head: The match of that rule.
    """
    for number, cell in row.cells:
        at, end = head.span(number)
        if at < 0:
            continue
        section, opened = cell.rest, head
        if cell.table is not None:
            entries = cell.table.entries
            for match in cell.table.regex.finditer(normalized, at, end):
                entry = entries[match.lastindex or 0]
                if section is not None:
                    yield section, opened, at, match.start()
                    section = None
                if entry.kind == "section":
                    section, opened, at = entry, match, match.end()
                else:
                    yield entry, match, 0, 0
        if section is not None:
            yield section, opened, at, end
