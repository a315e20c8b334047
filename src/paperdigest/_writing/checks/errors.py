"""The error of writing."""

from collections.abc import Iterable

import attrs

from paperdigest._writing.checks.compare import Difference

_SHOWN = 10


class DigestWriteError(ValueError):
    r"""A dialect cannot express a digest: what it writes would be parsed as other values.

    The message lists the first differences, one in a line.

    Attributes:
        dialect: The name of the dialect.
        differences: All values that would be lost or altered.
        can_leave_out: Whether ``lossy=True`` would leave them out.

    Example:
        >>> from paperdigest import Digest, Paper, serialize_digest
        >>> digest = Digest(papers=[Paper("A", "https://a.org", votes=3)])
        >>> try:
        ...     serialize_digest(digest, dialect="cv-arxiv-daily")
        ... except DigestWriteError as error:
        ...     print(error.dialect)
        ...     for each in error.differences:
        ...         print(each.paper, each.attribute, each.wanted)
        cv-arxiv-daily
        0 votes 3
    """

    def __init__(self, dialect: str, differences: Iterable[Difference], advice: str = "") -> None:
        self.dialect = dialect
        self.differences: tuple[Difference, ...] = tuple(differences)
        self.can_leave_out: bool = not advice
        self._advice = advice
        super().__init__(_message(dialect, self.differences, advice))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the arguments, since an exception pickles only its message."""
        return type(self), (self.dialect, self.differences, self._advice), self.__dict__


def _message(dialect: str, differences: tuple[Difference, ...], advice: str) -> str:
    advice = advice or "change these values, or pass lossy=True to leave them out"
    lines = [f"{dialect} cannot express this digest; {advice}:"]
    lines += (f"Digest.{each}" for each in differences[:_SHOWN])
    if len(differences) > _SHOWN:
        lines.append(f"... and {len(differences) - _SHOWN} more")
    return "\n  ".join(lines)


def refusal(
    dialect: str, found: Iterable[tuple[int | None, Difference]], *, advice: str = ""
) -> DigestWriteError:
    """Return the error for values that cannot be written.

    Args:
        dialect: The name of the dialect.
        found: The values, each with the index of its paper.
        advice: What to do, if ``lossy=True`` would not leave them out.
    """
    placed = (attrs.evolve(difference, paper=index) for index, difference in found)
    return DigestWriteError(dialect, placed, advice)
