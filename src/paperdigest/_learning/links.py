"""Links that end a line, such as ``[[pdf](u)] [[code](v)]``, which are parsed one by one."""

import re

from paperdigest._grammar.commonmark import LINK
from paperdigest._grammar.rules import Rule

#: The text allowed between two links, and around one.
_BETWEEN = r"[ \t]*+(?:[-–—|,;:·•/][ \t]*+)?"
_BEFORE = rf"{_BETWEEN}[(\[]?"
_AFTER = r"[)\]]?"
#: An address in parentheses, which may have parentheses itself.
URL = r"[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+"
_ONE = rf"\[[^\[\]\n]*+\]\({URL}\)"
_RUN = re.compile(rf"(?:{_BEFORE}{_ONE}{_AFTER})++")
_FIRST = re.compile(
    rf"{_BETWEEN}(?P<open>[(\[]?)\[[^\[\]\n]*+\]\((?P<url>{URL})\)(?P<close>[)\]]?)"
)


def links_at_end(line: str, start: int, main: str | None) -> int:
    """Return where the links start that end a line, or the end of the line if there are none.

    Args:
        line: The line.
        start: The offset from which links are looked for.
        main: The main link, if it may be one of them. It must then be the first.
    """
    for found in _RUN.finditer(line, start):
        if not line[found.end() :].strip(" \t."):
            first = _FIRST.match(found[0])
            later = main and main in found[0] and not (first and first["url"] == main)
            return len(line) if later else found.start()
    return len(line)


def link_after(text: str, *, main: bool) -> Rule:
    """Return the rule for each of the links that a text starts with."""
    first = _FIRST.match(text)
    template = "[{label?}]({url})"
    if first and first["open"] and first["close"]:
        template = f"{first['open']}{template}{first['close']}"
    return Rule("link", f" {template}", pattern=f"{_BEFORE}{LINK}{_AFTER}", inline=True, main=main)
