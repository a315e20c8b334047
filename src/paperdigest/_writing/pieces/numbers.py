"""The numbers of papers: where they are, whether they count, and how another one is written.

Not every number before a title counts: years, days and places in another list do not.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._grammar.tables import Entry
from paperdigest._parsing.scanner import Match
from paperdigest._writing.pieces.splice import Span

_DIGITS = "〇一二三四五六七八九"
#: Numbers in other signs than plain digits, from zero on.
_SERIES = (
    ["⓪", *map(chr, range(0x2460, 0x2474))],
    [
        *_DIGITS,
        *(
            f"{_DIGITS[n // 10] if n > 19 else ''}十{_DIGITS[n % 10].strip('〇')}"
            for n in range(10, 100)
        ),
    ],
    [*(f"{n}\ufe0f\u20e3" for n in range(10)), "🔟"],
)
_CHINESE = "[一二三四五六七八九十]{1,3}"
#: A number at the start of a head, after its marks and tags.
_NUMBER = re.compile(
    r"(?:[^\w\n<]|</?[A-Za-z][^<>\n]*+>|<(?![A-Za-z/]))*+"
    r"(?:(?:[Pp]aper|No)\b\.?[ \t]?#?|(?:论文|논문|第)[ \t]?)?"
    r"([\u2460-\u2473]|[0-9]\ufe0f\u20e3|🔟|(?<=\#)[0-9]{1,4}(?=[ \t:])"
    rf"|(?:[0-9]{{1,4}}|{_CHINESE})"
    r"(?=\\?(?:[.):\]](?![0-9a-z_]|[A-Z](?![a-z]))|[、．：篇章]|\*\*|[ \t][-–—|][ \t])))"
)
#: How many numbers in order are no accident, and up to which they are no years.
_SEVERAL, _MOST = 3, 999
#: A number in digits that is not too long to count.
_COUNTS = re.compile(r"[0-9]{1,9}")


class Numbering(NamedTuple):
    """How papers are numbered.

    Attributes:
        first: The lowest number.
        again: Whether the numbers start again below each heading: 0 for none, 1 for those of
            digests, 2 for those of groups too.
        down: Whether the numbers go down to the lowest.
        write: Writes a number.
    """

    first: int
    again: int = 0
    down: bool = False
    write: Callable[[int], str] = str

    @classmethod
    def of(
        cls, numbers: Sequence[str], below: Sequence[tuple[int, ...]], *, sure: bool
    ) -> "Numbering | None":
        """Return how papers are numbered, if their numbers are in order.

        Args:
            numbers: The number of each paper.
            below: What is above each, for each way to start again.
            sure: Whether these are numbers of papers. Others are if they start at 0 or 1, or if
                there are several and none may be a year.
        """
        values = [value for value in map(_value_of, numbers) if value is not None]
        if not values or len(values) < len(numbers):
            return None
        first = min(values)
        write = _writer_of(numbers[values.index(first)])
        if not sure and first > 1 and (len(numbers) < _SEVERAL or first > _MOST):
            return None
        ways = (cls(first, again, down, write) for down in (False, True) for again in range(3))
        return next((way for way in ways if way.numbered(below) == numbers), None)

    def numbered(self, below: Sequence[tuple[int, ...]]) -> list[str]:
        """Return the number of each paper.

        Args:
            below: What is above each paper, for each way to start again.
        """
        runs = [len(list(run)) for _, run in groupby(above[self.again] for above in below)]
        counts = [range(self.first, self.first + run) for run in runs]
        return [self.write(n) for each in counts for n in (each[::-1] if self.down else each)]


def _value_of(number: str) -> int | None:
    """Return what a number says, or ``None`` for one that counts nothing."""
    if _COUNTS.fullmatch(number):
        return int(number)
    return next((series.index(number) for series in _SERIES if number in series), None)


def _writer_of(number: str) -> Callable[[int], str]:
    """Return what writes numbers like one: in its signs, or with as many digits."""
    for series in _SERIES:
        if number in series:
            return lambda n: series[n] if n < len(series) else str(n)
    return f"{{:0{len(number)}}}".format


def numbers_of(dialect: Dialect, entry: Entry, head: Match) -> list[Span]:
    """Return the places of the number of a paper in its head.

    A dialect that was found in a text has no group for it.
    """
    names = [name for name in ("n", "anchor") if name in entry.groups]
    spans = [head.span(entry.groups[name]) for name in names]
    found = _NUMBER.match(head.string, head.start(entry.start)) if is_made(dialect) else None
    if found is not None and found.end(1) <= min(_values_in(entry, head)):
        spans.append(found.span(1))
    return [span for span in spans if span[0] >= 0]


def _values_in(entry: Entry, head: Match) -> list[int]:
    """Return where the values in a head start."""
    starts = (head.start(n) for name, n in entry.groups.items() if name != "level")
    return [start for start in starts if start >= 0]
