"""Values made without their checks, for what was just read and holds by its rules.

A frozen class sets each attribute through ``object.__setattr__`` and runs its converters and
validators, which takes longer than finding the value in the text. A draft has the same slots as the
value, is filled like any object, and then becomes the value. The tests hold each value that is read
against the checks of its constructor.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from paperdigest._model.source import Origin
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section

_T = TypeVar("_T")


def maker(kind: type[_T]) -> Callable[..., _T]:
    """Return what makes a ``kind`` of all its attributes, in the order of the class."""
    names = [attribute.name for attribute in attrs.fields(kind)]  # type: ignore[arg-type]
    lines = [
        "class Draft:",
        f"    __slots__ = {tuple(names)}",
        f"def make({', '.join(names)}):",
        "    draft = Draft()",
        *(f"    draft.{name} = {name}" for name in names),
        "    draft.__class__ = Value",
        "    return draft",
    ]
    namespace: dict[str, Any] = {"Value": kind}
    exec("\n".join(lines), namespace)
    make: Callable[..., _T] = namespace["make"]
    return make


make_origin = maker(Origin)
make_section = maker(Section)
make_media = maker(Media)
make_field = maker(Field)
make_link = maker(Link)
make_paper = maker(Paper)
make_digest = maker(Digest)
