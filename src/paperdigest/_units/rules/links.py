"""Rules for the links and addresses in the line of a title. Links to papers come first."""

from paperdigest._grammar.rules import Rule
from paperdigest._units.patterns.addresses import ADDRESS, HOST
from paperdigest._units.patterns.links import IS_CHIEF, NOT_LOCAL, NOT_MAIN, ONE_LINK
from paperdigest._units.patterns.shapes import LINK_URL

#: What is between a value and the next one in a line.
SEP = r"[ \t]*+(?:[-–—|,;，·•/&.:]{1,2}[ \t]*+)?"
#: The same with an emoji before a link.
_SIGNED = rf"{SEP}(?:(?=[^\x00-\xff])[^\w\s]\ufe0f?[ \t]?)?"
#: An address, maybe in brackets.
_ADDRESS = rf"[<(]?(?P<url>(?:(?<=<)https?://[^\s<>|]++(?=>)|{ADDRESS}))[>)]?"
#: Opening brackets and marks around a link.
_WRAP = r"\(?\*{0,2}(?:\\?\[(?=\[))?\(?"
#: The label of a link to the website of a paper.
_SITE = r"(?i:project(?: page)?|(?:project )?web ?site)"
#: What follows the last link of an item of one line: another item, a heading, or nothing.
_LAST = r"[ \t.]*+(?:\n++(?:[-*+•#]|[0-9]{1,4}[.)][ ])|\s*+\Z)"
#: A label of a word or two.
_LABEL_WORDS = r"[^\W\d_][\w-]{0,15}(?:[ ][\w-]{1,15})?"


def site_rules() -> list[Rule]:
    """Return the rules for the website of a paper that is the last link of an item of one line."""
    return [
        link_of(rf"{_SIGNED}{_WRAP}(?=\[{{1,2}}{_SITE}\]){ONE_LINK}(?={_LAST})", main=True),
        link_of(f"{_labelled(_SITE)}(?={_LAST})", main=True),
    ]


def _labelled(label: str) -> str:
    """Return the pattern of an address with its label before it: ``PDF: <https://...>``."""
    return rf"{SEP}\(?(?P<label>{label})[ ]?[:：][ \t]?{_ADDRESS}"


def link_rules() -> list[Rule]:
    """Return the rules for links and addresses. Links to papers come first."""
    return [
        link_of(
            rf"{SEP}\[!\[(?P<label>[^\[\]\n]*+)\]\([^()\s]*+\)\]\((?P<url>{HOST}(?:[^\s()]++)?)\)",
            main=True,
        ),
        link_of(rf"{SEP}\[!\[(?P<label>[^\[\]\n]*+)\]\([^()\s]*+\)\]\({LINK_URL}\)"),
        link_of(rf"{_SIGNED}{_WRAP}{IS_CHIEF}{ONE_LINK}", main=True),
        link_of(rf"{_SIGNED}{_WRAP}(?!\[{{1,2}}{NOT_MAIN}){NOT_LOCAL}{ONE_LINK}", main=True),
        link_of(rf"{_SIGNED}{_WRAP}{ONE_LINK}"),
        link_of(
            rf"{SEP}\(?(?P<label>(?:[\w-]++[ ]){{0,2}}?{NOT_MAIN}\w*+)[ ]at[ ]<?(?P<url>{ADDRESS})[>)]{{0,2}}"
        ),
        link_of(_labelled(rf"{NOT_MAIN}[\w -]{{0,12}}")),
        link_of(_labelled(rf"(?!{NOT_MAIN}){_LABEL_WORDS}"), main=True),
        link_of(f"{SEP}{_ADDRESS}", main=True),
        link_of(rf"{SEP}\[<?(?P<url>https?://[^\s<>()\[\]|]++)>?\](?!\()", main=True),
    ]


def link_of(pattern: str, *, main: bool = False) -> Rule:
    """Return the rule for a link in a line.

    Args:
        pattern: Its pattern.
        main: Whether it sets the main URL if the paper has none yet.
    """
    return Rule("link", pattern=pattern, main=main, inline=True)
