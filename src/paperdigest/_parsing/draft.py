"""A paper while it is read: its attributes, each empty until a piece sets it.

The two functions are made of the schema, as those in ``make`` are of the classes: a loop over the
attributes would take longer than reading a line.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paperdigest._grammar.schema import ITEMS, PAPER
from paperdigest._model.origin import Origin
from paperdigest._model.values import Field, Link, Media, Section
from paperdigest._text.arxiv import first_arxiv_id

_NAMES = [each.name for each in PAPER if not each.derived]
_LISTS = {each.name for each in ITEMS.values()}


class Draft:
    """What was read of a paper so far.

    Attributes:
        origin: The block it is read from.
        text: The text that offsets index.
    """

    __slots__ = ("origin", "text", *_NAMES)
    if TYPE_CHECKING:
        origin: Origin | None
        text: str
        title: str
        votes: int | None
        authors: tuple[str, ...]
        url: str | None
        category: str | None
        media: list[Media]
        sections: list[Section]
        fields: list[Field]
        links: list[Link]

    @property
    def arxiv_id(self) -> str | None:
        """The arXiv identifier of the main link, or of the first other that has one."""
        return first_arxiv_id([self.url, *[link.url for link in self.links]])


_Begin = Callable[[Origin | None, str, str | None], Draft]
_Finish = Callable[[Draft], tuple[object, ...]]


def _made() -> tuple[_Begin, _Finish]:
    empty = {each.name: "[]" if each.name in _LISTS else repr(each.empty) for each in PAPER}
    whole = [
        f"tuple(draft.{name}) if draft.{name} else ()" if name in _LISTS else f"draft.{name}"
        for name in _NAMES
    ]
    empty["category"] = "category"
    lines = [
        "def begin(origin, text, category):",
        "    draft = Draft()",
        "    draft.origin = origin",
        "    draft.text = text",
        *(f"    draft.{name} = {empty[name]}" for name in _NAMES),
        "    return draft",
        "def finish(draft):",
        f"    return {', '.join(whole)}",
    ]
    namespace: dict[str, Any] = {"Draft": Draft}
    exec("\n".join(lines), namespace)
    return namespace["begin"], namespace["finish"]


begin_paper, finish_paper = _made()
