"""A backtracking matcher that counts its steps: what the proofs are held against."""

import re
from collections.abc import Callable

from paperdigest._backtracking.tree import (
    Ahead,
    Alt,
    Atomic,
    Behind,
    Chars,
    Node,
    Parsed,
    Repeat,
    Seq,
    Until,
    parse,
)

Then = Callable[[int], bool]


class TooManyStepsError(Exception):
    """The matcher has taken more steps than it was given."""


class Matcher:
    """Matches as `re` does: depth first, the first alternative first, as much as possible first."""

    def __init__(self, parsed: Parsed, text: str, most: int) -> None:
        self.parsed = parsed
        self.text = text
        self.most = most
        self.steps = 0

    def takes(self, chars: Chars, at: int) -> bool:
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError
        return at < len(self.text) and bool(self.parsed.sets[chars.index] >> ord(self.text[at]) & 1)

    def match(self, node: Node, at: int, then: Then) -> bool:
        match node:
            case Chars():
                return self.takes(node, at) and then(at + 1)
            case Seq(items):
                return self.sequence(items, at, then)
            case Alt(options):
                return any(self.match(each, at, then) for each in options)
            case Repeat(item, least, most):
                return self.repeat(item, least, most, at, then)
            case Until(chars, _, least, most, looks):
                return self.repeat(Seq((*looks, chars)), least, most, at, then)
            case Atomic(item):
                end = self.first(item, at)
                return end is not None and then(end)
            case Ahead(item, wanted):
                return (self.first(item, at) is not None) == wanted and then(at)
            case Behind(index, start):
                fits = start if at == 0 else self.parsed.sets[index] >> ord(self.text[at - 1]) & 1
                return bool(fits) and then(at)

    def first(self, item: Node, at: int) -> int | None:
        """Return the end of the first match."""
        ends: list[int] = []

        def keep(end: int) -> bool:
            ends.append(end)
            return True

        return ends[0] if self.match(item, at, keep) else None

    def sequence(self, items: tuple[Node, ...], at: int, then: Then) -> bool:
        if not items:
            return then(at)
        return self.match(items[0], at, lambda end: self.sequence(items[1:], end, then))

    def repeat(self, item: Node, least: int, most: int | None, at: int, then: Then) -> bool:
        def again(end: int) -> bool:
            rest = None if most is None else most - 1
            return (end > at or least > 0) and self.repeat(item, max(least - 1, 0), rest, end, then)

        return (most != 0 and self.match(item, at, again)) or (least == 0 and then(at))


def steps(pattern: str, text: str, most: int) -> int:
    """Return how many characters a backtracking matcher looks at until nothing else can match.

    Every match counts as a failure, so that all ways are tried.
    """
    matcher = Matcher(parse(pattern), text, most)
    try:
        matcher.match(matcher.parsed.root, 0, lambda _: False)
    except TooManyStepsError:
        return most + 1
    return matcher.steps


def matches(pattern: str, text: str) -> bool:
    """Return whether the matcher matches a text from its start on, as `re` does."""
    parsed = parse(pattern)
    found = Matcher(parsed, text, 10**6).match(parsed.root, 0, lambda _: True)
    assert found == bool(re.compile(pattern, re.MULTILINE).match(text)), (pattern, text)
    return found
