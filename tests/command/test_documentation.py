"""The page on the command line shows what the command prints."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdigest._command.main import COMMANDS
from tests.command.running import outcome
from tests.samples import ROOT

PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
_BLOCK = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
_PIPE = re.compile(r" \| (?:head -(?P<lines>\d+)|cut -c -(?P<columns>\d+))$")


def examples() -> Iterator[tuple[str, str]]:
    """Yield the commands of the page with what they print."""
    for block in _BLOCK.finditer(PAGE):
        yield block["command"], block["output"]


@pytest.mark.parametrize(("command", "output"), list(examples()))
def test_the_page_shows_what_is_printed(
    command: str,
    output: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each command of the page prints what comes below it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    pipe = _PIPE.search(command)
    _, *arguments = shlex.split(command[: pipe.start()] if pipe else command)
    _, shown, errors = outcome(capsys, *arguments)
    lines = [*shown.splitlines(), *errors]
    if pipe and pipe["lines"]:
        lines = lines[: int(pipe["lines"])]
    elif pipe:
        lines = [line[: int(pipe["columns"])] for line in lines]
    assert "\n".join(lines) == output.removesuffix("\n")


def test_the_page_names_each_command() -> None:
    """The table of the page has each command, and no other."""
    rows = re.findall(r"^\| `paperdigest .*?\|", PAGE, re.MULTILINE)
    assert {name for row in rows for name in COMMANDS if f"paperdigest {name} " in row} == set(
        COMMANDS
    )
    assert len(rows) == len(COMMANDS)
