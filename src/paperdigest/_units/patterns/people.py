"""Patterns of names: one person, several, and what tells names from titles, journals and venues.

The pattern of a person is long, so that of several people has it only once. Every piece walks a
line once: its repeats are possessive or bounded.
"""

from paperdigest._units.patterns.days import MONTH
from paperdigest._units.patterns.shapes import WIDE, one_of

#: What separates authors. All are parsed; the first is written.
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

#: The start of a line that names who chose a paper; and the same with the name and what ends it.
CHOSEN_BY = (
    r"(?i:presented|submitted|suggested|recommended|proposed|shared|picked|chosen)[ ][Bb]y[ ]"
)
CHOOSER = rf"(?:{CHOSEN_BY}[^\n.,;:|·()\[\]]{{1,40}}[.,;|·][ \t]++)"

#: A capital letter of ASCII, or nearly any letter of Latin script with a diacritic.
_CAPITAL = r"(?=[A-Z\xc0-\u024f])"
#: A word of a name: initials, "Jr.", "Md.", or letters such as ``O'Brien`` and ``Jean-Luc``.
_WORD = rf"{_CAPITAL}(?:\w\.(?:-?\w\.)*+|(?:Jr|Md|Sr|St)\.|[^\W_](?:[^\W_]++|'|’|-)*+)"
#: A word in lower case before a surname: ``de la Cruz``, ``al-Rashid``.
PARTICLE = (
    r"(?:(?:al|el|ben|bin|d[aeiou]|van|von)-\w[\w-]*+"
    r"|d[aeiou]s?|v[ao]n|de[nrl]|l[ae]|te[nr]|bin|ibn|al|el|y(?! otros)|i|zu|af|di)\b"
)
_PARTICLES = rf"(?:{PARTICLE}[ ]){{0,2}}"
#: A part of the name of an institution, up to the word that shows it.
_INSTITUTION = (
    r"[^\n,;()&·*_]{0,40}?\b(?:Univ|Instit|Colleg|Laborator|Labs?\b|Research\b|Academ|Technolog|Departm|School\b|Cent(?:er|re)\b"
    r"|Google|DeepMind|Microsoft|NVIDIA|OpenAI|Tencent|Alibaba|Baidu|Huawei|ByteDance|Amazon|Adobe)"
)
#: A venue or a method, which its first or last word shows: ``IEEE Access``, ``Deep Learning``.
_VENUE = (
    r"(?:ACM|Computer|IEEE|Nature|PLoS|Science|USENIX)[ ]|(?:[\w'’/-]+[ ]){1,3}(?:Workshops?|Symposium|Conference|Proceedings|Papers?|Awards?|Findings|Security"
    r"|Letters|Journal|Version|Abstract|Edition|AI|Learning|Networks?)\b"
)
#: Whether a name goes on: not with a title after an initial, as in ``Noor M. A study``.
_ONWARD = (
    r"(?:(?<!\.[ \t])|(?!(?:An?|The|On|In|Is|Are|Do|Does|Can|How|What|Why|When|To|For|From|With|Towards?|\w{3,}ing)[ ]"
    r"|[^\W\d_][\w-]*+[ ](?!(?:等|and|et|und|y|e|v[ao]n|de[nrl]?|d[aiou]s?|la|le|bin|ibn|al|el|zu|af)\b)[^\W\dA-Z_]))"
)

#: Initials, maybe with particles between or after them, as in Brazil: ``A. da K.``, ``A. de``.
_INITIALS = rf"{_CAPITAL}\w\.[ -]?(?:(?:d[aeo]s?[ ])?{_CAPITAL}\w\.[ -]?){{0,3}}(?:d(?:[aeo]s?|el|e[ ]l[ao]s?)(?=[;.]))?(?<![ ])"
#: ``Byron, A. K.``, unless another surname follows the initial: ``Byron, A. Noether, Emmy``.
_SURNAME_FIRST = (
    rf"{_PARTICLES}(?!\w\.){_WORD}(?:[ ]{_WORD})?,[ ]?{_INITIALS}"
    r"(?=[ ]?(?:[,;&(\[\"|.*_<]|“|…|and\b|et al|$)"
    rf"|[ ]{_CAPITAL}[\w-]++(?:,[ ][a-z]|[ ])(?![ ]*+$|et[ ]al\b|(?:and|&)[ ][A-Z]\."
    r"|[A-Z][\w-]++(?:[ ]?[,;&]|[ ]and[ ]|[ ]et[ ]al|[ \t]*\\?$)))"
)
#: ``Byron, Ada`` before "et al.".
_SURNAME_AND_OTHERS = rf"{_WORD},[ ]{_WORD}(?=,?[ ]et[ ]al\b)"
#: ``Ada King de la Cruz``: two to five words, but not an institution or a venue.
_GIVEN_NAME_FIRST = rf"(?!{_INSTITUTION}|{_VENUE}){_PARTICLES}{_WORD}(?:[ \t]{_ONWARD}(?:{_WORD}|{PARTICLE})){{1,4}}+"
#: ``Byron`` before "et al.".
_SURNAME_ALONE = rf"{_PARTICLES}{_WORD}(?=,?[ \t][*_]?et[ .])"
#: A few letters of a script without capitals.
_OTHER_SCRIPT = rf"(?:{WIDE}){{2,5}}+(?:{one_of(' ·', '・')}(?!等)(?:{WIDE}){{1,8}}+)?+(?!\w)"

#: A link in HTML, but not to something else than a person: ``Project Page``, ``Source Code``.
_ANCHOR = r"<a[ ][^<>\n]*+>(?![^<\n]*[ ](?:Code|Demo|Material|Page|Paper|Video))"
#: Opening and closing marks around one name of several: bold, underlined, or a link.
_OPENING = rf"(?:\*\*|__|<(?:u|b|strong)>|{_ANCHOR})?"
_CLOSING = (
    r"(?:(?:\*\*|__|</(?:u|b|strong|a)>)"
    r"(?=[ ]?[,;.&(\\†*<]|[ ](?:and[ ]|et[ ]|⋆|[*_\"“«\[])))?"
)
#: Marks of footnotes: equal contribution, affiliations.
_FOOTNOTES = (
    r"(?:[§¹²³¶]|†|‡|⁴|[ ]?(?:⋆|∗|✉)|<sup>[^<>\n]{1,12}</sup>|\\\*"
    r"|\*(?=,[ ](?:<|[A-Z\xc0-\u024f](?:[\w.'-]++|’)*+[ ][A-Z\xc0-\u024f]))){0,3}"
)
#: What is not an affiliation: a year, a remark on a paper, a count after a sign, and where no other name
#: follows, an award, any word in lower case, or signs and digits alone.
_REMARK = (
    r"[^()\n]{0,80}[0-9]{2}[*_]?[)\]]|(?:19|20)[0-9]{2},"
    r"|[^()\n]{0,40}\b(?:accepted|authors|figures|pages|pp\.|in press|submitted|to appear)\b"
    r"|[^\w()\n]{1,3}+[0-9]"
    r"|(?:[0-9]|[^\w()\n]){0,12}+(?:(?<![0-9])[a-z]|(?:Best|Oral|Outstanding|Poster|Spotlight)\b|(?=\)))"
    r"(?![^()\n]{0,80}\)[ ]?(?:[,;&·]|and[ ]))"
)
#: An affiliation in brackets.
_AFFILIATION = (
    rf"(?:[ \t]?\((?!{_REMARK})[^()\n]{{1,80}}\)"
    r"|（(?![^（）\n]{0,40}[0-9]{2}）)[^（）\n]{1,80}）)?+"
)
_PERSON = (
    f"{_OPENING}"
    f"(?:{_SURNAME_FIRST}|{_SURNAME_AND_OTHERS}|{_GIVEN_NAME_FIRST}|{_SURNAME_ALONE}|{_OTHER_SCRIPT})"
    f"{_CLOSING}{_FOOTNOTES}{_AFFILIATION}"
)

#: A lookbehind for the first person, who has no separator before.
_FIRST = r"(?<![^\W\d_])(?<![^\W\d_][.)])"
#: What separates a person from the one before.
_NEXT = (
    rf"(?<=[^\s(\[:])(?<!（)(?<!：)(?:[ \t]?{one_of(',;&·', '、，；')}|(?:(?<![*_>])|(?<=[\w.]\*\*|[\w.]__|/u>))[ \t]?(?:(?:and|und|y|e|et(?![ ]al))\b|和))"
    r"[ \t]?(?:and[ \t]|&[ \t]?)?"
)
#: "et al.", in several languages, some with a count.
_AND_OTHERS = (
    r"(?:[,，]?[ \t]?(?:et\.?[ \t]al\b\.?|[*_]et[ ]al\.?[*_]|u\.[ ]?a\.|and others"
    rf"|等(?:[ ]?[0-9]{{1,4}}[ ]?{one_of('', '人位名')})?|и (?:др|соавт)\.?|y otros|e outros|ら(?!\w)|외 [0-9]{{1,3}}명|\.\.\.|…))?+"
)
#: One or more people.
PEOPLE = rf"(?:(?:{_FIRST}|{_NEXT}){_PERSON})++{_AND_OTHERS}"
#: The same, with a limit, for lookaheads that are tried at each comma of a line.
PEOPLE_AHEAD = rf"(?:(?:{_FIRST}|{_NEXT}){_PERSON}){{1,300}}+{_AND_OTHERS}"
#: The same before a title that may look like one more person: it can give back the last one.
PERSONS = rf"(?:(?:{_FIRST}|{_NEXT}){_PERSON}){{1,60}}"

#: One surname, but not an acronym. Its particles may have capitals.
_SURNAME = (
    r"(?![^\W_]*[A-Z0-9]{2})"
    rf"(?:(?i:{PARTICLE})[ ](?!(?:and|e|et|und|y)\b)(?=\w)){{0,2}}+{_WORD}"
)
#: Two surnames; one or more, as in a citation: ``Byron``, ``Byron, Gauss & Noether``; and two or more
#: with commas alone.
TWO_SURNAMES = rf"{_SURNAME}[ ](?:&|and|e|et|und|y)[ ]{_SURNAME}"
_ET_AL = r"(?:,?[ ]et[ ]al\b\.?)?+"
_NEXT_SURNAME = r"(?:,[ ](?:(?:&|and)[ ])?|[ ](?:&|and|e|et|und|y)[ ])"
SURNAMES = rf"{_SURNAME}(?:{_NEXT_SURNAME}{_SURNAME}){{0,8}}+{_ET_AL}"
WITH_COMMAS = rf"{_SURNAME}(?:,[ ]{_SURNAME}){{1,8}}+{_ET_AL}"

#: Names with the surname first, as BibTeX joins them: ``Byron, Ada and de Gauss, Carl F and others``.
#: There is one or more, and two or more.
_TURNED = rf"{_PARTICLES}{_WORD},[ ]{_WORD}(?:[ ]{_WORD})*+"
_NEXT_TURNED = rf"(?:(?:[ ](?:and|&)|;)[ ]{_TURNED})"
_OTHERS = r"(?:[ ](?:and others|et al\b\.?))?+"
TURNED = rf"{_TURNED}{_NEXT_TURNED}{{0,300}}+{_OTHERS}"
SEVERAL_TURNED = rf"{_TURNED}{_NEXT_TURNED}{{1,300}}+{_OTHERS}"
#: The same in the line of a title, where MLA style turns only the first: ``Byron, Ada, and Carl Gauss``.
TURNED_IN_LINE = (
    rf"(?!(?:[A-Z]{{2,}}|Cell|Nature|Neuron|Science)\b){_TURNED}"
    rf"(?:{_NEXT_TURNED}{{1,300}}+{_OTHERS}|,[ ]and[ ]{_WORD}(?:[ ]{_WORD}){{1,3}}+|,?[ ]et[ ]al\b\.?)"
)

#: Not a journal whose name is one word, as a surname is.
NO_JOURNAL = r"(?!(?:Cell|Interspeech|Nature|Neuron|Science)\b)"
#: What is in place of the year of a paper that is not published yet.
UNPUBLISHED = r"(?i:accepted|forthcoming|in (?:press|prep|revision)|n\.d\.|submitted|to appear|under re(?:view|vision))"
#: The year of a paper between its authors and its title, in brackets or not.
YEAR_OF_PAPER = (
    rf"(?:,?[ ]?\((?:(?:19|20)[0-9]{{2}}[a-z]?|{UNPUBLISHED})\)"
    rf"|,?[ ](?:(?:19|20)[0-9]{{2}}[a-z]?|{UNPUBLISHED})(?=[.:,]))"
)
#: Surnames alone before such a year.
CITED_SURNAMES = f"{NO_JOURNAL}{SURNAMES}(?={YEAR_OF_PAPER})"

#: A kind of paper in brackets.
_KIND = (
    r"(?:Best|Book|Chapter|Code|Demo|Dataset|Draft|Findings|Highlight|Oral|Paper|Poster|Position"
    r"|Preprint|Review|Short|Slides|Spotlight|Survey|Thesis|Tutorial|Video|Workshop)\b"
)
#: Surnames in brackets.
IN_BRACKETS = f"(?!{_KIND}){SURNAMES}"
#: A venue with its year, before the bracket that closes.
CITED_VENUE = r"[A-Z][\w&/ -]{0,40}?(?:['’][0-9]{2}|(?:19|20)[0-9]{2})(?=\))"
#: Surnames in brackets before such a venue, which may look like one more; there may be initials.
#: There is one or more, and two or more with commas alone.
_ONE = rf"(?!{CITED_VENUE})(?:{_CAPITAL}\w\.[ ])?+{_SURNAME}(?:[ ]{_CAPITAL}\w\.)?+"
BEFORE_VENUE = rf"(?!{_KIND}){_ONE}(?:{_NEXT_SURNAME}{_ONE}){{0,8}}+{_ET_AL}(?=,[ ]{CITED_VENUE})"
WITH_COMMAS_BEFORE_VENUE = rf"(?!{_KIND}){_ONE}(?:,[ ]{_ONE}){{1,8}}+{_ET_AL}(?=,[ ]{CITED_VENUE})"
#: How names begin if the first surname is before the given name: ``Byron, Ada, and Carl Gauss``.
SURNAME_FIRST = r"[^\W\d_a-z][\w'’-]*+(?:[ ][\w'’-]++)?,[ ][^\W\d_a-z]"

#: The name of a group among such names.
_GROUP = (
    rf"(?<=,[ ]){_CAPITAL}[\w'’-]++(?:[ ][\w'’-]++){{0,7}}?"
    r"[ ](?:Collaborat(?:ion|ors)|Committee|Consortium|Group|Initiative|Investigators|Network|Team)(?:,[ ]|(?=[.:]))"
)
#: Surnames with initials after them (the style of PubMed): ``Byron A, de Gauss CF``.
INITIALS = (
    r"(?:(?:(?:d[aeiou]|van|von|de[nrl]|la|le|al|el|bin|ben)[ -]){0,2}+"
    rf"{_CAPITAL}[\w'’-]++(?:[ ](?![A-Z\xc0-\u024f]{{1,3}}[,.:;])[\w'’-]++){{0,2}}+"
    rf"[ ](?:{_CAPITAL}\w){{1,3}}(?:,[ ])?+|{_GROUP}){{1,60}}+(?:et al)?"
)

#: What says that nobody knows the authors, with more about that.
NO_NAMES = (
    r"(?:(?i:n/?a|none|unknown|not (?:available|given|listed|provided|specified|stated)|no authors(?: listed)?)\b"
    r"|不明|未知|未提供|미상|неизвестн[оы]|(?:-|–|—){1,3})(?:[ ]?[(（][^()（）\n]*[)）]|[ ][a-z][a-z ]{1,40})?"
)

#: Names in a tag with a class such as ``authors``.
OF_AUTHORS = (
    r"<(?P<mark4>span|div|p|em|i|small)\b[^>\n]*?\bclass=[\"'][^\"'>\n]*?authors?\b[^>\n]*+>"
    r"[ \t]*+(?P<authors>[^\n]+?)[.,]?[ \t]*+</(?P=mark4)>"
)

#: Two or three words and a year or month, which are not a name: ``Night Letters 2024.``,
#: ``Night Letters, May 2024.``.
YEARLY = rf"[A-Z][\w&-]++(?:[ ][A-Z][\w&-]++){{1,2}}(?:,?[ ]{MONTH})?[ ](?:19|20)[0-9]{{2}}[.,]"

#: What follows a venue in a tag: its year, maybe with the number of an issue.
OF_VENUE = r"</[a-z]++>[^\n<A-Za-z]{0,24}(?:19|20)[0-9]{2}"

#: What may follow names in their line: the end, a break, a venue, a link, marks of footnotes.
AFTER_NAMES = (
    r"(?:(?<=et al\.)|(?=\\?[*†‡]?[*_]{0,2}(?![*_]*+[ \t]?[:：])"
    r"(?:[ \t]*+(?:$|\\$|</|<br|[·|,;.(\[]|—|–|-[ ]|et al|[12][0-9]{3}|\+[0-9])|[ \t]++[*_])))"
)
#: What follows a journal but not names: ``. 2023;5(2):1-9`` (the style of PubMed), ``, 57(4)``.
VOLUME = r"(?:\.[*_]{0,2}[ ](?:19|20)[0-9]{2}(?:[;:(]|[ ][A-Z][a-z]{2}\b)|,[ ][0-9]{1,3}(?![0-9]))"

#: Names right below a title, maybe in tags or after "by", but not a journal.
BYLINE = (
    rf"(?:<[a-z]+\b[^>\n]*+>)*+(?:[Bb]y[ :]+)?(?![*_]{{0,2}}{WIDE}|{YEARLY})"
    rf"[*_]{{0,2}}(?P<authors>{PEOPLE})[*_]{{0,2}}(?!{VOLUME}|{OF_VENUE}){AFTER_NAMES}"
)
