"""Whether a text is names, and how much it looks like a title."""

import re

from paperdigest._units.patterns.people import CHOSEN_BY, PEOPLE
from paperdigest._units.patterns.shapes import HTML_TAG, VOTES_SIGN, VOTES_WORD, one_of
from paperdigest._units.patterns.words import is_chapter, is_link_word

NAMES = re.compile(rf"(?:[Bb]y[ :]+)?[*_(]*(?P<names>{PEOPLE})[*_).,]*")
#: What is between names.
_SEVERAL = re.compile(r"[,;、，&·]| and |et al")
#: An initial at the end, whose full stop was left out.
LAST_INITIAL = re.compile(r"[ ,.-][A-Z]\Z")
#: A remark after names: ``(oral)``.
_REMARK = re.compile(r"(?:[ ]?\([^()]*\))?[.,]?")
#: A venue with its year, in a column or line of its own, maybe in brackets.
_PLACE = re.compile(
    r"\[?[A-Z][\w&'./-]*(?:[ ][A-Z][\w&'./-]*){0,2}[ ',]+(?:19|20)?[0-9]{2}\]?|(?:19|20)[0-9]{2}[ ][A-Z][\w&-]{1,15}"
)
#: Names with a year, before a title.
_CITED = re.compile(r"[^()\n]{3,80}[ ]\((?:19|20)[0-9]{2}[a-z]?\)(?:[:.,]|$)")
#: A heading that only counts: ``Paper 3``, ``论文一``.
_NUMBERED = re.compile(
    r"(?:paper|article|entry|no\.?|论文|論文|논문|文章|第)?[ \t#]*(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[篇章]?",
    re.IGNORECASE,
)
#: What comes before the word for a link in a sentence: ``this paper``, ``the original paper``.
_POINTING = re.compile(
    r"^(?:(?:this|the|that|our|their|an?|original|official|related|full|see|read)[ ])+",
    re.IGNORECASE,
)
#: A field with a number, as in a file of metadata: ``Version: 2.1``.
_FIELD = re.compile(r"[\w -]{1,30}:[ ]*[0-9.]+")
#: Votes, stars or citations: in brackets before other words, or alone.
_COUNT = (
    rf"(?:(?:{VOTES_SIGN}|{one_of('', '⭐🌟★')})\ufe0f?[ ]?[0-9][0-9.,]*[kK]?"
    rf"|[0-9][0-9.,]*[kK]?[ ]?(?:{VOTES_SIGN}|(?:{VOTES_WORD}|(?i:citations?|points?|scites?|stars?))\b))"
)
_COUNTED = re.compile(rf"[(\[][ ]?{_COUNT}|{_COUNT}\Z")
_MARKS = re.compile(rf"[*_`]|{HTML_TAG}")
_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: The text of a fold: ``Show all 12 papers``, ``Click to expand``.
_UNFOLDING = re.compile(
    r"(?:click (?:here )?to )?(?:show|hide|expand|collapse|view|see|toggle|open)"
    r"(?:[ ]?(?:/|or)[ ]?(?:hide|collapse|close))?(?: (?:all|the|more|other|remaining|[0-9]{1,5})){0,3}"
    r"(?: (?:papers?|articles?|entries|details|abstracts?|list|results))?",
    re.IGNORECASE,
)
#: Who chose a paper, which is not a title: ``Presented by Ada``.
_CHOSEN_BY = re.compile(rf"{CHOSEN_BY}[^\W\d_@]?", re.IGNORECASE)
#: The title of a page with one paper.
_PAGE = re.compile(r"[Pp]apers? [Oo]f [Tt]he (?:[Dd]ay|[Ww]eek|[Mm]onth)")
_DATE = re.compile(
    r"(?:\W|\b(?:[0-9]{1,4}(?:st|nd|rd|th)?|of|to|and|week|month|year|day|today|q[1-4]|v[0-9.]+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|[0-9]{0,4}[年月日년월일周週時时시分분]|[上下]午|午[前後]|오[전후])+",
    re.IGNORECASE,
)


def is_names(text: str) -> bool:
    """Return whether a text is names alone: several, or some in italics."""
    text = text.strip()
    italic = text[:1] in ("*", "_") and text[:2] not in ("**", "__")
    if not italic and not _SEVERAL.search(text):
        return False
    found = NAMES.match(text)
    return found is not None and len(text) - found.end() <= 1


def is_several(text: str) -> bool:
    """Return whether a text starts with several names, or with one and "et al.".

    Example:
        >>> is_several("Ada Byron, Carl Gauss, ETH"), is_several("Ada Byron, ETH")
        (True, False)
    """
    found = NAMES.match(text)
    return found is not None and _SEVERAL.search(found["names"]) is not None


def is_person(text: str) -> bool:
    """Return whether a text is names alone, even a single one."""
    found = NAMES.match(text)
    return found is not None and found.end() == len(text)


def is_prose(text: str) -> bool:
    """Return whether most words of a text are in lower case, as in a sentence and not in names.

    Example:
        >>> is_prose("shows that slow rivers freeze first"), is_prose("Ada Byron, Carl Gauss")
        (True, False)
    """
    words = [word for word in text.replace(" et al", "").split() if word[0].isalpha()]
    return 5 * sum(word[0].islower() or word[0] > "\u2e7f" for word in words) >= 3 * len(words) > 0


def quality_of(title: str) -> float:
    """Return how much a text looks like a title, from 0 to 1."""
    bare = _MARKS.sub("", title).strip()
    if (
        not bare
        or is_link_word(_POINTING.sub("", bare, count=1))
        or is_chapter(bare)
        or bare[-1] in ":："
        or bare.startswith(("– ", "— ", "- ", ". ", ", ", "; ", "by "))
        or _DATE.fullmatch(bare)
        or _NUMBERED.fullmatch(bare)
        or _UNFOLDING.fullmatch(bare)
        or _COUNTED.match(bare)
    ):
        return 0.0
    if (
        _PAGE.fullmatch(bare)
        or _CHOSEN_BY.match(bare)
        or _PLACE.fullmatch(bare.strip("[]()"))
        or _CITED.match(bare)
        or _FIELD.fullmatch(bare)
    ):
        return 0.1
    words = _WORDS.findall(bare)
    wide = 0 if bare.isascii() else sum(character > "\u2e7f" for character in bare)
    count = len(words) + wide // 2
    if count > 45 or "](" in bare or "://" in bare:
        return 0.1
    bare += "." if LAST_INITIAL.search(bare) else ""
    found = NAMES.match(bare) if _SEVERAL.search(bare) else None
    if found is not None and _REMARK.fullmatch(bare, found.end()):
        return 0.1
    return 1.0 if count >= 4 else 0.75 if count >= 2 else 0.5
