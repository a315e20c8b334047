"""Files: what is said of those that cannot be read or written."""

import os
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.checking.test_diagnostics import SOUND
from tests.command.running import DAMAGED, give_stdin, outcome, write


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dash stands for standard input, which is UTF-8 with its own line endings."""
    give_stdin(monkeypatch, SOUND.replace("\n", "\r\n").replace("A]", "É]").encode())
    assert "34  É\n" in outcome(capsys, "-")[1]
    give_stdin(monkeypatch, b"\xff")
    assert outcome(capsys, "-")[2] == [
        "paperdigest: <stdin>: cannot be read: it is not UTF-8: byte 0xff at offset 0"
    ]


def test_standard_input_may_be_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard input that is not there is one clear line."""
    monkeypatch.setattr(sys, "stdin", None)
    status, _, errors = outcome(capsys, "check", "-")
    assert (status, errors) == (
        2,
        ["paperdigest: <stdin>: cannot be read: standard input is closed"],
    )


@pytest.mark.parametrize("command", [[], ["check"]])
def test_a_file_that_cannot_be_read_stops_nothing(
    command: list[str], file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is missing or not UTF-8 is one clear line; the others are read."""
    (tmp_path / "binary").write_bytes(b"ab\xe9\n")
    names: list[str | Path] = [tmp_path / "missing", tmp_path / "binary", "nul\0byte", file]
    status, shown, errors = outcome(capsys, *command, *names)
    assert status == 2
    assert errors == [
        f"paperdigest: {tmp_path}/missing: cannot be read: No such file or directory",
        f"paperdigest: {tmp_path}/binary: cannot be read: it is not UTF-8: byte 0xe9 at offset 2",
        "paperdigest: nul\\x00byte: cannot be read: embedded null byte",
    ]
    assert "Daily Papers" in shown or shown == "1 file checked, 3 failed\n"


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="there are no names for pipes here")
def test_a_pipe_that_is_named_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    """A shell passes the output of another program as the name of a pipe, which is read."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as file:
        file.write(SOUND.encode())
    try:
        assert "34  A\n" in outcome(capsys, f"/dev/fd/{reader}")[1]
    finally:
        os.close(reader)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_named_pipe_in_a_folder_stops_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A named pipe in a folder is one clear line, and the files beside it are read."""
    os.mkfifo(file.with_name("pipe.md"))
    status, shown, errors = outcome(capsys, "check", file.parent)
    assert (status, shown) == (2, "1 file checked, 1 failed\n")
    assert errors == [
        f"paperdigest: {file.parent}/pipe.md: cannot be read: it is not a regular file"
    ]


def test_an_empty_name_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The message about an empty name shows that it is empty."""
    message = "paperdigest: '': cannot be read: No such file or directory"
    assert outcome(capsys, "show", "") == (2, "", [message])


def test_a_folder_that_cannot_be_searched_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that may not be opened is one clear line, and the status is 2."""
    (tmp_path / "locked").mkdir()
    write(tmp_path / "2024-08-26.md", SOUND)
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    with patch("os.scandir", scandir):
        status, _, errors = outcome(capsys, "check", tmp_path)
    assert status == 2
    assert errors == [f"paperdigest: {tmp_path}/locked: cannot be read: Permission denied"]


def test_a_file_that_cannot_be_written_is_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that may not be written is one clear line, and stays as it is."""
    write(file, DAMAGED)
    with patch("os.fsync", side_effect=OSError(28, "No space left on device")):
        status, _, errors = outcome(capsys, "check", "--fix", file)
    assert status == 2
    assert errors == [f"paperdigest: {file}: cannot be written: No space left on device"]
    assert file.read_text() == DAMAGED
