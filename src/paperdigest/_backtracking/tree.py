"""Regular expressions as trees, with sets of characters at their leaves.

The standard library's own parser parses an expression, so that what is analysed is what is run.
Only this module knows the form in which that parser returns it.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, product
from typing import Any

import attrs

from paperdigest._backtracking.characters import ALL, LINE_END, category, span, without_case


@attrs.frozen
class Chars:
    """One character of a set, which is given by its index."""

    index: int


@attrs.frozen
class Seq:
    """One after the other; an empty one matches the empty text."""

    items: tuple["Node", ...]


@attrs.frozen
class Alt:
    """One of several."""

    options: tuple["Node", ...]


@attrs.frozen
class Repeat:
    """The same again and again; ``most`` is ``None`` without bound."""

    item: "Node"
    least: int
    most: int | None


@attrs.frozen
class Until:
    """Characters of a set up to where one of some texts starts, as ``(?:(?!text).)*``.

    ``looks`` has the texts as they are written, with the lookarounds next to them.
    """

    chars: Chars
    texts: tuple[tuple[Chars, ...], ...]
    least: int
    most: int | None
    looks: tuple["Node", ...]


@attrs.frozen
class Atomic:
    """An atomic group, which keeps the first match that is found."""

    item: "Node"


@attrs.frozen
class Ahead:
    """A lookahead."""

    item: "Node"
    wanted: bool


@attrs.frozen
class Behind:
    """A lookbehind at one character; ``start`` is whether there may be none."""

    index: int
    start: bool


Node = Chars | Seq | Alt | Repeat | Until | Atomic | Ahead | Behind

NOTHING = Seq(())

#: The most texts that may end a run of characters.
_MOST_TEXTS = 50


class UnknownError(ValueError):
    """The expression has a construct that cannot be judged."""


@attrs.define
class Parsed:
    """A parsed expression.

    Attributes:
        root: The tree.
        sets: The sets of characters that it names by their indices.
    """

    root: Node
    sets: list[int]

    def index(self, found: int) -> int:
        """Return the index of a set, which is new if the set is."""
        if found not in self.sets:
            self.sets.append(found)
        return self.sets.index(found)

    def chars(self, found: int) -> Chars:
        """Return one character of a set."""
        return Chars(self.index(found))


def parse(pattern: str) -> Parsed:
    """Parse an expression as a table uses it.

    Raises:
        UnknownError: It has a construct that cannot be judged.
    """
    parser = import_module("re._parser")
    reader = _Reader()
    tree: Any = parser.parse(pattern, re.MULTILINE)
    reader.parsed.root = reader.sequence(tree, tree.state.flags)
    return reader.parsed


def without_end(parsed: Parsed) -> Node:
    """Return the tree up to where it cannot fail any more, since it matches whatever follows."""
    root = parsed.root
    if not isinstance(root, Seq):
        root = Seq((root,))
    if not root.items:
        return root
    *items, last = root.items
    if isinstance(last, Ahead) and isinstance(last.item, Chars) and items:  # the end of a line
        if last.wanted or parsed.sets[last.item.index] & LINE_END:
            return root
        *items, last = items
    repeat = last.item if isinstance(last, Atomic) else last
    if not isinstance(repeat, Repeat) or not isinstance(repeat.item, Chars) or repeat.most:
        return root
    if ALL & ~LINE_END & ~parsed.sets[repeat.item.index]:
        return root
    return Seq((*items, *[repeat.item] * repeat.least))


class _Reader:
    """Turns the form of the standard library into a tree."""

    def __init__(self) -> None:
        self.parsed = Parsed(NOTHING, [])
        self.groups: dict[int, Node] = {}

    def sequence(self, tree: Iterable[tuple[Any, Any]], flags: int) -> Node:
        items: list[Node] = []
        for code, value in tree:
            name = str(code)
            if name in ("ASSERT", "ASSERT_NOT") and value[0] < 0:
                look = self.sequence(value[1], flags)
                self.look_behind(items, look, wanted=name == "ASSERT")
            else:
                items.append(self.node(name, value, flags))
        return items[0] if len(items) == 1 else Seq(tuple(_flat(items)))

    def look_behind(self, items: list[Node], look: Node, *, wanted: bool) -> None:
        r"""Insert a lookbehind that looks at one character.

        ``\[(?<!x\[)`` is the same as ``(?<!x)\[``. Others have a fixed width. They need no time,
        and are treated as if they did not restrict the match.
        """
        texts = list(look.items) if isinstance(look, Seq) else [look]
        sets = [self.parsed.sets[each.index] for each in texts if isinstance(each, Chars)]
        place = len(items)
        while len(sets) > 1 and place:
            before = items[place - 1]
            if not isinstance(before, Chars) or self.parsed.sets[before.index] & ~sets[-1]:
                break
            place -= 1
            sets.pop()
        if len(sets) == 1 and len(texts) - len(items) + place == 1:
            found = sets[0] if wanted else ALL & ~sets[0]
            items.insert(place, Behind(self.parsed.index(found), not wanted))

    def node(self, code: str, value: Any, flags: int) -> Node:  # noqa: ANN401 - as the parser has it
        if code in ("LITERAL", "NOT_LITERAL", "ANY", "IN", "FAILURE"):
            return self.parsed.chars(_set_of(code, value, flags))
        if code == "BRANCH":
            return Alt(tuple(self.sequence(each, flags) for each in value[1]))
        if code == "SUBPATTERN":
            return self.group(value, flags)
        if code in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self.repeat(code, value, flags)
        if code == "ATOMIC_GROUP":
            return Atomic(self.sequence(value, flags))
        if code in ("ASSERT", "ASSERT_NOT"):
            return Ahead(self.sequence(value[1], flags), code == "ASSERT")
        if code == "AT":
            return self.place(str(value))
        if code == "GROUPREF":
            return Atomic(self.groups[value])  # it matches in one way what the group matched
        raise UnknownError(code)

    def group(self, value: Any, flags: int) -> Node:  # noqa: ANN401
        number, added, removed, inner = value
        found = self.sequence(inner, (flags | added) & ~removed)
        if number is not None:
            self.groups[number] = found
        return found

    def repeat(self, code: str, value: Any, flags: int) -> Node:  # noqa: ANN401
        least, most, inner = value
        bound = None if str(most) == "MAXREPEAT" else int(most)
        item = self.sequence(inner, flags)
        found = self.until(item, least, bound)
        if code != "POSSESSIVE_REPEAT":
            return found or Repeat(item, least, bound)
        if not isinstance(item, Chars | Atomic):
            item = Atomic(item)  # each round keeps its first match, since it may be the last one
        return Atomic(found or Repeat(item, least, bound))

    def until(self, item: Node, least: int, most: int | None) -> Until | None:
        """Return what ``(?:(?!text).)*`` repeats, or ``None`` if it has another form."""
        if not isinstance(item, Seq) or len(item.items) < 2:
            return None
        *looks, last = item.items
        if not isinstance(last, Chars):
            return None
        texts: list[tuple[Chars, ...]] = []
        for look in looks:
            found = self.texts(look.item) if isinstance(look, Ahead) and not look.wanted else []
            if not found or not all(found):
                return None
            texts += found
        return Until(last, tuple(texts), least, most, tuple(looks))

    def texts(
        self, node: Node, *, first: bool = True, last: bool = True
    ) -> list[tuple[Chars, ...]]:
        """Return the texts that a node matches, at most a few; none if they are not of one kind.

        A lookaround at one character before or after a text counts as part of the text. A text with
        that character starts in fewer places, so no way of a match is lost.

        Args:
            node: The node.
            first: Whether nothing of the text is before it.
            last: Whether nothing of the text is after it.
        """
        match node:
            case Chars():
                return [(node,)]
            case Ahead(Chars(index), wanted) if last:
                found = self.parsed.sets[index]
                return [(self.parsed.chars(found if wanted else ALL & ~found),)]
            case Behind(index, _) if first and not last:
                return [(Chars(index),)]
            case Alt(options):
                each = [self.texts(option, first=first, last=last) for option in options]
                return [text for texts in each for text in texts] if all(each) else []
            case Seq(items):
                ends = len(items) - 1
                each = [
                    self.texts(item, first=first and place == 0, last=last and place == ends)
                    for place, item in enumerate(items)
                ]
                few = math.prod(map(len, each)) <= _MOST_TEXTS
                return [tuple(chain(*parts)) for parts in product(*each)] if few else []
            case _:
                return []

    def place(self, name: str) -> Node:
        if name in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            before = LINE_END if name == "AT_BEGINNING" else 0
            return Behind(self.parsed.index(before), start=True)
        if name in ("AT_END", "AT_END_STRING"):
            barred = ALL & ~LINE_END if name == "AT_END" else ALL
            return Ahead(self.parsed.chars(barred), wanted=False)
        return NOTHING  # a word boundary is not a condition


def _flat(items: Iterable[Node]) -> Iterator[Node]:
    for item in items:
        yield from item.items if isinstance(item, Seq) else (item,)


def _set_of(code: str, value: Any, flags: int) -> int:  # noqa: ANN401
    """Return the set of one character of an expression."""
    if code == "ANY":
        return ALL if flags & re.DOTALL else ALL & ~LINE_END
    listed = code in ("IN", "FAILURE")  # a failure is a set of none, from Python 3.13 on
    items: Sequence[tuple[Any, Any]] = value if listed else [("LITERAL", value)]
    negated = code == "NOT_LITERAL"
    found = 0
    for kind, item in items:
        name = str(kind)
        if name == "NEGATE":
            negated = True
        elif name == "CATEGORY":
            letter = str(item).removeprefix("CATEGORY_").removeprefix("NOT_")[0]
            letter = letter if "_NOT_" in str(item) else letter.lower()
            found |= category(letter, ascii_only=bool(flags & re.ASCII))
        else:
            low, high = item if name == "RANGE" else (item, item)
            found |= without_case(low, high) if flags & re.IGNORECASE else span(low, high)
    return ALL & ~found if negated else found
