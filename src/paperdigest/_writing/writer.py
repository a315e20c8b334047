"""From a value to its piece of text: a paper or a part of it, in a dialect and a style.

What is written here is read back by the serializer before it is returned, so that nothing
here has to know which texts would be read as something else.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import ITEMS, VALUES, Attribute, Manner
from paperdigest._model.validation import names_of
from paperdigest._model.values import Field, Link, Media, Paper, Section

Item = Section | Media | Field | Link

_NAMES = {kind: names_of(kind) for kind in (Section, Media, Field, Link)}
_values_of = {kind: attrgetter(*names) for kind, names in _NAMES.items()}

#: The key of a form in a style: the kind of the rule, whether it has a label, and which
#: media it is for.
Key = tuple[str, bool, str]


#: How what has one spelling is written.
_MANNER = Manner()

#: What may be before a piece whose rule asks for a blank line, instead of that line.
_ENDS_IN_TAG = re.compile(r"<(?:[A-Za-z][^<>:\n]*|/[A-Za-z][A-Za-z0-9-]*[ \t]*)> ?\Z")


class Style:
    """How pieces are written: as the dialect has them.

    Args:
        line_end: How lines end.
    """

    def __init__(self, line_end: str = "\n") -> None:
        self.line_end = line_end
        self._forms: dict[int, Sequence[Form]] = {}

    @property
    def plain(self) -> "Style":
        """The same line endings, and nothing that was learned from a text."""
        return self

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

    def forms_of(self, rule: Rule) -> Sequence[Form]:
        """Return the forms for a rule, the one that was seen in the text first."""
        forms = self._forms.get(id(rule))
        if forms is None:
            seen = None if rule.labels else self.form_seen(rule)
            own = [Form.from_template(template, self.line_end) for template in rule.templates]
            forms = self._forms[id(rule)] = own if seen is None else [seen, *own]
        return forms

    def apart(self, rule: Rule, before: str, *, again: bool) -> str:
        """Return the line ends before a piece.

        Args:
            rule: The rule of the piece.
            before: What is before it.
            again: Whether that is a piece of the same kind.
        """
        if rule.inline and rule.templates:
            return ""  # its template starts with the text before it
        blanks = self.blanks_seen(rule, again=again)
        if blanks is None:
            blanks = rule.between if again and rule.between is not None else rule.before
        if rule.after_blank and not blanks and not _ENDS_IN_TAG.search(before):
            blanks = 1
        return self.line_end * (blanks + 1)


def key_of(rule: Rule) -> Key:
    """Return the key of the forms of a rule."""
    labelled = "(?P<label>" in rule.pattern
    return rule.kind, labelled, rule.media if rule.kind == "media" else ""


def items_of(paper: Paper, kind: str) -> Sequence[Item]:
    """Return the items that a kind of rule reads."""
    items: Sequence[Item] = getattr(paper, ITEMS[kind].name)
    return items


def values_in(item: Item) -> dict[str, str | None]:
    """Return the values of an item by the names of its attributes."""
    kind = type(item)
    return dict(zip(_NAMES[kind], _values_of[kind](item), strict=True))


def write_item(item: Item, rules: Sequence[Rule], style: Style) -> tuple[Rule, str] | None:
    """Write a section, medium, field or link by the first rule that has a form for it."""
    values = values_in(item)
    for rule in rules:
        if not _fits(rule, item):
            continue
        for form in style.forms_of(rule):
            if rule.label is None and not _shows_label(form, item):
                continue
            written = form.fill(values)
            if written is not None:
                return rule, written
    return None


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


def _text_of(paper: Paper, attribute: Attribute, rule: Rule, style: Style) -> str:
    """Write the value of one group as a rule has it, or an empty text if there is none."""
    manner = Manner(rule.separator, as_list=style.as_list) if attribute.many else _MANNER
    return attribute.write(getattr(paper, attribute.name), manner)


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
    values = {
        "title": paper.title,
        "url": paper.url or "",
        "n": number,
    }
    values |= {cell.name: write_cell(paper, cell, style) for cell in dialect.cells}
    beside = dialect._compiled.beside_head
    best: tuple[str, frozenset[str]] | None = None
    most = (-1, -1)  # of values that only the head has, and of all
    for rule, has_id, attributes in dialect._compiled.heads_written:
        if has_id:
            values["id"] = paper.arxiv_id or paper.url or ""
        for attribute in attributes:
            values[attribute.group] = _text_of(paper, attribute, rule, style)
        filled = {name for name, value in values.items() if value}
        # The number of a heading is no habit, so that headings are not learned.
        for form in (style if dialect.cells else style.plain).forms_of(rule):
            held = filled & form.names
            rank = len(held - beside), len(held)
            if rank > most and (written := form.fill(values)) is not None:
                best, most = (written, form.names), rank
    return best


def write_line(rule: Rule, paper: Paper, style: Style) -> str | None:
    """Write a value on a line of its own, or return ``None`` if there is none."""
    values: dict[str, str] = {}
    attribute = VALUES.get(rule.kind)
    if attribute is not None:
        if getattr(paper, attribute.name) in (None, ()):
            return None
        values[attribute.group] = _text_of(paper, attribute, rule, style)
    for form in style.forms_of(rule):
        written = form.fill(values)
        if written is not None:
            return written
    return None


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
    last: Rule | None = None
    main = _main_below(paper, head[1], dialect, style)
    for rule, rules in dialect._compiled.written:
        if rule.kind == "link" and main is not None:
            text += (style.apart(main[0], text[-1], again=False), main[1])
            last, main = main[0], None
        if rule.kind in ITEMS:
            for item in items_of(paper, rule.kind):
                found = write_item(item, rules, style)
                if found:
                    again = last is not None and last.kind == rule.kind
                    text += (style.apart(found[0], text[-1], again=again), found[1])
                    last = found[0]
        elif rule.kind == "markup" or rule.kind not in written:
            line = write_line(rule, paper, style)
            if line is not None:
                written.add(rule.kind)
                text += (style.apart(rule, text[-1], again=False), line)
                last = rule
    return "".join(text)
