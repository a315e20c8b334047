"""Names that are close to what somebody wrote."""

from collections.abc import Iterable

#: How similar two names must be, from 0 to 1: two letters of five may be wrong.
_ALIKE = 0.6
#: The same for a name that may be another one on purpose: two letters of four may be swapped.
MISTYPED = 0.75


def close_to(name: str, known: Iterable[str], alike: float = _ALIKE) -> str | None:
    """Return the closest name, or ``None`` if none is close. Case does not matter.

    Example:
        >>> close_to("FELD", ("Section", "Field"))
        'Field'
    """
    from difflib import get_close_matches  # needed only for a mistake, so imported late

    names = {each.casefold(): each for each in known}
    return next((names[each] for each in get_close_matches(name.casefold(), names, 1, alike)), None)


def hint(name: object, known: Iterable[str]) -> str:
    """Return advice about an unknown name: the known one that it is close to, or all of them.

    Example:
        >>> hint("vote", ["title", "votes"]), hint("x", ["title", "votes"])
        ("did you mean 'votes'?", "expected one of 'title', 'votes'")
    """
    names = list(known)
    close = close_to(name, names) if isinstance(name, str) else None
    if close:
        return f"did you mean {close!r}?"
    return f"expected {'one of ' if len(names) > 1 else ''}{', '.join(map(repr, names))}"
