"""Dialects: rules that describe how one family of digests is parsed and written."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

import attrs

from paperdigest._grammar.compiled import Compiled
from paperdigest._grammar.patterns import check_pattern, is_proven, proven, tokens_of
from paperdigest._grammar.rules import Cell, Rule, rules_of
from paperdigest._grammar.schema import GROUPS, Compared, Kind, items
from paperdigest._grammar.tables import numbered
from paperdigest._text.shown import shown

_T = TypeVar("_T")


def _cells(value: Iterable[Cell]) -> tuple[Cell, ...]:
    """Convert a list of cells to a tuple."""
    return items(value)


def _signs(value: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Convert a list of signs to a tuple."""
    return items(value)


@attrs.frozen(eq=False, slots=False, repr=False)
class Dialect(Compared):
    r"""How one family of digests is written.

    Attributes:
        name: Its name.
        rules: The rules, both of the blocks and of the lines in a paper. If two match, the first
            one counts. Papers are written in their order.
        cells: The cells of table rows. If there are any, a paper is only its row.
        signs: Weights and regular expressions that distinguish this family from others. Each that
            is found in the first part of a text counts once.
        first: The number of the first paper.
        preface: Lines that are written below the digest's heading, such as the head of a table. An
            empty one separates it from the heading.
        between: Lines that are written between two papers.
        contents: A regular expression for an entry of a table of contents before the papers, with
            the title of a paper in the group ``title``. The entry follows edits, and so do
            ``authors``, and the number of the paper in ``n`` and ``anchor``.
        totals: A regular expression for a number of papers before the papers, in the group ``n``.
            With a group ``category``, it is the number in that group of papers. It follows edits.
        description: A sentence for people. Dialects that differ only in it are equal.

    Raises:
        TypeError: An argument has the wrong type; the message names it.
        ValueError: A pattern can match nothing, lacks a group, or backtracks without bound.

    Example:
        >>> from paperdigest import Dialect, Rule, parse_digest
        >>> notes = Dialect(
        ...     "notes",
        ...     rules=[
        ...         Rule("digest", "# Notes of {date}"),
        ...         Rule("paper", "## {title} <{url}>", before=1),
        ...         Rule("section", "{label} -- {text}", before=1),
        ...     ],
        ... )
        >>> text = "# Notes of 2024-08-26\n\n## A <https://example.org/a>\n\nIdea -- Smaller.\n"
        >>> parse_digest(text, dialect=notes).papers[0].sections
        (Section(label='Idea', text='Smaller.'),)
    """

    name: str
    rules: tuple[Rule, ...] = attrs.field(converter=rules_of)
    cells: tuple[Cell, ...] = attrs.field(default=(), converter=_cells, kw_only=True)
    signs: tuple[tuple[int, str], ...] = attrs.field(default=(), converter=_signs, kw_only=True)
    first: int = attrs.field(default=1, kw_only=True)
    preface: str = attrs.field(default="", kw_only=True)
    between: str = attrs.field(default="", kw_only=True)
    contents: str | None = attrs.field(default=None, kw_only=True)
    totals: str | None = attrs.field(default=None, kw_only=True)
    description: str = attrs.field(default="", kw_only=True, eq=False)

    def __attrs_post_init__(self) -> None:
        """Raise for arguments that could not be used, and for a dialect without papers."""
        if is_proven():
            return
        self._check_types()
        if not any(rule.kind == "paper" for rule in self.rules):
            raise ValueError(f"Dialect({self.name!r}).rules: no rule of kind 'paper'; add one")
        self._check_names()

    def _check_names(self) -> None:
        from paperdigest._grammar.arguments import near

        heads = _names(rule for rule in self.rules if rule.kind == "paper")
        cells = {cell.name for cell in self.cells}
        for name in sorted(cells - heads):
            raise ValueError(
                f"Dialect({self.name!r}).cells: no paper rule has a group {name!r}; "
                f"put (?P<{name}>...) in its pattern, or {{{name}}} in its template"
            )
        inner = _names(rule for cell in self.cells for rule in cell.rules)
        for name in sorted((_names(self.rules) - cells) | inner):
            if name not in GROUPS and not name.startswith("mark"):
                raise ValueError(
                    f"Dialect({self.name!r}): a group {name!r} means nothing; expected one of "
                    f"{', '.join(sorted(GROUPS))}, or cells=[Cell({name!r}, ...)] for one in a "
                    f"paper rule{near(name, GROUPS)}"
                )
        for name, group in (("contents", "title"), ("totals", "n")):
            where = f"Dialect({self.name!r}).{name}"
            pattern: str | None = getattr(self, name)
            if pattern is not None and group not in check_pattern(pattern, where):
                raise ValueError(
                    f"{where}: {pattern!r} has no group {group!r}; put (?P<{group}>...) in"
                )

    def _check_types(self) -> None:
        from paperdigest._grammar.arguments import (
            check_each,
            check_first,
            check_optional_text,
            check_signs,
            check_type,
        )

        check_type("Dialect.name", self.name, str, "a name")
        if not self.name.strip():
            raise ValueError("Dialect.name: it is empty; pass a name")
        where = f"Dialect({shown(self.name)})"
        check_type(f"{where}.rules", self.rules, tuple, "a list of Rule")
        check_each(f"{where}.rules", self.rules, Rule, "a Rule")
        check_type(f"{where}.cells", self.cells, tuple, "a list of Cell")
        check_each(f"{where}.cells", self.cells, Cell, "a Cell")
        names = [cell.name for cell in self.cells]
        for name in {name for name in names if names.count(name) > 1}:
            raise ValueError(f"{where}.cells: two have the name {name!r}; keep one")
        check_signs(f"{where}.signs", self.signs)
        check_first(f"{where}.first", self.first)
        check_type(f"{where}.preface", self.preface, str, "a str")
        check_type(f"{where}.between", self.between, str, "a str")
        check_optional_text(f"{where}.contents", self.contents)
        check_optional_text(f"{where}.totals", self.totals)
        check_type(f"{where}.description", self.description, str, "a str")

    def __repr__(self) -> str:
        from paperdigest._display.short import short_repr

        return short_repr(self)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle only the description, without compiled tables."""
        made: tuple[object, ...] | None = self.__dict__.get(_CALL)
        if made is not None:
            return made
        rest = (self.cells, self.signs, self.first, self.preface, self.between)
        more = (self.contents, self.totals, self.description)
        return (_restore, (self.name, self.rules, *rest, *more))

    @cached_property
    def _compiled(self) -> Compiled:
        """The compiled tables, made when they are first needed."""
        return Compiled(self.rules, self.cells, self.signs, self.contents, stepped=is_made(self))

    def source(self) -> str:
        """Return the Python source that makes this dialect, to paste and refine.

        Example:
            >>> print(Dialect("club", [Rule("paper", "* {title} <{url}>", before=1)]).source())
            Dialect(
                "club",
                [
                    Rule("paper", "* {title} <{url}>", before=1),
                ],
            )
        """
        from paperdigest._grammar.written import source_of

        names = ("signs", "first", "preface", "between", "contents", "totals", "description")
        fields = attrs.fields_dict(Dialect)
        options = {
            name: value for name in names if (value := getattr(self, name)) != fields[name].default
        }
        return source_of(self.name, self.rules, self.cells, options)

    def rules_of(self, kind: Kind) -> tuple[Rule, ...]:
        """Return the rules of one kind, in order."""
        return self._compiled.by_kind.get(kind, ())


#: Where a dialect keeps the call that makes it, besides its attributes.
_CALL = "_made_by"


def made_by(make: Callable[[_T], Dialect], shape: _T) -> Dialect:
    """Return the dialect of a shape, which is pickled as the shape, since its rules are many."""
    dialect = make(shape)
    dialect.__dict__[_CALL] = (made_by, (make, shape))
    return dialect


def is_made(dialect: Dialect) -> bool:
    """Return whether a dialect is one of a shape, as the general ones are.

    Its name does not tell: a user's dialect may have the same.
    """
    return _CALL in dialect.__dict__


def _names(rules: Iterable[Rule]) -> set[str]:
    """Return the names of all groups of some rules."""
    patterns = (pattern for rule in rules for pattern in rule.patterns)
    return {
        name
        for pattern in patterns
        for name in numbered([token for token, _ in tokens_of(pattern)])[0]
    }


def _restore(  # noqa: PLR0917
    name: str,
    rules: tuple[Rule, ...],
    cells: tuple[Cell, ...],
    signs: tuple[tuple[int, str], ...],
    first: int,
    preface: str,
    between: str,
    contents: str | None,
    totals: str | None,
    description: str = "",
) -> Dialect:
    with proven():  # a pickled rule was checked before
        return Dialect(
        name, rules, cells=cells, signs=signs, first=first, preface=preface, between=between,
        contents=contents, totals=totals, description=description,
    )  # fmt: skip
