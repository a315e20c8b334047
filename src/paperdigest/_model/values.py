"""The values: the content of a digest, apart from how it is written.

Every class is frozen and compares by its attributes. The text that a value was parsed from is not
one of them.
"""

from paperdigest._model.digest import Digest, DigestChanges
from paperdigest._model.items import (
    Field,
    FieldChanges,
    Link,
    LinkChanges,
    Media,
    MediaChanges,
    Section,
    SectionChanges,
)
from paperdigest._model.paper import Paper, PaperChanges

__all__ = [
    "Digest",
    "DigestChanges",
    "Field",
    "FieldChanges",
    "Link",
    "LinkChanges",
    "Media",
    "MediaChanges",
    "Paper",
    "PaperChanges",
    "Section",
    "SectionChanges",
]
