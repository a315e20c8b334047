"""Whole digests, held against what was read from them independently of this library."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import paperdigest
from paperdigest import Digest, Paper, dialects, parse_digest, parse_digests
from tests import laws
from tests.expect import main, plain
from tests.samples import EXAMPLES, EXPECTED, ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
CHECK = CORPUS / "check.py"
FOLDERS = sorted(path.parent for path in CORPUS.glob("**/expected.jsonl"))


def differences(wanted: Mapping[str, Any], read: Digest | Paper) -> list[str]:
    """Say where a digest or paper differs from what is expected, in what is expected of it."""
    values = plain(read)
    found = [
        f"{attribute}: {value!r} expected, {values[attribute]!r} read"
        for attribute, value in wanted.items()
        if attribute != "papers" and values[attribute] != value
    ]
    if isinstance(read, Digest):
        papers = wanted["papers"]
        if len(papers) != len(read.papers):
            found.append(f"{len(papers)} papers expected, {len(read.papers)} read")
        for number, (paper, got) in enumerate(zip(papers, read.papers, strict=False), 1):
            found += [f"paper {number}, {each}" for each in differences(paper, got)]
    return found


def test_every_example_has_its_values() -> None:
    """For each example there is what is expected of it, and for nothing else."""
    assert {path.stem for path in EXPECTED.glob("*.jsonl")} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(name: str) -> None:
    """Every example is parsed exactly, and all laws of texts and digests hold for it."""
    (row,) = map(json.loads, (EXPECTED / f"{name}.jsonl").read_text("utf-8").splitlines())
    text = EXAMPLES[name]
    digests = parse_digests(text)
    assert row["file"] == f"{name}.md"
    assert len(digests) == len(row["digests"])
    for wanted, read in zip(row["digests"], digests, strict=True):
        assert differences(wanted, read) == []
    digest = laws.check_text(text)
    for dialect in dialects():
        for law in laws.OF_DIGESTS:
            law(digest, dialect)


def test_the_command_writes_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m tests.expect` writes the files of an example that has none, and no other."""
    text = EXAMPLES["daily-papers"]
    monkeypatch.setattr("tests.expect.EXPECTED", tmp_path)
    monkeypatch.setattr("tests.expect.REFUSED_EDITS", tmp_path / "refused.json")
    monkeypatch.setattr("tests.expect.EXAMPLES", {"old": text, "new": text})
    (tmp_path / "old.jsonl").touch()
    assert main([]) == 0
    assert capsys.readouterr().out.count("wrote") == 2
    assert not (tmp_path / "old.jsonl").read_text()
    (row,) = map(json.loads, (tmp_path / "new.jsonl").read_text("utf-8").splitlines())
    assert differences(row["digests"][0], parse_digest(text)) == []
    assert main([]) == 0
    assert main(["old"]) == 0
    assert (tmp_path / "old.jsonl").read_text()
    assert main(["other"]) == 2
    assert "no examples/other.md; there are: old, new" in capsys.readouterr().out


def test_a_difference_is_seen() -> None:
    """The comparison sees what differs, in every attribute."""
    (row,) = map(json.loads, (EXPECTED / "daily-papers-odd.jsonl").read_text("utf-8").splitlines())
    wanted, read = row["digests"][0], parse_digests(EXAMPLES["daily-papers-odd"])[0]
    assert differences(wanted | {"date": "2020-01-01"}, read) == [
        "date: '2020-01-01' expected, '2025-03-03' read"
    ]
    assert differences(wanted | {"papers": wanted["papers"][1:]}, read)[0] == (
        "2 papers expected, 3 read"
    )
    for attribute in wanted["papers"][0]:
        papers = [wanted["papers"][0] | {attribute: ["?"]}, *wanted["papers"][1:]]
        (difference,) = differences(wanted | {"papers": papers}, read)
        assert difference.startswith(f"paper 1, {attribute}: ['?'] expected, ")


@pytest.mark.skipif(not CHECK.exists(), reason=f"the corpus is not at {CORPUS}")
@pytest.mark.parametrize("folder", FOLDERS or [CORPUS], ids=lambda folder: folder.name)
def test_corpus(folder: Path) -> None:
    """Every digest of the corpus is read exactly and written back byte for byte."""
    package = str(Path(paperdigest.__file__).parent.parent)
    finished = subprocess.run(
        [sys.executable, str(CHECK), str(folder)],
        env=os.environ | {"PYTHONPATH": package, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert ", 0 differences" in finished.stdout
