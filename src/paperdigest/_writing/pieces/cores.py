"""Pieces of a line without what is around them: separators, and brackets around several pieces.

In ``([arXiv](…), [code](…))``, one bracket is in the piece of the first link, and the other one in
that of the last. They belong to neither, so an edit of one link leaves them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from paperdigest._parsing.record import Piece
from paperdigest._writing.pieces.splice import Span

#: The signs that separate two pieces, for a class of a pattern.
SEPARATORS = r"\-–—·•|｜,，、;；:/"
_CLOSERS = {"(": ")", "[": "]", "（": "）", "【": "】"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
#: White space and what separates two pieces.
_BEFORE = re.compile(rf"[\s{SEPARATORS}]*+")
_AFTER = re.compile(rf"[ \t]*[{SEPARATORS}]*[ \t]*\Z")
_GAP = rf"[ \t]*+[{SEPARATORS}&]{{0,2}}[ \t]*+"
_JOINT = re.compile(rf"{_GAP}|\){_GAP}\(|）{_GAP}（")
_BRACKET = re.compile(r"[()\[\]（）【】]")
#: A bracket at an end of a piece, with the marks around it.
_OPENING = re.compile(r"[*_]{0,3}\\?([(\[（【])")
_CLOSING = re.compile(r"\\?([)\]）】])[*_]{0,3}\Z")
#: What a link begins with, from its sign on.
_LINK = re.compile(r"(?:[^\x00-\xff\s]\ufe0f?[ \t]?)?(?:[*_]{0,3}\\?[(\[（【!]|<a\b[^<>]*|<)+\Z")


def core_of(piece: Piece) -> Span:
    """Return the place of a piece without the separators and the brackets that are not its own."""
    values = [span for name, span in piece.spans.items() if not name.startswith("mark")]
    low = min((start for start, _ in values), default=piece.end)
    high = max((end for _, end in values), default=piece.end)
    start = piece.start
    if piece.entry.kind == "link":
        # Words before it, such as the label of the line, are those of all its links.
        link = _LINK.search(piece.source, start, low)
        start = start if link is None else link.start()
    return _within(piece.source, (start, piece.end), (low, high))


def bare(text: str) -> str:
    """Return the text of a new piece without separators and brackets that are not its own."""
    return text[slice(*_within(text, (0, len(text)), (len(text), 0)))]


def link_in(piece: Piece) -> Span:
    """Return the place of the link of a piece, without any round brackets around it."""
    return _unwrapped(piece.source, *core_of(piece))


def bare_link(text: str) -> str:
    """Return the text of a new link without separators and round brackets."""
    core = bare(text)
    return core[slice(*_unwrapped(core, 0, len(core)))]


def _unwrapped(text: str, start: int, end: int) -> Span:
    while end - start > 1 and text[start] in "(（" and are_pair(text[start], text[end - 1]):
        start, end = start + 1, end - 1
    return start, end


def joint_of(one: Piece, other: Piece) -> str | None:
    """Return what separates two pieces of one line, ``None`` if more than that is between them.

    Two links may have brackets of their own. Then a closing and an opening one are between them.
    """
    place = link_in if one.entry.kind == other.entry.kind == "link" else core_of
    text = one.source[place(one)[1] : place(other)[0]]
    return text if text and _JOINT.fullmatch(text) else None


def opens(sign: str) -> bool:
    """Return whether a sign is an opening bracket."""
    return sign in _CLOSERS


def closes(sign: str) -> bool:
    """Return whether a sign is a closing bracket."""
    return sign in _OPENERS


def are_pair(one: str, other: str) -> bool:
    """Return whether two signs are brackets around what is between them."""
    return _CLOSERS.get(one) == other


def completed(text: str) -> str:
    """Return the text of a new piece with the other bracket of each that is not its own.

    Example:
        >>> completed(", [code](https://example.org))")
        ' ([code](https://example.org))'
    """
    start, end = _within(text, (0, len(text)), (len(text), 0))
    single = [text[at] for at in unmatched(text, 0, len(text)) if not start <= at < end]
    if not single:
        return text
    opening = "".join(reversed([_OPENERS[sign] for sign in single if sign in _OPENERS]))
    closing = "".join(reversed([_CLOSERS[sign] for sign in single if sign in _CLOSERS]))
    if opening:
        return f" {opening}{text[start:]}"
    return text[:end] + closing


def unmatched(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets of the brackets in a part of a text that have no other one there."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text, start, end):
        at = found.start()
        if text[at] in _CLOSERS:
            opened.append(at)
        elif opened and text[opened[-1]] == _OPENERS[text[at]]:
            opened.pop()
        else:
            yield at
    yield from opened


def parted(old: str, old_values: Iterable[str], new: str, values: Iterable[str]) -> str:
    """Return a bracket that an edit leaves without its other one, or an empty text.

    Args:
        old: The text.
        old_values: Its values, whose own brackets do not count.
        new: The text after the edit.
        values: The values after the edit.
    """
    if any(_balance(old, old_values).values()):
        return ""
    return next((sign for sign, count in _balance(new, values).items() if count > 0), "")


def _balance(text: str, values: Iterable[str]) -> Counter[str]:
    """Return how many single brackets of each kind a text has besides those of its values."""
    found = Counter(text[at] for at in unmatched(text, 0, len(text)))
    for value in values:
        found.subtract(value[at] for at in unmatched(value, 0, len(value)))
    return found


def _within(text: str, span: Span, values: Span) -> Span:
    """Return a part of a text without separators and single brackets at its ends.

    Args:
        text: The text.
        span: The part.
        values: The place of the values in it, which stay.
    """
    start, end = span
    low, high = values
    alone = set(unmatched(text, start, end))
    while True:
        first = _BEFORE.match(text, start, end)
        start = min(first.end(), low) if first else start
        found = _OPENING.match(text, start, low)
        if found is None or found.start(1) not in alone:
            break
        start = found.end()
    while True:
        last = _AFTER.search(text, max(high, start), end)
        end = last.start() if last else end
        found = _CLOSING.search(text, max(high, start), end)
        if found is None or found.start(1) not in alone:
            break
        end = found.start()
    return start, end
