"""Pieces of patterns: links, names, dates, and where papers are published.

Every piece walks a line once: what is repeated is possessive or bounded.
"""

import re

from paperdigest._grammar.patterns import URL
from paperdigest._text.months import all_months


def any_of(words: "frozenset[str] | set[str] | list[str]") -> str:
    """Return the pattern of one of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


#: What may follow the word for a paper in the label of its title, on a page with one paper.
OF_THE_DAY = r"| of the (?:[Dd]ay|[Ww]eek|[Mm]onth)"


def title_label(more: str = "") -> str:
    """Return the pattern of the label of a title, without its colon.

    Args:
        more: What else may follow the word for a paper, as alternatives.
    """
    return (
        rf"[*_]{{0,3}}(?:[Tt]itle|Titel|Titre|T[íi]tulo|Titolo|Paper(?: [Tt]itle{more})?|标题|標題|题目"
        r"|论文(?:标题|题目|名称|名)?|論文(?:標題|題目|名)?|(?:논문[ ]?)?제목|タイトル)[*_]{0,3}"
    )


def one_of(narrow: str, wide: str) -> str:
    r"""Return a pattern of one character, some of them above U+00FF, that is quick to compile.

    `re` takes a tenth of a millisecond for a class with more than two runs of characters of which
    some are up there, and makes a class of alternatives that are single characters. So the last
    one is more than that: a lookahead that always holds is behind it.

    Args:
        narrow: The content of a class, up to U+00FF; it may be empty.
        wide: Other characters.

    Example:
        >>> one_of("-|", "–—")
        '(?:[-|]|–|—(?=))'
    """
    return f"(?:{f'[{narrow}]|' if narrow else ''}{'|'.join(wide)}(?=))"


#: The first one is written; all are read.
BETWEEN_AUTHORS = (
    ", ",
    " and ",
    "; ",
    " & ",
    "、",
    "，",
    "；",
    " · ",
    " und ",
    " et ",
    " y ",
    " e ",
)

#: Where papers are published; a file in PDF is taken as one.
HOST = (
    r"https?://(?:(?:[\w-]++\.){0,4}?(?:(?:arxiv|openreview|aclanthology|aclweb|doi|alphaxiv|biorxiv|medrxiv|chemrxiv"
    r"|semanticscholar|jmlr|pnas|ar5iv|usenix|aaai|iacr|isca-speech|ijcai|roboticsproceedings|ecva|computer|plos"
    r"|jstor|osf|acl|eccv2020|bmva|isca|isca-archive|interspeech|acs|rsc|siam|nejm|nber|cambridge|worldscientific|degruyter"
    r"|emerald|bmj|thelancet|jamanetwork|spiedigitallibrary|annualreviews|projecteuclid|techrxiv|preprints|researchsquare"
    r"|eartharxiv|engrxiv|psyarxiv|jair|ceur-ws|vldb|cidrdb|ndss-symposium|elifesciences|quantum-journal|cnki)\.(?:org|com|net|info|eu|io)|openreview\.net|(?:neurips|nips|iclr|icml|mlsys)\.cc"
    r"|mlr\.press|thecvf\.com|ieee\.org|acm\.org|nature\.com/articles|science\.org/doi|sciencedirect\.com"
    r"|springer\.com|wiley\.com|tandfonline\.com|mdpi\.com|frontiersin\.org|cell\.com|ncbi\.nlm\.nih\.gov"
    r"|ssrn\.com|hal\.science|(?:archives-ouvertes|inria)\.fr|huggingface\.co/papers|hf\.co/papers|papers\.cool|research\.google/pubs"
    r"|dagstuhl\.de|jst\.go\.jp|nii\.ac\.jp|dbpia\.co\.kr|kci\.go\.kr|core\.ac\.uk|dblp\.org/rec|paperswithcode\.com/paper|oup\.com|sagepub\.com|iop\.org|aps\.org|royalsocietypublishing\.org)"
    r"/[^\s()<>\"'\]]{3}|[^\s()<>\"']{1,200}?\.pdf(?![\w.-]))"
)
#: A sentence in a tag, and so prose; what is in it may be styled further on.
TAGGED = (
    r"(?:<(?:p|div|small|sub|span|font|i|em|td|dd|blockquote)\b[^>\n]*+>[ \t]*+)++"
    r"[^\s<][^<\n]{30}[^<\n]*[.!?。！？…]"
)
#: A sentence of some length, without links.
PROSE = r"[^\s<\[(*_|][^<\n\[\]]{40}[^<\n\[\]]*[.!?。！？…]"
#: Where programs are published.
CODE_HOST = r"https?://(?:[\w-]++\.){0,4}?(?:github\.(?:com|io)|gitlab\.com|npmjs\.com|pypi\.org|crates\.io|shields\.io)\b"

#: A URL without marks around it; a point after it ends its sentence.
ADDRESS = r"https?://(?:[^\s<>().,;:]++|[.,;:]++(?=[^\s<>().,;:]))++"

#: White space from its start on, so that a long run is not asked about at each place in it.
GAP = r"(?<![ \t])[ \t]++"

STARS = r"[*_]{0,3}+"
TEXT = r"(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+"
TARGET = rf"[ \t]*+<?(?P<url>(?![#)>]){URL})>?(?:[ \t]++\"[^\"\n]*+\")?[ \t]*+"
BADGE = r"!\[[^\[\]\n]*+\]\([^()\s]*+\)"

# A class of more than two ranges above U+00FF takes `re` long to compile; so a letter of another
# script needs a lookahead, and so does a sign.
WIDE = r"(?=[^\x00-\u024f])\w"
EMOJI = r"(?:(?=[^\x00-\xff])(?![\u2010-\u205e\u3001-\u303f])(?![\uff01-\uff65])[^\w\s]|[0-9#]\ufe0f?\u20e3|\ufe0f)"
SIGNS = rf"(?:{EMOJI}++[ \t]*+)?+"
#: How a line begins that says who chose a paper, and that with the name and what ends it.
CHOSEN_BY = (
    r"(?i:presented|submitted|suggested|recommended|proposed|shared|picked|chosen)[ ][Bb]y[ ]"
)
CHOOSER = rf"(?:{CHOSEN_BY}[^\n.,;:|·()\[\]]{{1,40}}[.,;|·][ \t]++)"
_DIGITS = "一二三四五六七八九十"
_DASH = one_of("-|", "–—")
_MARK = one_of(r".):\]", "：、")
_SPACE = one_of(r": \t", "：")
NUMBER = (
    rf"(?:[\u2460-\u2473][ \t]*+|{one_of('', _DIGITS)}{{1,3}}{one_of('.', '、．')}[ \t]*+|第{one_of('0-9', _DIGITS)}{{1,3}}[篇章]{_SPACE}{{0,2}}"
    r"|(?!\[[0-9.]++[ ])(?:[Pp]aper|No\.?|论文|논문|第)?[ \t]?[#(\[]?[0-9]{1,4}\\?(?:\.[0-9]{1,3})?+"
    rf"(?:、|{_MARK}{{1,2}}+(?=[ \t\[*]|[^\x00-\x7f])|[ \t]{_DASH}(?=[ \t]))[ \t]*+"
    r"|\[[0-9]{1,3}\](?=[A-Z0-9\"“])|\[[A-Z]{1,3}[0-9]{1,3}\][ \t]++(?=[^\s\[(])|[0-9]{1,3}[.)](?=[A-Z][a-z])"
    rf"|(?:arXiv:)?[0-9]{{4}}\.[0-9]{{5}}(?:v[0-9]++)?{one_of(':.', '：')}?[ \t]++(?:{_DASH}[ \t]++)?|\#[0-9]{{1,4}}[ \t:]{one_of('-:', '–—')}?[ \t]?)?+"
)
#: A time of day before a title, as in the programme of a conference.
TIME = (
    r"[0-9]{1,2}:[0-9]{2}(?:[ ]?[-–][ ]?[0-9]{1,2}:[0-9]{2})?(?:[ ]?[aApP]\.?[mM]\b\.?)?[ \t]*+"
    r"(?:[|·–—-][ \t]*+)?(?=[^\s])"
)
#: What Hugo or Jekyll replaces when it makes a page: ``{{< badge "new" >}}``, ``{% include a.html %}``.
SHORTCODE = r"\{(?:\{[<%][^{}\n]*+\}|%[^{}\n]*+)\}[ \t]*+"
#: What comes before a title and says nothing: numbers, signs, anchors, boxes to tick, images, the
#: marks of a heading in an item, shortcodes.
BEFORE = (
    rf"(?:{EMOJI}++[ \t]*+|(?=#)(?:(?<=[-*+][ \t])|(?<=•[ \t]))#{{1,6}}[ \t]++|:[a-z0-9_+-]++:[ \t]*+|<a (?:id|name)=[^>\n]*+>(?:</a>)?[ \t]*+|<br[ ]?/?>[ \t]*+"
    rf"|\[[ xX]\][ \t]++|\*\*\[[A-Z]{{1,3}}[0-9]{{0,3}}\]\*\*[ \t]++|~~(?=\[)|{TIME}|\[\[[^\[\]\n]{{1,40}}\]\](?![(\[])[ \t]++|==(?=[*_\[])|\*\*[\[(]?[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?:/[0-9]{{1,3}}|[\]).:/])?\*\*[ \t.:]*+(?:[–—-][ \t]++)?+|[*_]\((?:19|20)[0-9]{{2}}\)[*_][ \t]++|{BADGE}[ \t]*+|\\\[[^\[\]\n]{{1,30}}\\\][ \t]++|\\\*[ \t]++|<img\b[^>\n]*+>[ \t]*+|<span\b[^>\n]*+></span>[ \t]*+|{SHORTCODE})*+"
)

_WORD = r"(?=[A-Z\xc0-\u024f])(?:\w\.(?:-?\w\.)*+|(?:Jr|Sr|St)\.|[^\W_](?:[^\W_]++|'|’|-)*+)"
PARTICLE = r"(?:(?:al|el|ben|bin|d[aeiou]|van|von)-\w[\w-]*+|d[aeiou]s?|v[ao]n|de[nrl]|l[ae]|te[nr]|bin|ibn|al|el|y|i|zu|af|di)\b"
#: Words that are in the names of institutions, up to the end of such a name.
_INSTITUTION = (
    r"[^\n,;()&·*_]{0,40}?\b(?:Univ|Instit|Colleg|Laborator|Labs?\b|Research\b|Academ|Technolog|Departm|School\b|Cent(?:er|re)\b"
    r"|Google|DeepMind|Microsoft|NVIDIA|OpenAI|Tencent|Alibaba|Baidu|Huawei|ByteDance|Amazon|Adobe)"
)
#: Words that end the name of a venue: ``USENIX Security``, ``EuroVis Short Papers``.
_VENUE = r"(?:[\w'’/-]+[ ]){1,3}(?:Workshops?|Symposium|Conference|Proceedings|Papers|Findings|Security|Letters|Journal|Version|Abstract|Edition|AI)\b"
#: What goes on with a name: after an initial no word that a title starts with, as in ``Noor M. A study``.
_ONWARD = (
    r"(?:(?<!\.[ \t])|(?!(?:An?|The|On|In|Is|Are|Do|Does|Can|How|What|Why|When|To|For|From|With|Towards?|\w{3,}ing)[ ]"
    r"|[^\W\d_][\w-]*+[ ](?!(?:等|and|et|und|y|e|v[ao]n|de[nrl]?|d[aiou]s?|la|le|bin|ibn|al|el|zu|af)\b)[^\W\dA-Z_]))"
)
_PERSON = (
    rf"(?:\*\*|__|<(?:u|b|strong)>)?(?:(?:{PARTICLE}[ ]){{0,2}}(?!\w\.){_WORD}(?:[ ]{_WORD})?,[ ]?(?:(?=[A-Z\xc0-\u024f])\w\.[ -]?){{1,4}}(?<![ ])(?=[ ]?(?:[,;&(\[\"|.*_<]|“|…|and\b|et al|$)|[ ][A-Z][\w-]++[ ](?![A-Z][\w-]++(?:[ ]?[,;&]|[ ]and[ ]|[ ]et[ ]al|[ \t]*\\?$)))"
    rf"|{_WORD},[ ]{_WORD}(?=[ ]et[ ]al\b)"
    rf"|(?!{_INSTITUTION}|{_VENUE})(?:{PARTICLE}[ ]){{0,2}}{_WORD}(?:[ \t]{_ONWARD}(?:{_WORD}|{PARTICLE})){{1,4}}+|{_WORD}(?=,?[ \t]et[ .])"
    rf"|(?:{WIDE}){{2,5}}+(?:{one_of(' ·', '・')}(?:{WIDE}){{1,8}}+)?+(?!\w))(?:(?:\*\*|__|</(?:u|b|strong)>)(?=[ ]?[,;.&(\\†*<]|[ ](?:and[ ]|et[ ]|⋆|[*_\"“«\[])))?(?:[§¹²³¶]|†|‡|⁴|[ ]?(?:⋆|∗|✉)|<sup>[^<>\n]{{1,12}}</sup>|\\\*|\*(?=,[ ][A-Z\xc0-\u024f](?:[\w.'-]++|’)*+[ ][A-Z\xc0-\u024f])){{0,3}}(?:[ \t]?\((?![^()\n]{{0,40}}[0-9]{{2}}[*_]?[)\]])[^()\n]{{1,80}}\)|（(?![^（）\n]{{0,40}}[0-9]{{2}}）)[^（）\n]{{1,80}}）)?+"
)
#: The pattern of a person is long and so comes once: what separates two is not before the first one.
_FIRST = r"(?<![^\W\d_])(?<![^\W\d_][.)])"
_NEXT = (
    rf"(?<=[^\s(\[:])(?<!（)(?<!：)(?:[ \t]?{one_of(',;&·', '、，；')}|(?:(?<![*_>])|(?<=[\w.]\*\*|[\w.]__|/u>))[ \t]?(?:(?:and|und|y|e|et(?![ ]al))\b|和))"
    r"[ \t]?(?:and[ \t]|&[ \t]?)?"
)
#: One or more persons, and no sentence: two to five words that begin with a capital letter, or a few
#: letters of a script that has none.
PEOPLE = (
    rf"(?:(?:{_FIRST}|{_NEXT}){_PERSON})++"
    r"(?:[,，]?[ \t]?(?:et\.?[ \t]al\b\.?|u\.[ ]?a\.|and others|等|외 [0-9]{1,3}명|\.\.\.|…))?+"
)

#: The same without the end, for what may be followed by a title that looks like one more person.
PERSONS = rf"(?:(?:{_FIRST}|{_NEXT}){_PERSON}){{1,60}}"

#: Names in a tag of a class that says so.
OF_AUTHORS = r"<(?P<mark4>span|div|p|em|i|small)\b[^>\n]*?\bclass=[\"'][^\"'>\n]*?authors?\b[^>\n]*+>[ \t]*+(?P<authors>[^\n]+?)[.,]?[ \t]*+</(?P=mark4)>"

#: Two or three words and a year, which are a journal and no name: ``Nature Communications 2024``.
YEARLY = r"(?:[A-Z][\w&-]++[ ]){2,3}(?:19|20)[0-9]{2}[.,]"

#: What is behind a venue in a tag: its year, maybe with the number of an issue.
OF_VENUE = r"</[a-z]++>[^\n<A-Za-z]{0,24}(?:19|20)[0-9]{2}"

#: Names with initials after surnames and no points (the style of PubMed): ``Byron A, de Gauss CF``.
INITIALS = r"(?:(?:(?:d[aeiou]|van|von|de[nrl]|la|le|al|el|bin|ben)[ -]){0,2}+(?=[A-Z\xc0-\u024f])[\w'’-]++(?:[ ](?![A-Z\xc0-\u024f]{1,3}[,.:;])[\w'’-]++){0,2}+[ ](?:(?=[A-Z\xc0-\u024f])\w){1,3}(?:,[ ])?+){1,60}+(?:et al)?"

#: What may come after names in their line: a venue, a link, other names' marks.
BEHIND_NAMES = r"(?:(?<=et al\.)|(?=\\?[*†‡]?[*_]{0,2}(?![*_]*+[ \t]?[:：])(?:[ \t]*+(?:$|\\$|</|<br|[·|,;.(\[]|—|–|-[ ]|et al|[12][0-9]{3}|\+[0-9])|[ \t]++[*_])))"
#: What follows a journal and no names: ``. 2023;5(2):1-9`` (the style of PubMed), ``, 57(4)``.
VOLUME = r"(?:\.[*_]{0,2}[ ](?:19|20)[0-9]{2}(?:[;:(]|[ ][A-Z][a-z]{2}\b)|,[ ][0-9]{1,3}(?![0-9]))"

#: Names right below a title, maybe in tags or behind "by", and no journal.
BYLINE = (
    rf"(?:<[a-z]+\b[^>\n]*+>)*+(?:[Bb]y[ :]+)?(?![*_]{{0,2}}{WIDE}|{YEARLY})"
    rf"[*_]{{0,2}}(?P<authors>{PEOPLE})[*_]{{0,2}}(?!{VOLUME}|{OF_VENUE}){BEHIND_NAMES}"
)

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_LOCAL = f"(?i:{any_of(set(all_months()))})"
WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ ]{1,2})"
#: Shapes of a day; `_dates` decides whether it is one.
DAY = (
    r"(?>[0-9]{4}(?P<mark>[-./])[0-9]{1,2}(?P=mark)[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
    r"|(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}|(?<![0-9./-])20[0-9]{2}[01][0-9][0-3][0-9]"
    r"|[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{4} ?년 ?[0-9]{1,2} ?월 ?[0-9]{1,2} ?일"
    rf"|{MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? [0-9]{{4}}|[ ][0-9]{{2}}(?=[ \t]*$))"
    rf"|[0-9]{{1,2}}(?:\.|er|º)? (?:de )?{_LOCAL} (?:del? )?[0-9]{{4}})"
    r"(?![0-9])"
)
DAYS = (
    r"(?:[0-9]{4}(?P<mark>[-./])[0-9]{1,2}(?P=mark)[0-9]{1,2}[ ]?(?:to|until|[-~]|–|—|->|→)[ ]?[0-9]{4}(?P=mark)[0-9]{1,2}(?P=mark)[0-9]{1,2}"
    rf"|{MONTH} [0-9]{{1,2}} ?[-–—] ?(?:{MONTH} )?[0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}"
    rf"|(?<![0-9])[0-9]{{1,2}}(?: {MONTH})? ?[-–—] ?[0-9]{{1,2}} {MONTH},? [0-9]{{4}})(?![0-9])"
)

BREAK = r"(?:<br[ ]?/?>|\\)[ \t]*+$"
END = r"(?:[ \t]{0,4}+(?:<br[ ]?/?>|\\))?[ \t]*$"
