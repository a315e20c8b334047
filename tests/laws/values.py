"""Laws of values: a digest and all that is in it, parsed or built by hand."""

import copy
import pickle
from collections.abc import Iterator
from typing import TypeVar

import attrs

from paperdigest import Digest, from_dict, from_json, serialize_digest, to_dict, to_json
from tests.laws.requiring import ITEMS, names_of, require

_Value = TypeVar("_Value")


def rebuilt(value: _Value) -> _Value:
    """Return a value that knows of no text, made by the constructors of its public attributes."""
    if isinstance(value, tuple):
        return type(value)(map(rebuilt, value))
    if not attrs.has(type(value)):
        return value
    return type(value)(**{name: rebuilt(getattr(value, name)) for name in names_of(type(value))})


def values_in(digest: Digest) -> Iterator[object]:
    """Yield a digest and every value in it."""
    yield digest
    for paper in digest.papers:
        yield paper
        for name in ITEMS:
            yield from (item for item in getattr(paper, name) if not isinstance(item, str))


def check_rebuilt(digest: Digest) -> None:
    """Law 6: the constructors take what is parsed; equality ignores where a value was parsed from."""
    for value in values_in(digest):
        again = rebuilt(value)
        require(again == value, "a rebuilt value is equal", again, value)
        require(hash(again) == hash(value), "equal values have one hash", value)
        require(repr(again) == repr(value), "equal values have one repr", value)
    require(attrs.evolve(digest) == digest, "an evolved digest is equal", digest)


def check_copies(digest: Digest) -> None:
    """Law 6: copies and pickles are equal, and keep the text."""
    protocols = range(pickle.HIGHEST_PROTOCOL + 1)
    for value in values_in(digest):
        for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            require(again == value and type(again) is type(value), "a copy is equal", value)
            require(hash(again) == hash(value), "a copy has the same hash", value)
    if digest.dialect is not None:
        text = serialize_digest(digest)
        pickled = [pickle.loads(pickle.dumps(digest, protocol)) for protocol in protocols]
        for again in (copy.copy(digest), copy.deepcopy(digest), *pickled):
            require(serialize_digest(again) == text, "a copy keeps the text", text)


def check_portable(digest: Digest) -> None:
    """Law 9: a digest comes back from dictionaries and JSON."""
    require(from_dict(to_dict(digest)) == digest, "dictionaries come back", digest)
    require(from_json(to_json(digest)) == digest, "JSON comes back", digest)
