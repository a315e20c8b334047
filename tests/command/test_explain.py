"""Codes explained."""

import pytest

from paperdigest import CODES
from tests.command.running import outcome


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A code shows its severity, its meaning, an example and what to do."""
    status, shown, errors = outcome(capsys, "explain", code)
    assert (status, errors) == (0, [])
    info = CODES[code]
    assert shown.startswith(f"{code} ({info.severity})\n{info.title}.\n\n")
    assert info.fix in shown
    assert ("--fix" in shown) == info.safe


def test_several_codes_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Several codes come one after the other, with an empty line between them."""
    shown = outcome(capsys, "explain", "no-votes", "bad-votes")[1]
    assert shown == (
        outcome(capsys, "explain", "no-votes")[1]
        + "\n"
        + outcome(capsys, "explain", "bad-votes")[1]
    )


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a code, each has a line."""
    lines = outcome(capsys, "explain")[1].splitlines()
    assert [line.split()[:2] for line in lines] == [
        [info.severity.value, code] for code, info in CODES.items()
    ]


def test_a_code_that_is_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """A code that there is not is told, with the one that may be meant."""
    status, _, errors = outcome(capsys, "explain", "bad-vote")
    assert status == 2
    assert "there is no code 'bad-vote'; did you mean 'bad-votes'?" in errors[0]
