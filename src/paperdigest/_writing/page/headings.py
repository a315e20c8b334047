"""The heading of a digest: written, changed, and read back."""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from paperdigest._dialects import GENERAL, dialect_of
from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._grammar.forms import Form
from paperdigest._model.origin import Document, Words
from paperdigest._model.source import end_in, end_of_line, line_end_of, normalize
from paperdigest._model.values import Digest
from paperdigest._parsing.parser import read_heading
from paperdigest._parsing.scanner import Block, blocks, sole_head, strip_span
from paperdigest._text.dates import read_range, respell, respell_range
from paperdigest._text.ranges import as_date, as_range
from paperdigest._writing.checks.compare import Difference
from paperdigest._writing.edits.located import Edit, applied
from paperdigest._writing.page.heading_removals import (
    holds_more,
    removals,
    with_weekday,
    without_empty_front,
)
from paperdigest._writing.pieces.splice import Span

#: Days to try if a digest has none.
_DAY, _WEEK = datetime.date(2024, 8, 26), datetime.timedelta(days=6)

#: The groups of a rule that hold the values of a heading.
_NAMES = ("title", "date", "range", "year")

#: The title in a pattern that allows no other.
_FIXED = re.compile(r"\(\?P<title>(\w[\w ]*)\)")

#: How a range is written if no text shows how.
_SPELLING = "June 21 - June 28"


@attrs.frozen(eq=False, slots=False)
class HeadingWriter:
    """Writes headings in a dialect.

    Attributes:
        dialect: The dialect.
    """

    dialect: Dialect

    def write(self, words: Words, line_end: str, like: Document | None = None) -> str | None:
        """Write the heading of a digest, or return ``None`` if no form can express it.

        Args:
            words: Its values.
            line_end: The line ending.
            like: A text whose own heading is an example to follow.
        """
        if like is not None and (text := self._written_like(words, like)):
            return text
        title, first, last = words
        values = {"title": title or "", "date": first.isoformat() if first and not last else ""}
        if first and last:
            values["year"] = str(last.year)
        for rule in self.dialect.rules_of("digest"):
            for template in rule.templates:
                form = Form.from_template(template, line_end)
                if first and last:
                    apart = "year" in form.names
                    values["range"] = (
                        _range(_SPELLING, first, last) if apart else f"{first} to {last}"
                    )
                text = form.fill(values)
                if text is not None and self._read(text) == words:
                    return text
        return None

    def _written_like(self, words: Words, document: Document) -> str | None:
        """Write the heading of a digest as another text has it, or return ``None``."""
        text = document.text
        block = self._block(text)
        if block is None:
            return None
        edits = list(_span_edits(text, _spans(block), document.words, words, None))
        written = applied(text, block.start, end_in(text, block.head.end()), edits).rstrip()
        return written if self._read(written) == words else None

    def losses(self, words: Words, line_end: str, known: str | None = None) -> Iterator[Difference]:
        """Yield the fewest values that must be left out so that a form can hold the rest.

        If only another title can be next to the days, that title replaces it.

        Args:
            words: The values.
            line_end: The line ending.
            known: The title in the text, if there is one.
        """
        title, first, last = words
        kept: Words = (None, None, None)
        tries: list[Words] = [(title, first, None), (None, first, last), (title, None, None)]
        others = [known, *self._fixed_titles] if title and first else []
        tries += [(other, first, day) for day in (last, None) for other in others if other]
        for rest in tries:
            if rest != words and self.write(rest, line_end) is not None:
                kept = rest
                break
        for name, word, same in zip(("title", "date", "end_date"), words, kept, strict=True):
            if word != same and same is not None:
                reason = f"is no title in {self.dialect.name}; {same!r} is one"
                yield Difference(name, None, word, same, reason=reason)
            elif word != same:
                yield Difference(name, None, word, reason=self._missing(words, line_end))

    @cached_property
    def _fixed_titles(self) -> list[str]:
        """The titles that rules for headings spell out."""
        patterns = (
            pattern for rule in self.dialect.rules_of("digest") for pattern in rule.patterns
        )
        return [title for pattern in patterns for title in _FIXED.findall(pattern)]

    def _missing(self, words: Words, line_end: str) -> str:
        """Return which value a heading needs next to another one, with advice, or an empty text."""
        title, first, last = words
        day = first or _DAY
        week = last or day + min(_WEEK, datetime.date.max - day)
        completed: dict[str, Words] = {
            "a title": (title or "Papers", first, last),
            "a date": (title, day, last),
            ("an end_date" if first else "a date and an end_date"): (title, day, week),
        }
        for needed, whole in completed.items():
            if whole != words and self.write(whole, line_end) is not None:
                added = needed.replace("an ", "").replace("a ", "")
                reason = f"needs {needed} beside it in {self.dialect.name}; set its {added}"
                return f"{reason}, or pass dialect={GENERAL!r}" if self._general(words) else reason
        if last and is_made(self.dialect):
            return "would be lost; this text has a place for one day, so leave end_date out"
        return ""

    def _general(self, words: Words) -> bool:
        """Return whether the general dialect can express words that this dialect cannot."""
        if self.dialect.name == GENERAL:
            return False  # the rules found in a text have this name too
        return HeadingWriter(dialect_of(GENERAL)).write(words, "\n") is not None

    def _read(self, text: str, year: int | None = None) -> Words | None:
        """Parse a text that should be one heading; the caller may have given a year."""
        found = sole_head(self.dialect, normalize(text))
        if found is None or found[0].kind != "digest":
            return None
        return read_heading(*found, year)

    def _block(self, text: str) -> Block | None:
        """Return the first block of a text that starts with a heading of a digest."""
        found = blocks(self.dialect, normalize(text))
        return next((block for block in found if block.kind == "digest"), None)

    def edits(self, digest: Digest, document: Document) -> list[Edit] | None:
        """Return the edits of title and dates in a text, or ``None`` if no form holds them."""
        new = digest.title, digest.date, digest.end_date
        old, given = document.words, document.date
        if new == old or (given and new == (old[0], given, None) and old[1] is None):
            return []
        text = document.text
        block = self._block(text)
        line_end = line_end_of(text)
        if block is None:
            at = 1 if text.startswith("\ufeff") else 0
            written = self.write(new, line_end)
            return None if written is None else [(at, at, written + line_end * 2)]
        spans = _spans(block)
        edits = list(_span_edits(text, spans, old, new, document.year))
        whole = (block.start, end_in(text, block.head.end()))
        written = self.write(new, line_end)
        known = text[slice(*whole)].rstrip() == self.write(old, line_end)
        # A heading in a form of the dialect gets a date as that form has it.
        added = () if known and written else _added_dates(text, spans, new)
        for more in ([], *added):
            if self._holds(text, whole, [*edits, *more], new, document.year):
                return without_empty_front(text, [*edits, *more])
        if not known and holds_more(text, whole, spans):
            return None  # no form has these words
        if written is None and new not in ((None, None, None), (None, given, None)):
            return None
        return [(*whole, written or "")]

    def _holds(
        self, text: str, whole: Span, edits: Sequence[Edit], new: Words, year: int | None
    ) -> bool:
        """Return whether a heading with edits made holds some values and no others."""
        written = normalize(applied(text, *whole, edits))
        found = [block for block in blocks(self.dialect, written) if block.kind != "skip"]
        if not found:
            return new == (None, None, None)
        only = found[0]
        read = read_heading(only.entry, only.head, year) if only.kind == "digest" else None
        return read == new and len(found) == 1


def _spans(block: Block) -> dict[str, Span]:
    """Return the spans of the values in a heading, each date with its day of the week."""
    text = block.head.string
    spans = {
        name: strip_span(text, *block.head.span(number))
        for name, number in block.entry.groups.items()
        if name in _NAMES and block.head.start(number) >= 0 and block.head[number].strip()
    }
    return {
        name: with_weekday(text, span) if name == "date" else span for name, span in spans.items()
    }


def _span_edits(
    text: str,
    spans: dict[str, Span],
    old: Words,
    new: Words,
    year: int | None,
) -> Iterator[Edit]:
    """Yield the edits of a heading's own pieces, each date in its old spelling.

    A year that the caller gave is not written, unless the new days need another one.
    """
    gone = spans.keys() & ({"title"} if new[0] is None else set())
    if new[0] != old[0] and new[0] and "title" in spans:
        yield (*spans["title"], new[0])
    if new[1] is None and old[1] is not None:
        gone |= spans.keys() & {"date", "range", "year"}
    elif new[1] is not None and new[1:] != old[1:]:
        yield from _day_edits(text, spans, old, (new[1], new[2]), year)
    yield from removals(text, spans, gone)


def _day_edits(
    text: str,
    spans: dict[str, Span],
    old: Words,
    new: tuple[datetime.date, datetime.date | None],
    year: int | None,
) -> Iterator[Edit]:
    """Yield the edits of the days in a heading, in their old spelling."""
    first, last = new
    if "date" in spans:
        spelling = text[slice(*spans["date"])]
        written = as_range(spelling, first, last) if last else respell(spelling, first, year)
        yield (*spans["date"], written)
    elif "range" in spans:
        spelling = text[slice(*spans["range"])]
        if last is None:
            yield (*spans["range"], as_date(spelling, first))
            return
        whole = read_range(spelling) is not None
        if "year" not in spans and last.year != year and not whole:
            return  # nothing gives the year
        yield (*spans["range"], _range(_SPELLING if old[2] is None else spelling, first, last))
        if "year" in spans and (old[2] is None or last.year != old[2].year):
            yield (*spans["year"], str(last.year))


def _added_dates(text: str, spans: dict[str, Span], new: Words) -> Iterator[list[Edit]]:
    """Yield where a heading with a title but no date may get one: next to it or below it.

    Other lines that belong to the heading, such as those above it, stay.
    """
    if set(spans) == {"title"} and new[1] is not None:
        day = f"{new[1]} to {new[2]}" if new[2] else f"{new[1]}"
        end = spans["title"][1]
        yield [(end, end, f", {day}")]
        below = end_of_line(text, end)
        yield [(below, below, f"{line_end_of(text)}date: {day}")]


def _range(spelling: str, first: datetime.date, last: datetime.date) -> str:
    try:
        return respell_range(spelling, first, last)
    except ValueError:
        return ""  # no spelling holds it, as reading back shows
