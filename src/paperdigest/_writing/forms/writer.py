"""From a value to its piece of text: a paper or a part of it, in a dialect and a style.

The serializer reads this text back before it returns it, so that nothing
here has to know which texts would be read as something else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter, not_

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import BY_NAME, ITEMS, VALUES, Attribute, Manner
from paperdigest._model.validation import names_of
from paperdigest._model.values import Field, Link, Media, Paper, Section

Item = Section | Media | Field | Link

_NAMES = {kind: names_of(kind) for kind in (Section, Media, Field, Link)}
_values_of = {kind: attrgetter(*names) for kind, names in _NAMES.items()}

#: The key of a form in a style: the kind of the rule, whether it has a label, which media it is
#: for, and whether it goes on a line, since such a form starts with what is before it there.
Key = tuple[str, bool, str, bool]


#: The manner for values that have only one spelling.
_MANNER = Manner()

#: The end of a text that needs no blank line before a piece whose rule asks for one.
_ENDS_IN_TAG = re.compile(r"<(?:[A-Za-z][^<>:\n]*|/[A-Za-z][A-Za-z0-9-]*[ \t]*)> ?\Z")


class Style:
    """The style of pieces: that of the dialect.

    Args:
        line_end: The line ending.
    """

    def __init__(self, line_end: str = "\n") -> None:
        self.line_end = line_end
        self._forms: dict[int, Sequence[Form]] = {}
        self._ways: dict[tuple[int, ...], Ways] = {}
        self._lines: dict[int, Callable[..., str] | None] = {}
        self._heads: dict[frozenset[str], tuple[Rule, Form] | None] = {}
        self._gaps: dict[tuple[int, bool], str] = {}

    @property
    def as_list(self) -> bool:
        """Whether authors are list literals."""
        return False

    def form_seen(self, rule: Rule) -> Form | None:
        """Return how a text writes the pieces of a rule, where it has one."""
        return None

    def blanks_seen(self, rule: Rule, *, again: bool) -> int | None:
        """Return how many blank lines a text has before a piece, where it has one."""
        return None

    def templates_of(self, rule: Rule) -> Sequence[str]:
        """Return the templates of a rule, in the form of the lines of a text."""
        return rule.templates

    def forms_of(self, rule: Rule) -> Sequence[Form]:
        """Return the forms for a rule, the one that was seen in the text first."""
        forms = self._forms.get(id(rule))
        if forms is None:
            seen = None if rule.labels else self.form_seen(rule)
            own = [
                Form.from_template(template, self.line_end) for template in self.templates_of(rule)
            ]
            forms = self._forms[id(rule)] = own if seen is None else [seen, *own]
        return forms

    def ways_of(self, rules: Sequence[Rule]) -> "Ways":
        """Return how items are written by rules."""
        key = tuple(map(id, rules))
        ways = self._ways.get(key)
        if ways is None:
            ways = self._ways[key] = Ways(rules)
        return ways

    def line_of(self, rule: Rule) -> Callable[..., str] | None:
        """Return what writes the line of a rule from the text of its value, if anything does."""
        try:
            return self._lines[id(rule)]
        except KeyError:
            names = [VALUES[rule.kind].group] if rule.kind in VALUES else []
            found = (form.writer_of(names, names) for form in self.forms_of(rule))
            return self._lines.setdefault(id(rule), next(filter(None, found), None))

    def head_of(self, dialect: Dialect, filled: frozenset[str]) -> tuple[Rule, Form] | None:
        """Return the form of a head that holds most of some values: first those no line has."""
        if filled in self._heads:
            return self._heads[filled]
        beside = dialect._compiled.beside_head
        best: tuple[Rule, Form] | None = None
        most = (-1, -1)
        for rule in dialect.rules_of("paper"):
            for form in self.forms_of(rule):
                held = filled & form.names
                rank = len(held - beside), len(held)
                needed = {name for _, name, optional in form.places if not optional}
                if rank > most and needed <= filled:
                    best, most = (rule, form), rank
        self._heads[filled] = best
        return best

    def apart(self, rule: Rule, before: str, *, again: bool) -> str:
        """Return the line ends before a piece.

        Args:
            rule: The rule of the piece.
            before: The text before it.
            again: Whether that is a piece of the same kind.
        """
        gap = self._gaps.get((id(rule), again))
        if gap is None:
            gap = self._gaps[id(rule), again] = self.line_end * self._ends_before(rule, again=again)
        if rule.after_blank and gap == self.line_end and not _ENDS_IN_TAG.search(before):
            gap *= 2
        return gap

    def _ends_before(self, rule: Rule, *, again: bool) -> int:
        """Return how many line ends are before a piece."""
        if rule.inline:
            return 0  # its form starts with the text before it
        blanks = self.blanks_seen(rule, again=again)
        if blanks is None and again and rule.between is None:
            first = self.blanks_seen(rule, again=False)
            blanks = None if first is None else max(first, rule.before)
        if blanks is None:
            blanks = rule.between if again and rule.between is not None else rule.before
        return blanks + 1


def plain_style(dialect: Dialect, line_end: str = "\n") -> Style:
    """Return the style that a dialect has by itself, which is kept with it."""
    kept: dict[str, Style] = dialect._compiled.styles
    return kept.get(line_end) or kept.setdefault(line_end, Style(line_end))


def key_of(rule: Rule) -> Key:
    """Return the key of the forms of a rule."""
    labelled = "(?P<label>" in rule.pattern
    return rule.kind, labelled, rule.media if rule.kind == "media" else "", rule.inline


def items_of(paper: Paper, kind: str) -> Sequence[Item]:
    """Return the items that a kind of rule reads."""
    items: Sequence[Item] = getattr(paper, ITEMS[kind].name)
    return items


def values_in(item: Item) -> dict[str, str | None]:
    """Return the values of an item by the names of its attributes."""
    kind = type(item)
    return dict(zip(_NAMES[kind], _values_of[kind](item), strict=True))


def texts_of(paper: Paper) -> Iterator[str]:
    """Yield the texts of the values of a paper."""
    yield from filter(None, (paper.title, paper.url, *paper.authors))
    for kind in ITEMS:
        for item in items_of(paper, kind):
            yield from filter(None, values_in(item).values())


class Ways:
    """How the items of a paper are written: by the first of some rules that has a form for one.

    That depends on which of its values an item has, and on the first of them: its label, or which
    medium it is. So it is looked for once for all items that are alike in this.

    Args:
        rules: The rules.
    """

    __slots__ = ("_found", "_rules", "_told")

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        # The first values that rules tell apart.
        self._told = {name for rule in rules for name in (*rule.labels, rule.label, rule.media)}
        self._found: dict[tuple[object, ...], tuple[Rule, Callable[..., str]] | None] = {}

    def write(self, item: Item, style: Style) -> tuple[Rule, str] | None:
        """Write an item in the style that these belong to."""
        kind = type(item)
        values = _values_of[kind](item)
        told = values[0] if values[0] in self._told else None
        alike = kind, told, *map(not_, values)
        try:
            way = self._found[alike]
        except KeyError:
            way = self._found[alike] = self._way(item, values, style)
        return None if way is None else (way[0], way[1](*values))

    def _way(
        self, item: Item, values: Sequence[object], style: Style
    ) -> tuple[Rule, Callable[..., str]] | None:
        for rule in self._rules:
            for form in style.forms_of(rule) if _fits(rule, item) else ():
                if rule.label is not None or _shows_label(form, item):
                    write = form.writer_of(_NAMES[type(item)], values)
                    if write is not None:
                        return rule, write
        return None


def write_item(item: Item, rules: Sequence[Rule], style: Style) -> tuple[Rule, str] | None:
    """Write a section, medium, field or link by the first rule that has a form for it."""
    return style.ways_of(rules).write(item, style)


def _shows_label(form: Form, item: Item) -> bool:
    """Return whether a form has a place for the label of an item, and none for a missing one."""
    if isinstance(item, Section):
        return ("label" in form.names) == bool(item.label)
    return not isinstance(item, Link) or not item.label or "label" in form.names


def write_main_link(url: str, dialect: Dialect, style: Style) -> tuple[Rule, str] | None:
    """Write the main link on a line of its own by the first rule for one that has a form."""
    for rule in dialect.rules_of("link"):
        if rule.main:
            # Its label is not a value, so any does.
            label = rule.label or ("Link" if "(?P<label>" in rule.pattern else "")
            found = write_item(Link(label, url), [rule], style)
            if found:
                return found
    return None


def _fits(rule: Rule, item: Item) -> bool:
    """Return whether a rule is for such an item."""
    if isinstance(item, Media):
        return rule.media == item.kind
    if rule.labels:
        return item.label in rule.labels
    return rule.label is None or rule.label == item.label


def write_link_cell(paper: Paper, cell: Cell, style: Style) -> str:
    """Write the links of a table row, the main one first."""
    links = list(paper.links)
    if paper.url is not None and cell.main is not None:
        kept = bool(cell.keep_label and links and links[0].url == paper.url)
        if not kept or links[0].label == cell.main_label:
            links.insert(0, Link(cell.main_label, paper.url))
    return cell.join.join(_written(links, cell, style))


def _written(items: Sequence[Item], cell: Cell, style: Style) -> Iterator[str]:
    for item in items:
        kind = "link" if isinstance(item, Link) else "section"
        written = write_item(item, [rule for rule in cell.rules if rule.kind == kind], style)
        yield written[1] if written else ""


def _text_of(value: object, attribute: Attribute, rule: Rule, style: Style) -> str:
    """Write the value of one group as a rule has it."""
    manner = Manner(rule.separator, as_list=style.as_list) if attribute.many else _MANNER
    return attribute.write(value, manner)


def write_cell(paper: Paper, cell: Cell, style: Style) -> str:
    """Write one cell of a table row."""
    attribute = VALUES.get(cell.kind or "")
    if attribute is not None:
        written = attribute.write(getattr(paper, attribute.name), _MANNER)
        if written:
            return written
    if cell.kind == "field" or attribute is not None:
        return next((field.value for field in paper.fields if field.label == cell.label), "")
    if cell.kind is None:
        return write_link_cell(paper, cell, style)
    if cell.label is not None or not cell.rules:
        return next((item.text for item in paper.sections if item.label == cell.label), "")
    lead, rest = "", paper.sections
    if rest and rest[0].label is None:
        lead, rest = rest[0].text, rest[1:]
    return " ".join(filter(None, [lead, *_written(rest, cell, style)]))


def write_head(paper: Paper, dialect: Dialect, style: Style, number: str) -> str | None:
    """Write a paper's head: its heading, or its whole table row."""
    found = form_of_head(paper, dialect, style, number)
    return None if found is None else found[0]


def form_of_head(
    paper: Paper, dialect: Dialect, style: Style, number: str
) -> tuple[str, frozenset[str]] | None:
    """Return a paper's head, and the names of the values in it."""
    values, filled = _head_values(paper, dialect, style, number)
    # The number of a heading is no habit, so that headings are not learned.
    learned = style if dialect.cells else plain_style(dialect, style.line_end)
    found = learned.head_of(dialect, filled)
    if found is None:
        return None
    rule, form = found
    for each in dialect._compiled.held_by_heads[1]:
        if each.group in form.names:
            values[each.group] = _text_of(getattr(paper, each.name), each, rule, style)
    return form.fill(values) or "", form.names


def _head_values(
    paper: Paper, dialect: Dialect, style: Style, number: str
) -> tuple[dict[str, str], frozenset[str]]:
    """Return the texts of a head without those that a rule spells, and the names of all values."""
    values = {"title": paper.title, "url": paper.url or "", "n": number}
    values |= {cell.name: write_cell(paper, cell, style) for cell in dialect.cells}
    has_id, attributes = dialect._compiled.held_by_heads
    if has_id:
        values["id"] = paper.arxiv_id or paper.url or ""
    filled = {name for name, value in values.items() if value}
    filled |= {each.group for each in attributes if getattr(paper, each.name) not in (None, ())}
    return values, frozenset(filled)


def lacking(paper: Paper, dialect: Dialect) -> Sequence[str]:
    """Return the attributes that a paper lacks for a head: for the form that needs the fewest.

    Of two such forms, the one that needs a title counts, since nearly every paper has one.
    """
    style = plain_style(dialect)
    _, filled = _head_values(paper, dialect, style, "1")
    forms = (form for rule in dialect.rules_of("paper") for form in style.forms_of(rule))
    needed = ([name for _, name, optional in form.places if not optional] for form in forms)
    lacks = ([name for name in names if name not in filled] for names in needed)
    best = min(lacks, key=lambda names: (len(names), "title" not in names), default=())
    attributes = {"id": "url"}
    held = {**VALUES, **ITEMS}
    attributes |= {cell.name: held[cell.kind or "link"].name for cell in dialect.cells}
    found = (attributes.get(name, name) for name in best)
    return [name for name in dict.fromkeys(found) if name in BY_NAME]


def write_line(rule: Rule, paper: Paper, style: Style) -> str | None:
    """Write a value on a line of its own, or return ``None`` if there is none."""
    text = ""
    attribute = VALUES.get(rule.kind)
    if attribute is not None:
        value = getattr(paper, attribute.name)
        if value is None or value == ():
            return None
        text = _text_of(value, attribute, rule, style)
    write = style.line_of(rule)
    return None if write is None else write(text)


def _main_below(
    paper: Paper, in_head: frozenset[str], dialect: Dialect, style: Style
) -> tuple[Rule, str] | None:
    """Write the main link where the head, with some values, does not have it."""
    if paper.url is None or "url" in in_head:
        return None
    return write_main_link(paper.url, dialect, style)


def write_paper(paper: Paper, dialect: Dialect, style: Style, number: str) -> str | None:
    """Write a paper as a block of its own, or return ``None`` if no form can hold it."""
    head = form_of_head(paper, dialect, style, number)
    if head is None or dialect.cells:
        return None if head is None else head[0]
    text = [head[0]]
    written: set[str] = set()
    last = ""
    main = _main_below(paper, head[1], dialect, style)
    for rule, rules in dialect._compiled.written:
        kind = rule.kind
        if kind == "link" and main is not None:
            text += (style.apart(main[0], text[-1], again=False), main[1])
            last, main = kind, None
        if kind in ITEMS:
            ways, items = style.ways_of(rules), items_of(paper, kind)
            for item in items:
                if found := ways.write(item, style):
                    text += (style.apart(found[0], text[-1], again=last == kind), found[1])
                    last = kind
        elif kind == "markup" or kind not in written:
            line = write_line(rule, paper, style)
            if line is None:
                continue
            if kind == last == "markup" and line.startswith("</"):
                # Nothing is between the tags.
                del text[-2:]
                last = ""
                continue
            written.add(kind)
            text += (style.apart(rule, text[-1], again=False), line)
            last = kind
    return "".join(text)
