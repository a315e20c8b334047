"""All laws, held against one input of the fuzzer."""

import contextlib
import random
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import attrs

from fuzz.edits import Edits
from paperdigest import Dialect, Digest, Paper, dialects, locate, tokenize
from tests import laws
from tests.spans import Span, span_of

T = TypeVar("T")


def check(text: str, dialect: Dialect | None, source: random.Random) -> None:
    """Hold all laws against a text, against what is parsed, and against some edits of it."""
    digest = laws.check_text(text, dialect)
    own = digest.dialect
    assert own is not None
    laws.check_canonical(digest, own)
    draw = Edits(source, text)
    law = source.choice(laws.OF_DIGESTS)
    law(digest, source.choice(dialects()))
    for _ in range(4):
        check_edit(text, digest, own, draw)
        check_local_edit(text, digest, own, draw)


def check_edit(text: str, digest: Digest, dialect: Dialect, draw: Edits) -> str:
    """Laws 4 and 5, for one or two edits of anything; tell what came of it."""
    edited = _made(lambda: draw.edited(digest))
    if draw.below(2):
        edited = _made(lambda: draw.edited(edited))
    return _checked(text, digest, edited, dialect)


def check_local_edit(text: str, digest: Digest, dialect: Dialect, draw: Edits) -> str:
    """Law 5, for an edit of one attribute of one paper; tell what came of it."""
    if not digest.papers:
        return check_edit(text, digest, dialect, draw)
    index = draw.below(len(digest.papers))
    edit = _made(lambda: draw_edit(text, digest.papers[index], dialect, draw))
    if edit.paper.category != digest.papers[index].category:  # which may be above the paper
        papers = [*digest.papers[:index], edit.paper, *digest.papers[index + 1 :]]
        return _checked(text, digest, attrs.evolve(digest, papers=papers), dialect)
    return "written" if laws.check_local(text, digest, index, edit, dialect) else "refused"


def _checked(text: str, digest: Digest, edited: Digest, dialect: Dialect) -> str:
    return "refused" if laws.check_edit(text, digest, edited, dialect) is None else "written"


def _made(draw: Callable[[], T]) -> T:
    """Draw until no constructor refuses a value."""
    while True:
        with contextlib.suppress(ValueError):
            return draw()


def draw_edit(text: str, paper: Paper, dialect: Dialect, draw: Edits) -> laws.Edit:
    """Draw an edit of one attribute, with the piece of the text that may differ.

    Raises:
        ValueError: A value was refused.
    """
    if paper.sections and draw.below(2):
        at = draw.below(len(paper.sections))
        section = paper.sections[at]
        name: Literal["label", "text"] = "label" if section.label and draw.below(2) else "text"
        changes: Any = {name: draw.line() or "x"}
        changed = attrs.evolve(section, **changes)
        place = locate(section, name) or locate(section)
        assert place is not None
        sections = [*paper.sections[:at], changed, *paper.sections[at + 1 :]]
        hole = place.start.offset, place.end.offset
        return laws.Edit(f"section {name}", attrs.evolve(paper, sections=sections), [hole])
    if draw.below(2) and (votes := place_of_votes(text, paper, dialect)):
        return laws.Edit("votes", attrs.evolve(paper, votes=draw.below(1000)), [votes])
    return laws.Edit("anything", draw.edited_paper(paper), [span_of(paper)])


def place_of_votes(text: str, paper: Paper, dialect: Dialect) -> Span | None:
    """Return the place of votes that occur once."""
    start, end = span_of(paper)
    tokens = tokenize(text, dialect=dialect)
    found = [each for each in tokens if each.kind == "votes" and start <= each.start < end]
    once = len(found) == 1 and paper.votes is not None
    return (found[0].start, found[0].end) if once else None
