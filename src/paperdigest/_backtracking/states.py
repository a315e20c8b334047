"""States and edges: what an automaton is made of, and the budget for looking at it."""

from collections.abc import Sequence

import attrs


class TooLargeError(ValueError):
    """The expression needs more steps than the budget has."""


class Budget:
    """Counts steps, so that the time is bounded for any expression.

    Raises:
        TooLargeError: More steps are taken than there are.
    """

    def __init__(self, steps: int) -> None:
        self.left = steps

    def spend(self, steps: int = 1) -> None:
        """Take some steps."""
        self.left -= steps
        if self.left < 0:
            raise TooLargeError


@attrs.frozen
class Way:
    """A way into, out of, or through a part of the expression.

    All sets are masks of classes.

    Attributes:
        place: The place it leads to or from; -1 for a way through.
        next: The possible next characters.
        last: The possible characters before.
        entered: The atomic groups that it ends in.
        passed: The atomic groups that it leads through without a character.
        dead: Whether it leads to a dead end.
    """

    place: int
    next: int
    last: int
    entered: int = 0
    passed: int = 0
    dead: bool = False

    def then(self, other: "Way") -> "Way":
        """Return both ways, one after the other, as a way to the place of the other."""
        return Way(
            other.place, self.next & other.next, self.last & other.last,
            self.entered | other.entered, self.passed | other.passed, other.dead,
        )  # fmt: skip


@attrs.frozen
class Edge:
    """An edge to a state.

    Attributes:
        target: The state.
        label: The characters that it matches, as a mask.
        stays: The atomic groups that it stays in.
        entered: The atomic groups that it enters.
        passed: The atomic groups that it leads through.
        dead: Whether it leads to a dead end.
        loop: The loop that it closes, -1 for none.
    """

    target: int
    label: int
    stays: int
    entered: int
    passed: int
    dead: bool
    loop: int


@attrs.frozen
class Automaton:
    """States from 0, where it starts, with the edges from each.

    Attributes:
        edges: The edges, by the state they lead from.
        places: The place that each state belongs to, in the order in which they are built.
        bounds: The largest number of times that each loop is passed, in all rounds of the loops
            around it.
        classes: The classes of characters.
    """

    edges: Sequence[Sequence[Edge]]
    places: Sequence[int]
    bounds: Sequence[float]
    classes: Sequence[int]
