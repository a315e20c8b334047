"""Edits of a paper: one for every attribute, of its items, and of their attributes."""

import datetime
import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from paperdigest import Dialect, Media, Paper, locate, tokenize
from paperdigest._grammar.schema import PAPER
from tests.laws import Edit, names_of
from tests.spans import Span, occurrences, span_of

#: What a value of a type becomes.
_NEW: dict[object, object] = {
    str: "Something New",
    int: 35,
    datetime.date: datetime.date(2020, 2, 29),
}

#: What an attribute becomes that takes no text of any kind.
_NAMED: dict[str, str] = {
    "category": "cs.XX",
    "label": "New",
    "text": "Some new words.",
    "url": "https://example.org/new",
    "value": "7",
}

_URL = "https://arxiv.org/abs/2412.00001"

#: What a title becomes, which may not look like one to the rules that were found in a text.
_TITLES = {"title": "Another Title", "short title": "Rivers", "title in parts": "Rivers, Please"}

#: The marks before a name, how many characters they have at most, and those behind it.
_OPENING = re.compile(r"(?:[*_\[]|<[a-z]+>)*\Z")
_LONGEST = 24
_CLOSING = re.compile(r"(?:[*_†‡§]|\]\([^()\s]*\)|</[a-z]+>)*")


def new_value(kind: Any, name: str = "") -> Any:
    """Return a value of a type, as an annotation of a class of values has it."""
    for each in (kind, *get_args(kind)):
        if attrs.has(each):
            hints = get_type_hints(each)
            return each(**{name: new_value(hints[name], name) for name in names_of(each)})
        if each in _NEW:
            return _NAMED.get(name, _NEW[each]) if each is str else _NEW[each]
    return get_args(kind)[0]  # the first of some literals


def edited(paper: Paper, name: str, value: object) -> Paper:
    """Return a paper with one attribute set, by its name."""
    changes: dict[str, Any] = {name: value}
    return attrs.evolve(paper, **changes)


def edits_of(text: str, paper: Paper, dialect: Dialect) -> Iterator[Edit]:
    """Yield an edit for every attribute of a paper, of its items, and of their attributes."""
    hints = get_type_hints(Paper)
    for attribute in PAPER:
        name = attribute.name
        if attribute.derived:
            continue
        kind = hints[name]
        if name == "title":
            for kind_of_title, title in _TITLES.items():
                yield Edit(kind_of_title, edited(paper, name, title), [span_of(paper, name)])
        elif name == "url":
            yield from _url_edits(text, paper)
        elif get_origin(kind) is not tuple:
            yield from _value_edits(text, paper, name, new_value(kind, name), dialect)
        elif get_args(kind)[0] is str:
            yield from _name_edits(text, paper, name, dialect)
        else:
            yield from _item_edits(text, paper, name, new_value(get_args(kind)[0]))
    yield from _section_edits(text, paper)


def _url_edits(text: str, paper: Paper) -> Iterator[Edit]:
    whole = span_of(paper)
    if paper.url is None:
        yield Edit("url added", edited(paper, "url", _URL), [whole])
        return
    # An identifier may be in a line of its own too, and the URL as a link's label.
    copies = [span_of(paper, "url"), *occurrences(text, paper.url, whole)]
    if paper.arxiv_id is not None:
        copies += occurrences(text, paper.arxiv_id, whole)
        copies += occurrences(text, f"{paper.arxiv_id}v2", whole)
    if paper.links and paper.links[0].url == paper.url:
        # The label of the main link is kept by a link of its own, which is not the main one now.
        copies.append(span_of(paper, "links"))
    yield Edit("url", edited(paper, "url", _URL), copies)
    yield Edit("url dropped", edited(paper, "url", None), [whole])


def _value_edits(
    text: str, paper: Paper, name: str, new: object, dialect: Dialect
) -> Iterator[Edit]:
    changed = edited(paper, name, new)
    if getattr(paper, name) is not None:
        # What is above a group of papers is put between them for one of another group.
        start, end = span_of(paper)
        beside = [(start, start), (end, end)] if span_of(paper, name)[1] < start else []
        alike = places_of(text, paper, name, dialect)
        yield Edit(name, changed, [span_of(paper, name), *alike, *beside])
        # A category over the paper and in it needs another heading, and loses its line.
        grouped = name == "category" and bool(dialect.rules_of("group"))
        gone = [span_of(paper)] if grouped else None
        if len(alike) > 1 and not grouped:
            gone = [_piece(text, paper, place) for place in alike]
        yield Edit(f"{name} dropped", edited(paper, name, None), gone)
    elif unread := places_of(text, paper, name, dialect):
        yield Edit(name, changed, unread)
    else:
        yield Edit(f"{name} added", changed)


def places_of(text: str, paper: Paper, kind: str, dialect: Dialect) -> list[Span]:
    """Return where tokens of a kind are in a paper, those that say the same as the last one.

    So a value is found that is none, as in `Vote: -`, and one that is twice.
    """
    start, end = span_of(paper)
    tokens = tokenize(text, dialect=dialect)
    found = [each for each in tokens if each.kind == kind and start <= each.start < end]
    return [(each.start, each.end) for each in found if each.text == found[-1].text]


def _piece(text: str, paper: Paper, place: Span) -> Span:
    """Return the span of a value with its marks: its lines, or what is between it and the title."""
    start, end = place
    title = span_of(paper, "title")
    below = text.find("\n", end)
    stop = below if below >= 0 else len(text)
    if not _is_in_head(text, paper, place):
        return len(text[: text.rfind("\n", 0, start) + 1].rstrip()), stop
    return (start, title[0]) if start < title[0] else (title[1], stop)


def _between_lines(text: str, within: Span) -> list[Span]:
    """Return the places at the ends of the lines of a part of a text."""
    ends = [at for at in range(*within) if text[at] == "\n"]
    return [(end, end) for end in (*ends, within[1])]


def _is_in_head(text: str, paper: Paper, place: Span) -> bool:
    """Return whether a place is in a line of the title."""
    first, last = sorted((place, span_of(paper, "title")))
    return "\n" not in text[first[1] : last[0]]


def _with_marks(text: str, start: int, end: int) -> Span:
    """Return the place of names with the marks around them, which come and go with a name."""
    before = _OPENING.search(text[max(start - _LONGEST, 0) : start])
    behind = _CLOSING.match(text, end)
    assert before is not None
    assert behind is not None
    return start - len(before[0]), behind.end()


def _name_edits(text: str, paper: Paper, attribute: str, dialect: Dialect) -> Iterator[Edit]:
    """Yield edits of a tuple of names, which are in one place, or in lines that say the same."""
    names: tuple[str, ...] = getattr(paper, attribute)
    if not names:
        yield Edit(f"{attribute} added", edited(paper, attribute, ["Ada Lovelace"]))
        return
    start, end = span_of(paper, attribute)
    if text[start - 1 : start] in ("'", '"'):  # a list literal, whose quotes may change
        start, end = text.rindex("[", 0, start), text.index("]", end) + 1
    else:
        start, end = _with_marks(text, start, end)
    alike = [at for at, _ in places_of(text, paper, attribute, dialect)]
    shifts = {0, *(at - alike[-1] for at in alike)}
    line = [(start + shift, end + shift) for shift in shifts]
    one = attribute.removesuffix("s")
    places = [_piece(text, paper, place) for place in line]
    gone = places if places[1:] else None
    for index in range(len(names)):
        place = span_of(paper, attribute, index)
        quoted = text[place[0] - 1] in "'\""
        rest = names[:index] + names[index + 1 :]
        renamed = (*names[:index], "Grace Hopper", *names[index + 1 :])
        yield Edit(
            one,
            edited(paper, attribute, renamed),
            [(place[0] - quoted + shift, place[1] + quoted + shift) for shift in shifts],
        )
        yield Edit(f"{one} dropped", edited(paper, attribute, rest), line if rest else gone)
    yield Edit(f"{one} added", edited(paper, attribute, (*names, "Grace Hopper")), line)
    # A head that cannot hold such a name leaves the names to a line below it.
    moved = _is_in_head(text, paper, line[0])
    yield Edit(
        f"{one} with comma",
        edited(paper, attribute, (*names, "Hopper, Grace")),
        [*line, *([_piece(text, paper, line[0])] if moved else ())],
        _between_lines(text, span_of(paper)) if moved else (),
    )
    yield Edit(f"{attribute} turned", edited(paper, attribute, names[::-1]), line)
    yield Edit(f"{attribute} dropped", edited(paper, attribute, ()), gone)


def _item_edits(text: str, paper: Paper, name: str, new: object) -> Iterator[Edit]:
    """Yield edits of a tuple: an item changed, dropped and added."""
    items: tuple[Any, ...] = getattr(paper, name)
    whole = span_of(paper)
    for index, item in enumerate(items):
        rest = (*items[:index], *items[index + 1 :])
        yield Edit(f"{name} dropped", edited(paper, name, rest))
        for attribute in names_of(type(item)):
            if attribute == "kind" or name == "sections":
                continue
            changed = attrs.evolve(item, **{attribute: getattr(new, attribute)})
            # One medium may be written twice, and a link may be the main one as well.
            old = getattr(item, attribute)
            holes = [
                span_of(paper, name, index),
                *(occurrences(text, old, whole) if old else ()),
            ]
            if isinstance(item, Media):  # an empty text occurs anywhere
                holes += occurrences(text, f"![{item.alt}]({item.url})", whole)
            if attribute == "label" and old and not occurrences(text, old, whole):
                # What has its label from its form needs another one, which may be in a line below.
                holes = [_piece(text, paper, holes[0])]
            video = isinstance(item, Media) and item.kind == "video" and attribute == "alt"
            yield Edit(
                f"{name} {attribute}{' of a video' if video else ''}",
                edited(paper, name, (*items[:index], changed, *items[index + 1 :])),
                holes,
            )
    yield Edit(f"{name} added", edited(paper, name, (*items, new)))
    if len(items) > 1:
        yield Edit(f"{name} turned", edited(paper, name, items[::-1]), [span_of(paper, name)])


def _section_edits(text: str, paper: Paper) -> Iterator[Edit]:
    for index, section in enumerate(paper.sections):
        at = span_of(paper, "sections", index)
        words = span_of(section, "text") if section.text else at
        lines = paper.replace_section(section, text="Other\nwords.")
        yield Edit("section text of two lines", lines, [words])
        yield Edit("section text", paper.replace_section(section, text="Other words."), [words])
        yield Edit("section text dropped", paper.replace_section(section, text=""), [at])
        before = [(at[0], words[0])]
        if _is_in_head(text, paper, at):  # where no label is, so the section goes below
            before.append(_piece(text, paper, at))
        if section.label is None:
            yield Edit("section label added", paper.replace_section(section, label="Other"), before)
        else:
            place = locate(section, "label")
            label = (place.start.offset, place.end.offset) if place else at
            yield Edit("section label", paper.replace_section(section, label="Other"), [label])
            yield Edit("section label dropped", paper.replace_section(section, label=None), before)
