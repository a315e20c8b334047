r"""A dialect: a table of rules that describes, for reading and writing both, one family of digests.

A rule has a kind, a pattern with named groups, and templates that write what the pattern reads.
Where it has no pattern, the patterns follow from its templates, so that a line is described by
showing it: ``Rule("votes", "Vote: {votes}")``.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal, get_args

import attrs

from paperdigest._authors import Separator
from paperdigest._patterns import PLAIN, TOKEN, check_pattern, names_in, pattern_of

Kind = Literal[
    "digest", "group", "paper", "end", "skip",
    "votes", "authors", "category", "media", "field", "link", "section", "copy", "markup", "rule",
]  # fmt: skip

#: Which of its groups a rule of a kind must have.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "group": ("category",),
    "paper": ("title",),
    "votes": ("votes",),
    "authors": ("authors",),
    "category": ("category",),
    "media": ("url",),
    "field": ("value",),
    "link": ("url",),
    "copy": ("copy",),
}

#: The groups that mean something. Those that start with ``mark`` are markup.
_GROUPS = frozenset({
    "title", "url", "date", "range", "year", "votes", "authors", "category", "label", "value",
    "alt", "copy", "level", "id", "n",
})  # fmt: skip

#: What a template may name that its pattern does not read: a number that is counted, and the text
#: that follows the match.
_UNREAD = frozenset({"n", "text"})

#: The kinds that start a block of their own.
HEADS = frozenset({"digest", "group", "paper", "end", "skip"})


def _templates(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _blanks_before(rule: "Rule") -> int:
    return rule.before


def _patterns_of(rule: "Rule") -> tuple[str, ...]:
    if rule._pattern is not None:
        return (rule._pattern,)
    return tuple(
        pattern_of(template, rule.labels, whole=not rule.inline) for template in rule.templates
    )


@attrs.frozen
class Rule:
    r"""One kind of line, or piece of a table cell: how to read it and how to write it.

    Attributes:
        kind: What it is. ``digest``, ``group`` (a category for the papers below), ``paper``,
            ``end`` (a chapter after which no papers follow) and ``skip`` (looks like one of these
            and is none) start blocks; ``votes``, ``authors``, ``category``, ``media``, ``field``,
            ``link`` and ``section`` give a paper its values; ``copy`` repeats one of them, or else
            is a field if it has a label; ``markup`` belongs to the paper and means nothing,
            ``rule`` stands between papers.
        templates: How it is written, best first; the first one whose names all have a value is
            used. ``{name?}`` may be empty. ``{n}`` is the number of the paper, ``{text}`` the text
            of a section.
        pattern: A regular expression for the whole line without its end, or as much as stands
            before a section's text. Groups: ``title``, ``url``, ``date``, ``range``, ``year``,
            ``votes``, ``authors``, ``category``, ``label``, ``value``, ``alt``, ``copy``, and
            ``level``, whose length tells the level; what starts with ``mark`` is markup, and so are
            ``id`` and ``n``. Other names are cells. Where it is not given, every template is read.
        label: The label of a field or section whose rule has no group for it.
        labels: The only labels of a section, each read once and in this order.
        known: Labels that are usual for a section: what differs from one in its apostrophe or its
            emphasis alone is taken for damaged.
        media: The kind of a media rule.
        before: Blank lines that stand before it when it is written.
        between: Blank lines between two of the kind; as ``before`` where not given.
        late: Whether it is also read after the first section, where it ends that section's text.
            Where not given, sections, markup and rules are, but no section of text alone.
        inline: Whether it stands behind a head or a link, in the same line.
        level: How deep the block stands that it starts. What stands deeper than the paper or the
            chapter above it is a part of that; 0 where everything starts a block.
        main: Whether a link gives the main URL where the paper has none yet.
        after_blank: Whether it is read only where a blank line, or a line that ends in a tag,
            stands before it.
        separator: What stands between authors, the first one where there are several to choose
            from; ``None`` where they are one value as written.
        flaw: The code of the diagnostic for a damaged form, which this rule reads all the same.
        mend: The template that writes a damaged form soundly.
        patterns: What it reads: the pattern, or one for each template.

    Raises:
        TypeError: Templates or labels are no strings.
        ValueError: There is no such kind; a pattern can match nothing, backtracks without bound, or
            lacks a group that its kind or a template needs.
    """

    kind: Kind
    templates: tuple[str, ...] = attrs.field(default=(), converter=_templates)
    label: str | None = attrs.field(default=None, kw_only=True)
    labels: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_templates)
    known: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_templates)
    _pattern: str | None = attrs.field(default=None, alias="pattern", kw_only=True)
    media: Literal["image", "video"] = attrs.field(default="image", kw_only=True)
    before: int = attrs.field(default=0, kw_only=True)
    between: int = attrs.field(default=attrs.Factory(_blanks_before, takes_self=True), kw_only=True)
    late: bool | None = attrs.field(default=None, kw_only=True)
    inline: bool = attrs.field(default=False, kw_only=True)
    level: int = attrs.field(default=0, kw_only=True)
    main: bool = attrs.field(default=False, kw_only=True)
    after_blank: bool = attrs.field(default=False, kw_only=True)
    separator: Separator = attrs.field(default=", ", kw_only=True)
    flaw: str | None = attrs.field(default=None, kw_only=True)
    mend: str | None = attrs.field(default=None, kw_only=True)
    patterns: tuple[str, ...] = attrs.field(
        default=attrs.Factory(_patterns_of, takes_self=True), init=False, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what could not be read with."""
        where = f"Rule({self.kind!r})"
        if self.kind not in get_args(Kind):
            kinds = ", ".join(map(repr, get_args(Kind)))
            raise ValueError(f"{where}: {self.kind!r} is no kind; give one of {kinds}")
        if not self.patterns:
            raise ValueError(
                f"{where}: nothing says how it is read; give a template, or pattern=..."
            )
        for pattern in self.patterns:
            self._check_groups(check_pattern(pattern, where), pattern, where)

    def _check_groups(self, names: frozenset[str], pattern: str, where: str) -> None:
        shown = f"{where}.pattern: {pattern!r:.80}"
        for name in _NEEDS.get(self.kind, ()):
            if name not in names:
                raise ValueError(
                    f"{shown} has no group {name!r}; "
                    f"put (?P<{name}>...) in it, or {{{name}}} in the template"
                )
        if self.kind == "field" and self.label is None and "label" not in names:
            raise ValueError(f"{shown} has no group 'label', which a field needs, or label=...")
        if self.labels and "label" not in names:
            raise ValueError(f"{shown} has no group 'label', which labels=... needs")
        if "text" in names:
            raise ValueError(
                f"{shown} has a group 'text'; the text of a section is what follows the match, "
                "so leave the group out"
            )
        if self._pattern is not None:
            written = [*self.templates, *([] if self.mend is None else [self.mend])]
            for template in written:
                for name in sorted(names_in(template) - names - _UNREAD):
                    raise ValueError(
                        f"{where}: the template {template!r:.80} writes {{{name}}}, which the "
                        f"pattern does not read; put (?P<{name}>...) in the pattern"
                    )

    @property
    def pattern(self) -> str:
        """The first of its patterns."""
        return self.patterns[0]

    @property
    def interrupts(self) -> bool:
        """Whether it ends the text of a section."""
        if self.late is None:
            return self.kind in ("section", "markup", "rule") and not self.is_plain
        return self.late

    @property
    def is_plain(self) -> bool:
        """Whether it is a section of text alone, which any line may start."""
        return self.patterns == (PLAIN,)


@attrs.frozen
class Cell:
    r"""A cell of a table row: a group of a ``paper`` rule that holds more than one attribute.

    Attributes:
        name: The name of the group.
        kind: What the text is that no rule claims: a ``section``, a ``field``, or nothing.
        label: The label of that section or field.
        rules: What else stands in the cell.
        join: What stands between two values when they are written.
        main: A regular expression; the first link whose URL it matches is the paper's main one.
        main_label: The label that the main link is written with.
        keep_label: Whether a main link with another label stands among the other links too.
    """

    name: str
    kind: Literal["section", "field", None] = None
    label: str | None = None
    rules: tuple[Rule, ...] = attrs.field(default=(), converter=tuple[Rule, ...])
    join: str = ""
    main: str | None = None
    main_label: str = ""
    keep_label: bool = False


class Entry:
    """A rule in a table, with the numbers of its groups there; 0 where it has no such group.

    Attributes:
        rule: The rule.
        kind: Its kind.
        groups: All its named groups.
        start: The empty group that stands where it starts, behind the line end before it.
        places: The labels of fixed place, each with the number of those before it.
        cell: The cell it stands in, if in one.
        cells: For the rule of a row: its cells, each with the number of its group.
        own_label: The label of a rule that has no group for it.
        is_main: Tells whether a link to a URL may be the main one.
    """

    __slots__ = (
        "alt", "authors", "category", "cell", "cells", "copy", "groups", "is_main", "kind", "label",
        "level", "own_label", "places", "rule", "start", "title", "url", "value", "votes",
    )  # fmt: skip

    def __init__(
        self,
        rule: Rule,
        groups: Mapping[str, int],
        start: int = 1,
        *,
        rank: int = 0,
        cell: Cell | None = None,
        level: int = 0,
    ) -> None:
        self.rule = rule
        self.kind = rule.kind
        self.groups = groups
        self.start = start
        self.places = {label: rank + index for index, label in enumerate(rule.labels)}
        self.cell = cell
        self.cells: Sequence[tuple[int, CellTable]] = ()
        self.title = groups.get("title", 0)
        self.url = groups.get("url", 0)
        self.votes = groups.get("votes", 0)
        self.authors = groups.get("authors", 0)
        self.category = groups.get("category", 0)
        self.label = groups.get("label", 0)
        self.value = groups.get("value", 0)
        self.alt = groups.get("alt", 0)
        self.copy = groups.get("copy", 0)
        self.level = level
        self.own_label = rule.label or None
        self.is_main: Callable[[str], object] | None = None
        if rule.main:
            self.is_main = bool
        elif cell is not None and cell.main is not None:
            self.is_main = re.compile(cell.main).match


@attrs.frozen(eq=False)
class CellTable:
    """The rules within a cell, and the one for the text that none of them claims."""

    cell: Cell
    table: "Table | None"
    rest: Entry | None


@attrs.frozen(eq=False)
class Table:
    """Rules as one regular expression.

    Every rule has a group that takes part in its matches, so that ``match.lastindex`` tells which
    one matched: ``entries[match.lastindex]`` is that rule.
    """

    regex: re.Pattern[str]
    entries: Mapping[int, Entry]

    def entry(self, match: re.Match[str]) -> Entry:
        """Give the entry of the rule that matched."""
        return self.entries[match.lastindex or 0]


def _renamed(pattern: str, number: int) -> str:
    """Give a pattern whose names are its own among others, which may use the same ones.

    A group loses its name, unless the pattern refers to it.
    """
    tokens = [token[0] for token in TOKEN.finditer(pattern)]
    used = {token[4:-1] for token in tokens if token.startswith("(?P=")}
    for index, token in enumerate(tokens):
        name = token[4:-1]
        if token.startswith("(?P="):
            tokens[index] = f"(?P={name}_{number})"
        elif token.startswith("(?P<"):
            tokens[index] = f"(?P<{name}_{number}>" if name in used else "("
    return "".join(tokens)


#: What a line must stand behind whose rule asks for a blank one.
_AFTER_BLANK = r"(?:[ \t]*\n|(?<=>\n)|(?<=> \n))"


# The standard `re` and not `regex`: over the corpus these tables run three times as fast on it, and
# nothing in them needs more. `regex` serves where Unicode text segmentation is meant.
def _table(rules: Sequence[Rule], *, at_line_start: bool, cell: Cell | None = None) -> Table:
    r"""Join rules in one regular expression, the first rule that fits first.

    At a line start each match begins with the ``\n`` before its line; ``re`` looks for such a
    literal much faster than for ``^``. No group stands around a rule, so that ``re`` sees which
    rules the next character rules out, and looks at once for what all of them start with, as in
    ``\n#``. An empty group at its end tells which rule matched; a rule does without where a group
    of its own does.
    """
    alternatives: list[str] = []
    entries: dict[int, Entry] = {}
    last = 1  # the number of the last group; the first one stands where most rules start
    rank = 0
    for rule in rules:
        for pattern in rule.patterns:
            compiled = re.compile(pattern, re.MULTILINE)
            blank = f"{_AFTER_BLANK}()" if rule.after_blank else ""
            start = last + 1 if blank else 1
            before = last + bool(blank)
            groups = {name: before + number for name, number in compiled.groupindex.items()}
            end = "" if _has_sure_group(pattern) else "()"
            last = before + compiled.groups + len(end) // 2
            level = groups.pop("level", 0)
            entry = Entry(rule, groups, start, rank=rank, cell=cell, level=level)
            entries.update(dict.fromkeys(range(before + 1, last + 1), entry))
            gap = r"[ \t]*+" if rule.kind == "section" else ""
            alternatives.append(f"{blank}{_alone(_renamed(pattern, last))}{gap}{end}")
        rank += len(rule.labels)
    line_end = r"\n" if at_line_start else ""
    body = "|".join(alternatives) or r"(?!)"
    return Table(re.compile(f"{line_end}()(?:{body})", re.MULTILINE), entries)


def _has_sure_group(pattern: str) -> bool:
    """Tell whether a group, not within another one, takes part in every match."""
    depth, group, sure = 0, False, False  # whether a group has just ended, and whether one is sure
    for token in TOKEN.finditer(pattern):
        text = token[0]
        if depth == 0:
            if text == "|":
                return False
            sure |= group and text[0] not in "?*{"
            group = text == "(" or text.startswith("(?P<")
        if text == ")":
            depth -= 1
        elif text[0] == "(" and text[-1] != ")":
            depth += 1
    return sure or group


def _alone(pattern: str) -> str:
    """Put a pattern in parentheses where it could run into what stands beside it."""
    return f"(?:{pattern})" if "|" in pattern else pattern


@attrs.frozen
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
            if name not in _GROUPS and not name.startswith("mark"):
                raise ValueError(
                    f"Dialect({self.name!r}): a group {name!r} means nothing; give one of "
                    f"{', '.join(sorted(_GROUPS))}, or cells=[Cell({name!r}, ...)] for one in a "
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
        table = _table([r for r in self.rules if r.kind in HEADS], at_line_start=at_line_start)
        cells = {cell.name: _cell_table(cell) for cell in self.cells}
        for entry in table.entries.values():
            if entry.kind == "paper":
                numbers = [(n, cells[name]) for name, n in entry.groups.items() if name in cells]
                entry.cells = sorted(numbers, key=lambda item: item[0])
        return table

    @cached_property
    def lines(self) -> Table:
        """The rules of a paper's lines before its first section."""
        rules = [rule for rule in self.rules if rule.kind not in HEADS and not rule.inline]
        rules.sort(key=lambda rule: rule.is_plain)  # it takes what no other rule claims
        return _table(rules, at_line_start=True)

    @cached_property
    def late_lines(self) -> Table:
        """The rules of a paper's lines from its first section on."""
        rules = [rule for rule in self.rules if rule.interrupts and not rule.inline]
        return _table(rules, at_line_start=True)

    @cached_property
    def inline(self) -> Table | None:
        """The rules of what stands behind a head or a link, in the same line."""
        rules = [rule for rule in self.rules if rule.inline]
        return _table(rules, at_line_start=False) if rules else None

    @cached_property
    def outlined(self) -> bool:
        """Whether some of its blocks can be parts of others."""
        return any(rule.level or "(?P<level>" in "".join(rule.patterns) for rule in self.rules)

    def rules_of(self, kind: Kind) -> tuple[Rule, ...]:
        """Give the rules of one kind, in order."""
        return tuple(rule for rule in self.rules if rule.kind == kind)


def _names(rules: Iterable[Rule]) -> set[str]:
    """Give the names of all groups of some rules."""
    patterns = (pattern for rule in rules for pattern in rule.patterns)
    return {name for pattern in patterns for name in re.compile(pattern, re.MULTILINE).groupindex}


def _cell_table(cell: Cell) -> CellTable:
    rest = None
    if cell.kind is not None:
        rule = Rule(cell.kind, label=cell.label or "", pattern="(?P<value>.+)")
        rest = Entry(rule, {}, cell=cell)
    table = _table(cell.rules, at_line_start=False, cell=cell) if cell.rules else None
    return CellTable(cell, table, rest)


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
