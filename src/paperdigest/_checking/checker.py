"""Checking: from a text, or a digest that was read from one, to what is wrong with it."""

import datetime
import re
from collections.abc import Sequence

from paperdigest._checking.characters import check_characters, check_line_ends
from paperdigest._checking.digests import DigestChecks
from paperdigest._checking.report import Diagnostics, Report
from paperdigest._checking.unread import check_unread
from paperdigest._dialects import DialectName
from paperdigest._grammar.dialect import Dialect, is_made
from paperdigest._model.source import Source, require_text
from paperdigest._model.validation import require_dating
from paperdigest._model.values import Digest, Paper, Section
from paperdigest._parsing.detect import detect_dialect, found_in, resolve_dialect
from paperdigest._parsing.scanner import Block, blocks, strip_span
from paperdigest._text.shown import shown


def diagnose(
    source: str | Digest,
    *,
    dialect: Dialect | DialectName | None = None,
    date: datetime.date | None = None,
    year: int | None = None,
) -> Diagnostics:
    r"""Report what is wrong with a text.

    Args:
        source: Any text, or a digest. Of a digest, the part of the text that it was parsed from is
            checked, as it was before any edit.
        dialect: A dialect, or the name of a built-in one; detected by default. A digest knows its
            own, and so it does ``date`` and ``year``.
        date: The date of each digest whose heading has none.
        year: The year of days that headings write without one, such as ``(May 22-28)``.

    Returns:
        The diagnostics, in the order of the text; none for a digest that was built by hand.
        Positions are those of the whole text.

    Raises:
        TypeError: ``source`` is neither a ``str`` nor a ``Digest``, ``dialect`` neither a dialect
            nor a name, ``date`` not a date, or ``year`` not an ``int``.
        ValueError: No dialect has that name, or ``year`` is not 1 to 9999.

    Example:
        >>> text = "## Daily Papers (2024-02-30)\n\n### [A](https://example.org/a)\n\nVote: many\n"
        >>> for found in diagnose(text)[:2]:
        ...     print(found)
        1:18: bad-date '2024-02-30' is not a valid date; expected YYYY-MM-DD, such as 2024-08-26
        3:6: no-authors The paper 'A' has no authors
    """
    date = require_dating(date, year)
    if isinstance(source, Digest):
        document = source._document
        if document is None:
            return Diagnostics()
        given = document.date, document.year, document.guessed
        report = check_source(Source(document.text, document.dialect, *given))
        return report.diagnostics(document.start, document.line)
    other: object = source
    if isinstance(other, Paper | Section):
        kind = type(other).__name__
        raise TypeError(
            f"source: {kind} found, str or Digest expected; check the digest that the "
            f"{kind.lower()} is in"
        )
    require_text(source, "source", "str or Digest")
    chosen, certain = resolve_dialect(source, dialect)
    return check_source(Source(source, chosen, date, year, not certain)).diagnostics()


#: A line that is the path of a text file, not a URL.
_FILE_NAME = re.compile(r"(?!\w+://).{1,1000}\.(?:md|markdown|txt)", re.IGNORECASE)


def check_source(source: Source) -> Report:
    """Report what is wrong with a text."""
    report = Report(source.text, guessed=source.guessed)
    start, end = 0, len(source.text)
    whole = strip_span(source.text, start, end)
    if whole[0] == whole[1] or source.text[slice(*whole)] == "\ufeff":
        report.add("empty-text", (start, end), "The text is empty; write the digest again")
        return report
    check_characters(report, start, end)
    check_line_ends(report, start, end)
    found = list(blocks(source.dialect, source.normalized))
    line = source.normalized.find("\n", *whole)
    first = strip_span(source.text, whole[0], line if line >= 0 else whole[1])
    kinds: tuple[str, ...] = ("digest", "group", "paper")
    if is_made(source.dialect):
        kinds = ("paper",)  # any text has headings
    if not any(block.kind in kinds for block in found):
        message = _no_digest(source, source.text[slice(*first)], alone=first == whole)
        report.add("not-a-digest", first, message)
        return report
    if source.guessed and any(block.kind == "paper" for block in found):
        message = f"The dialect {source.dialect.name} is a guess; pass the dialect to be sure"
        report.add("uncertain-dialect", first, message)
    check_unread(report, source, found)
    lost = "" if any(block.kind == "paper" for block in found) else _other_dialect(source)
    _check_each(DigestChecks(report, source, source.dialect._compiled.expected, lost), found)
    return report


def _check_each(checks: DigestChecks, found: Sequence[Block]) -> None:
    """Check each digest of a text by its heading and the blocks below it."""
    heading: Block | None = None
    below: list[Block] = []
    at = 0
    for block in found:
        if block.kind != "digest":
            below.append(block)
            continue
        if heading or any(other.kind == "paper" for other in below):
            checks.check(heading, below, at)
            below, at = [], block.start
        heading = block
    checks.check(heading, below, at)


def _no_digest(source: Source, line: str, *, alone: bool) -> str:
    """Return a message for a text without papers, by its first line and what repeats in it."""
    quoted = shown(line)
    if alone and _FILE_NAME.fullmatch(line):
        return (
            f"{quoted} is the name of a file, not a digest; pass the text of that file (in Python, "
            f"call read_digest({quoted}))"
        )
    if is_made(source.dialect):
        return f"No paper found; {found_in(source.text).reason}"
    fix = _other_dialect(source) or f"{quoted} is not the start of a digest"
    return f"No heading and no paper found; {fix}"


def _other_dialect(source: Source) -> str:
    """Return what to do about a text that is surely written in another dialect, or nothing."""
    found = detect_dialect(source.text)
    if not found.certain or found.dialect == source.dialect:
        return ""
    return f"it is written in {found.dialect.name}; pass that dialect, or none to detect it"
