"""The adversary counts what it tries, and goes on where a law is broken."""

import random
import re
from itertools import islice
from unittest.mock import patch

import pytest

from fuzz.adversary import FEW, FULL, TASKS, digests_in, main, part_of
from fuzz.check import check
from fuzz.inputs import EXAMPLES, decode, seeds
from paperdigest import parse_digest
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


def test_the_tries_are_shared(capsys: pytest.CaptureFixture[str]) -> None:
    """Processes that share a task draw from seeds of their own, and their counts are added."""
    assert main(["patterns", "--count", "8", "--jobs", "2"]) == 0
    numbers = re.findall("([0-9]+) patterns", capsys.readouterr().out)
    assert sum(map(int, numbers)) >= 8


def test_a_full_run_makes_many_tries(capsys: pytest.CaptureFixture[str]) -> None:
    """A full run goes on for all tries of a task, or until its time is up."""
    assert set(FULL) == set(TASKS)
    with patch.dict(FULL, {"repairs": 3}):
        assert main(["repairs", "--full"]) == 0
    assert "repairs: 3 repairs; 0 broken laws" in capsys.readouterr().out
    assert main(["patterns", "--full", "--seconds", "0.01"]) == 0
    assert "0 broken laws" in capsys.readouterr().out


def test_parts_of_a_long_digest() -> None:
    """Of a long digest mostly some papers are taken, as a digest of the same dialect."""
    text = (EXAMPLES / "daily-papers.md").read_text("utf-8") * 6
    whole = parse_digest(text)
    chosen = list(islice(digests_in([text], random.Random(0)), 30))
    assert {dialect.name for _, _, dialect in chosen} == {"daily-papers"}
    parts = [digest for _, digest, _ in chosen if len(digest.papers) <= FEW]
    assert len(parts) >= 20
    assert all({*digest.papers} <= {*whole.papers} for digest in parts)
    assert all(parse_digest(text) == digest for text, digest, _ in chosen)


def test_a_digest_that_cannot_be_cut() -> None:
    """Where some papers cannot be written without the others, the next text is taken."""
    text = (EXAMPLES / "daily-papers.md").read_text("utf-8") * 3
    digest = parse_digest(text)
    with patch("fuzz.adversary.serialize_digest", side_effect=ValueError):
        assert part_of(digest, random.Random(0)) is None
    with patch("fuzz.adversary.serialize_digest", return_value="Nothing.\n"):
        assert part_of(digest, random.Random(0)) is None


def test_an_input_of_the_fuzzer_is_a_text_a_dialect_and_edits() -> None:
    """What the fuzzer starts from meets all laws."""
    for seed in list(seeds())[::20]:
        check(*decode(seed))
