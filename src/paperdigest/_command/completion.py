"""Print the script that completes commands, options and files in a shell.

Add this to the start-up file of a shell, for instance: eval "$(paperdigest completion bash)"
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Protocol, cast

from paperdigest._command.arguments import add_color
from paperdigest._command.console import Console

#: The shells with a script.
SHELLS = ("bash", "zsh", "fish")

_FAILED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "shell", choices=SHELLS, metavar="SHELL", help=f"the shell: {', '.join(SHELLS)}"
    )
    add_color(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print a script.

    Returns:
        The exit status: 2 if the library that writes the script is not installed.
    """
    try:
        import shtab
    except ImportError:
        console.tell('completion needs shtab: pip install "paperdigest[completion]"', style="error")
        return _FAILED
    from paperdigest._command.main import build_parser

    parser = build_parser()
    for action in _arguments(parser):
        if action.metavar == "FILE":
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    script: str = shtab.complete(parser, shell=options.shell)
    console.out.data(script + "\n")
    return 0


class _Commands(Protocol):
    """The action of a parser that has its commands, with a type for them."""

    choices: Mapping[str, argparse.ArgumentParser]


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the arguments of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            commands = cast("_Commands", action).choices
            for each in commands.values():
                yield from _arguments(each)
