"""The error that lists what a dialect cannot hold."""

import copy
import pickle

import pytest

from paperdigest import Difference, Digest, DigestWriteError, Paper, serialize_digest
from paperdigest._writing.checks.errors import refusal


def error_of(digest: Digest, *, lossy: bool = False) -> DigestWriteError:
    """Write a digest as table rows without votes, and return the error."""
    with pytest.raises(DigestWriteError) as caught:
        serialize_digest(digest, dialect="cv-arxiv-daily", lossy=lossy)
    return caught.value


def test_a_refusal_shows_ten_differences() -> None:
    """A refusal names the dialect and the paper, and counts what it does not show."""
    found = [(None, Difference("date", None, 3)), (2, Difference("votes", None, 3))]
    head = "notes cannot express this digest; change these values, or pass lossy=True to leave them out:"
    shown = ["Digest.date: 3 would be lost", "Digest.papers[2].votes: 3 would be lost"]
    assert str(refusal("notes", found)) == "\n  ".join([head, *shown])
    assert str(refusal("notes", found * 5)) == "\n  ".join([head, *shown * 5])
    more = str(refusal("notes", found * 6))
    assert more == "\n  ".join([head, *shown * 5, "... and 2 more"])


def test_a_refusal_is_data() -> None:
    """The error has the dialect, and each difference with the paper, attribute and value."""
    error = error_of(Digest(papers=[Paper("A", "a"), Paper("B", "b", votes=3)]))
    assert isinstance(error, ValueError)
    assert error.dialect == "cv-arxiv-daily"
    assert error.differences == (Difference("votes", None, 3, paper=1),)
    assert str(error.differences[0]) == "papers[1].votes: 3 would be lost"
    assert error.can_leave_out


def test_a_refusal_says_what_cannot_be_left_out() -> None:
    """Where not even ``lossy=True`` helps, the error and its message say so."""
    error = error_of(Digest(papers=[Paper("A")]), lossy=True)
    assert not error.can_leave_out
    assert "change these values, which lossy=True cannot leave out:" in str(error)


def test_all_differences_are_data() -> None:
    """The message shows ten differences; the error has all of them."""
    error = error_of(Digest(papers=[Paper("A", "a", n) for n in range(12)]))
    assert [each.paper for each in error.differences] == list(range(12))
    assert str(error).endswith("\n  ... and 2 more")


@pytest.mark.parametrize("lossy", [False, True])
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_the_error_pickles(protocol: int, *, lossy: bool) -> None:
    """Law 6, values: the exception survives pickling and copying, with its notes."""
    error = error_of(Digest(papers=[Paper("A", votes=3)]), lossy=lossy)
    error.add_note("written by a robot")
    pickled = pickle.loads(pickle.dumps(error, protocol))
    for same in (pickled, copy.copy(error), copy.deepcopy(error)):
        assert type(same) is DigestWriteError
        assert (same.dialect, same.differences) == (error.dialect, error.differences)
        assert (str(same), same.can_leave_out) == (str(error), error.can_leave_out)
        assert same.__notes__ == ["written by a robot"]
