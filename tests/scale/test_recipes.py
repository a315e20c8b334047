"""The recipes of the page ``at-scale``, run as scripts, each in processes of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import paperdigest
from paperdigest import read_digests, rows
from tests.samples import ROOT

PAGE = (ROOT / "docs" / "at-scale.md").read_text("utf-8")
COMMANDS = re.findall(r"^```console\n\$ python (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[each[0] for each in COMMANDS])
def test_a_recipe_prints_what_the_page_shows(command: str, output: str, tmp_path: Path) -> None:
    """A recipe reads the examples in two processes, and what it writes has each paper once."""
    script, folder, *target = command.split()
    finished = subprocess.run(
        [sys.executable, ROOT / script, ROOT / folder, *(tmp_path / each for each in target)],
        env={**os.environ, "PYTHONPATH": str(Path(paperdigest.__file__).parent.parent)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    # A number of papers is that of all examples, of which there may be more by now.
    assert re.sub("[0-9]+ papers", "N papers", finished.stdout) == re.sub(
        "[0-9]+ papers", "N papers", output
    )
    for each in target:
        titles = pq.read_table(tmp_path / each, columns=["title"])["title"].to_pylist()
        expected = [row["title"] for row in rows(read_digests(ROOT / folder))]
        assert sorted(titles) == sorted(map(str, expected))


def test_the_page_has_both_recipes() -> None:
    """The page shows each script that it runs."""
    shown = re.findall(r"^```\{literalinclude\} \.\./(.*)$", PAGE, re.MULTILINE)
    assert shown == [command.split()[0] for command, _ in COMMANDS]
    assert len(shown) == 2
