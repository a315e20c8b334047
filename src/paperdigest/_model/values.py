"""The values: what a digest says, apart from how it is written.

Every class is frozen and compares by its public attributes. What a value was read from travels in
private attributes that ``attrs.evolve`` hands on, so that the serializer can keep the bytes of
whatever was not changed.
"""

from paperdigest._model.digest import Digest
from paperdigest._model.items import Field, Link, Media, Section, SectionChanges
from paperdigest._model.paper import Paper, PaperChanges

__all__ = [
    "Digest",
    "Field",
    "Link",
    "Media",
    "Paper",
    "PaperChanges",
    "Section",
    "SectionChanges",
]
