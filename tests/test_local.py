"""Law 5, over every dialect: an edit changes its own piece of the text, and nothing beside it."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations
from os.path import commonprefix
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import (
    Dialect,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Section,
    locate,
    parse_digest,
    parse_digests,
    serialize_digest,
    tokenize,
)
from tests.samples import EXAMPLES, each_dialect, each_example
from tests.strategies import papers_in, texts_in

Span = tuple[int, int]


class Edit(NamedTuple):
    """An edit of one paper.

    Attributes:
        kind: What it does, for the table of what a dialect refuses.
        paper: The paper as it is to be.
        holes: Where the text may differ; ``None`` where something is put in or taken out.
    """

    kind: str
    paper: Paper
    holes: Sequence[Span] | None = None


#: What a dialect has no place for, as its examples show; every other edit has to be written.
REFUSED: Mapping[str, frozenset[str]] = {
    "daily-papers": frozenset({"media alt of a video"}),
    "daily-arxiv": frozenset({
        "category dropped", "fields added", "links added", "media added", "section label",
        "section label dropped", "sections added", "sections turned", "votes added",
    }),
    "gpt-paper-assistant": frozenset({
        "category added", "links added", "media added", "section label dropped", "votes added",
    }),
    "daily-ai-papers": frozenset({
        "category added", "fields added", "media added", "section label", "section label dropped",
        "section text of two lines", "section text dropped", "sections added", "votes added",
    }),
    "papers-of-the-week": frozenset({
        "authors added", "category added", "fields added", "links turned", "links url", "media added",
        "section text dropped", "section text of two lines", "url dropped", "votes added",
    }),
    "cv-arxiv-daily": frozenset(),
    "general": frozenset({"category", "category dropped", "section label dropped"}),
}  # fmt: skip


def dialect_of(digest: Digest) -> Dialect:
    """Give the dialect that a digest was read in."""
    assert digest._origin is not None
    return digest._origin.source.dialect


def span_of(value: Digest | Paper | Section, attribute: str | None = None, index: int | None = None) -> Span:
    """Give where a value stands in its text."""
    place = locate(value, attribute, index)
    assert place is not None, (value, attribute, index)
    return place.start.offset, place.end.offset


def own_text(text: str, paper: Paper) -> str:
    """Give the bytes that belong to a paper."""
    return text[slice(*span_of(paper))]


def differs_within(old: str, new: str, holes: Sequence[Span]) -> bool:
    """Tell whether two texts are the same outside of some parts of the old one."""
    kept: list[str] = []
    at = 0
    for start, stop in sorted(set(holes)):
        kept.append(re.escape(old[at:start]))
        at = max(at, stop)
    kept.append(re.escape(old[at:]))
    return re.fullmatch("(?s:.*?)".join(kept), new) is not None


def is_put_in(short: str, long: str, span: Span) -> bool:
    """Tell whether a text is another one with something put in, within a span of the short one."""
    before = len(commonprefix([short, long]))
    after = len(commonprefix([short[::-1], long[::-1]]))
    first, last = len(short) - after, before
    return first <= last and first <= span[1] and last >= span[0]


def occurrences(text: str, value: str, within: Span) -> list[Span]:
    """Give all places of a value, which may be said twice."""
    found = re.finditer(re.escape(value), text[: within[1]])
    return [match.span() for match in found if match.start() >= within[0]]


def reading_again_gives(text: str, digest: Digest) -> bool:
    """Tell whether a text is read as a digest."""
    return parse_digest(text, dialect=dialect_of(digest)) == digest


# One attribute of one paper


def edits_of(text: str, paper: Paper) -> Iterator[Edit]:
    """Give an edit for every attribute of a paper, of its items, and of their attributes."""
    whole = span_of(paper)
    yield Edit("title", attrs.evolve(paper, title="Another Title"), [span_of(paper, "title")])
    yield from _url_edits(text, paper, whole)
    unknown = _place_of_votes(text, paper) if paper.votes is None else None
    if unknown is not None:
        yield Edit("votes", attrs.evolve(paper, votes=35), [unknown])
    else:
        yield from _value_edits(paper, "votes", 35)
    yield from _value_edits(paper, "category", "cs.XX")
    yield from _author_edits(text, paper)
    yield from _item_edits(text, paper, "media", Media("image", "https://example.org/new.png", "new"))
    yield from _item_edits(text, paper, "sections", Section("New Label", "New text."))
    yield from _item_edits(text, paper, "fields", Field("Relevance", "7"))
    yield from _item_edits(text, paper, "links", Link("New", "https://example.org/new"))
    yield from _section_edits(paper)


def _url_edits(text: str, paper: Paper, whole: Span) -> Iterator[Edit]:
    new = "https://arxiv.org/abs/2412.00001"
    if paper.url is None:
        yield Edit("url added", attrs.evolve(paper, url=new), [whole])
        return
    # An identifier may stand in a line of its own too, and the URL as a link's label.
    copies = [span_of(paper, "url"), *occurrences(text, paper.url, whole)]
    if paper.arxiv_id is not None:
        copies += occurrences(text, paper.arxiv_id, whole)
        copies += occurrences(text, f"{paper.arxiv_id}v2", whole)
    if paper.links and paper.links[0].url == paper.url:
        # The label of the main link is kept by a link of its own, which is not the main one now.
        copies.append(span_of(paper, "links"))
    yield Edit("url", attrs.evolve(paper, url=new), copies)
    yield Edit("url dropped", attrs.evolve(paper, url=None), [whole])


def _place_of_votes(text: str, paper: Paper) -> Span | None:
    """Give where votes stand that are no count, as in `Vote: -`."""
    start, stop = span_of(paper)
    for token in tokenize(text):
        if token.kind == "votes" and start <= token.start < stop:
            return token.start, token.end
    return None


def _value_edits(paper: Paper, name: str, new: object) -> Iterator[Edit]:
    changed = attrs.evolve(paper, **{name: new})
    if getattr(paper, name) is None:
        yield Edit(f"{name} added", changed)
    else:
        # What stands over a group of papers is put between them for one of another group.
        start, stop = span_of(paper)
        beside = [(start, start), (stop, stop)] if span_of(paper, name)[1] < start else []
        yield Edit(name, changed, [span_of(paper, name), *beside])
        yield Edit(f"{name} dropped", attrs.evolve(paper, **{name: None}))


def _author_edits(text: str, paper: Paper) -> Iterator[Edit]:
    names = paper.authors
    if not names:
        yield Edit("authors added", attrs.evolve(paper, authors=["Ada Lovelace"]))
        return
    start, stop = span_of(paper, "authors")
    if text[start - 1 : start] in ("'", '"'):  # a list literal, whose quotes may change
        start, stop = text.rindex("[", 0, start), text.index("]", stop) + 1
    line = [(start, stop)]
    for index, name in enumerate(names):
        one = span_of(paper, "authors", index)
        rest = names[:index] + names[index + 1 :]
        renamed = attrs.evolve(paper, authors=(*names[:index], "Grace Hopper", *names[index + 1 :]))
        yield Edit("author", renamed, [(one[0] - 1, one[1] + 1) if text[one[0] - 1] in "'\"" else one])
        yield Edit("author dropped", attrs.evolve(paper, authors=rest), None if not rest else line)
        assert name
    yield Edit("author added", attrs.evolve(paper, authors=(*names, "Grace Hopper")), line)
    yield Edit("author with comma", attrs.evolve(paper, authors=(*names, "Hopper, Grace")), line)
    yield Edit("authors turned", attrs.evolve(paper, authors=names[::-1]), line)
    yield Edit("authors dropped", attrs.evolve(paper, authors=()))


def _item_edits(text: str, paper: Paper, name: str, new: Any) -> Iterator[Edit]:
    """Give edits of a tuple: an item changed, dropped and added."""
    items = getattr(paper, name)
    whole = span_of(paper)
    for index, item in enumerate(items):
        rest = (*items[:index], *items[index + 1 :])
        yield Edit(f"{name} dropped", attrs.evolve(paper, **{name: rest}))
        for attribute in attrs.fields(type(item)):
            if attribute.name.startswith("_") or attribute.name == "kind" or name == "sections":
                continue
            value = getattr(new, attribute.name)
            changed = attrs.evolve(item, **{attribute.name: value})
            place = locate(paper, name, index)
            assert place is not None
            # One medium may be written twice, and a link may be the main one as well.
            old = getattr(item, attribute.name)
            holes = [(place.start.offset, place.end.offset), *(occurrences(text, old, whole) if old else ())]
            video = isinstance(item, Media) and item.kind == "video" and attribute.name == "alt"
            yield Edit(
                f"{name} {attribute.name}{' of a video' if video else ''}",
                attrs.evolve(paper, **{name: (*items[:index], changed, *items[index + 1 :])}),
                holes,
            )
    yield Edit(f"{name} added", attrs.evolve(paper, **{name: (*items, new)}))
    if len(items) > 1:
        turned = attrs.evolve(paper, **{name: items[::-1]})
        hull = span_of(paper, name)
        yield Edit(f"{name} turned", turned, [hull])


def _section_edits(paper: Paper) -> Iterator[Edit]:
    for section in paper.sections:
        at = span_of(paper, "sections", paper.sections.index(section))
        words = span_of(section, "text") if section.text else at
        lines = paper.replace(section, text="Other\nwords.")
        yield Edit("section text of two lines", lines, [words])
        yield Edit("section text", paper.replace(section, text="Other words."), [words])
        yield Edit("section text dropped", paper.replace(section, text=""), [at])
        if section.label is None:
            yield Edit("section label added", paper.replace(section, label="Other"), [(at[0], words[0])])
        else:
            place = locate(section, "label")
            label = (place.start.offset, place.end.offset) if place else at
            yield Edit("section label", paper.replace(section, label="Other"), [label])
            yield Edit("section label dropped", paper.replace(section, label=None), [(at[0], words[0])])


def check(text: str, digest: Digest, index: int, edit: Edit) -> bool:
    """Check one edit of one paper; tell whether it was written."""
    old = digest.papers[index]
    changed = digest.replace(old, **_public(edit.paper))
    try:
        new = serialize_digest(changed)
    except ValueError as error:
        assert re.search(r"(Digest|Paper)[\w.\[\]]*\.[a-z_]+(\[\d+\])?: ", str(error)), error
        return False
    assert reading_again_gives(new, changed)
    whole = span_of(old)
    following = [span_of(paper)[0] for paper in digest.papers if span_of(paper)[0] > whole[0]]
    block = whole[0], min([*following, len(text)])
    if edit.holes is not None:
        assert differs_within(text, new, edit.holes), (edit.kind, _shown(text, new))
    elif dialect_of(digest).cells:
        assert differs_within(text, new, [whole]), (edit.kind, _shown(text, new))
    elif len(new) < len(text):
        assert is_put_in(new, text, block), (edit.kind, _shown(text, new))
    else:
        assert is_put_in(text, new, block), (edit.kind, _shown(text, new))
    for paper, again in zip(digest.papers, parse_digest(new, dialect=dialect_of(digest)).papers, strict=True):
        if paper is not old:
            assert own_text(new, again) == own_text(text, paper)
    return True


def _public(value: Any) -> dict[str, Any]:
    names = [each.name for each in attrs.fields(type(value)) if not each.name.startswith("_")]
    return {name: getattr(value, name) for name in names}


def _shown(old: str, new: str) -> tuple[str, str]:
    """Give the parts of two texts that differ."""
    before = len(commonprefix([old, new]))
    after = len(commonprefix([old[before:][::-1], new[before:][::-1]]))
    return old[before - 20 : len(old) - after + 20], new[before - 20 : len(new) - after + 20]


@each_example
def test_every_attribute_of_every_paper(text: str) -> None:
    """Law 5: "Change one attribute with `attrs.evolve` and serialize: only that attribute's own piece of
    the text differs", and reading it again gives exactly the edited value.
    """
    digest = parse_digest(text)
    refused: set[str] = set()
    written: set[str] = set()
    for index, paper in enumerate(digest.papers):
        for edit in edits_of(text, paper):
            (written if check(text, digest, index, edit) else refused).add(edit.kind)
    print(dialect_of(digest).name, "refused:", sorted(refused), "both", sorted(refused & written), "over", REFUSED.get(dialect_of(digest).name, frozenset())-refused)
    assert refused <= REFUSED.get(dialect_of(digest).name, frozenset())
