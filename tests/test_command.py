"""The command line."""

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

import paperdigest
from paperdigest import diagnose, parse_digest, repair
from paperdigest.__main__ import main
from paperdigest._command.files import FileError, read_text, replace_text
from paperdigest._command.show import printable, shortened
from tests.checking.test_diagnostics import SOUND
from tests.samples import EXAMPLES, ROOT

DAMAGED = SOUND.replace("What's", "What’s")
WRONG = SOUND.replace("34", "many")

#: A process of its own finds the package where this one has it.
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(paperdigest.__file__).parent.parent),
    "PYTHONIOENCODING": "utf-8",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a sound digest."""
    path = tmp_path / "digest.md"
    path.write_bytes(SOUND.encode())
    return path


def write(path: Path, text: str) -> str:
    path.write_bytes(text.encode())
    return str(path)


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def outcome(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[int, str, list[str]]:
    """Return the exit status, what was printed, and the lines on standard error."""
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err.splitlines()


# Show


def test_a_digest_is_printed_for_a_person(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest shows its date, and for each paper votes, title, identifier and authors."""
    more = (
        SOUND.replace("[A]", "[B]")
        .replace("34", "5")
        .replace("08-26", "08-27")
        .replace("Ada Lovelace", "A, B, C, D, E")
    )
    write(file, SOUND + more)
    assert outcome(capsys, file) == (
        0,
        "Daily Papers · 2024-08-26 · 1 paper\n\n"
        "  34  A\n      2408.12637 · Ada Lovelace\n\n"
        "Daily Papers · 2024-08-27 · 1 paper\n\n"
        "  5  B\n     2408.12637 · A, B, C and 2 more\n",
        [],
    )


def test_what_is_missing_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest without date, and a paper without title, link, votes or authors, says so."""
    write(file, "## Daily Papers\n\n### []()\n\n### [A](https://example.org/a)\n\nVote: 12\n")
    assert outcome(capsys, file)[1] == (
        "Daily Papers · no date · 2 papers\n\n"
        "   -  (no title)\n      no link\n\n"
        "  12  A\n      https://example.org/a\n"
    )
    write(file, "### [A](b)\n")
    assert outcome(capsys, file)[1] == "no date · 1 paper\n\n  A\n  b\n"


def test_a_range_of_days_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A digest of several days shows the first and the last one."""
    shown = outcome(capsys, ROOT / "examples" / "papers-of-the-week.md")[1]
    assert "Top AI Papers of the Week · 2026-04-05 to 2026-04-11 · 4 papers\n" in shown


def test_several_files_are_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there are several files, each is named, with an empty line between them."""
    shown = outcome(capsys, file, file)[1]
    assert shown.startswith(f"==> {file} <==\n\nDaily Papers")
    assert f"Ada Lovelace\n\n==> {file} <==\n\nDaily Papers" in shown


def test_a_terminal_is_not_steered(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters and turns of the direction of writing show as escapes."""
    write(file, SOUND.replace("[A]", "[\x1b[31mred\u202e\x9b]"))
    shown = outcome(capsys, file)[1]
    assert "\\x1b[31mred\\u202e\\x9b\n" in shown
    assert printable("한글 e\u0301 👩‍🔬") == "한글 e\u0301 👩‍🔬"
    assert printable("\ud800\0\n") == "\\ud800\\x00\\n"
    status, _, errors = outcome(capsys, "no\x1bfile")
    assert (status, errors) == (
        2,
        ["paperdigest: no\\x1bfile: cannot be read: No such file or directory"],
    )


def test_names_are_shortened_where_that_is_shorter() -> None:
    """Four names are shown, and of five the first three."""
    assert shortened([]) == ""
    assert shortened("ABCD") == "A, B, C, D"
    assert shortened("ABCDE") == "A, B, C and 2 more"


@pytest.mark.parametrize("name", EXAMPLES)
def test_json_holds_all_values(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON gives every public value of each digest of each file."""
    path = str(ROOT / "examples" / f"{name}.md")
    status, shown, errors = outcome(capsys, "--json", path)
    assert (status, errors) == (0, [])
    papers = [paper for digest in json.loads(shown) for paper in digest["papers"]]
    assert {digest["file"] for digest in json.loads(shown)} == {path}
    for paper, plain in zip(parse_digest(EXAMPLES[name]).papers, papers, strict=True):
        for key in ("title", "url", "arxiv_id", "votes", "category"):
            assert getattr(paper, key) == plain[key]
        assert list(paper.authors) == plain["authors"]
        for key in ("media", "sections", "fields", "links"):
            for item, values in zip(getattr(paper, key), plain[key], strict=True):
                assert {attribute: getattr(item, attribute) for attribute in values} == values


def test_json_is_one_document(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is one list, whatever the number of files; control characters are escaped."""
    write(file, SOUND.replace("Smaller", "\x7f\u202e 한글"))
    status, shown, errors = outcome(capsys, "--json", file, "missing", file)
    assert (status, len(json.loads(shown)), len(errors)) == (2, 2, 1)
    assert '"\\u007f\\u202e 한글."' in shown
    assert json.loads(shown)[0]["date"] == "2024-08-26"
    assert json.loads(outcome(capsys, "--json", "missing")[1]) == []


def test_a_terminal_that_lacks_characters(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a terminal's encoding lacks is written as an escape, and JSON stays JSON."""
    write(file, SOUND.replace("[A]", "[한]"))
    for arguments, expected in ((["--json"], '"title": "\\ud55c"'), ([], "34  \\ud55c\n")):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)
        assert main([*arguments, str(file)]) == 0
        stream.seek(0)
        assert expected in stream.read()


def test_output_may_be_no_terminal(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output goes to whatever stands for standard output, without an encoding too."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([str(file)]) == 0
    assert main(["--json", str(file)]) == 0
    assert "34  A\n" in stream.getvalue()


# Files


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dash stands for standard input, which is UTF-8 with its own line ends."""
    give_stdin(monkeypatch, SOUND.replace("\n", "\r\n").replace("A]", "É]").encode())
    assert "34  É\n" in outcome(capsys, "-")[1]
    give_stdin(monkeypatch, b"\xff")
    assert outcome(capsys, "-")[2] == [
        "paperdigest: <stdin>: cannot be read: it is not UTF-8: byte 0xff at offset 0"
    ]
    give_stdin(monkeypatch, WRONG.encode())
    assert outcome(capsys, "check", "-")[1].startswith("<stdin>:5:7: bad-votes ")


def test_a_file_keeps_its_line_ends(file: Path) -> None:
    """Line ends and a byte order mark are read as they are."""
    assert read_text(write(file, "\ufeffa\r\nb\rc\n")) == "\ufeffa\r\nb\rc\n"


@pytest.mark.parametrize("command", [[], ["check"]])
def test_a_file_that_cannot_be_read_stops_nothing(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is missing, a folder, or not UTF-8 is one clear line; the others are done."""
    (tmp_path / "binary").write_bytes(b"ab\xe9\n")
    names: list[str | Path] = [
        tmp_path / "missing",
        tmp_path,
        tmp_path / "binary",
        "nul\0byte",
        file,
    ]
    status, shown, errors = outcome(capsys, *command, *names)
    assert status == 2
    assert errors == [
        f"paperdigest: {tmp_path}/missing: cannot be read: No such file or directory",
        f"paperdigest: {tmp_path}: cannot be read: Is a directory",
        f"paperdigest: {tmp_path}/binary: cannot be read: it is not UTF-8: byte 0xe9 at offset 2",
        "paperdigest: nul\\x00byte: cannot be read: embedded null byte",
    ]
    assert "Daily Papers" in shown or shown == "1 file checked; nothing found\n"


def test_a_file_is_replaced_whole(file: Path, tmp_path: Path) -> None:
    """A file that is replaced keeps its mode and its line ends, and leaves nothing beside it."""
    file.chmod(0o640)
    replace_text(str(file), "\ufeffa\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbfa\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """A symbolic link is followed, and the file that it leads to is replaced."""
    link = tmp_path / "link.md"
    link.symlink_to(file)
    replace_text(str(link), "a")
    assert link.is_symlink()
    assert file.read_text() == "a"


@pytest.mark.parametrize("name", ["os.fsync", "os.replace", "shutil.copymode"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_crash_leaves_the_old_file(
    name: str, error: BaseException, file: Path, tmp_path: Path
) -> None:
    """On a full disk, or when it is interrupted, the old file is there and whole, and alone."""
    expected = FileError if isinstance(error, OSError) else KeyboardInterrupt
    with patch(name, side_effect=error), pytest.raises(expected):
        replace_text(str(file), "new")
    assert file.read_bytes() == SOUND.encode()
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_folder_that_cannot_be_opened_is_no_error(file: Path) -> None:
    """Where a folder cannot be opened, as on Windows, the file is replaced all the same."""
    beside = file.with_suffix(".tmp")
    made = os.open(beside, os.O_RDWR | os.O_CREAT), str(beside)
    with (
        patch("os.open", side_effect=PermissionError),
        patch("tempfile.mkstemp", return_value=made),
    ):
        replace_text(str(file), "new")
    assert file.read_text() == "new"


def test_only_a_writable_file_is_replaced(file: Path, tmp_path: Path) -> None:
    """A file that may not be written, or is no file, is left as it is, with a clear line."""
    denied = PermissionError(13, "Permission denied")
    with patch("pathlib.Path.open", side_effect=denied), pytest.raises(FileError) as caught:
        replace_text(str(file), "new")
    assert str(caught.value) == f"{file}: cannot be written: Permission denied"
    assert file.read_text() == SOUND
    with pytest.raises(FileError, match="it is no regular file"):
        replace_text(str(tmp_path), "new")
    with pytest.raises(FileError, match="surrogates not allowed"):
        replace_text(str(file), "\ud800")


def test_a_file_that_cannot_be_written_counts_as_unread(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a fix cannot be written, one clear line says so, and the exit status is 2."""
    write(file, DAMAGED)
    with patch("tempfile.mkstemp", side_effect=OSError(30, "Read-only file system")):
        status, shown, errors = outcome(capsys, "check", "--fix", file)
    assert (status, shown) == (2, "0 files checked; nothing found; 0 fixed\n")
    assert errors == [f"paperdigest: {file}: cannot be written: Read-only file system"]


# Check


def test_a_sound_file_has_nothing_to_tell(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check that finds nothing says how many files it looked at, and exits with 0."""
    assert outcome(capsys, "check", file, file) == (0, "2 files checked; nothing found\n", [])


def test_each_problem_has_a_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check prints file, line, column, code and message, then counts; an error exits with 1."""
    status, shown, _ = outcome(capsys, "check", write(file, WRONG.replace("Vote", "Vote: 1\nVote")))
    assert status == 1
    assert shown == (
        f"{file}:6:7: bad-votes 'many' is no count of votes; write digits, or - where none is known\n"
        f"{file}:6:7: conflicting-values 'many' found, but '1' above; the last one counts; keep one\n"
        "1 file checked; 1 error, 1 warning\n"
    )
    write(file, SOUND.replace("Vote: 34\n\n", ""))
    assert outcome(capsys, "check", file)[:2] == (
        0,
        f"{file}:3:6: no-votes The paper 'A' has no votes\n1 file checked; 1 note\n",
    )


def test_an_unreadable_file_counts_more_than_an_error(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit status is 2 where a file could not be read, whatever the others hold."""
    assert outcome(capsys, "check", write(file, WRONG), "missing")[0] == 2


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


def test_a_sound_file_is_not_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix does not touch a file in which nothing can be fixed."""
    before = file.stat()
    assert outcome(capsys, "check", "--fix", file)[1] == "1 file checked; nothing found; 0 fixed\n"
    assert file.stat().st_ino == before.st_ino


def test_standard_input_cannot_be_fixed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--fix needs a file to write to."""
    give_stdin(monkeypatch, DAMAGED.encode())
    status, _, errors = outcome(capsys, "check", "--fix", "-")
    assert (status, errors) == (
        2,
        ["paperdigest: <stdin>: cannot be written: give a file to --fix"],
    )


def test_problems_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--format json gives one list of all that was found, with places and edits."""
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
        "message": "'many' is no count of votes; write digits, or - where none is known",
        "fix": None,
    }
    (fix,) = [each.fix for each in diagnose(file.read_text()) if each.fix]
    assert second["fix"] == {"start": fix.start, "end": fix.end, "text": fix.text}
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
        "'one\\ntwo' belongs to no value; make it a section, or take it out",
        f"::error file={name},line=8,endLine=8,col=7,endColumn=11,title=bad-votes::"
        "'100%25' is no count of votes; write digits, or - where none is known",
        f"::warning file={name},line=12,endLine=12,col=5,endColumn=15,title=curly-apostrophe::"
        "'What’s New' found; write \"What's New\", with a straight apostrophe",
    ]


def test_the_dialect_can_be_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dialect says how the files are written, for both commands."""
    assert "0 papers" in outcome(capsys, "--dialect", "daily-ai-papers", file)[1]
    assert "not-a-digest" in outcome(capsys, "check", "--dialect", "daily-ai-papers", file)[1]


# The command itself


@pytest.mark.parametrize("arguments", [[], ["--nothing", "a"], ["check"], ["--dialect", "b", "a"]])
def test_arguments_that_make_no_sense(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Arguments that make no sense are told with the usage, and exit with 2."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: paperdigest" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_and_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Help and version are printed, and exit with 0."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith(("usage: paperdigest", "paperdigest "))


def test_a_version_needs_an_installation(capsys: pytest.CaptureFixture[str]) -> None:
    """Run from its source, the command says that it was not installed."""
    from importlib.metadata import PackageNotFoundError

    missing = patch("paperdigest._command.main.version", side_effect=PackageNotFoundError)
    with missing, pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == "paperdigest (not installed)\n"


def test_a_file_may_be_called_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file whose name is that of the subcommand is reached by its path."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "check", SOUND)
    assert outcome(capsys, "./check")[0] == 0


def test_the_module_runs(file: Path) -> None:
    """python -m paperdigest takes the arguments of its process."""
    command = [sys.executable, "-m", "paperdigest", "check", write(file, WRONG)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.splitlines()[-1] == b"1 file checked; 1 error"


def test_a_reader_that_goes_away_is_no_error(file: Path) -> None:
    """Where the reader of a pipe goes away, the command ends without a word."""
    write(file, SOUND * 3000)
    command = [sys.executable, "-m", "paperdigest", "--json", str(file)]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
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
    assert main([str(ROOT / "examples" / "daily-papers.md")]) == 141
    stream.close()
