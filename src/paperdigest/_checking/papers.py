"""Diagnostics about a single paper."""

import re
from collections.abc import Sequence

from paperdigest._checking.gaps import OPEN_LINK, check_gap
from paperdigest._checking.labels import check_label, check_unread_label
from paperdigest._checking.misspelt import WEB, check_fields, check_scheme
from paperdigest._checking.report import Fix, Report, Span
from paperdigest._grammar.expected import Expected
from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import VALUES
from paperdigest._grammar.tables import Entry
from paperdigest._model.values import Paper
from paperdigest._parsing.readers import Note
from paperdigest._parsing.record import Piece
from paperdigest._parsing.scanner import strip_span
from paperdigest._text.arxiv import bare_arxiv_id
from paperdigest._text.authors import COMMAS, Separator, author_spans
from paperdigest._text.shown import shown
from paperdigest._text.votes import MAX_VOTE_DIGITS, read_votes

#: Placeholders for unknown votes.
_UNKNOWN = frozenset({"-", "–", "—", "?", "n/a", "none", "null"})

#: What is not a name in a list with commas, and what to do about it.
_NO_NAMES = (
    (
        re.compile(r"[-–—?]|n/?a|none|null|unknown|tba|tbd", re.IGNORECASE),
        "write the names, or remove it",
    ),
    (re.compile(r"(?:\.{3}|…|\+[ ]?[0-9]).*"), "write the names that are left out, or et al."),
    (re.compile(r"(?:and|&)[ ].*"), "write only a comma before the last name"),
    (
        re.compile(r"[^(]*?(?:(?<!&amp)(?<!&#39)(?<!&quot);[ ]|[；，、]).*"),
        "write a comma between two names",
    ),
    (  # of two words each, so that a group such as "Johnson and Johnson" is not reported
        re.compile(
            r"(?!.*[ ](?:of|for|the)[ ])[^ (]++[ ][^(]*?[ ](?:and|&(?:amp;)?)[ ]"
            r"(?![a-z0-9])[^ (]++[ ].+"
        ),
        "write a comma between two names",
    ),
)
#: The first of them as they are usually written, for a quick look.
_PLACEHOLDERS = frozenset(
    spelling
    for each in ("-", "–", "—", "?", "n/a", "na", "none", "null", "unknown", "tba", "tbd")
    for spelling in (each, each.upper(), each.title())
)
#: Signs of the others that are not in ASCII.
_WIDE_SIGNS = frozenset("；，、…")

#: Kinds that a paper may have only once; the last one counts.
_SINGLE = frozenset(kind for kind, each in VALUES.items() if not each.derived)

_LABELLED = frozenset({"section", "field"})
_LINKED = frozenset({"media", "link"})

#: After these, a line without meaning is no longer in the way of a section.
_BELOW = frozenset({"section", "divider"})

_ARXIV_NUMBER = re.compile(r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?")

#: A label in a paper, and what it is the label of.
_Label = tuple[str, str]


class _Plan:
    """The checks that the pieces of a rule need.

    Attributes:
        close: Whether the rule itself is a reason to look closer.
        authors: The group of authors.
        label: The group of a label.
        url: The group of a URL.
        sound: The heads of sections and fields without a problem, with their labels.
    """

    __slots__ = ("authors", "close", "label", "sound", "url")

    def __init__(self, entry: Entry) -> None:
        groups = entry.groups
        voted = entry.kind == "paper" and "votes" in groups
        named = "copy" in groups or "id" in groups or (entry.rule.main and "label" in groups)
        self.close = entry.rule.flaw is not None or named or voted
        self.authors = groups.get("authors", 0)
        self.label = groups.get("label", 0)
        self.url = entry.url
        self.sound: dict[str, _Label] = {}


class _Plans(dict[Entry, _Plan]):
    """The plans for the rules that are met in a text."""

    def __missing__(self, entry: Entry) -> _Plan:
        plan = self[entry] = _Plan(entry)
        return plan


class PaperChecks:
    """Checks the pieces of the papers in a text.

    Nearly all of them are sound, so the first checks take no longer than parsing did. Places are
    looked up only if these checks fail.

    Args:
        report: Collects the diagnostics.
        normalized: The text with plain line endings.
        expected: The expectations of the dialect.
    """

    def __init__(self, report: Report, normalized: str, expected: Expected) -> None:
        self._report = report
        self._text = report.text
        self._normalized = normalized
        self._expected = expected
        self._plans = _Plans()

    def check(
        self, paper: Paper, record: Sequence[Note], group: str | None, end: int
    ) -> Sequence[str]:
        """Check a paper.

        Args:
            paper: The parsed paper.
            record: Its pieces, its head first.
            group: The category of the group that it is in.
            end: The end of its block.

        Returns:
            Which of ``votes``, ``authors`` and ``sections`` it lacks.
        """
        normalized, plans = self._normalized, self._plans
        head_entry, head, _, _ = record[0][2]
        if not paper.title or (paper.url is None and self._expected.linked):
            self._check_head(paper, Piece(*record[0]))
        labels: set[_Label] = set()
        singles: dict[str, str] = {}
        at = len(normalized) if head_entry.cells else head.end()  # a row has no gaps
        below = False  # whether there is a section above
        for note in record:
            attribute, item, (entry, match, _, stop), _ = note
            plan = plans[entry]
            begin = match.start()
            if begin > at and not normalized[at:begin].isspace():
                self._check_gap(at, match.start(entry.start), below=below)
            if plan.close:
                self._look_closer(Piece(*note), paper)
            if plan.authors and not _are_plain(match[plan.authors], entry.rule.separator):
                self._check_authors(Piece(*note))
            if attribute in _LABELLED and item >= 0:
                self._check_labelled(note, plan, labels)
            elif attribute in _SINGLE:
                self._check_single(note, singles, group)
            elif plan.url or attribute in _LINKED:
                self._check_address(note, plan)
            at = max(at, stop or match.end())
            below = below or attribute in _BELOW
        if end > at and not normalized[at:end].isspace():
            self._check_gap(at, end, below=below)
        check_fields(self._report, self._expected, paper, record)
        return _lacking(paper, singles.get("votes") or paper.votes is not None)

    def _check_head(self, paper: Paper, head: Piece) -> None:
        title = _span(head, "title")
        if not paper.title:
            message = "This paper has no title; add one"
            self._report.add("no-title", (head.start, head.end), message)
        if paper.url is not None or not self._expected.linked:
            return
        found = OPEN_LINK.search(self._normalized, *title)
        if found:
            message = "This link is not closed and is part of the title; write [title](URL)"
            self._report.add("unclosed-link", (found.start(), title[1]), message)
        else:
            span = (head.start, head.end) if _is_empty(title) else title
            known = paper.arxiv_id
            url = "[title](URL)" if known is None else f"https://arxiv.org/abs/{known}"
            message = f"The paper {shown(paper.title)} has no link; write {url}"
            self._report.add("no-link", span, message)

    def _look_closer(self, piece: Piece, paper: Paper) -> None:
        """Check what depends on the rule of a piece, not on the attribute."""
        if piece.entry.rule.flaw is not None:
            self._check_flaw(piece, piece.entry.rule.flaw)
        if piece.entry.kind == "paper" and "votes" in piece.entry.groups:
            self._check_votes(piece)
        self._check_copy(piece, paper)

    def _check_flaw(self, piece: Piece, flaw: str) -> None:
        rule = piece.entry.rule
        end = piece.start + len(self._text[piece.start : piece.end].rstrip())
        found = self._text[piece.start : end]
        if piece.entry.kind == "markup":
            self._check_gap(piece.start, end, below=False)
            return
        fixed = self._fixed(piece, rule)
        if fixed is None or fixed == found:
            self._report.add(flaw, (piece.start, end), f"{shown(found)} is malformed; correct it")
        else:
            message = f"{shown(found)} found; write {shown(fixed, 200)}"
            fix = Fix(piece.start, end, fixed)
            self._report.add(flaw, (piece.start, end), message, fix)

    def _fixed(self, piece: Piece, rule: Rule) -> str | None:
        if rule.fix is None:
            return None
        values = {name: self._text[slice(*span)] for name, span in piece.spans.items()}
        return Form.from_template(rule.fix).fill(values)

    def _check_copy(self, piece: Piece, paper: Paper) -> None:
        """Compare an identifier with the link next to it."""
        spans = piece.spans
        span = spans.get("copy") or spans.get("id")
        if span is None and piece.attribute == "url":
            span = spans.get("label")
        if span is None or paper.url is None:
            return
        copy = self._text[slice(*span)]
        if not copy or copy in paper.url:
            return
        known = bare_arxiv_id(copy)
        is_id = piece.entry.kind == "copy" or _ARXIV_NUMBER.fullmatch(known)
        if is_id and known != paper.arxiv_id:
            message = (
                f"{shown(copy)} found, but the link is {shown(paper.url)}; correct the wrong one"
            )
            self._report.add("conflicting-values", span, message)

    def _check_authors(self, piece: Piece) -> None:
        start, end = _span(piece, "authors")
        names = list(author_spans(self._text[start:end], piece.entry.rule.separator))
        for at, (name, begin, end) in enumerate(names):
            first = at == 0 or names[at - 1][0]
            if not name and first and len(names) > 1:
                message = "No name beside this comma; add the name, or remove the comma"
                self._report.add("empty-author", (start + begin, start + end), message)
            elif name and piece.entry.rule.separator in COMMAS:
                self._check_name(name, (start + begin, start + end))

    def _check_name(self, name: str, span: Span) -> None:
        """Check a name of a list with commas."""
        for pattern, advice in _NO_NAMES:
            if pattern.fullmatch(name):
                message = f"{shown(name)} is not the name of one author; {advice}"
                self._report.add("not-a-name", strip_span(self._text, *span), message)
                return

    def _check_single(self, note: Note, seen: dict[str, str], group: str | None) -> None:
        """Check a value that a paper may have only once."""
        attribute, _, (entry, match, _, _), _ = note
        number = entry.groups.get(attribute, 0)
        value = self._text[slice(*match.span(number))].strip() if number else ""
        before = seen.setdefault(attribute, value)
        if value != before:
            message = (
                f"{shown(value)} found, but {shown(before)} above; the last one counts; remove one"
            )
            self._report.add("conflicting-values", _span(Piece(*note), attribute), message)
        if attribute == "votes":
            if read_votes(value) is None:
                self._check_votes(Piece(*note))
        elif attribute == "category" and value and group and value != group:
            message = (
                f"The category is {shown(value)} here, but the paper is in the group "
                f"{shown(group)}; correct one of them"
            )
            self._report.add("conflicting-values", _span(Piece(*note), attribute), message)

    def _check_votes(self, piece: Piece) -> None:
        span = _span(piece, "votes")
        value = self._text[slice(*span)]
        if not value or read_votes(value) is not None or value.lower() in _UNKNOWN:
            return
        if value.isdecimal() and value.isascii():
            message = f"A number of {len(value)} digits; the maximum for votes is {MAX_VOTE_DIGITS}"
        else:
            message = (
                f"{shown(value)} is not a number of votes; write digits, or - if it is unknown"
            )
        self._report.add("bad-votes", span, message)

    def _check_address(self, note: Note, plan: _Plan) -> None:
        attribute, _, (_, match, _, _), _ = note
        url = (match[plan.url] or "").strip() if plan.url else ""
        if url and not url.startswith(WEB):
            check_scheme(self._report, Piece(*note))
        elif not url and attribute in _LINKED:
            piece = Piece(*note)
            message = "The parentheses are empty; add the URL, or remove the link"
            self._report.add("empty-address", (piece.start, piece.end), message)

    def _check_labelled(self, note: Note, plan: _Plan, seen: set[_Label]) -> None:
        """Check a section or a field."""
        attribute, _, (_, match, start, stop), _ = note
        label = plan.sound.get(match[0])
        if label is None:
            self._check_label(note, plan, seen)
        elif label in seen:
            self._check_repeated(Piece(*note))
        else:
            seen.add(label)
        if attribute == "section" and (stop <= start or self._normalized[start].isspace()):
            self._check_text(Piece(*note))

    def _check_text(self, piece: Piece) -> None:
        if _is_empty(piece.spans["text"]):
            message = "This section has no text; add it, or remove the section"
            self._report.add("empty-section", (piece.start, piece.end), message)

    def _check_label(self, note: Note, plan: _Plan, seen: set[_Label]) -> None:
        """Check the head of a section or field, and record it if it is sound."""
        attribute, _, (_, match, start, stop), _ = note
        label = (match[plan.label] or "").strip() if plan.label else ""
        if not label:
            pattern = self._expected.unread_label
            if attribute == "section" and pattern and pattern.match(self._normalized, start, stop):
                check_unread_label(self._report, self._expected, self._normalized, Piece(*note))
            return
        found = (attribute, label)
        if found in seen:
            self._check_repeated(Piece(*note))
        seen.add(found)
        if check_label(self._report, self._expected, self._normalized, Piece(*note)):
            plan.sound[match[0]] = found

    def _check_repeated(self, piece: Piece) -> None:
        span = piece.spans["label"]
        label = shown(self._text[slice(*span)])
        message = f"The label {label} is already used above; join the two, or rename one"
        self._report.add("repeated-label", span, message)

    def _check_gap(self, start: int, end: int, *, below: bool) -> None:
        """Check the text between two pieces, or after the last one."""
        code = "unknown-line" if below else "stray-text"
        check_gap(self._report, self._expected, self._normalized, code, (start, end))


def _lacking(paper: Paper, votes: object) -> Sequence[str]:
    if votes and paper.authors and paper.sections:
        return ()
    has = {"votes": votes, "authors": paper.authors, "sections": paper.sections}
    return [name for name, value in has.items() if not value]


def _are_plain(line: str | None, separator: Separator) -> bool:
    """Return whether commas separate the names in a line, and none of them may be no name."""
    if not line or line.isspace() or separator is None:
        return True
    if separator not in COMMAS or "(" in line or "[" in line:
        return False
    if ";" in line or "+" in line or "&" in line or "..." in line or " and " in line:
        return False
    if not line.isascii() and not _WIDE_SIGNS.isdisjoint(line):
        return False
    names = list(map(str.strip, line.split(",")))
    return all(names) and _PLACEHOLDERS.isdisjoint(names)


def _span(piece: Piece, name: str) -> Span:
    """Return the span of a value, or the start of its piece if it has none."""
    return piece.spans.get(name, (piece.start, piece.start))


def _is_empty(span: Span) -> bool:
    return span[0] == span[1]
