"""Places: where in the caller's own text a value was read from."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from paperdigest._grammar.schema import IN_HEAD, ITEMS, PAPER, VALUES
from paperdigest._model.source import Origin, Source
from paperdigest._model.values import Digest, Paper, Section
from paperdigest._parsing.record import Piece, own_end, read_again
from paperdigest._parsing.scanner import Block, blocks, strip_span
from paperdigest._text.arxiv import arxiv_id_of
from paperdigest._text.authors import author_spans, is_list
from paperdigest._text.closest import hint
from paperdigest._text.positions import LineIndex, Range

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


class _Index:
    """What was looked up in one source, so that all its places together take linear time."""

    def __init__(self, source: Source) -> None:
        self.lines = LineIndex(source.text)
        self.headings: list[Block] = []
        self.groups: dict[int, Block] = {}
        self.papers: dict[int, _Spans] = {}
        group: Block | None = None
        for block in blocks(source.dialect, source.normalized):
            if block.kind == "digest":
                self.headings.append(block)
                group = None
            elif block.kind == "group":
                group = block
            elif block.kind == "paper" and group is not None:
                self.groups[block.start] = group

    def heading(self, origin: Origin) -> Block | None:
        """Return the first heading of a digest."""
        at = bisect_left(self.headings, origin.start, key=lambda block: block.start)
        inside = at < len(self.headings) and self.headings[at].start < origin.end
        return self.headings[at] if inside else None

    def paper(self, origin: Origin) -> _Spans:
        """Return the places of a paper, of its attributes and of its sections."""
        spans = self.papers.get(origin.start)
        if spans is None:
            spans = self.papers[origin.start] = _paper_spans(origin, self.groups.get(origin.start))
        return spans


_indexes: WeakKeyDictionary[Source, _Index] = WeakKeyDictionary()


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
    names = _ATTRIBUTES.get(type(value))
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
    origin = value._origin
    if origin is None or not value._pristine:
        return None
    found = _indexes.get(origin.source)
    if found is None:
        found = _indexes[origin.source] = _Index(origin.source)
    if isinstance(value, Digest):
        span = _digest_span(found, origin, value, attribute, index)
    elif isinstance(value, Section):
        span = found.paper(origin).get((attribute or "sections", value._index))
    elif attribute in _TUPLES and index is None:
        every = range(len(getattr(value, attribute)))
        span = _hull([found.paper(origin).get((attribute, at)) for at in every])
    else:
        span = found.paper(origin).get((attribute or "", index or 0))
    return None if span is None else found.lines.range(*span)


def _digest_span(
    found: _Index, origin: Origin, digest: Digest, attribute: str | None, index: int | None
) -> _Span | None:
    if attribute is None:
        return strip_span(origin.source.text, origin.start, origin.end)
    if attribute == "papers":
        papers = digest.papers if index is None else (digest.papers[index],)
        origins = (paper._origin for paper in papers)
        return _hull([found.paper(each).get(("", 0)) for each in origins if each is not None])
    heading = found.heading(origin)
    if heading is None or getattr(digest, attribute) is None:
        return None
    groups = heading.entry.groups
    name = attribute if attribute == "title" else "range" if "range" in groups else "date"
    if name not in groups or heading.head.start(groups[name]) < 0:
        return None
    start, end = strip_span(origin.source.text, *heading.head.span(groups[name]))
    return (start, end) if start < end else None


def _paper_spans(origin: Origin, group: Block | None) -> _Spans:
    """Return the places of a paper by attribute and item, and those in its sections."""
    text = origin.source.text
    paper, record = read_again(origin)
    head = record[0]
    spans: dict[tuple[str, int], _Span] = {("", 0): (head.start, own_end(origin, record))}
    if paper.title:
        spans["title", 0] = head.spans["title"]
    for attribute in IN_HEAD:
        if attribute.group in head.spans and not attribute.many:
            spans[attribute.name, 0] = head.spans[attribute.group]
    if group is not None:
        spans["category", 0] = strip_span(text, *group.head.span(group.entry.category))
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


def _hull(spans: Sequence[_Span | None]) -> _Span | None:
    """Return the span from the first to the last."""
    there = [span for span in spans if span is not None]
    return (there[0][0], there[-1][1]) if there else None
