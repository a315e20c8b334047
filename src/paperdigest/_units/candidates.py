"""Lines that begin alike, and how likely it is that each of them gives a paper.

A group is asked three things on a few of its lines: does one form fit them, are what it finds titles,
and does the text in the line or close below show that they are those of papers.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperdigest._units.days import starts_with_day
from paperdigest._units.evidence import LABEL, Evidence, is_over_address
from paperdigest._units.fits import Fits, shown_in
from paperdigest._units.lines import ITEMS, Key, Line
from paperdigest._units.shapes import OF_THE_DAY, title_label
from paperdigest._units.titles import is_person
from paperdigest._units.words import roles_of

#: How many lines of a group are looked at.
_SAMPLES = 16
#: How many where nothing in them or below shows a paper at first sight.
_FEW = 6
#: How many forms the lines of a group may have.
_MOST_FORMS = 4
#: Forms that come first, since others fit what they do: which, the other, and in what share of
#: lines they must fit.
_NARROW = (
    ("dated link", "link", 0.15),
    ("label+wrapped", "label+plain", 0.0),
    ("tag+plain, names", "tag+plain", 0.15),
)
#: What is less like a title is looked at with other forms too.
_POOR = 0.3
#: How much better a less likely form must fit.
_BETTER = 1.3

_TITLED = frozenset({"w", "**", "__", "*", "_"})
_TITLE_LABEL = re.compile(
    title_label(rf"{OF_THE_DAY}(?=[:：])")
    + r"(?:[ \t]?[:：][*_]{0,3}(?![ \t]*+(?:\[|<?http))|[ \t]*+$)",
    re.MULTILINE,
)
#: How paragraphs begin of which some are titles, over addresses; in what share of those of words
#: they make a group of their own, and of how many.
_OVER = frozenset({"w", "0", "*", "_", '"', "“"})
_MOST_OVER, _FEWEST = 0.75, 3
#: How lines begin that are a directive of reStructuredText, the text of a definition, or BibTeX.
_OTHER = frozenset(".:@")
#: How a line begins that tells when a page was written.
_UPDATED = re.compile(
    r"[*_]{0,3}(?:(?:[Ll]ast[ ])?(?:[Uu]pdated?|[Mm]odified|[Gg]enerated|[Cc]reated)\b[^\n\[]{0,12}[0-9:]|(?:\w{1,12}[ ])?[Dd]ate:|(?:最后|最終)?更新)"
)
#: A link to another place of the page, as in a table of contents.
_ANCHOR = re.compile(r"\[[^\[\]]*\]\(#")
#: A thematic break (CommonMark 0.31, section 4.1).
_BREAK = re.compile(r"\*{3,}[ \t]*\Z")


class Candidate(NamedTuple):
    """A group of lines that may give papers.

    Attributes:
        key: What they have in common.
        lines: The lines.
        forms: The names of the forms that fit most of them, the most frequent first.
        quality: How much what it finds looks like titles, from 0 to 1.
        own: How many of them show a paper in their own line, from 0 to 1.
        below: How many show one in the lines below.
        evidence: How many show one, in one way or the other.
        links: How many have a link to where papers are published.
        over: Whether other lines like them are headings right over headings.
    """

    key: Key
    lines: Sequence[Line]
    forms: tuple[str, ...]
    quality: float
    own: float
    below: float
    evidence: float
    links: float
    over: bool = False

    @property
    def score(self) -> float:
        """How likely each line gives a paper."""
        return self.quality * self.evidence


def candidates(evidence: Evidence) -> Iterator[Candidate]:
    """Yield the groups of lines that may give papers."""
    text = evidence.text
    groups: dict[Key, list[int]] = {}
    over: set[Key] = set()
    first = 0
    for index, line in enumerate(evidence.lines):
        if line.alone:
            first = index
        if (
            line.mark == "|"
            or line.mark.startswith(("</", "<th"))
            or not line.lead
            or (not line.mark and _UPDATED.match(text, line.words, line.end))
            or (line.lead == "[" and _ANCHOR.match(text, line.words, line.end))
            or (
                line.lead == "**"
                and (
                    starts_with_day(text[line.words + 2 : line.end])
                    or _BREAK.match(text, line.words, line.end)
                    or (
                        not line.alone
                        and not line.mark
                        and is_person(text[line.words : line.end].rstrip())
                    )
                )
            )
        ):
            continue
        following = evidence.lines[index + 1].level if index + 1 < len(evidence.lines) else 0
        if line.level and 0 < following <= line.level:
            over.add(line.key)
            continue  # over nothing but other headings
        key = line.key
        if (
            line.lead in _TITLED
            and (
                line.level
                or ":" in text[line.words : line.words + 24]
                or "：" in text[line.words : line.words + 24]
            )
            and _TITLE_LABEL.match(text, line.words, line.end)
        ):
            key = key._replace(lead="title:")
        elif (
            line.lead == "**"
            and (line.mark in ITEMS or (not line.mark and not evidence.has_link(line)))
            and _is_labelled(text, line)
        ) or (
            line.mark == "<dd>"
            or (not line.mark and line.lead in _OTHER)
            or not (
                line.mark
                or line.alone
                or line.lead[:2] in ("**", "__")
                or line.lead in ("<b>", "<strong>", "<b", "<strong")
                # Of lines that follow each other each has a link.
                or (
                    evidence.has_link(line)
                    and not _is_labelled(text, line)
                    and not evidence.is_below_names(index, first)
                    and not text.startswith(("http", "<http"), line.words)
                )
            )
        ):
            continue
        if line.lead == "w" and line.mark in ITEMS and _is_labelled(text, line):
            key = key._replace(lead="label:")  # a value of a paper, unless all are
        groups.setdefault(key, []).append(index)
    for key, members in _set_apart(groups, evidence).items():
        step = max(1, len(members) // _SAMPLES)
        samples = members[::step][:_SAMPLES]
        if not any(
            evidence.has_link(evidence.lines[index]) or evidence.below(index) for index in samples
        ):
            samples = samples[:: max(1, len(samples) // _FEW)]  # hardly papers
        found = _judged(evidence, key, members, samples)
        if found is not None:
            yield found._replace(over=key in over)


def _set_apart(groups: dict[Key, list[int]], evidence: Evidence) -> dict[Key, list[int]]:
    """Make a group of its own of lines right over addresses, among paragraphs of any words.

    Args:
        groups: The groups, by what their lines have in common.
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
    """Return whether a line is a labelled value of the paper above it, and no title."""
    label = LABEL.match(text, line.words, line.end)
    roles = roles_of(label["label"].strip()) if label else ()
    if label is None or not roles:
        return False
    rest = text[label.end() : line.end].lstrip(" *_")
    return "title" not in roles or rest.startswith(("http", "<http"))


def _are_labels(evidence: Evidence, name: str, samples: Sequence[int], fits: Fits) -> bool:
    """Return whether what would be short names of papers are labels of a page, with nothing of a paper."""
    return name.startswith("nick") and not any(
        fits.quality(name, at) > 0
        and (evidence.has_link(evidence.lines[index]) or evidence.below(index))
        for at, index in enumerate(samples)
    )


def _judged(
    evidence: Evidence,
    key: Key,
    members: Sequence[int],
    samples: Sequence[int],
) -> Candidate | None:
    """Return a group with the few forms that fit most of its lines."""
    text, lines, size = evidence.text, evidence.lines, len(samples)
    fits = Fits(text, key.lead, [lines[index] for index in samples])
    names = fits.names
    chosen: list[str] = []
    qualities = [0.0] * size
    rest = list(range(size))
    while rest and len(chosen) < _MOST_FORMS:
        best, gain = "", 0.0
        for name in names:  # the likelier forms come first
            if name not in chosen and (each := fits.gain(name, rest, gain * _BETTER)):
                best, gain = name, each
            if gain * _BETTER >= len(rest):
                break  # no other form can be so much better
        if not best or (chosen and gain < max(1.0 if size > 4 else 0.5, 0.08 * size)):
            break
        chosen.append(best)
        for at in rest:
            qualities[at] = max(fits.quality(best, at), qualities[at])
        rest = [at for at in rest if qualities[at] < _POOR]
    if not chosen:
        return None
    for narrow, wide, share in _NARROW:
        if wide in chosen and narrow in names:
            fitting = sum(fits.quality(narrow, at) > 0 for at in range(size))
            if fitting > share * size:
                chosen = [narrow, *(name for name in chosen if name != narrow)]
    chosen = [
        name
        for name in chosen
        if name == chosen[0] or not _are_labels(evidence, name, samples, fits)
    ]
    own = below = either = links = 0.0
    for index in samples:
        line = lines[index]
        link = evidence.has_link(line)
        links += link
        here = 1 if link else max(shown_in(text, line, name) for name in chosen)
        there = evidence.below(index)
        own += here
        below += there
        either += max(here, there)
    return Candidate(
        key,
        [lines[index] for index in members],
        tuple(chosen),
        sum(qualities) / size,
        own / size,
        below / size,
        # Of paragraphs, one with a link and others near it may be a letter.
        (either if key.mark else max(own, below)) / size,
        links / size,
    )
