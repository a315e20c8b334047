"""Libraries of extras: imported when used; an error names the extra of a missing one."""

from importlib import import_module
from types import ModuleType


def optional(module: str, extra: str, purpose: str) -> ModuleType:
    """Import a module of an optional library.

    Args:
        module: Its name.
        extra: The extra of this package that installs the library.
        purpose: The subject of the error message: the feature that needs the library.

    Raises:
        ModuleNotFoundError: The library is not installed; the message says how to install it.

    Example:
        >>> optional("no_such", "arrow", "A table in Arrow")
        Traceback (most recent call last):
            ...
        ModuleNotFoundError: A table in Arrow needs no_such: pip install 'paperdigest[arrow]'
    """
    library = module.partition(".")[0]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != library:  # the library is there, and lacks something itself
            raise
        message = f"{purpose} needs {library}: pip install 'paperdigest[{extra}]'"
        raise ModuleNotFoundError(message, name=library) from None
