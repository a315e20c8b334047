"""What a value was read from is no attribute of it, and goes along with every edit."""

import copy
import gc
import inspect
import json
import pickle
import pydoc
import sys
import tracemalloc
import weakref
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from difflib import get_close_matches
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from cattrs.preconf.json import make_converter
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    from_json,
    locate,
    parse_digest,
    parse_digests,
    serialize_digest,
    to_json,
)
from tests.samples import EXAMPLES, each_example

VALUES = (Digest, Paper, Section, Media, Field, Link)
HIDDEN = ("before", "origin", "pristine", "document", "index")

TEXT = """\
Words before.

## Daily Papers (2024-08-26)

### [Adam](https://arxiv.org/abs/1412.6980)

A note.

Vote: 34

- ***What's New***: A step size.

### [ResNet](https://arxiv.org/abs/1512.03385)

Vote: 12

### [GAN](https://arxiv.org/abs/1406.2661)

Another note.

# License

MIT
"""


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_what_walks_attributes_sees_public_ones(kind: type[attrs.AttrsInstance]) -> None:
    """The fields, the signature and the help of a class name its public attributes alone."""
    names = [each.name for each in attrs.fields(kind)]
    assert list(inspect.signature(kind).parameters) == names
    assert not any(name.startswith("_") for name in names)
    shown = pydoc.plain(pydoc.render_doc(kind))
    assert not any(f"_{name}" in shown for name in HIDDEN)


@each_example
def test_a_dictionary_holds_the_values_and_nothing_else(text: str) -> None:
    """`attrs.asdict` gives what the constructors take, and cattrs takes apart and puts together."""
    digest = parse_digest(text)
    found = attrs.asdict(digest)
    assert not any(f'"_{name}"' in json.dumps(found, default=str) for name in HIDDEN)
    assert Digest(**attrs.asdict(digest, recurse=False)) == digest
    assert Digest(**found) == digest
    assert len(attrs.astuple(digest)) == 4
    converter = make_converter()
    assert converter.structure(converter.unstructure(digest), Digest) == digest


def test_dictionaries_beside_values() -> None:
    """A constructor takes dictionaries of the attributes of a class for its values, each by itself."""
    items: list[Any] = [attrs.asdict(Paper("A")), Paper("B")]
    assert Digest(papers=items).papers == (Paper("A"), Paper("B"))


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("name", HIDDEN)
def test_nobody_forges_an_origin(kind: Callable[..., object], name: str) -> None:
    """No constructor takes what a value was read from."""
    for spelling in (name, f"_{name}"):
        with pytest.raises(TypeError, match="unexpected keyword"):
            kind(**{spelling: None})


@pytest.mark.parametrize(
    ("mistake", "name"),
    [(lambda digest: digest.paper, "papers"), (lambda digest: digest.papers[0].vote, "votes")],
)
def test_a_mistyped_attribute(mistake: Callable[[Any], object], name: str) -> None:
    """Python can suggest an attribute: the error has the name, and the value that has no such one."""
    with pytest.raises(AttributeError) as caught:
        mistake(parse_digest(TEXT))
    assert get_close_matches(str(caught.value.name), dir(caught.value.obj), 1) == [name]


def test_an_attribute_that_is_not_there() -> None:
    """A paper that was not looked at yet has the attributes of its class and no others."""
    paper = parse_digest(TEXT).papers[0]
    with pytest.raises(AttributeError, match="'Paper' object has no attribute 'stars'") as caught:
        paper.stars  # type: ignore[attr-defined]  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("stars", paper)
    with pytest.raises(AttributeError):
        object.__new__(Paper).title  # noqa: B018
    assert paper.title == "Adam"


def test_a_paper_is_read_once() -> None:
    """What was looked at stays: the same objects each time."""
    paper = parse_digest(TEXT).papers[0]
    assert paper.sections is paper.sections
    assert paper.sections[0].text is paper.sections[0].text


def test_threads_read_the_same_paper() -> None:
    """Threads that look at a paper at once find the same values."""
    papers = [paper for text in EXAMPLES.values() for paper in parse_digest(text).papers]
    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(lambda at: papers[at % len(papers)].sections, range(4 * len(papers))))
    assert seen == [paper.sections for paper in papers] * 4


EDITS: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    "evolve": lambda value, changes: attrs.evolve(value, **changes),
    "__replace__": lambda value, changes: value.__replace__(**changes),
    "copy.replace": lambda value, changes: copy.replace(value, **changes),  # type: ignore[attr-defined]
}
each_edit = pytest.mark.parametrize(
    "edit",
    [
        pytest.param(
            edit,
            id=name,
            marks=pytest.mark.skipif(
                name == "copy.replace" and sys.version_info < (3, 13), reason="new in Python 3.13"
            ),
        )
        for name, edit in EDITS.items()
    ],
)


@each_edit
def test_an_edit_keeps_the_text(edit: Callable[[Any, dict[str, Any]], Any]) -> None:
    """Law 5, local: however a value is edited, what is around it stays."""
    digest = parse_digest(TEXT)
    adam, resnet, gan = digest.papers
    section = edit(adam.sections[0], {"text": "Smaller."})
    new = edit(adam, {"votes": 35, "sections": (section,)})
    edited = edit(digest, {"papers": (new, resnet, gan)})
    expected = TEXT.replace("34", "35").replace("A step size.", "Smaller.")
    assert serialize_digest(edited) == expected
    renamed = edit(edited, {"title": "Papers"})
    assert serialize_digest(renamed) == expected.replace("Daily Papers", "Papers")
    for value in (Media("image", "a"), Field("a", "b"), Link("a", "b")):
        name = attrs.fields(type(value))[1].name
        assert getattr(edit(value, {name: "c"}), name) == "c"


@each_edit
def test_a_digest_without_papers_keeps_its_text(
    edit: Callable[[Any, dict[str, Any]], Any],
) -> None:
    """Law 5, local: what comes before and after the papers stays when all of them go."""
    empty = edit(parse_digest(TEXT), {"papers": ()})
    written = serialize_digest(empty)
    assert written.startswith("Words before.\n\n## Daily Papers (2024-08-26)\n")
    assert written.endswith("# License\n\nMIT\n")
    assert parse_digest(written) == empty


def _from_json(digest: Digest) -> Digest:
    found = from_json(to_json(digest))
    assert isinstance(found, Digest)
    return found


@each_example
def test_papers_from_json_stand_for_those_of_the_text(text: str) -> None:
    """Papers that come back from JSON are those with the same values, in any order."""
    digest = parse_digest(text)
    papers = _from_json(digest).papers
    assert serialize_digest(attrs.evolve(digest, papers=papers)) == text
    moved = attrs.evolve(digest, papers=papers[::-1])
    own = attrs.evolve(digest, papers=digest.papers[::-1])
    assert serialize_digest(moved) == serialize_digest(own)


def test_a_changed_paper_from_json_stands_for_the_one_with_its_link() -> None:
    """A paper that was changed on its way is shown by its link, its title, or its place."""
    digest = parse_digest(TEXT)
    adam, resnet, gan = _from_json(digest).papers
    voted = attrs.evolve(adam, votes=35)
    written = TEXT.replace("34", "35")
    for papers in ((voted, resnet, gan), (voted, *digest.papers[1:])):
        assert serialize_digest(attrs.evolve(digest, papers=papers)) == written
    other = attrs.evolve(digest, papers=(attrs.evolve(adam, url=None), resnet, gan))
    assert "### Adam\n\nA note." in serialize_digest(other)
    other = attrs.evolve(digest, papers=(Paper("B", votes=34, sections=adam.sections), resnet, gan))
    assert "### B\n\nA note." in serialize_digest(other)


def test_a_new_paper_stands_for_none() -> None:
    """A paper with nothing in common with the one that it takes the place of is new."""
    digest = parse_digest(TEXT)
    papers = (Paper("BERT", "https://arxiv.org/abs/1810.04805", votes=34), *digest.papers[1:])
    written = serialize_digest(attrs.evolve(digest, papers=papers))
    assert "BERT" in written
    assert "A note." not in written


def test_a_paper_of_another_text_stands_for_none() -> None:
    """A paper that was read elsewhere is put in with its own bytes."""
    digest = parse_digest(TEXT)
    other = parse_digest(TEXT.replace("A note.", "Its own note.").replace("Words", "More words"))
    papers = (*digest.papers, other.papers[0])
    written = serialize_digest(attrs.evolve(digest, papers=papers))
    assert written.count("A note.") == written.count("Its own note.") == 1
    mixed = (other.papers[0], Paper("BERT"), *digest.papers[1:])
    written = serialize_digest(attrs.evolve(digest, papers=mixed))
    assert written == TEXT.replace("A note.", "Its own note.").replace(
        "### [ResNet]", "### BERT\n\n### [ResNet]"
    )


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@each_example
def test_pickles_come_back_as_they_were(text: str, protocol: int) -> None:
    """Law 6, values: digests, papers and sections keep text and places through a pickle."""

    def sent(value: Any) -> Any:
        return pickle.loads(pickle.dumps(value, protocol))

    for digest in parse_digests(text):
        same = sent(digest)
        assert same == digest
        assert serialize_digest(same) == serialize_digest(digest)
        assert locate(same) == locate(digest)
        for paper, other in zip(digest.papers, same.papers, strict=True):
            assert locate(other) == locate(paper) == locate(sent(paper))
            for section in paper.sections:
                assert locate(sent(section)) == locate(section)
        if digest.papers:
            edited = attrs.evolve(digest, papers=(*digest.papers[1:], attrs.evolve(digest.papers[0], title="B")))  # fmt: skip
            assert sent(edited) == edited
            assert serialize_digest(sent(edited)) == serialize_digest(edited)
            mixed = attrs.evolve(digest, papers=[sent(paper) for paper in edited.papers])
            assert serialize_digest(mixed) == serialize_digest(edited)
    assert sent(Digest("A", papers=[Paper("B")])) == Digest("A", papers=[Paper("B")])


@pytest.mark.parametrize("name", ["title", "votes", "authors"])
def test_an_edit_of_an_unpickled_edit_is_local(name: str) -> None:
    """What a paper was before it was changed is not pickled, but parsed again from its block."""
    changes: dict[str, Any] = {"title": "Adam 2", "votes": 35, "authors": ["Ada Byron"]}
    digest = parse_digest(TEXT)
    edited = digest.replace_paper(digest.papers[0], url="https://example.org/b")
    assert edited.papers[0]._before is digest.papers[0]
    back = pickle.loads(pickle.dumps(edited))
    assert back.papers[0]._before is None
    twice = [each.replace_paper(each.papers[0], **{name: changes[name]}) for each in (edited, back)]
    assert twice[0].papers[0]._before is digest.papers[0]
    assert serialize_digest(twice[0]) == serialize_digest(twice[1])
    assert parse_digest(serialize_digest(twice[1])) == twice[0]


def test_a_pickle_costs_its_text() -> None:
    """A pickled digest is about its text, a pickled paper about its block, whatever else there is."""
    text = TEXT.replace("A note.", "A note. " * 100)
    digest = parse_digest(text)
    assert len(pickle.dumps(digest)) < len(text) + 400
    assert len(pickle.dumps(digest.papers[1])) < 400
    edited = attrs.evolve(digest, title="Other")
    assert len(pickle.dumps(edited)) < len(text) + 600


def test_a_pickle_in_a_dialect_of_ones_own() -> None:
    """A dialect that is not built in goes along, also where it has the name of one that is."""
    for name in ("notes", "daily-papers"):
        dialect = Dialect(name, [Rule("paper", "* {title}")])
        digest = pickle.loads(pickle.dumps(parse_digest("* A\n* B\n", dialect=dialect)))
        assert digest.dialect == dialect
        assert [paper.title for paper in digest.papers] == ["A", "B"]


def test_a_process_pool_gives_back_what_it_is_sent() -> None:
    """Digests that another process parses are as good as those that are parsed here."""
    texts = list(EXAMPLES.values())
    with ProcessPoolExecutor(1) as pool:
        digests = list(pool.map(parse_digest, texts))
    assert digests == list(map(parse_digest, texts))
    assert list(map(serialize_digest, digests)) == texts


def clear_caches() -> None:
    """Empty the interpreter's cache of methods, which keeps the names of some thousand calls."""
    getattr(sys, "_clear_internal_caches", sys._clear_type_cache)()


def test_a_paper_that_is_kept_keeps_its_own_text() -> None:
    """A paper keeps neither the text of its digest alive nor the papers beside it."""
    row = "- **What's New**: text\n"
    text = "## Daily Papers (2024-08-26)\n\n" + f"### [A](b)\n\n{row * 20}\n" * 2000
    parse_digest(text)
    gc.collect()
    tracemalloc.start()
    paper = parse_digest(text + " ").papers[1000]
    assert len(paper.sections) == 20
    gc.collect()
    clear_caches()
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < 20 * 500 < len(text) / 50


@pytest.mark.parametrize("value", [parse_digest(TEXT), parse_digest(TEXT).papers[0]])
def test_a_weak_reference_ends_with_its_value(value: object) -> None:
    """Values can be held weakly, as in a cache, parsed or built by hand, and unpickled."""
    kept = pickle.loads(pickle.dumps(value))
    held = weakref.ref(kept)
    assert held() is kept
    del kept
    gc.collect()
    assert held() is None


class OwnSection(Section):
    """A section with a method of its own."""

    def words(self) -> int:
        """Count words."""
        return len(self.text.split())


class OwnPaper(Paper):
    """A paper with a note."""

    note = ""


class OwnDigest(Digest):
    """A digest of one's own."""


class OwnLink(Link):
    """A link of one's own."""


def test_derived_classes_are_written_like_their_bases() -> None:
    """Values of classes that users derive are edited, written, copied and pickled."""
    digest = parse_digest(TEXT)
    adam = digest.papers[0]
    section = OwnSection(adam.sections[0].label, "Smaller.")
    links = [OwnLink("Code", "https://example.org")]
    paper = OwnPaper("Adam", adam.url, 34, sections=[section], links=links)
    paper.__dict__["note"] = "mine"
    own = OwnDigest(digest.title, digest.date, papers=(paper,))
    written = serialize_digest(own)
    assert written == serialize_digest(
        Digest(
            digest.title,
            digest.date,
            papers=[
                Paper(
                    "Adam",
                    adam.url,
                    34,
                    sections=[Section(adam.sections[0].label, "Smaller.")],
                    links=[Link("Code", "https://example.org")],
                )
            ],
        )
    )
    for same in (copy.copy(own), copy.deepcopy(own), pickle.loads(pickle.dumps(own))):
        assert same == own
        assert type(same) is OwnDigest
        (other,) = same.papers
        assert isinstance(other, OwnPaper)
        assert other.note == "mine"
        assert [type(section) for section in other.sections] == [OwnSection]
    edited = attrs.evolve(digest, papers=(attrs.evolve(adam, sections=[section]), *digest.papers[1:]))  # fmt: skip
    assert serialize_digest(edited) == TEXT.replace("A step size.", "Smaller.")
    assert locate(paper) is locate(section) is None
    assert attrs.evolve(paper, title="B")._origin is None


def test_a_derived_class_is_replaced_by_its_own() -> None:
    """A paper of a derived class stays one."""

    @attrs.frozen
    class Own(Paper):
        """A paper with its own checks."""

    changed = Own("A").replace(votes=3)
    assert (type(changed), changed.votes) == (Own, 3)


@pytest.mark.parametrize(
    "base", [Digest, Paper, Section, Media, Field, Link], ids=lambda base: base.__name__
)
def test_a_derived_class_replaces_what_it_adds(base: Any) -> None:
    """`replace` takes the attributes of a derived class, as `attrs.evolve` does."""

    @attrs.frozen
    class Own(base):  # type: ignore[misc]
        score: int = 0

    needed = {"Paper": ("A",), "Media": ("image", "a"), "Field": ("A", "b"), "Link": ("A", "b")}
    kind: Any = Own
    value = kind(*needed.get(base.__name__, ()))
    assert value.replace(score=4) == attrs.evolve(value, score=4) == value.__replace__(score=4)
    assert (type(value.replace(score=4)), value.replace(score=4).score) == (Own, 4)
    with pytest.raises(TypeError, match="Own has no attribute 'scor' to replace; did you mean"):
        value.replace(scor=4)


def test_a_derived_class_checks_each_edit() -> None:
    """An edit of a derived digest keeps its class and its origin, and runs its own checks."""

    @attrs.frozen
    class Short(Digest):
        """A digest of at most three papers, each with at most 40 votes."""

        def __attrs_post_init__(self) -> None:
            super().__attrs_post_init__()
            if len(self.papers) > 3 or any((paper.votes or 0) > 40 for paper in self.papers):
                raise ValueError("too many papers or votes")

    digest = parse_digest(TEXT)
    short = Short(digest.title, digest.date, papers=digest.papers)
    first = short.papers[0]
    fewer = short.remove(first).insert(0, first).replace_paper(first, votes=35)
    assert (type(fewer), fewer.papers[0].votes) == (Short, 35)
    refused: list[Callable[[], object]] = [
        lambda: short.insert(0, Paper("A")),
        lambda: short.replace_paper(first, votes=41),
        lambda: fewer.replace(papers=[*fewer.papers, Paper("A")]),
    ]
    for edit in refused:
        with pytest.raises(ValueError, match="too many papers or votes"):
            edit()


def test_the_origin_does_not_depend_on_names_within_attrs() -> None:
    """The value before an edit is found whatever `attrs.evolve` calls it."""

    def evolve(of: Any, /, **changes: object) -> Any:
        known = {each.name: getattr(of, each.name) for each in attrs.fields(type(of))}
        return type(of)(**{**known, **changes})

    digest = parse_digest(TEXT)
    with patch("paperdigest._model.bases._EVOLVE", evolve.__code__):
        section = evolve(digest.papers[0].sections[0], text="Less.")
        edited = evolve(digest, papers=[evolve(digest.papers[0], sections=[section])])
    assert section._origin is digest.papers[0]._origin
    assert edited._document is digest._document


@given(st.sampled_from(list(EXAMPLES.values())), st.data())
def test_a_copy_is_as_good_as_the_value(text: str, data: st.DataObject) -> None:
    """Law 5, local: a copy that is put in the place of the value changes no byte."""
    digest = parse_digest(text)
    copies: list[Callable[[Any], Any]] = [
        copy.copy,
        copy.deepcopy,
        attrs.evolve,
        lambda value: pickle.loads(pickle.dumps(value)),
    ]
    papers = [data.draw(st.sampled_from(copies))(paper) for paper in digest.papers]
    assert serialize_digest(data.draw(st.sampled_from(copies))(digest)) == text
    assert serialize_digest(attrs.evolve(digest, papers=papers)) == text
