"""The built-in dialects, one module each."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from paperdigest._dialect import Dialect

#: The one that reads what no other is for.
GENERAL = "general"

#: The modules, each with a ``DIALECT``. To add a dialect, add its module here.
_MODULES = (
    "daily_papers",
    "daily_arxiv",
    "gpt_paper_assistant",
    "daily_ai_papers",
    "papers_of_the_week",
    "cv_arxiv_daily",
    GENERAL,
)


@cache
def builtin_dialects() -> tuple[Dialect, ...]:
    """Give the built-in dialects; they are made when they are first asked for."""
    return tuple(
        import_module(f"paperdigest.dialects.{module}").DIALECT for module in _MODULES
    )


def dialect_named(name: str) -> Dialect:
    """Give a built-in dialect by its name.

    Raises:
        ValueError: There is none; the message lists them.
    """
    for dialect in builtin_dialects():
        if dialect.name == name:
            return dialect
    known = ", ".join(repr(dialect.name) for dialect in builtin_dialects())
    raise ValueError(f"dialect: {name!r} is not built in; give one of {known}, or a Dialect")


def general_dialects(head: str) -> Iterator[Dialect]:
    """Give the forms of the general dialect, with those for the tables in the first part of a text."""
    from paperdigest.dialects import general

    yield from (general.DIALECT, general.LISTED)
    yield from general.tabled(head)
