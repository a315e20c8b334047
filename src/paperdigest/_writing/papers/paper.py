"""One paper's text, written and read back."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from itertools import islice

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
from paperdigest._writing.edits.located import LocatedPaper
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


@attrs.frozen(eq=False, slots=False)
class PaperWriter:
    """Writes papers in a dialect.

    Attributes:
        dialect: The dialect.
        canonical: Whether no text is kept.
        doubts: Papers whose new text another text may turn into something else.
    """

    dialect: Dialect
    canonical: bool = False
    _stops: dict[Origin, int] = attrs.field(factory=dict[Origin, int], init=False)
    doubts: list[Paper] = attrs.field(factory=list[Paper], init=False)
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

    def located(self, origin: Origin, habits: Habits, paper: Paper) -> LocatedPaper:
        """Return a changed paper with its place in its text, from which its sections come."""
        return LocatedPaper(origin, habits, paper._before, self._others)

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
    ) -> tuple[str, list[Difference]]:
        """Return the own text of a paper, and what would not be read back from it.

        Args:
            paper: The paper.
            habits: The habits of the text that it becomes a part of.
            number: Its number there.
            category: The category of the group that it belongs to.
            there: The block that it replaces, if the paper has no origin.
        """
        origin = paper._origin or there
        if origin is not None and self.keeps(origin.dialect):
            end = self.end_of(origin)
            if paper._pristine:
                return origin.text[:end], []
            located = self.located(origin, habits.after(origin), paper)
            changed = changed_names(located.paper, paper)
            return self.rewrite(paper, located, changed, end, number, category)
        drafts = self._drafts(paper, habits, number, category)
        return self._best(paper, drafts, number, category, habits=habits)

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

    def rewrite(  # noqa: PLR0917
        self,
        paper: Paper,
        located: LocatedPaper,
        changed: AbstractSet[str],
        end: int,
        number: int,
        category: str | None,
    ) -> tuple[str, list[Difference]]:
        """Return the text of a paper that was changed, and what would not be read back from it.

        Nothing is rewritten as a whole, since that would drop any text besides its values.
        """
        text = edited(located, paper, changed, end, number)
        same_group = category == located.origin.category
        if same_group and changed == {"title"} and title_reads_back(located, text, paper.title):
            return text, []
        if (
            is_made(self.dialect)
            and "sections" in changed
            and (lost := list(run_on(located, paper)))
        ):
            return "", lost
        drafts = self._edited(paper, located, changed, text, end, number)
        written, lost = self._best(paper, drafts, number, category, located.paper)
        if not lost and is_made(self.dialect):
            old = located.text[:end]
            sign = parted(old, texts_of(located.paper), written, texts_of(paper))
            if sign:
                name = next(each for each in (*SINGLE, *MANY) if each in changed)
                reason = f"would leave a {sign!r} without its other one; make this edit in the text"
                return "", [Difference(name, None, getattr(paper, name), reason=reason)]
        if lost:
            lost = self._blamed_edits(paper, located, lost, end, number, category)
        return written, lost

    def _best(
        self,
        paper: Paper,
        drafts: Iterable[str | None],
        number: int,
        category: str | None,
        old: Paper | None = None,
        *,
        habits: Habits | None = None,
    ) -> tuple[str, list[Difference]]:
        """Return the first draft that is read back as the paper, or why there is none.

        Args:
            paper: The paper.
            drafts: Texts for it, ``None`` if there is no form.
            number: Its number.
            category: The category of the group that it belongs to.
            old: The paper in the text that they are edits of, which no form can replace.
            habits: The habits of the text, for a paper that is new in it.
        """
        reads: list[Paper | None] = []
        for text in drafts:
            if text is None:
                reads.append(None)
                continue
            if ends := self._barred(text, paper, old):
                return "", ends
            read = self.read(text, category, paper)
            if read == paper:
                return text, []
            reads.append(read)
        found = filter(None, reads)
        losses = [list(explained(paper, read, category, self.dialect)) for read in found]
        if losses:
            return "", min(losses, key=len)
        fits: Callable[[Paper], bool] | None = None
        if habits is not None:
            fits = partial(self._fits, habits=habits, number=number, category=category)
        if fits is not None and not reads:
            return "", list(self._blamed(paper, _UNLIKE, fits))
        return "", list(self._unread(paper, number, old, fits))

    def _unread(
        self, paper: Paper, number: int, old: Paper | None, fits: Callable[[Paper], bool] | None
    ) -> Iterator[Difference]:
        """Yield the reasons why no text for a paper is read as one paper.

        Args:
            paper: The paper.
            number: Its number.
            old: The paper in the text that it is an edit of.
            fits: Returns whether a paper that is new in the text can be written.
        """
        if write_paper(paper, self.dialect, plain_style(self.dialect), str(number)) is None:
            if needed := list(self._formless(paper)):
                yield from needed
                return
            if fits is not None:
                reason = f"cannot be written: no rule in {self.dialect.name} has a template for it"
                yield from self._blamed(paper, reason, fits)
                return
        if old is not None:
            yield Difference("title", None, paper.title, reason=self._misread)
        else:
            yield from self._blamed(paper, self._misread, partial(self._stands, number=number))

    def _blamed_edits(  # noqa: PLR0917
        self,
        paper: Paper,
        located: LocatedPaper,
        lost: list[Difference],
        end: int,
        number: int,
        category: str | None,
    ) -> list[Difference]:
        """Return which of the values that were changed cannot be written, each changed alone.

        Args:
            paper: The edited paper.
            located: The paper as it was read.
            lost: What would not be read back.
            end: The end of its text.
            number: Its number.
            category: The category of the group that it belongs to.
        """
        found: list[Difference] = []
        old = with_value(located.paper, "category", paper.category)
        for name in (*SINGLE, *MANY):
            value = getattr(paper, name)
            if value == getattr(located.paper, name):
                continue
            alone = with_value(old, name, value)
            differences = lost
            if alone != paper:
                changed = changed_names(located.paper, alone)
                text = edited(located, alone, changed, end, number)
                drafts = self._edited(alone, located, changed, text, end, number)
                _, differences = self._best(alone, drafts, number, category, located.paper)
            found += blamed(name, getattr(located.paper, name), value, differences)
        return found or lost

    @staticmethod
    def _edited(  # noqa: PLR0917
        paper: Paper,
        located: LocatedPaper,
        changed: AbstractSet[str],
        text: str,
        end: int,
        number: int,
    ) -> Iterator[str]:
        """Yield texts for a paper that has one, that which keeps most first."""
        yield text
        for other in islice(variants(located), 1, None):
            yield edited(other, paper, changed, end, number)
        if not drops_text(located, paper, changed, number):
            yield edited(located, paper, changed, end, number, anew=True)

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

    def read(self, text: str, category: str | None, wanted: Paper | None = None) -> Paper | None:
        """Parse a text that should be one paper, or return ``None`` if it is not.

        The whole text decides what a chapter in it is. So it counts as a line of the paper if that
        makes the wanted paper.
        """
        normalized = normalize(text)
        found, sure = paper_head(self.dialect, normalized)
        if found is None:
            return None
        paper = parse_paper(
            None, self.dialect, text, normalized, found, category=category, hides=not sure
        )
        # If the text is only a head, with its line ending, no line starts after it.
        if sure and found[1].end() < len(normalized):
            return paper
        if paper != wanted and sole_head(self.dialect, normalized) is None:
            return None
        self.doubts.append(paper)
        return paper

    def _formless(self, paper: Paper) -> Iterator[Difference]:
        """Find the values without which the dialect has no form for a paper."""
        reason = f"found; {self.dialect.name} needs a value here"
        for name in lacking(paper, self.dialect):
            yield Difference(name, None, getattr(paper, name), reason=reason)

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
        text = write_paper(paper, self.dialect, plain_style(self.dialect), str(number))
        return text is not None and self.read(text, None) is not None

    def _fits(self, paper: Paper, habits: Habits, number: int, category: str | None) -> bool:
        """Return whether a new paper can be written in a text."""
        paper = attrs.evolve(paper, category=paper.category or category)
        drafts = self._drafts(paper, habits, number, category)
        return any(text and self.read(text, category, paper) == paper for text in drafts)
