"""Places: the range in the caller's own text that a value was parsed from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args, overload

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.schema import ITEMS, PAPER, VALUES, PaperAttribute
from paperdigest._grammar.tables import Entry
from paperdigest._model.origin import Document, Origin
from paperdigest._model.source import end_in, normalize
from paperdigest._model.values import Digest, Paper, Section
from paperdigest._parsing.named import named
from paperdigest._parsing.readers import Note
from paperdigest._parsing.record import Piece, own_end, read_notes
from paperdigest._parsing.scanner import Match, blocks, strip_span
from paperdigest._text.arxiv import arxiv_id_of
from paperdigest._text.authors import COMMAS, Separator, author_spans, is_list
from paperdigest._text.closest import hint
from paperdigest._text.counts import counted
from paperdigest._text.positions import LineIndex, Range

_Span = tuple[int, int]

_TUPLES = frozenset({"papers", *(each.name for each in PAPER if each.many)})

# A test holds these against the attributes.

#: The attributes of a digest that :func:`locate` takes.
DigestAttribute = Literal["title", "date", "end_date", "papers"]

#: The attributes of a section that :func:`locate` takes.
SectionAttribute = Literal["label", "text"]

_ATTRIBUTES: Mapping[type[Digest | Paper | Section], tuple[str, ...]] = {
    Digest: get_args(DigestAttribute),
    Paper: get_args(PaperAttribute),
    Section: get_args(SectionAttribute),
}

#: The kinds of lines with one value of an attribute.
_LINES = frozenset(kind for kind, each in VALUES.items() if not (each.many or each.derived))

_SINGLE = tuple(each.name for each in PAPER if not each.many)


@overload
def locate(
    value: Digest, attribute: DigestAttribute | None = None, index: int | None = None
) -> Range | None: ...
@overload
def locate(
    value: Paper, attribute: PaperAttribute | None = None, index: int | None = None
) -> Range | None: ...
@overload
def locate(
    value: Section, attribute: SectionAttribute | None = None, index: None = None
) -> Range | None: ...
def locate(
    value: Digest | Paper | Section, attribute: str | None = None, index: int | None = None
) -> Range | None:
    r"""Return the range that a value was parsed from.

    Args:
        value: A digest, paper or section.
        attribute: One of its attributes; the whole value by default.
        index: The index of an item if the attribute is a tuple; from the first to the last item by
            default.

    Returns:
        The range in the text, without white space around it. ``None`` if the value was built by
        hand or edited since, if the attribute is ``None`` or empty, or if its value is not in the
        text, such as a date that the caller passed.

    Raises:
        TypeError: ``value`` has another type.
        ValueError: There is no such attribute, or it is not a tuple but has an ``index``.
        IndexError: There is no such item.

    Example:
        >>> from paperdigest import parse_digest
        >>> text = "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\nVote: 34\n"
        >>> digest = parse_digest(text)
        >>> place = locate(digest.papers[0], "votes")
        >>> print(place)
        5:7
        >>> text[place.start.offset : place.end.offset]
        '34'
        >>> place.start.lsp
        (4, 6)
    """
    latest = _latest.places
    if type(value) is Paper:
        if value._origin is latest.origin and value._pristine:
            found = latest.of_paper.get((attribute, index))
            if found is not None:
                return latest.lines.later(*found)
    elif type(value) is Section and value._origin is latest.origin and value._pristine:
        found = latest.of_sections.get((value._index, attribute))
        if found is not None:
            return latest.lines.later(*found)
    return _located(value, attribute, _checked(value, attribute, index))


def _checked(
    value: Digest | Paper | Section, attribute: str | None, index: int | None
) -> int | None:
    """Check the arguments, and return the index as it counts from the start."""
    names = next((each for kind, each in _ATTRIBUTES.items() if isinstance(value, kind)), None)
    if names is None:
        raise TypeError(f"value: {type(value).__name__} found; pass a Digest, Paper or Section")
    if attribute is not None and attribute not in names:
        raise ValueError(
            f"attribute: a {type(value).__name__} has no {attribute!r}; {hint(attribute, names)}"
        )
    if index is None:
        return None
    if attribute not in _TUPLES:
        raise ValueError(f"index: {attribute!r} is not a tuple; leave the index out")
    items: tuple[object, ...] = getattr(value, attribute)
    if not -len(items) <= index < len(items):
        count = counted(len(items), "items")
        raise IndexError(f"index: {index} is out of range; {attribute} has {count}")
    return index % len(items)


def _located(
    value: Digest | Paper | Section, attribute: str | None, index: int | None
) -> Range | None:
    origin = value._document if isinstance(value, Digest) else value._origin
    if origin is None or not value._pristine:
        return None
    if attribute is not None and getattr(value, attribute) in (None, ()):
        return None
    if isinstance(origin, Document):
        return _place_in_document(origin, attribute, index)
    places = _latest.of(origin)
    if isinstance(value, Section):
        return places.at(places.of_sections.get((value._index, attribute)))
    if attribute in _TUPLES and index is None:
        items = range(len(getattr(value, attribute)))
        return places.at(_hull([places.of_paper.get((attribute, item)) for item in items]))
    group = origin.group
    if (attribute, index) not in places.of_paper and attribute == "category" and group is not None:
        lines = LineIndex(group.text, offset=group.start, line=group.line)
        return lines.later(*group.span)
    return places.at(places.of_paper.get((attribute, index)))


def _place_in_document(
    document: Document, attribute: str | None, index: int | None
) -> Range | None:
    text = document.text
    if attribute == "papers":
        origins = document.origins if index is None else (document.origins[index],)
        first, last = (_Places.of(each) for each in (origins[0], origins[-1]))
        start, end = first.of_paper[None, None][0], last.of_paper[None, None][1]
        return Range(first.lines.position(start), last.lines.position(end))
    if attribute is None:
        span: _Span | None = strip_span(text, 0, len(text))
    else:
        span = _heading_span(text, document.dialect, attribute)
    if span is None:
        return None
    return LineIndex(text, offset=document.start, line=document.line).later(*span)


def _heading_span(text: str, dialect: Dialect, attribute: str) -> _Span | None:
    """Return the span of a value in the heading of a digest."""
    found = blocks(dialect, normalize(text))
    heading = next((block for block in found if block.kind == "digest"), None)
    if heading is None:
        return None
    groups = heading.entry.groups
    name = attribute if attribute == "title" else "range" if "range" in groups else "date"
    if name not in groups or heading.head.start(groups[name]) < 0:
        return None
    start, end = strip_span(text, *heading.head.span(groups[name]))
    return (start, end) if start < end else None


class _Places:
    """The places in the block of a paper.

    Attributes:
        origin: The block.
        lines: Its lines.
        of_paper: The places of the paper by attribute and index; the whole has no attribute.
        of_sections: The places of its sections by their index and attribute.
    """

    def __init__(self, origin: Origin | None, text: str) -> None:
        self.origin = origin
        self._text = text
        before = (0, 0) if origin is None else (origin.start, origin.line)
        mark = 1 if before == (1, 0) else 0  # a byte order mark is part of its line
        self.lines = LineIndex(text, offset=before[0], line=before[1], column=mark)
        self.of_paper: dict[tuple[str | None, int | None], _Span] = {}
        self.of_sections: dict[tuple[int, str | None], _Span] = {}

    @classmethod
    def of(cls, origin: Origin) -> "_Places":
        """Find all places of a paper."""
        places = cls(origin, origin.text)
        paper, notes = read_notes(origin)
        ends = list(named(Piece, (notes[0], *notes[-2:])))
        places.of_paper[None, None] = (ends[0].start, own_end(origin.text, ends))
        places._add_head(*notes[0][2][:2])
        for note in notes:
            places._add(note)
        places._add_identifier(paper)
        for name in _SINGLE:
            if getattr(paper, name) is None:
                places.of_paper.pop((name, None), None)
        return places

    def at(self, span: _Span | None) -> Range | None:
        """Return the range of a span."""
        return None if span is None else self.lines.later(*span)

    def _add_head(self, entry: Entry, head: Match) -> None:
        start, end = strip_span(self._text, *head.span(entry.title))
        if start < end:
            self.of_paper["title", None] = (start, end)
        for attribute, number in entry.in_head:
            if not attribute.many and head.start(number) >= 0:
                self.of_paper[attribute.name, None] = strip_span(self._text, *head.span(number))

    def _add(self, note: Note) -> None:
        """Note the places in a piece."""
        kind, item, (entry, match, _, _), _ = note
        if kind == "section":
            self._add_section(note)
        elif kind in _LINES:
            attribute = VALUES[kind]
            number = entry.groups.get(attribute.group)
            span = strip_span(self._text, *match.span(number)) if number else (0, 0)
            if entry.has_text:
                span = Piece(*note).spans["text"]
            self.of_paper[attribute.name, None] = span
        elif kind in ("paper", "url") and entry.url and match.start(entry.url) >= 0:
            self.of_paper["url", None] = strip_span(self._text, *match.span(entry.url))
        elif kind in ITEMS and item >= 0:
            piece = Piece(*note)
            span = strip_span(self._text, piece.start, piece.end)
            self.of_paper.setdefault((ITEMS[kind].name, item), span)
        if number := entry.groups.get("authors"):
            start, end = match.span(number)
            names = _author_spans(self._text, start, self._text[start:end], entry.rule.separator)
            self.of_paper.update(names)

    def _add_section(self, note: Note) -> None:
        _, item, (entry, match, start, stop), _ = note
        text = self._text
        first, last = strip_span(text, start, stop)
        self.of_sections[item, "text"] = (first, last)
        if not entry.rest:
            first, last = match.start(entry.start), end_in(text, max(last, match.end()))
            label = strip_span(text, *match.span(entry.label)) if entry.label else (0, 0)
            if label[0] < label[1]:
                self.of_sections[item, "label"] = label
        if item >= 0:
            span = strip_span(text, first, last)
            self.of_sections[item, None] = self.of_paper["sections", item] = span

    def _add_identifier(self, paper: Paper) -> None:
        if paper.arxiv_id is None:
            return
        place = self.of_paper.get(("url", None), (0, 0))
        if not arxiv_id_of(paper.url or ""):
            links = enumerate(paper.links)
            place = next(self.of_paper["links", at] for at, link in links if arxiv_id_of(link.url))
        at = self._text.rfind(paper.arxiv_id, *place)  # a label may repeat it before the URL
        self.of_paper["arxiv_id", None] = (at, at + len(paper.arxiv_id))


class _Latest:
    """The last paper: callers often ask for its places one after the other."""

    def __init__(self) -> None:
        self.places = _Places(None, "")

    def of(self, origin: Origin) -> _Places:
        """Return the places of a paper."""
        places = self.places
        if places.origin is not origin:
            places = self.places = _Places.of(origin)
        return places


_latest = _Latest()


def _author_spans(
    text: str, start: int, line: str, separator: Separator
) -> Iterator[tuple[tuple[str | None, int | None], _Span]]:
    """Yield the places of the names in a line, those in a list literal without their quotes."""
    if separator in COMMAS and "(" not in line and "[" not in line:
        for index, name in enumerate(filter(None, [each.strip() for each in line.split(",")])):
            start = text.index(name, start)
            yield ("authors", index), (start, start + len(name))
            start += len(name)
        return
    quotes = int(separator is not None and is_list(line))
    index = 0
    for name, begin, end in author_spans(line, separator):
        if name:
            yield ("authors", index), strip_span(text, start + begin + quotes, start + end - quotes)
            index += 1


def _hull(spans: Sequence[_Span | None]) -> _Span | None:
    """Return the span from the first to the last."""
    there = [span for span in spans if span is not None]
    return (there[0][0], there[-1][1]) if there else None
