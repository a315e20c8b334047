"""Strict reading, and the exception that it raises."""

import copy
import pickle
import traceback

import pytest
from hypothesis import given

from paperdigest import DigestSyntaxError, Severity, diagnose, parse_digest, parse_digests
from tests.checking.test_diagnostics import AUTHORS, BULLET, HEADING, SOUND, TITLE, any_text


def error_of(text: str) -> DigestSyntaxError:
    """Return what strict reading raises."""
    with pytest.raises(DigestSyntaxError) as caught:
        parse_digest(text, strict=True)
    return caught.value


@given(any_text)
def test_strict_reading_raises_just_where_there_is_an_error(text: str) -> None:
    """Strict reading raises all diagnostics of severity error together, and gives the same values."""
    errors = tuple(each for each in diagnose(text) if each.severity is Severity.ERROR)
    if errors:
        assert error_of(text).diagnostics == errors
        with pytest.raises(DigestSyntaxError):
            parse_digests(text, strict=True)
    else:
        assert parse_digest(text, strict=True) == parse_digest(text)
        assert parse_digests(text, strict=True) == parse_digests(text)


@pytest.mark.parametrize("count", [1, 3, 4, 9])
def test_three_errors_are_shown_and_the_others_counted(count: int) -> None:
    """The message shows three errors at most, and says how many more there are where there are some."""
    error = error_of(HEADING + "\n### [A](https://a.org\n\n- a\n" * count)
    assert len(error.diagnostics) == count
    more = [line for line in str(error).splitlines() if line.startswith("and ")]
    assert more == ([f"and {count - 3} more"] if count > 3 else [])


@pytest.mark.parametrize("heading", ["## Daily Papers (2024-08-26)\n\n", ""])
def test_an_error_holds_what_diagnose_tells(heading: str) -> None:
    """The diagnostics of an error are those of the text, with a fix where the dialect is certain."""
    text = f"{heading}### [A](https://a.org\n\n- a\n"
    found = [each for each in diagnose(text) if each.severity is Severity.ERROR]
    assert list(error_of(text).diagnostics) == found
    assert [each.fix is not None for each in found if each.code == "unclosed-link"] == [
        bool(heading)
    ]


def test_a_warning_does_not_raise() -> None:
    """What could be read is no reason to refuse a text."""
    text = SOUND.replace("What's", "What’s")
    assert diagnose(text)
    assert parse_digest(text, strict=True) == parse_digest(text)


def test_the_named_dialect_is_held_to() -> None:
    """Strict reading checks a text in the dialect that it was told."""
    with pytest.raises(DigestSyntaxError):
        parse_digest(SOUND, strict=True, dialect="daily-ai-papers")


def test_the_error_is_a_value_error_with_a_caret() -> None:
    """The exception is a ValueError that shows the line of an error, with a mark under it."""
    error = error_of(SOUND.replace("34", "many"))
    assert isinstance(error, ValueError)
    assert str(error) == (
        "1 error\n"
        "5:7: bad-votes 'many' is not a number of votes; write digits, or - if it is unknown\n"
        "  Vote: many\n"
        "        ^~~~"
    )


@pytest.mark.parametrize("before", ["한글", "e\u0301e\u0301", "👩‍🔬", "a\t", "\ud800", "\ufeff"])
def test_the_caret_stands_under_its_column(before: str) -> None:
    """The mark is under its place after wide, combining and emoji characters, and tabs."""
    error = error_of(f"{HEADING}\n### {before}[A](b\n{AUTHORS}{BULLET}")
    assert error.diagnostics[-1].code == "unclosed-link"
    line, mark = str(error).splitlines()[-2:]
    shown = line[: line.index("](b")]
    widths = {"한글": 4, "e\u0301e\u0301": 2, "👩‍🔬": 2, "a\t": 5, "\ud800": 1, "\ufeff": 6}
    assert shown.startswith("  ### ")
    assert mark.index("^") == 6 + widths[before] + len("[A")


def test_the_first_errors_are_shown() -> None:
    """Of many errors the first three are shown, and the others counted; none is lost."""
    error = error_of(HEADING + "\n### [A](b\n" * 5)
    assert str(error).startswith("5 errors\n3:1: unclosed-link ")
    assert str(error).endswith("\nand 2 more")
    assert str(error).count("^") == 3
    assert len(error.diagnostics) == 5


def test_the_error_of_a_long_line_is_short() -> None:
    """A line of any length is cut to what a terminal shows."""
    error = error_of(HEADING + TITLE + "\nVote: " + "x" * 1_000_000)
    assert len(str(error)) < 500


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_the_error_pickles(protocol: int) -> None:
    """Law 6, values: the exception survives pickling, with its notes."""
    error = error_of(SOUND.replace("34", "\ud800"))
    error.add_note("read by a robot")
    same = pickle.loads(pickle.dumps(error, protocol))
    assert type(same) is DigestSyntaxError
    assert (same.text, same.diagnostics, str(same)) == (error.text, error.diagnostics, str(error))
    assert same.__notes__ == ["read by a robot"]


def test_the_error_copies() -> None:
    """Law 6, values: the exception can be copied, and still says the same."""
    error = error_of("")
    for same in (copy.copy(error), copy.deepcopy(error)):
        assert (same.text, same.diagnostics, str(same)) == ("", error.diagnostics, str(error))


def test_the_error_shows_in_a_traceback() -> None:
    """A traceback shows the message, and an empty text has a line to point at."""
    shown = "".join(traceback.format_exception(error_of("")))
    assert "DigestSyntaxError: 1 error\n1:1: empty-text" in shown
    assert repr(error_of("")).startswith("DigestSyntaxError('1 error\\n")
