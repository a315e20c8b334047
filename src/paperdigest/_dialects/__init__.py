"""The built-in dialects, one module each."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Literal, get_args

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import proven

#: The name of a built-in dialect, the reference first and the one for unknown layouts last. To
#: add a dialect, add its name here and a module of that name with a ``DIALECT``.
DialectName = Literal[
    "daily-papers",
    "daily-arxiv",
    "gpt-paper-assistant",
    "daily-ai-papers",
    "papers-of-the-week",
    "cv-arxiv-daily",
    "general",
]

*_FAMILIES, GENERAL = get_args(DialectName)


@cache
def _made(name: str) -> Dialect:
    """Return a built-in dialect, which is made when first needed."""
    with proven():
        module = import_module(f"paperdigest._dialects.{name.replace('-', '_')}")
    dialect: Dialect = module.DIALECT
    return dialect


def reference_dialect() -> Dialect:
    """Return the dialect that is taken where nothing says which."""
    return _made(_FAMILIES[0])


def family_dialects() -> Iterator[Dialect]:
    """Yield the dialects that texts are recognised by, each made when it is first reached."""
    return map(_made, _FAMILIES)


def builtin_dialects() -> tuple[Dialect, ...]:
    """Return all built-in dialects, the reference first and the general one last."""
    return tuple(map(_made, (*_FAMILIES, GENERAL)))


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
        ValueError: No built-in dialect has that name; the message lists them.
    """
    if name in _FAMILIES or name == GENERAL:
        return _made(name)
    from paperdigest._text.closest import hint

    raise ValueError(f"dialect: {name!r} is not built in; {hint(name, (*_FAMILIES, GENERAL))}")


def dialect_of(dialect: object) -> Dialect:
    """Return a dialect, or the built-in one of a name.

    Raises:
        TypeError: It is neither.
        ValueError: No built-in dialect has that name; the message suggests one, or lists all.
    """
    if isinstance(dialect, Dialect):
        return dialect
    if isinstance(dialect, str):
        return dialect_named(dialect)
    raise TypeError(
        f"dialect: {type(dialect).__name__} found; pass a Dialect, the name of a built-in one, "
        "or None"
    )
