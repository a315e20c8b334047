"""Rules for surnames alone after a title: before or after a year, before a venue, in brackets, at the end.

``heads`` has the rules for those before a title, with a year between the two.

A word alone may be anything: a journal, a kind of paper, a place. So a text has surnames in one of
these places only if several papers show it there, each with two names or with "et al.".
"""

import re
from collections.abc import Collection
from functools import cache

from paperdigest._grammar.rules import Rule
from paperdigest._text.authors import Separator
from paperdigest._units.patterns.people import (
    BEFORE_VENUE,
    BETWEEN_AUTHORS,
    CITED_VENUE,
    IN_BRACKETS,
    NO_JOURNAL,
    PEOPLE,
    SURNAMES,
    TWO_SURNAMES,
    WITH_COMMAS,
    WITH_COMMAS_BEFORE_VENUE,
)
from paperdigest._units.patterns.shapes import EMOJI

#: How many papers must show that surnames are in a place.
_FEW = 2
_YEAR = r"(?:19|20)[0-9]{2}"
#: What follows surnames before a year: the year, maybe in brackets, or a venue in its place.
_BEFORE_YEAR = rf"(?=,?[ ]\(?{_YEAR}(?:[^\w\n]|$)|,[ ][*_])"
#: What follows names at the end of a line.
_AT_END = rf"(?=[ \t]*+(?:$|[\[(<`]|{EMOJI}))"

#: The places where surnames may be, each with an expression of what shows that they are there.
_SHOWN_BY = {
    "cited": (
        r"(?:\(|(?:[,–—]|[)\s]-)[ ])[A-Z][\w'’-]+[ ]et al\b"
        rf"|[)*_\"”],?[ ](?=[^()\n]{{0,200}}?[ ](?:&|and)[ ]){SURNAMES}(?=,?[ ]\(?{_YEAR})"
    ),
    # After a title that is set off, or before a link.
    "in brackets": (
        rf"(?:(?<=[)*_\"”])|(?=[ ]\([^()\n]*+\)[ ]\\?\[))"
        rf"[ ]\((?=[^()\n]{{0,200}}?[ ](?:&|and|et)[ ]){IN_BRACKETS}\)"
    ),
    "before a venue in brackets": rf"[ ]\((?=[^()\n]{{0,200}}?[ ](?:&|and|et)[ ]){BEFORE_VENUE}",
    "before a title": (
        r"^(?:\[[xX]\]|[0-9]{1,4}[.)]|[^\w\n])*+"
        rf"(?=[^().\n]{{0,200}}?[ ](?:&|and)[ ][^(),.\n]{{1,40}}\(){SURNAMES}[ ]\({_YEAR}"
    ),
    "after a year": (
        rf"{_YEAR}\)\.[ ]{NO_JOURNAL}(?:(?=[^,\n]{{0,40}},){SURNAMES}|{TWO_SURNAMES})\.?{_AT_END}"
    ),
    "after a link": rf"\]\([^()\s]++\)(?:\*\*)?[ ][A-Z][\w'’-]+[ ]et al\b\.?{_AT_END}",
}


def places_of_surnames(text: str) -> tuple[str, ...]:
    """Return the places where the papers of a text have surnames alone."""
    return tuple(place for place in _SHOWN_BY if len(_shown(place).findall(text)) >= _FEW)


# Compiled when first needed.
@cache
def _shown(place: str) -> re.Pattern[str]:
    return re.compile(_SHOWN_BY[place], re.MULTILINE)


def surname_rules(places: Collection[str]) -> list[Rule]:
    """Return the rules for surnames in the rest of a line.

    Args:
        places: The places where a text has them.
    """
    # What is before the names, the names with commas alone, any names, and what is after them.
    found: list[tuple[str, str, str, str]] = []
    venue = "before a venue in brackets" in places
    if venue:
        found.append((r"[ \t]?\(", WITH_COMMAS_BEFORE_VENUE, BEFORE_VENUE, ""))
    if "cited" in places or venue:
        found.append((r"[ \t]?\(", WITH_COMMAS, SURNAMES, rf",?[ ]{_YEAR}[a-z]?\)"))
    if "cited" in places:
        # After a title that is set off.
        before = rf"(?:(?<=[)*_\"”]),?|(?<=\*,))[ ]{NO_JOURNAL}"
        found += [
            (r"[ \t]?[-–—:|·,][ \t]", "", TWO_SURNAMES, r"(?=,[ ])"),
            (before, WITH_COMMAS, SURNAMES, _BEFORE_YEAR),
        ]
    if "in brackets" in places:
        found.append((r"[ \t]?\(", WITH_COMMAS, IN_BRACKETS, r"\)"))
    if "after a year" in places:
        before = rf"(?<=[12][0-9]{{3}}\))\.[ ]{NO_JOURNAL}"
        found.append((before, WITH_COMMAS, SURNAMES, rf"\.?{_AT_END}"))
    if "after a link" in places:
        before = rf"(?:(?<=\))|(?<=\)\*\*))[ ]{NO_JOURNAL}"
        found.append((before, WITH_COMMAS, IN_BRACKETS, _AT_END))
    rules = [
        rule
        for before, commas, names, after in found
        for rule in (
            # ``Byron, Gauss`` are two surnames here, and no surname with a given name.
            *((_rule(before, commas, after, ", "),) if commas else ()),
            _rule(before, names, after, BETWEEN_AUTHORS),
        )
    ]
    if venue:
        pattern = rf",[ ](?P<value>{CITED_VENUE})\)"
        rules.append(Rule("field", label="Venue", pattern=pattern, inline=True))
    if "in brackets" in places:
        # Who presents or recommends the paper, after its links.
        pattern = rf"(?<=[)\]])[ \t]++[-–—|·][ \t]++{PEOPLE}(?=[ \t]*+$)"
        rules.append(Rule("markup", pattern=pattern, flaw="stray-text", inline=True))
    return rules


def _rule(before: str, names: str, after: str, separator: Separator) -> Rule:
    pattern = f"{before}(?P<authors>{names}){after}"
    return Rule("authors", pattern=pattern, separator=separator, inline=True)
