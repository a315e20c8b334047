"""The result of detection, which parsing a text of a family does not need."""

import attrs

from paperdigest._grammar.dialect import Dialect


@attrs.frozen
class Detection:
    """The dialect of a text, and the reasons for it.

    Attributes:
        dialect: The dialect.
        certain: Whether signs of a family were found. If not, it is a guess or the default.
        reasons: The line in which each sign was found, or the reason for a guess.
        score: The confidence, from 0 to 1. For a guess, how likely the repeated lines are papers;
            for a text that is not a digest, how close the nearest ones come.
    """

    # `paperdigest.__getattr__` sets this for classes imported along with a public name, but
    # this one is imported by the first call of a function that returns it.
    __module__ = "paperdigest"

    dialect: Dialect
    certain: bool
    reasons: tuple[str, ...]
    score: float = 0.0

    @property
    def guessed(self) -> bool:
        """Whether no family was detected, but the general dialect finds papers."""
        return not self.certain and bool(self.reasons)

    def _repr_html_(self) -> str:
        from paperdigest._display.findings import detection_page

        return detection_page(self)
