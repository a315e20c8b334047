"""Hypothesis strategies for your own tests: valid digests, and texts as they occur in the wild.

Install them with ``pip install "paperdigest[hypothesis]"``. As soon as both libraries are imported,
``st.from_type(paperdigest.Digest)`` draws digests too.
"""

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ModuleNotFoundError as _error:
    raise ImportError(
        'paperdigest.strategies needs Hypothesis: pip install "paperdigest[hypothesis]"'
    ) from _error

from paperdigest import Dialect, DialectName, Digest, Paper
from paperdigest._dialects import builtin_dialects, dialect_of
from paperdigest._strategies import held, texts, values

__all__ = ["digest_texts", "digests", "papers"]


def digests(
    dialect: Dialect | DialectName | None = None, *, max_papers: int = 3
) -> SearchStrategy[Digest]:
    """Draw digests.

    Args:
        dialect: A dialect, or the name of a built-in one. The digests have values that it can
            plausibly express; ``serialize_digest`` can write them in it, with rare exceptions. By
            default, anything that ``Digest`` accepts, with odd characters and markup in every text.
        max_papers: The most papers of a digest, or of each group of a dialect with groups.

    Raises:
        TypeError: ``dialect`` is neither a dialect nor a name.
        ValueError: No built-in dialect has that name.

    Example:
        >>> from hypothesis import given
        >>> from paperdigest import from_json, to_json
        >>> @given(digests())
        ... def test_nothing_is_lost(digest):
        ...     assert from_json(to_json(digest)) == digest
        >>> test_nothing_is_lost()
    """
    if dialect is None:
        return values.digests(max_papers)
    return held.digests_in(dialect_of(dialect), max_papers)


def papers(dialect: Dialect | DialectName | None = None) -> SearchStrategy[Paper]:
    """Draw papers.

    Args:
        dialect: A dialect, as for ``digests``.

    Raises:
        TypeError: ``dialect`` is neither a dialect nor a name.
        ValueError: No built-in dialect has that name.

    Example:
        >>> papers("daily-papers").filter(lambda paper: paper.votes).validate()
    """
    return values.papers() if dialect is None else held.papers_in(dialect_of(dialect))


def digest_texts(
    dialect: Dialect | DialectName | None = None, *, damaged: bool = False
) -> SearchStrategy[str]:
    """Draw texts of digests, as people and programs write them, with their oddities.

    Args:
        dialect: A dialect, or the name of a built-in one; any built-in one by default.
        damaged: Whether to damage each text: to insert or drop characters, truncate it, repeat a
            line, or change line endings.

    Raises:
        TypeError: ``dialect`` is neither a dialect nor a name.
        ValueError: No built-in dialect has that name.

    Example:
        >>> from hypothesis import given
        >>> from paperdigest import parse_digest, serialize_digest
        >>> @given(digest_texts(damaged=True))
        ... def test_nothing_is_lost(text):
        ...     assert serialize_digest(parse_digest(text)) == text
        >>> test_nothing_is_lost()
    """
    chosen = builtin_dialects() if dialect is None else (dialect_of(dialect),)
    plausible = st.sampled_from(chosen).flatmap(texts.plausible_texts)
    return texts.damaged(plausible, 4) if damaged else plausible
