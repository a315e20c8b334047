"""pydantic and FastAPI, which take the values as they are."""

import asyncio
import datetime
import json
import re
from typing import Annotated, Any

import attrs
import httpx
import pytest
from fastapi import Body, FastAPI
from hypothesis import given
from pydantic import BaseModel, TypeAdapter, ValidationError, validate_call

from paperdigest import (
    Diagnostic,
    Diagnostics,
    Digest,
    DigestDataError,
    Fix,
    Link,
    Media,
    Paper,
    Range,
    Section,
    Severity,
    diagnose,
    from_dict,
    parse_digest,
    to_csl,
    to_dict,
    to_json,
)
from paperdigest._formats.dictionaries import VALUES
from paperdigest._protocols.attributes import attributes_of
from tests.formats.test_structure import Counted
from tests.samples import EXAMPLES
from tests.strategies import digests

ADAPTER = TypeAdapter(Digest)
DIGEST = parse_digest(EXAMPLES["daily-papers"])
DAMAGED = (
    "## Daily Papers (2024-08-26)\n\n### [Ponds](https://example.org/ponds)\n\n"
    "[Watch Video]https://example.org/ponds.mp4\n\nVote: many\n"
)


class Issue(BaseModel):
    """A model that holds values."""

    digests: list[Digest]
    best: Paper | None = None


@given(digests())
def test_there_and_back(digest: Digest) -> None:
    """What pydantic writes, in Python or in JSON, it validates as an equal value."""
    assert ADAPTER.validate_python(ADAPTER.dump_python(digest)) == digest
    plain = ADAPTER.dump_python(digest, mode="json")
    assert ADAPTER.validate_python(plain) == digest
    # JSON of pydantic is UTF-8, which has no surrogates.
    if not re.search("[\ud800-\udfff]", json.dumps(plain, ensure_ascii=False)):
        assert ADAPTER.validate_json(ADAPTER.dump_json(digest)) == digest


@given(digests())
def test_dictionaries_are_the_same(digest: Digest) -> None:
    """pydantic takes the dictionaries of `to_dict`, and writes what `from_dict` takes."""
    assert ADAPTER.validate_python(to_dict(digest)) == digest
    plain = ADAPTER.dump_python(digest, mode="json")
    assert from_dict(plain) == digest
    assert plain == {key: each for key, each in to_dict(digest).items() if key in plain}


def test_a_value_is_taken_as_it_is() -> None:
    """A value of the class is not made again, so that it keeps the text that it was read from."""
    assert ADAPTER.validate_python(DIGEST) is DIGEST
    assert Issue(digests=[DIGEST]).digests[0] is DIGEST


@pytest.mark.parametrize("cls", VALUES)
def test_every_class_is_known(cls: type) -> None:
    """pydantic describes every class: all attributes, those without default as required."""
    schema = TypeAdapter(cls).json_schema()
    described = schema.get("$defs", {}).get(cls.__name__, schema)
    attributes = attributes_of(cls)
    assert described["title"] == cls.__name__
    assert set(described["properties"]) >= {each.name for each in attributes}
    assert described.get("required", []) == [each.name for each in attributes if each.required]
    written = TypeAdapter(cls).json_schema(mode="serialization")
    assert list(written["properties"]) == [each.name for each in attributes]
    assert written["required"] == [each.name for each in attributes]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ({"papers": [{"title": "A"}, {"titel": "B"}]}, ("papers", 1, "title"), "required"),
        ({"papers": [{"title": "A", "votes": "3"}]}, ("papers", 0, "votes"), "valid integer"),
        ({"papers": [{"title": " A"}]}, ("papers", 0), "Paper.title: ' A' has white space"),
        ({"tilte": "A"}, ("tilte",), "not permitted"),
        ({"date": "2024-02-30"}, ("date",), "valid date"),
        ({"end_date": "2024-02-03"}, (), "has no first day"),
        (
            {"papers": [{"title": "A", "media": [{"kind": "gif", "url": "a"}]}]},
            ("papers", 0, "media", 0, "kind"),
            "'image' or 'video'",
        ),
        (3, (), "valid dictionary"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: object, place: Any, words: str) -> None:
    """What is wrong, also for the constructor, is shown by pydantic with its path."""
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(data)
    found = {error["loc"]: error["msg"] for error in caught.value.errors()}
    assert words in found[place]


def test_a_type_that_the_constructor_refuses() -> None:
    """An error of type in a constructor is one of validation, not of the program."""

    @attrs.frozen
    class Strict(Link):
        label: str = attrs.field()

        @label.validator
        def _check(self, attribute: object, value: object) -> None:
            raise TypeError("never")

    with pytest.raises(ValidationError, match="never"):
        TypeAdapter(Strict).validate_python({"label": "a", "url": "b"})


ODD: list[dict[str, Any]] = [
    {"format": "paperdigest/1", "dialect": None, "file": None},
    {"format": "paperdigest/2"},
    {"format": None},
    {"dialect": 1},
    {"file": 1},
    {"title": b"A"},
    {"title": "\ud800"},
    {"date": 0},
    {"date": 20240826},
    {"date": "20240826"},
    {"date": "1700000000"},
    {"date": "2024-08-26T00:00:00"},
    {"date": datetime.datetime(2024, 8, 26)},
    {"date": datetime.datetime(2024, 8, 26, 12)},
    {"papers": None},
    {"papers": {}},
    {"papers": {Paper("A")}},
    {"papers": "A"},
    {"papers": ({"title": "A"}, Paper("B"))},
    {"papers": [{"title": "A", "votes": 3.0}]},
    {"papers": [{"title": "A", "votes": 3.5}]},
    {"papers": [{"title": "A", "votes": True}]},
    {"papers": [{"title": "A", "votes": Counted()}]},
]


@pytest.mark.parametrize("data", ODD, ids=map(str, range(len(ODD))))
def test_it_takes_what_from_dict_takes(data: dict[str, Any]) -> None:
    """pydantic and `from_dict` read the same value of the same data, or both refuse it."""
    try:
        expected = from_dict(data)
    except DigestDataError:
        with pytest.raises(ValidationError):
            ADAPTER.validate_python(data)
    else:
        assert ADAPTER.validate_python(data) == expected


def test_strict_validation() -> None:
    """JSON has no dates and tuples, so texts and lists are taken for them in strict mode too."""
    assert ADAPTER.validate_json(to_json(DIGEST), strict=True) == DIGEST


def test_parts_are_left_out() -> None:
    """`include` and `exclude` choose what is written, also within papers, and defaults go."""
    digest = Digest("A", papers=[Paper("B", votes=3), Paper("C")])
    assert set(ADAPTER.dump_python(digest, exclude={"papers"})) == {"title", "date", "end_date"}
    only = ADAPTER.dump_python(digest, include={"papers": {"__all__": {"title", "votes"}}})
    assert only == {"papers": ({"title": "B", "votes": 3}, {"title": "C", "votes": None})}
    first = json.loads(ADAPTER.dump_json(digest, exclude={"papers": {0: True}}))
    assert [paper["title"] for paper in first["papers"]] == ["C"]
    filled = {"title": "A", "papers": ({"title": "B", "votes": 3}, {"title": "C"})}
    assert ADAPTER.dump_python(digest, exclude_defaults=True) == filled
    known = ADAPTER.dump_python(digest, exclude_none=True)
    assert set(known) == {"title", "papers"}
    assert "votes" not in known["papers"][1]


def test_a_derived_class_with_a_default_that_is_made() -> None:
    """pydantic makes a value of a derived class, with what it adds."""

    @attrs.frozen
    class Own(Paper):
        score: int = attrs.field(factory=int)

    adapter: TypeAdapter[Any] = TypeAdapter(Own)
    assert adapter.validate_python({"title": "A"}) == Own("A")
    found = adapter.dump_python(Own("A", "https://arxiv.org/abs/2408.12637", score=3))
    assert (found["score"], found["arxiv_id"]) == (3, "2408.12637")


def test_diagnostics_there_and_back() -> None:
    """pydantic writes diagnostics with their ranges and fixes, and validates them as equal ones."""
    found = diagnose(DAMAGED)
    assert {each.fix is None for each in found} == {True, False}
    adapter = TypeAdapter(Diagnostics)
    again = adapter.validate_json(adapter.dump_json(found), strict=True)
    assert (again, type(again)) == (found, Diagnostics)
    assert adapter.validate_python(found) == adapter.validate_python(list(found)) == found
    assert {type(each.severity) for each in again} == {Severity}
    for each in found:
        for kind, value in ((Diagnostic, each), (Range, each.range), (Fix | None, each.fix)):
            one: TypeAdapter[Any] = TypeAdapter(kind)  # type: ignore[arg-type]
            assert one.validate_python(one.dump_python(value, mode="json")) == value
            assert one.validate_python(value) is value


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ({"start": 1, "end": 2}, ("text",), "required"),
        ({"start": "1", "end": 2, "text": ""}, ("start",), "valid integer"),
    ],
)
def test_a_wrong_fix_is_told_with_its_place(data: object, place: Any, words: str) -> None:
    """What is wrong with a diagnostic from elsewhere is told as with a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Fix).validate_python(data)
    found = {error["loc"]: error["msg"] for error in caught.value.errors()}
    assert words in found[place]


def test_models_hold_values() -> None:
    """A model with values goes to JSON and back."""
    issue = Issue(digests=[DIGEST], best=DIGEST.papers[0])
    assert Issue.model_validate_json(issue.model_dump_json()) == issue
    paper = Paper("A", media=[Media("image", "a.png")], sections=[Section(None, "b")])
    assert Issue(digests=[], best=to_dict(paper)).best == paper  # type: ignore[arg-type]


def service() -> FastAPI:
    """Return a service that sends digests and takes papers."""
    app = FastAPI()

    @app.get("/digest")
    def get() -> Digest:
        return DIGEST

    @app.get("/heading", response_model_exclude={"papers"})
    def heading() -> Digest:
        return DIGEST

    @app.post("/votes")
    def votes(papers: Annotated[list[Paper], Body()]) -> int:
        return sum(paper.votes or 0 for paper in papers)

    @app.post("/check")
    def check(text: Annotated[str, Body()]) -> Diagnostics:
        return diagnose(text)

    @app.post("/errors")
    def errors(text: Annotated[str, Body()]) -> list[Diagnostic]:
        return [each for each in diagnose(text) if each.severity is Severity.ERROR]

    return app


def call(method: str, path: str, **options: Any) -> httpx.Response:
    """Call the service without a network."""

    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=service())
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, **options)

    return asyncio.run(answer())


def test_a_response_model() -> None:
    """FastAPI sends a digest that it is returned, and describes it."""
    answer = call("GET", "/digest")
    assert answer.status_code == 200
    assert from_dict(answer.json()) == DIGEST
    assert list(call("GET", "/heading").json()) == ["title", "date", "end_date"]
    described = call("GET", "/openapi.json").json()["components"]["schemas"]
    assert {"Digest", "Link", "Media-Output", "Paper-Output"} <= set(described)


def test_a_request_body() -> None:
    """FastAPI takes papers in the body of a request, and tells what is wrong with them."""
    papers = [to_dict(paper) for paper in DIGEST.papers]
    assert call("POST", "/votes", json=papers).json() == sum(
        paper.votes or 0 for paper in DIGEST.papers
    )
    answer = call("POST", "/votes", json=[{"title": "A", "votes": "many"}])
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", 0, "votes"]


def test_a_service_that_checks() -> None:
    """FastAPI sends diagnostics, all of a text or a list of some, and describes them."""
    found = diagnose(DAMAGED)
    sent = call("POST", "/check", json=DAMAGED).json()
    assert [each["code"] for each in sent] == [each.code for each in found]
    assert sent[-1]["range"]["start"] == attrs.asdict(found[-1].range.start)
    assert [each["code"] for each in call("POST", "/errors", json=DAMAGED).json()] == ["bad-votes"]
    described = call("GET", "/openapi.json").json()["components"]["schemas"]
    assert {"Diagnostic", "Fix", "Position", "Range", "Severity"} <= set(described)


def test_a_function_of_the_package_can_be_checked_by_pydantic() -> None:
    """`pydantic.validate_call` takes functions whose annotations name late imports."""
    assert validate_call(to_csl)(Paper("A"))[0]["title"] == "A"
