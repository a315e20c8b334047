"""Checks of what counts papers: their numbers, and totals."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from paperdigest._checking.report import Report
from paperdigest._grammar.dialect import Dialect
from paperdigest._parsing.scanner import Block
from paperdigest._text.shown import shown

#: A number that is compared; longer ones are not counts.
_NUMBER = re.compile(r"[0-9]{1,9}")


def check_numbers(report: Report, blocks: Sequence[Block]) -> None:
    """Report the papers of a digest whose numbers do not follow one another.

    Lists in which each paper has the same number are numbered by markdown.
    """
    groups = [
        (block.head, block.entry.groups["n"])
        for block in blocks
        if block.kind == "paper" and "n" in block.entry.groups
    ]
    found = [(head.span(group), head[group] or "") for head, group in groups]
    if len({number for _, number in found}) < 2:
        return
    for (_, one), (span, other) in pairwise(found):
        if not (_NUMBER.fullmatch(one) and _NUMBER.fullmatch(other)):
            continue
        if int(other) != int(one) + 1:
            message = f"The number {other} follows {one}; number the papers in order"
            report.add("conflicting-values", span, message)


def check_totals(
    report: Report, normalized: str, dialect: Dialect, blocks: Sequence[Block], start: int
) -> None:
    """Report totals that are not the number of papers.

    Args:
        report: Collects the diagnostics.
        normalized: The text with plain line endings.
        dialect: Its dialect.
        blocks: The blocks of one digest.
        start: The start of the digest.
    """
    papers = [block for block in blocks if block.kind == "paper"]
    if not papers or not dialect.totals:
        return
    counts = Counter(block.category for block in papers)
    for total in re.compile(dialect.totals, re.MULTILINE).finditer(
        normalized, start, papers[0].start
    ):
        category = total["category"] if "category" in total.re.groupindex else None
        count = len(papers) if category is None else counts[category]
        if total["n"].lstrip("0") != str(count).lstrip("0"):
            where = "" if category is None else f" in {shown(category)}"
            message = f"The total is {total['n']}, but the number of papers{where} is {count}"
            report.add("conflicting-values", total.span("n"), f"{message}; correct it")
