"""Digests as plain values, which JSON can hold."""

from paperdigest._model.values import Digest, Paper

Plain = dict[str, "Plain"] | list["Plain"] | str | int | None


def digest_as_plain(digest: Digest) -> dict[str, Plain]:
    """Return the public values of a digest.

    Example:
        >>> digest_as_plain(Digest("Daily Papers"))
        {'title': 'Daily Papers', 'date': None, 'end_date': None, 'papers': []}
    """
    return {
        "title": digest.title,
        "date": digest.date.isoformat() if digest.date else None,
        "end_date": digest.end_date.isoformat() if digest.end_date else None,
        "papers": [_paper(paper) for paper in digest.papers],
    }


def _paper(paper: Paper) -> Plain:
    return {
        "title": paper.title,
        "url": paper.url,
        "arxiv_id": paper.arxiv_id,
        "votes": paper.votes,
        "authors": list(paper.authors),
        "category": paper.category,
        "media": [{"kind": item.kind, "url": item.url, "alt": item.alt} for item in paper.media],
        "sections": [{"label": item.label, "text": item.text} for item in paper.sections],
        "fields": [{"label": item.label, "value": item.value} for item in paper.fields],
        "links": [{"label": item.label, "url": item.url} for item in paper.links],
    }
