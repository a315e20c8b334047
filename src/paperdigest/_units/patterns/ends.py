"""Patterns of what ends a title without marks in its line: a venue, a link, a tag, a sign.

Each of them is tried at nearly every character of a title, so each walks a line once. What must
follow makes it likely: the end of the line, a link, or another of them.
"""

from collections.abc import Mapping

from paperdigest._units.patterns.days import MONTH
from paperdigest._units.patterns.links import NOT_MAIN
from paperdigest._units.patterns.shapes import EMOJI

_YEAR = r"(?:19|20)[0-9]{2}"
#: What follows: the end of the line or a link, which may be escaped or in round brackets.
_LAST = r"[ \t]*+(?:$|\\?\[|\()"
#: A sign before a link, but not a quote.
_SIGN = r"(?:(?:(?=[^\x00-\xff])(?![\u2018-\u201f])[^\w\s]\ufe0f?|:[a-z][a-z0-9_+-]{1,30}:)[ ]?)"

#: The shortcode of an emoji.
_SHORTCODE = r":[a-z][a-z0-9_+-]*+:"
#: Signs at the end of a line.
_SIGNS = rf"(?:(?:{EMOJI}++|{_SHORTCODE})[ \t]*+)*+"

#: What ends a title, with white space before it or not.
ENDS: Mapping[str, str] = {
    "venue and year in brackets": (
        rf"[*_]{{0,2}}[(\[（][^()\[\]\n]{{0,60}}(?:{_YEAR}|['’][0-9]{{2}})[^()\[\]\n]{{0,40}}[)\]）]"
        rf"[*_]{{0,2}}(?:[ \t.,]|:(?![a-z]))*+{_SIGNS}(?:$|[\[(|*_<!–—-]|https?:)"
    ),
    "names in round brackets": (
        r"\([A-Z\xc0-\u024f][^()\n]{1,60}?[ ]et[ ]al\b\.?\)[ \t.,:]*+(?:$|[\[<|*–—-]|https?:)"
    ),
    "year in brackets before a group": rf"\({_YEAR}\),[ ](?:[A-Z][\w-]*+[ \t]*+){{1,4}}+(?:$|\[)",
    "venue in italics": (
        rf"[,.–—-][ \t]++(?:[Ii]n[ ])?[*_][^*_\n]{{1,400}}[*_](?:,?[ ]{_YEAR})?"
        r"(?:[ ](?:Best|Oral|Spotlight|Poster|Outstanding)[^\n\[(]{0,30})?[ \t.,;]*+(?:$|\\?\[|\()"
    ),
    "venue after 'in'": rf",[ ][Ii]n[ ][A-Z][^\n,\[\]()*_]{{3,60}}[ ]{_YEAR}[.,]?{_LAST}",
    "venue in capitals": (
        rf",[ ](?:[A-Z][A-Za-z]{{1,9}}-(?:20)?[0-9]{{2}}|T[A-Z]{{2,5}}|IJCV|JMLR|PAMI|ar[Xx]iv){_LAST}"
    ),
    "group or minutes in brackets": (
        r"[(（](?:[A-Z][\w'’-]{1,24}\+|[0-9]{1,3}[ -][Mm]in(?:ute)?s?[ ][Rr]ead)[)）]"
        r"[ \t]*+(?:$|[·|,–—-]|\[)"
    ),
    "kind of a paper in brackets": (
        r"[(（](?:Preprint|Score|Rating|评分|得分|Oral|Poster|Spotlight|Highlight|Short|Full|Demo|Workshop"
        r"|Findings|Tutorial|Keynote|Best|Award|PDF|no|not|coming|to appear|in press|under review)\b"
        r"[^()\[\]\n]{0,40}[)）][ \t.,:]*+(?:$|\\?[\[(|*<])"
    ),
    "tag": r",?[ \t]*+<(?:ins|sub|sup|em|kbd|code)>",
    "venue in code": r"`[^`\n]{1,40}`[ \t]*+(?:$|[\[(|<])",
    "year": rf",[ \t](?:{MONTH}[ ])?{_YEAR}[.,]?[ \t]*+(?:$|\\?[\[(|<])",
    "venue and year": (
        r"[.,–—-][ ](?:[A-Z][A-Za-z&/-]{1,15}|arXiv)(?:[ ][A-Z][\w&-]{0,12}){0,2}"
        r"(?:[ ,]{1,2}(?:19|20)|[ ]?['’](?:19|20)?)[0-9]{2}[.,]?[ \t]*+(?:$|\\?\[|\(|[–—|-][ ])"
    ),
    "hashtags": rf"#[A-Za-z][\w/-]*+(?:[ ]#[\w/-]++)*+{_LAST}",
    "Chinese brackets": r"【[^】\n]{1,40}】",
    "label of a link": (
        r"[(\[|·,-]?[ ]?(?:[Pp]aper|[Pp]reprint|PDF|ar[Xx]iv|[Ll]inks?|[Cc]ode|[Pp]roject(?: [Pp]age)?|[Ww]ebsite|[Dd]emo|[Vv]ideo"
        r"|论文|链接|地址|代码|논문|링크|論文)[:：][ ]?(?:\[|<?https?:)"
    ),
    "link to a demo": rf"(?:[-–—][ ]|\()(?:[\w-]++[ ]){{0,2}}?{NOT_MAIN}\w*+[ ]at[ ]<?https?:",
    "bar": r"\|(?=[ \t]?[\[*`<(]|[ \t])",
    "number of a reference": r"\[[0-9]{1,3}\][ \t]*+(?:<a[ ]|$)",
    "footnote": r"\[\^[^\[\]\n]{1,12}\]",
    "sign in brackets": r"[(（][ ]?(?=[^\x00-\xff])[^\w\s][^()\n]{0,12}[)）][ \t]*$",
    "missing link": r"（[^（）\n]{0,12}(?:待|暂无|链接)[^（）\n]{0,12}）[ \t]*$",
    "names in brackets": r"\[(?=[A-Z][^\[\]\n]*,)[^\[\]\n]{5,400}\][ \t]*+(?:$|\\?[\[(])",
    "link, address or identifier": (
        r"(?:(?:->|[-→–—|(（,.：]|:(?![a-z][a-z0-9_+-]*+:(?!//)))[ \t]*+){0,2}+"
        rf"(?:{_SIGN}{{0,8}}+\\?\[{{1,2}}!?\[?(?:[^\[\]\\\n]++|\\[^\n]|`\[[^\[\]\n]*+\]`)*+\]{{1,2}}[(\[]|!\[|<a[ ]"
        rf"|{_SIGN}{{0,2}}+\[?<?https?:|\[_{{0,2}}`|<br|<sub|<i>|</|arXiv:[0-9])"
    ),
}

#: Where a title without marks ends.
END_OF_TITLE = rf"[ \t]*+(?:{'|'.join(ENDS.values())})"

#: What may end the line without being text: emoji with a count, shortcodes, closing marks.
TAIL = (
    rf"(?:[ \t]*+(?:{EMOJI}++(?:[ ]?[0-9]++(?:\.[0-9]++)?(?:/[0-9]++)?)?+|{_SHORTCODE}"
    r"|\{#[^{}\n]*+\}|#++))*+(?:\*\*|__)?"
)
