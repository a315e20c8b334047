"""Values made without their checks."""

import attrs

from paperdigest import Field, Link
from paperdigest._model.maker import maker


def test_what_is_made_is_the_value() -> None:
    """A maker takes all attributes in order and gives a value like any other."""
    for kind in (Field, Link):
        made = maker(kind)("a", "b")
        assert type(made) is kind
        assert made == kind("a", "b")
        assert hash(made) == hash(kind("a", "b"))
        assert attrs.evolve(made) == made
