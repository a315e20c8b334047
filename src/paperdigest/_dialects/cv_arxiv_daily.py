r"""The house style of cv-arxiv-daily: tables by topic, newest first, one paper a row.

.. code-block:: text

    digest = ("## " / "> ") title " on " date
    group  = "##" [" " category]
    paper  = "|**" date "**|**" title "**|" authors "|[" id "](" url ")|" code "|"
           / "- " date ", **" title "**, " authors ", Paper: [" url "](" url ")"
    code   = "**[" label "](" url ")**" / ", " label ": **[" url "](" url ")**" / "null"
"""

from paperdigest._grammar.commonmark import CLOSING, HEADING, LINK_ANYWHERE, TARGET
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.rules import Cell, Rule

_CODE = Rule(
    "link",
    "**[{label?}]({url})**",
    pattern=rf"(?:\*\*)?{LINK_ANYWHERE}(?:\*\*)?",
)
#: In a bullet, the label comes before the link, whose text is its URL again.
_LABELLED_CODE = Rule(
    "link",
    pattern=r"(?:,[ \t]*+)?(?P<label>[A-Z][A-Za-z]{0,20}+):[ \t]*+(?:\*\*)?"
    rf"\[https?://[^\s\[\]]*+\]\({TARGET}\)(?:\*\*)?",
)

#: Never several lines of asterisks: a run of them is walked once.
_STARS = r"\*{0,3}+"

_HEAD = "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|"

DIALECT = Dialect(
    "cv-arxiv-daily",
    description="Tables of papers by topic, newest first: date, title, authors, link, code.",
    rules=(
        Rule(
            "digest",
            ("## {title} on {date}", "## {title}"),
            pattern=r"##[ \t]++(?P<title>Updated)\b(?:[ \t]+on\b(?P<date>.*))?",
        ),
        Rule(
            "digest",
            pattern=r">[ \t]*+(?P<title>Updated)[ \t]++on[ \t]++(?P<date>[0-9].*)",
        ),
        Rule(
            "group",
            # An empty heading ends a group.
            (f"## {{category}}\n\n{_HEAD}", f"##\n\n{_HEAD}"),
            pattern=rf"##(?:[ \t]++(?P<category>{HEADING}))?{CLOSING}",
            before=1,
        ),
        Rule(
            "skip",
            pattern=r"\|[ \t]*Publish Date[ \t]*\|.*(?:\n\|[-:| \t]*$)?|\|[ \t]*:?-[-:| \t]*$",
        ),
        Rule(
            "paper",
            (
                "|**{published}**|**{title?}**|{authors?}|[{id}]({url})|{code}|",
                "|**{published}**|**{title?}**|{authors?}|[{id}]({url})|null|",
                "||**{title?}**|{authors?}|[{id}]({url})|{code}|",
                "||**{title?}**|{authors?}|[{id}]({url})|null|",
            ),
            pattern=rf"\|{_STARS}(?P<published>[^*|\n]*+){_STARS}\|\*\*(?P<title>.*)\*\*\|"
            rf"(?P<authors>[^|\n]*+)\|[ \t]*+{_STARS}\[(?P<id>[^\]|\n]*+)\]\({TARGET}\){_STARS}[ \t]*+"
            r"\|(?P<code>[^|\n]*+)\|[ \t]*$",
            separator=None,
        ),
        Rule(
            "paper",
            pattern=rf"[-*][ \t]++{_STARS}(?P<published>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_STARS},[ \t]*+"
            # From the last place on where names can follow: those hold no such place themselves.
            r"\*\*(?P<title>.+)\*\*,(?P<authors>(?:(?!\*\*,|, Paper:).)*+), Paper:[ \t]*+"
            rf"\[(?P<id>[^\[\]\n]*+)\]\({TARGET}\)(?P<code>.*)$",
            separator=None,
        ),
    ),
    cells=(
        Cell("published", kind="published", label="Publish Date"),
        Cell("code", rules=[_LABELLED_CODE, _CODE], join=" "),
    ),
    preface="\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|",  # without a topic
    signs=(
        (3, r"^(?:##|>) Updated on [0-9]{4}"),
        (3, r"^\|Publish Date\|Title\|Authors\|PDF\|"),
        (3, r"^\|\*\*[0-9-]{10}\*\*\|\*\*.*\*\*\|"),
        (3, r"^- [0-9-]{10}, \*\*.*\*\*, [^*\n]*, Paper: \["),
    ),
)
