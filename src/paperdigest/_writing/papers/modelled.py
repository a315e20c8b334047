"""A new paper written like another paper of its text, whose values it replaces.

The rules that are found in a text parse it. They do not show how its author would write one more
paper: with which bullet, in which order, between which tags. An existing paper does. Its text,
without what is about that paper alone, is edited like any other.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Rule
from paperdigest._model.origin import Group, Origin
from paperdigest._model.source import end_of_line, normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.readers import first_head
from paperdigest._parsing.record import Piece, pieces_of
from paperdigest._parsing.scanner import paper_head
from paperdigest._writing.checks.blame import run_on
from paperdigest._writing.checks.compare import MANY, SINGLE, changed_names
from paperdigest._writing.edits.block import edited
from paperdigest._writing.edits.located import Change, LocatedPaper, applied
from paperdigest._writing.edits.new_lines import variants
from paperdigest._writing.forms.style import Habits
from paperdigest._writing.papers.layouts import layout_of
from paperdigest._writing.papers.literals import Literal, Usual, literals_of
from paperdigest._writing.pieces.numbers import Numbering, numbers_of

#: How many papers are tried as models.
_ENOUGH = 6
#: How long a model may be, since each new paper takes time in proportion to it.
_LONGEST = 10_000
#: What separates two pieces of a line, where it starts or ends the line.
_EDGE = re.compile(r"^[ \t]*[·|,;/]|^[ ][-–—](?=[ \t])|[ \t][-–—·|,;/][ \t]*$", re.MULTILINE)


class _Model(NamedTuple):
    """A paper without what is said of it alone.

    Attributes:
        origin: Its text.
        there: The paper in its text.
        head: The rule of its head.
        kinds: The kinds of its values, in order.
    """

    origin: Origin
    there: Origin
    head: Rule
    kinds: Sequence[str]


class Models:
    """The papers of a text that show how a new one is written.

    Args:
        habits: The habits of the text.
    """

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._numbering = _numbering_of(habits.origins)
        counts = self._numbering is not None
        shown: list[tuple[Origin, list[Piece], list[Literal]]] = []
        for origin in _spread(habits.origins, _ENOUGH):
            if is_made(origin.dialect) and len(origin.text) <= _LONGEST:
                record = pieces_of(origin)
                shown.append((origin, record, list(literals_of(origin, record, counts=counts))))
        self._usual = usual = Usual([literals for _, _, literals in shown])
        self._models: list[_Model] = []
        self._located: dict[str | None, list[tuple[_Model, Sequence[LocatedPaper]]]] = {}
        for remarks in (False, True):
            for origin, record, literals in () if self._models else shown:
                text = layout_of(origin.text, record, literals, usual, remarks=remarks)
                text = text if text.endswith("  ") else text.rstrip()  # two spaces are a line break
                if text and paper_head(origin.dialect, normalize(text))[0] is not None:
                    model = origin.alone(text)
                    head = record[0].entry.rule
                    self._models.append(_Model(model, origin, head, _kinds_in(record)))

    def drafts(self, paper: Paper, number: int, category: str | None) -> Iterator[str]:
        """Yield texts for a paper without one, starting with those of the papers most like it.

        Args:
            paper: The paper.
            number: Its number, if heads have one.
            category: The category of the group that it belongs to.
        """
        heads = {each.head for each in self._models if each.there.category == category}
        pairs = sorted(
            self._in_group(category),
            key=lambda each: (
                bool(heads) and each[0].head not in heads,
                *_unlike(each[1][0].paper, paper),
                each[0].there.category != category,
            ),
        )
        for model, located in ((model, each) for model, ways in pairs for each in ways):
            if any(run_on(located, paper)):
                continue
            changed = changed_names(located.paper, paper)
            end = len(located.text)
            text = edited(Change(located, paper, changed, end, number, category))
            old = located.paper.arxiv_id
            if old is not None and old in text and paper.arxiv_id is None:
                continue
            found, _ = paper_head(located.dialect, normalize(text))
            if found is not None and self._is_torn(text, model):
                continue
            spans = numbers_of(located.dialect, *found) if found and self._numbering else []
            write = self._numbering.write if self._numbering else str
            numbered = [(*span, write(number)) for span in spans]
            yield applied(text, 0, _full_end(text, model.there.text), numbered)

    def _in_group(self, category: str | None) -> Sequence[tuple[_Model, Sequence[LocatedPaper]]]:
        """Return the models in a group, each with the ways to add lines to it; found once."""
        found = self._located.get(category)
        if found is None:
            group = None if category is None else Group("", 0, 0, (0, 0), category)
            found = self._located[category] = []
            for model in self._models:
                origin = model.origin.alone(model.origin.text, group)
                found.append((model, list(variants(LocatedPaper(origin, self._habits)))))
        return found

    def _is_torn(self, text: str, model: _Model) -> bool:
        """Return whether a text has its pieces in other places than the paper that it is like."""
        if not _edges(text) <= _edges(model.there.text):
            return True
        origin = model.there.alone(text)
        record = pieces_of(origin)
        kinds = _kinds_in(record)
        if [x for x in kinds if x in model.kinds] != [x for x in model.kinds if x in kinds]:
            return True
        counts = self._numbering is not None
        return any(map(self._usual.is_left, literals_of(origin, record, counts=counts)))


def _host(paper: Paper) -> str:
    """Return the host of the main link of a paper, or an empty text."""
    return (paper.url or "").partition("://")[2].partition("/")[0]


def _spread(origins: Sequence[Origin], count: int) -> Sequence[Origin]:
    """Return some papers from all parts of a text."""
    return origins[:: max(len(origins) // count, 1)][:count]


def _full_end(text: str, like: str) -> int:
    """Return the end of the last line that has more than white space and marks of a quote.

    A backslash there breaks a line, so it goes if it is not at the end of the text that it is like.
    """
    end = end_of_line(text, len(text.rstrip("> \t\r\n")))
    if text[:end].endswith("\\") and not like.rstrip().endswith("\\"):
        end = len(text[: end - 1].rstrip())
    return end


def _edges(text: str) -> set[str]:
    """Return what separates values at the starts and the ends of lines."""
    return {found[0] for found in _EDGE.finditer(normalize(text))}


def _kinds_in(record: Sequence[Piece]) -> list[str]:
    """Return the kinds of the values of a paper, each once, in their order."""
    head = record[0].spans.items()
    found = [(start, name) for name, (start, end) in head if start < end]
    found += [(piece.start, piece.entry.kind) for piece in record[1:]]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def _numbering_of(origins: Sequence[Origin]) -> Numbering | None:
    """Return how papers are numbered, or ``None`` if their numbers do not count them."""
    numbers: list[str] = []
    for origin in origins:
        head = first_head(origin.dialect, normalize(origin.text))
        spans = numbers_of(origin.dialect, *head)
        if not spans:
            return None
        numbers.append(origin.text[slice(*spans[0])])
    groups = [-1 if origin.group is None else origin.group.start for origin in origins]
    return Numbering.of(numbers, [(0, 0, group) for group in groups], sure=False)


def _unlike(one: Paper, other: Paper) -> tuple[bool, int, int]:
    """Return how much two papers differ in how they are written, what counts most first.

    The label of the main link may name its host. Then come which values they have, and how many.
    """
    pairs = [(getattr(one, name), getattr(other, name)) for name in (*SINGLE, *MANY)]
    missing = sum((a in (None, ())) != (b in (None, ())) for a, b in pairs)
    many = [(getattr(one, name), getattr(other, name)) for name in MANY]
    return _host(one) != _host(other), missing, sum(abs(len(a) - len(b)) for a, b in many)
