"""BibTeX, read back by the readers that people use."""

import pytest
from bibtexparser.entrypoint import parse_string as parse_library
from hypothesis import given
from pybtex.database import parse_string

from paperdigest import Digest, Paper, parse_digest, to_bibtex
from paperdigest._references.bibtex import latex_title
from paperdigest._references.works import works
from tests.samples import each_example
from tests.strategies import digests

ODD = Paper(
    r"100% of **BERT** & _GPT-4_ in $O(n^{2})$: C# \_ {braces} ~ ^ \ and $unbalanced{$",
    "https://example.org/a_b%20c?d=1&e={f}#g",
    authors=["Ada Lovelace", "Alan Turing (London, UK)", "van Beethoven, Ludwig", "et al."],
    category="cs.CL",
)


def test_an_entry_in_full() -> None:
    """An entry has what is known, and what BibTeX and LaTeX would misread is escaped."""
    assert to_bibtex(ODD).split("\n", 1)[1] == (
        "  title = {100\\% of {BERT} \\& {GPT-4} in {$O(n^{2})$}: C\\# \\_ "
        "\\textbraceleft{}braces\\textbraceright{} \\textasciitilde{} \\textasciicircum{} "
        "\\textbackslash{} and \\$unbalanced\\textbraceleft{}\\$},\n"
        "  author = {Ada Lovelace and {Alan Turing (London, UK)} and van Beethoven, Ludwig"
        " and others},\n"
        "  url = {https://example.org/a_b%20c?d=1&e=%7Bf%7D#g},\n"
        "}\n"
    )


def test_a_doi_is_a_field_of_its_own() -> None:
    """A paper whose link has a DOI has it as a field, brackets and all; one on arXiv has its eprint."""
    digest = parse_digest("# Papers\n\n### [A](<https://doi.org/10.1000/x_{1}(2)>)\n")
    (entry,) = parse_string(to_bibtex(digest), "bibtex").entries.values()
    assert entry.fields["doi"] == "10.1000/x_%7B1%7D(2)"
    assert "doi =" not in to_bibtex(Paper("A", "https://arxiv.org/abs/1706.03762"))


@each_example
def test_readers_find_what_was_written(text: str) -> None:
    """pybtex and bibtexparser find every entry with its fields, in their order."""
    digest = parse_digest(text)
    written = to_bibtex(digest)
    read = parse_string(written, "bibtex")
    known = list(works(digest))
    assert list(read.entries) == [work.key for work in known]
    library = parse_library(written)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [work.key for work in known]
    for work, entry in zip(known, read.entries.values(), strict=True):
        assert entry.type == "misc"
        assert entry.fields.get("eprint") == work.paper.arxiv_id
        assert entry.fields.get("archiveprefix") == ("arXiv" if work.paper.arxiv_id else None)
        assert entry.fields.get("year") == (str(work.year) if work.year else None)
        assert len(entry.persons.get("author", ())) == len(work.names) + work.more


def test_names_are_taken_apart_rightly() -> None:
    """A reader finds first, last and small words of names, and those in braces whole."""
    (entry,) = parse_string(to_bibtex(ODD), "bibtex").entries.values()
    ada, alan, ludwig, others = entry.persons["author"]
    assert (ada.first_names, ada.last_names) == (["Ada"], ["Lovelace"])
    assert alan.last_names == ["{Alan Turing (London, UK)}"]
    assert (ludwig.prelast_names, ludwig.last_names) == (["van"], ["Beethoven"])
    assert str(others) == "others"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Simon and Schuster", "{Simon and Schuster}"),
        ("Fen team", "{Fen team}"),
        ("others", "others"),
        ("Ada Lovelace", "Ada Lovelace"),
        ("a, b, c, d", "{a, b, c, d}"),
        ("Müller, Ada", "Müller, Ada"),
        ("AT&T", "AT\\&T"),
        ("a,", "{a,}"),
        ("}{", "\\textbraceright{}\\textbraceleft{}"),
    ],
)
def test_names(name: str, written: str) -> None:
    """A name that BibTeX would split is in braces."""
    assert f"  author = {{{written}}},\n" in to_bibtex(Paper("A", authors=[name]))


@given(digests())
def test_any_paper_can_be_read_back(digest: Digest) -> None:
    """Whatever a digest holds, the braces match, and a reader finds each work with its key."""
    text = to_bibtex(digest)
    text.encode()
    keys = [work.key for work in works(digest)]
    assert list(parse_string(text, "bibtex").entries) == keys
    assert [entry.key for entry in parse_library(text).entries] == keys
    assert text.isascii() or "\u2028" not in text


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("A Study of x", "A Study of x"),
        ("“BERT” (NLP)", "{“BERT”} {(NLP)}"),
        ("mRNA iPhone GPT-4", "{mRNA} {iPhone} {GPT-4}"),
        ("$100% safe$", "\\$100\\% safe\\$"),
        (r"$\{$ and $\{x\}$", r"\$\textbackslash{}\textbraceleft{}\$ and {$\{x\}$}"),
        ("$}{$", "\\$\\textbraceright{}\\textbraceleft{}\\$"),
        ("", ""),
    ],
)
def test_titles(title: str, written: str) -> None:
    """Capitals are kept by braces; a formula that TeX could not end is text."""
    assert latex_title(title) == written


def test_no_papers() -> None:
    """Without papers there is nothing."""
    assert to_bibtex([]) == to_bibtex(Digest()) == ""
