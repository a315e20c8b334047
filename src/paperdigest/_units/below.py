"""Rules for the lines of a paper."""

from collections.abc import Mapping

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Rule
from paperdigest._units.contents import Below
from paperdigest._units.links import (
    BADGE_LINK,
    IS_CHIEF,
    LABELLED_NAMES,
    LINK,
    ONE_LINK,
    PEOPLE_SIGN,
    VALUES,
    WRAPPED,
)
from paperdigest._units.marked import anchor_rules, cell_rules
from paperdigest._units.shapes import (
    BEHIND_NAMES,
    BETWEEN_AUTHORS,
    BREAK,
    CODE_HOST,
    END,
    HOST,
    PEOPLE,
    SIGNS,
    TEXT,
    VOLUME,
    WIDE,
    any_of,
)
from paperdigest._units.words import names_a_speaker

_OPEN = r"(?:[*_]{1,3}|【|<(?:b|strong|font|em|i|u|span|sub)\b[^>\n]*+>)*+"
_CLOSE = (
    r"(?:】[:：]?|(?:[*_]{1,3}|</[a-z]+>)*+[ \t]?(?:::|[:：])(?!//)(?:[*_]{1,3}|</[a-z]+>)*+"
    r"|[*_]{1,3}[ \t]?[–—-](?=[ \t]))"
)
#: Few lines have a colon near their start, so that most are passed over without asking for words.
_COLON = r"(?=[^\n:：】–—]{1,70}+[:：】–—]|[*_][^\n*_]{1,40}[*_]{1,3}[ \t]?-[ \t])"
_WORD = r"(?P<label>[^\n:：*_\[\]|<>#`】]{1,60}?)"
_BOLD = rf"\*\*{_WORD}(?:\*\*[ \t]?[:：]|[:：]\*\*)"
_CAPITAL = r"(?P<label>[^\W\d_a-z][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+)[:：](?!//)"
#: A line that has a label.
_LABEL = (
    r"(?:[-*+•>][ \t]++)?+(?:\*\*[^\n:：*|]{1,40}(?:\*\*[ \t]?[:：]|[:：]\*\*)|[*_][^\s:：*_|][^\n:：*_|]{0,40}[*_]?[:：]"
    r"|[^\W\d_][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+[:：](?!//))"
)
_DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "authors": ("Authors", "Author"),
    "votes": ("Votes", "Vote"),
    "published": ("Published",),
}


def line_rules(below: Below) -> list[Rule]:
    """Return the rules for the lines of a paper."""
    known = dict(below.labels)
    number = r"|[0-9]{1,2}[.)]" if below.counted else ""
    lead = (
        r"[ \t]{0,8}" if below.item or below.indented else "[ ]?"
    ) + rf"(?:(?:[-*+•>:]{number})[ \t]++)?+{SIGNS}"
    if below.quote:
        lead = r"(?:>[ \t]*+)?+" + lead
    dash, gap = ("  - ", 0) if below.item else ("", 1)

    def words(role: str) -> str:
        found = {*known.get(role, ()), *_DEFAULTS.get(role, ())}
        return f"(?:{any_of(found)})" if found else ""

    def labelled(pattern: str) -> str:
        return rf"{_COLON}{lead}{_OPEN}{pattern}{_CLOSE}"

    def named(role: str) -> str:
        return labelled(f"(?P<label>{words(role)})")

    def value(name: str) -> str:
        return rf"(?P<{name}>(?:(?!{BREAK})[^\n])*+){END}"

    address = rf"[ \t]*+[\[(]?\[+[^\]\n]*+\]+\((?P<url>(?!#){URL})\)"
    bare = r"[ \t]*+<?(?P<url>https?://[^\s<>]++)>?"
    only_links = rf"(?=[^\w\n\[\]()]{{0,8}}{WRAPPED}(?:(?:[^\n\[\]()]{{0,16}}|[ \t]*+[|·•][^\n\[\]|·•]{{1,40}}[|·•][ \t]*+){WRAPPED}){{0,20}}+[^\n\[\]]{{0,24}}(?:\[[^\[\]\n]{{1,40}}\](?!\()[ \t]*+)?$)"
    venue = r"(?:[*_][^*_\n]{1,40}[*_]|(?:[A-Z][\w&'’/-]*+[ ]){0,4}(?:19|20)[0-9]{2})[ \t,.:|–—-]++"
    chief_link = rf"\[{TEXT}\]{{1,2}}\({HOST}[^\s()]*+\)"
    wrap = r"\(?\*{0,2}(?:\[(?=\[))?\(?"
    # Where papers are not items, indented lines go on with what is above them.
    further = (
        ""
        if below.item or below.indented
        else r"|(?<=[^\W\d_])\n[ ]{2,}(?=[A-Z\xc0-\u024f][^\n:]*$)"
    )
    several = (
        rf"(?![*_]{{0,2}}{WIDE})" if below.solo else r"(?=[*_]|[^\n]*[,;、，和&·]|[^\n]* and )"
    )
    short = (
        r"(?P<value>(?![ \t]*$)[^\n]{1,60}?(?<![.!?。！？;；,，\s]))[ \t]*$"
        rf"(?=\n[ \t]*+(?:\n|[-*+•#>|_]|{_LABEL})|\n?[ \t]*\Z)"
    )
    amount = r"(?P<value>[ \t]*+[~≈<>]?[0-9][0-9.,/%+]{0,12}(?:[ \t]?[\w/%]{1,10})?)[ \t]*$"
    rules = [
        Rule(
            "media",
            "![{alt?}]({url})",
            pattern=rf"[ \t]*+!\[(?P<alt>[^\]\n]*+)\]\([ \t]*+(?P<url>{URL})(?:[ \t]\"[^\"\n]*+\")?[ \t]*\)[ \t]*$",
            before=1,
        ),
        Rule(
            "media",
            pattern=r"[ \t]*+(?:<(?:p|div|center)\b[^>\n]*+>)?<img\b[^>\n]*?\bsrc=[\"'](?P<url>[^\"'\s<>]++)[\"'].*",
        ),
        Rule(
            "media",
            '<video src="{url}"></video>',
            pattern=r"[ \t]*+(?:<div>)?<video\b[^>\n]*?\bsrc=[\"'](?P<url>[^\"'\s<>]++)[\"'].*",
            media="video",
            before=1,
        ),
        Rule(
            "votes",
            f"{dash}**Votes:** {{votes}}",
            pattern=rf"{labelled(words('votes'))}[ \t]*+(?P<votes>[0-9]++)\b.*",
            before=gap,
            late=True,
        ),
    ]
    if below.thumbs:
        rules += [
            Rule(
                "votes",
                pattern=rf"[ \t]*+{_OPEN}(?:👍|⬆|🔼|🔺|❤|▲)\ufe0f?[ \t]*+(?P<votes>[0-9]++)\b.*",
                late=True,
            ),
            Rule(
                "votes",
                pattern=rf"{lead}{_OPEN}(?P<votes>[0-9]++)[ \t](?i:up)?(?i:votes?|likes?)[*_]{{0,3}}[ \t]*$",
                late=True,
            ),
        ]
    rules += [
        # The whole line in emphasis.
        Rule(
            "authors",
            pattern=rf"{_COLON}{lead}[*_]{{1,3}}{words('authors')}[ \t]?[:：][ \t]*+(?P<authors>[^\n*_]++)[*_]{{1,3}}{END}",
            separator=BETWEEN_AUTHORS,
            late=True,
        ),
        Rule(
            "authors",
            f"{dash}**Authors:** {{authors}}",
            pattern=labelled(words("authors"))
            + rf"(?P<authors>(?:(?!{BREAK}|[ \t]\|[ \t])[^\n])*+(?:(?:(?<=,)[ \t]*\n[ \t]+(?=[^\s])|[ \t]*\n[ \t]+and[ ]{further})[^\n]*+){{0,40}}+)(?:{END}|(?=[ \t]\|[ \t]))",
            separator=BETWEEN_AUTHORS,
            before=gap,
            late=True,
        ),
        Rule(
            "authors",
            pattern=rf"#{{2,6}}[ \t]++{SIGNS}[*_]{{0,3}}(?i:authors?|著者|作者|저자)[^\n]{{0,12}}\n(?:[ \t]*\n)?(?P<authors>(?![#|>\[*-])[^\n]{{2,800}})$",
            separator=BETWEEN_AUTHORS,
            late=True,
        ),
        Rule(
            "authors",
            pattern=rf"{lead}[^\n\[\]]{{1,100}}?[|·｜•][ \t]*+{LABELLED_NAMES}",
            separator=BETWEEN_AUTHORS,
            late=True,
        ),
        *(() if below.named else (_names_before_links(lead),)),
        Rule(
            "authors",
            pattern=rf"{lead}[*_(]{{0,3}}(?i:by)[ \t:]{{1,2}}(?P<authors>{PEOPLE})[*_.)]{{0,3}}{END}",
            separator=BETWEEN_AUTHORS,
        ),
    ]
    if words("category"):
        rules.append(
            Rule("category", pattern=labelled(words("category")) + value("category"), late=True)
        )
    if words("identifier"):
        rules.append(
            Rule(
                "copy",
                pattern=rf"{named('identifier')}[ \t]*+(?i:arxiv:[ ]?)?`?"
                r"(?P<copy>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})`?"
                rf"(?:[ \t]\[[\w.-]+\])?{END}",
                late=True,
            )
        )
    if words("paper"):
        rules += [
            Rule("link", pattern=named("paper") + address, main=True, late=True),
            Rule("link", pattern=named("paper") + bare, main=True, late=True),
        ]
    rules += [
        Rule(
            "link",
            pattern=rf"{labelled(_WORD)}(?=[ \t]*+{chief_link}[.;]?{END}){address}.*",
            main=True,
            late=True,
        ),
        Rule(
            "link",
            pattern=rf"{labelled(_WORD)}(?=[ \t]*+{LINK}[.;]?{END}){address}.*",
            late=True,
        ),
        Rule(
            "link",
            pattern=rf"{labelled(_WORD)}(?=[ \t]*+<?{HOST}){bare}{END}",
            main=True,
            late=True,
        ),
        Rule("link", pattern=rf"{labelled(_WORD)}{bare}{END}", late=True),
        # What closes an abstract in the mails of arXiv.
        Rule(
            "link",
            pattern=r"\\\\[ \t]*+\([ \t]*+(?P<url>https?://[^\s,()]++)[^\n]*+$",
            main=True,
            late=True,
        ),
    ]
    links = (
        rf"(?:{labelled(words('links'))}|{lead}(?:{venue})?+)[ \t]*+{wrap}"
        if words("links")
        else rf"{lead}(?:{venue})?+[ \t]*+{wrap}"
    )
    if below.byline:
        rules.append(
            Rule(
                "authors",
                pattern=rf"(?:>[ \t]*+)?+{lead}(?:<[a-z]+\b[^>\n]*+>)*+(?:[Bb]y[ :]+)?(?![*_]{{0,2}}{WIDE})[*_]{{0,2}}(?P<authors>{PEOPLE})[*_]{{0,2}}(?!{VOLUME}){BEHIND_NAMES}",
                separator=BETWEEN_AUTHORS,
            )
        )
    rules += [
        Rule(
            "link",
            pattern=rf"{lead}(?={BADGE_LINK}{HOST}){BADGE_LINK}(?P<url>{URL})\)",
            main=True,
            late=True,
        ),
        Rule("link", pattern=rf"{lead}{BADGE_LINK}(?P<url>(?!#){URL})\)", late=True),
        Rule("link", pattern=links + only_links + IS_CHIEF + ONE_LINK, main=True, late=True),
        Rule(
            "link",
            pattern=rf"{lead}[*_]{{0,2}}(?={LINK}{VALUES}){IS_CHIEF}{ONE_LINK}",
            main=True,
            late=True,
        ),
        # Labelled values between bars.
        Rule(
            "link",
            pattern=rf"{lead}(?=[^\n]*[ \t][|·•｜][ \t])(?![^\n\[\]]*(?:://|{PEOPLE_SIGN}))[^\n\[\]<>]{{1,160}}+(?:\[(?=\[))?(?:{only_links}|(?={LINK}{VALUES})){IS_CHIEF}{ONE_LINK}",
            main=True,
            late=True,
        ),
        Rule("link", pattern=rf"{lead}(?!<?{CODE_HOST}){bare}[ \t]*$", main=True, late=True),
        Rule("link", pattern=rf"{lead}{bare}[ \t]*$", late=True),
    ]
    if below.html:
        rules += anchor_rules()
    if below.cells:
        rules += cell_rules(words("authors"))
    if not names_a_speaker(each for labels in known.values() for each in labels):
        rules.append(
            Rule(
                "published",
                f"{dash}*Published*: {{published}}",
                pattern=rf"{named('published')}(?P<published>(?![ \t]*$)(?:(?!{BREAK}|[*_]{{1,3}}[ \t]*$)[^\n]){{1,60}}+)[*_]{{0,3}}{END}",
                before=gap,
                late=True,
            )
        )
    if words("field"):
        rules.append(
            Rule(
                "field",
                pattern=rf"{named('field')}(?P<value>(?![ \t]*$)(?:(?!{BREAK})[^\n]){{1,200}}+){END}",
                late=True,
            )
        )
    if words("section"):
        rules += [
            Rule("section", pattern=named("section"), late=True),
            Rule(
                "section",
                pattern=rf"{lead}\*\*(?P<label>{words('section')})[:：]?\*\*[ \t]*$",
                late=True,
            ),
        ]
    rules += [
        Rule(
            "field",
            f"{dash}*{{label}}*: {{value?}}",
            pattern=rf"{lead}\*(?!\*){_WORD}(?:\*[ \t]?[:：]|[:：]\*)(?!\*)(?P<value>[^\n]{{0,200}}+)[ \t]*$",
            before=gap,
            between=0,
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{_BOLD}{amount}", late=True),
        Rule(
            "section",
            "  - **{label}**: {text?}" if below.item else (),
            pattern=rf"{lead}(?<=[-*+•][ \t]){_BOLD}",
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{_BOLD}{short}", late=True),
        Rule("section", pattern=rf"{lead}{_BOLD}", late=True),
        Rule(
            "section",
            () if below.item else "#### {label}\n\n{text?}",
            pattern=rf"#{{2,6}}[ \t]++{SIGNS}[*_]{{0,3}}(?P<label>[^\n*]*[^\s*:：#])[:：]?[*_]{{0,3}}[ \t]*$",
            before=1,
            late=True,
        ),
        Rule(
            "section",
            pattern=r"[ \t]*+(?:<details\b[^>\n]*+>\s*+)?<summary>(?:<(?:b|strong)>)?(?P<label>[^<\n]{1,60}?)[:：]?(?:</(?:b|strong)>)?</summary>",
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{_CAPITAL}{short}", late=False),
        Rule("section", pattern=rf"{lead}{_CAPITAL}(?=[ \t]|{WIDE})", late=False),
        Rule("section", pattern=rf"{lead}(?P<label>(?:{WIDE}){{2,8}}+)：", late=True),
    ]
    if below.item:
        rules.append(
            Rule("section", pattern=rf"[ \t]{{2,6}}[-*+][ \t]++{_CAPITAL}(?=[ \t])", late=True)
        )
    rules += [
        Rule(
            "section",
            pattern=r"(?P<label>[A-Z][\w'’/-]*+(?:[ ](?:[A-Z][\w'’/-]*+|(?:and|of|for|in|to|the|it)\b)){1,3}+):(?=[ \t])",
            after_blank=True,
            late=True,
        ),
        *(() if below.named else (_names_alone(lead, several),)),
        Rule(
            "authors",
            pattern=rf"(?:[^\n\[\]]{{1,60}}?[|·｜•,][ \t]*)?[^\w\n]{{0,40}}{PEOPLE_SIGN}\S*[ \t]*+[*_]{{0,3}}+"
            rf"(?P<authors>{PEOPLE}(?=[*_]{{0,3}}[ \t]*+(?:$|[|｜·•]))|[^\n*_|｜:：]{{2,600}}[^\n*_|｜:：\s])[*_]{{0,3}}(?=[ \t]*(?:$|[|｜·•]))",
            separator=BETWEEN_AUTHORS,
            late=True,
        ),
        # A venue of any words, or names, before links.
        Rule(
            "link",
            pattern=rf"{lead}(?![^\n\[\]]*://)[^\n\[\]<>]{{1,100}}+(?:\[(?=\[))?{only_links}{IS_CHIEF}{ONE_LINK}",
            main=True,
            late=True,
        ),
        Rule(
            "link",
            ("  " if below.item else "") + "[{label?}]({url})",
            pattern=links + only_links + ONE_LINK,
            before=gap,
            between=0,
            late=True,
        ),
        Rule(
            "link",
            pattern=rf"{lead}(?:(?!<?https?:)[^\n\[\]():：]){{1,80}}+[<]?(?P<url>{HOST}[^\s<>]*+)>?{END}",
            main=True,
            late=True,
        ),
        Rule(
            "markup",
            pattern=r"[ \t]*+</?(?:details|div|p|br|center|article|section)\b[^>\n]*+>[ \t]*$",
        ),
        # Between papers, or before a few last lines.
        Rule(
            "rule",
            pattern=r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$(?=\s*+(?:\Z|[#<|>]|\*\*|[-+*][ ]|[0-9])"
            rf"|(?:\n(?!#|{_LABEL}|{lead}{_BOLD})[^\n]*+){{0,8}}+\Z)",
        ),
        Rule(
            "section",
            "  {text}" if below.item else "{text}",
            pattern=r"[ \t]++(?=[^\s<|])" if below.item else r"(?=[^\s<|])(?!\[[^\]\n]*+\]\(#)",
            before=gap,
            late=False,
        ),
    ]
    return rules


def _names_before_links(lead: str) -> Rule:
    """Return the rule for a line of names with links after them."""
    return Rule(
        "authors",
        pattern=rf"(?:>[ \t]*+)?+{lead}(?:[0-9][0-9./-]{{3,12}}[ \t]*+[|·•｜,-][ \t]*+)?+(?=[*_]|[^\n\[\]]*[,;、，&]|[^\n\[\]]* and )[*_]{{0,2}}(?:[Bb]y[ :]+)?(?P<authors>{PEOPLE})[*_.,]{{0,3}}"
        rf"(?=[^\n\[\]():：]{{0,60}}[(\[]{{0,2}}{LINK})",
        separator=BETWEEN_AUTHORS,
        late=True,
    )


def _names_alone(lead: str, several: str) -> Rule:
    """Return the rule for a line of names alone."""
    return Rule(
        "authors",
        pattern=rf"(?:>[ \t]*+)?+{lead}{several}[*_]{{0,2}}(?P<authors>{PEOPLE})[*_.]{{0,3}}{END}",
        separator=BETWEEN_AUTHORS,
    )
