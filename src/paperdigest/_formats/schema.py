"""The JSON Schema of digests, generated from the classes.

``python -m paperdigest._formats.schema FILE`` writes the file that the package ships.
"""

import datetime
import inspect
import json
import sys
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TypeAlias, cast

import attrs

from paperdigest._formats.dictionaries import VALUES, Value
from paperdigest._model.values import Digest
from paperdigest._protocols.attributes import FORMAT, Attribute, attributes_of
from paperdigest._text.votes import MAX_VOTE_DIGITS

#: The values in a JSON Schema.
JsonValue: TypeAlias = "Mapping[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"

FILE = "digest.schema.json"


def json_schema() -> dict[str, JsonValue]:
    """Return the JSON Schema (draft 2020-12) of a digest's dictionary.

    The results of ``to_dict`` and ``to_json`` are valid by it, and so is each item of the list that
    ``paperdigest --json`` prints. The schemas of a paper and of its
    parts are under ``$defs``. The package ships it as ``paperdigest/digest.schema.json``.

    Returns:
        A new dictionary.

    Example:
        >>> json_schema()["properties"]["date"]["anyOf"][0]
        {'type': 'string', 'format': 'date'}
    """
    text = resources.files("paperdigest").joinpath(FILE).read_text("utf-8")
    return cast("dict[str, JsonValue]", json.loads(text))


def generate_schema() -> dict[str, JsonValue]:
    """Return the schema, generated from the classes."""
    marks: dict[str, JsonValue] = {
        "format": {"const": FORMAT, "description": "The format, and the version of the format."},
        "dialect": {
            **_or_null({"type": "string"}),
            "description": "The dialect that the digest was parsed in, if it was parsed.",
        },
        "file": {
            **_or_null({"type": "string"}),
            "description": "The file that it was read from, added by the command line; ignored.",
        },
    }
    digest = _object_schema(Digest)
    properties = cast("dict[str, JsonValue]", digest["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        **digest,
        "properties": {**marks, **properties},
        "$defs": {kind.__name__: _object_schema(kind) for kind in VALUES if kind is not Digest},
    }


def _object_schema(kind: type[Value]) -> dict[str, JsonValue]:
    described = _descriptions(kind)
    properties: dict[str, JsonValue] = {}
    for each in attributes_of(kind):
        properties[each.name] = _property(kind, each)
        described_here = cast("dict[str, JsonValue]", properties[each.name])
        described_here["description"] = described[each.name]
    required: list[JsonValue] = [each.name for each in attributes_of(kind) if each.required]
    schema: dict[str, JsonValue] = {
        "title": kind.__name__,
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
    }
    if required:
        schema["required"] = required
    return {**schema, "additionalProperties": False}


def _property(kind: type[Value], each: Attribute) -> dict[str, JsonValue]:
    if each.derived:
        return {**_or_null({"type": "string"}), "readOnly": True}
    schema: dict[str, JsonValue] = _item(kind, each)
    if each.many:
        schema = {"type": "array", "items": schema}
    return _or_null(schema) if each.optional else schema


def _item(kind: type[Value], each: Attribute) -> dict[str, JsonValue]:
    if each.of_values:
        return {"$ref": f"#/$defs/{each.kind.__name__}"}
    if each.choices:
        return {"enum": list(each.choices)}
    if each.kind is int:
        return {"type": "integer", "minimum": 0, "maximum": 10**MAX_VOTE_DIGITS - 1}
    if each.kind is datetime.date:
        return {"type": "string", "format": "date"}
    empty: object = ("",) if each.many else ""
    return {"type": "string"} if _takes(kind, each, empty) else {"type": "string", "minLength": 1}


def _takes(kind: type[Value], each: Attribute, value: object) -> bool:
    """Return whether the check of an attribute accepts a value."""
    field = attrs.fields_dict(cast("type[attrs.AttrsInstance]", kind))[each.name]
    assert field.validator is not None  # every attribute of a value has a check
    try:
        field.validator(object.__new__(kind), field, value)
    except ValueError:
        return False
    return True


def _or_null(schema: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {"anyOf": [schema, {"type": "null"}]}


def _descriptions(kind: type[Value]) -> dict[str, str]:
    """Return the descriptions of the attributes in the docstring of a class."""
    found: dict[str, str] = {
        "arxiv_id": "Follows from the links and fields; ignored when it is read."
    }
    doc = inspect.cleandoc(kind.__doc__ or "")  # Python 3.13 does this by itself
    part = doc.partition("Attributes:\n")[2].partition("\n\n")[0]
    name = ""
    for line in part.split("\n"):
        words = line.strip().replace("``", "`")
        if line.startswith(" " * 8):
            found[name] += f" {words}"
        else:
            name, _, found[name] = words.partition(": ")
    return found


def main(arguments: list[str]) -> None:
    """Write the schema to a file."""
    (path,) = arguments
    text = json.dumps(generate_schema(), indent=2, ensure_ascii=False)
    Path(path).write_text(text + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
