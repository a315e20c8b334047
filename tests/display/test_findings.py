"""Notebook views of diagnostics and detections."""

import pytest
from hypothesis import given

from paperdigest import Detection, Diagnostics, Dialect, Rule, detect_dialect, diagnose
from tests.display.pages import page_of
from tests.strategies import hostile

TEXT = "## Daily Papers (2024-02-30)\n\n### [A](https://example.org/a)\n\nVote: many\n\n- **L*: x\n"


def test_diagnostics() -> None:
    """Diagnostics are a tuple that counts itself, prints a line each and shows a table."""
    found = diagnose(TEXT)
    assert isinstance(found, tuple)
    assert repr(found) == "<Diagnostics: 2 errors, 1 warning, 1 note>"
    assert str(found).splitlines() == [str(each) for each in found]
    words = page_of(found).words
    assert words.startswith("2 errors, 1 warning, 1 note1:18errorbad-date '2024-02-30' is no")
    assert "(can be fixed)" in words


def test_no_diagnostics() -> None:
    """Where nothing was found, that is said."""
    assert repr(Diagnostics()) == "<Diagnostics: nothing found>"
    assert str(Diagnostics()) == ""
    assert page_of(Diagnostics()).words == "nothing found"


def test_many_diagnostics() -> None:
    """A table of diagnostics stays small, and counts what it leaves out."""
    found = Diagnostics(diagnose(TEXT) * 1_000)
    assert page_of(found).words.endswith("and 3,900 more")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## Papers for 2024-09-06\n", "daily-ai-paperscertainA table of papers"),
        ("# Today\n\n## Adam\n\nAuthors: A B, C D\n", "generala guessOne-off digests"),
        ("Dear all,\n", "generalnot recognisedOne-off digests"),
    ],
)
def test_detection(text: str, words: str) -> None:
    """A detection shows the dialect with its description, how sure it is, and why."""
    assert page_of(detect_dialect(text)).words.startswith(words)


@given(hostile())
def test_markup_in_findings(text: str) -> None:
    """Whatever a text holds, the views of what was found out about it show it as text."""
    page_of(diagnose(text))
    page_of(detect_dialect(text))
    page_of(Detection(Dialect("x" + text, [Rule("paper", "# {title}")]), True, (text,)))
