"""Values made without their checks, for what was just read and holds by its rules.

A frozen class sets each attribute through ``object.__setattr__`` and runs its converters and
validators, which takes longer than finding the value in the text. A draft has the base class and
the slots of the value, is filled like any object, and then becomes the value. The tests hold each
value that is read against the checks of its constructor.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

_T = TypeVar("_T")


def maker(kind: type[_T]) -> Callable[..., _T]:
    """Return what makes a ``kind`` of all its attributes, in the order of the class.

    Behind these it takes what is hidden in slots of the base class.
    """
    base = next(each for each in kind.__mro__[1:] if not attrs.has(each))
    names = [attribute.name for attribute in attrs.fields(kind)]  # type: ignore[arg-type]
    hidden = list(getattr(base, "__slots__", ()))
    lines = [
        "class Draft(Base):",
        f"    __slots__ = {tuple(names)}",
        f"def make({', '.join(names + hidden)}):",
        "    draft = Draft()",
        *(f"    draft.{name} = {name}" for name in names + hidden),
        "    draft.__class__ = Value",
        "    return draft",
    ]
    namespace: dict[str, Any] = {"Value": kind, "Base": base}
    exec("\n".join(lines), namespace)
    make: Callable[..., _T] = namespace["make"]
    return make
