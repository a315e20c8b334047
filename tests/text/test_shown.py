"""Values in messages."""

import pytest

from paperdigest._text.shown import shown


@pytest.mark.parametrize("value", ["a" * 78, "a" * 79, "a" * 500, list(range(100)), None, 3])
@pytest.mark.parametrize("most", [20, 60, 80])
def test_a_value_is_shown_in_so_many_characters(value: object, most: int) -> None:
    """A short value is shown whole, and of a longer one both ends, in exactly as many characters."""
    whole = repr(value)
    found = shown(value, most)
    if len(whole) <= most:
        assert found == whole
    else:
        before, after = found.split("...")
        assert len(found) == most
        assert whole.startswith(before)
        assert whole.endswith(after)


def test_a_value_is_shown_in_one_line() -> None:
    """No value breaks the line of a message or steers a terminal."""
    assert shown("a\r\n\x1b[31m\u202e\ud800") == r"'a\r\n\x1b[31m\u202e\ud800'"
