"""Digests read from files and written to them."""

import datetime
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import cast

from paperdigest._dialects import DialectName, dialect_of
from paperdigest._files.content import read_text, write_text
from paperdigest._files.days import date_of_path
from paperdigest._files.walk import FoundFile, find_files, is_left_out
from paperdigest._grammar.dialect import Dialect
from paperdigest._model.validation import as_day, require_dating
from paperdigest._model.values import Digest
from paperdigest._reading import parse_digest, parse_digests
from paperdigest._text.shown import shown
from paperdigest._writing.serializer import serialize_digest

#: The problem with a file that has the text of one digest and more.
_LONGER = (
    "it holds more than the digest to replace; write all its digests with serialize_digests, or "
    "read it again if it has grown since"
)


def read_digest(
    path: str | os.PathLike[str],
    *,
    dialect: Dialect | DialectName | None = None,
    strict: bool = False,
    date: datetime.date | None = None,
    year: int | None = None,
) -> Digest:
    """Read a file as one digest.

    The file is UTF-8, with or without a byte order mark. Line endings are kept. If the text has no
    date, the path can give it: ``2024-08-26.md``, ``2024/08/26.md``, or ``2024-W34.md`` for the
    Monday of a week (ISO 8601).

    Args:
        path: The file.
        dialect: A dialect, or the name of a built-in one; detected by default.
        strict: Whether to raise if the text has errors.
        date: The date of the digest if the text has none. It takes precedence over the path.
        year: The year of days that the text writes without one.

    Returns:
        The digest, as ``parse_digest`` returns it.

    Raises:
        TypeError: ``path`` is not a ``str`` or a ``pathlib.Path``, ``dialect`` is neither a dialect
            nor a name, ``date`` is not a date, or ``year`` is not an ``int``.
        OSError: The file cannot be read.
        DigestFileError: The file is not UTF-8.
        ValueError: No dialect has that name, or ``year`` is not 1 to 9999.
        DigestSyntaxError: ``strict`` is set and the text has errors.

    Example:
        >>> digest = read_digest("examples/daily-papers.md")
        >>> digest.title, len(digest.papers)
        ('Daily Papers', 4)
    """
    name = _path(path)
    text = read_text(name)
    try:
        given = as_day(date)
        day = date_of_path(name) if given is None else given
        return parse_digest(text, dialect=dialect, strict=strict, date=day, year=year)
    except ValueError as error:
        error.add_note(f"The file is {name}.")
        raise


def read_digests(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    dialect: Dialect | DialectName | None = None,
    date: datetime.date | None = None,
    year: int | None = None,
    exclude: str | Sequence[str] = (),
    digests_only: bool = False,
    on_error: Callable[[OSError], object] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Iterator[Digest]:
    """Read the digests in files and folders, one after the other.

    A folder is searched for ``.md`` and ``.markdown`` files, also in the folders inside, by name.
    Folders whose names begin with a dot, ``node_modules``, ``site-packages``, ``venv`` and
    ``__pycache__`` are left out, and so are files that are not digests. A guess counts as a digest
    if it has papers, but not in a file with a name such as ``README.md``.

    Each file is read when you take its digests, and dated as by ``read_digest``. A file or
    folder that cannot be read does not stop the others. In a folder, a named pipe cannot be read.

    Args:
        paths: A file, a folder, or several of them.
        dialect: The dialect of the texts, or the name of a built-in one; each is detected by
            default. With a dialect, each file in a folder is a digest.
        date: The date of digests whose text has none. It takes precedence over the path.
        year: The year of days that the texts write without one.
        exclude: A shell pattern of files and folders to leave out, or several: names, such as
            ``drafts``, or paths from the folder, such as ``2023/*``.
        digests_only: Whether to leave out files that are not digests even if you name them.
        on_error: Called with the error of each file or folder that cannot be read. Its ``filename``
            says which. Raise in it to stop. By default, a warning names the file.
        progress: Called after each file with the number of files that are done and of all files.

    Returns:
        An iterator of digests, one for each digest heading in a file, as ``parse_digests`` returns
        them.

    Raises:
        TypeError: A path is not a ``str`` or a ``pathlib.Path``, ``dialect`` is neither a dialect
            nor a name, ``date`` is not a date, ``year`` is not an ``int``, ``exclude`` has
            something other than a ``str``, or ``on_error`` or ``progress`` is not a function.
        ValueError: No dialect has that name, or ``year`` is not 1 to 9999.

    Example:
        >>> sorted({digest.dialect.name for digest in read_digests("examples")})[:3]
        ['cv-arxiv-daily', 'daily-ai-papers', 'daily-arxiv']
    """
    single = isinstance(paths, str | bytes | os.PathLike) or not hasattr(paths, "__iter__")
    names = [_path(each) for each in cast("Iterable[object]", [paths] if single else paths)]
    date = require_dating(date, year)
    _require_function("on_error", on_error, "error")
    _require_function("progress", progress, "done, count")
    chosen = None if dialect is None else dialect_of(dialect)
    failed = on_error or _warn
    errors: list[OSError] = []
    files = list(find_files(names, _patterns(exclude), errors.append))
    for error in errors:  # here, so that a warning points to the line of the caller
        failed(error)
    return _digests(files, chosen, date, failed, progress, year=year, digests_only=digests_only)


def _digests(
    files: Sequence[FoundFile],
    dialect: Dialect | None,
    date: datetime.date | None,
    failed: Callable[[OSError], object],
    progress: Callable[[int, int], object] | None,
    *,
    year: int | None,
    digests_only: bool,
) -> Iterator[Digest]:
    for done, file in enumerate(files, 1):
        try:
            text = read_text(file.name)
        except OSError as error:
            failed(error)
        else:
            known = dialect is not None
            if not is_left_out(file, text, known=known, digests_only=digests_only):
                given = date_of_path(file.name) if date is None else date
                yield from parse_digests(text, dialect=dialect, date=given, year=year)
        if progress is not None:
            progress(done, len(files))


def write_digest(
    path: str | os.PathLike[str],
    digest: Digest,
    *,
    dialect: Dialect | DialectName | None = None,
    lossy: bool = False,
    replacing: Digest | None = None,
) -> None:
    r"""Write a digest to a file, in one step: a crash leaves the old text or the new one.

    The exception is a file that cannot be replaced, or not without losing an owner, an attribute or
    a hard link. Its text is overwritten, and a crash may leave a part of it.

    The whole file is replaced. If it holds several digests, as ``read_digests`` returns them, write
    them all: ``pathlib.Path(path).write_bytes(serialize_digests(digests).encode())``.

    The file is UTF-8. The text is that of ``serialize_digest``: line endings and a byte order mark
    are those of the text that the digest was parsed from. An existing file keeps its owner,
    permissions and extended attributes, and a link stays a link.

    Args:
        path: The file, new or not. Its folder has to be there.
        digest: The digest.
        dialect: The dialect to write in; that of the digest by default.
        lossy: Whether to leave out values that the dialect cannot express.
        replacing: The digest that you read from the file. The file is written only if it still has
            that text and no more, so that nobody else's edit and no other digest is lost.

    Raises:
        OSError: The file cannot be written. It is unchanged, or the message says where its new text
            is.
        DigestFileError: The file has changed since ``replacing`` was read, or holds more than that;
            or the text has a lone surrogate, for which UTF-8 has no bytes.
        TypeError: ``path`` is not a ``str`` or a ``pathlib.Path``, ``digest`` or ``replacing`` is
            not a ``Digest``, or ``dialect`` is neither a dialect nor a name.
        DigestWriteError: The dialect cannot express the digest. It is a ``ValueError``.
        ValueError: No dialect has that name.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from paperdigest import Paper
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "2024-08-26.md")
        ...     write_digest(path, Digest("Daily Papers", papers=[Paper("A", votes=3)]))
        ...     digest = read_digest(path)
        ...     edited = digest.replace_paper(digest.papers[0], votes=4)
        ...     write_digest(path, edited, replacing=digest)
        ...     read_digest(path).papers[0].votes
        4
    """
    name = _path(path, "; the path comes first: write_digest(path, digest)")
    _require_replacing(replacing)
    text = serialize_digest(digest, dialect=dialect, lossy=lossy)
    old = None if replacing is None else serialize_digest(replacing)
    write_text(name, text, old, longer=_LONGER)


def _path(path: object, order: str = "") -> str:
    """Return a path as text.

    Args:
        path: The path.
        order: The advice for a digest in its place.

    Raises:
        TypeError: It is not a path.
    """
    found = type(path).__name__
    if isinstance(path, str | os.PathLike):
        name: object = os.fspath(path)  # pyright: ignore[reportUnknownVariableType]
        if isinstance(name, str):
            return name
    hint = order if isinstance(path, Digest) else ""
    raise TypeError(f"path: {found} found; expected a str or a pathlib.Path{hint}")


def _require_replacing(value: object) -> None:
    if not isinstance(value, Digest | None):
        found = type(value).__name__
        raise TypeError(f"replacing: {found} found; expected the Digest that read_digest returned")


def _require_function(name: str, value: object, takes: str) -> None:
    """Raise for anything but a function, such as the name of a policy, or ``None``.

    Args:
        name: The name of the argument.
        value: Its value.
        takes: What the function takes.

    Raises:
        TypeError: It is neither.
    """
    if value is not None and not callable(value):
        found = shown(value)
        raise TypeError(f"{name}: {found} found; expected a function of ({takes}), or None")


def _patterns(exclude: object) -> Sequence[str]:
    """Return shell patterns, of which there may be one by itself.

    Raises:
        TypeError: One of them is not a ``str``.
    """
    single = isinstance(exclude, str) or not hasattr(exclude, "__iter__")
    patterns = [exclude] if single else [*cast("Iterable[object]", exclude)]
    for pattern in patterns:
        if not isinstance(pattern, str):
            found = type(pattern).__name__
            raise TypeError(f"exclude: {found} found; expected a str, such as '2023/*', or a list")
    return cast("list[str]", patterns)


def _warn(error: OSError) -> None:
    # The warning points to the line that asks for the next digest.
    message = f"{error.filename} cannot be read and is left out: {error.strerror or error}"
    warnings.warn(message, stacklevel=3)
