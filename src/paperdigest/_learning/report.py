"""The result of learning: a dialect, the digest that it parses, and the lines it does not parse."""

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.values import Digest
from paperdigest._parsing.explain import ExplainedLine
from paperdigest._text.counts import counted


@attrs.frozen
class LearnedDialect:
    """A dialect that was learned from a text.

    ``print`` shows the Python source that makes the dialect, with a comment on what it parses.

    Attributes:
        dialect: The dialect.
        digest: The digest that it parses from the text.
        unread: The lines that match none of its rules, without blank ones, and the first lines of
            papers that end in words that are in no value.
        differences: The values of the examples that are parsed differently.
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
        left = counted(len(self.unread), "lines")
        lines = [f"# Parses {counted(papers, 'papers')}. Not fully parsed: {left}."]
        lines += [f"# {each}" for each in self.differences]
        lines += [f"# {line.number}: {line.text.strip():.60}" for line in self.unread[:5]]
        if len(self.unread) > 5:
            lines.append("# ...")
        return "\n".join([*lines, self.source])
