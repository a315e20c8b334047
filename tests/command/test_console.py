"""The console: colours, widths, and streams that are closed or full."""

import io
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdigest._command.console import (
    STYLES,
    Console,
    Output,
    OutputError,
    is_terminal,
    wants_colour,
)
from paperdigest._display.text import Styled
from tests.command.running import Terminal

PRINT: dict[str, Callable[[Output, str], None]] = {
    "line": lambda out, text: out.line(Styled(text, "strong"), text, indent=3),
    "row": lambda out, text: out.row(text),
    "rows": lambda out, text: out.rows(text),
    "json": lambda out, text: out.json({text: text}),
    "json_list": lambda out, text: out.json_list([[text], text]),
    "data at a terminal": lambda out, text: out.data(text),
}


@pytest.mark.parametrize("way", PRINT.values(), ids=PRINT)
@given(text=st.one_of(st.text(), st.text(st.sampled_from("a:#[\x1b\u200e\u202e\n한 "))))
def test_no_text_steers_a_terminal(way: Callable[[Output, str], None], text: str) -> None:
    """Whatever the text and the way to print it, only line endings of ours reach a terminal."""
    stream = Terminal()
    way(Output(stream, width=20), text)
    for line in stream.getvalue().split("\n"):
        assert line.isprintable() or not any(each < " " or "\x7f" <= each < "\xa0" for each in line)
        assert not any(each in "\u061c\u200e\u200f\u2028\u2029\u202e" for each in line)
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


def test_styles_are_codes_of_the_terminal() -> None:
    """With colours, a piece is between its code and a reset, and neighbours share one."""
    stream = Terminal()
    Output(stream, colour=True).line(
        Styled("a", "error"), Styled("b", "error"), "c", Styled("d", "info")
    )
    assert stream.getvalue() == "\x1b[1;31mab\x1b[0mc\x1b[36md\x1b[0m\n"
    stream = Terminal()
    Output(stream).line(Styled("a", "error"))
    assert stream.getvalue() == "a\n"
    assert all(set(code) <= set("0123456789;") for code in STYLES.values())


def test_a_line_that_would_be_a_command_has_no_style() -> None:
    """A piece that begins a workflow command shows as an escape, without its colour."""
    stream = Terminal()
    Output(stream, colour=True).line(Styled(":", "error"), ":error::x")
    assert stream.getvalue() == "\\x3a:error::x\n"


@pytest.mark.parametrize(
    ("when", "environment", "expected"),
    [
        ("always", {"NO_COLOR": "1"}, (True, True)),
        ("never", {"FORCE_COLOR": "1"}, (False, False)),
        ("auto", {}, (True, False)),
        ("auto", {"NO_COLOR": ""}, (True, False)),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, (False, False)),
        ("auto", {"FORCE_COLOR": "1"}, (True, True)),
        ("auto", {"TERM": "dumb"}, (False, False)),
    ],
)
def test_colours_are_for_terminals(
    when: str,
    environment: dict[str, str],
    expected: tuple[bool, bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A terminal has colours and a file none, unless the option or the environment says so."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (wants_colour(when, Terminal()), wants_colour(when, io.StringIO())) == expected  # type: ignore[arg-type]


def test_a_stream_that_is_closed_is_no_terminal() -> None:
    """A stream that is not there, or is closed, is no terminal."""
    closed = Terminal()
    closed.isatty = lambda: io.StringIO.isatty(closed)  # type: ignore[method-assign]
    closed.close()
    assert not is_terminal(closed)
    assert not is_terminal(None)


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are wrapped at the width of a terminal, and not at all elsewhere."""
    monkeypatch.setenv("COLUMNS", "61")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert Console.of_process().out.width == 61
    assert Console.of_process(width=10).out.width == 10
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert Console.of_process().out.width is None


class Full(io.StringIO):
    """A stream on a disk that is full."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_output_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    """A stream that is closed or full raises an error of ours; beside it, nothing is said."""
    for stream, reason in ((Full(), "No space left on device"), (None, "it is closed")):
        output = Output(stream)
        with pytest.raises(OutputError, match=reason):
            output.line("a")
        output.draw("a")
        output.flush() if stream is None else None
        Console(output, output).fail("a")
    closed = io.StringIO()
    closed.close()
    with pytest.raises(OutputError, match="closed"):
        Output(closed).line("a")
    assert capsys.readouterr() == ("", "")


def test_data_is_written_as_it_is() -> None:
    """Data for a program keeps its line endings and characters; a person sees escapes."""
    text = "a\r\n\x1b한\n"
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    stream.write("first ")
    Output(stream).data(text)
    assert stream.buffer.getvalue() == b"first " + text.encode()
    plain = io.StringIO(newline="")
    Output(plain).data(text)
    assert plain.getvalue() == text
    terminal = Terminal()
    Output(terminal).data(text)
    assert terminal.getvalue() == "a\n\\x1b한\n"
    with pytest.raises(OutputError, match="it is closed"):
        Output(None).data("a")


def test_something_is_called_before_output() -> None:
    """What draws on a terminal is called before anything else is written to it."""
    stream = Terminal()
    output = Output(stream)
    output.before = lambda: stream.write("<")
    output.line("a")
    assert stream.getvalue() == "<a\n"
