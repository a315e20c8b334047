"""The built-in dialects, one module each."""

from functools import cache
from importlib import import_module
from types import ModuleType

from paperdigest._grammar.dialect import Dialect
from paperdigest._text.closest import hint

#: The modules of the families, each with a ``DIALECT``. To add a dialect, add its module here.
_FAMILIES = (
    "daily_papers",
    "daily_arxiv",
    "gpt_paper_assistant",
    "daily_ai_papers",
    "papers_of_the_week",
    "cv_arxiv_daily",
)

#: The one for what is of no family.
GENERAL = "general"


@cache
def family_dialects() -> tuple[Dialect, ...]:
    """Return the built-in dialects that texts are recognised by; they are made when first asked for."""
    return tuple(_module(name).DIALECT for name in _FAMILIES)


@cache
def builtin_dialects() -> tuple[Dialect, ...]:
    """Return all built-in dialects, the reference first and the general one last."""
    return (*family_dialects(), _module(GENERAL).DIALECT)


def dialects() -> tuple[Dialect, ...]:
    """Return the built-in dialects, the reference dialect first.

    Each has a name, which every ``dialect=`` takes, and a description.

    Example:
        >>> from paperdigest import dialects
        >>> for dialect in dialects()[:2]:
        ...     print(f"{dialect.name}: {dialect.description}")
        daily-papers: A list of papers with votes, each with a summary in labelled bullets; the reference dialect.
        daily-arxiv: Papers by arXiv category, each with a summary in a fold.
    """
    return builtin_dialects()


def dialect_named(name: str) -> Dialect:
    """Return a built-in dialect by its name.

    Raises:
        ValueError: There is none; the message lists them.
    """
    for dialect in builtin_dialects() if name == GENERAL else family_dialects():
        if dialect.name == name:
            return dialect
    what = hint(name, [dialect.name for dialect in builtin_dialects()])
    raise ValueError(f"dialect: {name!r} is not built in; {what}")


def dialect_of(dialect: object) -> Dialect:
    """Return a dialect, or the built-in one of a name.

    Raises:
        TypeError: It is neither.
        ValueError: There is none of that name; the message names one that is close, or all.
    """
    if isinstance(dialect, Dialect):
        return dialect
    if isinstance(dialect, str):
        return dialect_named(dialect)
    raise TypeError(
        f"dialect: {type(dialect).__name__} found; give a Dialect, the name of a built-in one, "
        "or None"
    )


def _module(name: str) -> ModuleType:
    return import_module(f"paperdigest._dialects.{name}")
