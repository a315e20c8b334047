"""Templates: lines with names in braces in place of values, and the patterns that parse them."""

import re
from collections.abc import Sequence

from paperdigest._grammar.commonmark import LINK_TEXT, TARGET, TEXT_ANYWHERE
from paperdigest._grammar.patterns import DATE_IN_NUMBERS, DATE_IN_WORDS, PLAIN, URL

#: A name in a template; a ``?`` says that its value may be empty.
PLACEHOLDER = re.compile(r"\{(\w+)(\?)?\}")

#: The values whose form shows what they are; white space next to them does not belong to them.
_FORMED = frozenset({"url", "date", "label", "alt", "n"})

#: One character of a URL, outside of parentheses.
_IN_URL = r"[^\s()]"

#: Characters that no URL holds (RFC 3986, appendix A), so that they end one without white space.
_NOT_IN_URLS = frozenset('|<>[]"`^{}\\')


def names_in(template: str) -> frozenset[str]:
    """Return the names in a template.

    Example:
        >>> sorted(names_in("[{title?}]({url})"))
        ['title', 'url']
    """
    return frozenset(found[1] for found in PLACEHOLDER.finditer(template))


class _Pieces:
    """A template in pieces.

    Attributes:
        literals: The text before each value, and after the last one.
        names: The names of the values; the last one may be ``text``, after which nothing counts.
        greedy: The name of the value that matches as much as possible; empty for none.
        anywhere: Whether it is tried at each character of a text.
    """

    def __init__(
        self,
        literals: Sequence[str],
        names: Sequence[str],
        greedy: str,
        *,
        anywhere: bool = False,
    ) -> None:
        self.literals = literals
        self.names = names
        self.greedy = greedy
        self.anywhere = anywhere

    @classmethod
    def of(cls, template: str, *, whole: bool, anywhere: bool) -> "_Pieces":
        head, mark, _ = template.replace("{text?}", "{text}").partition("{text}")
        names = [found[1] for found in PLACEHOLDER.finditer(head + mark)]
        literals = PLACEHOLDER.sub("\0", head + mark).split("\0")
        pieces = cls(literals, names, "", anywhere=anywhere)
        if anywhere:
            return pieces
        free = [
            name
            for index, name in enumerate(names)
            if name not in _FORMED
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
        """Return whether something other than a colon after a space ends a value."""
        follows = self.literals[index + 1]
        return not self.is_linked(index) and (":" not in follows or follows[0] == ":")

    def is_word(self, index: int) -> bool:
        """Return whether white space ends a value, which then cannot start with some."""
        follows = self.literals[index + 1]
        return self.names[index] != self.greedy and follows != "" and not follows.strip(" ")

    def is_tried_again(self, index: int) -> bool:
        """Return whether a value is tried at many places, as after the greedy one."""
        return self.anywhere or self.greedy in self.names[:index]

    def mark(self, index: int) -> str:
        """Return the text before a value, if it is tried at many places."""
        if not self.is_tried_again(index):
            return ""
        first = 0 if self.anywhere else self.names.index(self.greedy) + 1
        before = self.literals[first : index + 1]
        return next((each for each in reversed(before) if each.strip(" ")), before[-1])

    def marks(self, index: int) -> Sequence[str]:
        """Return the texts that a value does not hold, since they are before it or its repeats.

        So each place where the greedy value may end is compared with the text up to the next one.
        """
        same = [each for each, name in enumerate(self.names) if name == self.names[index]]
        return [mark for each in same if each >= index and (mark := self.mark(each))]

    def stops(self, index: int) -> Sequence[str]:
        """Return the patterns of the texts that end a value."""
        # A value is in one line, so a text that starts with a line ending needs no lookahead, which
        # would look through white space again and again.
        texts = [self.literals[index + 1], *self.marks(index)]
        texts = [each for each in texts if each and each.strip(" ")[:1] != "\n"]
        return list(dict.fromkeys(map(_stop, texts)))


#: Looks ahead for a value that is not empty.
_FILLED = r"(?=[ \t]*+[^ \t\n])"


def pattern_of(
    template: str,
    labels: Sequence[str] = (),
    *,
    whole: bool = True,
    anywhere: bool = False,
    filled: str = "",
    colons: bool = False,
) -> str:
    r"""Return the pattern that parses what a template writes.

    One value is greedy. Each other value ends at the first occurrence of the text after it, and
    those after the first value do not contain the text before them either. So a line is scanned
    once. The greedy one is the title, or the last value of a table row, which may contain
    unescaped bars. A link, ``[{title}]({url})``, is read as CommonMark has it.

    Args:
        template: A line, with ``{name}`` in place of a value. Up to ``{text}``, if there.
        labels: The labels that ``{label}`` may be; any short text if empty.
        whole: Whether the line ends where the template does.
        anywhere: Whether it is tried at each character of a text. Then the line may go on.
        filled: The name of a value that has to be there, unless the template has it with ``?``.
        colons: Whether a label may hold a colon.

    Returns:
        A regular expression with a group for each name.

    Example:
        >>> pattern_of("Vote: {votes}")
        'Vote:(?P<votes>.*)$'
    """
    whole = whole and not anywhere
    pieces = _Pieces.of(template, whole=whole, anywhere=anywhere)
    names, literals = pieces.names, pieces.literals
    written: list[str] = []
    for index, name in enumerate(names):
        if index and not literals[index]:
            raise ValueError(
                f"template {template!r}: there is nothing between {{{names[index - 1]}}} and "
                f"{{{name}}}, so that they cannot be told apart; put some text there"
            )
        written.append(_between(pieces, index, whole=whole))
        if name in names[:index]:
            written.append(f"(?P={name})")
        elif name == "url" and pieces.is_target(index):
            written.append(TARGET)
        elif name != "text":
            if name == filled and f"{{{name}?}}" not in template:
                written.append(_filled(literals[index + 1]))
            is_open = colons and not labels and pieces.may_hold_colon(index)
            written.append(f"(?P<{name}>{_value(pieces, index, labels, colons=is_open)})")
    if names and names[-1] == "text":
        return _before_text("".join(written), literals[len(names) - 1])
    pattern = "".join([*written, _between(pieces, len(names), whole=whole)])
    if not whole:
        return pattern
    if literals[-1].strip() or (names and names[-1] in _FORMED and not pattern.endswith(".*)")):
        pattern += r"[ \t]*"
    return f"{pattern}$"


def _filled(follows: str) -> str:
    """Return the lookahead for a value that is not empty, by the text after it."""
    literal = _literal(follows) if follows.strip() else ""
    return rf"{_FILLED}(?![ \t]*+{literal})" if literal else _FILLED


def _before_text(begun: str, literal: str) -> str:
    """Return the pattern up to a text, without the line ending before one in the next line.

    That line may be one of its own, and not the text.
    """
    if not literal.endswith("\n"):
        return begun or PLAIN
    while begun.endswith(r"\n"):
        begun = begun.removesuffix(r"\n").removesuffix(r"[ \t]*+")
    return f"{begun}$" if begun.endswith(("*)", "*+)")) else rf"{begun}[ \t]*$"


def _between(pieces: _Pieces, index: int, *, whole: bool) -> str:
    """Return the pattern of the text before a value, or after the last one.

    White space belongs to a value that may be anything, and is outside of any other.
    """
    literal = pieces.literals[index]
    last = pieces.names[index - 1] if index else ""
    name = pieces.names[index] if index < len(pieces.names) else ""
    if last and name and not literal.strip(" "):
        return r"[ \t](?![ \t])" if last == pieces.greedy else r"[ \t]++"
    again = bool(name) and pieces.is_tried_again(index)
    pattern = _literal(literal, apart=bool(last), spaced=name == "url" and again)
    if last and last not in _FORMED and literal.strip(" ").startswith("\n"):
        pattern = pattern.removeprefix(r"[ \t]*+")  # the value takes all that is in its line
    if again and pieces.is_linked(index):
        pattern += r"(?<!\\\[)"  # one that is escaped starts no link
    space = _space_before(literal, last, whole=whole)
    ends_value = name in _FORMED or name in pieces.names[:index] or (name and pieces.is_word(index))
    after = r"[ \t]*+" if literal.endswith(" ") and ends_value else ""
    return f"{space}{pattern}{after}"


def _space_before(literal: str, last: str, *, whole: bool) -> str:
    """Return the pattern of white space before a text that starts with some.

    Args:
        literal: The text.
        last: The name of the value before it, if there is one.
        whole: Whether the line ends where the template does.
    """
    if not literal.startswith(" ") or (last and last not in _FORMED):
        return ""
    return r"[ \t]*+" if last or not whole else r"[ \t]++"


def _value(pieces: _Pieces, index: int, labels: Sequence[str], *, colons: bool) -> str:
    """Return the pattern of a value."""
    name, follows = pieces.names[index], pieces.literals[index + 1]
    if name == "label" and labels:
        return "|".join(map(re.escape, labels))
    if pieces.is_linked(index):
        return TEXT_ANYWHERE if pieces.is_tried_again(index) else LINK_TEXT
    if name == "n":
        return "[0-9]{1,18}+"
    if name == "url":
        return _url(follows, pieces.marks(index))
    if name == "date":
        return _date(follows)
    stops = pieces.stops(index)
    if name == "label":
        return _label(stops, colons=colons)
    if name == "alt" and follows[:1] in ("[", "]") and len(stops) == 1:
        return r"[^\[\]\n]*+"
    if name == pieces.greedy or not follows:
        return ".*"
    return rf"(?:{_up_to(stops, '.')})*+" if stops else ".*+"


def _up_to(stops: Sequence[str], taken: str) -> str:
    """Return the pattern of one character at which none of some texts starts."""
    others = [each for each in stops if not any(map(each.startswith, {*stops} - {each}))]
    barred = "|".join(dict.fromkeys(others))
    return rf"(?!{barred}){taken}" if barred else taken


def _stop(literal: str) -> str:
    return _literal(literal, apart=True) if literal.strip(" ") else r"[ \t]"


def _label(stops: Sequence[str], *, colons: bool) -> str:
    """Return the pattern of a label; one that other text ends may hold a colon before a space."""
    taken = r"[^\n*]" if colons else r"[^\n:：*]"
    # Characters that a label cannot hold end it anyhow.
    ends = [each for each in stops if colons or each[:1] not in (":", "：")]
    ends = [each for each in ends if not each.startswith(r"\*")]
    if colons:
        ends.append(r"[:：](?![ \t])")
    return f"(?:{_up_to(ends, taken)}){{1,80}}+" if ends else f"{taken}{{1,80}}+"


def _date(follows: str) -> str:
    """Return the pattern of a date that ends before a text."""
    stops = [_stop(follows)] if follows and follows.strip(" ")[:1] not in ("\n", "(", ")") else []
    rest = _up_to(stops, r"[^()\n]")
    return f"(?>{DATE_IN_NUMBERS}(?:{rest}){{1,24}}+|{DATE_IN_WORDS})"


def _url(follows: str, marks: Sequence[str]) -> str:
    """Return the pattern of a URL that ends before a text, and does not hold some others."""
    stop = follows.strip(" ")
    # White space ends the URL if the text after it may be in a URL.
    is_spaced = follows.startswith(" ") and stop[:1] not in {*_NOT_IN_URLS, "", ")", "\n"}
    ends = [] if is_spaced or stop[:1] in ("", ")") else [_literal(follows)]
    barred = [re.escape(each) for mark in marks if (each := _barred_in_url(mark))]
    start = f"(?!{_literal(follows, spaced=True)})" if is_spaced else ""
    if not all(mark.strip(" ") for mark in marks):
        start += r"(?=\S)"
    is_open = stop[:1] != ")" and any(mark.endswith("(") for mark in marks)
    if not (ends or barred or is_open):
        return f"{start}{URL}"
    nested = "" if r"\)" in barred else rf"|\((?:{_up_to(barred, _IN_URL)})*+\)"
    return rf"{start}(?:{_up_to([*ends, *barred], _IN_URL)}{nested})*+"


def _barred_in_url(mark: str) -> str:
    """Return the character that keeps a text before a URL from being in the URL too, if needed."""
    end = mark.strip(" ")[-1:]
    # White space after it, which no URL has, serves as well.
    is_barred = end not in ("", "(") and (mark[-1] != " " or end in _NOT_IN_URLS)
    return end if is_barred else ""


def _literal(text: str, *, apart: bool = False, spaced: bool = False) -> str:
    """Escape text, without the white space next to a value, which is stripped when it is parsed.

    If nothing else would end a word, as in ``- {text}`` or ``{title} by {authors}``, the space is
    required. So is a space before a bracket, which a word may hold: ``{title} ({votes})``.

    Args:
        text: The text.
        apart: Whether something is before it.
        spaced: Whether a URL follows, which could hold the text itself.
    """
    stripped = text.strip(" ")
    escaped = re.escape(stripped).replace(r"\ ", " ").replace("\\\n", r"[ \t]*+\n")
    if apart and re.match(r" [\w(]", text):
        escaped = rf"(?<![^ \t\n]){escaped}"
    is_end = re.search(r"[\w#*+/-] $", text)
    if is_end or (spaced and stripped and text[-1] == " " and stripped[-1] not in _NOT_IN_URLS):
        escaped += r"(?![^ \t\n])"
    return escaped
