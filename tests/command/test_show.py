"""Showing digests, for a person or as JSON."""

import io
import json
import sys
from pathlib import Path

import pytest

from paperdigest import parse_digest
from paperdigest.__main__ import main
from tests.checking.test_diagnostics import SOUND
from tests.command.running import Terminal, outcome, write
from tests.formats.test_schema import VALIDATOR
from tests.samples import EXAMPLES, ROOT

SECOND = (
    SOUND.replace("[A]", "[B]")
    .replace("34", "5")
    .replace("08-26", "08-27")
    .replace("Ada Lovelace", "A, B, C, D, E")
)


def test_a_digest_is_printed_for_a_person(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest shows its date, and for each paper votes, title, identifier and authors."""
    write(file, SOUND + SECOND)
    shown = (
        "Daily Papers · 2024-08-26 · 1 paper\n\n"
        "  34  A\n      2408.12637 · Ada Lovelace\n\n"
        "Daily Papers · 2024-08-27 · 1 paper\n\n"
        "  5  B\n     2408.12637 · A, B, C and 2 more\n"
    )
    assert outcome(capsys, file) == (0, shown, [])
    assert outcome(capsys, "show", file) == (0, shown, [])


def test_what_is_missing_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest without date, and a paper without title, link, votes or authors, says so."""
    write(file, "## Daily Papers\n\n### []()\n\n### [A](https://example.org/a)\n\nVote: 12\n")
    assert outcome(capsys, file)[1] == (
        "Daily Papers · no date · 2 papers\n\n"
        "   -  (no title)\n      no link\n\n"
        "  12  A\n      https://example.org/a\n"
    )
    write(file, "### [A](b)\n")
    assert outcome(capsys, file)[1] == "no date · 1 paper\n\n  A\n  b\n"


def test_a_text_that_is_no_digest_is_said_to_be_none(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text without papers shows none, whatever its title, and a message points to the check."""
    hint = f"paperdigest: {file}: no papers found; 'paperdigest check' says more"
    shown = "no date · 0 papers\n"
    assert outcome(capsys, write(file, "Nothing.\n")) == (0, shown, [hint])
    text = "# A program\n\nIt sorts shells.\n"
    assert outcome(capsys, write(file, text)) == (0, f"A program · {shown}", [hint])


def test_a_range_of_days_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A digest of several days shows the first and the last one."""
    shown = outcome(capsys, ROOT / "examples" / "papers-of-the-week.md")[1]
    assert "Top AI Papers of the Week · 2026-04-05 to 2026-04-11 · 4 papers\n" in shown


def test_several_files_are_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there are several files, each is named, with an empty line between them."""
    shown = outcome(capsys, file, file)[1]
    assert shown.startswith(f"==> {file} <==\n\nDaily Papers")
    assert f"Ada Lovelace\n\n\n==> {file} <==\n\nDaily Papers" in shown


def test_names_of_files_do_not_steer_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters and marks of a direction in the name of a file show as escapes."""
    name = write(tmp_path / "a\x1b[31m\u200f\u061c.md", SOUND)
    shown = outcome(capsys, name, name)[1]
    assert shown.startswith(f"==> {tmp_path}/a\\x1b[31m\\u200f\\u061c.md <==\n")
    status, _, errors = outcome(capsys, "no\x1b\nfile")
    assert (status, errors) == (
        2,
        ["paperdigest: no\\x1b\\nfile: cannot be read: No such file or directory"],
    )


def test_a_title_is_no_workflow_command(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A title that reads as a command of a workflow shows an escape, at a margin too."""
    write(file, "## ::error::x (2024-08-26)\n\n### [::stop-commands::y](b)\n")
    assert outcome(capsys, file)[1] == (
        "\\x3a:error::x · 2024-08-26 · 1 paper\n\n  \\x3a:stop-commands::y\n  b\n"
    )


def test_a_terminal_has_colours_and_a_width(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At a terminal titles are bold, and wrap below their start at its width."""
    write(file, SOUND.replace("[A]", "[A Study of 大規模言語モデル]"))
    monkeypatch.setenv("COLUMNS", "24")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main([str(file)]) == 0
    assert terminal.getvalue() == (
        "\x1b[1mDaily Papers\x1b[0m ·\n  2024-08-26 · 1 paper\n\n"
        "\x1b[32m  34  \x1b[0m\x1b[1mA Study of 大規模\x1b[0m\n"
        "      \x1b[1m言語モデル\x1b[0m\n"
        "      \x1b[36m2408.12637\x1b[0m · Ada\n      Lovelace\n"
    )
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    main(["--color=never", "--width", "99", str(file)])
    assert "A Study of 大規模言語モデル\n" in terminal.getvalue()
    assert "\x1b" not in terminal.getvalue()


# What is asked for


def test_papers_with_few_votes_are_left_out(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--min-votes keeps papers with as many votes or more, and the total says how many there are."""
    text = "## Daily Papers (2024-08-26)\n\n" + "".join(
        f"### [P{votes}](https://example.org/{votes})\n\nVote: {votes}\n\n" for votes in "079-"
    )
    write(file, text)
    shown = outcome(capsys, file, "--min-votes", "7")[1]
    assert shown.startswith("Daily Papers · 2024-08-26 · 2 of 4 papers\n\n  7  P7\n")
    assert "2 of" not in outcome(capsys, file)[1]
    assert "3 of 4" in outcome(capsys, "--min-votes=0", file)[1]
    (digest,) = json.loads(outcome(capsys, "--json", "--min-votes=9", file)[1])
    assert [paper["title"] for paper in digest["papers"]] == ["P9"]


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--since", "2024-08-27"], "B"),
        (["--since", "2024-08-26"], "AB"),
        (["--until", "2024-08-26"], "A"),
        (["--since=2024-08-26", "--until=2024-08-26"], "A"),
    ],
)
def test_digests_of_other_days_are_left_out(
    options: list[str], titles: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--since and --until keep the digests of the days between them, both included."""
    write(file, SOUND + SECOND)
    status, shown, errors = outcome(capsys, "--json", file, *options)
    assert (status, errors) == (0, [])
    assert "".join(digest["papers"][0]["title"] for digest in json.loads(shown)) == titles


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--color=auto"])
def test_nothing_to_show_is_said(
    form: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """If no digest is of the days, or no file is a digest, a line on standard error says so."""
    write(file, SOUND + SECOND)
    status, shown, errors = outcome(capsys, form, file, "--since=2024-08-28")
    assert (status, shown.strip("[]\n")) == (0, "")
    assert errors == ["paperdigest: no digest is dated in this range; 2 digests left out"]
    (tmp_path / "empty").mkdir()
    assert outcome(capsys, form, tmp_path / "empty")[2] == [
        "paperdigest: nothing to read: no .md or .markdown files there"
    ]
    write(tmp_path / "empty" / "README.md", "# Notes\n")
    assert outcome(capsys, form, tmp_path / "empty")[2] == [
        "paperdigest: nothing to read: 1 file skipped (not a digest)"
    ]
    assert len(outcome(capsys, form, "missing")[2]) == 1


@pytest.mark.parametrize("reversed_order", [False, True])
def test_a_range_that_ends_before_it_starts(
    reversed_order: bool, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Days in the wrong order are an invalid argument, in whichever order the options come."""
    options = ["--since=2024-08-28", "--until=2024-08-26"]
    status, shown, errors = outcome(capsys, file, *(options[::-1] if reversed_order else options))
    assert (status, shown) == (2, "")
    (message,) = errors
    assert "--until 2024-08-26 is before --since 2024-08-28; swap them" in message


def test_a_range_counts_with_its_last_day(capsys: pytest.CaptureFixture[str]) -> None:
    """A digest of several days is that of each of them."""
    path = ROOT / "examples" / "papers-of-the-week.md"
    shown = outcome(capsys, "--since=2026-04-11", "--until=2026-04-11", path)[1]
    assert "2026-04-05 to 2026-04-11" in shown


def test_a_digest_without_date_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where days are asked for, a digest that gives none is told; --date sets one."""
    write(file, SOUND.replace(" (2024-08-26)", ""))
    status, shown, errors = outcome(capsys, "--since=2024-01-01", file)
    assert (status, shown) == (0, "")
    assert errors == [
        f"paperdigest: {file}: 1 digest left out, since it has no date; --date sets one"
    ]
    status, shown, errors = outcome(capsys, "--since=2024-01-01", "--date=2024-08-26", file)
    assert "2024-08-26" in shown
    assert errors == []


def test_the_year_of_days_without_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Days that the text writes without a year are those of the year that is given."""
    write(file, SOUND.replace("2024-08-26", "August 26"))
    assert "2023-08-26" in outcome(capsys, "--year=2023", file)[1]
    assert "2023-08-26" not in outcome(capsys, file)[1]


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--year=23", "'23' is not a year, such as 2024"),
        ("--year=0000", "'0000' is not a year, such as 2024"),
        ("--year=²024", "'²024' is not a year, such as 2024"),
        ("--since=yesterday", "'yesterday' is not a day; expected YYYY-MM-DD, such as 2024-08-26"),
        ("--date=2024-02-30", "'2024-02-30' is not a day; expected YYYY-MM-DD, such as 2024-08-26"),
        ("--min-votes=²", "'²' found; expected a whole number from 0, such as 10"),
        ("--min-votes=-1", "'-1' found; expected a whole number from 0, such as 10"),
        (f"--min-votes={'1' * 19}", "a number has 18 digits at most; this one has 19"),
        (
            "--dialect=daily-paper",
            "there is no dialect 'daily-paper'; did you mean 'daily-papers'?",
        ),
    ],
)
def test_values_of_options_that_make_no_sense(
    option: str, message: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A value that an option cannot take is told with what it takes."""
    status, shown, errors = outcome(capsys, option, file)
    assert (status, shown) == (2, "")
    name = option.partition("=")[0]
    assert errors == [f"paperdigest: argument {name}: {message} (see 'paperdigest show --help')"]


# JSON


@pytest.mark.parametrize("name", EXAMPLES)
def test_json_holds_all_values(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON gives every public value of each digest of each file, valid by the schema."""
    path = str(ROOT / "examples" / f"{name}.md")
    status, shown, errors = outcome(capsys, "--json", path)
    assert (status, errors) == (0, [])
    papers = [paper for digest in json.loads(shown) for paper in digest["papers"]]
    assert {digest["file"] for digest in json.loads(shown)} == {path}
    for digest in json.loads(shown):
        VALIDATOR.validate(digest)
    for paper, plain in zip(parse_digest(EXAMPLES[name]).papers, papers, strict=True):
        for key in ("title", "url", "arxiv_id", "votes", "category"):
            assert getattr(paper, key) == plain[key]
        assert list(paper.authors) == plain["authors"]
        for key in ("media", "sections", "fields", "links"):
            for item, values in zip(getattr(paper, key), plain[key], strict=True):
                assert {attribute: getattr(item, attribute) for attribute in values} == values
    lines = outcome(capsys, "--jsonl", path)[1].splitlines()
    assert [json.loads(line) for line in lines] == json.loads(shown)


def test_json_is_one_document(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is one list, whatever the number of files; control characters are escaped."""
    write(file, SOUND.replace("Smaller", "\x7f\u202e 한글 ##[error]"))
    status, shown, errors = outcome(capsys, "--json", file, "missing", file)
    assert (status, len(json.loads(shown)), len(errors)) == (2, 2, 1)
    assert '"\\u007f\\u202e 한글 \\u0023#[error]."' in shown
    assert json.loads(shown)[0]["date"] == "2024-08-26"
    assert (
        shown
        == json.dumps(json.loads(shown), indent=2, ensure_ascii=False)
        .replace("\x7f\u202e", "\\u007f\\u202e")
        .replace("##[", "\\u0023#[")
        + "\n"
    )
    assert outcome(capsys, "--json", "missing")[1] == "[]\n"


def test_a_terminal_that_lacks_characters(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a terminal's encoding lacks is written as an escape, and JSON stays JSON."""
    write(file, SOUND.replace("[A]", "[한]"))
    for arguments, expected in ((["--json"], '"title": "\\ud55c"'), ([], "34  \\ud55c\n")):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr(sys, "stdout", stream)
        assert main([*arguments, str(file)]) == 0
        stream.seek(0)
        assert expected in stream.read()


def test_output_may_be_no_terminal(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output goes to whatever stands for standard output, without an encoding too."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main([str(file)]) == 0
    assert main(["--json", str(file)]) == 0
    assert "34  A\n" in stream.getvalue()


def test_the_dialect_can_be_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dialect says how the files are written."""
    assert "0 papers" in outcome(capsys, "--dialect", "daily-ai-papers", file)[1]


def test_lines_are_not_wrapped_at_few_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """Fewer than can be read are refused."""
    assert outcome(capsys, "show", "--width", "3", "x.md")[0] == 2
