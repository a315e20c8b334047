"""Small pieces that many patterns share: marks, links, signs, sentences.

Every piece walks a line once: its repeats are possessive or bounded.
"""

import re

from paperdigest._grammar.commonmark import IN_ANGLES
from paperdigest._grammar.patterns import URL


def any_of(words: "frozenset[str] | set[str] | list[str]") -> str:
    """Return a pattern of any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


#: What may follow "Paper" in the label of a title, on a page with one paper.
OF_THE_DAY = r"| of the (?:[Dd]ay|[Ww]eek|[Mm]onth)"


def title_label(more: str = "") -> str:
    """Return the pattern of the label of a title, without its colon.

    Args:
        more: What may follow "Paper", as further alternatives.
    """
    return (
        rf"[*_]{{0,3}}(?:[Tt]itle|Titel|Titre|T[íi]tulo|Titolo|Paper(?: [Tt]itle{more})?|标题|標題|题目"
        r"|论文(?:标题|题目|名称|名)?|論文(?:標題|題目|名)?|(?:논문[ ]?)?제목|논문|(?:論文)?タイトル)[*_]{0,3}"
    )


def one_of(narrow: str, wide: str) -> str:
    r"""Return a pattern of one of some characters that is quick to compile.

    `re` takes a tenth of a millisecond to compile a class with more than two runs of characters,
    some above U+00FF, and turns alternatives that are single characters into a class. A lookahead
    that always holds, after the last alternative, prevents that.

    Args:
        narrow: The content of a class, up to U+00FF; it may be empty.
        wide: Other characters.

    Example:
        >>> one_of("-|", "–—")
        '(?:[-|]|–|—(?=))'
    """
    return f"(?:{f'[{narrow}]|' if narrow else ''}{'|'.join(wide)}(?=))"


#: A sentence in a tag, which is prose. Other tags may follow in it.
TAGGED = (
    r"(?:<(?:p|div|small|sub|span|font|i|em|td|dd|blockquote)\b[^>\n]*+>[ \t]*+)++"
    r"[^\s<][^<\n]{30}[^<\n]*[.!?。！？…]"
)
#: A sentence of some length, without links.
PROSE = r"[^\s<\[(*_|][^<\n\[\]]{40}[^<\n\[\]]*[.!?。！？…]"
#: A run of white space from its start, so that it is not tried from each place in it.
GAP = r"(?<![ \t])[ \t]++"
#: Emphasis.
STARS = r"[*_]{0,3}+"
#: The text of a link, which may have brackets in it.
TEXT = r"(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+"
#: What is in the round brackets of a link: its URL; and the URL with an optional title.
LINK_URL = rf"<?+(?P<url>(?!#)(?:(?<!<){URL}|(?<=<){IN_ANGLES}))>?+"
TARGET = rf"[ \t]*+(?!<?[)>]){LINK_URL}(?:[ \t]++\"[^\"\n]*+\")?[ \t]*+"
#: An image.
BADGE = r"!\[[^\[\]\n]*+\]\([^()\s]*+\)"

# `re` takes long to compile a class with more than two ranges above U+00FF. A lookahead replaces it
# for letters of other scripts and for signs.
#: A letter of a script other than Latin.
WIDE = r"(?=[^\x00-\u024f])\w"
#: How many bars a row of two cells has.
BARS = 3
#: A sign of votes, before or after their number.
VOTES_SIGN = r"(?:(?:👍|⬆|🔼|🔺|❤|▲)\ufe0f?|:(?:\+1|arrow_up|thumbsup|heart):)"
#: A word for votes after their number.
VOTES_WORD = r"(?i:(?:up)?votes?|likes?)"
#: A tag of HTML. It stops at the next "<", so that `re.sub` walks a run of "<" only once.
HTML_TAG = r"<[^<>\n]*+>"
#: The name of the tag of a block, such as a paragraph or a cell. Other tags are inside lines; some
#: pages have one of their own for titles.
BLOCK = r"(?!(?:a|b|i|em|strong|img|font|sub|sup|br|span|[a-z]*title)\b)[a-z0-9]++"
#: A lookahead that fails in a fold, which ends before another one starts.
OUTSIDE_FOLD = r"(?!(?:(?![ \t]*+</?details)[^\n]*+\n){0,60}+[ \t]*+</details)"
#: An emoji, or another sign that is not punctuation.
EMOJI = r"(?:(?=[^\x00-\xff])(?![\u2010-\u205e\u3001-\u303f])(?![\uff01-\uff65])[^\w\s]|[0-9#]\ufe0f?\u20e3|\ufe0f)"
SIGNS = rf"(?:{EMOJI}++[ \t]*+)?+"
#: A hard line break, and the end of a line that may have one.
BREAK = r"(?:<br[ ]?/?>|\\)[ \t]*+$"
END = r"(?:[ \t]{0,4}+(?:<br[ ]?/?>|\\))?[ \t]*$"
