"""Values that one dialect can plausibly express."""

# The types of builds() do not say which arguments a lambda gets.
# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false

from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._grammar.rules import Rule
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section
from paperdigest._strategies.texts import NAME_IN_TEMPLATE
from paperdigest._strategies.values import of_types
from paperdigest._strategies.words import (
    ARXIV_URLS,
    DIGEST_TITLES,
    LABELS,
    NAMES,
    OTHER_URLS,
    PLAIN,
    URLS,
    prose,
    sampled,
    section_texts,
    urls,
)

Item = TypeVar("Item")


@lru_cache(maxsize=64)
def holds(dialect: Dialect) -> frozenset[str]:
    """Return the names in the templates that a dialect writes, and the kinds of its rules."""
    found: set[str] = set()
    cell_rules = [rule for cell in dialect.cells for rule in cell.rules]
    for rule in (*dialect.rules, *cell_rules):
        if rule.templates:
            found |= {rule.kind, f"{rule.media} media"} if rule.kind == "media" else {rule.kind}
            found |= {f"{rule.kind} {name}" for _, name in _names(rule)}
    for cell in dialect.cells:
        if cell.kind is not None:
            found.add(cell.kind)
    return frozenset(found)


def _names(rule: Rule) -> list[tuple[bool, str]]:
    """Return the names that all templates of a rule ask for (True), or some (False)."""
    asked = [{n[1] for n in NAME_IN_TEMPLATE.finditer(t) if not n[2]} for t in rule.templates]
    written = {n[1] for t in rule.templates for n in NAME_IN_TEMPLATE.finditer(t)}
    return [(all(name in names for names in asked), name) for name in sorted(written)]


def _asked(dialect: Dialect) -> set[str]:
    """Return the names without which a dialect can write no paper."""
    heads = [rule for rule in dialect.rules if rule.kind == "paper" and rule.templates]
    asked = [{name for always, name in _names(rule) if always} for rule in heads]
    return set.intersection(*asked)


def _is_there(value: object) -> bool:
    return value is not None


def _some(item: SearchStrategy[Item], most: int = 2) -> SearchStrategy[list[Item]]:
    return st.lists(item, max_size=most)


def _none() -> SearchStrategy[list[Item]]:  # pyright: ignore[reportInvalidTypeVarUse]
    return st.just([])


@lru_cache(maxsize=64)
def papers_in(dialect: Dialect, category: str | None = None) -> SearchStrategy[Paper]:
    """Draw papers that a dialect can plausibly express.

    Args:
        dialect: The dialect.
        category: The category of the group that the paper is in, if any.
    """
    held, asked = holds(dialect), _asked(dialect)
    general = is_made(dialect)
    main = sampled(ARXIV_URLS if dialect.cells or general else URLS)
    beside = _links_in(dialect)
    linked = st.tuples(main, beside)
    if "url" not in asked:
        linked |= st.tuples(st.none(), _none())

    if is_made(dialect):
        linked = st.tuples(main, beside)  # a heading without link is a chapter to it

    least = 1 if "authors" in asked else 0
    whole = any(rule.separator is None for rule in dialect.rules if rule.templates)
    authors: SearchStrategy[list[str]] = _none()
    if "authors" in held or "paper authors" in held:
        names = sampled(NAMES[:3] if dialect.cells else NAMES)
        authors = st.lists(names, min_size=least, max_size=1 if whole else 4, unique=True)

    own = "category" in held and "group" not in held
    pictures: SearchStrategy[list[Media]] = _none()
    if "image media" in held:
        image = st.builds(Media, st.just("image"), urls(), sampled(("",), PLAIN))
        images = st.lists(image, max_size=2, unique_by=lambda each: each.url)
        videos = _some(
            st.builds(Media, st.just("video"), urls()), 1 if "video media" in held else 0
        )
        pictures = st.tuples(images, videos).map(lambda both: both[0] + both[1])

    drawn: dict[str, SearchStrategy[Any]] = {
        "title": sampled(PLAIN),
        "authors": authors,
        "category": st.none() | sampled(("cs.CL", "cs.LG")) if own else st.just(category),
        "media": pictures,
        "sections": _sections_in(dialect),
        "fields": _fields_in(dialect),
    }
    others = of_types({*drawn, "url", "links"})
    for name, each in others.items():
        if name in held or f"paper {name}" in held:
            drawn[name] = each.filter(_is_there) if name in asked else each
    return st.builds(
        lambda linked, **rest: Paper(url=linked[0], links=linked[1], **rest),
        linked=linked,
        **drawn,
    )


def _sections_in(dialect: Dialect) -> SearchStrategy[list[Section]]:
    words = (prose() | section_texts()).map(str.strip)
    if dialect.cells or is_made(dialect):
        words = sampled(PLAIN)
    if fixed := [label for rule in dialect.rules for label in rule.labels]:
        labels = st.sets(st.sampled_from(fixed)).map(
            lambda s: [each for each in fixed if each in s]
        )
        texts = st.lists(words, min_size=len(fixed), max_size=len(fixed))
        return st.builds(
            lambda *both: [Section(*each) for each in zip(*both, strict=False)], labels, texts
        )
    for cell in dialect.cells:
        if cell.kind == "section" and not cell.rules:
            return _some(st.builds(Section, st.just(cell.label), words), 1)
        if cell.kind == "section":
            first = st.builds(Section, st.just(cell.label), words)
            more = _some(st.builds(Section, st.none() | sampled(LABELS), words), 3)
            return st.builds(lambda one, others: [one, *others], first, more)
    if "section" not in holds(dialect):
        return _none()
    rules = [rule for rule in dialect.rules if rule.kind == "section" and rule.templates]
    if is_made(dialect):  # which knows no bounds between sections without a label
        rules = [rule for rule in rules if "{label}" in rule.templates[0]]
    drawn: list[SearchStrategy[str | None]] = [
        sampled(LABELS[:6]) if "{label}" in rule.templates[0] else st.just(rule.label)
        for rule in rules
    ]
    return _some(st.builds(Section, st.one_of(drawn), words), 4)


def _fields_in(dialect: Dialect) -> SearchStrategy[list[Field]]:
    for cell in dialect.cells:
        if cell.kind == "field" and cell.label:
            return _some(st.builds(Field, st.just(cell.label), sampled(("9", "A workshop"))), 1)
    if "field" not in holds(dialect):
        return _none()
    label = sampled(("Relevance", "Novelty"))
    found = st.builds(Field, label, sampled(("9", "10", "3.5")))
    return st.lists(found, max_size=2, unique_by=lambda field: field.label)


def _links_in(dialect: Dialect) -> SearchStrategy[list[Link]]:
    if "link" not in holds(dialect):
        return _none()
    label = sampled(("Code", "Tweet", "HuggingFace", "Paper 2", "link"))
    found = st.builds(Link, label, sampled(OTHER_URLS))
    return st.lists(found, max_size=2, unique_by=lambda link: link.url)


@lru_cache(maxsize=64)
def digests_in(dialect: Dialect, max_papers: int = 3) -> SearchStrategy[Digest]:
    """Draw digests that a dialect can plausibly express.

    Args:
        dialect: The dialect.
        max_papers: The most papers to draw, of each group.
    """
    held = holds(dialect)
    title: SearchStrategy[str | None] = st.none()
    first: SearchStrategy[date | None] = st.none()
    length: SearchStrategy[int | None] = st.none()
    if "digest" in held:
        title = sampled(DIGEST_TITLES.get(dialect.name, ("Reading List",)))
        if "digest range" in held:
            length = st.integers(0, 30)
        if "digest range" in held or "digest date" in held:
            first = st.dates(date(1990, 1, 1), date(2050, 1, 1))
    groups = [papers_in(dialect)]
    if "group" in held:
        groups = [papers_in(dialect, each) for each in ("cs.CL", "Detection")]
    return st.builds(
        lambda title, first, days, *items: Digest(
            title,
            first,
            first + timedelta(days) if first and days is not None else None,
            [paper for group in items for paper in group],
        ),
        title,
        first,
        length,
        *(st.lists(each, max_size=max_papers) for each in groups),
    )
