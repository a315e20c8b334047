"""A progress bar for long work at a terminal."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from paperdigest._command.console import Console, Output

_T = TypeVar("_T")

#: Work shorter than this, in seconds, shows no bar.
_PATIENCE = 0.5
_BETWEEN = 0.1
_COLUMNS = 30
_ERASE = "\r\x1b[K"


class Progress:
    """A bar on standard error.

    Args:
        output: The output to draw on, if it is a terminal.
        total: The number of steps.
        clock: Returns the time in seconds.
    """

    def __init__(
        self, output: Output, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._output = output
        self._total = total
        self._clock = clock
        self._next = clock() + _PATIENCE
        self._active = output.is_terminal and total > 1
        self._drawn = False

    def step(self, done: int) -> None:
        """Draw the bar again, unless that was done a moment ago."""
        if self._active and (now := self._clock()) >= self._next:
            self._next = now + _BETWEEN
            full = _COLUMNS * done // self._total
            bar = "━" * full + "─" * (_COLUMNS - full)
            self._output.draw(f"{_ERASE}{bar} {done} of {self._total}")
            self._drawn = True

    def erase(self) -> None:
        """Remove the bar to make room for output."""
        if self._drawn:
            self._output.draw(_ERASE)
            self._drawn = False


def tracked(
    items: Sequence[_T], console: Console, clock: Callable[[], float] = time.monotonic
) -> Iterator[_T]:
    """Yield items, and show the progress of the work on them."""
    progress = Progress(console.err, len(items), clock)
    console.out.before = console.err.before = progress.erase
    try:
        for done, item in enumerate(items):
            progress.step(done)
            yield item
    finally:
        progress.erase()
        console.out.before = console.err.before = None
