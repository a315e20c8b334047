"""From matches to values.

One function reads a paper. It also notes, for those who ask, which piece of the text each value
came from; so the serializer and the diagnostics see the text just as the values do.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from paperdigest._grammar.schema import VALUES
from paperdigest._grammar.tables import Entry
from paperdigest._model.make import (
    make_digest,
    make_field,
    make_link,
    make_media,
    make_origin,
    make_section,
)
from paperdigest._model.source import DigestOrigin, Origin, Source, Words, normalize
from paperdigest._model.values import Digest, Paper
from paperdigest._parsing.draft import Draft, begin_paper, finish_paper
from paperdigest._parsing.hidden import may_hide
from paperdigest._parsing.scanner import Found, Match, block_rows, pieces
from paperdigest._text.dates import read_date, read_range

_YEAR = re.compile(r"[0-9]{4}")
_BREAK = re.compile(r"[ \t]*\n\s*")


#: What was read from a piece: the attribute that it gives a value to, or the kind of its rule;
#: which item of a tuple, -1 where it gives no value of its own; the piece; and the whole text.
Note = tuple[str, int, Found, str]

#: The first two of these.
_Given = tuple[str, int]

#: Says of a piece that it gives the main link, and stands among the other links too.
_MAIN_TOO = "main link"


def read_paper(
    origin: Origin,
    normalized: str,
    entry: Entry,
    head: Match,
    record: list[Note] | None = None,
    *,
    hides: bool = True,
) -> Paper:
    """Read the paper that starts at a head.

    Args:
        origin: Where the paper's block stands.
        normalized: The source's text with plain line ends.
        entry: The rule of the head.
        head: What it matched.
        record: Takes what was read from each piece, in the order of the text, where given.
        hides: Whether the text can have code or comments.
    """
    draft = begin_paper(origin, origin.source.text)
    _read_head(draft, entry, head)
    found = pieces(origin.source.dialect, normalized, entry, head, origin.end, hides=hides)
    if record is None:
        for rule, match, start, end in found:
            _READERS[rule.kind](draft, rule, match, start, end)
    else:
        record.append(("paper", 0, (entry, head, 0, 0), draft.text))
        for piece in found:
            given, index = _READERS[piece[0].kind](draft, *piece)
            if given == _MAIN_TOO:
                record.append(("url", 0, piece, draft.text))
                given = "link"
            record.append((given, index, piece, draft.text))
    return finish_paper(draft)


def _read_head(draft: Draft, entry: Entry, head: Match) -> None:
    title: str = (head[entry.title] or "").strip()
    draft.title = " ".join(_BREAK.split(title)) if "\n" in title else title
    if entry.url:
        draft.url = head[entry.url] or None
    if draft.origin.category is not None:
        draft.category = draft.origin.category
    for attribute, group in entry.in_head:
        value = attribute.read(head[group] or "", entry.rule.separator)
        setattr(draft, attribute.name, value)


def _read_section(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    text = draft.text[start:end].strip()
    if not text and entry.rest:
        return "section", -1
    label = (match[entry.label] or "").strip() or None if entry.label else entry.own_label
    index = len(draft.sections)
    draft.sections.append(make_section(label, text, draft.origin, index, True))
    return "section", index


def _read_value(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    """Read a value that has no spare field: the last one counts."""
    attribute = entry.attribute
    assert attribute is not None
    value = attribute.read(match[entry.held] or "", entry.rule.separator)
    setattr(draft, attribute.name, value)
    return entry.kind, 0


def _read_value_or_field(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    """Read a value, or a field where the text gives none."""
    attribute = entry.attribute
    assert attribute is not None
    text = (draft.text[start:end] if entry.rest else match[entry.held] or "").strip()
    value = attribute.read(text, entry.rule.separator)
    if value is None:
        label = _label(entry, match) or attribute.spare_label
        return _add_field(draft, label, text) if text else (entry.kind, -1)
    setattr(draft, attribute.name, value)
    return entry.kind, 0


def _read_field(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    label = _label(entry, match)
    if entry.rest:
        text = draft.text[start:end].strip()
        return _add_field(draft, label, text) if text else ("field", -1)
    text = (match[entry.held] or "").strip()
    return _add_field(draft, label, text)


def _read_copy(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    if entry.label:
        text = (match[entry.held] or "").strip()
        if text and text not in (draft.url or ""):
            given = _add_field(draft, _label(entry, match), text)
            return given if given[1] >= 0 else ("copy", -1)
    return "copy", -1


def _add_field(draft: Draft, label: str, text: str) -> _Given:
    if not label:
        return "field", -1
    draft.fields.append(make_field(label, text))
    return "field", len(draft.fields) - 1


def _read_media(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    url: str | None = match[entry.url]
    media, kind = draft.media, entry.rule.media
    if media and media[-1].url == url and media[-1].kind == kind:
        return "media", len(media) - 1
    if not url:
        return "media", -1
    alt = (match[entry.alt] or "").strip() if entry.alt else ""
    media.append(make_media(kind, url, alt))
    return "media", len(media) - 1


def _read_link(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    target: str | None = match[entry.url]
    if not target:
        return "link", -1
    label = _label(entry, match)
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


def _read_nothing(draft: Draft, entry: Entry, match: Match, start: int, end: int) -> _Given:
    return entry.kind, -1


def _label(entry: Entry, match: Match) -> str:
    if entry.label:
        return (match[entry.label] or "").strip()
    return entry.own_label or ""


#: What reads a piece, by the kind of its rule.
_READERS: Mapping[str, Callable[[Draft, Entry, Match, int, int], _Given]] = {
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
    "rule": _read_nothing,
}


def read_digests(source: Source, *, joined: bool) -> Iterator[Digest]:
    """Read what a text holds.

    Args:
        source: The text.
        joined: Whether all is one digest, however many headings there are.

    Yields:
        One digest a heading; one where there is none. Together they span the whole text.
    """
    normalized = normalize(source.text)
    start = 0
    heading: tuple[Entry, Match] | None = None
    papers: list[Paper] = []
    origins: list[Origin] = []
    hides = may_hide(normalized)
    for kind, entry, head, begin, end, category in block_rows(
        source.dialect, normalized, hides=hides
    ):
        if kind == "paper":
            origin = make_origin(source, begin, end, category)
            origins.append(origin)
            papers.append(read_paper(origin, normalized, entry, head, hides=hides))
        elif kind == "digest":
            if (heading or papers) and not joined:
                yield _digest(source, (start, begin), heading, papers, origins)
                start, heading, papers, origins = begin, None, [], []
            heading = heading or (entry, head)
    yield _digest(source, (start, len(normalized)), heading, papers, origins)


def _digest(
    source: Source,
    span: tuple[int, int],
    heading: tuple[Entry, Match] | None,
    papers: list[Paper],
    origins: list[Origin],
) -> Digest:
    words: Words = (None, None, None) if heading is None else read_heading(*heading)
    title, first, last = words
    origin = DigestOrigin(source, *span, words=words, papers=tuple(origins))
    return make_digest(title, first or source.date, last, tuple(papers), origin, True)


def read_heading(entry: Entry, match: Match) -> Words:
    """Return title, first and last day of a digest's heading."""
    words = {name: (match[number] or "").strip() for name, number in entry.groups.items()}
    title = words.get("title") or None
    if "range" in words:
        year = words.get("year", "")
        days = read_range(words["range"], int(year) if _YEAR.fullmatch(year) else None)
        first, last = days or (None, None)
        return title, first, last
    return title, read_date(words.get("date", "")), None
