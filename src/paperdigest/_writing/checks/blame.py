"""Which value is to blame if a paper would not be read back as it is, and why."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.source import normalize
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section
from paperdigest._writing.checks.compare import (
    MANY,
    SINGLE,
    Difference,
    Loss,
    changed_names,
    paper_differences,
)
from paperdigest._writing.edits.located import LocatedPaper

#: How many edits are named.
_SHOWN = 3
#: A bar without a backslash before it.
_BARE = re.compile(r"(?<!\\)(?:\\\\)*+\|")

#: The bullet or the mark of a quote that a text begins with.
_MARK = re.compile(r"(?:[-*+•>]|[0-9]{1,9}[.)])[ ]")
#: A blank line at the end of a text, within a quote as well.
_BLANK = re.compile(r"\n[ \t>]*+\n[ \t]*+\Z")


def explained(
    paper: Paper, read: Paper, category: str | None, dialect: Dialect
) -> Iterator[Difference]:
    """Yield what differs between a paper and what would be read, with reasons that help.

    Args:
        paper: The paper.
        read: What would be read instead.
        category: The category of the group that it is in.
        dialect: The dialect that it is written in.
    """
    strays = {
        _values_in(item): (name, item)
        for name in MANY
        if name != "authors"
        for item in set(getattr(read, name)).difference(getattr(paper, name))
    }
    one_name = len(paper.authors) > 1 == len(read.authors) and _has_one_author(dialect)
    for each in paper_differences(paper, read):
        reason = ""
        if each.attribute == "authors" and one_name:
            continue
        if each.attribute == "category" and each.wanted is None and each.read == category:
            reason = f"would be read back as {category!r}, its group; set category={category!r}"
        elif isinstance(each.wanted, Field | Link | Media | Section):
            name, item = strays.get(_values_in(each.wanted), ("", None))
            reason = f"would be read back as {item!r}; put it into {name}" if item else ""
        yield attrs.evolve(each, reason=reason)
    if one_name:
        reason = f"would be read back as one name; {dialect.name} holds one author of a paper"
        yield Difference("authors", None, paper.authors, read.authors, reason)


def blamed(name: str, old: object, new: object, lost: Iterable[Difference]) -> list[Difference]:
    """Return the differences that come from the change of one attribute, each of a new value.

    If only other values would be lost, the new value is to blame. A removed value is their cause.

    Args:
        name: The name of the attribute.
        old: Its value in the text.
        new: Its value now.
        lost: What would not be read back, if nothing else is changed.
    """
    lost = list(lost)
    if not lost:
        return []
    items = cast("tuple[object, ...]", new) if isinstance(new, tuple) else ()
    known = set(cast("tuple[object, ...]", old) if isinstance(old, tuple) else ())
    came = {at: item for at, item in enumerate(items) if item not in known}
    own = [each for each in lost if each.attribute == name]
    own = [each for each in own if each.index is None or each.index in came] or own
    if own:
        return own
    reason = f"cannot be written here: then {lost[0].told(advised=False)}"
    if not isinstance(new, tuple) and new is not None:
        return [Difference(name, None, new, reason=reason)]
    found = [Difference(name, at, item, reason=reason) for at, item in came.items()]
    return found or [attrs.evolve(each, cause=name) for each in lost]


def grouped(lost: Iterable[Loss], papers: Sequence[Paper]) -> list[Loss]:
    """Return losses. A new group is also blamed for the papers below that it would cover.

    Args:
        lost: What would not be read back from a whole text.
        papers: The papers of the digest.
    """
    lost = list(lost)
    covered: dict[object, int] = {}
    for index, each in lost:
        if index is not None and _is_covered(each):
            covered.setdefault(each.read, index)
    found: list[Loss] = []
    for at, paper in enumerate(papers) if covered else ():
        below = covered.get(paper.category, 0)
        if at < below and not paper._pristine:
            reason = (
                f"needs a heading, which would cover papers[{below}] too; set a category of "
                f"papers[{below}], or move this paper to the end"
            )
            found.append((at, Difference("category", None, paper.category, reason=reason)))
    blamed_groups = {each.wanted for _, each in found}
    return [*found, *(x for x in lost if not (_is_covered(x[1]) and x[1].read in blamed_groups))]


def _is_covered(difference: Difference) -> bool:
    """Return whether a paper without a category would get one."""
    return difference.attribute == "category" and difference.wanted is None


def traced(lost: Iterable[Loss], digest: Digest) -> list[Loss]:
    """Return losses of a whole text. Those of unchanged values name the edits that cause them.

    Args:
        lost: What would not be read back from a whole text.
        digest: The digest, of which a text was edited.
    """
    lost = list(lost)
    edits = dict(_edits(digest)) if lost else {}
    if edits and not any((index, each.attribute) in edits for index, each in lost):
        headed = [(at, digest.papers[at].category) for at, _ in edits if at is not None]
        if {name for _, name in edits} == {"category"} and None not in dict(headed).values():
            reason = (
                "needs a heading, which would be read as something else here; leave it out, or "
                "name it in a section or field"
            )
            return [
                (at, Difference("category", None, category, reason=reason))
                for at, category in headed
            ]
    names = list(edits.values())
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    cause = ", ".join(names[:_SHOWN]) + more
    return [
        (index, each if (index, each.attribute) in edits else attrs.evolve(each, cause=cause))
        for index, each in lost
    ]


def _edits(digest: Digest) -> Iterator[tuple[tuple[int | None, str], str]]:
    """Yield the attributes that differ from those in the text of a digest, and their names."""
    document = digest._document
    if document is None:
        return
    title, first, last = document.words
    for name, old in ("title", title), ("date", first or document.date), ("end_date", last):
        if getattr(digest, name) != old:
            yield (None, name), name
    if [paper._origin for paper in digest.papers] != list(document.origins):
        yield (None, "papers"), "papers"
    for index, paper in enumerate(digest.papers):
        origin = paper._origin
        if origin is not None and not paper._pristine:
            changed = changed_names(paper._before or origin.parse(), paper)
            for name in sorted(changed - {"arxiv_id"}):  # which follows from the others
                yield (index, name), f"papers[{index}].{name}"


def barred(old: Paper | None, new: Paper) -> Iterator[Difference]:
    """Yield the values with a bar that ends a cell of a table, even within code.

    This library may find where the cell goes on, but other readers of markdown tables do not.

    Args:
        old: The paper as it is in its text, whose values stay as they are.
        new: The paper.
    """
    reason = r"has a bare |, which ends a cell of a table; write \| instead"
    for name in SINGLE:
        value: object = getattr(new, name)
        if value != getattr(old, name, None) and _is_barred(value):
            yield Difference(name, None, value, reason=reason)
    for name in MANY:
        items: tuple[object, ...] = getattr(new, name)
        before: tuple[object, ...] = getattr(old, name, ())
        known = {value for item in before for value in _values_in(item)}
        for index, item in enumerate(items):
            if any(map(_is_barred, set(_values_in(item)) - known)):
                yield Difference(name, index, item, reason=reason)


def run_on(located: LocatedPaper, new: Paper) -> Iterator[Difference]:
    """Yield the sections without a label that would go on from the line above.

    The text of such a section may begin with a bullet or the mark of a quote. Without one, a new
    text in its place would be a part of the item above, if no blank line is between the two.

    Args:
        located: The paper as it was read, in a text whose rules were found.
        new: The paper.
    """
    old = located.paper.sections
    changed = [
        (index, section)
        for index, section in enumerate(new.sections)
        if section.label is None and section not in old and not _MARK.match(section.text)
    ]
    for at, section in enumerate(old if changed else ()):
        gone = section.label is None and section not in new.sections
        mark = _MARK.match(section.text) if gone else None
        start = located.pieces("section", at)[0].start if mark else 0
        above = normalize(located.text[:start])
        if mark and not _BLANK.search(above):
            reason = f"would run into the line above; begin its text with {mark[0]!r}"
            for index, each in changed:
                yield Difference("sections", index, each, reason=reason)
            return


def _values_in(item: object) -> tuple[object, ...]:
    return attrs.astuple(item) if isinstance(item, Field | Link | Media | Section) else (item,)


def _is_barred(value: object) -> bool:
    return isinstance(value, str) and _BARE.search(value) is not None


def _has_one_author(dialect: Dialect) -> bool:
    """Return whether the text of authors is a single name, whatever is in it."""
    rules = (*dialect.rules_of("paper"), *dialect.rules_of("authors"))
    holding = [rule for rule in rules if "(?P<authors>" in "".join(rule.patterns)]
    return all(rule.separator is None for rule in holding)
