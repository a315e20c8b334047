"""Learning what is above the papers: the title and the date of a digest."""

import datetime

import pytest

from paperdigest import Paper, dialects, learn_dialect, parse_digest, serialize_digest

DAY = datetime.date(2025, 5, 12)
PAPERS = "* A Study +3\n* More +4\n"


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Digest | 12.05.2025", "Digest"),
        ("Digest\n12.05.2025", "Digest"),
        ("May 12, 2025: Digest", "Digest"),
        ("Hello.\n\n**Digest** of 2025-05-12!", "Digest"),
        ("# About Digest\n\nDigest, 2025-05-12", "Digest"),
        ("# Digest (2025-05-12)", "Digest"),
        ("# The Digest of 2025-05-12 for you", "Digest"),
        ("Digest (2025-05-12)\nIn 2025: all\nOthers (2025-05-13)", "Digest"),
    ],
)
def test_title_and_date_of_a_digest(top: str, title: str) -> None:
    """They are found wherever they are above the papers, and can be edited."""
    text = f"{top}\n\n{PAPERS}"
    examples = [Paper("A Study", votes=3)]
    learned = learn_dialect("club", text, examples, title=title, date=DAY)
    assert learned.differences == ()
    assert (learned.digest.title, learned.digest.date) == (title, DAY)
    assert len(learned.digest.papers) == 2
    later = learned.digest.replace(date=DAY.replace(day=19))
    written = serialize_digest(later)
    assert parse_digest(written, dialect=learned.dialect) == later
    assert written.replace("19", "12") == text


def test_a_title_alone() -> None:
    """A date beside the title is read, too; a line that any text could be is read as it is."""
    learned = learn_dialect("club", f"News, 2025-05-12\n{PAPERS}", [Paper("A Study")], title="News")
    assert (learned.digest.title, learned.digest.date) == ("News", DAY)
    learned = learn_dialect("club", f"News\n\nHello.\n{PAPERS}", [Paper("A Study")], title="News")
    assert learned.digest.title == "News"
    assert [line.text for line in learned.unread] == ["Hello.", "* A Study +3", "* More +4"]


def test_a_date_alone() -> None:
    """A heading with the date has the title, too; any other line has just the date."""
    learned = learn_dialect("club", f"# News, 2025-05-12\n{PAPERS}", [Paper("A Study")], date=DAY)
    assert (learned.digest.title, learned.digest.date) == ("News", DAY)
    learned = learn_dialect(
        "club", f"# News\n\nOf 2025-05-12\n{PAPERS}", [Paper("A Study")], date=DAY
    )
    assert (learned.digest.title, learned.digest.date) == (None, DAY)


def test_a_title_or_date_that_is_not_above_the_papers() -> None:
    """What is not above the first paper is told as a difference, and the first heading counts."""
    text = f"# News\n\n{PAPERS}"
    learned = learn_dialect("club", text, [Paper("A Study")], title="More", date=DAY)
    assert learned.digest.title == "News"
    assert learned.differences == (
        "the title of the digest is read as 'News'",
        "the date of the digest is read as None",
    )
    bare = learn_dialect("club", PAPERS, [Paper("A Study")], date=DAY)
    assert bare.differences == ("the date of the digest is read as None",)


def test_a_title_that_is_read_otherwise_is_told() -> None:
    """A title that is there but is none, such as one in a code block, is told as a difference."""
    text = f"```\nNews\n```\n\n{PAPERS}"
    learned = learn_dialect("club", text, [Paper("A Study")], title="News")
    assert learned.differences == ("the title of the digest is read as None",)


@pytest.mark.parametrize("name", [each.name for each in dialects()])
def test_the_name_of_a_built_in_dialect(name: str) -> None:
    """A learned dialect has a name of its own, since each `dialect=` takes a name, too."""
    with pytest.raises(ValueError, match=f"name: '{name}' is that of a built-in dialect; pass"):
        learn_dialect(name, PAPERS, [Paper("A Study")])
