"""What leads in to a title in its line: a label, a tag, a date, a link, the names of its authors."""

from collections.abc import Mapping

from paperdigest._units.patterns.days import MONTH, WEEKDAY
from paperdigest._units.patterns.people import INITIALS, PEOPLE, PERSONS, UNPUBLISHED
from paperdigest._units.patterns.set_off import LINK_TEXT, WRAP
from paperdigest._units.patterns.shapes import (
    BADGE,
    EMOJI,
    LINK_URL,
    OF_THE_DAY,
    STARS,
    TEXT,
    title_label,
)

#: A link whose text is not a title: a badge, a sign, a word or two. It may be in brackets.
_ITEM_LINK = (
    rf"\(?+\[+(?:{BADGE}|[^\s\[\]]{{1,24}}(?:[ ][^\s\[\]]{{1,12}})?)\]+"
    r"\((?:[^\s()]++|\([^\s()]*+\))*+\)[\])]*+[ \t,:|–—-]*+"
)
#: The authors of a paper, in any words, up to the year.
_ANY_NAMES = r"(?P<authors>[^\n\[\]\"“*<|(]{2,800}?(?:[*_]et[ ]al\.?[*_])?)(?:(?<=\w{3})\.)?[ \t]*+"
#: A group of people in bold, or a short label, between a link and a title.
_BOLD_BEFORE = r"(?:\*\*[^*\n]{1,40}\*\*[:：]?[ \t]*+)?"

#: The rest of a heading, and the label of a title right below it.
_TITLED_BELOW = rf"[^\n]*+\n(?:[ \t]*+\n)?[ \t]*+(?:[-*+•][ \t]++)?{title_label(OF_THE_DAY)}[ \t]?(?:::|[:：])[*_]{{0,3}}[ \t]*+"

#: The patterns of what leads in to a title, by name.
LEAD_INS: Mapping[str, str] = {
    "": "",
    "label": title_label(OF_THE_DAY) + r"[ \t]?(?:::|[:：])[*_]{0,3}[ \t]*+",
    "tag": (
        rf"(?:{STARS}(?:\[[^\[\]\n]{{1,40}}\](?![(\[])|`[^`\n]{{1,40}}`"
        rf"|\([^()\n]{{1,40}}(?:\([^()\n]{{1,24}}\))?[^()\n]{{0,8}}\)|【[^】\n]{{1,40}}】){STARS}"
        rf"[ \t:：,|–—-]*+(?:{EMOJI}++[ \t]*+)*+){{1,3}}+"
    ),
    "date": (
        r"\**(?:[0-9]{4}[-./年][0-9]{1,2}(?:[-./月][0-9]{1,2}日?)?|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})\**"
        r"[ \t:：,|–—-]++"
    ),
    "day": (
        rf"\**(?:{WEEKDAY})?(?:{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH})"
        r"(?:,? [0-9]{4})?\**[ \t]?[:：,|–—-][ \t:：,|–—-]*+"
    ),
    # A short name of what a paper is about, with a colon.
    "nick": (
        r"(?:\*\*(?P<mark5>[^*:：\n]{1,30})(?:[:：]\*\*|\*\*[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:[:：]|(?:[-–—][ ])?(?=[\"“])))"
        r"|<(?P<mark6>[a-z]+)>(?P<mark7>[^<\n]{1,40})</(?P=mark6)>[ ]?[:：]?)[ \t]*+"
    ),
    "url": r"<?(?P<url>https?://[^\s<>|]++)>?(?:[ \t]*+[-–—:：|])?[ \t]++",
    "admonition": r"(?:!!!|\?\?\?\+?)[ \t]++[a-z]++[ \t]++",
    "links": rf"(?:{_ITEM_LINK}){{1,3}}+{_BOLD_BEFORE}",
    "names, year": (
        rf"{_ANY_NAMES}[(\[](?:[12][0-9]{{3}}|(?<=\.[ ]\(){UNPUBLISHED})[^()\[\]\n]{{0,20}}[)\]][.:,]?[ \t]++"
    ),
    "names. year": (
        r"(?P<authors>[^\n\[\]\"“*<|(]{2,800}?(?:\bet al\.)?)[.,]?[ ]"
        r"(?P<mark4>[12][0-9]{3})[a-z]?[.:][ ]++"
    ),
    "bold names": (
        r"(?:\*\*|__)(?P<authors>(?!\()(?=[^*_\n]{0,30}[^\W\d_])[^*_\n\[\]]{3,800}?)"
        r"(?:[ ]\([12][0-9]{3}[a-z]?\))?[.:,]?(?:\*\*|__)[.:,]?[ \t]*+"
        r"(?:\(?(?P<mark2>[12][0-9]{3})[a-z]?\)?[.:,]?[ \t]*+)?"
    ),
    "initials": rf"(?P<authors>{INITIALS}(?:;[ ][^.;\n]{{3,120}})?+)[.:][ \t]++",
    "prefix": r"[^\[\]\n*_\"“]{1,40}[ \t]++",
    "count": r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}[ \t]++",
    # Who wrote the paper, or what it is about, in bold before its link.
    "group": r"\*\*[^*\n]{1,40}\*\*[ \t]++(?:[-–—|·][ \t]++)?",
    "head": (
        r"(?:\*\*|__)[^*_\n]{0,24}[0-9][^*_\n]{0,24}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]*+"
    ),
    # Any words, except a label alone: its link belongs to the paper above.
    "words": rf"(?!\W*{LINK_TEXT}\W)[^\n]{{1,240}}?",
    "main link": (
        # Links in round brackets may follow an identifier, but not a short title.
        rf"(?!{STARS}\[+[^\[\]\n0-9]*+\]+\([^()\s]*+\)\]*+[ \t*_]*+\()"
        rf"{STARS}\[+(?:{BADGE}|[^\[\]\n]{{1,36}})\]+\({LINK_URL}\)\]*+{STARS}[ \t,:|–—-]*+"
        rf"(?:{_ITEM_LINK}){{0,2}}+{_BOLD_BEFORE}"
    ),
    # A short name with links. The authors and the title are in the item below.
    "alias": (
        rf"[^\[\]\n]{{1,80}}\[+{LINK_TEXT}[^\[\]\n]{{0,12}}\]+\({LINK_URL}\)\]*+[^\n]*+\n"
        rf"[ \t]++[-*+][ \t]++(?P<authors>{PERSONS}(?:,? et al\.)?),[ \t]++(?=(?:[^\s,]++[ ]){{2}})(?![a-z])"
    ),
    "persons": rf"(?P<authors>{PERSONS})[.:,]?[ \t]++(?![a-z])",
    "people": (
        rf"(?P<authors>{PEOPLE})(?:[ ]?\((?:(?:19|20)[0-9]{{2}}|{UNPUBLISHED})[^()\n]{{0,20}}\)|[.,]?[ ](?:19|20)[0-9]{{2}}[a-z]?(?=[.:]))?"
        rf"[.:,]?(?:[ \t]++|[ \t]*+{WRAP})(?![a-z])"
    ),
    "venue": (
        r"(?:\*\*|`|_|\*)?[\[(]?"
        rf"(?:(?!{MONTH}[ ][0-9]{{1,2}}(?![0-9]))(?:arXiv|[A-Z][\w&.+/-]{{1,14}})"
        r"(?:[ -][A-Z][\w&.-]{1,14}){0,2}[ '’:-]{0,2}(?:(?:19|20)?[0-9]{2})(?![0-9])"
        r"(?:(?:[./-][0-9]{1,2}(?![0-9])){1,2}|[ ][A-Z][a-z]++)?"
        r"|(?:19|20)[0-9]{2}[ -][A-Z][\w&+/-]{1,14}(?=[\])]|[ \t]?[:：|–—-][ \t])|arXiv(?=[ ]\[))[\])]?(?:\*\*|`|_|\*)?[ \t]*+[:：|｜,.–—-]{0,2}[ \t]*+"
    ),
    "callout": r"\[![a-zA-Z]{2,12}\][+-]?[ \t]++(?:[0-9]{1,3}[.)][ \t])?",
    "names, year in a tag": (
        r"\**\[(?P<authors>[A-Z][\w'’-]++(?:(?:,[ ][A-Z][\w'’-]++)*[ ](?:&|and)[ ][A-Z][\w'’-]++|[ ]et al\.?|(?=,))),?"
        r"[ ](?P<mark1>(?:19|20)[0-9]{2})[a-z]?\]\**[ \t:.-]*+"
    ),
    "names, year in a callout": (
        rf"\[![a-zA-Z]{{2,12}}\][+-]?[ \t]++{_ANY_NAMES}\((?P<mark1>[12][0-9]{{3}})[a-z]?\)[.:,]?[ \t]++"
    ),
    # Names before a title in quotes. Names in bold are those of the people whose list this is.
    "names*": (
        r"(?P<authors>(?!\[|<(?!u>)|[^*\s][ .,:]{0,2}[*\"“])(?:[^\n\[\]\"“*_<|(\\]|\*\*[^*\n\"“]{2,40}\*\*|\\\*|</?u>){1,800}"
        r"(?<![\s\[\]\"“_<|(.,:–—-])(?:(?<=\bet al)\.|[ ][*_]et[ ]al\.?[*_])?)[ \t.,:：–—-]*+(?:\((?:19|20)[0-9]{2}\)[ \t.,:]*+)?"
    ),
    "names": (
        r"(?P<authors>(?![\[<])[^\n\[\]\"“*_<|(]{2,800}[^\s\[\]\"“*_<|(.,:–—-](?:(?<=\bet al)\.)?)"
        r"[ \t.,:：–—-]*+"
    ),
    # A heading, and the label of the title below it. Its link is that of the paper, unless the title has one.
    "titled": rf"(?:{STARS}\[{TEXT}\]\({LINK_URL}\))?+{_TITLED_BELOW}",
    "titled, linked": _TITLED_BELOW,
    # A label with the title in the next line.
    "label above": (title_label() + r"[ \t]?[:：]?[*_]{0,3}[ \t]*+\n\s{0,8}(?![#|>-]|[*+][ \t])"),
    # An identifier and links, with a label and the title in the next line.
    "label below": (
        r"(?:[^\n]*?[(<\s](?P<url>https?://[^\s<>()]++))?+[^\n]*+\n(?:[ \t]*\n)?[ \t]*+(?:[-*+][ \t]++)?+"
        + title_label()
        + r"[ \t]?[:：][*_]{0,3}[ \t]*+"
    ),
}
