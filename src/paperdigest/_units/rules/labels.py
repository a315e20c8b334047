"""How the lines of a paper begin: indents, marks of items, and labels."""

from collections.abc import Mapping

from paperdigest._units.patterns.shapes import SIGNS, any_of
from paperdigest._units.rules.contents import Below

OPEN = r"(?:[*_]{1,3}|【|<(?:b|strong|font|em|i|u|span|sub)\b[^>\n]*+>)*+"
_CLOSE = (
    r"(?:】[:：]?|(?:[*_]{1,3}|</[a-z]+>)*+[ \t]?(?:::|[:：])(?!//)(?:[*_]{1,3}|</[a-z]+>)*+"
    r"|[*_]{1,3}[ \t]?[–—-](?=[ \t]))"
)
#: Few lines have a colon near their start. Words are tried only in these.
COLON = r"(?=[^\n:：】–—]{1,70}+[:：】–—]|[*_][^\n*_]{1,40}[*_]{1,3}[ \t]?-[ \t])"
WORD = r"(?P<label>[^\n:：*_\[\]|<>#`】]{1,60}?)"
BOLD = rf"\*\*{WORD}(?:\*\*[ \t]?[:：]|[:：]\*\*)"
CAPITAL = r"(?P<label>[^\W\d_a-z][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+)[:：](?!//)"
#: What is before a label that is a heading.
HEADED = rf"#{{2,6}}[ \t]++{SIGNS}(?:[0-9]{{1,2}}[.)][ \t]++)?[*_]{{0,3}}"
#: A line that has a label.
LABELLED = (
    r"(?:[-*+•>][ \t]++)?+(?:\*\*[^\n:：*|]{1,40}(?:\*\*[ \t]?[:：]|[:：]\*\*)|[*_][^\s:：*_|][^\n:：*_|]{0,40}[*_]?[:：]"
    r"|[^\W\d_][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+[:：](?!//))"
)
_DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "authors": ("Authors", "Author"),
    "votes": ("Votes", "Vote"),
    "published": ("Published",),
}


class Labels:
    """The labels that the papers of a text have, and how their lines begin.

    Args:
        below: The contents of the papers.

    Attributes:
        below: The contents of the papers.
        lead: The pattern of what is before a label or a value.
        dash: What is written before a label.
        gap: How many blank lines are written above a labelled line.
    """

    def __init__(self, below: Below) -> None:
        number = r"|[0-9]{1,2}[.)]" if below.counted else ""
        indent = r"[ \t]{0,8}" if below.item or below.indented else "[ ]?"
        quote = r"(?:>[ \t]*+)?+" if below.quote else ""
        self.below = below
        self.lead = rf"{quote}{indent}(?:(?:-#|[-*+•>:]{number})[ \t]++(?:>[ \t]++)?+)?+{SIGNS}"
        self.dash, self.gap = ("  - ", 0) if below.item else ("", 1)
        self._known = dict(below.labels)

    def words(self, role: str) -> str:
        """Return the pattern of the labels of a role, empty if there are none."""
        found = {*self._known.get(role, ()), *_DEFAULTS.get(role, ())}
        return f"(?:{any_of(found)})" if found else ""

    def labelled(self, pattern: str) -> str:
        """Return the pattern of a label, from the start of its line to what follows its colon."""
        return rf"{COLON}{self.lead}{OPEN}{pattern}{_CLOSE}"

    def named(self, role: str) -> str:
        """Return the same for the labels of a role, with a group that keeps the label."""
        return self.labelled(f"(?P<label>{self.words(role)})")
