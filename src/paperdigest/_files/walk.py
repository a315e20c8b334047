"""The files to read: those that are named, and the digests in folders."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

import attrs

from paperdigest._dialects import GENERAL
from paperdigest._files.errors import NOT_REGULAR, DigestFileError
from paperdigest._parsing.detect import detect_dialect

#: The suffixes of markdown files.
SUFFIXES = (".md", ".markdown")

#: Folders with other people's files, besides those whose names begin with a dot.
EXCLUDED = ("__pycache__", "node_modules", "site-packages", "venv")

#: Pages about a repository. A file with such a name is a digest only if that is certain.
_PAGES = frozenset(
    (
        "authors",
        "changelog",
        "changes",
        "code_of_conduct",
        "contributing",
        "contributors",
        "history",
        "index",
        "license",
        "news",
        "readme",
        "releases",
        "roadmap",
        "security",
        "support",
        "todo",
    )
)


@attrs.frozen
class FoundFile:
    """A file to read.

    Attributes:
        name: Its path, or ``-`` for standard input.
        named: Whether a person named it. If not, it was found in a folder.
    """

    name: str
    named: bool


def find_files(
    names: Iterable[str],
    exclude: Sequence[str] = (),
    on_error: Callable[[OSError], object] | None = None,
) -> Iterator[FoundFile]:
    """Yield the files to read, in order.

    Args:
        names: Files, and folders that are searched for markdown.
        exclude: Shell patterns of files and folders to leave out: names, or paths from the folder.
        on_error: Called for each folder that cannot be searched, and for what is called like
            markdown in a folder but is no file, such as a named pipe: reading that may never end.
            A file that is named is read, as other commands do.
    """
    for name in names:
        if os.path.isdir(name):
            yield from _in_folder(name, exclude, on_error)
        else:
            yield FoundFile(name, True)


def _in_folder(
    folder: str, exclude: Sequence[str], on_error: Callable[[OSError], object] | None
) -> Iterator[FoundFile]:
    """Walk through a folder; links to folders are not followed, so that no walk is endless."""
    for path, folders, files in os.walk(folder, onerror=on_error):
        inside = os.path.relpath(path, folder)
        folders[:] = sorted(
            each
            for each in folders
            if not each.startswith(".")
            and each not in EXCLUDED
            and not _is_excluded(inside, each, exclude)
        )
        for each in sorted(files):
            if not each.lower().endswith(SUFFIXES) or _is_excluded(inside, each, exclude):
                continue
            name = os.path.join(path, each)
            # A link that leads nowhere is left to the reader, which says so.
            if os.path.isfile(name) or not os.path.exists(name):
                yield FoundFile(name, False)
            elif on_error is not None:
                on_error(DigestFileError(errno.EINVAL, NOT_REGULAR, name))


def _is_excluded(inside: str, name: str, patterns: Sequence[str]) -> bool:
    path = PurePath(inside, name).as_posix()
    return any(
        fnmatchcase(name, pattern) or fnmatchcase(path, pattern)
        for pattern in (each.rstrip("/") for each in patterns)
    )


def is_page(name: str) -> bool:
    """Return whether a file has the name of a page about the repository.

    Example:
        >>> is_page("docs/README.zh-CN.md"), is_page("2024-08-26.md")
        (True, False)
    """
    return Path(name).name.split(".")[0].lower().replace("-", "_") in _PAGES


def is_left_out(file: FoundFile, text: str, *, known: bool, digests_only: bool) -> bool:
    """Return whether a file is to be left out, since it is not a digest.

    Args:
        file: The file.
        text: Its text.
        known: Whether the dialect is given, so that any file is a digest.
        digests_only: Whether to leave out files that are named too.
    """
    if known or (file.named and not digests_only):
        return False
    return not holds_digest(file.name, text)


def holds_digest(name: str, text: str) -> bool:
    """Return whether a text is a digest: that of a known family, or a guess with papers.

    A guess does not count if the name of the file is that of a page about a repository, such as
    README.md.

    Args:
        name: The path of the file.
        text: Its text.
    """
    found = detect_dialect(text)
    if found.certain:
        return True
    return found.dialect.name == GENERAL and bool(found.reasons) and not is_page(name)
