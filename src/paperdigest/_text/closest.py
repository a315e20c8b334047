"""Names that are close to what somebody wrote."""

from collections.abc import Iterable
from difflib import get_close_matches

#: How alike two names must be, from 0 to 1: one letter of five may be wrong, or two swapped.
_ALIKE = 0.7


def hint(name: object, known: Iterable[str]) -> str:
    """Return what to say of a name that is not known: the one it is close to, or all of them.

    Example:
        >>> hint("vote", ["title", "votes"]), hint("x", ["title", "votes"])
        ("did you mean 'votes'?", "give one of 'title', 'votes'")
    """
    names = list(known)
    close = get_close_matches(name, names, 1, _ALIKE) if isinstance(name, str) else []
    return f"did you mean {close[0]!r}?" if close else f"give one of {', '.join(map(repr, names))}"
