"""Groups of lines that begin alike: with the same mark, indentation and kind of first character."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from paperdigest._units.patterns.addresses import LISTED
from paperdigest._units.patterns.days import starts_with_day
from paperdigest._units.patterns.shapes import OF_THE_DAY, title_label
from paperdigest._units.patterns.titles import is_person
from paperdigest._units.patterns.words import roles_of
from paperdigest._units.search.evidence import LABEL, Evidence, is_over_address
from paperdigest._units.search.lines import ITEMS, Key, Line

_LISTED = re.compile(LISTED)
_TITLED = frozenset({"w", "**", "__", "*", "_"})
_TITLE_LABEL = re.compile(
    title_label(rf"{OF_THE_DAY}(?=[:：])")
    + r"(?:[ \t]?[:：][*_]{0,3}(?![ \t]*+(?:\[|<?http))|[ \t]*+$)",
    re.MULTILINE,
)
#: How paragraphs begin that may be titles above addresses. Of those that begin with a word, the
#: largest share that is made a group of its own; and the fewest titles in such a group.
_OVER = frozenset({"w", "0", "*", "_", '"', "“"})
_MOST_OVER, _FEWEST = 0.75, 3
#: The first characters of directives of reStructuredText, texts of definitions, BibTeX, options of
#: commands and rulers.
_OTHER = frozenset(".:@-+=~")
#: The start of a line about when a page was written.
_UPDATED = re.compile(
    r"[*_]{0,3}(?:(?:[Ll]ast[ ])?(?:[Uu]pdated?|[Mm]odified|[Gg]enerated|[Cc]reated)\b[^\n\[]{0,12}[0-9:]|(?:\w{1,12}[ ])?[Dd]ate:|(?:最后|最終)?更新)"
)
#: A link to another place of the page, as in a table of contents.
_ANCHOR = re.compile(r"\[[^\[\]]*\]\(#")
#: A thematic break (CommonMark 0.31, section 4.1).
_BREAK = re.compile(r"\*{3,}[ \t]*\Z")
#: A title that is set off, after a day in bold.
_TITLE_AFTER_DAY = re.compile(r"(?:\*\*[:：]|[:：]\*\*|\*\*[ \t]*[–—-])[^\n]*[*_\"“\[][^\s*_]")
#: A label in bold before other words.
_BOLD_LABEL = re.compile(r"\*\*([^*\n:：]{1,40})(?:[:：]\*\*|\*\*[ ]?[:：])[ \t]*[^\s]")
#: Within how many characters the colon of a label is looked for.
_NEAR = 24
_BOLD_TAGS = frozenset({"<b>", "<strong>", "<b", "<strong"})
_ADDRESS = ("http", "<http")


def groups_in(evidence: Evidence) -> tuple[Mapping[Key, Sequence[int]], set[Key]]:
    """Group the lines of a text that begin alike.

    Args:
        evidence: The text.

    Returns:
        The indices of the lines of each group, and the keys of headings right above headings.
    """
    groups: dict[Key, list[int]] = {}
    over: set[Key] = set()
    first = 0  # the first line of the paragraph
    for index, line in enumerate(evidence.lines):
        if line.alone:
            first = index
        if _is_other(evidence.text, line):
            continue
        if _is_over_heading(evidence.lines, index):
            over.add(line.key)
            continue
        key = line.key
        if _has_title_label(evidence.text, line):
            if index and _is_listed(evidence, index - 1):
                continue  # the title of the paper whose identifier is above
            key = key._replace(lead="title:")
        elif _is_listed(evidence, index):
            key = key._replace(lead="listed:")
        elif not _may_start_paper(evidence, index, first):
            continue
        if line.lead == "w" and line.mark in ITEMS and _is_labelled(evidence.text, line):
            key = key._replace(lead="label:")  # a value of a paper
        groups.setdefault(key, []).append(index)
    titled = {
        key: _without_values(evidence, members) if key.lead == "**" else members
        for key, members in groups.items()
    }
    return _set_apart(titled, evidence), over


def _is_other(text: str, line: Line) -> bool:
    """Return whether a line is part of a table, a thematic break, or about the page."""
    if not line.lead or line.mark == "|" or line.mark.startswith(("</", "<th")):
        return True
    if not line.mark and _UPDATED.match(text, line.words, line.end):
        return True
    if line.lead == "[":
        return _ANCHOR.match(text, line.words, line.end) is not None
    return line.lead == "**" and _is_other_in_bold(text, line)


def _is_other_in_bold(text: str, line: Line) -> bool:
    """Return whether a line that begins in bold is a day, a thematic break, or a person's name."""
    if starts_with_day(text[line.words + 2 : line.end]) and not _TITLE_AFTER_DAY.search(
        text, line.words + 2, line.end
    ):
        return True
    if _BREAK.match(text, line.words, line.end):
        return True
    below = not line.alone and not line.mark
    return below and is_person(text[line.words : line.end].rstrip())


def _is_over_heading(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is a heading with nothing below it but another one that is not deeper."""
    level = lines[index].level
    return level > 0 and index + 1 < len(lines) and 0 < lines[index + 1].level <= level


def _is_listed(evidence: Evidence, index: int) -> bool:
    """Return whether a line has the identifier of a paper and the next one its labelled title."""
    text, lines = evidence.text, evidence.lines
    return (
        _LISTED.match(text, lines[index].start, lines[index].end) is not None
        and index + 1 < len(lines)
        and lines[index + 1].number <= lines[index].number + 2
        and _has_title_label(text, lines[index + 1])
    )


def _has_title_label(text: str, line: Line) -> bool:
    """Return whether a line begins with the label of a title."""
    if line.lead not in _TITLED:
        return False
    near = text[line.words : line.words + _NEAR]
    if not line.level and ":" not in near and "：" not in near:
        return False
    return _TITLE_LABEL.match(text, line.words, line.end) is not None


def _may_start_paper(evidence: Evidence, index: int, first: int) -> bool:
    """Return whether a line may start a paper, so it is not a value of one.

    Args:
        evidence: The text.
        index: The index of the line.
        first: The index of the first line of its paragraph.
    """
    text, line = evidence.text, evidence.lines[index]
    if line.mark == "<dd>" or (not line.mark and line.lead in _OTHER):
        return False
    if line.lead == "**" and (line.mark in ITEMS or not (line.mark or evidence.has_link(line))):
        return not _is_labelled(text, line)
    if line.mark or line.alone or line.lead[:2] in ("**", "__") or line.lead in _BOLD_TAGS:
        return True
    # Inside a paragraph, a line with a title has a link.
    return (
        evidence.has_link(line)
        and not _is_labelled(text, line)
        and not evidence.is_below_names(index, first)
        and not text.startswith(_ADDRESS, line.words)
    )


def _without_values(evidence: Evidence, members: Sequence[int]) -> Sequence[int]:
    """Leave out values whose labels repeat, unless all lines are like them.

    Args:
        evidence: The text.
        members: The indices of lines that begin in bold.
    """
    text, lines = evidence.text, evidence.lines
    found = {at: _BOLD_LABEL.match(text, lines[at].words, lines[at].end) for at in members}
    labels = {at: match[1] for at, match in found.items() if match}
    if len(labels) + 1 >= len(members):
        return members
    counts = Counter(labels.values())
    return [
        at
        for at in members
        if at not in labels or counts[labels[at]] == 1 or evidence.has_link(lines[at])
    ]


def _set_apart(
    groups: Mapping[Key, Sequence[int]], evidence: Evidence
) -> Mapping[Key, Sequence[int]]:
    """Make groups of the lines right above addresses, apart from other paragraphs.

    Args:
        groups: The groups by what their lines have in common.
        evidence: The text.
    """
    text, lines = evidence.text, evidence.lines
    found: dict[Key, list[int]] = {}
    for key, members in groups.items():
        if not key.mark and key.lead in _OVER:
            over = [index for index in members if is_over_address(text, lines[index])]
            if key.lead != "w" or len(over) <= _MOST_OVER * len(members):
                found.setdefault(key._replace(lead="address:"), []).extend(over)
    apart = {key: sorted(over) for key, over in found.items() if len(over) >= _FEWEST}
    taken = {index for over in apart.values() for index in over}
    left = {key: [each for each in members if each not in taken] for key, members in groups.items()}
    return {**{key: members for key, members in left.items() if members}, **apart}


def _is_labelled(text: str, line: Line) -> bool:
    """Return whether a line is a labelled value of the paper above it, not a title."""
    label = LABEL.match(text, line.words, line.end)
    roles = roles_of(label["label"].strip()) if label else ()
    if label is None or not roles:
        return False
    rest = text[label.end() : line.end].lstrip(" *_")
    return "title" not in roles or rest.startswith(("http", "<http"))
