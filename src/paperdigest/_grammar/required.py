r"""The texts that a line must hold for a pattern to match: a test without a regular expression.

Most rules of a table cannot match most lines: one requires a link, but the line has none. This test
is faster than trying the rule, and far faster than compiling it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from paperdigest._grammar.patterns import token_at

_T = TypeVar("_T")

#: Some texts, of which a line must hold one.
Need = tuple[str, ...]

#: A class with more characters is not a need.
_FEW = 6
#: How many needs of a pattern are kept, those that rule out most lines first.
_MOST = 2
#: The longest text that is looked for in capital and small letters.
_CASED = 2
#: How many kinds of lines are remembered, by what they hold.
_MOST_KINDS = 512

#: A character of a class, as it is written.
_MEMBER = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.", re.DOTALL)
#: A bracket or a bar of a pattern, or what may hold one that is neither.
_BRACKET = re.compile(r"[()|]|\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]", re.DOTALL)
#: Escapes that match a line ending, and those that match no white space.
_CROSSING = frozenset({r"\s", r"\W", r"\D"})
_INKED = frozenset({r"\S", r"\w", r"\d"})
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a"}


class Required(NamedTuple):
    """The requirements of a pattern for a line.

    Attributes:
        needs: The line must hold a text of each of them.
        inked: Whether it must hold anything except white space.
    """

    needs: Sequence[Need]
    inked: bool


#: The requirements that any line meets.
NOTHING = Required((), False)


class Sieve(Generic[_T]):
    """Things with requirements, of which a line selects those whose requirements it meets.

    Args:
        required: The things, each with what it requires.
    """

    def __init__(self, required: Iterable[tuple[_T, Required]]) -> None:
        every = list(required)
        texts = dict.fromkeys(text for _, each in every for need in each.needs for text in need)
        self._bits = [(text, 1 << number) for number, text in enumerate(texts)]
        bits = dict(self._bits)
        self._every = [
            (thing, each.inked, [sum(bits[text] for text in need) for need in each.needs])
            for thing, each in every
        ]
        self._kinds: dict[int, Sequence[_T]] = {}  # of lines, by what they hold

    def fitting(self, line: str, among: Sequence[tuple[str, int]] | None = None) -> Sequence[_T]:
        """Return the things whose requirements a line meets, in order.

        Args:
            line: The line.
            among: The result of ``looked_for`` for the text around it, so that no other texts are
                looked for.

        Example:
            >>> sieve = Sieve((each, required(each)) for each in ("a+", "b|c", "[0-9]"))
            >>> sieve.fitting("cat")
            ['a+', 'b|c', '[0-9]']
        """
        held = -1
        if line and not line.isspace():
            held = 0
            for text, bit in self._bits if among is None else among:
                if text in line:
                    held |= bit
        found = self._kinds.get(held)
        if found is None:
            if len(self._kinds) >= _MOST_KINDS:
                self._kinds.clear()
            found = self._kinds[held] = [
                thing
                for thing, inked, needs in self._every
                if (held >= 0 or not inked) and all(held & need for need in needs)
            ]
        return found

    def looked_for(self, text: str, start: int, end: int) -> Sequence[tuple[str, int]]:
        """Return what is to be looked for in the lines of a part of a text."""
        find = text.find
        return [each for each in self._bits if find(each[0], start, end) >= 0]


@lru_cache(maxsize=1024)
def required(*pieces: str) -> Required:
    r"""Return what the line must hold in which a match of a pattern starts.

    Only what comes before the first line ending that the pattern may match counts.

    Args:
        *pieces: The pattern, in pieces that are patterns too.

    Example:
        >>> required(r"\*\*(?:Votes|Likes):[ ]?[0-9]+").needs
        (('Votes', 'Likes'), ('**',))
        >>> required(r"[ \t]*(?=[^\s])").inked
        True
    """
    needs: list[Need] = []
    inked = False
    for piece in pieces:
        found = _walked(piece)
        needs += found.needs
        inked |= found.inked
        if found.crosses:
            break
    needs = sorted(dict.fromkeys(needs), key=_commonness)
    return Required(tuple(needs[:_MOST]), inked)


@lru_cache(maxsize=1024)
def _walked(pattern: str) -> "_Part":
    return _Walk(pattern).alternatives()


def _commonness(need: Need) -> int:
    """Return how little a need rules out: short texts and many of them are common."""
    return len(need) - 4 * min(map(len, need))


class _Part(NamedTuple):
    """The requirements of a part of a pattern.

    Attributes:
        needs: The texts that a line must hold for it.
        inked: Whether it matches anything except white space.
        crosses: Whether it may match a line ending.
    """

    needs: Sequence[Need]
    inked: bool
    crosses: bool


_NOTHING = _Part((), False, False)


#: Long groups that were walked, by how they start: tables have many of them in common.
_known: dict[str, list[tuple[str, _Part]]] = {}
_LONG, _MOST_KNOWN = 24, 1_000


class _Walk:
    """A walk through a pattern, which is as deep as its groups are nested."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._token = ""  # the next one, which is before that place; empty at the end
        self._cut()

    def _cut(self) -> None:
        found = token_at(self._pattern, self._at)
        self._token = found
        self._at += len(found)

    def _skip(self, ends: str) -> None:
        """Go to where the group or the alternative ends that the next token is in."""
        depth = 0
        for found in _BRACKET.finditer(self._pattern, self._at - len(self._token)):
            token = found[0]
            if depth == 0 and token in ends:
                self._token, self._at = token, found.end()
                return
            depth += (token == "(") - (token == ")")
        self._token, self._at = "", len(self._pattern)

    def _group(self, token: str) -> _Part:
        """Return what a group needs after the token that opens it, and go past its end."""
        start = self._at - len(self._token) - len(token)
        key = self._pattern[start : start + _LONG]
        for piece, part in _known.get(key, ()):
            if self._pattern.startswith(piece, start):
                self._at = start + len(piece)
                self._cut()
                return part
        part = self.alternatives()
        end = self._at - len(self._token)
        if end - start > _LONG:
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            _known.setdefault(key, []).append((self._pattern[start:end], part))
        return part

    def alternatives(self) -> _Part:
        """Return what all alternatives need, and go past the end of their group."""
        parts = [self._sequence()]
        while self._token == "|":
            self._cut()
            parts.append(self._sequence())
        self._cut()
        if len(parts) == 1:
            return parts[0]
        best = [min(part.needs, key=_commonness, default=()) for part in parts]
        joined = tuple(dict.fromkeys(text for need in best for text in need))
        return _Part(
            (joined,) if all(best) else (),
            all(part.inked for part in parts),
            any(part.crosses for part in parts),
        )

    def _sequence(self) -> _Part:
        """Return what one alternative needs."""
        needs: list[Need] = []
        run = ""  # the literal text so far
        inked = crossed = False
        unless: Need = ()  # what a line holds where one ended before
        while (token := self._token) and token not in ("|", ")"):
            self._cut()
            literal = _literal(token)
            part = _NOTHING if literal else self._unit(token)
            least, fixed = self._least()
            run += literal * least
            if literal and fixed:
                continue
            if run.strip():
                needs.append((run, *unless))
            run = ""
            if least:
                needs += [(*need, *unless) for need in part.needs]
                inked |= part.inked and not unless
            if part.crosses:
                crossed = bool(least) or not part.needs
                unless = (*unless, *min(part.needs, key=_commonness, default=()))
                if crossed:
                    self._skip("|)")
                    break
        if run.strip():
            needs.append((run, *unless))
        return _Part(needs, inked or bool(needs), crossed or bool(unless))

    def _unit(self, token: str) -> _Part:
        """Return what a token needs that is not literal text, with the group that it opens."""
        if token[0] == "[":
            return _class(token)
        if token[0] == "\\" or token == "\n":
            return _Part((), token in _INKED, token in _CROSSING or _decoded(token) == "\n")
        if token[0] != "(" or token.startswith("(?#"):
            return _NOTHING  # a dot, or a place
        if token[-1] == ")":  # what another group matched
            return _Part((), False, True)
        if token in ("(?!", "(?<!", "(?<="):
            self._skip(")")
            self._cut()
            return _NOTHING
        part = self._group(token)
        if token == "(?=":
            return part._replace(crosses=False)
        if token in ("(", "(?:", "(?>") or token[2] == "P":
            return part
        if token != "(?i:":
            return _Part((), part.inked, True)
        cased = [tuple(_cased(need)) for need in part.needs if max(map(len, need)) <= _CASED]
        return part._replace(needs=cased)

    def _least(self) -> tuple[int, bool]:
        """Return how often the previous unit matches at least, and whether exactly so often."""
        token = self._token
        if not token or token[0] not in "*+?{" or token == "{":
            return 1, True
        self._cut()
        if token[0] != "{":
            return int(token[0] == "+"), False
        least = token[1:].partition("}")[0].partition(",")[0]
        return int(least or 0), False


def _literal(token: str) -> str:
    """Return the text that a token stands for, empty if it is not text within a line."""
    if token[0] == "\\":
        token = _decoded(token)
    elif token in (".", "^", "$"):
        return ""
    return token if len(token) == 1 and token != "\n" else ""


def _decoded(token: str) -> str:
    """Return the character that an escape stands for, or an escape that stands for several."""
    letter = token[1:2]
    if letter and letter in "xuU":
        return chr(int(token[2:], 16))
    if letter in _CONTROLS:
        return _CONTROLS[letter]
    return token if letter.isalnum() else letter or token


def _cased(texts: Iterable[str]) -> Iterator[str]:
    """Yield short texts in every mixture of capital and small letters."""
    for text in texts:
        both = [dict.fromkeys((letter.lower(), letter.upper())) for letter in text]
        yield from map("".join, product(*both))


@lru_cache(maxsize=1024)
def _class(token: str) -> _Part:
    """Return what a class of characters needs."""
    body = token[1:-1]
    if body.startswith("^"):
        inked = r"\s" in body or r"\W" in body
        return _Part((), inked, not inked and r"\n" not in body and "\n" not in body)
    members = [_decoded(each) for each in _MEMBER.findall(body)]
    ranges = "-" in members[1:-1]
    crosses = not _CROSSING.isdisjoint(members) or "\n" in members
    crosses = crosses or (ranges and min(members) < "\n")
    inked = not crosses and min(members) > " "
    few = inked and not ranges and len(members) <= _FEW and _INKED.isdisjoint(members)
    return _Part((tuple(members),) if few else (), inked, crosses)
