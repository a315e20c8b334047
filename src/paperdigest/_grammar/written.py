"""Rules and dialects as the Python source that makes them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import attrs

from paperdigest._grammar.patterns import tokens_of

#: The most columns of a line.
_WIDTH = 100


def source_of(
    name: str,
    rules: Iterable[attrs.AttrsInstance],
    cells: Iterable[attrs.AttrsInstance],
    options: Mapping[str, object],
) -> str:
    """Return the source of a dialect, with what differs from the defaults."""
    lines = ["Dialect(", f"    {_text(name)},", "    ["]
    lines += [line for rule in rules for line in _lines_of(rule, " " * 8, "kind", "templates")]
    lines.append("    ],")
    written = [line for cell in cells for line in _lines_of(cell, " " * 8, "name")]
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
    arguments = (f"{name}{_value(given)}" for name, given in _arguments(value, positional))
    return f"{type(value).__name__}({', '.join(arguments)})"


def _lines_of(value: attrs.AttrsInstance, indent: str, *positional: str) -> Iterator[str]:
    """Yield the lines of a call in a list, with a line for each argument if it is long."""
    line = f"{indent}{call_of(value, *positional)},"
    if len(line) <= _WIDTH:
        yield line
        return
    yield f"{indent}{type(value).__name__}("
    inner = f"{indent}    "
    for name, given in _arguments(value, positional):
        line = f"{inner}{name}{_value(given)},"
        if len(line) <= _WIDTH or not isinstance(given, str | tuple):
            yield line
            continue
        yield f"{inner}{name}("
        if isinstance(given, str):
            parts = _parts_of(given) if name == "pattern=" else [(given, "")]
            yield from (f"{inner}    {_text(part)}{comment}" for part, comment in parts)
        else:
            yield from (f"{inner}    {_value(item)}," for item in cast("tuple[object, ...]", given))
        yield f"{inner}),"
    yield f"{indent}),"


def _parts_of(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the named groups of a pattern and what is between them, with comments.

    Example:
        >>> list(_parts_of("- (?P<title>.++)( by)?"))
        [('- ', ''), ('(?P<title>.++)', '  # title'), ('( by)?', '')]
    """
    at = depth = 0
    name = ""
    for token, start in tokens_of(pattern):
        if name:
            depth += (token[0] == "(" and token[-1] != ")") - (token == ")")
            if depth == 0:
                yield pattern[at : start + 1], f"  # {name}"
                at, name = start + 1, ""
        elif token.startswith("(?P<"):
            if at < start:
                yield pattern[at:start], ""
            at, name, depth = start, token[4:-1], 1
    if at < len(pattern):
        yield pattern[at:], ""


def _arguments(
    value: attrs.AttrsInstance, positional: tuple[str, ...]
) -> Iterator[tuple[str, object]]:
    """Yield the arguments that differ from the defaults, each with its name and ``=`` if needed."""
    for each in attrs.fields(type(value)):
        given: object = getattr(value, each.name)
        if not each.init or given == each.default:
            continue
        if each.name not in positional:
            yield f"{each.alias}=", given
            continue
        items = cast("tuple[object, ...]", given) if isinstance(given, tuple) else (given,)
        yield "", items[0] if len(items) == 1 else items


def _value(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        inner = ", ".join(map(_value, items))
        return f"({inner},)" if len(items) == 1 else f"({inner})"
    return repr(value)


def _text(text: str) -> str:
    """Write a text with double quotes, raw if it has backslashes and can be."""
    if "\\" in text and '"' not in text and text.isprintable() and not text.endswith("\\"):
        return f'r"{text}"'
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else repr(text)
