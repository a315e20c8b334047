r"""One-off digests: what people write by hand or with a script of their own, read as a reader would.

.. code-block:: text

    digest   = "# " title ", " date                  ; a heading with a date, or the first one
    group    = "## " category
    paper    = "### " [number] "[" title "](" url ")" / "### " [number] title
             / "- [" title "](" url ")" / "1. **" title "**"
    votes    = "Votes:" number
    authors  = ("Authors" / "作者" / "저자" / ...) ":" names / "by " names
    link     = ("Link" / "Paper" / "链接" / ...) ":" (url / "[" label "](" url ")") / "[" label "](" url ")"
    field    = ("Published" / "Venue" / ...) ":" value / "*" label "*: " value
    section  = ("Summary" / "Abstract" / ...) ":" text / "- **" label "**:" text / "**" label ":**" text
             / "#### " label text / text

A label may be plain, emphasised or bold, in a list or not. Headings make an outline: what stands
deeper than a paper belongs to it, and in a chapter about the list itself no paper is looked for. A
heading or list item is a paper only where its link or a line below shows it; that of a link alone is
one unless it leads to a program. A row is a paper where the header of its table says what the cells
are: `rows` makes a table of rules for such a header.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from paperdigest._dialect import Dialect
from paperdigest._patterns import URL
from paperdigest._rules import Cell, Rule
from paperdigest.dialects._words import (
    ALL_PAPERS,
    AUTHORS,
    CATEGORY,
    CHAPTERS,
    CODE_HOST,
    DATED,
    DAY,
    DAYS,
    FIELDS,
    IDENTIFIER,
    LINKS,
    NUMBER,
    PAPER,
    PAPER_HOST,
    PEOPLE,
    SECTIONS,
    SIGNS,
    TELLING,
    VOTES,
    WEEKDAY,
    WIDE,
    any_of,
)

NAME = "general"

#: The first one is written; all are read.
_BETWEEN_AUTHORS = (", ", " and ", "; ", " & ", "、", "，", "；")

_STARS = r"\*{0,3}+"
_BEFORE = rf"{SIGNS}{NUMBER}{SIGNS}"
_BULLET = r"[ ]?(?:[-*+]|[0-9]{1,4}[.)])[ \t]++(?:\[[ xX]\][ \t]++)?+"
_DASH = rf"(?:[-*+•>][ \t]++)?+{SIGNS}"

# A label and its colon: in any emphasis where the word is known, else bold, emphasised or plain.
_OPEN, _CLOSE = "[*_]{0,3}+", "[*_]{0,3}+[ \t]?[:：](?!//)[*_]{0,3}+"
#: Few lines have a colon near their start, so that most are passed over without asking for words.
_COLON_AHEAD = r"(?=[^\n:：]{1,70}+[:：])"
_WORD = r"(?P<label>[^\n:：*_\[\]|<>#`]{1,60}?)"
_BOLD = rf"\*\*{_WORD}(?:\*\*[ \t]?[:：]|[:：]\*\*)"

#: One to three words without emphasis.
_CAPITAL = r"(?P<label>[^\W\d_a-z][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+)[:：](?!//)"

_BREAK = r"(?:<br[ ]?/?>|\\)[ \t]*+$"
_END = r"(?:<br[ ]?/?>|\\)?[ \t]*$"

_TEXT = r"(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+"
_LINK = rf"\[{_TEXT}\]\((?!#){URL}\)"
_TARGET = rf"[ \t]?<?(?P<url>(?![#)>]){URL})>?(?:[ \t]\"[^\"\n]*+\")?[ \t]?"
_LINKED = (
    rf"(?!\[(?i:v?[0-9]++(?:\.[0-9]++)++|unreleased|back to top)\b)\[(?P<title>{_TEXT})\]\({_TARGET}\)"
    + _STARS
)
#: A title up to links behind it, or to the end of the line.
_TITLE = (
    r"(?P<title>(?![ \t])(?:(?!(?:[ \t]{0,3}[(|,–—-]{0,2}+[ \t]{0,2})\[{1,2}[^\[\]\n]*+\]\()"
    r"(?!\*\*[ \t]*$).)++)(?:\*\*)?"
)

# What shows that a title is that of a paper: a link, names behind it, or a line close below. Below a
# heading such a line stands at the margin, below a list item it may be indented.
_LABEL = (
    rf"{_DASH}(?:\*\*[^\n:：*|]{{1,40}}(?:\*\*[ \t]?[:：]|[:：]\*\*)|[*_][^\s:：*_|][^\n:：*_|]{{0,40}}[*_]?[:：]"
    r"|[^\W\d_][\w'’/&-]*+(?:[ ][\w'’/&-]++){0,2}+[:：](?!//))"
)
_SHORT = any_of(
    "(?:paper |pdf |arxiv )?(?:link|url)",
    "paper",
    "pdf",
    "arxiv",
    "doi",
    "abs",
    "source",
    "论文",
    "链接",
    "링크",
    "논문",
    "原文",
)
_SHOWS = (
    rf"(?:{_DASH}{_OPEN}(?:{AUTHORS}|{TELLING}){_CLOSE}"
    rf"|{_DASH}{_OPEN}{_SHORT}{_CLOSE}[ \t]*+(?:\[[^\]\n]*+\]\(|<)?(?!{CODE_HOST})https?://"
    rf"|{_DASH}(?:\[(?:{_SHORT}|(?i:arxiv:)?[0-9.]{{6,12}})[^\w\]\n]{{0,4}}\]\(|<)?{PAPER_HOST}"
    rf"|{_DASH}{_OPEN}[Bb]y[ \t:]{{1,2}}(?=[A-Z]))"
)
_PASSES = rf"(?:[ \t]*+$|!\[|{_LABEL}|[*_]{{1,2}}[^\s*_][^\n]{{1,200}}[*_][ \t]*$|>)"


def _below(indent: str) -> str:
    """Give a look at the lines below: a few that may pass, then one that shows a paper."""
    return rf"(?=[^\n]*+(?:\n{indent}{_PASSES}[^\n]*+){{0,8}}?\n{indent}{_SHOWS})"


_BELOW = _below("[ ]?")
_INDENTED = _below(r"(?![-*+]|[0-9]{1,4}[.)])[ \t]{0,8}+")
_BEHIND_NAMES = r"(?:,?[ \t][12][0-9]{3})?[)*_]{0,2}(?=[ \t]?(?:$|[-–—:|.,;(\[]))"
_BEHIND = (
    r"(?=[ \t]?(?:[-–—:|,(*_]{1,3}[ \t]?(?:(?i:by)[ \t])?|(?i:by)[ \t])"
    rf"{PEOPLE}{_BEHIND_NAMES})"
)


def _digests() -> list[Rule]:
    heading = rf"(?P<level>#{{1,3}})[ \t]++(?=[^\n]{{0,200}}?[0-9]{{4}}){SIGNS}"
    title = r"(?P<title>(?:(?!\[[^\[\]\n]*+\]\()[^\n]){0,160}?)"
    joint = (
        r"(?:[ \t]?[-–—|:：,，·@][ \t]?|[ \t](?i:for|of|on|from|dated)[ \t]|[ \t])?[(\[（【]?[ \t]?"
    )
    return [
        Rule("digest", pattern=rf"{heading}{title}{joint}(?P<range>{DAYS})[^\n]*+$"),
        Rule(
            "digest",
            ("# {title}, {date}", "# {title}", "# {date}"),
            pattern=rf"{heading}{title}{joint}{WEEKDAY}?(?P<date>{DAY})[^\n]*+$",
        ),
    ]


def _first() -> list[Rule]:
    """Give the rules for the title of a text: its first heading, or what stands before that."""
    top = (
        r"(?<![^\ufeff])(?:(?![#|]|[ ]{0,3}(?:[-*+]|[0-9]{1,4}[.)])[ \t]|\**\[[^\]\n]*+\]\(http)"
        r"[^\n]*+\n){0,40}+"
    )
    name = rf"#[ \t]++{SIGNS}(?P<title>(?!\[)[^\n]++)$"
    undated = rf"(?![^\n]*(?:{DAY.replace('mark', 'mark2')}|{DAYS}))"
    below = (
        r"(?:(?:\n[ \t]*+){1,3}+(?:#{2,3}[ \t]++)?|(?:\n(?!#)[^\n]*+){0,8}+\n#{2,3}[ \t]++)[*_>(\[]{0,3}[ \t]?"
        rf"{SIGNS}(?:{_STARS}{DATED}{_STARS}[:：]?{_STARS}[ \t]?)?{WEEKDAY}?(?P<date>{DAY})[^\n]{{0,20}}$"
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


def _chapters() -> list[Rule]:
    """Give the rules for headings that are no papers: those about the list, and those of groups."""
    heading = rf"[ \t]++{_BEFORE}{_STARS}"
    return [
        # What is fenced is code; deeper than all else, it belongs to whatever it stands in.
        Rule(
            "skip",
            pattern=r"[ ]{0,3}(?P<mark>`{3,8}|~{3,8})[^\n]*+\n(?:(?![ ]{0,3}(?P=mark))[^\n]*+\n)*+[ ]{0,3}(?P=mark).*",
            level=9,
        ),
        Rule("skip", pattern=rf"(?P<level>#{{1,6}}){heading}{CHAPTERS}[:：]?{_STARS}[ \t]*$"),
        Rule(
            "skip",
            pattern=rf"#{{1,6}}{heading}{ALL_PAPERS}[:：]?{_STARS}[ \t]*(?:\([0-9]+\)[ \t]*)?$",
        ),
    ]


def _groups() -> list[Rule]:
    return [
        Rule(
            "group",
            "## {category}",
            pattern=rf"(?P<level>#{{1,6}})[ \t]++{_BEFORE}(?:\*\*(?=[^*\n]*+\*\*[ \t]*$))?(?P<category>(?:(?!\*\*[ \t]*$)[^\n])++)(?:\*\*)?[ \t]*$",
            before=1,
        ),
        Rule(
            "group",
            pattern=rf"\*\*{_BEFORE}(?P<category>[^*\n:：]{{1,60}})[:：]?\*\*[:：]?[ \t]*$(?=\s{{1,4}}{_BULLET})",
            level=7,
        ),
    ]


def _ends() -> list[Rule]:
    """Give the rules for what ends a list item: another one that is no paper, a paragraph."""
    return [
        Rule("skip", pattern=rf"{_BULLET}(?!{_LABEL})", level=8),
        Rule("skip", pattern=rf"[ \t]*\n(?=[^\W\d_])(?!{_LABEL})", level=8),
    ]


def _papers(*, listed: bool) -> list[Rule]:
    """Give the rules for papers, with templates for those of one shape."""
    heading = rf"(?P<level>#{{1,6}})[ \t]++{_BEFORE}{_STARS}"
    item = rf"{_BULLET}{_BEFORE}"
    line = rf"(?=\*\*){_BEFORE}"
    to_paper = rf"(?={_STARS}\[{_TEXT}\]\([ \t]?<?{PAPER_HOST})"
    to_code = rf"(?!\[{_TEXT}\]\([ \t]?<?{CODE_HOST})"
    behind_is_paper = rf"(?=[^\n]*?\]\([ \t]?<?{PAPER_HOST})"
    shown = f"(?:{_INDENTED}|{_BEHIND})"
    bold = r"\*\*(?!\[)(?P<title>[^*\n\[\]]++(?:\[[^\[\]\n]*+\](?!\()[^*\n\[\]]*+)*+)\*\*[.:,]?"
    return [
        Rule(
            "paper",
            () if listed else "### [{title?}]({url})",
            pattern=heading + to_code + _LINKED,
            before=1,
        ),
        Rule("paper", pattern=rf"{heading}{_LINKED}(?:{_BELOW}|{_BEHIND})"),
        Rule("paper", pattern=rf"{heading}{behind_is_paper}{_TITLE}(?=[^\n]*\]\()"),
        Rule(
            "paper",
            () if listed else "### {title}",
            pattern=rf"(?P<level>#{{2,6}})[ \t]++{_BEFORE}{_STARS}(?!\[{_TEXT}\]\(){_TITLE}{_BELOW}",
            before=1,
        ),
        Rule(
            "paper",
            "- **[{title?}]({url})**" if listed else (),
            pattern=rf"{item}{to_paper}{_STARS}{_LINKED}",
            level=8,
        ),
        Rule("paper", pattern=rf"{item}{_STARS}{_LINKED}{shown}", level=8),
        Rule(
            "paper", pattern=rf"[ ]?[0-9]{{1,4}}[.)][ \t]++{SIGNS}\*\*{to_code}{_LINKED}", level=8
        ),
        Rule(
            "paper",
            "- **{title}**" if listed else (),
            pattern=rf"{item}{bold}(?:{behind_is_paper}|{_INDENTED})",
            level=8,
        ),
        Rule(
            "paper",
            pattern=rf"{_BULLET}(?!{_LABEL}){_BEFORE}(?![\[*_<`!|]){_TITLE}{_INDENTED}",
            level=8,
        ),
        Rule("paper", pattern=rf"{line}{to_paper}{_STARS}{_LINKED}", level=7),
        Rule("paper", pattern=rf"{line}{_STARS}{_LINKED}(?:{_BELOW}|{_BEHIND})", level=7),
        Rule("paper", pattern=rf"{line}{bold}(?:{behind_is_paper}|[ \t]*$(?:{_BELOW}))", level=7),
    ]


def _lines(*, listed: bool) -> list[Rule]:
    """Give the rules for the lines of a paper, which in a list item may be indented."""
    lead = (r"[ \t]{0,6}" if listed else "[ ]?") + _DASH
    dash, gap = ("  - ", 0) if listed else ("", 1)

    def labelled(words: str) -> str:
        return rf"{_COLON_AHEAD}{lead}{_OPEN}{words}{_CLOSE}"

    def value(name: str) -> str:
        return rf"(?P<{name}>(?:(?!{_BREAK})[^\n])*+){_END}"

    paper = f"(?P<label>{PAPER})"
    address = rf"[ \t]*+(?:\[[^\]\n]*+\]\((?P<url>(?!#){URL})\))"
    bare = r"[ \t]*+<?(?P<url>https?://[^\s<>]++)>?"
    one = rf"\[(?P<label>[^\]\n]*+)\]\((?P<url>(?!#){URL})\)[\])*]{{0,4}}+"
    only_links = rf"(?=(?:[^\w\n\[\]()]{{0,8}}{_LINK}){{1,20}}+[^\w\n\[\]]{{0,8}}$)"
    chief = rf"(?=\[(?:[^\]\n]*+\]\({PAPER_HOST}|{PAPER}\]))"
    wrap = r"\(?\*{0,2}(?:\[(?=\[))?\(?"
    links = rf"(?:{labelled(LINKS)}|{lead})[ \t]*+{wrap}"
    number = r"(?P<value>[ \t]*+[~≈<>]?[0-9][0-9.,/%+]{0,12}(?:[ \t]?[\w/%]{1,10})?)[ \t]*$"
    short = (
        r"(?P<value>(?![ \t]*$)[^\n]{1,60}?(?<![.!?。！？;；,，]))[ \t]*$"
        rf"(?=\n[ \t]*+(?:\n|[-*+•#>|_]|{_LABEL})|\n?[ \t]*\Z)"
    )
    return [
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
            pattern=rf"{labelled(VOTES)}[ \t]*+(?P<votes>[0-9]++)\b.*",
            before=gap,
            late=True,
        ),
        Rule(
            "votes",
            pattern=rf"[ \t]*+{_OPEN}(?:👍|⬆|🔼|🔺|❤|▲)\ufe0f?[ \t]*+(?P<votes>[0-9]++)\b.*",
            late=True,
        ),
        Rule(
            "votes",
            pattern=rf"{lead}{_OPEN}(?P<votes>[0-9]++)[ \t](?i:up)?(?i:votes?|likes?){_OPEN}[ \t]*$",
            late=True,
        ),
        Rule(
            "authors",
            f"{dash}**Authors:** {{authors}}",
            pattern=labelled(AUTHORS) + value("authors"),
            separator=_BETWEEN_AUTHORS,
            before=gap,
            late=True,
        ),
        Rule(
            "authors",
            pattern=rf"{lead}{_OPEN}(?i:by)[ \t:]{{1,2}}(?P<authors>{PEOPLE})[*_.]{{0,3}}{_END}",
            separator=_BETWEEN_AUTHORS,
        ),
        Rule("category", pattern=labelled(CATEGORY) + value("category"), late=True),
        Rule(
            "copy",
            pattern=rf"{labelled(f'(?P<label>{IDENTIFIER})')}[ \t]*+(?i:arxiv:[ ]?)?`?"
            r"(?P<copy>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})`?"
            rf"(?:[ \t]\[[\w.-]+\])?{_END}",
            late=True,
        ),
        Rule("link", pattern=labelled(paper) + address, main=True, late=True),
        Rule("link", pattern=labelled(paper) + bare, main=True, late=True),
        Rule(
            "link",
            pattern=rf"{labelled(_WORD)}(?=[^\n]*+$)(?=[ \t]*+{_LINK}[.;]?{_END}){address}.*",
            late=True,
        ),
        Rule("link", pattern=rf"{labelled(_WORD)}{bare}{_END}", late=True),
        Rule("link", pattern=links + only_links + chief + one, main=True, late=True),
        Rule(
            "link",
            ("  " if listed else "") + "[{label?}]({url})",
            pattern=links + only_links + one,
            before=gap,
            between=0,
            late=True,
        ),
        Rule("link", pattern=rf"{lead}(?!<?{CODE_HOST}){bare}[ \t]*$", main=True, late=True),
        Rule("link", pattern=rf"{lead}{bare}[ \t]*$", late=True),
        Rule(
            "field",
            pattern=rf"{labelled(f'(?P<label>{FIELDS})')}(?P<value>(?![ \t]*$)(?:(?!{_BREAK})[^\n]){{1,200}}+){_END}",
            late=True,
        ),
        Rule("section", pattern=labelled(f"(?P<label>{SECTIONS})"), late=True),
        Rule(
            "field",
            f"{dash}*{{label}}*: {{value?}}",
            pattern=rf"{lead}(?:\*(?!\*){_WORD}(?:\*[ \t]?[:：]|[:：]\*)(?!\*)|_NO_)(?P<value>[^\n]{{0,200}})$".replace(
                "|_NO_", ""
            ),
            before=gap,
            between=0,
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{_BOLD}{number}", late=True),
        Rule(
            "section",
            "  - **{label}**: {text?}" if listed else (),
            pattern=rf"{lead}(?<=[-*+•][ \t]){_BOLD}",
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{_BOLD}{short}", late=True),
        Rule("section", pattern=rf"{lead}{_BOLD}", late=True),
        Rule(
            "section",
            () if listed else "#### {label}\n\n{text?}",
            pattern=rf"#{{2,6}}[ \t]++{_BEFORE}{_STARS}(?P<label>[^\n*]*[^\s*:：#])[:：]?{_STARS}[ \t]*$",
            before=1,
            late=True,
        ),
        Rule(
            "section",
            pattern=r"[ \t]*+(?:<details>\s*+)?<summary>(?:<(?:b|strong)>)?(?P<label>[^<\n]{1,60}?)[:：]?(?:</(?:b|strong)>)?</summary>",
            late=True,
        ),
        Rule("section", pattern=rf"{lead}\*\*(?P<label>{SECTIONS})[:：]?\*\*[ \t]*$", late=True),
        Rule("field", pattern=rf"{lead}{_CAPITAL}{short}", late=False),
        Rule("section", pattern=rf"{lead}{_CAPITAL}(?=[ \t]|{WIDE})", late=False),
        Rule("section", pattern=rf"{lead}(?P<label>(?:{WIDE}){{2,8}}+)：", late=True),
        *(
            [Rule("section", pattern=rf"[ \t]{{2,6}}[-*+][ \t]++{_CAPITAL}(?=[ \t])", late=True)]
            if listed
            else []
        ),
        Rule(
            "section",
            pattern=r"(?P<label>[A-Z][\w'’/-]*+(?:[ ](?:[A-Z][\w'’/-]*+|(?:and|of|for|in|to|the|it)\b)){1,3}+):(?=[ \t])",
            after_blank=True,
            late=True,
        ),
        Rule(
            "authors",
            pattern=rf"[ \t]{{0,6}}(?=[*_]|[^\n]*[,;、，和&]|[^\n]* and )[*_]{{0,2}}(?P<authors>{PEOPLE})[*_.]{{0,3}}{_END}",
            separator=_BETWEEN_AUTHORS,
        ),
        Rule("markup", pattern=r"[ \t]*+</?(?:details|div|p|br|center)\b[^>\n]*+>[ \t]*$"),
        # Between papers, or before a few last lines.
        Rule(
            "rule",
            pattern=r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$(?=\s*+(?:\Z|[#<|]|\*\*|[-+*][ ]|[0-9])"
            rf"|(?:\n(?!#|{_LABEL}|{lead}{_BOLD})[^\n]*+){{0,8}}+\Z)",
        ),
        Rule(
            "section",
            "  {text}" if listed else "{text}",
            pattern=r"[ \t]++(?=[^\s<|])" if listed else r"(?=[^\s<|])(?!\[[^\]\n]*+\]\(#)",
            before=gap,
            late=False,
        ),
        # Behind the title, in its line.
        Rule(
            "authors",
            pattern=r"[ \t]?(?:[-–—:|,(*_]{1,3}[ \t]?(?:(?i:by)[ \t])?|(?i:by)[ \t])[(*_]{0,2}"
            rf"(?P<authors>{PEOPLE}){_BEHIND_NAMES}",
            separator=_BETWEEN_AUTHORS,
            inline=True,
        ),
        Rule(
            "votes",
            pattern=r"[ \t]?[-–—|,(·]?[ \t]?(?:👍|⬆|🔼|🔺|❤|▲)\ufe0f?[ \t]?(?P<votes>[0-9]++)\)?",
            inline=True,
        ),
        Rule(
            "votes",
            pattern=r"[ \t]?[-–—|,(·][ \t]?(?P<votes>[0-9]++)[ \t](?i:up)?(?i:votes?|likes?)\)?",
            inline=True,
        ),
        Rule(
            "link",
            pattern=rf"[ \t]?(?:[-–—|,;·•/&.:]{{1,2}}[ \t]?)?{wrap}{chief}{one}",
            main=True,
            inline=True,
        ),
        Rule("link", pattern=rf"[ \t]?(?:[-–—|,;·•/&.:]{{1,2}}[ \t]?)?{wrap}{one}", inline=True),
        Rule("markup", pattern=r"[ \t]?\([^()\n]{1,60}\)", inline=True),
        Rule("section", pattern=r"[ \t]?[-–—:：.|]{1,2}[ \t]++(?=[^\s])", inline=True),
    ]


def _blocks(*, listed: bool) -> Dialect:
    rules = [*_first(), *_chapters(), *_papers(listed=listed), *_digests(), *_groups(), *_ends()]
    return Dialect(NAME, [*rules, *_lines(listed=listed)])


#: Papers under headings, and what is written where there is nothing to follow.
DIALECT = _blocks(listed=False)


@lru_cache(maxsize=1)
def listed() -> Dialect:
    """Give the form for papers that are list items, whose lines may be indented."""
    return _blocks(listed=True)


# Tables

_TABLE = re.compile(r"^\|([^\n]*)\n[ \t]*\|[ \t:|]*-[ \t:|-]*$", re.MULTILINE)
_MOST_HEADERS, _MOST_COLUMNS = 4, 16
_HEADER = r"\|[^\n]*\n[ \t]*\|[ \t:|]*-[ \t:|-]*$"
_CELL = r"(?:[^|\\\n]|\\[^\n])*+"

_COLUMNS = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        "number": r"#|no\.?|nr\.?|idx|index|序号|번호|番号|",
        "title": r"(?:paper(?:['’]s)? )?title|papers?(?: name)?|论文(?:标题|题目|名称?)?|标题|题目"
        r"|제목|논문(?:명| ?제목)?|タイトル|論文(?:名|タイトル)?",
        "authors": rf"{AUTHORS}|first author|author list",
        "votes": rf"{VOTES}|👍|⬆\ufe0f?|🔼|❤\ufe0f?",
        "paper": rf"{PAPER}|{LINKS}",
        "links": r"codes?|github|repo(?:sitory)?|projects?(?: page)?|website|homepage|demo|代码|项目|코드|コード",
        "category": CATEGORY,
        "section": SECTIONS,
    }.items()
}
#: The cells that hold one value each.
_VALUES = {
    "number": _CELL,
    "title": "",
    "authors": f"(?P<authors>{_CELL})",
    "votes": r"[^|\n0-9]*+(?P<votes>[0-9]*+)[^|\n]*+",
    "category": f"(?P<category>{_CELL})",
}
_TITLE_CELLS = (
    r"(?:\*\*(?=[^*|\n]*+\*\*))?(?P<title>(?:(?!\*\*[ \t]*+\|)(?:[^|\\\n]|\\[^\n]))*+)(?:\*\*)?(?P<more>)",
    rf"{_STARS}\[(?P<title>{_TEXT})\]\({_TARGET}\){_STARS}(?P<more>{_CELL})",
)
_SPEAKS_OF_PAPERS = re.compile(
    any_of("paper", "arxiv", "abstract", AUTHORS, "论文", "논문", "論文")
)


def tabled(head: str) -> Iterator[Dialect]:
    """Give a dialect for each table whose header says that its rows are papers.

    Args:
        head: The first part of a text, with plain line ends.
    """
    seen = dict.fromkeys(found[1].strip().removesuffix("|") for found in _TABLE.finditer(head))
    for header in islice(seen, _MOST_HEADERS):
        dialect = rows(tuple(re.sub(r"[*_`]", "", header).split("|")))
        if dialect is not None:
            yield dialect


@lru_cache(maxsize=16)
def rows(header: tuple[str, ...]) -> Dialect | None:
    """Give the dialect of tables with these columns, or ``None`` where no rows of papers are meant.

    Example:
        >>> dialect = rows(("Paper", "Authors", "Notes"))
        >>> [cell.label for cell in dialect.cells if cell.label]
        ['Notes']
        >>> rows(("Option", "Meaning")) is None
        True
    """
    labels = [label.strip() for label in header]
    kinds = [_kind_of(label) for label in labels]
    if (
        len(kinds) > _MOST_COLUMNS
        or kinds.count("title") != 1
        or not {"authors", "paper", "section"} & set(kinds)
    ):
        return None
    cells: list[Cell] = []
    read: list[str] = []
    written: list[str] = []
    for index, (label, kind) in enumerate(zip(labels, kinds, strict=True)):
        name = f"cell{index}" if kind not in _VALUES or kind in kinds[:index] else kind
        if name in _VALUES:
            read.append(_VALUES[name])
            written.append("{n}" if name == "number" else f"{{{name}?}}")
        else:
            read.append(rf"(?P<{name}>[^\n]*)" if kind == "section" else rf"(?P<{name}>{_CELL})")
            written.append(f"{{{name}?}}")
            cells.append(_cell(name, label, kind))
    sure = any(map(_SPEAKS_OF_PAPERS.fullmatch, labels))
    shown = "" if sure else rf"(?=[^\n]*{PAPER_HOST})"
    title = kinds.index("title")
    rules = [Rule("skip", pattern=_HEADER, level=8)]
    for linked in (True, False):
        read[title] = _TITLE_CELLS[linked]
        written[title] = "[{title?}]({url})" if linked else "{title}"
        row = r"[ \t]*+\|[ \t]*+".join(read)
        rules.append(
            Rule(
                "paper",
                "| " + " | ".join(written) + " |",
                pattern=rf"\|(?![ \t:|-]*$){shown}[ \t]*+{row}(?:\|[ \t]*$|(?<![|\s])[ \t]*$)",
                separator=_BETWEEN_AUTHORS,
                level=8,
            )
        )
    cells.append(Cell("more", rules=_links(main=False), join=", "))
    return Dialect(NAME, [*_first(), *_chapters(), *rules, *_digests(), *_groups()], cells=cells)


def _kind_of(label: str) -> str:
    return next((kind for kind, words in _COLUMNS.items() if words.fullmatch(label)), "field")


def _links(*, main: bool) -> list[Rule]:
    return [
        Rule(
            "link",
            "[{label?}]({url})",
            pattern=rf"\[(?P<label>[^\[\]\n]*+)\]\((?P<url>(?!#){URL})\)",
            main=main,
        ),
        Rule("link", pattern=r"<?(?P<url>https?://[^\s<>|]++)>?", main=main),
    ]


def _cell(name: str, label: str, kind: str) -> Cell:
    if kind == "paper":
        return Cell(name, rules=_links(main=True), join=", ", main="", main_label=label)
    if kind == "links":
        return Cell(name, rules=_links(main=False), join=", ")
    return Cell(name, kind="section" if kind == "section" else "field", label=label or "-")
