"""What was learned: a dialect, what it reads, and what it leaves."""

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.values import Digest
from paperdigest._parsing.explain import ExplainedLine


@attrs.frozen
class LearnedDialect:
    """A dialect that was learned from a text.

    Printed, it is the Python source that makes the dialect, with a comment on what it reads.

    Attributes:
        dialect: The dialect.
        digest: What it reads in the text.
        unread: The lines with text that none of its rules takes.
        differences: What of the examples is not read as it was given.
    """

    dialect: Dialect
    digest: Digest = attrs.field(repr=False)
    unread: tuple[ExplainedLine, ...] = attrs.field(repr=False)
    differences: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The Python source that makes the dialect."""
        return self.dialect.source()

    def __str__(self) -> str:
        papers = len(self.digest.papers)
        lines = [f"# It reads {papers} papers, and leaves {len(self.unread)} lines."]
        lines += [f"# {each}" for each in self.differences]
        lines += [f"# {line.number}: {line.text.strip():.60}" for line in self.unread[:5]]
        if len(self.unread) > 5:
            lines.append("# ...")
        return "\n".join([*lines, self.source])
