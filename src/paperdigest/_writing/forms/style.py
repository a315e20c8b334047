"""The habits of a text, learned from its papers."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TypeVar

import attrs

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.forms import Form
from paperdigest._grammar.rules import Rule
from paperdigest._grammar.schema import BLOCKS, ITEMS, VALUES
from paperdigest._model.origin import Origin
from paperdigest._model.source import line_end_of, normalize
from paperdigest._model.values import Digest
from paperdigest._parsing.record import Piece, own_end, pieces_of
from paperdigest._text.authors import is_list
from paperdigest._writing.forms.labelled import LabelledLine, indent_of, indented, lead_of
from paperdigest._writing.forms.writer import Key, Style, key_of
from paperdigest._writing.pieces.cells import Column, column_for, columns_of
from paperdigest._writing.pieces.cores import joint_of

_T = TypeVar("_T")

#: How many papers are used: habits show in the first few.
_ENOUGH = 4
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
#: An address, or the text of a link that has a label elsewhere, such as at the start of its line.
_TELLS = re.compile(r"://|\[[^\[\]]*\w[^\[\]]*\]\(")


def line_end_in(digests: Sequence[Digest]) -> str:
    """Return the first line ending of the texts of digests, or else of their sections."""
    documents = (digest._document.text for digest in digests if digest._document is not None)
    papers = (paper for digest in digests for paper in digest.papers)
    sections = (section.text for paper in papers for section in paper.sections)
    texts = chain(documents, sections)
    return next((line_end_of(text) for text in texts if "\n" in text or "\r" in text), "\n")


class Facts:
    """The style of a text as one paper shows it. Each fact is found when first needed.

    Args:
        origin: The paper.
    """

    __slots__ = ("_by_key", "_made", "_pieces", "_text")

    def __init__(self, origin: Origin) -> None:
        self._text = origin.text
        self._pieces = pieces_of(origin)
        self._made = is_made(origin.dialect)
        self._by_key: dict[Key, list[int]] = {}
        for index, piece in enumerate(self._pieces):
            self._by_key.setdefault(key_of(piece.entry.rule), []).append(index)

    def as_list(self) -> bool | None:
        """Return whether the authors are a list literal, or ``None`` if there are none."""
        for piece in self._pieces:
            span = piece.spans.get("authors")
            if span is not None:
                return is_list(self._text[slice(*span)])
        return None

    def form(self, key: Key) -> Form | None:
        """Return the form of the pieces of a rule."""
        forms = (self._form_of(self._pieces[index]) for index in self._by_key.get(key, ()))
        return next(filter(None, forms), None)

    def _form_of(self, piece: Piece) -> Form | None:
        """Return the form of a piece, ``None`` for a damaged one or unbalanced emphasis.

        A piece with a mark that holds a word, such as the title of a link or a number, has a form
        of its own. The other text of a cell does not count, since it does not show the form of
        values. Neither does a piece that holds more than its values: the address again, the text of
        a link with another label, or a number before an item, such as a score.
        """
        rule, cell = piece.entry.rule, piece.entry.cell
        if rule.flaw is not None or (cell is not None and rule not in cell.rules):
            return None
        spans = dict(piece.spans)
        marks = {self._text[slice(*span)] for name, span in spans.items() if _is_mark(name)}
        own = any(character.isalnum() for mark in marks for character in mark)
        if not spans or own or len(marks) > 1:
            return None
        # Marks of emphasis stay as they are, and so does the label of a single value.
        one = rule.kind in VALUES
        values = {
            name: span
            for name, span in spans.items()
            if not (_is_mark(name) or (one and name.startswith("label")))
        }
        form = Form.from_example(self._text, piece.start, piece.end, values)
        said = (*(before for before, _, _ in form.places), form.tail)
        tells = (not one and _DIGIT.search(said[0])) or any(map(_TELLS.search, said))
        return None if tells else form

    def blanks(self, key: Key, *, again: bool) -> int | None:
        """Return the number of blank lines before the pieces of a rule, the first time or again."""
        for index in self._by_key.get(key, ()):
            before, piece = self._pieces[index - 1], self._pieces[index]
            if index and (before.entry.kind == piece.entry.kind) == again:
                gap = self._text[before.end : piece.start]
                if not gap.strip():
                    return max(normalize(gap).count("\n") - 1, 0)
        return None

    def joint(self) -> str | None:
        """Return what separates two links of one line."""
        links = [piece for piece in self._pieces[1:] if piece.entry.kind == "link"]
        return next(filter(None, (joint_of(*pair) for pair in pairwise(links))), None)

    def line(self) -> LabelledLine | None:
        """Return the form of its first line with a label."""
        lines = map(LabelledLine.of, self._pieces[1:])
        return next(filter(None, lines), None)

    def blanks_of_lines(self, *, again: bool) -> int | None:
        """Return the number of blank lines before a line with a label, the first time or again."""
        for before, piece in pairwise(self._pieces):
            if LabelledLine.of(piece) and (LabelledLine.of(before) is not None) == again:
                gap = self._text[before.end : piece.start]
                if not gap.strip():
                    return max(normalize(gap).count("\n") - 1, 0)
        return None

    def is_html(self) -> bool:
        """Return whether all its lines start with a tag, in a layout that was found."""
        start = self._pieces[0].start
        end = own_end(self._text, self._pieces, found=True) if self._made else start
        lines = filter(str.strip, normalize(self._text[start:end]).split("\n"))
        return self._made and all(line.lstrip().startswith("<") for line in lines)

    def columns(self) -> Sequence[Column]:
        """Return the columns that its values are in, if it is a row of an HTML table."""
        return tuple(columns_of(self._text, self._pieces))

    def indent(self) -> str | None:
        """Return the indent of the lines of a list item."""
        return indent_of(self._text, self._pieces[0].end) or None

    @property
    def head(self) -> str:
        """The text from its head on, in a layout that was found."""
        return self._text[self._pieces[0].start :] if self._made else ""


@attrs.frozen(eq=False)
class Habits:
    """The papers that show the style of a text, which is learned when it is needed.

    Attributes:
        origins: Papers of one text.
        default_end: The line ending if no paper shows one.
        known: The facts of papers, so that each is looked at once.
        first: The paper whose style counts most.
        marked: Whether a line that no paper has gets the emphasis and the colon of others, which
            may decide how it is read.
    """

    origins: tuple[Origin, ...] = ()
    default_end: str = "\n"
    known: dict[Origin, Facts] = attrs.field(factory=dict[Origin, Facts])
    first: Origin | None = None
    marked: bool = True

    def after(self, origin: Origin) -> "Habits":
        """Return the habits of a text for one paper, whose own come first."""
        return Habits(self.origins, self.default_end, self.known, origin, self.marked)

    def unmarked(self) -> "Habits | None":
        """Return the same with lines marked as their rules are, for a layout that was found."""
        found = any(is_made(origin.dialect) for origin in self.origins[:1])
        if not self.marked or not found:
            return None
        return Habits(self.origins, self.default_end, self.known, self.first, marked=False)

    def _in_order(self) -> Iterator[Origin]:
        if self.first is not None:
            yield self.first
        yield from (origin for origin in self.origins if origin != self.first)

    @cached_property
    def line_end(self) -> str:
        """The line ending."""
        texts = (origin.text for origin in self._in_order())
        return next(
            (line_end_of(text) for text in texts if "\n" in text or "\r" in text), self.default_end
        )

    @cached_property
    def style(self) -> "LearnedStyle":
        """The style."""
        return LearnedStyle(self._in_order(), self.line_end, self.known, marked=self.marked)


class LearnedStyle(Style):
    """The style of a text, learned from paper after paper until enough is known.

    Args:
        origins: Papers of one text; the style of the first counts most.
        line_end: The line ending.
        known: The facts of papers, so that each is looked at once.
        marked: Whether lines get the emphasis and the colon of others.
    """

    def __init__(
        self,
        origins: Iterable[Origin],
        line_end: str,
        known: dict[Origin, Facts],
        *,
        marked: bool = True,
    ) -> None:
        super().__init__(line_end)
        self._left = islice(origins, _ENOUGH)
        self._known = known
        self._marked = marked
        self._papers: list[Facts] = []

    @property
    def as_list(self) -> bool:
        """Whether authors are list literals."""
        return self._first(Facts.as_list) or False

    @cached_property
    def joint(self) -> str | None:
        """What separates two links of one line, ``None`` if no line has two."""
        return self._first(Facts.joint)

    def form_seen(self, rule: Rule) -> Form | None:
        """Return how the text writes the pieces of a rule, if it has any."""
        form = self._form_seen(rule)
        marked = self._marked or rule.kind not in ITEMS
        return form if marked or not (form and self._line and self._line.wrote(form)) else None

    def _form_seen(self, rule: Rule) -> Form | None:
        key = key_of(rule)
        found = (form for facts in self._facts() if (form := facts.form(key)) is not None)
        first = next(found, None)
        if first is None or not (said := _said(first)):
            return first
        # Text after a value may be about that paper alone, such as the size of a file.
        others = [_said(form) for form in found]
        usual = (
            any(said <= other for other in others) if others else not _DIGIT.search("".join(said))
        )
        return first if usual else None

    def is_foreign(self, rule: Rule) -> bool:
        """Return whether a rule writes markdown where all lines of papers are elements of HTML."""
        if not self._is_html:
            return False
        return not any(start.lstrip().startswith("<") for start in self.starts_of(rule))

    def starts_of(self, rule: Rule) -> Iterator[str]:
        """Return what comes before the first value of a rule, in each of its forms."""
        forms = self.forms_of(rule)
        return (form.places[0][0] if form.places else form.tail for form in forms)

    @cached_property
    def _is_html(self) -> bool:
        return all(map(Facts.is_html, self._facts()))

    def column_for(self, kind: str, label: str) -> Column | None:
        """Return the column of HTML tables that the text has such values in."""
        return column_for(chain.from_iterable(map(Facts.columns, self._facts())), kind, label)

    @cached_property
    def _head(self) -> str:
        """The first paper from its head on, in a layout that was found."""
        return next((facts.head for facts in self._facts()), "")

    @cached_property
    def _line(self) -> LabelledLine | None:
        return self._first(Facts.line) if self._head else None

    def templates_of(self, rule: Rule) -> Sequence[str]:
        """Return the templates of a rule, in the form of the lines with labels of the text."""
        head = self._head
        if not head or rule.inline or rule.kind in BLOCKS:
            return rule.templates
        templates: list[str] = []
        # The last template is the one that is surely read as its rule.
        for template in rule.templates if self._marked else rule.templates[-1:]:
            alike = self._line and self._line.template(template, marked=self._marked)
            if alike:
                templates.append(alike)
            own = template.startswith("  ")
            indent = (self._first(Facts.indent) or "") if own else ""
            if own:
                templates.append(indented(template, head, indent))
            else:
                templates.append(template if template.startswith("#") else self._around + template)
        return templates

    @cached_property
    def _around(self) -> str:
        """What a line starts with that belongs to the item or the quote that a paper is."""
        return lead_of(self._head, self._first(Facts.indent) or "") if self._head else ""

    def is_line(self, rule: Rule) -> bool:
        """Return whether the pieces of a rule are lines with a label as the text has them."""
        forms = self.forms_of(rule) if self._line else ()
        return bool(self._line and forms and not rule.inline and self._line.wrote(forms[0]))

    def blanks_seen(self, rule: Rule, *, again: bool) -> int | None:
        """Return how many blank lines the text has before a piece, if it has such a piece."""
        if self.is_line(rule):
            found = self._first(lambda facts: facts.blanks_of_lines(again=again))
            if found is not None:
                return found
        if not self._marked and self.form_seen(rule) is None:
            return None  # lines of another form
        key = key_of(rule)
        blanks = self._first(lambda facts: facts.blanks(key, again=again))
        # A blank line would end a quote, and set the lines of an item apart.
        return 0 if blanks is None and self._around else blanks

    def _first(self, look: Callable[[Facts], _T | None]) -> _T | None:
        """Return the fact from the first paper that shows it."""
        for facts in self._facts():
            found = look(facts)
            if found is not None:
                return found
        return None

    def _facts(self) -> Iterator[Facts]:
        """Yield the facts of each paper, examining a paper only if earlier ones do not suffice."""
        yield from self._papers
        for origin in self._left:
            facts = self._known.get(origin)
            if facts is None:
                facts = self._known[origin] = Facts(origin)
            self._papers.append(facts)
            yield facts


def _said(form: Form) -> frozenset[str]:
    """Return the words of a form after its first value, and words with a digit before it."""
    literals = [*(before for before, _, _ in form.places), form.tail]
    label = (word for word in _WORD.findall(literals[0]) if _DIGIT.search(word))
    return frozenset(chain(label, *map(_WORD.findall, literals[1:])))


def _is_mark(name: str) -> bool:
    """Return whether a group holds a mark of emphasis, not a value."""
    return name.startswith("mark")
