"""pydantic, and FastAPI with it: how values are validated, written and described.

pydantic asks a class for this by ``__get_pydantic_core_schema__``:
https://docs.pydantic.dev/latest/concepts/types/#customizing-validation-with-__get_pydantic_core_schema__
"""

import datetime
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Protocol

import attrs

from paperdigest._protocols.attributes import (
    FORMAT,
    Attribute,
    attributes_of,
    marks_of,
    set_attributes,
)
from paperdigest._protocols.scalars import day_in_data, integer_in_data, items_in_data


class Handler(Protocol):
    """The handler that pydantic passes to a class, to describe the types of its attributes."""

    def generate_schema(self, source_type: object, /) -> object:
        """Return the schema of another type."""


class JsonHandler(Protocol):
    """The handler that makes a JSON Schema."""

    mode: str

    def __call__(self, schema: object, /) -> dict[str, object]:
        """Return the JSON Schema of a schema, or a reference to it."""
        ...

    def resolve_ref_schema(self, found: dict[str, object], /) -> dict[str, object]:
        """Return the JSON Schema that a reference means."""
        ...


def schema_of(cls: type, handler: Handler) -> object:
    """Return how pydantic validates a class of values, writes and describes it.

    A value of the class is taken as it is, a dictionary as ``from_dict`` takes it: an attribute
    with a default may be missing, what follows from others is ignored. Written is a dictionary of
    all attributes, and of what follows from them, as far as the caller excludes none.
    """
    core = import_module("pydantic_core.core_schema")
    attributes = attributes_of(cls)
    known = [each.name for each in set_attributes(cls)]

    def validated(value: object, inner: Callable[[object], dict[str, object]]) -> object:
        if isinstance(value, cls):
            return value
        data = inner(value)
        try:
            return cls(**{name: data[name] for name in known if name in data})
        except TypeError as error:
            raise ValueError(str(error)) from None

    def written(value: object, inner: Callable[[object], object]) -> object:
        return inner({each.name: getattr(value, each.name) for each in attributes})

    validated.__name__ = cls.__name__  # what the heading of pydantic's errors shows

    def fields(*, all_there: bool) -> object:
        found = {
            each.name: core.typed_dict_field(
                _field(core, each, handler), required=each.required or all_there
            )
            for each in attributes
        }
        if not all_there:
            for name in marks_of(cls):
                mark = core.nullable_schema(core.str_schema(strict=True))
                mark = core.literal_schema([FORMAT]) if name == "format" else mark
                found[name] = core.typed_dict_field(mark, required=False)
        return core.typed_dict_schema(found, extra_behavior="forbid")

    whole = fields(all_there=True)

    def described(schema: object, describe: JsonHandler) -> dict[str, object]:
        found = describe(whole if describe.mode == "serialization" else schema)
        describe.resolve_ref_schema(found)["title"] = cls.__name__
        return found

    return core.no_info_wrap_validator_function(
        validated,
        fields(all_there=False),
        ref=f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",
        metadata={"pydantic_js_functions": [described]},
        serialization=core.wrap_serializer_function_ser_schema(written, schema=whole),
    )


def items_schema_of(cls: type, items: object, handler: Handler) -> object:
    """Return how pydantic validates a class derived from a tuple, and writes its items.

    Args:
        cls: The class.
        items: The type of the tuple.
        handler: The handler of pydantic.
    """
    core = import_module("pydantic_core.core_schema")
    schema: object = core.no_info_after_validator_function(cls, handler.generate_schema(items))
    return schema


def _field(core: ModuleType, each: Attribute, handler: Handler) -> object:
    plain = {int: core.int_schema, datetime.date: core.date_schema, str: core.str_schema}
    found: object
    if each.choices:
        found = core.literal_schema(list(each.choices))
    elif each.kind in plain:
        found = plain[each.kind](strict=True)
    else:
        found = handler.generate_schema(each.kind)
    if each.many:
        found = core.tuple_variable_schema(found, strict=True)
    if each.optional:
        found = core.nullable_schema(found)
    # The types are strict, since pydantic takes more for a date than from_dict does.
    read = items_in_data if each.many else _READ.get(each.kind)
    if read is not None:
        found = core.no_info_before_validator_function(read, found)
    if each.required or isinstance(each.default, attrs.Factory):  # type: ignore[arg-type]
        return found
    return core.with_default_schema(found, default=each.default)


#: The functions that convert data of other libraries, by the type of an attribute.
_READ: Mapping[type, Callable[[object], object]] = {
    int: integer_in_data,
    datetime.date: day_in_data,
}
