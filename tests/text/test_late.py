"""Modules that are imported when a name in them is looked up."""

import sys

import pytest

from paperdigest._text.late import LateModule


def test_a_module_is_imported_when_a_name_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until a name is looked up, nothing is imported; a name that is not there is told as ever."""
    name = "paperdigest._text.closest"
    monkeypatch.delitem(sys.modules, name, raising=False)
    late = LateModule(name)
    assert name not in sys.modules
    assert late.hint is sys.modules[name].hint
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'missing'"):
        late.missing  # noqa: B018
