"""What is wrong with digests, and what of it can be fixed."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping

from paperdigest._checking.checker import diagnose
from paperdigest._checking.codes import Severity
from paperdigest._checking.repair import repair
from paperdigest._checking.report import Diagnostic
from paperdigest._command.files import STDIN, FileError, name_of, read_text, replace_text
from paperdigest._command.plain import Plain
from paperdigest._command.show import as_json, printable

#: What the severities are called in a message of a GitHub workflow.
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_COUNTED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def check(options: argparse.Namespace) -> int:
    """Print what is wrong with files.

    Args:
        options: What the command line asks for: ``files``, ``dialect``, ``fix``, ``format``.

    Returns:
        The exit status: 2 where a file could not be read or written, else 1 where one has an error.
    """
    status = 0
    checked = fixes = 0
    counts: Counter[Severity] = Counter()
    everything: list[Plain] = []
    for file in options.files:
        try:
            text = read_text(file)
            if options.fix:
                text, count = _fix(file, text, options.dialect)
                fixes += count
        except FileError as error:
            print(printable(f"paperdigest: {error}"), file=sys.stderr)
            status = 2
            continue
        checked += 1
        for found in diagnose(text, dialect=options.dialect):
            counts[found.severity] += 1
            if options.format == "json":
                everything.append(_plain(name_of(file), found))
            else:
                print(_FORMATS[options.format](name_of(file), found))
    if options.format == "json":
        print(as_json(everything))
    elif options.format == "text":
        print(_summary(checked, counts, fixes if options.fix else None))
    return status or int(counts[Severity.ERROR] > 0)


def _fix(file: str, text: str, dialect: str | None) -> tuple[str, int]:
    if file == STDIN:
        raise FileError("<stdin>: cannot be written: give a file to --fix")
    fixes = sum(found.fix is not None for found in diagnose(text, dialect=dialect))
    fixed = repair(text, dialect=dialect)
    if fixed != text:
        replace_text(file, fixed)
    return fixed, fixes


def _text_line(file: str, found: Diagnostic) -> str:
    return printable(f"{file}:{found}")


def _github_line(file: str, found: Diagnostic) -> str:
    """Return a workflow command, as GitHub's documentation of them says."""
    start, end = found.range.start, found.range.end
    places = f"line={start.line},endLine={end.line},col={start.column}"
    if start.line == end.line:  # GitHub takes an end column within one line only
        places += f",endColumn={end.column}"
    title = _escaped(found.code, _PROPERTY)
    message = _escaped(found.message, _DATA)
    name = _escaped(file, _PROPERTY)
    return f"::{_GITHUB[found.severity]} file={name},{places},title={title}::{message}"


_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def _escaped(text: str, escapes: Mapping[int, str]) -> str:
    return printable(text.translate(escapes))


_FORMATS: Mapping[str, Callable[[str, Diagnostic], str]] = {
    "text": _text_line,
    "github": _github_line,
}

#: How what is found can be printed.
FORMATS = (*_FORMATS, "json")


def _plain(file: str, found: Diagnostic) -> Plain:
    start, end, fix = found.range.start, found.range.end, found.fix
    return {
        "file": file,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": found.start,
        "end": found.end,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "fix": {"start": fix.start, "end": fix.end, "text": fix.text} if fix else None,
    }


def _summary(checked: int, counts: Mapping[Severity, int], fixed: int | None) -> str:
    found = [_count(counts[each], word) for each, word in _COUNTED.items() if counts[each]]
    parts = [f"{_count(checked, 'file')} checked", ", ".join(found) or "nothing found"]
    if fixed is not None:
        parts.append(f"{fixed} fixed")
    return "; ".join(parts)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
