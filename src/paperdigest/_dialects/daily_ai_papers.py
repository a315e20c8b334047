r"""The house style of daily-ai-papers: a table with one paper a row.

.. code-block:: text

    digest = "## " title " for " date
    paper  = "| " title " (Read more on " link *(" or " link) ")| " authors " | " summary " |"
           / "| " title " - read more on " link *(" or " link) " | " authors " | " summary " |"
           / "| " title " | " authors " | " summary " | " link " |"
    link   = "[" label "](" url ")"

A title may break over lines, where the white space of the break is one space. A ``|`` may be in
a summary. The arXiv link is the main one, the others are links besides it.
"""

from paperdigest._grammar.commonmark import CLOSING, DESTINATION, LINK_ANYWHERE
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import run_up_to, run_without
from paperdigest._grammar.rules import Cell, Rule

#: The text of a cell, in which a backslash keeps a bar from ending it.
_UP_TO_BAR = run_without("|")
_CELL = rf"{_UP_TO_BAR}(?:(?<=[^\\\n]\\)\|{_UP_TO_BAR})*+"

#: Lines of a title: the next ones must not start another row or heading. In the last one, which ends
#: in a bar, it goes up to where more can be read.
_UP_TO_MORE = run_up_to("(", "[Rr]", *"ead more")
_TITLE = (
    rf"(?:.*+\n(?![|#])){{0,3}}?{_UP_TO_MORE}"
    rf"(?:(?=.*\|[ \t]*$)(?:\([Rr]ead more{_UP_TO_MORE}){{1,5}}?)??(?<=[ \t])"
)
_BEFORE_MORE = r"(?:[^|\n \t]++|[ \t]++(?!(?:[-–—][ \t]*+)?[Rr]ead more on\b))*+"
_PLAIN_TITLE = rf"{_CELL}(?:\n(?![|#]){_CELL}){{0,3}}+"
_LAST_LINKS = rf"[ \t]*\[[^\]|\n]*\]\({DESTINATION}\)[^|\n]*(?=\|[ \t]*$)"
_MORE = rf"{run_without('()')}(?:\({run_without('()')}\){run_without('()')})*+"

DIALECT = Dialect(
    "daily-ai-papers",
    description="A table of papers: title with links, authors, summary.",
    rules=(
        Rule(
            "digest",
            ("## {title} for {date}", "## {title}"),
            pattern=r"##?[ \t]++(?P<title>Papers)\b(?:[ \t]+for\b(?P<date>.*))?",
        ),
        Rule(
            "digest",
            "## {title} for {date}",
            pattern=rf"##[ \t](?P<title>.*)[ \t]for[ \t]++(?P<date>[^\s#][^#\n]{{0,59}}+){CLOSING}",
        ),
        Rule("end", pattern=r"##?(?![^ \t\n]).*"),
        Rule(
            "skip",
            pattern=r"\|[ \t]*Title[ \t]*\|.*(?:\n\|[-:| \t]*$)?|\|[ \t]*:?-[-:| \t]*$",
        ),
        Rule(
            "paper",
            "| {title?} (Read more on {more})| {authors?} | {summary?} |",
            pattern=rf"\|(?P<title>{_TITLE})\([Rr]ead more(?: on)?(?P<more>{_MORE})\)[ \t]*"
            rf"\|(?P<authors>{_CELL})\|(?P<summary>.*)\|[ \t]*$",
        ),
        Rule(
            "paper",
            pattern=rf"\|(?P<title>(?=[^|\n]){_BEFORE_MORE}(?:\n(?![|#]){_BEFORE_MORE}){{0,3}}+)"
            rf"[ \t]++(?:[-–—][ \t]*+)?[Rr]ead more on(?P<more>{_CELL})"
            rf"\|(?P<authors>{_CELL})\|(?P<summary>.*)\|[ \t]*$",
        ),
        Rule(
            "paper",
            pattern=rf"\|(?P<title>(?=[^|\n]){_PLAIN_TITLE})\|(?P<authors>{_CELL})"
            rf"\|(?P<summary>(?:[^|\n]++|\|(?!{_LAST_LINKS}))*+)\|(?P<more>{_LAST_LINKS})\|",
        ),
        Rule(
            "paper",
            "| {title?} | {authors?} | {summary?} |",
            pattern=rf"\|(?P<title>{_PLAIN_TITLE})\|(?P<authors>{_CELL})\|(?P<summary>.*)"
            r"\|[ \t]*$",
        ),
    ),
    cells=(
        Cell(
            "more",
            rules=[Rule("link", "[{label?}]({url})", pattern=LINK_ANYWHERE)],
            join=" or ",
            main=r"https?://(?:www\.)?arxiv\.org/",
            main_label="arXiv",
        ),
        Cell("summary", kind="section", label="Summary"),
    ),
    preface="\n| Title | Authors | Summary |\n|-------|---------|---------|",
    signs=(
        (3, r"^## Papers for [0-9]"),
        (2, r"^\| *Title *\| *Authors *\| *Summary *\|"),
        (3, r"^.*[( ][Rr]ead more on \[arXiv\]\("),
        (3, r"^\|.*\| *\[Read more\]\(https?://arxiv\.org/[^|\n]*\) *\|"),
    ),
)
