"""The table of codes, and the page that shows it.

``python -m tests.expect`` writes the page and the messages again; the counts too, if the corpus is
there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdigest import CODES, CodeInfo, Severity, diagnose
from tests.damaged import DAMAGED
from tests.samples import EXAMPLES, ROOT, read

PAGE = ROOT / "docs" / "diagnostics.md"
CORPUS = ROOT.parent / "shared" / "corpus"

#: What is said of the example of each code, of the project's examples, and of damaged digests.
MESSAGES = ROOT / "tests" / "expected" / "messages.txt"

#: The parts of the page that are written by this module.
PART = re.compile(
    r"(<!-- (\w+), written by tests/checking/test_codes.py -->\n)(.*?)(<!-- end -->\n)", re.S
)

#: How characters that nobody sees are shown.
SHOWN = str.maketrans({"\t": "␉", "\r": "␍", "\ud83d": "\\ud83d"})

each_code = pytest.mark.parametrize(("code", "info"), CODES.items(), ids=CODES)


def table() -> str:
    """Write all codes."""
    parts: list[str] = []
    for code, info in CODES.items():
        safe = ", fixed by `repair`" if info.safe else ""
        shown = info.example.translate(SHOWN)
        parts += [
            f"### {code}\n",
            f"*{info.severity}{safe}*: {info.title}.\n",
            f"{info.meaning}\n",
            *([f"```text\n{shown.strip()}\n```\n"] if shown else []),
            f"**Fix**: {info.fix}\n",
        ]
    return "\n" + "\n".join(parts) + "\n"


def files() -> Iterator[Path]:
    """Return the digests of the corpus."""
    return (path for path in sorted(CORPUS.rglob("*.md")) if path.name != "ATTRIBUTION.md")


def counts() -> str:
    """Count the codes over the corpus."""
    found: dict[str, Counter[str]] = {}
    texts: Counter[str] = Counter()
    for path in files():
        folder = path.relative_to(CORPUS).parts[0]
        texts[folder] += 1
        counter = found.setdefault(folder, Counter())
        counter.update(problem.code for problem in diagnose(read(path)))
    rows = [
        ["code", *("other" if folder == "seed" else folder for folder in found)],
        ["---"] + ["--:"] * len(found),
        ["(files)", *(str(texts[folder]) for folder in found)],
    ]
    for code in CODES:
        numbers = [counter[code] for counter in found.values()]
        if any(numbers):
            rows.append([f"`{code}`", *(str(n or "") for n in numbers)])
    silent = [f"`{code}`" for code in CODES if not any(each[code] for each in found.values())]
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"\n{table}\nNot seen in these files: {', '.join(silent)}.\n\n"


def parts_of(page: str) -> dict[str, str]:
    return {part[2]: part[3] for part in PART.finditer(page)}


@each_code
def test_the_example_of_a_code_shows_it(code: str, info: CodeInfo) -> None:
    """The example of each code has that diagnostic, and no other that matters."""
    found = diagnose(info.example)
    assert code in [problem.code for problem in found]
    assert {problem.code for problem in found if problem.severity != Severity.INFO} <= {code}


def messages() -> str:
    """Write what is said of texts, each with its range and its fix."""
    lines: list[str] = []
    examples = {code: info.example for code, info in CODES.items()}
    for name, text in (examples | EXAMPLES | DAMAGED).items():
        lines.append(f"# {name}")
        for each in diagnose(text):
            lines.append(f"{each.start}-{each.range.end.offset} {each}")
            if each.fix is not None:
                lines.append(f"  {each.fix.start}-{each.fix.end} becomes {each.fix.text!r}")
    return "\n".join(lines) + "\n"


def test_what_is_said_from_examples() -> None:
    """The words, the range and the fix of diagnostics stay as they were looked at."""
    assert messages() == MESSAGES.read_text("utf-8"), "run python -m tests.expect, and look"


@each_code
def test_a_code_that_is_safe_carries_a_fix(code: str, info: CodeInfo) -> None:
    """A diagnostic carries an edit just where its code says that it can be fixed."""
    found = [problem for problem in diagnose(info.example) if problem.code == code]
    assert [problem.fix is not None for problem in found] == [info.safe]


@each_code
def test_a_code_is_a_readable_slug(code: str, info: CodeInfo) -> None:
    """A code is a few words in lower case, which say what is wrong."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
    assert info.title[0].isupper()
    assert not info.title.endswith(".")
    assert info.meaning.endswith(".")
    assert info.fix.endswith(".")


def test_the_worst_codes_come_first() -> None:
    """The table is in the order of the severities."""
    severities = [list(Severity).index(info.severity) for info in CODES.values()]
    assert severities == sorted(severities)


def test_the_table_cannot_be_changed() -> None:
    """Nobody can change what a code means."""
    with pytest.raises(TypeError):
        CODES["empty-text"] = CODES["no-title"]  # type: ignore[index]


def test_the_page_shows_every_code() -> None:
    """docs/diagnostics.md says of each code what the table says."""
    assert parts_of(read(PAGE))["codes"] == table(), "run python -m tests.expect"


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"{CORPUS} is not there")
def test_the_page_counts_the_corpus() -> None:
    """docs/diagnostics.md says how often each code is met in the wild."""
    assert parts_of(read(PAGE))["counts"] == counts(), "run python -m tests.expect"


def write_page() -> None:
    """Write the page and the messages again."""
    new = {"codes": table()}
    if CORPUS.is_dir():
        new["counts"] = counts()
    page = PART.sub(lambda part: part[1] + new.get(part[2], part[3]) + part[4], read(PAGE))
    PAGE.write_text(page, encoding="utf-8", newline="")
    MESSAGES.write_text(messages(), encoding="utf-8", newline="")
