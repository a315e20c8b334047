"""The command as a whole: its arguments, and how it ends."""

import io
import os
import subprocess
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path
from unittest.mock import patch

import pytest

from paperdigest.__main__ import main
from paperdigest._command.main import COMMANDS, build_parser
from tests.checking.test_diagnostics import SOUND
from tests.command.running import ENVIRONMENT, WRONG, outcome, write
from tests.samples import ROOT

EXAMPLE = str(ROOT / "examples" / "daily-papers.md")
RUN = [sys.executable, "-m", "paperdigest"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name a file, a folder, - for standard input, or a command (show, "),
        (["--nothing", "a"], "there is no option '--nothing' (see"),
        (["--verson"], "there is no option '--verson'; did you mean '--version'?"),
        (["check", "--fxi"], "there is no option '--fxi'; did you mean '--fix'?"),
        (["show", "-x", "a"], "there is no option '-x' (see 'paperdigest show --help')"),
        (["check"], "the following arguments are required: FILE"),
        (["--dialect", "b", "a"], "there is no dialect 'b'; expected one of 'daily-papers', "),
        (["chekc", "a.md"], "there is no command or file 'chekc'; did you mean 'check'?"),
        (["--json", "check", "a.md"], "'check' is a command; write it first: paperdigest check"),
        (["--no\x1bthing", "a"], "there is no option '--no\\x1bthing'"),
        (["a.md", "check"], "'check' is a command; write it first: paperdigest check"),
        (["help", "chekc"], "there is no command 'chekc'; did you mean 'check'?"),
        (
            ["check", "--format=\u200f", "a"],
            "argument --format: there is no value '\\u200f'; expected one of 'text', 'concise', ",
        ),
        (["check", "--format=jsno", "a"], "there is no value 'jsno'; did you mean 'json'?"),
        (["explain", "bad"], "there is no code 'bad'; expected one of 'bad-date', 'bad-votes'"),
        (
            ["explain", "foo"],
            "there is no code 'foo'; expected one of 38, such as 'empty-text', 'not-a-digest', "
            "'no-heading'; 'paperdigest explain' lists the codes (see",
        ),
        (["explain", "no"], "no code 'no'; expected one of 11, such as 'not-a-digest', 'no-h"),
        (
            ["check", "--select=foo", "a"],
            "expected one of 41, such as 'error', 'warning', 'info'; 'paperdigest explain' lists ",
        ),
        (
            ["convert", "--to=yaml", "a"],
            "there is no format 'yaml'; expected one of 13, such as 'json', 'jsonl', 'csv' (see",
        ),
        (["explain", "surrogate"], "did you mean 'lone-surrogate'?"),
        (["explain", "BAD-VOTE"], "there is no code 'BAD-VOTE'; did you mean 'bad-votes'?"),
        (["explain", "media"], "there is no code 'media'; expected 'malformed-media'"),
        (["--dialect=\u202e", "a"], "there is no dialect '\\u202e'"),
    ],
)
def test_arguments_that_make_no_sense(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Arguments that make no sense are told in one line without control characters; it exits with 2."""
    status, shown, errors = outcome(capsys, *arguments)
    assert (status, shown) == (2, "")
    (error,) = errors
    assert error.startswith("paperdigest: ")
    assert message in error
    assert error.endswith("--help')")


@pytest.mark.parametrize("name", ["nothing", "chekc.md", "./chekc", "folder/chekc"])
def test_a_file_that_is_missing_is_no_command(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is like no command, or looks like a path, is a file that is missing."""
    assert outcome(capsys, name)[2] == [
        f"paperdigest: {name}: cannot be read: No such file or directory"
    ]


def test_a_file_may_be_called_like_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file with the name of a command is reached by its path, or after ``show``."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "check", SOUND)
    write(tmp_path / "chekc", SOUND)
    for arguments in (["./check"], ["show", "check"], ["chekc"], ["show", "--", "check"]):
        assert outcome(capsys, *arguments)[0] == 0


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_printed(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Help says what a command takes and what its exit status means."""
    status, shown, errors = outcome(capsys, *command, "--help")
    assert (status, errors) == (0, [])
    assert shown.startswith(f"usage: {' '.join(['paperdigest', *command])} ")
    assert "exit status:\n  0    no problem\n" in shown


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_fits_the_terminal(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Help is wrapped at the width of the terminal, but for commands to copy."""
    monkeypatch.setenv("COLUMNS", "60")
    lines = outcome(capsys, *command, "--help")[1].splitlines()
    assert all(len(line) < 60 or line.startswith("  paperdigest ") for line in lines)
    assert "  2    a file, the output or a value cannot be read or" in lines
    assert "       written, or an argument is invalid" in lines


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_a_command_too(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """``help check`` prints what ``check --help`` does, unless there is a file of that name."""
    monkeypatch.chdir(tmp_path)
    assert outcome(capsys, "help", *command) == outcome(capsys, *command, "--help")
    write(tmp_path / "help", SOUND)
    assert outcome(capsys, "help") == outcome(capsys, "./help")


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints the name and the version, after other options too."""
    assert outcome(capsys, "--version")[1].startswith("paperdigest ")
    assert outcome(capsys, "--color", "never", "--version") == outcome(capsys, "--version")


def test_files_after_two_dashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After ``--`` all is a file, whatever it is called, and with options before it too."""
    monkeypatch.chdir(tmp_path)
    for name in ("--json", "-a.md", "b.md"):
        write(tmp_path / name, SOUND)
    status, shown, errors = outcome(capsys, "--", "--json", "b.md", "-a.md")
    assert (status, errors) == (0, [])
    assert [line for line in shown.splitlines() if line.startswith("==>")] == [
        "==> ./--json <==",
        "==> b.md <==",
        "==> ./-a.md <==",
    ]
    assert outcome(capsys, "check", "--format", "concise", "--", "-a.md") == outcome(
        capsys, "check", "--format", "concise", "./-a.md"
    )


@pytest.mark.parametrize("name", ["-5", "-.5", "- a", "-"])
def test_files_that_look_like_options(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers, names with a space and the sign for standard input are files, not options."""
    assert not outcome(capsys, "show", name)[2][0].startswith("paperdigest: there is no option")


def test_the_whole_parser_knows_the_commands() -> None:
    """The parser for completion and help reads each command as well."""
    parser = build_parser()
    assert parser.parse_args(["check", "--fix", "a.md"]).fix
    with pytest.raises(SystemExit):
        parser.parse_args(["chekc"])


# How it ends


def test_the_module_runs(file: Path) -> None:
    """python -m paperdigest takes the arguments of its process."""
    command = [*RUN, "check", write(file, WRONG)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.splitlines()[-1] == b"1 file checked; 1 error"


def test_a_reader_that_goes_away_is_no_error(file: Path) -> None:
    """Where the reader of a pipe goes away, the command ends without a word."""
    write(file, SOUND * 3000)
    with subprocess.Popen(
        [*RUN, "--json", str(file)],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_broken_pipe_is_turned_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output leads nowhere once its pipe is broken, so that the end of Python is quiet."""
    reader, writer = os.pipe()
    os.close(reader)
    stream = os.fdopen(writer, "w", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([EXAMPLE]) == 141
    stream.close()


@pytest.mark.parametrize("arguments", [["show", EXAMPLE], ["--help"], ["--version"]])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk that is always full")
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    """Output that cannot be written is one line, and the exit status is 2."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*RUN, *arguments], env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr == (
        b"paperdigest: cannot write to standard output: No space left on device\n"
    )
    assert done.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a shell is needed")
def test_streams_that_are_closed(file: Path) -> None:
    """A stream that is closed is one line, where there is a stream left to say so."""
    for closing, message in (
        (">&-", b"paperdigest: cannot write to standard output: it is closed\n"),
        (">&- 2>&-", b""),
    ):
        command = f"'{sys.executable}' -m paperdigest '{file}' {closing}"
        done = subprocess.run(
            ["sh", "-c", command], env=ENVIRONMENT, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (2, message)


def test_output_that_is_closed_or_full_ends_in_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output that cannot be written, or is not there, gives 2 and one line."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    for stream, reason in ((Full(), "No space left on device"), (None, "it is closed")):
        monkeypatch.setattr(sys, "stdout", stream)
        assert main([EXAMPLE]) == 2
        message = f"paperdigest: cannot write to standard output: {reason}\n"
        assert capsys.readouterr().err == message


def test_an_interrupt_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the command with one line and the status that shells show for it."""
    with patch("paperdigest._command.text_files.parse_digests", side_effect=KeyboardInterrupt):
        assert outcome(capsys, EXAMPLE) == (130, "", ["paperdigest: interrupted"])


def test_a_version_needs_an_installation(capsys: pytest.CaptureFixture[str]) -> None:
    """Run from its source, the command says that it was not installed."""
    from importlib.metadata import PackageNotFoundError

    with patch("paperdigest._command.arguments.version", side_effect=PackageNotFoundError):
        assert outcome(capsys, "--version")[1] == "paperdigest (not installed)\n"


def test_an_import_can_be_interrupted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is quicker than the import of the command sees one line, too."""

    class Impatient(MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "paperdigest._command.main":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "paperdigest._command.main")
    monkeypatch.setattr(sys, "meta_path", [Impatient(), *sys.meta_path])
    assert main([]) == 130
    assert capsys.readouterr().err == "paperdigest: interrupted\n"
