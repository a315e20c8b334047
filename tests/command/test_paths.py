"""Which files of a folder a command works on."""

import json
from pathlib import Path

import pytest

from tests.checking.test_diagnostics import SOUND
from tests.command.running import outcome, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with digests, pages about itself, and what others wrote."""
    for name in (
        *("2024/08/26.md", "2024/08/27.MARKDOWN", "2023/old.md", "drafts/next.md"),
        *(".git/x.md", "node_modules/y.md", "notes.txt"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, SOUND)
    write(tmp_path / "README.md", "# Our digests\n\n### [Tools](https://example.org)\n")
    write(tmp_path / "CHANGELOG.md", "# Changes\n\n## 1.0 (2024-08-26)\n\n### [A](b)\n")
    return tmp_path


def test_pages_in_folders_are_skipped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page of the repository counts only when it is named; --digests-only skips it then."""
    shown = outcome(capsys, "check", folder)
    assert shown == (0, "4 files checked, 2 skipped (not a digest); nothing found\n", [])
    readme = folder / "README.md"
    assert outcome(capsys, "check", readme)[0] == 1
    assert outcome(capsys, "check", "--digests-only", readme) == (
        0,
        "0 files checked, 1 skipped (not a digest); nothing to check\n",
        [],
    )
    assert outcome(capsys, "check", "--dialect=daily-papers", folder, "--exclude=2*")[0] == 1


def test_a_folder_is_shown_file_by_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each digest in a folder is shown under the name of its file, also where it is the only one."""
    status, shown, errors = outcome(capsys, folder, "--exclude=202?", "--exclude=*E*.md")
    assert (status, errors) == (0, [])
    assert shown.startswith(f"==> {folder}/drafts/next.md <==\n\nDaily Papers")


def test_the_path_dates_a_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the text gives no date, the path of the file does, for all that asks for days."""
    (tmp_path / "2024").mkdir()
    undated = SOUND.replace(" (2024-08-26)", "")
    for week in (33, 34):
        write(tmp_path / "2024" / f"W{week}.md", undated)
    status, shown, errors = outcome(capsys, tmp_path, "--since=2024-08-19")
    assert (status, errors) == (0, [])
    assert shown.count("2024-08-19") == 1
    assert "2024-08-12" not in shown
    lines = outcome(capsys, "convert", "--to=jsonl", tmp_path)[1].splitlines()
    assert [json.loads(line)["date"] for line in lines] == ["2024-08-12", "2024-08-19"]
    assert "2020-01-01" in outcome(capsys, tmp_path, "--date=2020-01-01")[1]
