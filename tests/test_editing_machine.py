"""A digest edited at random, against a plain model of it, over every dialect."""

from typing import Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from paperdigest import (
    Dialect,
    Digest,
    Paper,
    Section,
    detect_dialect,
    locate,
    parse_digest,
    serialize_digest,
)
from tests.laws import check_faithful, rebuilt, require_kept
from tests.samples import EXAMPLES, each_dialect
from tests.spans import own_text
from tests.strategies import (
    damaged,
    digests,
    digests_in,
    media,
    papers,
    papers_in,
    sections,
    texts_in,
)

#: The attributes of a paper that are set and cleared as a whole.
_WHOLE = [each.name for each in attrs.fields(Paper) if each.eq]
_EMPTY: dict[str, Any] = {
    each.name: each.default for each in attrs.fields(Paper) if each.eq and each.name != "title"
}
_ITEMS = [name for name in _EMPTY if _EMPTY[name] == ()]


class Editing(RuleBasedStateMachine):
    """Two digests of one dialect that are edited, and papers that move between them.

    The model of a digest is a digest without text, and a list of the bytes that each of its papers
    had when it was read: ``None`` for one that was changed since, or came from nowhere.
    """

    dialect: Dialect

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.digests: list[Digest] = []
        self.models: list[Digest] = []
        self.bytes: list[list[str | None]] = []

    @initialize(data=st.data())
    def read(self, data: st.DataObject) -> None:
        """Read two texts: examples, damaged ones, drawn ones."""
        name = self.dialect.name
        whole = [text for text in EXAMPLES.values() if detect_dialect(text).dialect.name == name]
        samples = st.sampled_from(whole)
        drawn = st.one_of(samples, damaged(samples), texts_in(self.dialect, max_papers=2))
        self.settle([data.draw(drawn), data.draw(drawn)])

    def settle(self, wholes: list[str]) -> None:
        """Take texts for what is edited from here on."""
        self.texts = wholes
        self.digests = [parse_digest(text, dialect=self.dialect) for text in wholes]
        self.models = [rebuilt(digest) for digest in self.digests]
        self.bytes = [
            [own_text(text, paper) for paper in digest.papers]
            for text, digest in zip(wholes, self.digests, strict=True)
        ]

    def edit(self, which: int, digest: Digest, own: list[str | None]) -> None:
        """Take an edit over where it can be written; else nothing is changed by it."""
        before = self.digests[which]
        model = rebuilt(digest)
        text = check_faithful(digest, self.dialect)
        assert rebuilt(digest) == model
        assert rebuilt(before) == self.models[which]
        if text is not None:
            again = parse_digest(text, dialect=self.dialect)
            assert rebuilt(again) == model
            for read, expected in zip(again.papers, own, strict=True):
                if expected is not None:
                    require_kept(expected, self.texts[which], text, read, self.dialect)
            self.digests[which], self.models[which], self.bytes[which] = digest, model, own

    def pick(self, data: st.DataObject) -> tuple[int, int] | None:
        """Choose a digest, and a paper in it."""
        which = data.draw(st.integers(0, 1))
        papers = self.digests[which].papers
        return (which, data.draw(st.integers(0, len(papers) - 1))) if papers else None

    def change(self, which: int, at: int, /, **changes: Any) -> None:
        """Change attributes of a paper."""
        digest = self.digests[which]
        paper = digest.papers[at]
        same = all(getattr(paper, name) == value for name, value in changes.items())
        own = list(self.bytes[which])
        own[at] = own[at] if same else None
        changed = attrs.evolve(paper, **changes)
        self.edit(which, _with(digest, at, changed), own)

    @rule(data=st.data())
    def set(self, data: st.DataObject) -> None:
        """Set attributes of a paper, to values that the dialect holds or to any."""
        if picked := self.pick(data):
            donor = data.draw(papers_in(self.dialect) | papers())
            names = data.draw(st.sets(st.sampled_from(_WHOLE), min_size=1, max_size=2))
            self.change(*picked, **{name: getattr(donor, name) for name in sorted(names)})

    @rule(data=st.data(), name=st.sampled_from(sorted(_EMPTY)))
    def clear(self, data: st.DataObject, name: str) -> None:
        """Clear an attribute of a paper."""
        if picked := self.pick(data):
            self.change(*picked, **{name: _EMPTY[name]})

    @rule(data=st.data(), name=st.sampled_from(_ITEMS))
    def drop_item(self, data: st.DataObject, name: str) -> None:
        """Drop an author, a section or another item."""
        if picked := self.pick(data):
            items = list(getattr(self.digests[picked[0]].papers[picked[1]], name))
            if items:
                items.pop(data.draw(st.integers(0, len(items) - 1)))
            self.change(*picked, **{name: items})

    @rule(data=st.data(), name=st.sampled_from(_ITEMS))
    def order_items(self, data: st.DataObject, name: str) -> None:
        """Put authors, sections or other items in another order."""
        if picked := self.pick(data):
            items = getattr(self.digests[picked[0]].papers[picked[1]], name)
            self.change(*picked, **{name: data.draw(st.permutations(items))})

    @rule(data=st.data(), added=sections() | media())
    def add_item(self, data: st.DataObject, added: Any) -> None:
        """Add a section or a medium, anywhere among the others."""
        if picked := self.pick(data):
            name = "sections" if isinstance(added, Section) else "media"
            items = list(getattr(self.digests[picked[0]].papers[picked[1]], name))
            items.insert(data.draw(st.integers(0, len(items))), added)
            self.change(*picked, **{name: items})

    @rule(
        data=st.data(),
        donor=sections(),
        names=st.sets(st.sampled_from(("label", "text")), min_size=1),
    )
    def edit_section(self, data: st.DataObject, donor: Section, names: Any) -> None:
        """Change the label or the text of a section."""
        if picked := self.pick(data):
            found = self.digests[picked[0]].papers[picked[1]].sections
            if found:
                at = data.draw(st.integers(0, len(found) - 1))
                changes = {name: getattr(donor, name) for name in sorted(names)}
                new = (*found[:at], attrs.evolve(found[at], **changes), *found[at + 1 :])
                self.change(*picked, sections=new)

    @rule(data=st.data(), which=st.integers(0, 1))
    def insert(self, data: st.DataObject, which: int) -> None:
        """Insert a paper that was built by hand."""
        paper = data.draw(papers_in(self.dialect) | papers())
        at = data.draw(st.integers(0, len(self.digests[which].papers)))
        own = [*self.bytes[which][:at], None, *self.bytes[which][at:]]
        self.edit(which, self.digests[which].insert(at, paper), own)

    @rule(data=st.data())
    def drop(self, data: st.DataObject) -> None:
        """Drop a paper."""
        if picked := self.pick(data):
            which, at = picked
            own = [*self.bytes[which][:at], *self.bytes[which][at + 1 :]]
            digest = self.digests[which]
            self.edit(which, _with(digest, at), own)

    @rule(data=st.data(), which=st.integers(0, 1))
    def order(self, data: st.DataObject, which: int) -> None:
        """Put the papers in another order."""
        digest = self.digests[which]
        order = data.draw(st.permutations(range(len(digest.papers))))
        changed = attrs.evolve(digest, papers=[digest.papers[at] for at in order])
        self.edit(which, changed, [self.bytes[which][at] for at in order])

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        """Move a paper into the other digest, where it keeps its bytes."""
        if picked := self.pick(data):
            which, at = picked
            paper, own = self.digests[which].papers[at], self.bytes[which][at]
            other = 1 - which
            to = data.draw(st.integers(0, len(self.digests[other].papers)))
            there = [*self.bytes[other][:to], own, *self.bytes[other][to:]]
            self.edit(other, self.digests[other].insert(to, paper), there)

    @rule(data=st.data(), which=st.integers(0, 1), name=st.sampled_from(("title", "date")))
    def head(self, data: st.DataObject, which: int, name: str) -> None:
        """Set the title of a digest, or its days."""
        donor = data.draw(digests_in(self.dialect, max_papers=0) | digests(max_papers=0))
        changes: dict[str, Any] = {"title": donor.title}
        if name == "date":
            changes = {"date": donor.date, "end_date": donor.end_date}
        changed = attrs.evolve(self.digests[which], **changes)
        self.edit(which, changed, list(self.bytes[which]))

    @rule()
    def read_again(self) -> None:
        """Write both digests, and go on with what is read from that."""
        self.settle([serialize_digest(digest) for digest in self.digests])

    @invariant()
    def is_what_the_model_says(self) -> None:
        """The values are those of the model, whatever was refused on the way."""
        assert [rebuilt(digest) for digest in self.digests] == self.models


def _with(digest: Digest, at: int, *new: Paper) -> Digest:
    """Return a digest with others for one of its papers; it may occur twice."""
    return attrs.evolve(digest, papers=[*digest.papers[:at], *new, *digest.papers[at + 1 :]])


@each_dialect
def test_edits_at_random(dialect: Dialect) -> None:
    """Laws 4 and 5: after any edit the text reads as the model, or the edit is refused; what was not
    touched keeps its bytes.
    """
    machine: Any = type("Edit", (Editing,), {"dialect": dialect})
    few = settings(max_examples=max(settings().max_examples // 6, 4), stateful_step_count=10)
    run_state_machine_as_test(machine, settings=few)


def test_the_model_knows_no_text() -> None:
    """A plain value is equal to the one that was read, and has no text of its own."""
    digest = parse_digest(EXAMPLES["daily-papers"])
    assert rebuilt(digest) == digest
    assert all(locate(paper) is None for paper in rebuilt(digest).papers)
    with pytest.raises(ValueError, match="cv-arxiv-daily cannot express"):
        serialize_digest(rebuilt(digest), dialect="cv-arxiv-daily")
