"""Where a new line goes in a paper: below a whole line, and never into an element of HTML."""

import re

from paperdigest._grammar.rules import Rule
from paperdigest._parsing.record import Piece
from paperdigest._writing.located import Edit, LocatedPaper

#: The rest of a line.
_REST = re.compile(r"[^\r\n]*+")
#: The tags of elements that hold words, not lines of their own.
_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>a|b|dt|em|h[1-6]|i|p|small|span|strong|su[bp]|summary|u)\b[^<>]*+>",
    re.IGNORECASE,
)
#: The end of an element, such as a cell or an item, that only others of its kind may follow.
_ENDS_PART = re.compile(r"</(?:li|td|th|tr|dt|dd)[ \t]*>[ \t]*\Z", re.IGNORECASE)
#: The most characters of such an end, with the white space after it.
_LONGEST = 40


def insertion(located: LocatedPaper, rule: Rule, written: str) -> Edit | None:
    """Return the edit that adds a piece where the dialect has it, or ``None`` if no place does.

    Args:
        located: The paper.
        rule: The rule of the piece.
        written: Its text.
    """
    at = place_for(located, rule)
    if at is None:
        return None
    # It relies on no tag before it, since that may go.
    return at, at, located.style.apart(rule, "", again=False) + written


def place_for(located: LocatedPaper, rule: Rule) -> int | None:
    """Return where the dialect puts a piece: after the last piece that comes before it.

    A piece that is a line goes below the line that this one is in, with all that belongs to it.

    Returns:
        ``None`` if HTML allows no line there.
    """
    rules = located.dialect._compiled.in_order
    place = rules.index(rule)
    at = located.head.end
    pieces = [Piece("", -1, found, located.text) for found in located.found]
    for piece in pieces:
        if piece.entry.kind != "divider" and rules.index(piece.entry.rule) < place:
            at = piece.end
    if rule.inline:
        return at
    text = located.text
    at = _line_end(text, len(text[:at].rstrip()))
    for piece in pieces:
        # A value that starts at the end of a line depends on that line.
        start = piece.start + (piece.entry.kind == "markup")
        if start <= at < piece.end:
            at = _line_end(text, piece.end)
    at = _line_end(text, _past_elements(text, located.head.start, at))
    if not text[at:].strip():
        at = len(text.rstrip())
    return None if _ENDS_PART.search(text, max(at - _LONGEST, 0), at) else at


def _line_end(text: str, at: int) -> int:
    """Return the end of the line that an offset is in."""
    rest = _REST.match(text, at)
    assert rest is not None
    return rest.end()


def _past_elements(text: str, start: int, at: int) -> int:
    """Return the end of the elements of words that an offset is in, or the offset.

    Args:
        text: The text.
        start: Where the paper starts, which may be in such an element.
        at: The offset.
    """
    opened: list[str] = []
    for tag in _TAG.finditer(text, start):
        closes, name = tag["close"], tag["name"].lower()
        below = not opened and tag.start() >= at
        if below and (not closes or text[at : tag.start()].strip()):
            break
        if not closes:
            opened.append(name)
        elif name in opened:
            # What was not closed in it ends with it.
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
        if closes and not opened:
            at = max(at, tag.end())
    return at
