"""Which value is to blame where a paper would not be read back as it is, and why."""

import re
from collections.abc import Iterable, Iterator
from typing import cast

import attrs

from paperdigest._grammar.dialect import Dialect
from paperdigest._model.values import Field, Link, Media, Paper, Section
from paperdigest._writing.compare import MANY, SINGLE, Difference, paper_differences

#: A bar that no backslash escapes.
_BARE = re.compile(r"(?<!\\)(?:\\\\)*+\|")


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

    Where only other values would be lost, the new value is to blame.

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
    reason = f"cannot be written here: then {lost[0]}"
    if not isinstance(new, tuple):
        return lost if new is None else [Difference(name, None, new, reason=reason)]
    return [Difference(name, at, item, reason=reason) for at, item in came.items()] or lost


def barred(old: Paper | None, new: Paper) -> Iterator[Difference]:
    """Yield the values with a bar that ends a cell of a table, even within code.

    Readers of this library may see where the cell goes on; those of markdown tables do not.

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


def _values_in(item: object) -> tuple[object, ...]:
    return attrs.astuple(item) if isinstance(item, Field | Link | Media | Section) else (item,)


def _is_barred(value: object) -> bool:
    return isinstance(value, str) and _BARE.search(value) is not None


def _has_one_author(dialect: Dialect) -> bool:
    """Return whether the text of authors is one name, whatever is in it."""
    rules = (*dialect.rules_of("paper"), *dialect.rules_of("authors"))
    holding = [rule for rule in rules if "(?P<authors>" in "".join(rule.patterns)]
    return all(rule.separator is None for rule in holding)
