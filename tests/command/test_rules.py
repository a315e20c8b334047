"""The command ``paperdigest rules``."""

from pathlib import Path

import pytest

from tests.command.running import outcome

TEXT = "Hello.\n\n### [A](b)\n\nVote: 3\n"


def test_each_line_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line with text is shown with what took it."""
    file = tmp_path / "a.md"
    file.write_text(TEXT, encoding="utf-8")
    arguments = ("rules", "--dialect", "daily-papers", "--width", "0", str(file))
    assert outcome(capsys, *arguments) == (
        0,
        "    1 Hello. <- no rule\n    3 ### [A](b) <- paper title='A' url='b'\n"
        "    5 Vote: 3 <- votes votes='3'\n",
        [],
    )
    assert outcome(capsys, *arguments, "--unread")[1] == "    1 Hello. <- no rule\n"


def test_several_files_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With several files each has its name above; one that cannot be read gives the status 2."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("## Daily Papers\n", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.md", "b.md", "c.md")]
    status, shown, errors = outcome(capsys, "rules", *files)
    assert (status, len(errors)) == (2, 1)
    assert [line for line in shown.splitlines() if "==>" in line] == [
        f"==> {files[0]} <==",
        f"==> {files[1]} <==",
    ]


def test_nothing_to_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without digests says so."""
    message = "paperdigest: nothing to read: no .md or .markdown files there"
    assert outcome(capsys, "rules", tmp_path) == (0, "", [message])
