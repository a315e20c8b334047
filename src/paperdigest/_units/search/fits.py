"""How well a form fits a line: whether it finds a title, and what else shows a paper."""

import re
from collections.abc import Sequence
from functools import cache

from paperdigest._units.patterns.forms import (
    NAMES_FIRST,
    match_form,
    may_start,
    sieve_for,
    strict,
)
from paperdigest._units.patterns.leads import forms_for
from paperdigest._units.patterns.shapes import HTML_TAG
from paperdigest._units.patterns.titles import NAMES, quality_of
from paperdigest._units.search.lines import Line
from paperdigest._units.search.quality import Reading, quality_in

#: A link to a change of a program, as in a changelog.
_CHANGE = re.compile(
    r"/(?:commit|pull|issues|compare|merge_requests)/[0-9a-f]|[(\[ ]#[0-9]{2,6}[)\] ,]|CVE-[0-9]{4}"
)
#: The message of a change that starts with a part of a program: ``deps: update the parser``.
_MESSAGE = re.compile(r"[a-z][a-z0-9_.,/ -]{0,30}:[ ][a-z]")
#: A first word in lower case, as in such a message; hardly any title has one.
_LOWER = re.compile(r"[a-z]+[ ]")
#: Tags and marks before other words.
_TAGS = re.compile(rf"\A(?:{HTML_TAG}[ *_]*+)++")
#: How a line that continues an item is indented.
_INDENTS = ("  ", " \t", "\t ", "\t\t")
#: An address; a number in it is not a year.
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")
_VENUE = re.compile(
    r"(?<![0-9./-])(?:19|20)[0-9]{2}(?!\.?[0-9]|[/-])|'[0-9]{2}\b|et\.? al|arxiv", re.IGNORECASE
)


class Fits:
    """How well forms fit lines.

    A form is tried when first needed, and only on lines that hold what it requires. Most forms are
    never tried, and so never compiled.

    Args:
        text: The text with plain line endings.
        lead: How the words of the lines begin.
        lines: The lines.

    Attributes:
        names: The names of the forms that some lines may have, the most likely first.
    """

    def __init__(self, text: str, lead: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._known: dict[tuple[str, int], float] = {}
        self._quality_of = cache(quality_of)
        self._open: dict[str, set[int]] = {}
        fitting = sieve_for(lead).fitting
        for number, line in enumerate(lines):
            words = text[line.words : line.end]
            goes_on = text.startswith(_INDENTS, line.end + 1)
            further = text.find("\n", line.end + 1) if goes_on else line.end
            held = text[line.words : further if further >= 0 else len(text)]
            for name in fitting(held):
                if may_start(name, words, goes_on=goes_on):
                    self._open.setdefault(name, set()).add(number)
        self.names = [name for name in forms_for(lead) if name in self._open]

    def gain(self, name: str, numbers: Sequence[int], least: float) -> float:
        """Return the sum of how well a form fits some lines, or 0 if that is not over a limit."""
        tried = self._open[name].intersection(numbers)
        if len(tried) <= least:
            return 0.0
        gain = sum(max(self.quality(name, number), 0.0) for number in tried)
        return gain if gain > least else 0.0

    def quality(self, name: str, number: int) -> float:
        """Return how much what a form finds in a line looks like a title, or -1 if it finds nothing."""
        found = self._known.get((name, number))
        if found is None:
            found = -1.0
            if number in self._open.get(name, ()):
                line = self._lines[number]
                held = match_form(name, self._text, line.words, line.end)
                if held is not None:
                    found = quality_in(Reading(self._text, line, name, held, self._quality_of))
            self._known[name, number] = found
        return found


def shown_in(text: str, line: Line, name: str) -> float:
    """Return how much a line without a link to a paper shows one: names, a venue."""
    match = strict(name).match(text, line.words, line.end)
    if (
        match is None
        or _CHANGE.search(text, line.words, line.end)
        or _MESSAGE.match(text, line.words, line.end)
        or _LOWER.match(match["title"])
    ):
        return 0.0
    rest = text[match.end() : line.end].strip(" \t-–—:|,.(*_")
    rest = _TAGS.sub("", rest, count=1)
    shown = 0.0
    if NAMES.match(rest.removeprefix("by ")):
        shown += 0.6
    if name.endswith(("cited link", "cited bracketed")):
        shown += 0.6
    elif name.startswith("names"):
        shown += 0.4
    elif name.startswith(NAMES_FIRST):
        shown += 0.6 if name.endswith(("quoted", "quotes", "guillemets")) else 0.3
    if _VENUE.search(_ADDRESS.sub(" ", text[line.words : line.end])):
        shown += 0.3
    return min(shown, 1.0)
