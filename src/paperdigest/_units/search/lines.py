"""The lines of a text, and how each one begins."""

import re
from functools import lru_cache
from typing import NamedTuple

from paperdigest._units.patterns.before import BEFORE, NUMBER
from paperdigest._units.patterns.shapes import BLOCK

#: A line: marks of quotes, white space, the mark of a heading, an item or a row, signs and numbers,
#: and how its words begin.
_LINE = re.compile(
    r"(?P<quote>(?:>[ ]?)*+)(?P<indent>[ \t]*+)"
    r"(?P<mark>\#{1,6}(?=[ \t]|[^\s#0-9a-z!])|[-*+•](?=[ \t])|[0-9]{1,4}[.)](?=[ \t])|\||"
    rf"(?:</?{BLOCK}(?=[ \t/>])[^>\n]*+>[ \t]*+)++)?+[ \t]*+"
    rf"(?P<before>{BEFORE}(?P<number>{NUMBER}){BEFORE})"
    r"(?P<lead>\[!(?=[a-zA-Z]{2,12}\])|!!!(?=[ \t])|\?\?\?\+?(?=[ \t])|\*\*\[|__\[|\*\*|__|\[!\[|\[\[|\[|[*_]|[\"“«《【]|<[a-z]+|!\[|\(|`|[0-9]|.|$)",
    re.MULTILINE,
)


#: A cell in the head of a table in HTML.
_HEAD_CELL = re.compile(r"<th[ >]")

#: The marks of list items.
ITEMS = frozenset("-*+•1")


#: The tags of blocks whose text may start in the next line.
_OPENING = frozenset({"<li>", "<dt>", "<p>", "<div>", "<article>", "<summary>"})


#: What only reStructuredText has: a directive, a target, a role, a link in backticks.
_RESTRUCTURED = re.compile(
    r"^[ ]*\.\.[ ](?:[\w-]+::|_[^:\n]+:[ \n])|`[^`\n<]+<[^>\s]+>`__?(?!\w)|(?<!\w):[a-z]+:`[^`\n]+`",
    re.MULTILINE,
)
#: What only markdown has: a link, a heading, a fence.
_MARKDOWN = re.compile(r"\]\((?=[^)\s])|^\#{1,6}[ ][^\n]|^(?:```|~~~)", re.MULTILINE)
#: In how many characters signs of reStructuredText are counted, and the fewest that must be there.
_LOOKED_AT, _OFTEN = 40_000, 2

#: What makes a heading of the line above it (CommonMark 0.31, section 4.3).
_UNDERLINE = re.compile(r"(?:=+|-{3,})[ \t]*$", re.MULTILINE)
#: A heading that is a link of two words or more, such as a title, not a row of links of a paper.
_LINKED = re.compile(r"\[[^\[\]\n]*[^\s\[\]][ ]++[^\[\]\n]*+\]\([^()\s]*+\)[ \t]*+")


@lru_cache(maxsize=64)
def _level(mark: str) -> int:
    if mark.startswith("#"):
        return len(mark)
    if mark.startswith("<h") and mark[2:3].isdigit():
        return int(mark[2])
    return {"=": 1, "--": 2}.get(mark, 0)


#: What ends a line and leaves a blank line below it.
_BREAKS = ("<br><br>", "<br/><br/>", "<br /><br />")


class Key(NamedTuple):
    """What lines that begin alike have in common.

    Attributes:
        quote: How many marks of quotes they have.
        indent: How deep items are indented, in steps of two spaces; for other lines, 1 if they are.
        mark: What marks them: ``-`` for any item; a numbered heading has ``1`` after its mark.
        lead: How their words begin.
    """

    quote: int
    indent: int
    mark: str
    lead: str

    @property
    def marks(self) -> tuple[int, int, str]:
        """All except how the words begin."""
        return self[:3]


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        number: Its number, counting blank lines.
        start: Where it starts.
        words: Where its words start, after its mark.
        end: Where it ends.
        quote: How many marks of quotes it has.
        indent: How far it is indented.
        mark: What marks it: ``#`` to ``######``, ``-``, ``*``, ``+``, ``1``, ``|``, a tag, or
            nothing.
        lead: How its words begin: ``[``, ``**``, ``w`` for a word, and so on.
        alone: Whether no text is right above it.
        numbered: Whether a number is before its words.
    """

    number: int
    start: int
    words: int
    end: int
    quote: int
    indent: int
    mark: str
    lead: str
    alone: bool
    numbered: bool

    @property
    def level(self) -> int:
        """The level of a heading, 0 if it is not one."""
        return _level(self.mark)

    @property
    def key(self) -> Key:
        """What it has in common with lines that begin alike."""
        item = self.mark in ITEMS
        indent = self.indent // 2 if item else min(self.indent, 1)
        mark = "-" if item else self.mark
        if self.numbered and mark.startswith(("#", "=", "--")):
            mark += "1"
        return Key(self.quote, indent, mark, self.lead)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank.

    Args:
        text: The text with plain line endings, with blanks in place of code and comments.
    """
    found: list[Line] = []
    at = 1 if text.startswith("\ufeff") else 0
    number, alone = 0, True
    size = len(text)
    while at < size:
        end = text.find("\n", at)
        if end < 0:
            end = size
        below = text[end + 1 : end + 2]
        line = line_at(text, at, end, number, alone=alone)
        if line is not None:
            if found and _opens(found[-1], line):
                line = line._replace(start=found[-1].start, mark=found.pop().mark)
            mark = line.mark
            found.append(line)
            if (
                below
                and below in "=-"
                and not mark
                and alone
                and ("://" not in text[at:end] or _LINKED.fullmatch(text, at, end))
                and (under := _UNDERLINE.match(text, end + 1))
            ):
                found[-1] = found[-1]._replace(mark="=" if below == "=" else "--")
                at, number, alone = under.end() + 1, number + 2, True
                continue
            alone = text.endswith(_BREAKS, at, end)
        else:
            # A line of signs or images alone is left out, but does not count as a blank one.
            alone = at == end or text[at:end].isspace()
        at, number = end + 1, number + 1
    return found


def _opens(tag: Line, line: Line) -> bool:
    """Return whether a tag alone in a line is the mark of the words in the next line."""
    return not tag.lead and tag.mark in _OPENING and tag.number + 1 == line.number and not line.mark


def line_at(text: str, at: int, end: int, number: int, *, alone: bool) -> Line | None:
    """Return the line at a place, or ``None`` if it has neither words nor a mark.

    Args:
        text: The text with plain line endings.
        at: Where the line starts.
        end: Where it ends.
        number: Its number.
        alone: Whether no text is right above it.
    """
    line = _LINE.match(text, at)
    assert line is not None  # the lead may be any character or none
    quote, indent, tag, before, lead = line.group("quote", "indent", "mark", "number", "lead")
    mark = tag or ""
    if not (lead or mark):
        return None
    if mark:
        first = mark[0]
        if first.isdigit():
            mark = "1"
        elif first == "<":
            mark = "<th>" if _HEAD_CELL.search(mark) else mark.split(">")[0].split()[0] + ">"
    if lead.isdecimal():
        lead = "0"
    elif len(lead) == 1 and (lead.isalnum() or ord(lead) > 0x7F) and lead not in "“«《【":
        lead = "w"
    quotes, width = quote.count(">"), _width(indent)
    return Line(number, at, line.start("lead"), end, quotes, width, mark, lead, alone, bool(before))


def _width(indent: str) -> int:
    return len(indent.expandtabs(4)) if "\t" in indent else len(indent)


def is_restructured(text: str) -> bool:
    """Return whether a text is written in reStructuredText, not in markdown."""
    if "::" not in text and ">`_" not in text and ":`" not in text:
        return False
    signs = sum(1 for _ in _RESTRUCTURED.finditer(text, 0, _LOOKED_AT))
    return signs >= _OFTEN and signs > sum(1 for _ in _MARKDOWN.finditer(text, 0, _LOOKED_AT))
