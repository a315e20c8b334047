"""Reading back what an edit of one paper changed, where the rest of its text stays as it is.

A paper that is read whole again takes as long as parsing it, and most edits change one line. So the
pieces that are found are compared with those of the old text, and only the ones that
differ are read. If that is not certain, the whole paper is read.
"""

from collections.abc import Mapping
from operator import attrgetter
from typing import cast

from paperdigest._grammar.schema import ITEMS, PAPER, Kind
from paperdigest._model.source import normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.draft import begin_paper
from paperdigest._parsing.pieces import Found, pieces
from paperdigest._parsing.readers import read_head, read_pieces
from paperdigest._parsing.scanner import paper_head
from paperdigest._writing.located import ALONE, LocatedPaper

_STORED = tuple(each for each in PAPER if not each.derived)
_values_of = attrgetter(*[each.name for each in _STORED])

#: The attributes whose pieces say nothing of others, with the kinds of these pieces.
_KINDS: Mapping[str, Kind | None] = {
    **{each.name: each.kind for each in PAPER if each.kind in ALONE},
    "title": "paper",
    ITEMS["section"].name: "section",
}


def reads_back(located: LocatedPaper, text: str, new: Paper) -> bool:
    """Return whether a text surely parses as a paper whose old text differs in a few pieces.

    Args:
        located: The paper as it was.
        text: What was written.
        new: What is to be read.
    """
    dialect = located.dialect
    pairs = zip(_STORED, _values_of(located.paper), _values_of(new), strict=True)
    changed = [each.name for each, old, value in pairs if old is not value and old != value]
    normalized = normalize(text)
    found, sure = paper_head(dialect, normalized)
    if found is None or not sure or not _KINDS.keys() >= set(changed):
        return False
    entry, head = found
    old_entry, old_head, _, _ = located.head.found
    if entry is not old_entry or entry.cells:
        return False
    kinds: set[Kind | None] = {_KINDS[name] for name in changed}
    names = [name for name in entry.groups if name != "title" or "paper" not in kinds]
    if any(head[entry.groups[name]] != old_head[entry.groups[name]] for name in names):
        return False
    draft = begin_paper(None, text, located.origin.category)
    read_head(draft, entry, head)
    if text[head.end() :] != located.text[old_head.end() :]:
        rest = list(pieces(dialect, normalized, entry, head, len(normalized), hides=False))
        if not _are_alike(rest, located.found, kinds):
            return False
        read_pieces(draft, [each for each in rest if each[0].kind in kinds])
        names = [name for name in changed if name != "title"]
        if any(_drawn(getattr(draft, name)) != getattr(new, name) for name in names):
            return False
    elif changed != ["title"]:
        return False
    return draft.title == new.title


def _drawn(value: object) -> object:
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _are_alike(found: list[Found], old: list[Found], kinds: set[Kind | None]) -> bool:
    """Return whether the pieces of other kinds are the same."""
    return [(each[0], each[1][0]) for each in found if each[0].kind not in kinds] == [
        (each[0], each[1][0]) for each in old if each[0].kind not in kinds
    ]
