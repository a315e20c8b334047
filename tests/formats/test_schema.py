"""The JSON Schema: what it says, and that what is written is valid by it."""

import json
from importlib import resources
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from jsonschema_rs import Draft202012Validator, meta

from paperdigest import Digest, Paper, from_dict, json_schema, to_dict
from paperdigest._formats.schema import _descriptions, generate_schema, main
from tests.formats.test_structure import WRONG
from tests.strategies import digests

VALIDATOR = Draft202012Validator(cast("Any", json_schema()), validate_formats=True)
PAPER = Draft202012Validator(
    {"$defs": cast("Any", json_schema()["$defs"]), "$ref": "#/$defs/Paper"}, validate_formats=True
)


def test_the_file_is_up_to_date(tmp_path: Path) -> None:
    """The package ships what is generated; `python -m tests.expect` writes it again."""
    assert json_schema() == generate_schema()
    main([str(tmp_path / "schema.json")])
    shipped = resources.files("paperdigest").joinpath("digest.schema.json").read_bytes()
    assert (tmp_path / "schema.json").read_bytes() == shipped


def test_it_is_a_schema() -> None:
    """It is valid by the schema of schemas, and a caller's copy is the caller's own."""
    meta.validate(json_schema())
    json_schema().clear()
    assert json_schema()["title"] == "Digest"


@given(digests())
def test_what_is_written_is_valid(digest: Digest) -> None:
    """Every digest's dictionary is valid, and so is each paper's by its own part of the schema."""
    VALIDATOR.validate(to_dict(digest))
    for paper in digest.papers:
        PAPER.validate(to_dict(paper))


@pytest.mark.parametrize(("data", "message"), WRONG, ids=[message[:60] for _, message in WRONG])
def test_what_is_refused_is_invalid(data: object, message: str) -> None:
    """What has a wrong shape is invalid by the schema too, where JSON can hold it."""
    try:
        plain = json.loads(json.dumps(data))
    except (TypeError, ValueError):
        pytest.skip("JSON cannot hold it")
    beyond = "white space" in message or "first day" in message
    assert VALIDATOR.is_valid(plain) == beyond


@given(digests())
def test_it_describes_what_is_read(digest: Digest) -> None:
    """What is valid is read, with the marks and without."""
    plain = dict(to_dict(digest))
    del plain["format"], plain["dialect"]
    VALIDATOR.validate(plain)
    assert from_dict(plain) == digest


def test_what_is_ignored_may_be_null() -> None:
    """The marks that say where a digest is from may be null, by the schema and when it is read."""
    plain = {"dialect": None, "file": None, "papers": [{"title": "A", "votes": 3.0}]}
    VALIDATOR.validate(plain)
    assert from_dict(plain) == Digest(papers=[Paper("A", votes=3)])


def test_every_key_is_described() -> None:
    """Each attribute says in the schema what its docstring says."""
    schema: Any = json_schema()
    for part in (schema, *schema["$defs"].values()):
        for name, found in part["properties"].items():
            assert found["description"], name


def test_a_description_may_run_on() -> None:
    """What a docstring says of an attribute may take several lines."""

    class Described:
        """A class.

        Attributes:
            name: The first line
                and the second.
        """

    found = _descriptions(Described)  # type: ignore[arg-type]
    assert found["name"] == "The first line and the second."
