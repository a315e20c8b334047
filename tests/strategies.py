"""The strategies of the package, and what only its own tests need."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from paperdigest import Dialect
from paperdigest._dialects import builtin_dialects
from paperdigest._strategies.held import digests_in, papers_in
from paperdigest._strategies.shapes import ODD
from paperdigest._strategies.texts import damaged, texts_in
from paperdigest._strategies.values import digests, fields, links, media, papers, sections, votes
from paperdigest._strategies.words import HOSTILE, author_lines, hostile, texts

__all__ = [
    "HOSTILE",
    "ODD",
    "author_lines",
    "damaged",
    "dialects",
    "digests",
    "digests_in",
    "fields",
    "hostile",
    "links",
    "media",
    "papers",
    "papers_in",
    "sections",
    "texts",
    "texts_in",
    "votes",
]


@cache
def dialects() -> SearchStrategy[Dialect]:
    """Draw a built-in dialect."""
    return st.sampled_from(builtin_dialects())
