"""Chapters: whether what looks like one ends the papers of a digest.

A heading that no other rule matches is a chapter, after which no papers follow. But a summary may
contain a line such as ``# of parameters is 3``, and there may be headings between papers. So a
chapter ends nothing if papers of the same shape follow it. If the paper above goes on below it, it
is a line of that paper.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import islice

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.tables import Entry
from paperdigest._parsing.hidden import visible

Match = re.Match[str]
Head = tuple[Entry, Match]

#: Something in a paper that others have too: the kind of a line, and its label if it has one.
_Feature = tuple[str, str]

#: How many papers show the shape of all.
_ENOUGH = 3

#: How far below a chapter a line may show that the paper above goes on, in code points.
_NEAR = 1_000


# Compiled when first needed: most texts have no chapters.
@cache
def _sentence() -> re.Pattern[str]:
    """Return the match of a chapter that starts in lower case, so it is not a title."""
    return re.compile(r"[ ]{0,3}#{1,6}[ \t]++[a-z]")


@cache
def _host() -> re.Pattern[str]:
    return re.compile(r"https?://[^/\s]++")


def settle(
    dialect: Dialect, normalized: str, heads: Sequence[Head]
) -> tuple[Sequence[Head], AbstractSet[int]]:
    """Return which heads start blocks, and where no papers are parsed.

    Args:
        dialect: The dialect of the text.
        normalized: The text with plain line endings.
        heads: The matches of the rules for heads.

    Returns:
        The heads without the chapters that are lines of a paper, and the starts of the papers that
        are not parsed, since a chapter has ended the digest or no digest has begun.
    """
    kinds = [entry.kind for entry, _ in heads]
    zones = list(_zones(kinds)) if "end" in kinds else []
    return _Text(dialect, normalized, heads, zones).settled() if zones else (heads, frozenset())


def is_known(entry: Entry) -> bool:
    """Return whether a rule names a chapter, which then ends the papers whatever follows."""
    return entry.kind == "end" and bool(entry.rule.templates)


def _zones(kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where no papers are parsed: from a chapter to the next one or to a digest heading.

    Chapters before the first heading are a preamble without papers. But if a text has no heading at
    all, the chapter before the first paper may be a damaged one, and ends nothing.
    """
    begun = "digest" in kinds
    first = -1
    for at, kind in enumerate(kinds):
        if kind in ("end", "digest"):
            if first >= 0:
                yield first, at
            first = at if kind == "end" and begun else -1
        begun = begun or kind == "paper"
    if first >= 0:
        yield first, len(kinds)


def features(dialect: Dialect, normalized: str, start: int, end: int) -> AbstractSet[_Feature]:
    """Return the features in a part of a text that papers have and other lists do not.

    The text of a section may have such lines too, which are then not values.

    Args:
        dialect: The dialect of the text.
        normalized: The text with plain line endings.
        start: The start of the part.
        end: The end of the part.
    """
    found: set[_Feature] = set()
    table = dialect._compiled.lines
    for match in visible(table.regex, normalized, start, end):
        entry = table.entry(match)
        if entry.kind in ("section", "field"):
            if label := entry.label_in(match):
                found.add((entry.kind, label))
        elif entry.kind in ("votes", "authors", "category"):
            found.add((entry.kind, ""))
    return found


class _Text:
    """A text in which chapters end papers."""

    def __init__(
        self,
        dialect: Dialect,
        normalized: str,
        heads: Sequence[Head],
        zones: Sequence[tuple[int, int]],
    ) -> None:
        self._dialect = dialect
        self._normalized = normalized
        self._heads = heads
        self._zones = zones
        # The zones right below another one.
        self._joined = {stop for _, stop in zones}
        # The zones of a known chapter, and those below it up to a digest heading.
        self._known_zones: set[int] = set()
        known = False
        for first, _ in zones:
            known = is_known(heads[first][0]) or (known and first in self._joined)
            if known:
                self._known_zones.add(first)

    def settled(self) -> tuple[Sequence[Head], AbstractSet[int]]:
        """Return the heads that count, and the starts of papers that are not parsed."""
        goes_on = self._going_on()
        lines: set[int] = set()
        unread: set[int] = set()
        for (first, stop), (fits, later) in zip(self._zones, goes_on, strict=True):
            if self._is_line(first, lines, later=later):
                lines.add(first)
            elif not fits:
                unread.update(at for at in range(first, stop) if self._heads[at][0].kind == "paper")
        heads = (
            [head for at, head in enumerate(self._heads) if at not in lines]
            if lines
            else self._heads
        )
        return heads, {self._start(at) for at in unread}

    def _going_on(self) -> list[tuple[bool, bool]]:
        """Return for each zone whether it holds papers, and whether it or a later one does."""
        found: list[tuple[bool, bool]] = []
        later, following = False, -1
        for first, stop in reversed(self._zones):
            fits = first not in self._known_zones and any(
                self._heads[at][0].kind == "paper" and self._fits(at) for at in range(first, stop)
            )
            later = fits or (later and stop == following)
            following = first
            found.append((fits, later))
        return found[::-1]

    def _is_line(self, at: int, lines: AbstractSet[int], *, later: bool) -> bool:
        """Return whether a chapter is a line of the paper above it."""
        if at in self._known_zones:
            return False
        above = at - 1
        if above not in lines:
            entry = self._heads[above][0] if above >= 0 else None
            if at in self._joined or entry is None or entry.kind != "paper" or entry.cells:
                return False
        start = self._start(at)
        line = self._normalized.rfind("\n", 0, start - 1) + 1
        below_text = (
            line >= self._heads[above][1].end() and not self._normalized[line:start].isspace()
        )
        if below_text and (later or _sentence().match(self._normalized, start)):
            return True
        after = self._heads[at][1].end()
        below = min(self._start(at + 1), after + _NEAR)
        lead = features(self._dialect, self._normalized, after, below)
        return bool(lead) and (
            any(label in self._known for _, label in lead)
            or any(lead & shape for shape in self._shapes)
        )

    @cached_property
    def _known(self) -> AbstractSet[str]:
        """The labels that the dialect expects."""
        return {label for rule in self._dialect.rules for label in (*rule.known, *rule.labels)}

    @cached_property
    def _shapes(self) -> Sequence[AbstractSet[_Feature]]:
        """The shapes of the first papers that are parsed."""
        return [self._shape(at) for at in self._first]

    @cached_property
    def _first(self) -> Sequence[int]:
        """The first papers that are sure to be parsed.

        They are outside of all zones. If there are none, they are those with a link to the web in
        the first zone that has some, since no digest ends before its papers.
        """
        inside = {at for first, stop in self._zones for at in range(first, stop)}
        papers = [at for at, (entry, _) in enumerate(self._heads) if entry.kind == "paper"]
        outside = list(islice((at for at in papers if at not in inside), _ENOUGH))
        if outside:
            return outside
        for first, stop in self._zones:
            if first not in self._known_zones:
                linked = (at for at in papers if first < at < stop and self._host(at))
                if found := list(islice(linked, _ENOUGH)):
                    return found
        return ()

    def _fits(self, at: int) -> bool:
        """Return whether a head starts a paper of the shape of those that are parsed.

        A row does not count, since a row of another table may look like it.
        """
        if self._heads[at][0].cells:
            return False
        if self._host(at) in self._hosts:
            return True
        shape = self._shape(at)
        return any(shape & other for other in self._shapes)

    @cached_property
    def _hosts(self) -> AbstractSet[str]:
        """The hosts that publish the first papers that are parsed."""
        return {self._host(at) for at in self._first} - {""}

    def _host(self, at: int) -> str:
        entry, head = self._heads[at]
        host = _host().match(head[entry.url] or "") if entry.url else None
        return host[0] if host else ""

    def _shape(self, at: int) -> AbstractSet[_Feature]:
        """Return the contents of the paper at a head."""
        start = self._heads[at][1].end()
        return features(self._dialect, self._normalized, start, self._start(at + 1))

    def _start(self, at: int) -> int:
        """Return where a head starts; after the last one, the end of the text."""
        if at == len(self._heads):
            return len(self._normalized)
        entry, head = self._heads[at]
        return head.start(entry.start)
