"""Converting digests."""

import csv
import io
import json
from pathlib import Path

import pytest

from paperdigest import (
    from_json_lines,
    parse_digest,
    parse_digests,
    read_digest,
    rows,
    to_atom,
    to_bibtex,
    to_csl,
)
from tests.checking.test_diagnostics import SOUND
from tests.command.running import give_stdin, outcome, write
from tests.protocols.test_extras import hide
from tests.samples import EXAMPLES, ROOT

OTHER = SOUND.replace("08-26", "08-27").replace("[A]", "[B]")


def test_another_dialect_holds_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest in another dialect reads back as an equal one."""
    status, shown, errors = outcome(capsys, "convert", "--to=general", file)
    assert (status, errors) == (0, [])
    assert parse_digest(shown, dialect="general") == parse_digest(SOUND)
    assert shown != SOUND


@pytest.mark.parametrize("name", ["daily-papers", "daily-papers-odd", "papers-of-the-week"])
def test_the_same_dialect_gives_the_same_text(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text in its own dialect is printed as it is."""
    path = ROOT / "examples" / f"{name}.md"
    dialect = name.removesuffix("-odd")
    assert outcome(capsys, "convert", "--to", dialect, path)[1] == EXAMPLES[name]


def test_several_files_become_one_text(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The digests of several files are in one text, with an empty line between them."""
    other = write(tmp_path / "other.md", OTHER.removesuffix("\n"))
    status, shown, _ = outcome(capsys, "convert", "--to=daily-papers", other, file)
    assert (status, shown) == (0, f"{OTHER}\n{SOUND}")
    status, shown, _ = outcome(capsys, "convert", "--to=general", file, other)
    digests = [parse_digest(SOUND), parse_digest(OTHER)]
    assert list(parse_digests(shown, dialect="general")) == digests


def test_several_files_are_joined_with_their_own_line_endings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The empty line between the digests of two files ends as the lines above it do."""
    texts = [OTHER.removesuffix("\n").replace("\n", "\r\n"), SOUND.replace("\n", "\r\n")]
    files = [tmp_path / "other.md", tmp_path / "digest.md"]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text.encode())
    result = tmp_path / "result.md"
    outcome(capsys, "convert", "--to=daily-papers", "-o", result, *files)
    assert result.read_bytes().decode() == "\r\n\r\n".join(texts)


def test_what_cannot_be_held_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a dialect cannot hold is told, with the option that leaves it out."""
    status, shown, errors = outcome(capsys, "convert", "--to=daily-ai-papers", file)
    assert (status, shown) == (2, "")
    assert errors[0].startswith(f"paperdigest: {file}: ")
    assert "--lossy" in errors[0]
    assert len(errors) > 1
    assert all(line.startswith("  papers[0].") for line in errors[1:])
    status, shown, errors = outcome(capsys, "convert", "--to=daily-ai-papers", "--lossy", file)
    assert (status, errors) == (0, [])
    assert parse_digest(shown).papers[0].title == "A"


@pytest.mark.parametrize("lossy", [[], ["--lossy"]])
def test_digests_that_cannot_be_in_one_text_are_told(
    lossy: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Digests that would not be read back from one text are not written into one."""
    other = write(
        tmp_path / "other.md", "## Daily Papers (2024-08-26)\n\n### [C](c)\n\n# License\n"
    )
    broken = write(tmp_path / "broken.md", "\n### [D](d)\n")
    status, shown, errors = outcome(
        capsys, "convert", "--dialect=daily-papers", "--to=daily-papers", *lossy, other, broken
    )
    assert (status, shown) == (2, "")
    assert errors == [
        "paperdigest: these 2 digests cannot be in one text of daily-papers; "
        "convert one file at a time"
    ]


def test_json_follows_the_schema(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON and JSON Lines hold the dictionaries of the digests, with the names of the files."""
    shown = outcome(capsys, "convert", "--to=json", file, ROOT / "examples" / "daily-papers.md")[1]
    assert shown == outcome(capsys, "--json", file, ROOT / "examples" / "daily-papers.md")[1]
    assert json.loads(shown)[0]["file"] == str(file)
    lines = outcome(capsys, "convert", "--to=jsonl", file)[1].splitlines()
    assert list(from_json_lines(lines)) == [parse_digest(SOUND)]


def test_csv_has_a_line_for_each_paper(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """CSV has the columns of rows, after the name of the file; nothing found gives the head alone."""
    other = write(tmp_path / "other.md", OTHER.replace("Ada Lovelace", "Ada Lovelace, Alan Turing"))
    shown = outcome(capsys, "convert", "--to=csv", file, other)[1]
    first, second = csv.DictReader(io.StringIO(shown))
    assert list(first) == ["file", *rows([]).columns]
    assert (first["file"], first["digest_index"], first["votes"]) == (str(file), "0", "34")
    assert (second["title"], second["date"], second["end_date"]) == ("B", "2024-08-27", "")
    assert second["authors"] == "Ada Lovelace; Alan Turing"
    empty = write(tmp_path / "empty.md", "")
    shown = outcome(capsys, "convert", "--to=csv", empty)[1]
    assert shown == ",".join(["file", *rows([]).columns]) + "\n"


def test_references_are_those_of_the_library(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """BibTeX and CSL-JSON have each paper of all files once."""
    names = [file, ROOT / "examples" / "daily-papers.md", file]
    digests = [read_digest(name) for name in names]
    assert outcome(capsys, "convert", "--to=bibtex", *names) == (0, to_bibtex(digests), [])
    shown = outcome(capsys, "convert", "--to=csl", *names)[1]
    assert json.loads(shown) == to_csl(digests)


def test_a_feed_has_a_title_and_an_address(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A feed is that of the library, with the title and the address that are given."""
    digest = parse_digest(SOUND)
    assert outcome(capsys, "convert", "--to=atom", file) == (0, to_atom(digest), [])
    options = ["--title=Mine", "--url=https://example.org/feed"]
    shown = outcome(capsys, "convert", "--to=atom", file, *options)[1]
    assert shown == to_atom(digest, title="Mine", url="https://example.org/feed")


@pytest.mark.parametrize("url", ["x", "http://["])
def test_a_feed_needs_an_absolute_url(
    url: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An address that cannot be that of a feed is told in one line."""
    status, shown, errors = outcome(capsys, "convert", "--to=atom", file, "--url", url)
    assert (status, shown, len(errors)) == (2, "", 1)
    assert errors[0].startswith(f"paperdigest: url: {url!r} is not an absolute address")


def test_a_feed_needs_days(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest without a date is named, and --date gives it one."""
    write(file, SOUND.replace(" (2024-08-26)", ""))
    assert outcome(capsys, "convert", "--to=atom", file) == (
        2,
        "",
        [f"paperdigest: {file}: has a digest without a date, which a feed needs; --date sets one"],
    )
    shown = outcome(capsys, "convert", "--to=atom", file, "--date=2024-08-26")[1]
    assert shown == to_atom(parse_digest(SOUND))


def test_a_missing_library_is_named(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library of a format, one line says how to install it."""
    hide(monkeypatch, "feedgen")
    status, shown, errors = outcome(capsys, "convert", "--to=atom", file)
    assert (status, shown) == (2, "")
    assert errors == ["paperdigest: An Atom feed needs feedgen: pip install 'paperdigest[feeds]'"]


def test_the_text_goes_to_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--output writes a new file, or replaces the one that is there."""
    path = tmp_path / "out.md"
    for _ in range(2):
        assert outcome(capsys, "convert", "--to=daily-papers", file, "-o", path) == (0, "", [])
        assert path.read_text() == SOUND
        path.write_text("old")
    status, _, errors = outcome(
        capsys, "convert", "--to=json", file, "--output", tmp_path / "no" / "out.md"
    )
    assert status == 2
    assert errors[0].endswith("cannot be written: No such file or directory")


def test_a_dash_is_standard_output(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--output - is standard output, as - is standard input; an empty name is no file."""
    monkeypatch.chdir(tmp_path)
    assert outcome(capsys, "convert", "--to=daily-papers", file, "-o", "-") == (0, SOUND, [])
    assert not (tmp_path / "-").exists()
    message = "paperdigest: '': cannot be written: No such file or directory"
    assert outcome(capsys, "convert", "--to=json", file, "-o", "") == (2, "", [message])


def test_part_of_the_data_does_not_replace_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """If a file cannot be read, --output leaves the old file alone, and writes no new one."""
    path = tmp_path / "all.json"
    write(path, "[]")
    status, shown, errors = outcome(capsys, "convert", "--to=json", "missing", file, "-o", path)
    assert (status, shown) == (2, "")
    assert errors == [
        "paperdigest: missing: cannot be read: No such file or directory",
        f"paperdigest: {path}: not written, since a file could not be read",
    ]
    assert path.read_text() == "[]"
    path.unlink()
    outcome(capsys, "convert", "--to=json", "missing", file, "-o", path)
    assert not path.exists()


@pytest.mark.parametrize("target", ["bibtex", "general"])
def test_a_digest_that_is_converted_is_not_overwritten(
    target: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--output leaves a digest alone that is read, by its own name or that of a link to it."""
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    for folder_or_file, output in ((file.parent, file), (file, link)):
        assert outcome(capsys, "convert", f"--to={target}", folder_or_file, "-o", output) == (
            2,
            "",
            [
                f"paperdigest: {output}: not written, since it is one of the digests to convert; "
                "name another file"
            ],
        )
    assert file.read_text() == SOUND


def test_standard_input_is_no_file_to_overwrite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Text from standard input may replace any file."""
    give_stdin(monkeypatch, SOUND.encode())
    path = tmp_path / "out.md"
    path.write_text("old")
    assert outcome(capsys, "convert", "--to=daily-papers", "-", "-o", path) == (0, "", [])
    assert path.read_text() == SOUND


def test_nothing_to_convert_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without digests gives an empty list, and a message says so."""
    message = "paperdigest: nothing to read: no .md or .markdown files there"
    assert outcome(capsys, "convert", "--to=json", tmp_path) == (0, "[]\n", [message])


def test_a_name_that_is_not_utf8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes of a name that are not UTF-8 are escapes in CSV, which is UTF-8."""
    path, table = tmp_path / "n\udcff.md", tmp_path / "papers.csv"
    try:
        write(path, SOUND)
    except (OSError, UnicodeError):
        pytest.skip("every name is UTF-8 here")
    assert outcome(capsys, "convert", "--to=csv", path, "-o", table) == (0, "", [])
    with table.open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["file"] == f"{tmp_path}/n\\udcff.md"


def test_the_format_is_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A format has to be named, and one that is not known is told with the nearest."""
    assert "required: --to" in outcome(capsys, "convert", file)[2][0]
    error = outcome(capsys, "convert", "--to=jsno", file)[2][0]
    assert "there is no format 'jsno'; did you mean 'json'?" in error


def test_a_file_that_cannot_be_read_counts(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are converted where a file cannot be read, and the status is 2."""
    status, shown, errors = outcome(capsys, "convert", "--to=daily-papers", "missing", file)
    assert (status, shown, len(errors)) == (2, SOUND, 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to=csv", "--lossy"], "--lossy is for a dialect, not for csv"),
        (["--to=json", "--title="], "--title is for atom, not for json"),
        (["--to=general", "--url=https://example.org"], "--url is for atom, not for general"),
    ],
)
def test_options_that_the_format_does_not_use(
    options: list[str], message: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option for another format is an invalid argument."""
    status, shown, errors = outcome(capsys, "convert", *options, file)
    assert (status, shown) == (2, "")
    assert errors == [f"paperdigest: {message}; leave it out (see 'paperdigest convert --help')"]
