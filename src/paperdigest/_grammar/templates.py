"""Templates: lines with names in braces in place of values, and the patterns that parse them."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from paperdigest._grammar.commonmark import LINK_TEXT, TARGET
from paperdigest._grammar.patterns import DATE, PLAIN, URL

#: A name in a template; a ``?`` says that its value may be empty.
PLACEHOLDER = re.compile(r"\{(\w+)(\?)?\}")

#: The patterns of values that are known by their form.
_GROUPS: Mapping[str, str] = {
    "url": URL,
    "date": DATE,
    "label": r"[^\n:：*]{1,80}?",
    "alt": r"[^\[\]\n]*+",
    "n": "[0-9]{1,18}+",
}


def names_in(template: str) -> frozenset[str]:
    """Return the names in a template.

    Example:
        >>> sorted(names_in("[{title?}]({url})"))
        ['title', 'url']
    """
    return frozenset(found[1] for found in PLACEHOLDER.finditer(template))


class _Pieces(NamedTuple):
    """A template in pieces.

    Attributes:
        literals: The text before each value, and after the last one.
        names: The names of the values; the last one may be ``text``, after which nothing counts.
        greedy: The name of the value that takes what is left; empty for none.
    """

    literals: Sequence[str]
    names: Sequence[str]
    greedy: str

    @classmethod
    def of(cls, template: str, *, whole: bool) -> "_Pieces":
        head, mark, _ = template.replace("{text?}", "{text}").partition("{text}")
        names = [found[1] for found in PLACEHOLDER.finditer(head + mark)]
        literals = PLACEHOLDER.sub("\0", head + mark).split("\0")
        pieces = cls(literals, names, "")
        free = [
            name
            for index, name in enumerate(names)
            if name not in _GROUPS
            and name != "text"
            and names.count(name) == 1
            and not pieces.is_linked(index)
        ]
        if not free or not (whole or not literals[len(names) - bool(mark)]):
            return pieces
        is_row = template.startswith("|")
        return cls(literals, names, "title" if "title" in free and not is_row else free[-1])

    def is_linked(self, index: int) -> bool:
        """Return whether a value is the text of a link."""
        return self.literals[index].endswith("[") and self.literals[index + 1].startswith("](")

    def is_target(self, index: int) -> bool:
        """Return whether a value is the destination of a link."""
        return self.literals[index].endswith("](") and self.literals[index + 1].startswith(")")

    def may_hold_colon(self, index: int) -> bool:
        """Return whether other text ends a value than a colon after a space."""
        follows = self.literals[index + 1]
        return not self.is_linked(index) and (":" not in follows or follows[0] == ":")

    def is_behind_greedy(self, index: int) -> bool:
        """Return whether a value comes after the greedy one."""
        return self.greedy in self.names[:index]

    def mark(self, index: int) -> str:
        """Return the text before a value, if it comes after the greedy one."""
        if not self.is_behind_greedy(index):
            return ""
        before = self.literals[self.names.index(self.greedy) + 1 : index + 1]
        return next((each for each in reversed(before) if each.strip(" ")), before[-1])


#: The pattern of a label that may hold a colon with a space behind it, since other text ends it.
_LABEL_WITH_COLON = r"(?:[^\n:：*]|[:：](?=[ \t])){1,80}?"

#: What stands before a value that is not empty.
_FILLED = r"(?=[ \t]*+[^ \t\n])"


def pattern_of(
    template: str,
    labels: Sequence[str] = (),
    *,
    whole: bool = True,
    filled: str = "",
    colons: bool = False,
) -> str:
    r"""Return the pattern that reads what a template writes.

    One value is greedy. Each other value ends at the first occurrence of the text after it, and
    those after the first value do not contain the text before them either. So a line is scanned
    once. The greedy one is the title, or the last value of a table row, which may contain
    unescaped bars. A link, ``[{title}]({url})``, is read as CommonMark has it.

    Args:
        template: A line, with ``{name}`` in place of a value. Up to ``{text}``, if there.
        labels: What ``{label}`` may be; anything short where empty.
        whole: Whether the line ends where the template does.
        filled: The name of a value that has to be there, unless the template has it with ``?``.
        colons: Whether a label may hold a colon.

    Returns:
        A regular expression with a group for each name.

    Example:
        >>> pattern_of("Vote: {votes}")
        'Vote:(?P<votes>.*)$'
    """
    pieces = _Pieces.of(template, whole=whole)
    names, literals = pieces.names, pieces.literals
    written: list[str] = []
    for index, name in enumerate(names):
        if index and not literals[index]:
            raise ValueError(
                f"template {template!r}: nothing stands between {{{names[index - 1]}}} and "
                f"{{{name}}}, so that they cannot be told apart; put some text there"
            )
        written.append(_between(pieces, index, whole=whole))
        if name in names[:index]:
            written.append(f"(?P={name})")
        elif name == "url" and pieces.is_target(index):
            written.append(TARGET)
        elif name != "text":
            if name == filled and f"{{{name}?}}" not in template:
                written.append(_FILLED)
            is_open = name == "label" and colons and not labels and pieces.may_hold_colon(index)
            value = _LABEL_WITH_COLON if is_open else _value(pieces, index, labels)
            written.append(f"(?P<{name}>{value})")
    if names and names[-1] == "text":
        return "".join(written) or PLAIN
    pattern = "".join([*written, _between(pieces, len(names), whole=whole)])
    if not whole:
        return pattern
    ends = literals[-1].strip() or (names and names[-1] in _GROUPS)
    return rf"{pattern}[ \t]*$" if ends else f"{pattern}$"


def _between(pieces: _Pieces, index: int, *, whole: bool) -> str:
    """Return the pattern of the text before a value, or after the last one.

    White space belongs to a value that may be anything, and else is outside of it.
    """
    literal, before = pieces.literals[index], pieces.names[:index]
    last = before[-1] if before else ""
    name = pieces.names[index] if index < len(pieces.names) else ""
    if before and name and not literal.strip(" "):
        return r"[ \t]" if last == pieces.greedy else r"[ \t]++"
    pattern = _literal(literal)
    if before and last not in _GROUPS and literal.strip(" ").startswith("\n"):
        pattern = pattern.removeprefix(r"[ \t]*")  # the value takes all that is in its line
    if literal.startswith(" "):
        if not before and whole:
            pattern = rf"[ \t]++{pattern}"
        elif not before or last in _GROUPS:
            pattern = rf"[ \t]*+{pattern}"
    if literal.endswith(" ") and (name in _GROUPS or name in before):
        pattern += r"[ \t]*+"
    return pattern


def _value(pieces: _Pieces, index: int, labels: Sequence[str]) -> str:
    """Return the pattern of a value."""
    name, follows = pieces.names[index], pieces.literals[index + 1]
    mark = pieces.mark(index)
    if name == "label" and labels:
        return "|".join(map(re.escape, labels))
    if pieces.is_linked(index):
        return LINK_TEXT
    if name == "url":
        return _url(follows, mark)
    if name in _GROUPS and not (name == "alt" and mark):  # which else goes over what is tried
        return _GROUPS[name]
    has_next = index + 1 < len(pieces.names)
    if name == pieces.greedy or not (follows or has_next):
        return ".*"
    # A value is in one line, so a text that starts with a line ending needs no lookahead, which
    # would look through white space again and again.
    ends = {_stop(each): None for each in (follows, mark) if each and each.strip(" ")[:1] != "\n"}
    return rf"(?:(?!{'|'.join(ends)}).)*+" if ends else ".*+"


def _stop(literal: str) -> str:
    return _literal(literal) if literal.strip(" ") else r"[ \t]"


def _url(follows: str, mark: str) -> str:
    """Return the pattern of a URL that ends before a text, and does not hold that before it."""
    stop = follows.strip(" ")
    is_word = follows.startswith(" ") and stop[:1].isalnum()  # it may be within a URL
    barred = [] if is_word or stop[:1] in ("", ")") else [_literal(follows)]
    if mark.strip(" ") and mark[-1] not in " (":
        barred.append(re.escape(mark[-1]))
    start = rf"(?!{_literal(follows)})" if is_word else ""
    if mark and not mark.strip(" "):
        start += r"(?=\S)"
    if barred:
        return rf"{start}(?:(?!{'|'.join(barred)})[^\s()]|\([^\s()]*+\))*+"
    return f"{start}{URL}"


def _literal(text: str) -> str:
    """Escape text, without the white space beside a value, which is stripped when it is read.

    Only where nothing else would end a word, as in ``- {text}``, the space must be there.
    """
    escaped = re.escape(text.strip(" ")).replace(r"\ ", " ").replace("\\\n", r"[ \t]*\n")
    return escaped + r"(?=[ \t]|$)" if re.search(r"[\w#*+-] $", text) else escaped
