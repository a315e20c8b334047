"""List the problems of digests, and fix them.

Each problem has a code; 'paperdigest explain CODE' explains it. The status is 1 if a digest has an
error. Warnings and notes do not count unless you ask for it.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Mapping

from paperdigest._checking.codes import Severity
from paperdigest._command.arguments import add_dating, add_reading, add_width, list_of_codes
from paperdigest._command.console import Console, Output
from paperdigest._command.differences import print_difference
from paperdigest._command.files import STDIN, FileError, write_text
from paperdigest._command.fixing import Selection
from paperdigest._command.reports import (
    ConciseReport,
    GitHubReport,
    JsonLinesReport,
    JsonLinesStatistics,
    JsonReport,
    JsonStatistics,
    ReportFormat,
    StatisticsReport,
    TextReport,
)
from paperdigest._command.sarif import SarifReport
from paperdigest._command.text_files import TextFile, TextFiles
from paperdigest._display.text import Styled
from paperdigest._text.counts import counted

_COUNTED = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}

#: The formats in which problems can be printed.
FORMATS: Mapping[str, Callable[[Output], ReportFormat]] = {
    "text": TextReport,
    "concise": ConciseReport,
    "json": JsonReport,
    "jsonl": JsonLinesReport,
    "github": GitHubReport,
    "sarif": SarifReport,
}

#: Those of them in which counts can be printed instead.
STATISTICS: Mapping[str, Callable[[Output], ReportFormat]] = {
    "text": StatisticsReport,
    "concise": StatisticsReport,
    "json": JsonStatistics,
    "jsonl": JsonLinesStatistics,
}

_FOR_PEOPLE = ("text", "concise")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_reading(parser)
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--fix",
        action="store_true",
        help="apply all fixes that are certain; for standard input, print the result",
    )
    change.add_argument(
        "--diff", action="store_true", help="print what --fix would change, and change nothing"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="FORMAT",
        help=f"one of {', '.join(FORMATS)} (default: text)",
    )
    codes = list_of_codes()
    for name, what in (("select", "report only these"), ("ignore", "do not report these")):
        parser.add_argument(
            f"--{name}",
            type=codes,
            action="extend",
            default=[],
            metavar="CODES",
            help=f"{what}: codes, or error, warning or info, with commas",
        )
    parser.add_argument(
        "--statistics", action="store_true", help="print how often each problem was found"
    )
    verdict = parser.add_mutually_exclusive_group()
    verdict.add_argument(
        "--exit-zero", action="store_true", help="exit with status 0 even if there are errors"
    )
    verdict.add_argument(
        "--error-on-warning", action="store_true", help="exit with status 1 for warnings too"
    )
    add_dating(parser)
    add_width(parser)


def check_options(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Refuse counts in a format that has none."""
    if options.statistics and options.format not in STATISTICS:
        formats = ", ".join(STATISTICS)
        parser.error(f"--statistics has no format {options.format}; use one of {formats}")


def run(options: argparse.Namespace, console: Console) -> int:
    """List the problems of files.

    Returns:
        The exit status: 2 if a file cannot be read or written, else 1 if a problem counts.
    """
    return Check(options, console).run()


class Check:
    """One run of the command, with its counts.

    Args:
        options: The options of the command line.
        console: The console to print to.
    """

    def __init__(self, options: argparse.Namespace, console: Console) -> None:
        self._options = options
        self._console = console
        self._selection = Selection(options.dialect, options.select, options.ignore, options.year)
        # If standard output is for a text, messages about it go to standard error.
        beside = options.diff or (options.fix and STDIN in options.files)
        out = console.err if beside else console.out
        formats = STATISTICS if options.statistics else FORMATS
        self._report = formats[options.format](out)
        self._out = out
        self._counts: Counter[Severity] = Counter()
        self._checked = self._fixable = self._fixed = self._differ = 0

    def run(self) -> int:
        """Check all files, and return the exit status."""
        documents = TextFiles(self._options, self._console)
        for document in documents:
            try:
                self._check(document)
            except FileError as error:
                self._console.fail(str(error))
        if not self._options.diff:
            self._report.finish()
        if self._options.format in _FOR_PEOPLE:
            self._out.line(*self._summary(documents.skipped))
        return self._status()

    def _check(self, document: TextFile) -> None:
        text = document.text
        if self._options.diff:
            fixed = self._selection.fixed(text)
            self._differ += fixed != text
            print_difference(document.name, text, fixed, self._console.out)
        elif self._options.fix:
            text = self._fix(document)
        self._checked += 1
        for found in self._selection.problems(text, document.date(self._options)):
            self._counts[found.severity] += 1
            self._fixable += found.fix is not None
            if not self._options.diff:
                self._report.add(document.name, text, found)

    def _fix(self, document: TextFile) -> str:
        fixed = self._selection.fixed(document.text)
        if document.file == STDIN:
            self._console.out.data(fixed)
        elif fixed != document.text:
            write_text(document.file, fixed, document.text)
        if fixed != document.text:
            found = self._selection.problems(document.text, document.date(self._options))
            self._fixed += sum(each.fix is not None for each in found)
        return fixed

    def _status(self) -> int:
        if self._console.failures:
            return 2
        if self._options.exit_zero:
            return 0
        bad = self._counts[Severity.ERROR] + self._differ
        if self._options.error_on_warning:
            bad += self._counts[Severity.WARNING]
        return int(bad > 0)

    def _summary(self, skipped: int) -> list[str | Styled]:
        """Return a summary, which calls nothing fine if a file could not be read."""
        failures = self._console.failures
        parts: list[str | Styled] = [f"{counted(self._checked, 'files')} checked"]
        if failures:
            parts += [", ", Styled(f"{failures} failed", "error")]
        if skipped:
            parts.append(f", {skipped} skipped (not a digest)")
        found: list[str | Styled] = []
        for severity, word in _COUNTED.items():
            if number := self._counts[severity]:
                found += [", " if found else "", Styled(counted(number, word), severity.value)]
        if not found and not failures:
            found.append(Styled("nothing found", "number") if self._checked else "nothing to check")
        if found:
            parts += ["; ", *found]
        if self._options.fix:
            parts.append(f"; {self._fixed} fixed")
        elif self._options.diff:
            parts.append(f"; --fix would change {counted(self._differ, 'files')}")
        elif self._fixable:
            parts.append(f"; --fix can fix {self._fixable}")
        return parts
