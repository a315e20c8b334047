"""A paper while it is parsed: its attributes, each empty until a piece sets it.

A draft has the slots of a paper and becomes one; see ``maker``. The two functions are generated
from the schema: a loop over the attributes would take longer than parsing a line.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paperdigest._grammar.schema import ITEMS, PAPER
from paperdigest._model.bases import PaperWithOrigin
from paperdigest._model.items import Field, Link, Media, Section
from paperdigest._model.origin import Origin
from paperdigest._model.paper import Paper

_NAMES = [each.name for each in PAPER if not each.derived]
_LISTS = {each.name for each in ITEMS.values()}


class Draft(PaperWithOrigin):
    """The values of a paper that were parsed so far."""

    __slots__ = tuple(_NAMES)
    if TYPE_CHECKING:
        title: str
        votes: int | None
        authors: tuple[str, ...]
        url: str | None
        category: str | None
        media: list[Media]
        sections: list[Section]
        fields: list[Field]
        links: list[Link]


_Begin = Callable[[Origin | None, str | None], Draft]
_Finish = Callable[[Draft], Paper]


def _made() -> tuple[_Begin, _Finish]:
    empty = {each.name: "[]" if each.name in _LISTS else repr(each.empty) for each in PAPER}
    empty["category"] = "category"
    lines = [
        "def begin(origin, category):",
        "    draft = Draft()",
        "    draft._origin = origin",
        "    draft._before = None",
        "    draft._pristine = True",
        *(f"    draft.{name} = {empty[name]}" for name in _NAMES),
        "    return draft",
        "def finish(draft):",
        *(
            f"    draft.{name} = tuple(draft.{name}) if draft.{name} else ()"
            for name in _NAMES
            if name in _LISTS
        ),
        "    draft.__class__ = Paper",
        "    return draft",
    ]
    namespace: dict[str, Any] = {"Draft": Draft, "Paper": Paper}
    exec("\n".join(lines), namespace)
    return namespace["begin"], namespace["finish"]


begin_paper, finish_paper = _made()
