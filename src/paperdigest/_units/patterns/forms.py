"""Forms of the line that has the title of a paper: what comes before it, and how it is set off.

A form is a pattern of the words of a line, after its mark. The same pattern is tried on the lines
of a group and becomes the rule that parses them.
"""

import re
from functools import cache
from typing import NamedTuple

from paperdigest._grammar.required import Sieve, required
from paperdigest._units.patterns.lead_ins import LEAD_INS
from paperdigest._units.patterns.leads import forms_for
from paperdigest._units.patterns.people import PARTICLE
from paperdigest._units.patterns.set_off import TITLES, TRANSLATED
from paperdigest._units.patterns.shapes import GAP
from paperdigest._units.patterns.titles import NAMES

#: Not a title that is set off. Another form parses it, with text before it or without. A word in quotes
#: may start a title.
_SET_OFF = rf"(?![*_<]|\[(?!{TRANSLATED})|[\"“](?![^\"“”\n]{{1,60}}[\"”][ ][a-z]))"

_LETTERS = re.compile(r"[A-Za-z]+")
#: What ends names in initials.
_INITIALS = re.compile(r"[ ]\w{1,3}(?:,|[.:])|et al")
#: Text before a title that is never optional, since it marks the title.
_MARKING = frozenset({
    "alias", "callout", "admonition", "main link", "group", "head", "url", "day", "nick", "words", "titled",
    "titled, linked",
})  # fmt: skip

#: How the names of the forms start that have names before the title.
NAMES_FIRST = ("names", "bold names", "initials", "people", "persons")

#: How the names of months and days of the week begin.
_DAYS = frozenset({
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
})  # fmt: skip
#: Within how many characters the year of a venue is looked for.
_NEAR = 80


def may_start(name: str, words: str, *, goes_on: bool = False) -> bool:
    """Return ``False`` if a line cannot have a form.

    This needs no long expression, so that forms which no line has are never compiled.

    Args:
        name: The name of the form.
        words: The words of the line.
        goes_on: Whether the next line continues the item.

    Example:
        >>> may_start("day+plain", "Mar 4: A Study"), may_start("day+plain", "A Study of March")
        (True, False)
    """
    first, _, title = name.rpartition("+")
    if title == "sentence" and not (goes_on or "." in words or "?" in words or "!" in words):
        return False
    if title == "cited bracketed":
        inside, _, after = words.partition("]")
        return "," in inside and any(map(str.isdecimal, inside)) and not after.startswith("(")
    if title == "plain, names" and not _maybe_names().search(words):
        return False
    if first == "url":
        return words.startswith(("http", "<http"))
    if first == "day":
        return any(word[:3].casefold() in _DAYS for word in _LETTERS.findall(words[:16])[:2])
    if first == "venue":
        return any(map(str.isdecimal, words[:_NEAR])) or words.startswith("arXiv [")
    if first == "initials":
        return _INITIALS.search(words) is not None
    return True


@cache
def _maybe_names() -> re.Pattern[str]:
    """Return the expression of what may be before names, and how they may begin."""
    capital = r"[^\W_a-z0-9]"
    return re.compile(
        rf"(?=[,;. \t，])(?:(?:[,;]|{GAP}[-–—|·]|{GAP}(?:[-–—|·][ \t]++)?[Bb]y|[.])[ \t]++|，|(?<=[?!])[ \t]++|(?<=[0-9]\))[ \t]++|{GAP}[(（])"
        rf"(?:[*_<]|[^\x00-\u024f]|{PARTICLE}|{capital}[^\s,]*+,?[ \t]?(?:{capital}|{PARTICLE}|et[ .]))"
    )


class Form(NamedTuple):
    """How a title is written in a line.

    Attributes:
        name: The text before it and how it is set off.
        pattern: The pattern of both, after the mark of the line.
        template: How it is written.
    """

    name: str
    pattern: str
    template: str


@cache
def form(name: str, *, whole: bool = False) -> Form:
    """Return the form with a name.

    Args:
        name: The name.
        whole: Whether the text before the title is required.
    """
    first, _, title = name.rpartition("+")
    pattern, template = TITLES[title]
    before = LEAD_INS[first]
    if first.startswith("label") or not first:
        template = "**Title:** {title}" if first else template
        return Form(name, before + pattern, template)
    may = "" if whole or first in _MARKING else "?"
    return Form(name, f"(?:{before}){may}{_pieces(name)[1]}", template)


@cache
def strict(name: str) -> re.Pattern[str]:
    """Return the expression of a form whose text before the title is required."""
    return re.compile("".join(_pieces(name)), re.MULTILINE)


def match_form(name: str, text: str, at: int, end: int) -> re.Match[str] | None:
    """Match a form at a place; the text before the title is required.

    That text is tried first by itself: most lines lack it, and its expression is far shorter than
    the whole one.

    Args:
        name: The name of the form.
        text: The text with plain line endings.
        at: Where the words of the line start.
        end: Where the line ends.
    """
    first = name.rpartition("+")[0]
    # The expression of names is compiled anyway. Names do not go on in another line.
    starts = NAMES.match(text, at, end) if first == "people" else _start(first).match(text, at)
    return strict(name).match(text, at) if starts else None


@cache
def _start(first: str) -> re.Pattern[str]:
    return re.compile(LEAD_INS[first], re.MULTILINE)


def _pieces(name: str) -> tuple[str, str]:
    first, _, title = name.rpartition("+")
    bare = title.startswith(("plain", "sentence")) and first and not first.startswith("label")
    bar = _SET_OFF if bare else ""
    return LEAD_INS[first], bar + TITLES[title][0]


@cache
def sieve_for(lead: str) -> Sieve[str]:
    """Return the sieve that finds the forms a line can have, if its words begin in some way."""
    # What "people" requires is left out: the names may end in the next line.
    return Sieve(
        (name, required(*_pieces(name)[name.startswith("people") :])) for name in forms_for(lead)
    )
