"""JSON and JSON Lines."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import TypeVar, cast, overload

from paperdigest._formats.dictionaries import Value, to_dict
from paperdigest._formats.errors import DigestDataError
from paperdigest._formats.structure import TwiceDict, from_dict
from paperdigest._model.values import Digest

_V = TypeVar("_V")

# UTF-8 cannot hold surrogates, and some readers end a line at the others. Of two surrogates that
# stand for one character when they are read, only the second one is escaped: JSON would join the
# escapes of both.
_ESCAPED = re.compile(
    "[\x85\u2028\u2029]|(?<![\ud800-\udbff])[\ud800-\udbff](?![\udc00-\udfff])|[\udc00-\udfff]"
)


def to_json(value: Value, *, indent: int | None = None) -> str:
    r"""Return a value as JSON (RFC 8259): the dictionary of ``to_dict``, written as text.

    Letters of all languages are written as they are. A lone surrogate, which UTF-8 cannot encode,
    is written as an escape. JSON cannot escape two of them in a row that a reader would join into
    one character: the first is kept as it is, so the text round-trips but cannot be encoded.

    Args:
        value: A digest, a paper, or a part of a paper.
        indent: The number of spaces to indent each level by; one line by default.

    Returns:
        The text, without a final line ending.

    Raises:
        TypeError: It is another kind of value.

    Example:
        >>> from paperdigest import Link
        >>> to_json(Link("Code", "https://example.org/code"))
        '{"label": "Code", "url": "https://example.org/code"}'
    """
    text = json.dumps(to_dict(value), ensure_ascii=False, indent=indent)
    return text if text.isascii() else _ESCAPED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


@overload
def from_json(text: str | bytes, kind: type[Digest] = Digest) -> Digest: ...
@overload
def from_json(text: str | bytes, kind: type[_V]) -> _V: ...
def from_json(text: str | bytes, kind: type = Digest) -> object:
    """Return the value that JSON describes.

    Args:
        text: JSON as ``to_json`` writes it; bytes are UTF-8, with or without a byte order mark.
        kind: The class of the value; ``Digest`` by default.

    Returns:
        The value. ``from_json(to_json(value), type(value)) == value``.

    Raises:
        DigestDataError: The text is not JSON, or describes another thing. It names everything that
            is wrong, each with its path.
        TypeError: ``text`` is neither ``str`` nor ``bytes``.

    Example:
        >>> from_json('{"title": "Daily Papers", "date": "2024-08-26"}').date
        datetime.date(2024, 8, 26)
    """
    data: object = _loaded(text)
    return from_dict(data, kind)  # pyright: ignore[reportUnknownVariableType]


def to_json_lines(values: Value | Iterable[Value]) -> Iterator[str]:
    r"""Yield values as JSON Lines: each as JSON on a line of its own.

    Args:
        values: A digest or a paper, or any number of them; they are taken one at a time.

    Yields:
        Lines, each with its ``\n``, for ``file.writelines``.

    Raises:
        TypeError: One of them is another kind of value.

    Example:
        >>> lines = to_json_lines([Digest("Monday"), Digest("Tuesday")])
        >>> [digest.title for digest in from_json_lines(lines)]
        ['Monday', 'Tuesday']
    """
    for value in values if isinstance(values, Iterable) else (values,):
        yield to_json(value) + "\n"


@overload
def from_json_lines(
    lines: Iterable[str] | Iterable[bytes], kind: type[Digest] = Digest
) -> Iterator[Digest]: ...
@overload
def from_json_lines(lines: Iterable[str] | Iterable[bytes], kind: type[_V]) -> Iterator[_V]: ...
def from_json_lines(
    lines: Iterable[str] | Iterable[bytes], kind: type = Digest
) -> Iterator[object]:
    r"""Return an iterator over the values that JSON Lines describe.

    Args:
        lines: Lines, such as an open file; they are taken one at a time. Blank ones are skipped.
        kind: The class of the values; ``Digest`` by default.

    Returns:
        The value of each line. An invalid line raises when its value is taken.

    Raises:
        DigestDataError: A line is invalid. Each error says which one, counted from 1.
        TypeError: ``lines`` is one text or a path, or a line is neither ``str`` nor ``bytes``.

    Example:
        >>> [digest.title for digest in from_json_lines(['{"title": "Monday"}\n'])]
        ['Monday']
    """
    if isinstance(lines, str | bytes) or not isinstance(cast(object, lines), Iterable):
        found = type(lines).__name__
        raise TypeError(
            f"lines: {found} found; pass lines, such as an open file: with open(path) as lines"
        )
    return _values_of(lines, kind)


def _values_of(lines: Iterable[str] | Iterable[bytes], kind: type) -> Iterator[object]:
    for number, line in enumerate(cast("Iterable[object]", lines), 1):
        if not isinstance(line, str | bytes | bytearray):
            found = type(line).__name__
            raise TypeError(f"line {number}: {found} found; expected str or bytes")
        try:
            if not line.strip():
                continue
            value: object = from_json(cast("str | bytes", line), kind)  # pyright: ignore[reportUnknownVariableType]
        except DigestDataError as error:
            raise DigestDataError(f"line {number}: {each}" for each in error.errors) from None
        yield value


def _loaded(text: object) -> object:
    if isinstance(text, bytes | bytearray):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            place = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
            raise DigestDataError([f"the data is not UTF-8: {place}"]) from None
    if not isinstance(text, str):
        raise TypeError(f"text: {type(text).__name__} found; expected str or bytes")
    try:
        loaded: object = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text.rstrip() else ""
        where = "; for a file, pass its text" if text.endswith((".json", ".jsonl")) else ""
        raise DigestDataError(
            [f"the text is not JSON: {error.msg} at {line}column {error.colno}{where}"]
        ) from None
    except RecursionError:
        raise DigestDataError(["the text is nested too deeply"]) from None
    except ValueError:  # Python refuses to parse very long integers
        raise DigestDataError(["the text holds a very long integer"]) from None
    return loaded


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else TwiceDict(pairs)
