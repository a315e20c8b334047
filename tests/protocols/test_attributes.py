"""The public attributes of the classes, as every format reads them."""

import datetime

import attrs
import pytest

from paperdigest import Digest, Media, Paper, Section
from paperdigest._protocols.attributes import Attribute, attributes_of, marks_of, set_attributes


def test_attributes() -> None:
    """Each attribute is told with its type, and whether it may be missing or many."""
    found = {each.name: each for each in attributes_of(Paper)}
    assert found["title"] == Attribute("title", str, required=True)
    assert found["votes"] == Attribute("votes", int, optional=True)
    assert found["authors"] == Attribute("authors", str, many=True, default=())
    assert found["sections"] == Attribute("sections", Section, many=True, default=())
    assert found["sections"].of_values
    assert found["published"] == Attribute("published", datetime.date, optional=True)
    assert found["arxiv_id"] == Attribute("arxiv_id", str, optional=True, derived=True)
    assert attributes_of(Media)[0] == Attribute(
        "kind", str, required=True, choices=("image", "video")
    )
    assert not any(each.name.startswith("_") for each in attributes_of(Digest))


def test_a_derived_class_has_what_its_base_has() -> None:
    """What follows from other attributes, and the marks, are there in a derived class too."""

    @attrs.frozen
    class Rated(Paper):
        score: int = 0

    class Issue(Digest):
        pass

    names = [each.name for each in attributes_of(Paper)]
    assert [each.name for each in attributes_of(Rated)] == [*names, "score"]
    assert marks_of(Issue) == marks_of(Digest) != ()
    assert marks_of(Paper) == ()


def test_what_can_be_set() -> None:
    """What follows from other attributes cannot be set."""
    names = [each.name for each in set_attributes(Paper)]
    assert "arxiv_id" not in names
    assert len(names) == len(attributes_of(Paper)) - 1


def test_a_type_that_no_format_knows() -> None:
    """A new attribute of a new type is refused until the formats know it."""

    @attrs.frozen
    class Odd:
        both: int | str = 3

    with pytest.raises(TypeError, match=r"^both: no format knows a int \| str; describe it"):
        attributes_of(Odd)
