"""The compiled form of a dialect: its rules as expressions, each made when first needed."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from paperdigest._grammar.patterns import pattern_without_names
from paperdigest._grammar.reach import looks_ahead, looks_behind
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import BLOCKS, IN_HEAD, ITEMS, VALUES, Attribute
from paperdigest._grammar.tables import CellTable, Table, cell_table_of, table_of

if TYPE_CHECKING:
    from paperdigest._grammar.expected import Expected


#: The end of the pattern of a template that ends with a title.
_TITLE_AT_END = "(?P<title>.*)$"
#: The white space at the end of that of any other template.
_GAP = r"[ \t]*"
#: The most links after a title.
_MOST_AFTER = 16


def _one_of(rules: Sequence[Rule]) -> str:
    """Return a pattern that matches what one of several rules does, without groups."""
    patterns = [pattern for rule in rules for pattern in rule.patterns if "(?P=" not in pattern]
    return "|".join(map(pattern_without_names, patterns))


class Compiled:
    """The tables of a dialect.

    Args:
        rules: Its rules.
        cells: Its cells.
        signs: Its signs.
        contents: Its expression for a line of a table of contents.
        stepped: Whether its rules are tried one by one.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        cells: Sequence[Cell],
        signs: Sequence[tuple[int, str]],
        contents: str | None,
        *,
        stepped: bool,
    ) -> None:
        self._stepped = stepped
        self._rules = rules
        self._of_cells = cells
        self._signs = signs
        self._contents = contents
        #: The caches of the writer for the rules, by line ending.
        self.styles: dict[str, Any] = {}

    @cached_property
    def heads(self) -> Table:
        """The rules that start blocks."""
        return self._heads(at_line_start=True)

    @cached_property
    def first_head(self) -> Table:
        """The same at the start of the text, which has no line ending before it."""
        return self._heads(at_line_start=False)

    @cached_property
    def block_head(self) -> Table:
        """The same at the start of a block that was cut out, which is not the start of its text."""
        tops = [
            rule for rule in self.by_kind.get("digest", ()) if any(map(looks_behind, rule.patterns))
        ]
        return self._heads(at_line_start=False, without=tops) if tops else self.first_head

    def _heads(self, *, at_line_start: bool, without: Sequence[Rule] = ()) -> Table:
        rules = [rule for rule in self._rules if rule.kind in BLOCKS and rule not in without]
        return self._table(rules, at_line_start=at_line_start, cells=self._cells)

    def _with_room(self, rule: Rule) -> Sequence[str]:
        """Return the patterns of a head, which leave the rest of its line to inline rules.

        The value at the end of a template extends to the end of the line or to such a piece. A
        title extends over all pieces but links.
        """
        if rule.kind != "paper" or rule._pattern is not None:
            return rule.patterns
        inline = [each for each in self._rules if each.inline]
        links = [each for each in inline if each.kind == "link"]
        found: list[str] = []
        for pattern in rule.patterns:
            if pattern.endswith(_TITLE_AT_END):
                if after := _one_of(links):
                    more = rf"(?:{after}){{1,{_MOST_AFTER}}}+[ \t]*$"
                    title = rf"(?P<title>(?:[^ \t\n]++|[ \t]++(?!{more}))++)[ \t]*+"
                    found.append(pattern.removesuffix(_TITLE_AT_END) + title)
            elif after := _one_of(inline):
                found.append(f"{pattern.removesuffix('$').removesuffix(_GAP)}(?={after})")
        return [*found, *rule.patterns]

    def _table(
        self,
        rules: Sequence[Rule],
        *,
        at_line_start: bool,
        cells: Mapping[str, CellTable] | None = None,
    ) -> Table:
        if self._stepped:
            # Not needed to parse a built-in dialect, so imported late.
            from paperdigest._grammar.steps import StepTable

            return StepTable(rules, at_line_start=at_line_start, cells=cells)
        return table_of(
            rules, at_line_start=at_line_start, cells=cells, patterns_of=self._with_room
        )

    @cached_property
    def looks_ahead(self) -> bool:
        """Whether what starts a block may depend on lines after it."""
        heads = (rule for rule in self._rules if rule.kind in BLOCKS)
        return any(looks_ahead(pattern) for rule in heads for pattern in rule.patterns)

    @cached_property
    def _cells(self) -> Mapping[str, CellTable]:
        return {cell.name: cell_table_of(cell) for cell in self._of_cells}

    @cached_property
    def lines(self) -> Table:
        """The rules of a paper's lines before its first section."""
        rules = [rule for rule in self._rules if rule.kind not in BLOCKS and not rule.inline]
        rules.sort(key=lambda rule: rule.is_plain)  # it takes what no other rule claims
        return self._table(rules, at_line_start=True)

    @cached_property
    def late_lines(self) -> Table:
        """The rules of a paper's lines from its first section on."""
        rules = [rule for rule in self._rules if rule.interrupts and not rule.inline]
        return self._table(rules, at_line_start=True)

    @cached_property
    def inline(self) -> Table | None:
        """The rules for the rest of the line after a head or a link."""
        rules = [rule for rule in self._rules if rule.inline]
        return self._table(rules, at_line_start=False) if rules else None

    @cached_property
    def evidence(self) -> re.Pattern[str]:
        """All signs as one expression, each with a group at its end, after a line ending."""
        # Without "^" and without a group around it, its first character shows which cannot match.
        body = "|".join(f"(?:{sign.removeprefix('^')})()" for _, sign in self._signs) or "(?!)"
        return re.compile(rf"\n(?:{body})", re.MULTILINE)

    def may_have_papers(self, text: str) -> bool:
        """Return whether a text holds what the head of a paper requires; nothing is compiled."""
        # Not needed to parse a text of a known dialect, so imported late.
        from paperdigest._grammar.required import required

        return any(
            all(any(each in text for each in need) for need in required(pattern).needs)
            for rule in self.by_kind.get("paper", ())
            for pattern in rule.patterns
        )

    @cached_property
    def outlined(self) -> bool:
        """Whether some of its blocks can be parts of others."""
        return any(rule.level or "(?P<level>" in "".join(rule.patterns) for rule in self._rules)

    @cached_property
    def expected(self) -> "Expected":
        """The expectations for a text of the dialect."""
        # Needed only to check a text, so imported late.
        from paperdigest._grammar.expected import Expected

        return Expected.of(self._rules, self._of_cells, self._contents, family=bool(self._signs))

    @cached_property
    def in_order(self) -> Sequence[Rule]:
        """The rules in the order in which they are written.

        Rules that apply only before the first section are above the rules for sections.
        """
        sections = [at for at, rule in enumerate(self._rules) if rule.kind == "section"]
        first = sections[0] if sections else len(self._rules)
        above, below = self._rules[:first], self._rules[first:]
        # A section of text only includes what follows, so that other lines are above it.
        ranks = {rule: 2 if rule.interrupts else rule.kind == "section" for rule in below}
        return [*above, *sorted(below, key=lambda rule: ranks[rule])]

    @cached_property
    def kinds_in_order(self) -> Sequence[str]:
        """The kinds of rules in the order in which the first of each is written."""
        return list(dict.fromkeys(rule.kind for rule in self.in_order))

    @cached_property
    def written(self) -> Sequence[tuple[Rule, Sequence[Rule]]]:
        """The rules of a paper's lines that are written, in order, each with those like it.

        Those are the rules for items of its kind without a fixed place, which are written where the
        first of them is.
        """
        found: list[tuple[Rule, Sequence[Rule]]] = []
        kinds: set[str] = set()
        for rule in self.in_order:
            if rule.kind in ITEMS and (rule.labels or rule.kind not in kinds):
                kinds.add(rule.kind)
                like = [other for other in self.by_kind[rule.kind] if not other.labels]
                found.append((rule, [rule] if rule.labels else like))
            elif rule.templates and (rule.kind in VALUES or rule.kind == "markup"):
                found.append((rule, [rule]))
        return found

    @cached_property
    def held_by_heads(self) -> tuple[bool, Sequence[Attribute]]:
        """The values that heads of papers may hold besides title, URL and cells.

        They are an identifier, and attributes that other dialects have on lines of their own.
        """
        held = "".join(pattern for rule in self.by_kind["paper"] for pattern in rule.patterns)
        cells = {cell.name for cell in self._of_cells}
        attributes = [
            each for each in IN_HEAD if f"(?P<{each.group}>" in held and each.group not in cells
        ]
        return "(?P<id>" in held, attributes

    @cached_property
    def beside_head(self) -> frozenset[str]:
        """The groups that the head of a paper need not have, since other lines do."""
        found = {"n", "id"}
        for rule in self._rules:
            if rule.templates and rule.kind in VALUES:
                found.add(VALUES[rule.kind].group)
            elif rule.templates and rule.kind == "group":
                found.add("category")
            elif rule.templates and rule.main:
                found.add("url")
        return frozenset(found)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules of each kind, in the order in which the kinds are first met."""
        kinds = dict.fromkeys(rule.kind for rule in self._rules)
        return {kind: tuple(r for r in self._rules if r.kind == kind) for kind in kinds}
