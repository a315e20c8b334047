"""The text of a digest: whole until its papers are accessed, then in the blocks of the papers."""

import gc
import pickle

import pytest
from hypothesis import given

from paperdigest import Digest, parse_digest, parse_digests
from paperdigest._model.origin import Document
from tests.samples import EXAMPLES
from tests.strategies import hostile

TEXT = EXAMPLES["daily-papers"]


def document_of(digest: Digest) -> Document:
    """Return the text of a digest that was parsed."""
    assert digest._document is not None
    return digest._document


def texts_kept_by(value: object) -> list[str]:
    """Return the texts that a value keeps in memory, apart from what belongs to its dialect."""
    seen: set[int] = set()
    found: list[str] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type):
            continue
        seen.add(id(each))
        if isinstance(each, str):
            found.append(each)
        elif type(each).__name__ != "Dialect":
            waiting += gc.get_referents(each)
    return found


def test_a_digest_keeps_its_text_once() -> None:
    """A digest keeps the whole text until its papers are accessed, and then only the blocks."""
    digest = parse_digest(TEXT)
    assert TEXT in texts_kept_by(digest)
    assert digest.papers
    assert TEXT not in texts_kept_by(digest)
    assert document_of(digest).text == TEXT


@given(text=hostile())
def test_the_text_of_a_digest_stays(text: str) -> None:
    """The text and the places of the blocks are the same before and after the papers are accessed."""
    for digest in parse_digests(text):
        document = document_of(digest)
        before = document.text, pickle.dumps(document)
        spans = document.spans
        assert digest.papers is not None
        assert (document.text, pickle.dumps(document)) == before
        assert [document.text[start:end] for start, end in spans] == [
            origin.text for origin in document.origins
        ]


def test_equal_labels_are_one_object() -> None:
    """Sections with the same label share its text, since most digests repeat a few labels."""
    first, second = parse_digest(
        "## Daily Papers (2024-08-26)\n\n"
        "### [A](https://a.org)\n\n- **Idea**: One.\n- **Result**: Two.\n\n"
        "### [B](https://b.org)\n\n- **Idea**: Three.\n- **Result**: Four.\n"
    ).papers
    for section, other in zip(first.sections, second.sections, strict=True):
        assert section.label is other.label


@pytest.mark.parametrize("accessed", [False, True])
def test_a_digest_is_pickled_as_its_text(accessed: bool) -> None:
    """An unchanged digest is pickled with its text once, whether its papers were accessed or not."""
    digest = parse_digest(TEXT)
    if accessed:
        assert digest.papers
    found = pickle.loads(pickle.dumps(digest))
    assert found == digest
    assert document_of(found).text == TEXT
