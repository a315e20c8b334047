"""One paper's text, written and read back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from typing import NamedTuple

import attrs

from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._model.origin import Origin
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.plain import parse_paper
from paperdigest._parsing.record import own_end_at
from paperdigest._parsing.scanner import paper_head, sole_head
from paperdigest._writing.checks.blame import barred, blamed, explained, run_on
from paperdigest._writing.checks.compare import (
    MANY,
    SINGLE,
    Difference,
    changed_names,
    with_value,
)
from paperdigest._writing.checks.verify import title_reads_back
from paperdigest._writing.edits.block import drops_text, edited
from paperdigest._writing.edits.located import Change, LocatedPaper
from paperdigest._writing.edits.new_lines import variants
from paperdigest._writing.forms.style import Habits
from paperdigest._writing.forms.writer import lacking, plain_style, texts_of, write_paper
from paperdigest._writing.papers.modelled import Models
from paperdigest._writing.pieces.cores import parted

#: Why a new paper cannot be written like any other.
_UNLIKE = (
    "cannot be written like another paper here: each says more than its values, such as a year or "
    "an identifier, or has other values; write the new one into the text yourself"
)


class Written(NamedTuple):
    """What came of writing a paper.

    Attributes:
        text: Its text, empty if it cannot be written.
        lost: The values that would not be read back from it.
        sure: Whether it is parsed as the same paper within any other text.
    """

    text: str
    lost: Sequence[Difference] = ()
    sure: bool = True

    def below(self, above: str) -> "Written":
        """Return the same with a text above it."""
        return self._replace(text=f"{above}{self.text}")


@attrs.frozen(eq=False, slots=False)
class PaperWriter:
    """Writes papers in a dialect.

    Attributes:
        dialect: The dialect.
        canonical: Whether no text is kept.
    """

    dialect: Dialect
    canonical: bool = False
    _stops: dict[Origin, int] = attrs.field(factory=dict[Origin, int], init=False)
    _others: dict[Origin, LocatedPaper] = attrs.field(
        factory=dict[Origin, LocatedPaper], init=False
    )
    _models: dict[Habits, Models] = attrs.field(factory=dict[Habits, Models], init=False)

    def end_of(self, origin: Origin) -> int:
        """Return where the own text of a paper ends, which is looked for once."""
        if self._ends_plainly:
            end = len(origin.text.rstrip())
            if origin.text[end : end + 1] in ("", "\n", "\r"):
                return end  # no white space ends its last line, which may be a part of a piece
        found = self._stops.get(origin)
        if found is None:
            found = self._stops[origin] = own_end_at(origin)
        return found

    @cached_property
    def _ends_plainly(self) -> bool:
        """Whether a paper's own text ends where white space starts, unless a label precedes it."""
        dialect = self.dialect
        return not (dialect.cells or dialect.rules_of("markup") or dialect.rules_of("divider"))

    def keeps(self, dialect: Dialect) -> bool:
        """Return whether what was parsed in a dialect can keep its text."""
        return not self.canonical and (dialect is self.dialect or dialect == self.dialect)

    def write(
        self,
        paper: Paper,
        habits: Habits,
        number: int,
        category: str | None,
        there: Origin | None = None,
    ) -> Written:
        """Write the own text of a paper.

        Args:
            paper: The paper.
            habits: The habits of the text that it becomes a part of.
            number: Its number there.
            category: The category of the group that it belongs to.
            there: The block that it replaces, if the paper has no origin.
        """
        origin = paper._origin or there
        if origin is None or not self.keeps(origin.dialect):
            return self._new(paper, habits, number, category)
        end = self.end_of(origin)
        if paper._pristine:
            return Written(origin.text[:end])
        return self.rewrite(
            self.change(paper, origin, habits, end=end, number=number, category=category)
        )

    def change(
        self,
        paper: Paper,
        origin: Origin,
        habits: Habits,
        *,
        end: int,
        number: int,
        category: str | None,
    ) -> Change:
        """Return a paper that was changed, with its place in its text; see ``Change``."""
        located = LocatedPaper(origin, habits.after(origin), paper._before, self._others)
        names = changed_names(located.paper, paper)
        return Change(located, paper, names, end, number, category)

    def draft(self, paper: Paper, habits: Habits, number: int) -> str | None:
        """Return a text for a paper without one. It has not been read back yet."""
        if paper._origin is not None and self.keeps(paper._origin.dialect):
            return None
        text = next(self._drafts(paper, habits, number, paper.category), None)
        return None if text is None or self._barred(text, paper, None) else text

    def _barred(self, text: str, paper: Paper, old: Paper | None) -> list[Difference]:
        """Return the new values of a table row that would end their cells.

        Args:
            text: The text of the paper.
            paper: The paper.
            old: The paper in the text that this is an edit of.
        """
        if not self.dialect.cells or not text.lstrip(" \t").startswith("|"):
            return []
        origin = paper._origin
        if old is None and origin is not None and origin.dialect == self.dialect:
            old = paper._before or origin.parse()
        return list(barred(old, paper))

    def rewrite(self, change: Change) -> Written:
        """Write the text of a paper that was changed.

        Nothing is rewritten as a whole, since that would drop any text besides its values.
        """
        located, paper = change.located, change.new
        text = edited(change)
        same_group = change.category == located.origin.category
        only_title = same_group and change.names == {"title"}
        if only_title and title_reads_back(located, text, paper.title):
            return Written(text)
        found = is_made(self.dialect)
        if found and "sections" in change.names and (lost := list(run_on(located, paper))):
            return Written("", lost)
        written = self._edited(change, text)
        if not written.lost and found:
            old = located.text[: change.end]
            sign = parted(old, texts_of(located.paper), written.text, texts_of(paper))
            if sign:
                name = next(each for each in (*SINGLE, *MANY) if each in change.names)
                reason = f"would leave a {sign!r} without its other one; make this edit in the text"
                return Written("", [Difference(name, None, getattr(paper, name), reason=reason)])
        if written.lost:
            return written._replace(lost=self._blamed_edits(change, written.lost))
        return written

    def _edited(self, change: Change, text: str) -> Written:
        """Return the first text for a paper that was changed that is read back as it.

        Args:
            change: The paper and its text.
            text: The text in which only the pieces of changed values are rewritten.
        """
        paper = change.new
        found, reads = self._first_good(
            paper, _edits_of(change, text), change.category, change.located.paper
        )
        if found is not None:
            return found
        lost = self._nearest(paper, reads, change.category)
        if not lost and not self._has_form(paper, change.number):
            lost = self._needed(paper)
        return Written("", lost or [Difference("title", None, paper.title, reason=self._misread)])

    def _new(self, paper: Paper, habits: Habits, number: int, category: str | None) -> Written:
        """Return the first text for a new paper that is read back as it."""
        drafts = self._drafts(paper, habits, number, category)
        found, reads = self._first_good(paper, drafts, category)
        if found is not None:
            return found
        if lost := self._nearest(paper, reads, category):
            return Written("", lost)

        fits = partial(self._fits, habits=habits, number=number, category=category)
        reason = _UNLIKE
        if reads and self._has_form(paper, number):
            fits, reason = partial(self._stands, number=number), self._misread
        elif reads:
            if needed := self._needed(paper):
                return Written("", needed)
            reason = f"cannot be written: no rule in {self.dialect.name} has a template for it"
        return Written("", list(self._blamed(paper, reason, fits)))

    def _first_good(
        self,
        paper: Paper,
        drafts: Iterable[str | None],
        category: str | None,
        old: Paper | None = None,
    ) -> tuple[Written | None, Sequence[Paper | None]]:
        """Return the first draft that is read back as a paper, or else what each is read as.

        Args:
            paper: The paper.
            drafts: Texts for it, ``None`` if there is no form.
            category: The category of the group that it belongs to.
            old: The paper in the text that they are edits of.
        """
        reads: list[Paper | None] = []
        for text in drafts:
            if text is None:
                reads.append(None)
                continue
            if ends := self._barred(text, paper, old):
                return Written("", ends), reads
            read, sure = self.read(text, category, paper)
            if read == paper:
                return Written(text, sure=sure), reads
            reads.append(read)
        return None, reads

    def _nearest(
        self, paper: Paper, reads: Iterable[Paper | None], category: str | None
    ) -> list[Difference]:
        """Return what the draft loses that loses least, if any is read as a paper."""
        found = filter(None, reads)
        losses = [list(explained(paper, read, category, self.dialect)) for read in found]
        return min(losses, key=len) if losses else []

    def _has_form(self, paper: Paper, number: int) -> bool:
        """Return whether the dialect itself has a form for a paper."""
        return self._in_own_form(paper, number) is not None

    def _in_own_form(self, paper: Paper, number: int) -> str | None:
        """Return a paper in the form that the dialect has by itself."""
        return write_paper(paper, self.dialect, plain_style(self.dialect), str(number))

    def _blamed_edits(self, change: Change, lost: Sequence[Difference]) -> Sequence[Difference]:
        """Return which of the values that were changed cannot be written, each changed alone.

        Args:
            change: The edited paper and its text.
            lost: What would not be read back.
        """
        found: list[Difference] = []
        located, paper = change.located, change.new
        old = with_value(located.paper, "category", paper.category)
        for name in (*SINGLE, *MANY):
            value = getattr(paper, name)
            if value == getattr(located.paper, name):
                continue
            alone = with_value(old, name, value)
            differences = lost
            if alone != paper:
                names = changed_names(located.paper, alone)
                single = attrs.evolve(change, new=alone, names=names)
                differences = self._edited(single, edited(single)).lost
            found += blamed(name, getattr(located.paper, name), value, differences)
        return found or lost

    def _drafts(
        self, paper: Paper, habits: Habits, number: int, category: str | None
    ) -> Iterator[str | None]:
        """Yield texts for a paper without a text, or ``None`` if there is no form."""
        if habits.origins:
            models = self._models.get(habits)
            if models is None:
                models = self._models[habits] = Models(habits)
            yield from models.drafts(paper, number, category)
            if is_made(self.dialect):
                return  # the dialect's own form looks like none of its neighbours
            yield write_paper(paper, self.dialect, habits.style, str(number))
        plain = plain_style(self.dialect, habits.line_end)
        yield write_paper(paper, self.dialect, plain, str(number))

    def read(
        self, text: str, category: str | None, wanted: Paper | None = None
    ) -> tuple[Paper | None, bool]:
        """Parse a text that should be one paper.

        The whole text decides what a chapter in it is. So it counts as a line of the paper if that
        makes the wanted paper.

        Returns:
            The paper, or ``None`` if it is not one, and whether that holds in any other text.
        """
        normalized = normalize(text)
        found, sure = paper_head(self.dialect, normalized)
        if found is None:
            return None, True
        paper = parse_paper(
            None, self.dialect, text, normalized, found, category=category, hides=not sure
        )
        # If the text is only a head, with its line ending, no line starts after it.
        if sure and found[1].end() < len(normalized):
            return paper, True
        if paper != wanted and sole_head(self.dialect, normalized) is None:
            return None, True
        return paper, False

    def _needed(self, paper: Paper) -> list[Difference]:
        """Return the values that a paper lacks for the only forms that the dialect has."""
        reason = f"found; {self.dialect.name} needs a value here"
        lacks = lacking(paper, self.dialect)
        return [Difference(name, None, getattr(paper, name), reason=reason) for name in lacks]

    @staticmethod
    def _blamed(paper: Paper, reason: str, fits: Callable[[Paper], bool]) -> Iterator[Difference]:
        """Find the values that do not fit, each alone in a paper; the title if there are none.

        Args:
            paper: The paper.
            reason: Why it cannot be written.
            fits: Returns whether a paper can be written.
        """
        bare = Paper(paper.title, paper.url)
        found = False
        for name in (*SINGLE, *MANY) if fits(bare) else ():
            value = getattr(paper, name)
            if value == getattr(bare, name):
                continue
            items: list[tuple[int | None, object, object]] = [(None, value, value)]
            if name in MANY:
                items = [(index, item, (item,)) for index, item in enumerate(value)]
            for index, item, alone in items:
                if not fits(with_value(bare, name, alone)):
                    found = True
                    yield Difference(name, index, item, reason=reason)
        if not found:
            yield Difference("title", None, paper.title, reason=reason)

    @property
    def _misread(self) -> str:
        return f"would be read as something else in {self.dialect.name}"

    def _stands(self, paper: Paper, number: int) -> bool:
        """Return whether a paper in the dialect's own form would be read as one."""
        text = self._in_own_form(paper, number)
        return text is not None and self.read(text, None)[0] is not None

    def _fits(self, paper: Paper, habits: Habits, number: int, category: str | None) -> bool:
        """Return whether a new paper can be written in a text."""
        paper = attrs.evolve(paper, category=paper.category or category)
        drafts = self._drafts(paper, habits, number, category)
        return any(text and self.read(text, category, paper)[0] == paper for text in drafts)


def _edits_of(change: Change, text: str) -> Iterator[str]:
    """Yield texts for a paper that was changed, that which keeps most first.

    Args:
        change: The paper and its text.
        text: The text in which only the pieces of changed values are rewritten.
    """
    yield text
    for other in islice(variants(change.located), 1, None):
        yield edited(attrs.evolve(change, located=other))
    if not drops_text(change):
        yield edited(change, anew=True)
