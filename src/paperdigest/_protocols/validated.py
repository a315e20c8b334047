"""What makes a class of values one that pydantic knows, and FastAPI with it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paperdigest._protocols.pydantic import Handler


class Validated:
    """A class of values that pydantic validates, writes and describes."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: "Handler") -> object:
        # Only pydantic calls this, and reading does without.
        from paperdigest._protocols.pydantic import schema_of

        return schema_of(cls, handler)
