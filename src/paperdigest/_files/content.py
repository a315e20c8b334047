"""The text of a file: read as a whole, and replaced in one step if that loses nothing."""

import errno
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from paperdigest._files.errors import NOT_REGULAR, DigestFileError

#: Why a file is left alone whose text is not the expected one.
_CHANGED = "it has changed since it was read; read it again and repeat the edit"


def read_text(path: str) -> str:
    """Read a file with its own line endings.

    Raises:
        OSError: It cannot be read.
        DigestFileError: It is not UTF-8.
    """
    _require_name(path)
    try:
        return Path(path).read_bytes().decode("utf-8")
    except ValueError as error:  # other bytes in the file, or a NUL in its name
        raise DigestFileError.of(error, path) from None


def write_text(path: str, text: str, old: str | None = None, *, longer: str = _CHANGED) -> None:
    """Write a new file, or replace the text of an existing one, in one step.

    A crash leaves the old file or the new one. A link stays a link. An existing file keeps its
    owner, its permissions and its extended attributes. If replacing it would lose an owner, an
    attribute or another hard link, its text is overwritten instead, and likewise if it cannot be
    replaced: in a folder that is not writable, or as the mount point of a container.

    Args:
        path: Its path.
        text: The new text.
        old: The text that it must still have, if that matters.
        longer: The problem if it has that text and more.

    Raises:
        OSError: It cannot be written. It is unchanged, or the message says where its text is.
        DigestFileError: It has changed since it was read, or UTF-8 cannot encode the text.
    """
    _require_name(path)
    try:
        target = Path(os.path.realpath(path))
        if target.is_symlink():  # nothing is left to follow, so it leads back to itself
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        data = text.encode("utf-8")
        if old is None and not target.exists():
            _write_new(target, data)
        else:
            _require_writable(target)
            _replace(target, data, None if old is None else old.encode("utf-8"), longer)
    except DigestFileError as error:
        error.filename = path
        raise
    except OSError as error:
        # Whichever step failed, the message names the file that the caller named.
        raise OSError(error.errno, error.strerror, path) from error
    except ValueError as error:
        raise DigestFileError.of(error, path) from None


def _require_name(path: str) -> None:
    """Raise if a path is empty, which ``pathlib`` takes for the current folder."""
    if not path:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)


def _require_writable(target: Path) -> None:
    """Raise if a file cannot be written: replacing it only needs a writable folder."""
    if target.exists() and not target.is_file():
        raise DigestFileError(errno.EINVAL, NOT_REGULAR)
    with target.open("r+b"):
        pass


def _write_new(target: Path, data: bytes) -> None:
    name = str(target.with_name(f".paperdigest-{os.urandom(8).hex()}.tmp"))
    # The umask removes from these permissions what a new file must not have.
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with _removed_on_failure(name):
        _write(handle, data)
        os.replace(name, target)
    _sync_folder(target.parent)


def _replace(target: Path, data: bytes, old: bytes | None, longer: str) -> None:
    handle, name, is_beside = _new_beside(target)
    with _removed_on_failure(name):
        _write(handle, data)
        keeps_all = is_beside and _take_over(target, name)
        if old is not None and (found := target.read_bytes()) != old:
            raise DigestFileError(errno.EBUSY, longer if old and old in found else _CHANGED)
        if not (keeps_all and _put(name, target)):
            _write_over(target, data, name)
    _sync_folder(target.parent)


def _new_beside(target: Path) -> tuple[int, str, bool]:
    """Make a temporary file in the folder of a file, or elsewhere if that is not writable.

    Returns:
        Its handle, its path, and whether it is in that folder.
    """
    prefix, suffix = ".paperdigest-", ".tmp"
    try:
        return *tempfile.mkstemp(suffix, prefix, target.parent), True
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        return *tempfile.mkstemp(suffix, prefix), False


def _put(name: str, target: Path) -> bool:
    """Replace a file by another one, and return whether that is possible."""
    try:
        os.replace(name, target)
    except OSError as error:
        if error.errno != errno.EBUSY:  # a mount point stays what it is
            raise
        return False
    return True


@contextmanager
def _removed_on_failure(name: str) -> Generator[None, None, None]:
    """Remove a file if something fails, unless it has the text that another file lost."""
    try:
        yield
    except _HalfWrittenError:
        raise
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _write(handle: int, data: bytes) -> None:
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def _take_over(target: Path, name: str) -> bool:
    """Copy owner, permissions and attributes of a file to the one that will replace it.

    Returns:
        Whether it has them all, and the other one has no further names.
    """
    try:
        shutil.copystat(target, name)  # permissions, and attributes and flags if there are any
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
    """Return the extended attributes of a file, if the system has them."""
    if not hasattr(os, "listxattr"):
        return {}
    with suppress(OSError):  # this file system does not support them
        return {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return {}


class _HalfWrittenError(DigestFileError):
    """A file was written in part, and its new text is in another one."""


def _write_over(target: Path, data: bytes, name: str) -> None:
    """Overwrite the text of a file; ``name`` has the new text until that is done."""
    try:
        _fill(target, data)
    except OSError as error:
        reason = f"{error.strerror}; it may be damaged, its new text is in {name}"
        raise _HalfWrittenError(error.errno or errno.EIO, reason) from None
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
    """Make the new name survive a crash. If a folder cannot be opened, the system does that."""
    with suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
