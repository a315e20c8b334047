"""The arguments: a parser for each command, and messages for invalid ones."""

import argparse
import datetime
import os
import re
import sys
import textwrap
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn

from paperdigest._command.console import Console
from paperdigest._dialects import builtin_dialects
from paperdigest._display.text import printable
from paperdigest._text.closest import close_to, hint
from paperdigest._text.votes import MAX_VOTE_DIGITS, read_votes

#: The command that runs if none is named.
DEFAULT = "show"

_STATUSES = {
    0: "no problem",
    1: "check found an error in a digest, or a difference",
    2: "a file, the output or a value cannot be read or written, or an argument is invalid",
    130: "interrupted",
    141: "the reader of a pipe closed it",
}

#: Arguments that argparse takes for options: no numbers, and nothing with a space.
_OPTION = re.compile(r"-(?!\.?[0-9])[^ ]+", re.DOTALL)

#: The most names that a message lists, and how many it shows of more.
_MOST, _FEW = 8, 3

#: Where a message about an unknown code points to.
CODES_LISTED = "; 'paperdigest explain' lists the codes"

#: A function that runs a command with its options and a console, and returns the exit status.
Run = Callable[[argparse.Namespace, Console], int]


class _Help(argparse.HelpFormatter):
    """Wraps paragraphs and the list of statuses, and leaves other indented lines as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines: list[str] = []
        for line in re.sub(r"(?<=\S)\n(?=\S)", " ", text).split("\n"):
            status = re.match(r"  [0-9]+ +", line)
            if status or line[:1].strip():
                hanging = " " * (status.end() if status else 0)
                lines += textwrap.wrap(line, width, subsequent_indent=hanging)
            else:
                lines.append(line)
        return "\n".join(lines)


class Parser(argparse.ArgumentParser):
    """A parser whose messages have no control characters, whatever the arguments are."""

    def __init__(self, prog: str, usage: str | None = None) -> None:
        super().__init__(prog, usage, allow_abbrev=False, formatter_class=_Help)

    def error(self, message: str) -> NoReturn:
        """Print a message of one line that points to the help, and exit with status 2."""
        console = Console.of_process()
        console.tell(f"{message} (see '{self.prog} --help')", style="error")
        self.exit(2)

    def _check_value(self, action: argparse.Action, value: str) -> None:
        # argparse has no public way to suggest the right choice.
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(action, unknown("value", value, list(action.choices)))

    def check_options(self, arguments: Sequence[str]) -> None:
        """Report the first unknown option, which argparse does after all other errors."""
        known = self._option_string_actions
        for argument in arguments:
            if argument == "--":
                return
            name = argument.partition("=")[0]
            if not name.startswith("--"):
                name = name[:2]
            if _OPTION.fullmatch(argument) and name not in known:
                near = close_to(name[2:], [each[2:] for each in known if each[:2] == "--"])
                advice = f"; did you mean '--{near}'?" if near else ""
                self.error(f"there is no option '{printable(name)}'{advice}")

    def _print_message(self, message: str, file: object = None) -> None:
        # argparse drops an error here, so that help on a full disk would be a success.
        output = Console.of_process().out
        output.width = None
        output.rows(message.removesuffix("\n"))


def exit_status(*, finds: bool) -> str:
    """Return the part of the help that lists the statuses.

    Args:
        finds: Whether the command looks for problems, which have a status of their own.
    """
    lines = [f"  {each:<4} {what}" for each, what in _STATUSES.items() if finds or each != 1]
    return "\n".join(["exit status:", *lines, ""])


def one_of(kind: str, names: Sequence[str], listed: str = "") -> Callable[[str], str]:
    """Return a function that parses an argument which is one of some names.

    Args:
        kind: The kind of the names.
        names: The names.
        listed: Where all are listed, if not in the help.
    """

    def read(name: str) -> str:
        if name not in names:
            raise argparse.ArgumentTypeError(unknown(kind, name, names, listed))
        return name

    return read


def list_of_codes() -> Callable[[str], list[str]]:
    """Return a function that parses an argument which lists codes and severities, with commas."""
    read = one_of("code or severity", code_names(), CODES_LISTED)
    return lambda text: [read(name.strip()) for name in text.split(",") if name.strip()]


def unknown(kind: str, name: str, names: Sequence[str], listed: str = "") -> str:
    """Return a message about an unknown name, with a suggestion.

    Args:
        kind: The kind of the name.
        name: The name.
        names: The known names. Of many, a few are shown.
        listed: Where all are listed, if not in the help.

    Example:
        >>> unknown("command", "chekc", ["show", "check"])
        "there is no command 'chekc'; did you mean 'check'?"
    """
    some = [each for each in names if name.strip() and name.strip() in each] or names
    if close_to(name, names):
        advice = hint(name, names)
    elif len(some) > _MOST:
        few = ", ".join(map(repr, some[:_FEW]))
        advice = f"expected one of {len(some)}, such as {few}{listed}"
    else:
        advice = hint(name, some)
    return f"there is no {kind} '{printable(name)}'; {advice}"


def day(text: str) -> datetime.date:
    """Parse an argument that is a day."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"'{printable(text)}' is not a day; expected YYYY-MM-DD, such as 2024-08-26"
        raise argparse.ArgumentTypeError(message) from None


def year(text: str) -> int:
    """Read an argument that is a year."""
    if not (text.isascii() and text.isdigit() and len(text) == 4 and int(text)):
        raise argparse.ArgumentTypeError(f"'{printable(text)}' is not a year, such as 2024")
    return int(text)


def add_dating(parser: argparse.ArgumentParser) -> None:
    """Add the options that date digests whose text does not, or not wholly."""
    parser.add_argument("--date", type=day, metavar="DAY", help="the date of digests without one")
    parser.add_argument("--year", type=year, metavar="YEAR", help="the year of days without one")


def count(text: str) -> int:
    """Parse an argument that is a whole number from 0, with or without marks between thousands."""
    number = read_votes(text)
    if number is not None:
        return number
    if not (text.isascii() and text.isdigit()):
        found = f"'{printable(text)}' found"
        raise argparse.ArgumentTypeError(f"{found}; expected a whole number from 0, such as 10")
    message = f"a number has {MAX_VOTE_DIGITS} digits at most; this one has {len(text)}"
    raise argparse.ArgumentTypeError(message)


#: Lines in fewer columns cannot be read.
_NARROWEST = 20


def _columns(text: str) -> int:
    """Parse the argument that is a width, 0 for lines of any length."""
    columns = count(text)
    if 0 < columns < _NARROWEST:
        raise argparse.ArgumentTypeError(
            f"{columns} columns are too few; pass {_NARROWEST} or more"
        )
    return columns


def dialect_names() -> list[str]:
    """Return the names of the built-in dialects."""
    return [dialect.name for dialect in builtin_dialects()]


def code_names() -> list[str]:
    """Return the values of ``--select`` and ``--ignore``: codes and severities."""
    from paperdigest._checking.codes import CODES, Severity

    return [*(each.value for each in Severity), *CODES]


def add_color(parser: argparse.ArgumentParser) -> None:
    """Add the option that every command has."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto (the default: at a terminal, unless NO_COLOR is set), always or never",
    )


def add_width(parser: argparse.ArgumentParser) -> None:
    """Add the option of a command that prints for a person."""
    parser.add_argument(
        "--width",
        type=_columns,
        metavar="N",
        help=f"wrap lines at N columns, {_NARROWEST} or more (default: the width of the terminal)",
    )


def add_dialect(parser: argparse.ArgumentParser) -> None:
    """Add the option of a command that parses."""
    names = dialect_names()
    parser.add_argument(
        "--dialect",
        type=one_of("dialect", names),
        metavar="NAME",
        help=f"one of {', '.join(names)}; detected by default",
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a command that reads digests."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input"
    )
    add_dialect(parser)
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="skip these files and folders in folders, such as 'drafts' or '2023/*'",
    )
    parser.add_argument(
        "--digests-only",
        action="store_true",
        help="skip files that are not digests; in folders they are always skipped",
    )
    add_color(parser)


def package_version() -> str:
    """Return the version of the package that is installed."""
    try:
        return version("paperdigest")
    except PackageNotFoundError:  # run from its source, without being installed
        return "(not installed)"


def add_version(parser: argparse.ArgumentParser) -> None:
    """Add the option that prints the version."""
    shown = f"paperdigest {package_version()}"
    parser.add_argument("--version", action="version", version=shown, help="print the version")


def with_command(arguments: Sequence[str], commands: Sequence[str]) -> list[str]:
    """Put the default command before arguments that do not name one.

    ``help check`` is short for ``check --help``, unless there is a file of that name.
    """
    first, *rest = arguments
    if first in commands or first in ("-h", "--help", "--version"):
        return [first, *rest]
    if first == "help" and not os.path.exists(first):
        return [*rest[:1], "--help"]
    return [DEFAULT, *arguments]


def with_paths(arguments: Sequence[str]) -> list[str]:
    """Write files after ``--`` as paths if their names look like options.

    argparse takes them for options again when it parses arguments in any order.

    Example:
        >>> with_paths(["--json", "--", "-a.md", "-"])
        ['--json', '--', './-a.md', '-']
    """
    at = arguments.index("--") if "--" in arguments else len(arguments)
    files = [f"./{each}" if _OPTION.fullmatch(each) else each for each in arguments[at + 1 :]]
    return [*arguments[: at + 1], *files]


def check_files(
    parser: argparse.ArgumentParser, files: Sequence[str], commands: Sequence[str]
) -> None:
    """Report a first file that is a mistyped command, or a command after files or options."""
    for file in files:
        if file in commands and not os.path.exists(file):
            parser.error(f"'{file}' is a command; write it first: paperdigest {file} ...")
    first = files[0]
    if os.path.exists(first) or "." in first or "/" in first or os.sep in first or first == "-":
        return
    if near := close_to(first, commands):
        parser.error(f"there is no command or file '{first}'; did you mean '{near}'?")


def process_arguments(argv: Sequence[str] | None) -> list[str]:
    """Return the given arguments, or those of the process if there are none."""
    return list(sys.argv[1:] if argv is None else argv)
