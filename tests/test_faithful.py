"""Law 4, over every dialect: what is written is read back, or is refused with a reason."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    Digest,
    Paper,
    Section,
    dialects,
    parse_digest,
    parse_digests,
    serialize_digest,
)
from paperdigest._dialects import builtin_dialects
from tests.laws import check_canonical, check_faithful, names_of, written
from tests.samples import EXAMPLES, each_dialect, each_example
from tests.strategies import (
    damaged,
    digests,
    digests_in,
    fields,
    links,
    media,
    papers,
    sections,
    texts_in,
    votes,
)


def outcome(digest: Digest, dialect: Dialect) -> str:
    """Write a digest and read it back; tell whether it was refused."""
    text = check_faithful(digest, dialect)
    result = "refused" if text is None else "written"
    event(result)
    return result


@each_dialect
def test_faithful_for_what_the_dialect_can_hold(dialect: Dialect) -> None:
    """Law 4: "every value ... that the dialect can hold": most of what it plausibly holds is written."""
    seen: Counter[str] = Counter()

    @settings(derandomize=True, max_examples=100)  # a few drawn by chance tell too little
    @given(digests_in(dialect))
    def check(digest: Digest) -> None:
        seen[outcome(digest, dialect)] += bool(digest.papers)

    check()
    assert seen["written"] > seen["refused"]


@each_dialect
def test_faithful_one_value_at_a_time(dialect: Dialect) -> None:
    """Law 4 for a single odd value in an otherwise plain digest, so that many are really written."""
    seen: Counter[str] = Counter()
    values: dict[str, st.SearchStrategy[Any]] = {
        "title": papers().map(lambda paper: paper.title),
        "url": papers().map(lambda paper: paper.url),
        "votes": st.none() | votes(),
        "authors": papers().map(lambda paper: paper.authors),
        "category": papers().map(lambda paper: paper.category),
        "media": media().map(lambda item: (item,)),
        "sections": st.lists(sections(), min_size=1, max_size=2),
        "fields": fields().map(lambda item: (item,)),
        "links": links().map(lambda item: (item,)),
    }

    @settings(max_examples=100)
    @given(digests_in(dialect), st.data())
    def check(digest: Digest, data: st.DataObject) -> None:
        if digest.papers:
            name = data.draw(st.sampled_from(sorted(values)))
            paper = data.draw(st.sampled_from(digest.papers))
            changed = attrs.evolve(paper, **{name: data.draw(values[name])})
            seen[outcome(attrs.evolve(digest, papers=[changed]), dialect)] += 1

    check()
    # A dialect of few attributes refuses most of these values; enough have to be written.
    assert seen["written"] >= 5


@each_dialect
@given(data=st.data())
def test_faithful_after_an_edit(dialect: Dialect, data: st.DataObject) -> None:
    """Law 4 for a digest that was read, of which one paper is another one, and the heading too."""
    digest = parse_digest(data.draw(texts_in(dialect)), dialect=dialect)
    if digest.papers:
        at = data.draw(st.integers(0, len(digest.papers) - 1))
        donor = data.draw(papers())
        names = data.draw(st.sets(st.sampled_from(names_of(Paper)), min_size=1, max_size=3))
        changes = {name: getattr(donor, name) for name in names}
        digest = digest.replace_paper(digest.papers[at], **changes)
    if data.draw(st.booleans()):
        other = data.draw(digests(max_papers=0))
        name = data.draw(st.sampled_from(("title", "date")))
        changes = {name: getattr(other, name)} | ({"end_date": None} if name == "date" else {})
        digest = attrs.evolve(digest, **changes)
    outcome(digest, dialect)


@each_dialect
@given(data=st.data())
def test_faithful_when_recognised(dialect: Dialect, data: st.DataObject) -> None:
    """Law 4 as it stands: "`parse_digest(serialize_digest(d)) == d`", the dialect not named again.

    It holds for a digest of its family: under a heading, with a paper that has a link.
    """
    digest = data.draw(digests_in(dialect).filter(lambda d: any(p.url for p in d.papers)))
    text = written(digest, dialect.name)
    if text is not None:
        assert parse_digest(text) == digest


@given(digests())
def test_the_reference_dialect_is_the_default(digest: Digest) -> None:
    """A digest built by hand is written in daily papers where no dialect is named."""
    reference = builtin_dialects()[0]
    assert reference.name == "daily-papers"
    try:
        text = serialize_digest(digest)
    except ValueError:
        assert written(digest, reference) is None
    else:
        assert text == serialize_digest(digest, dialect="daily-papers")
        assert parse_digest(text, dialect="daily-papers") == digest


def named(digest: Digest) -> Dialect | None:
    """Return the dialect of a digest, but not one that was found in its text."""
    return digest.dialect if digest.dialect in dialects() else None


class TestCanonical:
    """The canonical form of what was read."""

    @each_example
    def test_every_example_has_one(self, text: str) -> None:
        """Each digest of the examples has a canonical form, with the same values."""
        for digest in parse_digests(text):
            dialect = named(digest)
            once = serialize_digest(digest, canonical=True)
            assert parse_digest(once, dialect=dialect) == digest
            assert serialize_digest(parse_digest(once, dialect=dialect), canonical=True) == once

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    @each_example
    def test_other_line_ends(self, text: str, end: str) -> None:
        """The canonical form of a text with other line endings has the same values as well."""
        digest = parse_digest(text.replace("\n", end))
        once = serialize_digest(digest, canonical=True)
        assert parse_digest(once, dialect=named(digest)) == digest


class TestAnotherDialect:
    """A digest that was read in one dialect, written in another one."""

    @each_dialect
    @each_example
    def test_the_examples_in_every_dialect(self, dialect: Dialect, text: str) -> None:
        """Each example can be written in each dialect; what is lost on the way is only lost once."""
        for digest in parse_digests(text):
            there = written(digest, dialect, canonical=True, lossy=True)
            if there is not None:
                read = parse_digest(there, dialect=dialect)
                assert [paper.title for paper in read.papers] == [p.title for p in digest.papers]
                assert serialize_digest(read, dialect=dialect, canonical=True) == there

    def test_what_would_be_lost_is_listed(self) -> None:
        """The refusal lists every value that would be lost, up to a handful."""
        digest = Digest("Daily Papers", papers=[Paper("A", "a", 3, sections=[Section("B", "c")])])
        with pytest.raises(
            ValueError, match=r"^cv-arxiv-daily cannot express this digest"
        ) as caught:
            serialize_digest(digest, dialect="cv-arxiv-daily")
        message = str(caught.value)
        assert "lossy=True" in message
        assert "Digest.papers[0].votes: 3" in message
        assert "Digest.papers[0].sections[0]: Section(label='B', text='c')" in message
        many = Digest(papers=[Paper("A", "a", n) for n in range(500)])
        with pytest.raises(ValueError, match="papers") as caught:
            serialize_digest(many, dialect="cv-arxiv-daily")
        assert len(str(caught.value)) < 5_000


def test_a_dialect_that_is_not_there() -> None:
    """A name that no dialect has is refused when writing, as it is when reading."""
    with pytest.raises(ValueError, match=r"^dialect: 'mine' is not built in; expected one of "):
        serialize_digest(Digest(), dialect="mine")  # type: ignore[arg-type]


REFUSED: dict[str, tuple[Callable[[], Digest], str]] = {
    "a section that starts another": (
        lambda: Digest(papers=[Paper("A", sections=[Section("B", "c\n- d")])]),
        "Digest.papers[0].sections[0]: ",
    ),
    "a section that starts a paper": (
        lambda: Digest(papers=[Paper("A", sections=[Section("B", "c\n### D")])]),
        "Digest.papers[0].sections[0]: ",
    ),
    "a section that starts a chapter": (
        lambda: Digest(papers=[Paper("A", sections=[Section(None, "c"), Section("B", "c\n# D")])]),
        "Digest.papers[0].sections[1]: ",
    ),
    "a label with a star": (
        lambda: Digest(papers=[Paper("A", sections=[Section("B*", "c")])]),
        "Digest.papers[0].sections[0]: ",
    ),
    "an odd parenthesis in a URL": (
        lambda: Digest(papers=[Paper("A", "https://example.org/a(b")]),
        "Digest.papers[0].",
    ),
    "a range of days": (
        lambda: parse_digest(EXAMPLES["papers-of-the-week"]),
        "Digest.",
    ),
}


@pytest.mark.parametrize(("digest", "named"), REFUSED.values(), ids=REFUSED)
def test_what_the_reference_dialect_cannot_hold(digest: Callable[[], Digest], named: str) -> None:
    """What only this dialect cannot hold is refused when it is written, by its place and value."""
    with pytest.raises(ValueError, match=r"^daily-papers cannot express this digest") as caught:
        serialize_digest(digest(), dialect="daily-papers")
    assert named in str(caught.value)


@given(st.data())
def test_damaged_texts_in_their_canonical_form(data: st.DataObject) -> None:
    """A damaged example is written in the canonical form with the same values, or refused."""
    digest = parse_digest(data.draw(damaged(st.sampled_from(list(EXAMPLES.values())))))
    assert digest.dialect is not None
    check_canonical(digest, digest.dialect)
