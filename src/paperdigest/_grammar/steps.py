"""Tables that are tried rule by rule, for dialects that are made for one text.

Compiling many rules as one expression takes far longer than parsing a short text. The table of a
family is compiled once and used often; one that was made for a text may be used once. So here each
rule is compiled by itself, when a line first holds what it requires.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from paperdigest._grammar.patterns import TOP, tokens_of
from paperdigest._grammar.required import Sieve, required
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import BLOCKS
from paperdigest._grammar.tables import AFTER_BLANK, CellTable, Entry, Match, Table

#: In a text that is no longer, such as a paper, one search finds what none of its lines holds.
_SHORT = 4_096


#: A pattern that takes long to compile, and such a piece of one, in characters.
_LONG, _LONG_PIECE = 800, 400


@lru_cache(maxsize=1024)
def beginning(pattern: str) -> str:
    """Return what is before the first long group of a long pattern; empty if that is nothing.

    Example:
        >>> beginning(f"- (?P<mark>[*_])(?P<authors>{'a' * 1000})")
        '- (?P<mark>[*_])'
    """
    if len(pattern) < _LONG:
        return ""
    found = ""
    depth = start = 0
    for token, at in tokens_of(pattern):
        if token == ")":
            depth -= 1
            if depth == 0 and not found and at - start >= _LONG_PIECE:
                found = pattern[:start]
        elif token[0] == "(" and token[-1] != ")":
            start = start if depth else at
            depth += 1
        elif token == "|" and depth == 0:  # an alternative may begin in another way
            return ""
    return found


class _Step:
    """A pattern of a rule.

    Attributes:
        pattern: The pattern, as it is compiled.
        required: Its requirements for a line.
        rank: The number of labels of fixed place before its own.
        start: The group at its start, after a line ending; 0 if it may not follow one.
    """

    __slots__ = ("_lead", "_start", "pattern", "rank", "regex", "required", "rule", "start")

    def __init__(self, rule: Rule, pattern: str, rank: int, *, at_line_start: bool) -> None:
        self.rule = rule
        self.rank = rank
        needed = required(pattern)
        # After a blank line the line below holds it.
        self.required = needed._replace(inked=False) if rule.after_blank else needed
        if rule.kind in BLOCKS and pattern.startswith("#"):
            pattern = rf"[ ]{{0,3}}+(?:{pattern})"
        blank = f"{AFTER_BLANK}()" if rule.after_blank else ""
        gap = r"[ \t]*+" if rule.kind == "section" else ""
        line_end = r"\n()" if at_line_start else ""
        if self.required.inked:
            # It does not match a blank line, so that one expression serves at line starts and
            # elsewhere.
            line_end = r"\n?+()"
        self.start = bool(line_end) + rule.after_blank
        self.pattern = f"{line_end}{blank}(?:{pattern}){gap}"
        self.regex: re.Pattern[str] | None = None
        self._lead = f"{line_end}{blank}", pattern
        self._start: re.Pattern[str] | None = None

    def match(self, text: str, at: int, end: int) -> Match | None:
        """Match it at a place.

        Most long patterns never match in a text. So each is compiled only when its beginning
        matches.
        """
        if self.regex is None:
            if self._start is None:
                lead, pattern = self._lead
                self._start = re.compile(f"{lead}{beginning(pattern)}", re.MULTILINE)
            if not self._start.match(text, at, end):
                return None
            self.regex = re.compile(self.pattern, re.MULTILINE)
        return self.regex.match(text, at, end)


class Steps:
    """The patterns of several rules in order, tried like one expression.

    It has the methods of an expression that tables call.
    """

    def __init__(self, steps: Sequence[_Step], *, at_line_start: bool) -> None:
        self._at_line_start = at_line_start
        self._sieve = Sieve((step, step.required) for step in steps)

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> Match | None:
        """Return the match of the first pattern that matches at a place."""
        end = min(end, len(text))
        start = at
        if self._at_line_start:
            if not text.startswith("\n", at, end):
                return None
            start += 1
        stop = text.find("\n", start, end)
        for step in self._sieve.fitting(text[start : end if stop < 0 else stop]):
            found = step.match(text, at, end)
            if found:
                return found
        return None

    def run(self, text: str, at: int, end: int) -> Iterator[Match]:
        """Yield consecutive matches from a place.

        The texts in a line are looked for again only when half of it is left: doing so after each
        match would take time that grows with the square of its length.
        """
        stop = at - 1
        size = 0
        fitting: Sequence[_Step] = ()
        while True:
            if at > stop or 2 * (stop - at) < size:
                stop = text.find("\n", at, end)
                stop = end if stop < 0 else stop
                size = stop - at
                fitting = self._sieve.fitting(text[at:stop])
            tried = (step.match(text, at, end) for step in fitting)
            found = next((match for match in tried if match), None)
            if found is None:
                return
            yield found
            if found.end() == at:
                return
            at = found.end()

    def search(self, text: str, at: int = 0, end: int = sys.maxsize) -> Match | None:
        """Return the first match in a part of a text."""
        return next(self._matches(text, at, min(end, len(text)), None), None)

    def finditer(self, text: str, at: int = 0, end: int = sys.maxsize) -> Iterator[Match]:
        """Yield the matches in a part of a text, each with the line ending before it."""
        end = min(end, len(text))
        among = self._sieve.looked_for(text, at, end) if end - at <= _SHORT else None
        return self._matches(text, at, end, among)

    def _matches(
        self, text: str, at: int, end: int, among: Sequence[tuple[str, int]] | None
    ) -> Iterator[Match]:
        fitting = self._sieve.fitting
        at = text.find("\n", at, end)
        while at >= 0:
            stop = text.find("\n", at + 1, end)
            for step in fitting(text[at + 1 : end if stop < 0 else stop], among):
                found = step.match(text, at, end)
                if found:
                    yield found
                    stop = text.find("\n", found.end(), end)
                    break
            at = stop


class StepTable(Table):
    """Rules that are tried one by one."""

    __slots__ = ("_cells", "_found", "_of")

    regex: Steps

    def __init__(
        self,
        rules: Sequence[Rule],
        *,
        at_line_start: bool,
        cells: Mapping[str, CellTable] | None = None,
    ) -> None:
        steps: list[_Step] = []
        rank = 0
        for rule in rules:
            steps += [
                _Step(rule, pattern, rank, at_line_start=at_line_start)
                for pattern in rule.patterns
                if not (at_line_start and pattern.startswith(TOP))
            ]
            rank += len(rule.labels)
        super().__init__(Steps(steps, at_line_start=at_line_start), ())
        self._cells = cells
        self._of = {step.pattern: step for step in reversed(steps)}
        self._found: dict[int, Entry] = {}

    def run(self, text: str, at: int, end: int) -> Iterator[tuple[Entry, Match]]:
        """Yield the matches that are one after the other from a place, each with its rule."""
        return ((self.entry(match), match) for match in self.regex.run(text, at, end))

    def entry(self, match: Match) -> Entry:
        """Return the entry of the rule that matched."""
        regex = match.re
        found = self._found.get(id(regex))
        if found is None:
            step = self._of[regex.pattern]
            found = Entry(
                step.rule, regex.groupindex, step.start, rank=step.rank, cells=self._cells
            )
            self._found[id(regex)] = found
        return found
