"""The problems that count, and their fixes."""

import datetime
from collections.abc import Sequence

import attrs

from paperdigest._checking.checker import diagnose
from paperdigest._checking.repair import repair_chosen
from paperdigest._checking.report import Diagnostic, severity_of
from paperdigest._dialects import DialectName


@attrs.frozen
class Selection:
    """The problems that a person asked for.

    Attributes:
        dialect: The dialect of the texts, if it is known.
        select: The codes and severities that count; all if there are none.
        ignore: Those that do not.
        year: The year of days without one, if it is known.
    """

    dialect: DialectName | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    year: int | None = None

    def takes(self, code: str) -> bool:
        """Return whether problems of a code count. The code counts for more than its severity."""
        severity = severity_of(code).value
        if code in self.ignore:
            return False
        if code in self.select:
            return True
        return severity not in self.ignore and (not self.select or severity in self.select)

    def problems(self, text: str, date: datetime.date | None) -> list[Diagnostic]:
        """Return the problems of a text that count.

        Args:
            text: The text.
            date: The date of its digests whose headings have none, if it is known.
        """
        problems = diagnose(text, dialect=self.dialect, date=date, year=self.year)
        return [found for found in problems if self.takes(found.code)]

    def fixed(self, text: str) -> str:
        """Return a text with those problems fixed for which only one fix is possible."""
        return repair_chosen(text, self.dialect, self.takes)
