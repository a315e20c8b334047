"""Hypothesis strategies for your own tests: valid digests, and texts as they are met in the wild.

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

from paperdigest._dialects import builtin_dialects, dialect_named
from paperdigest._grammar.dialect import Dialect
from paperdigest._model.values import Digest, Paper
from paperdigest._strategies import held, texts, values

__all__ = ["digest_texts", "digests", "papers"]


def digests(dialect: Dialect | str | None = None, *, max_papers: int = 3) -> SearchStrategy[Digest]:
    """Draw digests.

    Args:
        dialect: What to draw for: the values that this dialect can plausibly hold, which
            ``serialize_digest`` can write in it but for rare ones that it refuses. Where not given,
            anything that ``Digest`` takes, with odd characters and markup in every text.
        max_papers: The most papers of a digest, or of each group of a dialect with groups.

    Raises:
        ValueError: There is no dialect of that name.

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
    return held.digests_in(_known(dialect), max_papers)


def papers(dialect: Dialect | str | None = None) -> SearchStrategy[Paper]:
    """Draw papers.

    Args:
        dialect: What to draw for, as in ``digests``.

    Raises:
        ValueError: There is no dialect of that name.

    Example:
        >>> papers("daily-papers").filter(lambda paper: paper.votes).validate()
    """
    return values.papers() if dialect is None else held.papers_in(_known(dialect))


def digest_texts(
    dialect: Dialect | str | None = None, *, damaged: bool = False
) -> SearchStrategy[str]:
    """Draw texts of digests, as people and programs write them, with their oddities.

    Args:
        dialect: The dialect, built in or your own; any built-in one where not given.
        damaged: Whether something is wrong in each text: characters put in or left out, the text
            cut off, a line said twice, other line endings.

    Raises:
        ValueError: There is no dialect of that name.

    Example:
        >>> from hypothesis import given
        >>> from paperdigest import parse_digest, serialize_digest
        >>> @given(digest_texts(damaged=True))
        ... def test_nothing_is_lost(text):
        ...     assert serialize_digest(parse_digest(text)) == text
        >>> test_nothing_is_lost()
    """
    chosen = builtin_dialects() if dialect is None else (_known(dialect),)
    plausible = st.sampled_from(chosen).flatmap(texts.plausible_texts)
    return texts.damaged(plausible, 4) if damaged else plausible


def _known(dialect: Dialect | str) -> Dialect:
    return dialect_named(dialect) if isinstance(dialect, str) else dialect
