"""What the tests of files share."""

from pathlib import Path

import pytest

from tests.checking.test_diagnostics import SOUND


def write(path: Path, text: str) -> str:
    """Write a file, in folders that need not be there, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return str(path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a sound digest."""
    path = tmp_path / "digest.md"
    write(path, SOUND)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with digests, pages about itself, and what others wrote."""
    for name in (
        *("2024/08/26.md", "2024/08/27.MARKDOWN", "2023/old.md", "drafts/next.md"),
        *(".git/x.md", "node_modules/y.md", "notes.txt"),
    ):
        write(tmp_path / name, SOUND)
    write(tmp_path / "README.md", "# Our digests\n\n### [Tools](https://example.org)\n")
    write(tmp_path / "CHANGELOG.md", "# Changes\n\n## 1.0 (2024-08-26)\n\n### [A](b)\n")
    return tmp_path
