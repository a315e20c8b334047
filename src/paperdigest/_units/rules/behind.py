"""Rules for the rest of the line after the title of a paper or after a link."""

from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.addresses import ADDRESS, HOST
from paperdigest._units.patterns.links import (
    IS_CHIEF,
    LABELLED_NAMES,
    MORE_NAMES,
    NOT_MAIN,
    ONE_LINK,
    PEOPLE_SIGN,
    PIPED,
)
from paperdigest._units.patterns.people import (
    BEHIND_NAMES,
    BETWEEN_AUTHORS,
    BYLINE,
    INITIALS,
    OF_AUTHORS,
    OF_VENUE,
    PEOPLE,
)
from paperdigest._units.patterns.shapes import LINK_URL, PROSE, TAGGED
from paperdigest._units.rules.contents import Below

#: A journal of two things, which looks like two names: ``Autonomous Agents and Robotic Systems``.
_JOURNAL = (
    r"[A-Z][^\n,;()&·*_.]{0,60}?\b(?:Systems|Journal|Transactions|Proceedings|Conference|Letters|Learning"
    r"|Intelligence|Sciences?|Engineering|Computing|Linguistics)\b"
)


def inline_rules(below: Below) -> list[Rule]:
    """Return the rules for the rest of the line after a title or a link."""
    wrap = r"\(?\*{0,2}(?:\\?\[(?=\[))?\(?"
    sep = r"[ \t]*+(?:[-–—|,;，·•/&.:]{1,2}[ \t]*+)?"
    # A sign before a link, such as that of a page or a program.
    signed = rf"{sep}(?:(?=[^\x00-\xff])[^\w\s]\ufe0f?[ \t]?)?"
    behind_names = r"(?:,?[ \t][12][0-9]{3})?[)*_.]{0,3}(?:(?<=et al\.)|(?=[ \t]*+(?:$|[-–—:|｜.,;，/(\[<·•`]|[*_]\(|<br)))"
    venue = r"[*_]{0,2}(?P<value>(?:arXiv[ ])?(?:[A-Z][\w&'’/-]*+[ ]?){0,5}+(?:'[0-9]{2}|(?:19|20)[0-9]{2})(?:[ ][A-Z]\w*)?)[*_]{0,2}"
    rules: list[Rule] = []
    if below.html:
        rules += [
            Rule(
                "link",
                pattern=rf"[\s\[(|,·/.;]{{0,12}}<a\b[^>\n]*?\bhref=[\"'](?P<url>(?=[^\"'\s<>]*){HOST}[^\"'\s<>]*+)[\"'][^>\n]*+>(?P<label>[^<\n]*+)</a>[\])]?",
                main=True,
                inline=True,
            ),
            Rule(
                "link",
                pattern=r"[\s\[(|,·/.;]{0,12}<a\b[^>\n]*?\bhref=[\"'](?P<url>[^\"'\s<>#][^\"'\s<>]*+)[\"'][^>\n]*+>(?P<label>[^<\n]*+)</a>[\])]?",
                inline=True,
            ),
            Rule(
                "authors",
                pattern=rf"(?:<br[ ]?/?>|</[a-z0-9]++>)*+\s*+{OF_AUTHORS}",
                separator=BETWEEN_AUTHORS,
                inline=True,
            ),
            Rule(
                "authors",
                pattern=rf"[,.;:–—-]?\s*(?:<(?:i|em|sub|small|span|td|dd|p|div)\b[^>\n]*+>)++(?P<authors>{PEOPLE})(?!{OF_VENUE}){BEHIND_NAMES}",
                separator=BETWEEN_AUTHORS,
                inline=True,
            ),
            Rule(
                "authors",
                pattern=rf"(?:<br[ ]?/?>|</(?:b|strong|a|h[1-6])>)++\s*+(?:<(?:p|div|dd)\b[^>\n]*+>)?(?P<authors>{PEOPLE})(?=[.,]?[ \t]*+(?:<|$))",
                separator=BETWEEN_AUTHORS,
                inline=True,
            ),
            Rule(
                "field",
                label="Venue",
                pattern=r"\s*(?:<br[ ]?/?>)?\s*<(?P<mark9>em|i|small|span)>(?P<value>(?=[^<\n]*[0-9]{2})[^<\n]{2,80})</(?P=mark9)>",
                inline=True,
            ),
        ]
    if below.piped:
        rules.append(Rule("link", pattern=sep + PIPED, main=True, inline=True))
    rules += [
        Rule(
            "link",
            pattern=rf"{sep}\[!\[(?P<label>[^\[\]\n]*+)\]\([^()\s]*+\)\]\((?P<url>{HOST}(?:[^\s()]++)?)\)",
            main=True,
            inline=True,
        ),
        Rule(
            "link",
            pattern=rf"{sep}\[!\[(?P<label>[^\[\]\n]*+)\]\([^()\s]*+\)\]\({LINK_URL}\)",
            inline=True,
        ),
        Rule("link", pattern=rf"{signed}{wrap}{IS_CHIEF}{ONE_LINK}", main=True, inline=True),
        Rule("link", pattern=rf"{signed}{wrap}(?!\[{NOT_MAIN}){ONE_LINK}", main=True, inline=True),
        Rule("link", pattern=rf"{signed}{wrap}{ONE_LINK}", inline=True),
        Rule("link", pattern=rf"{sep}[<(]?(?P<url>{ADDRESS})[>)]?", main=True, inline=True),
        Rule(
            "link",
            pattern=rf"{sep}\[<?(?P<url>https?://[^\s<>()\[\]]++)>?\](?!\()",
            main=True,
            inline=True,
        ),
    ]
    rules += [
        # Behind a title, up to the journal.
        Rule(
            "authors",
            pattern=rf"(?<=[.?!*_])[ \t]++(?!(?:Part|Type|Vol|Phase|Class|Stage)[ ])(?P<authors>{INITIALS}(?:(?<=et al)\.)?)(?:(?<=al\.)|\.)[ \t]++(?P<mark7>[*_])[^*_\n]{{1,80}}(?P=mark7)",
            separator=BETWEEN_AUTHORS,
            inline=True,
        ),
        # A venue with its year is no name.
        Rule(
            "authors",
            pattern=rf"[ \t]*+(?:[-–—|·,;•｜]{{1,2}}[ \t]*+)?{LABELLED_NAMES}",
            separator=BETWEEN_AUTHORS,
            inline=True,
        ),
        Rule(
            "authors",
            pattern=rf"[ \t]*+(?:<br[ ]?/?>[ \t]*+|{sep}{PEOPLE_SIGN}\S*[ \t]*+)[*_]{{0,2}}(?P<authors>{PEOPLE})(?=[*_]{{0,2}}[.,]?[ \t]*+(?:<|$|[|·•]))",
            separator=BETWEEN_AUTHORS,
            inline=True,
        ),
        Rule(
            "field",
            label="Venue",
            pattern=rf"{sep}(?=[^\n.,;:]{{0,40}}(?:[A-Z]{{2}}|arXiv)){venue}(?=[ \t]*+(?:$|[.,;(\[<]))",
            inline=True,
        ),
        Rule(
            "field",
            label="Venue",
            pattern=rf"{sep}(?P<mark8>[*_])(?P<value>(?![^*_\n]*et al)[A-Z][^*_\n.,;]{{0,60}}[ '’](?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}))(?P=mark8)",
            inline=True,
        ),
    ]
    if below.html:
        label = r"(?<=>)[ \t]*+[*_]{0,2}(?P<label>(?!https?:)[^\W\d_][^\n<>:：*_\[\]]{1,24})[*_]{0,2}[:：][*_]{0,2}[ \t]++"
        rules += [
            # Prose is long, or ends in a point.
            Rule(
                "section",
                pattern=rf"{label}(?=[^<\n]{{60}}|[^<\n]{{12,60}}\.[ \t]*+(?:<|$))",
                inline=True,
            ),
            Rule(
                "field",
                pattern=rf"{label}(?P<value>[^<\n\[\]]*[^\s<\[\]])(?=[ \t]*+(?:<br|$))",
                inline=True,
            ),
        ]
    if below.byline:
        rules.append(
            Rule(
                "authors",
                pattern=rf"[ \t]++[-–—]{{1,2}}[ \t]++(?P<authors>{PEOPLE})(?=[ \t]*+$)",
                separator=BETWEEN_AUTHORS,
                inline=True,
            )
        )
        rules.append(
            Rule(
                "authors",
                pattern=rf"(?:[ \t]*+(?:<br[ ]?/?>|\\|</[a-z]+>))*+[ \t]*+\n(?:[ \t]*\n)?[ \t]*+(?:>[ \t]?)?(?:(?:-#|[-*+•])[ \t]++)?{BYLINE}",
                separator=BETWEEN_AUTHORS,
                inline=True,
            )
        )
    if below.names and not below.named:
        rules.append(
            Rule(
                "authors",
                pattern=rf"{sep}(?P<mark3>[*_])(?![*_\s])\(?(?P<authors>[^*_\n]++(?<![.\s)])|[^*_\n]++(?<!\)))\)?(?P=mark3)",
                separator=BETWEEN_AUTHORS,
                inline=True,
            )
        )
    rules += (
        []
        if below.named or (below.byline and not below.single)
        else [
            Rule(
                "authors",
                pattern=rf"[ \t]*+\n[ \t]*+(?P<mark>[*_]{{1,2}})(?P<authors>{PEOPLE})[.]?(?P=mark)(?=[ \t]*+[\[(,])",
                separator=BETWEEN_AUTHORS,
                inline=True,
            ),
            Rule(
                "authors",
                pattern=rf"{sep}(?P<mark>[*_])(?=[^*_\n]*(?:[,;&、，]|[ ]and[ ]|et al))(?P<authors>{PEOPLE})[.,]?[^*_\n]{{0,60}}(?P=mark)",
                separator=BETWEEN_AUTHORS,
                inline=True,
            ),
            Rule(
                "authors",
                pattern=r"[ \t]?(?:(?:[-–—:|｜·,;，.(*_]{1,3}|/(?=[ \t]))[ \t]?(?:(?i:by)[ \t])?|(?i:by)[ \t](?!\w+ing\b)|(?:(?<=[.?!,>])|(?<=\*\*)|(?<=[12][0-9]{3}\)))[ \t])[(*_]{0,2}"
                rf"(?!{_JOURNAL})(?P<authors>{PEOPLE}){behind_names}",
                separator=BETWEEN_AUTHORS,
                inline=True,
            ),
        ]
    )
    rules += [
        Rule(
            "authors",
            pattern=rf"[ \t]++\[(?P<authors>(?=[^\[\]\n]*,){PEOPLE})\](?![\[(])",
            separator=BETWEEN_AUTHORS,
            inline=True,
        ),
        Rule(
            "votes",
            pattern=r"[ \t]?[-–—|,(·]?[ \t]?(?:👍|⬆|🔼|🔺|❤|▲)\ufe0f?[ \t]?(?P<votes>[0-9]++)\)?",
            inline=True,
        ),
        Rule(
            "votes",
            pattern=r"[ \t]?[-–—|,(·][ \t]?(?P<votes>[0-9]++)[ \t](?i:up)?(?i:votes?|likes?|scites?)\)?",
            inline=True,
        ),
        Rule(
            "field",
            label="Venue",
            pattern=rf"{sep}[(\[`]?{venue}[)\].`]?(?=[ \t]*+(?:$|[-.,;(\[<*_!–—|·]))",
            inline=True,
        ),
        Rule("markup", pattern=MORE_NAMES, inline=True),
        Rule("markup", pattern=rf"{sep}!\[[^\[\]\n]*+\]\([^()\s]*+\)", inline=True),
        Rule(
            "markup",
            pattern=r"[ \t]*+(?:<br[ ]?/?>|</(?:b|strong|i|em|a|p|span|sub)>|:[a-z0-9_+-]++:|\*\*\([^()\n]*\)\*\*)",
            inline=True,
        ),
        Rule("markup", pattern=r"[ \t]?[,.]?[ \t]?\([^()\n]{1,60}\)", inline=True),
        Rule("markup", pattern=r"[ \t]++`[^`\n]{1,40}`(?=[ \t])", inline=True),
    ]
    if below.html:
        rules += [
            Rule("section", pattern=rf"\s*(?:<br[ ]?/?>\s*)?(?={TAGGED})", inline=True),
            Rule("section", pattern=rf"\s*<br[ ]?/?>\s*(?={PROSE})", inline=True),
        ]
        rules.append(
            Rule(
                "markup",
                pattern=r"\s*</?(?:td|tr|summary|li|br|dt|dd|p|div|ul|h[1-6])\b[^>\n]*+>(?!\n[ \t]*<(?:tr|li|details))",
                inline=True,
            )
        )
    rules += [
        Rule(
            "section",
            # Unless a few words are before links that end the line.
            pattern=r"(?:[ \t]?[-–—:：|]{1,2}[ \t]++|：)(?=[^\s])(?!(?:[^\n\[.]|\[[^\[\]\n]{1,24}\](?!\()){0,80}+(?:\[(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+\]{1,2}\([^\s()]*+\)[\])]{0,3}[^\n\[\]]{0,8}){1,6}$|[^\n]{0,80}?[ <]https?://[^\s]*+$)",
            inline=True,
        ),
        # The text before the next link.
        Rule(
            "markup",
            pattern=r"[^\n]{1,300}?(?=(?<![\w!\]`])\[(?:[^\[\]\n]++|\[[^\[\]\n]*+\])++\]{1,2}\(|[ \t<]https?://)",
            inline=True,
        ),
        Rule("section", pattern=r"[ \t.]{1,3}(?=[^\s][^\n]{30})", inline=True),
    ]
    return rules
