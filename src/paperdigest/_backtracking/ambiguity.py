"""In how many ways one text can be matched, and so how much a matcher may backtrack.

A backtracking matcher that fails has tried every path of the automaton that the text has. So its
time is bounded by the number of paths with the same label (N. Weideman et al., "Analyzing Matching
Time Behavior of Backtracking Regular Expression Matchers by Using Ambiguity of NFA", 2016). A.
Weber and H. Seidl ("On the degree of ambiguity of finite automata", 1991) show when it is bounded:

- It grows exponentially if a state has two paths to itself with the same label (EDA).
- Otherwise it grows with a power of the length if there are paths with the same label from a state
  p to p, from p to a state q, and from q to q (IDA).
- Otherwise it has a bound, which is estimated here from above: a bounded repeat counts as a loop
  that is passed at most so often.

Paths are compared in pairs and in triples, step by step, so that they have the same label. A choice
within an atomic group does not make a pair: only one of its outcomes is ever followed.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Literal

import attrs

from paperdigest._backtracking.automaton import automaton_of
from paperdigest._backtracking.characters import ALL, LINE_END, example
from paperdigest._backtracking.graphs import (
    Graph,
    choices,
    components,
    is_choice,
    labels_by_target,
    path_to,
)
from paperdigest._backtracking.rounds import ways_of_a_round
from paperdigest._backtracking.states import Automaton, Budget, Edge, TooLargeError
from paperdigest._backtracking.tree import (
    Alt,
    Node,
    Parsed,
    Repeat,
    Seq,
    UnknownError,
    parse,
    without_end,
)  # fmt: skip

#: Where a match is tried: at one place, at the start of each line, or at each character.
Tried = Literal["once", "at lines", "everywhere"]

#: The most ways to match one text that are harmless.
MOST_WAYS = 10_000
_STEPS = 3_000_000

_Pair = tuple[int, int]
_Triple = tuple[int, int, int]


@attrs.frozen
class Ambiguity:
    """Why an expression may backtrack too much.

    Attributes:
        growth: The growth of the time: as a power of two of the text's length, as its square or
            faster, the same since it is tried at each place anew, in no way that was proven, or by
            a factor that is too large.
        text: A piece of text that triggers it when repeated; empty if none is known.
    """

    growth: Literal["exponential", "polynomial", "searching", "factor", "unknown"]
    text: str = ""


def ambiguity(pattern: str, tried: Tried = "once", *, steps: int = _STEPS) -> Ambiguity | None:
    r"""Return whether a regular expression of the standard ``re`` may backtrack too much.

    Args:
        pattern: The expression; it must compile.
        tried: The places at which a match is tried.
        steps: The number of steps to look at; an expression that needs more is not proven.

    Returns:
        ``None`` if the time to match it is proven to grow with the text alone, else the reason.

    Example:
        >>> ambiguity("(a+)+;")
        Ambiguity(growth='exponential', text='a')
        >>> ambiguity(r"a*a*;")
        Ambiguity(growth='polynomial', text='a')
        >>> ambiguity("(a++)+;") is None
        True
    """
    budget = Budget(steps)
    try:
        parsed = parse(pattern)
        parsed.root = _placed(parsed, without_end(parsed), tried)
        return _Paths(automaton_of(parsed, budget), budget, searched=tried != "once").judge()
    except (TooLargeError, UnknownError, RecursionError):
        return Ambiguity("unknown")


def _placed(parsed: Parsed, root: Node, tried: Tried) -> Node:
    """Return a tree with the text before the place where a match is tried."""
    if tried == "once":
        return root
    anything = Repeat(parsed.chars(ALL), 0, None)
    if tried == "everywhere":
        return Seq((anything, root))
    return Seq((Alt((Seq(()), Seq((anything, parsed.chars(LINE_END))))), root))


class _Paths:
    """The paths of an automaton, compared."""

    def __init__(self, automaton: Automaton, budget: Budget, *, searched: bool) -> None:
        self.automaton = automaton
        self.edges = automaton.edges
        self.budget = budget
        self.searched = searched
        self._choices: dict[int, list[tuple[Edge, Edge]]] = {}
        self.whole = Graph(self.edges)
        self.endless = Graph(self.edges, self.is_endless)  # without the loops that have a bound
        self.together, self.meeting = self.pairs()
        self.bounds = [self.bound(states) for states in self.whole.parts]
        self.doubles = [bool(self.doubled(states, self.whole)) for states in self.whole.parts]

    def is_endless(self, edge: Edge) -> bool:
        """Return whether a match may pass an edge any number of times, if it is in a loop."""
        return edge.loop < 0 or self.automaton.bounds[edge.loop] == math.inf

    def bound(self, states: Sequence[int]) -> float:
        """Return how often the loops of a component that have a bound are passed at most."""
        inner = (edge for state in states for edge in self.whole.inner[state])
        loops = {edge.loop for edge in inner if not self.is_endless(edge)}
        return sum(self.automaton.bounds[loop] for loop in loops)

    def judge(self) -> Ambiguity | None:
        """Return the worst case that is found."""
        for states in self.endless.parts:
            found = self.doubled(states, self.endless)
            if found:
                return Ambiguity("exponential", self.text(found))
            found = self.came_round(states)
            if found:
                return Ambiguity("polynomial", self.text(found))
        for p, q in self.orders(self.endless):
            found = self.handed_on(p, q, self.endless)
            if found:
                searching = self.searched and self.automaton.places[p] == 1
                return Ambiguity("searching" if searching else "polynomial", self.text(found))
        factors: dict[int, float] = {}
        for p, q in self.orders(self.whole):
            often, number = self.often(p, q), self.whole.part[q]
            if often > factors.get(number, 1) and self.handed_on(p, q, self.whole):
                factors[number] = often
        return Ambiguity("factor") if self.ways(factors) > MOST_WAYS else None

    def steps(self, p: int, q: int) -> Iterator[tuple[Edge, Edge]]:
        """Yield the edges that two paths may follow with one label, also the same edge twice."""
        if p == q:
            yield from ((edge, edge) for edge in self.edges[p])
            yield from self.choices(p)
        else:
            for one, other in product(self.edges[p], self.edges[q]):
                self.budget.spend()
                if one.label & other.label:
                    yield one, other

    def choices(self, state: int) -> list[tuple[Edge, Edge]]:
        """Return the edges between which a path may choose."""
        if state not in self._choices:
            edges = self.edges[state]
            self.budget.spend(len(edges) * (len(edges) - 1) // 2)
            self._choices[state] = choices(edges)
        return self._choices[state]

    def pairs(self) -> tuple[set[_Pair], set[_Pair]]:
        """Return the pairs of states that one text leads to, and those that meet in a state again.

        The smaller state is first.
        """
        before: dict[_Pair, list[_Pair]] = {(0, 0): []}
        targets = [labels_by_target(edges) for edges in self.edges]
        for pair in (open_ := [(0, 0)]):
            if pair[0] == pair[1]:
                reached = [(one.target, other.target) for one, other in self.steps(*pair)]
            else:
                left, right = targets[pair[0]], targets[pair[1]]
                self.budget.spend(len(left) * len(right))
                reached = [
                    (one, other) for one, label in left for other, also in right if label & also
                ]
            for ends in reached:
                both = _ordered(*ends)
                if both in before:
                    before[both].append(pair)
                else:
                    before[both] = [pair]
                    open_.append(both)
        met = [pair for pair in before if pair[0] == pair[1]]
        meeting: set[_Pair] = set()
        for pair in met:
            for each in before[pair]:
                if each[0] != each[1] and each not in meeting:
                    meeting.add(each)
                    met.append(each)
        return {pair for pair in before if pair[0] != pair[1]}, meeting

    def doubled(self, states: Sequence[int], graph: Graph) -> list[int]:
        """Return the label of two paths from a state back to it, if there is one."""
        labels: dict[_Pair, tuple[_Pair | None, int]] = {}
        open_: list[_Pair] = []

        def follow(pair: _Pair | None, edges: Iterable[tuple[Edge, Edge]]) -> None:
            for one, other in edges:
                reached = (one.target, other.target)
                if graph.is_inner(one) and graph.is_inner(other) and reached not in labels:
                    labels[reached] = (pair, one.label & other.label)
                    open_.append(reached)

        for state in states:
            follow(None, self.choices(state))
        for pair in open_:
            if pair[0] == pair[1]:
                return path_to(labels, pair)
            follow(pair, self.steps(*pair))
        return []

    def came_round(self, states: Sequence[int]) -> list[int]:
        """Return a label of two paths from a component to itself, one by a loop that has a bound.

        Then a path can be handed on from one round of that loop to the next one.
        """
        part = self.whole.part[states[0]]
        if not self.doubles[part] or not self.endless.inner[states[0]]:
            return []
        start = (states[0], states[0], 0)
        labels: dict[_Triple, tuple[_Triple | None, int]] = {start: (None, 0)}
        open_: list[_Triple] = [start]
        for triple in open_:
            for one, two in self.steps_of_both(*triple[:2]):
                used = int(triple[2] or not self.is_endless(two))
                reached = (one.target, two.target, used)
                inner = self.endless.is_inner(one) and self.whole.is_inner(two)
                if inner and reached not in labels:
                    labels[reached] = (triple, one.label & two.label)
                    open_.append(reached)
                    if reached[0] == reached[1] and used:
                        return path_to(labels, reached)[1:]
        return []

    def often(self, p: int, q: int) -> float:
        """Return how often a path can be handed on between two loops, one of which has a bound."""
        bounds = [self.bounds[self.whole.part[each]] for each in (p, q)]
        sure = [
            bound
            for each, bound in zip((p, q), bounds, strict=True)
            if not any(map(self.endless.inner.__getitem__, self.states_with(each)))
        ]
        return min(sure) if sure else max(bounds)

    def states_with(self, state: int) -> Sequence[int]:
        return self.whole.parts[self.whole.part[state]]

    def orders(self, graph: Graph) -> Iterator[_Pair]:
        """Yield states of two components that one text leads to and another one keeps there.

        One pair stands for all that one text leads to from it, and back.
        """
        looping = [number for number in range(len(graph.parts)) if graph.loops(number)]
        met = {
            (graph.part[p], graph.part[q]): (p, q)
            for pair in sorted(self.together)
            for p, q in (pair, pair[::-1])
        }
        for first, last in product(looping, looping):
            if first != last and (first, last) in met and self.leads(graph, first, last):
                yield from self.rounds(graph, first, last)

    def leads(self, graph: Graph, first: int, last: int) -> bool:
        """Return whether a component leads to another by characters that both their loops match."""
        both = graph.labels(first) & graph.labels(last)
        seen = set(graph.parts[first]) if both else set[int]()
        open_ = [*seen]
        while open_:
            for edge in self.edges[open_.pop()]:
                self.budget.spend()
                if edge.label & both and edge.target not in seen:
                    seen.add(edge.target)
                    open_.append(edge.target)
        return not seen.isdisjoint(graph.parts[last])

    def rounds(self, graph: Graph, first: int, last: int) -> Iterator[_Pair]:
        """Yield a pair of states from each strong component of the pairs of two components."""
        pairs = list(product(graph.parts[first], graph.parts[last]))
        index = {pair: place for place, pair in enumerate(pairs)}
        successors: list[list[int]] = []
        for p, q in pairs:
            successors.append([])
            for one, other in product(graph.inner[p], graph.inner[q]):
                self.budget.spend()
                if one.label & other.label:
                    successors[-1].append(index[one.target, other.target])
        for places in components(successors)[0]:
            inside = {target for place in places for target in successors[place]}
            met = [pairs[place] for place in places if _ordered(*pairs[place]) in self.together]
            if met and not inside.isdisjoint(places):
                yield met[0]

    def handed_on(self, p: int, q: int, graph: Graph) -> list[int]:
        """Return a label with paths from p to p, from p to q and from q to q, if there is one.

        The first and the last of them stay in their components.
        """
        start = (p, p, q)
        labels: dict[_Triple, tuple[_Triple | None, int]] = {start: (None, 0)}
        open_: list[_Triple] = [start]
        for triple in open_:
            a, b, c = triple
            for one, two in self.steps_of_both(a, b):
                if not graph.is_inner(one) or self.whole.part[two.target] < self.whole.part[q]:
                    continue
                for three in graph.inner[c]:
                    self.budget.spend()
                    label = one.label & two.label & three.label
                    apart = b != c or two is three or is_choice(two, three)
                    reached = (one.target, two.target, three.target)
                    if label and apart and reached not in labels:
                        labels[reached] = (triple, label)
                        open_.append(reached)
                        if reached == (p, q, q):
                            return path_to(labels, reached)[1:]
        return []

    def steps_of_both(self, a: int, b: int) -> Iterator[tuple[Edge, Edge]]:
        """Yield the steps of a pair in which each can be the one that goes ahead."""
        for one, two in self.steps(a, b):
            yield one, two
            if a == b and one is not two:
                yield two, one

    def ways(self, factors: Mapping[int, float]) -> float:
        """Return a bound of the number of paths from the start to any state with one label."""
        part, parts = self.whole.part, self.whole.parts
        ways = [1.0] * len(parts)
        entries: list[list[tuple[int, Edge]]] = [[] for _ in parts]
        for state, out in enumerate(self.edges):
            for edge in out:
                if part[edge.target] != part[state]:
                    entries[part[edge.target]].append((state, edge))
        for number in reversed(range(len(parts))):
            late = {state for state, edge in entries[number] if self.is_late(state, edge)}
            most = 1.0
            for one in entries[number]:
                total = ways[part[one[0]]]
                for other in entries[number]:
                    self.budget.spend()
                    if other is not one and (
                        one[0] in late or other[0] in late or self.meet(*one, *other)
                    ):
                        total += ways[part[other[0]]]
                most = max(most, total)
            ways[number] = most * factors.get(number, 1)
            if self.doubles[number]:
                each = ways_of_a_round(parts[number], self.whole, self.endless, self.is_endless)
                ways[number] *= math.pow(min(each, 1e6), min(self.bounds[number], 40))
        return max(ways)

    def is_late(self, state: int, edge: Edge) -> bool:
        """Return whether a path may enter a component and meet one that has been within before."""
        for inside in self.whole.parts[self.whole.part[edge.target]]:
            if _ordered(state, inside) in self.together:
                for inner in self.whole.inner[inside]:
                    self.budget.spend()
                    if self.meet(state, edge, inside, inner):
                        return True
        return False

    def meet(self, p: int, edge: Edge, q: int, other: Edge) -> bool:
        """Return whether two paths may follow two edges from two states and meet in a state."""
        if not edge.label & other.label:
            return False
        if p == q and not is_choice(edge, other):
            return False
        if p != q and _ordered(p, q) not in self.together:
            return False
        pair = _ordered(edge.target, other.target)
        return pair[0] == pair[1] or pair in self.meeting

    def text(self, labels: Iterable[int]) -> str:
        """Return a text of a label."""
        parts = self.automaton.classes
        return "".join(
            example(sum(each for index, each in enumerate(parts) if label >> index & 1))
            for label in labels
        )


def _ordered(one: int, other: int) -> _Pair:
    return (one, other) if one <= other else (other, one)
