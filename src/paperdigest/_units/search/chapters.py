"""Headings without papers below them: chapters about the list, videos and tools, text around papers."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from paperdigest._units.patterns.words import is_chapter, is_shallow, names_no_papers
from paperdigest._units.search.candidates import Candidate
from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.fits import shown_in
from paperdigest._units.search.lines import Line

#: How much the lines below an item must show a paper.
_SURE = 0.9
#: How much a year in a line shows a paper.
_YEAR = 0.3
#: If so many lines of a group show papers, the others count as papers too.
NEARLY_ALL = 0.7
_VIDEO = re.compile(
    r"https?://(?:[\w-]++\.){0,3}?(?:youtube|youtu|bilibili|vimeo|videolectures|slideshare)\."
)
_HEADING = re.compile(r"[^\w\n]*(?P<words>[^\n]*?)[ \t*#:：]*$", re.MULTILINE)


def outside_chapters(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that are not in a chapter about the list itself."""
    depth = 0
    first = True
    shallow = False
    for line in lines:
        level = line.level
        if level:
            if depth and level > depth and not shallow:
                continue
            words = _HEADING.match(text, line.words, line.end)
            # The title of a page may be "References".
            shallow = words is not None and is_shallow(words["words"])
            chapter = shallow or (words is not None and is_chapter(words["words"]))
            depth = level if not first and chapter else 0
            first = False
            if depth:
                continue
        if not depth:
            yield line


def outside(text: str, lines: Sequence[Line], headings: AbstractSet[str]) -> Iterator[Line]:
    """Yield the lines that are not below some headings."""
    depth = 0
    for line in lines:
        if line.level and not 0 < depth < line.level:
            depth = line.level if words_of(text, line) in headings else 0
        if not depth:
            yield line


def bare_chapters(
    evidence: Evidence, taken: Sequence[Candidate], least: float = 0.5
) -> Iterator[str]:
    """Yield headings over items without links to papers, if other items have them.

    Args:
        evidence: The text.
        taken: The groups with the items.
        least: The share of a group that must have such links.
    """
    linked = [each for each in taken if each.links >= least and each.key.mark in ("-", "")]
    starts = {line.start for each in linked for line in each.lines}
    # The rules for papers may match any item with the same mark. Below the heading of a paper, such
    # an item is a part of it.
    headed = any(each.lines[0].level for each in taken)
    marks = {each.key.marks for each in linked if each.key.mark and not headed}
    forms = {form for each in taken for form in each.forms}
    heads: list[_Counted] = []
    for at, line in enumerate([*evidence.lines, None]):
        if line is None or line.level:
            while heads and (line is None or heads[-1].level >= line.level):
                head = heads.pop()
                if head.is_bare():
                    yield head.words
                if heads:
                    heads[-1].add(head)
            if line is not None:
                heads.append(_Counted(line.level, words_of(evidence.text, line)))
        elif heads and (line.start in starts or line.key.marks in marks):
            head = heads[-1]
            head.items += 1
            link = evidence.has_link(line)
            # A year alone does not make a paper of a talk or a post.
            little = _YEAR if names_no_papers(head.words) else 0
            named = any(shown_in(evidence.text, line, form) > little for form in forms)
            head.shown += (
                link
                or (named and not _VIDEO.search(evidence.text, line.start, line.end))
                or evidence.below(at) >= _SURE
            )


def around(evidence: Evidence, taken: Sequence[Candidate]) -> Iterator[str]:
    """Yield headings of text about the list, before the first paper and after the last one.

    They have the level of the papers, but nothing below them shows one.
    """
    places = {line.start: at for at, line in enumerate(evidence.lines)}

    def shows_none(line: Line) -> bool:
        shown = line.numbered or evidence.has_link(line)
        return not shown and not evidence.below(places[line.start])

    for each in taken:
        if each.lines[0].level and len(each.lines) >= 3 and NEARLY_ALL <= each.evidence < 1:
            for lines in (each.lines, each.lines[::-1]):
                for line in takewhile(shows_none, lines):
                    yield words_of(evidence.text, line)


def words_of(text: str, line: Line) -> str:
    """Return the words of a heading as they are written, without its mark."""
    return text[line.start : line.end].strip().lstrip("#").strip()


class _Counted:
    """A heading, and how many items below it show papers.

    Attributes:
        level: Its level.
        words: Its words.
        items: How many items are below it, however deep.
        shown: How many of those show a paper, even if only by names.
    """

    def __init__(self, level: int, words: str) -> None:
        self.level = level
        self.words = words
        self.items = 0
        self.shown = 0

    def is_bare(self) -> bool:
        """Return whether no paper is below it."""
        if self.shown:
            return False
        return self.items >= 2 or (self.items > 0 and names_no_papers(self.words))

    def add(self, inner: "_Counted") -> None:
        """Add the items below a deeper heading."""
        self.items += inner.items
        self.shown += inner.shown
