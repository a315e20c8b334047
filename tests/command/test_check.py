"""Checking files: what is counted, fixed and compared, and the exit status."""

import io
import json
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from paperdigest import repair
from paperdigest.__main__ import main
from tests.checking.test_diagnostics import SOUND
from tests.command.running import DAMAGED, WRONG, Terminal, give_stdin, outcome, write

NO_VOTES = SOUND.replace("Vote: 34\n\n", "")
TWICE = WRONG.replace("Vote", "Vote: 1\nVote")


def test_a_sound_file_has_nothing_to_tell(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check that finds nothing says how many files it looked at, and exits with 0."""
    assert outcome(capsys, "check", file, file) == (0, "2 files checked; nothing found\n", [])


def test_each_problem_has_a_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check prints place, severity, message and code, the line with a mark, and the counts."""
    status, shown, _ = outcome(capsys, "check", write(file, TWICE))
    assert status == 1
    assert shown == (
        f"{file}:6:7: error: 'many' is not a number of votes; write digits, or - if it is unknown "
        "[bad-votes]\n"
        "    6 | Vote: many\n"
        "      |       ^~~~\n"
        f"{file}:6:7: warning: 'many' found, but '1' above; the last one counts; remove one "
        "[conflicting-values]\n"
        "    6 | Vote: many\n"
        "      |       ^~~~\n"
        "1 file checked; 1 error, 1 warning\n"
    )
    status, shown, _ = outcome(capsys, "check", "--format=concise", write(file, NO_VOTES))
    assert (status, shown) == (
        0,
        f"{file}:3:6: info: The paper 'A' has no votes [no-votes]\n1 file checked; 1 note\n",
    )
    shown = outcome(capsys, "check", write(file, DAMAGED))[1]
    assert shown.endswith("\n1 file checked; 1 warning; --fix can fix 1\n")


def test_an_empty_text_has_no_line_to_show(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the place of a problem is an empty line, none is shown."""
    assert outcome(capsys, "check", write(file, ""))[1] == (
        f"{file}:1:1: error: The text is empty; write the digest again [empty-text]\n"
        "1 file checked; 1 error\n"
    )


def test_an_unreadable_file_counts_more_than_an_error(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 2 where a file could not be read, and nothing is called fine."""
    status, shown, _ = outcome(capsys, "check", "--exit-zero", file, "missing")
    assert (status, shown) == (2, "1 file checked, 1 failed\n")
    status, shown, _ = outcome(capsys, "check", write(file, WRONG), "missing")
    assert status == 2
    assert shown.endswith("\n1 file checked, 1 failed; 1 error\n")


@pytest.mark.parametrize(
    ("options", "text", "status"),
    [
        ([], WRONG, 1),
        (["--exit-zero"], WRONG, 0),
        ([], DAMAGED, 0),
        (["--error-on-warning"], DAMAGED, 1),
        (["--error-on-warning"], NO_VOTES, 0),
        (["--ignore", "bad-votes"], WRONG, 0),
        (["--select", "no-votes"], WRONG, 0),
        (["--diff"], DAMAGED, 1),
        (["--diff"], SOUND, 0),
        (["--diff", "--exit-zero"], DAMAGED, 0),
    ],
)
def test_the_status_is_what_was_asked_for(
    options: list[str],
    text: str,
    status: int,
    file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The status is 1 for an error or a difference, and for a warning where that is asked for."""
    assert outcome(capsys, "check", *options, write(file, text))[0] == status


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], ["no-authors", "bad-votes", "conflicting-values"]),
        (["--select=bad-votes"], ["bad-votes"]),
        (["--select", "error,info"], ["no-authors", "bad-votes"]),
        (["--select=error", "--select=conflicting-values"], ["bad-votes", "conflicting-values"]),
        (["--ignore", "error, info"], ["conflicting-values"]),
        (["--select=bad-votes", "--ignore=error"], ["bad-votes"]),
        (["--select=error", "--ignore=bad-votes"], []),
    ],
)
def test_problems_are_selected(
    options: list[str], codes: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--select and --ignore take codes and severities; a code counts for more."""
    write(file, TWICE.replace("Authors: Ada Lovelace\n\n", ""))
    shown = outcome(capsys, "check", "--format=json", *options, file)[1]
    assert [found["code"] for found in json.loads(shown)] == codes


def test_digests_are_dated_as_they_are_shown(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A date of the path or of --date, and the year of --year, count for a check too."""
    text = SOUND.replace(" (2024-08-26)", "")
    assert "no-date" in outcome(capsys, "check", write(file, text))[1]
    assert "nothing found" in outcome(capsys, "check", "--date=2024-08-26", file)[1]
    named = file.with_name("2024-08-26.md")
    assert "nothing found" in outcome(capsys, "check", write(named, text))[1]
    damaged = DAMAGED.replace(" (2024-08-26)", "")
    shown = outcome(capsys, "check", "--fix", write(named, damaged))[1]
    assert shown.endswith("nothing found; 1 fixed\n")
    text = SOUND.replace("2024-08-26", "August 26")
    assert "incomplete-date" in outcome(capsys, "check", write(file, text))[1]
    assert "nothing found" in outcome(capsys, "check", "--year=2024", file)[1]


def test_a_code_that_is_not_known(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A code that there is not is told, with the one that may be meant."""
    status, _, errors = outcome(capsys, "check", "--select=bad-vots", file)
    assert status == 2
    assert errors == [
        "paperdigest: argument --select: there is no code or severity 'bad-vots'; "
        "did you mean 'bad-votes'? (see 'paperdigest check --help')"
    ]


def test_problems_are_counted(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--statistics prints how often each problem was found, instead of the problems."""
    write(file, TWICE)
    shown = outcome(capsys, "check", "--statistics", "--ignore=no-votes", file, file)[1]
    assert shown == (
        "2  error    bad-votes           Invalid votes\n"
        "2  warning  conflicting-values  Conflicting values\n"
        "2 files checked; 2 errors, 2 warnings\n"
    )
    assert outcome(capsys, "check", "--statistics", write(file, SOUND))[1] == (
        "1 file checked; nothing found\n"
    )


def test_counts_have_the_format_that_is_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--statistics prints JSON where that is asked for, and has no formats of other programs."""
    write(file, TWICE.replace("Authors: Ada Lovelace\n\n", ""))
    options = ("check", "--statistics", "--ignore=info", file, file)
    counts = [
        {"code": "bad-votes", "severity": "error", "count": 2},
        {"code": "conflicting-values", "severity": "warning", "count": 2},
    ]
    assert json.loads(outcome(capsys, *options, "--format=json")[1]) == counts
    lines = outcome(capsys, *options, "--format=jsonl")[1].splitlines()
    assert [json.loads(line) for line in lines] == counts
    for name in ("github", "sarif"):
        status, shown, errors = outcome(capsys, *options, "--format", name)
        assert (status, shown) == (2, "")
        assert errors == [
            f"paperdigest: --statistics has no format {name}; use one of text, concise, json, jsonl "
            "(see 'paperdigest check --help')"
        ]


# Fixing


def test_what_is_certain_is_fixed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix writes what can be fixed, and tells what is left."""
    write(file, DAMAGED.replace("\n", "\r\n"))
    status, shown, _ = outcome(capsys, "check", "--fix", file, file)
    assert (status, shown) == (0, "2 files checked; nothing found; 1 fixed\n")
    assert file.read_bytes() == SOUND.replace("\n", "\r\n").encode()
    text = DAMAGED.replace("34", "many")
    status, shown, _ = outcome(capsys, "check", "--fix", write(file, text))
    assert status == 1
    assert shown.endswith("1 file checked; 1 error; 1 fixed\n")
    assert file.read_text() == repair(text)


def test_only_what_is_selected_is_fixed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix leaves alone what is not selected."""
    text = DAMAGED.replace("- **What’s New**", "- ***What’s New**")
    outcome(capsys, "check", "--fix", "--select=unbalanced-emphasis", write(file, text))
    assert file.read_text() == DAMAGED.replace("**What’s New**", "***What’s New***")


def test_a_sound_file_is_not_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix does not touch a file in which nothing can be fixed."""
    before = file.stat()
    assert outcome(capsys, "check", "--fix", file)[1] == "1 file checked; nothing found; 0 fixed\n"
    assert file.stat().st_ino == before.st_ino


def test_standard_input_is_fixed_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--fix of standard input prints the text, and what is left to say beside it."""
    text = DAMAGED.replace("\n", "\r\n").replace("34", "many")
    for given in (text, SOUND):
        give_stdin(monkeypatch, given.encode())
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
        monkeypatch.setattr(sys, "stdout", stream)
        status = main(["check", "--fix", "-"])
        assert stream.buffer.getvalue() == repair(given).encode()
        assert status == int(given == text)
        errors = capsys.readouterr().err.splitlines()
    assert errors == ["1 file checked; nothing found; 0 fixed"]


def test_a_file_that_cannot_be_written_counts_as_unread(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a fix cannot be written, one clear line says so, and the exit status is 2."""
    write(file, DAMAGED)
    with patch("tempfile.mkstemp", side_effect=OSError(30, "Read-only file system")):
        status, shown, errors = outcome(capsys, "check", "--fix", file)
    assert (status, shown) == (2, "0 files checked, 1 failed; 0 fixed\n")
    assert errors == [f"paperdigest: {file}: cannot be written: Read-only file system"]


# Differences


def test_differences_are_shown_and_nothing_is_changed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--diff prints what --fix would change, as a patch, and the counts beside it."""
    text = DAMAGED.replace("[A]", "[A\x1b]").removesuffix("\n")
    status, shown, errors = outcome(
        capsys, "check", "--diff", "--select=warning", write(file, text)
    )
    assert status == 1
    assert shown == (
        f"--- {file}\n+++ {file}\n@@ -6,4 +6,4 @@\n \n Authors: Ada Lovelace\n \n"
        "-- **What’s New**: Smaller.\n\\ No newline at end of file\n"
        "+- **What's New**: Smaller.\n\\ No newline at end of file\n"
    )
    assert errors[-1].endswith("--fix would change 1 file")
    assert file.read_text() == text
    assert outcome(capsys, "check", "--diff", write(file, SOUND))[1:] == (
        "",
        ["1 file checked; nothing found; --fix would change 0 files"],
    )


def test_differences_have_colours(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal, what goes is red and what comes is green; line endings are not shown."""
    write(file, DAMAGED.replace("\n", "\r\n"))
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    main(["check", "--diff", str(file)])
    lines = terminal.getvalue().splitlines()
    assert lines[0] == f"\x1b[1m--- {file}\x1b[0m"
    assert lines[2].startswith("\x1b[36m@@")
    assert lines[-2:] == [
        "\x1b[31m-- **What’s New**: Smaller.\x1b[0m",
        "\x1b[32m+- **What's New**: Smaller.\x1b[0m",
    ]


@pytest.mark.parametrize("options", [["--fix", "--diff"], ["--exit-zero", "--error-on-warning"]])
def test_options_that_exclude_each_other(
    options: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Options that contradict each other are refused."""
    status, _, (error,) = outcome(capsys, "check", *options, file)
    assert status == 2
    assert f"argument {options[1]}: not allowed with argument {options[0]}" in error


def test_the_dialect_can_be_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dialect says how the files are written."""
    assert "not-a-digest" in outcome(capsys, "check", "--dialect", "daily-ai-papers", file)[1]


def test_several_files_may_be_mixed_with_options(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files and options come in any order."""
    shown = outcome(capsys, "check", file, "--format", "json", "--ignore=error", file)
    assert shown == (0, "[]\n", [])
