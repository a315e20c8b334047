"""One digest of several, with each paper once."""

from collections.abc import Iterable, Iterator

from paperdigest._model.finding import folded
from paperdigest._model.several import each_digest
from paperdigest._model.values import Digest, Paper


def merge(*digests: Digest | Iterable[Digest]) -> Digest:
    """Return the first digest with the papers of the others added, each paper once.

    Two papers are the same if they have the same arXiv identifier. If one of them has none, their
    main links count, and if they have no links, their titles. Without a title either, they are the
    same if they are equal. Of two such papers, the first one is kept. Title and dates are those of
    the first digest. Each paper keeps its own text, and the first digest keeps the text around its
    papers.

    Args:
        *digests: Digests, or lists of them. The first one takes the papers of the others.

    Returns:
        A new digest; the arguments do not change.

    Raises:
        TypeError: One of them is not a digest.
        ValueError: There is no digest.

    Example:
        >>> url = "https://arxiv.org/abs/1706.03762"
        >>> monday = Digest("Monday", papers=[Paper("Attention", url, votes=3)])
        >>> tuesday = Digest("Tuesday", papers=[Paper("Attention!", f"{url}v7"), Paper("B")])
        >>> [paper.title for paper in merge(monday, tuesday).papers]
        ['Attention', 'B']
        >>> merge([monday, tuesday]) == merge(monday, tuesday)
        True
    """
    several = [digest for each in digests for digest in each_digest(each)]
    if not several:
        raise ValueError("digests: none found; pass at least one, which takes the papers")
    papers = each_once(paper for digest in several for paper in digest.papers)
    return several[0].replace(papers=papers)


def each_once(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Yield papers without those that are the same as one before; see ``merge``."""
    seen = Seen()
    return (paper for paper in papers if seen.takes(paper))


class Seen:
    """Papers without duplicates."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._urls: set[str] = set()
        self._bare_urls: set[str] = set()  # of those without an identifier
        self._titles: set[str | Paper] = set()  # of those without a link as well

    def takes(self, paper: Paper) -> bool:
        """Add a paper, and return whether it differs from all earlier ones."""
        if paper in self:
            return False
        if paper.arxiv_id:
            self._ids.add(paper.arxiv_id)
        if paper.url:
            self._urls.add(paper.url)
            if not paper.arxiv_id:
                self._bare_urls.add(paper.url)
        elif not paper.arxiv_id:
            self._titles.add(_title_of(paper))
        return True

    def __contains__(self, paper: Paper) -> bool:
        if paper.arxiv_id:
            return paper.arxiv_id in self._ids or paper.url in self._bare_urls
        return paper.url in self._urls if paper.url else _title_of(paper) in self._titles


def _title_of(paper: Paper) -> str | Paper:
    """Return what distinguishes a paper without a link: its title, or all of it without one."""
    return folded(paper.title) or paper
