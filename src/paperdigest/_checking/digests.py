"""Diagnostics about whole digests: their headings, and how their papers compare."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from paperdigest._checking.counts import check_numbers, check_totals
from paperdigest._checking.gaps import stray_span
from paperdigest._checking.papers import PaperChecks
from paperdigest._checking.report import Report, Span
from paperdigest._grammar.expected import Expected
from paperdigest._model.finding import flat
from paperdigest._model.source import Source
from paperdigest._model.values import Paper
from paperdigest._parsing.chapters import is_known
from paperdigest._parsing.draft import begin_paper
from paperdigest._parsing.hidden import may_hide
from paperdigest._parsing.parser import read_heading
from paperdigest._parsing.readers import Note, read_paper
from paperdigest._parsing.record import Piece
from paperdigest._parsing.scanner import Block, strip_span
from paperdigest._text.dates import read_date, read_range
from paperdigest._text.shown import shown

#: A bar between two cells.
_BAR = re.compile(r"(?<!\\)\|")

#: The attributes every paper should have, each with the code and the word for one that is missing.
_WANTED = (
    ("votes", "no-votes", "votes"),
    ("authors", "no-authors", "authors"),
    ("sections", "no-sections", "summary"),
)


class CheckedPaper(NamedTuple):
    """A paper as its digest's checks need it.

    Attributes:
        paper: The paper.
        head: Its head.
        lacks: Which of votes, authors and sections it lacks.
    """

    paper: Paper
    head: Note
    lacks: Sequence[str]

    @property
    def span(self) -> Span:
        """The place of its title, or of its heading."""
        head = Piece(*self.head)
        start, end = head.spans.get("title", (0, 0))
        return (start, end) if start < end else (head.start, head.end)


class DigestChecks:
    """Checks the digests of one text.

    Args:
        report: Collects the diagnostics.
        source: The text.
        expected: The expectations of its dialect.
        lost: Advice for a text without papers, if there is any.
    """

    def __init__(self, report: Report, source: Source, expected: Expected, lost: str) -> None:
        self._report = report
        self._source = source
        self._normalized = source.normalized
        self._expected = expected
        self._hides = may_hide(source.normalized)
        self._papers = PaperChecks(report, source.normalized, expected)
        self._days: set[date | str] = set()
        self._told = False
        self._lost = lost or "check whether they were lost"

    def check(self, heading: Block | None, blocks: Sequence[Block], start: int) -> None:
        """Check one digest.

        Args:
            heading: Its heading, if it has one.
            blocks: The blocks below it.
            start: The start of the digest.
        """
        if heading:
            self._check_heading(heading)
        checked: list[CheckedPaper] = []
        for number, block in enumerate(blocks, 1):
            if block.kind == "paper":
                checked.append(self._checked(block))
                if block.entry.cells:
                    self._check_rows(block, block)
            elif block.kind == "skip" and block.entry.rule.flaw is not None:
                self._check_flaw(block, block.entry.rule.flaw)
            elif block.kind == "skip" and number < len(blocks) and blocks[number].kind == "paper":
                self._check_rows(block, blocks[number])
        place = self._place(heading, checked, blocks)
        if not checked:
            message = f"No papers follow this heading; {self._lost}"
            self._report.add("no-papers", place, message)
        elif heading is None and self._expected.heading is not None:
            self._tell_no_heading(blocks, place)
        self._check_wanted(checked, place)
        self._check_duplicates(checked)
        if checked:
            first = next(block.start for block in blocks if block.kind == "paper")
            self._check_contents(checked, start, first)
        check_numbers(self._report, blocks)
        check_totals(self._report, self._normalized, self._source.dialect, blocks, start)

    def _checked(self, block: Block) -> CheckedPaper:
        record: list[Note] = []
        source = self._source
        draft = begin_paper(None, block.category)
        head = (block.entry, block.head)
        paper = read_paper(
            draft, source.dialect, source.text, self._normalized, head,
            end=block.end, record=record, hides=self._hides,
        )  # fmt: skip
        lacks = self._papers.check(paper, record, block.category, block.end)
        return CheckedPaper(paper, record[0], lacks)

    def _place(
        self, heading: Block | None, checked: Sequence[CheckedPaper], blocks: Sequence[Block]
    ) -> Span:
        """Return the place for a message about a whole digest."""
        if heading is None and checked:
            return checked[0].span
        first = heading or next(block for block in blocks if block.kind == "group")
        return strip_span(self._normalized, first.start, first.head.end())

    def _tell_no_heading(self, blocks: Sequence[Block], place: Span) -> None:
        """Report that no digest heading is above the first paper, only another one or none."""
        sample = self._expected.sample(None)
        what = f", such as {shown(sample)}" if sample else ""
        above = _heading_above(blocks)
        if above is None:
            message = f"No digest heading above this paper; add one{what}"
        else:
            place = strip_span(self._normalized, above.start, above.head.end())
            found = shown(self._normalized[slice(*place)])
            message = f"{found} is not a digest heading; write one{what}"
        self._report.add("no-heading", place, message)

    def _check_heading(self, heading: Block) -> None:
        title, first, _ = read_heading(heading.entry, heading.head, self._source.year)
        span = strip_span(self._normalized, heading.start, heading.head.end())
        # Days without a year are compared by their text.
        day = first or " ".join(filter(None, (title, self._written_date(heading))))
        if day in self._days:
            message = (
                f"{shown(str(day))} is already the heading of a digest above; keep one of them"
            )
            self._report.add("repeated-heading", span, message)
        elif self._days and not self._told:
            self._told = True
            message = "The text contains several digests; parse each of them by itself"
            self._report.add("several-headings", span, message)
        self._days.add(day)
        if first is None and self._expected.dated:
            self._check_date(heading, span, title)

    @staticmethod
    def _written_date(heading: Block) -> str:
        """Return the text in the place of the date or range of a heading."""
        groups = heading.entry.groups
        number = groups.get("range") or groups.get("date")
        return (heading.head[number] or "").strip() if number else ""

    def _check_date(self, heading: Block, span: Span, title: str | None) -> None:
        written = self._written_date(heading)
        if not written:
            if self._source.date is None:
                self._tell_no_date(heading, span, title)
            return
        groups = heading.entry.groups
        name = "range" if "range" in groups else "date"
        place = strip_span(self._normalized, *heading.head.span(groups[name]))
        if _lacks_a_part(written):
            self._tell_incomplete(place)
        else:
            what = "date; expected YYYY-MM-DD, such as 2024-08-26"
            if name == "range":
                what = "range of days; expected the first and the last day, such as May 22-28"
            self._report.add("bad-date", place, f"{shown(written)} is not a valid {what}")

    def _tell_no_date(self, heading: Block, span: Span, title: str | None) -> None:
        """Report that a heading has no date, or only a part of one at the end of its title."""
        number = heading.entry.groups.get("title")
        part = _date_at_end(self._normalized, *heading.head.span(number)) if number else None
        if part:
            self._tell_incomplete(part)
            return
        sample = self._expected.sample(title)
        what = f"write {shown(sample)}" if sample else "write one"
        self._report.add("no-date", span, f"This heading has no date; {what}")

    def _tell_incomplete(self, place: Span) -> None:
        written = shown(self._normalized[slice(*place)])
        message = f"{written} is an incomplete date; write its day, month and year"
        self._report.add("incomplete-date", place, message)

    def _check_flaw(self, block: Block, flaw: str) -> None:
        span = strip_span(self._normalized, block.start, block.head.end())
        found = shown(self._normalized[slice(*span)])
        message = f"{found} is not part of any paper; move it below a title, or remove it"
        self._report.add(flaw, span, message)

    def _check_rows(self, block: Block, model: Block) -> None:
        """Check the lines below the head or a row of a table, up to a blank one.

        Args:
            block: The head or the row.
            model: A row of the same table that is a paper.
        """
        unread: list[Span] = []
        at = self._normalized.find("\n", block.head.end(), block.end) + 1 or block.end
        while at < block.end and self._normalized.startswith("|", at):
            line_end = self._normalized.find("\n", at, block.end)
            line_end = block.end if line_end < 0 else line_end
            unread.append(strip_span(self._normalized, at, line_end))
            at = line_end + 1
        # What follows the head of a table without a blank line up to a paper is a row of it; else
        # the table may be another one.
        for span in unread if block.kind == "paper" or at >= block.end else ():
            row = self._normalized[slice(*span)]
            advice = _advice_for(row, model)
            message = f"No paper could be parsed from the row {shown(row)}; {advice}"
            self._report.add("unread-row", span, message)
        stray = stray_span(self._expected, self._normalized, at, block.end)
        if stray and block.kind == "paper":
            message = (
                f"{shown(self._normalized[slice(*stray)])} is kept, but is not part of any value"
            )
            self._report.add("unknown-line", stray, message)

    def _check_wanted(self, checked: Sequence[CheckedPaper], place: Span) -> None:
        expected = {
            "votes": self._expected.votes,
            "authors": self._expected.authors,
            "sections": self._expected.sections,
        }
        for name, code, words in _WANTED:
            lacking = [each for each in checked if name in each.lacks]
            if not expected[name]:
                continue
            if len(lacking) == len(checked) and not self._expected.family:
                continue
            if len(lacking) == len(checked) > 1:
                message = (
                    f"No {words} in any of the {len(checked)} papers; add them if they are known"
                )
                self._report.add(code, place, message)
                continue
            for each in lacking:
                title = shown(each.paper.title) if each.paper.title else "without title"
                message = f"The paper {title} has no {words}"
                self._report.add(code, each.span, message)

    def _check_duplicates(self, checked: Sequence[CheckedPaper]) -> None:
        seen: dict[tuple[str | None, str], int] = {}
        for number, each in enumerate(checked, 1):
            paper = each.paper
            same = paper.arxiv_id or paper.url or paper.title
            before = seen.setdefault((paper.category, same), number)
            if same and before != number:
                message = f"Paper {before} also has {shown(same)}; remove one of them"
                self._report.add("duplicate-paper", each.span, message)

    def _check_contents(self, checked: Sequence[CheckedPaper], start: int, end: int) -> None:
        """Compare a table of contents with the titles of the papers."""
        pattern = self._expected.contents
        found = list(pattern.finditer(self._normalized, start, end)) if pattern else []
        if not found:
            return
        titles = [flat(each.paper.title) for each in checked]
        listed = [flat(line["title"]) for line in found]
        known, named = set(titles), set(listed)
        for at, (line, title) in enumerate(zip(found, listed, strict=True)):
            if title in known:
                continue
            other = f"; paper {at + 1} is {shown(titles[at])}" if at < len(titles) else ""
            message = f"No paper has the title {shown(title)}{other}; correct one of them"
            self._report.add(
                "conflicting-values", strip_span(self._normalized, *line.span("title")), message
            )
        if len(titles) > len(listed):
            for each, title in zip(checked, titles, strict=True):
                if title not in named:
                    message = f"The table of contents does not list {shown(title)}; add it"
                    self._report.add("conflicting-values", each.span, message)


#: Words, the most words of a part of a date, and what is around it.
_WORD = re.compile(r"\S+")
_MOST_WORDS = 5
_AROUND = "()[],:"


def _heading_above(blocks: Sequence[Block]) -> Block | None:
    """Return the last heading above the first paper that no rule names, if there is one."""
    above = takewhile(lambda block: block.kind != "paper", blocks)
    chapters = [each for each in above if each.kind == "end" and not is_known(each.entry)]
    return chapters[-1] if chapters else None


def _date_at_end(text: str, start: int, end: int) -> Span | None:
    """Return the place of a date that lacks a part at the end of a title, if there is one."""
    words = [word.start() for word in _WORD.finditer(text, start, end)]
    for at in words[-_MOST_WORDS:]:
        written = text[at:end].strip().strip(_AROUND)
        if _lacks_a_part(written):
            first = text.index(written, at)
            return first, first + len(written)
    return None


def _advice_for(row: str, model: Block) -> str:
    """Return what to do about a row without a paper.

    Args:
        row: The row.
        model: A row of the same table that is a paper.
    """
    text = model.head.string
    cells = _BAR.findall(text, model.start, model.head.end())
    if len(_BAR.findall(row)) < len(cells):
        return "write all cells on one line"
    number = len(_BAR.findall(text, model.start, model.head.start(model.entry.title)))
    return f"cell {number} lacks a title or its link; write it as the other rows do"


def _lacks_a_part(text: str) -> bool:
    """Return whether a text is a date that lacks only its day, month or year."""
    if read_range(text, 2024) is not None:
        return True
    return any(
        read_date(whole) is not None
        for whole in (
            f"{text}-01",
            f"{text}-01-01",
            f"{text}.01",
            f"{text}/01",
            f"{text}/2024",
            f"{text}, 2024",
            f"{text} 2024",
            f"1 {text}",
            f"{text}1日",
            f"{text} 1일",
            f"2024年{text}",
            f"2024년 {text}",
        )
    )
