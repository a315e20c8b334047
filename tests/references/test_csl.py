"""CSL-JSON, read by citeproc."""

import html
import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given

from paperdigest import Digest, Paper, parse_digest, to_csl
from tests.samples import each_example
from tests.strategies import digests

STYLE = str(Path(__file__).with_name("plain.csl"))


def bibliography(items: Any) -> list[str]:
    """Return references as citeproc writes them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc warns of what a style knows and it does not
        style = CitationStylesStyle(STYLE, validate=False)
        source = CiteProcJSON(json.loads(json.dumps(items)))
        found = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            found.register(Citation([CitationItem(item["id"].lower())]))
        return [str(line) for line in found.bibliography()]


def test_a_reference_in_full() -> None:
    """A paper on arXiv has its number, its DOI and the year in its identifier."""
    paper = Paper(
        "**Attention**", "https://arxiv.org/abs/1706.03762", authors=["Ashish Vaswani", "et al."]
    )
    assert to_csl(paper) == [
        {
            "id": "arXiv:1706.03762",
            "type": "article",
            "title": "Attention",
            "author": [{"family": "Vaswani", "given": "Ashish"}, {"literal": "others"}],
            "issued": {"date-parts": [[2017]]},
            "publisher": "arXiv",
            "number": "arXiv:1706.03762",
            "DOI": "10.48550/arXiv.1706.03762",
            "URL": "https://arxiv.org/abs/1706.03762",
        }
    ]
    (odd,) = to_csl(Paper("A\u2028B\x00C"))
    assert odd["title"] == "A B\ufffdC"
    (linked,) = to_csl(Paper("A", "https://doi.org/10.1000/xyz_(1)"))
    assert linked["DOI"] == "10.1000/xyz_(1)"
    (least,) = to_csl(Paper(""))
    assert set(least) == {"id", "type"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Lovelace", {"family": "Lovelace", "given": "Ada"}),
        ("Lovelace, Ada", {"family": "Lovelace", "given": "Ada"}),
        (
            "Ludwig van der Berg",
            {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der"},
        ),
        ("de Gaulle", {"family": "Gaulle", "non-dropping-particle": "de"}),
        (
            "van der Berg Jr.",
            {"family": "Berg", "non-dropping-particle": "van der", "suffix": "Jr."},
        ),
        ("bell hooks", {"family": "hooks", "given": "bell"}),
        (
            "ada de lovelace",
            {"family": "lovelace", "given": "ada", "non-dropping-particle": "de"},
        ),
        ("Martin King Jr.", {"family": "King", "given": "Martin", "suffix": "Jr."}),
        ("King, III", {"literal": "King", "suffix": "III"}),
        ("Plato", {"literal": "Plato"}),
        ("김 철수", {"literal": "김 철수"}),
        ("OpenAI (San Francisco, CA)", {"literal": "OpenAI (San Francisco, CA)"}),
        ("a, b, c", {"literal": "a, b, c"}),
        ("Ada and Bob", {"literal": "Ada and Bob"}),
        ("Barnes and Noble, Inc.", {"literal": "Barnes and Noble, Inc."}),
        ("Acme, Inc.", {"literal": "Acme, Inc."}),
        ("Fen team", {"literal": "Fen team"}),
        ("Reed Bed Collaboration", {"literal": "Reed Bed Collaboration"}),
        ("Team Heron", {"literal": "Team Heron"}),
        ("University of the Fen", {"literal": "University of the Fen"}),
        ("Ada Labson", {"family": "Labson", "given": "Ada"}),
        ("Anderson Incas", {"family": "Incas", "given": "Anderson"}),
    ],
)
def test_names(name: str, expected: dict[str, str]) -> None:
    """A name is taken apart where it is written as Western names are, and else stays whole."""
    assert to_csl(Paper("A", authors=[name]))[0]["author"] == [expected]


@each_example
def test_citeproc_writes_the_references(text: str) -> None:
    """citeproc makes a reference of each paper, with its names, its year, its title and its number."""
    items = to_csl(parse_digest(text))
    lines = bibliography(items)
    assert len(lines) == len(items)
    for item, line in zip(items, lines, strict=True):
        for name in item.get("author", ()):
            assert all(str(part) in line for part in name.values())
        assert item.get("title", "") in html.unescape(line)
        assert item.get("number", "") in line
        if "issued" in item:
            assert f"({item['issued']['date-parts'][0][0]})" in line


@given(digests())
def test_any_paper_can_be_written_as_json(digest: Digest) -> None:
    """Whatever a digest holds, its references are JSON in UTF-8 with unique names."""
    items = to_csl([digest, digest])
    assert json.loads(json.dumps(items, ensure_ascii=False).encode()) == items
    assert len({item["id"] for item in items}) == len(items)
