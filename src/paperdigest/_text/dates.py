"""Dates as people write them, parsed and written back in the same format.

A text is a date only as a whole. If a part is missing, it is not a date, except for a year that the
caller passes: nothing is filled in from today. Only the table of names comes from dateutil. Its
parser is not used, since it fills in missing parts and skips unknown words.
"""

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.parser import parserinfo

# Each shape parses dates and, with its groups replaced, writes them.
_GAP = r"[ \t\xa0]+"
_WORD = r"[a-z]{3,9}\.?"
#: The English name of a day of the week, in full or short.
DAY_NAME = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
_WEEKDAY = rf"(?:(?P<weekday>{_WORD}),?{_GAP})?"
_MONTH = rf"(?P<month>{_WORD})"
_DAY = r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?"
_YEAR = rf"(?:,(?:{_GAP})?|{_GAP})(?P<year>\d{{4}})"
_NUMBERS = (
    r"(?P<year>\d{4})(?P<mark>[-./\u2010-\u2013])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    r"(?P<month>0?[1-9]|1[0-2])(?P<mark>/)(?P<day>\d{1,2})/(?P<year>\d{4})",
    r"(?P<day>\d{1,2})(?P<mark>/)(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{4})",
    r"(?P<day>\d{1,2})(?P<mark>\.)(?P<month>0?[1-9]|1[0-2])\.(?P<year>\d{4})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日",
    r"(?P<year>\d{4}) ?년 ?(?P<month>\d{1,2}) ?월 ?(?P<day>\d{1,2}) ?일",
)
_DATES = (
    *(_WEEKDAY + numbers for numbers in _NUMBERS),
    rf"{_WEEKDAY}{_MONTH}{_GAP}{_DAY}{_YEAR}",
    rf"{_WEEKDAY}{_DAY}{_GAP}(?:of{_GAP})?{_MONTH}{_YEAR}",
    rf"{_WEEKDAY}{_DAY}{_GAP}{_MONTH}{_GAP}(?P<short>\d{{2}})",
    rf"(?P<day>\d{{1,2}})(?:\.|er|º)?{_GAP}(?P<joined>de{_GAP})?(?P<local>[a-zà-ÿ]{{3,10}}|[а-я]{{3,8}})(?:{_GAP}del?)?{_GAP}(?P<year>\d{{4}})",
)
# The same without a year, for those who know it.
_DAYS = (
    r"(?P<month>\d{1,2})(?P<mark>[-/])(?P<day>\d{1,2})",
    r"(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日",
    r"(?P<month>\d{1,2}) ?월 ?(?P<day>\d{1,2}) ?일",
    rf"{_WEEKDAY}{_MONTH}{_GAP}{_DAY}",
    rf"{_WEEKDAY}{_DAY}{_GAP}{_MONTH}",
)
# The groups of the last day end in 2. Beside a name, a year without a first one is the last one's.
_TO = rf"(?:{_GAP})?(?:to|until|[-–—~]|->|→)(?:{_GAP})?"
_LAST = re.compile(r"(?<=\(\?P<)(\w+)(?=>)")
_WEEKDAY2, _MONTH2, _DAY2, _YEAR2 = (
    _LAST.sub(r"\g<1>2", part) for part in (_WEEKDAY, _MONTH, _DAY, _YEAR)
)
_RANGES = (
    rf"{_NUMBERS[0]}{_TO}(?:(?P<year2>\d{{4}})(?P=mark))?"
    r"(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})",
    *(
        rf"{shape}{_TO}(?:(?P<year2>\d{{4}}) ?{year} ?)?"
        rf"(?P<month2>\d{{1,2}}) ?{month} ?(?P<day2>\d{{1,2}}) ?{day}"
        for shape, (year, month, day) in zip(
            _NUMBERS[-2:], (tuple("年月日"), tuple("년월일")), strict=True
        )
    ),
    rf"{_WEEKDAY}{_DAY}(?:{_GAP}{_MONTH}(?:{_YEAR})?)?{_TO}"
    rf"{_WEEKDAY2}{_DAY2}{_GAP}{_MONTH2}{_YEAR2}",
    rf"{_WEEKDAY}{_MONTH}{_GAP}{_DAY}(?:{_YEAR})?{_TO}"
    rf"(?:{_WEEKDAY2}{_MONTH2}{_GAP})?{_DAY2}(?:{_YEAR2})?",
)
# A range over New Year is shorter than this. `June 28 - June 21` is a slip, not most of a year.
_OVER_NEW_YEAR = datetime.timedelta(days=300)


def read_date(text: str, year: int | None = None) -> datetime.date | None:
    """Parse a date.

    Formats: year first, with hyphens, dashes, dots or slashes, or digits alone (``2024-08-26`` and
    ``20240826``, ISO 8601); month first with slashes, or day first if the first number cannot be a
    month; day first with dots (``26.08.2024``, DIN 5008); with Chinese, Japanese or Korean
    characters; with an English month name, in American or British order, with or without a weekday,
    and day first also with a year of two digits, as in the mails of arXiv (``Mon, 26 Aug 24``);
    with a month name in full in French, German, Italian, Portuguese, Russian or Spanish (``4 mars
    2024``, ``4. März 2024``, ``4 de marzo de 2024``). The weekday is not compared with the date.

    Args:
        text: Any text. White space around it means nothing.
        year: The year, for a text with month and day only.

    Returns:
        The date. ``None`` if the text is not a date, if the date is impossible or incomplete, or if
        the text holds more than a date.

    Example:
        >>> read_date("Monday, August 26th, 2024")
        datetime.date(2024, 8, 26)
        >>> print(read_date("August 2024"))
        None
        >>> read_date("Aug 26", 2024)
        datetime.date(2024, 8, 26)
    """
    text = text.strip()
    try:
        # Other forms of ISO 8601 have a letter or another digit in these places.
        if len(text) == 10 and text[4] == text[7] == "-":
            return datetime.date.fromisoformat(text)
        if match := _match(_DATES, text):
            return datetime.date(_year_in(match), _month_in(match), int(match["day"]))
        if year is not None and (match := _match(_DAYS, text)):
            return datetime.date(year, _month_of(match["month"]), int(match["day"]))
    except (ValueError, OverflowError):
        pass
    return None


def respell(spelling: str, new: datetime.date, year: int | None = None) -> str:
    """Write a date in the format of another one.

    Order, punctuation, zero padding, the length and case of names, ordinals and a weekday are kept.
    If the result would not be parsed as ``new``, or ``spelling`` is not a date, ISO 8601 is used.

    Args:
        spelling: A date as somebody wrote it.
        new: The date to write.
        year: The year that ``spelling`` means if it has none.

    Returns:
        A text that :func:`read_date` reads as ``new``, given that year.

    Example:
        >>> respell("Mon, 26 Aug. 2024", datetime.date(2025, 9, 3))
        'Wed, 3 Sep. 2025'
        >>> respell("13/01/2024", datetime.date(2024, 2, 12))
        '2024-02-12'
    """
    if read_date(spelling, year) == new:
        return spelling
    text = spelling.strip()
    match = _match(_DATES, text) or _match(_DAYS, text)
    if match is None:
        return new.isoformat()
    respelled = spelling.replace(text, _rewrite(match, new, new))
    return respelled if read_date(respelled, year) == new else new.isoformat()


def read_range(text: str, year: int | None = None) -> tuple[datetime.date, datetime.date] | None:
    """Parse a range of days with English month names, or of two days with the year first.

    The day may come before the month or after it, each day may have its year, and a weekday before
    it, and the month of one of them may be left out. A single year beside a name is that of the
    last day, so that a range over New Year starts in the year before; such a range is shorter than
    300 days. A single year before numbers is that of the first day.

    Args:
        text: Any text. White space around it means nothing.
        year: The year of the last day, for a text without it.

    Returns:
        The first and the last day. ``None`` if the text is not a range, if the range is impossible
        or runs backwards, or if its year is unknown.

    Example:
        >>> read_range("May 22-28", 2026)
        (datetime.date(2026, 5, 22), datetime.date(2026, 5, 28))
        >>> read_range("December 30 - January 5, 2025")
        (datetime.date(2024, 12, 30), datetime.date(2025, 1, 5))
        >>> read_range("22–28 May 2026")
        (datetime.date(2026, 5, 22), datetime.date(2026, 5, 28))
        >>> read_range("2026/05/22 ~ 05/28")
        (datetime.date(2026, 5, 22), datetime.date(2026, 5, 28))
    """
    match = _match(_RANGES, text.strip())
    if match is None:
        return None
    month, day = _month_of(match["month"] or match["month2"]), int(match["day"])
    last_month, last_day = _month_of(match["month2"] or match["month"]), int(match["day2"])
    over_new_year = (month, day) > (last_month, last_day)
    first = int(match["year"]) if match["year"] else None
    if match["year2"]:
        year = int(match["year2"])
    elif first is not None:
        year = first + over_new_year
    if year is None:
        return None
    try:
        end = datetime.date(year, last_month, last_day)
        if first is not None and match["year2"]:
            start = datetime.date(first, month, day)
            return None if start > end else (start, end)
        start = datetime.date(end.year - 1 if over_new_year else end.year, month, day)
    except (ValueError, OverflowError):
        return None
    return None if over_new_year and end - start >= _OVER_NEW_YEAR else (start, end)


def respell_range(spelling: str, start: datetime.date, end: datetime.date) -> str:
    """Write a range of days in the format of another one.

    A month that ``spelling`` leaves out is written if the two months differ. If ``spelling`` is not
    a range, the result looks like ``June 21 - June 28, 2026``.

    Args:
        spelling: A range as somebody wrote it, with its year or without.
        start: The first day.
        end: The last day.

    Returns:
        A text that :func:`read_range` parses as the two days, given the year of ``end``.

    Raises:
        ValueError: ``end`` is before ``start``, or the range starts in an earlier year, 300 days or
            more before ``end``.

    Example:
        >>> may, june = datetime.date(2026, 5, 29), datetime.date(2026, 6, 4)
        >>> respell_range("May 22-28", may, june)
        'May 29-June 4'
    """
    if end < start:
        raise ValueError(f"the range ends on {end}, before its start {start}")
    if read_range(spelling, end.year) == (start, end):
        return spelling
    text = spelling.strip()
    match = _match(_RANGES, text)
    if match is None:
        return respell_range("June 21 - June 28, 2026", start, end)
    if match["month2"] is None and start.month != end.month:
        # The same spelling with its month repeated has a place for the second one.
        at = match.start("day2")
        repeated = f"{text[:at]}{match['month']} {text[at:]}"
        return respell_range(spelling.replace(text, repeated), start, end)
    if match["month"] is None and start.month != end.month:
        at = max(match.end("day"), match.end("suffix"))
        repeated = f"{text[:at]} {match['month2']}{text[at:]}"
        return respell_range(spelling.replace(text, repeated), start, end)
    respelled = spelling.replace(text, _rewrite(match, start, end))
    if read_range(respelled, end.year) != (start, end):
        raise ValueError(
            f"the range from {start} to {end} needs the year of its start, which no spelling has: "
            f"a range over New Year is shorter than {_OVER_NEW_YEAR.days} days"
        )
    return respelled


@cache
def _names() -> "parserinfo":
    # dateutil takes longer to import than all of paperdigest; numeric dates do not need it.
    from dateutil.parser import parserinfo

    return parserinfo()


def _year_in(match: re.Match[str]) -> int:
    """Return the year in a date: one of two digits is of this century."""
    found = match.groupdict()
    return int(found["year"]) if "year" in found else 2000 + int(found["short"])


def _month_of(written: str) -> int:
    """Return the number of a month, 0 for a word that names none."""
    return int(written) if written.isdecimal() else _names().month(written.rstrip(".")) or 0


def _month_in(match: re.Match[str]) -> int:
    """Return the number of the month in a date."""
    found = match.groupdict()
    return _local_month_in(found) if found.get("local") else _month_of(match["month"])


def _local_month_in(found: Mapping[str, str | None]) -> int:
    # Few digests are in another language.
    from paperdigest._text.months import month_in

    return month_in(found["local"] or "", joined=bool(found["joined"]))


@cache
def _compiled(shapes: tuple[str, ...]) -> list[re.Pattern[str]]:
    # Most digests have an ISO date, for which none of these is tried.
    return [re.compile(shape, re.ASCII | re.IGNORECASE) for shape in shapes]


def _match(shapes: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Match all of ``text`` with the first shape that does and whose words all name something."""
    for shape in _compiled(shapes):
        match = shape.fullmatch(text)
        if match is not None and _is_named(match.groupdict()):
            return match
    return None


def _is_named(found: Mapping[str, str | None]) -> bool:
    """Return whether each word that a shape found is the name of a month or a day of the week."""
    if any((month := found.get(name)) and not _month_of(month) for name in ("month", "month2")):
        return False
    if found.get("local") and not _local_month_in(found):
        return False
    weekdays = (found.get(name) for name in ("weekday", "weekday2"))
    return all(not day or _names().weekday(day.rstrip(".")) is not None for day in weekdays)


def _rewrite(match: re.Match[str], start: datetime.date, end: datetime.date) -> str:
    """Write the text that matched with new dates: ``end`` in the groups that end in 2."""
    found: dict[str, str] = {name: old for name, old in match.groupdict().items() if old}
    numbers = [found[name] for name in ("month", "day", "day2") if found.get(name, "").isdecimal()]
    padded = any(number[0] == "0" for number in numbers) or (
        ("mark" in found or match[0].isdecimal()) and all(len(number) == 2 for number in numbers)
    )
    digits = 2 if padded else 1
    names = [found[name] for name in ("weekday", "month", "weekday2", "month2") if name in found]
    short = any(not name.isdecimal() and not _is_full(name) for name in names)
    pieces: list[str] = []
    done = 0
    for name, old in sorted(found.items(), key=lambda item: match.start(item[0])):
        new = end if name.endswith("2") else start
        if name == "local":
            from paperdigest._text.months import month_like

            piece = month_like(old, new.month, joined="joined" in found)
        else:
            piece = _write(name.rstrip("2"), old, new, digits=digits, short=short)
        pieces += match.string[done : match.start(name)], piece
        done = match.end(name)
    return "".join(pieces) + match.string[done:]


def _write(part: str, old: str, new: datetime.date, *, digits: int, short: bool) -> str:
    match part:
        case "year":
            return f"{new.year:04}"
        case "short":
            return f"{new.year % 100:02}"
        case "month" if old.isdecimal():
            return f"{new.month:0{digits}}"
        case "month":
            return _name_like(old, _names().MONTHS[new.month - 1], short=short)
        case "weekday":
            return _name_like(old, _names().WEEKDAYS[new.weekday()], short=short)
        case "day":
            return f"{new.day:0{digits}}"
        case "suffix":
            teen = 10 < new.day < 20
            suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(new.day % 10, "th")
            return suffix.upper() if old.isupper() else suffix
        case _:
            return old


def _name_like(old: str, names: tuple[str, ...], *, short: bool) -> str:
    """Write a name in the length and case of an old one. The names go from short to full."""
    word = old.rstrip(".")
    if word.lower() in map(str.lower, names):
        return old
    # "May" is both short and full: the other names next to it decide.
    full = _is_full(word) and not (short and word.lower() == "may")
    new = names[-1] if full else names[0]
    if old != word and new != names[-1]:
        new += "."
    if word.isupper():
        return new.upper()
    return new.lower() if word.islower() else new


def _is_full(word: str) -> bool:
    everything = (*_names().MONTHS, *_names().WEEKDAYS)
    return word.rstrip(".").lower() in {names[-1].lower() for names in everything}
