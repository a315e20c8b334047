"""The schema of a paper: what it has, one row for each attribute.

All code that loops over the attributes of a paper uses this table. It defines the kinds and groups
of rules and dialects, which groups are values, how the parser, the writer, the edits and the places
read and write a value, and which values the checks and the command line know. To add an attribute,
add a row here and an attribute to ``Paper``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeVar, cast

import attrs

from paperdigest._text.authors import Separator, read_authors, write_authors
from paperdigest._text.dates import read_date, respell
from paperdigest._text.votes import read_votes, respell_votes

_T = TypeVar("_T")

# Type checkers need these names spelled out. A test compares them with the table below.

#: The kinds of rules: those that start blocks, those that give a paper a value, and those that give
#: it none.
Kind = Literal[
    "digest", "group", "paper", "end", "skip",
    "votes", "authors", "category", "published", "media", "field", "link", "section", "copy",
    "markup", "divider",
]  # fmt: skip

#: The kinds that start a block of their own.
BLOCKS: tuple[Kind, ...] = ("digest", "group", "paper", "end", "skip")

#: The kinds of the text of a cell apart from the matches of its rules: an item, or a value whose
#: invalid text becomes a field.
CellKind = Literal["section", "field", "published"]

#: The attributes of a paper that :func:`locate` takes.
PaperAttribute = Literal[
    "title", "url", "arxiv_id", "votes", "authors", "category", "media", "sections", "fields",
    "links", "published",
]  # fmt: skip

#: The kinds of tokens: a value of an attribute, or one of the last four.
TokenKind = Literal[
    "title", "date", "range", "year", "url", "votes", "authors", "category", "published", "alt",
    "label", "value", "text", "markup", "blank", "other",
]  # fmt: skip


class Manner:
    """The spelling of values that can be spelled in several ways, as a rule and a text have it.

    Attributes:
        separator: The text between names.
        as_list: Whether names are written as a list literal.
    """

    def __init__(self, separator: Separator = ", ", *, as_list: bool = False) -> None:
        self.separator = separator
        self.as_list = as_list


#: From a text to a value; the separator is that of the rule.
_Read = Callable[[str, Separator], object]
#: From a value to a text.
_Write = Callable[[Any, Manner], str]
#: From an old text and a new value to a text in the manner of the old one.
_Respell = Callable[[str, Any], str]


def _text(text: str, _: Separator) -> str | None:
    return text.strip() or None


def _votes(text: str, _: Separator) -> int | None:
    return read_votes(text.strip())


def _date(text: str, _: Separator) -> object:
    return read_date(text)


def _names(names: Sequence[str], manner: Manner) -> str:
    return write_authors(names, manner.separator, as_list=manner.as_list)


def _written(value: object, _: Manner) -> str:
    return "" if value is None else str(value)


def _anew(_: str, value: object) -> str:
    return str(value)


class Attribute:
    """An attribute of a paper.

    Attributes:
        name: Its name.
        kind: The kind of the rules that give it a line or a place in a cell of its own; empty where
            it is in the head of a paper only.
        group: The group of a pattern that holds it; empty where each of its items has several.
        many: Whether it is a tuple.
        derived: Whether it follows from others.
        in_head: Whether its group may be in the head of a paper.
        read: Makes a value of a text.
        write: Makes a text of a value; an empty one if there is none.
        respell: Makes a text of a value in the manner of an old text.
        spare_label: The label of the field for a text that is not such a value; without one, such a
            text gives no value.
    """

    def __init__(
        self,
        name: str,
        kind: Kind | None = None,
        *,
        group: str = "",
        many: bool = False,
        derived: bool = False,
        in_head: bool = False,
        read: _Read = _text,
        write: _Write = _written,
        respell: _Respell = _anew,
        spare_label: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.group = group
        self.many = many
        self.derived = derived
        self.in_head = in_head
        self.read = read
        self.write = write
        self.respell = respell
        self.spare_label = spare_label

    @property
    def empty(self) -> Any:  # noqa: ANN401 - None or an empty tuple, as its class has it
        """The value of the attribute in a paper without one."""
        return () if self.many else None


#: The attributes of a paper, in the order of the class.
PAPER: tuple[Attribute, ...] = (
    Attribute("title", group="title", in_head=True),
    Attribute("url", group="url", in_head=True),
    Attribute("arxiv_id", "copy", group="copy", derived=True),
    Attribute(
        "votes", "votes", group="votes", in_head=True, read=_votes, respell=respell_votes,
    ),
    Attribute(
        "authors", "authors", group="authors", many=True, in_head=True, read=read_authors,
        write=_names,
    ),
    Attribute("category", "category", group="category", in_head=True),
    Attribute("media", "media", many=True),
    Attribute("sections", "section", many=True),
    Attribute("fields", "field", many=True),
    Attribute("links", "link", many=True),
    Attribute(
        "published", "published", group="published", in_head=True, read=_date, respell=respell,
        spare_label="Published",
    ),
)  # fmt: skip

#: The same by name.
BY_NAME: Mapping[str, Attribute] = {each.name: each for each in PAPER}

#: The attributes that hold items with attributes of their own, by the kind of the rules for them.
ITEMS: Mapping[str, Attribute] = {
    each.kind: each for each in PAPER if each.kind and each.many and not each.group
}

#: The attributes that a rule reads from one group, on a line of their own, by the kind of the rule.
VALUES: Mapping[str, Attribute] = {each.kind: each for each in PAPER if each.kind and each.group}

#: The attributes whose groups are in the head of a paper, apart from its title and main link,
#: which tables of rules know by themselves.
IN_HEAD = tuple(each for each in PAPER if each.in_head and each.name not in ("title", "url"))

#: The groups that are values to a tokenizer; any other text of a match is markup.
TOKENS = frozenset({
    "date", "range", "year", "label", "value", "alt",
    *(each.group for each in PAPER if each.group and not each.derived),
})  # fmt: skip

#: The groups with a meaning. Those that start with ``mark`` are markup.
GROUPS = frozenset({*TOKENS, "copy", "level", "id", "n", "anchor"})

#: Which of its groups a rule of a kind must have.
NEEDED: Mapping[str, str] = {
    "group": "category", "paper": "title", "media": "url", "field": "value", "link": "url",
    **{kind: each.group for kind, each in VALUES.items()},
}  # fmt: skip


def items(value: Iterable[_T]) -> tuple[_T, ...]:
    """Convert a list to a tuple. The check reports anything else."""
    if isinstance(value, str | bytes | set | frozenset) or not hasattr(value, "__iter__"):
        return value  # type: ignore[return-value]
    return tuple(value)


def strings(value: Iterable[str]) -> tuple[str, ...]:
    """Convert one string to a tuple of it."""
    return (value,) if isinstance(value, str) else items(value)


class Compared:
    """The base of classes that compare by their attributes: rules, cells and dialects.

    Comparing them is rare, and attrs compiles methods of its own for each class on import.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Compared) or type(other) is not type(self):
            return NotImplemented
        # Most rules that differ do so in their kind, which comes first.
        return all(getattr(self, name) == getattr(other, name) for name in self._compared())

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self._compared()]))

    def _compared(self) -> Iterator[str]:
        known: object = type(self).__attrs_attrs__  # type: ignore[attr-defined]
        fields = cast("Sequence[attrs.Attribute[Any]]", known)
        return (each.name for each in fields if each.eq)
