"""Addresses of papers and of programs."""

import re

import pytest

from paperdigest._units.patterns.addresses import ADDRESS, CODE_HOST, HOST


@pytest.mark.parametrize(
    "address",
    [
        "https://arxiv.org/abs/2408.12637",
        "http://export.arxiv.org/abs/2408.12637",
        "https://openreview.net/forum?id=abc",
        "https://openaccess.thecvf.com/content/a.html",
        "https://dl.acm.org/doi/10.1145/1",
        "https://ieeexplore.ieee.org/document/1",
        "https://papers.nips.cc/paper/1",
        "https://proceedings.mlr.press/v1/a.html",
        "https://www.nature.com/articles/s41586",
        "https://huggingface.co/papers/2408.12637",
        "https://rivers.example/a/b.pdf",
        # In an address, each character of the name of a file may take nine.
        f"https://rivers.example/{'%E6%B2%B3' * 40}.pdf",
    ],
)
def test_where_papers_are_published(address: str) -> None:
    """Publishers and preprint servers have papers, and PDF files are papers."""
    assert re.match(HOST, address)
    assert not re.match(CODE_HOST, address)


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/rivers/maps",
        "https://arxiv.org/",
        "https://arxiv.org/a/byron_a_1",
        "https://arxiv.org/list/cs.CL/new",
        "https://arxiv.org/search/cs?searchtype=author&query=Byron,+A",
        "https://www.semanticscholar.org/author/A-Byron/1",
        "https://www.nature.com/news/rivers",
        "https://notarxiv.org.example/abs/1",
        "https://rivers.example/pdfs",
    ],
)
def test_where_no_papers_are(address: str) -> None:
    """Programs, home pages, news and lists of papers are not papers."""
    assert not re.match(HOST, address)


@pytest.mark.parametrize(
    "address", ["https://github.com/a/b", "https://a.github.io", "https://pypi.org/p"]
)
def test_where_programs_are(address: str) -> None:
    """Programs and their pages are on a few sites."""
    assert re.match(CODE_HOST, address)


def test_a_point_ends_a_sentence() -> None:
    """A full stop at the end of an address is not part of it."""
    match = re.match(ADDRESS, "https://arxiv.org/abs/2408.12637. Read it")
    assert match is not None
    assert match[0] == "https://arxiv.org/abs/2408.12637"


@pytest.mark.parametrize("after", ["|PDF", ">", " | PDF", ")"])
def test_what_ends_an_address(after: str) -> None:
    """A bar and a bracket are not part of an address."""
    match = re.match(ADDRESS, f"https://arxiv.org/abs/2408.12637{after}")
    assert match is not None
    assert match[0] == "https://arxiv.org/abs/2408.12637"
