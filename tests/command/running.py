"""What the tests of the command line share: texts, files, a terminal, and a way to run it."""

import io
import os
import sys
from pathlib import Path

import pytest

import paperdigest
from paperdigest.__main__ import main
from tests.checking.test_diagnostics import SOUND

DAMAGED = SOUND.replace("What's", "What’s")
WRONG = SOUND.replace("34", "many")

#: A process of its own finds the package where this one has it.
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(paperdigest.__file__).parent.parent),
    "PYTHONIOENCODING": "utf-8",
}


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def write(path: Path, text: str) -> str:
    path.write_bytes(text.encode())
    return str(path)


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def outcome(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[int, str, list[str]]:
    """Return the exit status, what was printed, and the lines on standard error."""
    try:
        status = main([str(argument) for argument in arguments])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err.splitlines()
