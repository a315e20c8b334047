"""Rules for names in the lines of a paper: labelled, signed, right below the title, or alone."""

import re
from functools import cache

from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.addresses import HOST
from paperdigest._units.patterns.links import (
    LABELLED_NAMES,
    LINK,
    LINKED_NAMES,
    MORE_NAMES,
    NEXT_LABEL,
    PEOPLE_SIGN,
)
from paperdigest._units.patterns.people import (
    BETWEEN_AUTHORS,
    BYLINE,
    CHOOSER,
    NO_NAMES,
    PEOPLE,
    SEVERAL_TURNED,
    TURNED,
    VOLUME,
)
from paperdigest._units.patterns.shapes import BREAK, END, WIDE
from paperdigest._units.rules.labels import COLON, HEADED, Labels

#: A day before names.
_DAY = (
    r"(?:[*_]{0,2}[0-9]{4}[./-][0-9]{1,2}(?:[./-][0-9]{1,2})?[*_]{0,2}[ \t]*+[|·•｜,–—-][ \t]++)?+"
)
#: What closes the marks of the last name of a line.
LAST_TAG = r"(?:</(?:u|b|strong|a)>[*†]?)?"
#: What follows names in their line: the end, or a venue in brackets.
_AFTER_TURNED = r"(?=[*_.]{0,3}[ \t]*+(?:$|\\$|<br|\())"


def of_names(pattern: str, *, late: bool | None = None, inline: bool = False) -> Rule:
    """Return a rule for names.

    Args:
        pattern: The pattern of the names and what is around them.
        late: Whether the names end a section.
        inline: Whether they are in the rest of a line.
    """
    return Rule("authors", pattern=pattern, separator=BETWEEN_AUTHORS, late=late, inline=inline)


def has_turned_names(text: str) -> bool:
    """Return whether a line of a text is several names with the surname first."""
    return _turned().search(text) is not None


# Compiled when first needed.
@cache
def _turned() -> re.Pattern[str]:
    start = r"^[ \t]*+(?:[-*+>][ \t]++)?+[*_]{0,2}"
    return re.compile(f"{start}{SEVERAL_TURNED}{_AFTER_TURNED}", re.MULTILINE)


def labelled_names(its: Labels) -> list[Rule]:
    """Return the rules for names with a label, before links, or after "by"."""
    # If papers are not items, an indented line continues the line above it.
    indented = its.below.item or its.below.indented
    further = "" if indented else r"|(?<=[^\W\d_])\n[ ]{2,}(?=[A-Z\xc0-\u024f][^\n:]*$)"
    return [
        # The whole line is emphasised.
        of_names(
            rf"{COLON}{its.lead}[*_]{{1,3}}{its.words('authors')}[ \t]?[:：][ \t]*+(?P<authors>[^\n*_]++)[*_]{{1,3}}{END}",
            late=True,
        ),
        Rule(
            "authors",
            f"{its.dash}**Authors:** {{authors}}",
            # Some bots write the label of arXiv's mails after their own.
            pattern=its.labelled(its.words("authors"))
            + rf"(?![ \t]*+{NO_NAMES}{END})(?:[ \t]*+Authors?:)?(?P<authors>(?:(?!{BREAK}|[ \t]\|[ \t]|{NEXT_LABEL}|{MORE_NAMES})[^\n])*+(?:(?:(?<=,)[ \t]*\n[ \t]+(?=[^\s])|[ \t]*\n[ \t]+and[ ]{further})[^\n]*+){{0,40}}+)(?:{END}|(?=[ \t]\|[ \t]|{NEXT_LABEL}|{MORE_NAMES}))",
            separator=BETWEEN_AUTHORS,
            before=its.gap,
            late=True,
        ),
        of_names(
            rf"{HEADED}(?i:authors?|著者|作者|저자)[^\n]{{0,12}}\n(?:[ \t]*\n)?(?P<authors>(?![#|>\[*-])[^\n]{{2,800}})$",
            late=True,
        ),
        of_names(
            rf"{its.lead}(?:[Bb]y[ :]++)?{LINKED_NAMES}{END}",
            late=True,
        ),
        of_names(rf"{its.lead}[^\n\[\]]{{1,100}}?[|·｜•][ \t]*+{LABELLED_NAMES}", late=True),
        *(_of_a_paper(its) if its.words("paper") else ()),
        *(() if its.below.names.before else (_before_links(its),)),
        of_names(
            rf"{its.lead}[*_(]{{0,3}}(?i:by)[ \t:]{{1,2}}(?P<authors>{PEOPLE})[*_.)]{{0,3}}{END}"
        ),
    ]


def _of_a_paper(its: Labels) -> list[Rule]:
    """Return the rule for names between the label of a paper and its link."""
    return [
        of_names(
            rf"{its.labelled(its.words('paper'))}[ \t]*+(?P<authors>{PEOPLE})(?=[.,:;]?[ \t–—-]{{1,4}}[(\[]{{0,2}}{LINK})",
            late=True,
        )
    ]


def _before_links(its: Labels) -> Rule:
    """Return the rule for a line of names with links after them, or with one in the next line."""
    return of_names(
        rf"(?:>[ \t]*+)?+{its.lead}(?:{CHOOSER}|[0-9][0-9./-]{{3,12}}[ \t]*+[|·•｜,-][ \t]*+)?+(?=[*_]|[^\n\[\]]*[,;、，&]|[^\n\[\]]* and )[*_]{{0,2}}(?:[Bb]y[ :]+)?(?P<authors>{PEOPLE})(?!{VOLUME})[*_.,]{{0,3}}"
        rf"(?=(?:[^\n\[\]():：]{{0,60}}|[ \t]*\n)(?:[(\[]{{0,2}}{LINK}|(?:\([^()\n]{{1,40}}\)[ ])?<?{HOST}))",
        late=True,
    )


def byline(its: Labels) -> list[Rule]:
    """Return the rule for the line below a title, if most papers have names there."""
    if not its.below.names.below:
        return []
    return [of_names(rf"(?:>[ \t]*+)?+{its.lead}{BYLINE}")]


def names_alone(its: Labels) -> list[Rule]:
    """Return the rules for names alone in a line, and for names after a sign."""
    several = r"(?=[*_]|[^\n]*[,;、，和&·]|[^\n]* and )"
    if its.below.names.further:
        several = rf"(?![*_]{{0,2}}{WIDE})"
    # A single name in plain text may be a place.
    turned = rf"(?:>[ \t]*+)?+{its.lead}(?=[*_]|[^\n]*(?:;|[ ]and|[ ]&)[ ])[*_]{{0,2}}(?P<authors>{TURNED}){_AFTER_TURNED}[*_.]{{0,3}}"
    return [
        *([of_names(turned, late=True)] if its.below.names.turned else ()),
        *(() if its.below.names.before else (_alone(its, several),)),
        # In an item of its own, below items with prose.
        of_names(
            rf"{its.lead}(?<=[-*+•][ \t])(?P<mark1>[*_])(?=[^*_\n]*(?:[,;&]|[ ]and[ ]))(?P<authors>{PEOPLE})[.]?(?P=mark1)(?=[ \t]*+(?:$|[,(]))",
            late=True,
        ),
        of_names(
            rf"(?:[^\n\[\]]{{1,60}}?[|·｜•,][ \t]*)?[^\w\n]{{0,40}}{PEOPLE_SIGN}\S*[ \t]*+[*_]{{0,3}}+"
            rf"(?P<authors>{PEOPLE}(?=[*_]{{0,3}}[ \t]*+(?:$|[|｜·•]))|[^\n*_|｜:：]{{2,600}}[^\n*_|｜:：\s])[*_]{{0,3}}(?=[ \t]*(?:$|[|｜·•]))",
            late=True,
        ),
    ]


def _alone(its: Labels, several: str) -> Rule:
    """Return the rule for a line of names alone.

    Args:
        its: The labels of the text.
        several: A lookahead for what shows that a line is names.
    """
    return of_names(
        rf"(?:>[ \t]*+)?+{its.lead}{_DAY}{several}[*_]{{0,2}}(?P<authors>{PEOPLE})(?:[*_.]{{0,3}}{LAST_TAG}{END}|[.,]?[ \t]++[*_][^*_\n]{{1,80}}[*_][^\n*_\[]{{0,20}}$)"
    )
