"""What repeats in a text of no family, over many layouts."""

import pytest

from paperdigest import Digest, Paper, detect_dialect, parse_digest, serialize_digest
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


@pytest.mark.parametrize("below", ["\n## Others\n\n", "\nOthers\n------\n\n"])
@pytest.mark.parametrize(
    "lines", ["- [{title}]({url})\n", "| [{title}]({url}) | 2024 |\n"], ids=["items", "rows"]
)
def test_papers_above_the_first_heading(lines: str, below: str) -> None:
    """A heading below papers is that of a group, and loses none of them."""
    papers = [
        lines.format(title=f"A Study of Rivers {at}", url=f"https://arxiv.org/abs/2401.0000{at}")
        for at in range(8)
    ]
    head = "| Paper | Year |\n|---|---|\n" if lines.startswith("|") else ""
    text = f"{head}{''.join(papers[:4])}{below}{head}{''.join(papers[4:])}"
    digest = parse_digest(text)
    assert digest.title is None
    assert [paper.category for paper in digest.papers] == [None] * 4 + ["Others"] * 4
    assert len(parse_digest(f"{head}{''.join(papers)}{below}Words.\n").papers) == 8
    assert serialize_digest(digest) == text
