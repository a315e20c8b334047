"""Show which rule of the dialect parses each line, and which lines no rule parses."""

import argparse

from paperdigest._command.arguments import add_reading, add_width
from paperdigest._command.console import Console
from paperdigest._command.text_files import TextFile, TextFiles
from paperdigest._display.text import Styled
from paperdigest._parsing.explain import ExplainedLine, explain_digest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.add_argument("--unread", action="store_true", help="only the lines that no rule parses")
    add_width(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print the lines of texts with the rules that take them.

    Returns:
        The exit status: 2 if a file cannot be read.
    """
    documents = TextFiles(options, console)
    for document in documents:
        if documents.several:
            console.out.line(Styled(f"==> {document.name} <==", "faint"))
        _print(document, options, console)
    documents.tell_if_none()
    return 2 if console.failures else 0


def _print(document: TextFile, options: argparse.Namespace, console: Console) -> None:
    for line in explain_digest(document.text, dialect=options.dialect):
        if line.text and not (options.unread and line.is_read):
            number = Styled(f"{line.number:>5} ", "faint")
            console.out.line(number, f"{line.text} ", Styled(f"<- {line.taken}", _style(line)))


def _style(line: ExplainedLine) -> str:
    return "faint" if line.is_read else "warning"
