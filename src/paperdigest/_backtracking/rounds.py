"""In how many ways one round of a loop that has a bound can go."""

from collections.abc import Callable, Sequence

from paperdigest._backtracking.graphs import Graph
from paperdigest._backtracking.states import Edge


def ways_of_a_round(
    states: Sequence[int], whole: Graph, endless: Graph, is_endless: Callable[[Edge], bool]
) -> int:
    """Return a bound of the ways from where a loop is passed to where one is passed next.

    A path chooses where it goes on, and where it passes a loop again.

    Args:
        states: A component of the whole graph.
        whole: The graph of all edges.
        endless: The graph without the loops that have a bound.
        is_endless: Returns whether an edge is in that graph.

    Returns:
        Two, or more if a round can end in several places.
    """
    part = endless.part
    loops = [[edge for edge in whole.inner[state] if not is_endless(edge)] for state in states]
    onward = dict.fromkeys((part[state] for state in states), 0)
    # A component that others lead to has a lower number than they.
    for state, passing in sorted(zip(states, loops, strict=True), key=lambda each: part[each[0]]):
        onward[part[state]] += bool(passing)
        onward[part[state]] += sum(
            onward[part[edge.target]]
            for edge in whole.inner[state]
            if is_endless(edge) and part[edge.target] != part[state]
        )
    labels = (edge.label for passing in loops for edge in passing)
    bits = range(max(map(int.bit_length, labels), default=0))
    counts = (
        sum(onward[part[edge.target]] for edge in passing if edge.label >> bit & 1)
        for passing in loops
        for bit in bits
    )
    return max(2, *counts)
