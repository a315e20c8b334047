"""One paper's text, written and read back."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.origin import Origin
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.plain import parse_paper
from paperdigest._parsing.record import own_end_at
from paperdigest._parsing.scanner import paper_head, sole_head
from paperdigest._writing.blame import barred, blamed, explained
from paperdigest._writing.compare import (
    MANY,
    SINGLE,
    Difference,
    changed_names,
    with_value,
)
from paperdigest._writing.edits import drops_text, edited
from paperdigest._writing.located import LocatedPaper
from paperdigest._writing.modelled import Models
from paperdigest._writing.style import Habits
from paperdigest._writing.verify import title_reads_back
from paperdigest._writing.writer import lacking, plain_style, write_paper


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
        return self._best(paper, drafts, number, category)

    def draft(self, paper: Paper, habits: Habits, number: int) -> str | None:
        """Return a text for a paper without one. It has not been read back yet."""
        if paper._origin is not None and self.keeps(paper._origin.dialect):
            return None
        text = next(self._drafts(paper, habits, number, paper.category))
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
        drafts = self._edited(paper, located, changed, text, end, number)
        written, lost = self._best(paper, drafts, number, category, located.paper)
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
    ) -> tuple[str, list[Difference]]:
        """Return the first draft that is read back as the paper, or why there is none.

        Args:
            paper: The paper.
            drafts: Texts for it, ``None`` if there is no form.
            number: Its number.
            category: The category of the group that it belongs to.
            old: The paper in the text that they are edits of, which no form can replace.
        """
        read: Paper | None = None
        for text in drafts:
            if text is None:
                read = None
                continue
            if ends := self._barred(text, paper, old):
                return "", ends
            read = self.read(text, category, paper)
            if read == paper:
                return text, []
        if read is not None:
            return "", list(explained(paper, read, category, self.dialect))
        if write_paper(paper, self.dialect, plain_style(self.dialect), str(number)) is None:
            needed = list(self._formless(paper))
            if needed:
                return "", needed
            if old is None:
                reason = f"cannot be written: no rule in {self.dialect.name} has a template for it"
                return "", [Difference("title", None, paper.title, reason=reason)]
        if old is not None:
            return "", [self._something_else("title", None, paper.title)]
        return "", list(self._blamed(paper, number))

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

    def _blamed(self, paper: Paper, number: int) -> Iterator[Difference]:
        """Find the values that make the text of a paper something other than one paper."""
        bare = Paper(paper.title, paper.url)
        found = False
        if self._alone(bare, number) is not None:
            for name in SINGLE:
                value = getattr(paper, name)
                if value is None or value == getattr(bare, name):
                    continue
                if self._alone(with_value(bare, name, value), number) is None:
                    found = True
                    yield self._something_else(name, None, value)
            for name in MANY:
                for index, item in enumerate(getattr(paper, name)):
                    if self._alone(with_value(bare, name, (item,)), number) is None:
                        found = True
                        yield self._something_else(name, index, item)
        if not found:
            yield self._something_else("title", None, paper.title)

    def _something_else(self, name: str, index: int | None, value: object) -> Difference:
        reason = f"would be read as something else in {self.dialect.name}"
        return Difference(name, index, value, reason=reason)

    def _alone(self, paper: Paper, number: int) -> Paper | None:
        text = write_paper(paper, self.dialect, plain_style(self.dialect), str(number))
        return None if text is None else self.read(text, None)
