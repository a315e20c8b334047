"""All laws over dialects that are found in texts of invented units."""

import pickle

import attrs
from hypothesis import given
from hypothesis import strategies as st

from paperdigest import Dialect, Paper, detect_dialect, dialects, parse_digest, serialize_digest
from paperdigest._dialects import GENERAL
from tests import laws
from tests.edits import edits_of
from tests.grammar import check_options_of
from tests.laws import Edit, check_local, written
from tests.units.invented import rows, texts_of_units

texts = texts_of_units() | rows()


@given(texts)
def test_the_laws_of_texts(text: str) -> None:
    """Round trips, tokens, places, diagnostics and repairs are right in any shape of papers."""
    laws.check_text(text)
    laws.check_text(text, GENERAL)


@given(texts, texts)
def test_a_dialect_found_in_another_text(text: str, other: str) -> None:
    """The dialect found in one text parses any other by the same laws."""
    laws.check_text(text, detect_dialect(other).dialect)


@given(texts)
def test_a_dialect_travels(text: str) -> None:
    """A dialect that was found is pickled as what it was made of, and equals its copy."""
    dialect = detect_dialect(text).dialect
    copy = pickle.loads(pickle.dumps(dialect))
    assert isinstance(copy, Dialect)
    assert copy == dialect
    assert parse_digest(text, dialect=copy) == parse_digest(text, dialect=dialect)


@given(texts)
def test_the_options_of_a_dialect_that_was_found(text: str) -> None:
    """Its rules are not checked when a text is parsed, but would pass the checks of users' rules."""
    check_options_of(detect_dialect(text).dialect)


@given(texts)
def test_detection_is_sure_to_a_degree(text: str) -> None:
    """The score is between nothing and certainty, and a guess has a reason."""
    found = detect_dialect(text)
    assert 0.0 <= found.score <= 1.0
    assert found.guessed == (bool(found.reasons) and not found.certain)


@given(texts)
def test_the_canonical_form_needs_no_name(text: str) -> None:
    """A reader who only has the text gets the values of any layout, or the form is refused."""
    digest = parse_digest(text)
    new = written(digest, canonical=True)
    if new is not None:
        read = parse_digest(new)
        assert read == digest
        if read.dialect is None or read.dialect not in dialects():
            assert serialize_digest(read, canonical=True) == new


@given(texts)
def test_new_papers_are_read_back(text: str) -> None:
    """A new paper is written like those of the text and read as it is, or refused."""
    digest = parse_digest(text, dialect=GENERAL)
    new = Paper("A Study of Slow Rivers", "https://arxiv.org/abs/2501.00001", authors=["Ada Byron"])
    edited = digest.insert(len(digest.papers) // 2, new)
    assert digest.dialect is not None
    laws.check_edit(text, digest, edited, digest.dialect)


@given(texts, st.data())
def test_an_edit_is_local(text: str, data: st.DataObject) -> None:
    """An edit of one value changes its own piece of the text, or is refused."""
    dialect = detect_dialect(text).dialect
    digest = parse_digest(text, dialect=dialect)
    if digest.papers:
        index = data.draw(st.integers(0, len(digest.papers) - 1))
        edit = data.draw(st.sampled_from(list(edits_of(text, digest.papers[index], dialect))))
        check_local(text, digest, index, edit, dialect)


def test_a_group_comes_above_the_head_of_its_table() -> None:
    """The first row of a table that gets a category gets a heading above the table, not in it."""
    text = "# Rows\n\n| Authors | Title |\n| --- | --- |\n| Ada Byron | Rivers |\n"
    digest = parse_digest(text)
    assert digest.dialect is not None
    new = attrs.evolve(digest.papers[0], category="cs.XX")
    assert check_local(text, digest, 0, Edit("category added", new), digest.dialect)
    edited = digest.replace_paper(digest.papers[0], category="cs.XX")
    assert serialize_digest(edited) == text.replace("| Auth", "## cs.XX\n\n| Auth")
