"""Names that are close to what somebody wrote."""

from collections.abc import Iterable

#: How similar two names must be, from 0 to 1: one letter of five may be wrong, or two swapped.
_ALIKE = 0.7


#: The same for a name that may be another one on purpose: two letters of four may be swapped.
MISTYPED = 0.75


def close_to(name: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the closest name, or ``None`` if none is close.

    Example:
        >>> close_to("feld", ("section", "field"))
        'field'
    """
    from difflib import get_close_matches  # needed only for a mistake, so imported late

    return next(iter(get_close_matches(name, list(known), 1, alike)), None)


def hint(name: object, known: Iterable[str]) -> str:
    """Return advice about an unknown name: the known one that it is close to, or all of them.

    Example:
        >>> hint("vote", ["title", "votes"]), hint("x", ["title", "votes"])
        ("did you mean 'votes'?", "expected one of 'title', 'votes'")
    """
    names = list(known)
    close = close_to(name, names, _ALIKE) if isinstance(name, str) else None
    return f"did you mean {close!r}?" if close else f"expected one of {', '.join(map(repr, names))}"
