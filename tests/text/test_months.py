"""Names of months in other languages than English."""

import pytest

from paperdigest._text.months import all_months, month_in, month_like


@pytest.mark.parametrize("word", sorted(set(all_months())))
def test_every_name_is_that_of_one_month(word: str) -> None:
    """A name is known in any case and keeps its language, so it can be written back."""
    for joined in (False, True):
        number = month_in(word.upper(), joined=joined)
        if number:
            assert month_in(month_like(word, number, joined=joined), joined=joined) == number
    assert month_in(word, joined=False) or month_in(word, joined=True)


def test_a_name_keeps_its_case() -> None:
    """Another month is written in small letters, capitals or with a capital, as the one before."""
    assert [month_like(word, 3, joined=False) for word in ("mai", "Mai", "MAI")] == [
        "märz",
        "März",
        "MÄRZ",
    ]


def test_each_spelling_is_a_name_of_its_own() -> None:
    """A month with two spellings is known by both, and a word that is no month by none."""
    assert {"maerz", "märz", "setiembre", "septiembre", "marco"} <= set(all_months())
    assert [month_in(word, joined=False) for word in ("maerz", "märz", "maerz/märz")] == [3, 3, 0]
