"""Counts of votes."""

#: More digits than this are no count of votes, and Python refuses to read very long integers.
MAX_VOTE_DIGITS = 18


def read_votes(text: str) -> int | None:
    """Return a count of votes, ``None`` where the text is no number of usual length.

    Example:
        >>> read_votes("34"), read_votes("-")
        (34, None)
    """
    if text.isdecimal() and text.isascii() and len(text) <= MAX_VOTE_DIGITS:
        return int(text)
    return None
