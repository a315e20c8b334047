"""The headings of groups: as in the text, or in the dialect's own form."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.forms import Form
from paperdigest._model.origin import Origin
from paperdigest._model.source import line_end_of, normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.scanner import Block, blocks, strip_span
from paperdigest._writing.checks.changes import says_category
from paperdigest._writing.edits.located import applied
from paperdigest._writing.pieces.splice import Span

#: How many headings are examples to follow.
_ENOUGH = 4


@attrs.frozen(eq=False, slots=False)
class GroupWriter:
    """Writes the headings of groups.

    Rows need the head of a table above them. So the heading of a group of rows includes that head,
    and it is written like the other headings of the text.

    Attributes:
        dialect: The dialect.
        text: The text, or empty if there is none yet.
    """

    dialect: Dialect
    text: str = ""

    def below(self, line_end: str) -> str:
        """Return what is between a heading and the first paper of its group.

        A row follows the head of its table, which is below the heading.
        """
        gaps = (gap for _, _, gap in self._examples.values())
        blanks = self.dialect.rules_of("paper")[0].before
        if not self.dialect.cells:
            blanks = max(blanks, self.dialect.rules_of("group")[0].before)
        return next(gaps, line_end * (blanks + 1))

    def heading(self, category: str | None, line_end: str) -> str | None:
        """Write the heading of a group. Return ``None`` if the dialect has no form for it."""
        if category in self._examples:
            return self._examples[category][0]
        if category is not None:
            for text, spans, _ in islice(self._examples.values(), _ENOUGH):
                edits = [(*span, category) for span in spans]
                alike = applied(text, 0, len(text), edits)
                if self._category(alike) == category:
                    return alike
        for rule in self.dialect.rules_of("group"):
            for template in rule.templates:
                written = Form.from_template(template, line_end).fill({"category": category or ""})
                if written is not None:
                    return written + self._tabled(written, line_end)
        return None

    def above_paper(self, text: str, *, cut: bool = True) -> list[Block]:
        """Return the blocks of a text that papers follow.

        What a line above papers is may depend on what follows it.

        Args:
            text: The text.
            cut: Whether it was cut out, so that its start is not that of the digest.
        """
        found = blocks(self.dialect, normalize(f"{text}{self._head}"), cut=cut)
        return [block for block in found if block.start < len(text)]

    def start_of_last(self, text: str, *, cut: bool = True) -> int | None:
        """Return the start of the heading of a group at the end of a text, or ``None``.

        Args:
            text: The text.
            cut: Whether it was cut out, so that its start is not that of the digest.
        """
        found = self.above_paper(text, cut=cut) if self.dialect.rules_of("group") else []
        for at in range(len(found) - 1, -1, -1):
            if found[at].kind == "group":
                return found[at].start if _is_bare(text, found[at:], len(text)) else None
        return None

    def start_of_table(self, text: str) -> int | None:
        """Return the start of the head of a table at the end of a text, or ``None``."""
        found = self.above_paper(text) if self.dialect.cells else []
        if found and found[-1].kind == "skip" and _is_bare(text, found[-1:], len(text)):
            return found[-1].start
        return None

    @cached_property
    def exist(self) -> bool:
        """Whether the text has groups."""
        return any(block.kind == "group" for block in self._blocks)

    def knows(self, category: str | None) -> bool:
        """Return whether the text has a heading for a category right above papers."""
        return category in self._examples

    def emptied(
        self, spans: Sequence[Span], stays: AbstractSet[int | None], start: int | None
    ) -> list[Span]:
        """Return the spans of the headings that are left without papers, in order.

        The white space before such a heading goes with it, except before the first.

        Args:
            spans: The papers.
            stays: The indexes of those that are not removed.
            start: The start of the heading of the first one's group, if that is right above it.
        """
        found: list[Span] = []
        free = True  # whether nothing of the group follows
        for at in range(len(spans) - 1, -1, -1):
            above = spans[at - 1][1] if at else 0
            gap = self.text[above : spans[at][0]]
            heading = start
            if at:
                heading = self.start_of_last(gap) if gap.strip() else None
            words = gap if heading is None else gap[:heading]
            own = len(words.rstrip())
            free = free and at not in stays
            if heading is None:
                free = free and not own
                continue
            if free:
                found.append((above + own if at else heading, spans[at][0]))
            free = not own
        return found[::-1]

    def headed(self, separators: Sequence[str], came: Sequence[str | None]) -> list[str]:
        """Return the separators of papers, each heading above the new papers of its group.

        A paper that comes right before a heading of its own group belongs below it.

        Args:
            separators: The text before each paper.
            came: For each paper the category of the group that it needs, if it is new.
        """
        headed = list(separators)
        for at in range(len(headed) - 1, 1, -1):
            category = came[at - 1]
            if category is not None and category == self._opened_in(headed[at]):
                headed[at - 1 : at + 1] = headed[at], headed[at - 1]
        return headed

    def _opened_in(self, separator: str) -> str | None:
        """Return the category of the last group whose heading is in a separator."""
        found = self.above_paper(separator) if separator.strip() else ()
        opened = [block.category for block in found if block.kind == "group"]
        return opened[-1] if opened else None

    @cached_property
    def _blocks(self) -> Sequence[Block]:
        """The blocks of the text."""
        return list(blocks(self.dialect, normalize(self.text)))

    @cached_property
    def _examples(self) -> dict[str | None, tuple[str, Sequence[Span], str]]:
        """The headings in the text by category.

        Each has the spans of its category in it, and the space below it.
        """
        examples: dict[str | None, tuple[str, Sequence[Span], str]] = {}
        above: list[Block] = []
        for block in self._blocks:
            if block.kind == "group":
                above = [block]
            elif block.kind == "paper":
                if above and _is_bare(self.text, above, block.start):
                    group = above[0]
                    whole = self.text[group.start : block.start]
                    text = whole.rstrip()
                    spans = [(a - group.start, b - group.start) for a, b in _named_in(group)]
                    examples.setdefault(group.category, (text, spans, whole[len(text) :]))
                above = []
            elif above:
                above.append(block)
        return examples

    @cached_property
    def _head(self) -> str:
        """The shortest head of a paper in the text."""
        heads = (
            block.head.string[block.start : block.head.end()]
            for block in self._blocks
            if block.kind == "paper"
        )
        return min(heads, key=len, default="")

    def _category(self, text: str) -> str | None:
        found = self.above_paper(f"{text}{self.below(line_end_of(text))}")
        return found[0].category if found and found[0].kind == "group" else None

    def _tabled(self, heading: str, line_end: str) -> str:
        """Return the head of a table, if a heading has none of its own."""
        has_head = any(block.kind == "skip" for block in blocks(self.dialect, normalize(heading)))
        head = "" if has_head else self.table_head(line_end)
        return f"{line_end * 2}{head}" if head else ""

    def table_head(self, line_end: str) -> str:
        """Return the head of the first table of papers, or that of the dialect."""
        if not self.dialect.cells:
            return ""
        return self._first_table or self.dialect.preface.strip("\n").replace("\n", line_end)

    @cached_property
    def _first_table(self) -> str:
        """The head of the first table of papers in the text."""
        above: Block | None = None
        for block in self._blocks:
            if block.kind == "paper" and above and _is_bare(self.text, [above], block.start):
                return self.text[above.start : block.start].rstrip()
            above = block if block.kind == "skip" else None
        return ""


def _named_in(group: Block) -> Iterator[Span]:
    """Yield the spans of a category in the heading of its group, and in an anchor above it."""
    for name in ("anchor", "category"):
        number = group.entry.groups.get(name)
        if number and (group.head[number] or "").strip() == group.category:
            yield strip_span(group.head.string, *group.head.span(number))


def _is_bare(text: str, found: Sequence[Block], end: int) -> bool:
    """Return whether a text has only the heads of a group and of tables up to an offset."""
    kinds = [block.kind for block in found[1:]]
    ends = [*(block.start for block in found[1:]), end]
    return set(kinds) <= {"skip"} and not any(
        text[block.head.end() : stop].strip() for block, stop in zip(found, ends, strict=True)
    )


class Grouping:
    """Decides which papers are in groups, and which of them have their category in their own text.

    Args:
        dialect: The dialect.

    Attributes:
        exists: Whether the dialect has groups.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self.exists = bool(dialect.rules_of("group"))
        # Whether any paper can have another category than its group.
        self._in_lines = bool(dialect.rules_of("category"))

    @cached_property
    def _in_heads(self) -> bool:
        """Whether the head of a paper can hold its category."""
        heads = (pattern for rule in self._dialect.rules_of("paper") for pattern in rule.patterns)
        return any("(?P<category>" in head for head in heads)

    def may_hold(self, papers: Sequence[Paper]) -> bool:
        """Return whether papers can be in groups, unless they have their category themselves.

        A group does not end, so a paper without a category cannot follow one.
        """
        first = next((at for at, paper in enumerate(papers) if paper.category), len(papers))
        if all(paper.category for paper in papers[first:]):
            return True
        return not (self._in_lines or self._in_heads)

    def category(self, paper: Paper) -> str | None:
        """Return the category of the group of a paper, if there are groups."""
        return paper.category if self.exists else None

    def wanted(self, paper: Paper, there: Origin | None) -> str | None:
        """Return the category of the group that a paper needs above it, if it needs one.

        One with the category in its own text may be below any heading.
        """
        own = self._in_heads if there is None else self._holds(paper, there)
        return None if own else paper.category

    def home(self, paper: Paper, there: Origin | None) -> str | None:
        """Return the category of the group that a paper goes below: its old one, if it can."""
        if there is None or not self.stays(paper, there):
            return self.category(paper)
        return there.category

    def stays(self, paper: Paper, there: Origin) -> bool:
        """Return whether a paper can stay in the group that it was parsed from."""
        return paper._pristine or paper.category == there.category or self._holds(paper, there)

    def are_loose(self, papers: Iterable[tuple[Paper, Origin | None]]) -> bool:
        """Return whether each unchanged paper has another category than the group of its block."""
        kept = [
            (paper.category, there.category) for paper, there in papers if there and paper._pristine
        ]
        return bool(kept) and all(None not in both and both[0] != both[1] for both in kept)

    def _holds(self, paper: Paper, there: Origin) -> bool:
        """Return whether the text of a paper holds its category, whatever its group is.

        It does if it said another category than its group, or was in no group. If both said the
        same, they still do after an edit.
        """
        if paper.category is not None and there.category is None and self._in_lines:
            return True
        return says_category(paper, there)


class CurrentGroup:
    """The group that is open while papers are written one after the other.

    Args:
        groups: Writes the headings.
        category: The category of the group that is open at first.
        plain: The separator of two papers of one group.
        line_end: The line ending.

    Attributes:
        category: The category of the group that is open.
        loose: Whether the groups are no categories of papers, so that a new category starts none.
    """

    def __init__(
        self, groups: GroupWriter, category: str | None, plain: str, line_end: str
    ) -> None:
        self.category = category
        self.loose = False
        self._groups = groups
        self._plain = plain
        self._line_end = line_end
        self._anew = False  # whether its heading is new in the text

    @property
    def ended(self) -> bool:
        """Whether a new heading has ended the last group and opened none."""
        return self._anew and self.category is None

    def enter(self, separator: str, wanted: str | None) -> str:
        """Return what to write before a paper, and note the group that it opens.

        A heading at the end of a separator belongs to the papers of its group. It is left out if
        the paper below has another category now, or if the same heading is open already.

        Args:
            separator: The text before the paper.
            wanted: The category of the paper.
        """
        above = self.category
        if not separator.strip():
            return separator  # the papers go on as before
        for block in self._groups.above_paper(separator):
            if block.kind == "group":
                self.category = block.category
        left = not self._is_free(wanted) and self.category != wanted
        if left or (self._anew and self.category == above):
            start = self._groups.start_of_last(separator)
            if start is not None:
                self.category = above
                return separator[:start] if above != wanted else self._plain
        self._anew = self._anew and self.category == above
        return separator

    def covers(self, wanted: str | None) -> bool:
        """Return whether a paper can be in the open group, if it needs a certain one.

        In a text without groups, none is started for a paper that can say its category itself.
        """
        return self._is_free(wanted) or wanted == self.category or not self._groups.exist

    def _is_free(self, wanted: str | None) -> bool:
        """Return whether a paper of a category can be in any group."""
        return wanted is None or (self.loose and not self._groups.knows(wanted))

    def above(self, separator: str) -> str:
        """Return the text above a group that opens, without a table head that has no rows."""
        start = self._groups.start_of_table(separator)
        return separator if start is None or separator[:start].strip() else separator[:start]

    def below(self, line_end: str) -> str:
        """Return what is between a heading and the first paper of its group."""
        return self._groups.below(line_end)

    def open(self, category: str | None) -> str | None:
        """Open a group. Return its heading, or ``None`` if the dialect has no form for it.

        A heading without a category is written only in a text that has one.
        """
        if category is None and not self._groups.knows(None):
            return None
        heading = self._groups.heading(category, self._line_end)
        if heading is not None:
            self.category, self._anew = category, True
        return heading
