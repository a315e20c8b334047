"""Checks of the arguments of rules, cells and dialects.

A mistake raises when a rule is made, not when a text is parsed. The message has the name of the
argument, what was found and what was expected.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast, get_args

from paperdigest._grammar.patterns import check_pattern
from paperdigest._grammar.schema import BLOCKS, GROUPS, ITEMS, NEEDED, CellKind, Kind
from paperdigest._grammar.templates import PLACEHOLDER, names_in
from paperdigest._text.shown import shown

#: More blank lines, or deeper levels, are a mistake.
MOST = 100
#: Python refuses to write longer numbers.
_MOST_FIRST = 10**9

#: The kinds of rules for which an option has a meaning; all, if it is not listed.
_FOR: Mapping[str, tuple[str, ...]] = {
    "label": ("link", *get_args(CellKind)),
    "labels": ("section",),
    "known": ("section",),
    "media": ("media",),
    "main": ("link",),
    "separator": ("authors", "paper"),
    "between": tuple(ITEMS),
    "level": BLOCKS,
}
#: The kinds for which it means nothing.
_NOT_FOR: Mapping[str, tuple[str, ...]] = {
    "before": ("end", "skip", "divider"),
    "late": BLOCKS,
    "inline": BLOCKS,
    "after_blank": BLOCKS,
    "flaw": ("digest", "group", "end"),
    "fix": ("digest", "group", "end", "skip"),
}


def near(name: str, names: Iterable[str]) -> str:
    """Return ``"; did you mean ...?"`` if a name is close, else an empty text.

    Example:
        >>> near("feld", ("section", "field"))
        "; did you mean 'field'?"
    """
    from paperdigest._text.closest import close_to

    close = close_to(name, names)
    return f"; did you mean {close!r}?" if close else ""


def check_type(where: str, value: object, kind: type | tuple[type, ...], wanted: str) -> None:
    """Raise for a value of another type; a bool is not an int."""
    kinds = kind if isinstance(kind, tuple) else (kind,)
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        name = type(value).__name__
        article = "an" if name[0] in "aeiou" else "a"
        found = "None found" if value is None else f"{shown(value)} is {article} {name}"
        raise TypeError(f"{where}: {found}; expected {wanted}")


def check_optional_text(where: str, value: object) -> None:
    """Raise for anything but a ``str`` or ``None``."""
    check_type(where, value, (str, type(None)), "a str or None")


def check_label(where: str, value: str | None) -> None:
    """Raise for a label that no value may have.

    Raises:
        TypeError: It is neither a ``str`` nor ``None``.
        ValueError: It is not one line, or has white space around it.
    """
    check_optional_text(where, value)
    if value and (value != value.strip() or "\n" in value or "\r" in value):
        raise ValueError(
            f"{where}: {shown(value)} has a line ending or white space around it; use one line and "
            "strip it"
        )


def check_code(where: str, value: str | None) -> None:
    """Raise for text that cannot be the code of a diagnostic, which is printed and used in options.

    Raises:
        TypeError: It is neither a ``str`` nor ``None``.
        ValueError: It is empty, or has white space, a comma or a character that is not printable.
    """
    check_optional_text(where, value)
    if value is not None and (not value.isprintable() or not value or set(value) & {" ", ","}):
        raise ValueError(f"{where}: {shown(value)} is not a code; use a word such as 'bad-votes'")


def check_strings(where: str, value: object) -> None:
    """Raise for anything but a tuple of texts."""
    check_type(where, value, tuple, "a str or a list of str")
    check_each(where, value, str, "a str")


def check_labels(where: str, values: Sequence[str]) -> None:
    """Raise for anything but a tuple of labels."""
    check_strings(where, values)
    for value in values:
        check_label(where, value)


def check_each(where: str, values: object, kind: type, wanted: str) -> None:
    """Raise for a tuple with an item of another type."""
    for index, value in enumerate(_items(values)):
        check_type(f"{where}[{index}]", value, kind, wanted)


def _items(values: object) -> tuple[object, ...]:
    """Return the items of a tuple, or no items of anything else."""
    return cast("tuple[object, ...]", values) if isinstance(values, tuple) else ()


def check_number(where: str, value: object, most: int = MOST) -> None:
    """Raise for anything but a number from 0 up to a limit."""
    check_type(where, value, int, "an int")
    if isinstance(value, int) and not 0 <= value <= most:
        raise ValueError(f"{where}: {shown(value)} is out of range; expected 0 to {most}")


def check_choice(where: str, value: object, choices: Sequence[object]) -> None:
    """Raise for anything but some values."""
    if any(value is each or (isinstance(value, str) and value == each) for each in choices):
        return
    listed = ", ".join(map(repr, choices))
    message = f"{where}: {shown(value)} found; expected one of {listed}"
    if not isinstance(value, str):
        raise TypeError(message)
    raise ValueError(message + near(value, [each for each in choices if isinstance(each, str)]))


def check_separator(where: str, value: object) -> None:
    """Raise for text that cannot separate names."""
    if value is None:
        return
    check_type(where, value, (str, tuple), "a str, a tuple of str, or None")
    several: tuple[object, ...] = (value,) if isinstance(value, str) else _items(value)
    check_each(where, several, str, "a str")
    for each in cast("tuple[str, ...]", several) or ("",):
        if not each.strip() or "\n" in each or "\r" in each:
            found = shown(value)  # pyright: ignore[reportUnknownArgumentType]
            raise ValueError(
                f"{where}: {found} cannot separate names; pass the text "
                "between two names, such as ', ' or '; ', or None for one value as written"
            )


def check_options(kind: Kind, where: str, given: Iterable[str]) -> None:
    """Raise for options that mean nothing for a kind of rule.

    Args:
        kind: The kind.
        where: The name to use in the message.
        given: The options that differ from their defaults.
    """
    for name in given:
        kinds = _FOR.get(name)
        if kind in _NOT_FOR.get(name, ()) or (kinds is not None and kind not in kinds):
            meant = f"; it is for {', '.join(kinds)}" if kinds else ""
            raise ValueError(f"{where}.{name}: means nothing for a rule of kind {kind!r}{meant}")


_OPEN = re.compile(r"\{\w*\??(?![\w?}])")


#: A name with more in its braces, such as a format specification of Python.
_OTHER = re.compile(r"\{(\w+)\??[^{}\w?\n][^{}\n]*\}")


def check_template(where: str, template: str) -> None:
    """Raise for a template with an unclosed brace or with line endings around it."""
    found = _OPEN.search(template)
    if found and (other := _OTHER.match(template, found.start())):
        raise ValueError(
            f"{where}: {shown(template)} has {other[0]!r}; only {{name}} and {{name?}} are "
            f"allowed, so write {{{other[1]}}}"
        )
    if found and len(found[0]) > 1:
        raise ValueError(
            f"{where}: {shown(template)} has {found[0]!r} without a closing brace; "
            f"write {found[0]}}}"
        )
    if "(?P<" in template:
        raise ValueError(
            f"{where}: {shown(template)} is a regular expression; pass it as pattern=, and a "
            "template beside it that shows how to write it"
        )
    if "\r" in template.strip("\r\n"):
        raise ValueError(
            f"{where}: {shown(template)} has a carriage return, which no rule matches; write \\n "
            "alone, which stands for every line ending"
        )
    if template != template.strip("\r\n"):
        raise ValueError(
            f"{where}: {shown(template)} starts or ends with a line ending; leave it out, and pass "
            "before=1 for a blank line above"
        )


def check_needed(
    where: str, template: str, kind: Kind, has_label: bool, labels: Sequence[str]
) -> None:
    """Raise for a template without a name that its rule needs.

    Args:
        where: The name to use in the message.
        template: The template, of a rule without a pattern.
        kind: The kind of the rule.
        has_label: Whether the rule gives the label.
        labels: The only labels that there may be; any if empty.
    """
    names = names_in(template)
    found = f"{where}: {shown(template)} has no"
    if kind == "field" and not has_label and "label" not in names:
        raise ValueError(
            f"{found} {{label}}, which a field needs; write it where the label is, or pass "
            "label=..."
        )
    if labels and "label" not in names:
        raise ValueError(f"{found} {{label}}, which labels=... needs; write it where the label is")
    needed = NEEDED.get(kind)
    if needed is not None and needed not in names:
        from paperdigest._text.closest import close_to

        close = close_to(needed, names - GROUPS, 0.5)
        advice = f"write it instead of {{{close}}}" if close else "put it where the value is"
        raise ValueError(f"{found} {{{needed}}}; {advice}")


#: A value to try a name with; a word for all others.
_SAMPLES: Mapping[str, str] = {
    **dict.fromkeys(("title", "authors", "category", "value"), "A b"),
    "url": "https://example.org/a",
    "date": "2024-08-26",
}


def check_repeated(where: str, template: str, pattern: str, labels: Sequence[str]) -> None:
    """Raise for a template that has a name twice and whose pattern does not match what it writes.

    Args:
        where: The name to use in the message.
        template: The template.
        pattern: The pattern that was made from it.
        labels: The labels that ``{label}`` may be; any short text if empty.
    """
    names = [found[1] for found in PLACEHOLDER.finditer(template)]
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is None:
        return
    values = {**_SAMPLES, "label": next(iter(labels), "A")}
    written = PLACEHOLDER.sub(lambda found: values.get(found[1], "1"), template)
    if not re.match(pattern, written, re.MULTILINE):
        raise ValueError(
            f"{where}: {shown(template)} has {{{twice}}} twice, and what it writes is not read; "
            f"leave one out, or pass pattern=... with (?P={twice}) for the second"
        )


def check_signs(where: str, signs: object) -> None:
    """Raise for anything but a tuple of weights and regular expressions."""
    check_type(where, signs, tuple, "a list of pairs of a weight and a regular expression")
    for index, sign in enumerate(_items(signs)):
        place = f"{where}[{index}]"
        pair = _items(sign)
        if len(pair) != 2:
            raise TypeError(
                f"{place}: {shown(sign)} found; pass a pair of a weight and a regular expression, "
                "such as (3, '^## Daily Papers')"
            )
        weight, pattern = pair
        check_number(f"{place}[0]", weight)
        check_type(f"{place}[1]", pattern, str, "a regular expression")
        assert isinstance(pattern, str)  # else the check before refuses it
        check_pattern(pattern, place)
        if re.compile(pattern, re.MULTILINE).groups:
            raise ValueError(
                f"{place}: {shown(pattern)} has a group, which a sign cannot have; write (?:...)"
            )


def check_first(where: str, value: object) -> None:
    """Raise for anything but the number of a first paper."""
    check_number(where, value, _MOST_FIRST)
