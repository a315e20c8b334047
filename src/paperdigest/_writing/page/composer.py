"""A whole text: papers written under a heading, or put back into the text they came from."""

from collections.abc import Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._grammar.rules import Rule
from paperdigest._model.origin import Document, Origin
from paperdigest._model.source import Source, end_in, line_end_of, normalize
from paperdigest._model.values import Digest, Paper
from paperdigest._parsing.parser import digests_of
from paperdigest._parsing.scanner import Block, blocks
from paperdigest._writing.checks.blame import grouped, traced
from paperdigest._writing.checks.changes import is_renamed, is_reshaped
from paperdigest._writing.checks.compare import Difference, Loss, changed_names, digest_differences
from paperdigest._writing.checks.tags import misplaced, parted_tags
from paperdigest._writing.edits.located import Edit, applied
from paperdigest._writing.forms.style import Habits, line_end_in
from paperdigest._writing.page.align import at_home, standing_for
from paperdigest._writing.page.derived import Follower
from paperdigest._writing.page.gaps import Gaps
from paperdigest._writing.page.groups import CurrentGroup, Grouping, GroupWriter
from paperdigest._writing.page.headings import HeadingWriter
from paperdigest._writing.papers.paper import PaperWriter
from paperdigest._writing.pieces.splice import Span, closed, cut_out, emptied, splice


class _Slot(NamedTuple):
    """A paper in its place in a list.

    Attributes:
        paper: The paper.
        separator: The text before it.
        there: The block that it replaces, if it replaces one.
        text: The text of that block, if the paper is as it was parsed.
    """

    paper: Paper
    separator: str
    there: Origin | None = None
    text: str | None = None


class Composer:
    """Writes digests in a dialect.

    Args:
        dialect: The dialect.
        canonical: Whether no text is kept.
        like: A text in whose style a digest without a text is written.
        line_end: The line ending of texts of their own; by default that of each digest.
    """

    def __init__(
        self,
        dialect: Dialect,
        canonical: bool,
        like: Document | None = None,
        line_end: str | None = None,
    ) -> None:
        self.dialect = dialect
        self._like = like
        self._line_end = line_end
        self._papers = PaperWriter(dialect, canonical)
        self._headings = HeadingWriter(dialect)
        self._follower = Follower(dialect)
        # Whether the shape of the papers decides which chapters end them.
        self._ended = bool(dialect.rules_of("end"))
        self._grouping = Grouping(dialect)

    def keeps(self, dialect: Dialect) -> bool:
        """Return whether what was parsed in a dialect can keep its text."""
        return self._papers.keeps(dialect)

    def compose(self, digest: Digest) -> tuple[str, list[Loss]]:
        """Return a text for a digest, and what would not be read back from it."""
        document = digest._document
        if document is not None and self.keeps(document.dialect):
            return self._edit(digest, document)
        return self._build(digest)

    # A text of its own.

    def _build(self, digest: Digest) -> tuple[str, list[Loss]]:
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
            p._origin for p in digest.papers if p._origin and self.keeps(p._origin.dialect)
        )
        like = self._like.origins if self._like is not None else ()
        like_text = None if self._like is None else self._like.text
        habits = Habits((*origins, *like), self._line_end or line_end_in([digest]))
        groups = GroupWriter(self.dialect, like_text or "")
        pieces, lost = self._top(digest, habits.line_end, groups)
        lost += self._put_papers(digest.papers, pieces, habits, groups, hopeful=hopeful)
        text = "".join(pieces) + (habits.line_end if pieces else "")
        if origins:
            text = self._follower.numbered(text, like_text)
        return text, lost or self._check(text, digest)

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
        if self.dialect.preface and not self._starts_group(digest, groups):
            preface = f"\n{self.dialect.preface}" if pieces else self.dialect.preface.lstrip("\n")
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
        paper_rule = self.dialect.rules_of("paper")[0]
        between = ""
        grouped = self._grouping.may_hold(papers)
        for index, paper in enumerate(papers):
            own = self._grouping.category(paper) if grouped else None
            group = None if own == category else groups.heading(own, line_end)
            if group is not None:
                category = own
                _put(pieces, group, self.dialect.rules_of("group")[0], line_end)
                between = ""
            number = self.dialect.first + index
            draft = self._papers.draft(paper, habits, number) if hopeful else None
            if draft is None:
                draft, differences = self._papers.write(paper, habits, number, category)
                lost += [(index, difference) for difference in differences]
            _put(pieces, draft, paper_rule, line_end, between)
            between = self.dialect.between
        return lost

    def _check(self, text: str, digest: Digest) -> list[Loss]:
        """Return what would not be read back from a whole text."""
        document = digest._document
        date, year = (document.date, document.year) if document else (None, None)
        read = next(digests_of(Source(text, self.dialect, date, year), joined=True))
        return grouped(digest_differences(digest, read), digest.papers)

    def _starts_group(self, digest: Digest, groups: GroupWriter) -> bool:
        """Return whether the first row is in a group, whose heading has the head of a table."""
        first = digest.papers[0].category if digest.papers and self.dialect.cells else None
        return first is not None and groups.heading(first, "\n") is not None

    # A text that is there.

    def _edit(self, digest: Digest, document: Document) -> tuple[str, list[Loss]]:
        """Put what was changed into the text of a digest."""
        part = document.text
        stands_for = standing_for(digest.papers, document.origins)
        digest = at_home(digest, stands_for, document.origins)
        in_place = self._in_place(digest, document, stands_for)
        heading = self._headings.edits(digest, document)
        if in_place:
            edits, lost = self._paper_edits(digest, document, part)
        elif document.origins:
            edits, lost = self._list_edit(digest, document, part, stands_for)
        else:
            edits, lost = self._first_edit(digest, part)
        if heading is None:
            words = digest.title, digest.date, digest.end_date
            losses = self._headings.losses(words, line_end_of(part), document.words[0])
            lost = [*((None, each) for each in losses), *lost]
        if lost or heading is None:
            return "", lost
        text = applied(part, 0, len(part), [*heading, *edits])
        if is_made(self.dialect):
            parted = list(parted_tags(part, text))
            parted = parted or list(misplaced(self.dialect, part, text, digest.papers))
            if parted:
                return "", traced(parted, digest)
        if not in_place or (self.dialect.contents and is_renamed(digest, document)):
            follows = self._follower.followed(part, text, digest.papers, stands_for)
            if follows != text and not self._check(follows, digest):
                return follows, []
        if heading or self.dialect._compiled.outlined or not in_place or self._papers.doubts:
            lost = traced(self._check(text, digest), digest)
        return text, lost

    def _in_place(
        self, digest: Digest, document: Document, stands_for: Sequence[int | None]
    ) -> bool:
        """Return whether the papers are those of the text, in its order and groups."""
        if stands_for != list(range(len(document.origins))):
            return False
        return not self._grouping.exists or all(
            map(self._grouping.stays, digest.papers, document.origins)
        )

    def _paper_edits(
        self, digest: Digest, document: Document, part: str
    ) -> tuple[list[Edit], list[Loss]]:
        """Return the edits if no paper was added, removed or moved."""
        edits: list[Edit] = []
        lost: list[Loss] = []
        origins, spans = document.origins, document.spans
        habits = Habits(origins, line_end_of(part))
        for index, (paper, there, span) in enumerate(
            zip(digest.papers, origins, spans, strict=True)
        ):
            if paper._pristine:
                continue
            located = self._papers.located(there, habits.after(there), paper)
            changed = changed_names(located.paper, paper)
            text, differences = self._papers.rewrite(
                paper, located, changed, len(there.text), self.dialect.first + index, there.category
            )
            lost += [(index, difference) for difference in differences]
            doubts = self._papers.doubts
            if self._ended and not doubts and is_reshaped(located, paper, changed):
                doubts.append(paper)
            # An indented paper may become text of a list item above it.
            after = spans[index + 1 : index + 2]
            if after and part.startswith((" ", "\t"), after[0][0]):
                doubts.append(paper)
            edits.append((*span, text))
        return edits, lost

    def _list_edit(
        self,
        digest: Digest,
        document: Document,
        part: str,
        stands_for: Sequence[int | None],
    ) -> tuple[list[Edit], list[Loss]]:
        """Return the edit if papers were added, removed or moved."""
        old = document.origins
        spans: list[Span] = [
            (start, start + self._papers.end_of(there))
            for there, (start, _) in zip(old, document.spans, strict=True)
        ]
        habits = Habits(old, line_end_of(part))
        gaps = Gaps(self.dialect, part, spans, habits.line_end)
        separator = gaps.separator
        groups = GroupWriter(self.dialect, part)
        # The heading of the first paper's group, or the head of its table, may change with it.
        (start, _), (_, end) = spans[0], spans[-1]
        heading = groups.start_of_last(part[:start], cut=False)
        first = groups.start_of_table(part[:start]) if heading is None else heading
        start = start if first is None else first
        cuts = groups.emptied(spans, frozenset(stands_for), heading)
        left, (*spans, region) = cut_out(part, cuts, [*spans, (start, end)])
        spliced = splice(left, region, spans, stands_for, separator=separator, keeps=gaps.keeps)
        separators: Sequence[str] = spliced.separators
        if self._grouping.exists:
            came = [
                self._grouping.wanted(paper, None) if at is None else None
                for paper, at in zip(digest.papers, stands_for, strict=True)
            ]
            separators = groups.headed(separators, came)
        slots = [
            _Slot(paper, gap)
            if at is None
            else _Slot(paper, gap, old[at], left[slice(*spans[at])] if paper._pristine else None)
            for paper, at, gap in zip(digest.papers, stands_for, separators, strict=True)
        ]
        if not slots:
            return [emptied(part, (start, end), f"{spliced.head}{spliced.tail}")], []
        head = spliced.head.lstrip() if cuts and cuts[0][0] == start else spliced.head
        slots[0] = slots[0]._replace(separator=head)
        category = old[0].category if heading is None else None
        group = CurrentGroup(groups, category, separator, habits.line_end)
        group.loose = self._grouping.are_loose((slot.paper, slot.there) for slot in slots)
        text, lost = self._series(slots, habits, group)
        return [(start, end, f"{text}{closed(spliced.tail, part[end:])}")], lost

    def _first_edit(self, digest: Digest, part: str) -> tuple[list[Edit], list[Loss]]:
        """Return the edit if papers were added to a text without papers."""
        at, last = self._place(part)
        habits = Habits((), line_end_of(part))
        separator = Gaps(self.dialect, part, (), habits.line_end).separator
        groups = GroupWriter(self.dialect, part)
        slots = [_Slot(paper, separator if at else "") for at, paper in enumerate(digest.papers)]
        group = CurrentGroup(groups, last and last.category, separator, habits.line_end)
        text, lost = self._series(slots, habits, group)
        return [(at, at, self._apart(text, part, at, last, groups))], lost

    def _series(
        self, slots: Sequence[_Slot], habits: Habits, group: CurrentGroup
    ) -> tuple[str, list[Loss]]:
        """Write papers one after the other, under the headings of their groups if needed.

        Args:
            slots: The papers in their places.
            habits: The habits of the text.
            group: The group that the first one is in.
        """
        pieces: list[str] = []
        lost: list[Loss] = []
        for index, slot in enumerate(slots):
            separator, there = slot.separator, slot.there
            if self._grouping.exists:
                separator = group.enter(separator, self._grouping.wanted(slot.paper, there))
            same_group = there is not None and there.category == group.category
            if slot.text is not None and (same_group or not self._grouping.exists):
                pieces.append(f"{separator}{slot.text}")
                continue
            below = slot._replace(separator=separator)
            text, differences = self._in_group(below, habits, self.dialect.first + index, group)
            lost += [(index, difference) for difference in differences]
            pieces.append(text)
        return "".join(pieces), lost

    def _in_group(
        self, slot: _Slot, habits: Habits, number: int, group: CurrentGroup
    ) -> tuple[str, Sequence[Difference]]:
        """Write a paper below its separator, under a heading of its group if it needs one."""
        paper, separator, there, _ = slot
        own, above = self._grouping.category(paper), group.category
        text, differences = self._papers.write(paper, habits, number, own, there)
        home = self._grouping.home(paper, there)
        outside = (group.ended and home is not None) or not group.covers(
            self._grouping.wanted(paper, there)
        )
        if own == above or (not outside and self._papers.read(text, above, paper) == paper):
            return f"{separator}{text}", differences
        heading = group.open(home)
        if heading is None:
            text, differences = self._papers.write(paper, habits, number, above, there)
            return f"{separator}{text}", differences
        separator = group.above(separator)
        line_end = habits.line_end
        lead = "" if not separator or separator.endswith(line_end * 2) else line_end
        return f"{separator}{lead}{heading}{group.below(line_end)}{text}", differences

    def _place(self, part: str) -> tuple[int, Block | None]:
        """Return where the first paper goes in a digest without papers, and the head above it.

        That is below the heading and what follows it, but above the chapters at the end.
        """
        found = list(blocks(self.dialect, normalize(part)))
        heads = [block for block in found if block.kind in ("digest", "skip", "group")]
        last = heads[-1] if heads else None
        at = end_in(part, last.head.end()) if last is not None else 0
        ends = [block.start for block in found if block.kind == "end" and block.start >= at]
        end = ends[0] if ends else len(part)
        return max(at, len(part[:end].rstrip())), last

    def _apart(self, text: str, part: str, at: int, last: Block | None, groups: GroupWriter) -> str:
        """Return the text of the first papers with blank lines around it, and a table's head.

        Args:
            text: The text of the papers.
            part: The text that they go into.
            at: The offset to insert them at.
            last: The last head above them.
            groups: Writes the head of a table.
        """
        line_end = line_end_of(part)
        first = next(iter(blocks(self.dialect, normalize(text))), None)
        above = part[:at].strip("\ufeff")
        head, before = "", self.dialect.rules_of("paper")[0].before
        if first is not None and first.kind == "group":
            before = self.dialect.rules_of("group")[0].before
        elif (
            last is None or last.kind != "skip" or part[end_in(part, last.head.end()) : at].strip()
        ):
            head = groups.table_head(line_end)
            head, before = (f"{head}{line_end}", 1) if head else ("", before)
        blank = line_end * (before + 1) if above else ""
        after = "" if part[at:].lstrip(" \t")[:1] in ("\n", "\r") else line_end
        return f"{blank}{head}{text}{after}"


def _put(pieces: list[str], text: str, rule: Rule, line_end: str, between: str = "") -> None:
    """Add a text to others, with the blank lines that its rule asks for."""
    if pieces:
        blank = line_end * (rule.before + 1)
        pieces.append(f"{blank}{between}{blank}" if between else blank)
    pieces.append(text)
