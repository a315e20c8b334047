"""Papers as works to cite: a key, a year, the names of the authors."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast
from urllib.parse import unquote

import attrs

from paperdigest._model.finding import folded
from paperdigest._model.merging import each_once
from paperdigest._model.values import Digest, Paper
from paperdigest._references.inline import plain

#: Values that can be cited: the papers of digests, or papers by themselves.
Citable: TypeAlias = Digest | Paper | Iterable[Digest | Paper]

_WORD = re.compile(r"[a-z0-9]+")

# A class such as cs.CL, or an archive that has no classes: https://arxiv.org/category_taxonomy.
_CLASS = re.compile(
    r"(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[A-Za-z-]{2,17}"
    r"|(?:gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nucl-ex|nucl-th|quant-ph)"
)
_NEW_ID = re.compile(r"(\d\d)\d\d\.\d{4,5}", re.ASCII)
_OLD_ID = re.compile(r"[a-z.A-Z-]+/(\d\d)\d{5}", re.ASCII)
#: What a company, a group of people or an institution has in its name, and a person has not.
_GROUP = re.compile(
    r"\s(?:Inc|Ltd|LLC|Corp|GmbH)\.?$"
    r"|\s(?i:team|group|collaboration|consortium|community|foundation|institute|lab(?:s|oratory)?"
    r"|university)$"
    r"|^(?:Team|(?:University|Institute) of)\s"
)

#: What stands for more authors at the end of a name or alone: ``et al.``, ``and others``, ``等``.
_OTHERS = re.compile(
    r"(?:^|,[ ]?|[ ])(?:(?:and|&)[ ])?(?:others?[ ])?et[. ]{1,2}al\b[.,]{0,2}$"
    r"|(?:^|,?[ ])(?:and|&)[ ](?:[0-9]+[ ])?others$|^others$"
    r"|(?:^|[,，]?[ ])(?:u\.[ ]?a\.|и (?:др|соавт)\.?|y otros|e outros|ら)$"
    r"|[,，]?[ ]?等人?$",
    re.IGNORECASE,
)

# A URL with a DOI: https://www.doi.org/the-identifier/resources/handbook. Where a sentence ends
# behind one, the last sign is not part of it.
_DOI = re.compile(
    r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:)(10\.[0-9.]++/[^\s?#]*[^\s?#.,;])", re.I
)


@attrs.frozen
class Work:
    """A paper as a work to cite.

    Attributes:
        key: The name to cite it by. It follows from the arXiv identifier, or from the title
            and the link, so that it is the same in every export. Without any of these, it follows
            from the whole paper.
        paper: The paper.
        year: The year it was published in, or submitted to arXiv, or ``None`` where neither is
            known.
        names: Its authors, as plain text, each without "et al." behind it.
        more: Whether the list of authors says that there are others.
        arxiv_class: Its class on arXiv, such as ``cs.CL``, or ``None``.
    """

    key: str
    paper: Paper
    year: int | None
    names: tuple[str, ...]
    more: bool
    arxiv_class: str | None

    @property
    def url(self) -> str | None:
        """The URL of the paper, or of its page on arXiv if it has only an identifier."""
        if self.paper.url is None and self.paper.arxiv_id is not None:
            return f"https://arxiv.org/abs/{self.paper.arxiv_id}"
        return self.paper.url

    @property
    def doi(self) -> str | None:
        """The DOI that arXiv gives the paper, or the one in its main link."""
        if self.paper.arxiv_id:  # https://info.arxiv.org/help/doi.html
            return f"10.48550/arXiv.{self.paper.arxiv_id}"
        return doi_of(self.paper.url) if self.paper.url else None


def works(citable: Citable) -> Iterator[Work]:
    """Yield the works in digests and papers, each once; ``merge`` says which papers are the same.

    Args:
        citable: A digest, a paper, or several of them.

    Raises:
        TypeError: There is something else.
    """
    return map(work_of, each_once(papers_of(citable)))


def work_of(paper: Paper) -> Work:
    """Return what is known of a paper as a work to cite."""
    names = [" ".join(plain(each).split()) for each in paper.authors]
    known = [_OTHERS.sub("", name) for name in names]
    named = tuple(filter(None, known))
    category = paper.category if paper.category and _CLASS.fullmatch(paper.category) else None
    return Work(key_of(paper), paper, year_of(paper), named, known != names, category)


def papers_of(citable: object) -> Iterator[Paper]:
    """Yield the papers of digests, and single papers."""
    if isinstance(citable, Digest):
        yield from citable.papers
    elif isinstance(citable, Paper):
        yield citable
    elif isinstance(citable, Iterable) and not isinstance(citable, str | bytes):
        for index, each in enumerate(cast("Iterable[object]", citable)):
            if not isinstance(each, Digest | Paper):
                found = type(each).__name__
                raise TypeError(f"papers[{index}]: {found} found; expected a Digest or a Paper")
            yield from papers_of(each)
    else:
        found = type(citable).__name__
        raise TypeError(f"papers: {found} found; expected a Digest, a Paper, or a list of them")


def key_of(paper: Paper) -> str:
    """Return the key of a paper.

    Example:
        >>> key_of(Paper("Attention", "https://arxiv.org/abs/1706.03762"))
        'arXiv:1706.03762'
        >>> key_of(Paper("The Art of Computer Programming", "https://example.org/taocp"))
        'computer-programming-f538981540'
    """
    if paper.arxiv_id:
        return f"arXiv:{paper.arxiv_id}"
    ascii_only = unicodedata.normalize("NFKD", plain(paper.title)).encode("ascii", "ignore")
    words = [word for word in _WORD.findall(ascii_only.decode().lower()) if len(word) > 3][:3] or [
        "paper"
    ]
    identity = f"{paper.url or ''}\n{paper.title}"
    if not (paper.url or folded(paper.title)):
        identity += repr(_known(paper))
    checksum = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    return "-".join([*(word[:20] for word in words), checksum[:10]])


def _known(paper: Paper) -> dict[str, object]:
    """Return what is known of a paper; an attribute that is added later changes no key."""
    return {name: each for name, each in attrs.asdict(paper).items() if each not in (None, [])}


def is_personal(name: str) -> bool:
    """Return whether a name may be that of one person, and not of several, a company or a group.

    Example:
        >>> is_personal("Ada Lovelace"), is_personal("Ada and Bob"), is_personal("Fen Team")
        (True, False, False)
    """
    return "and" not in name.lower().split() and not _GROUP.search(name)


def doi_of(url: str) -> str | None:
    """Return the DOI that a URL leads to, or ``None``.

    Example:
        >>> doi_of("https://doi.org/10.1000/xyz_(1)"), doi_of("https://example.org/10.1000/xyz")
        ('10.1000/xyz_(1)', None)
    """
    found = _DOI.match(url)
    return unquote(found[1]) if found else None


def year_of(paper: Paper) -> int | None:
    """Return the year in which a paper was published, or submitted to arXiv.

    An identifier starts with the two digits of the year: 2007 and later in the new scheme, 1991 to
    2007 in the old one (https://info.arxiv.org/help/arxiv_identifier.html).
    """
    if paper.published:
        return paper.published.year
    if found := _NEW_ID.fullmatch(paper.arxiv_id or ""):
        return 2000 + int(found[1])
    if found := _OLD_ID.fullmatch(paper.arxiv_id or ""):
        return (1900 if int(found[1]) > 90 else 2000) + int(found[1])
    return None
