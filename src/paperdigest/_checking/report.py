"""Diagnostics, and the report that collects them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from paperdigest._checking.codes import CODES, Severity
from paperdigest._display.findings import diagnostics_page, severities
from paperdigest._protocols.described import Described
from paperdigest._text.positions import LineIndex, Range

if TYPE_CHECKING:
    from paperdigest._protocols.pydantic import Handler

Span = tuple[int, int]


@attrs.frozen
class Fix(Described):
    """An edit that fixes a text, and changes no meaning but the damaged one.

    Attributes:
        start: The start of the damaged piece, in code points from 0.
        end: The end of that piece, exclusive.
        text: The text to put there.
    """

    start: int
    end: int
    text: str


@attrs.frozen
class Diagnostic(Described):
    """A problem in a text, shown as ``line:column: code message``.

    Attributes:
        code: The kind of problem; one of :data:`CODES`, or one that a dialect of your own names.
        severity: The severity of the problem.
        message: A message that says what was found, what was expected, and what to do.
        range: The place of the problem in the text.
        fix: The edit that fixes it, where one is certain.
    """

    code: str
    severity: Severity
    message: str
    range: Range
    fix: Fix | None = None

    @property
    def start(self) -> int:
        """The offset of its start, in code points from 0."""
        return self.range.start.offset

    @property
    def end(self) -> int:
        """The offset of its end, exclusive."""
        return self.range.end.offset

    def __str__(self) -> str:
        return f"{self.range}: {self.code} {self.message}"


class Diagnostics(tuple[Diagnostic, ...]):
    r"""The diagnostics of one text, in its order: a tuple that is displayed for people.

    ``print`` shows one in each line, a notebook shows a table, and the ``repr`` counts them.

    Example:
        >>> from paperdigest import diagnose
        >>> found = diagnose("## Daily Papers (2024-02-30)\n")
        >>> found
        <Diagnostics: 1 error, 1 warning>
        >>> print(found)
        1:1: no-papers No papers follow this heading; check whether they were lost
        1:18: bad-date '2024-02-30' is not a valid date; expected YYYY-MM-DD, such as 2024-08-26
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Diagnostics: {severities(self)}>"

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def _repr_html_(self) -> str:
        return diagnostics_page(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: "Handler") -> object:
        from paperdigest._protocols.pydantic import items_schema_of

        return items_schema_of(cls, tuple[Diagnostic, ...], handler)


class Report:
    """Collects the diagnostics of a text.

    Args:
        text: The text that all offsets index.
        guessed: Whether its dialect is a guess; then no fix is certain.
    """

    def __init__(self, text: str, *, guessed: bool = False) -> None:
        self.text = text
        self.guessed = guessed
        self._found: list[tuple[int, int, str, str, Fix | None]] = []

    def add(self, code: str, span: Span, message: str, fix: Fix | None = None) -> None:
        """Add a diagnostic at a span."""
        self._found.append((*span, code, message, None if self.guessed else fix))

    def fixes(self, takes: Callable[[str], bool]) -> list[Fix]:
        """Return the fixes of the diagnostics.

        Args:
            takes: Returns whether to include the fixes of a code.
        """
        return [fix for _, _, code, _, fix in self._found if fix is not None and takes(code)]

    def diagnostics(self, offset: int = 0, line: int = 0) -> Diagnostics:
        """Return the diagnostics, in the order of the text.

        Args:
            offset: The offset of its start in the text that positions are of.
            line: The number of lines that end before it there.
        """
        if not self._found:
            return Diagnostics()
        lines = LineIndex(self.text, offset=offset, line=line)
        return Diagnostics(
            Diagnostic(
                code,
                severity_of(code),
                message,
                lines.range(start, end),
                fix and Fix(offset + fix.start, offset + fix.end, fix.text),
            )
            for start, end, code, message, fix in sorted(self._found, key=lambda found: found[:4])
        )


def severity_of(code: str) -> Severity:
    """Return the severity of a code; a code that a dialect of its own names is a warning."""
    info = CODES.get(code)
    return info.severity if info else Severity.WARNING
