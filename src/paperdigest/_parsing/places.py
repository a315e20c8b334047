"""Places: the range in the caller's own text that a value was parsed from."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal, cast, get_args, overload

from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._grammar.schema import BY_NAME, ITEMS, PAPER, Attribute, PaperAttribute
from paperdigest._model.digest import Digest
from paperdigest._model.editing import require_index
from paperdigest._model.items import Section
from paperdigest._model.origin import Document, Origin
from paperdigest._model.paper import Paper
from paperdigest._model.source import end_in, normalize
from paperdigest._parsing.hidden import may_hide
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.readers import first_head
from paperdigest._parsing.record import Piece, own_end, read_notes
from paperdigest._parsing.scanner import blocks, strip_span
from paperdigest._text.arxiv import arxiv_id_in_field, arxiv_id_of
from paperdigest._text.authors import COMMAS, Separator, author_spans, is_list
from paperdigest._text.closest import hint
from paperdigest._text.counts import counted
from paperdigest._text.positions import LineIndex, Range

_Span = tuple[int, int]

_TUPLES = frozenset({"papers", *(each.name for each in PAPER if each.many)})

# A test compares these with the attributes.

#: The attributes of a digest that :func:`locate` takes.
DigestAttribute = Literal["title", "date", "end_date", "papers"]

#: The attributes of a section that :func:`locate` takes.
SectionAttribute = Literal["label", "text"]

_ATTRIBUTES: Mapping[type[Digest | Paper | Section], tuple[str, ...]] = {
    Digest: get_args(DigestAttribute),
    Paper: get_args(PaperAttribute),
    Section: get_args(SectionAttribute),
}

_OF_SECTIONS = (None, *get_args(SectionAttribute))

_ITEMS = frozenset(each.name for each in ITEMS.values())

_SINGLE = frozenset(each.name for each in PAPER if not each.many)


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
        TypeError: An argument has the wrong type.
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
    places = _latest.places
    # The latest paper again, with arguments that are probably right.
    if isinstance(value, Paper):
        if places is not None and value._origin is places.origin and value._pristine:
            try:
                found = places.of_paper(value, attribute, index)
            except TypeError:  # they are wrong, and checked below
                found = None
            if found is not None:
                return places.lines.later(*found)
    elif (
        isinstance(value, Section)
        and places is not None
        and value._origin is places.origin
        and value._pristine
        and index is None
        and attribute in _OF_SECTIONS
    ):
        found = places.of_section(value._index, attribute)
        return None if found is None else places.lines.later(*found)
    return _located(value, attribute, _checked(value, attribute, index))


def _checked(
    value: Digest | Paper | Section, attribute: str | None, index: int | None
) -> int | None:
    """Check the arguments, and return the index counted from the start."""
    names = next((each for kind, each in _ATTRIBUTES.items() if isinstance(value, kind)), None)
    if names is None:
        raise TypeError(f"value: {type(value).__name__} found; pass a Digest, Paper or Section")
    if not isinstance(cast(object, attribute), str | None):
        raise TypeError(
            f"attribute: {type(attribute).__name__} found; pass a value and the name of one of its "
            "attributes, as in locate(paper, 'title')"
        )
    if attribute is not None and attribute not in names:
        raise ValueError(
            f"attribute: a {type(value).__name__} has no {attribute!r}; {hint(attribute, names)}"
        )
    if index is None:
        return None
    require_index(index)
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
    if not value._pristine:
        return None
    # Whether there is an identifier shows where it is looked for.
    if attribute not in (None, "arxiv_id") and getattr(value, attribute) in (None, ()):
        return None
    # Only parsed values are pristine, so this one has a document or an origin.
    if isinstance(value, Digest):
        assert value._document is not None
        return _place_in_document(value._document, attribute, index)
    origin = value._origin
    assert origin is not None
    places = _latest.at(origin)
    if isinstance(value, Section):
        return places.range(places.of_section(value._index, attribute))
    if attribute in _TUPLES and index is None:
        items = range(len(getattr(value, attribute)))
        return places.range(_hull([places.of_paper(value, attribute, item) for item in items]))
    span, group = places.of_paper(value, attribute, index), origin.group
    if span is None and attribute == "category" and group is not None:
        lines = LineIndex(group.text, offset=group.start, line=group.line)
        return lines.later(*group.span)
    return places.range(span)


def _place_in_document(
    document: Document, attribute: str | None, index: int | None
) -> Range | None:
    if attribute == "papers":
        origins = document.origins if index is None else (document.origins[index],)
        first, last = (_Places(each) for each in (origins[0], origins[-1]))
        start, end = first.whole()[0], last.whole()[1]
        return Range(first.lines.position(start), last.lines.position(end))
    text = document.text
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
    """The places in the block of a paper, each looked for when first needed.

    Args:
        origin: The block.

    Attributes:
        origin: The block.
        lines: Its lines.
    """

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self._text = text = origin.text
        before = origin.start, origin.line
        mark = 1 if before == (1, 0) else 0  # a byte order mark is part of its line
        self.lines = LineIndex(text, offset=before[0], line=before[1], column=mark)
        normalized = normalize(text)
        self._head = entry, head = first_head(origin.dialect, normalized)
        end, hides = len(normalized), may_hide(normalized)
        self._found = pieces(origin.dialect, normalized, entry, head, end, hides=hides)
        self._by_kind: dict[str, list[Found]] = {}
        for each in self._found:
            self._by_kind.setdefault(each[0].kind, []).append(each)

    def range(self, span: _Span | None) -> Range | None:
        """Return the range of a span."""
        return None if span is None else self.lines.later(*span)

    def of_paper(self, paper: Paper, attribute: str | None, index: int | None) -> _Span | None:
        """Return the place of an attribute of the paper, or of an item of it."""
        if index is not None:
            return self._of_item(paper, attribute, index)
        if attribute is None:
            return self.whole()
        if attribute == "arxiv_id":
            return self._of_identifier(paper)
        if attribute not in _SINGLE or getattr(paper, attribute) is None:
            return None
        if attribute == "title":
            start, end = self._stripped(*self._head[1].span(self._head[0].title))
            return (start, end) if start < end else None
        if attribute == "url":
            return self._of_link()
        return self._of_value(BY_NAME[attribute])

    def of_section(self, index: int, attribute: str | None) -> _Span | None:
        """Return the place of a section, or of an attribute of it."""
        entry, match, start, stop = self._piece("section", index)
        if attribute == "label":
            label = self._stripped(*match.span(entry.label)) if entry.label else (0, 0)
            return label if label[0] < label[1] else None
        text = self._stripped(start, stop)
        if attribute == "text" or entry.rest:
            return text
        end = end_in(self._text, max(text[1], match.end()))
        return self._stripped(match.start(entry.start), end)

    def whole(self) -> _Span:
        """Return the place of the paper."""
        found = [(*self._head, 0, 0), *self._found]
        record = [Piece(each[0].kind, -1, each, self._text) for each in found]
        return record[0].start, own_end(self._text, record, found=is_made(self.origin.dialect))

    def _stripped(self, start: int, end: int) -> _Span:
        return strip_span(self._text, start, end)

    def _piece(self, kind: str, index: int, count: int = -1) -> Found:
        """Return the piece that gives an item.

        Outside of a table, each piece of a section rule gives a section. Another piece may give
        nothing, so that it is parsed again unless there are as many pieces as items. Fields come
        from other kinds of lines too.
        """
        found = self._by_kind.get(kind, [])
        if kind == "section":
            sure = not self.origin.dialect.cells
        else:
            sure = kind != "field" and len(found) == count
        return found[index] if sure else self._notes[kind, index]

    @cached_property
    def _notes(self) -> Mapping[tuple[str, int], Found]:
        """The pieces that give a value: the first of an item, the last of any other."""
        noted: dict[tuple[str, int], Found] = {}
        for kind, item, found, _ in read_notes(self.origin)[1]:
            if kind not in ITEMS or (kind, item) not in noted:
                noted[kind, item] = found
        return noted

    def _of_item(self, paper: Paper, attribute: str | None, index: int) -> _Span | None:
        if attribute == "authors":
            return self._names[index] if 0 <= index < len(self._names) else None
        if attribute not in _ITEMS or not 0 <= index < len(items := getattr(paper, attribute)):
            return None
        if attribute == "sections":
            return self.of_section(index, None)
        kind = BY_NAME[attribute].kind or ""
        piece = Piece(kind, index, self._piece(kind, index, len(items)), self._text)
        return self._stripped(piece.start, piece.end)

    @cached_property
    def _names(self) -> Sequence[_Span]:
        """The places of the authors, in the last piece that has a place for them."""
        text, lines = self._text, self._by_kind.get("authors", ())
        for entry, match, _, _ in (*reversed(lines), (*self._head, 0, 0)):
            number = entry.groups.get("authors", 0)
            if number and match.start(number) >= 0:
                start, end = match.span(number)
                return _author_spans(text, start, text[start:end], entry.rule.separator)
        return []

    def _of_link(self) -> _Span:
        """Return the place of the main link, in the head or in a piece."""
        entry, match = self._head
        if not entry.url or match.start(entry.url) < 0:
            entry, match, _, _ = self._notes["url", 0]
        return self._stripped(*match.span(entry.url))

    def _of_value(self, attribute: Attribute) -> _Span | None:
        """Return the place of a value that a line has, or that the head has."""
        kind = attribute.kind or ""
        found = self._by_kind.get(kind)
        if found:
            # One that gives no value may be a field.
            piece = self._notes.get((kind, 0)) if attribute.spare_label else found[-1]
            if piece is not None:
                entry, match, start, end = piece
                if not entry.has_text:
                    start, end = match.span(entry.groups[attribute.group])
                return self._stripped(start, end)
        entry, head = self._head
        spans = [head.span(number) for each, number in entry.in_head if each is attribute]
        return self._stripped(*spans[0]) if spans and spans[0][0] >= 0 else None

    def _of_identifier(self, paper: Paper) -> _Span | None:
        """Return the place of the identifier in the first link or field that has one."""
        for index, url in enumerate((paper.url, *(link.url for link in paper.links)), -1):
            identifier = arxiv_id_of(url or "")
            if identifier:
                place = self._of_link() if index < 0 else self._of_item(paper, "links", index)
                # A label may repeat it before the URL.
                at = self._text.rfind(identifier, *(place or ()))
                return at, at + len(identifier)
        for index, field in enumerate(paper.fields):
            identifier = arxiv_id_in_field(field.label, field.value)
            if identifier:
                place = self._of_item(paper, "fields", index)
                at = self._text.rfind(identifier, *(place or ()))
                return at, at + len(identifier)
        return None


class _Latest:
    """The last paper: callers often ask for its places one after the other."""

    def __init__(self) -> None:
        self.places: _Places | None = None

    def at(self, origin: Origin) -> _Places:
        """Return the places of a paper."""
        places = self.places
        if places is None or places.origin is not origin:
            places = self.places = _Places(origin)
        return places


_latest = _Latest()


def _author_spans(text: str, start: int, line: str, separator: Separator) -> list[_Span]:
    """Return the places of the names in a line, those in a list literal without their quotes."""
    spans: list[_Span] = []
    if separator in COMMAS and "(" not in line and "[" not in line:
        find = text.index
        for name in map(str.strip, line.split(",")):
            if name:
                start = find(name, start)
                end = start + len(name)
                spans.append((start, end))
                start = end
        return spans
    quotes = int(separator is not None and is_list(line))
    for name, begin, end in author_spans(line, separator):
        if name:
            spans.append(strip_span(text, start + begin + quotes, start + end - quotes))
    return spans


def _hull(spans: Sequence[_Span | None]) -> _Span | None:
    """Return the span from the first to the last."""
    there = [span for span in spans if span is not None]
    return (there[0][0], there[-1][1]) if there else None
