"""HTML tags that an edit would separate from each other."""

import re
from collections import Counter
from collections.abc import Iterator

from paperdigest._writing.compare import Difference, Loss

#: A tag, and whether it closes an element.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*+)(?:[ \t\r\n][^<>]*+)?>")


def parted_tags(old: str, new: str) -> Iterator[Loss]:
    """Yield the tags that are paired in a text, but would not be after an edit.

    Values do not show whether an element is closed, so reading back cannot tell.

    Args:
        old: The text.
        new: The text after the edit.
    """
    if "</" not in old:
        return
    before, after = _alone(old), _alone(new)
    for name, tag in sorted(after.items()):
        if tag and before.get(name) == "":
            reason = "would be left alone in the text, without the tag that belongs to it"
            yield None, Difference("papers", None, tag, reason=reason)


def _alone(text: str) -> dict[str, str]:
    """Return for each name of an element one of its tags without a counterpart, if there is one."""
    opened: Counter[str] = Counter()
    found: dict[str, str] = {}
    for slash, each in _TAG.findall(text):
        name = each.lower()
        found.setdefault(name, "")
        if not slash:
            opened[name] += 1
        elif opened[name]:
            opened[name] -= 1
        else:
            found[name] = f"</{name}>"
    return found | {name: f"<{name}>" for name, count in opened.items() if count}
