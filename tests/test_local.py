"""Law 5, over every dialect: an edit changes its own piece of the text, and nothing beside it."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, permutations
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
from tests.samples import EXAMPLES, each_dialect, each_example, written
from tests.strategies import papers_in, texts_in

Span = tuple[int, int]

WHOLE = frozenset(EXAMPLES.values())


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
    "daily-papers": frozenset({"media alt of a video", "published added"}),
    "daily-arxiv": frozenset({
        "category dropped", "fields added", "links added", "media added", "published added", "section label",
        "section label dropped", "sections added", "sections turned", "votes added",
    }),
    "gpt-paper-assistant": frozenset({
        "category added", "links added", "media added", "published added", "section label dropped", "votes added",
    }),
    "daily-ai-papers": frozenset({
        "category added", "fields added", "media added", "published added", "section label", "section label dropped",
        "section text of two lines", "section text dropped", "sections added", "votes added",
    }),
    "papers-of-the-week": frozenset({
        "authors added", "category added", "fields added", "links turned", "links url", "media added", "published added",
        "section text dropped", "section text of two lines", "url dropped", "votes added",
    }),
    "cv-arxiv-daily": frozenset({
        "author added", "author with comma", "category dropped", "fields added", "media added", "sections added", "url dropped", "votes added",
    }),
    "general": frozenset({"category", "category dropped", "published added", "section label dropped"}),
}  # fmt: skip


def dialect_of(digest: Digest) -> Dialect:
    """Return the dialect that a digest was read in."""
    assert digest._origin is not None
    return digest._origin.source.dialect


def span_of(
    value: Digest | Paper | Section, attribute: str | None = None, index: int | None = None
) -> Span:
    """Return where a value stands in its text."""
    place = locate(value, attribute, index)
    assert place is not None, (value, attribute, index)
    return place.start.offset, place.end.offset


def own_text(text: str, paper: Paper) -> str:
    """Return the bytes that belong to a paper."""
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


def common(one: str, other: str) -> int:
    """Return how long two texts are the same from their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def is_put_in(short: str, long: str, span: Span) -> bool:
    """Tell whether a text is another one with something put in, within a span of the short one."""
    before = common(short, long)
    after = common(short[::-1], long[::-1])
    first, last = len(short) - after, before
    return first <= last and first <= span[1] and last >= span[0]


def occurrences(text: str, value: str, within: Span) -> list[Span]:
    """Return all places of a value, which may be said twice."""
    found = re.finditer(re.escape(value), text[: within[1]])
    return [match.span() for match in found if match.start() >= within[0]]


def reading_again_gives(text: str, digest: Digest) -> bool:
    """Tell whether a text is read as a digest."""
    return parse_digest(text, dialect=dialect_of(digest)) == digest


# One attribute of one paper


def edits_of(text: str, paper: Paper) -> Iterator[Edit]:
    """Yield an edit for every attribute of a paper, of its items, and of their attributes."""
    whole = span_of(paper)
    yield Edit("title", attrs.evolve(paper, title="Another Title"), [span_of(paper, "title")])
    yield from _url_edits(text, paper, whole)
    unknown = places_of_votes(text, paper) if paper.votes is None else []
    if unknown:
        yield Edit("votes", attrs.evolve(paper, votes=35), unknown)
    else:
        yield from _value_edits(paper, "votes", 35)
    yield from _value_edits(paper, "category", "cs.XX")
    yield from _value_edits(paper, "published", datetime.date(2020, 2, 29))
    yield from _author_edits(text, paper)
    yield from _item_edits(
        text, paper, "media", Media("image", "https://example.org/new.png", "new")
    )
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


def places_of_votes(text: str, paper: Paper) -> list[Span]:
    """Return where votes stand, also those that are no count, as in `Vote: -`, and said twice alike."""
    start, stop = span_of(paper)
    tokens = tokenize(text, dialect=paper._origin and paper._origin.source.dialect)
    found = [each for each in tokens if each.kind == "votes" and start <= each.start < stop]
    return [(each.start, each.end) for each in found if each.text == found[-1].text]


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
        yield Edit(
            "author", renamed, [(one[0] - 1, one[1] + 1) if text[one[0] - 1] in "'\"" else one]
        )
        yield Edit("author dropped", attrs.evolve(paper, authors=rest), None if not rest else line)
        assert name
    yield Edit("author added", attrs.evolve(paper, authors=(*names, "Grace Hopper")), line)
    yield Edit("author with comma", attrs.evolve(paper, authors=(*names, "Hopper, Grace")), line)
    yield Edit("authors turned", attrs.evolve(paper, authors=names[::-1]), line)
    yield Edit("authors dropped", attrs.evolve(paper, authors=()))


def _item_edits(text: str, paper: Paper, name: str, new: Any) -> Iterator[Edit]:
    """Yield edits of a tuple: an item changed, dropped and added."""
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
            holes = [
                (place.start.offset, place.end.offset),
                *(occurrences(text, old, whole) if old else ()),
            ]
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
            yield Edit(
                "section label added", paper.replace(section, label="Other"), [(at[0], words[0])]
            )
        else:
            place = locate(section, "label")
            label = (place.start.offset, place.end.offset) if place else at
            yield Edit("section label", paper.replace(section, label="Other"), [label])
            yield Edit(
                "section label dropped", paper.replace(section, label=None), [(at[0], words[0])]
            )


def check(text: str, digest: Digest, index: int, edit: Edit) -> bool:
    """Check one edit of one paper; tell whether it was written."""
    old = digest.papers[index]
    changed = digest.replace(old, **_public(edit.paper))
    new = written(changed)
    if new is None:
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
    for paper, again in zip(
        digest.papers, parse_digest(new, dialect=dialect_of(digest)).papers, strict=True
    ):
        if paper is not old:
            assert own_text(new, again) == own_text(text, paper)
    return True


def _public(value: Any) -> dict[str, Any]:
    names = [each.name for each in attrs.fields(type(value)) if not each.name.startswith("_")]
    return {name: getattr(value, name) for name in names}


def _shown(old: str, new: str) -> tuple[str, str]:
    """Return the parts of two texts that differ."""
    before = common(old, new)
    after = common(old[before:][::-1], new[before:][::-1])
    return old[before - 20 : len(old) - after + 20], new[before - 20 : len(new) - after + 20]


@each_example
def test_every_attribute_of_every_paper(text: str) -> None:
    """Law 5: "Change one attribute with `attrs.evolve` and serialize: only that attribute's own piece of
    the text differs", and reading it again gives exactly the edited value.
    """
    digest = parse_digest(text)
    refused: set[str] = set()
    for index, paper in enumerate(digest.papers):
        for edit in edits_of(text, paper):
            if not check(text, digest, index, edit):
                refused.add(edit.kind)
    assert refused <= REFUSED[dialect_of(digest).name]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@each_example
def test_every_attribute_under_other_line_ends(text: str, end: str) -> None:
    """Law 5 for the first and the last paper of a text that has other line ends."""
    text = text.replace("\n", end)
    digest = parse_digest(text)
    for index in (0, len(digest.papers) - 1):
        for edit in edits_of(text, digest.papers[index]):
            check(text, digest, index, edit)


@each_dialect
@given(data=st.data())
def test_one_value_in_a_drawn_text(dialect: Dialect, data: st.DataObject) -> None:
    """Law 5 for plausible and damaged texts: an edit is local, or is refused."""
    text = data.draw(texts_in(dialect, max_papers=2))
    digest = parse_digest(text, dialect=dialect)
    if digest.papers:
        index = data.draw(st.integers(0, len(digest.papers) - 1))
        paper = digest.papers[index]
        if paper.title:
            edit = Edit("title", attrs.evolve(paper, title="Other"), [span_of(paper, "title")])
            check(text, digest, index, edit)
        if paper.votes is not None:
            places = places_of_votes(text, paper)
            check(text, digest, index, Edit("votes", attrs.evolve(paper, votes=35), places))
        for section in paper.sections:
            if section.text:
                changed = paper.replace(section, text="Other words.")
                check(text, digest, index, Edit("text", changed, [span_of(section, "text")]))


# The digest's own attributes


@each_example
def test_the_title_of_each_digest(text: str) -> None:
    """Another title is put where the old one stands, and nothing else differs."""
    for digest in parse_digests(text):
        whole = serialize_digest(digest)
        for title in ("Top Papers of the Week", "Updated", "Papers", "Personalized ArXiv Papers"):
            changed = attrs.evolve(digest, title=title)
            new = written(changed)
            if new is None:
                continue
            assert reading_again_gives(new, changed)
            alone = parse_digest(whole, dialect=dialect_of(digest))
            if alone.title is not None:
                assert differs_within(whole, new, [span_of(alone, "title")])


@each_example
def test_the_dates_of_each_digest(text: str) -> None:
    """Another date is put where the old one stands, in its spelling, and nothing else differs."""
    for digest in parse_digests(text):
        if digest.date is None:
            continue
        whole = serialize_digest(digest)
        days = datetime.timedelta(days=7)
        last = digest.end_date and digest.end_date + days
        changed = attrs.evolve(digest, date=digest.date + days, end_date=last)
        new = serialize_digest(changed)
        assert reading_again_gives(new, changed)
        alone = parse_digest(whole, dialect=dialect_of(digest))
        start, stop = span_of(alone, "date")
        line = whole.index("\n", stop)  # a year may stand behind the range
        assert differs_within(whole, new, [(start, line if last else stop)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024-08-26", "2024-09-01"),
        ("August 26, 2024", "September 1, 2024"),
        ("Aug 26, 2024", "Sep 1, 2024"),
        ("26 Aug 2024", "1 Sep 2024"),
        ("August 26th, 2024", "September 1st, 2024"),
        ("Monday, August 26, 2024", "Sunday, September 1, 2024"),
        ("08/26/2024", "09/01/2024"),
        ("8/26/2024", "9/1/2024"),
        ("2024년 8월 26일", "2024년 9월 1일"),
    ],
)
def test_a_date_keeps_its_spelling(old: str, new: str) -> None:
    """Law 5: only the date differs, and it is spelled as the old one was."""
    text = f"## Daily Papers ({old})\n\n### [A](a)\n"
    changed = attrs.evolve(parse_digest(text), date=datetime.date(2024, 9, 1))
    assert serialize_digest(changed) == text.replace(old, new)


# Papers that come, go and move


def keeps_bytes(text: str, digest: Digest, new: str) -> None:
    """Check that every paper of a digest that was in a text before has its bytes in a new one.

    Free text of a damaged digest that stood behind another paper may follow them.
    """
    again = parse_digest(new, dialect=dialect_of(digest))
    assert again == digest
    for paper, read in zip(digest.papers, again.papers, strict=True):
        if locate(paper) is not None:
            own = own_text(text, paper)
            assert (
                own_text(new, read) == own if text in WHOLE else own_text(new, read).startswith(own)
            )


def around(text: str, digest: Digest) -> tuple[str, str]:
    """Return what stands before the first paper and after the last one."""
    return text[: span_of(digest.papers[0])[0]], text[span_of(digest.papers[-1])[1] :]


@each_example
def test_papers_in_any_order(text: str) -> None:
    """Law 5: "Reorder ... a paper: every other one keeps its bytes", and it keeps its own."""
    digest = parse_digest(text)
    orders = list(permutations(digest.papers)) if len(digest.papers) < 5 else []
    turned = (digest.papers[1:] + digest.papers[:1], digest.papers[::-1])
    for order in [*orders, *turned]:
        changed = attrs.evolve(digest, papers=order)
        new = serialize_digest(changed)
        keeps_bytes(text, changed, new)
        before, after = around(text, digest)
        assert new.startswith(before.rstrip())
        assert new.endswith(after)


@each_example
def test_a_paper_that_goes(text: str) -> None:
    """Law 5: "drop a paper ...: every other one keeps its bytes", and what stands around them."""
    digest = parse_digest(text)
    for paper in digest.papers:
        changed = digest.remove(paper)
        new = serialize_digest(changed)
        keeps_bytes(text, changed, new)
        assert is_put_in(new, text, (0, len(text)))
        assert paper.title not in new or text.count(paper.title) > 1


@each_example
def test_all_papers_that_go(text: str) -> None:
    """A digest without papers keeps its heading, and what stands before and after."""
    digest = parse_digest(text)
    changed = attrs.evolve(digest, papers=())
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    before, after = around(text, digest)
    assert new.startswith(before.rstrip())
    assert new.endswith(after.rstrip() + "\n" if after.strip() else "")


@each_example
def test_a_paper_that_comes(text: str) -> None:
    """Law 5: "insert ... a paper ...: every other one keeps its bytes", wherever it is put."""
    digest = parse_digest(text)
    like = digest.papers[0]
    new_paper = Paper(
        "Another Paper",
        "https://arxiv.org/abs/2412.00001",
        authors=["Ada Lovelace"],
        category=like.category,
        sections=[
            Section(
                None if dialect_of(digest).name == "papers-of-the-week" else like.sections[0].label,
                "Words.",
            )
        ]
        if like.sections
        else [],
        published=like.published and datetime.date(2024, 8, 26),
    )
    if not like.authors:
        new_paper = attrs.evolve(new_paper, authors=[])
    for index in range(len(digest.papers) + 1):
        changed = digest.insert(index, new_paper)
        new = serialize_digest(changed)
        keeps_bytes(text, changed, new)
        before, after = around(text, digest)
        assert new.startswith(before.rstrip())
        assert new.endswith(after)


@pytest.mark.parametrize("end", ["", "\n## License\n\nFree.\n"])
@pytest.mark.parametrize("start", ["Hello.\n", "## Daily Papers (2024-08-26)\n\nHello.\n"])
def test_a_first_paper(start: str, end: str) -> None:
    """The first paper of a digest stands behind what the text says before, and takes none of it."""
    digest = parse_digest(start + end, dialect="daily-papers")
    changed = digest.insert(0, Paper("A", "a", sections=[Section("B", "c")]))
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    assert new.startswith(start)
    assert new.endswith(end)


@each_dialect
@given(data=st.data())
def test_papers_of_drawn_texts(dialect: Dialect, data: st.DataObject) -> None:
    """Law 5 for plausible and damaged texts: papers that stay, go, come and move keep their bytes."""
    text = data.draw(texts_in(dialect))
    digest = parse_digest(text, dialect=dialect)
    stay = data.draw(st.permutations(digest.papers))[
        : data.draw(st.integers(0, len(digest.papers)))
    ]
    come = data.draw(st.lists(papers_in(dialect), max_size=1))
    at = data.draw(st.integers(0, len(stay)))
    changed = attrs.evolve(digest, papers=[*stay[:at], *come, *stay[at:]])
    try:
        new = serialize_digest(changed)
    except ValueError:
        return
    keeps_bytes(text, changed, new)


@pytest.mark.parametrize(
    ("lines", "edited"),
    [
        ("Vote:\nVote: 0\n", "Vote:\nVote: 5\n"),
        ("Vote: 3\nVote: 4\n", "Vote: 3\nVote: 5\n"),
        ("Vote: 3\nVote: 4\nVote: 4\n", "Vote: 3\nVote: 5\nVote: 5\n"),
        ("Vote: 3\nVote: -\n", "Vote: 3\nVote: 5\n"),
        ("Vote: 3\nVote:\n", "Vote: 3\nVote: 5\n"),
    ],
)
def test_of_lines_that_disagree_the_one_that_counts_is_edited(lines: str, edited: str) -> None:
    """An edit changes the last of several lines, and those that say the same."""
    text = f"### [A](a)\n\n{lines}"
    digest = parse_digest(text, dialect="daily-papers")
    changed = digest.replace(digest.papers[0], votes=5)
    assert serialize_digest(changed) == text.replace(lines, edited)
    gone = digest.replace(digest.papers[0], votes=None)
    assert parse_digest(serialize_digest(gone), dialect="daily-papers").papers[0].votes is None


@pytest.mark.parametrize("rest", ["", "<div id='cs.CL'></div>\n\n# cs.CL [[Back]](#toc)\n\n"])
def test_a_paper_behind_an_open_tag(rest: str) -> None:
    """Free text behind a tag that stays open is no paper's own, whether a rule follows or not."""
    head = "### [0] [A](https://arxiv.org/abs/2408.12637)\n"
    text = f"{head}<details>\n  <summary>Details</summary>\n**\n{rest}{head}"
    digest = parse_digest(text, dialect="daily-arxiv")
    for index in (0, 1):
        changed = digest.insert(index, Paper("B"))
        keeps_bytes(text, changed, serialize_digest(changed))


SAME = [
    (one, other)
    for one, first in EXAMPLES.items()
    for other, second in EXAMPLES.items()
    if one != other
    and parse_digest(first)._origin.source.dialect == parse_digest(second)._origin.source.dialect
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_paper_that_moves(one: str, other: str) -> None:
    """Law 5: a paper moved into another digest of its dialect keeps its bytes there."""
    text, there = EXAMPLES[one], EXAMPLES[other]
    source, target = parse_digest(text), parse_digest(there)
    for paper in source.papers:
        changed = target.insert(1, paper)
        new = serialize_digest(changed)
        again = parse_digest(new, dialect=dialect_of(target))
        assert again == changed
        assert own_text(new, again.papers[1]) == own_text(text, paper)
        assert own_text(new, again.papers[0]) == own_text(there, target.papers[0])


def test_a_paper_that_moves_into_another_dialect() -> None:
    """A paper from elsewhere is written in the dialect of the digest that it comes to."""
    target = parse_digest(EXAMPLES["daily-ai-papers"])
    paper = parse_digest(EXAMPLES["daily-papers"]).papers[0]
    lean = attrs.evolve(paper, votes=None, media=(), sections=[Section("Summary", "Short.")])
    changed = target.insert(0, lean)
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    assert f"| {paper.title} (Read more on [arXiv]({paper.url}))|" in new
    with pytest.raises(ValueError, match=r"Digest\.papers\[0\]\.votes: 48 "):
        serialize_digest(target.insert(0, paper))


# Sections that come, go and move


@each_example
def test_sections_in_any_order(text: str) -> None:
    """Law 5: "Reorder, insert or drop a ... section: every other one keeps its bytes"."""
    digest = parse_digest(text)
    for paper in digest.papers:
        whole = {section: text[slice(*span_of(section))] for section in paper.sections}
        for order in islice(permutations(paper.sections), 24):
            for kept in (order, order[1:]):
                changed = digest.replace(paper, sections=kept)
                new = written(changed)
                if new is None:
                    continue
                again = parse_digest(new, dialect=dialect_of(digest))
                assert again == changed
                for section in again.papers[digest.papers.index(paper)].sections:
                    own = new[slice(*span_of(section))]
                    # Within a cell, a mark parts a section from the one before it.
                    mark = "<br>● "
                    assert own.removeprefix(mark) == whole[section].removeprefix(mark)


def test_a_section_that_moves_to_another_paper() -> None:
    """A section moved to another paper, of another digest even, keeps its bytes."""
    odd, plain = EXAMPLES["daily-papers-odd"], EXAMPLES["daily-papers"]
    section = parse_digest(odd).papers[0].sections[0]
    written = odd[slice(*span_of(section))]
    assert written.startswith("- ***What's New***: ")
    digest = parse_digest(plain)
    paper = digest.papers[0]
    changed = digest.replace(paper, sections=[section, *paper.sections])
    new = serialize_digest(changed)
    assert reading_again_gives(new, changed)
    at = span_of(paper, "sections")[0]
    assert new == f"{plain[:at]}{written}\n{plain[at:]}"


# The style of the text


STYLED = (
    "## Daily Papers (2024-08-26)\n\n### [A](a)\nVote: 1\nAuthors: ['Ada']\n\n- ***B***: c\n\n"
    "- ***D***: e\n\n### [F](f)\nVote: 2\nAuthors: ['Ada']\n\n- ***B***: c\n"
)


class TestStyle:
    """What is added to a text follows its habits."""

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, end: str) -> None:
        """New lines end as the others do."""
        text = EXAMPLES["daily-papers"].replace("\n", end)
        digest = parse_digest(text)
        paper = digest.papers[0]
        added = Paper("A", "a", 1, ["B", "C"], sections=[Section("D", "e"), Section(None, "f")])
        changed = digest.insert(1, added).replace(
            paper, sections=[*paper.sections, Section("G", "h")], fields=[Field("Venue", "I")]
        )
        new = serialize_digest(changed)
        assert reading_again_gives(new, changed)
        assert re.findall(r"\r\n|\r|\n", new) == [end] * len(re.findall(r"\r\n|\r|\n", new))

    def test_labels(self) -> None:
        """A new label has the emphasis of the others."""
        digest = parse_digest(STYLED)
        paper = digest.papers[0]
        new = serialize_digest(digest.replace(paper, sections=[*paper.sections, Section("G", "h")]))
        assert new == STYLED.replace("- ***D***: e\n", "- ***D***: e\n\n- ***G***: h\n")

    def test_authors(self) -> None:
        """New authors stand in a list literal where the others do."""
        digest = parse_digest(STYLED)
        new = serialize_digest(digest.replace(digest.papers[0], authors=["Ada", "Alan"]))
        assert new == STYLED.replace("['Ada']", "['Ada', 'Alan']", 1)

    def test_papers(self) -> None:
        """A new paper is written as the others are: its blank lines, labels and authors."""
        digest = parse_digest(STYLED)
        added = Paper("X", "x", 3, ["Alan"], sections=[Section("B", "y"), Section("D", "z")])
        new = serialize_digest(digest.insert(2, added))
        assert new == STYLED + (
            "\n### [X](x)\nVote: 3\nAuthors: ['Alan']\n\n- ***B***: y\n\n- ***D***: z\n"
        )

    def test_authors_with_a_comma(self) -> None:
        """Names with a comma turn a plain line into a list literal, as else they would be cut."""
        text = "### [A](a)\n\nAuthors: Ada, Alan\n"
        digest = parse_digest(text)
        new = serialize_digest(digest.replace(digest.papers[0], authors=["Ada", "Turing, Jr."]))
        assert new == text.replace("Ada, Alan", "['Ada', 'Turing, Jr.']")


def test_free_text_stays() -> None:
    """What stands in a paper beside its values stays there, whatever is changed around it."""
    text = (
        "# Preamble\n\n## Daily Papers\n\nHello.\n\n### [A](a)\n\nFree words.\n\nVote: 1\n\nMore words.\n\n"
        "- b\n\n### [C](c)\n\nOther words.\n\n## License\n\nFree.\n"
    )
    digest = parse_digest(text)
    first, second = digest.papers
    assert serialize_digest(digest.replace(first, votes=2)) == text.replace("Vote: 1", "Vote: 2")
    new = serialize_digest(digest.replace(first, votes=None, sections=[]))
    for words in ("Free words.", "More words.", "Hello.", "Other words.", "## License\n\nFree.\n"):
        assert words in new
    assert "Free words." not in serialize_digest(digest.remove(first))
    turned = serialize_digest(attrs.evolve(digest, papers=(second, first)))
    assert turned.index("Other words.") < turned.index("Free words.") < turned.index("## License")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_helpers_edit_locally(name: str) -> None:
    """`replace`, `insert` and `remove` are edits like those with `attrs.evolve`."""
    text = EXAMPLES[name]
    digest = parse_digest(text)
    first = digest.papers[0]
    edits: Sequence[Callable[[], Digest]] = (
        lambda: digest.replace(first, title="Other").replace(
            attrs.evolve(first, title="Other"), title=first.title
        ),
        lambda: digest.remove(first).insert(0, first),
        lambda: attrs.evolve(digest, papers=list(digest.papers)),
        lambda: attrs.evolve(digest),
    )
    for edit in edits:
        assert edit() == digest
        assert serialize_digest(edit()) == text
