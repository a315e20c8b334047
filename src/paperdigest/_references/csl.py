"""CSL-JSON, the references of citation processors such as citeproc, Pandoc and Zotero."""

import re
from typing import NotRequired, TypedDict

from paperdigest._references.inline import plain
from paperdigest._references.works import Citable, Work, is_personal, works

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)

# UTF-8 has no bytes for surrogates, and control characters have no use in a reference.
_NO_TEXT = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

CslName = TypedDict(
    "CslName",
    {
        "family": NotRequired[str],
        "given": NotRequired[str],
        "non-dropping-particle": NotRequired[str],
        "suffix": NotRequired[str],
        "literal": NotRequired[str],
    },
)
CslName.__doc__ = """A name in CSL-JSON: in its parts, or as it is written (``literal``)."""

CslDate = TypedDict("CslDate", {"date-parts": list[list[int]]})
CslDate.__doc__ = """A date in CSL-JSON: year, month and day, as far as they are known."""


class CslItem(TypedDict):
    """A reference in CSL-JSON (https://docs.citationstyles.org)."""

    id: str
    type: str
    title: NotRequired[str]
    author: NotRequired[list[CslName]]
    issued: NotRequired[CslDate]
    publisher: NotRequired[str]
    number: NotRequired[str]
    DOI: NotRequired[str]
    URL: NotRequired[str]


def to_csl(papers: Citable) -> list[CslItem]:
    """Return papers as CSL-JSON, for citation processors and reference managers.

    Each paper appears once, with the same ``id`` in every export: see ``to_bibtex``. Names are
    split as Western names are: the last word is the family name, with the small words before it,
    such as ``van``, as its particle. A name of one word, of a company, of several people, or in a
    script without capitals, is not split.

    Args:
        papers: A digest, a paper, or several of them.

    Returns:
        A list of dictionaries, for ``json.dumps``.

    Raises:
        TypeError: One of them is neither a digest nor a paper.

    Example:
        >>> from paperdigest import Paper
        >>> paper = Paper("Notes", "https://arxiv.org/abs/1810.04805", authors=["Ada Lovelace"])
        >>> (item,) = to_csl(paper)
        >>> item["id"], item["author"], item["issued"]
        ('arXiv:1810.04805', [{'family': 'Lovelace', 'given': 'Ada'}], {'date-parts': [[2018]]})
    """
    return list(map(_item, works(papers)))


def _item(work: Work) -> CslItem:
    item: CslItem = {"id": work.key, "type": "article"}
    if title := _text(plain(work.paper.title)):
        item["title"] = title
    names = [_name(_text(name)) for name in work.names]
    if work.more:
        names.append({"literal": "others"})
    if names:
        item["author"] = names
    if day := work.paper.published:
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    elif work.year:
        item["issued"] = {"date-parts": [[work.year]]}
    if work.paper.arxiv_id:
        item["publisher"] = "arXiv"
        item["number"] = f"arXiv:{work.paper.arxiv_id}"
    if work.doi:
        item["DOI"] = _text(work.doi)
    if work.url:
        item["URL"] = _text(work.url)
    return item


def _name(name: str) -> CslName:
    if not is_personal(name):
        return {"literal": name}
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given and "," not in given and "(" not in name:
        if _SUFFIX.fullmatch(given):
            return {**_name(family), "suffix": given}
        return {"family": family, "given": given}
    *words, last = name.split()
    if not words or "(" in name or comma or name.lower() == name.upper():
        return {"literal": name}
    if len(words) > 1 and _SUFFIX.fullmatch(last):
        return {**_name(" ".join(words)), "suffix": last}
    at = len(words)
    first = 1 if last.islower() else 0  # in a name without capitals, the first word is no particle
    while at > first and words[at - 1].islower():
        at -= 1
    found: CslName = {"family": last}
    if at > 0:
        found["given"] = " ".join(words[:at])
    if at < len(words):
        found["non-dropping-particle"] = " ".join(words[at:])
    return found


def _text(text: str) -> str:
    return _NO_TEXT.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)
