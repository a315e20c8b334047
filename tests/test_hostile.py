"""Hostile texts: each is read, checked, shown and written; how long that takes, `growth.py` tells."""

import pytest

from paperdigest import Dialect, detect_dialect
from tests.hostile import SHORT_UNITS, STRANGE, TEXTS, openings, read, use
from tests.samples import each_dialect


@each_dialect
@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_used_like_any(name: str, dialect: Dialect) -> None:
    """Laws 1 and 3: whatever a text repeats, it is read, checked, shown and written."""
    make, most = TEXTS[name]
    use(make(max(most // 10_000, 3)), dialect)


@each_dialect
def test_what_stands_where_a_value_is_expected(dialect: Dialect) -> None:
    """Laws 1 and 3: whatever is repeated after the beginning of a line, the text is read whole."""
    for opening in openings(dialect):
        for unit in SHORT_UNITS:
            read(opening + unit * 5, dialect)


@pytest.mark.parametrize("name", STRANGE)
def test_hostile_texts_of_no_family(name: str) -> None:
    """Laws 1 and 3: the search for papers survives whatever a text repeats."""
    text = STRANGE[name](40)
    use(text, detect_dialect(text).dialect)
