"""A text of its own for a digest: its papers under a heading."""

from collections.abc import Sequence

from paperdigest._grammar.rules import Rule
from paperdigest._model.origin import Document
from paperdigest._model.values import Digest, Paper
from paperdigest._writing.checks.compare import Loss
from paperdigest._writing.forms.style import Habits, line_end_in
from paperdigest._writing.page.groups import GroupWriter
from paperdigest._writing.page.writers import Writers


class Builder:
    """Writes digests that have no text.

    Args:
        writers: What writes the parts.
        like: A text in whose style to write.
        line_end: The line ending; by default that of each digest.
    """

    def __init__(self, writers: Writers, like: Document | None, line_end: str | None) -> None:
        self._dialect = writers.dialect
        self._papers = writers.papers
        self._headings = writers.headings
        self._follower = writers.follower
        self._grouping = writers.grouping
        self._losses = writers.losses
        self._like = like
        self._line_end = line_end

    def build(self, digest: Digest) -> tuple[str, list[Loss]]:
        """Write a digest that has no text, with the text of those papers that have one.

        Usually it is enough to read back the whole text. If that fails, each paper is read back to
        find the form that fits, or what is lost.
        """
        text, lost = self._built(digest, hopeful=True)
        return self._built(digest, hopeful=False) if lost else (text, lost)

    def _built(self, digest: Digest, *, hopeful: bool) -> tuple[str, list[Loss]]:
        """Write a digest that has no text, and read it back.

        Args:
            digest: The digest.
            hopeful: Whether no paper is read back by itself.
        """
        origins = tuple(
            p._origin for p in digest.papers if p._origin and self._papers.keeps(p._origin.dialect)
        )
        like = self._like.origins if self._like is not None else ()
        like_text = None if self._like is None else self._like.text
        habits = Habits((*origins, *like), self._line_end or line_end_in([digest]))
        groups = GroupWriter(self._dialect, like_text or "")
        pieces, lost = self._top(digest, habits.line_end, groups)
        lost += self._put_papers(digest.papers, pieces, habits, groups, hopeful=hopeful)
        text = "".join(pieces) + (habits.line_end if pieces else "")
        if origins:
            text = self._follower.numbered(text, like_text)
        return text, lost or self._losses(text, digest)

    def _top(
        self, digest: Digest, line_end: str, groups: GroupWriter
    ) -> tuple[list[str], list[Loss]]:
        """Write the heading of a digest and the text that the dialect has below it."""
        pieces: list[str] = []
        lost: list[Loss] = []
        words = digest.title, digest.date, digest.end_date
        heading = self._headings.write(words, line_end, self._like)
        if heading:
            pieces.append(heading)
        elif digest.title is not None or digest.date is not None:
            lost += [(None, difference) for difference in self._headings.losses(words, line_end)]
        if self._dialect.preface and not self._starts_group(digest, groups):
            preface = f"\n{self._dialect.preface}" if pieces else self._dialect.preface.lstrip("\n")
            pieces.append(preface.replace("\n", line_end))
        return pieces, lost

    def _put_papers(
        self,
        papers: Sequence[Paper],
        pieces: list[str],
        habits: Habits,
        groups: GroupWriter,
        *,
        hopeful: bool,
    ) -> list[Loss]:
        """Write papers below the pieces of a text, and return what would be lost of them."""
        lost: list[Loss] = []
        line_end = habits.line_end
        category: str | None = None
        paper_rule = self._dialect.rules_of("paper")[0]
        between = ""
        grouped = self._grouping.may_hold(papers)
        for index, paper in enumerate(papers):
            own = self._grouping.category(paper) if grouped else None
            group = None if own == category else groups.heading(own, line_end)
            if group is not None:
                category = own
                _put(pieces, group, self._dialect.rules_of("group")[0], line_end)
                between = ""
            number = self._dialect.first + index
            draft = self._papers.draft(paper, habits, number) if hopeful else None
            if draft is None:
                written = self._papers.write(paper, habits, number, category)
                draft = written.text
                lost += [(index, difference) for difference in written.lost]
            _put(pieces, draft, paper_rule, line_end, between)
            between = self._dialect.between
        return lost

    def _starts_group(self, digest: Digest, groups: GroupWriter) -> bool:
        """Return whether the first row is in a group, whose heading has the head of a table."""
        first = digest.papers[0].category if digest.papers and self._dialect.cells else None
        return first is not None and groups.heading(first, "\n") is not None


def _put(pieces: list[str], text: str, rule: Rule, line_end: str, between: str = "") -> None:
    """Add a text to others, with the blank lines that its rule asks for."""
    if pieces:
        blank = line_end * (rule.before + 1)
        pieces.append(f"{blank}{between}{blank}" if between else blank)
    pieces.append(text)
