"""A sequence in chunks: it is the tuple of its items, and a changed copy shares most of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Digest, Paper, parse_digest
from paperdigest._model.chunks import chunked
from tests.samples import EXAMPLES

COUNTS = st.integers(0, 400)


@given(count=COUNTS, changed=st.dictionaries(COUNTS, st.text()), data=st.data())
def test_it_has_the_items_of_a_tuple(
    count: int, changed: dict[int, str], data: st.DataObject
) -> None:
    """Whatever is changed, and however it is asked for; the sequence before does not change."""
    items: list[object] = list(range(count))
    before = chunks = chunked(tuple(items))
    for index, item in changed.items():
        if index < count:
            items[index] = item
            chunks = chunks.replaced(index, item)
    assert chunks.whole() == tuple(items) == tuple(chunks)
    assert (len(chunks), len(before)) == (count, count)
    part = data.draw(st.slices(count))
    assert chunks[part] == tuple(items)[part]
    assert [chunks[index] for index in range(-count, count)] == items * 2
    assert before.whole() == tuple(range(count))
    with pytest.raises(IndexError):
        chunks[count]
    with pytest.raises(IndexError):
        chunks[-count - 1]


def test_a_changed_copy_shares_the_other_chunks() -> None:
    """Of a thousand items, few are copied."""
    before = chunked(tuple(range(1000)))
    after = before.replaced(500, -1)
    shared = {id(chunk) for chunk in before._chunks} & {id(chunk) for chunk in after._chunks}
    assert len(shared) == len(before._chunks) - 1


@pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)
def test_papers_changed_one_by_one_are_those_changed_at_once(text: str) -> None:
    """Each is found by the paper that the first digest holds."""
    digest = parse_digest(text)
    changed = digest
    for votes, paper in enumerate(digest.papers):
        changed = changed.replace_paper(paper, votes=votes)
    papers = [paper.replace(votes=votes) for votes, paper in enumerate(digest.papers)]
    assert changed == digest.replace(papers=papers)
    assert changed.papers is changed.papers


def test_every_kind_of_edit_follows_a_changed_paper() -> None:
    """A digest whose papers were not looked at since is like any other."""
    digest = Digest(papers=[Paper("A"), Paper("B"), Paper("C")])
    a, b, c = digest.papers
    changed = digest.replace_paper(b, votes=1)
    assert [p.title for p in changed.remove(a).insert(0, c).papers] == ["C", "B", "C"]
    assert changed.replace(title="T").papers[1].votes == 1
    assert changed.replace_paper(c, votes=2).replace_paper(a, votes=3).papers == (
        a.replace(votes=3), b.replace(votes=1), c.replace(votes=2)
    )  # fmt: skip
