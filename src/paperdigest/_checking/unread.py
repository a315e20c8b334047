"""Diagnostics about papers that were not parsed although their heads look like the others."""

import re
from collections.abc import Iterator, Sequence

from paperdigest._checking.report import Report, Span
from paperdigest._grammar.commonmark import LINKED_TITLE
from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.tables import Entry
from paperdigest._model.source import Source
from paperdigest._parsing.chapters import is_known
from paperdigest._parsing.hidden import hidden_spans, visible
from paperdigest._parsing.scanner import Block, Match, strip_span
from paperdigest._text.arxiv import arxiv_id_of
from paperdigest._text.shown import shown

#: The number signs of a heading, which any number of spaces follows, or none.
_MARKED = r"(?P<mark>\#{1,6}[ \t]*+)"
#: What follows in a heading that is a link, with or without a number.
_LINKED = r"(?:\[?[0-9]{1,4}[.\])][ \t]*+)?+" + LINKED_TITLE
_MARK = re.compile(r"(#{1,6}) ")


def check_unread(report: Report, source: Source, found: Sequence[Block]) -> None:
    """Look for heads of papers that were not parsed.

    Args:
        report: Collects the diagnostics.
        source: The text.
        found: The blocks of the text.
    """
    read = _rules_of_papers(found)
    if any(block.kind != block.entry.kind for block in found):
        _check_chapters(report, source, found, read)
    for entry, head in _in_code(source, found):
        if entry.rule in read and entry.url and head[entry.url]:
            why = "it is in a code block; close the fence above it, or remove it"
            _add(report, source, entry, head, why)
    _check_headings(report, source)


def _rules_of_papers(found: Sequence[Block]) -> Sequence[Rule]:
    """Return the rules of the heads of papers that are parsed."""
    # Entries are told apart by identity, which is far faster than hashing the rules.
    entries = {block.entry for block in found if block.kind == "paper"}
    return [entry.rule for entry in entries]


def _check_chapters(
    report: Report, source: Source, found: Sequence[Block], read: Sequence[Rule]
) -> None:
    """Look for them in chapters without parsed papers, unless a rule names the chapter."""
    known = False
    for block in found:
        known = is_known(block.entry) or (known and block.kind != "digest")
        unread = block.kind != block.entry.kind and not known
        if unread and (block.entry.rule in read or not read):
            why = "it is in a chapter outside the digest; move it below the digest's heading"
            _add(report, source, block.entry, block.head, why)


def _check_headings(report: Report, source: Source) -> None:
    """Look for headings that link to papers, if the heads of papers are other headings."""
    mark = "" if is_made(source.dialect) else _mark_of_papers(source.dialect)
    if not mark:
        return
    # Most headings are right, so the expression leaves them out at once.
    wrong = re.compile(rf"\n[ ]{{0,3}}(?!{mark}[ \t]){_MARKED}{_LINKED}")
    for head in visible(wrong, source.normalized):
        if arxiv_id_of(head["url"]):
            begins = shown(f"{mark} ")
            why = f"its heading starts with {shown(head['mark'])}; start it with {begins}"
            _tell(report, source, (head.start("mark"), head.end()), head["title"], why)


def _mark_of_papers(dialect: Dialect) -> str:
    """Return the number signs before the papers of a dialect; nothing if they differ."""
    templates = [rule.templates[0] for rule in dialect.rules_of("paper") if rule.templates]
    found = [_MARK.match(template) for template in templates]
    marks = {match[1] if match else "" for match in found}
    return marks.pop() if len(marks) == 1 else ""


def _add(report: Report, source: Source, entry: Entry, head: Match, why: str) -> None:
    _tell(report, source, (head.start(entry.start), head.end()), head[entry.title], why)


def _tell(report: Report, source: Source, span: Span, title: str, why: str) -> None:
    message = f"The paper {shown(title.strip())} was not parsed because {why}"
    report.add("unread-paper", strip_span(source.normalized, *span), message)


def _in_code(source: Source, found: Sequence[Block]) -> Iterator[tuple[Entry, Match]]:
    """Yield the heads of papers in code within a paper.

    A comment is there to leave something out. Code before or after the papers is there to show how
    a digest is written.
    """
    text = source.normalized
    spans = hidden_spans(text)
    if not spans:
        return
    papers = iter([block for block in found if block.kind == "paper"])
    paper = next(papers, None)
    table = source.dialect._compiled.heads
    for start, end in spans:
        while paper is not None and paper.end <= start:
            paper = next(papers, None)
        line = text.rfind("\n", 0, start) + 1
        if paper is None or start < paper.start or "<!--" in text[line:start]:
            continue
        for head in table.regex.finditer(text, start, end):
            entry = table.entry(head)
            if entry.kind == "paper":
                yield entry, head
