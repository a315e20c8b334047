"""How a law says that it is broken, and what the laws go through."""

import attrs

from paperdigest._grammar.schema import PAPER


class LawBrokenError(AssertionError):
    """What should hold for everything does not hold here."""


def require(holds: bool, law: str, *shown: object) -> None:
    """Raise where a law does not hold, with whatever shows it."""
    if not holds:
        raise LawBrokenError("\n  ".join([law, *map(repr, shown)]))


def names_of(cls: type) -> list[str]:
    """Return the public attributes of a class of values, in order."""
    return [each.name for each in attrs.fields(cls) if not each.name.startswith("_")]


#: The attributes of a paper that are tuples, whose items have places of their own, and the others.
ITEMS = [each.name for each in PAPER if each.many]
SINGLE = [each.name for each in PAPER if not each.many]
