r"""The reference dialect: a list of papers by votes, with summaries in labelled bullets.

.. code-block:: text

    digest   = "## " title [" (" date ")"] / "# " title " (" date ")"
             / ("#" / "##") [" Daily Papers" [":" / "," / " of"]] " " date
    paper    = "### " [number] "[" title "](" url ")" *link [" - " name *(", " name)]
    media    = "![" alt "](" url ")" / "[Watch Video](" url ")" / <video src="url"> / <iframe src="url">
    votes    = "Vote: " (number / "-")
    authors  = "Authors: " name *(", " name) / "Authors: ['" name "', ...]"
    category = "Category: " text
    field    = label ": " value
    link     = "[" label "](" url ")"
    section  = "- **" label "**: " text / "- " text

A section's text runs on to the next bullet at a line's start, the next heading, or the end. A
chapter (``# ...`` or ``## ...`` that is not a digest heading) ends the papers.
"""

from paperdigest._dialects._behind import AUTHORS_BEHIND, FOLLOWED, LINK_BEHIND
from paperdigest._grammar.commonmark import CLOSING, HEADING, LINK, LINKED_TITLE, TARGET, TEXT
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import DATE
from paperdigest._grammar.rules import Rule

#: A number or a sign before the link of a heading; what has letters is a title.
_NUMBER = r"(?P<mark_number>(?:[^\w\[!*\\\n]++|[0-9]++)++)?"

#: A date without brackets around it.
_DAY = (
    r"[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2} [A-Za-z]{3,9} [0-9]{4}"
    r"|[A-Za-z]{3,9} [0-9]{1,2}, [0-9]{4}"
)
#: What may be behind the date of a digest: signs, or a link to another place of the page.
_SIGNS = r"(?:[ \t]*+(?:[^\w\s()\[\]#]{1,8}|\[[^\[\]\n]*+\]\(#[^()\n]*+\)))?+"

DIALECT = Dialect(
    "daily-papers",
    description="A list of papers with votes, each with a summary in labelled bullets; the reference dialect.",
    rules=(
        Rule(
            "digest",
            "## {title} ({date})",
            pattern=r"##[ \t]++(?P<title>Daily Papers)[ \t]*+"
            rf"(?:\((?P<date>[^()\n]*)\){_SIGNS})?{CLOSING}",
        ),
        Rule(
            "digest",
            ("## {title} ({date})", "## {title}", "## ({date})"),
            pattern=rf"##?[ \t]++(?P<title>.*)\([ \t]*+(?P<date>{DATE})[ \t]*\){_SIGNS}{CLOSING}",
        ),
        Rule(
            "digest",
            pattern=rf"##?[ \t]++(?:(?P<title>Daily Papers)[ \t]*+(?:[:：,–—-]|of\b)?[ \t]*+)?"
            rf"(?P<date>{_DAY}){_SIGNS}{CLOSING}",
        ),
        Rule(
            "paper",
            "### [{title?}]({url})",
            pattern=rf"###[ \t]++{_NUMBER}(?P<mark>[*_]{{1,3}}+)?{LINKED_TITLE}(?P<mark2>[*_]{{1,3}}+)?(?:{CLOSING})?",
            before=1,
        ),
        Rule(
            "paper",
            pattern=r"###[ \t]++\[(?P<title>[^\]\n]*)\]\((?P<url>[^\s()]++)[ \t]*$",
            flaw="unclosed-link",
            fix="### [{title?}]({url})",
        ),
        Rule(
            "paper",
            "### {title}",
            pattern=rf"###[ \t]++(?P<title>{HEADING}){CLOSING}",
            before=1,
        ),
        Rule("end", pattern=r"##?(?![^ \t\n]).*"),
        Rule(
            "media",
            "![{alt?}]({url})",
            pattern=rf"!\[(?P<alt>{TEXT})\]\({TARGET}\)[ \t]*$",
            before=1,
        ),
        Rule(
            "media",
            "[Watch Video]({url})",
            pattern=rf"\[Watch Video\]\({TARGET}\)[ \t]*$",
            media="video",
            before=1,
        ),
        Rule(
            "media",
            pattern=r"<(?:div><)?(?:video|iframe)\b[^>\n]*?\bsrc=[\"'](?P<url>[^\"'\s<>]++)[\"'].*",
            media="video",
        ),
        Rule(
            "media",
            pattern=r"\[Watch Video\](?P<url>https?://[^\s()]++)[ \t]*$",
            media="video",
            flaw="malformed-media",
            fix="[Watch Video]({url})",
        ),
        Rule("votes", "Vote: {votes}", pattern=r"Votes?:(?P<votes>.*)$", before=1),
        Rule("authors", "Authors: {authors}", before=1),
        Rule("category", "Category: {category}", before=1),
        Rule(
            "field",
            "{label}: {value?}",
            pattern=r"(?P<label>[A-Z][A-Za-z ]{0,30}):(?P<value>(?![^ \t\n]).{0,120}+)[ \t]*$",
            before=1,
            between=0,
        ),
        Rule(
            "link",
            "[{label?}]({url})",
            pattern=LINK + FOLLOWED,
            before=1,
            between=0,
        ),
        LINK_BEHIND,
        AUTHORS_BEHIND,
        Rule(
            "section",
            "- **{label}**: {text?}",
            pattern=r"-[ \t]++(?P<mark>\*{1,3}+)"
            r"(?P<label>[^*\n]{1,100}+(?<![^*\n][:：])|[^*\n]{1,100}(?=[:：]\*))"
            r"(?:(?P<mark3>\*{1,3}+)[ \t]*+[:：]|[:：](?P<mark2>\*{1,3}+))",
            known=("What's New", "Technical Details", "Performance Highlights"),
            before=1,
            between=0,
        ),
        Rule("section", "- {text?}", pattern=r"-(?:[ \t]|$)", before=1, between=0),
    ),
    signs=(
        (3, r"^##[ \t]+Daily Papers\b"),
        (2, r"^###[ \t]+\[.*\]\(https?://[^\s()]+\)[ \t]*$"),
        (2, r"^Vote:[ \t]*(?:[0-9]+|-)[ \t]*$"),
        (1, r"^Authors:[ \t]"),
        (2, r"^- \*{2,3}(?:What['’]s New|Technical Details|Performance Highlights)\*"),
    ),
)
