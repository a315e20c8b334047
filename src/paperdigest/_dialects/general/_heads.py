"""What starts a block: the title of the list, chapters, groups, papers, and what ends a list item."""

from paperdigest._dialects.general._shapes import (
    BEFORE,
    BEHIND,
    BELOW,
    BULLET,
    INDENTED,
    LABEL,
    LINKED,
    STARS,
    TEXT,
    TITLE,
)
from paperdigest._dialects.general._words import (
    ALL_PAPERS,
    CHAPTERS,
    CODE_HOST,
    DATED,
    DAY,
    DAYS,
    PAPER_HOST,
    SIGNS,
    WEEKDAY,
)
from paperdigest._grammar.rules import Rule


def digests() -> list[Rule]:
    heading = rf"(?P<level>#{{1,3}})[ \t]++(?=[^\n]{{0,200}}?[0-9]{{4}}){SIGNS}"
    title = r"(?P<title>(?:(?!\[[^\[\]\n]*+\]\()[^\n]){0,160}?)"
    separator = (
        r"(?:[ \t]?[-–—|:：,，·@][ \t]?|[ \t](?i:for|of|on|from|dated)[ \t]|[ \t])?[(\[（【]?[ \t]?"
    )
    return [
        Rule("digest", pattern=rf"{heading}{title}{separator}(?P<range>{DAYS})[^\n]*+$"),
        Rule(
            "digest",
            ("# {title}, {date}", "# {title}", "# {date}"),
            pattern=rf"{heading}{title}{separator}{WEEKDAY}?(?P<date>{DAY})[^\n]*+$",
        ),
    ]


def first() -> list[Rule]:
    """Return the rules for the title of a text: its first heading, or what stands before that."""
    top = (
        r"(?<![^\ufeff])(?:(?![#|]|[ ]{0,3}(?:[-*+]|[0-9]{1,4}[.)])[ \t]++[^ \t\n]|\**\[[^\]\n]*+\]\(http)"
        r"[^\n]*+\n){0,40}+"
    )
    name = rf"#[ \t]++{SIGNS}(?P<title>(?!\[)[^\n]++)$"
    undated = rf"(?![^\n]*(?:{DAY.replace('mark', 'mark2')}|{DAYS}))"
    below = (
        r"(?:(?:\n[ \t]*+){1,3}+(?:#{2,3}[ \t]++)?|(?:\n(?!#)[^\n]*+){0,8}+\n#{2,3}[ \t]++)[*_>(\[]{0,3}[ \t]?"
        rf"{SIGNS}(?:{STARS}{DATED}{STARS}[:：]?{STARS}[ \t]?)?{WEEKDAY}?(?P<date>{DAY})[^\n]{{0,20}}$"
    )
    front = (
        r"(?<![^\ufeff])---[ \t]*\n(?:(?!---|date:)[^\n]*+\n){0,20}+date:[ \t]*[\"']?"
        r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[^\n]*+\n(?:(?!---)[^\n]*+\n){0,20}+---[ \t]*$"
    )
    return [
        Rule("digest", pattern=rf"{front}\s{{1,4}}{name}"),
        Rule("digest", pattern=front),
        Rule("digest", pattern=rf"{top}{undated}{name}{below}"),
        Rule("digest", pattern=rf"{top}{undated}{name}"),
    ]


def chapters() -> list[Rule]:
    """Return the rules for headings that are no papers: those about the list, and those of groups."""
    heading = rf"[ \t]++{BEFORE}{STARS}"
    return [
        # What is fenced is code; deeper than all else, it belongs to whatever it stands in.
        Rule(
            "skip",
            pattern=r"[ ]{0,3}(?P<mark>`{3,8}|~{3,8})[^\n]*+\n(?:(?![ ]{0,3}(?P=mark))[^\n]*+\n)*+[ ]{0,3}(?P=mark).*",
            level=9,
        ),
        Rule("skip", pattern=rf"(?P<level>#{{1,6}}){heading}{CHAPTERS}[:：]?{STARS}[ \t]*$"),
        Rule(
            "skip",
            pattern=rf"#{{1,6}}{heading}{ALL_PAPERS}[:：]?{STARS}[ \t]*(?:\([0-9]+\)[ \t]*)?$",
        ),
    ]


def groups() -> list[Rule]:
    return [
        Rule(
            "group",
            "## {category}",
            pattern=rf"(?P<level>#{{1,6}})[ \t]++{BEFORE}(?:\*\*(?=[^*\n]*+\*\*[ \t]*$))?(?P<category>(?:(?!\*\*[ \t]*$)[^\n])++)(?:\*\*)?[ \t]*$",
            before=1,
        ),
        Rule(
            "group",
            pattern=rf"\*\*{BEFORE}(?P<category>[^*\n:：]{{1,60}})[:：]?\*\*[:：]?[ \t]*$(?=\s{{1,4}}{BULLET})",
            level=7,
        ),
    ]


def ends() -> list[Rule]:
    """Return the rules for what ends a list item: another one that is no paper, a paragraph."""
    return [
        Rule("skip", pattern=rf"{BULLET}(?=\S)(?!{LABEL})", level=8),
        Rule("skip", pattern=rf"[ \t]*\n(?=[^\W\d_])(?!{LABEL})", level=8),
    ]


def papers(*, listed: bool) -> list[Rule]:
    """Return the rules for papers, with templates for those of one shape."""
    heading = rf"(?P<level>#{{1,6}})[ \t]++{BEFORE}{STARS}"
    item = rf"{BULLET}{BEFORE}"
    line = rf"(?=\*\*){BEFORE}"
    to_paper = rf"(?={STARS}\[{TEXT}\]\([ \t]?<?{PAPER_HOST})"
    to_code = rf"(?!\[{TEXT}\]\([ \t]?<?{CODE_HOST})"
    behind_is_paper = rf"(?=[^\n]*?\]\([ \t]?<?{PAPER_HOST})"
    shown = f"(?:{INDENTED}|{BEHIND})"
    bold = r"\*\*(?!\[)(?P<title>[^*\n\[\]]++(?:\[[^\[\]\n]*+\](?!\()[^*\n\[\]]*+)*+)\*\*[.:,]?"
    return [
        Rule(
            "paper",
            () if listed else "### [{title?}]({url})",
            pattern=heading + to_code + LINKED,
            before=1,
        ),
        Rule("paper", pattern=rf"{heading}{LINKED}(?:{BELOW}|{BEHIND})"),
        Rule("paper", pattern=rf"{heading}{behind_is_paper}{TITLE}(?=[^\n]*\]\()"),
        Rule(
            "paper",
            () if listed else "### {title}",
            pattern=rf"(?P<level>#{{2,6}})[ \t]++{BEFORE}{STARS}(?!\[{TEXT}\]\(){TITLE}{BELOW}",
            before=1,
        ),
        Rule(
            "paper",
            "- **[{title?}]({url})**" if listed else (),
            pattern=rf"{item}{to_paper}{STARS}{LINKED}",
            level=8,
        ),
        Rule("paper", pattern=rf"{item}{STARS}{LINKED}{shown}", level=8),
        Rule("paper", pattern=rf"[ ]?[0-9]{{1,4}}[.)][ \t]++{SIGNS}\*\*{to_code}{LINKED}", level=8),
        Rule(
            "paper",
            "- **{title}**" if listed else (),
            pattern=rf"{item}{bold}(?:{behind_is_paper}|{INDENTED})",
            level=8,
        ),
        Rule(
            "paper",
            pattern=rf"{BULLET}(?!{LABEL}){BEFORE}(?![\[*_<`!|]){TITLE}{INDENTED}",
            level=8,
        ),
        Rule("paper", pattern=rf"{line}{to_paper}{STARS}{LINKED}", level=7),
        Rule("paper", pattern=rf"{line}{STARS}{LINKED}(?:{BELOW}|{BEHIND})", level=7),
        Rule("paper", pattern=rf"{line}{bold}(?:{behind_is_paper}|[ \t]*$(?:{BELOW}))", level=7),
    ]
