"""What repeats in a text of no family, over many layouts."""

import pytest

from paperdigest import Digest, Paper, detect_dialect, parse_digest
from tests import laws
from tests.units.layouts import LAYOUTS, Layout


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_papers_of_a_layout(layout: Layout) -> None:
    """Each layout gives its papers, as a guess, and all laws of texts and values hold for it."""
    digest = laws.check_text(layout.text)
    assert tuple(paper.title for paper in digest.papers) == layout.titles
    assert not detect_dialect(layout.text).certain
    for law in laws.OF_VALUES:
        law(digest)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_edits_of_a_layout(layout: Layout) -> None:
    """Any edit of a layout is faithful, by its rules and by those found anew, or refused."""
    digest = parse_digest(layout.text)
    assert digest.dialect is not None
    first, *rest = digest.papers
    edits: list[Digest] = [
        digest.replace(papers=[first.replace(title="Dropout, again"), *rest]),
        digest.replace(papers=[first.replace(votes=7), *rest]),
        digest.replace(papers=[*rest, first]),
        digest.replace(papers=rest),
        digest.insert(1, Paper("Dropout", "https://arxiv.org/abs/1207.0580")),
    ]
    for edited in edits:
        laws.check_edit(layout.text, digest, edited, digest.dialect)
