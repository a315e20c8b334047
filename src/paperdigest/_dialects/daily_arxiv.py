r"""The house style of daily-arXiv-ai-enhanced: papers by arXiv category, with details to unfold.

.. code-block:: text

    group    = "# " category " [[Back]](#toc)"
    paper    = "### [" number "] [" title "](" url ")"
    authors  = "*" name *("," name) "*"
    category = "Main category: " text
    section  = "TL;DR: " text
    markup   = "<details>" "<summary>Details</summary>" ... "</details>"
    section  = ("Motivation" / "Method" / "Result" / "Conclusion" / "Abstract") ": " text

There is no date and no digest heading. The texts come from a model and from arXiv, and run over
lines that look like lists, labels or tags: a label counts once, in this order, after a blank line.
"""

from paperdigest._dialects._behind import AUTHORS_BEHIND, LINK_BEHIND
from paperdigest._grammar.commonmark import CLOSING, HEADING, LINKED_TITLE
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Rule

DIALECT = Dialect(
    "daily-arxiv",
    description="Papers by arXiv category, each with a summary in a fold.",
    rules=(
        Rule(
            "group",
            # A heading without category ends a group.
            ("<div id='{category}'></div>\n\n# {category} [[Back]](#toc)", "# [[Back]](#toc)"),
            pattern=r"(?:<div id=['\"]?(?P<anchor>[^'\"<>\n]*+)['\"]?></div>(?:[ \t]*+\n){1,3}+)?+"
            r"#[ \t]++(?P<category>[^\n\[]*)\[\[Back\]\]\(#toc\)" + CLOSING,
            before=2,
        ),
        Rule(
            "paper",
            "### [{n}] [{title?}]({url})",
            pattern=rf"###[ \t]++\[(?P<n>[0-9]++)\][ \t]*+{LINKED_TITLE}(?:{CLOSING})?",
            before=2,
        ),
        Rule(
            "paper",
            "### [{n}] {title?}",
            pattern=rf"###[ \t]++\[(?P<n>[0-9]++)\](?P<title>(?:[ \t]*+{HEADING})?){CLOSING}",
            before=2,
        ),
        Rule("authors", "*{authors}*", pattern=r"\*(?P<authors>.+)\*[ \t]*$", separator=","),
        LINK_BEHIND,
        AUTHORS_BEHIND,
        Rule("category", "Main category: {category}", before=1),
        Rule("section", "{label}: {text?}", labels=("TL;DR",), before=1, after_blank=True),
        Rule(
            "markup",
            "<details>\n  <summary>Details</summary>",
            pattern=r"<details>[ \t]*\n[ \t]*<summary>[^<\n]*</summary>[ \t]*$",
            before=2,
        ),
        Rule(
            "section",
            "{label}: {text?}",
            labels=("Motivation", "Method", "Result", "Conclusion", "Abstract"),
            between=1,
            after_blank=True,
        ),
        Rule("markup", "</details>", before=1),
        Rule("divider", pattern=r"<div id=[^>\n]*></div>[ \t]*$"),
    ),
    totals=r"^- \[(?P<category>[^\[\]\n]++)\]\(#[^()\n]*+\) \[Total: (?P<n>[0-9]++)\][ \t]*$",
    signs=(
        (2, r"^<div id=toc></div>"),
        (2, r"^# [^\n\[]+ \[\[Back\]\]\(#toc\)"),
        (2, r"^- \[[\w.-]+\]\(#[\w.-]+\) \[Total: [0-9]+\]"),
        (2, r"^### \[[0-9]+\] \["),
        # Names in italics with no space behind the commas, as this family writes them.
        (1, r"^\*[^\s*,][^*\n,]*(?:,[^\s*,][^*\n,]*)+\*$"),
        (2, r"^<details>\n  <summary>Details</summary>$"),
        (2, r"^Main category: "),
        (1, r"^TL;DR: "),
    ),
)
