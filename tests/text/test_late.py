"""Annotations whose classes are imported when somebody resolves them."""

import inspect
import subprocess
import sys
from typing import get_type_hints

import pytest

from paperdigest import Detection, Digest, View, detect_dialect
from paperdigest._text.late import LateName


@pytest.mark.parametrize(
    ("function", "cls"), [(detect_dialect, Detection), (Digest.view, View)], ids=["detect", "view"]
)
def test_signatures_show_the_name_alone(function: object, cls: type) -> None:
    """A signature shows the public name of the class, and resolving it gives the class."""
    assert callable(function)
    assert str(inspect.signature(function)).endswith(f"-> {cls.__name__}")
    assert get_type_hints(function)["return"] is cls


def test_a_class_is_imported_when_its_name_is_resolved() -> None:
    """Until an annotation is resolved, the module of its class is not imported."""
    code = (
        "import sys, typing, paperdigest; paperdigest.Digest, paperdigest.detect_dialect\n"
        "names = 'paperdigest._display.view', 'paperdigest._parsing.detection'\n"
        "print([name in sys.modules for name in names])\n"
        "typing.get_type_hints(paperdigest.Digest.view)\n"
        "typing.get_type_hints(paperdigest.detect_dialect)\n"
        "print([name in sys.modules for name in names])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[False, False]", "[True, True]"]


def test_a_name_that_is_not_there() -> None:
    """A name that the package does not have is refused when it is resolved."""

    def make() -> None: ...

    make.__annotations__["return"] = LateName("Missing")
    with pytest.raises(AttributeError, match="no attribute 'Missing'"):
        get_type_hints(make)
