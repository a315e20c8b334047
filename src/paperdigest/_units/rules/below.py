"""Rules for the lines of a paper.

Their order matters: the first rule that matches a line parses it.
"""

from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Rule
from paperdigest._text.votes import VOTES
from paperdigest._units.patterns.addresses import ARXIV_ID, CODE_HOST, HOST
from paperdigest._units.patterns.before import SHORTCODE
from paperdigest._units.patterns.links import (
    BADGE_LINK,
    IS_CHIEF,
    LINK,
    NAMES_LABEL,
    NOT_MAIN,
    ONE_LINK,
    PEOPLE_SIGN,
    PIPED,
    VALUES,
    WRAPPED,
)
from paperdigest._units.patterns.people import NO_NAMES
from paperdigest._units.patterns.shapes import (
    BREAK,
    END,
    LINK_URL,
    TAGGED,
    TEXT,
    VOTES_SIGN,
    VOTES_WORD,
    WIDE,
    any_of,
)
from paperdigest._units.patterns.words import CHIEF, names_a_speaker
from paperdigest._units.rules.contents import Below
from paperdigest._units.rules.labels import BOLD, CAPITAL, HEADED, LABELLED, OPEN, WORD, Labels
from paperdigest._units.rules.marked import anchor_rules, cell_rules
from paperdigest._units.rules.names import byline, labelled_names, names_alone
from paperdigest._units.rules.side_by_side import first_field, first_values

_ADDRESS = rf"[ \t]*+[\[(]?\[+[^\]\n]*+\]+\({LINK_URL}\)"
# Points and commas after an address are not part of it.
_BARE = r"[ \t]*+<?(?P<url>https?://(?:[^\s<>|.,;]++|[.,;]++(?=[^\s<>|]))++)[.,;]*+>?"
#: The label of the first of several addresses.
_OWN_LABEL = rf"(?:[ \t]*+(?!{NOT_MAIN})[^\W\d_]\w{{1,15}}[:：](?!//))?+"
_CHIEF_LINK = rf"\[{TEXT}\]{{1,2}}\({HOST}[^\s()]*+\)"
#: Links, and little else, up to the end of the line.
_ONLY_LINKS = rf"(?=[^\w\n\[\]()]{{0,8}}{WRAPPED}(?:(?:[^\n\[\]()]{{0,16}}|[ \t]*+[|·•][^\n\[\]|·•]{{1,40}}[|·•][ \t]*+){WRAPPED}){{0,20}}+(?:[^\n\[\]]{{0,24}}(?:\[[^\[\]\n]{{1,40}}\](?!\()[ \t]*+)?|[^\w\n\[\]]{{0,6}}{PEOPLE_SIGN}[^\n\[\]]{{1,400}})$)"
#: A lookahead for the sign of a link.
_SIGNED = r"(?=[^\w\n\[]{0,12}🔗)"
#: A venue before links.
_VENUE = r"(?:[*_][^*_\n]{1,40}[*_]|(?:(?:arXiv|[A-Z][\w&'’/-]*+)[ ]){0,4}(?:19|20)[0-9]{2})[ \t,.:|–—-]++"
_WRAP = r"\(?\*{0,2}(?:\[(?=\[))?\(?"
#: A few words after a label that do not go on in the next line.
_SHORT = (
    r"(?P<value>(?![ \t]*$)[^\n]{1,60}?(?<![.!?。！？;；,，\s]))[ \t]*$"
    rf"(?=\n[ \t]*+(?:\n|[-*+•#>|_]|{LABELLED})|\n?[ \t]*\Z)"
)
#: The rest of a line, unless it has a link to a paper.
_REST = rf"(?:(?=[^\n]*\]\(<?{HOST})|.*)"
_AMOUNT = r"(?P<value>[ \t]*+[~≈<>]?[0-9][0-9.,/%+]{0,12}(?:[ \t]?[\w/%]{1,10})?)[ \t]*$"


def _link(pattern: str, *, main: bool = False) -> Rule:
    return Rule("link", pattern=pattern, main=main, late=True)


def line_rules(below: Below) -> list[Rule]:
    """Return the rules for the lines of a paper, in the order in which they are tried."""
    its = Labels(below)
    return [
        *_media(),
        *(first_values(its) if below.barred else ()),
        *_votes(its),
        *labelled_names(its),
        *_identifiers(its),
        *_labelled_links(its),
        *byline(its),
        *([first_field(its)] if below.barred else ()),
        *_plain_links(its),
        *(anchor_rules() if below.html else ()),
        *(cell_rules(its.words("authors")) if below.cells else ()),
        *_dates(its),
        *_known_labels(its),
        *_other_labels(its),
        *names_alone(its),
        *_links_after_words(its),
        *_rest(its),
    ]


def _media() -> list[Rule]:
    """Return the rules for images and videos."""
    return [
        Rule(
            "media",
            "![{alt?}]({url})",
            pattern=rf"(?:>[ \t]*+)*+[ \t]*+!\[(?P<alt>[^\]\n]*+)\]\([ \t]*+(?P<url>{URL})"
            r"(?:[ \t]\"[^\"\n]*+\")?[ \t]*\)[ \t]*$",
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
    ]


def _votes(its: Labels) -> list[Rule]:
    """Return the rules for votes: after a label or a sign, or before a word such as "likes"."""
    has_label = any(role == "votes" for role, _ in its.below.labels)
    labelled = [
        Rule(
            "votes",
            f"{its.dash}**Votes:** {{votes}}",
            pattern=rf"{its.labelled(its.words('votes'))}[ \t]*+(?P<votes>{VOTES}){_REST if has_label else '.*'}",
            before=its.gap,
            late=True,
        ),
    ]
    if not its.below.thumbs:
        return labelled
    return [
        *labelled,
        Rule(
            "votes",
            pattern=rf"[ \t]*+{OPEN}{VOTES_SIGN}[ \t]*+(?P<votes>{VOTES})(?:[^\n\[\]]{{0,60}}?(?=[ \t]*+[|·｜•][ \t]*+{NAMES_LABEL})|{_REST})",
            late=True,
        ),
        Rule(
            "votes",
            pattern=rf"{its.lead}{OPEN}(?P<votes>{VOTES})[ \t]{VOTES_WORD}[*_]{{0,3}}[ \t]*$",
            late=True,
        ),
    ]


def _identifiers(its: Labels) -> list[Rule]:
    """Return the rules for a category, an identifier and a main link, if the text has their labels."""
    rules: list[Rule] = []
    if category := its.words("category"):
        value = rf"(?P<category>(?:(?!{BREAK})[^\n])*+){END}"
        rules.append(Rule("category", pattern=its.labelled(category) + value, late=True))
    if its.words("identifier"):
        rules.append(
            Rule(
                "copy",
                pattern=rf"{its.named('identifier')}[ \t]*+(?i:arxiv:[ ]?)?{ARXIV_ID}{END}",
                late=True,
            )
        )
    if its.words("paper"):
        rules += [
            _link(its.named("paper") + _ADDRESS, main=True),
            _link(rf"{its.named('paper')}{_OWN_LABEL}{_BARE}", main=True),
        ]
    return rules


def _labelled_links(its: Labels) -> list[Rule]:
    """Return the rules for one link after any label."""
    return [
        _link(rf"{its.labelled(WORD)}(?=[ \t]*+{_CHIEF_LINK}[.;]?{END}){_ADDRESS}.*", main=True),
        _link(rf"{its.labelled(WORD)}(?=[ \t]*+{LINK}[.;]?{END}){_ADDRESS}.*"),
        _link(rf"{its.labelled(WORD)}(?=[ \t]*+<?{HOST}){_BARE}{END}", main=True),
        _link(rf"{its.labelled(WORD)}{_BARE}{END}"),
        # The label is a heading above the link.
        _link(
            rf"{HEADED}(?P<label>(?i:{any_of(CHIEF)}|urls?))[*_]{{0,3}}[:：]?[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*+<?{HOST}){_BARE}[^\n]*+$",
            main=True,
        ),
        # The end of an abstract in mails from arXiv.
        _link(r"\\\\[ \t]*+\([ \t]*+(?P<url>https?://[^\s,()]++)[^\n]*+$", main=True),
    ]


def _before_links(its: Labels) -> str:
    """Return the pattern of what may be before links: a label, or a venue."""
    plain = rf"{its.lead}(?:{_VENUE})?+"
    words = its.words("links")
    start = f"(?:{its.labelled(words)}|{plain})" if words else plain
    return rf"{start}[ \t]*+{_WRAP}"


def _plain_links(its: Labels) -> list[Rule]:
    """Return the rules for links and addresses without a label."""
    return [
        _link(rf"{its.lead}(?={BADGE_LINK}{HOST}){BADGE_LINK}(?P<url>{URL})\)", main=True),
        _link(rf"{its.lead}{BADGE_LINK}{LINK_URL}\)"),
        # After the sign of a link, whatever its host is, and whatever follows.
        _link(rf"{_SIGNED}{its.lead}(?!\[{{1,2}}{NOT_MAIN})(?={LINK}){ONE_LINK}", main=True),
        _link(rf"{_SIGNED}{its.lead}(?!<?{CODE_HOST}){_BARE}", main=True),
        _link(_before_links(its) + _ONLY_LINKS + IS_CHIEF + ONE_LINK, main=True),
        _link(rf"{its.lead}[*_]{{0,2}}(?={LINK}{VALUES}){IS_CHIEF}{ONE_LINK}", main=True),
        # After values between bars.
        _link(
            rf"{its.lead}(?=[^\n]*[ \t][|·•｜][ \t])(?![^\n\[\]]*(?:://|{PEOPLE_SIGN}))[^\n\[\]<>]{{1,160}}+(?:\[(?=\[))?(?:{_ONLY_LINKS}|(?={LINK}{VALUES})){IS_CHIEF}{ONE_LINK}",
            main=True,
        ),
        *([_link(rf"{its.lead}(?!<{CODE_HOST}){PIPED}", main=True)] if its.below.piped else []),
        _link(rf"{its.lead}(?!<?{CODE_HOST}){_BARE}[ \t]*$", main=True),
        _link(rf"{its.lead}{_BARE}[ \t]*$"),
    ]


def _dates(its: Labels) -> list[Rule]:
    """Return the rule for the day of a paper, unless dates are those of meetings."""
    if names_a_speaker(each for _, labels in its.below.labels for each in labels):
        return []
    return [
        Rule(
            "published",
            f"{its.dash}**Published:** {{published}}",
            pattern=rf"{its.named('published')}(?P<published>(?![ \t]*$)(?:(?!{BREAK}|[*_]{{1,3}}[ \t]*$)[^\n]){{1,60}}+)[*_]{{0,3}}{END}",
            before=its.gap,
            late=True,
        )
    ]


def _known_labels(its: Labels) -> list[Rule]:
    """Return the rules for fields and sections with labels that are known."""
    unknown = rf"{its.named('authors')}[ \t]*+(?P<value>{NO_NAMES}){END}"
    rules = [Rule("field", pattern=unknown, late=True)]
    if its.words("field"):
        rules.append(
            Rule(
                "field",
                pattern=rf"{its.named('field')}(?P<value>(?![ \t]*$)(?:(?!{BREAK})[^\n]){{1,200}}+){END}",
                late=True,
            )
        )
    if its.words("section"):
        rules += [
            Rule("section", pattern=its.named("section"), late=True),
            Rule(
                "section",
                pattern=rf"{its.lead}\*\*(?P<label>{its.words('section')})[:：]?\*\*[ \t]*$",
                late=True,
            ),
        ]
    return rules


def _other_labels(its: Labels) -> list[Rule]:
    """Return the rules for fields and sections with other labels, which only their marks show."""
    in_item = [Rule("section", pattern=rf"[ \t]{{2,6}}[-*+][ \t]++{CAPITAL}(?=[ \t])", late=True)]
    return [
        Rule(
            "field",
            # In bold, only a short value is no section.
            (f"{its.dash}**{{label}}:** {{value?}}", f"{its.dash}*{{label}}*: {{value?}}"),
            pattern=rf"{its.lead}\*(?!\*){WORD}(?:\*[ \t]?[:：]|[:：]\*)(?!\*)(?P<value>[^\n]{{0,200}}+)[ \t]*$",
            before=its.gap,
            between=0,
            late=True,
        ),
        Rule("field", pattern=rf"{its.lead}{BOLD}{_AMOUNT}", late=True),
        Rule(
            "section",
            "  - **{label}:** {text?}" if its.below.item else (),
            pattern=rf"{its.lead}(?<=[-*+•][ \t]){BOLD}",
            late=True,
        ),
        Rule("field", pattern=rf"{its.lead}{BOLD}{_SHORT}", late=True),
        Rule("section", pattern=rf"{its.lead}{BOLD}", late=True),
        Rule(
            "section",
            () if its.below.item else "#### {label}\n\n{text?}",
            pattern=rf"{HEADED}(?P<label>[^\n*]*[^\s*:：#])[:：]?[*_]{{0,3}}[ \t]*$",
            before=1,
            late=True,
        ),
        Rule(
            "section",
            pattern=r"[ \t]*+(?:<details\b[^>\n]*+>\s*+)?<summary>(?:<(?:b|strong)>)?(?P<label>[^<\n]{1,60}?)[:：]?(?:</(?:b|strong)>)?</summary>",
            late=True,
        ),
        Rule("field", pattern=rf"{its.lead}{CAPITAL}{_AMOUNT}", late=False),
        Rule("field", pattern=rf"{its.lead}{CAPITAL}{_SHORT}", late=False),
        Rule("section", pattern=rf"{its.lead}{CAPITAL}(?=[ \t]|{WIDE})", late=False),
        Rule("section", pattern=rf"{its.lead}(?P<label>(?:{WIDE}){{2,8}}+)：", late=True),
        *(in_item if its.below.item else ()),
        Rule(
            "section",
            pattern=r"(?P<label>[A-Z][\w'’/-]*+(?:[ ](?:[A-Z][\w'’/-]*+|(?:and|of|for|in|to|the|it)\b)){1,3}+):(?=[ \t])",
            after_blank=True,
            late=True,
        ),
    ]


def _links_after_words(its: Labels) -> list[Rule]:
    """Return the rules for links after other text in their line."""
    return [
        # After names, or a venue of any words.
        _link(
            rf"{its.lead}(?![^\n\[\]]*://)[^\n\[\]<>]{{1,100}}+(?:\[(?=\[))?{_ONLY_LINKS}{IS_CHIEF}{ONE_LINK}",
            main=True,
        ),
        Rule(
            "link",
            ("  " if its.below.item else "") + "[{label?}]({url})",
            pattern=_before_links(its) + _ONLY_LINKS + ONE_LINK,
            before=its.gap,
            between=0,
            late=True,
        ),
        _link(
            rf"{its.lead}(?:(?!<?https?:)[^\n\[\]():：]){{1,80}}+[<]?(?P<url>{HOST}[^\s<>]*+)>?{END}",
            main=True,
        ),
    ]


def _rest(its: Labels) -> list[Rule]:
    """Return the rules for tags, breaks and prose."""
    start = r"(?:>[ \t]?)*+" if its.below.quote else r"(?::[ ]{3})?+"
    if its.below.item:
        start += r"[ \t]*+" if its.below.apart else r"[ \t]++"
    elif its.below.html:
        start += r"[ \t]*+"
    return [
        # A blank line of a quote, if no prose is open.
        Rule("markup", pattern=r"(?:>[ \t]*+)++$", late=False),
        Rule(
            "markup",
            pattern=r"[ \t]*+</?(?:details|div|p|br|center|article|section|tr|td)\b[^>\n]*+>[ \t]*$",
        ),
        Rule("markup", pattern=rf"[ \t]*+(?:{SHORTCODE})++$"),
        # Between papers, or before a few last lines.
        Rule(
            "divider",
            pattern=r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$(?=\s*+(?:\Z|[#<|>]|\*\*|[-+*][ ]|[0-9])"
            rf"|(?:\n(?!#|{LABELLED}|{its.lead}{BOLD})[^\n]*+){{0,8}}+\Z)",
        ),
        Rule(
            "section",
            "  {text}" if its.below.item else "{text}",
            pattern=rf"{start}(?=[^\s<|])(?!\[[^\]\n]*+\]\(#)",
            before=its.gap,
            late=False,
        ),
        # A sentence in a tag. The tag is part of the text, so that its end is too.
        Rule(
            "section",
            pattern=rf"[ \t]*+(?:<br[ ]?/?>[ \t]*+)?+(?={TAGGED})",
            late=False,
        ),
    ]
