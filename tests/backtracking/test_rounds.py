"""In how many ways a round of a bounded loop can go."""

import pytest

from paperdigest._backtracking.ambiguity import ambiguity


@pytest.mark.parametrize(
    ("item", "most"),
    [
        ("(?:a|a)", 13),  # two ways in each round but the last
        ("(?:a{1,2})", 13),
        ("(?:a{1,9})", 4),  # nine places to end in
        ("(?:a{1,4}b?)", 4),  # eight, and two ways into the first one
        ("(?:a*b[bc]?)", 13),
        ("(?:a|b|ab)", 12),
    ],
)
def test_the_most_rounds_that_are_taken(item: str, most: int) -> None:
    """A loop is taken while the ways through all of its rounds are at most 10,000."""
    assert ambiguity(f"{item}{{1,{most}}};") is None
    found = ambiguity(f"{item}{{1,{most + 1}}};")
    assert found is not None
    assert found.growth == "factor"
