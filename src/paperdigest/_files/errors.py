"""Errors of reading and writing files, besides those of the system."""

import errno

#: The problem with a folder, a pipe or a device in place of a file.
NOT_REGULAR = "it is not a regular file"


class DigestFileError(OSError):
    r"""A file exists but cannot be used.

    It is not UTF-8, it is not a regular file, or it has changed since it was read.

    A file that is missing or may not be opened raises the error that Python has for it, such as
    ``FileNotFoundError``. All of them are an ``OSError``.

    Attributes:
        filename: The path of the file.
        strerror: The problem, and what to do.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from paperdigest import read_digest
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "2024-08-26.md")
        ...     size = path.write_bytes(b"caf\xe9")
        ...     try:
        ...         digest = read_digest(path)
        ...     except OSError as error:
        ...         print(error.strerror)
        it is not UTF-8: byte 0xe9 at offset 3
    """

    def __init__(self, number: int, strerror: str, filename: str | None = None) -> None:
        super().__init__(number, strerror, filename)

    @classmethod
    def of(cls, error: ValueError, path: str) -> "DigestFileError":
        """Return the error that names a file, for one about its text or its name."""
        return cls(errno.EILSEQ, _reason(error), path)


def _reason(error: ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        if error.object[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return "it is UTF-16, not UTF-8; save it as UTF-8"
        found = error.object[error.start]
        return f"it is not UTF-8: byte 0x{found:02x} at offset {error.start}"
    if isinstance(error, UnicodeEncodeError):
        found = ord(error.object[error.start])
        return f"UTF-8 cannot encode the surrogate U+{found:04X} at offset {error.start}"
    return str(error)
