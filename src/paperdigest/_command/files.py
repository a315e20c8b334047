"""Files: read whole, and replaced in one step where that loses nothing."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

#: What stands for standard input.
STDIN = "-"


class FileError(Exception):
    """A file that cannot be read or written; the message says why, in one line."""


def name_of(file: str) -> str:
    """Return the name to show for a file."""
    return "<stdin>" if file == STDIN else file


def read_text(file: str) -> str:
    """Read a file with its own line endings.

    Args:
        file: Its path, or ``-`` for standard input.

    Raises:
        FileError: It cannot be read, or is not UTF-8.
    """
    try:
        data = _standard_input() if file == STDIN else Path(file).read_bytes()
        return data.decode("utf-8")
    except (OSError, ValueError) as error:
        raise FileError(f"{name_of(file)}: cannot be read: {_reason(error)}") from None


def replace_text(file: str, text: str, old: str | None = None) -> None:
    """Replace the text of a file.

    A link stays a link. The file keeps its owner, its permissions and its extended attributes. It
    is replaced in one step, so that a crash leaves the old file or the new one; where that would
    lose an owner, an attribute or a further hard link, its text is written over instead.

    Args:
        file: Its path.
        text: The new text.
        old: The text that was read from it, where it must not have changed since.

    Raises:
        FileError: It cannot be written, or has changed since it was read; it is as it was, or the
            message says where its text is.
    """
    try:
        target = Path(file).resolve(strict=True)
        if not target.is_file():
            raise OSError("it is not a regular file")
        # Replacing asks for a writable folder only; a file that is read-only stays as it is.
        with target.open("r+b"):
            pass
        _replace(target, text.encode("utf-8"), None if old is None else old.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise FileError(f"{file}: cannot be written: {_reason(error)}") from None


def write_text(file: str, text: str) -> None:
    """Write a file that is new, or replace the one that is there.

    Raises:
        FileError: It cannot be written.
    """
    if os.path.exists(file):
        replace_text(file, text)
        return
    try:
        Path(file).write_bytes(text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise FileError(f"{file}: cannot be written: {_reason(error)}") from None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()


def _replace(target: Path, data: bytes, old: bytes | None) -> None:
    handle, name = tempfile.mkstemp(prefix=".paperdigest-", suffix=".tmp", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        keeps_all = _take_over(target, name)
        if old is not None and target.read_bytes() != old:
            raise OSError("it has changed since it was read; run the command again")
        if not keeps_all:
            _write_over(target, data, name)
        else:
            os.replace(name, target)
    except _HalfWrittenError:
        raise
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _take_over(target: Path, name: str) -> bool:
    """Give a new file the owner, permissions and attributes of the one that it is to replace.

    Returns:
        Whether it has them all, and the other one has no further names.
    """
    try:
        shutil.copystat(target, name)  # permissions and, where there are any, attributes and flags
        os.utime(name)
        if (owner := _owner(target)) != _owner(name):
            os.chown(name, *owner)
            shutil.copymode(target, name)  # a change of the owner takes some permissions away
        return target.stat().st_nlink == 1 and _attributes(target) == _attributes(name)
    except PermissionError:
        return False


def _owner(path: str | Path) -> tuple[int, int]:
    """Return the user and the group that a file belongs to, by their numbers."""
    found = os.stat(path)
    return found.st_uid, found.st_gid


def _attributes(path: str | Path) -> dict[str, bytes]:
    """Return the extended attributes of a file, where the system has them."""
    if not hasattr(os, "listxattr"):
        return {}
    with suppress(OSError):  # this file system has none
        return {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return {}


class _HalfWrittenError(OSError):
    """A file was written in part, and its new text is in another one."""


def _write_over(target: Path, data: bytes, name: str) -> None:
    """Write over the text of a file; ``name`` holds the new text until that is done."""
    try:
        _fill(target, data)
    except OSError as error:
        message = f"{_reason(error)}; it may be damaged, its new text is in {name}"
        raise _HalfWrittenError(message) from None
    except BaseException:  # an interrupt may come once the file is whole again
        _fill(target, data)
        raise
    os.unlink(name)


def _fill(target: Path, data: bytes) -> None:
    with target.open("r+b") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Make the new name survive a crash; where a folder cannot be opened, the system does it."""
    with suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        found = error.object[error.start]
        return f"it is not UTF-8: byte 0x{found:02x} at offset {error.start}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)
