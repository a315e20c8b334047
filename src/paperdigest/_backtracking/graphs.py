"""Graphs of states: their strong components, and the edges between which a path may choose."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from paperdigest._backtracking.states import Edge

_T = TypeVar("_T")


class Graph:
    """Some edges of an automaton, with the strong components that they make.

    Attributes:
        parts: The states of each component. One that others lead to has a lower number than they.
        part: Of each state, the number of its component.
        inner: Of each state, its edges within its component.
    """

    def __init__(
        self, edges: Sequence[Sequence[Edge]], keep: Callable[[Edge], bool] = lambda _: True
    ) -> None:
        kept = [[edge for edge in out if keep(edge)] for out in edges]
        self.parts, self.part = components([[edge.target for edge in out] for out in kept])
        self.inner = [
            [edge for edge in out if self.part[edge.target] == self.part[state]]
            for state, out in enumerate(kept)
        ]
        self._inner = {id(edge) for out in self.inner for edge in out}

    def is_inner(self, edge: Edge) -> bool:
        """Return whether an edge is one of this graph's within a component."""
        return id(edge) in self._inner

    def labels(self, number: int) -> int:
        """Return the characters that the loops of a component match."""
        found = 0
        for state in self.parts[number]:
            for edge in self.inner[state]:
                found |= edge.label
        return found

    def loops(self, number: int) -> bool:
        """Return whether a component has a loop."""
        return bool(self.inner[self.parts[number][0]])


def is_choice(one: Edge, other: Edge) -> bool:
    """Return whether both edges may be followed from one state, one after the other has failed.

    That is not so if the choice is made in an atomic group that one of them ends in: such a group
    does not try another match. A dead end within the group is left again.
    """
    if one.dead or other.dead:
        dead, live = (one, other) if one.dead else (other, one)
        if live.stays & ~dead.stays and not live.dead:
            return False
    elif one.stays or other.stays:
        return False
    if one.target == other.target:
        return True  # a group has one way to each place in it, so both are chosen between before it
    both = (one.entered | one.passed) & (other.entered | other.passed)
    return not both & (one.entered | other.entered)


def choices(edges: Sequence[Edge]) -> list[tuple[Edge, Edge]]:
    """Return the edges from one state between which a path may choose."""
    return [
        (one, other)
        for one, other in combinations(edges, 2)
        if one.label & other.label and is_choice(one, other)
    ]


def labels_by_target(edges: Iterable[Edge]) -> list[tuple[int, int]]:
    """Return the states that edges lead to, each with the characters of all edges to it."""
    labels: dict[int, int] = {}
    for edge in edges:
        labels[edge.target] = labels.get(edge.target, 0) | edge.label
    return list(labels.items())


def components(successors: Sequence[Iterable[int]]) -> tuple[list[list[int]], list[int]]:
    """Return the strong components of a graph, and of each node the number of its own.

    One that others lead to has a lower number than they have (R. Tarjan, 1972).
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    found: list[list[int]] = []
    part = [-1] * len(successors)
    stack: list[int] = []
    for root in range(len(successors)):
        calls = [(root, iter(successors[root]))] if root not in order else []
        while calls:
            at, rest = calls[-1]
            if at not in order:
                order[at] = low[at] = len(order)
                stack.append(at)
            for target in rest:
                if target not in order:
                    calls.append((target, iter(successors[target])))
                    break
                if part[target] < 0:
                    low[at] = min(low[at], low[target])
            else:
                calls.pop()
                if calls:
                    above = calls[-1][0]
                    low[above] = min(low[above], low[at])
                if low[at] == order[at]:
                    found.append(_popped(stack, at))
                    for node in found[-1]:
                        part[node] = len(found) - 1
    return found, part


def _popped(stack: list[int], last: int) -> list[int]:
    """Take nodes from a stack, up to one of them."""
    nodes = [stack.pop()]
    while nodes[-1] != last:
        nodes.append(stack.pop())
    return nodes


def path_to(labels: Mapping[_T, tuple[_T | None, int]], at: _T) -> list[int]:
    """Return the labels of the steps that led to a place."""
    found: list[int] = []
    here: _T | None = at
    while here is not None:
        here, label = labels[here]
        found.append(label)
    return found[::-1]
