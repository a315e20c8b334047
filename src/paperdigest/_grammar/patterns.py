"""Patterns of rules: pieces that tables share, and the check of patterns that people write."""

import re
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from paperdigest._grammar.commonmark import DESTINATION
from paperdigest._text.shown import shown

if TYPE_CHECKING:
    from paperdigest._backtracking.ambiguity import Ambiguity, Tried

#: A URL in parentheses.
URL = DESTINATION

#: How a date starts that begins with a year in numbers.
DATE_IN_NUMBERS = r"[0-9]{4}[-./年]"

#: The shapes of other dates.
DATE_IN_WORDS = (
    r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
    r"|(?:[A-Za-z]{3,9}[.,]? )?(?:[A-Za-z]{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?"
    r"|[0-9]{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?),? [0-9]{4}"
)

#: The shapes of a whole date; `_dates` decides whether it is one.
DATE = rf"{DATE_IN_NUMBERS}[^()\n]{{1,24}}|{DATE_IN_WORDS}"

#: The start of the whole text, maybe after a byte order mark; nothing is there after a line ending.
TOP = r"(?<![^\ufeff])"

#: The start of a line of text, for a section without any mark.
PLAIN = r"(?=[^ \t\n])"


def run_without(marks: str) -> str:
    r"""Return the pattern of a run of characters, maybe empty, without some and line endings.

    It matches what ``[^...\n]*+`` matches. Most of a run is plain ASCII, for which `re` tests a bit
    map faster than a negated class.

    Example:
        >>> run_without("|")
        '[\\t\\ -\\{\\}-\\~]*+[^\\|\\n]*+'
    """
    bounds = [31, *sorted(map(ord, marks)), 127]
    plain = [
        f"{re.escape(chr(low + 1))}-{re.escape(chr(high - 1))}"
        for low, high in pairwise(bounds)
        if high - low > 1
    ]
    return rf"[\t{''.join(plain)}]*+[^{re.escape(marks)}\n]*+"


class _Trust(threading.local):
    """Whether rules are used without checks, in each thread."""

    proven = False


_TRUST = _Trust()

_NAMED = re.compile(r"\(\?P<(\w+)>")


@contextmanager
def proven() -> Generator[None]:
    """Make rules without checks, so that their first use is quick; a test checks their tables."""
    before, _TRUST.proven = _TRUST.proven, True
    try:
        yield
    finally:
        _TRUST.proven = before


def is_proven() -> bool:
    """Return whether rules are made without checks."""
    return _TRUST.proven


def check_pattern(
    pattern: str, where: str, tried: "Tried" = "at lines", *, template: str | None = None
) -> frozenset[str]:
    """Refuse a pattern that a rule cannot use.

    Args:
        pattern: A regular expression of the standard ``re``.
        where: The argument to name in the message.
        tried: The places of a text at which it is tried.
        template: The template that it was made from, if it was.

    Returns:
        The names of its groups.

    Raises:
        ValueError: It is not a regular expression, matches the empty text, cannot be part of a
            table, or there is no proof that its time grows with the text alone.
    """
    if is_proven():
        return frozenset(_NAMED.findall(pattern))
    place, where = where, f"{where}: {shown(pattern)}"
    try:
        compiled = re.compile(pattern, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"{where} is not a regular expression: {error}") from None
    if compiled.fullmatch(""):
        if template is not None:
            raise ValueError(
                f"{place}: {shown(template)} matches the empty text; write some text next to its "
                "values, such as 'Votes: {votes}'"
            )
        raise ValueError(f"{where} matches the empty text; require at least one character")
    for token, start in tokens_of(pattern):
        if token[0] in "\\(" and (unfit := _unfit().match(token)):
            raise ValueError(f"{where} has {token!r} at {start}; {_ADVICE[unfit.lastgroup or '']}")
    found = _ambiguity(pattern, tried)
    if found is not None:
        text = found.text if len(found.text) <= 40 else f"{found.text[:37]}..."
        if template is not None:
            side = "before" if tried == "everywhere" else "between"
            raise ValueError(_NOT_IN_LINEAR_TIME.format(place, shown(template), text, side))
        raise ValueError(f"{where} {_MAY_BACKTRACK[found.growth].format(text)}")
    return frozenset(compiled.groupindex)


@lru_cache(
    maxsize=256
)  # the same patterns are checked again if rules are tried one after the other
def _ambiguity(pattern: str, tried: "Tried") -> "Ambiguity | None":
    # Imported when first needed, since parsing without a dialect of your own needs no proofs.
    from paperdigest._backtracking.ambiguity import ambiguity

    return ambiguity(pattern, tried)


@lru_cache(maxsize=256)
def takes_line_ending(pattern: str) -> bool:
    """Return whether a pattern that was checked may end with the line ending before a line."""
    from paperdigest._backtracking.ends import may_take_line_ending

    return may_take_line_ending(pattern)


_POSSESSIVE = r"make what is repeated possessive, such as \w++ for \w+ or (?:a|b)*+ for (?:a|b)*"
_MAY_BACKTRACK: Mapping[str, str] = {
    "exponential": "matches {!r} in more than one way inside a repeat, and may backtrack "
    f"without bound; {_POSSESSIVE}, or atomic, such as (?>...)",
    "polynomial": "takes quadratic time or longer in a text that repeats {!r}, since two of its "
    "repeats match that; exclude its first character from the second one, or "
    f"{_POSSESSIVE}",
    "searching": "is tried at many places, and matches {!r} from each of them on, so it takes "
    r"quadratic time; let it stop where it may begin, such as [^\[\]\n]* for [^\]]*, or set a "
    "bound, such as {{0,200}}",
    "factor": "matches one text in more than 10,000 ways; combine neighbouring repeats, such as "
    "a{{0,9}} for a?a?a?, or make them possessive",
    "unknown": "is too large to prove that its backtracking is bounded; split it into several "
    "rules, or make parts of it possessive or atomic, such as (?>...)",
}

_NOT_IN_LINEAR_TIME = (
    "{}: {} cannot be parsed in a time that grows with the text alone, as in one "
    "that repeats {!r}; write text {} its values that they do not hold, such as ' - ' or ' | ', or "
    "pass pattern=..."
)


def run_up_to(first: str, *others: str) -> str:
    r"""Return the pattern of a run of characters, maybe empty, up to a text or the end of the line.

    It matches what ``(?:(?!text).)*+`` matches, and walks over most characters in longer steps.

    Args:
        first: The first character of the text.
        others: The others, each a character or a class.

    Example:
        >>> re.match(run_up_to("(", "[Rr]", *"ead"), "A (Re) (read more)")[0]
        'A (Re) '
    """
    run = run_without(first)
    texts = [each if len(each) > 1 else re.escape(each) for each in others]
    begun = [f"{''.join(texts[:end])}(?!{text})" for end, text in enumerate(texts)]
    return rf"{run}(?:{re.escape(first)}(?:{'|'.join(begun) or '(?!)'}){run})*+"


def tokens_of(pattern: str) -> list[tuple[str, int]]:
    """Cut a regular expression into tokens, each with where it starts.

    A token is an escape, a class, the start or end of a group, a quantifier, or a character.

    Example:
        >>> tokens_of("(?P<a>[bc]+)")
        [('(?P<a>', 0), ('[bc]', 6), ('+', 10), (')', 11)]
    """
    return [(token[0], token.start()) for token in _token().finditer(pattern)]


def title_may_be_empty(pattern: str) -> bool:
    """Return whether the group of a title can match the empty text, by itself.

    Example:
        >>> title_may_be_empty("# (?P<title>.*)$"), title_may_be_empty("# (?P<title>.+)$")
        (True, False)
    """
    depth, begun = 0, -1
    for token, start in tokens_of(pattern):
        if token == "(?P<title>":
            begun, depth = start, 0
        elif token == ")":
            if begun >= 0 and depth == 0:
                group = pattern[begun : start + 1]
                return (
                    re.fullmatch(re.sub(r"\(\?P=\w+\)", "(?:)", group), "", re.MULTILINE)
                    is not None
                )
            depth -= 1
        elif token[0] == "(" and token[-1] != ")":
            depth += 1
    return False


def pattern_without_names(pattern: str) -> str:
    """Return a pattern whose groups have no names and no numbers.

    Example:
        >>> pattern_without_names("(?P<a>[(]+)(b)")
        '(?:[(]+)(?:b)'
    """
    tokens = (token for token, _ in tokens_of(pattern))
    return "".join("(?:" if token == "(" or _NAMED.match(token) else token for token in tokens)


def token_at(pattern: str, at: int) -> str:
    """Return the token of a regular expression that starts at a place, empty at its end.

    Example:
        >>> token_at("(?P<a>[bc]+)", 6)
        '[bc]'
    """
    found = _token().match(pattern, at)
    return found[0] if found else ""


# Compiled when first needed, since parsing without a dialect of your own needs neither at once.
@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"""\\(?:x[0-9a-fA-F]{2} | u[0-9a-fA-F]{4} | U[0-9a-fA-F]{8} | N\{[^}]*+\}
            | [0-7]{3} | [1-9][0-9]? | .)
        | \[\^?\]?(?:\\.|[^\]\\])*+\]
        | \((?:\?(?:P<\w+>|\#[^)]*+\)|[:=!>]|<[=!]|P=\w+\)|\(\w+\)|[a-zA-Z-]*[:)]))?
        | \) | \|
        | (?:[*+?] | \{(?:\d+,?\d*|,\d*)\})[+?]?
        | .""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _unfit() -> re.Pattern[str]:
    """Match constructs that do not work within a table, in a group named by the reason."""
    return re.compile(
        r"(?P<number>\\[1-9][0-9]?$)|(?P<condition>\(\?\()|(?P<verbose>\(\?[a-zA-Z]*x)|(?P<flags>\(\?[a-zA-Z]+\))"
    )


#: The advice for each reason.
_ADVICE: Mapping[str, str] = {
    "number": "the numbers of groups change in a table; refer to a group by its name, (?P=name)",
    "condition": "the numbers of groups change in a table; write both cases as alternatives",
    "verbose": "write the expression without verbose mode",
    "flags": "the table sets the flags; set them for a part only, as in (?i:...)",
}
