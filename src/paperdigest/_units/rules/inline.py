"""Rules for the rest of the line after the title of a paper or after a link."""

from paperdigest._grammar.rules import Rule
from paperdigest._text.votes import VOTES
from paperdigest._units.patterns.addresses import ARXIV_ID, HOST
from paperdigest._units.patterns.days import DAY
from paperdigest._units.patterns.links import (
    ANCHOR_LABEL,
    LABELLED_NAMES,
    LINKED_NAMES,
    MORE_NAMES,
    PEOPLE_SIGN,
    PIPED,
)
from paperdigest._units.patterns.people import (
    AFTER_NAMES,
    BYLINE,
    INITIALS,
    OF_AUTHORS,
    OF_VENUE,
    PEOPLE,
    TURNED_IN_LINE,
)
from paperdigest._units.patterns.shapes import (
    PROSE,
    TAGGED,
    VOTES_SIGN,
    VOTES_WORD,
)
from paperdigest._units.rules.contents import Below
from paperdigest._units.rules.labels import Labels
from paperdigest._units.rules.links import SEP, link_of, link_rules, site_rules
from paperdigest._units.rules.names import of_names
from paperdigest._units.rules.side_by_side import further_values
from paperdigest._units.rules.surnames import surname_rules

#: A journal of two things, which looks like two names: ``Autonomous Agents and Robotic Systems``.
_JOURNAL = (
    r"[A-Z][^\n,;()&·*_.]{0,60}?\b(?:Systems|Journal|Transactions|Proceedings|Conference|Letters|Learning"
    r"|Intelligence|Sciences?|Engineering|Computing|Linguistics)\b"
)

#: Words in italics after a year, which are a journal unless they are several names.
_ITALICS_AFTER_YEAR = r"(?<=[0-9]\),[ ][*_])[^*_,;&\n]*+[*_]"

#: What ends names: a year, closing marks, and then a character that no name continues with.
_NAMES_END = rf"(?:,?[ \t][12][0-9]{{3}}(?![-./][0-9]))?[)*_.]{{0,3}}(?:(?<=et al\.)|(?=[ \t]*+(?:$|[-–—:|｜.,;，/(\[<·•`]|[*_]\(|<br|{VOTES_SIGN})))"
#: Where the authors are from and the year, in brackets after their names, which would look like one more.
_PLACE = r"(?:[ ]\((?=[A-Z][\w.'’-]*+[ ][A-Z])[^()\n]{1,80}?,[ ](?:19|20)[0-9]{2}\))?+"
#: A person or a group of people, but not a venue: ``DeepSeek-AI``, ``LCM team``.
_GROUP = (
    r"(?![A-Z]{2,}(?!\w|[ ]team|[ ]group)|(?:Nature|NeurIPS|Science)\b)(?=[A-Z\xc0-\u024f])"
    r"[^\W\d_][\w.'’-]*+(?:[ ](?:(?=[A-Z\xc0-\u024f])[^\W\d_][\w.'’-]*+|team|group)){0,4}+"
)
#: A year alone.
_YEAR = r"[*_]{0,2}(?:19|20)[0-9]{2}(?![-./]?[0-9])[*_]{0,2}+"
#: A venue with its year.
_YEARLY = r"(?:arXiv[ ])?(?:[A-Z](?:(?!(?:19|20)[0-9]{2}|['’][0-9])[\w&'’/-])*+[ ]?){0,5}+(?:['’][0-9]{2}|(?:19|20)[0-9]{2})(?![-./]?[0-9])(?:[ ][A-Z]\w*)?"
_VENUE = rf"[*_]{{0,2}}(?P<value>{_YEARLY})[*_]{{0,2}}"
#: A venue in brackets, and maybe more about it: ``(ICML 2024, oral)``.
_VENUE_IN_BRACKETS = (
    rf"[(\[`][*_]{{0,2}}(?P<value>{_YEARLY}(?:,[ ][^()\[\]\n`*_]{{1,40}})?)[*_]{{0,2}}[)\]`]"
)
#: A journal or a conference with its year in brackets, and maybe a volume: ``Nature 521 (2015)``.
_JOURNAL_OF_YEAR = r"(?:[A-Z][\w&'’/-]*+[ ]|(?:of|and|on|in|for|the|&)[ ]){1,8}+(?:[0-9]{1,4}[ ])?\((?:19|20)[0-9]{2}\)"
#: A venue without its year, which is before it in brackets: ``(2021), TSE,``.
_AFTER_YEAR = r"(?<=[12][0-9]{3}\)),[ ](?P<value>ar[Xx]iv|[A-Z][A-Za-z]{0,4}[A-Z]{1,7})(?=,[ ])"
#: What may follow a venue.
_VENUE_END = r"(?=[ \t]*+(?:$|[-.,;(\[<*_!–—|·]))"
#: A month.
_MONTH = r"(?P<value>(?:19|20)[0-9]{2}[-./](?:0?[1-9]|1[0-2])(?![-./]?[0-9]))"
#: What may follow a day or a month that is not in brackets.
_DAY_END = r"(?=[ \t]*+(?:$|[|·•\[(<]))"
#: What is not prose before a link: signs, entities, the label of an address or an identifier.
_NO_WORDS = r"(?:[^\w\n&]|&(?:\w{1,8};)?|(?i:doi|arXiv|paper|pdf|code|link)\b){1,60}?"
_BEFORE_LINK = r"(?=(?<![\w!\]`])\[(?:[^\[\]\n]++|\[[^\[\]\n]*+\])++\]{1,2}\(|[ \t<]https?://)"
#: A label after a tag.
_LABEL = r"(?<=>)[ \t]*+[*_]{0,2}(?P<label>(?!https?:)[^\W\d_][^\n<>:：*_\[\]]{1,24})[*_]{0,2}[:：][*_]{0,2}[ \t]++"


def inline_rules(below: Below) -> list[Rule]:
    """Return the rules for the rest of the line after a title or a link, in the order they are tried."""
    names = below.names
    return [
        *(_values_in_tags() if below.html else ()),
        *([link_of(SEP + PIPED, main=True)] if below.piped else ()),
        *([_names(rf"{SEP}(?:[Bb]y[ :]++)?{LINKED_NAMES}")] if names.in_line else ()),
        *(site_rules() if below.item else ()),
        *link_rules(),
        *(_days() if below.dated else ()),
        *_months(),
        _identifier(),
        *_labelled_names(),
        *(further_values(Labels(below)) if below.barred else ()),
        _year(),
        *_venues(),
        *(_labels_after_tags() if below.html else ()),
        *(_names_below() if names.below else ()),
        *([_emphasised_names()] if names.emphasised else ()),
        *(surname_rules(names.surnames) if names.in_line else ()),
        *(_names_in_line(emphasised=names.emphasised) if names.in_line else ()),
        *([_group_before_votes()] if names.in_line else ()),
        *_small_values(),
        *_markup(),
        *(_prose_in_tags() if below.html else ()),
        *_prose(),
    ]


def _names(pattern: str) -> Rule:
    return of_names(pattern, inline=True)


def _field(label: str, pattern: str) -> Rule:
    return Rule("field", label=label, pattern=pattern, inline=True)


def _passed_over(pattern: str) -> Rule:
    """Return a rule for words that no other rule parses, so that they are reported."""
    return Rule("markup", pattern=pattern, flaw="stray-text", inline=True)


def _venue(pattern: str) -> Rule:
    return _field("Venue", pattern)


def _values_in_tags() -> list[Rule]:
    """Return the rules for links, names and venues in tags."""
    return [
        link_of(
            rf"[\s\[(|,·/.;]{{0,12}}{ANCHOR_LABEL}<a\b[^>\n]*?\bhref=[\"'](?P<url>(?=[^\"'\s<>]*){HOST}[^\"'\s<>]*+)[\"'][^>\n]*+>(?P<label>[^<\n]*+)</a>[\])]?",
            main=True,
        ),
        link_of(
            rf"[\s\[(|,·/.;]{{0,12}}{ANCHOR_LABEL}<a\b[^>\n]*?\bhref=[\"'](?P<url>[^\"'\s<>#][^\"'\s<>]*+)[\"'][^>\n]*+>(?P<label>[^<\n]*+)</a>[\])]?"
        ),
        _names(rf"(?:<br[ ]?/?>|</[a-z0-9]++>)*+\s*+{OF_AUTHORS}"),
        _names(
            rf"[,.;:–—-]?\s*(?:<(?:i|em|sub|small|span|td|dd|p|div)\b[^>\n]*+>)++(?P<authors>{PEOPLE})(?!{OF_VENUE}){AFTER_NAMES}"
        ),
        _names(
            rf"(?:<br[ ]?/?>|</(?:b|strong|a|h[1-6])>)++\s*+(?:<(?:p|div|dd)\b[^>\n]*+>)?(?P<authors>{PEOPLE})(?=[.,]?[ \t]*+(?:<|$))"
        ),
        _venue(
            r"\s*(?:<br[ ]?/?>)?\s*<(?P<mark9>em|i|small|span)>(?P<value>(?=[^<\n]*[0-9]{2})[^<\n]{2,80})</(?P=mark9)>"
        ),
    ]


def _days() -> list[Rule]:
    """Return the rules for the day of a paper: in brackets, or the last value before links."""
    return [
        Rule("published", pattern=rf"[ \t]*+[(\[](?P<published>{DAY})[)\]](?!\()", inline=True),
        Rule("published", pattern=rf"{SEP}(?P<published>{DAY}){_DAY_END}", inline=True),
    ]


def _months() -> list[Rule]:
    """Return the rules for the month of a paper, which becomes a field: it is not a date."""
    return [
        _field("Published", rf"[ \t]*+[(\[]{_MONTH}[)\]](?!\()"),
        _field("Published", rf"{SEP}{_MONTH}{_DAY_END}"),
    ]


def _identifier() -> Rule:
    """Return the rule for an identifier in brackets, or after its label."""
    return Rule(
        "copy",
        pattern=rf"{SEP}[(\[]?(?P<label>(?i:arXiv))(?:[:：][ ]?|[ ]){ARXIV_ID}[)\]]?(?![\w(./])",
        inline=True,
    )


def _labelled_names() -> list[Rule]:
    """Return the rules for names after a label or a sign, or before a journal."""
    return [
        # After a title, up to the journal.
        _names(
            rf"(?<=[.?!*_])[ \t]++(?!(?:Part|Type|Vol|Phase|Class|Stage)[ ])(?P<authors>{INITIALS}(?:(?<=et al)\.)?)(?:(?<=al\.)|\.)[ \t]++(?P<mark7>[*_])[^*_\n]{{1,80}}(?P=mark7)"
        ),
        _names(rf"[ \t]*+(?:[-–—|·,;•｜]{{1,2}}[ \t]*+)?{LABELLED_NAMES}"),
        _names(
            rf"[.,;]?[ \t]*+(?:<br[ ]?/?>[ \t]*+|{SEP}{PEOPLE_SIGN}\S*[ \t]*+)[*_]{{0,2}}(?P<authors>{PEOPLE})(?=[*_]{{0,2}}[.,]?[ \t]*+(?:<|$|[|·•]))"
        ),
    ]


def _year() -> Rule:
    """Return the rule for a year without a venue, in brackets or not."""
    return _field(
        "Year",
        rf"{SEP}(?:[(\[`](?={_YEAR}[)\]`])|(?={_YEAR}(?![)\]`])))[*_]{{0,2}}(?P<value>(?:19|20)[0-9]{{2}})[*_]{{0,2}}[)\]`]?\.?{_VENUE_END}",
    )


def _venues() -> list[Rule]:
    """Return the rules for venues that look like names, so they are tried before names."""
    return [
        _venue(_AFTER_YEAR),
        _venue(
            rf"{SEP}(?=[^\n.,;:]{{0,40}}(?:[A-Z]{{2}}|arXiv)){_VENUE}(?:\.?[ \t]*+$|(?=[ \t]*+[.,;(\[<]))"
        ),
        _venue(
            rf"{SEP}(?P<mark8>[*_])(?P<value>(?![^*_\n]*et al)[A-Z][^*_\n.,;]{{0,60}}[ '’](?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}))(?P=mark8)"
        ),
    ]


def _labels_after_tags() -> list[Rule]:
    """Return the rules for labelled values after tags."""
    return [
        # Prose is long, or ends with a full stop.
        Rule(
            "section",
            pattern=rf"{_LABEL}(?=[^<\n]{{60}}|[^<\n]{{12,60}}\.[ \t]*+(?:<|$))",
            inline=True,
        ),
        Rule(
            "field",
            pattern=rf"{_LABEL}(?P<value>[^<\n\[\]]*[^\s<\[\]])(?=[ \t]*+(?:<br|$))",
            inline=True,
        ),
    ]


def _names_below() -> list[Rule]:
    """Return the rules for names at the end of the line or in the next one."""
    return [
        _names(rf"[ \t]++[-–—]{{1,2}}[ \t]++(?P<authors>{PEOPLE})(?=[ \t]*+$)"),
        _names(
            rf"(?:[ \t]*+(?:<br[ ]?/?>|\\|</[a-z]+>))*+[ \t]*+\n(?:[ \t]*\n)?[ \t]*+(?:>[ \t]?)?(?:(?:-#|[-*+•])[ \t]++)?{BYLINE}"
        ),
    ]


def _emphasised_names() -> Rule:
    """Return the rule that parses any emphasised words as names."""
    return _names(
        # The full stop at their end is not part of the last name.
        rf"{SEP}(?P<mark3>[*_])(?![*_\s])(?P<authors>(?:[^*_\n.\s]++|[.\s]++(?![*_.\s]))++(?:(?<=\bal)\.|(?<=[ .-][A-Z])\.)?)(?<!\))[.\s]*+(?P=mark3)"
    )


def _names_in_line(*, emphasised: bool) -> list[Rule]:
    """Return the rules for names after a title.

    Args:
        emphasised: Whether names are emphasised, so that a journal may be right after them.
    """
    not_after_names = r"(?<![^*]\*)(?<![^_]_)" if emphasised else ""
    return [
        _names(
            rf"[ \t]*+\n[ \t]*+(?P<mark>[*_]{{1,2}})(?P<authors>{PEOPLE})[.]?(?P=mark)(?=[ \t]*+[\[(,])"
        ),
        _names(
            rf"{SEP}(?P<mark>[*_])(?=[^*_\n]*(?:[,;&、，]|[ ]and[ ]|et al))(?P<authors>{PEOPLE})[.,]?[^*_\n]{{0,60}}(?P=mark)"
        ),
        _names(
            not_after_names
            + r"[ \t]?(?:(?:[-–—:|｜·,;，.(*_]{1,3}|/(?=[ \t]))[ \t]?(?:(?i:by)[ \t])?|(?i:by)[ \t](?!\w+ing\b)|(?:(?<=[.?!,>])|(?<=\*\*)|(?<=[.?!,][\"”])|(?<=[12][0-9]{3}\))|(?=[ ]<u>))[ \t])[(*_]{0,2}"
            rf"(?!{_JOURNAL}|{_ITALICS_AFTER_YEAR})(?P<authors>{PEOPLE}|{TURNED_IN_LINE}){_NAMES_END}{_PLACE}"
        ),
    ]


def _group_before_votes() -> Rule:
    """Return the rule for a group of people, maybe with others, between a title and votes."""
    return _names(
        rf"[ \t]++(?:[-–—]{{1,2}}|by)[ \t]++(?P<authors>{_GROUP}(?:,[ ]{_GROUP}){{0,60}}+)(?=[ \t]?[-–—|,(\[·][ \t]?{VOTES}[ \t]{VOTES_WORD})"
    )


def _small_values() -> list[Rule]:
    """Return the rules for names in brackets, votes, stars, and other venues."""
    return [
        _names(rf"[ \t]++\[(?P<authors>(?=[^\[\]\n]*,){PEOPLE})\](?![\[(])"),
        Rule(
            "votes",
            pattern=rf"[ \t]?[-–—|,(\[·]?[ \t]?{VOTES_SIGN}[ \t]?(?P<votes>{VOTES})[)\]]?",
            inline=True,
        ),
        Rule(
            "votes",
            pattern=rf"[ \t]?(?:-[ \t]|[–—|,(\[·][ \t]|(?<![0-9])[–—|,(\[·])(?P<votes>{VOTES})[ \t](?:{VOTES_WORD}|(?i:scites?))[)\]]?",
            inline=True,
        ),
        # Stars of its repository, which are not votes for the paper.
        _field(
            "Stars", rf"{SEP}\(?(?:⭐|🌟|★)\ufe0f?[ ]?(?P<value>[0-9][0-9.,]*+[kK]?)\)?(?![\w/])"
        ),
        _venue(rf"{SEP}(?P<value>{_JOURNAL_OF_YEAR})\.?(?=[ \t]*+(?:$|[\[(<]|https?:))"),
        _venue(rf"{SEP}{_VENUE_IN_BRACKETS}{_VENUE_END}"),
        _venue(rf"{SEP}{_VENUE}\.?{_VENUE_END}"),
    ]


def _markup() -> list[Rule]:
    """Return the rules for markup, and for words in brackets or code that no other rule parses."""
    return [
        Rule("markup", pattern=MORE_NAMES, inline=True),
        Rule("markup", pattern=rf"{SEP}!\[[^\[\]\n]*+\]\([^()\s]*+\)", inline=True),
        Rule(
            "markup",
            pattern=r"[ \t]*+(?:<br[ ]?/?>|</(?:b|strong|i|em|a|p|span|sub)>|:[a-z0-9_+-]++:)",
            inline=True,
        ),
        _passed_over(r"[ \t]*+\*\*\([^()\n]*\)\*\*"),
        Rule("markup", pattern=r"[ \t]?[,.]?[ \t]?\([^\w()\n]{1,60}\)", inline=True),
        _passed_over(r"[ \t]?[,.]?[ \t]?\([^()\n]{1,60}\)"),
        _passed_over(r"[ \t]++`[^`\n]{1,40}`(?=[ \t])"),
    ]


def _prose_in_tags() -> list[Rule]:
    """Return the rules for prose in tags and after line breaks, and for other tags."""
    return [
        # A few words at the end of a paragraph, after a bar, are not prose.
        _passed_over(
            r"[ \t]*+[|·•][ \t]++[^<|·•\n]{1,40}(?=[ \t][|·•][ \t]|(?<![.!?])</(?:p|div|td|li)>)"
        ),
        Rule("section", pattern=rf"\s*(?:<br[ ]?/?>\s*)?(?={TAGGED})", inline=True),
        Rule("section", pattern=rf"\s*<br[ ]?/?>\s*(?={PROSE})", inline=True),
        Rule(
            "markup",
            pattern=r"\s*</?(?:td|tr|summary|li|br|dt|dd|p|div|ul|h[1-6])\b[^>\n]*+>(?!\n[ \t]*<(?:tr|li|details))",
            inline=True,
        ),
    ]


def _prose() -> list[Rule]:
    """Return the rules for prose, and for the text before the next link."""
    return [
        Rule(
            "section",
            # A few words before links that end the line are not prose.
            pattern=r"(?:[ \t]?[-–—:：|]{1,2}[ \t]++|：)(?=[^\s])(?!(?:[^\n\[.]|\[[^\[\]\n]{1,24}\](?!\()){0,80}+(?:\[(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+\]{1,2}\([^\s()]*+\)[\])]{0,3}[^\n\[\]]{0,8}){1,6}$|[^\n]{0,80}?[ <]https?://[^\s]*+$)",
            inline=True,
        ),
        # Signs before the next link are markup; any other text there is reported.
        Rule("markup", pattern=rf"{_NO_WORDS}{_BEFORE_LINK}", inline=True),
        _passed_over(rf"[^\n]{{1,300}}?{_BEFORE_LINK}"),
        Rule("section", pattern=r"[ \t.]{1,3}(?=[^\s][^\n]{30})", inline=True),
    ]
