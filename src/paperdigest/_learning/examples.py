"""Examples: papers with their places in a text."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from paperdigest._grammar.patterns import DATE_IN_WORDS
from paperdigest._learning.lines import is_row, names_span, spans_of
from paperdigest._learning.links import links_at_end
from paperdigest._model.values import Paper
from paperdigest._text.dates import read_date
from paperdigest._text.shown import shown

#: The most lines below a title that are checked for values of its paper.
BLOCK = 60

#: The shapes of a whole date.
DAY = re.compile(
    r"[0-9]{4}(?:[-./][0-9]{1,2}){2}|[0-9]{4}[ ]?[年년][^()\n]{1,9}[日일]|" + DATE_IN_WORDS
)

#: How many of these may belong to a head.
_MORE = 8


@attrs.frozen
class Example:
    """A paper and its place.

    Attributes:
        paper: The paper.
        line: The number of the line with its title.
        separator: The text between its authors.
        title: Its title as it is written, maybe over several lines.
        more: The number of lines below its title that belong to its head.
        splits: Whether links that end a line are read one by one.
    """

    paper: Paper
    line: int
    separator: str
    title: str
    more: int = 0
    splits: bool = True

    @property
    def below(self) -> int:
        """The number of the line below its head."""
        return self.line + 1 + self.title.count("\n") + self.more

    def head_in(self, lines: Sequence[str]) -> tuple[str, str]:
        """Return the lines of its head as one text, and the links that end it by themselves."""
        head = "\n".join(lines[self.line : self.below])
        if not self.splits or is_row(head):
            return head, ""
        names = self.values_in(head)["authors"][0]
        last = max(head.find(each) + len(each) for each in (self.title, names))
        at = links_at_end(head, last, self.paper.url)
        return head[:at], head[at:]

    def ways(self, lines: Sequence[str]) -> Iterator["Example"]:
        """Yield it as it can be taken for an example of rules, the plainest way first.

        Values below a title either have lines of their own or belong to the head like the title.
        """
        if is_row(lines[self.line]):
            yield self
            return
        several = [self, *self._longer(lines)]
        yield from several
        yield from (attrs.evolve(each, splits=False) for each in several)

    def _longer(self, lines: Sequence[str]) -> Iterator["Example"]:
        """Yield it with a head that goes on in the lines below, each time to one more value."""
        for more, line in enumerate(lines[self.below : self.below + _MORE], self.more + 1):
            values = dict(self.values_in(line))
            del values["title"], values["category"]  # a category by itself is as any text
            if spans_of(line, values):
                yield attrs.evolve(self, more=more)
            elif line.strip():
                return

    def values_in(self, text: str) -> Mapping[str, Sequence[str]]:
        """Return the values that a text may hold, each as it is written there."""
        paper = self.paper
        return {
            "title": [self.title],
            "url": [paper.url or ""],
            "authors": [self._names(text)],
            "published": days_in(text, paper.published),
            "votes": [] if paper.votes is None else [str(paper.votes)],
            "category": [paper.category or ""],
        }

    def _names(self, text: str) -> str:
        """Return the names of its authors as a text writes them, or nothing."""
        span = names_span(text, self.paper.authors)
        found = text[slice(*span)] if span else ""
        return "" if "\n" in found else found


def days_in(text: str, day: datetime.date | None) -> Sequence[str]:
    """Return how a text writes a day."""
    found = DAY.findall(text) if day else []
    return [written for written in found if read_date(written) == day]


def placed(paper: Paper, lines: Sequence[str]) -> Example:
    """Find the line of an example's title; of several, the one with most of its values near it."""

    def near(number: int) -> tuple[int, int]:
        below = "\n".join(lines[number : number + BLOCK])
        values = [paper.url, *paper.authors, None if paper.votes is None else str(paper.votes)]
        score = 3 * bool(paper.url and paper.url in lines[number])
        return score + sum(bool(each and each in below) for each in values), -number

    text = "\n".join(lines)
    title = paper.title
    if not title.strip():
        raise ValueError("papers: an example has no title; pass it as it is in the text")
    found = [number for number, line in enumerate(lines) if title in line]
    if not found:  # it may go on in the next lines
        words = r"(?:[ \t]+|[ \t]*\n[ \t]*)".join(map(re.escape, title.split()))
        if match := re.search(words, text):
            title = match[0]
            found = [text.count("\n", 0, match.start())]
    if not found:
        raise ValueError(
            f"papers: the title {shown(paper.title)} is not in the text; write it as it is there"
        )
    between = ", "
    if len(paper.authors) > 1:
        one, other = map(re.escape, paper.authors[:2])
        match = re.search(rf"{one}([^\w\n]{{1,3}}| and | & ){other}", text)
        between = match[1] if match and match[1].strip() else between
    return Example(paper, max(found, key=near), between, title)
