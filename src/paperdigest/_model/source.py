"""The text that values were read from."""

import datetime
import re
from functools import cached_property

from paperdigest._grammar.dialect import Dialect

_REST_OF_LINE = re.compile(r"[^\r\n]*+")


def normalize(text: str) -> str:
    r"""Return ``text`` with every line ending as ``\n``, at the same offsets.

    Rules know only one line ending. A ``\r\n`` becomes a space and a ``\n``, so every offset is
    valid in both texts. White space at the end of a line has no meaning for any rule.

    Example:
        >>> normalize("one\r\ntwo\rthree")
        'one \ntwo\nthree'
    """
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")


def end_in(text: str, end: int) -> int:
    r"""Return where a match in the normalized text ends in the text, never within a ``\r\n``.

    Example:
        >>> end_in("one\r\ntwo", 4)
        3
    """
    return end - (text[end - 1 : end] == "\r")


def end_of_line(text: str, at: int) -> int:
    r"""Return the end of the line that an offset is in, before the line ending.

    Example:
        >>> end_of_line("one\r\ntwo", 1)
        3
    """
    rest = _REST_OF_LINE.match(text, at)
    assert rest is not None
    return rest.end()


def require_text(text: object, name: str = "text", expected: str = "str") -> None:
    """Raise for anything but a text.

    Args:
        text: What may be a text.
        name: The name of the parameter.
        expected: The types that the caller accepts.

    Raises:
        TypeError: It is not a ``str``; the message says what to do.
    """
    if isinstance(text, str):
        return
    found = f"{name}: {type(text).__name__} found, {expected} expected"
    if isinstance(text, bytes | bytearray | memoryview):
        raise TypeError(f"{found}; decode it, as in data.decode('utf-8')")
    if type(text).__name__ == "Digest":
        raise TypeError(f"{found}; pass serialize_digest(digest)")
    raise TypeError(f"{found}; for a file, call read_digest(path)")


def line_end_of(text: str) -> str:
    r"""Return the line ending that ``text`` uses first, ``\n`` if it has none.

    Example:
        >>> line_end_of("one\r\ntwo\n")
        '\r\n'
    """
    feed, carriage = text.find("\n"), text.find("\r")
    if carriage < 0 or 0 <= feed < carriage:
        return "\n"
    return "\r\n" if feed == carriage + 1 else "\r"


class Source:
    """A text as it was given, and how it was read.

    Attributes:
        text: The caller's own string; all offsets index it.
        dialect: The dialect it was read in.
        date: The date the caller gave for a text that holds none.
        year: The year the caller gave for days without one.
        guessed: Whether its dialect is a guess.
    """

    def __init__(
        self,
        text: str,
        dialect: Dialect,
        date: datetime.date | None = None,
        year: int | None = None,
        guessed: bool = False,
    ) -> None:
        self.text = text
        self.dialect = dialect
        self.date = date
        self.year = year
        self.guessed = guessed

    @cached_property
    def normalized(self) -> str:
        """The text with plain line endings, made once."""
        return normalize(self.text)
