# ruff: noqa: B015, B018
"""Mistakes: each type checker has to report every line that is marked, and no other."""

from paperdigest import (
    Digest,
    Link,
    Media,
    Paper,
    Rule,
    Section,
    diagnose,
    from_json,
    locate,
    merge,
    parse_digest,
    read_digests,
    rows,
    serialize_digest,
    serialize_digests,
    to_dict,
    tokenize,
)
from paperdigest.strategies import digests

parse_digest(b"## Daily Papers")  # wrong
parse_digest("a", dialect="daily-paper")  # wrong
parse_digest("a", date="2024-08-26")  # wrong
diagnose("a", dialect=3)  # wrong
serialize_digest("a")  # wrong
Paper("A", votes="3")  # wrong
Media("sound", "a.mp3")  # wrong
Rule("papers", "## {title}")  # wrong
digest: Digest = parse_digest("a")
paper = digest.papers[0]
digest.replace_paper(paper, vote=3)  # wrong; not by ty
paper.replace(vote=3)  # wrong; not by ty
paper.vote  # wrong
paper.votes = 3  # wrong
locate(paper, "vote")  # wrong
locate(digest, "votes")  # wrong
for token in tokenize("a"):
    token.kind = "title"  # wrong
    token.kind == "titel"  # wrong; not by pyright, basedpyright, ty, pyrefly


def more(name: str) -> None:
    """Make mistakes with what a name, a value or a file may be."""
    Digest("A", "2024-08-26")  # wrong
    Section("A", None)  # wrong
    Link("Code")  # wrong
    Paper("A", sections=["A"])  # wrong
    paper.section("Idea").text  # wrong
    paper.section(3)  # wrong
    digest.find(doi="10.1000/1")  # wrong
    digest.insert(paper, 0)  # wrong
    digest.papers.append(paper)  # wrong
    merge(paper)  # wrong
    locate(paper, name)  # wrong
    parse_digest("a", dialect=name)  # wrong
    serialize_digests([digest], dialect="daily-paper")  # wrong
    serialize_digests([paper])  # wrong
    rows(digest, per="papers")  # wrong
    read_digests(3)  # wrong
    to_dict("a")  # wrong
    to_dict(paper)["name"]  # wrong
    from_json(3)  # wrong
    digests("daily-paper")  # wrong
