"""A text that is there, with what has changed put into it."""

from collections.abc import Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import is_made
from paperdigest._model.origin import Document, Origin
from paperdigest._model.source import end_in, line_end_of, normalize
from paperdigest._model.values import Digest, Paper
from paperdigest._parsing.scanner import Block, blocks
from paperdigest._writing.checks.blame import traced
from paperdigest._writing.checks.changes import is_renamed, is_reshaped
from paperdigest._writing.checks.compare import Loss
from paperdigest._writing.checks.tags import misplaced, parted_tags
from paperdigest._writing.edits.located import Edit, applied
from paperdigest._writing.forms.style import Habits
from paperdigest._writing.page.align import at_home, standing_for
from paperdigest._writing.page.gaps import Gaps
from paperdigest._writing.page.groups import CurrentGroup, GroupWriter
from paperdigest._writing.page.writers import Writers
from paperdigest._writing.papers.paper import Written
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


class Editor:
    """Puts what has changed in digests into their texts.

    Args:
        writers: What writes the parts.
    """

    def __init__(self, writers: Writers) -> None:
        self._dialect = writers.dialect
        self._papers = writers.papers
        self._headings = writers.headings
        self._follower = writers.follower
        self._grouping = writers.grouping
        self._losses = writers.losses
        # Whether the shape of the papers decides which chapters end them.
        self._ended = bool(writers.dialect.rules_of("end"))

    def edit(self, digest: Digest, document: Document) -> tuple[str, list[Loss]]:
        """Return a text with what was changed, and what would not be read back from it."""
        text = document.text
        stands_for = standing_for(digest.papers, document.origins)
        digest = at_home(digest, stands_for, document.origins)
        in_place = self._in_place(digest, document, stands_for)
        heading = self._headings.edits(digest, document)
        sure = False
        if in_place:
            edits, lost, sure = self._paper_edits(digest, document, text)
        elif document.origins:
            edits, lost = self._list_edit(digest, document, text, stands_for)
        else:
            edits, lost = self._first_edit(digest, text)
        if heading is None:
            words = digest.title, digest.date, digest.end_date
            losses = self._headings.losses(words, line_end_of(text), document.words[0])
            lost = [*((None, each) for each in losses), *lost]
        if lost or heading is None:
            return "", lost
        written = applied(text, 0, len(text), [*heading, *edits])
        if is_made(self._dialect):
            parted = list(parted_tags(text, written))
            parted = parted or list(misplaced(self._dialect, text, written, digest.papers))
            if parted:
                return "", traced(parted, digest)
        if not in_place or (self._dialect.contents and is_renamed(digest, document)):
            follows = self._follower.followed(text, written, digest.papers, stands_for)
            if follows != written and not self._losses(follows, digest):
                return follows, []
        if heading or self._dialect._compiled.outlined or not sure:
            lost = traced(self._losses(written, digest), digest)
        return written, lost

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
        self, digest: Digest, document: Document, text: str
    ) -> tuple[list[Edit], list[Loss], bool]:
        """Return the edits if no paper was added, removed or moved.

        Returns:
            The edits, what would not be read back from them, and whether the rest of the text is
            surely read as before.
        """
        edits: list[Edit] = []
        lost: list[Loss] = []
        sure = True
        origins, spans = document.origins, document.spans
        habits = Habits(origins, line_end_of(text))
        for index, (paper, there, span) in enumerate(
            zip(digest.papers, origins, spans, strict=True)
        ):
            if paper._pristine:
                continue
            end, number = len(there.text), self._dialect.first + index
            change = self._papers.change(
                paper, there, habits, end=end, number=number, category=there.category
            )
            written = self._papers.rewrite(change)
            lost += [(index, difference) for difference in written.lost]
            sure = sure and written.sure and not (self._ended and is_reshaped(change))
            # An indented paper may become text of a list item above it.
            after = spans[index + 1 : index + 2]
            sure = sure and not (after and text.startswith((" ", "\t"), after[0][0]))
            edits.append((*span, written.text))
        return edits, lost, sure

    def _list_edit(
        self,
        digest: Digest,
        document: Document,
        text: str,
        stands_for: Sequence[int | None],
    ) -> tuple[list[Edit], list[Loss]]:
        """Return the edit if papers were added, removed or moved."""
        old = document.origins
        spans: list[Span] = [
            (start, start + self._papers.end_of(there))
            for there, (start, _) in zip(old, document.spans, strict=True)
        ]
        habits = Habits(old, line_end_of(text))
        gaps = Gaps(self._dialect, text, spans, habits.line_end)
        separator = gaps.separator
        groups = GroupWriter(self._dialect, text)
        # The heading of the first paper's group, or the head of its table, may change with it.
        (start, _), (_, end) = spans[0], spans[-1]
        heading = groups.start_of_last(text[:start], cut=False)
        first = groups.start_of_table(text[:start]) if heading is None else heading
        start = start if first is None else first
        cuts = groups.emptied(spans, frozenset(stands_for), heading)
        left, (*spans, region) = cut_out(text, cuts, [*spans, (start, end)])
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
            return [emptied(text, (start, end), f"{spliced.head}{spliced.tail}")], []
        head = spliced.head.lstrip() if cuts and cuts[0][0] == start else spliced.head
        slots[0] = slots[0]._replace(separator=head)
        category = old[0].category if heading is None else None
        group = CurrentGroup(groups, category, separator, habits.line_end)
        group.loose = self._grouping.are_loose((slot.paper, slot.there) for slot in slots)
        written, lost = self._series(slots, habits, group)
        return [(start, end, f"{written}{closed(spliced.tail, text[end:])}")], lost

    def _first_edit(self, digest: Digest, text: str) -> tuple[list[Edit], list[Loss]]:
        """Return the edit if papers were added to a text without papers."""
        at, last = self._place(text)
        habits = Habits((), line_end_of(text))
        separator = Gaps(self._dialect, text, (), habits.line_end).separator
        groups = GroupWriter(self._dialect, text)
        slots = [_Slot(paper, separator if at else "") for at, paper in enumerate(digest.papers)]
        group = CurrentGroup(groups, last and last.category, separator, habits.line_end)
        written, lost = self._series(slots, habits, group)
        return [(at, at, self._apart(written, text, at, last, groups))], lost

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
            written = self._in_group(below, habits, self._dialect.first + index, group)
            lost += [(index, difference) for difference in written.lost]
            pieces.append(written.text)
        return "".join(pieces), lost

    def _in_group(self, slot: _Slot, habits: Habits, number: int, group: CurrentGroup) -> Written:
        """Write a paper below its separator, under a heading of its group if it needs one."""
        paper, separator, there, _ = slot
        own, above = self._grouping.category(paper), group.category
        written = self._papers.write(paper, habits, number, own, there)
        home = self._grouping.home(paper, there)
        outside = (group.ended and home is not None) or not group.covers(
            self._grouping.wanted(paper, there)
        )
        if own == above or (
            not outside and self._papers.read(written.text, above, paper)[0] == paper
        ):
            return written.below(separator)
        heading = group.open(home)
        if heading is None:
            return self._papers.write(paper, habits, number, above, there).below(separator)
        separator = group.above(separator)
        line_end = habits.line_end
        lead = "" if not separator or separator.endswith(line_end * 2) else line_end
        return written.below(f"{separator}{lead}{heading}{group.below(line_end)}")

    def _place(self, text: str) -> tuple[int, Block | None]:
        """Return where the first paper goes in a digest without papers, and the head above it.

        That is below the heading and what follows it, but above the chapters at the end.
        """
        found = list(blocks(self._dialect, normalize(text)))
        heads = [block for block in found if block.kind in ("digest", "skip", "group")]
        last = heads[-1] if heads else None
        at = end_in(text, last.head.end()) if last is not None else 0
        ends = [block.start for block in found if block.kind == "end" and block.start >= at]
        end = ends[0] if ends else len(text)
        return max(at, len(text[:end].rstrip())), last

    def _apart(
        self, written: str, text: str, at: int, last: Block | None, groups: GroupWriter
    ) -> str:
        """Return the text of the first papers with blank lines around it, and a table's head.

        Args:
            written: The text of the papers.
            text: The text that they go into.
            at: The offset to insert them at.
            last: The last head above them.
            groups: Writes the head of a table.
        """
        line_end = line_end_of(text)
        first = next(iter(blocks(self._dialect, normalize(written))), None)
        above = text[:at].strip("\ufeff")
        head, before = "", self._dialect.rules_of("paper")[0].before
        if first is not None and first.kind == "group":
            before = self._dialect.rules_of("group")[0].before
        elif (
            last is None or last.kind != "skip" or text[end_in(text, last.head.end()) : at].strip()
        ):
            head = groups.table_head(line_end)
            head, before = (f"{head}{line_end}", 1) if head else ("", before)
        blank = line_end * (before + 1) if above else ""
        after = "" if text[at:].lstrip(" \t")[:1] in ("\n", "\r") else line_end
        return f"{blank}{head}{written}{after}"
