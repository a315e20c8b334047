"""Descriptions of groups of lines that are papers."""

import pytest

from tests.dialects import read


@pytest.mark.parametrize(
    "unit", ["Manuscript: [{T}]({U})", "RiverKit paper: [{T}]({U})", "**{T}** ([pdf]({U}))"]
)
@pytest.mark.parametrize("at", [0, 7, 19])
def test_a_title_right_below_a_heading(unit: str, at: int) -> None:
    """A title right below a heading is one, though a blank line is above nearly all others."""
    titles = [f"A Study of Slow Rivers in Valley {number}" for number in range(20)]
    text = "# Tools\n\n"
    for number, title in enumerate(titles):
        above = "" if number == at else f"Software: https://example.org/{number}\n\n"
        line = unit.format(T=title, U=f"https://arxiv.org/abs/2408.{12000 + number}")
        text += f"## RiverKit {number}\n{above}{line}\n\n"
    assert [paper.title for paper in read(text).papers] == titles
