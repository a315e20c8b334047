r"""How far patterns look: whether they depend on text outside of the lines they match.

The block of a paper is cut out and parsed by itself. A pattern that looks ahead over the end of a
line may depend on text that is not in the block. One that looks behind the start of its line finds
nothing there.
"""

import re
from collections.abc import Iterator
from functools import cache

from paperdigest._grammar.patterns import tokens_of

#: The start of a lookahead or a lookbehind.
_AHEAD = ("(?=", "(?!")
_BEHIND = ("(?<=", "(?<!")


def looks_ahead(pattern: str) -> bool:
    r"""Return whether a pattern looks ahead over the end of a line, or may.

    Example:
        >>> looks_ahead(r"# [^\n]++(?=\n\n)"), looks_ahead(r"# (?=[A-Z])[^\n]++")
        (True, False)
    """
    return _looks_over(pattern, _AHEAD)


def looks_behind(pattern: str) -> bool:
    r"""Return whether a pattern looks behind the start of a line, or may.

    Example:
        >>> looks_behind(r"(?<=\n\n)# [^\n]++"), looks_behind(r"#(?<!x) [^\n]++")
        (True, False)
    """
    return _looks_over(pattern, _BEHIND)


def _looks_over(pattern: str, openings: tuple[str, ...]) -> bool:
    """Return whether the parts of a pattern that start with an opening can match a line ending."""
    if not any(opening in pattern for opening in openings):
        return False
    return any(_crosses(token, pattern) for token in _looked_for(pattern, openings))


def _looked_for(pattern: str, openings: tuple[str, ...]) -> Iterator[str]:
    """Yield the tokens within the parts of a pattern that start with an opening."""
    depth = looking = 0
    for token, _ in tokens_of(pattern):
        if token == ")":
            if depth == looking:
                looking = 0
            depth -= 1
        elif token[0] == "(" and token[-1] != ")":
            depth += 1
            if token in openings and not looking:
                looking = depth
        elif looking:
            yield token


@cache
def _takes_line_ending(token: str) -> bool:
    return re.fullmatch(token, "\n") is not None


def _crosses(token: str, pattern: str) -> bool:
    """Return whether a token of a pattern can match a line ending."""
    if token == ".":
        return re.search(r"\(\?[a-z]*s", pattern) is not None
    if token[0] in "\\[":
        return _takes_line_ending(token)
    return token == "\n" or token.startswith("(?P=")
