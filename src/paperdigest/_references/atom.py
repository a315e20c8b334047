"""Atom feeds (RFC 4287)."""

import datetime
import re
import uuid
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import urljoin, urlsplit

import attrs

from paperdigest._model.finding import require_wanted
from paperdigest._model.merging import Seen
from paperdigest._model.several import each_digest
from paperdigest._model.validation import require_dating
from paperdigest._model.values import Digest, Paper
from paperdigest._protocols.extras import optional
from paperdigest._references.inline import plain
from paperdigest._references.works import Work, work_of
from paperdigest._text.shown import shown

# Characters that XML 1.0 cannot contain: https://www.w3.org/TR/xml/#charsets
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_atom(
    digests: Digest | Iterable[Digest],
    *,
    title: str | None = None,
    url: str | None = None,
    date: datetime.date | None = None,
) -> str:
    """Return digests as an Atom feed with an entry for each paper (RFC 4287).

    A paper that several digests have appears once, with the day of the first of them; ``merge``
    says which papers are the same. The entry of a paper on arXiv has its address there as its
    identifier, so that a feed reader recognises it. Equal digests make equal feeds: nothing depends
    on the time of the call.

    Args:
        digests: A digest, or several of them, in the order of the feed.
        title: The title of the feed; that of the first digest that has one by default.
        url: The address of the feed or its page. It identifies the feed, and relative links in the
            digests are resolved against it.
        date: The day of digests that have none.

    Returns:
        XML. Write it in UTF-8.

    Raises:
        ModuleNotFoundError: feedgen is not installed; it comes with the extra ``feeds``.
        TypeError: One of them is not a digest, or another argument has the wrong type.
        ValueError: A digest with papers has no date, and ``date`` is missing, or ``url`` is not an
            absolute address.

    Example:
        >>> from paperdigest import read_digest
        >>> feed = to_atom(read_digest("examples/daily-papers.md"), url="https://example.org/feed")
        >>> feed.count("<entry>"), feed.count("<updated>2025-02-17T00:00:00+00:00</updated>")
        (4, 5)
    """
    generator = optional("feedgen.feed", "feeds", "An Atom feed").FeedGenerator()
    _check_arguments(title, url)
    date = require_dating(date, None)
    several = tuple(each_digest(digests))
    names = (_text(plain(each.title)).strip() for each in several if each.title)
    name = _text(title or next(filter(None, names), "Papers"))
    entries = list(_entries(several, url, date))
    generator.title(name)
    generator.id(_text(url) if url else _urn(name))
    if url:
        generator.link(href=_text(url))
    days = [entry.day for entry in entries] + [each for each in (date,) if each is not None]
    generator.updated(_midnight(max(days, default=datetime.date(1970, 1, 1))))
    if not all(entry.work.names for entry in entries) or not entries:
        generator.author(name=name)  # an entry without authors has those of the feed
    generator.generator("paperdigest")
    for entry in entries:
        _fill(generator.add_entry(order="append"), entry)
    written: bytes = generator.atom_str(pretty=True)
    return written.decode("utf-8")


def _check_arguments(title: object, url: str | None) -> None:
    require_wanted("title", title)
    require_wanted("url", url)
    if url is not None and not _is_absolute(url):
        raise ValueError(
            f"url: {shown(url)} is not an absolute address, which a feed needs (RFC 4287, 4.2.6); "
            "pass one such as 'https://example.org/feed'"
        )


@attrs.frozen
class _Entry:
    """An entry: the work, its day, its identifier and its address."""

    work: Work
    day: datetime.date
    id: str
    url: str | None


def _fill(added: Any, entry: _Entry) -> None:  # noqa: ANN401 - feedgen has no types
    """Give a new entry of a feed its values."""
    paper = entry.work.paper
    added.id(entry.id)
    heading = _text(plain(paper.title)).strip() or "(no title)"
    added.title(heading)
    added.updated(_midnight(entry.day))
    if paper.published:
        added.published(_midnight(paper.published))
    for author in entry.work.names:
        added.author(name=_text(author))
    if entry.url:
        added.link(href=entry.url)
    if paper.category:
        added.category(term=_text(paper.category))
    # An entry without a link must have content (RFC 4287, 4.1.2).
    added.content(_content(paper) or f"<p>{escape(heading)}</p>", type="html")


def _entries(
    digests: Iterable[Digest], base: str | None, date: datetime.date | None
) -> Iterator[_Entry]:
    seen = Seen()
    for index, digest in enumerate(digests):
        day = digest.date or date
        for paper in digest.papers:
            if day is None:
                message = f"digests[{index}] has no date, which its entries need; pass date="
                raise ValueError(message)
            if seen.takes(paper):
                yield _entry(paper, day, base)


def _entry(paper: Paper, day: datetime.date, base: str | None) -> _Entry:
    work = work_of(paper)
    url = _absolute(work.url, base) if work.url else None
    if paper.arxiv_id:
        return _Entry(work, day, f"https://arxiv.org/abs/{paper.arxiv_id}", url)
    return _Entry(work, day, _urn(work.key), url)


def _absolute(url: str, base: str | None) -> str | None:
    """Return an address of the web, or ``None`` for any other: a reader must not run a script."""
    try:
        whole = urljoin(base or "", url)
        parts = urlsplit(whole)
    except ValueError:
        return None
    return _text(whole) if parts.scheme in ("http", "https") and parts.netloc else None


def _is_absolute(url: str) -> bool:
    """Return whether an address has a scheme and what belongs to it, without white space."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    whole = parts.netloc if parts.scheme in ("http", "https") else parts.path
    return bool(parts.scheme and whole) and not any(map(str.isspace, url))


def _urn(name: str) -> str:
    """Return a name for something without an address, the same for the same thing."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"paperdigest:{name}").urn


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _content(paper: Paper) -> str:
    """Return the summary as HTML: a paragraph for each section."""
    paragraphs: list[str] = []
    for section in paper.sections:
        label = f"<b>{escape(plain(section.label))}</b>: " if section.label else ""
        lines = re.split("\r\n|[\r\n]", section.text)
        paragraphs.append(f"<p>{label}{'<br>'.join(map(escape, lines))}</p>")
    return _text("".join(paragraphs))


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
