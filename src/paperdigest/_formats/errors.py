"""The error for data that is not a value: all problems, each with its path."""

from collections.abc import Iterable

_SHOWN = 20


class DigestDataError(ValueError):
    """Data is not what was expected: a dictionary, JSON or a line of JSON.

    Attributes:
        errors: Everything that is wrong, one text each, such as ``papers[3].votes: expected an
            integer or null, got 'many'``. The path before the colon is that of the value in the
            data; it is missing if the error is about the data as a whole.

    Example:
        >>> from paperdigest import from_dict
        >>> try:
        ...     from_dict({"title": 3, "papers": [{"titel": "A"}]})
        ... except DigestDataError as error:
        ...     print(error)
        3 errors in the data
          title: expected a string or null, got 3
          papers[0].titel: unknown key of a paper; did you mean 'title'?
          papers[0].title: is missing; expected a string
    """

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors: tuple[str, ...] = tuple(errors)
        super().__init__(self.errors)

    def __str__(self) -> str:
        """Return the number of errors and the first of them, one a line."""
        count = len(self.errors)
        lines = ["1 error in the data" if count == 1 else f"{count} errors in the data"]
        lines += (f"  {error}" for error in self.errors[:_SHOWN])
        if count > _SHOWN:
            lines.append(f"  and {count - _SHOWN} more")
        return "\n".join(lines)
