"""Patterns of rules: written for those who show a template, checked for those who do not."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from paperdigest._grammar.commonmark import DESTINATION, LINK_TEXT, TARGET

#: A name in a template; a ``?`` says that its value may be empty.
PLACEHOLDER = re.compile(r"\{(\w+)(\?)?\}")

#: A URL as it stands in parentheses.
URL = DESTINATION

#: The shapes of a whole date; whether it is one, `_dates` tells.
DATE = (
    r"[0-9]{4}[-./年][^()\n]{1,24}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
    r"|(?:[A-Za-z]{3,9}[.,]? )?(?:[A-Za-z]{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?"
    r"|[0-9]{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?),? [0-9]{4}"
)

#: The start of a line of text, for a section without any mark.
PLAIN = r"(?=[^ \t\n])"

_GROUPS: Mapping[str, str] = {
    "url": URL,
    "date": DATE,
    "label": r"[^\n:：*]{1,80}?",
    "alt": r"[^\]\n]*+",
    "n": "[0-9]++",
}


def run_without(marks: str) -> str:
    r"""Return the pattern of a run of characters, maybe empty, without some and without line ends.

    It is what ``[^...\n]*+`` matches. Most of a run is plain ASCII, and `re` asks a bit map for
    those sooner than it asks whether a character is none of some.

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


def names_in(template: str) -> frozenset[str]:
    """Return the names in a template.

    Example:
        >>> sorted(names_in("[{title?}]({url})"))
        ['title', 'url']
    """
    return frozenset(found[1] for found in PLACEHOLDER.finditer(template))


def pattern_of(template: str, labels: Sequence[str] = (), *, whole: bool = True) -> str:
    r"""Return the pattern that reads what a template writes.

    One value takes whatever stands there, the others end where the literal text after them stands
    for the first time; so a line is walked once. That one is the title, and in a table row the last
    value, since it is there that bars stand unescaped. A link, ``[{title}]({url})``, is read as
    CommonMark has it.

    Args:
        template: A line, with ``{name}`` where a value stands. Up to ``{text}``, if there.
        labels: What ``{label}`` may be; anything short where empty.
        whole: Whether the line ends where the template does.

    Returns:
        A regular expression with a group for each name.

    Example:
        >>> pattern_of("Vote: {votes}")
        'Vote:(?P<votes>.*)$'
    """
    names: list[str] = []
    literals: list[str] = []
    at = 0
    for found in PLACEHOLDER.finditer(template):
        literals.append(template[at : found.start()])
        names.append(found[1])
        at = found.end()
        if found[1] == "text":
            break
    else:
        literals.append(template[at:])
        names.append("")
    linked = {
        index
        for index, name in enumerate(names)
        if name and literals[index].endswith("[") and literals[index + 1].startswith("](")
    }
    free = [
        name
        for index, name in enumerate(names)
        if name not in _GROUPS and name not in ("", "text") and index not in linked
    ]
    greedy = ""
    if free and (whole or not literals[-1]):
        greedy = "title" if "title" in free and not template.startswith("|") else free[-1]
    pieces: list[str] = []
    for index, (literal, name) in enumerate(zip(literals, names, strict=True)):
        between = index > 0 and name != ""
        if between and not literal:
            raise ValueError(
                f"template {template!r}: nothing stands between {{{names[index - 1]}}} and "
                f"{{{name}}}, so that they cannot be told apart; put some text there"
            )
        if between and not literal.strip(" "):
            pieces.append(r"[ \t]++")
        else:
            # Where anything may stand, white space belongs to it; else it stands outside.
            if literal.startswith(" "):
                if index == 0 and whole:
                    pieces.append(r"[ \t]++")
                elif index == 0 or names[index - 1] in _GROUPS:
                    pieces.append(r"[ \t]*+")
            pieces.append(_literal(literal))
            if literal.endswith(" ") and (name in _GROUPS or name in names[:index]):
                pieces.append(r"[ \t]*+")
        if name in names[:index]:
            pieces.append(f"(?P={name})")
        elif index in linked and not (name == "label" and labels):
            pieces.append(f"(?P<{name}>{LINK_TEXT})")
        elif name == "url" and literal.endswith("](") and literals[index + 1].startswith(")"):
            pieces.append(TARGET)
        elif name and name != "text":
            follows = literals[index + 1]
            blank = not follows.strip(" ") and names[index + 1]
            ended = r"[ \t]" if blank else _literal(follows)
            pieces.append(f"(?P<{name}>{_group(name, labels, ended, free=name == greedy)})")
    pattern = "".join(pieces)
    if names[-1] == "text":
        return pattern or PLAIN
    if not whole:
        return pattern
    return rf"{pattern}[ \t]*$" if literals[-1].strip() else f"{pattern}$"


def _group(name: str, labels: Sequence[str], follows: str, *, free: bool) -> str:
    if name == "label" and labels:
        return "|".join(map(re.escape, labels))
    if name == "url" and follows and not follows.startswith(r"\)"):
        return rf"(?:(?!{follows})[^\s()]|\([^\s()]*+\))*+"
    if name in _GROUPS:
        return _GROUPS[name]
    return ".*" if free or not follows else rf"(?:(?!{follows}).)*+"


def _literal(text: str) -> str:
    """Escape text, without the white space beside a value, which is stripped when it is read.

    Only where nothing else would end a word, as in ``- {text}``, the space must be there.
    """
    escaped = re.escape(text.strip(" ")).replace(r"\ ", " ").replace("\\\n", r"[ \t]*\n")
    return escaped + r"(?=[ \t]|$)" if re.search(r"[\w#*+-] $", text) else escaped


def check_pattern(pattern: str, where: str) -> frozenset[str]:
    """Refuse a pattern that a rule cannot read with.

    Args:
        pattern: A regular expression of the standard ``re``.
        where: What to name in the message.

    Returns:
        The names of its groups.

    Raises:
        ValueError: It is no regular expression, matches nothing at all, could not stand beside
            others in a table, or repeats what can match in more than one way, so that the time to
            find no match could grow without bound.
    """
    where = f"{where}.pattern: {pattern!r:.80}"
    try:
        compiled = re.compile(pattern, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"{where} is no regular expression: {error}") from None
    if compiled.fullmatch(""):
        raise ValueError(f"{where} matches nothing at all; ask for some text")
    tokens = tokens_of(pattern)
    for token, start in tokens:
        if token[0] in "\\(" and (unfit := _unfit().match(token)):
            raise ValueError(f"{where} has {token!r} at {start}; {_ADVICE[unfit.lastgroup or '']}")
    at = _ambiguous_repeat(tokens)
    if at is not None:
        raise ValueError(
            f"{where} repeats at {at} what can match in more than one way, and may backtrack "
            r"without bound; make what is repeated possessive, such as \w++ for \w+ or "
            "(?:a|b)*+ for (?:a|b)*"
        )
    return frozenset(compiled.groupindex)


def tokens_of(pattern: str) -> list[tuple[str, int]]:
    """Cut a regular expression into tokens, each with where it starts.

    A token is an escape, a class, the start or end of a group, a quantifier, or a character.

    Example:
        >>> tokens_of("(?P<a>[bc]+)")
        [('(?P<a>', 0), ('[bc]', 6), ('+', 10), (')', 11)]
    """
    return [(token[0], token.start()) for token in _token().finditer(pattern)]


# Compiled when first asked for, since reading without a dialect of one's own needs neither at once.
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
    """What does not work within a table, by the name of its reason."""
    return re.compile(
        r"(?P<number>\\[1-9][0-9]?$)|(?P<condition>\(\?\()|(?P<verbose>\(\?[a-zA-Z]*x)|(?P<flags>\(\?[a-zA-Z]+\))"
    )


#: What to do instead.
_ADVICE: Mapping[str, str] = {
    "number": "groups are counted anew in a table; refer to one by its name, (?P=name)",
    "condition": "groups are counted anew in a table; write both cases as alternatives",
    "verbose": "write the expression without verbose mode",
    "flags": "flags are those of the table; set them for a part, as in (?i:...)",
}
_ATOMIC = frozenset({"(?>", "(?=", "(?!", "(?<=", "(?<!"})

#: Characters to try on two alternatives, to see whether both can start with the same one.
_PROBES = [*map(chr, range(0x250)), *"αя中あ가：，、。（）《》–—‘’“”•●…😀\u2028"]


class _Group:
    """What was seen of a group so far.

    Attributes:
        atomic: Whether what matched in it stays, so that it matches in one way only.
        varies: Whether it can match in more than one way from the same place.
        starts: The first token of each alternative; ``None`` where that is no single character.
        fresh: Whether an alternative has just begun.
    """

    def __init__(self, *, atomic: bool = False) -> None:
        self.atomic = atomic
        self.varies = False
        self.starts: list[str | None] = []
        self.fresh = True

    def begin_with(self, token: str | None) -> None:
        """Note the first token of an alternative."""
        if self.fresh:
            self.starts.append(token)
            self.fresh = False

    @property
    def is_ambiguous(self) -> bool:
        """Whether it can match in more than one way."""
        if self.fresh:
            self.begin_with(None)
        return not self.atomic and (self.varies or (len(self.starts) > 1 and _overlap(self.starts)))


def _ambiguous_repeat(tokens: Iterable[tuple[str, int]]) -> int | None:
    """Find where what can match in more than one way is repeated without bound.

    Time may then grow as fast as the number of ways to cut a text in pieces, exponentially.
    A possessive quantifier and an atomic group match in one way.
    """
    groups = [_Group()]
    ambiguous = False  # what a quantifier would repeat
    for text, start in tokens:
        if text == "(" or (text.startswith("(?") and not text.endswith(")")):
            groups[-1].begin_with(None)
            groups.append(_Group(atomic=text in _ATOMIC))
            ambiguous = False
        elif text == ")":
            ambiguous = groups.pop().is_ambiguous
            groups[-1].varies |= ambiguous
        elif text == "|":
            groups[-1].begin_with(None)
            groups[-1].fresh = True
        elif _is_quantifier(text):
            least, most = _bounds(text)
            if least == 0 and not groups[-1].fresh:
                groups[-1].starts[-1] = None  # what follows may be the first as well
            if len(text) > 1 and text.endswith("+"):
                ambiguous = False
                continue
            if most is None and ambiguous:
                return start
            ambiguous = ambiguous or least != most
            groups[-1].varies |= ambiguous
        else:
            groups[-1].begin_with(text)
            ambiguous = False
    return None


def _is_quantifier(token: str) -> bool:
    return token[0] in "*+?" or (token[0] == "{" and len(token) > 1)


def _bounds(quantifier: str) -> tuple[int, int | None]:
    """Return how often a quantifier repeats at least and at most."""
    if quantifier[0] != "{":
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[quantifier[0]]
    least, comma, most = quantifier[1:].partition("}")[0].partition(",")
    return int(least or 0), int(most) if most else (None if comma else int(least))


def _overlap(starts: Sequence[str | None]) -> bool:
    """Tell whether two alternatives can start with the same character, as far as can be told."""
    seen: set[str] = set()
    for start in starts:
        if start is None:
            return True
        one = re.compile(start, re.IGNORECASE)
        found = {character for character in _PROBES if one.fullmatch(character)}
        if not found or found & seen:
            return True
        seen |= found
    return False
