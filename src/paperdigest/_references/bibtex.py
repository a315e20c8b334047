"""BibTeX."""

import re
from collections.abc import Iterator

from paperdigest._references.inline import pieces
from paperdigest._references.works import Citable, Work, is_personal, works

#: Characters that mean something else to LaTeX, or end a value in BibTeX.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "#$%&_"},
        # No TeX can typeset these, and some readers end a line at them.
        **dict.fromkeys(map(chr, [*range(32), *range(127, 160), 0x2028, 0x2029]), " "),
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
    }
)

_CAPITALS = re.compile(r"\S*[^\s\W\d_]\S*")
_IN_URL = re.compile(r"[\\{}\0-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")


def to_bibtex(papers: Citable) -> str:
    r"""Return papers as BibTeX, each as an entry of type ``misc``.

    Each paper appears once, even if several digests have it; ``merge`` says which papers are the
    same. Its key is the arXiv identifier, as in ``arXiv:1706.03762``, or is made from the title and
    the link, so it is the same in every export. Characters that are special in LaTeX are escaped,
    formulas stay formulas, and braces protect the capitals of names such as ``BERT``.

    The year is that of publication, or of the submission to arXiv, which the identifier shows. If
    neither is known, there is no year: a digest does not say when a paper came out.

    Args:
        papers: A digest, a paper, or several of them.

    Returns:
        The entries, each followed by a line ending, or an empty text if there are no papers. Write
        it in UTF-8.

    Raises:
        TypeError: One of them is neither a digest nor a paper.

    Example:
        >>> from paperdigest import Paper
        >>> url = "https://arxiv.org/abs/1810.04805"
        >>> paper = Paper("BERT & Friends", url, authors=["Ada Lovelace", "Alan Turing"])
        >>> print(to_bibtex(paper), end="")
        @misc{arXiv:1810.04805,
          title = {{BERT} \& Friends},
          author = {Ada Lovelace and Alan Turing},
          year = {2018},
          eprint = {1810.04805},
          archivePrefix = {arXiv},
          url = {https://arxiv.org/abs/1810.04805},
        }
    """
    return "\n".join(map(_entry, works(papers)))


def _entry(work: Work) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value]
    return f"@misc{{{work.key},\n{''.join(lines)}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str | None]]:
    yield "title", latex_title(work.paper.title)
    names = [_name(name) for name in work.names] + ["others"] * work.more
    yield "author", " and ".join(names)
    yield "year", str(work.year) if work.year else None
    if work.paper.arxiv_id:
        yield "eprint", work.paper.arxiv_id
        yield "archivePrefix", "arXiv"
        yield "primaryClass", work.arxiv_class
    elif work.doi:
        yield "doi", _url(work.doi)
    yield "url", _url(work.url) if work.url else None


def latex_title(title: str) -> str:
    r"""Return a title for LaTeX, with braces around what must keep its capitals.

    Example:
        >>> print(latex_title("GPT-4 in $O(n)$: 100% Safe?"))
        {GPT-4} in {$O(n)$}: 100\% Safe?
    """
    return "".join(
        f"{{{piece.text}}}"
        if piece.math and _is_formula(piece.text)
        else _CAPITALS.sub(_kept, piece.text.translate(_LATEX))
        for piece in pieces(title)
    ).strip()


def _kept(word: re.Match[str]) -> str:
    """Put braces around a word with a capital after its first letter; commands have none."""
    bare = re.sub(r"\\[a-z]+\{\}", "", word[0])
    return f"{{{word[0]}}}" if any(map(str.isupper, bare.lstrip("([\"'“‘")[1:])) else word[0]


def _is_formula(math: str) -> bool:
    """Return whether TeX reads a formula as one: its braces match, and no comment hides its end."""
    depth = 0
    for token in re.findall(r"\\.|[{}%]", math):
        if token == "%":
            return False
        if token in "{}":
            depth += 1 if token == "{" else -1
        elif token in (r"\{", r"\}"):  # BibTeX counts these braces, too
            depth += 1 if token == r"\{" else -1
        if depth < 0:
            return False
    return depth == 0 and math.isprintable()


def _name(name: str) -> str:
    """Return a name; one that BibTeX would take apart wrongly is put in braces."""
    escaped = name.translate(_LATEX)
    odd = "(" in name or name.count(",") > 2 or name.startswith(",") or name.endswith(",")
    if odd or not is_personal(name) or name.lower() == "others":
        return f"{{{escaped}}}"
    return escaped


def _url(url: str) -> str:
    return _IN_URL.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), url
    )
