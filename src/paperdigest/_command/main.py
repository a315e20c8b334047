"""The command ``paperdigest``: it reads its arguments and chooses what to do."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version

from paperdigest._command.check import FORMATS, check
from paperdigest._command.show import show
from paperdigest._dialects import dialect_named

_BROKEN_PIPE = 141  # what a shell shows for a process that SIGPIPE ended


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Its arguments; those of the process where not given.

    Returns:
        The exit status.

    Raises:
        SystemExit: The arguments make no sense, or ask for help or the version.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")  # a terminal that lacks a character still shows all
    try:
        if arguments[:1] == ["check"]:
            status = check(_check_parser().parse_args(arguments[1:]))
        else:
            status = show(_show_parser().parse_args(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and must not stumble over the pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return status


def _show_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="paperdigest",
        usage="paperdigest [--json] [--dialect NAME] FILE...\n"
        "       paperdigest check [OPTION]... FILE...",
        description="Print paper digests for a person to read.",
        epilog="'paperdigest check --help' tells how to look for what is wrong with digests.",
        allow_abbrev=False,
    )
    parser.add_argument("--json", action="store_true", help="print all that was read as JSON")
    parser.add_argument("--version", action="version", version=f"paperdigest {_version()}")
    _add_common(parser)
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="paperdigest check",
        description="Print what is wrong with paper digests. The exit status is 1 where there is "
        "an error, 2 where a file cannot be read or written.",
        allow_abbrev=False,
    )
    parser.add_argument("--fix", action="store_true", help="fix in the files what is certain")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print; text")
    _add_common(parser)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dialect",
        type=_dialect,
        metavar="NAME",
        help="how the files are written, such as daily-papers; recognised where not given",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")


def _dialect(name: str) -> str:
    try:
        return dialect_named(name).name
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _version() -> str:
    try:
        return version("paperdigest")
    except PackageNotFoundError:  # run from its source, without being installed
        return "(not installed)"
