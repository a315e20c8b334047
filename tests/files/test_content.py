"""The text of a file: how it is read, and what is kept of a file that is replaced."""

import errno
import os
import pickle
import stat
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from paperdigest import DigestFileError
from paperdigest._files.content import read_text, write_text
from tests.checking.test_diagnostics import SOUND
from tests.files.conftest import write

FULL = OSError(28, "No space left on device")


def test_a_file_keeps_its_line_endings(file: Path) -> None:
    """Line endings and a byte order mark are read as they are."""
    assert read_text(write(file, "\ufeffa\r\nb\rc\n")) == "\ufeffa\r\nb\rc\n"


def test_a_file_is_replaced_whole(file: Path, tmp_path: Path) -> None:
    """A file that is replaced keeps its permissions and line endings, and leaves nothing beside it."""
    file.chmod(0o640)
    before = file.stat()
    write_text(str(file), "\ufeffa\r\n", SOUND)
    assert file.read_bytes() == b"\xef\xbb\xbfa\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.stat().st_ino != before.st_ino
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """A symbolic link is followed, and the file that it leads to is replaced."""
    link = tmp_path / "link.md"
    link.symlink_to(file)
    write_text(str(link), "a", SOUND)
    assert link.is_symlink()
    assert file.read_text() == "a"


def test_hard_links_stay_one_file(file: Path, tmp_path: Path) -> None:
    """A file with a second name keeps it: its text is written over."""
    other = tmp_path / "other.md"
    other.hardlink_to(file)
    write_text(str(file), "a", SOUND)
    assert other.read_text() == "a"
    assert sorted(os.listdir(tmp_path)) == ["digest.md", "other.md"]


def test_a_file_keeps_its_attributes(file: Path) -> None:
    """Extended attributes are those of the file that is replaced."""
    try:
        os.setxattr(file, "user.note", b"mine")
    except (AttributeError, OSError):
        pytest.skip("there are no extended attributes here")
    write_text(str(file), "a", SOUND)
    assert os.getxattr(file, "user.note") == b"mine"


def owners() -> Any:
    """Return the file and its replacement different owners."""
    return patch("paperdigest._files.content._owner", side_effect=[(4711, 12), (0, 0)])


def test_a_file_keeps_its_owner(file: Path) -> None:
    """A new file is given to the owner of the old one, with the permissions of that."""
    file.chmod(0o600)
    with owners(), patch("os.chown") as chown:
        write_text(str(file), "a", SOUND)
    (call,) = chown.call_args_list
    assert call.args[1:] == (4711, 12)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == "a"


def test_a_file_whose_owner_cannot_be_kept_is_written_over(file: Path, tmp_path: Path) -> None:
    """Where a new file cannot have the same owner, the text is written into the old one."""
    number = file.stat().st_ino
    with owners(), patch("os.chown", side_effect=PermissionError):
        write_text(str(file), "a", SOUND)
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
        write_text(str(file), "a", SOUND)
    assert (file.stat().st_ino, file.read_text()) == (number, "a")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_file_in_a_folder_that_is_not_writable_is_written_over(
    number: int, file: Path, tmp_path: Path
) -> None:
    """If the folder takes no new file, the text is written into the old one."""
    elsewhere = tmp_path / "elsewhere.tmp"
    made = os.open(elsewhere, os.O_RDWR | os.O_CREAT), str(elsewhere)
    inode = file.stat().st_ino
    with patch("tempfile.mkstemp", side_effect=[OSError(number, "denied"), made]):
        write_text(str(file), "a", SOUND)
    assert (file.stat().st_ino, file.read_text()) == (inode, "a")
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_full_folder_is_not_written_over(file: Path) -> None:
    """If a new file fails for another reason, the old one stays."""
    with patch("tempfile.mkstemp", side_effect=FULL), pytest.raises(OSError, match="No space"):
        write_text(str(file), "a", SOUND)
    assert file.read_text() == SOUND


def test_a_mount_point_is_written_over(file: Path, tmp_path: Path) -> None:
    """A file that is mounted by itself, as into a container, cannot be replaced."""
    busy = OSError(errno.EBUSY, "Device or resource busy")
    with patch("os.replace", side_effect=busy):
        write_text(str(file), "a", SOUND)
    assert file.read_text() == "a"
    assert os.listdir(tmp_path) == ["digest.md"]


def test_systems_without_attributes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system or the file system has no extended attributes, there are none to keep."""
    with (
        patch("os.listxattr", side_effect=OSError(95, "not supported"), create=True),
        patch("shutil.copystat"),
    ):
        write_text(str(file), "a", SOUND)
    if hasattr(os, "listxattr"):
        monkeypatch.delattr(os, "listxattr")
    with patch("shutil.copystat"):
        write_text(str(file), "b", "a")
    assert file.read_text() == "b"


def test_what_was_saved_since_is_not_overwritten(file: Path, tmp_path: Path) -> None:
    """A file that has changed since it was read stays as it is, and the message says so."""
    write(file, "saved in an editor")
    with pytest.raises(DigestFileError, match="it has changed since it was read; read it again"):
        write_text(str(file), "new", SOUND)
    assert file.read_text() == "saved in an editor"
    assert os.listdir(tmp_path) == ["digest.md"]


@pytest.mark.parametrize("name", ["os.fsync", "os.replace", "shutil.copystat"])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
def test_a_crash_leaves_the_old_file(
    name: str, error: BaseException, file: Path, tmp_path: Path
) -> None:
    """On a full disk, or when it is interrupted, the old file is there and whole, and alone."""
    expected = OSError if isinstance(error, OSError) else KeyboardInterrupt
    with patch(name, side_effect=error), pytest.raises(expected):
        write_text(str(file), "new", SOUND)
    assert file.read_bytes() == SOUND.encode()
    assert os.listdir(tmp_path) == ["digest.md"]


def test_a_file_that_is_half_written_says_where_its_text_is(file: Path, tmp_path: Path) -> None:
    """Where a text cannot be written over, the message names a file with the whole new text."""
    (tmp_path / "other.md").hardlink_to(file)
    with (
        patch("paperdigest._files.content._fill", side_effect=FULL),
        pytest.raises(
            DigestFileError, match="No space left on device; it may be damaged"
        ) as caught,
    ):
        write_text(str(file), "new", SOUND)
    assert Path(str(caught.value.strerror).rpartition(" is in ")[2]).read_text() == "new"


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
        write_text(str(file), "new", SOUND)
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
        write_text(str(file), "new", SOUND)
    assert file.read_text() == "new"


def test_only_a_writable_file_is_replaced(file: Path, tmp_path: Path) -> None:
    """A file that may not be written, or is not a file, is left as it is; the error names it."""
    denied = PermissionError(13, "Permission denied")
    with patch("pathlib.Path.open", side_effect=denied), pytest.raises(PermissionError) as caught:
        write_text(str(file), "new", SOUND)
    assert str(caught.value) == f"[Errno 13] Permission denied: {str(file)!r}"
    assert file.read_text() == SOUND
    with pytest.raises(DigestFileError, match="it is not a regular file"):
        write_text(str(tmp_path), "new", SOUND)
    with pytest.raises(FileNotFoundError):
        write_text(str(tmp_path / "gone.md"), "new", SOUND)


def test_what_utf8_cannot_hold_is_not_written(file: Path) -> None:
    """A lone surrogate is named with its place, and the file stays as it is."""
    with pytest.raises(DigestFileError, match=r"the surrogate U\+D800 at offset 1") as caught:
        write_text(str(file), "a\ud800", SOUND)
    assert caught.value.filename == str(file)
    assert file.read_text() == SOUND


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    """A new file has the permissions that the process gives to new files, and is alone."""
    path, plain = tmp_path / "new.md", tmp_path / "plain"
    write_text(str(path), "a\r\n")
    plain.touch()
    assert path.read_bytes() == b"a\r\n"
    assert path.stat().st_mode == plain.stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["new.md", "plain"]


@pytest.mark.parametrize("name", ["os.fsync", "os.replace"])
def test_a_crash_leaves_no_new_file(name: str, tmp_path: Path) -> None:
    """On a full disk there is neither a new file nor a part of one; the error names the file."""
    with patch(name, side_effect=FULL), pytest.raises(OSError, match="No space left") as caught:
        write_text(str(tmp_path / "new.md"), "a")
    assert (caught.value.filename, caught.value.errno) == (str(tmp_path / "new.md"), errno.ENOSPC)
    assert os.listdir(tmp_path) == []


def test_a_link_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    """A symbolic link whose file is missing stays a link, and leads to the new file."""
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "target.md")
    write_text(str(link), "a")
    assert link.is_symlink()
    assert (tmp_path / "target.md").read_text() == "a"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"ab\xe9\n", "it is not UTF-8: byte 0xe9 at offset 2"),
        (b"\xff\xfea\x00", "it is UTF-16, not UTF-8; save it as UTF-8"),
    ],
)
def test_what_is_not_utf8_is_not_read(data: bytes, reason: str, file: Path) -> None:
    """The error names the file, the byte and its place, also after a pickle."""
    file.write_bytes(data)
    with pytest.raises(DigestFileError) as caught:
        read_text(str(file))
    for error in (caught.value, pickle.loads(pickle.dumps(caught.value))):
        assert (error.strerror, error.filename) == (reason, str(file))


def test_a_name_that_no_file_can_have() -> None:
    """A name with a NUL is an error of the same kind, for reading and for writing."""
    for use in (read_text, lambda name: write_text(name, "a")):
        with pytest.raises(DigestFileError, match="embedded null"):
            use("a\0b")


def test_a_link_to_itself_is_left_alone(tmp_path: Path) -> None:
    """A symbolic link that leads back to itself is no new file, and stays as it is."""
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(OSError, match="symbolic links") as caught:
        write_text(str(tmp_path / "a.md"), "new")
    assert (caught.value.errno, caught.value.filename) == (errno.ELOOP, str(tmp_path / "a.md"))
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "b.md").is_symlink()


def test_an_empty_name_is_no_folder() -> None:
    """An empty name is a file that is missing, and not the current folder."""
    for use in (read_text, lambda name: write_text(name, "a")):
        with pytest.raises(FileNotFoundError, match="No such file or directory: ''"):
            use("")


def test_a_longer_text_has_a_reason_of_its_own(file: Path) -> None:
    """If a file has the expected text and more, the message can say what that means."""
    write(file, f"{SOUND}more")
    with pytest.raises(DigestFileError, match="it is longer"):
        write_text(str(file), "new", SOUND, longer="it is longer")
    for old in ("other", ""):
        with pytest.raises(DigestFileError, match="has changed"):
            write_text(str(file), "new", old, longer="it is longer")
    assert file.read_text() == f"{SOUND}more"
