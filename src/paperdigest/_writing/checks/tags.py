"""HTML tags that an edit would separate from each other, and papers in the wrong element."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.elements import Tag, paired, tags
from paperdigest._parsing.scanner import Block, blocks
from paperdigest._writing.checks.compare import Difference, Loss

#: The name of the element that a block starts with.
_FIRST = re.compile(r"\s*+<([A-Za-z][A-Za-z0-9]*+)")
_INSTEAD = "make this edit in the text itself"

#: The elements around a place, by those around each and its name; 0 where there is none.
_Known = dict[tuple[int, str], int]


class _Place(NamedTuple):
    """Where a paper or the heading of a group is.

    Attributes:
        block: The block.
        first: The name of the element that it starts with, or an empty text.
        around: Stands for the elements around it.
        inside: The name of the innermost of these, or an empty text.
    """

    block: Block
    first: str
    around: int
    inside: str


def parted_tags(old: str, new: str) -> Iterator[Loss]:
    """Yield the tags that are paired in a text, but would not be after an edit.

    Values do not show whether an element is closed, so reading back cannot tell.

    Args:
        old: The text.
        new: The text after the edit.
    """
    if "</" not in old:
        return
    closed = _closed(old)
    for tag in sorted(_alone(new)):
        if tag.name in closed:
            slash, other = ("/", "") if tag.closes else ("", "/")
            reason = f"{_line(old, new, tag)}would be left without its <{other}{tag.name}>"
            wanted = f"<{slash}{tag.name}>"
            yield None, Difference("papers", None, wanted, reason=f"{reason}; {_INSTEAD}")


def misplaced(dialect: Dialect, old: str, new: str, papers: Sequence[Paper]) -> Iterator[Loss]:
    """Yield the papers and headings that would be in an element where none like them was.

    Args:
        dialect: The dialect of the text.
        old: The text.
        new: The text after the edit.
        papers: The papers that are to be in it.
    """
    closed = _closed(old) if "</" in old else ()
    if not closed:
        return
    known: _Known = {}
    usual = {(place.first, place.around) for place in _places(dialect, old, closed, known)}
    found = list(_places(dialect, new, closed, known))
    if not usual or sum(place.block.kind == "paper" for place in found) != len(papers):
        return
    at = 0
    for block, first, around, inside in found:
        is_usual = (first, around) in usual
        if block.kind == "paper":
            if not is_usual:
                where = f"inside <{inside}>" if inside else "outside of all elements"
                reason = f"would be {where}, unlike the papers of the text; {_INSTEAD}"
                yield None, Difference("papers", at, papers[at].title, reason=reason)
            at += 1
        elif around and not is_usual and at < len(papers):
            reason = (
                f"needs a heading, which cannot be inside <{inside}>; end that element above the "
                "paper in the text itself, or leave the category out"
            )
            yield at, Difference("category", None, papers[at].category, reason=reason)


def _alone(text: str) -> Iterator[Tag]:
    """Yield the tags of a text that have no other one."""
    for opening, closing in paired(tags(normalize(text))):
        if opening is None or closing is None:
            yield from (tag for tag in (opening, closing) if tag is not None)


def _closed(text: str) -> AbstractSet[str]:
    """Return the names of the elements that a text always closes."""
    pairs = list(paired(tags(normalize(text))))
    single = {tag.name for pair in pairs if None in pair for tag in pair if tag is not None}
    return {tag.name for tag, other in pairs if tag is not None and other is not None} - single


def _line(old: str, new: str, tag: Tag) -> str:
    """Return the line where the text before an edit has a tag; nothing if edits are around it."""
    start = tag.start
    if not old.startswith(new[: tag.end]):
        start += len(old) - len(new)
        if not old.endswith(new[tag.start :]):
            return ""
    return f"in line {normalize(old).count(chr(10), 0, start) + 1} "


def _places(
    dialect: Dialect, text: str, closed: AbstractSet[str], known: _Known
) -> Iterator[_Place]:
    """Yield the places of the papers and of the headings of groups in a text.

    Args:
        dialect: The dialect of the text.
        text: The text.
        closed: The names of the elements that count.
        known: The elements around places so far.
    """
    normalized = normalize(text)
    found = [tag for tag in tags(normalized) if tag.name in closed]
    opened = [(0, "")]
    seen = 0
    for block in blocks(dialect, normalized):
        while seen < len(found) and found[seen].start < block.start:
            tag = found[seen]
            if tag.closes:
                opened.pop()
            else:
                inner = opened[-1][0], tag.name
                opened.append((known.setdefault(inner, len(known) + 1), tag.name))
            seen += 1
        if block.kind in ("paper", "group"):
            first = _FIRST.match(normalized, block.start)
            yield _Place(block, first[1].lower() if first else "", *opened[-1])
