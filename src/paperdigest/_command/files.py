"""Files: read whole, replaced in one step."""

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
    """Read a file with its own line ends.

    Args:
        file: Its path, or ``-`` for standard input.

    Raises:
        FileError: It cannot be read, or is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
        return data.decode("utf-8")
    except (OSError, ValueError) as error:
        raise FileError(f"{name_of(file)}: cannot be read: {_reason(error)}") from None


def replace_text(file: str, text: str) -> None:
    """Replace what a file holds, in one step, so that a crash leaves the old file whole.

    A link stays a link, and the file keeps its mode.

    Raises:
        FileError: It cannot be written; it is as it was.
    """
    try:
        target = Path(file).resolve(strict=True)
        if not target.is_file():
            raise OSError("it is no regular file")
        # Replacing asks for a writable folder only; a file that is read-only stays as it is.
        with target.open("r+b"):
            pass
        _replace(target, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise FileError(f"{file}: cannot be written: {_reason(error)}") from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".paperdigest-", suffix=".tmp", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        shutil.copymode(target, name)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    # The new name, too, is to survive a crash. Where a folder cannot be opened, the system does it.
    with suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
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
