"""Which files are meant, and which of them are digests."""

import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from paperdigest._files.walk import FoundFile, find_files, holds_digest, is_left_out, is_page
from tests.checking.test_diagnostics import SOUND
from tests.samples import EXAMPLES, ROOT


def found(folder: Path, *exclude: str) -> list[str]:
    """Return the files that are found in a folder, by their paths within it."""
    files = find_files([str(folder)], exclude)
    return [Path(os.path.relpath(each.name, folder)).as_posix() for each in files]


def test_folders_are_searched_in_order(folder: Path) -> None:
    """The markdown files of a folder and its folders come sorted, without those of others."""
    assert found(folder) == [
        *("CHANGELOG.md", "README.md", "2023/old.md", "2024/08/26.md", "2024/08/27.MARKDOWN"),
        "drafts/next.md",
    ]


def test_what_is_excluded_is_not_searched(folder: Path) -> None:
    """A pattern leaves out files and folders by their names, or by their paths in the folder."""
    assert found(folder, "drafts/", "2024/08/*", "*.md") == []
    assert "drafts/next.md" not in found(folder, "drafts")
    assert "2024/08/26.md" not in found(folder, "2024/*/26.md")
    assert "2023/old.md" in found(folder, "old", "2023/new.md")


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")


@needs_pipes
def test_a_named_pipe_in_a_folder_is_told(folder: Path) -> None:
    """What is called like markdown but is no file is told, since reading a pipe may never end."""
    os.mkfifo(folder / "pipe.md")
    (folder / "link.md").symlink_to(folder / "pipe.md")
    (folder / "lost.md").symlink_to(folder / "missing.md")
    (folder / "right.md").symlink_to(folder / "2023" / "old.md")
    errors: list[OSError] = []
    files = [Path(each.name).name for each in find_files([str(folder)], (), errors.append)]
    assert {"lost.md", "right.md"} <= set(files)
    assert [error.filename for error in errors] == [f"{folder}/link.md", f"{folder}/pipe.md"]
    assert errors[0].strerror == "it is not a regular file"
    assert found(folder) == [*files[:2], "lost.md", "right.md", *found(folder)[4:]]
    assert list(find_files([str(folder / "pipe.md")])) == [FoundFile(str(folder / "pipe.md"), True)]


def test_files_that_are_named_are_meant() -> None:
    """A file that is named is meant whatever it is called, also where it is not there."""
    assert list(find_files(["b", "a.txt"], ["a.txt"])) == [
        FoundFile("b", True),
        FoundFile("a.txt", True),
    ]


def test_pages_are_known_by_their_names() -> None:
    """What a repository says about itself is called so in any case and language."""
    assert all(map(is_page, ("README.md", "a/readme.zh-CN.md", "Code-of-Conduct.md", "CHANGELOG")))
    assert not any(map(is_page, ("2024-08-26.md", "readme/26.md", "papers.md")))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", SOUND, True),
        ("README.md", SOUND, True),
        ("a.md", "# Notes\n\nNothing.\n", False),
        ("a.md", "### [A](https://example.org)\n", False),
        ("a.md", EXAMPLES["one-off"], True),
        ("README.md", EXAMPLES["one-off"], False),
        ("a.md", "", False),
    ],
)
def test_a_text_is_a_digest_or_not(name: str, text: str, expected: bool) -> None:
    """A text is a digest if it is of a known family, or has papers and no name of a page."""
    assert holds_digest(name, text) is expected


@pytest.mark.parametrize(
    ("named", "known", "digests_only", "left_out"),
    [
        (True, False, False, False),
        (True, False, True, True),
        (True, True, True, False),
        (False, False, False, True),
        (False, True, False, False),
    ],
)
def test_a_file_is_left_out_or_not(
    named: bool, known: bool, digests_only: bool, left_out: bool
) -> None:
    """A text that is not a digest is left out, unless its file is named or its dialect given."""
    file = FoundFile("a.md", named)
    for text, expected in (("# Notes\n", left_out), (SOUND, False)):
        assert is_left_out(file, text, known=known, digests_only=digests_only) is expected


def test_this_repository_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of this repository's own pages none is taken as a digest by chance."""
    monkeypatch.chdir(ROOT)
    pages = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    assert not any(holds_digest(each.name, each.read_text("utf-8")) for each in pages)


def test_a_folder_that_cannot_be_searched_is_told(folder: Path) -> None:
    """A folder that may not be opened is told with its path, and the others are searched."""
    errors: list[OSError] = []
    real = os.scandir

    def scandir(path: str) -> Any:
        if str(path).endswith("drafts"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    with patch("os.scandir", scandir):
        files = list(find_files([str(folder)], on_error=errors.append))
    assert [Path(error.filename) for error in errors] == [folder / "drafts"]
    assert len(files) == 5
