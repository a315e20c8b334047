"""Edits of a digest, and the values they put in it."""

import datetime
import random
import re
from collections.abc import Callable, Sequence
from typing import Any, Literal

import attrs
from inputs import PIECES

from paperdigest import Digest, Field, Link, Media, Paper, Section


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

    def date(self) -> datetime.date | None:
        """Draw a day, or none."""
        days = (None, datetime.date(2024, 2, 29), datetime.date(1, 1, 1), datetime.date.max)
        day = datetime.date.fromordinal(738000 + self.below(2000))
        return self._source.choice([*days, day])

    def section(self) -> Section:
        """Draw a section."""
        return Section(self._source.choice([None, "Idea", "What's New", self.line()]), self.text())

    def paper(self) -> Paper:
        """Draw a paper."""
        return Paper(
            self.line(),
            self._source.choice([None, self.url()]),
            votes=self._source.choice([None, 0, self.below(10**6)]),
            authors=self._source.choice([[], ["Ada Lovelace"], [self.line() for _ in "ab"]]),
            sections=[self.section() for _ in range(self.below(3))],
        )

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

    def edited(self, digest: Digest, changed: set[int]) -> Digest:
        """Draw a change of a digest, and note the papers it makes.

        Raises:
            ValueError: A value was refused.
        """
        if not digest.papers or not self.below(4):
            edited = self._edited_digest(digest)
            known = {id(paper) for paper in digest.papers}
            changed.update(id(paper) for paper in edited.papers if id(paper) not in known)
            if len({id(paper) for paper in edited.papers}) < len(edited.papers):
                changed.update(map(id, edited.papers))  # one of two is written anew
            return edited
        at = self.below(len(digest.papers))
        paper = self.edited_paper(digest.papers[at])
        changed.add(id(paper))
        return attrs.evolve(digest, papers=[*digest.papers[:at], paper, *digest.papers[at + 1 :]])

    def _edited_digest(self, digest: Digest) -> Digest:
        kind = self.below(6)
        if kind == 0:
            return attrs.evolve(digest, title=self._source.choice([None, self.line()]))
        if kind == 1:
            return attrs.evolve(digest, date=self.date())
        if kind == 2:
            return attrs.evolve(digest, date=self.date(), end_date=self.date())
        return attrs.evolve(digest, papers=self.items(digest.papers, self.paper))

    def edited_paper(self, paper: Paper) -> Paper:
        """Draw a change of one attribute of a paper.

        Raises:
            ValueError: A value was refused.
        """
        name = self._source.choice([each.name for each in attrs.fields(Paper) if each.init][:9])
        new: Any
        if name == "title":
            new = self.line()
        elif name == "url":
            new = self._source.choice([None, self.url()])
        elif name == "votes":
            new = self._source.choice([None, 0, 7, 10**17])
        elif name == "category":
            new = self._source.choice([None, "cs.CL", self.line()])
        elif name == "authors":
            new = self.items(paper.authors, self.line)
        elif name == "media":
            kind: Literal["image", "video"] = "image" if self.below(2) else "video"
            new = self.items(paper.media, lambda: Media(kind, self.url(), self.line()))
        elif name == "fields":
            new = self.items(paper.fields, lambda: Field(self.line(), self.line()))
        elif name == "links":
            new = self.items(paper.links, lambda: Link(self.line(), self.url()))
        else:
            new = self._edited_sections(paper.sections)
        return attrs.evolve(paper, **{name: new})

    def _edited_sections(self, sections: Sequence[Section]) -> Sequence[Section]:
        if not sections or self.below(2):
            return self.items(sections, self.section)
        at = self.below(len(sections))
        changes: Any = self._source.choice(
            [{"text": self.text()}, {"label": None}, {"label": self.line()}]
        )
        return [*sections[:at], attrs.evolve(sections[at], **changes), *sections[at + 1 :]]
