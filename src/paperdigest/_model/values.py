"""The values: the content of a digest, apart from how it is written.

Every class is frozen and compares by its attributes. The text that a value was parsed from is not
one of them.
"""

from paperdigest._model.digest import Digest, DigestChanges
from paperdigest._model.items import (
    Field,
    FieldChanges,
    FieldDict,
    Link,
    LinkChanges,
    LinkDict,
    Media,
    MediaChanges,
    MediaDict,
    Section,
    SectionChanges,
    SectionDict,
)
from paperdigest._model.paper import Paper, PaperChanges, PaperDict

__all__ = [
    "Digest",
    "DigestChanges",
    "Field",
    "FieldChanges",
    "FieldDict",
    "Link",
    "LinkChanges",
    "LinkDict",
    "Media",
    "MediaChanges",
    "MediaDict",
    "Paper",
    "PaperChanges",
    "PaperDict",
    "Section",
    "SectionChanges",
    "SectionDict",
]
