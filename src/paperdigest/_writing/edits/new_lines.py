"""Where new text goes in a paper: below a whole line, or into its column of an HTML table."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import ITEMS, VALUES
from paperdigest._model.source import end_of_line
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece
from paperdigest._writing.edits.html_rows import added_in_row, is_html_row
from paperdigest._writing.edits.located import Edit, LocatedPaper
from paperdigest._writing.forms.labelled import LabelledLine

#: The tags of elements that hold words, not lines of their own.
_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>a|b|dt|em|h[1-6]|i|p|small|span|strong|su[bp]|summary|u)\b[^<>]*+>",
    re.IGNORECASE,
)
#: How a line begins that does not go on from a paragraph: an item, a heading or an element.
_INTERRUPTS = re.compile(r"[ \t>]*+(?:[-*+•][ ]|[0-9]{1,9}[.)][ ]|[#<])")
#: A break at the end of a line (CommonMark 0.31, section 6.7).
_LINE_BREAK = re.compile(r"[ \t]*+\\\Z|[ ]{2,}+\Z")
#: The end of an element, such as a cell or an item, that only others of its kind may follow.
_ENDS_PART = re.compile(r"</(?:li|td|th|tr|dt|dd)[ \t]*>[ \t]*\Z", re.IGNORECASE)
#: The most characters of such an end, with the white space after it.
_LONGEST = 40


class Place(NamedTuple):
    """Where new pieces go.

    Attributes:
        at: The offset.
        before: What is written before the first of them.
        after: What is written after the last one.
    """

    at: int
    before: str
    after: str = ""


def insertion(located: LocatedPaper, new: Paper, rule: Rule, written: str) -> Edit | None:
    """Return the edit that adds a piece where the dialect has it, or ``None`` if no place does.

    Args:
        located: The paper.
        new: The edited paper.
        rule: The rule of the piece.
        written: Its text.
    """
    if is_html_row(located):
        return next(added_in_row(located, rule.kind, [("", written)]), None)
    place = place_among(located, new, rule)
    return place and (place.at, place.at, f"{place.before}{written}{place.after}")


def place_among(located: LocatedPaper, new: Paper, rule: Rule) -> Place | None:
    """Return where the dialect puts a piece, or ``None`` if it has no place.

    A line with a label that would be right before others of its form becomes the first of them.
    """
    at = _place_for(located, rule)
    style = located.style
    if at is None or (not rule.inline and style.is_foreign(rule)):
        return None
    lines = list(_labelled(located)) if style.is_line(rule) else []
    filled = len(located.text[:at].rstrip())
    above = [index for index, line in enumerate(lines) if line.start < filled <= line.end]
    if above:
        between = _apart(located, rule, lines[: above[0] + 1][-2:])
        if spaces := located.text[filled:at]:  # a line break, which the line above keeps
            return Place(at, between.lstrip(" \t"), spaces)
        return Place(at, between)
    start = len(located.text) - len(located.text[at:].lstrip())
    for index, line in enumerate(lines):
        begins = at < line.start <= start < line.end and located.text[line.start - 1] in "\r\n"
        if begins and _stays(located, new, line):
            return Place(line.start, "", _apart(located, rule, lines[index : index + 2]))
    # It relies on no tag before it, since that may go.
    before = style.apart(rule, "", again=False)
    return _set_off(located, rule, at, before) if is_made(located.dialect) else Place(at, before)


def _set_off(located: LocatedPaper, rule: Rule, at: int, before: str) -> Place:
    """Return the place of a line in a text whose rules were found, apart from the lines around it.

    A line with a blank line above it goes below the values in the paragraph that it would part, and
    gets a blank line below if other text is there. If the lines of the paragraph are broken, it is
    one more of them. A line below a quote would go on from it.
    """
    text, line_end = located.text, located.style.line_end
    if rule.inline:
        return Place(at, before)
    if before == line_end:
        start = next(located.style.starts_of(rule), "")
        quoted = _quotes(text[:at].rpartition(line_end)[2]) > _quotes(start)
        return Place(at, before * 2 if quoted and not _INTERRUPTS.match(start) else before)
    for piece in located.after_head:
        value = piece.entry.kind not in ("section", "markup", "divider")
        below = at < piece.start <= end_of_line(text, at + len(line_end))
        if value and below and _goes_on(text, at, line_end):
            at = end_of_line(text, piece.end)
    if not _goes_on(text, at, line_end):
        return Place(at, before)
    broken = _LINE_BREAK.search(text[:at].rpartition(line_end)[2])
    return Place(at, line_end, broken[0]) if broken else Place(at, before, line_end)


def _goes_on(text: str, at: int, line_end: str) -> bool:
    """Return whether a paragraph goes on in the line below the end of a line."""
    below = at + len(line_end)
    end = end_of_line(text, below)
    return bool(text[below:end].strip()) and not _INTERRUPTS.match(text, below, end)


def _quotes(line: str) -> int:
    """Return how many quotes a line is in."""
    return line[: len(line) - len(line.lstrip(" \t>"))].count(">")


def _apart(located: LocatedPaper, rule: Rule, lines: Sequence[Piece]) -> str:
    """Return what is between two lines with labels, as such lines of the paper have it."""
    start = lines[-1].start
    filled = len(located.text[:start].rstrip())
    if lines[0].start < filled <= lines[0].end:
        return located.text[filled:start]
    return located.style.apart(rule, "", again=True)


def variants(located: LocatedPaper) -> Iterator[LocatedPaper]:
    """Yield a paper with each way in which lines may be added to it, the one most alike first."""
    yield located
    unmarked = located.habits.unmarked()
    if unmarked is not None:
        yield LocatedPaper(located.origin, unmarked, located.paper)


def _labelled(located: LocatedPaper) -> Iterator[Piece]:
    """Yield the lines with labels of a paper."""
    return filter(LabelledLine.of, located.after_head)


def _stays(located: LocatedPaper, new: Paper, piece: Piece) -> bool:
    """Return whether no edit takes a line out or moves it."""
    if piece.start in [main.start for main in located.pieces("url")]:
        return new.url is not None
    attribute = VALUES.get(piece.entry.kind)
    if attribute is not None:
        return bool(getattr(new, attribute.name) != attribute.empty)
    name = ITEMS[piece.entry.kind].name
    return bool(getattr(new, name) == getattr(located.paper, name))


def _place_for(located: LocatedPaper, rule: Rule) -> int | None:
    """Return where the dialect puts a piece: after the last piece that comes before it.

    A piece that is a line goes below the line that this one is in, with all that belongs to it.

    Returns:
        ``None`` if HTML allows no line there.
    """
    rules = located.dialect._compiled.in_order
    place = rules.index(rule)
    at = located.head.end
    pieces = located.after_head
    alike = [piece for piece in pieces if piece.entry.kind == rule.kind]
    if located.style.is_line(rule):
        # It looks like other lines of its kind, whichever rule has the template.
        place = [each.kind for each in rules].index(rule.kind)
        lines = [rules.index(each.entry.rule) for each in alike if not each.entry.rule.inline]
        place = max([place, *(index + 1 for index in lines)])
    if rule.inline and is_made(located.dialect):
        # It goes on from the head, not from a line below.
        pieces = list(takewhile(lambda piece: piece.entry.rule.inline, pieces))
    for piece in pieces:
        if piece.entry.kind != "divider" and rules.index(piece.entry.rule) < place:
            at = piece.end
    if rule.inline:
        return at
    text = located.text
    at = end_of_line(text, len(text[:at].rstrip()))
    for piece in pieces:
        # A value that starts at the end of a line depends on that line.
        start = piece.start + (piece.entry.kind == "markup")
        if start <= at < piece.end:
            at = end_of_line(text, piece.end)
    at = end_of_line(text, _past_elements(text, located.head.start, at))
    if not text[at:].strip():
        at = end_of_line(text, len(text.rstrip()))
    return None if _ENDS_PART.search(text, max(at - _LONGEST, 0), at) else at


def in_style(located: LocatedPaper, rules: Sequence[Rule]) -> Sequence[Rule]:
    """Return rules of one kind, first those that write as the text does.

    What the paper has already shows whether a new piece goes on the same line. Where rules were
    found in a text, those that no paper of it follows come last.
    """
    alike = [found[0].rule for found in located.found if found[0].kind == rules[0].kind]
    inline = alike[-1].inline if alike else False
    made, style = is_made(located.dialect), located.style
    return sorted(
        rules,
        key=lambda rule: (made and style.form_seen(rule) is None, rule.inline is not inline),
    )


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
