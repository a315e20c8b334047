"""Learning a dialect: from a text and a paper or two in it to a table of rules."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import cast

import attrs

from paperdigest._dialects import builtin_dialects
from paperdigest._grammar.arguments import check_each
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import pattern_without_names
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import PAPER
from paperdigest._grammar.templates import PLACEHOLDER
from paperdigest._learning.blocks import line_rules, takes_most
from paperdigest._learning.examples import BLOCK, Example, placed
from paperdigest._learning.headings import heading_rules
from paperdigest._learning.heads import head_rule
from paperdigest._learning.lines import is_fixed, is_row
from paperdigest._learning.links import link_after
from paperdigest._learning.report import LearnedDialect
from paperdigest._learning.rows import Row, joined
from paperdigest._model.source import Source, normalize, require_text
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.explain import ExplainedLine, explain_source
from paperdigest._parsing.parser import digests_of
from paperdigest._text.closest import close_to
from paperdigest._text.shown import shown

#: How many papers are the examples by default.
_SAMPLES = 2


def learn_dialect(
    name: str,
    text: str,
    papers: Iterable[Paper] = (),
    *,
    title: str | None = None,
    date: datetime.date | None = None,
) -> LearnedDialect:
    r"""Learn how a text is written from a paper or two in it.

    The values of the examples are searched for in the text. The line of a title becomes the rule
    for the heads of papers, the lines below become rules for their values, and headings become
    digest headings, groups or sections. Marks and numbers around the values become templates; words
    that may differ from paper to paper become a pattern. Print the result to get Python source.

    Args:
        name: The name of the dialect. No built-in dialect may have it.
        text: The text.
        papers: Papers of the text, as they should be parsed. Values that an example leaves out are
            not searched for, except for labelled lines and prose. By default, the first papers that
            are detected are the examples.
        title: The title of the digest as it is in the text, above the first paper. By default, the
            first heading there has the title and the date.
        date: The date of the digest, which is in the text above the first paper, too.

    Returns:
        The dialect, the digest that it parses, and the lines that no rule parses as a whole.

    Raises:
        TypeError: The text is not a ``str``, an example is not a ``Paper``, or the title or date is
            of another type.
        ValueError: The title of an example is not in the text, no rule can tell its values from
            each other, there is no example and no paper is detected, or a built-in dialect has that
            name.

    Example:
        >>> text = "# Club\n\n* A Study <a>\n  +12\n  Good.\n\n* More <b>\n  +3\n"
        >>> learned = learn_dialect("club", text, [Paper("A Study", "a", votes=12)])
        >>> [(paper.title, paper.votes) for paper in learned.digest.papers]
        [('A Study', 12), ('More', 3)]
        >>> print(learned.source)
        Dialect(
            "club",
            [
                Rule("digest", "# {title}"),
                Rule("paper", "* {title} <{url}>"),
                Rule("votes", "  +{votes}", late=True),
                Rule("section", "  {text}", late=False),
            ],
        )
    """
    require_text(text)
    top = Digest(title, date)
    if name in {each.name for each in builtin_dialects()}:
        raise ValueError(f"name: {name!r} is that of a built-in dialect; pass another one")
    lines = normalize(text).removeprefix("\ufeff").split("\n")
    examples = [placed(paper, lines) for paper in _given(papers, text)]
    # The one with most values comes first. Its rules may parse the others, too.
    first, *others = sorted(examples, key=_count, reverse=True)
    needed = [first]
    learned = _best(name, text, lines, needed, top)
    for example in others:
        if _is_new(example.paper, learned.digest):
            needed.append(example)
            learned = _best(name, text, lines, needed, top)
    return attrs.evolve(
        learned,
        unread=tuple(_unread(text, lines, learned.dialect)),
        differences=tuple(_differences(examples, top, learned.digest)),
    )


def _unread(text: str, lines: Sequence[str], dialect: Dialect) -> Iterator[ExplainedLine]:
    """Yield the lines that match no rule, and the heads that end in words that no template has."""
    normalized = "\n".join(lines)
    at = 0
    for explained, line in zip(explain_source(Source(text, dialect)), lines, strict=True):
        heads = (each.rule for each in explained.matches if each.rule.kind == "paper")
        if not explained.is_read or any(_leaves(rule, normalized, at) for rule in heads):
            yield explained
        at += len(line) + 1


def _leaves(rule: Rule, text: str, at: int) -> bool:
    """Return whether the head at a place ends with words that are not in a value or a template."""
    found = next(filter(None, (re.compile(p, re.M).match(text, at) for p in rule.patterns)), None)
    if found is None:
        return False
    last = max(found.end(name) for name in found.groupdict())
    tail = text[last : found.end()].strip()
    return not is_fixed(tail) and all(
        tail != PLACEHOLDER.split(template)[-1].strip() for template in rule.templates
    )


def _count(example: Example) -> int:
    """Return how many attributes an example has."""
    return sum(getattr(example.paper, each.name) != each.empty for each in PAPER)


def _is_new(paper: Paper, digest: Digest) -> bool:
    """Return whether a paper is not parsed as given, and so needs rules of its own."""
    found = next((each for each in digest.papers if each.title == paper.title), None)
    return found is None or any(_lost(paper, found))


def _best(
    name: str, text: str, lines: Sequence[str], examples: Sequence[Example], top: Digest
) -> LearnedDialect:
    """Learn from examples, in the way in which they are parsed best."""
    best: LearnedDialect | None = None
    failed: ValueError | None = None
    for way in zip_longest(*(each.ways(lines) for each in examples)):
        examples = [each or before for each, before in zip(way, examples, strict=True)]
        try:
            learned = _learned(name, text, lines, examples, top)
        except ValueError as error:
            failed = failed or error
            continue
        if best is None or _rank(learned) < _rank(best):
            best = learned
        if not best.differences:
            break
    if best is None:
        assert failed is not None  # there is at least one way
        raise failed
    return best


def _learned(
    name: str, text: str, lines: Sequence[str], examples: Sequence[Example], top: Digest
) -> LearnedDialect:
    """Learn from examples whose heads are known; ``unread`` stays empty."""
    try:
        rules, cells = _rules(lines, examples, top)
    except ValueError as error:
        titles = " and ".join(shown(each.paper.title, 40) for each in examples)
        raise ValueError(
            f"papers: no rule can tell the values of {titles} from each other; leave some of them "
            "out, or write the rules by hand"
        ) from error
    dialect = Dialect(name, rules, cells=cells)
    (digest,) = digests_of(Source(text, dialect), joined=True)
    return LearnedDialect(dialect, digest, (), tuple(_differences(examples, top, digest)))


def _rules(
    lines: Sequence[str], examples: Sequence[Example], top: Digest
) -> tuple[Sequence[Rule], Sequence[Cell]]:
    """Return the rules that parse examples, and the cells of their rows."""
    rows = [_row(each, lines) if is_row(lines[each.line]) else None for each in examples]
    found: list[Rule] = []
    after_heads: list[Rule] = []
    for each, row in zip(examples, rows, strict=True):
        head, links = each.head_in(lines)
        found.append(head_rule(head, each, lines, links=bool(links)) if row is None else row.rule())
        if links:
            main = bool(each.paper.url and each.paper.url in links)
            after_heads.append(link_after(links, main=main))
    heads = _distinct(found)
    numbers = list(_heads_in(lines, heads))
    body: list[Rule] = [*after_heads]
    for each in examples:
        end = next((n for n in numbers if n >= each.below), len(lines))
        block = lines[each.below : min(end, each.below + BLOCK)]
        body += line_rules(block, each, heads, after_heads)
    body = [] if all(rows) else sorted(_distinct(body), key=takes_most)
    rules = [*heading_rules(lines, numbers, heads, top), *body]
    cells: dict[str, Cell] = {}
    for row in filter(None, rows):
        for cell in row.cells():
            cells[cell.name] = joined(cells.get(cell.name), cell)
    return rules, list(cells.values())


def _distinct(rules: Iterable[Rule]) -> Sequence[Rule]:
    """Return rules without those that parse the same as an earlier one."""
    found: dict[tuple[object, ...], Rule] = {}
    for rule in rules:
        found.setdefault((rule.kind, rule.patterns), rule)
    return list(found.values())


def _rank(learned: LearnedDialect) -> tuple[int, int]:
    """Return a rank, which is lower the better the examples and other papers are parsed."""
    return len(learned.differences), -len(learned.digest.papers)


def _given(papers: Iterable[Paper], text: str) -> Sequence[Paper]:
    """Return the examples, or papers that are recognised without any."""
    if isinstance(papers, Paper):
        raise TypeError("papers: one Paper found; pass a list, [Paper(...)]")
    if not isinstance(cast(object, papers), Iterable):
        raise TypeError(
            f"papers: {type(papers).__name__} found; pass a list, [Paper(...)], or leave it out"
        )
    given = list(papers)
    check_each("papers", tuple(given), Paper, "a Paper as it should be parsed")
    if not given:
        source = Source(text, resolve_dialect(text, None)[0])
        found = [paper for digest in digests_of(source, joined=True) for paper in digest.papers]
        step = max(len(found) // _SAMPLES, 1)
        given = [
            Paper(each.title, each.url, authors=each.authors, votes=each.votes)
            for each in found[::step][:_SAMPLES]
        ]
    if not given:
        raise ValueError(
            "papers: none was found in the text; pass one, such as Paper('A Study', 'https://...')"
        )
    return given


def _table(lines: Sequence[str], number: int) -> Sequence[str]:
    """Return the rows of the table around a line, each with the lines it goes on in."""
    while number and lines[number - 1].strip():
        number -= 1
    rows: list[str] = []
    for line in lines[number:]:
        if not line.strip():
            break
        if is_row(line):
            rows.append(line)
        elif rows:
            rows[-1] += f"\n{line}"
    return rows


def _row(example: Example, lines: Sequence[str]) -> Row:
    rows = _table(lines, example.line)
    return Row(example.head_in(lines)[0], rows, example.paper, example.separator, example.title)


def _heads_in(lines: Sequence[str], heads: Sequence[Rule]) -> Iterator[int]:
    """Yield the numbers of the lines with which papers start."""
    text = "\n".join(lines)
    patterns = (
        f"(?:{pattern_without_names(pattern)})" for rule in heads for pattern in rule.patterns
    )
    is_head = re.compile("|".join(patterns), re.MULTILINE)
    at = 0
    for number, line in enumerate(lines):
        if is_head.match(text, at):
            yield number
        at += len(line) + 1


def _differences(examples: Sequence[Example], top: Digest, digest: Digest) -> Iterator[str]:
    """Yield the values that are not parsed as given. The title of an example must be."""
    for name in ("title", "date"):
        value, found = getattr(top, name), getattr(digest, name)
        if value not in (None, found):
            yield f"the {name} of the digest is read as {shown(found, 60)}"
    by_title = {paper.title: paper for paper in digest.papers}
    for example in examples:
        wanted = example.paper
        read = by_title.get(wanted.title)
        if read is None:
            near = close_to(wanted.title, list(by_title))
            hint = f"; a title that is read is {shown(near)}" if near else ""
            raise ValueError(
                f"papers: no rule could be made for the title {shown(wanted.title)}{hint}; write "
                "it as it is in the text"
            )
        yield from (f"{wanted.title:.40}: {each}" for each in _lost(wanted, read))


def _lost(wanted: Paper, read: Paper) -> Iterator[str]:
    """Yield the values of a paper that are not parsed as given."""
    for each in PAPER:
        value, found = getattr(wanted, each.name), getattr(read, each.name)
        if each.derived or value in (each.empty, found):
            continue
        if each.group:
            yield f"{each.name} is read as {shown(found, 60)}"
        else:
            lost = (item for item in value if item not in found)
            yield from (f"the {_named(item)} is not read" for item in lost)


def _named(item: Section | Media | Field | Link) -> str:
    """Return the kind of an item and its label, or else its text or address."""
    if isinstance(item, Media):
        return f"{item.kind} {shown(item.alt or item.url, 40)}"
    if isinstance(item, Field):
        return f"field {shown(item.label, 40)}"
    if isinstance(item, Link):
        return f"link {shown(item.label or item.url, 40)}"
    return f"section {shown(item.label or item.text, 40)}"
