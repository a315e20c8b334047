"""Counts of votes."""

#: Longer numbers are not votes, and Python refuses to parse very long integers.
MAX_VOTE_DIGITS = 18


def read_votes(text: str) -> int | None:
    """Return a number of votes, or ``None`` if the text is not a number of at most 18 digits.

    Example:
        >>> read_votes("34"), read_votes("-")
        (34, None)
    """
    if text.isdecimal() and text.isascii() and len(text) <= MAX_VOTE_DIGITS:
        return int(text)
    return None
