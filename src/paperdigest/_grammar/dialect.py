"""A dialect: rules that describe, for reading and writing both, one family of digests."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from paperdigest._grammar.patterns import check_pattern
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import GROUPS, Kind
from paperdigest._grammar.tables import CellTable, Table, cell_table_of, table_of

#: The kinds that start a block of their own.
HEADS = frozenset({"digest", "group", "paper", "end", "skip"})


@attrs.frozen(slots=False)
class Dialect:
    r"""How one family of digests is written.

    Attributes:
        name: What it is called.
        rules: The rules, those of the blocks and those of the lines in a paper. Where two match,
            the first one counts; papers are written in their order.
        cells: The cells of table rows; where a dialect has some, a paper is its row only.
        signs: Weights and regular expressions: what tells this family from others. Each that is
            found in the first part of a text counts once.
        first: The number of the first paper.
        preface: Lines that are written under the digest's heading.
        between: Lines that are written between two papers.
        contents: A regular expression for a line of a table of contents before the papers, with a
            group ``title``: that of a paper.

    Raises:
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
    rules: tuple[Rule, ...] = attrs.field(converter=tuple[Rule, ...], repr=False)
    cells: tuple[Cell, ...] = attrs.field(
        default=(), converter=tuple[Cell, ...], kw_only=True, repr=False
    )
    signs: tuple[tuple[int, str], ...] = attrs.field(
        default=(), converter=tuple[tuple[int, str], ...], kw_only=True, repr=False
    )
    first: int = attrs.field(default=1, kw_only=True)
    preface: str = attrs.field(default="", kw_only=True)
    between: str = attrs.field(default="", kw_only=True)
    contents: str | None = attrs.field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a dialect that could read no paper."""
        if not any(rule.kind == "paper" for rule in self.rules):
            raise ValueError(f"Dialect({self.name!r}).rules: no rule of kind 'paper'; add one")
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
                    f"Dialect({self.name!r}): a group {name!r} means nothing; give one of "
                    f"{', '.join(sorted(GROUPS))}, or cells=[Cell({name!r}, ...)] for one in a "
                    "paper rule"
                )
        where = f"Dialect({self.name!r}).contents"
        if self.contents is not None and "title" not in check_pattern(self.contents, where):
            raise ValueError(
                f"{where}: {self.contents!r} has no group 'title'; put (?P<title>...) in"
            )

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the description alone, so that no compiled table travels along."""
        rest = (self.cells, self.signs, self.first, self.preface, self.between, self.contents)
        return (_restore, (self.name, self.rules, *rest))

    @cached_property
    def heads(self) -> Table:
        """The rules that start blocks."""
        return self._heads(at_line_start=True)

    @cached_property
    def first_head(self) -> Table:
        """The same at the start of the text, where no line end stands before."""
        return self._heads(at_line_start=False)

    def _heads(self, *, at_line_start: bool) -> Table:
        rules = [rule for rule in self.rules if rule.kind in HEADS]
        return table_of(rules, at_line_start=at_line_start, cells=self._cells)

    @cached_property
    def _cells(self) -> Mapping[str, CellTable]:
        return {cell.name: cell_table_of(cell) for cell in self.cells}

    @cached_property
    def lines(self) -> Table:
        """The rules of a paper's lines before its first section."""
        rules = [rule for rule in self.rules if rule.kind not in HEADS and not rule.inline]
        rules.sort(key=lambda rule: rule.is_plain)  # it takes what no other rule claims
        return table_of(rules, at_line_start=True)

    @cached_property
    def late_lines(self) -> Table:
        """The rules of a paper's lines from its first section on."""
        rules = [rule for rule in self.rules if rule.interrupts and not rule.inline]
        return table_of(rules, at_line_start=True)

    @cached_property
    def inline(self) -> Table | None:
        """The rules of what stands behind a head or a link, in the same line."""
        rules = [rule for rule in self.rules if rule.inline]
        return table_of(rules, at_line_start=False) if rules else None

    @cached_property
    def evidence(self) -> re.Pattern[str]:
        """All signs as one expression, each with a group at its end, behind a line end."""
        # Without "^" and with no group around it, its first character tells which sign cannot fit.
        body = "|".join(f"(?:{sign.removeprefix('^')})()" for _, sign in self.signs) or "(?!)"
        return re.compile(rf"\n(?:{body})", re.MULTILINE)

    @cached_property
    def outlined(self) -> bool:
        """Whether some of its blocks can be parts of others."""
        return any(rule.level or "(?P<level>" in "".join(rule.patterns) for rule in self.rules)

    def rules_of(self, kind: Kind) -> tuple[Rule, ...]:
        """Return the rules of one kind, in order."""
        return self.by_kind.get(kind, ())

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules of each kind, in the order in which the kinds are first met."""
        kinds = dict.fromkeys(rule.kind for rule in self.rules)
        return {kind: tuple(r for r in self.rules if r.kind == kind) for kind in kinds}


def _names(rules: Iterable[Rule]) -> set[str]:
    """Return the names of all groups of some rules."""
    patterns = (pattern for rule in rules for pattern in rule.patterns)
    return {name for pattern in patterns for name in re.compile(pattern, re.MULTILINE).groupindex}


def _restore(  # noqa: PLR0917
    name: str,
    rules: tuple[Rule, ...],
    cells: tuple[Cell, ...],
    signs: tuple[tuple[int, str], ...],
    first: int,
    preface: str,
    between: str,
    contents: str | None,
) -> Dialect:
    return Dialect(
        name, rules, cells=cells, signs=signs, first=first, preface=preface, between=between,
        contents=contents,
    )  # fmt: skip
