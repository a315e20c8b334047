"""What looks like a title in its line, and what does not."""

from tests.dialects import read
from tests.units.test_papers import TITLES, url


def test_a_title_before_a_year_and_surnames() -> None:
    """An entry without a link that has its title first is not read as names and a short title."""
    entries = "".join(
        f"- [{title}]({url(at)}) (199{at}). Byron, North.\n" for at, title in enumerate(TITLES)
    )
    text = f"# Reading\n\n{entries}- Letters on the Flight of Moths, Corrected (1985). Klein.\n"
    assert [paper.title for paper in read(text).papers] == list(TITLES)
