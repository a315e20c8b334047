"""Places: where in the caller's own text a value was read from."""

from collections.abc import Iterator, Mapping, Sequence

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.schema import IN_HEAD, ITEMS, PAPER, VALUES
from paperdigest._model.origin import Document, Origin
from paperdigest._model.source import normalize
from paperdigest._model.values import Digest, Paper, Section
from paperdigest._parsing.record import Piece, own_end, read_again
from paperdigest._parsing.scanner import blocks, strip_span
from paperdigest._text.arxiv import arxiv_id_of
from paperdigest._text.authors import author_spans, is_list
from paperdigest._text.closest import hint
from paperdigest._text.positions import LineIndex, Range, moved

_Span = tuple[int, int]
_Spans = Mapping[tuple[str, int], _Span]

_TUPLES = frozenset({"papers", *(each.name for each in PAPER if each.many)})
_ATTRIBUTES: Mapping[type[Digest | Paper | Section], tuple[str, ...]] = {
    Digest: ("title", "date", "end_date", "papers"),
    Paper: tuple(each.name for each in PAPER),
    Section: ("label", "text"),
}  # fmt: skip

#: The kinds of lines that hold one value of an attribute.
_LINES = frozenset(kind for kind, each in VALUES.items() if not (each.many or each.derived))


def locate(
    value: Digest | Paper | Section, attribute: str | None = None, index: int | None = None
) -> Range | None:
    r"""Tell where a value was read from.

    Args:
        value: A digest, paper or section.
        attribute: One of its attributes; the whole value where not given.
        index: Which item, where the attribute is a tuple; from the first to the last where not
            given.

    Returns:
        The range in the text that was read, without white space around it. ``None`` where there is
        none: the value was built by hand or edited since, the attribute is ``None`` or empty, or
        its value does not stand in the text, as a date that was given beside it.

    Raises:
        TypeError: ``value`` is of another type.
        ValueError: There is no such attribute, or it is no tuple and ``index`` is given.
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
    names = next((each for kind, each in _ATTRIBUTES.items() if isinstance(value, kind)), None)
    if names is None:
        raise TypeError(f"value: {type(value).__name__} found; give a Digest, Paper or Section")
    if attribute is not None and attribute not in names:
        raise ValueError(
            f"attribute: a {type(value).__name__} has no {attribute!r}; {hint(attribute, names)}"
        )
    if index is not None:
        if attribute not in _TUPLES:
            raise ValueError(f"index: {attribute!r} is no tuple; leave the index out")
        items: tuple[object, ...] = getattr(value, attribute)
        if not -len(items) <= index < len(items):
            raise IndexError(f"index: {index} is outside {attribute}, which has {len(items)}")
        index %= len(items)
    origin = value._document if isinstance(value, Digest) else value._origin
    if origin is None or not value._pristine:
        return None
    if attribute is not None and getattr(value, attribute) in (None, ()):
        return None
    if isinstance(origin, Document):
        return _place_in_document(origin, attribute, index)
    if isinstance(value, Section):
        return _place(origin, attribute or "sections", value._index)
    if attribute in _TUPLES and index is None:
        count = len(getattr(value, attribute))
        return _hull([_place(origin, attribute, at) for at in range(count)])
    return _place(origin, attribute or "", index or 0)


def _place_in_document(
    document: Document, attribute: str | None, index: int | None
) -> Range | None:
    if attribute == "papers":
        origins = document.origins if index is None else (document.origins[index],)
        return _hull([_place(each, "", 0) for each in (origins[0], origins[-1])])
    text = document.text
    span = strip_span(text, 0, len(text)) if attribute is None else None
    if attribute is not None:
        span = _heading_span(text, document.dialect, attribute)
    return span and moved(LineIndex(text).range(*span), document.start, document.line)


def _heading_span(text: str, dialect: Dialect, attribute: str) -> _Span | None:
    """Return where a value stands in the heading of a digest."""
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


class _Latest:
    """The paper that was looked at last: its places are often asked for one after the other."""

    def __init__(self) -> None:
        self._found: tuple[Origin, LineIndex, _Spans] | None = None

    def of(self, origin: Origin) -> tuple[LineIndex, _Spans]:
        """Return the lines and the places of a paper."""
        found = self._found
        if found is None or found[0] is not origin:
            found = self._found = origin, LineIndex(origin.text), _paper_spans(origin)
        return found[1:]


_latest = _Latest()


def _place(origin: Origin, attribute: str, item: int) -> Range | None:
    """Return the place of an attribute of a paper, or of one item of it."""
    lines, spans = _latest.of(origin)
    span = spans.get((attribute, item))
    if span is not None:
        beside = 1 if (origin.start, origin.line) == (1, 0) else 0  # a byte order mark
        return moved(lines.range(*span), origin.start, origin.line, beside)
    group = origin.group
    if attribute == "category" and group is not None:
        return moved(LineIndex(group.text).range(*group.span), group.start, group.line)
    return None


def _paper_spans(origin: Origin) -> _Spans:
    """Return the places of a paper by attribute and item, and those in its sections."""
    text = origin.text
    paper, record = read_again(origin)
    head = record[0]
    spans: dict[tuple[str, int], _Span] = {("", 0): (head.start, own_end(text, record))}
    if paper.title:
        spans["title", 0] = head.spans["title"]
    for attribute in IN_HEAD:
        if attribute.group in head.spans and not attribute.many:
            spans[attribute.name, 0] = head.spans[attribute.group]
    for piece in record:
        if piece.attribute in ("paper", "url") and "url" in piece.spans:
            spans["url", 0] = piece.spans["url"]
        elif piece.attribute in _LINES:
            attribute = VALUES[piece.attribute]
            place = piece.spans.get(attribute.group, (0, 0))
            spans[attribute.name, 0] = piece.spans.get("text", place)
        elif piece.attribute in ITEMS and piece.item >= 0:
            place = strip_span(text, piece.start, piece.end)
            spans.setdefault((ITEMS[piece.attribute].name, piece.item), place)
        if piece.attribute == "section":
            spans["text", piece.item] = piece.spans["text"]
            start, end = piece.spans.get("label", (0, 0))
            if start < end:
                spans["label", piece.item] = (start, end)
        if "authors" in piece.spans:
            spans.update(_author_spans(text, piece))
    if paper.arxiv_id is not None:
        holder = spans["url", 0] if arxiv_id_of(paper.url or "") else _link_span(paper, spans)
        at = text.rfind(paper.arxiv_id, *holder)  # a label may repeat it before the URL
        spans["arxiv_id", 0] = (at, at + len(paper.arxiv_id))
    for attribute in PAPER:
        if getattr(paper, attribute.name) is None:
            spans.pop((attribute.name, 0), None)
    return spans


def _link_span(paper: Paper, spans: _Spans) -> _Span:
    """Return the place of the first link with an identifier."""
    return next(spans["links", at] for at, link in enumerate(paper.links) if arxiv_id_of(link.url))


def _author_spans(text: str, piece: Piece) -> Iterator[tuple[tuple[str, int], _Span]]:
    """Yield the places of names, those in a list literal without their quotes."""
    start, end = piece.spans["authors"]
    line = text[start:end]
    quotes = int(piece.entry.rule.separator is not None and is_list(line))
    index = 0
    for name, begin, end in author_spans(line, piece.entry.rule.separator):
        if name:
            yield ("authors", index), strip_span(text, start + begin + quotes, start + end - quotes)
            index += 1


def _hull(places: Sequence[Range | None]) -> Range | None:
    """Return the range from the first to the last."""
    there = [place for place in places if place is not None]
    return Range(there[0].start, there[-1].end) if there else None
