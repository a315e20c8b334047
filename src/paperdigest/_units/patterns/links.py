"""Patterns of links with what is around them, and of names with a label or a sign."""

from paperdigest._grammar.patterns import URL
from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.shapes import LINK_URL, TEXT, any_of
from paperdigest._units.patterns.words import CHIEF

#: A sign before names.
PEOPLE_SIGN = r"(?:👥|👤|✍|🧑|👨|👩|:(?:busts?_in_silhouette|writing_hand|pencil2|man|woman|technologist|scientist)[a-z_]*:)"
#: The label of names that share a line with other values.
NAMES_LABEL = r"[^\w\n\[\]]{0,6}(?i:authors?|作者|著者|저자)[*_]{0,2}[ \t]?[:：][*_]{0,2}[ \t]*+"
#: The label in bold of the next value in a line.
NEXT_LABEL = r"[ \t]++\*\*[^*\n]{1,24}(?:\*\*:|:\*\*)"
#: A count of names that are left out: ``+ 4 more``, ``and 4 others``, ``(and 4 others not shown)``.
MORE_NAMES = (
    r",?[ \t]++(?:(?:\+[ ]?|and[ ])[0-9]{1,4}[ ](?:more|(?:other[ ])?authors|others)\b"
    r"|\((?:and[ ])?[0-9]{1,4}[ ](?:additional|authors|more|others?)\b[^()\n]{0,24}\))"
)
LABELLED_NAMES = rf"{NAMES_LABEL}(?P<authors>(?:(?![ \t]*+[|·｜•]|{NEXT_LABEL})[^\n\[<])++)"
#: A link.
LINK = rf"\[{TEXT}\]{{1,2}}\((?!#){URL}\)"
#: A link to the papers of an author, whose text is the name.
_LINK_TO_AUTHOR = r"\[[^\W\d_][^\[\]\n]{2,60}\]\((?>[^\s()]*?(?:arxiv\.org/a/|/authors?/|/pid/|searchtype=author))[^\s()]*+\)"
#: One or more of these.
LINKED_NAMES = rf"(?P<authors>{_LINK_TO_AUTHOR}(?:(?:,|,?[ ]and|;)[ ]{_LINK_TO_AUTHOR}){{0,300}}+)"
#: The attributes of a link in kramdown.
ATTRIBUTES = r"(?:\{:?[^{}\n]{1,60}\})?+"
#: Links at the end of a line.
_ENDS = rf"[ \t]*+[(（]?(?:\[?!?\[{TEXT}\]{{1,2}}\((?!#){URL}\)[\])）]{{0,2}}[ \t|,/·•&.]{{0,5}}){{1,6}}$"
#: A link, and what may close the brackets and marks around it.
ONE_LINK = rf"\[(?P<label>{TEXT})\]{{1,2}}\({LINK_URL}\){ATTRIBUTES}(?:\\?[\])*]){{0,4}}+"
#: A lookahead for a link to a paper, which its address or its label shows.
IS_CHIEF = rf"(?=\[(?:{TEXT}\]{{1,2}}\({HOST}|[^\w\n]{{0,4}}(?i:{any_of(CHIEF)})[^\w\n]{{0,4}}\]))"
#: A link to a copy of a paper that is stored next to the text.
COPY = rf"\[[^\w\n]{{0,4}}(?i:{any_of(CHIEF)})[^\w\n]{{0,4}}\]\((?!https?:)[^\s()]{{1,200}}?\.pdf\)"
#: A link with the brackets and marks around it.
WRAPPED = (
    rf"(?:\\?[(\[]){{0,2}}\[{TEXT}\]{{1,2}}\((?:{URL}|#[^()\s]*+)\){ATTRIBUTES}(?:\\?[\])*]){{0,4}}"
)
#: What follows a link: values between bars or dashes, but not a sentence.
VALUES = r"[*_]{0,2}[ \t]*+[-–—|·•,｜][ \t](?:[^\n.\[\]]|(?<=[ .-][A-Z])\.|(?<=[0-9])\.(?=[0-9])|(?<=al)\.){1,300}+$"
#: A badge that is a link, up to its address.
BADGE_LINK = r"\[!\[[^\[\]\n]*+\]\([^()\s]*+\)\]\("
#: A link as chats write it: its address and its label.
PIPED = r"<(?P<url>https?://[^\s<>|]++)\|(?P<label>[^<>|\n]++)>"
#: The label of a link in HTML: ``DOI:``.
ANCHOR_LABEL = (
    r"(?:(?:<(?:b|strong)>)?[^\W\d_][\w ]{1,16}(?:</[a-z]+>[:：]|[:：](?:</[a-z]+>)?)[ \t]*+)?+"
)
#: Labels of links that are not the main one.
NOT_MAIN = r"(?i:code|github|project|page|website|home|demo|video|slides|data|model|poster|supp|bib|talk|tweet|twitter|blog|repo|colab|notes?\b|review\b)"
#: A lookahead that fails at a link to another file if a link that may be the main one follows soon.
NOT_LOCAL = rf"(?!\[{TEXT}\]{{1,2}}\((?!<?[a-z]++:)[^\n]{{0,160}}?\[(?!\[|{NOT_MAIN})[^\[\]\n]{{1,60}}+\]{{1,2}}\(<?https?:)"


def before_links(name: str, people: str = "") -> str:
    """Return the pattern of prose after a title, even of one word, and of links at the end of the line.

    Args:
        name: The name of the cell for the links.
        people: The pattern of names in brackets that may be before the prose; empty if none are.
    """
    names = rf"(?:[ ]\((?P<authors>{people})\))?+" if people else ""
    return (
        names
        + r"[*_]{0,2}(?:[ \t]?[-–—:：|]{1,2}[ \t]++|[ \t]++)(?![*_(\[])(?=[^\n\[]{16}|[a-z]++\.[ ])"
        rf"(?P<prose>(?:[^\n \[(（]++|(?!{_ENDS})[ \[(（])++)(?P<{name}>[^\n]++)$"
    )
