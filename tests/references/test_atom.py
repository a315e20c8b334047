"""Atom feeds, read by feedparser."""

import datetime
import re
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given

from paperdigest import Digest, Link, Paper, Section, parse_digests, to_atom
from paperdigest._references.works import key_of, work_of
from tests.samples import each_example
from tests.strategies import digests

DAY = datetime.date(2024, 8, 26)
ATOM = "{http://www.w3.org/2005/Atom}"


def read(text: str) -> Any:
    """Return a feed as feedparser reads it, which must find nothing wrong."""
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def check(text: str) -> None:
    """Hold a feed to what RFC 4287 requires of feeds and entries (4.1.1, 4.1.2)."""
    feed = ElementTree.fromstring(text.encode())
    assert feed.tag == f"{ATOM}feed"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert re.fullmatch(r"\S+:\S+", element.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT00:00:00\+00:00", element.findtext(f"{ATOM}updated") or ""
        )
        authored = (
            feed.find(f"{ATOM}author") is not None or element.find(f"{ATOM}author") is not None
        )
        assert authored or element is feed
        for author in element.findall(f"{ATOM}author"):
            assert author.findtext(f"{ATOM}name")


@each_example
def test_every_example_is_a_feed(text: str) -> None:
    """A feed of an example is valid, and a reader finds its papers with title, link and day."""
    digests = parse_digests(text)
    feed = to_atom(digests, date=DAY, url="https://example.org/feed")
    check(feed)
    assert to_atom(digests, date=DAY, url="https://example.org/feed") == feed
    papers = {paper.arxiv_id or key_of(paper): paper for each in digests for paper in each.papers}
    entries = read(feed).entries
    assert len(entries) == len(papers)
    for entry, paper in zip(entries, papers.values(), strict=True):
        assert entry.link in (paper.url, f"https://arxiv.org/abs/{paper.arxiv_id}")
        names = [author.name for author in entry.get("authors", ())]
        assert names == list(work_of(paper).names)


def test_an_entry_in_full() -> None:
    """An entry has the title in words, the authors, the days, the category and the sections."""
    paper = Paper(
        "**A** &amp; B",
        "https://arxiv.org/abs/1706.03762v1",
        authors=["Ada Lovelace", "Alan Turing"],
        category="cs.CL",
        sections=[Section("*Idea*", "1 < 2\n3"), Section(None, "<b>")],
        published=datetime.date(2017, 6, 12),
    )
    found = read(to_atom(Digest("**Papers**", DAY, papers=[paper])))
    assert found.feed.title == "Papers"
    assert found.feed.id.startswith("urn:uuid:")
    (entry,) = found.entries
    assert entry.id == "https://arxiv.org/abs/1706.03762"
    assert entry.link == "https://arxiv.org/abs/1706.03762v1"
    assert entry.title == "A & B"
    assert [author.name for author in entry.authors] == ["Ada Lovelace", "Alan Turing"]
    assert (entry.published, entry.updated) == (
        "2017-06-12T00:00:00+00:00",
        "2024-08-26T00:00:00+00:00",
    )
    assert [tag.term for tag in entry.tags] == ["cs.CL"]
    assert entry.content[0].value == "<p><b>Idea</b>: 1 &lt; 2<br />3</p><p>&lt;b&gt;</p>"
    assert entry.content[0].type == "text/html"


def test_links_lead_to_the_web() -> None:
    """A relative link counts from the address of the feed; what leads elsewhere is not a link."""
    urls = ["a/b", "https://example.org/c", "javascript:alert(1)", "http://[broken", "mailto:a@b.c"]
    papers = [Paper(url, url) for url in urls]
    digest = Digest("A", DAY, papers=papers)
    entries = read(to_atom(digest, url="https://example.org/papers/feed")).entries
    assert [[link.href for link in entry.get("links", ())] for entry in entries] == [
        ["https://example.org/papers/a/b"],
        ["https://example.org/c"],
        *[[]] * 3,
    ]
    assert "links" not in read(to_atom(digest)).entries[0]
    assert len({entry.id for entry in entries}) == 5


def test_a_paper_is_there_once() -> None:
    """A paper that several digests have is one entry, with the day of the first one."""
    one = Paper("A", "https://arxiv.org/abs/1706.03762")
    two = Paper("Other", links=[Link("pdf", "https://arxiv.org/pdf/1706.03762v2")])
    several = [Digest("X", DAY, papers=[one]), Digest("Y", datetime.date(2024, 9, 1), papers=[two])]
    found = read(to_atom(several))
    assert [entry.updated[:10] for entry in found.entries] == ["2024-08-26"]
    assert found.feed.updated[:10] == "2024-08-26"
    assert found.feed.title == "X"
    assert read(to_atom(several, title="Mine")).feed.title == "Mine"
    linked = Digest("X", DAY, papers=[Paper("A", "https://a.org"), Paper("A!", "https://a.org")])
    assert [entry.title for entry in read(to_atom(linked)).entries] == ["A"]


def test_days_are_needed() -> None:
    """A digest with papers and without a date is refused, unless a day is given."""
    undated = Digest("A", papers=[Paper("B")])
    with pytest.raises(
        ValueError, match=r"^digests\[1\] has no date, which its entries need; pass date="
    ):
        to_atom([Digest("X", DAY), undated])
    assert read(to_atom(undated, date=DAY)).entries[0].updated[:10] == "2024-08-26"
    assert read(to_atom([])).feed.updated[:10] == "1970-01-01"
    assert read(to_atom(Digest(), date=DAY)).feed.updated[:10] == "2024-08-26"


@given(digests())
def test_any_digest_is_a_feed(digest: Digest) -> None:
    """Whatever a digest holds, its feed is well-formed and has what is required."""
    check(to_atom(digest, date=DAY))


def test_a_title_of_an_image_alone() -> None:
    """A digest whose title has no words does not name its feed."""
    assert read(to_atom(Digest("![](a.png)"), date=DAY)).feed.title == "Papers"
    assert read(to_atom([Digest("![](a.png)"), Digest("Weekly")], date=DAY)).feed.title == "Weekly"


def test_what_is_no_digest_is_refused() -> None:
    """What is no digest is named with its place."""
    message = r"digests\[0\]: Paper found; expected a Digest; put papers into one"
    with pytest.raises(TypeError, match=message):
        to_atom([Paper("A")])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="digests: str found; expected a Digest, or a list of them"):
        to_atom("A")  # type: ignore[arg-type]


@pytest.mark.parametrize("url", ["nope", "not a url", "http:", "//example.org", "http://[x"])
def test_a_feed_needs_an_absolute_address(url: str) -> None:
    """What identifies a feed is an absolute address, and the error says so."""
    with pytest.raises(ValueError, match="not an absolute address"):
        to_atom([], url=url)
    assert "urn:x:y" in to_atom([], url="urn:x:y")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"url": 3}, "url: int found, str expected; pass it as text"),
        ({"date": "2024-01-01"}, "date: '2024-01-01' is a str; expected a date, such as "),
        ({"date": datetime.datetime(2024, 1, 1)}, "date: datetime.datetime(2024, 1, 1, 0, 0) has a time of day; pass its date"),
    ],
)  # fmt: skip
def test_an_argument_of_the_wrong_type(options: Any, message: str) -> None:
    """What is no address and no date is named, and what to pass is said."""
    with pytest.raises(TypeError, match=f"^{re.escape(message)}"):
        to_atom(Digest("X", DAY, papers=[Paper("A")]), **options)


def test_the_title_of_a_feed_is_text() -> None:
    """Anything else is refused by its name."""
    title: Any = 3
    with pytest.raises(TypeError, match="title: int found"):
        to_atom([], title=title)
