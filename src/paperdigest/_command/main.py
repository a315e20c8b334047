"""The command ``paperdigest``: it parses its arguments and runs a command."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType

from paperdigest._command.arguments import (
    Parser,
    Run,
    add_version,
    check_files,
    exit_status,
    process_arguments,
    unknown,
    with_command,
    with_paths,
)
from paperdigest._command.console import Console, OutputError

_FAILED = 2
_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells show it
_BROKEN_PIPE = 141  # 128 and that of SIGPIPE

#: The commands. Each is a module with ``add_arguments(parser)`` and ``run(options, console)``; its
#: docstring is its help. If not all options go together, it has ``check_options(parser, options)``.
COMMANDS = ("show", "check", "convert", "set", "rules", "explain", "completion")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Its arguments, by default those of the process.

    Returns:
        The exit status.

    Raises:
        SystemExit: The arguments are invalid, or ask for help or the version.
    """
    console = Console.of_process()
    try:
        options = parse(process_arguments(argv))
        console = Console.of_process(options.color, getattr(options, "width", None))
        run: Run = options.run
        status = run(options, console)
        console.out.flush()
    except BrokenPipeError:
        _turn_away()
        return _BROKEN_PIPE
    except OutputError as error:
        _turn_away()
        console.tell(f"cannot write to standard output: {error}", style="error")
        return _FAILED
    except KeyboardInterrupt:
        console.tell("interrupted", style="error")
        return _INTERRUPTED
    return status


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments of the command.

    Raises:
        SystemExit: They are invalid, or ask for help or the version.
    """
    if not arguments:
        what = f"a file, a folder, - for standard input, or a command ({', '.join(COMMANDS)})"
        build_parser(()).error(f"name {what}")
    name, *rest = with_command(arguments, COMMANDS)
    if name not in COMMANDS:
        if not name.startswith("-"):
            build_parser(()).error(unknown("command", name, COMMANDS))
        return build_parser(COMMANDS).parse_args([name, *rest])
    # Files and options may come in any order, which a parser with subcommands cannot handle.
    parser = build_command(name, Parser(prog=f"paperdigest {name}"))
    implied = arguments[0] not in (*COMMANDS, "help")
    if implied:
        add_version(parser)
    parser.check_options(rest)
    options = parser.parse_intermixed_args(with_paths(rest))
    if implied:
        check_files(build_parser(()), options.files, COMMANDS)
    module = _module(name)
    if hasattr(module, "check_options"):
        module.check_options(parser, options)
    options.run = module.run
    return options


def build_parser(names: Sequence[str] = COMMANDS) -> Parser:
    """Return the parser of the whole command line, with some commands."""
    parser = Parser("paperdigest", "paperdigest [COMMAND] [OPTION]... FILE...")
    parser.description = (
        "Show, check, fix, convert and edit paper digests. Without a command, files are shown."
    )
    parser.epilog = (
        f"'paperdigest COMMAND --help' lists the options of a command.\n\n{exit_status(finds=True)}"
    )
    add_version(parser)
    choices = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for name in names:
        build_command(name, choices.add_parser(name, help=_summary(name)))
    return parser


def build_command(name: str, parser: Parser) -> Parser:
    """Add the arguments of a command to a parser."""
    module = _module(name)
    _, _, more = (module.__doc__ or "").partition("\n")
    parser.description = f"{_summary(name)}\n{more.rstrip()}".strip()
    parser.epilog = exit_status(finds=name == "check")
    add: Callable[[argparse.ArgumentParser], None] = module.add_arguments
    add(parser)
    return parser


def _summary(name: str) -> str:
    return (_module(name).__doc__ or "").partition("\n")[0]


def _module(name: str) -> ModuleType:
    return import_module(f"paperdigest._command.{name}")


def _turn_away() -> None:
    """Redirect standard output to nothing, since Python flushes it again at exit."""
    try:
        descriptor = sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):  # it is closed, or no file
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
