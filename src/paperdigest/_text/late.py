"""Modules for annotations alone, which are imported when somebody resolves these."""

import sys


class LateModule:
    """A module that is imported when a name in it is looked up.

    `typing.get_type_hints`, and so pydantic, looks up the names of annotations among those of the
    module. What is imported in a function or for type checkers alone is not there.

    Args:
        name: Its full name.

    Example:
        >>> LateModule("paperdigest._text.shown").shown("a")
        "'a'"
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> object:
        __import__(self._name)
        value: object = getattr(sys.modules[self._name], name)
        return value
