"""The strategies for other people's tests."""

import re
import subprocess
import sys
import tomllib
from importlib import import_module
from operator import attrgetter
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import _paperdigest_hypothesis
from paperdigest import (
    Cell,
    Dialect,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    detect_dialect,
    parse_digest,
    serialize_digest,
)
from paperdigest.strategies import digest_texts, digests, papers
from tests.samples import ROOT, each_dialect

NOTES = Dialect(
    "notes",
    [
        Rule("digest", "# Notes of {date}"),
        Rule("paper", "## {title} <{url}>", before=1),
        Rule("section", "{label} -- {text}", before=1),
    ],
)


#: What is drawn first will do: to find the smallest takes long. The same is drawn in each run, and so
#: much that every profile finds it.
FIRST = settings(database=None, derandomize=True, max_examples=2000, phases=[Phase.generate])


@pytest.mark.parametrize("kind", [Digest, Paper, Section, Media, Field, Link])
def test_from_type(kind: type[object]) -> None:
    """Hypothesis draws each class of values by its type."""
    assert isinstance(find(st.from_type(kind), lambda _: True, settings=FIRST), kind)


@given(st.from_type(Digest))
def test_drawn_values_are_valid(digest: Digest) -> None:
    """What is drawn by type can be made again of its own attributes."""
    assert Digest(digest.title, digest.date, digest.end_date, digest.papers) == digest


@each_dialect
@settings(max_examples=10)
@given(st.data())
def test_values_for_a_dialect(dialect: Dialect, data: st.DataObject) -> None:
    """Most values that are drawn for a dialect can be written in it, and come back."""
    digest = data.draw(digests(dialect.name, max_papers=2))  # type: ignore[arg-type]
    paper = data.draw(papers(dialect))
    assert isinstance(paper, Paper)
    try:
        text = serialize_digest(digest, dialect=dialect)
    except ValueError as error:
        assert "cannot express" in str(error)  # noqa: PT017 - some are refused, which is no failure
    else:
        assert parse_digest(text, dialect=dialect) == digest


@given(st.data())
def test_a_dialect_of_your_own(data: st.DataObject) -> None:
    """Texts and values are drawn for a dialect that the package has never seen."""
    text = data.draw(digest_texts(NOTES))
    assert serialize_digest(parse_digest(text, dialect=NOTES)) == text
    for paper in data.draw(digests(NOTES)).papers:
        assert paper.votes is None


COUNTED = Dialect(
    "counted", [Rule("digest", "# {title}"), Rule("paper", "## {title} [{votes}]", before=1)]
)


@given(papers(COUNTED))
def test_what_every_paper_needs_is_drawn(paper: Paper) -> None:
    """A value without which a dialect writes no paper is there."""
    assert paper.votes is not None


ROWS = Dialect(
    "rows",
    [
        Rule("digest", "# {title}"),
        Rule("paper", "| {title} | {venue} | {mark} |"),
    ],
    cells=[Cell("venue", "field", "Venue")],
)


@given(digest_texts(ROWS), digests(ROWS))
def test_a_dialect_of_rows(text: str, digest: Digest) -> None:
    """Cells, headings without a date, and names that mean nothing are drawn too."""
    assert serialize_digest(parse_digest(text, dialect=ROWS)) == text
    assert digest.date is None
    assert all(field.label == "Venue" for paper in digest.papers for field in paper.fields)


@given(digest_texts(), digest_texts(damaged=True))
def test_texts_of_any_dialect(text: str, damaged: str) -> None:
    """Without a dialect, the texts of all built-in ones are drawn, whole and damaged."""
    assert serialize_digest(parse_digest(text)) == text
    assert serialize_digest(parse_digest(damaged)) == damaged


def test_texts_are_recognised() -> None:
    """Among the texts of a dialect are some that are recognised as such."""
    found = find(
        digest_texts("daily-ai-papers"), lambda text: detect_dialect(text).certain, settings=FIRST
    )
    assert detect_dialect(found).dialect.name == "daily-ai-papers"


def test_an_unknown_dialect() -> None:
    """A dialect that is not there is refused when the strategy is made."""
    with pytest.raises(ValueError, match="'daily-paper'"):
        digests("daily-paper")  # type: ignore[arg-type]


def test_a_failing_digest_is_shown_whole() -> None:
    """What Hypothesis prints of a failure is the call that makes the value, not its short form."""

    @settings(FIRST)
    @given(digests())
    def fails(digest: Digest) -> None:
        assert not any(paper.sections for paper in digest.papers)

    with pytest.raises(AssertionError) as failed:
        fails()
    notes = "\n".join(failed.value.__notes__)
    assert re.search(r"digest=Digest\(\s*title=[\s\S]*sections=\[\s*Section\(", notes), notes


ORDERS = [
    "import hypothesis, paperdigest",
    "import paperdigest, hypothesis, _paperdigest_hypothesis as entry; entry.setup()",
]


@pytest.mark.parametrize("order", ORDERS)
def test_either_may_be_imported_first(order: str) -> None:
    """Values are drawn by type whichever of the two is imported first, and nothing draws before."""
    code = (
        f"{order}; import sys; assert 'paperdigest._strategies.values' not in sys.modules;"
        "from hypothesis import strategies as st, find;"
        "print(find(st.from_type(paperdigest.Digest), lambda digest: True))"
    )
    environment = {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "no date · 0 papers\n"


def test_the_entry_point() -> None:
    """The entry point names a small module, which leaves the package alone if nobody has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["hypothesis"] == {"paperdigest": "_paperdigest_hypothesis:setup"}
    with patch.dict(sys.modules) as modules:
        del modules["paperdigest"]
        _paperdigest_hypothesis.setup()
        assert "paperdigest" not in modules
    _paperdigest_hypothesis.setup()


def test_without_hypothesis() -> None:
    """Without Hypothesis, importing the strategies says what to install."""
    with patch.dict(sys.modules, {"hypothesis": None}) as modules:
        del modules["paperdigest.strategies"]
        with pytest.raises(ImportError, match=re.escape('install "paperdigest[hypothesis]"')):
            import_module("paperdigest.strategies")


@pytest.mark.parametrize("kind", [Digest, Paper, Section, Media, Field, Link])
def test_every_attribute_is_drawn(kind: type[Any]) -> None:
    """Each attribute of each class of values is drawn with more than its default."""
    for each in attrs.fields(kind):
        if each.eq and each.init:
            values = st.from_type(kind).map(attrgetter(each.name))
            nothing = (each.default, ())
            find(values, lambda value, nothing=nothing: value not in nothing, settings=FIRST)  # type: ignore[misc]


def test_what_a_dialect_has_is_drawn() -> None:
    """An attribute that only some dialects have is drawn for these."""
    assert find(
        papers("cv-arxiv-daily"), lambda paper: paper.published is not None, settings=FIRST
    ).title
