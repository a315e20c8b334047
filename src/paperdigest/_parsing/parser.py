"""From matches to values.

One function reads a paper. It also notes, for those who ask, which piece of the text each value
came from; so the serializer and the diagnostics see the text just as the values do.
"""

import re
from collections.abc import Iterator

from paperdigest._grammar.tables import Entry
from paperdigest._model.make import (
    make_digest,
    make_field,
    make_link,
    make_media,
    make_origin,
    make_paper,
    make_section,
)
from paperdigest._model.source import DigestOrigin, Origin, Source, Words, normalize
from paperdigest._model.validation import MAX_VOTE_DIGITS
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section
from paperdigest._parsing.scanner import Found, Match, block_rows, pieces
from paperdigest._text.authors import read_authors
from paperdigest._text.dates import read_date, read_range

_BREAK = re.compile(r"[ \t]*\n\s*")


#: What was read from a piece: the attribute that it gives a value to, or the kind of its rule;
#: which item of a tuple, -1 where it gives no value of its own; the piece; and the whole text.
Note = tuple[str, int, Found, str]


def read_votes(text: str) -> int | None:
    """Return a count of votes, ``None`` where the text is no number of usual length."""
    if text.isdecimal() and text.isascii() and len(text) <= MAX_VOTE_DIGITS:
        return int(text)
    return None


def read_paper(
    origin: Origin, normalized: str, entry: Entry, head: Match, record: list[Note] | None = None
) -> Paper:
    """Read the paper that starts at a head.

    Args:
        origin: Where the paper's block stands.
        normalized: The source's text with plain line ends.
        entry: The rule of the head.
        head: What it matched.
        record: Takes what was read from each piece, in the order of the text, where given.
    """
    source = origin.source
    text = source.text
    title: str = (head[entry.title] or "").strip()
    if "\n" in title:
        title = " ".join(_BREAK.split(title))
    url: str | None = head[entry.url] or None if entry.url else None
    votes: int | None = None
    authors: tuple[str, ...] = ()
    if entry.authors:
        authors = read_authors(head[entry.authors] or "", entry.rule.separator)
    category = origin.category
    if entry.votes:
        votes = read_votes((head[entry.votes] or "").strip())
    if entry.category:
        category = (head[entry.category] or "").strip() or None
    media: list[Media] = []
    sections: list[Section] = []
    fields: list[Field] = []
    links: list[Link] = []
    if record is not None:
        record.append(("paper", 0, (entry, head, 0, 0), text))
    for rule, match, start, end in pieces(source.dialect, normalized, entry, head, origin.end):
        attribute: str = rule.kind
        index = -1
        if attribute == "section":
            value = text[start:end].strip()
            if value or not rule.rest:
                label = rule.own_label
                if rule.label:
                    label = (match[rule.label] or "").strip() or None
                index = len(sections)
                sections.append(make_section(label, value, origin, index, True))
        elif attribute == "votes":
            index = 0
            votes = read_votes((match[rule.votes] or "").strip())
        elif attribute == "authors":
            index = 0
            authors = read_authors(match[rule.authors] or "", rule.rule.separator)
        elif attribute == "field":
            label = (match[rule.label] or "").strip() if rule.label else rule.own_label
            value = (text[start:end] if rule.rest else match[rule.value] or "").strip()
            if label and (value or not rule.rest):
                index = len(fields)
                fields.append(make_field(label, value))
        elif attribute == "media":
            media_url = match[rule.url]
            alt = (match[rule.alt] or "").strip() if rule.alt else ""
            if media and media[-1].url == media_url and media[-1].kind == rule.rule.media:
                index = len(media) - 1
            elif media_url:
                index = len(media)
                media.append(make_media(rule.rule.media, media_url, alt))
        elif attribute == "link":
            label = (match[rule.label] or "").strip() if rule.label else rule.own_label or ""
            target = match[rule.url]
            if target and url is None and rule.is_main and rule.is_main(target):
                url = target
                if record is not None:
                    record.append(("url", 0, (rule, match, 0, 0), text))
                cell = rule.cell
                kept = cell is not None and cell.keep_label and label != cell.main_label
            else:
                kept = not (rule.rule.main and target == url)
            if target and kept:
                index = len(links)
                links.append(make_link(label, target))
        elif attribute == "category":
            index = 0
            category = (match[rule.category] or "").strip() or None
        elif attribute == "copy" and rule.label:
            label, value = (match[rule.label] or "").strip(), (match[rule.copy] or "").strip()
            if label and value and value not in (url or ""):
                attribute, index = "field", len(fields)
                fields.append(make_field(label, value))
        if record is not None:
            record.append((attribute, index, (rule, match, start, end), text))
    return make_paper(
        title,
        url,
        votes,
        authors,
        category,
        tuple(media) if media else (),
        tuple(sections) if sections else (),
        tuple(fields) if fields else (),
        tuple(links) if links else (),
        origin,
        True,
    )


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
    for kind, entry, head, begin, end, category in block_rows(source.dialect, normalized):
        if kind == "paper":
            origin = make_origin(source, begin, end, category)
            origins.append(origin)
            papers.append(read_paper(origin, normalized, entry, head))
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
        year = words.get("year")
        days = read_range(words["range"], int(year) if year else None)
        first, last = days or (None, None)
        return title, first, last
    return title, read_date(words.get("date", "")), None
