"""The formats in which problems are printed: one class for each."""

from collections import Counter
from collections.abc import Mapping
from typing import Protocol

from paperdigest._checking.codes import CODES, Severity
from paperdigest._checking.report import Diagnostic
from paperdigest._command.console import Output
from paperdigest._command.text import text_width, without_commands
from paperdigest._display.text import Styled, printable
from paperdigest._text.excerpts import excerpt

#: The names of the severities in a workflow command of GitHub.
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class ReportFormat(Protocol):
    """A format."""

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Print a problem of a file, now or at the end."""

    def finish(self) -> None:
        """Print the end of the report."""


class ConciseReport:
    """A line for each problem, in the format of compilers, which editors understand."""

    def __init__(self, out: Output) -> None:
        self.out = out

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Print a problem."""
        style = found.severity.value
        self.out.line(
            Styled(file, "strong"),
            Styled(f":{found.range}: ", "faint"),
            Styled(f"{style}: ", style),
            f"{found.message} ",
            Styled(f"[{found.code}]", style),
            indent=4,
        )

    def finish(self) -> None:
        """Print nothing more."""


class TextReport(ConciseReport):
    """The line of the text below each problem, with a mark under the place."""

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Print a problem."""
        super().add(file, text, found)
        number = str(found.range.start.line)
        gutter = Styled(f"{number:>5} | ", "faint")
        width = 100 if self.out.width is None else self.out.width - len(gutter.text)
        line, mark = excerpt(text, found.start, found.end, width=width).split("\n")
        if not line:
            return
        self.out.row(gutter, line)
        self.out.row(
            Styled("      | ", "faint"), Styled(_shifted(line, mark), found.severity.value)
        )


def _shifted(line: str, mark: str) -> str:
    """Shift a mark in a line that is longer because of escapes."""
    start = len(mark) - len(mark.lstrip(" "))
    ends = (at for at in range(len(line)) if text_width(line[:at]) >= start)
    before = line[: next(ends, len(line))]
    added = text_width(without_commands("|" + printable(before))) - text_width("|" + before)
    return " " * added + mark


class GitHubReport:
    """Workflow commands, as GitHub's documentation describes them."""

    def __init__(self, out: Output) -> None:
        self.out = out

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Print a problem."""
        start, end = found.range.start, found.range.end
        places = f"line={start.line},endLine={end.line},col={start.column}"
        if start.line == end.line:  # GitHub takes an end column within one line only
            places += f",endColumn={end.column}"
        title = _escaped(found.code, _PROPERTY)
        message = _escaped(found.message, _DATA)
        name = _escaped(file, _PROPERTY)
        self.out.command(f"{_GITHUB[found.severity]} file={name},{places},title={title}", message)

    def finish(self) -> None:
        """Print nothing more."""


_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def _escaped(text: str, escapes: Mapping[int, str]) -> str:
    return text.translate(escapes)


class JsonLinesReport:
    """A line of JSON for each problem."""

    def __init__(self, out: Output) -> None:
        self.out = out

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Print a problem."""
        self.out.json(as_plain(file, found))

    def finish(self) -> None:
        """Print nothing more."""


class JsonReport:
    """One JSON list of all problems."""

    def __init__(self, out: Output) -> None:
        self.out = out
        self.found: list[dict[str, object]] = []

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Keep a problem for the end."""
        self.found.append(as_plain(file, found))

    def finish(self) -> None:
        """Print all problems."""
        self.out.json_list(self.found)


def as_plain(file: str, found: Diagnostic) -> dict[str, object]:
    """Return a problem as a JSON object."""
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


class StatisticsReport:
    """How often each problem was found, the most frequent one first."""

    def __init__(self, out: Output) -> None:
        self.out = out
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Count a problem."""
        self.counts[found.code, found.severity.value] += 1

    def finish(self) -> None:
        """Print the counts."""
        digits = len(str(max(self.counts.values(), default=0)))
        width = max((len(code) for code, _ in self.counts), default=0)
        for (code, severity), number in self.counts.most_common():
            self.out.line(
                f"{number:>{digits}}  ",
                Styled(f"{severity:<7}", severity),
                f"  {code:<{width}}  {CODES[code].title if code in CODES else ''}",
            )


class JsonLinesStatistics(StatisticsReport):
    """A line of JSON for each count."""

    def finish(self) -> None:
        """Print the counts."""
        for each in self.plain():
            self.out.json(each)

    def plain(self) -> list[dict[str, object]]:
        """Return the counts as JSON objects."""
        return [
            {"code": code, "severity": severity, "count": number}
            for (code, severity), number in self.counts.most_common()
        ]


class JsonStatistics(JsonLinesStatistics):
    """One JSON list of all counts."""

    def finish(self) -> None:
        """Print the counts."""
        self.out.json_list(self.plain())
