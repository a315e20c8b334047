"""Changing one value in place."""

import io
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from paperdigest.__main__ import main
from tests.checking.test_diagnostics import SOUND
from tests.command.running import DAMAGED, give_stdin, outcome, write
from tests.samples import EXAMPLES

TEXT = EXAMPLES["daily-papers"]


def test_one_value_changes_and_no_other_byte(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value is written in place, and the rest of the file keeps its bytes and line endings."""
    text = TEXT.replace("\n", "\r\n")
    assert outcome(capsys, "set", write(file, text), "--paper", "1", "votes=49") == (0, "", [])
    assert file.read_bytes().decode() == text.replace("Vote: 48", "Vote: 49")


@pytest.mark.parametrize(
    "which",
    [
        "1412.6980",
        "1412.6980v3",
        "arXiv:1412.6980",
        "https://arxiv.org/abs/1412.6980",
        "3",
        "Adam: A Method for Stochastic Optimization",
        "ADAM: a method for stochastic optimization",
        "**Adam**: a  method for stochastic optimization:",
    ],
)
def test_a_paper_is_found(which: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paper is named by its identifier, its number, or its title in any case."""
    outcome(capsys, "set", write(file, TEXT), "--paper", which, "votes=13")
    assert file.read_text() == TEXT.replace("Vote: 12", "Vote: 13")


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        (["title=B"], "[A]", "[B]"),
        (["url=https://arxiv.org/abs/2408.00001"], "2408.12637", "2408.00001"),
        (["votes="], "Vote: 34\n\n", ""),
        (["votes=12,346"], "34", "12346"),
        (["authors=Ada Lovelace, Alan Turing"], "Ada Lovelace", "Ada Lovelace, Alan Turing"),
        (["section:what’s new=Bigger."], "Smaller.", "Bigger."),
        (["votes=1", "section:What's New=B."], "", ""),
    ],
)
def test_each_value_can_be_set(
    changes: list[str], old: str, new: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each value of a paper is set by its name, an empty one is taken out."""
    assert outcome(capsys, "set", file, "--paper=1", *changes) == (0, "", [])
    if len(changes) == 1:
        assert file.read_text() == SOUND.replace(old, new)
    else:
        assert file.read_text() == SOUND.replace("34", "1").replace("Smaller", "B")


def test_fields_and_links_are_set_by_their_labels(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A field and a link are found by their labels."""
    write(file, EXAMPLES["cv-arxiv-daily"])
    assert outcome(capsys, "set", file, "--paper=1", "link:Link=https://example.org/new")[0] == 0
    assert "https://example.org/new" in file.read_text()
    text = EXAMPLES["gpt-paper-assistant"]
    assert outcome(capsys, "set", write(file, text), "--paper=1", "field:relevance=3")[0] == 0
    assert file.read_text() != text


@pytest.mark.parametrize(
    ("name", "change", "label"),
    [
        ("gpt-paper-assistant", "field:Relevance=", "**Relevance:**"),
        ("gpt-paper-assistant", "section:abstract= ", "**Abstract:**"),
        ("daily-ai-papers", "link:HuggingFace=", "[HuggingFace]("),
        ("daily-papers", "section:What's New=", "- **What's New**:"),
    ],
)
def test_an_empty_value_removes_the_part(
    name: str, change: str, label: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty value removes a section, a field or a link of the paper, with its label."""
    text = EXAMPLES[name]
    assert outcome(capsys, "set", write(file, text), "--paper=1", change) == (0, "", [])
    start, _, rest = text.partition(label)
    written = file.read_text("utf-8")
    assert written.count(label) == rest.count(label) > 0
    assert written.startswith(start.rstrip("\n").removesuffix(" or "))
    lines = written.split("\n")
    assert len([line for line in text.split("\n") if line not in lines]) == 1


@pytest.mark.parametrize(
    ("name", "change", "added"),
    [
        ("daily-papers", "section:Limits=Small.", "- **Limits**: Small."),
        ("daily-papers", "section:What Next=Small.", "- **What Next**: Small."),
        ("gpt-paper-assistant", "field:Score=9", "**Score:** 9"),
        (
            "papers-of-the-week",
            "link:Video=https://example.org/v",
            "[Video](https://example.org/v)",
        ),
    ],
)
def test_a_part_is_added(
    name: str, change: str, added: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A section, a field or a link that the paper does not have is added, and nothing else changes."""
    text = EXAMPLES[name]
    assert outcome(capsys, "set", write(file, text), "--paper=1", change) == (0, "", [])
    written = file.read_text("utf-8")
    before, found, after = written.partition(added)
    assert found
    assert text.startswith(before.rstrip("\n, "))
    assert text.endswith(after)


def test_a_new_label_is_spelled_as_in_other_papers(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A part that other papers have is added with their label; one that is close to it is a mistake."""
    other = "\n### [B](https://arxiv.org/abs/2408.00001)\n\n- **Limits**: None.\n"
    write(file, SOUND + other)
    error = outcome(capsys, "set", file, "--paper=1", "section:Limts=Small.")[2][0]
    assert "the paper has no section 'Limts'; did you mean 'Limits'?" in error
    assert file.read_text() == SOUND + other
    assert outcome(capsys, "set", file, "--paper=1", "section:limits=Small.") == (0, "", [])
    assert file.read_text() == SOUND + "- **Limits**: Small.\n" + other


def test_the_digest_has_values_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a paper, the title and the date are those of the digest."""
    assert outcome(capsys, "set", file, "title=My Papers", "date=2024-09-01")[0] == 0
    assert file.read_text() == SOUND.replace("Daily Papers (2024-08-26)", "My Papers (2024-09-01)")


def test_a_difference_is_shown(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff shows what would change, and writes nothing."""
    status, shown, _ = outcome(capsys, "set", file, "--paper=1", "votes=35", "--diff")
    assert (status, file.read_text()) == (0, SOUND)
    assert "\n-Vote: 34\n+Vote: 35\n" in shown


def test_the_name_in_a_difference_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line endings and control characters in the name of a file are escapes in a diff."""
    path = write(tmp_path / "a\nb\x1b.md", SOUND)
    head = [f"{mark} {tmp_path}/a\\nb\\x1b.md" for mark in ("---", "+++")]
    shown = outcome(capsys, "set", path, "--paper=1", "votes=35", "--diff")[1]
    assert shown.splitlines()[:2] == head
    write(tmp_path / "a\nb\x1b.md", DAMAGED)
    assert outcome(capsys, "check", "--diff", path)[1].splitlines()[:2] == head


def test_standard_input_is_changed_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of standard input, the changed text is printed."""
    give_stdin(monkeypatch, SOUND.encode())
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["set", "-", "--paper=1", "votes=35"]) == 0
    assert stream.buffer.getvalue() == SOUND.replace("34", "35").encode()


def test_a_value_that_is_there_is_not_written(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that has the value already is left alone."""
    before = file.stat()
    assert outcome(capsys, "set", file, "--paper=1", "votes=34")[0] == 0
    assert file.stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["votes=3"], "a digest has no value 'votes'; name its paper with --paper"),
        (["tilte=3"], "a digest has no value 'tilte'; did you mean 'title'?"),
        (["--paper=1", "vote=3"], "a paper has no value 'vote'; did you mean 'votes'?"),
        (["--paper=1", "xyz=3"], "a paper has no value 'xyz'; expected one of 'title', "),
        (["--paper=1", "xyz=3"], "'published', 'section:LABEL', 'field:LABEL', 'link:LABEL'"),
        (["--paper=1", "arxiv_id=2408.00001"], "arxiv_id follows from url; set that"),
        (["arxiv_id=2408.00001"], "no value 'arxiv_id'; name its paper with --paper"),
        (
            ["--paper=1", "votes=many"],
            "votes: 'many' found; expected a whole number from 0, such as 10",
        ),
        (["--paper=1", f"votes={'1' * 19}"], "votes: a number has 18 digits at most; "),
        (
            ["--paper=1", "published=soon"],
            "published: 'soon' is not a day; expected YYYY-MM-DD, such as 2024-08-26",
        ),
        (
            ["date=2025-13-01"],
            "date: '2025-13-01' is not a day; expected YYYY-MM-DD, such as 2024-08-26",
        ),
        (["--paper=1", "votes=1", "votes=2"], "'votes' is given twice; give each value once"),
        (["--paper=1", "section:what’s new=a", "section:What's New=b"], "is given twice; give "),
        (["--paper=1", "section:Idea="], "the paper has no section 'Idea'; it has 'What's New'"),
        (
            ["--paper=1", "section: =x"],
            "'section:' has no label; write section:LABEL (the paper has 'What's New')",
        ),
        (["--paper=1", "link:=x"], "'link:' has no label; write link:LABEL (the paper has none)"),
        (["--paper=1", "field:Score="], "the paper has no field 'Score'; it has none"),
        (
            ["--paper=1", "section:Whats New=x"],
            "the paper has no section 'Whats New'; did you mean 'What's New'? If not, add it to the "
            "file by hand",
        ),
        (["--paper=1", "section:Idea=a\n\n- **Limits**: b"], "papers[0].sections"),
        (["--paper=1", "part:Score=9"], "there is no 'part:'; use section:LABEL, "),
        (["--paper=2", "votes=3"], "there is no paper '2'; it has 1 paper, numbered from 1"),
        (["--paper=0", "votes=3"], "there is no paper '0'; it has 1 paper, numbered from 1"),
        (
            ["--paper=\n::error::x", "votes=3"],
            r"there is no paper '\n::error::x'; it has 1 paper, ",
        ),
        (["--paper=1", "title=a\nb"], "title"),
        (["date=2024-09-01", "end_date=2024-08-01"], "end_date"),
        (["--paper=1", "published=2024-08-01"], "papers[0].published: 2024-08-01 would be lost"),
    ],
)
def test_what_cannot_be_set_is_told(
    arguments: list[str], message: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value or a paper that is not there, or cannot be written, is told in one line."""
    status, shown, errors = outcome(capsys, "set", file, *arguments)
    assert (status, shown) == (2, "")
    assert errors[0].startswith(f"paperdigest: {file}: ")
    assert message in "\n".join(errors)
    assert file.read_text() == SOUND


def test_a_text_without_papers_has_no_numbers(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number of a paper is no advice if there are no papers."""
    write(file, "")
    message = f"paperdigest: {file}: there is no paper '1'; it has 0 papers"
    assert outcome(capsys, "set", file, "--paper=1", "votes=1") == (2, "", [message])


def test_papers_that_are_alike_are_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where several papers are meant, their numbers are told; a near or longer title is proposed."""
    write(file, SOUND + "\n" + SOUND)
    assert (
        "2 papers are 'A': use --paper with one of 1, 2"
        in (outcome(capsys, "set", file, "--paper=A", "votes=1")[2][0])
    )
    write(file, TEXT)
    for near in ("Adam: Methods for Stochastic Optimization", "adam"):
        errors = outcome(capsys, "set", file, f"--paper={near}", "votes=1")[2]
        assert "did you mean 'Adam: A Method for Stochastic Optimization'?" in errors[0]
    twice = SOUND + "- **What's New**: Again.\n"
    assert (
        "the paper has more than one section 'What's New'"
        in (outcome(capsys, "set", write(file, twice), "--paper=1", "section:What's New=x")[2][0])
    )


def test_a_change_without_a_value(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A change is a name and a value."""
    error = outcome(capsys, "set", file, "votes")[2][0]
    assert "'votes' has no '='; write NAME=VALUE, such as votes=3" in error


def test_a_file_among_the_changes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second file is no change."""
    status, _, errors = outcome(capsys, "set", "other.md", "votes=3", file)
    assert status == 2
    assert f"'{file}' is a file; write one file, before all changes" in errors[0]


@pytest.mark.parametrize("behind", [[], ["title=B"], ["digest.md"]])
def test_a_change_without_a_file(behind: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A change in the place of the file is told as such, whatever follows it."""
    status, _, errors = outcome(capsys, "set", "--paper=1", "votes=3", *behind)
    assert status == 2
    assert "there is no file 'votes=3'; write the file before all changes" in errors[0]


def test_a_file_with_an_equals_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is there may have any name."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a=b.md", SOUND)
    assert outcome(capsys, "set", "a=b.md", "--paper=1", "votes=35") == (0, "", [])


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("--paper= ", "it is empty; pass a title, an identifier or a number"),
        ("=3", "'=3' has no name; write NAME=VALUE, such as votes=3"),
    ],
)
def test_an_empty_name_is_told(
    argument: str, message: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty name of a paper or a value is no name that is close to another one."""
    status, _, errors = outcome(capsys, "set", file, argument, "votes=3")
    assert status == 2
    assert message in errors[0]


def test_values_are_named_as_they_were_given(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value that is not valid has its own name in the message, without a class of Python."""
    first = outcome(capsys, "set", file, "end_date=2023-01-01")[2][0]
    assert first.startswith(f"paperdigest: {file}: end_date: '2023-01-01' is before the first day")


def test_a_file_that_cannot_be_written(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read or written is one line, and the status 2."""
    assert outcome(capsys, "set", "missing", "title=x")[0] == 2
    with patch("tempfile.mkstemp", side_effect=OSError(30, "Read-only file system")):
        assert outcome(capsys, "set", file, "title=x")[2] == [
            f"paperdigest: {file}: cannot be written: Read-only file system"
        ]


def test_a_paper_needs_a_title(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A title cannot be removed; the file stays as it was."""
    file = tmp_path / "digest.md"
    file.write_text(TEXT, encoding="utf-8")
    status, _, said = outcome(capsys, "set", str(file), "--paper=1", "title= ")
    assert (status, "a paper needs a title" in str(said)) == (2, True)
    assert file.read_text(encoding="utf-8") == TEXT
