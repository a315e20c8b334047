"""The codes of diagnostics: what each means, and what to do about it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs


class Severity(StrEnum):
    """How bad it is.

    Example:
        >>> f"{Severity.ERROR}"
        'error'
    """

    ERROR = "error"
    """What was meant is lost, or cannot be read; ``strict`` refuses it."""
    WARNING = "warning"
    """It could be read, but hardly says what was meant."""
    INFO = "info"
    """Good to know; often house style."""


@attrs.frozen
class CodeInfo:
    """What a code of a diagnostic stands for.

    Attributes:
        severity: How bad it is.
        title: What it is, in a few words.
        meaning: What it means for those who read the text.
        example: The shortest text that shows it, or nearly.
        fix: What to do about it.
        safe: Whether ``repair`` can fix it where nothing else could be meant.
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
        "There is nothing to read: the script that writes the digest failed, or the file was cut.",
        "",
        "Write the digest again, or leave the file out.",
    ),
    "not-a-digest": CodeInfo(
        Severity.ERROR,
        "The text is not a digest",
        "It holds no digest heading and no paper. It may be another kind of page, or a digest of a "
        "family that no dialect describes.",
        "# Notes\n\nNothing to see here.\n",
        "Give the right file, or a dialect that describes the text.",
    ),
    "no-heading": CodeInfo(
        Severity.ERROR,
        "No digest heading",
        "There are papers, but no heading that says of which day they are.",
        _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Put the heading before the first paper.",
    ),
    "bad-date": CodeInfo(
        Severity.ERROR,
        "The date is none",
        "What stands where the date belongs is no date, or a day that does not exist.",
        "## Daily Papers (2024-02-30)\n" + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Write the day as `2024-08-26`.",
    ),
    "no-title": CodeInfo(
        Severity.ERROR,
        "A paper without title",
        "The heading of a paper, or its row, has no title.",
        _HEADING + "\n### [](https://example.org/a)\n" + _VOTES + _AUTHORS + _BULLET,
        "Write the title.",
    ),
    "unclosed-link": CodeInfo(
        Severity.ERROR,
        "A link that is not closed",
        "A link starts and does not end, so that markdown shows its source and no link.",
        _HEADING + "\n### [A](https://example.org/a\n" + _VOTES + _AUTHORS + _BULLET,
        "Close the parenthesis after the URL.",
        safe=True,
    ),
    "bad-votes": CodeInfo(
        Severity.ERROR,
        "Votes that are no number",
        "What stands where the votes belong is no number, or one of more than 18 digits.",
        _HEADING + _PAPER + "\nVote: many\n" + _AUTHORS + _BULLET,
        "Write the number in the digits 0 to 9 without separators, or `-` where it is not known.",
    ),
    "unread-row": CodeInfo(
        Severity.ERROR,
        "A table row that is no paper",
        "A row of the table does not have the cells of a paper, so that no paper was read from it.",
        _ROW + "| B | Alan Turing\n",
        "Give the row the same cells as its neighbours, on one line.",
    ),
    "unread-paper": CodeInfo(
        Severity.ERROR,
        "A paper that is not read",
        "The heading is that of a paper, but it stands in a chapter that is no part of the digest, "
        "or in a block of code that starts in the paper above.",
        _START + _BULLET + "\n## Elsewhere\n\n### [B](https://example.com/b)\n",
        "Put the paper under the digest's heading, or close the block of code before it.",
    ),
    "lone-surrogate": CodeInfo(
        Severity.ERROR,
        "Half of a character",
        "The text holds half of a surrogate pair (U+D800 to U+DFFF), which UTF-8 cannot hold: the "
        "text was decoded or cut wrongly.",
        _START + "\n- **What's New**: Smaller \ud83d models.\n",
        "Write the whole character, or leave it out.",
    ),
}

_WARNINGS = {
    "no-papers": CodeInfo(
        Severity.WARNING,
        "A digest without papers",
        "There is a digest heading, and no paper follows.",
        _HEADING,
        "Look whether the papers were lost; on a day without papers all is well.",
    ),
    "no-date": CodeInfo(
        Severity.WARNING,
        "A heading without date",
        "The digest heading does not say of which day it is.",
        "## Daily Papers\n" + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Write the day into the heading, or give `date=` where you read the text.",
    ),
    "incomplete-date": CodeInfo(
        Severity.WARNING,
        "A date with a missing part",
        "The date lacks its day, month or year. Nothing is filled in, so there is no date.",
        "## Daily Papers (August 2024)\n" + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Write the missing part.",
    ),
    "repeated-heading": CodeInfo(
        Severity.WARNING,
        "A heading with the same date again",
        "Two digest headings of the text have the same date: one digest was written twice, or in "
        "two runs.",
        _START + _BULLET + "\n" + _START.replace("/a", "/b").replace("[A]", "[B]") + _BULLET,
        "Keep one heading, with all papers below it.",
    ),
    "no-link": CodeInfo(
        Severity.WARNING,
        "A paper without link",
        "The heading of a paper, or its row, leads nowhere.",
        _HEADING + "\n### A\n" + _VOTES + _AUTHORS + _BULLET,
        "Make the title a link, as in `[title](https://arxiv.org/abs/2408.12637)`.",
    ),
    "duplicate-paper": CodeInfo(
        Severity.WARNING,
        "A paper that is there twice",
        "Two papers of one digest, in the same category, have the same identifier or link.",
        _START + _BULLET + _PAPER + _VOTES + _AUTHORS + _BULLET,
        "Keep one of them; where they are two papers, correct the link.",
    ),
    "empty-author": CodeInfo(
        Severity.WARNING,
        "No name between two commas",
        "A comma of the list of authors has no name before or after it: a name was lost, or the "
        "comma is too many. It is read as no author.",
        _HEADING + _PAPER + _VOTES + "\nAuthors: Ada Lovelace, , Alan Turing\n" + _BULLET,
        "Write the name, or take the comma out.",
    ),
    "conflicting-values": CodeInfo(
        Severity.WARNING,
        "Two places that disagree",
        "A value that stands in two places differs between them: an identifier beside its link, a "
        "category over a paper and in it, a title in the table of contents and over the paper, a "
        "line that is there twice.",
        _HEADING + _PAPER + _VOTES + "\nVote: 35\n" + _AUTHORS + _BULLET,
        "Look which one is right, and correct the other.",
    ),
    "unbalanced-emphasis": CodeInfo(
        Severity.WARNING,
        "Unbalanced emphasis around a label",
        "A label is not followed by as many asterisks as stand before it, so that markdown shows "
        "some of them.",
        _START + "\n- ***What's New*: Smaller.\n",
        "Write the same number on both sides.",
        safe=True,
    ),
    "space-in-label": CodeInfo(
        Severity.WARNING,
        "A space inside a label's emphasis",
        "White space between a label and its asterisks, so that markdown shows them and nothing is "
        "bold.",
        _START + "\n- ** What's New**: Smaller.\n",
        "Take the space out.",
        safe=True,
    ),
    "curly-apostrophe": CodeInfo(
        Severity.WARNING,
        "A curly apostrophe in a known label",
        "The label is one of the dialect's own but for its apostrophe, so that who looks for the "
        "label does not find it.",
        _START + "\n- **What’s New**: Smaller.\n",
        "Write the straight apostrophe.",
        safe=True,
    ),
    "repeated-label": CodeInfo(
        Severity.WARNING,
        "A label that is there twice",
        "Two sections or two fields of one paper have the same label.",
        _START + _BULLET + "- **What's New**: Faster.\n",
        "Join the two, or give one of them its own label.",
    ),
    "empty-section": CodeInfo(
        Severity.WARNING,
        "A section without text",
        "A label or a bullet has no text.",
        _START + "\n- **What's New**:\n",
        "Write the text, or leave the section out.",
    ),
    "no-sections": CodeInfo(
        Severity.WARNING,
        "A paper without sections",
        "The paper has no summary. Where no paper of a digest has one, this is said once.",
        _START,
        "Write the summary.",
    ),
    "malformed-media": CodeInfo(
        Severity.WARNING,
        "An image or video that is not written well",
        "It could be read, but markdown shows its source and no link.",
        _START + "\n[Watch Video]https://example.org/a.mp4\n" + _BULLET,
        "Put the URL in parentheses.",
        safe=True,
    ),
    "empty-address": CodeInfo(
        Severity.WARNING,
        "A link or image without address",
        "Nothing stands in the parentheses of a link or an image, so it was not read.",
        _HEADING + _PAPER + "\n![]()\n" + _VOTES + _AUTHORS + _BULLET,
        "Write the URL, or leave the link out.",
    ),
    "stray-text": CodeInfo(
        Severity.WARNING,
        "Text before the first section",
        "Text of a paper that is no line of the dialect, before the first section or without any. "
        "It is kept, but belongs to no value.",
        _START + "\nSmaller than ever.\n" + _BULLET,
        "Make it a section, or take it out.",
    ),
    "control-character": CodeInfo(
        Severity.WARNING,
        "A control character inside the text",
        "A character that shows as nothing. Often a LaTeX command lost its backslash in a script: "
        "the `\\t` of `\\textit` is a tab then, the `\\f` of `\\frac` a form feed.",
        _START + "\n- **What's New**: The \textit{small} model.\n",
        "Write the backslash and its letter again, or take the character out.",
    ),
    "replacement-character": CodeInfo(
        Severity.WARNING,
        "A character that was lost",
        "U+FFFD stands where a decoder could not read a character, which is lost.",
        _START + "\n- **What's New**: Schr\ufffddinger.\n",
        "Take the character from where the text came from, and read that in its own encoding.",
    ),
    "mixed-line-ends": CodeInfo(
        Severity.WARNING,
        "Line ends of more than one kind",
        "Some lines end in another way than the others. Some tools see one long line, or empty "
        "lines between all others.",
        _START + _BULLET.replace(".\n", ".\r\n"),
        "Give all lines the same end.",
    ),
}

_INFOS = {
    "several-headings": CodeInfo(
        Severity.INFO,
        "Several digest headings",
        "The text holds several digests. `parse_digest` gives one with all papers, and "
        "`parse_digests` one for each heading.",
        _START
        + _BULLET
        + "\n"
        + _START.replace("/a", "/b").replace("[A]", "[B]").replace("-26", "-27")
        + _BULLET,
        "Read the text with `parse_digests`.",
    ),
    "uncertain-dialect": CodeInfo(
        Severity.INFO,
        "The dialect is a guess",
        "Papers were read, but too little in the text tells which family it belongs to. Nothing is "
        "fixed in it.",
        "## Notes (2024-08-26)\n" + _PAPER + "\n- Smaller.\n",
        "Name the dialect where you read the text.",
    ),
    "no-votes": CodeInfo(
        Severity.INFO,
        "A paper without votes",
        "The paper has no line for its votes, or an empty one; `-` says that they are not known. "
        "Where no paper of a digest has votes, this is said once.",
        _HEADING + _PAPER + _AUTHORS + _BULLET,
        "Write the votes.",
    ),
    "no-authors": CodeInfo(
        Severity.INFO,
        "A paper without authors",
        "The paper says nothing about its authors. Where no paper of a digest does, this is said "
        "once.",
        _HEADING + _PAPER + _VOTES + _BULLET,
        "Write the names.",
    ),
    "unknown-line": CodeInfo(
        Severity.INFO,
        "Text between papers",
        "Text that no rule of the dialect claims stands after a paper. It is kept, but belongs to "
        "no value.",
        _ROW + "\nMore of this tomorrow.\n",
        "Nothing, where it was meant so.",
    ),
}

#: Every code of a diagnostic, the worst ones first.
CODES: Mapping[str, CodeInfo] = MappingProxyType({**_ERRORS, **_WARNINGS, **_INFOS})
