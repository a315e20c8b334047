"""Texts of a dialect, as people write them and damaged."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import BLOCKS, Kind
from paperdigest._strategies.shapes import ODD
from paperdigest._strategies.words import (
    DIGEST_TITLES,
    HOSTILE,
    LABELS,
    ODD_LABELS,
    RANGES,
    author_lines,
    date_spellings,
    prose,
    sampled,
    section_texts,
    titles,
    urls,
)

NAME_IN_TEMPLATE = re.compile(r"\{(\w+)(\??)\}")

_PARTS: Mapping[str, SearchStrategy[str]] = {
    "title": titles(),
    "url": urls(),
    "date": date_spellings(),
    "range": sampled(RANGES, ("June 31 - July 40", "June")),
    "year": sampled(("2024", "2026", "0000")),
    "votes": sampled(("0", "1", "34", "007", "-", "many", "9" * 30, "１")),
    "authors": author_lines(),
    "category": sampled(("cs.CL", "Object Detection", "math.AG", "그룹", "a b")),
    "label": sampled(LABELS),
    "odd": sampled(ODD_LABELS),
    "text": section_texts(),
    "value": prose() | sampled(("9", "8/10", "-1", "")),
    "alt": prose() | sampled(("", "a ] b", "[a]")),
    "n": sampled(("0", "1", "2", "10")),
    "id": sampled(("2408.12637", "1706.03762v7", "2606.00001", "")),
    "copy": sampled(("2408.12637", "1706.03762v7", "")),
    "published": sampled(("2026-06-28", "2016-08-25", "")),
}


def _fill(draw: DrawFn, template: str, dialect: Dialect) -> str:
    """Fill a template with plausible values."""
    pieces: list[str] = []
    at = 0
    for found in NAME_IN_TEMPLATE.finditer(template):
        pieces.append(template[at : found.start()])
        at = found.end()
        cell = next((cell for cell in dialect.cells if cell.name == found[1]), None)
        if found[2] and draw(st.booleans()):
            continue
        if found[1] == "title" and "{date}" in template and dialect.name in DIGEST_TITLES:
            pieces.append(draw(sampled(DIGEST_TITLES[dialect.name])))
        elif found[1] in _PARTS:
            part = draw(_PARTS[found[1]])
            # A row with a line ending is not a row; that is damage of its own.
            pieces.append(part.replace("\n", " ") if dialect.cells else part)
        elif cell is not None:
            pieces.append(_fill_cell(draw, cell, dialect))
        else:
            pieces.append(draw(_PARTS["value"]))
    return "".join(pieces) + template[at:]


def _fill_cell(draw: DrawFn, cell: Cell, dialect: Dialect) -> str:
    """Fill a cell of a row with text and with what its own rules write."""
    items = [draw(prose())] if cell.kind is not None else []
    templates = [template for rule in cell.rules for template in rule.templates]
    if templates:
        for template in draw(st.lists(st.sampled_from(tuple(templates)), max_size=3)):
            items.append(_fill(draw, template, dialect).replace("\n", " "))
    return (cell.join or " ").join(items)


def _templates(rules: Iterable[Rule], *kinds: str) -> list[str]:
    """Return all that rules of some kinds write, with their labels in place."""
    found: list[str] = []
    for rule in rules:
        if rule.kind in kinds:
            wholes = [*rule.templates, *([rule.fix] if rule.fix else [])]
            labels = rule.labels or ("{label}",)
            found += [whole.replace("{label}", label) for whole in wholes for label in labels]
    return found


@lru_cache(maxsize=64)
def _shapes(dialect: Dialect, place: str, *kinds: str) -> tuple[str, ...]:
    odd = [*ODD[""].get(place, ()), *ODD.get(dialect.name, {}).get(place, ())]
    sound = _templates(dialect.rules, *kinds)
    # Twice, as there are more odd shapes than sound ones, and fewer in the wild.
    return (*sound, *sound, *odd)


@st.composite
def plausible_texts(draw: DrawFn, dialect: Dialect, max_papers: int = 4) -> str:
    """Draw texts such as somebody wrote in a dialect, with their oddities.

    Args:
        draw: The function that Hypothesis passes.
        dialect: The dialect.
        max_papers: The most papers to draw, for each heading.
    """
    blocks: list[str] = []

    def put(shapes: Sequence[str], least: int, most: int) -> None:
        if shapes:
            for shape in draw(st.lists(st.sampled_from(shapes), min_size=least, max_size=most)):
                blocks.append(_fill(draw, shape, dialect))

    heads = _shapes(dialect, "digest", "digest")
    lines = _shapes(dialect, "line", *(kind for kind in get_args(Kind) if kind not in BLOCKS))
    put(_shapes(dialect, "before"), 0, 2)
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 0)))):
        put(heads, 1, 1)
        for _ in range(draw(st.integers(0, max_papers))):
            put(_shapes(dialect, "group", "group", "skip"), 0, 1)
            put(_shapes(dialect, "paper", "paper"), 1, 1)
            if not dialect.cells:
                put(lines, 0, 6)
    put(_shapes(dialect, "after", "end"), 0, 2)
    gap = "\n" if dialect.cells else draw(st.sampled_from(("\n", "\n\n", "\n\n\n")))
    text = gap.join(blocks) + draw(st.sampled_from(("\n", "", "\n\n")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))))


@st.composite
def damaged(draw: DrawFn, sound: str | SearchStrategy[str], most: int = 1) -> str:
    """Draw damaged texts: something is inserted, dropped, replaced, truncated or repeated.

    Args:
        draw: The function that Hypothesis passes.
        sound: A strategy for texts.
        most: The largest number of things that are wrong.
    """
    text = sound if isinstance(sound, str) else draw(sound)
    for _ in range(draw(st.integers(1, most))):
        text = _damage(draw, text)
    return text


_DAMAGES = (
    "insert", "emphasis", "delete", "replace", "cut", "behead", "repeat", "end", "ends"
)  # fmt: skip
#: Marks with a space on the inside.
_LOOSE = ("** ", " **", "* ", " *", "_ ", " _", "<b> ", " </b>", "[ ", " ](u)")


def _damage(draw: DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    what = draw(st.sampled_from(_DAMAGES))
    match what:
        case "insert":
            return text[:at] + draw(st.characters() | sampled(HOSTILE)) + text[at:]
        case "emphasis":
            return text[:at] + draw(st.sampled_from(_LOOSE)) + text[at:]
        case "delete":
            return text[:at] + text[at + 1 :]
        case "replace":
            return text[:at] + draw(st.characters() | sampled(HOSTILE)) + text[at + 1 :]
        case "cut":
            return text[:at]
        case "behead":
            return text[at:]
        case "repeat":
            start = text.rfind("\n", 0, at) + 1
            stop = text.find("\n", at) + 1 or len(text)
            return text[:stop] + text[start:stop] + text[stop:]
        case "end":
            stop = text.find("\n", at)
            end = draw(st.sampled_from(("\r\n", "\r", "\u2028", "\n\n", " ")))
            return text if stop < 0 else text[:stop] + end + text[stop + 1 :]
        case _:
            return text.replace("\n", draw(st.sampled_from(("\r\n", "\r", "\u2028", "\x85"))))


def texts_in(dialect: Dialect, max_papers: int = 4) -> SearchStrategy[str]:
    """Draw texts in a dialect, plausible ones and damaged ones.

    Args:
        dialect: The dialect.
        max_papers: The most papers to draw, for each heading.
    """
    plausible = plausible_texts(dialect, max_papers)
    return plausible | damaged(plausible, 4)
