"""A whole text: papers put together under a heading, or put back into the text they came from."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Rule
from paperdigest._model.origin import Document, Origin
from paperdigest._model.source import Source, end_in, line_end_of, normalize
from paperdigest._model.values import Digest, Paper
from paperdigest._parsing.parser import read_digests
from paperdigest._parsing.scanner import Block, blocks
from paperdigest._writing.align import standing_for
from paperdigest._writing.changes import is_renamed, is_reshaped, says_category
from paperdigest._writing.compare import Difference, changed_names, digest_differences
from paperdigest._writing.derived import Follower
from paperdigest._writing.groups import CurrentGroup, GroupWriter
from paperdigest._writing.headings import HeadingWriter
from paperdigest._writing.located import Edit, applied
from paperdigest._writing.papers import PaperWriter
from paperdigest._writing.splice import Span, splice
from paperdigest._writing.style import Habits

#: A value that would be lost: the index of its paper, if it is in one, and the difference.
Loss = tuple[int | None, Difference]


def line_end_in(digests: Sequence[Digest]) -> str:
    """Return the first line ending of the texts of digests, or else of their sections."""
    documents = (digest._document.text for digest in digests if digest._document is not None)
    papers = (paper for digest in digests for paper in digest.papers)
    sections = (section.text for paper in papers for section in paper.sections)
    texts = chain(documents, sections)
    return next((line_end_of(text) for text in texts if "\n" in text or "\r" in text), "\n")


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
        self._has_groups = bool(dialect.rules_of("group"))
        # Whether any paper can have another category than its group.
        self._has_own_category = bool(dialect.rules_of("category"))

    def keeps(self, dialect: Dialect) -> bool:
        """Return whether what was read in a dialect can keep its text."""
        return self._papers.keeps(dialect)

    def compose(self, digest: Digest) -> tuple[str, list[Loss]]:
        """Return a text for a digest, and what would not be read back from it."""
        document = digest._document
        if document is not None and self.keeps(document.dialect):
            return self._edit(digest, document)
        return self._build(digest)

    # A text of its own.

    def _build(self, digest: Digest, *, hopeful: bool = True) -> tuple[str, list[Loss]]:
        """Write a digest that has no text, with the text of those papers that have one.

        Args:
            digest: The digest.
            hopeful: Whether to read back only the whole text, which nearly always will do. Where it
                does not, each paper is read back to find the form that fits, or what is lost.
        """
        origins = tuple(
            p._origin for p in digest.papers if p._origin and self.keeps(p._origin.dialect)
        )
        like = self._like.origins if self._like is not None else ()
        habits = Habits((*origins, *like), self._line_end or line_end_in([digest]))
        line_end = habits.line_end
        lost: list[Loss] = []
        pieces: list[str] = []

        def put(text: str, rule: Rule, between: str = "") -> None:
            if pieces:
                blank = line_end * (rule.before + 1)
                pieces.append(f"{blank}{between}{blank}" if between else blank)
            pieces.append(text)

        words = digest.title, digest.date, digest.end_date
        heading = self._headings.write(words, line_end, self._like)
        if heading:
            pieces.append(heading)
        elif digest.title is not None or digest.date is not None:
            lost += [(None, difference) for difference in self._headings.losses(words, line_end)]
        groups = GroupWriter(self.dialect, "" if self._like is None else self._like.text)
        if self.dialect.preface and not self._starts_group(digest, groups):
            preface = f"\n{self.dialect.preface}" if pieces else self.dialect.preface.lstrip("\n")
            pieces.append(preface.replace("\n", line_end))
        category: str | None = None
        paper_rule = self.dialect.rules_of("paper")[0]
        between = ""
        grouped = self._can_be_grouped(digest.papers)
        for index, paper in enumerate(digest.papers):
            own = self._category(paper) if grouped else None
            group = None if own == category else groups.heading(own, line_end)
            if group is not None:
                category = own
                put(group, self.dialect.rules_of("group")[0])
                between = ""
            number = self.dialect.first + index
            draft = self._papers.draft(paper, habits, number) if hopeful else None
            if draft is None:
                draft, differences = self._papers.write(paper, habits, number, category)
                lost += [(index, difference) for difference in differences]
            put(draft, paper_rule, between)
            between = self.dialect.between
        text = "".join(pieces) + (line_end if pieces else "")
        if origins:
            text = self._follower.numbered(text, None if self._like is None else self._like.text)
        lost = lost or self._check(text, digest)
        return self._build(digest, hopeful=False) if lost and hopeful else (text, lost)

    def _check(self, text: str, digest: Digest) -> list[Loss]:
        """Return what would not be read back from a whole text."""
        document = digest._document
        date, year = (document.date, document.year) if document else (None, None)
        read = next(read_digests(Source(text, self.dialect, date, year), joined=True))
        return list(digest_differences(digest, read))

    def _starts_group(self, digest: Digest, groups: GroupWriter) -> bool:
        """Return whether the first row is in a group, whose heading has the head of a table."""
        first = digest.papers[0].category if digest.papers and self.dialect.cells else None
        return first is not None and groups.heading(first, "\n") is not None

    # A text that is there.

    def _edit(self, digest: Digest, document: Document) -> tuple[str, list[Loss]]:
        """Put what was changed into the text of a digest."""
        part = document.text
        stands_for = standing_for(digest.papers, document.origins)
        in_place = self._in_place(digest, document, stands_for)
        heading = self._headings.edits(digest, document)
        if in_place:
            edits, lost = self._paper_edits(digest, document, part)
        else:
            edits, lost = self._list_edit(digest, document, part, stands_for)
        if heading is None:
            words = digest.title, digest.date, digest.end_date
            losses = self._headings.losses(words, line_end_of(part))
            lost = [*((None, each) for each in losses), *lost]
        if lost or heading is None:
            return "", lost
        text = applied(part, 0, len(part), [*heading, *edits])
        if not in_place or (self.dialect.contents and is_renamed(digest, document)):
            follows = self._follower.followed(part, text, digest.papers, stands_for)
            if follows != text and not self._check(follows, digest):
                return follows, []
        if heading or self.dialect._compiled.outlined or not in_place or self._papers.doubts:
            lost = self._check(text, digest)
        return text, lost

    def _in_place(
        self, digest: Digest, document: Document, stands_for: Sequence[int | None]
    ) -> bool:
        """Return whether the papers are those of the text, in its order and groups."""
        if stands_for != list(range(len(document.origins))):
            return False
        if not self._has_groups:
            return True
        return all(
            paper._pristine
            or paper.category == there.category
            or (self._has_own_category and paper.category is not None)
            or says_category(paper, there)
            for paper, there in zip(digest.papers, document.origins, strict=True)
        )

    def _paper_edits(
        self, digest: Digest, document: Document, part: str
    ) -> tuple[list[Edit], list[Loss]]:
        """Return the edits where no paper came, went or moved."""
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
            number = self.dialect.first + index
            changed = changed_names(located.paper, paper)
            text, differences = self._papers.rewrite(
                paper, located, changed, len(there.text), number, there.category
            )
            lost += [(index, difference) for difference in differences]
            doubted = bool(self._papers.doubts)
            if self._ended and not doubted and is_reshaped(located, paper, changed):
                self._papers.doubts.append(paper)
            # An indented paper may become text of a list item above it.
            after = spans[index + 1 : index + 2]
            if after and part.startswith((" ", "\t"), after[0][0]):
                self._papers.doubts.append(paper)
            edits.append((*span, text))
        return edits, lost

    def _list_edit(
        self,
        digest: Digest,
        document: Document,
        part: str,
        stands_for: Sequence[int | None],
    ) -> tuple[list[Edit], list[Loss]]:
        """Return the edit where papers came, went or moved."""
        old = document.origins
        spans: list[Span] = [
            (start, start + self._papers.end_of(there))
            for there, (start, _) in zip(old, document.spans, strict=True)
        ]
        habits = Habits(old, line_end_of(part))
        line_end = habits.line_end
        separator = self._separator(part, spans, line_end)
        groups = GroupWriter(self.dialect, part)
        at, last = (0, None) if spans else self._place(part)
        region = (spans[0][0], spans[-1][1]) if spans else (at, at)
        start = groups.start_of_last(part[: region[0]]) if spans else None
        table = groups.start_of_table(part[: region[0]]) if spans and start is None else None
        first = start if table is None else table
        if first is not None:  # the first paper's group may change with it
            region = (first, region[1])
        spliced = splice(
            part, region, spans, stands_for, separator=separator, keeps=self._keeps_gap
        )
        own = [
            part[slice(*spans[at])] if at is not None and paper._pristine else None
            for paper, at in zip(digest.papers, stands_for, strict=True)
        ]
        there = [None if at is None else old[at] for at in stands_for]
        head, separators = spliced.head, spliced.separators
        if separators:
            head, separators = "", (head, *separators[1:])
        category = old[0].category if old and start is None else last and last.category
        group = CurrentGroup(groups, category, separator, line_end)
        text, lost = self._series(digest.papers, there, own, separators, habits, group=group)
        if not old and digest.papers:
            text = self._apart(text, part, at, last, groups)
        return [(*region, f"{head}{text}{spliced.tail}")], lost

    def _series(
        self,
        papers: Sequence[Paper],
        origins: Sequence[Origin | None],
        texts: Sequence[str | None],
        separators: Sequence[str],
        habits: Habits,
        *,
        group: CurrentGroup,
    ) -> tuple[str, list[Loss]]:
        """Write papers one after the other, under the headings of their groups if needed.

        Args:
            papers: The papers.
            origins: The block that each replaces, if it replaces one.
            texts: The own text of each that is as it was parsed.
            separators: The text before each.
            habits: The habits of the text.
            group: The group that the first one is in.
        """
        pieces: list[str] = []
        lost: list[Loss] = []
        line_end = habits.line_end
        below = line_end * (self.dialect.rules_of("paper")[0].before + 1)
        rows = zip(papers, origins, texts, separators, strict=True)
        for index, (paper, there, same, separator) in enumerate(rows):
            own = self._category(paper)
            wanted = self._wanted_group(paper, there) if self._has_groups else None
            pieces.append(group.enter(separator, wanted) if self._has_groups else separator)
            above = group.category
            in_place = not self._has_groups or (there is not None and there.category == above)
            if same is not None and in_place:
                pieces.append(same)
                continue
            number = self.dialect.first + index
            text, differences = self._papers.write(paper, habits, number, own, there)
            if own != above and self._papers.read(text, above, paper) != paper:
                heading = group.open(own)
                if heading is None:
                    text, differences = self._papers.write(paper, habits, number, above, there)
                else:
                    pieces[-1] = group.above(pieces[-1])
                    lead = "" if not pieces[-1] or pieces[-1].endswith(line_end * 2) else line_end
                    pieces.append(f"{lead}{heading}{below}")
            lost += [(index, difference) for difference in differences]
            pieces.append(text)
        return "".join(pieces), lost

    def _can_be_grouped(self, papers: Sequence[Paper]) -> bool:
        """Return whether papers can be in groups, unless they have their category themselves.

        A group does not end, so a paper without a category cannot follow one.
        """
        first = next((at for at, paper in enumerate(papers) if paper.category), len(papers))
        if all(paper.category for paper in papers[first:]):
            return True
        return not (self._has_own_category or self._heads_say_category)

    @cached_property
    def _heads_say_category(self) -> bool:
        """Whether the head of a paper can say its category."""
        heads = (pattern for rule in self.dialect.rules_of("paper") for pattern in rule.patterns)
        return any("(?P<category>" in head for head in heads)

    def _category(self, paper: Paper) -> str | None:
        """Return the category of the group of a paper, if there are groups."""
        return paper.category if self._has_groups else None

    def _wanted_group(self, paper: Paper, there: Origin | None) -> str | None:
        """Return the category of the group that a paper needs above it, if it needs one.

        One that says its category itself may be below any heading, or stay below the one it has.
        """
        own = self._heads_say_category if there is None else says_category(paper, there)
        return None if own else paper.category

    def _separator(self, part: str, spans: Sequence[Span], line_end: str) -> str:
        """Return the text between two papers, as in the text if it has two."""
        for (_, end), (start, _) in pairwise(spans):
            if not self._keeps_gap(part[end:start]):
                return part[end:start]
        blank = line_end * (self.dialect.rules_of("paper")[0].before + 1)
        between = self.dialect.between
        return f"{blank}{between}{blank}" if between else blank

    def _keeps_gap(self, gap: str) -> bool:
        """Return whether the text between two papers is more than a separator."""
        lines = [line for line in normalize(gap).split("\n") if line.strip()]
        if not lines:
            return False
        rules = [re.compile(rule.pattern) for rule in self.dialect.rules_of("rule")]
        return any(not any(rule.fullmatch(line) for rule in rules) for line in lines)

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
