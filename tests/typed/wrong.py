# ruff: noqa: B018
"""Mistakes: each type checker has to report every line that is marked, and no other."""

from paperdigest import (
    Digest,
    Media,
    Paper,
    Rule,
    diagnose,
    locate,
    parse_digest,
    serialize_digest,
    tokenize,
)

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
