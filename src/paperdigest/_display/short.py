"""A ``repr`` of one line, whatever the size of a value."""

import datetime
from typing import cast

import attrs

from paperdigest._text.counts import counted

#: How many characters of one text are shown.
_MOST = 80


def short_repr(value: object) -> str:
    """Return the ``repr`` of a value: its class and the attributes that are not default.

    Attributes that have their default value are left out, long texts are cut with ``…``, and items
    are counted. Names of authors are shown up to three.

    Args:
        value: An instance of a class made by attrs.
    """
    kind = cast("type[attrs.AttrsInstance]", type(value))
    shown = [
        f"{each.name}={_shown(each.name, found)}"
        for each in attrs.fields(kind)
        if not each.name.startswith("_")
        and ((found := getattr(value, each.name)) != each.default or each.default is attrs.NOTHING)
    ]
    return f"{type(value).__name__}({', '.join(shown)})"


def _shown(name: str, value: object) -> str:
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        if name == "authors" and len(items) <= 3:
            return f"({', '.join(map(_cut, items))}{',' * (len(items) == 1)})"
        return f"<{counted(len(items), name)}>"
    if isinstance(value, datetime.date):
        return repr(value)
    return _cut(value)


def _cut(value: object) -> str:
    if isinstance(value, str) and len(value) > _MOST:
        value = f"{value[: _MOST - 1]}…"
    return repr(value)
