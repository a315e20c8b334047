"""Digests as plain values, which JSON can hold."""

import datetime

import attrs

from paperdigest._grammar.schema import PAPER
from paperdigest._model.values import Digest, Paper

Plain = dict[str, "Plain"] | list["Plain"] | str | int | None


def digest_as_plain(digest: Digest) -> dict[str, Plain]:
    """Return the public values of a digest.

    Example:
        >>> digest_as_plain(Digest("Daily Papers"))
        {'title': 'Daily Papers', 'date': None, 'end_date': None, 'papers': []}
    """
    return _members(digest)


def _members(value: object) -> dict[str, Plain]:
    """Return the public values of a digest, a paper or an item, by their names."""
    names = [each.name for each in attrs.fields(type(value)) if each.eq]  # type: ignore[arg-type]
    if isinstance(value, Paper):
        names = [each.name for each in PAPER]
    return {name: _plain(getattr(value, name)) for name in names}


def _plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return list(map(_plain, value))
    if isinstance(value, datetime.date):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        return value
    return _members(value)
