"""One paper's text, written and read back."""

from collections.abc import Iterator

import attrs

from paperdigest._dialect import Dialect
from paperdigest._parser import read_paper
from paperdigest._record import own_stop, read_again
from paperdigest._scanner import blocks
from paperdigest._source import Origin, Source, shadow_of
from paperdigest._values import Paper
from paperdigest._writing.compare import MANY, Difference, paper_differences, with_value
from paperdigest._writing.edits import Sheet, edited
from paperdigest._writing.style import Habits
from paperdigest._writing.writer import Style, write_paper


@attrs.frozen(eq=False)
class PaperWriter:
    """Writes papers in a dialect.

    Attributes:
        dialect: The dialect.
        canonical: Whether no text is kept.
    """

    dialect: Dialect
    canonical: bool = False

    def keeps(self, origin: Origin) -> bool:
        """Tell whether the text at an origin can be kept."""
        return not self.canonical and origin.source.dialect == self.dialect

    def write(
        self, paper: Paper, habits: Habits, number: int, category: str | None
    ) -> tuple[str, list[Difference]]:
        """Give the own text of a paper, and what would not be read back from it."""
        origin = paper._origin
        if origin is not None and self.keeps(origin):
            if paper._pristine:
                stop = own_stop(origin, read_again(origin)[1])
                return origin.source.text[origin.start : stop], []
            habits = Habits((origin, *habits.origins))
        read: Paper | None = None
        for text in self._drafts(paper, habits, number):
            read = None if text is None else self.read(text, category)
            if text is not None and read == paper:
                return text, []
        if read is not None:
            return "", list(paper_differences(paper, read))
        if write_paper(paper, self.dialect, Style(), str(number)) is None:
            return "", list(self._formless(paper))
        return "", list(self._blamed(paper, number))

    def _drafts(self, paper: Paper, habits: Habits, number: int) -> Iterator[str | None]:
        """Give texts for a paper, that which keeps most first, ``None`` where there is no form."""
        if paper._origin is not None and self.keeps(paper._origin):
            # Nothing else: writing it anew would drop what stands there beside its values.
            sheet = Sheet.of(paper._origin, habits)
            yield edited(sheet, paper)
            if (paper.title, paper.url) != (sheet.paper.title, sheet.paper.url):
                yield edited(sheet, paper, anew=True)
            return
        if habits.origins:
            yield write_paper(paper, self.dialect, habits.style, str(number))
        yield write_paper(paper, self.dialect, Style(habits.style.line_end), str(number))

    def read(self, text: str, category: str | None) -> Paper | None:
        """Read a text that should be one paper, or give ``None`` where it is not."""
        shadow = shadow_of(text)
        found = list(blocks(self.dialect, shadow))
        if len(found) != 1 or found[0].kind != "paper" or found[0].start != 0:
            return None
        origin = Origin(Source(text, self.dialect), 0, len(text), category)
        return read_paper(origin, shadow, found[0].entry, found[0].head)

    def _formless(self, paper: Paper) -> Iterator[Difference]:
        """Find the values without which the dialect has no form for a paper."""
        for name, value in (("url", "https://example.org"), ("title", "A"), ("authors", ("A",))):
            if not getattr(paper, name):
                filled = with_value(paper, name, value)
                if write_paper(filled, self.dialect, Style(), "1") is not None:
                    reason = f"is not enough: {self.dialect.name} has no form without it"
                    yield Difference(name, None, getattr(paper, name), reason=reason)
                    return
        reason = f"with these values has no form in {self.dialect.name}"
        yield Difference("title", None, paper.title, reason=reason)

    def _blamed(self, paper: Paper, number: int) -> Iterator[Difference]:
        """Find the values that make the text of a paper something else than one paper."""
        reason = f"would be read as something else in {self.dialect.name}"
        bare = Paper(paper.title, paper.url)
        found = False
        if self._alone(bare, number) is not None:
            for name in ("votes", "category"):
                value = getattr(paper, name)
                if value is not None and self._alone(with_value(bare, name, value), number) is None:
                    found = True
                    yield Difference(name, None, value, reason=reason)
            for name in MANY:
                for index, item in enumerate(getattr(paper, name)):
                    if self._alone(with_value(bare, name, (item,)), number) is None:
                        found = True
                        yield Difference(name, index, item, reason=reason)
        if not found:
            yield Difference("title", None, paper.title, reason=reason)

    def _alone(self, paper: Paper, number: int) -> Paper | None:
        text = write_paper(paper, self.dialect, Style(), str(number))
        return None if text is None else self.read(text, None)
