"""Links and fields that share a line with others: they come and go within it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Rule
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece
from paperdigest._writing.edits.located import Edit, LocatedPaper
from paperdigest._writing.pieces.cores import bare, bare_link, completed, core_of, joint_of, link_in
from paperdigest._writing.pieces.splice import Span, splice

#: What separates the items of a list, and maybe the first one from the title.
_OF_LIST = re.compile(r"[ \t]*(?:[|｜·•/,，;；、][ \t]*)?")


def beside(
    located: LocatedPaper,
    new: Paper,
    order: Sequence[int | None],
    written: Sequence[tuple[Rule, str]],
    groups: Sequence[Sequence[Piece]],
) -> list[Edit | Piece] | None:
    """Return the edits of a list whose items keep their places in lines, and the pieces that go.

    Args:
        located: The paper.
        new: The edited paper.
        order: For each item of the new list which old one it is.
        written: The text of each, with its rule.
        groups: The pieces of each old item.

    Returns:
        ``None`` if an item moves, or if a new one gets a line of its own.
    """
    staying = [index for index in order if index is not None]
    if not is_made(located.dialect):
        return None
    if staying != sorted(staying):
        return (
            [_moved(located.text, order, written, groups)] if len(staying) == len(order) else None
        )
    found: list[Edit | Piece] = []
    # A link may go on from the main one.
    mains = [] if new.url is None else located.pieces("url")
    links = written[0][0].kind == "link" if written else False
    after = next((each for each in mains[-1:] if links and each is not located.head), None)
    first = groups[staying[0]][0] if staying else None
    if first is not None and after is not None and after.start > first.start:
        after = None
    for index, (rule, text) in zip(order, written, strict=True):
        if index is not None:
            found.append(in_its_place(groups[index], text))
            after = groups[index][-1]
            continue
        anchor = after or first
        joint = None if anchor is None else _joint(located, anchor, rule, text)
        if anchor is None or joint is None:
            return None
        start, end = link_in(anchor) if links else core_of(anchor)
        core = bare_link(text) if links else bare(text)
        found.append((end, end, joint + core) if after else (start, start, core + joint))
    gone = sorted(set(range(len(groups))) - set(staying))
    return [*found, *(piece for index in gone for piece in groups[index])]


def joined(
    located: LocatedPaper, written: Sequence[tuple[Rule, str]]
) -> Sequence[tuple[Rule, str]]:
    """Return items that go on from a line with closed brackets, links in the same ones."""
    if not all(rule.inline for rule, _ in written):
        return written
    joint = located.style.joint
    if joint is None or not written or written[0][0].kind != "link":
        return [(rule, completed(text)) for rule, text in written]
    rule, first = written[0]
    links = [bare_link(text) for _, text in written]
    return [(rule, completed(first).replace(links[0], joint.join(links), 1))]


def _moved(
    text: str,
    order: Sequence[int | None],
    written: Sequence[tuple[Rule, str]],
    groups: Sequence[Sequence[Piece]],
) -> Edit:
    """Return the edit of a list whose items change places. What is around them does not move."""
    spans = [_core(group) for group in groups]
    items = [
        _text_of(groups[index], text)
        for index, (_, text) in zip(order, written, strict=True)
        if index is not None
    ]
    region = spans[0][0], spans[-1][1]
    return *region, splice(text, region, spans, order, separator="").join(items)


def in_its_place(pieces: Sequence[Piece], text: str) -> Edit:
    """Return the edit of an item that may have changed, which leaves what is around it."""
    return *_core(pieces), _text_of(pieces, text)


def _core(pieces: Sequence[Piece]) -> Span:
    """Return the place of an item without what is around it."""
    place = link_in if pieces[0].entry.kind == "link" else core_of
    return place(pieces[0])[0], place(pieces[-1])[1]


def _text_of(pieces: Sequence[Piece], text: str) -> str:
    """Return the text of an item of these pieces, which may have changed, without the same."""
    source, (first, last) = pieces[0].source, _core(pieces)
    before, after = source[pieces[0].start : first], source[last : pieces[-1].end]
    if text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)]
    return bare_link(text) if pieces[0].entry.kind == "link" else bare(text)


def _joint(located: LocatedPaper, anchor: Piece, rule: Rule, written: str) -> str | None:
    """Return what separates a new item from one that it is next to.

    Returns:
        ``None`` if it gets a line of its own.
    """
    pieces = located.after_head
    if rule.kind != "link":
        pairs = (pair for pair in pairwise(pieces) if anchor.start in [each.start for each in pair])
        return next(filter(None, (joint_of(*pair) for pair in pairs)), None)
    links = [piece for piece in pieces if piece.entry.kind == "link"]
    joints = (joint_of(*pair) for pair in pairwise(links))
    joint = next(filter(None, joints), None) or located.style.joint
    alike = located.text[link_in(anchor)[0]] == bare_link(written)[0] == "["
    if not rule.inline and not (joint and alike):
        return None
    lead = _OF_LIST.match(written)
    # The separator of the first link may be one between it and the title.
    said = lead[0] if lead and lead.end() == written.find(bare(written)) else ""
    return joint or said or ", "
