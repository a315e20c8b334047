"""A dialect as the Python source that makes it."""

import json
from collections.abc import Iterator
from typing import cast

import attrs

from paperdigest._grammar.rules import Cell, Rule


def source_of(
    name: str, rules: tuple[Rule, ...], cells: tuple[Cell, ...], options: dict[str, object]
) -> str:
    """Return the source of a dialect, with what differs from the defaults."""
    lines = ["Dialect(", f"    {_text(name)},", "    ["]
    lines += [f"        {_rule(rule)}," for rule in rules]
    lines.append("    ],")
    if cells:
        lines += ["    cells=[", *(f"        {_cell(cell)}," for cell in cells), "    ],"]
    lines += [f"    {each}={_value(value)}," for each, value in options.items()]
    return "\n".join([*lines, ")"])


def _rule(rule: Rule) -> str:
    arguments = [_text(rule.kind)]
    if rule.templates:
        one = len(rule.templates) == 1
        arguments.append(_value(rule.templates[0] if one else rule.templates))
    return f"Rule({', '.join([*arguments, *_options(rule, ('kind', 'templates', 'patterns'))])})"


def _cell(cell: Cell) -> str:
    arguments = [_text(cell.name), *_options(cell, ("name", "rules"))]
    if cell.rules:
        arguments.append(f"rules=[{', '.join(map(_rule, cell.rules))}]")
    return f"Cell({', '.join(arguments)})"


def _options(value: Rule | Cell, but: tuple[str, ...]) -> Iterator[str]:
    for each in attrs.fields(type(value)):
        given = getattr(value, each.name)
        if each.name not in but and given != each.default:
            yield f"{each.alias}={_value(given)}"


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
