"""Rules and dialects as the Python source that makes them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import attrs


def source_of(
    name: str, rules: Iterable[object], cells: Iterable[object], options: Mapping[str, object]
) -> str:
    """Return the source of a dialect, with what differs from the defaults."""
    lines = ["Dialect(", f"    {_text(name)},", "    ["]
    lines += [f"        {rule!r}," for rule in rules]
    lines.append("    ],")
    written = [f"        {cell!r}," for cell in cells]
    if written:
        lines += ["    cells=[", *written, "    ],"]
    lines += [f"    {each}={_value(value)}," for each, value in options.items()]
    return "\n".join([*lines, ")"])


def call_of(value: attrs.AttrsInstance, *positional: str) -> str:
    """Return the call that makes a value, with the arguments that differ from the defaults.

    Args:
        value: A rule or a cell.
        *positional: The attributes that are written without their name.
    """
    return f"{type(value).__name__}({', '.join(_arguments(value, positional))})"


def _arguments(value: attrs.AttrsInstance, positional: tuple[str, ...]) -> Iterator[str]:
    for each in attrs.fields(type(value)):
        given: object = getattr(value, each.name)
        if not each.init or given == each.default:
            continue
        if each.name not in positional:
            yield f"{each.alias}={_value(given)}"
            continue
        items = cast("tuple[object, ...]", given) if isinstance(given, tuple) else (given,)
        yield _value(items[0] if len(items) == 1 else items)


def _value(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        inner = ", ".join(map(_value, items))
        return f"({inner},)" if len(items) == 1 else f"({inner})"
    return repr(value)


def _text(text: str) -> str:
    """Write a text with double quotes, raw where it has backslashes and can be."""
    if "\\" in text and '"' not in text and text.isprintable() and not text.endswith("\\"):
        return f'r"{text}"'
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else repr(text)
