"""How a title is set off in its line: the pattern, and what is written.

The same pattern is tried on the lines of a group and becomes the rule that parses them. Each walks
a line once: its repeats are possessive or bounded.
"""

from collections.abc import Mapping

from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.before import NUMBER, TIME
from paperdigest._units.patterns.days import MONTH
from paperdigest._units.patterns.ends import END_OF_TITLE, TAIL
from paperdigest._units.patterns.people import IN_BRACKETS, PARTICLE, PEOPLE_AHEAD
from paperdigest._units.patterns.shapes import EMOJI, GAP, STARS, TARGET

#: The text of a link that is not a title.
LINK_TEXT = (
    r"(?i:paper|pdf|arxiv|code|github|link|project(?: page)?|home ?page|web(?:site)?|video|slides|demo"
    r"|poster|bibtex|doi)"
)

_OPEN_TAG = r"(?:<(?:b|strong|i|em|p|span|font|u|h[1-6]|[a-z]*title)\b[^>\n]*+>[ \t]*+)*+"
#: The opening tag of a link.
_ANCHOR = r"<a\b[^>\n]*?\bhref=[\"'](?P<url>[^\"'\s<>]++)[\"'][^>\n]*+>\s*+"
#: What kind of paper it is, after the year of a venue: ``ICLR 2021 Workshop``, ``CVPR 2024, Oral``.
_KIND = (
    r"(?>,?[ ](?:[A-Z][\w&-]*+[ ](?:and[ ])?){0,3}"
    r"(?:Award|Best[ ]Paper|Demo|Findings|Highlight|Oral|Poster|Spotlight|Track|Tutorial|Workshop))?+"
)
#: The end of a year in brackets, with a venue or not.
_IN_BRACKETS = rf"(?:(?:19|20)[0-9]{{2}}|['’][0-9]{{2}}){_KIND}[)\]]"

# A character that cannot start the end of a title: any of ASCII, except white space and
# "[(<!ha*|:,.-", or one above U+FFFF. `re` compiles a class that excludes the others ten times as
# slowly.
_INSIDE = r"[\x00-\x08\x0e-\x1b\"-')+/-9;=-Z\\-`b-gi-{}-\x7f\U00010000-\U0010ffff]"

# The same for a letter that could start an address but does not, and for spaces before most words.
_ONWARD = r"[ha](?!ttps?:|rXiv:)|[ \t]++(?=[0-9bd-gjkm-oq-zABD-HJKM-OQ-Z])"

#: The type of a work in brackets after its title (GB/T 7714): ``[J]`` for a journal, ``[EB/OL]``.
_TYPE = r"(?:\[(?:[A-Z]|EB|DB)(?:/OL)?\])"

#: Words after a question that are neither a name nor a venue, so the title goes on.
_ARTICLE = (
    r"(?!In[ ](?:[*_]|Proc)|Ph\.?D)(?:An?|The|Towards?|[OI]n|From|With|It|Not|How|Why|What|When|Is|Are|Do|Does|Let|Maybe|Yes|No"
    r"|Re\w+ing|[A-Z]\w+ing|[A-Z][\w'-]*+[ ](?!(?:al|and|bin|d[aeiou]s?|de[nrl]|e|el|et|in|l[ae]|of|un?d|v[ao]n|y)\b)[a-z]\w*+)"
)
#: A word or a number in a tag inside a title: the name of a species, an index.
_TAGGED = r"<(?:i|em|su[bp])>[^<\n]*+</(?:i|em|su[bp])>"
#: A line break inside an item, which continues in an indented line.
WRAP = r"\n[ \t]{2,}+(?![ \t]|[-*+•][ \t]|[0-9]{1,4}[.)][ \t])"

#: After the quotes, not a colon with the rest of a title: ``"It Holds": Proofs of Large Programs``.
_NO_SUBTITLE = (
    r"(?!:[ ](?:[A-Z][\w-]*+[ ](?:[a-z]"
    rf"|(?:[A-Z][\w-]*+[ ]){{1,3}}+(?!(?:and|et)\b|{PARTICLE})[a-z])"
    r"|(?:An?|The|How|What|Why|\w{2,}ing)[ ]"
    r"|[A-Z][^\n.,\[]{1,80}?[ ](?:as|at|by|for|from|in|of|on|to|under|via|with|without)[ ])[^\n.\[]*+(?:$|\[))"
)

#: The year of a venue.
_YEAR = r"(?:[ -]?(?:19|20)[0-9]{2}|[ ]?['’][0-9]{2})"
#: A short name, a venue, a number or a sign before a title in its link.
_BEFORE_IN_LINK = (
    rf"(?:\\?\[(?:[a-z]?[A-Z][a-z0-9]{{0,8}}[A-Z][\w-]{{0,8}}|[A-Za-z]{{2,12}}{_YEAR})\\?\][ ]"
    rf"|(?:[A-Z]|ar)[A-Za-z]{{1,11}}{_YEAR}(?:[ ]-|:)[ ]|[0-9]{{1,3}}[.)][ ]++|:[a-z_]{{2,30}}:[ ]"
    r"|(?:19|20)[0-9]{2}(?:[-./][0-9]{1,2}){0,2}[ ][-–—][ ])?+"
)
#: The end of the name of a file that is named after its title: its type, maybe after a venue.
_OF_FILE = r"(?:[ ]\([^()\[\]\n]{0,30}(?:19|20)[0-9]{2}\))?\.(?:pdf|PDF|docx?|epub|html?|md|pptx?)"
#: A venue, a day or minutes to read, after a title in its link.
_AFTER_IN_LINK = (
    r"(?:ar[Xx]iv|[0-9]{1,3}[ -][Mm]in(?:ute)?[ ][Rr]ead"
    r"|\**(?:(?:[A-Za-z][^()\[\]\n0-9]{0,24}(?:[ '’-]|(?<=[A-Z])))?[0-9]{4}(?:[-./][0-9]{1,2}){0,2}"
    rf"|[A-Za-z][^()\[\]\n0-9]{{0,24}}['’][0-9]{{2}}){_KIND}\**)"
)
#: A venue with its year, or an identifier, after a comma.
_CITED = (
    r"(?:(?:[*_]{0,2}(?=[0-9]?[A-Z])[^\n,*_]{1,60}[*_]{0,2}?,?[ ])?"
    rf"(?:{MONTH}[ ])?(?:19|20)[0-9]{{2}}|arXiv:[ ]?[0-9]{{4}}\.[0-9]++)"
)
#: What is between a title without marks and names: a comma, a dash, "by", a full stop, a bracket.
_BEFORE_NAMES = (
    rf"(?:(?:[,;]|{GAP}[-–—|·](?![ \t]++(?:The|An?[ ][\w-]++)[ ][A-Z])"
    rf"|{GAP}(?:[-–—|·][ \t]++)?[Bb]y(?![ \t]++\w+ing\b|[^\n*_\[]{{1,80}}[.,][ \t]++[*_]{{1,2}}[A-Z][\w.'-]*+[ ][A-Z])"
    rf"|(?<!\bvs)[.])[ \t]++[*_]{{0,2}}|，|(?<=[?!])[ \t]++(?!{_ARTICLE}\b)[*_]{{0,2}}"
    rf"|(?<=[12][0-9]{{3}}\))[ \t]++[*_]{{0,2}}|{GAP}[(（])"
)
#: A venue between a title and names: ``, SNOW'21``, ``(SNOW 2021)``, ``, TSE`` after a year.
_VENUE_BETWEEN = (
    r"(?:[ ]\([A-Z][\w&]{1,15}+[ ](?:19|20)[0-9]{2}\))?+"
    r"(?:,[ ](?:[A-Z][A-Za-z&]{0,14}(?:[ ]?['’][0-9]{2}|[ ](?:19|20)[0-9]{2})"
    r"|(?<=[0-9]{4}\),[ ])(?:ar[Xx]iv|[A-Z][A-Za-z]{0,4}[A-Z]{1,7}))(?=,))?+"
)
#: What is after those names. A year without a space before it is that of a title with a comma in it.
_AFTER_NAMES = (
    r"(?!,?[ ]and[ ]|\((?:19|20)[0-9]{2}\),)(?:(?<=et al\.)|[ \t]*+(?:$|[.,;，()）\[*_|–—-]))"
)

#: A title without marks, up to what must follow. A link has no place in it.
_PLAIN = r"(?P<title>(?![ \t|<])(?:(?!<br|\]\()[^\n]){1,400}?)"

#: Names and a venue with its year, after a title in the text of a link or in brackets.
_CITATION = rf",[ ](?P<authors>{PEOPLE_AHEAD})\+?,[ ][^\[\]<\n]{{0,60}}(?:(?:19|20)[0-9]{{2}}|['’][0-9]{{2}})[^\[\]<\n]{{0,24}}"
#: What follows a title in brackets that link to nothing. A link with a long text makes it a tag.
_AFTER_BRACKETS = (
    r"(?=(?:[ \t]*+\([^()\n]{0,40}[0-9]{2}\))?+[ \t]*+"
    r"(?:$|(?:[-–—|:,.][ \t]*+)?+\(?+(?:\[!\[|\[{1,2}[^\[\]\n]{1,24}\]{1,2}\(|<?https?:)))"
)
#: A tag before a title in a link, such as ``[Paper Note]``.
_TAG_IN_LINK = r"(?:\\?\[[^\[\]\n]{1,30}\\?\][ ])?+"

#: A translated title in brackets, without its first one (the style of PubMed).
TRANSLATED = r"[^\[\]\n]{3,400}\]\.[ \t]"

#: The pattern, and what is written.
TITLES: Mapping[str, tuple[str, str]] = {
    "link": (
        rf"{STARS}{NUMBER}{STARS}\[{_BEFORE_IN_LINK}[*_]{{0,2}}+"
        rf"(?P<title>(?![ \t]*+!|:[a-z0-9_+-]++:\])(?:(?!(?:[*_]{{1,2}}|{_OF_FILE}[*_]{{0,2}})\]\()(?:[^\[\]\n]|{WRAP}|\[[^\[\]\n]*+\]))++)"
        rf"(?:{_OF_FILE})?+[*_]{{0,2}}\]\({TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    # A link as chats write it: its address and its text.
    "chat link": (
        rf"{STARS}<(?P<url>https?://[^\s<>|]++)\|(?P<title>(?=[^\s])[^<>|\n]++)>{STARS}",
        "<{url}|{title}>",
    ),
    # A link to a note, with a link to the paper after it.
    "noted": (
        rf"{STARS}\[(?P<title>(?![ \t]*+!)[^\[\]\n]++)\]\((?![a-z]++:)[^()\s]++(?<=\.md)\){STARS}(?=[^\n]*{HOST})",
        "**{title}**",
    ),
    "cited link": (
        rf"{STARS}\[{_TAG_IN_LINK}(?=[^\[\]\n]{{1,2000}}\]\()(?P<title>(?![ \t]*+!)[^\[\]\n]{{3,300}}?){_CITATION}\]\({TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    "link in quotes": (
        rf"{STARS}\[[\"“](?P<title>(?:[^\[\]\"“”\n]|(?<=[ (-])[\"“][^\[\]\"“”\n]++[\"”](?!\]))+?)[.,]?[\"”]\]\({TARGET}\){STARS}",
        '["{title?}"]({url})',
    ),
    "quoted link": (
        rf"[\"“«][ ]?{STARS}\[(?P<title>[^\[\]\n]++)\]\({TARGET}\){STARS}[.,]?[ ]?[\"”»]",
        "[{title?}]({url})",
    ),
    "titled": (r"《(?P<title>[^《》\n]+)》", "《{title}》"),
    "guillemets": (
        rf"«[ \xa0]?(?P<title>[^«»\n]+?)[.,]?[ \xa0]?»{_NO_SUBTITLE}",
        "« {title} »",
    ),
    # A link to another note, as in Obsidian and Logseq.
    "note": (r"\[\[@?(?P<title>[^\[\]|\n]++)\]\](?=[ \t]*$)", "[[{title}]]"),
    # A link to a publisher, with a title of two words or more.
    "paper link": (
        rf"{STARS}\[[*_]{{0,2}}+(?P<title>(?![ \t]*+!|{LINK_TEXT}\b)"
        r"(?:(?![*_]{1,2}\]\()[^\[\]\s]++[ ]++)++(?:(?![*_]{1,2}\]\()[^\[\]\n])++)"
        rf"[*_]{{0,2}}\]\((?=<?{HOST}){TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    "dated link": (
        rf"{STARS}\[(?P<title>(?![ \t]*+!)[^\[\]\n]*[^\s\[\]])[ \t]\({_AFTER_IN_LINK}\)\]\({TARGET}\){STARS}",
        "[{title?}]({url})",
    ),
    "reference": (
        rf"{STARS}\[(?P<title>[^\[\]\n]++)\]\[[^\[\]\n]*+\](?!\(){STARS}",
        "**{title}**",
    ),
    "bold": (
        rf"(?:\*\*|__)(?:{TIME}|(?:{EMOJI}++[ \t]++)?+{NUMBER}"
        r"(?:【[^】\n]{1,40}】[ \t]*+|\[[^\[\]\n]{1,30}\][ \t]++)?"
        r"(?:\*(?=[^*\n]++\*\*\*))?(?:[\"“](?=[^*_\n“”\"]++[\"”][.:,]?(?:\*\*|__)))?(?!\s|\[(?![^\[\]\n]++\]\.\*\*)))"
        # Words in quotes or italics keep what closes them.
        rf"(?P<title>(?:(?!\]\()[^*_\n\"“]|{WRAP}|\*(?!\*)(?:[^*\[\n]++\*(?=\*\*(?!\*)))?+|_(?!_)|[\"“](?:[^*_\n\"“”\]]++[\"”])?+)+?)"
        rf"(?>[ \t][(\[](?:[A-Za-z][^()\[\]\n]{{0,24}})?{_IN_BRACKETS})?[\"”]?[.:,]?(?:\*\*\*?+|__)[.:,]?",
        "**{title}**",
    ),
    "quoted": (
        # A title may start with words in quotes.
        rf"{STARS}\"{STARS}(?P<title>(?:\"[^\"\n]++\"(?=[^\"\n\w]{{1,3}}\w[^\"\n]*\"))?+(?:[^\"\n]|{WRAP})+?)"
        rf"[.,]?{STARS}[.,]?\"{STARS}{_NO_SUBTITLE}",
        '"{title}"',
    ),
    "quotes": (
        rf"{STARS}“{STARS}(?P<title>(?:[^“”\n]|“[^“”\n]++”)+?)[.,]?{STARS}[.,]?”{STARS}{_NO_SUBTITLE}",
        "“{title}”",
    ),
    "italic": (r"(?:\*(?![*\s])|_(?![_\s]))(?P<title>[^*_\n]+?)[.,]?[*_](?![*\w])", "*{title}*"),
    "sentence": (
        rf"(?P<title>(?![ \t&]|\[(?!{TRANSLATED}))(?:[^\n]|{WRAP}){{3,400}}?)"
        # A word may follow the last full stop of "U.S.".
        rf"(?:{_TYPE}?(?:(?<![A-Z][.][A-Z])|(?![.][ ](?!https?:|arXiv)\w))[.](?=[ \t]++(?:[*_\[(<A-Z\xc0-\u024f“\"]|https?:|arXiv|(?:bio|med|chem)Rxiv)|[ \t]*$)|(?<=[?!])(?=[ \t])(?![ \t]++{_ARTICLE}\b))",
        "{title}.",
    ),
    # Up to a comma with a venue and a year after it.
    "cited": (
        rf"(?P<title>(?![ \t\[&])(?:(?![.][ ])[^\n]){{3,400}}?),[ \t](?:[Ii]n[ ])?{_CITED}[.]?(?=[ \t]*+(?:$|\\?[\[(|<]))",
        "{title}.",
    ),
    # Not a link.
    "bracketed": (
        rf"{STARS}\[{STARS}(?P<title>[^\[\]\n]{{8,400}}?)[.,]?{STARS}\]{STARS}{_AFTER_BRACKETS}",
        "[{title}]",
    ),
    "cited bracketed": (
        rf"{STARS}\[{STARS}(?=[^\[\]\n]{{1,2000}}\])(?P<title>[^\[\]\n]{{3,300}}?){STARS}{_CITATION}\](?!\(){STARS}{_AFTER_BRACKETS}",
        "[{title}]",
    ),
    "html link": (
        rf"{_OPEN_TAG}{_ANCHOR}{_OPEN_TAG}[*_]{{0,2}}+"
        rf"(?P<title>(?!{LINK_TEXT}[^\w\n<]*+<|(?:[^\w<]|[0-9])*+</)(?=[^<\s])(?:(?![*_]{{1,2}}</)[^<\n]|{_TAGGED})++)"
        r"[*_]{0,2}+(?:\s*+</(?!p>|div>|t[dr]>|li>)[a-z0-9]++>)*+",
        '<a href="{url}">{title}</a>',
    ),
    "html cited link": (
        rf"{_ANCHOR}{_TAG_IN_LINK}(?=[^<\n]{{1,2000}}</a>)(?P<title>(?![<\s])[^<\n]{{3,300}}?){_CITATION}</a>",
        '<a href="{url}">{title}</a>',
    ),
    "html bold": (
        r"<(?:b|strong|u|ins|[a-z]*title|span [^>\n]*\bclass=[\"'][^\"'>\n]*title[^\"'>\n]*[\"'][^>\n]*)>"
        rf"{NUMBER}(?P<title>[^<\n](?:[^<\n]|{_TAGGED})*?)(?:[ \t][(\[](?:[A-Za-z][^()\[\]<\n]{{0,24}})?{_IN_BRACKETS})?</(?:b|strong|u|ins|[a-z]*title|span)>",
        "<b>{title}</b>",
    ),
    "wrapped": (
        r"(?P<title>[^\s\[][^\n]*+"
        r"(?:\n[ ]{2,8}(?=[^\s])(?![^\n:：]{1,30}(?:[*_]*[:：][ ]|[:：][*_]))[^\n]*+){1,4}+)[ \t]*$",
        "{title}",
    ),
    "plain, names in brackets": (
        rf"{_PLAIN}(?={GAP}\((?:{PEOPLE_AHEAD}|{IN_BRACKETS})\)[ \t]*+(?:$|\\?\[|[-–—]))",
        "{title}",
    ),
    "plain, names": (
        rf"{_PLAIN}(?:[ \t]?\((?:19|20)[0-9]{{2}}\)|[.][ \t](?:19|20)[0-9]{{2}}(?=[.]))?"
        rf"(?={_VENUE_BETWEEN}{_BEFORE_NAMES}{PEOPLE_AHEAD}{_AFTER_NAMES})",
        "{title}",
    ),
    "plain": (
        rf"(?P<title>(?![ \t|<]|#+[ \t])(?:{_INSIDE}++|{_ONWARD}"
        rf"|(?!{END_OF_TITLE}|{TAIL}[ \t]*$)(?:[ \t]++|[^\n]))++)(?:\*\*)?",
        "{title}",
    ),
}
