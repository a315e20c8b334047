"""The formats in which problems are printed."""

import io
import json
from pathlib import Path

import pytest

from paperdigest import Severity, diagnose
from paperdigest._checking.report import Diagnostic
from paperdigest._command.check import FORMATS
from paperdigest._command.console import Output
from paperdigest._command.reports import StatisticsReport
from paperdigest._text.positions import LineIndex
from tests.checking.test_diagnostics import SOUND
from tests.command.running import DAMAGED, outcome, write


def test_problems_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--format json gives one list of all that was found, with places and edits; jsonl lines."""
    write(file, DAMAGED.replace("34", "many"))
    status, shown, _ = outcome(capsys, "check", "--format", "json", file)
    assert status == 1
    first, second = json.loads(shown)
    assert first == {
        "file": str(file),
        "line": 5,
        "column": 7,
        "end_line": 5,
        "end_column": 11,
        "start": 79,
        "end": 83,
        "code": "bad-votes",
        "severity": "error",
        "message": "'many' is not a number of votes; write digits, or - if it is unknown",
        "fix": None,
    }
    (fix,) = [each.fix for each in diagnose(file.read_text()) if each.fix]
    assert second["fix"] == {"start": fix.start, "end": fix.end, "text": fix.text}
    lines = outcome(capsys, "check", "--format", "jsonl", file)[1].splitlines()
    assert [json.loads(line) for line in lines] == [first, second]
    assert json.loads(outcome(capsys, "check", "--format=json", write(file, SOUND))[1]) == []


def test_problems_as_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--format github gives workflow commands, escaped as GitHub asks for."""
    path = tmp_path / "a,b:c%d.md"
    text = (
        DAMAGED.replace("34", "100%").replace("Vote", "one\ntwo\n\nVote").replace("Authors:", "-")
    )
    status, shown, _ = outcome(capsys, "check", "--format", "github", write(path, text))
    name = f"{tmp_path}/a%2Cb%3Ac%25d.md"
    assert status == 1
    assert shown.splitlines() == [
        f"::notice file={name},line=3,endLine=3,col=6,endColumn=7,title=no-authors::"
        "The paper 'A' has no authors",
        f"::warning file={name},line=5,endLine=6,col=1,title=stray-text::"
        "'one\\ntwo' is not part of any value; make it a section, or remove it",
        f"::error file={name},line=8,endLine=8,col=7,endColumn=11,title=bad-votes::"
        "'100%25' is not a number of votes; write digits, or - if it is unknown",
        f"::warning file={name},line=12,endLine=12,col=5,endColumn=15,title=curly-apostrophe::"
        "'What’s New' found; write \"What's New\", with a straight apostrophe",
    ]


def test_problems_as_sarif(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--format sarif gives one log: rules, levels, regions in code points, and fixes."""
    write(file, DAMAGED.replace("34", "many"))
    monkeypatch.chdir(file.parent)
    write(Path("a b.md"), "")
    status, shown, _ = outcome(capsys, "check", "--format", "sarif", file, "a b.md")
    assert status == 1
    log = json.loads(shown)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "paperdigest"
    assert [rule["id"] for rule in driver["rules"]] == [
        "bad-votes",
        "curly-apostrophe",
        "empty-text",
    ]
    assert driver["rules"][0]["defaultConfiguration"] == {"level": "error"}
    assert run["columnKind"] == "unicodeCodePoints"
    votes, apostrophe, empty = run["results"]
    assert (votes["level"], votes["ruleId"], votes["ruleIndex"]) == ("error", "bad-votes", 0)
    place = votes["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": file.as_uri()}
    assert place["region"] == {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 11}
    ((change,),) = [each["artifactChanges"] for each in apostrophe["fixes"]]
    (replacement,) = change["replacements"]
    (fix,) = [each.fix for each in diagnose(file.read_text()) if each.fix]
    assert replacement == {
        "deletedRegion": {"charOffset": fix.start, "charLength": fix.end - fix.start},
        "insertedContent": {"text": fix.text},
    }
    uri = empty["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b.md"


def test_a_log_without_problems(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A SARIF log of sound files has one run without results, and the version if it is known."""
    (run,) = json.loads(outcome(capsys, "check", "--format=sarif", file)[1])["runs"]
    assert run["results"] == []


def test_a_log_names_the_version_that_is_installed(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The version is that of the package, and is left out where it is not installed."""
    for version, expected in (("1.2.3", "1.2.3"), ("(not installed)", None)):
        monkeypatch.setattr("paperdigest._command.sarif.package_version", lambda each=version: each)
        (run,) = json.loads(outcome(capsys, "check", "--format=sarif", file)[1])["runs"]
        assert run["tool"]["driver"].get("version") == expected


@pytest.mark.parametrize("name", [*FORMATS, "statistics"])
def test_codes_of_a_dialect_of_ones_own(name: str) -> None:
    """A code that is not built in is printed in every format."""
    stream = io.StringIO()
    report = {**FORMATS, "statistics": StatisticsReport}[name](Output(stream))
    text = "a\nb"
    range_ = LineIndex(text).range(2, 3)
    fix = diagnose(DAMAGED)[0].fix
    report.add("f.md", text, Diagnostic("club-rule", Severity.WARNING, "No.", range_, fix))
    report.finish()
    assert "club-rule" in stream.getvalue()


@pytest.mark.parametrize(
    ("text", "at", "shown"),
    [
        ("Vote: many", 6, ["Vote: many", "      ^"]),
        ("한글 x", 3, ["한글 x", "     ^"]),
        ("a\x1b\u200ex", 3, ["a␛\\u200ex", "        ^"]),
        ("##[error]x", 9, ["\\x23#[error]x", "            ^"]),
        ("::error::x", 9, ["::error::x", "         ^"]),
        ("##[error]x", 0, ["\\x23#[error]x", "^"]),
    ],
)
def test_the_mark_stands_under_the_place(text: str, at: int, shown: list[str]) -> None:
    """The mark is under the place, beside wide characters and escapes too."""
    stream = io.StringIO()
    range_ = LineIndex(text).range(at, at)
    FORMATS["text"](Output(stream)).add(
        "f.md", text, Diagnostic("no-votes", Severity.INFO, "No.", range_)
    )
    line, mark = shown
    assert stream.getvalue().splitlines()[1:] == [f"    1 | {line}", f"      | {mark}"]
