"""Files: how they are read, and what is kept of those that are replaced."""

import os
import stat
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from paperdigest._command.files import FileError, read_text, replace_text
from tests.checking.test_diagnostics import SOUND
from tests.command.running import give_stdin, outcome, write

FULL = OSError(28, "No space left on device")


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


def test_a_file_keeps_its_line_endings(file: Path) -> None:
    """Line endings and a byte order mark are read as they are."""
    assert read_text(write(file, "\ufeffa\r\nb\rc\n")) == "\ufeffa\r\nb\rc\n"


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
    assert "Daily Papers" in shown or shown == "1 file checked, 3 not\n"


def test_a_file_is_replaced_whole(file: Path, tmp_path: Path) -> None:
    """A file that is replaced keeps its permissions and line endings, and leaves nothing beside it."""
    file.chmod(0o640)
    before = file.stat()
    replace_text(str(file), "\ufeffa\r\n", SOUND)
    assert file.read_bytes() == b"\xef\xbb\xbfa\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.stat().st_ino != before.st_ino
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """A symbolic link is followed, and the file that it leads to is replaced."""
    link = tmp_path / "link.md"
    link.symlink_to(file)
    replace_text(str(link), "a", SOUND)
    assert link.is_symlink()
    assert file.read_text() == "a"


def test_hard_links_stay_one_file(file: Path, tmp_path: Path) -> None:
    """A file with a second name keeps it: its text is written over."""
    other = tmp_path / "other.md"
    other.hardlink_to(file)
    replace_text(str(file), "a", SOUND)
    assert other.read_text() == "a"
    assert sorted(os.listdir(tmp_path)) == ["digest.md", "other.md"]


def test_a_file_keeps_its_attributes(file: Path) -> None:
    """Extended attributes are those of the file that is replaced."""
    try:
        os.setxattr(file, "user.note", b"mine")
    except (AttributeError, OSError):
        pytest.skip("there are no extended attributes here")
    replace_text(str(file), "a", SOUND)
    assert os.getxattr(file, "user.note") == b"mine"


def owners() -> Any:
    """Give the file and its replacement different owners."""
    return patch("paperdigest._command.files._owner", side_effect=[(4711, 12), (0, 0)])


def test_a_file_keeps_its_owner(file: Path) -> None:
    """A new file is given to the owner of the old one, with the permissions of that."""
    file.chmod(0o600)
    with owners(), patch("os.chown") as chown:
        replace_text(str(file), "a", SOUND)
    (call,) = chown.call_args_list
    assert call.args[1:] == (4711, 12)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == "a"


def test_a_file_whose_owner_cannot_be_kept_is_written_over(file: Path, tmp_path: Path) -> None:
    """Where a new file cannot have the same owner, the text is written into the old one."""
    number = file.stat().st_ino
    with owners(), patch("os.chown", side_effect=PermissionError):
        replace_text(str(file), "a", SOUND)
    assert (file.stat().st_ino, file.read_text()) == (number, "a")
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_file_whose_attributes_cannot_be_kept_is_written_over(file: Path) -> None:
    """Where a new file cannot have the same attributes, the text is written into the old one."""
    number = file.stat().st_ino
    attributes = [["security.x"], []]
    with (
        patch("os.listxattr", side_effect=lambda path: attributes.pop(0), create=True),
        patch("os.getxattr", return_value=b"", create=True),
        patch("shutil.copystat"),
    ):
        replace_text(str(file), "a", SOUND)
    assert (file.stat().st_ino, file.read_text()) == (number, "a")


def test_systems_without_attributes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system or the file system has no extended attributes, there are none to keep."""
    with (
        patch("os.listxattr", side_effect=OSError(95, "not supported"), create=True),
        patch("shutil.copystat"),
    ):
        replace_text(str(file), "a", SOUND)
    if hasattr(os, "listxattr"):
        monkeypatch.delattr(os, "listxattr")
    with patch("shutil.copystat"):
        replace_text(str(file), "b", "a")
    assert file.read_text() == "b"


def test_what_was_saved_since_is_not_overwritten(file: Path, tmp_path: Path) -> None:
    """A file that has changed since it was read stays as it is, and the message says so."""
    write(file, "saved in an editor")
    with pytest.raises(FileError, match="it has changed since it was read; run the command again"):
        replace_text(str(file), "new", SOUND)
    assert file.read_text() == "saved in an editor"
    assert os.listdir(tmp_path) == ["digest.md"]


@pytest.mark.parametrize("name", ["os.fsync", "os.replace", "shutil.copystat"])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
def test_a_crash_leaves_the_old_file(
    name: str, error: BaseException, file: Path, tmp_path: Path
) -> None:
    """On a full disk, or when it is interrupted, the old file is there and whole, and alone."""
    expected = FileError if isinstance(error, OSError) else KeyboardInterrupt
    with patch(name, side_effect=error), pytest.raises(expected):
        replace_text(str(file), "new", SOUND)
    assert file.read_bytes() == SOUND.encode()
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_file_that_is_half_written_says_where_its_text_is(file: Path, tmp_path: Path) -> None:
    """Where a text cannot be written over, the message names a file with the whole new text."""
    (tmp_path / "other.md").hardlink_to(file)
    with (
        patch("paperdigest._command.files._fill", side_effect=FULL),
        pytest.raises(FileError, match="No space left on device; it may be damaged") as caught,
    ):
        replace_text(str(file), "new", SOUND)
    assert Path(str(caught.value).rpartition(" is in ")[2]).read_text() == "new"


def test_an_interrupt_waits_for_a_file_that_is_written_over(file: Path, tmp_path: Path) -> None:
    """An interrupt while a text is written over leaves the whole new text."""
    (tmp_path / "other.md").hardlink_to(file)
    real = os.fsync
    calls: list[int] = []

    def fsync(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(handle)

    with patch("os.fsync", fsync), pytest.raises(KeyboardInterrupt):
        replace_text(str(file), "new", SOUND)
    assert file.read_text() == "new"
    assert sorted(os.listdir(tmp_path)) == ["digest.md", "other.md"]


def test_a_folder_that_cannot_be_opened_is_no_error(file: Path) -> None:
    """Where a folder cannot be opened, as on Windows, the file is replaced all the same."""
    beside = file.with_suffix(".tmp")
    made = os.open(beside, os.O_RDWR | os.O_CREAT), str(beside)
    with (
        patch("os.open", side_effect=PermissionError),
        patch("tempfile.mkstemp", return_value=made),
    ):
        replace_text(str(file), "new", SOUND)
    assert file.read_text() == "new"


def test_only_a_writable_file_is_replaced(file: Path, tmp_path: Path) -> None:
    """A file that may not be written, or is no file, is left as it is, with a clear line."""
    denied = PermissionError(13, "Permission denied")
    with patch("pathlib.Path.open", side_effect=denied), pytest.raises(FileError) as caught:
        replace_text(str(file), "new", SOUND)
    assert str(caught.value) == f"{file}: cannot be written: Permission denied"
    assert file.read_text() == SOUND
    with pytest.raises(FileError, match="it is not a regular file"):
        replace_text(str(tmp_path), "new", SOUND)
    with pytest.raises(FileError, match="surrogates not allowed"):
        replace_text(str(file), "\ud800", SOUND)
