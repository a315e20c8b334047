"""Learning a dialect: from a text and a paper or two in it to a table of rules."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import cast

import attrs

from paperdigest._grammar.arguments import check_each
from paperdigest._grammar.dialect import Dialect
from paperdigest._grammar.patterns import DATE, pattern_without_names
from paperdigest._grammar.rules import Cell, Rule
from paperdigest._grammar.schema import PAPER
from paperdigest._learning.blocks import line_rules, takes_most
from paperdigest._learning.examples import BLOCK, Example, placed
from paperdigest._learning.heads import head_rule
from paperdigest._learning.lines import is_row
from paperdigest._learning.links import link_behind
from paperdigest._learning.report import LearnedDialect
from paperdigest._learning.rows import Row, joined
from paperdigest._model.source import Source, normalize, require_text
from paperdigest._model.values import Digest, Field, Link, Media, Paper, Section
from paperdigest._parsing.detect import resolve_dialect
from paperdigest._parsing.explain import explain_source
from paperdigest._parsing.parser import digests_of
from paperdigest._text.closest import close_to
from paperdigest._text.dates import read_date
from paperdigest._text.shown import shown

#: How many papers are the examples by default.
_SAMPLES = 2

# White space at the end of a line is none of a heading; a line that ended in CRLF has some.
_HEADING = re.compile(r"(?P<marks>[ ]{0,3}#{1,6}[ \t]++)(?P<text>.*\S)\s*")


def learn_dialect(name: str, text: str, papers: Iterable[Paper] = ()) -> LearnedDialect:
    r"""Learn how a text is written from a paper or two in it.

    The values of the examples are searched for in the text. The line of a title becomes the rule
    for the heads of papers, the lines below become rules for their values, and headings become
    digest headings, groups or sections. Marks and numbers around the values become templates; words
    that may differ from paper to paper become a pattern. Print the result to get Python source.

    Args:
        name: The name of the dialect.
        text: The text.
        papers: Papers of the text, as they should be parsed. Values that an example leaves out are
            not searched for, except for labelled lines and prose. By default, the first papers that
            are detected are the examples.

    Returns:
        The dialect, the digest that it parses, and the lines that match no rule.

    Raises:
        TypeError: The text is not a ``str``, or an example is not a ``Paper``.
        ValueError: A title is not in the text, or there is no example and no paper is
            detected.

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
    lines = normalize(text).removeprefix("\ufeff").split("\n")
    examples = [placed(paper, lines) for paper in _given(papers, text)]
    # The one with most values comes first. Its rules may read the others, too.
    first, *others = sorted(examples, key=_count, reverse=True)
    needed = [first]
    learned = _best(name, text, lines, needed)
    for example in others:
        if _is_new(example.paper, learned.digest):
            needed.append(example)
            learned = _best(name, text, lines, needed)
    unread = explain_source(Source(text, learned.dialect))
    return attrs.evolve(
        learned,
        unread=tuple(line for line in unread if not line.is_read),
        differences=tuple(_differences(examples, learned.digest)),
    )


def _count(example: Example) -> int:
    """Return how many attributes an example has."""
    return sum(getattr(example.paper, each.name) != each.empty for each in PAPER)


def _is_new(paper: Paper, digest: Digest) -> bool:
    """Return whether a paper is parsed otherwise than as given, and so needs rules of its own."""
    found = next((each for each in digest.papers if each.title == paper.title), None)
    return found is None or any(_lost(paper, found))


def _best(
    name: str, text: str, lines: Sequence[str], examples: Sequence[Example]
) -> LearnedDialect:
    """Learn from examples, in the way in which they are parsed best."""
    best: LearnedDialect | None = None
    failed: ValueError | None = None
    for way in zip_longest(*(each.ways(lines) for each in examples)):
        examples = [each or before for each, before in zip(way, examples, strict=True)]
        try:
            learned = _learned(name, text, lines, examples)
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
    name: str, text: str, lines: Sequence[str], examples: Sequence[Example]
) -> LearnedDialect:
    """Learn from examples whose heads are known, but for the lines that no rule takes."""
    rows = [_row(each, lines) if is_row(lines[each.line]) else None for each in examples]
    found: list[Rule] = []
    behind: list[Rule] = []
    for each, row in zip(examples, rows, strict=True):
        head, links = each.head_in(lines)
        found.append(head_rule(head, each, links=bool(links)) if row is None else row.rule())
        if links:
            main = bool(each.paper.url and each.paper.url in links)
            behind.append(link_behind(links, main=main))
    heads = _distinct(found)
    numbers = list(_heads_in(lines, heads))
    body: list[Rule] = [*behind]
    for each in examples:
        end = next((n for n in numbers if n >= each.below), len(lines))
        block = lines[each.below : min(end, each.below + BLOCK)]
        body += line_rules(block, each, heads, behind)
    body = [] if all(rows) else sorted(_distinct(body), key=takes_most)
    rules = [*_headings(lines, numbers, heads), *body]
    cells: dict[str, Cell] = {}
    for row in filter(None, rows):
        for cell in row.cells():
            cells[cell.name] = joined(cells.get(cell.name), cell)
    dialect = Dialect(name, rules, cells=cells.values())
    (digest,) = digests_of(Source(text, dialect), joined=True)
    return LearnedDialect(dialect, digest, (), tuple(_differences(examples, digest)))


def _distinct(rules: Iterable[Rule]) -> Sequence[Rule]:
    """Return rules without those that read the same as one before."""
    found: dict[tuple[object, ...], Rule] = {}
    for rule in rules:
        found.setdefault((rule.kind, rule.patterns), rule)
    return list(found.values())


def _rank(learned: LearnedDialect) -> tuple[int, int]:
    """Return a rank, which is lower the better the examples and other papers are read."""
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


def _headings(
    lines: Sequence[str], numbers: Sequence[int], heads: Sequence[Rule]
) -> Iterator[Rule]:
    """Yield the rules of the blocks: the digest's heading, tables, groups, and papers."""
    first = numbers[0] if numbers else len(lines)
    title = next((n for n, line in enumerate(lines[:first]) if _HEADING.fullmatch(line)), None)
    if title is not None:
        yield _digest_rule(lines[title])
    if any(pattern.startswith(r"\|") for rule in heads for pattern in rule.patterns):
        line = r"\|(?=[^\n]*-)[ \t:|-]++$"
        yield Rule("skip", pattern=rf"(?:\|[^\n]*+\n[ \t]*+)?+{line}|{line}")
    levels: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        found = _HEADING.fullmatch(line)
        if found and number != title and number not in numbers:
            levels.setdefault(found["marks"], []).append(found["text"])
    groups: list[Rule] = []
    for marks, texts in levels.items():
        if len(set(texts)) < len(texts) or _is_part(marks, heads):
            groups.append(Rule("section", pattern=rf"{re.escape(marks)}(?P<label>.+)$", late=True))
        else:
            groups.append(Rule("group", f"{marks}{{category}}", before=1))
    yield from heads
    yield from groups


def _is_part(marks: str, heads: Sequence[Rule]) -> bool:
    """Return whether a heading is deeper than those of papers, and so is a part of one."""
    levels = [re.match(r"[ ]{0,3}(#+)", each) for rule in heads for each in rule.templates]
    return all(found and len(found[1]) < marks.count("#") for found in levels)


def _digest_rule(line: str) -> Rule:
    """Return the rule of the digest's heading, with its date if there is one."""
    found = _HEADING.fullmatch(line)
    assert found is not None  # it was chosen by that
    marks, text = found["marks"], found["text"]
    for start in re.finditer(r"(?<!\w)\w", text):
        day = re.compile(DATE).match(text, start.start())
        if day is None or read_date(day[0]) is None:
            continue
        before, behind = text[: day.start()], text[day.end() :]
        title = before.rstrip(" -–—|:：,(（[")
        if not re.search(r"\w", behind):
            between = before[len(title) :]
            named = "{title}" if title else ""
            return Rule("digest", f"{marks}{named}{between}{{date}}{behind}")
    return Rule("digest", f"{marks}{{title}}")


def _differences(examples: Sequence[Example], digest: Digest) -> Iterator[str]:
    """Yield what of the examples is not read as it was given; a title must be."""
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
    """Yield what of a paper is not read as it was given."""
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
    """Return what an item is, and its label, or the text or address of one without a label."""
    if isinstance(item, Media):
        return f"{item.kind} {shown(item.alt or item.url, 40)}"
    if isinstance(item, Field):
        return f"field {shown(item.label, 40)}"
    if isinstance(item, Link):
        return f"link {shown(item.label or item.url, 40)}"
    return f"section {shown(item.label or item.text, 40)}"
