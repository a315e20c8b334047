"""From a line with values in it to patterns of other lines of its kind."""

import re
from collections.abc import Iterator, Mapping, Sequence

_NUMBER = re.compile(r"[0-9]+")
_TAG = re.compile(r"</?[a-z]{1,10}[ ]?/?>")
_LABELLED = re.compile(
    r"(?P<lead>[ \t]*(?:[-*+•][ \t]+)?)(?P<open>\*\*|__|[*_]|)"
    r"(?P<label>[^\W\d_][^:：*_\n\[\]()]{0,40}?)"
    r"(?P<close>(?P=open)[ ]?[:：]|[:：](?P=open))(?=[ \t]|[^\x00-\x7f]|$)"
)


def spans_of(line: str, values: Mapping[str, Sequence[str]]) -> list[tuple[int, int, str]]:
    """Return the places of values in a line, in order, without those that overlap.

    Args:
        line: The line.
        values: For each name the texts to look for, best first.
    """
    found: list[tuple[int, int, str]] = []
    for name, texts in values.items():
        is_word = name == "category"  # short, such as "AI", in which many words end
        found_at = (span for text in texts for span in places(line, text, is_word=is_word))
        for start, end in found_at:
            if all(end <= first or last <= start for first, last, _ in found):
                found.append((start, end, name))
                break
    return sorted(found)


def places(line: str, text: str, *, is_word: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the places of a text in a line; a number or word must be whole there."""
    if text:
        other = r"\w" if is_word else "[0-9]"
        is_whole = is_word or text.isdecimal()
        wanted = rf"(?<!{other}){re.escape(text)}(?!{other})" if is_whole else re.escape(text)
        for match in re.finditer(wanted, line):
            yield match.span()


def literal(text: str) -> str:
    """Return the pattern of the text around values, in which numbers and white space may differ."""
    pieces = (re.escape(piece) for piece in _NUMBER.split(text))
    return re.sub(r"(?:\\ )+", r"[ \\t]++", "[0-9]{1,18}+".join(pieces))


def day_like(written: str) -> str:
    """Return the pattern of days that are written like one."""
    numbers = _NUMBER.sub("[0-9]{1,4}+", re.escape(written)).replace(r"\ ", r"[ \t]++")
    return re.sub(r"[^\W\d_]{2,}", "[A-Za-z]{2,9}+", numbers)


def names_span(text: str, names: Sequence[str]) -> tuple[int, int] | None:
    """Return the start and end of names in a text, from the first to the last one.

    Example:
        >>> names_span("by Ada, Emmy.", ["Ada", "Emmy"])
        (3, 12)
    """
    start = text.find(names[0]) if names else -1
    end = text.find(names[-1], start) if start >= 0 else -1
    return (start, end + len(names[-1])) if end >= 0 else None


def is_row(line: str) -> bool:
    """Return whether a line is a row of a table."""
    return line.lstrip().startswith("|")


def is_item(line: str) -> bool:
    """Return whether a line is an item of a list."""
    return bool(re.match(r"[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]", line))


def is_fixed(text: str) -> bool:
    """Return whether a text is only marks and tags, and so likely the same in other lines."""
    return not re.search(r"[^\W_]", _TAG.sub("", text))


def number_named(text: str) -> str:
    """Return a template of a text whose first number is that of the paper."""
    return _NUMBER.sub("{n}", text, count=1)


def labelled(line: str) -> tuple[str, str] | None:
    """Return the text before and after the label of a line, or ``None`` if it has none.

    Example:
        >>> labelled("- **Idea:** smaller")
        ('- **', ':**')
    """
    found = _LABELLED.match(line)
    return found and (f"{found['lead']}{found['open']}", found["close"])


def link_around(line: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the start and end of the link that has a URL of a line, if there is one.

    Example:
        >>> link_around("PDF: [here](u) x", 12, 13)
        (5, 14)
    """
    if not line[:start].endswith("](") or not line.startswith(")", end):
        return None
    opening = line.rfind("[", 0, start - 2)
    return None if opening < 0 else (opening, end + 1)
