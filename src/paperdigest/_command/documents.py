"""The texts that a command works on, one after the other."""

from argparse import Namespace
from collections.abc import Iterator

import attrs

from paperdigest._command.console import Console
from paperdigest._command.files import FileError, name_of, read_text
from paperdigest._command.paths import find_files, is_page
from paperdigest._command.progress import tracked
from paperdigest._dialects import GENERAL
from paperdigest._parsing.detect import detect_dialect


@attrs.frozen
class Document:
    """A text that was read from a file.

    Attributes:
        file: The path of the file, or ``-`` for standard input.
        text: What it holds.
    """

    file: str
    text: str

    @property
    def name(self) -> str:
        """The name to show."""
        return name_of(self.file)


class Documents:
    """The files that are asked for, read one after the other.

    A file that cannot be read is told and counted. Of the files in a folder, and with
    ``--digests-only`` of all, those that hold no digest are passed over and counted.

    Args:
        options: What the command line asks for.
        console: Where to tell of files that cannot be read.
    """

    def __init__(self, options: Namespace, console: Console) -> None:
        self._options = options
        self._console = console
        self._files = list(find_files(options.files, options.exclude))
        #: Whether each text is to be shown with the name of its file.
        self.several = len(self._files) > 1 or not all(each.named for each in self._files)
        self.passed_over = 0

    def __iter__(self) -> Iterator[Document]:
        """Yield each text that can be read, and is a digest where that matters."""
        for file in tracked(self._files, self._console):
            try:
                document = Document(file.name, read_text(file.name))
            except FileError as error:
                self._console.fail(str(error))
                continue
            choosy = self._options.digests_only or not file.named
            if choosy and self._options.dialect is None and not holds_digest(document):
                self.passed_over += 1
            else:
                yield document


def holds_digest(document: Document) -> bool:
    """Tell whether a text is a digest: that of a known family, or a guess with papers.

    A guess does not count for a file that is called like a page on a repository, such as README.md.
    """
    found = detect_dialect(document.text)
    if found.certain:
        return True
    return found.dialect.name == GENERAL and bool(found.reasons) and not is_page(document.name)
