"""Values: any that the constructors take."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from paperdigest._grammar.schema import PAPER
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section
from paperdigest._strategies.words import (
    LABELS,
    NAMES,
    flat,
    hostile,
    prose,
    sampled,
    section_texts,
    texts,
    titles,
    urls,
)


@lru_cache(maxsize=64)
def _lines(min_size: int = 0) -> SearchStrategy[str]:
    """Draw stripped lines of any content."""
    lines = (prose() | hostile() | texts()).map(flat)
    return lines.filter(bool) if min_size else lines


@cache
def _addresses() -> SearchStrategy[str]:
    """Draw what the constructors accept as a URL: anything without white space."""
    return urls() | hostile().map(lambda text: "".join(text.split())).filter(bool)


@cache
def sections() -> SearchStrategy[Section]:
    """Draw any section."""
    return st.builds(
        Section,
        st.none() | sampled(LABELS) | _lines(1),
        (section_texts() | hostile() | texts()).map(str.strip),
    )


@cache
def media() -> SearchStrategy[Media]:
    """Draw any image or video."""
    return st.builds(Media, st.sampled_from(("image", "video")), _addresses(), _lines())


@cache
def fields() -> SearchStrategy[Field]:
    """Draw any field."""
    return st.builds(Field, sampled(LABELS) | _lines(1), sampled(("9", "8")) | _lines())


@cache
def links() -> SearchStrategy[Link]:
    """Draw any link."""
    return st.builds(Link, sampled(("Paper", "Code", "Tweet")) | _lines(), _addresses())


@cache
def votes() -> SearchStrategy[int]:
    """Draw any count of votes."""
    return st.integers(0, 200) | st.integers(0, 10**18 - 1)


@cache
def papers() -> SearchStrategy[Paper]:
    """Draw any paper that the constructors take."""
    titled: dict[str, SearchStrategy[Any]] = {
        "title": titles() | _lines(),
        "url": st.none() | _addresses(),
    }
    return st.builds(Paper, **titled, **of_types(titled))


def of_types(known: Iterable[str] = ()) -> dict[str, SearchStrategy[Any]]:
    """Return strategies for the attributes of a paper by their types, apart from known ones."""
    drawn: dict[object, SearchStrategy[Any]] = {
        str | None: st.none() | _lines(1),
        int | None: st.none() | votes(),
        date | None: st.none() | st.dates(),
        tuple[str, ...]: st.lists(sampled(NAMES) | _lines(1), max_size=3),
        tuple[Media, ...]: st.lists(media(), max_size=2),
        tuple[Section, ...]: st.lists(sections(), max_size=3),
        tuple[Field, ...]: st.lists(fields(), max_size=2),
        tuple[Link, ...]: st.lists(links(), max_size=2),
    }
    hints = get_type_hints(Paper)
    names = (each.name for each in PAPER if not each.derived and each.name not in known)
    return {name: drawn[hints[name]] for name in names}


@st.composite
def days(draw: DrawFn) -> tuple[date | None, date | None]:
    """Draw a first and a last day; either may be unknown."""
    first = draw(st.none() | st.dates())
    if first is None or draw(st.booleans()):
        return first, None
    return first, draw(st.dates(min_value=first))


@lru_cache(maxsize=64)
def digests(max_papers: int = 3) -> SearchStrategy[Digest]:
    """Draw any digest that the constructors take.

    Args:
        max_papers: The most papers to draw.
    """
    title = st.none() | sampled(("Daily Papers", "Papers")) | _lines(1)
    # Built by the class itself, so that Hypothesis prints the whole call and not the short repr.
    return days().flatmap(
        lambda both: st.builds(
            Digest,
            title=title,
            date=st.just(both[0]),
            end_date=st.just(both[1]),
            papers=st.lists(papers(), max_size=max_papers),
        )
    )
