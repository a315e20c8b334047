"""The differences between a value and the value that is read back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from operator import attrgetter

import attrs

from paperdigest._model.origin import Origin
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section

# Whatever makes two papers unequal is one of these attributes, so that it is compared and named.
_COMPARED = tuple(each for each in attrs.fields(Paper) if each.eq)

#: The attributes of a paper that are many values, and those that are one.
MANY = tuple(each.name for each in _COMPARED if isinstance(each.default, tuple))
SINGLE = tuple(each.name for each in _COMPARED if each.name not in MANY)

_NAMES = tuple(each.name for each in _COMPARED)
_values_of = attrgetter(*_NAMES)

_OF_A_DIGEST = tuple(each.name for each in attrs.fields(Digest) if each.eq)

#: How much of a value is shown, in code points.
_LONGEST = 100


@attrs.frozen
class Difference:
    """One value that would not be read back as it is.

    Attributes:
        attribute: The name of the attribute.
        index: The index of the item, if the attribute is a tuple and one item differs.
        wanted: The value.
        read: The value that is read instead.
        reason: The reason, if more is known than the value that would be parsed instead.
        paper: The index of the paper, or ``None`` for an attribute of the digest.
        cause: The edits of other values that it comes from, if these are known.
    """

    attribute: str
    index: int | None
    wanted: object
    read: object = None
    reason: str = ""
    paper: int | None = None
    cause: str = ""

    def __str__(self) -> str:
        """Return it in one line, with advice."""
        return self.told(advised=True)

    def told(self, *, advised: bool) -> str:
        """Return in one line: its place, the value, what is read instead, and after which edits.

        Args:
            advised: Whether advice follows, if there is any.
        """
        cause = f" after the edit of {self.cause}" if self.cause else ""
        place = self.attribute if self.index is None else f"{self.attribute}[{self.index}]"
        place = place if self.paper is None else f"papers[{self.paper}].{place}"
        if self.reason or self.read is None:
            reason = self.reason or _lost(self.attribute, self.wanted)
            reason, mark, advice = reason.partition("; ")
            what = f"{place}: {_cut(repr(self.wanted))} {reason}{cause}"
            return f"{what}{mark}{advice}" if advised else what
        one, other = self.wanted, self.read
        if isinstance(one, Paper) or (
            isinstance(one, Field | Link | Media | Section) and repr(one) == repr(other)
        ):
            # They are long, or look alike because long texts are cut, so show what differs.
            names = (each.name for each in attrs.fields(type(one)) if each.eq)
            name = next(name for name in names if getattr(one, name) != getattr(other, name))
            place, one, other = f"{place}.{name}", getattr(one, name), getattr(other, name)
        wanted, read = repr(one), repr(other)
        pairs = enumerate(zip(wanted, read, strict=False))
        same = next((at for at, pair in pairs if pair[0] != pair[1]), len(read))
        return f"{place}: {_cut(wanted, same)} would be read back as {_cut(read, same)}{cause}"


def _lost(attribute: str, value: object) -> str:
    """Return the reason for a value that is not read back, with advice if there is any."""
    if isinstance(value, Section) and value.label is None:
        return "would be lost; give it a label, or add its text to another section"
    if attribute == "authors" and isinstance(value, str) and " " not in value:
        return "would be lost; write the full name, since one word may be anything here"
    return "would be lost"


def _cut(text: str, place: int = 0) -> str:
    """Shorten a text so that a place in it is shown."""
    if len(text) <= _LONGEST:
        return text
    size = _LONGEST - 3
    start = max(0, min(place, len(text)) - size // 2)
    if start == 0:
        return f"{text[:size]}..."
    end = min(start + size, len(text))
    return f"...{text[start:end]}{'...' if end < len(text) else ''}"


#: A value that would be lost: the index of its paper, if it is in one, and the difference.
Loss = tuple[int | None, Difference]


def changed_names(old: Paper, new: Paper) -> AbstractSet[str]:
    """Return the names of the attributes that differ; links may change the identifier too."""
    values = zip(_NAMES, _values_of(old), _values_of(new), strict=True)
    names = {name for name, before, after in values if before is not after and before != after}
    if not names.isdisjoint(("url", "links")) and old.arxiv_id != new.arxiv_id:
        names.add("arxiv_id")
    return names


def paper_differences(wanted: Paper, read: Paper) -> Iterator[Difference]:
    """Yield what differs between two papers."""
    for name in SINGLE:
        if getattr(wanted, name) != getattr(read, name):
            yield Difference(name, None, getattr(wanted, name), getattr(read, name))
    for name in MANY:
        yield from _item_differences(name, getattr(wanted, name), getattr(read, name))


def _item_differences(
    name: str, wanted: Sequence[object], read: Sequence[object]
) -> Iterator[Difference]:
    if wanted == read:
        return
    if len(wanted) == len(read):
        for index, (item, other) in enumerate(zip(wanted, read, strict=True)):
            if item != other:
                yield Difference(name, index, item, other)
        return
    left = Counter(read)
    lost = False
    for index, item in enumerate(wanted):
        if left[item]:
            left[item] -= 1
        else:
            lost = True
            yield Difference(name, index, item, read[index] if index < len(read) else None)
    if not lost:
        yield Difference(name, None, wanted, read)


def digest_differences(wanted: Digest, read: Digest) -> Iterator[Loss]:
    """Yield what differs between two digests, with the index of its paper, if it is in one.

    Args:
        wanted: Any digest.
        read: One that was parsed. Only those of its papers whose text differs are parsed too.
    """
    document = read._document
    assert document is not None
    for name in _OF_A_DIGEST:
        if name != "papers" and getattr(wanted, name) != getattr(read, name):
            yield None, Difference(name, None, getattr(wanted, name), getattr(read, name))
    if len(wanted.papers) != len(document.origins):
        yield None, _first_difference(wanted.papers, read.papers)
        return
    for index, (paper, origin) in enumerate(zip(wanted.papers, document.origins, strict=True)):
        if not _has_text(paper, origin) and paper != (other := origin.parse()):
            for difference in paper_differences(paper, other):
                yield index, difference


def _first_difference(wanted: Sequence[Paper], read: Sequence[Paper]) -> Difference:
    """Return the first difference between papers if more or fewer are read."""
    pairs = enumerate(zip_longest(wanted, read))
    index, (paper, other) = next(pair for pair in pairs if pair[1][0] != pair[1][1])
    if len(read) < len(wanted) and paper and other and paper.title != other.title:
        other = None  # the one that is read is another paper
    return Difference("papers", index, paper, other)


def _has_text(paper: Paper, two: Origin) -> bool:
    """Return whether a paper is the value of a text, since it comes from an equal text."""
    one = paper._origin
    return (
        one is not None
        and paper._pristine
        and one.text == two.text
        and one.category == two.category
        and (one.dialect is two.dialect or one.dialect == two.dialect)
    )


def with_value(paper: Paper, attribute: str, value: object) -> Paper:
    """Return a paper with one attribute set, by its name."""
    return attrs.evolve(paper, **{attribute: value})  # type: ignore[arg-type]
