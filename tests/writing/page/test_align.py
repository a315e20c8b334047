"""Papers from elsewhere are found again in the text of a digest."""

import datetime

import pytest

from paperdigest import Digest, Paper, from_json, parse_digest, serialize_digest, to_json
from tests.samples import EXAMPLES

LISTED = """# Reading list

## Rivers

### [Slow Water](https://arxiv.org/abs/2501.00001) 🌊

**Authors:** Ada Byron

**Votes:** 3

### [Fast Water](https://arxiv.org/abs/2501.00002) 🌊

**Authors:** Bo Crane

**Votes:** 5

## Hills

### [Old Stones](https://arxiv.org/abs/2501.00003) 🌊

**Authors:** Cy Dunn

**Votes:** 8
"""


def elsewhere(digest: Digest) -> Digest:
    """Return a digest with the same values that was parsed from another text."""
    return parse_digest(serialize_digest(digest, dialect="daily-papers", lossy=True))


@pytest.mark.parametrize("text", [LISTED, EXAMPLES["daily-arxiv"]])
def test_equal_papers_from_another_text_change_nothing(text: str) -> None:
    """Papers with the same values stand for those of the text, wherever they were parsed."""
    digest = parse_digest(text)
    papers = elsewhere(digest).papers
    assert papers == digest.papers
    assert serialize_digest(digest.replace(papers=papers)) == text
    turned = digest.replace(papers=digest.papers[::-1])
    assert serialize_digest(digest.replace(papers=papers[::-1])) == serialize_digest(turned)


def test_an_edited_paper_from_another_text_is_an_edit() -> None:
    """A paper with the same link or title as one of the text differs from it in some values."""
    digest = parse_digest(LISTED)
    slow, fast, stones = elsewhere(digest).papers
    url = "https://arxiv.org/abs/2501.00009"
    papers = [slow.replace(votes=4), fast.replace(url=url), stones]
    written = LISTED.replace("** 3", "** 4").replace("https://arxiv.org/abs/2501.00002", url)
    assert serialize_digest(digest.replace(papers=papers)) == written
    # The same if they were parsed with these values.
    papers = list(elsewhere(Digest(papers=papers)).papers)
    assert serialize_digest(digest.replace(papers=papers)) == written


def test_another_paper_from_another_text_keeps_its_own() -> None:
    """A paper with a text of its own takes the place of no paper that is only like it."""
    text = "## Daily Papers (2025-01-02)\n\n{}### [Rain](https://rain.org)\n\nAuthors: Ada\n"
    first = "### [Sun](https://sun.org)\n\nAuthors: {}\n\n*Kept*\n\n"
    digest = parse_digest(text.format(first.format("Bo")))
    other = parse_digest("### [Fog](https://fog.org)\n\nAuthors : Bo\n\n*Own*\n\n")
    edited = digest.replace(papers=[other.papers[0], digest.papers[1]])
    fog = "### [Fog](https://fog.org)\n\nAuthors : Bo\n\n*Own*\n\n"
    assert serialize_digest(edited) == text.format(fog)
    built = Paper("Fog", "https://fog.org", authors=["Bo"])
    built_in = digest.replace(papers=[built, digest.papers[1]])
    line = first.format("Bo").replace("Sun", "Fog").replace("sun.org", "fog.org")
    assert serialize_digest(built_in) == text.format(line)


def test_a_copy_of_a_paper_replaces_no_other() -> None:
    """A paper of the text that comes twice is new the second time."""
    text = "## Daily Papers (2025-01-02)\n\n### Sun\n\nAuthors: Bo\n\n### Sun\n\nVote: 3\n"
    digest = parse_digest(text)
    papers = [digest.papers[0]] * 2
    written = text.replace("Vote: 3", "Authors: Bo")
    assert serialize_digest(digest.replace(papers=papers)) == written


def test_papers_from_json_change_nothing() -> None:
    """Papers that were read from JSON stand for those of the text."""
    digest = parse_digest(LISTED).replace(date=datetime.date(2025, 1, 9))
    papers = from_json(to_json(digest)).papers
    assert serialize_digest(digest.replace(papers=papers)) == serialize_digest(digest)
