"""The console: everything that the command prints goes through here."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Literal, TextIO

from paperdigest._command.text import (
    COMMAND,
    Glyph,
    glyphs,
    without_commands,
    wrapped,
)
from paperdigest._display.text import UNSAFE, Styled, printable

_UTF8 = ("utf-8", "utf8")

When = Literal["auto", "always", "never"]

#: The styles by name, as codes of ECMA-48 (Select Graphic Rendition).
STYLES: Mapping[str, str] = MappingProxyType(
    {
        "strong": "1",
        "faint": "2",
        "error": "1;31",
        "warning": "33",
        "info": "36",
        "number": "32",
        "name": "1;36",
        "removed": "31",
        "added": "32",
    }
)


class OutputError(Exception):
    """The output cannot be written; the message gives the reason in one line."""


class Output:
    """A stream that takes lines for a person, or data for a program.

    Args:
        stream: The stream, or ``None`` if it is closed.
        colour: Whether to print the styles of pieces.
        width: The columns to wrap lines at, or ``None`` for lines of any length.
    """

    def __init__(
        self, stream: TextIO | None, *, colour: bool = False, width: int | None = None
    ) -> None:
        self.stream = stream
        self.colour = colour
        self.width = width
        #: Called before anything is written, to remove what is drawn on the terminal.
        self.before: Callable[[], object] | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether a person sees what is written."""
        return is_terminal(self.stream)

    @property
    def _ascii_only(self) -> bool:
        return (getattr(self.stream, "encoding", None) or "").lower() not in _UTF8

    def line(self, *pieces: str | Styled, indent: int = 0) -> None:
        """Print a line, with control characters as escapes, wrapped at the width.

        Args:
            pieces: The text, in pieces with a style or without one.
            indent: The indent of the lines after the first one.
        """
        line = glyphs(Styled(each) if isinstance(each, str) else each for each in pieces)
        lines = [line] if self.width is None else wrapped(line, self.width, indent)
        margin = [Glyph(" ", "", 1)] * indent
        for number, each in enumerate(lines):
            self._write(self._painted(margin + each if number else each) + "\n")

    def row(self, *pieces: str | Styled) -> None:
        """Print a line that must not be wrapped, with control characters as escapes."""
        line = glyphs(Styled(each) if isinstance(each, str) else each for each in pieces)
        self._write(self._painted(line) + "\n")

    def command(self, head: str, message: str) -> None:
        """Print a workflow command."""
        self._write(f"::{printable(head)}::{printable(message)}\n")

    def rows(self, text: str) -> None:
        """Print lines that must not be wrapped, with control characters as escapes."""
        for row in text.split("\n"):
            self._write(without_commands(printable(row)) + "\n")

    def data(self, text: str) -> None:
        """Write data for a program as it is, and with escapes at a terminal."""
        if self.is_terminal:
            self.rows(text.replace("\r\n", "\n").removesuffix("\n"))
        else:
            self._write_bytes(text)

    def json(self, value: object) -> None:
        """Print a value as JSON in one line."""
        self._write(json_text(value, ascii_only=self._ascii_only) + "\n")

    def json_list(self, values: Iterable[object]) -> None:
        """Print values as one JSON list, each as soon as it is available."""
        before = "[\n  "
        for value in values:
            self._write(
                before + json_text(value, 2, ascii_only=self._ascii_only).replace("\n", "\n  ")
            )
            before = ",\n  "
        self._write("[]\n" if before.startswith("[") else "\n]\n")

    def flush(self) -> None:
        """Write the buffered output.

        Raises:
            OutputError: It cannot be written.
        """
        if self.stream is not None:
            _attempt(self.stream.flush)

    def draw(self, codes: str) -> None:
        """Write the codes of a terminal."""
        if self.stream is not None:
            with suppress(OSError, ValueError):
                self.stream.write(codes)
                self.stream.flush()

    def _painted(self, line: Iterable[Glyph]) -> str:
        shown = ""
        style = ""
        safe = _safe_glyphs(line)
        if not self.colour:
            return "".join(text for text, _ in safe)
        for text, wanted in safe:
            if wanted != style:
                shown += "\x1b[0m" if style else ""
                shown += f"\x1b[{STYLES[wanted]}m" if wanted else ""
                style = wanted
            shown += text
        return shown + ("\x1b[0m" if style else "")

    def _write(self, text: str) -> None:
        if self.stream is None:
            raise OutputError("it is closed")
        if self.before is not None:
            self.before()
        stream = self.stream
        _attempt(lambda: stream.write(text))

    def _write_bytes(self, text: str) -> None:
        """Write a text in UTF-8 with its own line endings, whatever the settings of the stream."""
        binary = getattr(self.stream, "buffer", None)
        if self.stream is None or binary is None:
            self._write(text)
            return
        self.flush()
        _attempt(lambda: binary.write(text.encode("utf-8", "surrogatepass")))


class Console:
    """The two outputs of the command.

    Args:
        out: For results.
        err: For messages.
    """

    def __init__(self, out: Output, err: Output) -> None:
        self.out = out
        self.err = err
        #: How many files could not be read or written.
        self.failures = 0

    @classmethod
    def of_process(cls, when: When = "auto", width: int | None = None) -> "Console":
        """Return the console of this process.

        Args:
            when: Whether to print colours.
            width: The columns to wrap at; those of the terminal by default.
        """
        out, err = sys.stdout, sys.stderr
        reconfigure: Callable[..., None] | None = getattr(out, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(
                errors="backslashreplace"
            )  # shows characters that the terminal's encoding does not have
        return cls(
            Output(out, colour=wants_colour(when, out), width=width or _width_of(out)),
            Output(err, colour=wants_colour(when, err), width=None),
        )

    def tell(self, message: str, *details: str, style: str = "") -> None:
        """Print a message to standard error."""
        with suppress(OutputError, BrokenPipeError):
            self.err.line(Styled("paperdigest: ", style), message)
            for detail in details:
                self.err.line("  ", detail.strip())

    def fail(self, message: str, *details: str) -> None:
        """Report a file that could not be read or written, with a line for each detail."""
        self.failures += 1
        self.tell(message, *details, style="error")


def wants_colour(when: When, stream: TextIO | None) -> bool:
    """Return whether to print colours.

    ``NO_COLOR`` (no-color.org) and ``FORCE_COLOR`` (force-color.org) count if they are not empty. A
    terminal that calls itself ``dumb`` gets no colours.
    """
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def _width_of(stream: TextIO | None) -> int | None:
    """Return the columns of a terminal, or ``COLUMNS`` if that is set."""
    return shutil.get_terminal_size().columns if is_terminal(stream) else None


def json_text(value: object, indent: int | None = None, *, ascii_only: bool = False) -> str:
    """Return JSON in which everything that must not be printed is escaped."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    text = UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else _escape(found[0]), text)
    return COMMAND.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}"


def _attempt(write: Callable[[], object]) -> None:
    try:
        write()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise OutputError(getattr(error, "strerror", None) or str(error)) from None


def _safe_glyphs(line: Iterable[Glyph]) -> list[tuple[str, str]]:
    """Return the texts of glyphs with their styles, such that no host sees a command."""
    pairs = [(glyph.text, glyph.style) for glyph in line]
    whole = "".join(text for text, _ in pairs)
    safe = without_commands(whole)
    if safe == whole:
        return pairs
    # The styles of so odd a line do not matter.
    return [(safe, "")]
