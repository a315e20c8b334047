"""The text between two papers."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import normalize
from paperdigest._writing.pieces.splice import Span

#: Tags of HTML.
_TAGS = re.compile(r"</?[A-Za-z][^<>]*+>")


class Gaps:
    """The text between the papers of a text.

    Args:
        dialect: The dialect.
        text: The text.
        spans: The papers in it.
        line_end: Its line ending.

    Attributes:
        separator: The text between two papers, as in the text if it has two.
    """

    def __init__(self, dialect: Dialect, text: str, spans: Sequence[Span], line_end: str) -> None:
        self._dividers = [re.compile(rule.pattern) for rule in dialect.rules_of("divider")]
        gaps = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
        blank = line_end * (dialect.rules_of("paper")[0].before + 1)
        plain = f"{blank}{dialect.between}{blank}" if dialect.between else blank
        self.separator = next(
            chain(
                (gap for gap in gaps if not self._has_more(gap)),
                # Where each paper is in an element of its own, its tags are between papers.
                (gap for gap in gaps if not self._has_more(_TAGS.sub("", gap))),
                (plain,),
            )
        )

    def keeps(self, gap: str) -> bool:
        """Return whether the text between two papers is more than a separator."""
        return gap.split() != self.separator.split() and self._has_more(gap)

    def _has_more(self, gap: str) -> bool:
        lines = [line for line in normalize(gap).split("\n") if line.strip()]
        return any(not any(each.fullmatch(line) for each in self._dividers) for line in lines)
