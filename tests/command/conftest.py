"""Fixtures of the tests of the command line."""

from pathlib import Path

import pytest

from tests.checking.test_diagnostics import SOUND
from tests.command.running import write


@pytest.fixture(autouse=True)
def _no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment of the tests says, it says nothing of colour and width."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a sound digest."""
    path = tmp_path / "digest.md"
    write(path, SOUND)
    return path
