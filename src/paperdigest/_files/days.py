"""The date in the path of a file."""

import datetime
import os
import re
from pathlib import PurePath

_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)"
_DAY = rf"{_YEAR}(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
#: A month and a day without leading zeros. In 2024-08-2, which has one, the 2 may be no day.
_SHORT = r"(?P<month>[1-9]|1[0-2]){mark}(?P<day>[1-9]\d?)"
_WEEK = rf"{_YEAR}[-_.]?[Ww](?P<week>\d\d)(?!\d)"

#: In a name: 2024-08-26, 2024_08_26, 2024.08.26, 20240826, the weeks 2024-W34 and 2024W34, and
#: 2024-8-6, but not 2024.8.6, which may be a version.
_IN_NAME = (
    re.compile(_DAY, re.ASCII),
    re.compile(_WEEK, re.ASCII),
    re.compile(rf"{_YEAR}(?P<mark>[-_]){_SHORT.format(mark='(?P=mark)')}(?!\d)", re.ASCII),
)

#: In a name and the folders above it: 2024/08/26, 2024/08-26, 2024-08/26, 2024/8/6, 2024/W34.
_IN_PATH = (
    re.compile(rf"{_YEAR}(?=.*/)[-_./](?P<month>\d\d)[-_./](?P<day>\d\d)$", re.ASCII),
    re.compile(rf"{_YEAR}(?=.*/)[-_/]{_SHORT.format(mark='[-_/]')}$", re.ASCII),
    re.compile(rf"{_YEAR}/[Ww](?P<week>\d\d)$", re.ASCII),
)


def date_of_path(path: str) -> datetime.date | None:
    """Return the date in the path of a file, or ``None``.

    A date in the name of the file comes first, such as ``2024-08-26.md`` or
    ``20240826-papers.md``, then one that name and folders make together, such as
    ``2024/08/26.md``. Month and day may both be without a leading zero, as in ``2024/8/6.md``. A
    week of ISO 8601, such as ``2024-W34.md`` or ``2024/W34.md``, means its Monday. Of two dates in
    a name, the first one counts.

    Args:
        path: The path, relative to the current folder or absolute.

    Example:
        >>> print(date_of_path("2024/08/26.md"), date_of_path("2024-W34.md"))
        2024-08-26 2024-08-19
    """
    whole = PurePath(os.path.abspath(path)).with_suffix("")
    candidates = [(shape, whole.name) for shape in _IN_NAME]
    candidates += [(shape, "/".join(whole.parts[-3:])) for shape in _IN_PATH]
    for shape, text in candidates:
        for match in shape.finditer(text):
            if day := _day_of(match.groupdict()):
                return day
    return None


def _day_of(found: dict[str, str]) -> datetime.date | None:
    try:
        if "week" in found:
            return datetime.date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
        return datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
