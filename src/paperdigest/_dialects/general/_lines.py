"""The lines of a paper: labelled values, links, sections, names; and what stands behind a title."""

from paperdigest._dialects.general._shapes import (
    BEFORE,
    BEHIND_NAMES,
    BETWEEN_AUTHORS,
    BOLD,
    BREAK,
    CAPITAL,
    CLOSE,
    COLON_AHEAD,
    DASH,
    END,
    LABEL,
    LINK,
    OPEN,
    STARS,
    WORD,
)
from paperdigest._dialects.general._words import (
    AUTHORS,
    CATEGORY,
    CODE_HOST,
    FIELDS,
    IDENTIFIER,
    LINKS,
    PAPER,
    PAPER_HOST,
    PEOPLE,
    SECTIONS,
    VOTES,
    WIDE,
)
from paperdigest._grammar.patterns import URL
from paperdigest._grammar.rules import Rule


def lines(*, listed: bool) -> list[Rule]:
    """Return the rules for the lines of a paper, which in a list item may be indented."""
    lead = (r"[ \t]{0,6}" if listed else "[ ]?") + DASH
    dash, gap = ("  - ", 0) if listed else ("", 1)

    def labelled(words: str) -> str:
        return rf"{COLON_AHEAD}{lead}{OPEN}{words}{CLOSE}"

    def value(name: str) -> str:
        return rf"(?P<{name}>(?:(?!{BREAK})[^\n])*+){END}"

    paper = f"(?P<label>{PAPER})"
    address = rf"[ \t]*+(?:\[[^\]\n]*+\]\((?P<url>(?!#){URL})\))"
    bare = r"[ \t]*+<?(?P<url>https?://[^\s<>]++)>?"
    one = rf"\[(?P<label>[^\]\n]*+)\]\((?P<url>(?!#){URL})\)[\])*]{{0,4}}+"
    only_links = rf"(?=(?:[^\w\n\[\]()]{{0,8}}{LINK}){{1,20}}+[^\w\n\[\]]{{0,8}}$)"
    chief = rf"(?=\[(?:[^\]\n]*+\]\({PAPER_HOST}|{PAPER}\]))"
    wrap = r"\(?\*{0,2}(?:\[(?=\[))?\(?"
    links = rf"(?:{labelled(LINKS)}|{lead})[ \t]*+{wrap}"
    number = r"(?P<value>[ \t]*+[~≈<>]?[0-9][0-9.,/%+]{0,12}(?:[ \t]?[\w/%]{1,10})?)[ \t]*$"
    short = (
        r"(?P<value>(?![ \t]*$)[^\n]{1,60}?(?<![.!?。！？;；,，\s]))[ \t]*$"
        rf"(?=\n[ \t]*+(?:\n|[-*+•#>|_]|{LABEL})|\n?[ \t]*\Z)"
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
            pattern=rf"[ \t]*+{OPEN}(?:👍|⬆|🔼|🔺|❤|▲)\ufe0f?[ \t]*+(?P<votes>[0-9]++)\b.*",
            late=True,
        ),
        Rule(
            "votes",
            pattern=rf"{lead}{OPEN}(?P<votes>[0-9]++)[ \t](?i:up)?(?i:votes?|likes?){OPEN}[ \t]*$",
            late=True,
        ),
        Rule(
            "authors",
            f"{dash}**Authors:** {{authors}}",
            pattern=labelled(AUTHORS) + value("authors"),
            separator=BETWEEN_AUTHORS,
            before=gap,
            late=True,
        ),
        Rule(
            "authors",
            pattern=rf"{lead}{OPEN}(?i:by)[ \t:]{{1,2}}(?P<authors>{PEOPLE})[*_.]{{0,3}}{END}",
            separator=BETWEEN_AUTHORS,
        ),
        Rule("category", pattern=labelled(CATEGORY) + value("category"), late=True),
        Rule(
            "copy",
            pattern=rf"{labelled(f'(?P<label>{IDENTIFIER})')}[ \t]*+(?i:arxiv:[ ]?)?`?"
            r"(?P<copy>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/[0-9]{7})`?"
            rf"(?:[ \t]\[[\w.-]+\])?{END}",
            late=True,
        ),
        Rule("link", pattern=labelled(paper) + address, main=True, late=True),
        Rule("link", pattern=labelled(paper) + bare, main=True, late=True),
        Rule(
            "link",
            pattern=rf"{labelled(WORD)}(?=[^\n]*+$)(?=[ \t]*+{LINK}[.;]?{END}){address}.*",
            late=True,
        ),
        Rule("link", pattern=rf"{labelled(WORD)}{bare}{END}", late=True),
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
            pattern=rf"{labelled(f'(?P<label>{FIELDS})')}(?P<value>(?![ \t]*$)(?:(?!{BREAK})[^\n]){{1,200}}+){END}",
            late=True,
        ),
        Rule("section", pattern=labelled(f"(?P<label>{SECTIONS})"), late=True),
        Rule(
            "field",
            f"{dash}*{{label}}*: {{value?}}",
            pattern=rf"{lead}\*(?!\*){WORD}(?:\*[ \t]?[:：]|[:：]\*)(?!\*)(?P<value>[^\n]{{0,200}}+)[ \t]*$",
            before=gap,
            between=0,
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{BOLD}{number}", late=True),
        Rule(
            "section",
            "  - **{label}**: {text?}" if listed else (),
            pattern=rf"{lead}(?<=[-*+•][ \t]){BOLD}",
            late=True,
        ),
        Rule("field", pattern=rf"{lead}{BOLD}{short}", late=True),
        Rule("section", pattern=rf"{lead}{BOLD}", late=True),
        Rule(
            "section",
            () if listed else "#### {label}\n\n{text?}",
            pattern=rf"#{{2,6}}[ \t]++{BEFORE}{STARS}(?P<label>[^\n*]*[^\s*:：#])[:：]?{STARS}[ \t]*$",
            before=1,
            late=True,
        ),
        Rule(
            "section",
            pattern=r"[ \t]*+(?:<details>\s*+)?<summary>(?:<(?:b|strong)>)?(?P<label>[^<\n]{1,60}?)[:：]?(?:</(?:b|strong)>)?</summary>",
            late=True,
        ),
        Rule("section", pattern=rf"{lead}\*\*(?P<label>{SECTIONS})[:：]?\*\*[ \t]*$", late=True),
        Rule("field", pattern=rf"{lead}{CAPITAL}{short}", late=False),
        Rule("section", pattern=rf"{lead}{CAPITAL}(?=[ \t]|{WIDE})", late=False),
        Rule("section", pattern=rf"{lead}(?P<label>(?:{WIDE}){{2,8}}+)：", late=True),
        *(
            [Rule("section", pattern=rf"[ \t]{{2,6}}[-*+][ \t]++{CAPITAL}(?=[ \t])", late=True)]
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
            pattern=rf"[ \t]{{0,6}}(?=[*_]|[^\n]*[,;、，和&]|[^\n]* and )[*_]{{0,2}}(?P<authors>{PEOPLE})[*_.]{{0,3}}{END}",
            separator=BETWEEN_AUTHORS,
        ),
        Rule("markup", pattern=r"[ \t]*+</?(?:details|div|p|br|center)\b[^>\n]*+>[ \t]*$"),
        # Between papers, or before a few last lines.
        Rule(
            "rule",
            pattern=r"(?:-{3,}|\*{3,}|_{3,})[ \t]*$(?=\s*+(?:\Z|[#<|]|\*\*|[-+*][ ]|[0-9])"
            rf"|(?:\n(?!#|{LABEL}|{lead}{BOLD})[^\n]*+){{0,8}}+\Z)",
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
            rf"(?P<authors>{PEOPLE}){BEHIND_NAMES}",
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
