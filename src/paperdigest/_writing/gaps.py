"""The text between two papers."""

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import normalize
from paperdigest._writing.splice import Span


@attrs.frozen(eq=False)
class Gaps:
    """The text between papers in a dialect.

    Attributes:
        dialect: The dialect.
    """

    dialect: Dialect

    def separator(self, part: str, spans: Sequence[Span], line_end: str) -> str:
        """Return the text between two papers, as in the text if it has two."""
        for (_, end), (start, _) in pairwise(spans):
            if not self.keeps(part[end:start]):
                return part[end:start]
        blank = line_end * (self.dialect.rules_of("paper")[0].before + 1)
        between = self.dialect.between
        return f"{blank}{between}{blank}" if between else blank

    def keeps(self, gap: str) -> bool:
        """Return whether the text between two papers is more than a separator."""
        lines = [line for line in normalize(gap).split("\n") if line.strip()]
        if not lines:
            return False
        dividers = [re.compile(rule.pattern) for rule in self.dialect.rules_of("divider")]
        return any(not any(each.fullmatch(line) for each in dividers) for line in lines)
