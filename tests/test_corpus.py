"""Whole digests, held against what was read from them independently of this library."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import paperdigest
from paperdigest import Digest, Paper, parse_digest, parse_digests, serialize_digest, tokenize
from tests.samples import EXAMPLES, ROOT

EXPECTED = ROOT / "tests" / "expected"
CORPUS = ROOT.parent / "shared" / "corpus"
CHECK = CORPUS / "check.py"
FOLDERS = sorted(path.parent for path in CORPUS.glob("**/expected.jsonl"))

#: How each attribute of a paper is written in JSON, where not as it is.
_PLAIN: Mapping[str, Callable[[Any], object]] = {
    "authors": list,
    "media": lambda media: [item.url for item in media],
    "sections": lambda sections: [[item.label, item.text] for item in sections],
    "fields": lambda fields: [[item.label, item.value] for item in fields],
    "links": lambda links: [[item.label, item.url] for item in links],
}


def plain(value: object, attribute: str) -> object:
    """Return an attribute of a digest or paper as JSON holds it."""
    found = getattr(value, attribute)
    if isinstance(found, date):
        return found.isoformat()
    return _PLAIN[attribute](found) if attribute in _PLAIN else found


def differences(wanted: Mapping[str, Any], read: Digest | Paper) -> list[str]:
    """Say where a digest or paper differs from what is expected, in what is expected of it."""
    found = [
        f"{attribute}: {value!r} expected, {plain(read, attribute)!r} read"
        for attribute, value in wanted.items()
        if attribute != "papers" and plain(read, attribute) != value
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
    """Every example is read exactly, cut into tokens, and written back byte for byte."""
    (row,) = map(json.loads, (EXPECTED / f"{name}.jsonl").read_text("utf-8").splitlines())
    text = EXAMPLES[name]
    digests = parse_digests(text)
    assert row["file"] == f"{name}.md"
    assert len(digests) == len(row["digests"])
    for wanted, read in zip(row["digests"], digests, strict=True):
        assert differences(wanted, read) == []
    assert "".join(token.text for token in tokenize(text)) == text
    assert serialize_digest(parse_digest(text)) == text
    assert "".join(map(serialize_digest, digests)) == text


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
