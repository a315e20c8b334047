"""How likely the lines of a group are papers.

A few lines of each group are checked: does a form fit them, does it find titles, and does the text
in the line or close below it show that these are titles of papers?
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperdigest._units.patterns.forms import NAMES_FIRST, strict
from paperdigest._units.search.evidence import Evidence
from paperdigest._units.search.fits import Fits, shown_in
from paperdigest._units.search.grouping import groups_in
from paperdigest._units.search.lines import Key, Line

#: How many lines of a group are checked.
_SAMPLES = 16
#: How many, if there is no sign of papers in them or below them.
_FEW = 6
#: How many forms the lines of a group may have.
_MOST_FORMS = 4
#: Narrow forms that come before a wide one, which fits the same lines: the narrow form, the wide
#: one, and the share of lines that the narrow one must fit.
_NARROW = (
    ("dated link", "link", 0.15),
    ("cited link", "link", 0.5),
    ("html cited link", "html link", 0.5),
    ("cited bracketed", "bracketed", 0.5),
    ("label+wrapped", "label+plain", 0.0),
    ("label below+wrapped", "label below+plain", 0.0),
    ("alias+cited", "plain", 0.3),
    ("tag+plain, names", "tag+plain", 0.15),
    ("venue+plain, names", "venue+plain", 0.15),
    ("nick+plain, names", "nick+plain", 0.15),
)
#: If what a form finds is less like a title than this, other forms are tried too.
_POOR = 0.3
#: The most papers with the same title, and the most words in a label.
_FEW_ALIKE, _LABEL = 2, 2
#: How many times better a less likely form must fit.
_BETTER = 1.3
#: How many lines one more form must fit; the size of a group in which half of that is enough; and
#: the share of the checked lines that it must fit.
_WORTH, _SMALL, _SHARE = 1.0, 4, 0.06


class Candidate(NamedTuple):
    """A group of lines that may be papers.

    Each number is a mean over the lines that were checked, from 0 to 1.

    Attributes:
        key: What they have in common.
        lines: The lines.
        forms: The names of the forms that fit most of them, the most frequent first.
        quality: How much what the forms find looks like titles.
        own: How much they show papers in their own lines.
        below: How much the lines below show papers.
        evidence: How much either shows papers.
        links: How many have a link to a publisher.
        hints: How many show any sign of a paper, even a single name or label.
        over: Whether some headings like them are right above other headings.
    """

    key: Key
    lines: Sequence[Line]
    forms: tuple[str, ...]
    quality: float
    own: float
    below: float
    evidence: float
    links: float
    hints: float
    over: bool = False

    @property
    def score(self) -> float:
        """How likely each line is a paper."""
        return self.quality * self.evidence


def candidates(evidence: Evidence) -> Iterator[Candidate]:
    """Yield the groups of lines that may be papers."""
    groups, over = groups_in(evidence)
    for key, members in groups.items():
        step = max(1, len(members) // _SAMPLES)
        samples = members[::step][:_SAMPLES]
        if not any(
            evidence.has_link(evidence.lines[index]) or evidence.below(index) for index in samples
        ):
            samples = samples[:: max(1, len(samples) // _FEW)]  # hardly papers
        found = _judged(evidence, key, members, samples)
        if found is not None:
            yield found._replace(over=key in over)


def _shows_none(
    evidence: Evidence, name: str, samples: Sequence[int], fits: Fits, others: Sequence[str]
) -> bool:
    """Return whether nothing shows papers in the lines that one form fits and none of the others."""
    return not any(
        fits.quality(name, at) > 0
        and (evidence.has_link(evidence.lines[index]) or evidence.below(index))
        and not any(fits.quality(other, at) > 0 for other in others)
        for at, index in enumerate(samples)
    )


def _are_all_alike(text: str, lines: Sequence[Line], name: str) -> bool:
    """Return whether several lines begin with the same few words, which are then a label."""
    found = (strict(name).match(text, line.words, line.end) for line in lines)
    titles = [match["title"] for match in found if match is not None]
    return len(titles) > _FEW_ALIKE and len(set(titles)) == 1 and len(titles[0].split()) <= _LABEL


def _judged(
    evidence: Evidence,
    key: Key,
    members: Sequence[int],
    samples: Sequence[int],
) -> Candidate | None:
    """Rate a group by the few forms that fit most of its lines; ``None`` if it has no titles."""
    text, lines, size = evidence.text, evidence.lines, len(samples)
    fits = Fits(text, key.lead, [lines[index] for index in samples])
    chosen, qualities = _best_forms(fits, size)
    if not chosen or _are_all_alike(text, [lines[index] for index in samples], chosen[0]):
        return None
    chosen = _with_wide(evidence, members, _with_narrow(fits, chosen, size))
    chosen = _without_labels(evidence, key, samples, fits, chosen)
    own = below = either = links = hints = 0.0
    for index in samples:
        line = lines[index]
        link = evidence.has_link(line)
        links += link
        here = 1 if link else max(shown_in(text, line, name) for name in chosen)
        there = evidence.below(index)
        own += here
        below += there
        either += max(here, there)
        hints += max(here, there) > 0
    return Candidate(
        key,
        [lines[index] for index in members],
        tuple(chosen),
        sum(qualities) / size,
        own / size,
        below / size,
        # Any paragraph of a letter may have a link in it or near it, so only one of the two counts.
        (either if key.mark else max(own, below)) / size,
        links / size,
        hints / size,
    )


def _best_forms(fits: Fits, size: int) -> tuple[list[str], list[float]]:
    """Return the forms that fit most of some lines, and how much each line looks like a title.

    Args:
        fits: How well forms fit the lines.
        size: How many lines there are.
    """
    chosen: list[str] = []
    least = max(_WORTH if size > _SMALL else _WORTH / 2, _SHARE * size)
    qualities = [0.0] * size
    rest = list(range(size))
    while rest and len(chosen) < _MOST_FORMS:
        best, gain = "", 0.0
        for name in fits.names:  # the most likely forms come first
            if name not in chosen and (each := fits.gain(name, rest, gain * _BETTER)):
                best, gain = name, each
            if gain * _BETTER >= len(rest):
                break  # no other form can be enough better
        if not best or (chosen and gain < least):
            break
        chosen.append(best)
        for at in rest:
            qualities[at] = max(fits.quality(best, at), qualities[at])
        rest = [at for at in rest if qualities[at] < _POOR]
    return chosen, qualities


def _with_narrow(fits: Fits, chosen: list[str], size: int) -> list[str]:
    """Put narrow forms first if they fit enough lines and the wide form was chosen."""
    for narrow, wide, share in _NARROW:
        if wide in chosen and narrow in fits.names:
            fitting = sum(fits.quality(narrow, at) >= _POOR for at in range(size))
            if fitting > share * size:
                chosen = [narrow, *(name for name in chosen if name != narrow)]
    return chosen


def _with_wide(evidence: Evidence, members: Sequence[int], chosen: list[str]) -> list[str]:
    """Add a form without names if only lines with links to papers lack them."""
    wide = next((name.removesuffix(", names") for name in chosen if name.endswith(", names")), "")
    if not wide or wide in chosen:
        return chosen
    lines = (evidence.lines[index] for index in members)
    left = [
        line
        for line in lines
        if not any(strict(name).match(evidence.text, line.words, line.end) for name in chosen)
    ]
    return [*chosen, wide] if left and all(map(evidence.has_link, left)) else chosen


def _without_labels(
    evidence: Evidence, key: Key, samples: Sequence[int], fits: Fits, chosen: Sequence[str]
) -> list[str]:
    """Leave out forms whose lines may not be papers, unless something shows that they are.

    Short names of papers may be labels of the page. Among citations, other paragraphs may be prose.
    """
    cited = [] if key.mark else [name for name in chosen if name.startswith(NAMES_FIRST)]
    return [
        name
        for name in chosen
        if name == chosen[0]
        or name in cited
        or not (chosen[0] in cited or name.startswith("nick"))
        or not _shows_none(evidence, name, samples, fits, cited)
    ]
