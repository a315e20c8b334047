"""The scripts that complete the command in a shell."""

import shutil
import subprocess
import sys

import pytest

from paperdigest._command.completion import SHELLS
from tests.command.running import outcome


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_commands_and_options(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script knows the commands and their options, and the shell can read it."""
    status, script, errors = outcome(capsys, "completion", shell)
    assert (status, errors) == (0, [])
    for word in ("check", "explain", "error-on-warning", "min-votes"):
        assert word in script
    if program := shutil.which(shell):
        done = subprocess.run(
            [program, "-n"], input=script, text=True, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_the_library_is_named_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without shtab, one line says what to install."""
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert outcome(capsys, "completion", "bash") == (
        2,
        "",
        ['paperdigest: completion needs shtab: pip install "paperdigest[completion]"'],
    )
