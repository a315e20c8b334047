"""What is noticed in one paper."""

import re

from paperdigest._checking.expected import Expected, straight
from paperdigest._checking.report import Fix, Report, Span, shown
from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import VALUES
from paperdigest._model.values import Paper
from paperdigest._parsing.record import Piece
from paperdigest._parsing.scanner import strip_span
from paperdigest._text.authors import author_spans
from paperdigest._text.votes import MAX_VOTE_DIGITS, read_votes

#: What stands for votes that nobody knows.
_UNKNOWN = frozenset({"-", "–", "—", "?", "n/a", "none", "null"})

#: Kinds whose value may stand once in a paper; the last one counts.
_SINGLE = frozenset(kind for kind, each in VALUES.items() if not each.derived)

_OPEN_LINK = re.compile(r"\]\([^\s()]*+$|\]https?://[^\s()]*+", re.MULTILINE)
_ARXIV_NUMBER = re.compile(r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?")
_VERSION = re.compile(r"v[0-9]+$")


class PaperChecks:
    """Looks at the pieces of the papers in one text.

    Args:
        report: Takes what is noticed.
        normalized: The text with plain line ends.
        expected: What the dialect lets one expect.
    """

    def __init__(self, report: Report, normalized: str, expected: Expected) -> None:
        self._report = report
        self._text = report.text
        self._normalized = normalized
        self._expected = expected

    def check(
        self, paper: Paper, record: list[Piece], group: str | None, end: int
    ) -> frozenset[str]:
        """Look at a paper.

        Args:
            paper: What was read.
            record: Its pieces, its head first.
            group: The category of the group that it stands in.
            end: Where its block ends.

        Returns:
            What it has of ``votes``, ``authors`` and ``sections``.
        """
        head = record[0]
        self._check_head(paper, head)
        labels: set[tuple[str, str]] = set()
        singles: dict[str, str] = {}
        for piece in record:
            self._check_flaw(piece)
            self._check_copy(piece, paper)
            if "authors" in piece.spans:
                self._check_authors(piece)
            if piece.attribute in _SINGLE:
                self._check_single(piece, singles, group)
            elif piece.attribute in ("section", "field") and piece.item >= 0:
                self._check_section(piece, labels)
            elif piece.attribute in ("media", "link") and _is_empty(_span(piece, "url")):
                message = "No URL stands in the parentheses; write it, or leave this out"
                self._report.add("empty-address", (piece.start, piece.end), message)
        if not head.entry.cells:
            self._check_gaps(record, end)
        return frozenset(
            name
            for name, value in (
                ("votes", singles.get("votes") or paper.votes is not None),
                ("authors", paper.authors),
                ("sections", paper.sections),
            )
            if value
        )

    def _check_head(self, paper: Paper, head: Piece) -> None:
        title = _span(head, "title")
        if not paper.title:
            message = "This paper has no title; write it"
            self._report.add("no-title", (head.start, head.end), message)
        if paper.url is not None or not self._expected.linked:
            return
        found = _OPEN_LINK.search(self._normalized, *title)
        if found:
            message = "This link is not closed, and is read as title; write [title](URL)"
            self._report.add("unclosed-link", (found.start(), title[1]), message)
        else:
            span = (head.start, head.end) if _is_empty(title) else title
            message = f"No link to the paper {shown(paper.title)}; write it as [title](URL)"
            self._report.add("no-link", span, message)

    def _check_flaw(self, piece: Piece) -> None:
        rule = piece.entry.rule
        if rule.flaw is None:
            return
        end = piece.start + len(self._text[piece.start : piece.end].rstrip())
        found = shown(self._text[piece.start : end])
        fixed = self._fixed(piece, rule)
        if fixed is None:
            self._report.add(rule.flaw, (piece.start, end), f"{found} is damaged; fix it")
        else:
            message = f"{found} found; write {shown(fixed, 200)}"
            fix = Fix(piece.start, end, fixed)
            self._report.add(rule.flaw, (piece.start, end), message, fix)

    def _fixed(self, piece: Piece, rule: Rule) -> str | None:
        if rule.fix is None:
            return None
        values = {name: self._text[slice(*span)] for name, span in piece.spans.items()}
        return Form.from_template(rule.fix).fill(values)

    def _check_copy(self, piece: Piece, paper: Paper) -> None:
        """Look whether an identifier that stands beside its link is the one in it."""
        span = piece.spans.get("copy") or piece.spans.get("id")
        if span is None or paper.url is None:
            return
        copy = self._text[slice(*span)]
        if not copy or copy in paper.url:
            return
        same = _VERSION.sub("", copy) == paper.arxiv_id
        if not same and (piece.entry.kind == "copy" or _ARXIV_NUMBER.fullmatch(copy)):
            message = (
                f"{shown(copy)} found, but the link is {shown(paper.url)}; "
                "look which one is right, and correct the other"
            )
            self._report.add("conflicting-values", span, message)

    def _check_authors(self, piece: Piece) -> None:
        start, end = piece.spans["authors"]
        names = list(author_spans(self._text[start:end], piece.entry.rule.separator))
        for at, (name, begin, end) in enumerate(names):
            first = at == 0 or names[at - 1][0]
            if not name and first and len(names) > 1:
                message = "No name beside this comma; write the name, or take the comma out"
                self._report.add("empty-author", (start + begin, start + end), message)

    def _check_single(self, piece: Piece, seen: dict[str, str], group: str | None) -> None:
        """Look at a value that may stand once."""
        span = _span(piece, piece.attribute)
        value = self._text[slice(*span)]
        before = seen.setdefault(piece.attribute, value)
        if value != before:
            message = (
                f"{shown(value)} found, but {shown(before)} above; the last one counts; keep one"
            )
            self._report.add("conflicting-values", span, message)
        if piece.attribute == "votes":
            self._check_votes(value, span)
        elif piece.attribute == "category" and value and group and value != group:
            message = (
                f"The category is {shown(value)} here, but the paper stands under {shown(group)}; "
                "correct one of them"
            )
            self._report.add("conflicting-values", span, message)

    def _check_votes(self, value: str, span: Span) -> None:
        if not value or value.lower() in _UNKNOWN or read_votes(value) is not None:
            return
        if value.isdecimal() and value.isascii():
            message = f"A number of {len(value)} digits; votes have at most {MAX_VOTE_DIGITS}"
        else:
            message = f"{shown(value)} is no count of votes; write digits, or - where none is known"
        self._report.add("bad-votes", span, message)

    def _check_section(self, piece: Piece, seen: set[tuple[str, str]]) -> None:
        """Look at the label of a section or field, and whether a text follows."""
        text = _span(piece, "text")
        if piece.attribute == "section" and _is_empty(text):
            message = "No text follows; write it, or leave the section out"
            self._report.add("empty-section", (piece.start, piece.end), message)
        span = piece.spans.get("label")
        if span is None or _is_empty(span):
            if piece.attribute == "section":
                self._check_unread_label(piece, text)
            return
        label = self._text[slice(*span)]
        if (piece.attribute, label) in seen:
            message = f"The label {shown(label)} stands above already; join the two, or rename one"
            self._report.add("repeated-label", span, message)
        seen.add((piece.attribute, label))
        plain = straight(label)
        if label != plain and plain in self._expected.labels:
            message = f"{shown(label)} found; write {shown(plain)}, with a straight apostrophe"
            self._report.add("curly-apostrophe", span, message, Fix(*span, plain))
        self._check_emphasis(piece, span)

    def _check_emphasis(self, piece: Piece, label: Span) -> None:
        """Look at the asterisks around a label that was read."""
        before = piece.spans.get("mark")
        inner = piece.spans.get("mark3")
        after = inner or piece.spans.get("mark2")
        if before is None or after is None:
            return
        for start, end in ((before[1], label[0]), (label[1], inner[0] if inner else label[1])):
            if start < end:
                message = "White space between a label and its asterisks; take it out"
                self._report.add("space-in-label", (start, end), message, Fix(start, end, ""))
        opening, closing = self._text[slice(*before)], self._text[slice(*after)]
        if opening == closing or set(opening + closing) not in ({"*"}, {"_"}):
            return
        following = self._normalized[after[1] : after[1] + 1]
        if len(opening) < len(closing) and not inner and following and not following.isspace():
            return  # the last ones start the text: `**Label:***text*`
        whole = max(opening, closing)
        message = f"{opening} before the label and {closing} after it; write {whole} on both sides"
        fix = Fix(*(after if whole == opening else before), whole)
        self._report.add("unbalanced-emphasis", (before[0], after[1]), message, fix)

    def _check_unread_label(self, piece: Piece, text: Span) -> None:
        """Look whether the text of a section starts with a known label that no rule could read."""
        pattern = self._expected.damaged_label
        found = pattern.match(self._normalized, *text) if pattern else None
        if found is None or "\n" in self._normalized[piece.start : text[0]]:
            return
        label, mark = straight(found["label"]), max(found["open"], found["close"], found["close2"])
        if not mark:
            return
        end = found.end() if found["close2"] else found.start("gap")
        gap = "" if self._normalized[end : end + 1].isspace() else " "
        fixed = f"{mark}{label}{mark}:"
        start = self._normalized[piece.start : text[0]] + fixed
        read = (rule.match(start) for rule in self._expected.labelled)
        line = self._normalized.find("\n", end, text[1])
        rest = self._normalized[end : line if line >= 0 else text[1]]
        # An asterisk later in the line may be the partner of one that was found.
        certain = "*" not in rest and any(rule and rule["label"] == label for rule in read)
        fix = Fix(found.start(), end, fixed + gap) if certain else None
        balanced = found["open"] == (found["close"] or found["close2"])
        code = "space-in-label" if balanced else "unbalanced-emphasis"
        message = f"{shown(found[0].rstrip())} is not read as a label; write {shown(fixed)}"
        self._report.add(code, (found.start(), end), message, fix)

    def _check_gaps(self, record: list[Piece], end: int) -> None:
        """Look at what stands between the pieces."""
        at = record[0].end
        code = "stray-text"
        for piece in record[1:]:
            self._check_gap(code, at, piece.start)
            at = max(at, piece.end)
            if piece.attribute in ("section", "rule"):
                code = "unknown-line"
        self._check_gap(code, at, end)

    def _check_gap(self, code: str, start: int, end: int) -> None:
        span = stray_span(self._expected, self._normalized, start, end)
        if span is None:
            return
        link = _OPEN_LINK.search(self._normalized, *span) if code == "stray-text" else None
        if link:
            line = self._normalized.rfind("\n", span[0], link.start()) + 1
            span = strip_span(self._normalized, line or span[0], link.end())
            message = f"{shown(self._normalized[slice(*span)])} is no link; write it as [text](URL)"
            self._report.add("unclosed-link", span, message)
            return
        found = shown(self._normalized[slice(*span)])
        if code == "stray-text":
            message = f"{found} belongs to no value; make it a section, or take it out"
            self._report.add(code, span, message)
        else:
            self._report.add(code, span, f"{found} is kept, but belongs to no value")


def stray_span(expected: Expected, normalized: str, start: int, end: int) -> Span | None:
    """Return what stands in a gap apart from separators before and after it."""
    first = last = -1
    at = start
    while at < end:
        line_end = normalized.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if not expected.separates(normalized, at, line_end):
            first = at if first < 0 else first
            last = line_end
        at = line_end + 1
    span = strip_span(normalized, first, last) if first >= 0 else (0, 0)
    return None if _is_empty(span) else span


def _span(piece: Piece, name: str) -> Span:
    """Return where a value stands, the start of its piece where the rule found none."""
    return piece.spans.get(name, (piece.start, piece.start))


def _is_empty(span: Span) -> bool:
    return span[0] == span[1]
