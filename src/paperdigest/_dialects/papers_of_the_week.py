r"""The house style of ML Papers of the Week: a year of weekly tables in one text.

.. code-block:: text

    digest  = "## " title " (" range ")" [" - " year]
    paper   = "| " [number ") "] "**" title "** - " prose " | " link *(", " link) " |"
    prose   = text *("<br>● " label ": " text)
    link    = "[" label "](" url ")"

The year that is given belongs to the last day of the range. The first link is the main one; it
is among the other links too where its label is not ``Paper``, so that the label is kept.
"""

from paperdigest._grammar.commonmark import CLOSING, TARGET, TEXT_ANYWHERE
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Cell, Rule

_START = r"\|[ \t]*+(?:(?P<n>[0-9]++)[).][ \t]*+)?"
#: A title in bold, which may lack an asterisk, and the dash or colon after it.
_BOLD = (
    r"(?:\*{2,4}+|\*(?=[^*|\n]++\*\*))(?P<title>(?:[^*\n]|\*(?!\*))++)\*{2,4}+"
    r"(?:[ \t]++[-–—](?=[^\W\d_])|[ \t]*+(?:[-–—:](?=[ \t]|$))?)"
)
_LINKS = r"\|(?P<links>[^|\n]*)(?:\|[ \t]*$|(?<=\))[ \t]*$)"
#: The literal comes first, since `re` looks for it much faster than for a repetition.
_BREAK = r"<br[ ]*+/?>[ \t]*+(?:<br[ ]*+/?>[ \t]*+){0,50}+"

#: The label of a link, and a stray parenthesis after it.
_LABEL = rf"(?P<label>[^\[\]\\`<()\n]*+(?=\)?\])|{TEXT_ANYWHERE})\)?+"

DIALECT = Dialect(
    "papers-of-the-week",
    description="Weekly tables of papers, often a year of them in one text.",
    rules=(
        Rule(
            "digest",
            ("## {title} ({range}) - {year}", "## {title}"),
            pattern=r"##[ \t]++(?P<title>(?>[^(\n]*?of [Tt]he [Ww]eek)[^(\n]*+)"
            r"(?:\((?P<range>[^()\n]*)\)[ \t]*+)?(?:[-–—][ \t]*+(?P<year>[0-9]{4}))?" + CLOSING,
        ),
        Rule("end", pattern=r"##?(?![^ \t\n]).*"),
        Rule(
            "skip",
            pattern=r"\|[ \t]*\**Papers?\**[ \t]*\|.*(?:\n\|[-:| \t]*$)?|\|[ \t]*:?-[-:| \t]*$",
        ),
        Rule(
            "paper",
            ("| {n}) **{title}** - {prose} | {links?} |", "| {n}) **{title}** | {links?} |"),
            pattern=rf"{_START}{_BOLD}(?P<prose>.*){_LINKS}",
        ),
        # The first two spaces or the first hyphen end a title that is not bold.
        Rule(
            "paper",
            pattern=rf"{_START}(?P<title>(?:(?!  |[ ][-–—][ ])[^|\n])++)(?:  |[ ][-–—](?=[ ]))"
            rf"(?P<prose>.*){_LINKS}",
        ),
        Rule("paper", pattern=rf"{_START}(?P<title>[^|\n]+){_LINKS}"),
        Rule("paper", pattern=rf"{_START}{_BOLD}(?P<prose>[^|\n]*+)\|?[ \t]*$"),
    ),
    cells=(
        Cell(
            "prose",
            kind="section",
            rules=[
                Rule(
                    "section",
                    "<br>● {label}: {text?}",
                    pattern=rf"{_BREAK}[●•][ \t]*+(?P<label>[^:<\n]{{1,60}}+):",
                ),
                Rule("section", "<br>● {text?}", pattern=rf"{_BREAK}[●•]?"),
            ],
        ),
        Cell(
            "links",
            rules=[
                Rule(
                    "link",
                    "[{label?}]({url})",
                    pattern=rf"(?<!\\)\[{_LABEL}\][ ]?\({TARGET}\)",
                ),
                Rule(
                    "link",
                    pattern=rf"(?<!\\)\[{_LABEL}\][ ]?\([ \t]*+(?P<url>[^\s(),|]++)(?=[ \t]*(?:,|$))",
                    flaw="unclosed-link",
                    fix="[{label?}]({url})",
                ),
            ],
            join=", ",
            main="",
            main_label="Paper",
            keep_label=True,
        ),
    ),
    preface="| **Paper**  | **Links** |\n| ------------- | ------------- |",
    signs=(
        (3, r"^## Top [A-Z]+ Papers of [Tt]he Week\b"),
        (2, r"^\| *\**Paper\** *\| *\**Links\** *\|"),
        (2, r"^- \[Top [A-Z]+ Papers of [Tt]he Week \([^\n]*\]\(\./#top-"),
        (3, r"^\| *[0-9]+\) [^\n]*\| *\[[^\]|\n]+\]\(http"),
    ),
)
