"""Dictionaries turned back into values, with all problems reported at once."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar, cast, overload

import attrs

from paperdigest._formats.dictionaries import (
    VALUES,
    DigestDict,
    FieldDict,
    LinkDict,
    MediaDict,
    PaperDict,
    SectionDict,
    Value,
)
from paperdigest._formats.errors import DigestDataError
from paperdigest._model.values import (
    Digest,
    Field,
    Link,
    Media,
    Paper,
    Section,
)
from paperdigest._protocols.attributes import (
    FORMAT,
    Attribute,
    attributes_of,
    marks_of,
    set_attributes,
)
from paperdigest._protocols.scalars import day_in_data, integer_in_data, items_in_data
from paperdigest._text.closest import hint

_V = TypeVar("_V")

#: A marker for "no value", since ``None`` can be one.
_WRONG = object()


class TwiceDict(dict[str, object]):
    """A dictionary of a text that has some keys twice.

    Attributes:
        twice: The keys.
    """

    def __init__(self, pairs: Sequence[tuple[str, object]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.twice = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]


@overload
def from_dict(data: Mapping[str, object] | DigestDict, kind: type[Digest] = Digest) -> Digest: ...
@overload
def from_dict(data: Mapping[str, object] | PaperDict, kind: type[Paper]) -> Paper: ...
@overload
def from_dict(data: Mapping[str, object] | SectionDict, kind: type[Section]) -> Section: ...
@overload
def from_dict(data: Mapping[str, object] | MediaDict, kind: type[Media]) -> Media: ...
@overload
def from_dict(data: Mapping[str, object] | FieldDict, kind: type[Field]) -> Field: ...
@overload
def from_dict(data: Mapping[str, object] | LinkDict, kind: type[Link]) -> Link: ...
@overload
def from_dict(data: object, kind: type[_V]) -> _V: ...
def from_dict(data: object, kind: type = Digest) -> object:
    """Return the value that a dictionary describes.

    Attributes that have a default may be missing. Lists and tuples are the same, and so are a date
    and its text in ISO 8601, and an integer and a float without a fraction; integers and arrays of
    numpy and days of pandas are taken too. ``arxiv_id`` is ignored, since it follows from the
    links and fields, and so is ``dialect``: a value has no dialect. To write it in the same one,
    pass the name to ``serialize_digest``.

    Args:
        data: A dictionary as ``to_dict`` returns it.
        kind: The class of the value; ``Digest`` by default.

    Returns:
        The value. ``from_dict(to_dict(value), type(value)) == value``.

    Raises:
        DigestDataError: The data is wrong. It names everything that is, each with its path.
        TypeError: ``kind`` is not a class of a value.

    Example:
        >>> from_dict({"title": "Daily Papers", "papers": [{"title": "A", "votes": 3}]}).papers
        (Paper(title='A', votes=3),)
        >>> from_dict({"label": "Code", "url": "https://example.org/code"}, Link)
        Link(label='Code', url='https://example.org/code')
    """
    if kind not in VALUES:
        names = ", ".join(each.__name__ for each in VALUES)
        raise TypeError(f"kind: {kind!r} found; expected one of {names}")
    errors: list[str] = []
    value = _build(data, kind, "", errors)
    if errors:
        raise DigestDataError(errors)
    return value


def _build(data: object, kind: type[Value], path: str, errors: list[str]) -> object:
    """Make a value, and note the problems. The depth is that of the classes, three at most."""
    if isinstance(data, kind):
        return data
    if not isinstance(data, Mapping):
        advice = "; pass each of its items to from_dict" if not path and _is_list(data) else ""
        message = f"expected an object with the keys of {_a(kind)}"
        errors.append(_told(path, message, data) + advice)
        return _WRONG
    mapping = cast("Mapping[object, object]", data)
    before = len(errors)
    errors += _wrong_keys(mapping, kind, path)
    values: dict[str, object] = {}
    for each in attributes_of(kind):
        if each.name in mapping:
            value = _read(mapping[each.name], each, _join(path, each.name), errors)
            if not each.derived:
                values[each.name] = value
        elif each.required:
            errors.append(f"{_join(path, each.name)}: is missing; expected {expected(each)}")
    if len(errors) == before:
        with suppress(TypeError, ValueError):
            return kind(**values)  # type: ignore[arg-type]
    errors += _refusals(kind, values, path)
    return _WRONG


def _wrong_keys(data: Mapping[object, object], kind: type[Value], path: str) -> Iterator[str]:
    """Yield the problems of the keys, and of the marks of a digest."""
    known = [*(each.name for each in attributes_of(kind)), *marks_of(kind)]
    if kind is Digest and "papers" not in data and {"url", "authors"} <= data.keys():
        yield f"{_join(path, 'url')}: is a key of a paper; pass kind=Paper"
        return
    for key in data:
        if key in known:
            continue
        name = key if isinstance(key, str) else repr(key)
        yield f"{_join(path, name)}: unknown key of {_a(kind)}; {hint(name, known)}"
    if isinstance(data, TwiceDict):
        yield from (f"{_join(path, key)}: is there twice; leave one out" for key in data.twice)
    if kind is not Digest:
        return
    mark = data.get("format", FORMAT)
    if mark != FORMAT:
        newer = isinstance(mark, str) and mark.startswith("paperdigest/")
        advice = "; a newer version of paperdigest may know it" if newer else ""
        yield _told(_join(path, "format"), f"expected {FORMAT!r}", mark) + advice
    for name in ("dialect", "file"):
        if not isinstance(data.get(name), str | None):
            yield _told(_join(path, name), "expected a string or null", data.get(name))


def _read(value: object, each: Attribute, path: str, errors: list[str]) -> object:
    """Return the value of one attribute, or note that it is wrong."""
    if not each.many:
        return _read_one(value, each, path, errors)
    items = items_in_data(value)
    if not isinstance(items, tuple):
        errors.append(_told(path, f"expected {expected(each)}", value))
        return _WRONG
    one = attrs.evolve(each, many=False)
    found = enumerate(cast("tuple[object, ...]", items))
    return tuple(_read_one(item, one, f"{path}[{index}]", errors) for index, item in found)


def _read_one(value: object, each: Attribute, path: str, errors: list[str]) -> object:
    if value is None and each.optional:
        return None
    if each.of_values:
        return _build(value, each.kind, path, errors)
    taken: object = value
    if each.kind is int:
        taken = integer_in_data(value)
    elif each.kind is datetime.date:
        taken = day_in_data(value)
        if taken is None and each.optional:
            return None
    exact = not isinstance(taken, bool) and not isinstance(taken, datetime.datetime)
    if exact and isinstance(taken, each.kind) and (not each.choices or taken in each.choices):
        return taken
    errors.append(_told(path, f"expected {expected(each)}", value))
    return _WRONG


def _refusals(kind: type[Value], values: Mapping[str, object], path: str) -> Iterator[str]:
    """Yield the reasons why a class refuses attributes, also beside some of the wrong type."""
    partial: object = object.__new__(kind)
    sound: list[tuple[str, object]] = []
    for each in set_attributes(kind):
        value = values.get(each.name, _WRONG if each.required else each.default)
        items = value if each.many and value is not _WRONG else (value,)
        if _WRONG not in cast("tuple[object, ...]", items):
            object.__setattr__(partial, each.name, value)
            sound.append((each.name, value))
    fields = attrs.fields_dict(cast("type[attrs.AttrsInstance]", kind))
    for name, value in sound:
        field = fields[name]
        assert field.validator is not None  # every attribute of a value has a check
        try:
            field.validator(partial, field, value)
        except AttributeError:
            continue  # it is compared with one of the wrong type, which is reported
        except (TypeError, ValueError) as error:
            yield _relocated(error, kind, path)


def _relocated(error: Exception, kind: type[Value], path: str) -> str:
    """Return the message of a constructor, with the path in place of the attribute's name."""
    message = str(error).removeprefix(f"{kind.__name__}.")
    return _join(path, message) if message != str(error) else _told(path, message)


def expected(each: Attribute) -> str:
    """Return the expected type of an attribute, in words."""
    if each.choices:
        words = " or ".join(map(repr, each.choices))
    elif each.of_values:
        words = f"an object with the keys of {_a(each.kind)}"
    else:
        words = {str: "a string", int: "an integer"}.get(each.kind, "a date such as '2024-08-26'")
    if each.many:
        words = "a list of " + ("objects" if each.of_values else "strings")
    return f"{words} or null" if each.optional else words


def _told(path: str, message: str, *got: object) -> str:
    found = "".join(f", got {_shown(each)}" for each in got)
    return f"{path}: {message}{found}" if path else f"{message}{found}"


def _shown(value: object) -> str:
    """Return the found data, in a few words."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Mapping):
        return "an object"
    if _is_list(value):
        return "a list"
    try:
        words = repr(value[:61] if isinstance(value, str) else value)
    except ValueError:  # Python refuses to write very long integers
        return "a very long integer"
    return words if len(words) <= 60 else f"{words[:57]}..."


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _a(kind: type) -> str:
    return f"a {kind.__name__.lower()}"
