"""A part of a long digest, for a notebook to show."""

from typing import TYPE_CHECKING, cast

import attrs

if TYPE_CHECKING:
    from paperdigest._display.shapes import DigestShape


@attrs.frozen(repr=False)
class View:
    """A digest as a notebook shows it, from one of its papers on.

    Attributes:
        start: The index of the first paper shown.
    """

    # `paperdigest.__getattr__` sets this for what is imported along with a public name, but
    # `Digest.view` imports this class.
    __module__ = "paperdigest"

    _digest: object  # a digest; its class is in a layer above
    start: int = 0

    def __repr__(self) -> str:
        return f"<view of {self._digest!r} from paper {self.start} on>"

    def _repr_html_(self) -> str:
        from paperdigest._display.pages import digest_page

        return digest_page(cast("DigestShape", self._digest), self.start)
