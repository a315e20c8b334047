"""What is noticed in one paper."""

import re

from paperdigest._authors import author_spans
from paperdigest._dialect import Entry, Rule
from paperdigest._expected import Expected, straight
from paperdigest._forms import Form
from paperdigest._parser import Piece, read_votes
from paperdigest._report import Fix, Report, shown
from paperdigest._values import MAX_VOTE_DIGITS, Paper, arxiv_id_of

Span = tuple[int, int]

#: What stands for votes that nobody knows.
_UNKNOWN = frozenset({"-", "–", "—", "?", "n/a", "none", "null"})

#: Kinds whose value may stand once in a paper; the last one counts.
_SINGLE = frozenset({"votes", "authors", "category"})

_OPEN_LINK = re.compile(r"\[[^\]\n]*\]\([^\s()]*$|\[[^\]\n]*\](?=https?://)", re.MULTILINE)
_ARXIV_NUMBER = re.compile(r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?", re.ASCII)
_VERSION = re.compile(r"v[0-9]+$")


class PaperChecks:
    """Looks at the pieces of papers in one text.

    Args:
        report: Takes what is noticed.
        shadow: The text with plain line ends.
        expected: What the dialect lets one expect.
    """

    def __init__(self, report: Report, shadow: str, expected: Expected) -> None:
        self._report = report
        self._text = report.text
        self._shadow = shadow
        self._expected = expected

    def check(self, paper: Paper, record: list[Piece], stop: int) -> set[str]:
        """Look at a paper.

        Args:
            paper: What was read.
            record: Its pieces.
            stop: Where its block ends.

        Returns:
            The kinds of value that it has: ``votes``, ``authors``, ``section``.
        """
        head = record[0]
        self._check_head(paper, head)
        has: set[str] = set()
        labels: set[tuple[str, str]] = set()
        single: dict[str, str] = {}
        for piece in record:
            rule = piece.entry.rule
            if rule.flaw is not None:
                self._report_flaw(piece, rule, rule.flaw)
            if "authors" in piece.spans:
                self._check_authors(piece)
            if piece.attribute in _SINGLE:
                self._check_repeated(piece, single)
            if piece.attribute == "votes":
                self._check_votes(piece, has)
            elif piece.attribute in ("section", "field") and piece.index >= 0:
                self._check_label(piece, labels)
            elif piece.attribute in ("media", "link") and _is_empty(piece.spans["url"]):
                message = "No URL stands in the parentheses; write it, or leave this out"
                self._report.add("empty-address", (piece.start, piece.stop), message)
            elif piece.attribute == "category":
                self._check_category(piece, head)
            self._check_copy(piece, paper)
        if paper.authors:
            has.add("authors")
        if paper.sections:
            has.add("section")
        if not head.entry.cells:
            self._check_gaps(record, stop)
        return has

    def _check_head(self, paper: Paper, head: Piece) -> None:
        title = head.spans["title"]
        if not paper.title:
            message = "This paper has no title; write it"
            self._report.add("no-title", (head.start, head.stop), message)
        if paper.url is None and self._expected.linked:
            found = _OPEN_LINK.search(self._shadow, *title)
            if found:
                message = "This link is not closed, so that it is read as title; write [title](URL)"
                self._report.add("unclosed-link", found.span(), message)
            else:
                span = (head.start, head.stop) if _is_empty(title) else title
                message = f"No link to the paper {shown(paper.title)}; write it as [title](URL)"
                self._report.add("no-link", span, message)

    def _report_flaw(self, piece: Piece, rule: Rule, code: str) -> None:
        stop = piece.start + len(self._text[piece.start : piece.stop].rstrip())
        values = {name: self._text[start:end] for name, (start, end) in piece.spans.items()}
        mended = Form.of_template(rule.mend).fill(values) if rule.mend else None
        fix = None if mended is None else Fix(piece.start, stop, mended)
        found = shown(self._text[piece.start : stop])
        message = f"{found} is damaged" if mended is None else f"{found} found; write {shown(mended, 200)}"
        self._report.add(code, (piece.start, stop), message, fix)

    def _check_authors(self, piece: Piece) -> None:
        start, stop = piece.spans["authors"]
        names = list(author_spans(self._text[start:stop], piece.entry.rule.separator))
        for name, begin, end in names:
            if not name and len(names) > 1:
                message = "No name beside this comma; write the name, or take the comma out"
                self._report.add("empty-author", (start + begin, start + end), message)

    def _check_repeated(self, piece: Piece, seen: dict[str, str]) -> None:
        span = piece.spans[piece.attribute]
        value = self._text[slice(*span)]
        before = seen.setdefault(piece.attribute, value)
        if value != before:
            message = (
                f"{shown(value)} found, but {shown(before)} stood above; the last one counts; keep one"
            )
            self._report.add("conflicting-values", (piece.start, piece.stop), message)

    def _check_votes(self, piece: Piece, has: set[str]) -> None:
        span = piece.spans["votes"]
        value = self._text[slice(*span)]
        if not value:
            return
        has.add("votes")
        if read_votes(value) is not None or value.lower() in _UNKNOWN:
            return
        if value.isdecimal() and value.isascii():
            message = f"A number of {len(value)} digits; votes have at most {MAX_VOTE_DIGITS}"
        else:
            message = f"{shown(value)} is no count of votes; write digits, or - where none is known"
        self._report.add("bad-votes", span, message)

    def _check_label(self, piece: Piece, seen: set[tuple[str, str]]) -> None:
        """Look at the label of a section or field, and at its text."""
        text = piece.spans.get("text")
        if text is not None and piece.attribute == "section" and _is_empty(text):
            message = "No text follows; write it, or leave the section out"
            self._report.add("empty-section", (piece.start, piece.stop), message)
        span = piece.spans.get("label")
        label = self._text[slice(*span)] if span else piece.entry.rule.label
        if not label or span is None:
            if text is not None and piece.attribute == "section":
                self._check_unread_label(piece, text)
            return
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
        inner, outer = piece.spans.get("mark3"), piece.spans.get("mark2")
        after = inner or outer
        if before is None or after is None:
            return
        for start, stop in ((before[1], label[0]), (label[1], inner[0] if inner else label[1])):
            if start < stop:
                message = "White space between a label and its asterisks; take it out"
                self._report.add("space-in-label", (start, stop), message, Fix(start, stop, ""))
        opening, closing = self._text[slice(*before)], self._text[slice(*after)]
        if len(opening) == len(closing):
            return
        if len(opening) < len(closing) and not inner and not self._shadow[after[1] :][:1].isspace():
            return  # the last of them start the text: `**Label:***text*`
        whole = max(opening, closing, key=len)
        fix = Fix(*(after if whole == opening else before), whole)
        message = f"{opening} before the label and {closing} after it; write {whole} on both sides"
        self._report.add("unbalanced-emphasis", (before[0], after[1]), message, fix)

    def _check_unread_label(self, piece: Piece, text: Span) -> None:
        """Look whether the text of a section starts with a known label that no rule could read."""
        pattern = self._expected.damaged_label
        found = pattern.match(self._shadow, *text) if pattern else None
        if found is None:
            return
        mark = max(found["open"], found["close"], found["close2"])
        if not mark:
            return
        line = self._shadow.find("\n", found.end(), text[1])
        rest = self._shadow[found.end() : line if line >= 0 else text[1]]
        stop = found.end() if found["close2"] or not found["space3"] else found.start("space3")
        gap = "" if self._shadow[stop : stop + 1].isspace() or stop == text[1] else " "
        mended = f"{mark}{straight(found['label'])}{mark}:{gap}"
        # A star later in the line may be the partner of one that was found.
        fix = None if "*" in rest else Fix(found.start(), stop, mended)
        balanced = found["open"] == (found["close"] or found["close2"])
        code = "space-in-label" if balanced else "unbalanced-emphasis"
        message = f"{shown(found[0])} is not read as a label; write {shown(mended.strip())}"
        self._report.add(code, (found.start(), found.start() + len(found[0].rstrip())), message, fix)

    def _check_category(self, piece: Piece, head: Piece) -> None:
        ...

    def _check_copy(self, piece: Piece, paper: Paper) -> None:
        ...

    def _check_gaps(self, record: list[Piece], stop: int) -> None:
        ...


def _is_empty(span: Span) -> bool:
    return span[0] == span[1]
