r"""Safe text for a terminal: without control characters, and wrapped.

A title from a stranger must not control the terminal, change the direction of other text, or
send commands to the host that runs a workflow. So these are escaped: control characters, direction
marks and overrides (Unicode Annex 9), line and paragraph separators, lone surrogates and invisible
characters. GitHub treats a line that begins with ``::`` as a command, and other hosts know ``##[``,
``##vso[`` and ``##teamcity[``; the first character of these is escaped too.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from paperdigest._display.text import Styled, printable
from paperdigest._text.excerpts import cluster_width

#: The first character of a workflow command.
COMMAND = re.compile(r"^[^\S\n]*:(?=:)|#(?=#(?:\[|vso\[|teamcity\[))", re.MULTILINE)


class Glyph(NamedTuple):
    """A character as a person sees it, with its style and its columns."""

    text: str
    style: str
    width: int


def without_commands(text: str) -> str:
    r"""Return lines that no workflow host takes as a command.

    Example:
        >>> print(without_commands("  ::error::x"))
          \x3a:error::x
    """
    return COMMAND.sub(_as_escape, text)


def _as_escape(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}\\x{ord(found[0][-1]):02x}"


def clusters(text: str) -> Sequence[str]:
    """Split a text into characters as a person sees them (Unicode Annex 29)."""
    if text.isascii():
        return text
    import regex

    found: list[str] = regex.findall(r"\X", text)
    return found


def text_width(text: str) -> int:
    """Return the columns that a text takes at a terminal."""
    return len(text) if text.isascii() else sum(map(cluster_width, clusters(text)))


def glyphs(pieces: Iterable[Styled]) -> list[Glyph]:
    """Split the pieces of a line into glyphs, with control characters as escapes."""
    return [
        Glyph(each, piece.style, cluster_width(each))
        for piece in pieces
        for each in clusters(printable(piece.text))
    ]


def wrapped(line: Sequence[Glyph], width: int, indent: int) -> list[list[Glyph]]:
    """Break a line that is wider than a terminal.

    A line breaks at spaces, beside wide characters, such as those of Chinese and Japanese, and
    within a word that is wider than a whole line.

    Args:
        line: Its glyphs.
        width: The columns of the terminal.
        indent: The indent of the second and all following lines.

    Returns:
        The lines, without the indent.
    """
    lines: list[list[Glyph]] = []
    end = len(_stripped(line))
    first, room = 0, width
    while (limit := max(_fitting(line, first, end, room), first + 1)) < end:
        at = _break(line, first, limit)
        lines.append(_stripped(line[first:at]))
        first = at
        while first < end and line[first].text == " ":
            first += 1
        room = width - min(indent, width // 2)
    return [*lines, list(line[first:end])]


def _fitting(line: Sequence[Glyph], first: int, end: int, room: int) -> int:
    """Return the end of the glyphs that fit into the remaining columns."""
    for at in range(first, end):
        room -= line[at].width
        if room < 0:
            return at
    return end


def _break(line: Sequence[Glyph], first: int, end: int) -> int:
    """Return the last index up to ``end`` at which a line may break, or ``end``."""
    word = next((at for at in range(first, end) if line[at].text != " "), end)
    for at in range(end, word, -1):
        if line[at].text == " " or _is_wide(line[at]) or _is_wide(line[at - 1]):
            return at
    return end


def _is_wide(glyph: Glyph) -> bool:
    """Return whether a line may break beside a character. Korean syllables form words."""
    return glyph.width == 2 and not "\uac00" <= glyph.text[0] <= "\ud7a3"


def _stripped(line: Sequence[Glyph]) -> list[Glyph]:
    end = len(line)
    while end and line[end - 1].text == " ":
        end -= 1
    return list(line[:end])
