"""The texts that a command works on, one after the other."""

import datetime
from argparse import Namespace
from collections.abc import Iterator, Sequence

import attrs

from paperdigest._command.console import Console
from paperdigest._command.files import STDIN, FileError, name_of, read_text, unread
from paperdigest._command.progress import tracked
from paperdigest._files.days import date_of_path
from paperdigest._files.walk import FoundFile, find_files, is_left_out
from paperdigest._formats.dictionaries import DigestDict, to_dict
from paperdigest._model.values import Digest
from paperdigest._reading import parse_digests
from paperdigest._text.counts import counted


@attrs.frozen
class TextFile:
    """A text that was read from a file.

    Attributes:
        file: The path of the file, or ``-`` for standard input.
        text: Its text.
    """

    file: str
    text: str

    @property
    def name(self) -> str:
        """The name to show."""
        return name_of(self.file)

    def date(self, options: Namespace) -> datetime.date | None:
        """Return the date for digests whose text has none: that of the options, or in the path."""
        in_path = None if self.file == STDIN else date_of_path(self.file)
        return options.date or in_path

    def digests(self, options: Namespace) -> Sequence[Digest]:
        """Return the digests of the text, dated as the options say."""
        return parse_digests(
            self.text, dialect=options.dialect, date=self.date(options), year=options.year
        )

    def as_dict(self, digest: Digest) -> DigestDict:
        """Return a digest of the text as a dictionary, with the name of the file."""
        return {"file": self.name, **to_dict(digest)}


class TextFiles:
    """The files on the command line, read one after the other.

    A file or folder that cannot be read is reported and counted. Files in a folder that are not
    digests are skipped and counted, and with ``--digests-only`` all files that are not.

    Args:
        options: The options of the command line.
        console: The console that reports files that cannot be read.
    """

    def __init__(self, options: Namespace, console: Console) -> None:
        self._options = options
        self._console = console
        self._files = list(self._files_found())
        #: Whether each text is to be shown with the name of its file.
        self.several = len(self._files) > 1 or not all(each.named for each in self._files)
        self.skipped = 0
        self._found_one = False

    def __iter__(self) -> Iterator[TextFile]:
        """Yield each text that can be read and, if that matters, is a digest."""
        for file in tracked(self._files, self._console):
            try:
                document = TextFile(file.name, read_text(file.name))
            except FileError as error:
                self._console.fail(str(error))
                continue
            known = self._options.dialect is not None
            digests_only = self._options.digests_only
            if is_left_out(file, document.text, known=known, digests_only=digests_only):
                self.skipped += 1
            else:
                self._found_one = True
                yield document

    def tell_if_none(self) -> None:
        """Say why there was no text at all, which an empty output does not."""
        if not (self._found_one or self._console.failures):
            skipped = f"{counted(self.skipped, 'files')} skipped (not a digest)"
            why = skipped if self.skipped else "no .md or .markdown files there"
            self._console.tell(f"nothing to read: {why}")

    def _files_found(self) -> Iterator[FoundFile]:
        for name in self._options.files:
            if name == STDIN:
                yield FoundFile(STDIN, True)
            else:
                yield from find_files([name], self._options.exclude, self._fail)

    def _fail(self, error: OSError) -> None:
        self._console.fail(unread(error))
