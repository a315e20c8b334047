"""Text that follows from the papers: their numbers, a table of contents, totals.

It follows an edit if it agreed with the papers before. Text that did not agree stays as it is, and
``diagnose`` reports it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._model.finding import flat
from paperdigest._model.source import line_end_of, normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.scanner import Block, blocks, strip_span
from paperdigest._writing.edits.located import Edit, applied
from paperdigest._writing.pieces.numbers import Numbering, numbers_of
from paperdigest._writing.pieces.splice import Span, splice


@attrs.frozen(eq=False)
class Outline:
    """The structure of the text of one digest.

    Attributes:
        dialect: Its dialect.
        text: The text.
        normalized: The same with plain line endings.
        papers: The blocks of its papers.
        below: For each of them how many headings are above it: 0 for none, headings of digests, and
            these with headings of groups.
        groups: The number of papers in each group, including groups without papers.
        head: The start of the first paper.
    """

    dialect: Dialect
    text: str
    normalized: str
    papers: list[Block]
    below: list[tuple[int, int, int]]
    groups: Counter[str | None]
    head: int

    @classmethod
    def of(cls, dialect: Dialect, text: str) -> "Outline":
        """Look at a text."""
        normalized = normalize(text)
        found = list(blocks(dialect, normalized))
        papers = [block for block in found if block.kind == "paper"]
        digests = accumulate(int(block.kind == "digest") for block in found)
        headings = accumulate(int(block.kind in ("digest", "group")) for block in found)
        below = [
            (0, digest, heading)
            for digest, heading, block in zip(digests, headings, found, strict=True)
            if block.kind == "paper"
        ]
        groups = Counter({block.category: 0 for block in found if block.kind == "group"})
        groups.update(block.category for block in papers)
        head = papers[0].start if papers else len(text)
        return cls(dialect, text, normalized, papers, below, groups, head)

    def numbering(self) -> Numbering | None:
        """Return how the papers are numbered, if all have a number and these are in order."""
        spans = [number for block in self.papers for number in self.numbers(block)[:1]]
        numbers = [self._of(span) for span in spans]
        if len(numbers) < len(self.papers):
            return None
        return Numbering.of(numbers, self.below, sure=not is_made(self.dialect))

    def numbers(self, block: Block) -> list[Span]:
        """Return the spans of a paper's number in its head."""
        return numbers_of(self.dialect, block.entry, block.head)

    def _of(self, span: Span) -> str:
        return self.text[slice(*span)]


@attrs.frozen(eq=False)
class Follower:
    """Lets the derived text of a dialect follow edits.

    Attributes:
        dialect: The dialect.
    """

    dialect: Dialect

    @property
    def has_numbers(self) -> bool:
        """Whether papers have numbers."""
        return any(
            "{n}" in each for rule in self.dialect.rules_of("paper") for each in rule.templates
        )

    def numbered(self, text: str, like: str | None) -> str:
        """Number the papers of a text that was put together.

        Args:
            text: The text.
            like: A text whose first number is an example to follow.
        """
        if not self.has_numbers:
            return text
        example = None if like is None else Outline.of(self.dialect, like).numbering()
        first = self.dialect.first if example is None else example.first
        new = Outline.of(self.dialect, text)
        return applied(text, 0, len(text), list(_renumbered(new, Numbering(first))))

    def followed(
        self, old_text: str, text: str, papers: Sequence[Paper], stands_for: Sequence[int | None]
    ) -> str:
        """Return a text whose derived parts follow an edit.

        Args:
            old_text: The text before the edit.
            text: The text after it.
            papers: The papers after it.
            stands_for: For each of them, the index of the old paper that it replaces, if any.
        """
        dialect = self.dialect
        if not (self.has_numbers or is_made(dialect) or dialect.contents or dialect.totals):
            return text
        old, new = Outline.of(dialect, old_text), Outline.of(dialect, text)
        numbering = old.numbering()
        edits: list[Edit] = []
        if numbering is not None:
            edits += _renumbered(new, numbering)
        if dialect.contents:
            pattern = re.compile(dialect.contents, re.MULTILINE)
            edits += _contents(pattern, old, new, papers, stands_for, numbering=numbering)
        if dialect.totals:
            edits += _totals(re.compile(dialect.totals, re.MULTILINE), old, new)
        return applied(text, 0, len(text), edits)


def _renumbered(new: Outline, numbering: Numbering) -> Iterator[Edit]:
    """Yield the edits of numbers, and of anchors with the same number."""
    for number, block in zip(numbering.numbered(new.below), new.papers, strict=True):
        spans = new.numbers(block)
        old = {new.text[slice(*span)] for span in spans}
        if len(old) == 1 and old != {number}:
            yield from ((*span, number) for span in spans)


def _contents(
    pattern: re.Pattern[str],
    old: Outline,
    new: Outline,
    papers: Sequence[Paper],
    stands_for: Sequence[int | None],
    *,
    numbering: Numbering | None,
) -> Iterator[Edit]:
    """Yield the edit of a table of contents that listed each paper."""
    before = list(pattern.finditer(old.normalized, 0, old.head))
    found = list(pattern.finditer(new.normalized, 0, new.head))
    titles = [flat(block.head[block.entry.title]) for block in old.papers]
    if not before or [flat(each["title"]) for each in before] != titles:
        return
    if [each[0] for each in found] != [each[0] for each in before]:
        return
    spans = [strip_span(new.normalized, *each.span()) for each in found]
    region = spans[0][0], spans[-1][1]
    if not papers:
        yield len(new.text[: region[0]].rstrip()), region[1], ""
        return
    numbers = [None] * len(papers) if numbering is None else numbering.numbered(new.below)
    fullest = max(found, key=lambda each: sum(map(bool, each.groups())))
    texts = [
        _listed(new.text, fullest if at is None else found[at], paper, number)
        for paper, at, number in zip(papers, stands_for, numbers, strict=True)
    ]
    separator = line_end_of(new.text)
    if len(spans) > 1:
        separator = new.text[spans[0][1] : spans[1][0]]
    yield (*region, splice(new.text, region, spans, stands_for, separator=separator).join(texts))


def _listed(text: str, example: re.Match[str], paper: Paper, number: str | None) -> str:
    """Write an entry of a table of contents, after that of the paper or of another one.

    A line for a value that the paper does not have is left out, if entries do not need that line.
    """
    values = {"title": paper.title, "authors": ", ".join(paper.authors)}
    if number is not None:
        values |= {"n": number, "anchor": number}
    start, end = strip_span(example.string, *example.span())
    edits: list[Edit] = []
    for name, value in values.items():
        span = example.span(name) if name in example.re.groupindex else (-1, -1)
        if span[0] >= 0:
            span = strip_span(example.string, *span)
            if flat(text[slice(*span)]) == flat(value):
                continue
            above = example.string.rfind("\n", start, span[0])
            if not value and above >= 0:
                line = len(example.string[:above].rstrip()), span[1], ""
                if example.re.fullmatch(normalize(applied(text, start, end, [*edits, line]))):
                    edits.append(line)
                    continue
            edits.append((*span, value))
    return applied(text, start, end, edits)


def _totals(pattern: re.Pattern[str], old: Outline, new: Outline) -> Iterator[Edit]:
    """Yield the edits of numbers of papers, of all or of those of a group."""
    found = list(pattern.finditer(new.normalized, 0, new.head))
    if "category" in pattern.groupindex:
        if found:
            yield _listed_groups(found, old, new)
        return
    for total in found:
        if total["n"] == str(len(old.papers)):
            yield (*total.span("n"), str(len(new.papers)))


def _listed_groups(found: Sequence[re.Match[str]], old: Outline, new: Outline) -> Edit:
    """Return the edit of a list of groups with their numbers of papers.

    Args:
        found: The entries of the list.
        old: The structure before the edit of papers.
        new: The structure after it.
    """
    names: list[str | None] = [total["category"] for total in found]
    right = [total["n"] == str(old.groups[name]) for name, total in zip(names, found, strict=True)]
    left = [
        at
        for at, name in enumerate(names)
        if name in new.groups or name not in old.groups or not right[at]
    ]
    order: list[tuple[str | None, int | None]] = [(names[at], at) for at in left]
    listed = {*names, *old.groups, None}
    order += [(name, None) for name in new.groups if name not in listed]
    if names == [name for name in old.groups if name is not None]:
        # They are in the order of their headings, so they still are.
        places = {name: place for place, name in enumerate(new.groups)}
        order.sort(key=lambda each: places.get(each[0], len(places)))
    spans = [strip_span(new.normalized, *total.span()) for total in found]
    start, end = spans[0][0], spans[-1][1]
    if not order:
        return len(new.text[:start].rstrip()), end, ""
    texts: list[str] = []
    for name, at in order:
        total = found[-1 if at is None else at]
        span = spans[-1 if at is None else at]
        edits: list[Edit] = []
        if at is None:
            says = re.finditer(re.escape(total["category"]), new.text[span[0] : total.start("n")])
            edits += [(span[0] + each.start(), span[0] + each.end(), name or "") for each in says]
        if at is None or right[at]:
            edits.append((*total.span("n"), str(new.groups[name])))
        texts.append(applied(new.text, *span, edits))
    separator = line_end_of(new.text)
    if len(spans) > 1:
        separator = new.text[spans[0][1] : spans[1][0]]
    stands_for = [at for _, at in order]
    spliced = splice(new.text, (start, end), spans, stands_for, separator=separator)
    return start, end, spliced.join(texts)
