"""Which lines begin alike, and which of them are values of a paper."""

from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.grouping import groups_in
from paperdigest._units.search.lines import lines_of
from tests.dialects import read

#: Papers as a letter has them: a title in bold, signs before values, and labels of its own.
_LETTER = "**{n}. A Study of {what}**\n\n👤 Ada Byron, Carl Gauss\n🔗 https://arxiv.org/abs/2401.0000{n}\n\n**What they did:** They went to {what} and waited there.\n\n**The catch:** Only {n} of them.\n\n"
_WHAT = ("Slow Rivers", "Deep Lakes", "Cold Springs", "Wide Seas")


def in_bold(text: str) -> list[str]:
    """Return the lines of a text that begin in bold and may start papers."""
    evidence = Evidence(text, lines_of(text))
    groups, _ = groups_in(evidence)
    return [
        text[line.start : line.end]
        for key, members in groups.items()
        for line in (evidence.lines[at] for at in members)
        if key.lead == "**"
    ]


def test_values_with_labels_that_repeat() -> None:
    """Among titles in bold, lines with labels that repeat are values, even of unknown labels."""
    letter = "".join(_LETTER.format(n=at, what=what) for at, what in enumerate(_WHAT, 1))
    digest = read(f"# River Letter\n\n{letter}")
    assert [paper.title for paper in digest.papers] == [f"A Study of {what}" for what in _WHAT]
    for paper in digest.papers:
        assert [each.label for each in paper.sections] == ["What they did", "The catch"]


def test_labels_that_start_papers() -> None:
    """If all lines have labels, these may be nicknames or topics, and so they may with a link."""
    topics = "**Lakes:** A Study\n\n**Lakes:** Another Study\n\n**Seas:** A Third Study\n\n"
    assert len(in_bold(topics)) == 3
    titles = "**One Study**\n\n**Two Studies**\n\n"
    assert len(in_bold(titles + topics)) == 3
    linked = topics.replace("Study\n", "Study https://arxiv.org/abs/2401.00001\n")
    assert len(in_bold(titles + linked)) == 5
