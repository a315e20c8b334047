"""Problems in the Static Analysis Results Interchange Format (SARIF) 2.1.0, an OASIS standard."""

import os
from pathlib import Path
from urllib.parse import quote

from paperdigest._checking.codes import CODES, Severity
from paperdigest._checking.report import Diagnostic
from paperdigest._command.arguments import package_version
from paperdigest._command.console import Output

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class SarifReport:
    """One log with one run."""

    def __init__(self, out: Output) -> None:
        self.out = out
        self.results: list[dict[str, object]] = []
        self.rules: dict[str, int] = {}

    def add(self, file: str, text: str, found: Diagnostic) -> None:
        """Keep a problem for the end."""
        index = self.rules.setdefault(found.code, len(self.rules))
        place = {"uri": _uri(file)}
        start, end = found.range.start, found.range.end
        region = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
        result: dict[str, object] = {
            "ruleId": found.code,
            "ruleIndex": index,
            "level": _LEVELS[found.severity],
            "message": {"text": found.message},
            "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        }
        if fix := found.fix:
            deleted = {"charOffset": fix.start, "charLength": fix.end - fix.start}
            replacement = {"deletedRegion": deleted, "insertedContent": {"text": fix.text}}
            change = {"artifactLocation": place, "replacements": [replacement]}
            text_of_fix = {"text": CODES[found.code].fix if found.code in CODES else found.message}
            result["fixes"] = [{"description": text_of_fix, "artifactChanges": [change]}]
        self.results.append(result)

    def finish(self) -> None:
        """Print the log."""
        version = package_version()
        driver: dict[str, object] = {
            "name": "paperdigest",
            "rules": [_rule(each) for each in self.rules],
        }
        if version[:1].isdigit():
            driver["version"] = version
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": self.results,
        }
        self.out.json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, object]:
    if code not in CODES:
        return {"id": code}
    info = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": info.title},
        "fullDescription": {"text": info.meaning},
        "help": {"text": info.fix},
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
    }


def _uri(file: str) -> str:
    """Return the URI of a file; a relative path stays relative to the current folder."""
    if os.path.isabs(file):
        return Path(file).as_uri()
    return quote(Path(file).as_posix(), errors="surrogateescape")
