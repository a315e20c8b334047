"""The text after the link in the heading of a paper: further links, and names."""

from paperdigest._grammar.commonmark import LINK
from paperdigest._grammar.rules import Rule

_PARTICLE = r"(?:van|von|vom|zu|ten|ter|de[lnr]?|d[aiou]s?|l[ae]|el|al|bin|ibn|y|e)\b"
_WORD = r"(?![a-z])[^\W\d_][\w.'’-]*+"
#: Two words at least, so that a remark of one word is not a name.
_NAME = rf"{_WORD}(?:[ ](?:{_PARTICLE}|{_WORD})){{1,5}}+"
_NAMES = rf"{_NAME}(?:,[ ]{_NAME})*+(?:,?[ ]et al\.?)?+"

#: The end of a line, or the text between two links in it.
FOLLOWED = r"(?=[ \t]*+(?:$|[-–—|,;·•/(\[]))"

#: In a line of their own these have rules of the dialect; those come first, and say how to write.
LINK_BEHIND = Rule(
    "link", pattern=rf"[ \t]*+(?:[-–—|,;·•/][ \t]*+)?[(\[]?{LINK}[)\]]?", inline=True
)
AUTHORS_BEHIND = Rule(
    "authors", pattern=rf"[ \t]*+[-–—][ \t]++(?P<authors>{_NAMES})[ \t]*$", inline=True
)
