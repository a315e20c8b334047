"""The base of classes that pydantic knows, apart from what only pydantic needs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paperdigest._protocols.pydantic import Handler


class Described:
    """The base of a class that pydantic validates, writes and describes by its attributes."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: "Handler") -> object:
        # Only pydantic calls this, and parsing does not need it.
        from paperdigest._protocols.pydantic import schema_of

        return schema_of(cls, handler)
