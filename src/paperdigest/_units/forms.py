"""Forms of the line that gives a paper's title: what comes before it, and how it is set off.

A form is a pattern of the words of a line, after its mark. The same pattern judges the lines of a
group and becomes the rule that reads them.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.required import Sieve, required
from paperdigest._units.leads import forms_for
from paperdigest._units.shapes import (
    BADGE,
    EMOJI,
    GAP,
    HOST,
    INITIALS,
    MONTH,
    NUMBER,
    OF_THE_DAY,
    PARTICLE,
    PEOPLE,
    PERSONS,
    STARS,
    TARGET,
    TIME,
    WEEKDAY,
    title_label,
)
from paperdigest._units.titles import NAMES

# Up to where a title without marks goes: to a link, an address, an image, or the end of the line.
_STOP = (
    r"[ \t]*+(?:[(\[（][^()\[\]\n]{0,60}(?:(?:19|20)[0-9]{2}|['’][0-9]{2})[^()\[\]\n]{0,40}[)\]）][ \t.,:]*+(?:$|[\[(|*_<!–—-]|https?:)"
    r"|[,.–—-]?[ \t]++(?:[Ii]n[ ])?[*_][^*_\n]{1,400}[*_](?:,?[ ](?:19|20)[0-9]{2})?(?:[ ](?:Best|Oral|Spotlight|Poster|Outstanding)[^\n\[(]{0,30})?[ \t.,;]*+(?:$|\\?\[|\()"
    r"|,[ ][Ii]n[ ][A-Z][^\n,\[\]()*_]{3,60}[ ](?:19|20)[0-9]{2}[.,]?[ \t]*+(?:$|\\?\[|\()"
    r"|,[ ](?:[A-Z][A-Za-z]{1,9}-(?:20)?[0-9]{2}|T[A-Z]{2,5}|IJCV|JMLR|PAMI|ar[Xx]iv)[ \t]*+(?:$|\\?\[|\()"
    r"|[(（](?:[A-Z][\w'’-]{1,24}\+|[0-9]{1,3}[ -][Mm]in(?:ute)?s?[ ][Rr]ead)[)）][ \t]*+(?:$|[·|,–—-]|\[)"
    r"|[(（](?:Preprint|Score|Rating|评分|得分|Oral|Poster|Spotlight|Highlight|Short|Full|Demo|Workshop|Findings|Tutorial|Keynote|Best|Award|no|not|coming|to appear|in press|under review)\b[^()\[\]\n]{0,40}[)）][ \t.,:]*+(?:$|\\?[\[(|*<])"
    rf"|,?[ \t]*+<(?:ins|sub|sup|em|kbd|code)>|`[^`\n]{{1,40}}`[ \t]*+(?:$|[\[(|<])|,[ \t](?:{MONTH}[ ])?(?:19|20)[0-9]{{2}}[.,]?[ \t]*+(?:$|\\?[\[(|<])"
    r"|[.,–—-][ ](?:[A-Z][A-Za-z&/-]{1,15}|arXiv)(?:[ ][A-Z][\w&-]{0,12}){0,2}(?:[ ,]{1,2}(?:19|20)|[ ]?['’](?:19|20)?)[0-9]{2}[.,]?[ \t]*+(?:$|\\?\[|\(|[–—|-][ ])"
    r"|#[A-Za-z][\w/-]*+(?:[ ]#[\w/-]++)*+[ \t]*+(?:$|\\?\[|\()|【[^】\n]{1,40}】|[(\[|·-]?[ ]?(?:[Pp]aper|PDF|ar[Xx]iv|[Ll]ink|[Cc]ode|论文|链接|地址|代码|논문|링크|論文)[:：][ ]?(?:\[|<?https?:)"
    r"|\|(?=[ \t]?[\[*`<(]|[ \t])|\[[0-9]{1,3}\][ \t]*+(?:<a[ ]|$)|\[\^[^\[\]\n]{1,12}\]|[(（][ ]?(?=[^\x00-\xff])[^\w\s][^()\n]{0,12}[)）][ \t]*$|（[^（）\n]{0,12}(?:待|暂无|链接)[^（）\n]{0,12}）[ \t]*$"
    r"|\[(?=[A-Z][^\[\]\n]*,)[^\[\]\n]{5,400}\][ \t]*+(?:$|\\?[\[(])"
    r"|(?:(?:->|[-→–—|(（,.:：])[ \t]*+){0,2}+(?:(?:(?=[^\x00-\xff])[^\w\s]\ufe0f?[ ]?){0,8}+\\?\[{1,2}!?\[?(?:[^\[\]\\\n]++|\\[^\n]|`\[[^\[\]\n]*+\]`)*+\]{1,2}[(\[]|!\[|<a[ ]|(?:(?=[^\x00-\xff])[^\w\s]\ufe0f?[ ]?){0,2}+\[?<?https?:|\[_{0,2}`|<br|<sub|<i>|</"
    r"|arXiv:[0-9]))"
)
_TAIL = rf"(?:[ \t]*+(?:{EMOJI}++(?:[ ]?[0-9]++(?:\.[0-9]++)?(?:/[0-9]++)?)?+|:[a-z][a-z0-9_+-]*+:|\{{#[^{{}}\n]*+\}}|#++))*+(?:\*\*|__)?"
_LINK_TEXT = r"(?i:paper|pdf|arxiv|code|github|link|project(?: page)?|home ?page|website|video|slides|demo|poster|bibtex|doi)"
_OPEN_TAG = r"(?:<(?:b|strong|i|em|p|span|font|u|h[1-6])\b[^>\n]*+>[ \t]*+)*+"
# A link that is not a title: a badge, a sign, a word or two.
_ITEM_LINK = rf"\[+(?:{BADGE}|[^\s\[\]]{{1,24}}(?:[ ][^\s\[\]]{{1,12}})?)\]+\((?:[^\s()]++|\([^\s()]*+\))*+\)\]*+[ \t,:|–—-]*+"

# A character with which none of the above starts: one of ASCII, but for white space and "[(<!ha*|:,.-",
# or one above U+FFFF. To exclude the others instead takes `re` ten times as long to compile.
_INSIDE = r"[\x00-\x08\x0e-\x1b\"-')+/-9;=-Z\\-`b-gi-{}-\x7f\U00010000-\U0010ffff]"

# The same for letters with which an address starts, and for spaces before the start of most words.
_ONWARD = r"[ha](?!ttps?:|rXiv:)|[ \t]++(?=[0-9bd-gjkm-oq-zABD-HJKM-OQ-Z])"

#: What a title is of, in brackets behind it (GB/T 7714): ``[J]`` for a journal, ``[EB/OL]``.
_TYPE = r"(?:\[(?:[A-Z]|EB|DB)(?:/OL)?\])"

# A word after a question that is no name: the title goes on.
_ARTICLE = r"(?:An?|The|Towards?|[OI]n|From|With|It|Not|How|Why|What|When|Is|Are|Do|Does|Let|Maybe|Yes|No|Re\w+ing|[A-Z]\w+ing)"
# An item that goes on in the next line, which is indented.
_WRAP = r"\n[ \t]{2,}+(?![ \t]|[-*+•][ \t]|[0-9]{1,4}[.)][ \t])"

#: Behind the quotes no colon with the rest of a title: ``"It Holds": Proofs of Large Programs``.
_NO_SUBTITLE = r"(?!:[ ][A-Z][\w-]*+[ ][a-z][^\n.]*$)"

#: No title that is set off: another form has it, behind text or where that is missing.
_SET_OFF = r"(?![*_\"“<\[])"

#: The year of a venue.
_YEAR = r"(?:[ -]?(?:19|20)[0-9]{2}|[ ]?['’][0-9]{2})"

#: How a title is set off: the pattern, and what is written.
_TITLES: Mapping[str, tuple[str, str]] = {
    "link": (
        rf"{STARS}{NUMBER}{STARS}\[(?:\\?\[(?:[A-Z]{{2,8}}|[A-Za-z]{{2,12}}{_YEAR})\\?\][ ]|(?:[A-Z]|ar)[A-Za-z]{{1,11}}{_YEAR}(?:[ ]-|:)[ ]|[0-9]{{1,3}}[.)][ ]++)?+[*_]{{0,2}}+(?P<title>(?![ \t]*+!|:[a-z0-9_+-]++:\])(?:(?![*_]{{1,2}}\]\()(?:[^\[\]\n]|{_WRAP}|\[[^\[\]\n]*+\]))++)"
        rf"[*_]{{0,2}}\]\({TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    # A link to a note, with one to the paper behind it.
    "noted": (
        rf"{STARS}\[(?P<title>(?![ \t]*+!)[^\[\]\n]++)\]\((?![a-z]++:)[^()\s]++(?<=\.md)\){STARS}(?=[^\n]*{HOST})",
        "**{title}**",
    ),
    "link in quotes": (
        rf"{STARS}\[[\"“](?P<title>[^\[\]\"“”\n]+?)[.,]?[\"”]\]\({TARGET}\){STARS}",
        '["{title?}"]({url})',
    ),
    "quoted link": (
        rf"[\"“«][ ]?{STARS}\[(?P<title>[^\[\]\n]++)\]\({TARGET}\){STARS}[.,]?[ ]?[\"”»]",
        "[{title?}]({url})",
    ),
    "titled": (r"《(?P<title>[^《》\n]+)》", "《{title}》"),
    "guillemets": (r"«[ \xa0]?(?P<title>[^«»\n]+?)[.,]?[ \xa0]?»", "« {title} »"),
    # A link to another note, as in Obsidian and Logseq.
    "note": (r"\[\[@?(?P<title>[^\[\]|\n]++)\]\](?=[ \t]*$)", "[[{title}]]"),
    # A link to where papers are published, with a title of two words or more.
    "paper link": (
        rf"{STARS}\[[*_]{{0,2}}+(?P<title>(?![ \t]*+!|{_LINK_TEXT}\b)(?:(?![*_]{{1,2}}\]\()[^\[\]\s]++[ ]++)++(?:(?![*_]{{1,2}}\]\()[^\[\]\n])++)"
        rf"[*_]{{0,2}}\]\((?=<?{HOST}){TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    "dated link": (
        rf"{STARS}\[(?P<title>(?![ \t]*+!)[^\[\]\n]*[^\s\[\]])[ \t]\((?:ar[Xx]iv|[0-9]{{1,3}}[ -][Mm]in(?:ute)?[ ][Rr]ead|\**(?:[A-Za-z][^()\[\]\n0-9]{{0,24}}[ '’-])?[0-9]{{4}}(?:[-./][0-9]{{1,2}}){{0,2}}\**)\)"
        rf"\]\({TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    "reference": (rf"{STARS}\[(?P<title>[^\[\]\n]++)\]\[[^\[\]\n]*+\]{STARS}", "**{title}**"),
    "bold": (
        rf"(?:\*\*|__)(?:{TIME}|(?:{EMOJI}++[ \t]++)?+{NUMBER}(?:【[^】\n]{{1,40}}】[ \t]*+|\[[^\[\]\n]{{1,30}}\][ \t]++)?(?:\*(?=[^*\n]++\*\*\*))?(?:[\"“](?=[^*_\n“”\"]++[\"”][.:,]?(?:\*\*|__)))?(?![\[\s]))(?P<title>(?:(?!\]\()[^*_\n]|{_WRAP}|\*(?!\*)|_(?!_))+?)(?:[ \t][(\[](?:[A-Za-z][^()\[\]\n]{{0,24}})?(?:(?:19|20)[0-9]{{2}}|['’][0-9]{{2}})[)\]])?[\"”]?[.:,]?(?:\*\*\*?+|__)[.:,]?",
        "**{title}**",
    ),
    "quoted": (
        rf"{STARS}\"{STARS}(?P<title>(?:[^\"\n]|{_WRAP})+?)[.,]?{STARS}[.,]?\"{STARS}{_NO_SUBTITLE}",
        '"{title}"',
    ),
    "quotes": (
        rf"{STARS}“{STARS}(?P<title>[^“”\n]+?)[.,]?{STARS}[.,]?”{STARS}{_NO_SUBTITLE}",
        "“{title}”",
    ),
    "italic": (r"(?:\*(?![*\s])|_(?![_\s]))(?P<title>[^*_\n]+?)[.,]?[*_](?![*\w])", "*{title}*"),
    "sentence": (
        rf"(?P<title>(?![ \t\[&])(?:[^\n]|{_WRAP}){{3,400}}?)(?:{_TYPE}?[.](?=[ \t]++(?:[*_\[(<A-Z\xc0-\u024f“\"h]|arXiv)|[ \t]*$)|(?<=[?!])(?=[ \t])(?![ \t]++{_ARTICLE}\b))",
        "{title}.",
    ),
    # Up to a venue and a year behind a comma.
    "cited": (
        rf"(?P<title>(?![ \t\[&])(?:(?![.][ ])[^\n]){{3,400}}?),[ \t](?:[Ii]n[ ])?(?:(?:[*_]{{0,2}}(?=[0-9]?[A-Z])[^\n,*_]{{1,60}}[*_]{{0,2}}?,?[ ])?(?:{MONTH}[ ])?(?:19|20)[0-9]{{2}}|arXiv:[ ]?[0-9]{{4}}\.[0-9]++)[.]?(?=[ \t]*+(?:$|\\?[\[(|<]))",
        "{title}.",
    ),
    "bracketed": (r"\[(?P<title>[^\[\]\n]{8,400})\](?=[ \t]*+$)", "[{title}]"),
    "html link": (
        rf"{_OPEN_TAG}<a\b[^>\n]*?\bhref=[\"'](?P<url>[^\"'\s<>]++)[\"'][^>\n]*+>\s*+{_OPEN_TAG}[*_]{{0,2}}+(?P<title>(?!{_LINK_TEXT}[^\w\n<]*+<|[\W\d]*+</)(?=[^<\s])(?:(?![*_]{{1,2}}</)[^<\n])++)[*_]{{0,2}}+(?:\s*+</(?!p>|div>|t[dr]>|li>)[a-z0-9]++>)*+",
        '<a href="{url}">{title}</a>',
    ),
    "html bold": (
        rf"<(?:b|strong|u|ins|span [^>\n]*\bclass=[\"'][^\"'>\n]*title[^\"'>\n]*[\"'][^>\n]*)>{NUMBER}(?P<title>[^<\n]+?)(?:[ \t][(\[](?:[A-Za-z][^()\[\]<\n]{{0,24}})?(?:(?:19|20)[0-9]{{2}}|['’][0-9]{{2}})[)\]])?</(?:b|strong|u|ins|span)>",
        "<b>{title}</b>",
    ),
    "wrapped": (
        r"(?P<title>[^\s\[][^\n]*+(?:\n[ ]{2,8}(?=[^\s])(?![^\n:：]{1,30}(?:[*_]*[:：][ ]|[:：][*_]))[^\n]*+){1,4}+)[ \t]*$",
        "{title}",
    ),
    "plain, names": (
        rf"(?P<title>(?![ \t|<])[^\n]+?)(?:[ \t]?\((?:19|20)[0-9]{{2}}\)|[.][ \t](?:19|20)[0-9]{{2}}(?=[.]))?(?=(?:(?:[,;]|{GAP}[-–—|·](?![ \t]++(?:The|An?[ ][\w-]++)[ ][A-Z])|{GAP}(?:[-–—|·][ \t]++)?[Bb]y(?![ \t]++\w+ing\b|[^\n*_\[]{{1,80}}[.,][ \t]++[*_]{{1,2}}[A-Z][\w.'-]*+[ ][A-Z])|(?<!\bvs)[.])[ \t]++[*_]{{0,2}}|，|(?<=[?!])[ \t]++(?!{_ARTICLE}\b)[*_]{{0,2}}|(?<=[12][0-9]{{3}}\))[ \t]++[*_]{{0,2}}|{GAP}[(（]){PEOPLE}(?!,?[ ]and[ ])(?:(?<=et al\.)|[ \t]*+(?:$|[.,;，()）\[*_|–—-])))",
        "{title}",
    ),
    "plain": (
        rf"(?P<title>(?![ \t|<]|#+[ \t])(?:{_INSIDE}++|{_ONWARD}"
        rf"|(?!{_STOP}|{_TAIL}[ \t]*$)(?:[ \t]++|[^\n]))++)(?:\*\*)?",
        "{title}",
    ),
}
#: The text before it.
_FIRSTS: Mapping[str, str] = {
    "": "",
    "label": title_label(OF_THE_DAY) + r"[ \t]?(?:::|[:：])[*_]{0,3}[ \t]*+",
    "tag": (
        r"(?:(?:\*\*)?(?:\[[^\[\]\n]{1,40}\](?![(\[])|`[^`\n]{1,40}`|\([^()\n]{1,40}(?:\([^()\n]{1,24}\))?[^()\n]{0,8}\)|【[^】\n]{1,40}】)(?:\*\*)?"
        rf"[ \t:：,|–—-]*+(?:{EMOJI}++[ \t]*+)*+){{1,3}}+"
    ),
    "date": (
        r"\**(?:[0-9]{4}[-./年][0-9]{1,2}(?:[-./月][0-9]{1,2}日?)?|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})\**"
        r"[ \t:：,|–—-]++"
    ),
    "day": rf"\**(?:{WEEKDAY})?(?:{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?|[0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH})(?:,? [0-9]{{4}})?\**[ \t]?[:：,|–—-][ \t:：,|–—-]*+",
    # A short name of what a paper is about, with a colon.
    "nick": r"(?:\*\*(?P<mark5>[^*:：\n]{1,30})(?:[:：]\*\*|\*\*[ ]?(?:\([^()\n]{1,40}\)[ ]?)?(?:[:：]|(?:[-–—][ ])?(?=[\"“])))|<(?P<mark6>[a-z]+)>(?P<mark7>[^<\n]{1,40})</(?P=mark6)>[ ]?[:：]?)[ \t]*+",
    "url": r"<?(?P<url>https?://[^\s<>]++)>?(?:[ \t]*+[-–—:：|])?[ \t]++",
    "admonition": r"(?:!!!|\?\?\?\+?)[ \t]++[a-z]++[ \t]++",
    "links": rf"(?:{_ITEM_LINK}){{1,3}}+(?:\*\*[^*\n]{{1,40}}\*\*[:：]?[ \t]*+)?",
    "names, year": (
        r"(?P<authors>[^\n\[\]\"“*<|(]{2,800}?)(?:(?<=\w{3})\.)?[ \t]*+[(\[](?P<mark1>[12][0-9]{3})[a-z]?[^()\[\]\n]{0,20}[)\]][.:,]?[ \t]++"
    ),
    "names. year": (
        r"(?P<authors>[^\n\[\]\"“*<|(]{2,800}?(?:\bet al\.)?)[.,]?[ ](?P<mark4>[12][0-9]{3})[a-z]?[.:][ ]++"
    ),
    "bold names": (
        r"(?:\*\*|__)(?P<authors>(?!\()(?=[^*_\n]{0,30}[^\W\d_])[^*_\n\[\]]{3,800}?)(?:[ ]\([12][0-9]{3}[a-z]?\))?[.:,]?(?:\*\*|__)[.:,]?[ \t]*+"
        r"(?:\(?(?P<mark2>[12][0-9]{3})[a-z]?\)?[.:,]?[ \t]*+)?"
    ),
    "initials": rf"(?P<authors>{INITIALS}(?:;[ ][^.;\n]{{3,120}})?+)[.:][ \t]++",
    "prefix": r"[^\[\]\n*_\"“]{1,40}[ \t]++",
    "count": r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}[ \t]++",
    # Who wrote the paper, or what it is about, in bold before its link.
    "group": r"\*\*[^*\n]{1,40}\*\*[ \t]++",
    "head": r"(?:\*\*|__)[^*_\n]{0,24}[0-9][^*_\n]{0,24}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]*+",
    # Any words but a label alone, whose link is a part of another paper.
    "words": rf"(?!\W*{_LINK_TEXT}\W)[^\n]{{1,240}}?",
    "main link": rf"{STARS}\[+(?:{BADGE}|[^\[\]\n]{{1,36}})\]+\((?P<url>(?!#){URL})\)\]*+{STARS}[ \t,:|–—-]*+(?:{_ITEM_LINK}){{0,2}}+(?:\*\*[^*\n]{{1,40}}\*\*[:：]?[ \t]*+)?",
    # A short name with links; who wrote the paper and its title are in the item below.
    "alias": rf"[^\[\]\n]{{1,80}}\[+{_LINK_TEXT}[^\[\]\n]{{0,12}}\]+\((?P<url>(?!#){URL})\)\]*+[^\n]*+\n[ \t]++[-*+][ \t]++(?P<authors>{PERSONS}(?:,? et al\.)?),[ \t]++(?=(?:[^\s,]++[ ]){{2}})(?![a-z])",
    "persons": rf"(?P<authors>{PERSONS})[.:,]?[ \t]++(?![a-z])",
    "people": rf"(?P<authors>{PEOPLE})(?:[ ]?\((?:19|20)[0-9]{{2}}\))?[.:,]?(?:[ \t]++|[ \t]*+{_WRAP})(?![a-z])",
    "venue": (
        rf"(?:\*\*|`|_|\*)?[\[(]?(?!{MONTH}[ ][0-9]{{1,2}}(?![0-9]))(?:arXiv|[A-Z][\w&.+/-]{{1,14}})(?:[ -][A-Z][\w&.-]{{1,14}}){{0,2}}[ '’:-]{{0,2}}(?:(?:19|20)?[0-9]{{2}})(?![0-9])"
        r"(?:[ ][A-Z][a-z]++)?[\])]?(?:\*\*|`|_|\*)?[ \t]*+[:：|,.–—-]{0,2}[ \t]*+"
    ),
    "callout": r"\[![a-zA-Z]{2,12}\][+-]?[ \t]++(?:[0-9]{1,3}[.)][ \t])?",
    "names, year in a tag": (
        r"\**\[(?P<authors>[A-Z][\w'’-]++(?:(?:,[ ][A-Z][\w'’-]++)*[ ](?:&|and)[ ][A-Z][\w'’-]++|[ ]et al\.?|(?=,))),?[ ](?P<mark1>(?:19|20)[0-9]{2})[a-z]?\]\**[ \t:.-]*+"
    ),
    "names, year in a callout": (
        r"\[![a-zA-Z]{2,12}\][+-]?[ \t]++(?P<authors>[^\n\[\]\"“*<|(]{2,800}?)(?:(?<=\w{3})\.)?[ \t]*+\((?P<mark1>[12][0-9]{3})[a-z]?\)[.:,]?[ \t]++"
    ),
    # Names before a title in quotes; those in bold are of the group that lists its papers.
    "names*": (
        r"(?P<authors>(?!\[|<(?!u>))(?:[^\n\[\]\"“*_<|(\\]|\*\*[^*\n\"“]{2,40}\*\*|\\\*|</?u>){2,800}(?<![\s\[\]\"“_<|(.,:])(?:(?<=\bet al)\.)?)[ \t.,:：–—-]*+"
    ),
    "names": r"(?P<authors>(?![\[<])[^\n\[\]\"“*_<|(]{2,800}[^\s\[\]\"“*_<|(.,:](?:(?<=\bet al)\.)?)[ \t.,:：–—-]*+",
    # A label with the title in the next line.
    "label above": title_label() + r"[ \t]?[:：]?[*_]{0,3}[ \t]*+\n\s{0,8}(?![#|>-]|[*+][ \t])",
}

_LETTERS = re.compile(r"[A-Za-z]+")
#: What ends names in initials.
_INITIALS = re.compile(r"[ ]\w{1,3}(?:,|[.:])|et al")
#: The text that must be before a title, since it marks one.
_MARKING = frozenset({
    "alias", "callout", "admonition", "main link", "group", "head", "url", "day", "nick", "words",
})  # fmt: skip

#: How the names of forms start that have authors before the title.
NAMES_FIRST = ("names", "bold names", "initials", "people", "persons")

#: How the names of months and days of the week begin.
_DAYS = frozenset({
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
})  # fmt: skip
#: How far a venue or initials are looked for.
_NEAR = 80


def may_start(name: str, words: str, *, goes_on: bool = False) -> bool:
    """Return whether a form may be that of a line: ``False`` only where it cannot.

    To see that takes no long expression, so that forms which no line has are not compiled.

    Args:
        name: The name of the form.
        words: The words of the line.
        goes_on: Whether an item goes on in the next line.

    Example:
        >>> may_start("day+plain", "Mar 4: A Study"), may_start("day+plain", "A Study of March")
        (True, False)
    """
    first, _, title = name.rpartition("+")
    if title == "sentence" and not (goes_on or "." in words or "?" in words or "!" in words):
        return False
    if title == "plain, names" and not _maybe_names().search(words):
        return False
    if first == "url":
        return words.startswith(("http", "<http"))
    if first == "day":
        return any(word[:3].casefold() in _DAYS for word in _LETTERS.findall(words[:16])[:2])
    if first == "venue":
        return any(map(str.isdecimal, words[:_NEAR]))
    if first == "initials":
        return _INITIALS.search(words) is not None
    return True


@cache
def _maybe_names() -> re.Pattern[str]:
    """Return the expression of what may be before names, and of how they may begin."""
    capital = r"[^\W_a-z0-9]"
    return re.compile(
        rf"(?=[,;. \t，])(?:(?:[,;]|{GAP}[-–—|·]|{GAP}(?:[-–—|·][ \t]++)?[Bb]y|[.])[ \t]++|，|(?<=[?!])[ \t]++|(?<=[0-9]\))[ \t]++|{GAP}[(（])"
        rf"(?:[*_<]|[^\x00-\u024f]|{PARTICLE}|{capital}[^\s,]*+,?[ \t]?(?:{capital}|{PARTICLE}|et[ .]))"
    )


class Form(NamedTuple):
    """How a title is given in a line.

    Attributes:
        name: The text before it and how it is set off.
        pattern: The pattern of both, after the mark of the line.
        template: How it is written.
    """

    name: str
    pattern: str
    template: str


@cache
def form(name: str, *, whole: bool = False) -> Form:
    """Return the form of a name.

    Args:
        name: The name.
        whole: Whether the text before the title may not be missing.
    """
    first, _, title = name.rpartition("+")
    pattern, template = _TITLES[title]
    before = _FIRSTS[first]
    if first.startswith("label") or not first:
        template = "**Title:** {title}" if first else template
        return Form(name, before + pattern, template)
    may = "" if whole or first in _MARKING else "?"
    return Form(name, f"(?:{before}){may}{_pieces(name)[1]}", template)


@cache
def strict(name: str) -> re.Pattern[str]:
    """Return the expression of a form in which nothing may be missing."""
    return re.compile("".join(_pieces(name)), re.MULTILINE)


def match_form(name: str, text: str, at: int, end: int) -> re.Match[str] | None:
    """Match a form of a title at a place, in which nothing may be missing.

    The text before the title is matched first by itself. Most lines that could have a form by what
    they hold lack that, and its expression is far shorter than the whole one.

    Args:
        name: The name of the form.
        text: The text with plain line endings.
        at: Where the words of the line start.
        end: Where the line ends.
    """
    first = name.rpartition("+")[0]
    # Names end in their line, and their expression is there already.
    starts = NAMES.match(text, at, end) if first == "people" else _start(first).match(text, at)
    return strict(name).match(text, at) if starts else None


@cache
def _start(first: str) -> re.Pattern[str]:
    return re.compile(_FIRSTS[first], re.MULTILINE)


def _pieces(name: str) -> tuple[str, str]:
    first, _, title = name.rpartition("+")
    bare = title in ("plain", "sentence") and first and not first.startswith("label")
    bar = _SET_OFF if bare else ""
    return _FIRSTS[first], bar + _TITLES[title][0]


@cache
def sieve_for(lead: str) -> Sieve[str]:
    """Return what leaves of the forms of lines that begin in some way those that a line can have."""
    # Names may end in the next line, so that what they require says nothing of the first one. The
    # lines of a title are looked through together.
    return Sieve(
        (name, required(*_pieces(name)[name.startswith("people") :])) for name in forms_for(lead)
    )
