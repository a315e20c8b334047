r"""The words of one line of markdown, for formats that are not markdown.

What is read is part of CommonMark 0.31: backslash escapes (6.1), entities (2.5), code spans (6.1),
emphasis (6.2), inline links (6.3) and the tags of HTML that change the look of words (6.6). Titles
and names that come from arXiv also have formulas between dollar signs, and letters with accents in
TeX: ``Schr\"odinger``. Whatever is nothing of this stands for itself. The time grows with the line
only.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html.entities import html5
from typing import NamedTuple

from paperdigest._grammar.commonmark import LINK

#: The elements of HTML that may be within a line. Others, such as ``<think>``, may be words.
_ELEMENTS = (
    "a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|su[bp]"
    "|tt|u"
)
_VALUE = r"""(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'=<>`]++)"""

_PIECE = re.compile(
    r"(?P<math>\$(?!\s)(?:[^$\\\s]++|\\.|\s++(?!\$))++\$)"
    r"|(?P<accent>\{\\(?:['\"`^~]|[cvuHkr](?![A-Za-z]))\{?[A-Za-z]\}?\}"
    r"|\\(?:['\"`^~](?:\{[A-Za-z]\}|[A-Za-z])|[cvuHkr]\{[A-Za-z]\}))"
    r"|(?P<letter>\{\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlL])\}|\\(?:ss|ae|AE|oe|OE|aa|AA|[oOlL])\{\})"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`]++)`"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<tag></?(?i:{_ELEMENTS})(?:\s++[A-Za-z-]++\s*+=\s*+{_VALUE})*+\s*+/?>)"
    r"|(?P<mark>\*++|_++)"
    r"|(?P<text>[^$\\`&*_{<]++|.)",
    re.DOTALL,
)
_LINK = re.compile(f"!?{LINK}")


#: The accents and letters that TeX has commands for; an accent is a combining character.
_ACCENTS = {
    "'": "\u0301",
    '"': "\u0308",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
}
_LETTERS = {
    **{"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å"},
    **{"o": "ø", "O": "Ø", "l": "ł", "L": "Ł"},
}

# The letters after an apostrophe in a word; no name has them after an accent.
_CONTRACTION = re.compile(r"(?:s|re|ll|m|d|t|ve)\b")


class Piece(NamedTuple):
    """A piece of a line.

    Attributes:
        text: Its characters, without the signs of markdown and HTML; those of a formula with their
            dollars.
        math: Whether it is a formula.
    """

    text: str
    math: bool = False


def pieces(line: str) -> Iterator[Piece]:
    r"""Yield what a line says, piece by piece.

    Args:
        line: One line of markdown.

    Example:
        >>> "".join(piece.text for piece in pieces(r"**A\* Search** &amp; `B` in $O(n^2)$"))
        'A* Search & B in $O(n^2)$'
    """
    line = _LINK.sub(r"\g<label>", line)
    found = list(_PIECE.finditer(line))
    dropped = _emphasis(line, found)
    for at, match in enumerate(found):
        if at not in dropped:
            kind = match.lastgroup or ""
            read = _READERS.get(kind)
            yield Piece(read(match) if read else match[kind], kind == "math")


def _accented(match: re.Match[str]) -> str:
    """Return a letter with its accent; an escaped quotation mark or apostrophe stays one."""
    bare = match[0].translate(_NO_BRACES)
    sign, letter = bare[0], bare[1]
    before = match.string[match.start() - 1 : match.start()]
    whole = unicodedata.normalize("NFC", letter + _ACCENTS[sign])
    in_word = before.isalpha() and not _CONTRACTION.match(match.string, match.end() - 1)
    quotes = sign in "'\"" and "{" not in match[0] and not in_word
    return sign + letter if quotes or len(whole) > 1 else whole


def _character(match: re.Match[str]) -> str:
    """Return the text of an entity; one that HTML does not define is its own text."""
    entity = match[0]
    known = entity.startswith("&#") or entity[1:] in html5
    return html.unescape(entity) if known else entity


_NO_BRACES = str.maketrans("", "", "{}\\")
_READERS: Mapping[str, Callable[[re.Match[str]], str]] = {
    "accent": _accented,
    "entity": _character,
    "letter": lambda match: _LETTERS[match[0].translate(_NO_BRACES)],
    "tag": lambda match: " " if match[0][1:3].lower() == "br" else "",
}


def plain(line: str) -> str:
    r"""Return the words of a line; formulas stay as they are written.

    Example:
        >>> plain("[Layerwise *Training*](https://example.org) of _BERT_, snake_case and A*")
        'Layerwise Training of BERT, snake_case and A*'
    """
    return "".join(piece.text for piece in pieces(line))


def _emphasis(line: str, found: list[re.Match[str]]) -> set[int]:
    """Return which pieces mark emphasis: each run with the next equal one that closes it."""
    open_runs: dict[str, int] = {}
    dropped: set[int] = set()
    for at, match in enumerate(found):
        if match.lastgroup != "mark":
            continue
        run = match[0]
        before = line[match.start() - 1 : match.start()]
        after = line[match.end() : match.end() + 1]
        opens, closes = _flanks(before, after), _flanks(after, before)
        if run[0] == "_":  # inside a word, as in snake_case, an underscore marks nothing
            opens, closes = opens and not _is_word(before), closes and not _is_word(after)
        if closes and run in open_runs:
            dropped |= {open_runs.pop(run), at}
        elif opens:
            open_runs[run] = at
    return dropped


def _flanks(outside: str, inside: str) -> bool:
    """Return whether a run may be between two characters, of which the second may be missing."""
    if not inside or inside.isspace():
        return False
    return inside.isalnum() or not outside or outside.isspace() or not outside.isalnum()


def _is_word(character: str) -> bool:
    return character.isalnum()
