"""Files as the command line names them: standard input too, and each failure one line."""

import datetime
import re
import sys

import attrs

from paperdigest._files import content
from paperdigest._files.errors import DigestFileError
from paperdigest._writing.checks.errors import DigestWriteError

#: The names of standard input and standard output.
STDIN = STDOUT = "-"


class FileError(Exception):
    """A file that cannot be read or written; the message gives the reason in one line."""


def name_of(file: str) -> str:
    """Return the name to show for a file."""
    return "<stdin>" if file == STDIN else file or "''"


def read_text(file: str) -> str:
    """Read a file with its own line endings.

    Args:
        file: Its path, or ``-`` for standard input.

    Raises:
        FileError: It cannot be read, or is not UTF-8.
    """
    try:
        return _standard_input() if file == STDIN else content.read_text(file)
    except OSError as error:
        raise FileError(unread(error, name_of(file))) from None


def write_text(file: str, text: str, old: str | None = None) -> None:
    """Write a new file, or replace the text of an existing one.

    Args:
        file: Its path.
        text: The new text.
        old: The text that it must still have, if that matters.

    Raises:
        FileError: It cannot be written, or has changed since it was read. It is unchanged, or the
            message says where its text is.
    """
    try:
        content.write_text(file, text, old)
    except OSError as error:
        raise FileError(f"{name_of(file)}: cannot be written: {_reason(error)}") from None


def unread(error: OSError, name: str | None = None) -> str:
    """Return a message of one line about a file or a folder that cannot be read."""
    return f"{name or error.filename}: cannot be read: {_reason(error)}"


def refused(error: DigestWriteError, other: str = "") -> list[str]:
    """Return the lines that say what a dialect cannot express.

    Args:
        error: The error, whose own advice is for Python.
        other: More advice for values that can be left out.
    """
    advice = f"change these values{other if error.can_leave_out else ''}"
    head = f"{error.dialect} cannot express this digest; {advice}:"
    plain = (
        attrs.evolve(each, wanted=_in_words(each.wanted), read=_in_words(each.read))
        for each in error.differences
    )
    return [head, *(f"  {each}" for each in plain)]


def invalid(error: ValueError) -> list[str]:
    """Return the lines that say why a value is not valid, without its class in Python."""
    first, *more = str(error).split("\n")
    return [re.sub(r"^[A-Z][a-z]+\.(?=\w+: )", "", first), *more]


class _Word(str):
    """A value as a person writes it, not as Python does."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _in_words(value: object) -> object:
    return _Word(value) if isinstance(value, datetime.date) else value


def _standard_input() -> str:
    if sys.stdin is None:
        raise OSError("standard input is closed")
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DigestFileError.of(error, STDIN) from None


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
