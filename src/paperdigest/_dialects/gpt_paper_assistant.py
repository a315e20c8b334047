r"""The house style of gpt_paper_assistant and its forks: papers scored by a language model.

.. code-block:: text

    digest  = "# " title " " date
    paper   = "## " number ". [" title "](" url ") <a id=" anchor "></a>"
    copy    = "**ArXiv ID:** " identifier
    authors = "**Authors:** " name *(", " name)
    section = "**" label ":** " text
    field   = "**" label ":** " number
    rule    = "---"

Before the papers come a table of costs and a table of contents, which repeats titles and authors;
after them a chapter with the prompt. No papers are made of either.
"""

from paperdigest._dialects._behind import AUTHORS_BEHIND, LINK_BEHIND
from paperdigest._grammar.commonmark import CLOSING, HEADING, LINKED_TITLE
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import DATE
from paperdigest._grammar.rules import Rule

_ANCHOR = r"""<a id=(?:["']?link(?P<anchor>[0-9]++)|)[^<>\n]*+></a>"""

DIALECT = Dialect(
    "gpt-paper-assistant",
    description="Papers that a language model has scored for relevance and novelty.",
    rules=(
        Rule(
            "digest",
            "# {title} {date}",
            pattern=rf"#[ \t]++(?P<title>.*)[ \t](?P<date>{DATE}){CLOSING}",
        ),
        Rule(
            "digest",
            "# {title}",
            pattern=rf"#[ \t](?=.*[Aa]r[Xx]iv Papers)(?P<title>{HEADING}){CLOSING}",
        ),
        Rule(
            "paper",
            '## {n}. [{title?}]({url}) <a id="link{n}"></a>',
            pattern=r"##[ \t]++(?:(?P<n>[0-9]++)\.[ \t]*+)?"
            rf"{LINKED_TITLE}(?:[ \t]*+{_ANCHOR})?+(?:{CLOSING})?",
            before=1,
        ),
        Rule(
            "paper",
            '## {n}. {title?} <a id="link{n}"></a>',
            pattern=rf"##[ \t]++(?P<n>[0-9]++)\.(?P<title>.*){_ANCHOR}{CLOSING}",
            before=1,
        ),
        Rule(
            "end",
            "# Paper selection prompt",
            pattern=r"##?[ \t]++(?:Paper [Ss]election|System|User) [Pp]rompt.*",
        ),
        Rule("end", pattern=r"##?(?![^ \t\n]).*"),
        Rule("copy", "**ArXiv ID:** {copy}", late=True),
        Rule("authors", "**Authors:** {authors}", late=True),
        LINK_BEHIND,
        AUTHORS_BEHIND,
        Rule(
            "section",
            "**{label}:** {text?}",
            pattern=r"\*\*(?P<label>Abstract|Comment):\*\*",
            before=1,
        ),
        Rule(
            "field",
            "**{label}:** {value}",
            pattern=r"\*\*(?P<label>[^*:\n]{1,60}):\*\*[ \t]*+(?P<value>-?[0-9][0-9.,/%]{0,20})[ \t]*$",
            late=True,
        ),
        Rule(
            "section",
            "**{label}:** {text?}",
            pattern=r"\*\*(?P<label>[^*:\n]{1,60}):\*\*",
            before=1,
        ),
        Rule("divider", pattern=r"---+[ \t]*$"),
    ),
    first=0,
    between="---",
    contents=r"^(?P<n>[0-9]++)\.[ \t]*+\[(?P<title>.*)\]\(#(?:user-content-)?link(?P<anchor>[0-9]++)\)[ \t]*$"
    r"(?:\n\*\*Authors:\*\*(?P<authors>.*)$)?",
    totals=r"^Total relevant papers:[ \t]*+(?P<n>[0-9]++)[ \t]*$",
    signs=(
        (3, r"^#[ \t]+Personalized Daily [Aa]r[Xx]iv Papers\b"),
        (2, r"^(?:\*\*)?Table of contents with paper titles:"),
        (2, r"^[0-9]+\. \[.*\]\(#(?:user-content-)?link[0-9]+\)"),
        (3, r"^## [0-9]+\. \[.*\]\([^\s()]+\) <a id="),
        (2, r"^\*\*ArXiv ID:\*\* "),
        (1, r"^\*\*(?:Relevance|Novelty):\*\* "),
    ),
)
