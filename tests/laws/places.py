"""Laws of texts, of places: every parsed value has its range."""

from collections.abc import Iterator
from typing import Any

from paperdigest import (
    Dialect,
    DialectName,
    Digest,
    Paper,
    Range,
    locate,
    parse_digest,
    parse_digests,
    tokenize,
)
from paperdigest._grammar.schema import PAPER
from tests.laws.requiring import ITEMS, SINGLE, names_of, require

#: The kinds of the tokens of texts that are fields, since they give no value of their own.
_SPARE = [each.group for each in PAPER if each.spare_label]


def check_tokens_of_values(text: str, dialect: Dialect | DialectName | None) -> None:
    """Law 8, of tokens: every value that is in the text as it is has a token of its kind."""
    tokens: dict[str, set[str]] = {}
    for token in tokenize(text, dialect=dialect):
        # A title may break over lines; the break is one space in the value.
        words = " ".join(token.text.split()) if token.kind == "title" else token.text
        tokens.setdefault(token.kind, set()).add(words)
    for digest in parse_digests(text, dialect=dialect):
        for kind, value in _values_with_tokens(digest):
            words = " ".join(value.split()) if kind == "title" else value
            kinds = (kind, *_SPARE) if kind == "value" else (kind,)
            there = any(words in tokens.get(each, ()) for each in kinds)
            require(there, "a value has a token", kind, value)


def _values_with_tokens(digest: Digest) -> Iterator[tuple[str, str]]:
    """Yield the values that are in the text as they are, with the kind of their token."""
    if digest.title:
        yield "title", digest.title
    for paper in digest.papers:
        found = [("title", paper.title), ("url", paper.url), ("category", paper.category)]
        found += [("url", item.url) for item in paper.media]
        found += [("url", item.url) for item in paper.links]
        found += [("text", section.text) for section in paper.sections]
        found += [("value", field.value) for field in paper.fields]
        yield from ((kind, value) for kind, value in found if value)


def check_places(text: str, dialect: Dialect | DialectName | None) -> None:
    """Law 8: every value has a place in the text, and is there."""
    for digest in (parse_digest(text, dialect=dialect), *parse_digests(text, dialect=dialect)):
        name: Any
        for name in (None, *names_of(Digest)):
            check_range(text, locate(digest, name))
        for index, paper in enumerate(digest.papers):
            whole = locate(paper)
            require(whole is not None, "a paper has a place", paper)
            require(whole == locate(digest, "papers", index), "a paper has one place", paper)
            check_range(text, whole)
            _check_places_of_values(text, paper)


def _check_places_of_values(text: str, paper: Paper) -> None:
    name: Any
    for name in SINGLE:
        value, place = getattr(paper, name), locate(paper, name)
        check_range(text, place)
        # A title may be empty, and then has no place.
        require((place is None) == (value in (None, "")), "a value has a place", name, paper)
        if isinstance(value, str):
            _check_stands(text, value, place, name)
    for name in ITEMS:
        check_range(text, locate(paper, name))
        for at, item in enumerate(getattr(paper, name)):
            place = locate(paper, name, at)
            require(place is not None, "an item has a place", name, at, item)
            check_range(text, place)
    for section in paper.sections:
        # A label without a place stands for a column.
        _check_stands(text, section.label or "", locate(section, "label"), "label")
        _check_stands(text, section.text, locate(section, "text"), "text")


def _check_stands(text: str, value: str, place: Range | None, name: str) -> None:
    """Require that a value is at its place; in a title, a line break is one space."""
    check_range(text, place)
    if place is not None and value:
        there = text[place.start.offset : place.end.offset]
        same = there == value or (name == "title" and there.split() == value.split())
        require(same, "a value stands at its place", name, value, there)


def check_range(text: str, place: Range | None) -> None:
    """Law 8: a range is one, and lies in the text."""
    if place is not None:
        inside = 0 <= place.start.offset <= place.end.offset <= len(text)
        require(inside, "a range lies in the text", place.start, place.end)
