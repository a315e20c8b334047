"""Edits of a digest, and the values they put in it."""

import datetime
import random
import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs

from fuzz.inputs import PIECES
from paperdigest import Digest, Field, Link, Media, Paper, Section
from tests.laws import names_of

_PUBLIC: dict[type, list[str]] = {
    cls: names_of(cls) for cls in (Digest, Paper, Section, Media, Field, Link)
}

_HINTS: dict[type, dict[str, Any]] = {cls: get_type_hints(cls) for cls in _PUBLIC}


class Edits:
    """Draws edits and values.

    Args:
        source: Makes the choices.
        text: What values are also cut from.
    """

    def __init__(self, source: random.Random, text: str) -> None:
        self._source = source
        self._text = text

    def below(self, limit: int) -> int:
        """Draw a number."""
        return self._source.randrange(limit)

    def text(self) -> str:
        """Draw a text: a piece or more, or a part of the text at hand, stripped."""
        drawn = ""
        for _ in range(self.below(3) + 1):
            if self.below(3):
                drawn += self._source.choice(PIECES)
            else:
                at = self.below(len(self._text) + 1)
                drawn += self._text[at : at + self.below(24)]
        return drawn.strip()

    def line(self) -> str:
        """Draw a line."""
        return re.sub(r"[\r\n]+", " ", self.text()).strip() if self.below(8) else "A line"

    def url(self) -> str:
        """Draw an address."""
        return self._source.choice(
            ["https://arxiv.org/abs/2408.12637v2", "a.png", "https://e.org/a_(b)", self.text()]
        )

    def day(self) -> datetime.date:
        """Draw a day."""
        day = datetime.date.fromordinal(738000 + self.below(2000))
        return self._source.choice(
            [datetime.date(2024, 2, 29), datetime.date.min, datetime.date.max, day]
        )

    def value(self, kind: Any, name: str = "") -> Any:
        """Draw a value of a type, as an annotation of a class of values has it.

        Raises:
            ValueError: A value was refused.
        """
        if get_origin(kind) is tuple:
            return [self.value(get_args(kind)[0]) for _ in range(self.below(3))]
        if get_origin(kind) is Literal:
            return self._source.choice(get_args(kind))
        if attrs.has(kind):
            hints = _HINTS[kind]
            return kind(**{each: self.value(hints[each], each) for each in _PUBLIC[kind]})
        if get_args(kind):  # a value or none
            return self.value(self._source.choice(get_args(kind)), name)
        drawn: dict[Any, Callable[[], object]] = {
            type(None): lambda: None,
            str: lambda: self._words(name),
            int: lambda: self._source.choice([0, 7, self.below(10**6), 10**17]),
            datetime.date: self.day,
        }
        return drawn[kind]()

    def _words(self, name: str) -> str:
        if name == "url":
            return self.url()
        if name == "text":
            return self.text()
        usual = {"label": ["Idea", "What's New"], "category": ["cs.CL"]}
        return self._source.choice([*usual.get(name, []), self.line()])

    def items(self, old: Sequence[Any], new: Callable[[], Any]) -> list[Any]:
        """Draw a sequence that differs: one dropped, put in, put twice, changed, or all moved."""
        items = list(old)
        at = self.below(len(items) + 1)
        kind = self.below(5)
        if kind == 0:
            del items[at : at + 1]
        elif kind == 1:
            items.insert(at, new())
        elif kind == 2:
            items[at : at + 1] = [new()]
        elif kind == 3:
            items[at:at] = items[:1]
        else:
            self._source.shuffle(items)
        return items

    def edited(self, digest: Digest) -> Digest:
        """Draw a change of a digest.

        Raises:
            ValueError: A value was refused.
        """
        if digest.papers and self.below(4):
            at = self.below(len(digest.papers))
            paper = self.edited_paper(digest.papers[at])
            papers = [*digest.papers[:at], paper, *digest.papers[at + 1 :]]
        elif self.below(2):
            papers = self.items(digest.papers, lambda: self.value(Paper))
        else:
            hints = _HINTS[Digest]
            names = [each for each in _PUBLIC[Digest] if each != "papers"]
            if self.below(2):
                names = [self._source.choice(names)]
            return attrs.evolve(digest, **{each: self.value(hints[each], each) for each in names})
        return attrs.evolve(digest, papers=papers)

    def edited_paper(self, paper: Paper) -> Paper:
        """Draw a change of one attribute of a paper.

        Raises:
            ValueError: A value was refused.
        """
        name = self._source.choice(_PUBLIC[Paper])
        kind = _HINTS[Paper][name]
        new = self.value(kind, name)
        if name == "sections" and paper.sections and self.below(2):
            new = self._with_edited_section(paper.sections)
        elif get_origin(kind) is tuple:
            new = self.items(getattr(paper, name), lambda: self.value(get_args(kind)[0]))
        changes: dict[str, Any] = {name: new}
        return attrs.evolve(paper, **changes)

    def _with_edited_section(self, sections: Sequence[Section]) -> Sequence[Section]:
        at = self.below(len(sections))
        changes: Any = self._source.choice(
            [{"text": self.text()}, {"label": None}, {"label": self.line()}]
        )
        return [*sections[:at], attrs.evolve(sections[at], **changes), *sections[at + 1 :]]
