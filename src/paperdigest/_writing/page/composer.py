"""A whole text: papers written under a heading, or put back into the text they came from."""

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.origin import Document
from paperdigest._model.values import Digest
from paperdigest._writing.checks.compare import Loss
from paperdigest._writing.page.builder import Builder
from paperdigest._writing.page.editor import Editor
from paperdigest._writing.page.writers import Writers


class Composer:
    """Writes digests in a dialect.

    Args:
        dialect: The dialect.
        canonical: Whether no text is kept.
        like: A text in whose style a digest without a text is written.
        line_end: The line ending of texts of their own; by default that of each digest.

    Attributes:
        dialect: The dialect.
        keeps: Returns whether what was parsed in a dialect can keep its text.
    """

    def __init__(
        self,
        dialect: Dialect,
        canonical: bool,
        like: Document | None = None,
        line_end: str | None = None,
    ) -> None:
        self.dialect = dialect
        writers = Writers.of(dialect, canonical=canonical)
        self.keeps = writers.papers.keeps
        self._builder = Builder(writers, like, line_end)
        self._editor = Editor(writers)

    def compose(self, digest: Digest) -> tuple[str, list[Loss]]:
        """Return a text for a digest, and what would not be read back from it."""
        document = digest._document
        if document is not None and self.keeps(document.dialect):
            return self._editor.edit(digest, document)
        return self._builder.build(digest)
