"""Counts of votes."""

import re

#: Longer numbers are not votes, and Python refuses to parse very long integers.
MAX_VOTE_DIGITS = 18

_SPACE = r"[ \xa0\u202f]"
_GROUPS = rf"(?:(?:,[0-9]{{3}})++|(?:\.[0-9]{{3}})++|(?:{_SPACE}[0-9]{{3}})++)"
#: A number of votes: digits, or groups of three with the same mark between any two.
_VOTES = rf"(?:[1-9][0-9]{{0,2}}{_GROUPS}|[0-9]++)"
#: The same in other text, of which no part is one: not in ``1.2k``, ``12/20`` or ``10-15``.
VOTES = rf"{_VOTES}(?!\w|[%+]|(?:[-–~.,:/'’]|{_SPACE})[0-9]|{_SPACE}[kKmM万]\b)"
_WHOLE = re.compile(_VOTES)
_MARK = re.compile("[^0-9]")


def read_votes(text: str) -> int | None:
    """Return a number of votes, or ``None`` if the text is not a number of at most 18 digits.

    Example:
        >>> read_votes("34"), read_votes("1,234"), read_votes("1.2k"), read_votes("-")
        (34, 1234, None, None)
    """
    if not (text.isdecimal() and text.isascii()):  # as it is without a mark between digits
        if not _WHOLE.fullmatch(text):
            return None
        text = "".join(filter(str.isdecimal, text))
    return int(text) if len(text) <= MAX_VOTE_DIGITS else None


def respell_votes(spelling: str, votes: int) -> str:
    """Write a number of votes with the mark between groups of three digits that another one has.

    Example:
        >>> respell_votes("1,234", 2345), respell_votes("12", 2345)
        ('2,345', '2345')
    """
    mark = _MARK.search(spelling) if read_votes(spelling) is not None else None
    return str(votes) if mark is None else f"{votes:,}".replace(",", mark[0])
