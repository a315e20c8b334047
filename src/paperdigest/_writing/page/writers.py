"""What writes the parts of a text in a dialect, and reads the whole text back."""

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import Source
from paperdigest._model.values import Digest
from paperdigest._parsing.parser import digests_of
from paperdigest._writing.checks.blame import grouped
from paperdigest._writing.checks.compare import Loss, digest_differences
from paperdigest._writing.page.derived import Follower
from paperdigest._writing.page.groups import Grouping
from paperdigest._writing.page.headings import HeadingWriter
from paperdigest._writing.papers.paper import PaperWriter


@attrs.frozen(eq=False)
class Writers:
    """What writes the parts of texts in a dialect.

    Attributes:
        dialect: The dialect.
        papers: Writes papers.
        headings: Writes the headings of digests.
        follower: Writes what follows from the papers.
        grouping: Tells the groups that papers belong to.
    """

    dialect: Dialect
    papers: PaperWriter
    headings: HeadingWriter
    follower: Follower
    grouping: Grouping

    @classmethod
    def of(cls, dialect: Dialect, *, canonical: bool) -> "Writers":
        """Return those of a dialect."""
        papers = PaperWriter(dialect, canonical)
        return cls(dialect, papers, HeadingWriter(dialect), Follower(dialect), Grouping(dialect))

    def losses(self, text: str, digest: Digest) -> list[Loss]:
        """Return what would not be read back from a whole text of a digest."""
        document = digest._document
        date, year = (document.date, document.year) if document else (None, None)
        read = next(digests_of(Source(text, self.dialect, date, year), joined=True))
        return grouped(digest_differences(digest, read), digest.papers)
