"""Patterns of a line or heading right above each title that belongs to the paper below it.

Every piece walks a line once: its repeats are possessive or bounded.
"""

from collections.abc import Mapping

from paperdigest._text.votes import VOTES
from paperdigest._units.patterns.days import DAY
from paperdigest._units.patterns.shapes import BADGE, END, VOTES_SIGN, VOTES_WORD

_STARS = r"[*_]{0,3}"
# Titles of some forms have a day too, and a group may be in a pattern once.
_DAY = DAY.replace("<mark>", "<mark_above>").replace("=mark)", "=mark_above)")
_END = rf"{_STARS}{END}"

#: By the group that holds the value. Images, and links after the first one, have no place in the
#: head of a paper.
ABOVE: Mapping[str, str] = {
    "votes": (
        rf"[ \t]*+{_STARS}(?:{VOTES_SIGN}[ \t]*+|{VOTES_WORD}{_STARS}:{_STARS}[ \t]*+|(?=[0-9][0-9.,]*+[ ]{VOTES_WORD}))"
        rf"(?P<votes>{VOTES})(?:[ ]{VOTES_WORD})?{_END}"
    ),
    # A heading may have a blank line below it.
    "url": (
        rf"[ \t]*+(?:\#{{1,6}}[ \t]++)?+{_STARS}(?:\[+[^\[\]\n]++\]+\(|<)?+(?P<url>https?://[^\s<>()|]++)[>)\]]{{0,3}}{_STARS}"
        rf"(?:[^\w\n\[]{{0,4}}\[{{1,2}}[^\[\]\n]{{1,40}}\]\([^()\s]++\)[)\]]{{0,2}}){{0,8}}+{_END}(?:\n[ \t]*$)?+"
    ),
    "published": rf"[ \t]*+{_STARS}(?P<published>{_DAY}){_END}",
    "image": rf"[ \t]*+(?:{BADGE}|<img\b[^>\n]*+>)[ \t]*$",
}
