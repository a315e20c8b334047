"""Public classes as annotations, which are imported when somebody resolves these."""

from typing import Self


class LateName(str):
    """The name of a public class, as an annotation of a function that does not need it at once.

    `typing.get_type_hints`, and so pydantic, evaluates a text to get the class. `help` shows the
    name alone.

    Args:
        name: Its name in the package.

    Example:
        >>> def make() -> LateName("Field"): ...
        >>> import inspect, typing
        >>> inspect.signature(make)
        <Signature () -> Field>
        >>> typing.get_type_hints(make)
        {'return': <class 'paperdigest.Field'>}
    """

    __slots__ = ("_name",)
    _name: str

    def __new__(cls, name: str) -> Self:
        made = super().__new__(cls, f"__import__('paperdigest').{name}")
        made._name = name
        return made

    def __repr__(self) -> str:
        return self._name
