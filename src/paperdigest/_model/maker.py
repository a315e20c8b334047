"""Values made without checks, for text that was just parsed and is valid by the rules.

A frozen class sets each attribute through ``object.__setattr__`` and runs its converters and
validators, which is slower than finding the value in the text. A draft has the base class and
the slots of the value, is filled like any object, and then becomes the value. The tests hold each
parsed value against the checks of its constructor.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import attrs

_T = TypeVar("_T")


def maker(
    kind: type[_T], takes: Sequence[str] | None = None, **hidden: object
) -> Callable[..., _T]:
    """Return a function that makes a ``kind``.

    Args:
        kind: The class.
        takes: The attributes that it is made from, in order, including hidden ones; all public
            ones by default.
        **hidden: Hidden attributes that are the same for all.
    """
    base = next(each for each in kind.__mro__[1:] if not attrs.has(each))
    names = [attribute.name for attribute in attrs.fields(kind)]  # type: ignore[arg-type]
    takes = names if takes is None else takes
    lines = [
        "class Draft(Base):",
        f"    __slots__ = {tuple(names)}",
        f"def make({', '.join(takes)}):",
        "    draft = Draft()",
        *(f"    draft.{name} = {name}" for name in takes),
        *(f"    draft.{name} = {value!r}" for name, value in hidden.items()),
        "    draft.__class__ = Value",
        "    return draft",
    ]
    namespace: dict[str, Any] = {"Value": kind, "Base": base}
    exec("\n".join(lines), namespace)
    make: Callable[..., _T] = namespace["make"]
    return make
