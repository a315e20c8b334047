"""Digests read from files and folders, and written to files."""

import datetime
import os
import re
from pathlib import Path
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from paperdigest import (
    Digest,
    DigestFileError,
    DigestSyntaxError,
    Paper,
    parse_digest,
    parse_digests,
    read_digest,
    read_digests,
    serialize_digest,
    serialize_digests,
    write_digest,
)
from tests.checking.test_diagnostics import SOUND
from tests.files.conftest import write
from tests.samples import EXAMPLES
from tests.strategies import texts

UNDATED = SOUND.replace(" (2024-08-26)", "")
TWO = SOUND + "\n" + SOUND.replace("08-26", "08-25")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_its_text(mark: str, end: str, file: Path) -> None:
    """A file is read as its text is parsed, with its byte order mark and its line endings."""
    text = mark + SOUND.replace("\n", end)
    write(file, text)
    for path in (file, str(file)):
        digest = read_digest(path)
        assert digest == parse_digest(text) == parse_digest(SOUND)
        assert serialize_digest(digest) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts())
def test_what_is_read_is_written(tmp_path: Path, text: str) -> None:
    """A digest that is read and written leaves the same bytes, whatever they are."""
    path = tmp_path / "digest.md"
    path.write_bytes(text.encode("utf-8", "replace"))
    before = path.read_bytes()
    digest = read_digest(path)
    write_digest(path, digest, replacing=digest)
    assert path.read_bytes() == before


def test_the_path_dates_what_has_no_date(tmp_path: Path) -> None:
    """A date in the text counts for more than one that is given, and that for more than the path."""
    undated = write(tmp_path / "2024" / "W34.md", UNDATED)
    dated = write(tmp_path / "2020-01-01.md", SOUND)
    given = datetime.date(2000, 1, 1)
    monday = datetime.date(2024, 8, 19)
    assert read_digest(undated).date == monday
    assert read_digest(undated).end_date is None
    assert read_digest(undated, date=given).date == given
    assert read_digest(dated, date=given).date == datetime.date(2024, 8, 26)
    assert [digest.date for digest in read_digests(undated)] == [monday]
    assert [digest.date for digest in read_digests([undated], date=given)] == [given]
    assert serialize_digest(read_digest(undated)) == UNDATED


def test_strict_reading_names_the_file(file: Path) -> None:
    """An error in strict reading, or in the name of a dialect, says which file it is about."""
    write(file, SOUND.replace("34", "many"))
    with pytest.raises(DigestSyntaxError) as caught:
        read_digest(file, strict=True)
    assert caught.value.__notes__ == [f"The file is {file}."]
    with pytest.raises(ValueError, match="daily-papers"):
        read_digest(file, dialect="dayly-papers")  # type: ignore[arg-type]


class BytesPath:
    """A path that is bytes, as that of an entry of a folder can be."""

    def __fspath__(self) -> bytes:
        return b"digest.md"


@pytest.mark.parametrize("path", [None, 3, b"digest.md", BytesPath()])
def test_what_is_no_path_is_refused(path: Any) -> None:
    """What is no path is refused at once, with what is expected."""
    expected = f"path: {type(path).__name__} found; expected a str or a pathlib.Path"
    for read in (read_digest, lambda path: read_digests([path])):
        with pytest.raises(TypeError, match=expected):
            read(path)
    with pytest.raises(TypeError, match="bytes found"):
        read_digests(b"digests")  # type: ignore[arg-type]


def test_files_and_folders_are_read_in_order(folder: Path) -> None:
    """A folder gives the digests in it, by their paths; a page of the repository is left out."""
    write(folder / "2023" / "old.md", TWO)
    digests = list(read_digests(folder))
    assert digests == [*parse_digests(TWO), *[parse_digest(SOUND)] * 3]
    assert list(read_digests(str(folder), exclude=["2023", "drafts"])) == digests[:1] * 2
    named = [folder / "drafts", folder / "README.md"]
    assert len(list(read_digests(named))) == 2
    assert len(list(read_digests(named, digests_only=True))) == 1
    assert len(list(read_digests(folder, dialect="daily-papers"))) == 7
    assert list(read_digests([])) == []


def test_files_are_read_when_they_are_asked_for(folder: Path) -> None:
    """No file is opened before its digest is asked for; progress tells of each that is done."""
    told: list[tuple[int, int]] = []
    real = Path.read_bytes
    opened: list[str] = []

    def read_bytes(path: Path) -> bytes:
        opened.append(path.name)
        return real(path)

    with patch.object(Path, "read_bytes", read_bytes):
        digests = read_digests(folder, progress=lambda *counts: told.append(counts))
        assert opened == []
        next(digests)
        assert opened == ["CHANGELOG.md", "README.md", "old.md"]
        assert told == [(1, 6), (2, 6)]
        list(digests)
    assert told == [(number, 6) for number in range(1, 7)]


def test_a_file_that_cannot_be_read_stops_nothing(folder: Path) -> None:
    """Each file that cannot be read is told once, with its path; the others are read."""
    (folder / "2024" / "08" / "25.md").write_bytes(b"\xff")
    names = [folder / "missing.md", folder / "2024"]
    errors: list[OSError] = []
    assert len(list(read_digests(names, on_error=errors.append))) == 2
    assert [Path(error.filename).name for error in errors] == ["missing.md", "25.md"]
    assert [type(error) for error in errors] == [FileNotFoundError, DigestFileError]


def test_by_default_a_warning_names_the_file(folder: Path) -> None:
    """Without a function for errors, each file that is left out is a warning, at the caller's line."""
    names = [folder / "gone.md", folder / "2024"]
    with pytest.warns(UserWarning, match="cannot be read and is left out: No such file") as caught:
        digests = list(read_digests(names))
    assert len(digests) == 2
    (warning,) = caught
    assert str(warning.message).startswith(str(folder / "gone.md"))
    assert warning.filename == __file__


def test_a_folder_that_cannot_be_searched_is_a_warning(folder: Path) -> None:
    """A folder that may not be opened is a warning at the caller's line, too."""
    with (
        patch("os.scandir", side_effect=PermissionError(13, "Permission denied", str(folder))),
        pytest.warns(UserWarning, match="is left out: Permission denied") as caught,
    ):
        read_digests(folder)
    assert [warning.filename for warning in caught] == [__file__]


def test_an_error_can_end_the_reading(folder: Path) -> None:
    """What the function for errors raises comes out."""

    def stop(error: OSError) -> None:
        raise error

    with pytest.raises(FileNotFoundError, match="missing"):
        list(read_digests(folder / "missing.md", on_error=stop))


def test_a_dialect_that_is_not_there_is_told_at_once() -> None:
    """The name of a dialect is checked before any file is opened."""
    with pytest.raises(ValueError, match="dayly-papers"):
        read_digests("missing.md", dialect="dayly-papers")  # type: ignore[arg-type]


@pytest.mark.parametrize("date", ["", 0, "2024-08-26", datetime.datetime(2024, 8, 26)])
def test_a_wrong_date_is_told_at_once(file: Path, date: Any) -> None:
    """What is no date is refused even if it counts as false, before any digest is asked for."""
    with pytest.raises(TypeError, match=r"^date: "):
        read_digest(file, date=date)
    with pytest.raises(TypeError, match=r"^date: "):
        read_digests(file, date=date)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"on_error": "ignore"},
            "on_error: 'ignore' found; expected a function of (error), or None",
        ),
        ({"progress": True}, "progress: True found; expected a function of (done, count), or None"),
    ],
)
def test_what_is_no_function_is_told_at_once(file: Path, options: Any, message: str) -> None:
    """A policy in place of a function is refused before the first file that cannot be read."""
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        read_digests(file, **options)


def test_one_pattern_leaves_files_out(folder: Path) -> None:
    """A pattern may be given by itself; what is no text is refused at once."""
    alone = list(read_digests(folder, exclude="2023"))
    assert alone == list(read_digests(folder, exclude=["2023"])) != list(read_digests(folder))
    wrong: Any
    for wrong in (3, [Path("2023")]):
        with pytest.raises(TypeError, match=r"^exclude: \w+ found; expected a str, such as"):
            read_digests(folder, exclude=wrong)


def test_an_edit_changes_its_own_bytes(file: Path) -> None:
    """Read, edited and written, a file differs in the piece that was edited."""
    write(file, "\ufeff" + SOUND.replace("\n", "\r\n"))
    digest = read_digest(file)
    paper = attrs.evolve(digest.papers[0], votes=35)
    write_digest(file, attrs.evolve(digest, papers=[paper]), replacing=digest)
    assert file.read_bytes().decode() == "\ufeff" + SOUND.replace("34", "35").replace("\n", "\r\n")
    assert os.listdir(file.parent) == ["digest.md"]


def test_an_edit_of_somebody_else_is_not_lost(file: Path) -> None:
    """A file that has changed since it was read is left alone, if one asks for that."""
    digest = read_digest(file)
    write(file, "saved in an editor")
    with pytest.raises(DigestFileError, match="has changed since it was read") as caught:
        write_digest(file, digest, replacing=digest)
    assert caught.value.filename == str(file)
    assert file.read_text() == "saved in an editor"
    write_digest(file, digest)
    assert file.read_text() == SOUND


def test_other_digests_in_a_file_are_not_lost(file: Path) -> None:
    """One of several digests does not replace the file; all of them can be written together."""
    write(file, TWO)
    digests = list(read_digests(file))
    digests[1] = digests[1].replace_paper(digests[1].papers[0], votes=35)
    one, *_ = read_digests(file)
    with pytest.raises(DigestFileError, match="holds more than the digest to replace; write all"):
        write_digest(file, digests[0], replacing=one)
    assert file.read_text() == TWO
    file.write_bytes(serialize_digests(digests).encode())
    assert file.read_text() == "35".join(TWO.rsplit("34", 1))


def test_a_digest_in_place_of_the_path(file: Path) -> None:
    """If the arguments are swapped, the message shows their order."""
    expected = "path: Digest found; .*; the path comes first: write_digest\\(path, digest\\)"
    with pytest.raises(TypeError, match=expected):
        write_digest(read_digest(file), str(file))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^replacing: str found; expected the Digest that read_"):
        write_digest(file, read_digest(file), replacing=SOUND)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"path: int found; expected a str or a pathlib.Path$"):
        write_digest(3, read_digest(file))  # type: ignore[arg-type]


def test_a_digest_is_written_in_a_dialect(tmp_path: Path) -> None:
    """A new file holds the digest in the dialect that is asked for; what that cannot hold is told."""
    path = tmp_path / "new.md"
    digest = parse_digest(EXAMPLES["daily-papers"])
    write_digest(path, digest, dialect="general")
    assert read_digest(path, dialect="general") == digest
    before = path.read_bytes()
    with pytest.raises(ValueError, match="lossy"):
        write_digest(path, digest, dialect="cv-arxiv-daily")
    assert path.read_bytes() == before
    write_digest(path, digest, dialect="cv-arxiv-daily", lossy=True)
    read = read_digest(path, dialect="cv-arxiv-daily")
    assert [paper.title for paper in read.papers] == [paper.title for paper in digest.papers]
    with pytest.raises(FileNotFoundError):
        write_digest(tmp_path / "missing" / "a.md", Digest(papers=[Paper("A")]))
