"""Values of classes that users derived from the library's, as values of the library's own."""

from operator import is_
from typing import TypeVar

import attrs

from paperdigest._grammar.schema import ITEMS
from paperdigest._model.bases import DigestWithOrigin, WithOrigin, hide, rebuilt
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section

_T = TypeVar("_T")

_HIDDEN = ("_before", "_document", "_index", "_origin")

_CLASSES = frozenset[type[attrs.AttrsInstance]]({Section, Media, Field, Link})


def plain_digest(digest: Digest) -> Digest:
    """Return a digest without values of derived classes, which equal nothing that is parsed."""
    papers = tuple(map(_paper, digest.papers))
    if type(digest) is Digest and all(map(is_, papers, digest.papers)):
        return digest
    return _changed(Digest, digest, papers=papers)


def _paper(paper: Paper) -> Paper:
    if paper._pristine and type(paper) is Paper:
        return paper
    changes: dict[str, object] = {}
    for attribute in ITEMS.values():
        items: tuple[object, ...] = getattr(paper, attribute.name)
        if not _CLASSES.issuperset(map(type, items)):
            changes[attribute.name] = tuple(map(_item, items))
    return _changed(Paper, paper, **changes) if changes or type(paper) is not Paper else paper


def _item(item: object) -> object:
    kind = next(kind for kind in _CLASSES if isinstance(item, kind))
    return item if type(item) is kind else _changed(kind, item)


def _changed(kind: type[_T], value: object, **changes: object) -> _T:
    """Return a value of the library's own class, with some attributes changed."""
    names = [each.name for each in attrs.fields(kind)]  # type: ignore[arg-type]
    known = {name: getattr(value, name) for name in names}
    made = rebuilt(kind, known | changes)
    if isinstance(made, WithOrigin | DigestWithOrigin):
        hidden = {name: getattr(value, name) for name in _HIDDEN if hasattr(value, name)}
        hide(made, **hidden, _pristine=False)
    return made
