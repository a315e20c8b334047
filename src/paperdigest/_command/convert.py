"""Write digests in another form: another dialect, or a format for other programs.

The text goes to standard output, or to a file with --output, which is left alone if a digest cannot
be read. If a dialect cannot express a value, that is an error and nothing is written, unless
--lossy leaves the value out.
"""

import argparse
import os
from collections.abc import Sequence
from contextlib import suppress

from paperdigest._command.arguments import add_dating, add_reading, dialect_names, one_of
from paperdigest._command.console import Console
from paperdigest._command.exports import FORMATS, FileDigests
from paperdigest._command.files import STDIN, STDOUT, FileError, name_of, refused, write_text
from paperdigest._command.text_files import TextFiles
from paperdigest._dialects import DialectName
from paperdigest._model.source import line_end_of
from paperdigest._reading import parse_digests
from paperdigest._writing.checks.errors import DigestWriteError
from paperdigest._writing.serializer import serialize_digest

_FAILED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    parser.add_argument(
        "--to",
        required=True,
        type=one_of("format", [*FORMATS, *dialect_names()]),
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} or a dialect",
    )
    parser.add_argument(
        "-o",
        "--output",
        default=STDOUT,
        metavar="FILE",
        help="write to this file; - is standard output, the default",
    )
    parser.add_argument(
        "--lossy",
        action="store_true",
        help="leave out values that the other dialect cannot express",
    )
    add_dating(parser)
    parser.add_argument(
        "--title", help="the title of a feed (atom); that of the first digest by default"
    )
    parser.add_argument("--url", help="the URL of a feed (atom); its links are relative to it")


def check_options(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Refuse options that the format does not use."""
    if options.lossy and options.to in FORMATS:
        parser.error(f"--lossy is for a dialect, not for {options.to}; leave it out")
    for name in ("title", "url"):
        if getattr(options, name) is not None and options.to != "atom":
            parser.error(f"--{name} is for atom, not for {options.to}; leave it out")


def run(options: argparse.Namespace, console: Console) -> int:
    """Convert digests.

    Returns:
        The exit status: 2 if a file cannot be read, converted or written.
    """
    documents = TextFiles(options, console)
    found = [FileDigests(each, each.digests(options)) for each in documents]
    documents.tell_if_none()
    try:
        # A file that is there may hold more than those that could be read.
        if console.failures and options.output != STDOUT:
            raise FileError(
                f"{name_of(options.output)}: not written, since a file could not be read"
            )
        if options.output != STDOUT and _is_read(options.output, found):
            raise FileError(
                f"{name_of(options.output)}: not written, since it is one of the digests to "
                "convert; name another file"
            )
        if options.to in FORMATS:
            text = FORMATS[options.to](found, options)
        else:
            text = in_dialect(found, options.to, lossy=options.lossy)
        if options.output == STDOUT:
            console.out.data(text)
        else:
            write_text(options.output, text)
    except (FileError, ModuleNotFoundError) as error:
        console.fail(*error.args)
    return _FAILED if console.failures else 0


def _is_read(output: str, found: Sequence[FileDigests]) -> bool:
    """Return whether a file is one of those that digests were read from, by whatever name."""
    for each in found:
        with suppress(OSError):  # it is new, or one of them is gone
            if each.document.file != STDIN and os.path.samefile(output, each.document.file):
                return True
    return False


def in_dialect(found: Sequence[FileDigests], dialect: DialectName, *, lossy: bool) -> str:
    """Return digests as one text of a dialect, with an empty line between those of files.

    Raises:
        FileError: The dialect cannot express a digest, or not all of them in one text.
    """
    texts: list[str] = []
    for each in found:
        try:
            pieces = [serialize_digest(one, dialect=dialect, lossy=lossy) for one in each.digests]
        except DigestWriteError as error:
            first, *more = refused(error, ", or pass --lossy to leave them out")
            raise FileError(f"{each.document.name}: {first}", *more) from None
        whole = "".join(pieces)
        texts += [whole] if whole == each.document.text else pieces
    # Not serialize_digests: each file of an unknown layout keeps the rules that were made for it.
    text = "".join(map(_with_blank_line, texts[:-1])) + "".join(texts[-1:])
    digests = [digest for each in found for digest in each.digests]
    if lossy:  # what is left of them
        digests = [digest for each in texts for digest in parse_digests(each, dialect=dialect)]
    if len(digests) > 1 and list(parse_digests(text, dialect=dialect)) != digests:
        message = f"these {len(digests)} digests cannot be in one text of {dialect}"
        raise FileError(f"{message}; convert one file at a time")
    return text


def _with_blank_line(text: str) -> str:
    """Return a text with a blank line below it, in its own line endings."""
    line_end = line_end_of(text)
    return text + line_end * (1 if text.endswith(("\n", "\r")) else 2)
