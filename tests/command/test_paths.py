"""Which files a command works on."""

import os
from pathlib import Path

import pytest

from paperdigest._command.documents import Document, holds_digest
from paperdigest._command.paths import FoundFile, find_files, is_page
from tests.checking.test_diagnostics import SOUND
from tests.command.running import outcome, write
from tests.samples import EXAMPLES, ROOT


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


def test_files_that_are_named_are_meant() -> None:
    """A file that is named is read whatever it is called, and so is standard input."""
    assert list(find_files(["-", "a.txt"], ["a.txt"])) == [
        FoundFile("-", True),
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
    assert holds_digest(Document(name, text)) is expected


def test_pages_in_folders_are_passed_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page of the repository counts only when it is named; --digests-only passes it over then."""
    shown = outcome(capsys, "check", folder)
    assert shown == (0, "4 files checked, 2 passed over as not a digest; nothing found\n", [])
    readme = folder / "README.md"
    assert outcome(capsys, "check", readme)[0] == 1
    assert outcome(capsys, "check", "--digests-only", readme) == (
        0,
        "0 files checked, 1 passed over as not a digest; nothing to check\n",
        [],
    )
    assert outcome(capsys, "check", "--dialect=daily-papers", folder, "--exclude=2*")[0] == 1


def test_a_folder_is_shown_file_by_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each digest in a folder is shown under the name of its file, also where it is the only one."""
    status, shown, errors = outcome(capsys, folder, "--exclude=202?", "--exclude=*E*.md")
    assert (status, errors) == (0, [])
    assert shown.startswith(f"==> {folder}/drafts/next.md <==\n\nDaily Papers")


def test_this_repository_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of this repository's own pages none is taken for a digest by chance."""
    monkeypatch.chdir(ROOT)
    pages = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    assert not any(holds_digest(Document(each.name, each.read_text("utf-8"))) for each in pages)
