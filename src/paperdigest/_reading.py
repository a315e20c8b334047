"""Parsing: from a text to digests."""

import datetime

from paperdigest._dialects import DialectName
from paperdigest._grammar.dialect import Dialect
from paperdigest._model.digest import Digest
from paperdigest._model.source import Source, require_text
from paperdigest._model.validation import require_dating
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.parser import digests_of


def parse_digest(
    text: str,
    *,
    dialect: Dialect | DialectName | None = None,
    strict: bool = False,
    date: datetime.date | None = None,
    year: int | None = None,
) -> Digest:
    r"""Parse a text as one digest.

    Args:
        text: Any text. Its content never raises, and nothing of it is lost: ``serialize_digest``
            returns the same text.
        dialect: A dialect, or the name of a built-in one; detected by default.
        strict: Whether to raise if the text has errors.
        date: The date of the digest if the text has none.
        year: The year of days that the text writes without one, such as ``(May 22-28)``.

    Returns:
        The digest. If the text has several digest headings, it has the title and date of the first
        one and the papers of all.

    Raises:
        TypeError: ``text`` is not a ``str``, ``dialect`` neither a dialect nor a name, ``date`` not
            a date, or ``year`` not an ``int``.
        ValueError: No built-in dialect has that name, or ``year`` is not 1 to 9999.
        DigestSyntaxError: ``strict`` is set and the text has errors.

    Example:
        >>> digest = parse_digest(
        ...     "## Daily Papers (2024-08-26)\n\n### [A](https://example.org/a)\n"
        ... )
        >>> digest.date, digest.papers[0].title
        (datetime.date(2024, 8, 26), 'A')
    """
    return next(iter(_parse(text, dialect, strict, date, year, joined=True)))


def parse_digests(
    text: str,
    *,
    dialect: Dialect | DialectName | None = None,
    strict: bool = False,
    date: datetime.date | None = None,
    year: int | None = None,
) -> tuple[Digest, ...]:
    r"""Parse a text as one digest for each digest heading.

    Args:
        text: Any text. Serialize the digests and join them, and you get it back.
        dialect: A dialect, or the name of a built-in one; detected by default.
        strict: Whether to raise if the text has errors.
        date: The date of each digest whose heading has none.
        year: The year of days that headings write without one, such as ``(May 22-28)``. If the days
            are of two years, it is that of the last one.

    Returns:
        At least one digest, in the order of the text.

    Raises:
        TypeError: ``text`` is not a ``str``, ``dialect`` neither a dialect nor a name, ``date`` not
            a date, or ``year`` not an ``int``.
        ValueError: No built-in dialect has that name, or ``year`` is not 1 to 9999.
        DigestSyntaxError: ``strict`` is set and the text has errors.

    Example:
        >>> text = "## Daily Papers (2024-08-27)\n\n## Daily Papers (2024-08-26)\n"
        >>> [digest.date.day for digest in parse_digests(text)]
        [27, 26]
        >>> text = "## Top AI Papers of the Week (May 22-28)\n"
        >>> parse_digests(text, year=2023)[0].end_date
        datetime.date(2023, 5, 28)
    """
    return _parse(text, dialect, strict, date, year, joined=False)


def _parse(
    text: str,
    dialect: Dialect | DialectName | None,
    strict: bool,
    date: datetime.date | None,
    year: int | None,
    *,
    joined: bool,
) -> tuple[Digest, ...]:
    require_text(text)
    date = require_dating(date, year)
    chosen, certain = resolve_dialect(text, dialect)
    source = Source(text, chosen, date, year, not certain)
    digests = tuple(digests_of(source, joined=joined))
    if strict:
        _refuse_errors(source)
    return digests


def _refuse_errors(source: Source) -> None:
    # Few callers are strict, and the checks take as long to import as the whole parser.
    from paperdigest._checking.checker import check_source
    from paperdigest._checking.codes import Severity
    from paperdigest._checking.errors import DigestSyntaxError

    found = check_source(source).diagnostics()
    if errors := [each for each in found if each.severity is Severity.ERROR]:
        raise DigestSyntaxError(source.text, errors)
