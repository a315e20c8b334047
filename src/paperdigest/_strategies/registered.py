"""Registers strategies for our values, so that ``st.from_type(Digest)`` works.

Nothing that draws is imported before something is drawn.
"""

from functools import partial
from typing import TYPE_CHECKING

from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_DRAWN_BY = {
    Digest: "digests",
    Paper: "papers",
    Section: "sections",
    Media: "media",
    Field: "fields",
    Link: "links",
}


def register() -> None:
    """Register a strategy for each class of values."""
    from hypothesis.strategies import register_type_strategy

    for kind, name in _DRAWN_BY.items():
        register_type_strategy(kind, partial(_strategy, name))


def _strategy(name: str, _kind: type[object]) -> "SearchStrategy[object]":
    from paperdigest._strategies import values

    strategy: SearchStrategy[object] = getattr(values, name)()
    return strategy
