"""How a piece is written: a template of the dialect, or an example found in the text."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Self

import attrs

from paperdigest._grammar.templates import PLACEHOLDER


@attrs.frozen
class Form:
    """Literal text with named places in it.

    Attributes:
        places: For each place the text before it, its name, and whether it may stay empty.
        tail: The text after the last place.
        names: The names of its places.
    """

    places: tuple[tuple[str, str, bool], ...]
    tail: str
    names: frozenset[str] = attrs.field(
        default=attrs.Factory(lambda form: form._names(), takes_self=True),
        init=False,
        eq=False,
        repr=False,
    )

    def _names(self) -> frozenset[str]:
        return frozenset(name for _, name, _ in self.places)

    @classmethod
    @lru_cache(maxsize=256)  # several times the templates of a dialect
    def from_template(cls, template: str, line_end: str = "\n") -> Self:
        """Parse a template of a rule."""
        template = template.replace("\n", line_end)
        places: list[tuple[str, str, bool]] = []
        at = 0
        for found in PLACEHOLDER.finditer(template):
            places.append((template[at : found.start()], found[1], bool(found[2])))
            at = found.end()
        return cls(tuple(places), template[at:])

    @classmethod
    def from_example(
        cls, text: str, start: int, end: int, spans: Mapping[str, tuple[int, int]]
    ) -> Self:
        """Parse a piece of a text into its values."""
        places: list[tuple[str, str, bool]] = []
        at = start
        for name, (begin, past) in sorted(spans.items(), key=lambda item: item[1]):
            if begin < at:
                continue
            places.append((text[at:begin], name, begin == past))
            at = past
        return cls(tuple(places), text[at:end])

    def fill(self, values: Mapping[str, str | None]) -> str | None:
        """Write values, or return ``None`` if a required value is missing.

        Example:
            >>> form = Form.from_template("[{title?}]({url})")
            >>> form.fill({"url": "https://example.org"})
            '[](https://example.org)'
            >>> form.fill({"title": "A"}) is None
            True
        """
        pieces: list[str] = []
        for before, name, optional in self.places:
            value = values.get(name)
            if value:
                pieces += (before, value)
            elif optional:
                pieces.append(before)
            else:
                return None
        pieces.append(self.tail)
        return "".join(pieces)

    def writer_of(
        self, names: Sequence[str], filled: Sequence[object]
    ) -> Callable[..., str] | None:
        """Return a function that does what ``fill`` does, for values in this order.

        Args:
            names: The names of all values.
            filled: For each whether there is one.

        Example:
            >>> write = Form.from_template("[{title?}]({url})").writer_of(["url", "title"], [1, 0])
            >>> write("https://example.org", "")
            '[](https://example.org)'
        """
        pattern = ""
        for before, name, optional in self.places:
            pattern += _braced(before)
            at = names.index(name) if name in names else -1
            if at >= 0 and filled[at]:
                pattern += f"{{{at}}}"
            elif not optional:
                return None
        return (pattern + _braced(self.tail)).format


def _braced(text: str) -> str:
    """Escape a text for `str.format`."""
    return text.replace("{", "{{").replace("}", "}}")
