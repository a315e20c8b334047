"""From a tree to an automaton whose paths are the attempts of a backtracking matcher.

It is the position automaton (V. M. Glushkov, 1961), with a state for each place in the expression
that matches a character, and an edge if one place can follow another. Two things are added.
Parallel edges are kept, so that ``(?:a*)*`` has two from ``a`` to itself. And an edge knows the
atomic groups that it stays in, enters and passes: a choice within such a group is final.

What an atomic group or a lookahead tries before it is done becomes a dead end next to it.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

import attrs

from paperdigest._backtracking.characters import classes, made_of
from paperdigest._backtracking.states import Automaton, Budget, Edge, Way
from paperdigest._backtracking.tree import (
    Ahead,
    Alt,
    Atomic,
    Chars,
    Node,
    Parsed,
    Repeat,
    Seq,
    Until,
)

#: A bounded repeat with more states counts as a loop; others are written out.
_WRITTEN_OUT = 12


@attrs.frozen
class _Part:
    """The ways into, out of and through a part of the expression."""

    first: Sequence[Way] = ()
    last: Sequence[Way] = ()
    through: Sequence[Way] = ()


def automaton_of(parsed: Parsed, budget: Budget) -> Automaton:
    """Return the automaton of an expression.

    Raises:
        TooLargeError: The budget is spent.
    """
    builder = _Builder(parsed, budget)
    whole = builder.part(parsed.root, 0)
    builder.join([Way(0, builder.all, builder.all)], whole.first, 0)
    edges, places = builder.split()
    return Automaton(edges, places, builder.bounds, builder.classes)


def ends_of(parsed: Parsed, budget: Budget) -> list[tuple[int, int]]:
    """Return the sets of characters that a match may end with, each with what may follow it.

    Raises:
        TooLargeError: The budget is spent.
    """
    builder = _Builder(parsed, budget)
    ways = builder.part(parsed.root, 0).last
    masks = [(builder.places[way.place] & way.last, way.next) for way in ways]
    return [(builder.set_of(last), builder.set_of(following)) for last, following in masks]


class _Builder:
    """Builds places and the joints between them."""

    def __init__(self, parsed: Parsed, budget: Budget) -> None:
        self.budget = budget
        self.classes = classes(parsed.sets)
        self.masks = [made_of(each, self.classes) for each in parsed.sets]
        #: The class that stands for the start of the text, which has no character before it.
        self.start = 1 << len(self.classes)
        self.all = 2 * self.start - 1
        self.places = [self.start]  # what each one takes
        self.joints: list[list[tuple[Edge, int]]] = [[]]  # each with what may precede it
        self.bounds: list[float] = []
        self.around = 1.0  # how often the loops around are passed at most
        self.groups = 0
        self.dead_ends: dict[int, Sequence[Way]] = {}

    def part(self, node: Node, inside: int) -> _Part:
        """Build a node, within some atomic groups."""
        self.budget.spend()
        match node:
            case Chars(index):
                return self.one(self.masks[index])
            case Seq(items):
                return self.sequence([self.part(each, inside) for each in items], inside)
            case Alt(options):
                parts = [self.part(each, inside) for each in options]
                return _Part(
                    self.few(way for each in parts for way in each.first),
                    self.few(way for each in parts for way in each.last),
                    self.few(way for each in parts for way in each.through),
                )
            case Repeat(item, least, most):
                return self.repeat(item, least, most, inside)
            case Until():
                return self.until(node, inside)
            case Atomic(item):
                return self.atomic(item, inside)
            case Ahead(item, wanted):
                return self.ahead(item, wanted=wanted)
            case _:
                last = self.masks[node.index] | (self.start if node.start else 0)
                return _Part(through=[Way(-1, self.all, last)])

    def few(self, ways: Iterable[Way]) -> list[Way]:
        """Return some ways; of equal ones only two, since more make no difference."""
        seen: dict[Way, int] = {}
        for way in ways:
            self.budget.spend()
            seen[way] = min(seen.get(way, 0) + 1, 2)
        return [way for way, count in seen.items() for _ in range(count)]

    def one(self, mask: int) -> _Part:
        self.places.append(mask)
        self.joints.append([])
        way = Way(len(self.places) - 1, self.all, self.all)
        return _Part([way], [way])

    def join(self, last: Iterable[Way], first: Sequence[Way], inside: int, loop: int = -1) -> None:
        """Add edges from where one part ends to where another one starts."""
        for before in last:
            for after in first:
                self.budget.spend()
                both = before.then(after)
                label = self.places[after.place] & both.next
                if label and self.places[before.place] & both.last:
                    edge = Edge(
                        after.place, label, inside, both.entered, both.passed, both.dead, loop
                    )  # fmt: skip
                    joints = self.joints[before.place]
                    if joints.count((edge, both.last)) < 2:
                        joints.append((edge, both.last))

    def sequence(self, parts: Iterable[_Part], inside: int) -> _Part:
        whole = _Part(through=[Way(-1, self.all, self.all)])
        for part in parts:
            self.join(whole.last, part.first, inside)
            ending = (self.beyond(way, each) for way in whole.last for each in part.through)
            whole = _Part(
                self.few([*whole.first, *(w.then(f) for w in whole.through for f in part.first)]),
                self.few([*part.last, *ending]),
                self.few(w.then(t) for w in whole.through for t in part.through),
            )
        return whole

    @staticmethod
    def beyond(way: Way, through: Way) -> Way:
        """Return a way through a part and through what follows it."""
        return attrs.evolve(way.then(through), place=way.place)

    def repeat(self, item: Node, least: int, most: int | None, inside: int) -> _Part:
        none = _Part(through=[Way(-1, self.all, self.all)])
        if most == 0:
            return none
        if most is not None and most > 1 and most * _size(item) <= _WRITTEN_OUT:
            parts = [self.part(item, inside) for _ in range(most)]
            whole = none
            for index in reversed(range(most)):
                whole = self.sequence([parts[index], whole], inside)
                if index >= least:
                    whole = attrs.evolve(whole, through=self.few([*whole.through, *none.through]))
            return whole
        if most == 1:
            part = self.part(item, inside)
        else:
            around = self.around
            loop = self.loop(most)
            self.around = math.inf if most is None else most * around
            part = self.part(item, inside)
            self.around = around
            self.join(part.last, part.first, inside, loop)
            if least > 1 and part.through:  # a round that has to be may be one of nothing
                self.join(part.last, part.first, inside, loop)
        through = [*part.through, *none.through] if least == 0 else part.through
        return attrs.evolve(part, through=self.few(through))

    def loop(self, most: int | None) -> int:
        """Return the number of a new loop."""
        self.bounds.append(math.inf if most is None else (most - 1) * self.around)
        return len(self.bounds) - 1

    def until(self, node: Until, inside: int) -> _Part:
        """Build the characters up to some texts: an automaton that keeps what of them it has seen.

        Its places are the sets of started texts (A. V. Aho and M. J. Corasick, 1975).
        """
        texts = [[self.masks[chars.index] for chars in text] for text in node.texts]
        places: dict[frozenset[tuple[int, int]], int] = {}
        found: list[tuple[int, int, int]] = []  # from a place, to a place, by which classes
        loop = self.loop(node.most)
        open_: list[tuple[int, frozenset[tuple[int, int]]]] = [(-1, frozenset())]
        for source, state in open_:
            steps: dict[frozenset[tuple[int, int]], int] = {}
            for bit in _bits(self.masks[node.chars.index]):
                self.budget.spend(len(texts))
                begun = {*state, *((index, 0) for index in range(len(texts)))}
                seen = {(index, at + 1) for index, at in begun if texts[index][at] & bit}
                if all(at < len(texts[index]) for index, at in seen):
                    steps[frozenset(seen)] = steps.get(frozenset(seen), 0) | bit
            for target, label in steps.items():
                if target not in places:
                    places[target] = self.one(0).first[0].place
                    open_.append((places[target], target))
                self.places[places[target]] |= label
                found.append((source, places[target], label))
        for source, place, label in found:
            if source >= 0:
                self.join([self.way(source)], [self.way(place, label)], inside, loop)
        return _Part(
            [self.way(place, label) for source, place, label in found if source < 0],
            [self.way(place) for place in places.values()],
            [] if node.least else [self.way(-1)],
        )

    def way(self, place: int, following: int | None = None) -> Way:
        return Way(place, self.all if following is None else following, self.all)

    def atomic(self, item: Node, inside: int) -> _Part:
        """Build a group that keeps its first match, with what it tries before as a dead end."""
        group = 1 << self.groups
        self.groups += 1
        part = self.part(item, inside | group)
        last, through = self.all, self.all
        tried: Sequence[Way] = ()
        if isinstance(item, Repeat) and isinstance(item.item, Chars):
            rest = self.all & ~self.masks[item.item.index]  # no more of these follow
            last = rest if item.most is None else last
            through = rest if item.most != 0 else through
        elif not (isinstance(item, Chars | Until) or _is_repeated_atomic(item)):
            tried = self.tried(item)
        entries = (
            way if way.dead else attrs.evolve(way, entered=way.entered | group)
            for way in part.first
        )
        return _Part(
            [*dict.fromkeys(entries), *tried],
            [*dict.fromkeys(attrs.evolve(way, next=way.next & last) for way in part.last)],
            [Way(-1, through, self.all, passed=group)] if part.through else [],
        )

    def tried(self, item: Node) -> Sequence[Way]:
        """Return the ways into a dead end; it is built once, since nothing leads out of it."""
        if id(item) not in self.dead_ends:
            ways = self.part(item, 0).first
            self.dead_ends[id(item)] = self.few(attrs.evolve(way, dead=True) for way in ways)
        return self.dead_ends[id(item)]

    def ahead(self, item: Node, *, wanted: bool) -> _Part:
        """Build a lookahead: a dead end, and what it requires of the next character."""
        options = item.options if isinstance(item, Alt) else (item,)
        single = [mask for each in options if (mask := self.next_in(each)) is not None]
        tried = self.tried(item) if len(single) < len(options) else ()
        following = self.all
        if not wanted:
            for mask in single:
                following &= ~mask
        elif len(single) == len(options):
            following = self.joined(single)
        elif not _may_be_empty(item):
            following = self.joined(self.places[way.place] & way.next for way in tried)
        return _Part(tried, (), [Way(-1, following, self.all)])

    def next_in(self, node: Node) -> int | None:
        """Return what the next character may be if a lookahead at that character alone succeeds."""
        match node:
            case Chars(index):
                return self.masks[index]
            case Ahead(Chars(index), wanted):
                return self.masks[index] if wanted else self.all & ~self.masks[index]
            case _:
                return None

    def set_of(self, mask: int) -> int:
        """Return the set of characters of a mask."""
        return sum(each for index, each in enumerate(self.classes) if mask >> index & 1)

    @staticmethod
    def joined(masks: Iterable[int]) -> int:
        joined = 0
        for mask in masks:
            joined |= mask
        return joined

    def split(self) -> tuple[list[list[Edge]], list[int]]:
        """Return the edges of each state, and its place.

        A place is several states if it matters which character it matched.
        """
        cut: list[list[tuple[int, int]]] = []  # for each place its states, with what each has taken
        count = 0
        for place, joints in enumerate(self.joints):
            parts = [self.places[place]]
            for last in dict.fromkeys(last for _, last in joints):
                parts = [part for each in parts for part in (each & last, each & ~last) if part]
                self.budget.spend(len(parts))
            cut.append([(count + index, part) for index, part in enumerate(parts)])
            count += len(parts)
        edges: list[list[Edge]] = []
        places: list[int] = []
        for place, joints in enumerate(self.joints):
            for _, taken in cut[place]:
                edges.append([])
                places.append(place)
                for edge, last in joints:
                    for state, part in cut[edge.target]:
                        self.budget.spend()
                        if taken & last and edge.label & part:
                            edges[-1].append(
                                attrs.evolve(edge, target=state, label=edge.label & part)
                            )
        return edges, places


def _bits(mask: int) -> Iterator[int]:
    """Yield the single bits of a mask."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _may_be_empty(node: Node) -> bool:
    """Return whether a node may match the empty text."""
    match node:
        case Seq(items):
            return all(map(_may_be_empty, items))
        case Alt(options):
            return any(map(_may_be_empty, options))
        case Atomic(item):
            return _may_be_empty(item)
        case Repeat(item, least, _):
            return not least or _may_be_empty(item)
        case Chars():
            return False
        case Until(_, _, least, _):
            return not least
        case _:
            return True


def _is_repeated_atomic(node: Node) -> bool:
    """Return whether a group consists of atomic groups, so that it tries nothing else."""
    return isinstance(node, Repeat) and isinstance(node.item, Atomic)


def _size(node: Node) -> int:
    """Return about how many places a node has; a large one is not looked through."""
    total, open_ = 0, [node]
    while open_ and total <= _WRITTEN_OUT:
        each = open_.pop()
        match each:
            case Seq(items):
                open_ += items
            case Alt(options):
                open_ += options
            case Repeat(item, _, most):
                open_ += [item] * min(most or 2, _WRITTEN_OUT)
            case Atomic(item) | Ahead(item, _):
                open_ += [item, item]
            case _:
                total += 1
    return total
