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
    seen = _Seen()
    for digest in cast("tuple[object, ...]", (first, *others)):
        if not isinstance(digest, Digest):
            found = type(digest).__name__
            raise TypeError(
                f"digest: {found} found, Digest expected; call merge(one, other) or merge(*digests)"
            )
        for paper in digest.papers:
            if paper not in seen:
                papers.append(paper)
                seen.add(paper)
    return first.replace(papers=papers)


class _Seen:
    """Papers of which each is another one."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._urls: set[str] = set()
        self._bare_urls: set[str] = set()  # of those without an identifier
        self._titles: set[str] = set()  # of those without a link as well

    def __contains__(self, paper: Paper) -> bool:
        if paper.arxiv_id:
            return paper.arxiv_id in self._ids or paper.url in self._bare_urls
        return paper.url in self._urls if paper.url else folded(paper.title) in self._titles

    def add(self, paper: Paper) -> None:
        """Take a paper for the comparison with others."""
        if paper.arxiv_id:
            self._ids.add(paper.arxiv_id)
        if paper.url:
            self._urls.add(paper.url)
            if not paper.arxiv_id:
                self._bare_urls.add(paper.url)
        elif not paper.arxiv_id:
            self._titles.add(folded(paper.title))
