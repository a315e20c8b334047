"""The bar that shows progress."""

import io
from collections.abc import Iterator

from paperdigest._command.console import Console, Output
from paperdigest._command.progress import tracked
from tests.command.running import Terminal


def ticks(*times: float) -> Iterator[float]:
    yield from times


def test_long_work_shows_a_bar() -> None:
    """After half a second a bar is drawn, at most ten times a second, and removed at the end."""
    err = Terminal()
    clock = ticks(0, 0.1, 0.6, 0.65, 0.9)
    console = Console(Output(io.StringIO()), Output(err))
    assert list(tracked("abcd", console, lambda: next(clock))) == list("abcd")
    full, empty = "━" * 7, "─" * 23
    first = f"\r\x1b[K{full}{empty} 1 of 4"
    second = f"\r\x1b[K{'━' * 22}{'─' * 8} 3 of 4"
    assert err.getvalue() == first + second + "\r\x1b[K"


def test_what_is_printed_comes_in_place_of_the_bar() -> None:
    """The bar is removed before a line is printed, and is there once only."""
    err = Terminal()
    console = Console(Output(err), Output(err))
    clock = ticks(0, 1, 1)
    for each in tracked("ab", console, lambda: next(clock)):
        console.out.line(each)
        console.tell(each)
    bar = f"\r\x1b[K{'─' * 30} 0 of 2"
    assert err.getvalue() == f"{bar}\r\x1b[Ka\npaperdigest: a\nb\npaperdigest: b\n"


def test_short_work_and_files_show_no_bar() -> None:
    """One file alone shows no bar, nor does work whose messages go to a file."""
    for stream, items in ((Terminal(), "a"), (io.StringIO(), "abc")):
        clock = ticks(*range(9))
        console = Console(Output(stream), Output(stream))
        assert list(tracked(items, console, lambda clock=clock: next(clock))) == list(items)  # type: ignore[misc]
        assert stream.getvalue() == ""
