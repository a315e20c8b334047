"""Patterns of days, and whether a text holds one, or a range of days.

The patterns take long to compile. All days have a year and most texts have none, so the year is
tried first.
"""

import re
from functools import cache

from paperdigest._text.dates import DAY_NAME, read_range
from paperdigest._text.months import all_months
from paperdigest._units.patterns.shapes import any_of

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_LOCAL_MONTH = f"(?i:{any_of(set(all_months()))})"
WEEKDAY = rf"(?:{DAY_NAME}\.?,?[ ]{{1,2}})"

#: How people write days. Whether such a day exists is checked by `dates`.
_DAYS = (
    r"[0-9]{4}(?P<mark>[-./\u2010-\u2013])[0-9]{1,2}(?P=mark)[0-9]{1,2}",
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}",
    r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}",
    r"(?<![0-9./-])20[0-9]{2}[01][0-9][0-3][0-9]",
    r"[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日",
    r"[0-9]{4} ?년 ?[0-9]{1,2} ?월 ?[0-9]{1,2} ?일",
    # March 4, 2024
    rf"{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}",
    # 4th of March 2024, 4 Mar 24
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? [0-9]{{4}}|[ ][0-9]{{2}}(?=[ \t]*$))",
    # 4. März 2024, 4 de marzo de 2024
    rf"[0-9]{{1,2}}(?:\.|er|º)? (?:de )?{_LOCAL_MONTH} (?:del? )?[0-9]{{4}}",
)
DAY = f"(?>{'|'.join(_DAYS)})(?![0-9])"

_TO = r"[ ]?(?:to|until|[-~]|–|—|->|→)[ ]?"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_RANGES = (
    # 2024-03-04 to 2024-03-10, 2024/03/04 ~ 03/10; a time may follow a hyphen
    r"[0-9]{4}(?P<mark>[-./\u2010-\u2013])[0-9]{1,2}(?P=mark)[0-9]{1,2}"
    rf"(?:{_TO}[0-9]{{4}}(?P=mark)|(?!-[0-9]{{1,2}}-){_TO})[0-9]{{1,2}}(?P=mark)[0-9]{{1,2}}",
    *(
        rf"[0-9]{{4}} ?{year} ?[0-9]{{1,2}} ?{month} ?[0-9]{{1,2}} ?{day}{_TO}"
        rf"(?:[0-9]{{4}} ?{year} ?)?[0-9]{{1,2}} ?{month} ?[0-9]{{1,2}} ?{day}"
        for year, month, day in (tuple("年月日"), tuple("년월일"))
    ),
    # March 4 - 10, 2024; Mon, March 4, 2024 - Sun, March 10, 2024
    rf"{WEEKDAY}?{MONTH} {_NTH}(?:,? [0-9]{{4}})?{_TO}{WEEKDAY}?(?:{MONTH} )?{_NTH},? [0-9]{{4}}",
    # 4 - 10 March 2024; 4 March 2024 - 10 March 2024
    rf"(?<![0-9]){WEEKDAY}?{_NTH}(?: {MONTH}(?:,? [0-9]{{4}})?)?{_TO}{WEEKDAY}?{_NTH} {MONTH},? [0-9]{{4}}",
)
DAYS = f"(?:{'|'.join(_RANGES)})(?![0-9])"

_YEAR = re.compile(r"[0-9]{4}|[0-9]{1,2} [A-Z][a-z.]{2,9} [0-9]{2}[ \t]*$", re.MULTILINE)


def day_in(text: str) -> re.Match[str] | None:
    """Return the first day in a text.

    Example:
        >>> day_in("Read on 2024-08-26")[0], day_in("Read on a Monday")
        ('2024-08-26', None)
    """
    return _day().search(text) if _YEAR.search(text) else None


def starts_with_day(text: str) -> bool:
    """Return whether a text starts with a day."""
    return _YEAR.search(text) is not None and _first_day().match(text) is not None


def range_in(text: str) -> re.Match[str] | None:
    """Return the first range of days in a text, unless it runs backwards or has no such day.

    Example:
        >>> range_in("Read on 2024/08/26 ~ 09/01")[0], range_in("May 28-22, 2024")
        ('2024/08/26 ~ 09/01', None)
    """
    found = _range().search(text) if _YEAR.search(text) else None
    return found if found and read_range(found[0]) else None


@cache
def _day() -> re.Pattern[str]:
    return re.compile(DAY, re.MULTILINE)


@cache
def _first_day() -> re.Pattern[str]:
    return re.compile(rf"{WEEKDAY}?{DAY}", re.MULTILINE)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(DAYS, re.MULTILINE)
