"""Headings that name papers in a word or two, with the label of the title right below."""

from collections.abc import Iterable
from itertools import pairwise

from paperdigest._units.search.candidates import Candidate
from paperdigest._units.search.evidence import Evidence

#: How much more the labelled lines must look like titles than the headings, the share of headings
#: that must have one right below, and how many must.
_MORE, _MOST, _FEWEST = 0.15, 0.8, 3


def gives_titles(evidence: Evidence, outer: Candidate, inner: Candidate) -> bool:
    """Return whether one group is the labelled titles of the papers that headings of another name.

    If the headings look like titles too, those below may be translations.

    Args:
        evidence: The text.
        outer: The group above.
        inner: The group below.
    """
    if (
        not outer.lines[0].level
        or outer.key.lead == "title:"
        or inner.key.lead != "title:"
        or inner.quality < outer.quality + _MORE
    ):
        return False
    own = {line.start for line in outer.lines}
    below = {after.start for line, after in pairwise(evidence.lines) if line.start in own}
    count = sum(line.start in below for line in inner.lines if not line.level)
    return count >= max(_FEWEST, _MOST * len(own))


def with_titles(evidence: Evidence, each: Candidate, groups: Iterable[Candidate]) -> Candidate:
    """Return a group with the forms of the labelled titles below its headings, if it has such.

    Args:
        evidence: The text.
        each: The group.
        groups: All groups.
    """
    for inner in groups:
        if gives_titles(evidence, each, inner):
            return each._replace(forms=(*map(_form, inner.forms), *each.forms))
    return each


def _form(name: str) -> str:
    """Return the form of a labelled title with the heading above it."""
    title = name.rpartition("+")[2]
    return f"titled, linked+{title}" if "link" in title else f"titled+{title}"
