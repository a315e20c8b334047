"""Changes of a text as a unified diff."""

import difflib

from paperdigest._command.console import Output
from paperdigest._display.text import Styled, printable

_STYLES = {"-": "removed", "+": "added", "@": "info"}


def print_difference(name: str, old: str, new: str, out: Output) -> None:
    """Print the changes of a file as a patch without line endings of its own."""
    head = printable(name)  # a line ending in a name must not end a line of the head
    changes = difflib.unified_diff(_lines(old), _lines(new), head, head, lineterm="")
    for number, change in enumerate(changes):
        style = "strong" if number < 2 else _STYLES.get(change[0], "")
        for line in change.split("\n"):
            out.row(Styled(line.removesuffix("\r"), style))


def _lines(text: str) -> list[str]:
    r"""Split a text at ``\n``, with the note of a patch if the last line has no line ending."""
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += "\n\\ No newline at end of file"
        return lines
    return lines[:-1]
