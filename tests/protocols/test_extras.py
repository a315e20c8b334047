"""Libraries that come with an extra."""

import json
import sys
from collections.abc import Callable

import pytest

from paperdigest import Digest, Paper, rows, to_atom
from paperdigest._protocols.extras import optional

#: What needs a library: its name, the extra that installs it, and how to use it.
USES: list[tuple[str, str, Callable[[], object]]] = [
    ("pyarrow", "arrow", lambda: Digest(papers=[Paper("A")]).__arrow_c_stream__()),
    ("pyarrow", "arrow", lambda: rows([]).__arrow_c_stream__()),
    ("feedgen", "feeds", lambda: to_atom([])),
]


class Hider:
    """A finder that finds everything but one library."""

    def __init__(self, library: str) -> None:
        self.library = library

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        if name.partition(".")[0] == self.library:
            raise ModuleNotFoundError(f"No module named {name!r}", name=self.library)


def hide(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """Hide a library, as if it were not installed."""
    for name in [*sys.modules]:
        if name.partition(".")[0] == library:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Hider(library), *sys.meta_path])


@pytest.mark.parametrize(("library", "extra", "use"), USES)
def test_a_missing_library_names_its_extra(
    library: str, extra: str, use: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a library, what needs it says which extra to install; with it, it works."""
    use()
    hide(monkeypatch, library)
    with pytest.raises(ModuleNotFoundError) as caught:
        use()
    assert str(caught.value).endswith(f" needs {library}: pip install 'paperdigest[{extra}]'")
    assert caught.value.name == library


def test_a_library_that_is_there_is_imported() -> None:
    """A library is imported by its name, and so is a module in it."""
    assert optional("json", "x", "It") is json
    assert optional("json.decoder", "x", "It") is json.decoder


def test_a_library_that_lacks_something_says_so_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An error in the library itself is not taken as its absence."""
    hide(monkeypatch, "fractions")
    monkeypatch.delitem(sys.modules, "statistics", raising=False)
    with pytest.raises(ModuleNotFoundError, match="No module named 'fractions'"):
        optional("statistics", "x", "It")
