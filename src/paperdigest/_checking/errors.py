"""The error of strict parsing."""

from collections.abc import Iterable

from paperdigest._checking.report import Diagnostic
from paperdigest._text.excerpts import excerpt

_SHOWN = 3


class DigestSyntaxError(ValueError):
    r"""A text that was parsed with ``strict=True`` has errors.

    The message shows the first errors, each with its line.

    Attributes:
        text: The text.
        diagnostics: All its diagnostics of severity error, in the order of the text.

    Example:
        >>> from paperdigest import parse_digest
        >>> text = "## Daily Papers (2024-08-26)\n\n### [A](https://a.org/b)\n\nVote: many\n"
        >>> try:
        ...     parse_digest(text, strict=True)
        ... except DigestSyntaxError as error:
        ...     print(error)
        1 error
        5:7: bad-votes 'many' is not a number of votes; write digits, or - if it is unknown
          Vote: many
                ^~~~
    """

    # `paperdigest.__getattr__` sets this for classes imported along with a public name, but
    # strict parsing imports this one later.
    __module__ = "paperdigest"

    def __init__(self, text: str, diagnostics: Iterable[Diagnostic]) -> None:
        self.text = text
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(_message(text, self.diagnostics))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the arguments, since an exception pickles only its message."""
        return type(self), (self.text, self.diagnostics), self.__dict__


def _message(text: str, diagnostics: tuple[Diagnostic, ...]) -> str:
    lines = ["1 error" if len(diagnostics) == 1 else f"{len(diagnostics)} errors"]
    for found in diagnostics[:_SHOWN]:
        lines.append(str(found))
        lines += (f"  {line}" for line in excerpt(text, found.start, found.end).split("\n"))
    if len(diagnostics) > _SHOWN:
        lines.append(f"and {len(diagnostics) - _SHOWN} more")
    return "\n".join(lines)
