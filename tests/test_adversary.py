"""The adversary counts what it tries, and goes on where a law is broken."""

import re
from unittest.mock import patch

import pytest

from fuzz.adversary import TASKS, main
from fuzz.check import check
from fuzz.inputs import decode, seeds
from tests import laws


@pytest.mark.parametrize("task", TASKS)
def test_a_task_counts_its_tries(task: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each task makes as many tries as asked for, without a broken law, and says what came of them."""
    assert main([task, "--count", "5"]) == 0
    found = re.fullmatch(rf"{task}: (.*); 0 broken laws \(.*\)\n", capsys.readouterr().out)
    assert found is not None
    assert sum(int(number.replace(",", "")) for number in re.findall("[0-9,]*[0-9]", found[1])) >= 5


def test_a_broken_law_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A law that is broken again and again is one finding, and the run fails."""
    broken = laws.LawBrokenError("read back\nas something else")
    with patch("fuzz.adversary.check_edit", side_effect=broken) as failing:
        assert main(["edits", "--count", "30", "--seconds", "5"]) == 1
    assert failing.call_count > 1
    output = capsys.readouterr().out
    assert output.count("BROKEN at try ") == 1
    assert "read back" in output
    assert "1 broken laws" in output


def test_an_input_of_the_fuzzer_is_a_text_a_dialect_and_edits() -> None:
    """What the fuzzer starts from meets all laws."""
    for seed in list(seeds())[::20]:
        check(*decode(seed))
