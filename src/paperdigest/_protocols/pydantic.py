"""pydantic, and FastAPI with it: how values are validated, written and described.

pydantic asks a class for this by ``__get_pydantic_core_schema__``:
https://docs.pydantic.dev/latest/concepts/types/#customizing-validation-with-__get_pydantic_core_schema__
"""

import datetime
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Protocol

from paperdigest._protocols.attributes import Attribute, attributes_of, marks_of, set_attributes


class Handler(Protocol):
    """The handler that pydantic passes to a class, to describe the types of its attributes."""

    def generate_schema(self, source_type: object, /) -> object:
        """Return the schema of another type."""


def schema_of(cls: type, handler: Handler) -> object:
    """Return how pydantic validates a class of values, writes and describes it.

    A value of the class is taken as it is, a dictionary as ``from_dict`` takes it: an attribute
    with a default may be missing, what follows from others is ignored. Written is a dictionary of
    all attributes, and of what follows from them.
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

    def written(value: object) -> dict[str, object]:
        return {each.name: getattr(value, each.name) for each in attributes}

    validated.__name__ = cls.__name__  # what the heading of pydantic's errors shows

    def fields(*, all_there: bool) -> object:
        found = {
            each.name: core.typed_dict_field(
                _field(core, each, handler), required=each.required or all_there
            )
            for each in attributes
        }
        if not all_there:
            mark = core.nullable_schema(core.str_schema())
            found |= {name: core.typed_dict_field(mark, required=False) for name in marks_of(cls)}
        described = {"pydantic_js_updates": {"title": cls.__name__}}
        return core.typed_dict_schema(found, extra_behavior="forbid", metadata=described)

    return core.no_info_wrap_validator_function(
        validated,
        fields(all_there=False),
        ref=f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",
        serialization=core.plain_serializer_function_ser_schema(
            written, return_schema=fields(all_there=True)
        ),
    )


def _field(core: ModuleType, each: Attribute, handler: Handler) -> object:
    found: object
    if each.of_values:
        found = handler.generate_schema(each.kind)
    elif each.choices:
        found = core.literal_schema(list(each.choices))
    elif each.kind is int:
        found = core.int_schema(strict=True)
    else:
        found = core.date_schema() if each.kind is datetime.date else core.str_schema()
    if each.many:
        found = core.tuple_variable_schema(found)
    return core.nullable_schema(found) if each.optional else found
