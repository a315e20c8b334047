"""Patterns of rules: written for those who show a template, checked for those who do not."""

import re
from collections.abc import Mapping, Sequence

#: A name in a template; a ``?`` says that its value may be empty.
PLACEHOLDER = re.compile(r"\{(\w+)(\?)?\}")

#: A URL as it stands in parentheses: no white space, parentheses in pairs (CommonMark 6.3).
#: Possessive, so that a long run of parentheses is walked once.
URL = r"[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+"

#: The shapes of a whole date; whether it is one, `_dates` tells.
DATE = (
    r"[0-9]{4}[-./年][^()\n]{1,24}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}"
    r"|(?:[A-Za-z]{3,9}[.,]? )?(?:[A-Za-z]{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}\.?),? [0-9]{4}"
)

_GROUPS: Mapping[str, str] = {
    "url": URL,
    "date": DATE,
    "label": r"[^\n:：*]{1,80}",
    "alt": r"[^\]\n]*",
    "n": r"[0-9]+",
}


def pattern_of(template: str, labels: Sequence[str] = ()) -> str:
    r"""Give the pattern that reads what a template writes.

    Args:
        template: A line, with ``{name}`` where a value stands. Up to ``{text}``, if there.
        labels: What ``{label}`` may be; anything short where empty.

    Returns:
        A regular expression with a group for each name.

    Example:
        >>> pattern_of("Vote: {votes}")
        'Vote:(?P<votes>.*)$'
    """
    pieces: list[str] = []
    at = 0
    for found in PLACEHOLDER.finditer(template):
        pieces.append(_literal(template[at : found.start()]))
        at = found.end()
        if found[1] == "text":
            return "".join(pieces)
        group = _GROUPS.get(found[1], ".*")
        if found[1] == "label" and labels:
            group = "|".join(map(re.escape, labels))
        pieces.append(f"(?P<{found[1]}>{group})")
    pieces.append(_literal(template[at:]))
    return "".join(pieces) + r"[ \t]*$" if pieces[-1] else "".join(pieces) + "$"


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
        ValueError: It is no regular expression, matches nothing at all, or repeats a repetition, so
            that the time to find no match could grow without bound.
    """
    try:
        compiled = re.compile(pattern, re.MULTILINE)
    except (re.error, OverflowError) as error:
        raise ValueError(f"{where}.pattern: {pattern!r} is no regular expression: {error}") from None
    if compiled.fullmatch(""):
        raise ValueError(f"{where}.pattern: {pattern!r} matches nothing at all; ask for some text")
    at = _nested_repeat(pattern)
    if at is not None:
        raise ValueError(
            f"{where}.pattern: {pattern!r} repeats a repetition at {at}, which may backtrack without "
            "bound; make the inner one possessive, such as \\w++ for \\w+"
        )
    return frozenset(compiled.groupindex)


_TOKEN = re.compile(
    r"""\\. | \[\^?\]?(?:\\.|[^\]\\])*+\] | \((?:\?(?:P<\w+>|[:=!>]|<[=!]|P=\w+|[a-zA-Z-]*[:)]))?
    | \) | \| | (?:[*+?] | \{\d*,?\d*\})[+?]? | .""",
    re.VERBOSE | re.DOTALL,
)


def _nested_repeat(pattern: str) -> int | None:
    """Find where a group that repeats without bound stands repeated without bound."""
    open_groups: list[tuple[bool, bool]] = []  # what was seen before it, and whether it is atomic
    unbounded = False  # in this group
    atom = False  # in what a quantifier would repeat
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if text.startswith("(") and not text.endswith(")"):
            open_groups.append((unbounded, text == "(?>"))
            unbounded = atom = False
        elif text == ")" and open_groups:
            before, atomic = open_groups.pop()
            atom = unbounded and not atomic
            unbounded = before or atom
        elif re.match(r"[*+]|\{\d*,\}", text):
            if text.endswith("+") and len(text) > 1:
                atom = False
                continue
            if atom:
                return token.start()
            unbounded = atom = True
        elif not re.match(r"[?{]", text):
            atom = False
    return None
