"""Recognition: which dialect a text is written in, from a bounded part of it."""

import re
from functools import cache

import attrs

from paperdigest._dialect import Dialect
from paperdigest._source import require_text, shadow_of
from paperdigest.dialects import builtin_dialects, dialect_named

#: How much of a text is read to recognise it, in code points. Tables of contents come first and may
#: be long; the signs of the papers themselves follow.
_HEAD = 65_536

#: Fewer points than this are chance.
_ENOUGH = 3


@attrs.frozen
class Detection:
    """Which dialect a text is in, and why.

    Attributes:
        dialect: The dialect.
        certain: Whether signs of it were found; else it is what is left to try.
        reasons: Those signs: for each the line it was found in.
    """

    dialect: Dialect
    certain: bool
    reasons: tuple[str, ...]


def detect_dialect(text: str) -> Detection:
    r"""Recognise the dialect of a text.

    Only the first 65,536 code points are read.

    Args:
        text: Any text.

    Returns:
        The built-in dialect with the most signs; the reference dialect, uncertain, where none has
        enough of them.

    Raises:
        TypeError: ``text`` is not a ``str``.

    Example:
        >>> found = detect_dialect("## Papers for 2024-09-06\n")
        >>> found.dialect.name, found.certain, found.reasons
        ('daily-ai-papers', True, ('## Papers for 2024-09-06',))
    """
    require_text(text)
    head = shadow_of(text[:_HEAD]).removeprefix("\ufeff")
    best = Detection(builtin_dialects()[0], False, ())
    most = _ENOUGH - 1
    for dialect in builtin_dialects():
        score = 0
        reasons: list[str] = []
        for weight, sign in _signs(dialect):
            found = sign.search(head)
            if found:
                score += weight
                reasons.append(found[0].strip()[:80])
        if score > most:
            best, most = Detection(dialect, True, tuple(reasons)), score
    return best


@cache
def _signs(dialect: Dialect) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((weight, re.compile(sign, re.MULTILINE)) for weight, sign in dialect.signs)


def resolve_dialect(text: str, dialect: Dialect | str | None) -> Dialect:
    """Give the dialect that was asked for, or recognise it."""
    if dialect is None:
        return detect_dialect(text).dialect
    return dialect_named(dialect) if isinstance(dialect, str) else dialect
