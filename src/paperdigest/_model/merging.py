"""One digest of several, with each paper once."""

from typing import cast

from paperdigest._model.finding import folded
from paperdigest._model.values import Digest, Paper


def merge(first: Digest, /, *others: Digest) -> Digest:
    """Return the first digest with the papers of the others added, each paper once.

    Two papers are the same if they have the same arXiv identifier. If one of them has none, their
    main links count, and if they have no links, their titles. Of two such papers, the first one is
    kept. Title and dates are those of the first digest. Each paper keeps its own text, and the
    first digest keeps the text around its papers.

    Args:
        first: The digest that takes the papers.
        *others: The digests whose papers it takes.

    Returns:
        A new digest; the arguments do not change.

    Raises:
        TypeError: An argument is not a digest.

    Example:
        >>> url = "https://arxiv.org/abs/1706.03762"
        >>> monday = Digest("Monday", papers=[Paper("Attention", url, votes=3)])
        >>> tuesday = Digest("Tuesday", papers=[Paper("Attention!", f"{url}v7"), Paper("B")])
        >>> [paper.title for paper in merge(monday, tuesday).papers]
        ['Attention', 'B']
    """
    papers: list[Paper] = []
    seen: set[tuple[str, str]] = set()
    for digest in cast("tuple[object, ...]", (first, *others)):
        if not isinstance(digest, Digest):
            found = type(digest).__name__
            raise TypeError(
                f"digest: {found} found, Digest expected; call merge(one, other) or merge(*digests)"
            )
        for paper in digest.papers:
            keys = _keys(paper)
            if seen.isdisjoint(keys):
                papers.append(paper)
                seen.update(keys)
    return first.replace(papers=papers)


def _keys(paper: Paper) -> set[tuple[str, str]]:
    """Return the values that identify a paper, each with the name of its attribute."""
    found = {("url", paper.url)} if paper.url else set[tuple[str, str]]()
    if paper.arxiv_id:
        found.add(("arxiv_id", paper.arxiv_id))
    return found or {("title", folded(paper.title))}
