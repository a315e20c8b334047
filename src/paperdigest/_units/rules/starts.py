"""What the lines with the titles of a unit start with: a mark of a heading or an item, a tag, or none."""

from typing import NamedTuple

from paperdigest._units.patterns.shapes import BLOCK
from paperdigest._units.search.html_rows import ROW, ROW_START
from paperdigest._units.search.unit import Unit

#: A lookahead for a number before a title.
_NUMBERED = (
    r"(?=\#[0-9]{1,4}[ \t:]|[^\w\n]{0,8}(?:[Pp]aper|No\.?|arXiv:|论文|논문|第)?[ \t#(\[]{0,3}"
    r"(?:[0-9]{1,4}(?:\.[0-9]{1,3})?(?:[.):：、\]篇]|[ \t][-–—|]|(?<=No[. ][0-9])[ ]|(?<=No[. ][0-9]{2})[ ])|[一二三四五六七八九十]{1,3}[、.．篇]|[\u2460-\u2473]))"
)
#: The levels of papers that are not headings, whose levels are 1 to 6: those of paragraphs and
#: elements of HTML, and of items, which may be below them.
_PARAGRAPH, ITEM = 7, 8


class Mark(NamedTuple):
    """How the lines of a unit begin.

    Attributes:
        mark: What marks them.
        pattern: Its pattern.
        level: The depth of a paper; 0 if its pattern holds that.
        written: How it is written; empty if no template can write such a paper.
    """

    mark: str
    pattern: str
    level: int
    written: str


def mark_of(unit: Unit) -> Mark:
    """Return the mark of a unit."""
    quote, indent, mark, _ = unit.key
    quotes = r"(?:>[ ]?)" + (f"{{{quote}}}" if quote > 1 else "") if quote else ""
    written = "> " * quote
    if mark.startswith("#"):
        return _heading(mark, quotes, written)
    if mark.startswith(("=", "--")):
        kind = mark.rstrip("1")
        return Mark(kind, quotes, 1 if kind == "=" else 2, "")
    if mark == "-":
        return _item(indent, quotes, written)
    if mark.startswith(ROW):
        return _html_row(mark)
    if mark.startswith("<"):
        return _tag(mark, quotes)
    return _paragraph(unit, quotes, written)


def _heading(mark: str, quotes: str, written: str) -> Mark:
    depth = mark.rstrip("1")
    numbered = mark[-1] == "1"
    pattern = rf"{quotes}[ ]{{0,3}}(?P<level>{depth})[ \t]++{_NUMBERED if numbered else ''}"
    return Mark(mark, pattern, 0, f"{written}{depth} {'{n}. ' if numbered else ''}")


def _item(indent: int, quotes: str, written: str) -> Mark:
    spaces = (
        r"[ ]?"
        if indent == 0
        else rf"(?:\t{{{max(1, indent // 2)}}}|[ ]{{{2 * indent},{2 * indent + 1}}})"
    )
    pattern = rf"{quotes}{spaces}(?:[-*+•]|[0-9]{{1,4}}[.)])[ \t]++"
    return Mark("-", pattern, ITEM, f"{written}{'  ' * indent}- ")


def _html_row(mark: str) -> Mark:
    cell = r"<td\b[^>\n]*+>"
    other = r"<t[dh]\b[^>\n]*+>(?:[^<]++|<(?!/?t[dhr]\b))*+</t[dh]>\s*+"
    before = f"(?:{other}){{{mark.removeprefix(ROW).strip('>')}}}"
    block = r"(?:<(?:p|div|center)\b[^>\n]*+>\s*+)?+"
    return Mark(mark, rf"{ROW_START}\s*+{before}{cell}\s*+{block}", _PARAGRAPH, "")


def _tag(mark: str, quotes: str) -> Mark:
    tag = mark.strip("<>")
    # The tag of the fold is in the line above its summary.
    fold = r"(?:[ \t]*+<details\b[^>\n]*+>[ \t]*+\n)?+" if tag == "summary" else ""
    pattern = rf"{quotes}{fold}[ \t]*+<{tag}\b[^>\n]*+>(?:[ \t]*+<{BLOCK}\b[^>\n]*+>)*+(?:[ \t]*+\n)?+[ \t]*+"
    # Only another paper shows which tags close one, so there is no template.
    return Mark(mark, pattern, _PARAGRAPH, "")


def _paragraph(unit: Unit, quotes: str, written: str) -> Mark:
    alone = unit.alone and unit.key.lead != "title:" and not quotes
    above = r"(?:(?<=\n\n)|(?<=\n \n)|(?<![^\ufeff]))" if alone else ""
    spaces = r"[ \t]*+" if unit.key.lead.startswith("<") else r"[ \t]{0,2}"
    no_other = r"(?![#>|+=~]|```|[-*][ \t]|[0-9]{1,4}[.)][ \t])"
    return Mark(unit.key.mark, f"{above}{quotes}{spaces}{no_other}", _PARAGRAPH, written)
