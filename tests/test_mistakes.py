"""Mistakes that people make with the package, and exactly what they are told."""

import datetime
from collections.abc import Callable
from typing import get_args

import pytest

import paperdigest
from paperdigest import (
    Cell,
    Dialect,
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    detect_dialect,
    diagnose,
    dialects,
    locate,
    parse_digest,
    parse_digests,
    read_digests,
    repair,
    serialize_digest,
    strategies,
    to_dict,
    tokenize,
)
from paperdigest._grammar.schema import Kind

KINDS = str(get_args(Kind))[1:-1]
DIALECTS = ", ".join(repr(dialect.name) for dialect in dialects())
DIGEST = parse_digest("## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n\nVote: 3\n")
PAPER = DIGEST.papers[0]
DAY = datetime.date(2024, 8, 26)

#: What was meant to work, and the message that it gets.
MISTAKES: dict[str, tuple[Callable[[], object], str]] = {
    'parse_digest(b"# A")': (
        lambda: parse_digest(b"# A"),  # type: ignore[arg-type]
        "text: bytes found, str expected; decode it, as in data.decode('utf-8')",
    ),
    "parse_digest(3)": (
        lambda: parse_digest(3),  # type: ignore[arg-type]
        "text: int found, str expected; for a file, call read_digest(path)",
    ),
    'parse_digest("a", dialect="daily-paper")': (
        lambda: parse_digest("a", dialect="daily-paper"),  # type: ignore[arg-type]
        "dialect: 'daily-paper' is not built in; did you mean 'daily-papers'?",
    ),
    'parse_digest("a", dialect="nothing like it")': (
        lambda: parse_digest("a", dialect="nothing like it"),  # type: ignore[arg-type]
        f"dialect: 'nothing like it' is not built in; expected one of {DIALECTS}",
    ),
    'parse_digest("a", dialect=3)': (
        lambda: parse_digest("a", dialect=3),  # type: ignore[arg-type]
        "dialect: int found; pass a Dialect, the name of a built-in one, or None",
    ),
    'parse_digest("a", date="2024-01-01")': (
        lambda: parse_digest("a", date="2024-01-01"),  # type: ignore[arg-type]
        "date: '2024-01-01' is a str; expected a date, such as datetime.date(2024, 8, 26)",
    ),
    'parse_digest("a", date=datetime.datetime(2024, 1, 1))': (
        lambda: parse_digest("a", date=datetime.datetime(2024, 1, 1)),
        "date: datetime.datetime(2024, 1, 1, 0, 0) has a time of day; pass its date, as in value.date()",
    ),
    'parse_digest("a", date=20240101)': (
        lambda: parse_digest("a", date=20240101),  # type: ignore[arg-type]
        "date: 20240101 is not a datetime.date; pass a date or None",
    ),
    "parse_digests(None)": (
        lambda: parse_digests(None),  # type: ignore[arg-type]
        "text: NoneType found, str expected; for a file, call read_digest(path)",
    ),
    "tokenize(DIGEST)": (
        lambda: tokenize(DIGEST),  # type: ignore[arg-type]
        "text: Digest found, str expected; pass serialize_digest(digest)",
    ),
    "diagnose(PAPER)": (
        lambda: diagnose(PAPER),  # type: ignore[arg-type]
        "source: Paper found, str or Digest expected; check the digest that the paper is in",
    ),
    "diagnose(3)": (
        lambda: diagnose(3),  # type: ignore[arg-type]
        "source: int found, str or Digest expected; for a file, call read_digest(path)",
    ),
    'diagnose("a", dialect=3)': (
        lambda: diagnose("a", dialect=3),  # type: ignore[arg-type]
        "dialect: int found; pass a Dialect, the name of a built-in one, or None",
    ),
    "repair(DIGEST)": (
        lambda: repair(DIGEST),  # type: ignore[arg-type]
        "text: Digest found, str expected; pass serialize_digest(digest)",
    ),
    'detect_dialect(b"a")': (
        lambda: detect_dialect(b"a"),  # type: ignore[arg-type]
        "text: bytes found, str expected; decode it, as in data.decode('utf-8')",
    ),
    'serialize_digest("a")': (
        lambda: serialize_digest("a"),  # type: ignore[arg-type]
        "digest: str found, Digest expected; it is a text already; parse_digest parses it",
    ),
    "serialize_digest(PAPER)": (
        lambda: serialize_digest(PAPER),  # type: ignore[arg-type]
        "digest: Paper found, Digest expected; put it into one, as in Digest(papers=[paper])",
    ),
    "serialize_digest([DIGEST])": (
        lambda: serialize_digest([DIGEST]),  # type: ignore[arg-type]
        "digest: list found, Digest expected; serialize_digests writes several into one text",
    ),
    "serialize_digest(None)": (
        lambda: serialize_digest(None),  # type: ignore[arg-type]
        "digest: NoneType found, Digest expected; build one, as in Digest('Daily Papers', papers=[...])",
    ),
    'serialize_digest(DIGEST, dialect="my-layout")': (
        lambda: serialize_digest(DIGEST, dialect="my-layout"),  # type: ignore[arg-type]
        f"dialect: 'my-layout' is not built in; expected one of {DIALECTS}",
    ),
    "serialize_digest(DIGEST, dialect=3)": (
        lambda: serialize_digest(DIGEST, dialect=3),  # type: ignore[arg-type]
        "dialect: int found; pass a Dialect, the name of a built-in one, or None",
    ),
    'serialize_digest(Digest("Papers", papers=[PAPER]), dialect="papers-of-the-week")': (
        lambda: serialize_digest(Digest("Papers", papers=[PAPER]), dialect="papers-of-the-week"),
        "papers-of-the-week cannot express this digest; change these values, or pass lossy=True to leave them out:\n  Digest.title: 'Papers' would be lost\n  Digest.papers[0].votes: 3 would be lost",
    ),
    'locate("a")': (
        lambda: locate("a"),  # type: ignore[call-overload]
        "value: str found; pass a Digest, Paper or Section",
    ),
    'locate(DIGEST, "papres")': (
        lambda: locate(DIGEST, "papres"),  # type: ignore[call-overload]
        "attribute: a Digest has no 'papres'; did you mean 'papers'?",
    ),
    'locate(DIGEST, "title", 0)': (
        lambda: locate(DIGEST, "title", 0),
        "index: 'title' is not a tuple; leave the index out",
    ),
    'locate(DIGEST, "papers", 7)': (
        lambda: locate(DIGEST, "papers", 7),
        "index: 7 is out of range; papers has 1 item",
    ),
    'Digest("T", "2024-01-01")': (
        lambda: Digest("T", "2024-01-01"),  # type: ignore[arg-type]
        "Digest.date: '2024-01-01' is a str; expected a date, such as datetime.date(2024, 8, 26)",
    ),
    'Digest("T", datetime.datetime(2024, 1, 1))': (
        lambda: Digest("T", datetime.datetime(2024, 1, 1)),
        "Digest.date: datetime.datetime(2024, 1, 1, 0, 0) has a time of day; pass its date, as in value.date()",
    ),
    'Digest("T", 2024)': (
        lambda: Digest("T", 2024),  # type: ignore[arg-type]
        "Digest.date: 2024 is not a datetime.date; pass a date or None",
    ),
    'Digest("T", end_date=DAY)': (
        lambda: Digest("T", end_date=DAY),
        "Digest.end_date: '2024-08-26' has no first day; pass date too, or only date for a single day",
    ),
    'Digest("T", DAY, datetime.date(2024, 8, 25))': (
        lambda: Digest("T", DAY, datetime.date(2024, 8, 25)),
        "Digest.end_date: '2024-08-25' is before the first day, 2024-08-26; pass date <= end_date",
    ),
    'Digest("T", DAY, [PAPER])': (
        lambda: Digest("T", DAY, [PAPER]),  # type: ignore[arg-type]
        "Digest.end_date: [Paper(title='A', url='https://example.org/a', votes=3)] is not a datetime.date; pass papers by name, as in papers=[...]",
    ),
    'serialize_digest(Digest("T", papers=[PAPER]))': (
        lambda: serialize_digest(Digest("T", papers=[PAPER])),
        "daily-papers cannot express this digest; change these values, or pass lossy=True to leave them out:\n  Digest.title: 'T' needs a date beside it in daily-papers; set its date, or pass dialect='general'",
    ),
    'serialize_digest(Digest(papers=[Paper("A")]), dialect="cv-arxiv-daily")': (
        lambda: serialize_digest(Digest(papers=[Paper("A")]), dialect="cv-arxiv-daily"),
        "cv-arxiv-daily cannot express this digest; change these values, since lossy=True cannot leave all of them out:\n  Digest.papers[0].url: None found; cv-arxiv-daily needs a value here",
    ),
    'serialize_digest(Digest(papers=[Paper("")]))': (
        lambda: serialize_digest(Digest(papers=[Paper("")])),
        "daily-papers cannot express this digest; change these values, since lossy=True cannot leave all of them out:\n  Digest.papers[0].title: '' found; daily-papers needs a value here",
    ),
    'locate(DIGEST, PAPER, "title")': (
        lambda: locate(DIGEST, PAPER, "title"),  # type: ignore[call-overload]
        "attribute: Paper found; pass a value and the name of one of its attributes, as in locate(paper, 'title')",
    ),
    "read_digests(3)": (
        lambda: read_digests(3),  # type: ignore[arg-type]
        "path: int found; expected a str or a pathlib.Path",
    ),
    "strategies.papers(3)": (
        lambda: strategies.papers(3),  # type: ignore[arg-type]
        "dialect: int found; pass a Dialect, the name of a built-in one, or None",
    ),
    "strategies.digest_texts(3)": (
        lambda: strategies.digest_texts(3),  # type: ignore[arg-type]
        "dialect: int found; pass a Dialect, the name of a built-in one, or None",
    ),
    'Digest(papers="A")': (
        lambda: Digest(papers="A"),  # type: ignore[arg-type]
        "Digest.papers: 'A' is one string; pass a list or tuple of values",
    ),
    "Digest(papers=PAPER)": (
        lambda: Digest(papers=PAPER),  # type: ignore[arg-type]
        "Digest.papers: Paper(title='A', url='https://example.org/a', votes=3) is not a collection; pass a list or tuple of values",
    ),
    'Digest(papers=["A"])': (
        lambda: Digest(papers=["A"]),  # type: ignore[list-item]
        "Digest.papers: 'A' is not a Paper; pass a tuple or list of Paper only",
    ),
    'Digest("")': (
        lambda: Digest(""),
        "Digest.title: '' is empty; pass None or some text",
    ),
    'Digest(" T ")': (
        lambda: Digest(" T "),
        "Digest.title: ' T ' has white space around it, which is not kept; strip it",
    ),
    'Digest("a\\nb")': (
        lambda: Digest("a\nb"),
        "Digest.title: 'a\\nb' has a line ending; use one line",
    ),
    "Paper(None)": (
        lambda: Paper(None),  # type: ignore[arg-type]
        "Paper.title: None is not a str; pass text",
    ),
    'Paper("A", "")': (
        lambda: Paper("A", ""),
        "Paper.url: '' is empty; pass None or some text",
    ),
    'Paper("A", "a b")': (
        lambda: Paper("A", "a b"),
        "Paper.url: 'a b' has white space; percent-encode it (RFC 3986)",
    ),
    'Paper("A", votes="3")': (
        lambda: Paper("A", votes="3"),  # type: ignore[arg-type]
        "Paper.votes: '3' is not an int; pass a count or None",
    ),
    'Paper("A", votes=-1)': (
        lambda: Paper("A", votes=-1),
        "Paper.votes: -1 is negative; pass a count or None",
    ),
    'Paper("A", authors="Ada, Alan")': (
        lambda: Paper("A", authors="Ada, Alan"),
        "Paper.authors: 'Ada, Alan' is one string; pass a list or tuple of values",
    ),
    'Paper("A", authors=[""])': (
        lambda: Paper("A", authors=[""]),
        "Paper.authors: '' is empty; leave it out",
    ),
    'Paper("A", sections=["text"])': (
        lambda: Paper("A", sections=["text"]),  # type: ignore[list-item]
        "Paper.sections: 'text' is not a Section; pass a tuple or list of Section only",
    ),
    'Paper("A", sections=Section("L", "t"))': (
        lambda: Paper("A", sections=Section("L", "t")),  # type: ignore[arg-type]
        "Paper.sections: Section(label='L', text='t') is not a collection; pass a list or tuple of values",
    ),
    'Paper("A", published="2024-01-01")': (
        lambda: Paper("A", published="2024-01-01"),  # type: ignore[arg-type]
        "Paper.published: '2024-01-01' is a str; expected a date, such as datetime.date(2024, 8, 26)",
    ),
    'Section("", "text")': (
        lambda: Section("", "text"),
        "Section.label: '' is empty; pass None or some text",
    ),
    'Section("L", None)': (
        lambda: Section("L", None),  # type: ignore[arg-type]
        "Section.text: None is not a str; pass text",
    ),
    'Media("picture", "a")': (
        lambda: Media("picture", "a"),  # type: ignore[arg-type]
        "Media.kind: 'picture' is not a kind; expected image or video",
    ),
    'Media("image", "")': (
        lambda: Media("image", ""),
        "Media.url: '' is empty; pass some text",
    ),
    'Field("", "1")': (
        lambda: Field("", "1"),
        "Field.label: '' is empty; pass some text",
    ),
    'Field("L", 1)': (
        lambda: Field("L", 1),  # type: ignore[arg-type]
        "Field.value: 1 is not a str; pass text",
    ),
    'Link("L", "")': (
        lambda: Link("L", ""),
        "Link.url: '' is empty; pass some text",
    ),
    "PAPER.section(0)": (
        lambda: PAPER.section(0),  # type: ignore[call-overload]
        "label: int found, str expected; pass the label, such as 'Code'",
    ),
    "DIGEST.find()": (
        DIGEST.find,
        "find() needs something to look for; pass arxiv_id=, url= or title=",
    ),
    'DIGEST.view("50")': (
        lambda: DIGEST.view("50"),  # type: ignore[arg-type]
        "start: '50' is not an int; pass the index of a paper, such as 50",
    ),
    "DIGEST.view(-1)": (
        lambda: DIGEST.view(-1),
        "start: -1 is negative; count from the first paper, which is 0",
    ),
    "DIGEST.find(arxiv_id=1706.03762)": (
        lambda: DIGEST.find(arxiv_id=1706.03762),  # type: ignore[arg-type]
        "arxiv_id: float found, str expected; pass it as text",
    ),
    'DIGEST.replace(titel="A")': (
        lambda: DIGEST.replace(titel="A"),  # type: ignore[call-arg]
        "Digest has no attribute 'titel' to replace; did you mean 'title'?",
    ),
    "PAPER.replace(vote=4)": (
        lambda: PAPER.replace(vote=4),  # type: ignore[call-arg]
        "Paper has no attribute 'vote' to replace; did you mean 'votes'?",
    ),
    "PAPER.replace(arxiv_id='2408.00001')": (
        lambda: PAPER.replace(arxiv_id="2408.00001"),  # type: ignore[call-arg]
        "Paper.arxiv_id follows from url; replace that",
    ),
    "Link.replace(link=4)": (
        lambda: Link("A", "b").replace(link="c"),  # type: ignore[call-arg]
        "Link has no attribute 'link' to replace; expected one of 'label', 'url'",
    ),
    "DIGEST.replace_paper(PAPER, vote=4)": (
        lambda: DIGEST.replace_paper(PAPER, vote=4),  # type: ignore[call-arg]
        "Paper has no attribute 'vote' to replace; did you mean 'votes'?",
    ),
    'DIGEST.replace_paper(Paper("B"), votes=4)': (
        lambda: DIGEST.replace_paper(Paper("B"), votes=4),
        "Paper 'B' is not in this digest; replace_paper() returns a new digest, take the paper from that",
    ),
    'DIGEST.replace_paper("A", votes=4)': (
        lambda: DIGEST.replace_paper("A", votes=4),  # type: ignore[arg-type]
        "paper: str found; pass a Paper of digest.papers",
    ),
    'DIGEST.remove(Paper("B"))': (
        lambda: DIGEST.remove(Paper("B")),
        "Paper 'B' is not in this digest; remove() returns a new digest, take the paper from that",
    ),
    "Digest(papers=to_dict(DIGEST)['papers'])": (
        lambda: Digest(papers=to_dict(DIGEST)["papers"]),  # type: ignore[arg-type]
        "Digest.papers: {'title': 'A', 'url': 'https://example.org/a', 'arx...s': [], 'published': None} "
        "is not a Paper; pass a tuple or list of Paper only, or the whole data to from_dict",
    ),
    "Digest(papers=[{'title': 'A', 'votes': 'many'}])": (
        lambda: Digest(papers=[{"title": "A", "votes": "many"}]),  # type: ignore[list-item]
        "Paper.votes: 'many' is not an int; pass a count or None",
    ),
    'DIGEST.insert(0, "A")': (
        lambda: DIGEST.insert(0, "A"),  # type: ignore[arg-type]
        "paper: str found; pass a Paper",
    ),
    'PAPER.replace_section(Section("L", "t"), text="u")': (
        lambda: PAPER.replace_section(Section("L", "t"), text="u"),
        "Section 'L' is not in this paper; replace_section() returns a new paper, take the section from that",
    ),
    'PAPER.replace_section(PAPER, text="u")': (
        lambda: PAPER.replace_section(PAPER, text="u"),  # type: ignore[arg-type]
        "section: Paper found; pass a Section of paper.sections",
    ),
    'Rule("paper", "* {title")': (
        lambda: Rule("paper", "* {title"),
        "Rule('paper').templates: '* {title' has '{title' without a closing brace; write {title}",
    ),
    'Rule("votes", "+ {vote}")': (
        lambda: Rule("votes", "+ {vote}"),
        "Rule('votes').templates: '+ {vote}' has no {votes}; write it instead of {vote}",
    ),
    'Rule("vote", "+ {votes}")': (
        lambda: Rule("vote", "+ {votes}"),  # type: ignore[arg-type]
        f"Rule('vote'): 'vote' found; expected one of {KINDS}; did you mean 'votes'?",
    ),
    'Rule("paper", "# {title}", before="1")': (
        lambda: Rule("paper", "# {title}", before="1"),  # type: ignore[arg-type]
        "Rule('paper').before: '1' is a str; expected an int",
    ),
    'Rule("paper")': (
        lambda: Rule("paper"),
        "Rule('paper'): it has no template and no pattern; pass one of them",
    ),
    'Rule("paper", ["# {title}", 3])': (
        lambda: Rule("paper", ["# {title}", 3]),  # type: ignore[list-item]
        "Rule('paper').templates[1]: 3 is an int; expected a str",
    ),
    'Rule("paper", "# {title}", before=None)': (
        lambda: Rule("paper", "# {title}", before=None),  # type: ignore[arg-type]
        "Rule('paper').before: None found; expected an int",
    ),
    'Rule("paper", "{name}")': (
        lambda: Rule("paper", "# {name}"),
        "Rule('paper').templates: '# {name}' has no {title}; put it where the value is",
    ),
    'Rule("authors", "by {authors}", separator="")': (
        lambda: Rule("authors", "by {authors}", separator=""),
        "Rule('authors').separator: '' cannot separate names; pass the text between two names, such as ', ' or '; ', or None for one value as written",
    ),
    'Cell("title", "feld")': (
        lambda: Cell("title", "feld"),  # type: ignore[arg-type]
        "Cell('title').kind: 'feld' found; expected one of 'section', 'field', 'published', None; did you mean 'field'?",
    ),
    'Dialect("x", [Rule("paper", "# {title}")], signs=["## x"])': (
        lambda: Dialect("x", [Rule("paper", "# {title}")], signs=["## x"]),  # type: ignore[list-item]
        "Dialect('x').signs[0]: '## x' found; pass a pair of a weight and a regular expression, such as (3, '^## Daily Papers')",
    ),
    'Dialect("x", ["..."])': (
        lambda: Dialect("x", ["..."]),  # type: ignore[list-item]
        "Dialect('x').rules[0]: '...' is a str; expected a Rule",
    ),
    'Dialect("x", [])': (
        lambda: Dialect("x", []),
        "Dialect('x').rules: no rule of kind 'paper'; add one",
    ),
    "paperdigest.parse_digset": (
        lambda: paperdigest.parse_digset,  # type: ignore[attr-defined]
        "module 'paperdigest' has no attribute 'parse_digset'",
    ),
}


@pytest.mark.parametrize(("mistake", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(mistake: Callable[[], object], message: str) -> None:
    """The message names what was found and what to do, and a name that is close."""
    with pytest.raises((TypeError, ValueError, LookupError, AttributeError)) as refused:
        mistake()
    assert str(refused.value) == message
    assert type(refused.value) is not KeyError


def test_fifty_mistakes() -> None:
    """There are fifty of them at least, and no message shows an internal name."""
    assert len(MISTAKES) >= 50
    for _, message in MISTAKES.values():
        assert " _" not in message
        assert "._" not in message
