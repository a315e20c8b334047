"""A new paper written like another paper of its text, whose values it replaces.

The rules that are found in a text parse it. They do not show how its author would write one more
paper: with which bullet, in which order, between which tags. An existing paper does. Its text,
without what is about that paper alone, is edited like any other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperdigest._grammar.dialect import is_made
from paperdigest._grammar.rules import Rule
from paperdigest._model.origin import Group, Origin
from paperdigest._model.source import end_of_line, normalize
from paperdigest._model.values import Paper
from paperdigest._parsing.elements import paired, tags
from paperdigest._parsing.readers import first_head
from paperdigest._parsing.record import Piece, own_end, pieces_of
from paperdigest._parsing.scanner import paper_head
from paperdigest._writing.blame import run_on
from paperdigest._writing.cells import cells_in, overlaps, removals_in
from paperdigest._writing.compare import MANY, SINGLE, changed_names
from paperdigest._writing.cores import closes, core_of, opens, unmatched
from paperdigest._writing.edits import edited
from paperdigest._writing.located import Edit, LocatedPaper, applied
from paperdigest._writing.new_lines import variants
from paperdigest._writing.numbers import Numbering, numbers_of
from paperdigest._writing.splice import Span
from paperdigest._writing.style import Habits

#: How many papers are tried as models.
_ENOUGH = 6
#: How long a model may be, since each new paper takes time in proportion to it.
_LONGEST = 10_000
#: A word or a sign such as an emoji. A tag without attributes is neither: it is layout.
_SAYING = re.compile(r"</?[A-Za-z][A-Za-z0-9]*[ ]?/?>|(\w+|[^\x00-\xff\s])")
_DIGIT = re.compile(r"[0-9]")
#: What separates two pieces of a line.
_SEPARATOR = re.compile(r"[ \t]*[-–—·|,;:]*[ \t]*")

#: What separates two pieces of a line, where it starts or ends the line.
_EDGE = re.compile(r"^[ \t]*[·|,;/]|^[ ][-–—](?=[ \t])|[ \t][-–—·|,;/][ \t]*$", re.MULTILINE)


class _Literal(NamedTuple):
    """Text of a paper that is not a value.

    Attributes:
        piece: The piece that has it, or ``None`` if no rule matched it.
        span: Its place.
        words: The words and signs in it.
        is_label: Whether it stands before the first value of its piece.
    """

    piece: Piece | None
    span: Span
    words: frozenset[str]
    is_label: bool

    @property
    def source(self) -> object:
        """What it is compared with: other text of its rule, or all text that no rule matched."""
        return None if self.piece is None else id(self.piece.entry.rule)


class _Model(NamedTuple):
    """A paper without what is said of it alone.

    Attributes:
        origin: Its text.
        there: The paper in its text.
        head: The rule of its head.
        kinds: The kinds of its values, in order.
    """

    origin: Origin
    there: Origin
    head: Rule
    kinds: Sequence[str]


class Models:
    """The papers of a text that show how a new one is written.

    Args:
        habits: The habits of the text.
    """

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._numbering = _numbering_of(habits.origins)
        counts = self._numbering is not None
        shown: list[tuple[Origin, list[Piece], list[_Literal]]] = []
        for origin in _spread(habits.origins, _ENOUGH):
            if is_made(origin.dialect) and len(origin.text) <= _LONGEST:
                record = pieces_of(origin)
                shown.append((origin, record, list(_literals(origin, record, counts=counts))))
        self._usual = usual = _Usual([literals for _, _, literals in shown])
        self._models: list[_Model] = []
        self._located: dict[str | None, list[tuple[_Model, Sequence[LocatedPaper]]]] = {}
        for origin, record, literals in shown:
            text = _bare(origin.text, record, [each for each in literals if not usual.has(each)])
            text = text if text.endswith("  ") else text.rstrip()  # two spaces are a line break
            if text and paper_head(origin.dialect, normalize(text))[0] is not None:
                model = origin.alone(text)
                head = record[0].entry.rule
                self._models.append(_Model(model, origin, head, _kinds_in(record)))

    def drafts(self, paper: Paper, number: int, category: str | None) -> Iterator[str]:
        """Yield texts for a paper without one, starting with those of the papers most like it.

        Args:
            paper: The paper.
            number: Its number, if heads have one.
            category: The category of the group that it belongs to.
        """
        heads = {each.head for each in self._models if each.there.category == category}
        pairs = sorted(
            self._in_group(category),
            key=lambda each: (
                bool(heads) and each[0].head not in heads,
                *_unlike(each[1][0].paper, paper),
                each[0].there.category != category,
            ),
        )
        for model, located in ((model, each) for model, ways in pairs for each in ways):
            if any(run_on(located, paper)):
                continue
            changed = changed_names(located.paper, paper)
            text = edited(located, paper, changed, len(located.text), number)
            old = located.paper.arxiv_id
            if old is not None and old in text and paper.arxiv_id is None:
                continue
            found, _ = paper_head(located.dialect, normalize(text))
            if found is not None and self._is_torn(text, model):
                continue
            spans = numbers_of(located.dialect, *found) if found and self._numbering else []
            write = self._numbering.write if self._numbering else str
            numbered = [(*span, write(number)) for span in spans]
            yield applied(text, 0, _full_end(text, model.there.text), numbered)

    def _in_group(self, category: str | None) -> Sequence[tuple[_Model, Sequence[LocatedPaper]]]:
        """Return the models in a group, each with the ways to add lines to it; found once."""
        found = self._located.get(category)
        if found is None:
            group = None if category is None else Group("", 0, 0, (0, 0), category)
            found = self._located[category] = []
            for model in self._models:
                origin = model.origin.alone(model.origin.text, group)
                found.append((model, list(variants(LocatedPaper(origin, self._habits)))))
        return found

    def _is_torn(self, text: str, model: _Model) -> bool:
        """Return whether a text has its pieces in other places than the paper that it is like."""
        if not _edges(text) <= _edges(model.there.text):
            return True
        origin = model.there.alone(text)
        record = pieces_of(origin)
        kinds = _kinds_in(record)
        if [x for x in kinds if x in model.kinds] != [x for x in model.kinds if x in kinds]:
            return True
        counts = self._numbering is not None
        return any(map(self._usual.is_left, _literals(origin, record, counts=counts)))


def _host(paper: Paper) -> str:
    """Return the host of the main link of a paper, or an empty text."""
    return (paper.url or "").partition("://")[2].partition("/")[0]


def _spread(origins: Sequence[Origin], count: int) -> Sequence[Origin]:
    """Return some papers from all parts of a text."""
    return origins[:: max(len(origins) // count, 1)][:count]


def _full_end(text: str, like: str) -> int:
    """Return the end of the last line that has more than white space and marks of a quote.

    A backslash there breaks a line, so it goes if it is not at the end of the text that it is like.
    """
    end = end_of_line(text, len(text.rstrip("> \t\r\n")))
    if text[:end].endswith("\\") and not like.rstrip().endswith("\\"):
        end = len(text[: end - 1].rstrip())
    return end


def _edges(text: str) -> set[str]:
    """Return what separates values at the starts and the ends of lines."""
    return {found[0] for found in _EDGE.finditer(normalize(text))}


def _kinds_in(record: Sequence[Piece]) -> list[str]:
    """Return the kinds of the values of a paper, each once, in their order."""
    head = record[0].spans.items()
    found = [(start, name) for name, (start, end) in head if start < end]
    found += [(piece.start, piece.entry.kind) for piece in record[1:]]
    return list(dict.fromkeys(name for _, name in sorted(found)))


class _Usual:
    """The text besides their values that nearly all papers have.

    Args:
        papers: The literal text of each paper.
    """

    def __init__(self, papers: Sequence[Sequence[_Literal]]) -> None:
        self._papers = Counter[object]({None: len(papers)})
        self._words = Counter[tuple[object, str]]()
        for literals in papers:
            self._papers.update({each.source for each in literals} - {None})
            self._words.update({(each.source, word) for each in literals for word in each.words})

    def has(self, literal: _Literal) -> bool:
        """Return whether a text is not about one paper alone: of a single one, labels in words."""
        papers = self._papers[literal.source]
        if papers == 1:
            has_digits = any(map(_DIGIT.search, literal.words))
            return not literal.words or (literal.is_label and not has_digits)
        words = ((literal.source, word) for word in literal.words)
        return all(4 * self._words[each] >= 3 * papers for each in words)

    def is_left(self, literal: _Literal) -> bool:
        """Return whether a text has words that few papers say, which are about those alone."""
        papers = self._papers[literal.source]
        said = (self._words[literal.source, word] for word in literal.words)
        return any(0 < 4 * count < 3 * papers for count in said)


def _numbering_of(origins: Sequence[Origin]) -> Numbering | None:
    """Return how papers are numbered, or ``None`` if their numbers do not count them."""
    numbers: list[str] = []
    for origin in origins:
        head = first_head(origin.dialect, normalize(origin.text))
        spans = numbers_of(origin.dialect, *head)
        if not spans:
            return None
        numbers.append(origin.text[slice(*spans[0])])
    groups = [-1 if origin.group is None else origin.group.start for origin in origins]
    return Numbering.of(numbers, [(0, 0, group) for group in groups], sure=False)


def _literals(origin: Origin, record: Sequence[Piece], *, counts: bool) -> Iterator[_Literal]:
    """Yield the text of a paper that is not a value, nor an identifier or a number that counts.

    Args:
        origin: The paper.
        record: Its pieces.
        counts: Whether numbers count the papers.
    """
    text, head = origin.text, record[0]
    numbers = numbers_of(origin.dialect, head.entry, head.match) if counts else []
    known = origin.parse().arxiv_id
    if known is not None:
        text = text.replace(known, " " * len(known))
    at, own = 0, own_end(origin.text, record, found=True)
    for piece in record[:1] if head.entry.cells else record:
        if piece.start >= own:
            break
        yield _literal(text, None, at, piece.start)
        at = piece.start
        spans = [span for name, span in piece.spans.items() if not name.startswith("mark")]
        spans += numbers if piece is head else ()
        values = sorted(spans) if piece.entry.kind != "markup" else ()
        for index, (start, end) in enumerate(values):
            yield _literal(text, piece, at, start, is_label=index == 0)
            at = max(at, end)
        yield _literal(text, piece, at, piece.end)
        at = max(at, piece.end)
    yield _literal(text, None, at, max(at, own))
    for number, cell in head.entry.cells if head.entry.cells else ():
        if cell.table is None:
            continue
        at, end = head.match.span(number)
        for piece in record[1:]:
            if at <= piece.start < end:
                yield _literal(text, None, at, piece.start)
                at = piece.end
        yield _literal(text, None, at, max(at, end))


def _literal(
    text: str, piece: Piece | None, start: int, end: int, *, is_label: bool = False
) -> _Literal:
    words = (found[1] for found in _SAYING.finditer(text, start, end))
    return _Literal(piece, (start, end), frozenset(filter(None, words)), is_label)


def _bare(text: str, record: Sequence[Piece], strange: Sequence[_Literal]) -> str:
    """Return the own text of a paper without what is about it alone.

    Returns:
        An empty text if such a thing is in its head.
    """
    pieces = [each.piece for each in strange]
    if record[0] in pieces:
        return ""
    spans: set[Span] = set()
    leads: set[Span] = set()
    for each in strange:
        piece = each.piece
        if piece is None:
            spans.update(_whole(text, *each.span))
        elif each.is_label and piece.entry.kind == "link" and pieces.count(piece) == 1:
            leads.add((piece.start, core_of(piece)[0]))  # words before a link, such as its venue
        else:
            # A value goes with the text next to it, and is written in the dialect's own form.
            spans.add((piece.start, piece.end))
    cells = cells_in(text)
    if cells:
        places = sorted(spans)
        inside = ((cell, overlaps(cell, places)) for cell in cells)
        cuts = [cut for cell, there in inside if there for cut in removals_in(text, cell, there)]
    else:
        cuts = [_cut(text, *span) for span in spans]
    cuts += [(*span, "") for span in leads]
    return applied(text, 0, own_end(text, record, found=True), cuts)


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what is between tags of elements that are only in part between two offsets."""
    ends = [start]
    for opening, closing in paired(tags(normalize(text[start:end]))):
        tag = closing if opening is None else opening
        if tag is not None and (opening is None or closing is None):
            ends += (start + tag.start, start + tag.end)
    ends = [*sorted(ends), end]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    for span in pairs:
        one, other = _between_brackets(text, *span)
        if text[one:other].strip():
            yield one, other


def _between_brackets(text: str, start: int, end: int) -> Span:
    """Return a part of a text without the brackets at its ends that have no other one there."""
    single = set(unmatched(text, start, end))
    end = start + len(text[start:end].rstrip())
    while end - 1 in single:
        end -= 1
    start = end - len(text[start:end].lstrip())
    while start in single:
        start += 1
    return start, end


def _cut(text: str, start: int, end: int) -> Edit:
    """Return the edit that removes lines, or a part of one. What separates two parts stays."""
    end = start + len(text[start:end].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if text[end : end + 1] in ("", "\n", "\r"):
        return len(text[:start].rstrip()), end, ""
    start = len(text[:start].rstrip(" \t"))
    separator = next(_SEPARATOR.finditer(text, start, end))[0] or " "
    between = text[start - 1] + text[end] == "><" or text.startswith("</", end)
    if between or opens(text[start - 1]) or closes(text[end]):
        separator = ""  # nothing is to be separated where elements or brackets end or begin
    elif text[end].isspace():
        # The space stays there, and so does a separator that was on both sides.
        separator = separator.rstrip() if separator.strip() == text[end - 1] else ""
    return start, end, separator


def _unlike(one: Paper, other: Paper) -> tuple[bool, int, int]:
    """Return how much two papers differ in how they are written, what counts most first.

    The label of the main link may name its host. Then come which values they have, and how many.
    """
    pairs = [(getattr(one, name), getattr(other, name)) for name in (*SINGLE, *MANY)]
    missing = sum((a in (None, ())) != (b in (None, ())) for a, b in pairs)
    many = [(getattr(one, name), getattr(other, name)) for name in MANY]
    return _host(one) != _host(other), missing, sum(abs(len(a) - len(b)) for a, b in many)
