"""Explain a diagnostic code: what it means, and how to fix it.

Without a code, all codes are listed.
"""

import argparse

from paperdigest._checking.codes import CODES
from paperdigest._command.arguments import CODES_LISTED, add_color, add_width, one_of
from paperdigest._command.console import Console
from paperdigest._display.text import Styled


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    codes = list(CODES)
    parser.add_argument(
        "codes",
        nargs="*",
        type=one_of("code", codes, CODES_LISTED),
        metavar="CODE",
        help="such as bad-votes",
    )
    add_width(parser)
    add_color(parser)


def run(options: argparse.Namespace, console: Console) -> int:
    """Print what codes mean.

    Returns:
        The exit status, 0.
    """
    if not options.codes:
        _list_all(console)
    for number, code in enumerate(options.codes):
        if number:
            console.out.line()
        _explain(code, console)
    return 0


def _list_all(console: Console) -> None:
    width = max(map(len, CODES))
    for code, info in CODES.items():
        severity = Styled(f"{info.severity.value:<7}", info.severity.value)
        console.out.line(severity, f"  {code:<{width}}  ", info.title, indent=width + 11)


def _explain(code: str, console: Console) -> None:
    info = CODES[code]
    out = console.out
    out.line(Styled(code, "strong"), " (", Styled(info.severity.value, info.severity.value), ")")
    out.line(info.title + ".")
    out.line()
    out.line(info.meaning)
    if info.example.strip():
        out.line()
        out.line("Example:")
        out.line()
        for line in info.example.strip("\n").splitlines():
            out.line("    ", Styled(line, "faint"))
    out.line()
    out.line("What to do: ", info.fix)
    if info.safe:
        out.line("'paperdigest check --fix' can fix it.")
