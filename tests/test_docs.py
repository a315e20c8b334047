"""Every example in the README, the documentation and the docstrings runs, and prints what it says."""

import doctest
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import paperdigest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
NOTEBOOKS = sorted(ROOT.glob("docs/*.ipynb"))
MODULES = [
    "paperdigest",
    *(found.name for found in pkgutil.walk_packages(paperdigest.__path__, "paperdigest.")),
]
OPTIONS = doctest.ELLIPSIS

# A fenced block marked pycon, python or {doctest}, and what is in it.
BLOCK = re.compile(
    r"^(?P<indent> *)(?P<fence>```+|~~~+)(?:pycon|python|\{doctest\})[ \t]*\n"
    r"(?P<body>(?:.*\n)*?)"
    r"(?P=indent)(?P=fence)[ \t]*$",
    re.MULTILINE,
)


def page_examples(text: str) -> Iterator[doctest.Example]:
    """Yield the examples of a page: a block with prompts as doctest, one without as a script."""
    for block in BLOCK.finditer(text):
        body, indent = block["body"], len(block["indent"])
        line = text.count("\n", 0, block.start("body"))
        if ">>>" in body:
            for example in doctest.DocTestParser().get_examples(body):
                example.lineno += line
                yield example
        else:
            script = "".join(row[indent:] or "\n" for row in body.splitlines(keepends=True))
            yield doctest.Example(f"exec({script!r})\n", "", lineno=line)


def run(test: doctest.DocTest) -> None:
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    examples = list(page_examples(text))
    run(doctest.DocTest(examples, {"__name__": "__main__"}, page.name, str(page), 0, text))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook(path: Path) -> None:
    """The code of a notebook runs from top to bottom, and the file holds none of its output."""
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
            exec("".join(cell["source"]), names)


# A dialect's sample on the page, and the table that says what its lines hold.
SAMPLE = re.compile(
    r"^### (?P<name>\S+)\n\n(?:.+\n\n)?```\{code-block\} markdown\n:linenos:\n"
    r"(?P<text>(?:.*\n)*?)```\n\n(?P<rows>(?:\|.*\n)+)",
    re.MULTILINE,
)
ROW = re.compile(r"^\| (?P<line>\d+) \| (?P<cell>.*) \|$", re.MULTILINE)
VALUE = re.compile(r"`(?P<owner>digest|paper)\.(?P<name>\w+)(?:\[(?P<index>\d+)\])?`")
SAMPLES = {
    found["name"]: found
    for found in SAMPLE.finditer((ROOT / "docs/dialects.md").read_text("utf-8"))
}


def test_every_dialect_has_a_sample() -> None:
    """The page shows a sample of every built-in dialect but the general one."""
    assert {*SAMPLES, "general"} == {dialect.name for dialect in paperdigest.dialects()}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_the_notes_on_a_sample_are_true(sample: re.Match[str]) -> None:
    """A sample is a sound digest of its dialect, and each value is parsed from the line beside it."""
    assert paperdigest.detect_dialect(sample["text"]).dialect.name == sample["name"]
    assert [*paperdigest.diagnose(sample["text"])] == []
    digest = paperdigest.parse_digest(sample["text"])
    noted = 0
    for row in ROW.finditer(sample["rows"]):
        for value in VALUE.finditer(row["cell"]):
            owner = digest if value["owner"] == "digest" else digest.papers[0]
            index = int(value["index"]) if value["index"] else None
            place = paperdigest.locate(owner, value["name"], index)  # type: ignore[arg-type]
            assert place is not None, value[0]
            assert place.start.line == int(row["line"]), value[0]
            noted += 1
    assert noted > 4


def test_the_reference_is_complete() -> None:
    """The API page documents every public name once, and no other."""
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    documented = re.findall(r"^\.\. auto\w+:: paperdigest\.(\w+)$", page, re.MULTILINE)
    assert sorted(documented) == sorted(paperdigest.__all__)


@pytest.mark.parametrize("name", MODULES)
def test_module(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    module: ModuleType = importlib.import_module(name)
    for public in getattr(module, "__all__", ()):
        getattr(module, public)  # the package imports some when they are first asked for
    for test in doctest.DocTestFinder().find(module, name):
        run(test)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("```pycon\n>>> 1 + 1\n2\n```\n", True),
        ("```pycon\n>>> 1 + 1\n3\n```\n", False),
        (
            "- a\n\n  ```python\n  def f():\n\n      return 1\n  ```\n\n```pycon\n>>> f()\n1\n```\n",
            True,
        ),
        ("~~~python\nassert 1 == 2\n~~~\n", False),
        ("```python\n1 +\n```\n", False),
        ("```text\n>>> 1 + 1\n3\n```\n", True),
    ],
)
def test_an_example_that_is_wrong_is_seen(text: str, passes: bool) -> None:
    test = doctest.DocTest(list(page_examples(text)), {}, "page", "page.md", 0, text)
    if passes:
        run(test)
    else:
        with pytest.raises(AssertionError, match=r'File "page\.md", line 2,'):
            run(test)
