"""Sets of characters, as the standard `re` understands them.

A set is an integer with one bit for each code point, so that Python's own operators unite,
intersect and compare sets.
"""

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

_SIZE = 0x110000
#: Every character.
ALL = (1 << _SIZE) - 1
LINE_END = 1 << ord("\n")
#: No character beyond it has a case; a test checks all of them.
_CASED_BELOW = 0x1F000


def span(low: int, high: int) -> int:
    """Return the set of the code points from one to another, both included."""
    return ((1 << (high - low + 1)) - 1) << low


@cache
def category(letter: str, *, ascii_only: bool) -> int:
    r"""Return the set of ``\d``, ``\s`` or ``\w``, or that of its capital letter.

    Example:
        >>> category("d", ascii_only=True) == span(ord("0"), ord("9"))
        True
    """
    if letter.isupper():
        return ALL & ~category(letter.lower(), ascii_only=ascii_only)
    found = bytearray(_SIZE // 8)
    for run in re.finditer(rf"\{letter}+", _everything()[: 128 if ascii_only else None]):
        for code in range(*run.span()):
            found[code // 8] |= 1 << code % 8
    return int.from_bytes(found, "little")


@cache
def _everything() -> str:
    """Return all characters in order."""
    return array("I", range(_SIZE)).tobytes().decode(f"utf-32-{sys.byteorder[0]}e", "surrogatepass")


@cache
def _cases() -> dict[int, frozenset[int]]:
    """Return, for each character with a case, those that `re` treats as the same one.

    Two characters are the same if their lower or their upper cases are (see ``re._casefix``).
    """
    by_form: dict[str, set[int]] = {}
    forms: dict[int, tuple[str, ...]] = {}
    for code in range(_CASED_BELOW):
        character = chr(code)
        lower, upper = character.lower(), character.upper()
        if lower != upper:
            # U+0130 is the only one whose lower case is two characters; `re` uses the first.
            lower = lower[0]
            forms[code] = (f"l{lower}", f"u{lower.upper()}")
            for form in forms[code]:
                by_form.setdefault(form, set()).add(code)
    return {code: frozenset().union(*map(by_form.__getitem__, forms[code])) for code in forms}


def without_case(low: int, high: int) -> int:
    """Return the set of the characters that differ at most in case from those in a span."""
    cases = _cases()
    found = span(low, high)
    for code in range(low, min(high + 1, _CASED_BELOW)):
        for other in cases.get(code, ()):
            found |= 1 << other
    return found


def classes(sets: Iterable[int]) -> list[int]:
    """Cut all characters into classes, such that each set is made of whole ones.

    Example:
        >>> len(classes([span(97, 99), span(99, 110)]))
        4
    """
    found = [ALL]
    for each in dict.fromkeys(sets):
        found = [part for whole in found for part in (whole & each, whole & ~each) if part]
    return found


def made_of(found: int, parts: Sequence[int]) -> int:
    """Return a set as a mask: a bit for each class that is part of it."""
    return sum(1 << index for index, part in enumerate(parts) if part & found)


def example(found: int) -> str:
    """Return one character of a set, if possible one that is easy to read."""
    return next(_readable(found), None) or chr((found & -found).bit_length() - 1)


def _readable(found: int) -> Iterator[str]:
    return (
        each for each in "ax0 -*|.,:" + "".join(map(chr, range(33, 127))) if found >> ord(each) & 1
    )
