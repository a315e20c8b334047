"""The codes of diagnostics: what each one means, and how to fix it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs


class Severity(StrEnum):
    """The severity of a diagnostic.

    Example:
        >>> f"{Severity.ERROR}"
        'error'
    """

    ERROR = "error"
    """A value is lost or cannot be parsed. ``strict=True`` raises."""
    WARNING = "warning"
    """A value was parsed, but probably not as the author meant it."""
    INFO = "info"
    """Worth knowing, and often a matter of style."""


@attrs.frozen
class CodeInfo:
    """The meaning of a diagnostic code.

    Attributes:
        severity: The severity of the problem.
        title: The problem in a few words.
        meaning: Its meaning, in a sentence or two.
        example: A short text that has the problem.
        fix: Advice to fix the problem by hand.
        safe: Whether ``repair`` can fix it, if only one fix is possible.
    """

    severity: Severity
    title: str
    meaning: str
    example: str
    fix: str
    safe: bool = False


_HEADING = "## Daily Papers (2024-08-26)\n"
_PAPER = "\n### [A](https://example.org/a)\n"
_VOTES = "\nVote: 34\n"
_AUTHORS = "\nAuthors: Ada Lovelace\n"
_BULLET = "\n- **What's New**: Smaller.\n"
_START = _HEADING + _PAPER + _VOTES + _AUTHORS
_ROW = (
    "## Papers for 2024-09-06\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n"
    "| A (Read more on [arXiv](https://arxiv.org/abs/2409.03752))| Ada Lovelace | Smaller. |\n"
)

_ERRORS = {
    "empty-text": CodeInfo(
        Severity.ERROR,
        "The text is empty",
        "The script that writes the digest may have failed, or the file was truncated.",
        "",
        "Write the digest again, or remove the file.",
    ),
    "not-a-digest": CodeInfo(
        Severity.ERROR,
        "The text is not a digest",
        "It has no digest heading and no paper. It may be another kind of page, or a digest that "
        "no dialect describes.",
        "# Notes\n\nNothing to see here.\n",
        "Pass the right text, or a dialect that describes it.",
    ),
    "no-heading": CodeInfo(
        Severity.ERROR,
        "No digest heading",
        "There are papers, but no heading above them that gives the date.",
        _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Add the heading above the first paper.",
    ),
    "bad-date": CodeInfo(
        Severity.ERROR,
        "Invalid date",
        "The heading has something else in place of the date, or a day that does not exist.",
        "## Daily Papers (2024-02-30)\n" + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Write the date as `2024-08-26`.",
    ),
    "no-title": CodeInfo(
        Severity.ERROR,
        "Paper without a title",
        "The heading or the table row of a paper has no title.",
        _HEADING + "\n### [](https://example.org/a)\n" + _VOTES + _AUTHORS + _BULLET,
        "Add the title.",
    ),
    "unclosed-link": CodeInfo(
        Severity.ERROR,
        "Unclosed link",
        "A link has no end, so markdown shows its source instead of a link.",
        _HEADING + "\n### [A](https://example.org/a\n" + _VOTES + _AUTHORS + _BULLET,
        "Add the closing parenthesis after the URL.",
        safe=True,
    ),
    "bad-votes": CodeInfo(
        Severity.ERROR,
        "Invalid votes",
        "The number of votes is not a number, or it has more than 18 digits.",
        _HEADING + _PAPER + "\nVote: many\n" + _AUTHORS + _BULLET,
        "Write the number with the digits 0 to 9, or `-` if it is unknown.",
    ),
    "unread-row": CodeInfo(
        Severity.ERROR,
        "Table row that is not a paper",
        "A row of the table does not have the cells of a paper, so no paper was parsed from it.",
        _ROW + "| B | Alan Turing\n",
        "Write the row on one line, with the same cells as the other rows. If it has all of them, "
        "write the title and the link.",
    ),
    "unread-paper": CodeInfo(
        Severity.ERROR,
        "Paper that was not parsed",
        "The heading looks like that of a paper, but it is in a chapter outside the digest, in a "
        "code block that starts in the paper above, or on a different level from the others.",
        _START + _BULLET + "\n## Elsewhere\n\n### [B](https://example.com/b)\n",
        "Move the paper below the heading of the digest, close the code block above it, or start "
        "its heading like those of the other papers.",
    ),
    "lone-surrogate": CodeInfo(
        Severity.ERROR,
        "Lone surrogate",
        "The text contains half of a surrogate pair (U+D800 to U+DFFF), which UTF-8 cannot encode. "
        "It was decoded or truncated incorrectly.",
        _START + "\n- **What's New**: Smaller \ud83d models.\n",
        "Write the whole character, or remove it.",
    ),
}

_WARNINGS = {
    "no-papers": CodeInfo(
        Severity.WARNING,
        "Digest without papers",
        "No paper follows the heading of the digest.",
        _HEADING,
        "Check whether the papers were lost. If there were none that day, ignore this.",
    ),
    "no-date": CodeInfo(
        Severity.WARNING,
        "Heading without a date",
        "The heading of the digest gives no date.",
        "## Daily Papers\n" + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Add the date to the heading, or pass it when you parse the text: `date=`, or `--date` at "
        "a terminal.",
    ),
    "incomplete-date": CodeInfo(
        Severity.WARNING,
        "Incomplete date",
        "The day, month or year is missing. paperdigest does not guess it, so the date is `None`.",
        "## Daily Papers (August 2024)\n" + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Add the missing part, or pass `year=`.",
    ),
    "repeated-heading": CodeInfo(
        Severity.WARNING,
        "Repeated heading",
        "Two digest headings have the same date: the digest was written twice or in two runs.",
        _START + _BULLET + "\n" + _START.replace("/a", "/b").replace("[A]", "[B]") + _BULLET,
        "Keep one heading and put all papers below it.",
    ),
    "no-link": CodeInfo(
        Severity.WARNING,
        "Paper without a link",
        "The heading or the table row of a paper has no link.",
        _HEADING + "\n### A\n" + _VOTES + _AUTHORS + _BULLET,
        "Make the title a link, as in `[title](https://arxiv.org/abs/2408.12637)`.",
    ),
    "duplicate-paper": CodeInfo(
        Severity.WARNING,
        "Duplicate paper",
        "Two papers in the same digest and category have the same identifier or link.",
        _START + _BULLET + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Remove one of them. If they are different papers, correct the link.",
    ),
    "empty-author": CodeInfo(
        Severity.WARNING,
        "Empty author",
        "A comma in the list of authors has no name before or after it. Either a name was lost, or "
        "the comma is superfluous. It does not count as an author.",
        _HEADING + _PAPER + _VOTES + "\nAuthors: Ada Lovelace, , Alan Turing\n" + _BULLET,
        "Add the name, or remove the comma.",
    ),
    "not-a-name": CodeInfo(
        Severity.WARNING,
        "Author that is not a name",
        "An item in the list of authors is a placeholder, a count of others, or several names with "
        "something else than a comma between them. It counts as one author, as it is written.",
        _HEADING + _PAPER + _VOTES + "\nAuthors: Ada Lovelace; Alan Turing\n" + _BULLET,
        "Write the names with a comma between two, or remove what is not a name.",
    ),
    "conflicting-values": CodeInfo(
        Severity.WARNING,
        "Conflicting values",
        "A value appears in two places and differs between them: an identifier and its link, the "
        "category of a group and of a paper in it, a title and the table of contents, or two lines "
        "of the same kind. Or numbers of papers do not follow one another, or a total is not their "
        "number.",
        _HEADING + _PAPER + _VOTES + "\nVote: 35\n" + _AUTHORS + _BULLET,
        "Find out which one is right, and correct the other.",
    ),
    "unbalanced-emphasis": CodeInfo(
        Severity.WARNING,
        "Unbalanced emphasis around a label",
        "A label has a different number of asterisks before and after it, so markdown shows some "
        "of them.",
        _START + "\n- ***What's New*: Smaller.\n",
        "Write the same number on both sides.",
        safe=True,
    ),
    "space-in-label": CodeInfo(
        Severity.WARNING,
        "Space inside the emphasis of a label",
        "There is white space between a label and its asterisks, so markdown shows the asterisks "
        "and no bold text.",
        _START + "\n- ** What's New**: Smaller.\n",
        "Remove the space.",
        safe=True,
    ),
    "curly-apostrophe": CodeInfo(
        Severity.WARNING,
        "Curly apostrophe in a known label",
        "The label is one that the dialect knows, except for its apostrophe. Programs that compare "
        "labels do not find it.",
        _START + "\n- **What’s New**: Smaller.\n",
        "Write a straight apostrophe.",
        safe=True,
    ),
    "repeated-label": CodeInfo(
        Severity.WARNING,
        "Repeated label",
        "Two sections or two fields of a paper have the same label.",
        _START + _BULLET + "- **What's New**: Faster.\n",
        "Join the two, or rename one of them.",
    ),
    "empty-section": CodeInfo(
        Severity.WARNING,
        "Empty section",
        "A label or a bullet has no text.",
        _START + "\n- **What's New**:\n",
        "Add the text, or remove the section.",
    ),
    "no-sections": CodeInfo(
        Severity.WARNING,
        "Paper without sections",
        "The paper has no summary. If no paper in the digest has one, this is reported once.",
        _START,
        "Add the summary.",
    ),
    "malformed-media": CodeInfo(
        Severity.WARNING,
        "Malformed image or video",
        "It was parsed, but markdown shows its source instead of a link.",
        _START + "\n[Watch Video]https://example.org/a.mp4\n" + _BULLET,
        "Put the URL in parentheses.",
        safe=True,
    ),
    "empty-address": CodeInfo(
        Severity.WARNING,
        "Link or image without a URL",
        "The parentheses of a link or an image are empty, so it was not parsed.",
        _HEADING + _PAPER + "\n![]()\n" + _VOTES + _AUTHORS + _BULLET,
        "Add the URL, or remove the link.",
    ),
    "misspelt-url": CodeInfo(
        Severity.WARNING,
        "Misspelt URL",
        "A URL starts almost as one of the web does, so the link leads nowhere.",
        _HEADING + "\n### [A](htps:/example.org/a)\n" + _VOTES + _AUTHORS + _BULLET,
        "Start the URL with `https://`.",
    ),
    "misspelt-label": CodeInfo(
        Severity.WARNING,
        "Misspelt label of a value",
        "A field has nearly the label of a value that the paper lacks, so the value was not parsed "
        "as such.",
        _HEADING + _PAPER + "\nVotse: 34\n" + _AUTHORS + _BULLET,
        "Correct the label. If the field is another value, ignore this.",
    ),
    "stray-text": CodeInfo(
        Severity.WARNING,
        "Text before the first section",
        "No rule of the dialect reads this text of a paper, which has no section above it. The "
        "text is kept, but it is not part of any value.",
        _START + "\nSmaller than ever.\n" + _BULLET,
        "Make it a section, or remove it.",
    ),
    "control-character": CodeInfo(
        Severity.WARNING,
        "Control character",
        "The text contains an invisible character. Often a script unescaped a LaTeX command: the "
        "`\\t` of `\\textit` became a tab, or the `\\f` of `\\frac` a form feed.",
        _START + "\n- **What's New**: The \textit{small} model.\n",
        "Restore the backslash and its letter, or remove the character.",
    ),
    "replacement-character": CodeInfo(
        Severity.WARNING,
        "Replacement character",
        "U+FFFD marks a place where a decoder failed. The original character is lost.",
        _START + "\n- **What's New**: Schr\ufffddinger.\n",
        "Decode the original bytes with the right encoding.",
    ),
    "mixed-line-endings": CodeInfo(
        Severity.WARNING,
        "Mixed line endings",
        "The lines of the text do not all end in the same way. Some tools then see one long line, "
        "or an empty line after every line.",
        _START + _BULLET.replace(".\n", ".\r\n"),
        "Use the same line ending everywhere.",
    ),
}

_INFOS = {
    "several-headings": CodeInfo(
        Severity.INFO,
        "Several digest headings",
        "The text contains several digests. `parse_digest` returns one with all papers, and "
        "`parse_digests` returns one for each heading.",
        _START
        + _BULLET
        + "\n"
        + _START.replace("/a", "/b").replace("[A]", "[B]").replace("-26", "-27")
        + _BULLET,
        "Parse the text with `parse_digests`, as the command line does.",
    ),
    "uncertain-dialect": CodeInfo(
        Severity.INFO,
        "The dialect is a guess",
        "Papers were parsed, but the text has too few signs of any family. `repair` changes "
        "nothing in it.",
        "## Notes (2024-08-26)\n" + _PAPER + "\n- Smaller.\n",
        "Pass the dialect when you parse the text: `dialect=`, or `--dialect` at a terminal.",
    ),
    "no-votes": CodeInfo(
        Severity.INFO,
        "Paper without votes",
        "The paper has no line for its votes, or an empty one. (`-` means that they are unknown.) "
        "If no paper in the digest has votes, this is reported once.",
        _HEADING + _PAPER + _AUTHORS + _BULLET,
        "Add the votes.",
    ),
    "no-authors": CodeInfo(
        Severity.INFO,
        "Paper without authors",
        "The paper has no authors. If no paper in the digest has any, this is reported once.",
        _HEADING + _PAPER + _VOTES + _BULLET,
        "Add the names.",
    ),
    "unknown-line": CodeInfo(
        Severity.INFO,
        "Text between papers",
        "No rule of the dialect matches this text after a paper. It is kept, but it is not part of "
        "any value.",
        _ROW + "\nMore of this tomorrow.\n",
        "If the text is there on purpose, ignore this.",
    ),
}

#: Every diagnostic code, errors first.
CODES: Mapping[str, CodeInfo] = MappingProxyType({**_ERRORS, **_WARNINGS, **_INFOS})
