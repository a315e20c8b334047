"""From a text to digests: its papers, and the values of a paper when first needed."""

import re
from collections.abc import Iterator
from typing import ClassVar

from paperdigest._grammar.tables import Entry
from paperdigest._model.digest import Digest, digest_of
from paperdigest._model.origin import Document, Group, Origin, Words
from paperdigest._model.paper import Paper
from paperdigest._model.source import Source, normalize
from paperdigest._parsing.hidden import may_hide
from paperdigest._parsing.plain import parse_paper
from paperdigest._parsing.readers import Head, first_head
from paperdigest._parsing.scanner import Match, block_rows, strip_span
from paperdigest._text.dates import read_date, read_range


class Block(Origin):
    """The block of a paper that was parsed."""

    __slots__ = ()

    #: Whether it can have code or comments.
    hides: ClassVar[bool] = True

    def parse(self) -> Paper:
        """Return the paper."""
        text, dialect, group = self.text, self.dialect, self.group
        normalized = normalize(text)
        hides = self.hides and may_hide(normalized)
        head = first_head(dialect, normalized)
        category = group.category if group else None
        return parse_paper(self, dialect, text, normalized, head, category=category, hides=hides)


class OpenBlock(Block):
    """The block of a paper in a text without code and comments, so that they are not looked for."""

    __slots__ = ()

    hides = False


def digests_of(source: Source, *, joined: bool) -> Iterator[Digest]:
    """Parse the digests of a text.

    Args:
        source: The text.
        joined: Whether the text is one digest, however many headings there are.

    Yields:
        One digest for each heading, or one if there is none. Together they span the whole text.
    """
    normalized = normalize(source.text)
    hides = may_hide(normalized)
    reader = _Reader(source, normalized, Block if hides else OpenBlock)
    add = reader.papers.append
    heading: Head | None = None
    for kind, entry, head, begin, end, _ in block_rows(source.dialect, normalized, hides=hides):
        if kind == "paper":
            add((begin, end, reader.group))
        elif kind == "group":
            reader.begin_group(entry, head)
        elif kind == "digest":
            if (heading or reader.papers) and not joined:
                yield digest_of(reader.document(heading, begin))
                heading = None
            reader.group = None
            heading = heading or (entry, head)
    yield digest_of(reader.document(heading, len(normalized)))


class _Reader:
    """Collects the papers, digest by digest: where each starts and ends, and its group."""

    def __init__(self, source: Source, normalized: str, kind: type[Block]) -> None:
        self._source = source
        self._normalized = normalized
        self._kind = kind
        self._start = self._line = 0
        self._counted = self._lines = 0
        self.papers: list[tuple[int, int, Group | None]] = []
        self.group: Group | None = None

    def begin_group(self, entry: Entry, head: Match) -> None:
        """Begin the group of the papers below a heading."""
        text, start = self._source.text, head.start(entry.start)
        begin, end = strip_span(text, *head.span(entry.category))
        line = self._lines_before(start)
        span = begin - start, end - start
        self.group = Group(text[start:end], start, line, span, text[begin:end] or None)

    def _lines_before(self, offset: int) -> int:
        """Count line endings up to an offset, which must not decrease from call to call."""
        self._lines += self._normalized.count("\n", self._counted, offset)
        self._counted = offset
        return self._lines

    def document(self, heading: Head | None, end: int) -> Document:
        """Return the digest that ends at an offset, and begin the next one there."""
        source, start, papers = self._source, self._start, self.papers
        found = Document(
            source.text[start:end],
            source.dialect,
            source.date,
            source.year,
            source.guessed,
            (None, None, None) if heading is None else read_heading(*heading, source.year),
            tuple([at - start for first, last, _ in papers for at in (first, last)]),
            tuple(groups) if any(groups := [group for _, _, group in papers]) else (),
            self._kind,
            start,
            self._line,
        )
        if end < len(self._normalized):
            self._start, self._line = end, self._lines_before(end)
        papers.clear()
        return found


def read_heading(entry: Entry, match: Match, year: int | None = None) -> Words:
    """Return title, first and last day of a digest's heading.

    Args:
        entry: Its rule.
        match: The match of that rule.
        year: The year of days that are written without one; of a range, that of the last day.
    """
    words = {name: (match[number] or "").strip() for name, number in entry.groups.items()}
    title = words.get("title") or None
    if "range" in words:
        written = words.get("year", "")
        days = read_range(
            words["range"], int(written) if re.fullmatch(r"[0-9]{4}", written) else year
        )
        first, last = days or (None, None)
        return title, first, last
    return title, read_date(words.get("date", ""), year), None
