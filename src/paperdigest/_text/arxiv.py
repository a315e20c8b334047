"""arXiv identifiers, in URLs and as people write them."""

import re
from collections.abc import Iterable
from functools import cache

#: Labels of identifiers, without spaces.
_LABELS = frozenset({"arxiv", "arxivid", "arxividentifier"})

#: The arXiv identifier scheme: YYMM.NNNNN since April 2007 (four digits up to 2014), and
#: archive.subject/YYMMNNN before; a version is not part of the identifier.
ARXIV_IDENTIFIER = r"[0-9]{4}\.[0-9]{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7}"


# Compiled when first needed, so that importing the package stays fast.
@cache
def _arxiv_id() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:arxiv\.org/(?:abs|pdf|html|format|ps)|huggingface\.co/papers|papers\.cool/arxiv"
        r"|alphaxiv\.org/(?:abs|overview)|ar5iv(?:\.labs)?(?:\.arxiv)?\.org/(?:abs|html))/"
        # The DOI that arXiv gives each paper: https://info.arxiv.org/help/doi.html.
        r"|doi\.org/10\.48550/(?i:arxiv)\.)"
        rf"({ARXIV_IDENTIFIER})(?![0-9])"
    )


def arxiv_id_of(url: str) -> str | None:
    """Return the arXiv identifier in a URL, without its version.

    The form is that of https://info.arxiv.org/help/arxiv_identifier.html.

    Example:
        >>> arxiv_id_of("https://arxiv.org/pdf/1706.03762v7")
        '1706.03762'
        >>> arxiv_id_of("https://doi.org/10.48550/arXiv.1706.03762")
        '1706.03762'
    """
    found = _arxiv_id().search(url)
    return found[1] if found else None


# What may be around an identifier: https://info.arxiv.org/help/arxiv_identifier.html.
@cache
def _around() -> re.Pattern[str]:
    return re.compile(r"^arxiv[ ]?:|(?:v[0-9]+)?(?:[ ]?\[[a-z.-]+\])?$", re.IGNORECASE)


def bare_arxiv_id(text: str) -> str:
    """Return an arXiv identifier as a paper has it, from any spelling of it or a URL.

    Example:
        >>> bare_arxiv_id("arXiv:1706.03762v7 [cs.CL]"), bare_arxiv_id("1706.03762")
        ('1706.03762', '1706.03762')
        >>> bare_arxiv_id("https://arxiv.org/pdf/1706.03762v7")
        '1706.03762'
    """
    return arxiv_id_of(text) or _around().sub("", text.strip()).strip()


def arxiv_id_in_field(label: str, value: str) -> str | None:
    """Return the arXiv identifier that a field gives a paper, by its label or its value.

    Example:
        >>> (
        ...     arxiv_id_in_field("arXiv ID", "1706.03762v7"),
        ...     arxiv_id_in_field("Id", "arXiv:1706.03762"),
        ... )
        ('1706.03762', '1706.03762')
        >>> arxiv_id_in_field("Version", "1706.03762")
    """
    starts = value[:5].casefold() == "arxiv"
    if not starts and "".join(label.casefold().split()) not in _LABELS:
        return None
    bare = bare_arxiv_id(value.strip("` "))
    return bare if re.fullmatch(ARXIV_IDENTIFIER, bare) else None


def first_arxiv_id(urls: Iterable[str | None]) -> str | None:
    """Return the identifier in the first URL that has one.

    Example:
        >>> first_arxiv_id([None, "https://example.org/a", "https://arxiv.org/abs/1706.03762"])
        '1706.03762'
    """
    for url in urls:
        if url and (found := arxiv_id_of(url)):
            return found
    return None
