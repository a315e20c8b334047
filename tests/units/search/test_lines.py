"""How each line of a text begins."""

import pytest

from paperdigest._units.search.lines import lines_of


@pytest.mark.parametrize(
    ("line", "key", "level"),
    [
        ("## [A](b)", (0, 0, "##", "["), 2),
        ("## 3. A", (0, 0, "##1", "w"), 3),
        ("- A", (0, 0, "-", "w"), 0),
        ("  * **A**", (0, 1, "-", "**"), 0),
        ("12) A", (0, 0, "-", "w"), 0),
        ("\t- A", (0, 2, "-", "w"), 0),
        ("> A", (1, 0, "", "w"), 0),
        ("<h2>A</h2>", (0, 0, "<h2>", "w"), 2),
        ("<li>A", (0, 0, "<li>", "w"), 0),
        ("| A |", (0, 0, "|", "w"), 0),
        ("2024 A", (0, 0, "", "0"), 0),
        ("🔥 A", (0, 0, "", "w"), 0),
        ("A\n===", (0, 0, "=", "w"), 1),
        ("A\n---", (0, 0, "--", "w"), 2),
        ("[A b](https://example.org)\n---", (0, 0, "--", "["), 2),
    ],
)
def test_the_start_of_a_line(line: str, key: tuple[int, int, str, str], level: int) -> None:
    """Marks, indentation and the first characters of its words are what lines have in common."""
    (found,) = lines_of(line)
    assert found.key == key
    assert found.level in (level, len(found.mark) if found.numbered else level)


def test_a_byte_order_mark_is_no_part_of_a_line() -> None:
    """The first line starts after a byte order mark."""
    assert [(line.start, line.mark) for line in lines_of("\ufeff# A\n")] == [(1, "#")]
