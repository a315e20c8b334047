"""What a paper is as a work to cite."""

import datetime
import re
from typing import Any

import attrs
import pytest
from hypothesis import given

from paperdigest import Digest, Field, Link, Paper, Section, merge
from paperdigest._model.finding import folded
from paperdigest._references.works import key_of, papers_of, work_of, works, year_of
from tests.strategies import digests, papers

ARXIV = Paper("A", "https://arxiv.org/abs/1706.03762v7")


@pytest.mark.parametrize(
    ("paper", "key"),
    [
        (ARXIV, "arXiv:1706.03762"),
        (Paper("B", links=[Link("pdf", "https://arxiv.org/pdf/1706.03762")]), "arXiv:1706.03762"),
        (Paper("A", "https://arxiv.org/abs/hep-th/9901001"), "arXiv:hep-th/9901001"),
        (Paper("The Émigré of *Zürich*"), "emigre-zurich-"),
        (Paper("주의"), "paper-"),
        (Paper(""), "paper-"),
    ],
)
def test_keys(paper: Paper, key: str) -> None:
    """A key is the identifier, or words of the title and a sign of the link."""
    assert key_of(paper).startswith(key)
    assert re.fullmatch(r"arXiv:[\w./-]+|[a-z0-9-]+-[0-9a-f]{10}", key_of(paper))


@given(papers(), papers())
def test_keys_are_stable(one: Paper, two: Paper) -> None:
    """What else is known of a paper changes no key; another title or link does, unless it is on arXiv."""
    assert re.fullmatch(r"[A-Za-z0-9:./-]+", key_of(one))
    if not (one.url or folded(one.title)) or not (two.url or folded(two.title)):
        return  # then all that is known of it counts
    assert key_of(one) == key_of(attrs.evolve(one, votes=3, authors=["A"], sections=()))
    if one.arxiv_id is None and two.arxiv_id is None:
        assert (key_of(one) == key_of(two)) is ((one.title, one.url) == (two.title, two.url))


@pytest.mark.parametrize(
    ("identifier", "year"),
    [("0704.0001", 2007), ("1706.03762", 2017), ("hep-th/9901001", 1999), ("math/0701001", 2007)],
)
def test_years(identifier: str, year: int) -> None:
    """The year is that of publication, or else the one in the identifier."""
    paper = Paper("A", f"https://arxiv.org/abs/{identifier}")
    assert year_of(paper) == year
    assert year_of(attrs.evolve(paper, published=datetime.date(2020, 1, 1))) == 2020
    assert year_of(Paper("A", "https://example.org")) is None


def test_what_is_known_of_a_work() -> None:
    """Names are plain text, others are told, and a category counts where it is a class of arXiv."""
    paper = attrs.evolve(ARXIV, authors=["**Ada  Lovelace**", "et al.", "`"], category="cs.CL")
    work = work_of(paper)
    assert (work.names, work.more, work.arxiv_class) == (("Ada Lovelace", "`"), True, "cs.CL")
    assert work_of(attrs.evolve(paper, category="quant-ph")).arxiv_class == "quant-ph"
    assert work_of(attrs.evolve(paper, category="Vision")).arxiv_class is None
    assert not work_of(attrs.evolve(paper, authors=["Ada"])).more
    linked = Paper("B", links=[Link("pdf", "https://arxiv.org/pdf/1706.03762")])
    assert work_of(linked).url == "https://arxiv.org/abs/1706.03762"
    assert work_of(Paper("C")).url is None


@pytest.mark.parametrize(
    ("url", "doi"),
    [
        ("https://doi.org/10.1000/xyz", "10.1000/xyz"),
        ("http://dx.doi.org/10.1000/xyz_(1)", "10.1000/xyz_(1)"),
        ("https://DOI.org/10.1000.10/a/b;c<d>", "10.1000.10/a/b;c<d>"),
        ("https://doi.org/10.1000/a%23b?x=1#y", "10.1000/a#b"),
        ("https://doi.org/10.1000/xyz.,", "10.1000/xyz"),
        ("doi:10.1000/xyz", "10.1000/xyz"),
        ("https://arxiv.org/abs/1706.03762", "10.48550/arXiv.1706.03762"),
        ("https://doi.org/10.1000/", None),
        ("https://doi.org/about", None),
        ("https://example.org/https://doi.org/10.1000/xyz", None),
    ],
)
def test_dois(url: str, doi: str | None) -> None:
    """A link to doi.org has the DOI of the paper, and arXiv gives each paper one."""
    assert work_of(Paper("A", url)).doi == doi
    assert work_of(Paper("A")).doi is None


@pytest.mark.parametrize(
    "name",
    [
        "Kaiming He et al.",
        "Kaiming He et.al.",
        "Kaiming He, et al",
        "*Kaiming He* ET AL.,",
        "Kaiming He and others",
        "Kaiming He & 5 others",
        "Kaiming He 等",
        "Kaiming He等人",
        "Kaiming He и др.",
        "Kaiming He u. a.",
        "Kaiming He y otros",
        "Kaiming He, e outros",
        "Kaiming He ら",
    ],
)
def test_others_behind_a_name(name: str) -> None:
    """What stands for more authors behind a name is not part of it."""
    work = work_of(Paper("A", authors=[name, "Jian Sun"]))
    assert (work.names, work.more) == (("Kaiming He", "Jian Sun"), True)


@pytest.mark.parametrize(
    "name",
    [
        "et al.",
        "et.al",
        "and others",
        "others",
        "others et al.",
        "and et al.",
        "等",
        "等人",
        "и др.",
        "и соавт.",
        "u. a.",
        "y otros",
        "e outros",
        "ら",
    ],
)
def test_others_alone(name: str) -> None:
    """A name that only stands for more authors is none."""
    work = work_of(Paper("A", authors=["Ada", name]))
    assert (work.names, work.more) == (("Ada",), True)


@pytest.mark.parametrize(
    "name", ["Pet Al", "Ada Etal", "Tal", "Mothers", "The Others", "等等力 一"]
)
def test_names_that_only_look_like_others(name: str) -> None:
    """A name that ends like a sign of others is kept whole."""
    work = work_of(Paper("A", authors=[name]))
    assert (work.names, work.more) == ((name,), False)


@given(digests())
def test_each_work_is_there_once(digest: Digest) -> None:
    """However often a paper is there, alone or in a digest, it is one work, in the order of the first."""
    once = list(works(digest))
    assert list(works([digest, *digest.papers, digest])) == once
    assert len({work.key for work in once}) == len(once)
    assert tuple(work.paper for work in once) == merge(digest).papers


def test_works_are_the_same_where_papers_are() -> None:
    """What `merge` takes for one paper is one work, and what it takes for two has two keys."""
    same = [Paper("A", "u"), Paper("A!", "u"), Paper("B", "v"), Paper("*B*", "v")]
    assert [work.paper.title for work in works(same)] == ["A", "B"]
    others = [Paper("", votes=0), Paper(""), Paper("*"), Paper("", sections=[Section("A", "b")])]
    assert [work.paper for work in works([*others, *others])] == others
    assert len({key_of(paper) for paper in others}) == len(others)


def test_what_can_be_cited() -> None:
    """A digest, a paper and a list of both can be cited; anything else is named."""
    assert list(papers_of(ARXIV)) == list(papers_of(Digest(papers=[ARXIV]))) == [ARXIV]
    assert list(papers_of(iter([ARXIV, Digest(papers=[ARXIV])]))) == [ARXIV, ARXIV]
    odd: list[tuple[Any, str]] = [
        ("A", "papers: str found; expected a Digest, a Paper, or a list of them"),
        (3, "papers: int found; expected a Digest, a Paper, or a list of them"),
        ([ARXIV, [ARXIV]], "papers[1]: list found; expected a Digest or a Paper"),
    ]
    for value, message in odd:
        with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
            list(papers_of(value))


def test_a_paper_with_only_an_identifier() -> None:
    """An identifier in a field gives a key, a year, a DOI and an address."""
    work = work_of(Paper("A", fields=[Field("arXiv ID", "1706.03762")]))
    assert (work.key, work.year) == ("arXiv:1706.03762", 2017)
    assert work.url == "https://arxiv.org/abs/1706.03762"
    assert work.doi == "10.48550/arXiv.1706.03762"
